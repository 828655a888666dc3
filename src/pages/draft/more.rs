//! What is not asked of everyone: whom it protects, what it rests on, why, and who disagrees.

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::vocabulary::SchemeId;

use super::desk::{desk, focus_soon};
use super::editor::Clash;
use super::tags::TermCheck;
use super::text::TextBox;
use super::when::OneTerm;
use crate::browser::{clock, ids};
use crate::session::TextField;
use crate::ui::{Choices, Disclosure, Markup, each, effect, memo, view};

pub(super) fn more(item: Memo<ItemId>, rec: Memo<Recommendation>) -> Markup {
    let desk = desk();
    let words = desk.words;
    // Closed, it tells how much is in it.
    let filled = memo(move || {
        rec.with(|rec| {
            let sets = [
                &rec.affected,
                &rec.instruments,
                &rec.levels,
                &rec.sdg,
                &rec.evidence,
                &rec.source,
            ];
            let singles = [rec.action.is_some(), rec.rationale.is_some()];
            let sets = sets.iter().filter(|set| !set.is_empty()).count();
            sets + singles.iter().filter(|held| **held).count() + rec.dissent.len()
        })
    });
    let label = Signal::derive(move || words.with("more", &[("count", filled.get().into())]));
    view! {
        <Disclosure label open=desk.open.more>
            <Terms item scheme=SchemeId::AffectedGroups field="affected"/>
            <Terms item scheme=SchemeId::Instruments field="instruments"/>
            <Terms item scheme=SchemeId::Levels field="levels"/>
            <OneTerm item rec scheme=SchemeId::ActionTypes field="action" legend="action" only=Arc::new(|_: &str| true)/>
            <Terms item scheme=SchemeId::SdgTargets field="sdg"/>
            <Rationale item rec/>
            <Terms item scheme=SchemeId::EvidenceKinds field="evidence"/>
            <Dissent item rec/>
            {move || view! {
                <TextBox item=item.get() field=TextField::Plain("source".into()) id="source".into()
                    label=words.label("source") hint=words.label("source-hint")/>
            }}
        </Disclosure>
    }
}

/// Several terms of a scheme, all in sight; the question is asked under the name of the field.
#[component]
fn Terms(item: Memo<ItemId>, scheme: SchemeId, field: &'static str) -> impl IntoView {
    let desk = desk();
    let terms = memo(move || {
        let item = item.get();
        desk.session.read(|book| {
            let held = book.workbook.entries(item, field);
            let fits = |id: &str, deprecated: bool| !deprecated || held.contains(id);
            let terms = book
                .vocabulary
                .terms(scheme)
                .filter(|term| fits(&term.id, term.deprecated));
            terms.map(|term| term.id.to_string()).collect::<Vec<_>>()
        })
    });
    view! {
        <Choices legend=desk.words.label(field) id=field>
            {each(move || terms.get(), move |term| view! { <TermCheck item field term/> })}
        </Choices>
    }
}

#[component]
fn Rationale(item: Memo<ItemId>, rec: Memo<Recommendation>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let lang = memo(move || {
        let held = rec.with(|rec| rec.rationale.as_ref().map(|held| held.lang.clone()));
        let original =
            || Some(rec.with(|rec| rec.original.clone())).filter(|lang| !lang.is_empty());
        held.or_else(original).unwrap_or_else(|| desk.lang.get())
    });
    view! {
        {move || view! {
            <TextBox item=item.get() field=TextField::InLanguage("rationale".into(), lang.get()) id="rationale".into() lines=true
                label=words.label("rationale") hint=words.label("rationale-hint")/>
        }}
        <Clash rec field="rationale"/>
    }
}

/// Minority statements, each in the language it was made in.
#[component]
fn Dissent(item: Memo<ItemId>, rec: Memo<Recommendation>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let added = RwSignal::new(Vec::<String>::new());
    // An empty statement that was asked for is of one recommendation.
    effect(move || {
        item.with(|_| ());
        added.set(Vec::new());
    });
    let keys = memo(move || {
        let mut keys: Vec<String> = rec.with(|rec| rec.dissent.keys().cloned().collect());
        keys.extend(
            added
                .get()
                .into_iter()
                .filter(|key| !keys.contains(key))
                .collect::<Vec<_>>(),
        );
        keys
    });
    let add = move |_| {
        let bits = ids::random_u64().unwrap_or_else(|_| clock::ticks().to_bits());
        let key = format!("{bits:016x}");
        focus_soon(format!("dissent-{key}"));
        added.update(|added| added.push(key));
    };
    view! {
        <section class="dissent">
            <h3>{move || words.t("dissent")}</h3>
            <p class="hint">{move || words.t("dissent-hint")}</p>
            {each(move || keys.get(), move |key: String| {
                let lang = rec.with_untracked(|rec| {
                    let held = rec.dissent.get(&key).map(|held| held.lang.clone());
                    held.or_else(|| Some(rec.original.clone())).filter(|lang| !lang.is_empty())
                });
                let lang = lang.unwrap_or_else(|| desk.lang.get_untracked());
                let item = item.get_untracked();
                view! {
                    <TextBox item field=TextField::InLanguage(format!("dissent/{key}"), lang) id=format!("dissent-{key}")
                        label=words.label("dissent-one") lines=true/>
                }
            })}
            <p><button type="button" class="btn" on:click=add>{move || words.t("dissent-add")}</button></p>
            <Clash rec field="dissent"/>
        </section>
    }
}
