//! How strongly, by when, about which crime, and how anyone will know.

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::SchemeId;

use super::desk::{Desk, desk};
use super::editor::Clash;
use super::text::TextBox;
use crate::session::TextField;
use crate::ui::{Choices, Disclosure, Pick, Shown, each, effect, memo, view};

/// By when, how strongly, and which crime.
#[component]
pub(super) fn When(item: Memo<ItemId>, rec: Memo<Recommendation>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let wide = |term: &str| matches!(term, "tip" | "som" | "tip-som");
    view! {
        <Horizon item rec/>
        <OneTerm item rec scheme=SchemeId::Urgency field="urgency" legend="urgency" only=Arc::new(|_: &str| true)/>
        <div class="part">
        <OneTerm item rec scheme=SchemeId::Issues field="issue" legend="issue" only=Arc::new(wide)/>
        <Disclosure label=words.label("issue-others") open=desk.open.issues>
            <OneTerm item rec scheme=SchemeId::Issues field="issue" legend="issue-exact" only=Arc::new(move |term: &str| !wide(term))/>
        </Disclosure>
        </div>
    }
}

/// One term of a scheme, all in sight, and a way to take it back.
#[component]
pub(super) fn OneTerm(
    item: Memo<ItemId>,
    rec: Memo<Recommendation>,
    scheme: SchemeId,
    field: &'static str,
    legend: &'static str,
    /// Which terms are offered here.
    only: Arc<dyn Fn(&str) -> bool + Send + Sync>,
) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let held = memo(move || {
        let item = item.get();
        desk.session
            .read(|book| book.workbook.text(item, field).map(str::to_owned))
    });
    let terms = memo({
        let only = Arc::clone(&only);
        move || {
            let held = held.get();
            desk.session.read(|book| {
                let fits = |id: &str, deprecated: bool| {
                    only(id) && (!deprecated || held.as_deref() == Some(id))
                };
                let terms = book
                    .vocabulary
                    .terms(scheme)
                    .filter(|term| fits(&term.id, term.deprecated));
                terms.map(|term| term.id.to_string()).collect::<Vec<_>>()
            })
        }
    });
    let chosen_here = memo(move || held.with(|held| held.as_deref().is_some_and(&*only)));
    let clear = view! {
        <Shown when=move || chosen_here.get()>
            <button type="button" class="btn plain clear" on:click=move |_| desk.set_term(item.get_untracked(), field, None)>
                {move || words.t("clear")} <span class="unseen">" " {move || words.t(legend)}</span>
            </button>
        </Shown>
    };
    view! {
        <Choices legend=words.label(legend) id=legend aside=clear>
            {each(move || terms.get(), move |term: String| {
                let (label, tested) = (term.clone(), term.clone());
                view! {
                    <Pick name=format!("{field}-{legend}") label=Signal::derive(move || desk.label(&label))
                        checked=Signal::derive(move || held.with(|held| held.as_ref() == Some(&tested)))
                        choose=Callback::new(move |()| desk.set_term(item.get_untracked(), field, Some(&term)))/>
                }
            })}
        </Choices>
        <Clash rec field/>
    }
}

/// By when: a horizon, or a day.
#[component]
fn Horizon(item: Memo<ItemId>, rec: Memo<Recommendation>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let horizon = memo(move || rec.with(|rec| rec.horizon.clone()));
    let days = memo(move || rec.with(|rec| rec.due.clone()));
    let asked_day = RwSignal::new(false);
    // Asking for a day is of one recommendation.
    effect(move || {
        item.with(|_| ());
        asked_day.set(false);
    });
    let on_day = memo(move || asked_day.get() || days.with(|days| !days.is_empty()));
    let terms = memo(move || {
        let held = horizon.get();
        desk.session.read(|book| {
            let fits = |id: &str| id != "unspecified" || held.as_deref() == Some(id);
            let terms = book
                .vocabulary
                .terms(SchemeId::Horizons)
                .filter(|term| fits(&term.id));
            terms.map(|term| term.id.to_string()).collect::<Vec<_>>()
        })
    });
    let set_horizon = move |term: Option<&str>| {
        asked_day.set(false);
        let item = item.get_untracked();
        desk.act(item, |act, book| {
            act.set(
                &book.workbook,
                item,
                "horizon",
                term.map_or(Value::None, Value::text),
            );
            act.set(&book.workbook, item, "due", Value::None);
        });
    };
    let set_day = move |day: String| {
        let item = item.get_untracked();
        desk.act(item, |act, book| {
            let value = if day.is_empty() {
                Value::None
            } else {
                Value::text(&day)
            };
            act.set(&book.workbook, item, "due", value);
            act.set(&book.workbook, item, "horizon", Value::None);
        });
    };
    let said = memo(move || horizon.with(Option::is_some) || on_day.get());
    let clear = view! {
        <Shown when=move || said.get()>
            <button type="button" class="btn plain clear" on:click=move |_| set_horizon(None)>
                {move || words.t("clear")} <span class="unseen">" " {move || words.t("horizon")}</span>
            </button>
        </Shown>
    };
    view! {
        <Choices legend=words.label("horizon") id="horizon" aside=clear>
            {each(move || terms.get(), move |term: String| {
                let (label, tested) = (term.clone(), term.clone());
                view! {
                    <Pick name="horizon".into() label=Signal::derive(move || horizon_label(desk, &label))
                        checked=Signal::derive(move || !on_day.get() && horizon.with(|held| held.as_ref() == Some(&tested)))
                        choose=Callback::new(move |()| set_horizon(Some(&term)))/>
                }
            })}
            <Pick name="horizon".into() label=words.label("horizon-day") checked=Signal::from(on_day)
                choose=Callback::new(move |()| asked_day.set(true))/>
        </Choices>
        <Shown when=move || on_day.get()>
            <div class="field">
                <label for="due">{move || words.t("due")}</label>
                <input id="due" class="line short" type="date" dir="ltr"
                    prop:value=move || days.with(|days| days.first().cloned().unwrap_or_default())
                    on:change=move |event| set_day(event_target_value(&event))/>
                <Shown when=move || days.with(|days| days.len() > 1)>
                    <p class="note">
                        {move || words.t("due-several")} " "
                        <bdi dir="ltr">{move || days.with(|days| days.iter().cloned().collect::<Vec<_>>().join(", "))}</bdi>
                    </p>
                </Shown>
            </div>
        </Shown>
        <Clash rec field="horizon"/>
    }
}

/// A horizon as it is said aloud; the vocabulary's own label for one of later versions.
fn horizon_label(desk: Desk, term: &str) -> String {
    match term {
        "immediate" => desk.words.t("horizon-immediate"),
        "short" => desk.words.t("horizon-short"),
        "medium" => desk.words.t("horizon-medium"),
        "long" => desk.words.t("horizon-long"),
        "continuous" => desk.words.t("horizon-continuous"),
        _ => desk.label(term),
    }
}

/// How will anyone know?
#[component]
pub(super) fn Indicator(item: Memo<ItemId>, rec: Memo<Recommendation>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let lang = memo(move || {
        let held = rec.with(|rec| rec.indicator.as_ref().map(|held| held.lang.clone()));
        let original =
            || Some(rec.with(|rec| rec.original.clone())).filter(|lang| !lang.is_empty());
        held.or_else(original).unwrap_or_else(|| desk.lang.get())
    });
    view! {
        {move || view! {
            <TextBox item=item.get() field=TextField::InLanguage("indicator".into(), lang.get()) id="indicator".into()
                label=words.label("indicator") hint=words.label("indicator-hint")/>
        }}
        <Clash rec field="indicator"/>
    }
}
