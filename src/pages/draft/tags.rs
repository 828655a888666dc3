//! Who is asked, and who leads.

use std::collections::BTreeSet;

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::sorted;
use rapporteur_core::text::{Query, fold};
use rapporteur_core::vocabulary::{SchemeId, Term, main_addressees};

use super::desk::{Desk, desk};
use super::editor::Clash;
use crate::ui::{Check, Choices, Disclosure, Pick, Shown, each, memo, view};

/// Who is asked: the main bodies in sight, the others when asked for. Then who leads, one of these.
#[component]
pub(super) fn Addressees(item: Memo<ItemId>, rec: Memo<Recommendation>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let chosen = memo(move || rec.with(|rec| rec.addressees.clone()));
    let lead = memo(move || rec.with(|rec| rec.lead.clone()));
    let is_main = |term: &str| main_addressees().iter().any(|body| body.term == term);
    let further = memo(move || {
        chosen.with(|terms| {
            terms
                .iter()
                .filter(|term| !is_main(term))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    // Somebody may lead who is not asked (a file written elsewhere): it is shown all the same.
    let leaders = memo(move || {
        let mut terms: Vec<String> = chosen.with(|terms| terms.iter().cloned().collect());
        terms.extend(lead.get().filter(|lead| !terms.contains(lead)));
        sorted::sort_by_key(&mut terms, |term| {
            main_addressees()
                .iter()
                .position(|body| body.term == term)
                .unwrap_or(usize::MAX)
        });
        terms
    });
    let note = view! { <Clash rec field="lead"/> };
    view! {
        <div class="part">
        <Choices legend=words.label("asked") id="addressees">
            {main_addressees().iter().enumerate().map(|(place, body)| view! {
                <Check label=Signal::derive(move || body.labels.get(words.lang()).unwrap_or(body.term).to_owned())
                    checked=Signal::derive(move || chosen.with(|terms| terms.contains(body.term)))
                    change=Callback::new(move |on| desk.ask(item.get_untracked(), body.term, on))
                    key=place.saturating_add(1).to_string()/>
            }).collect_view()}
            {each(move || further.get(), move |term| view! { <TermCheck item field="addressees" term/> })}
        </Choices>
        <Disclosure label=words.label("asked-others") open=desk.open.bodies>
            <TermSearch item scheme=SchemeId::Addressees field="addressees" rec/>
        </Disclosure>
        </div>
        <Shown when=move || leaders.with(|leaders| !leaders.is_empty())>
            <Choices legend=words.label("lead") hint=words.label("lead-hint")>
                {each(move || leaders.get(), move |term: String| {
                    let (held, wanted) = (term.clone(), term.clone());
                    view! {
                        <Pick name="lead".into() label=body_label(desk, term)
                            checked=Signal::derive(move || lead.with(|lead| lead.as_ref() == Some(&held)))
                            choose=Callback::new(move |()| desk.lead(item.get_untracked(), &wanted))/>
                    }
                })}
            </Choices>
        </Shown>
        {note}
    }
}

/// The label of a body: the short one where it has one.
fn body_label(desk: Desk, term: String) -> Signal<String> {
    let short = main_addressees().iter().find(|body| body.term == term);
    Signal::derive(
        move || match short.and_then(|body| body.labels.get(desk.words.lang())) {
            Some(label) => label.to_owned(),
            None => desk.label(&term),
        },
    )
}

/// A term as a choice, on its own.
#[component]
pub(super) fn TermCheck(item: Memo<ItemId>, field: &'static str, term: String) -> impl IntoView {
    let desk = desk();
    let term = StoredValue::new(term);
    let on = memo(move || {
        let item = item.get();
        desk.session.read(|book| {
            term.with_value(|term| book.workbook.entries(item, field).contains(term.as_str()))
        })
    });
    let change = move |on| {
        term.with_value(|term| match field {
            "addressees" => desk.ask(item.get_untracked(), term, on),
            _ => desk.toggle(item.get_untracked(), field, term, on),
        })
    };
    view! {
        <Check label=Signal::derive(move || term.with_value(|term| desk.label(term))) checked=Signal::from(on)
            change=Callback::new(change)/>
    }
}

/// All terms of a scheme, under their wider terms, with a box that finds among them in any spelling.
#[component]
pub(super) fn TermSearch(
    item: Memo<ItemId>,
    scheme: SchemeId,
    field: &'static str,
    rec: Memo<Recommendation>,
) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let query = RwSignal::new(String::new());
    let id = format!("find-{field}");
    let terms = memo(move || {
        let query = query.with(|text| Query::new(text));
        let held = rec.with(|rec| chosen_in(rec, field).clone());
        desk.session.read(|book| {
            let fits = |term: &&Term| !term.deprecated || held.contains(term.id.as_ref());
            let found = |term: &&Term| {
                query.is_empty() || {
                    let labels: Vec<&str> = term.labels.iter().map(|(_, label)| label).collect();
                    query.matches(&fold(&labels.join(" ")))
                }
            };
            let terms = book.vocabulary.terms(scheme).filter(fits).filter(found);
            terms.map(|term| term.id.to_string()).collect::<Vec<_>>()
        })
    });
    view! {
        <label class="unseen" for=id.clone()>{move || words.t("term-find")}</label>
        <input id=id class="line short" type="search" autocomplete="off" spellcheck="false" dir="auto"
            placeholder=move || words.t("term-find") on:input=move |event| query.set(event_target_value(&event))/>
        <div class="chips many">
            {each(move || terms.get(), move |term| view! { <TermCheck item field term/> })}
        </div>
        <Shown when=move || terms.with(Vec::is_empty)><p class="hint">{move || words.t("term-none")}</p></Shown>
    }
}

/// The terms of a set field.
fn chosen_in<'a>(rec: &'a Recommendation, field: &str) -> &'a BTreeSet<String> {
    match field {
        "themes" => &rec.themes,
        "affected" => &rec.affected,
        "instruments" => &rec.instruments,
        "levels" => &rec.levels,
        "sdg" => &rec.sdg,
        "evidence" => &rec.evidence,
        _ => &rec.addressees,
    }
}
