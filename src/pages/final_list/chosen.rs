//! What is done to all that is ticked: how far it is, whether it may be shown, what it is about, what it is to each other. Each
//! is one act.

use leptos::prelude::*;
use rapporteur_core::command::Act;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::State;
use rapporteur_core::vocabulary::SchemeId;

use super::Table;
use super::together::Ways;
use crate::browser::page::{self, Key};
use crate::pages::desk::keys_on;
use crate::pages::naming::field_name;
use crate::session::Book;
use crate::ui::{Choices, Disclosure, Pick, Shown, each, memo, plain_label, view};

/// The fields that can be tagged at once, with their vocabularies.
const FIELDS: [(&str, SchemeId); 4] = [
    ("themes", SchemeId::Themes),
    ("addressees", SchemeId::Addressees),
    ("affected", SchemeId::AffectedGroups),
    ("levels", SchemeId::Levels),
];

#[component]
pub(super) fn Chosen(table: Table) -> impl IntoView {
    let words = table.words;
    let count = memo(move || table.chosen().len());
    let any = move || count.get() > 0;
    let open = RwSignal::new(false);
    let choose_all = move |_| {
        let items = table.items.get_untracked();
        table.tick(&items, true);
    };
    let choose_none = move |_| table.ticked.update(std::collections::BTreeSet::clear);
    view! {
        <section class="chosen" aria-labelledby="chosen">
            <div class="row">
                <h2 id="chosen">{move || words.with("final-chosen", &[("count", count.get().into())])}</h2>
                <button type="button" class="btn plain" id="choose-all" on:click=choose_all>{move || words.t("final-choose-all")}</button>
                <Shown when=any>
                    <button type="button" class="btn plain" id="choose-none" on:click=choose_none>{move || words.t("final-choose-none")}</button>
                </Shown>
            </div>
            <Shown when=any>
                <div class="row" role="group" aria-label=move || words.t("state")>
                    <span>{move || words.t("state")}</span>
                    {State::ALL.map(|state| view! { <StateButton table state/> })}
                </div>
                <div class="row">
                    <button type="button" class="btn" id="chosen-show"
                        on:click=move |_| act(table, "show", |act, book, items| act.vet(&book.workbook, items, true))>
                        {move || words.t("final-show")}
                    </button>
                    <button type="button" class="btn" id="chosen-hide"
                        on:click=move |_| act(table, "hide", |act, book, items| act.vet(&book.workbook, items, false))>
                        {move || words.t("final-hide")}
                    </button>
                </div>
                <Ways table/>
                <Disclosure label=words.label("final-tags") open id="chosen-tags"><Tags table/></Disclosure>
            </Shown>
        </section>
    }
}

#[component]
fn StateButton(table: Table, state: State) -> impl IntoView {
    let name = state.name();
    let to_state = move |_| {
        act(table, "state", |act, book, items| {
            act.set_states(&book.workbook, items, state);
        });
    };
    view! {
        <button type="button" class="btn" id=format!("chosen-{name}") on:click=to_state>
            {move || table.words.t(&format!("state-{name}"))}
        </button>
    }
}

/// One act on all that is ticked, and what came of it.
fn act(table: Table, what: &str, write: impl FnOnce(&mut Act<'_>, &Book, &[ItemId])) {
    let items = untrack(|| table.chosen());
    let done = table
        .session
        .act("typed", |act, book| write(act, book, &items));
    let key = match (done, what) {
        (false, _) => "final-said-unchanged",
        (true, "state") => "final-said-state",
        (true, "show") => "final-said-show",
        (true, "hide") => "final-said-hide",
        (true, _) => "final-said-tags",
    };
    let named = [("count", items.len().into())];
    table.session.say(untrack(|| table.words.with(key, &named)));
}

/// The terms of one field: pressed where all that is ticked has them.
#[component]
fn Tags(table: Table) -> impl IntoView {
    let words = table.words;
    let field = RwSignal::new(0_usize);
    let terms = memo(move || {
        let (name, scheme) = FIELDS
            .get(field.get())
            .copied()
            .unwrap_or(("themes", SchemeId::Themes));
        let lang = words.lang();
        table.session.read(|book| {
            let terms = book
                .vocabulary
                .terms(scheme)
                .filter(|term| !term.deprecated);
            let terms = terms.zip(1_usize..).map(|(term, place)| {
                (
                    name,
                    term.id.to_string(),
                    plain_label(book.vocabulary.label(&term.id, lang)),
                    place,
                )
            });
            terms.collect::<Vec<_>>()
        })
    });
    view! {
        <Choices legend=words.label("final-tag-field")>
            {FIELDS.into_iter().zip(0_usize..).map(|((name, _), place)| view! {
                <Pick name=String::from("final-field") label=Signal::derive(move || field_name(words, rapporteur_core::item::Kind::REC, name))
                    checked=Signal::derive(move || field.get() == place) choose=Callback::new(move |()| field.set(place))/>
            }).collect::<Vec<_>>()}
        </Choices>
        <div class="chips" role="group" aria-label=move || words.t("final-tags")>
            {each(move || terms.get(), move |(name, term, label, place): (&'static str, String, String, usize)| {
                let asked = term.clone();
                let pressed = memo(move || has_all(table, name, &asked));
                let digit = (name == "themes" && place < 10).then(|| view! { " " <kbd aria-hidden="true">{place.to_string()}</kbd> });
                view! {
                    <button type="button" class="press" aria-pressed=move || pressed.get().to_string()
                        on:click=move |_| toggle(table, name, &term)>{label} {digit}</button>
                }
            })}
        </div>
    }
}

/// Whether all that is ticked has a term; follows both.
fn has_all(table: Table, field: &str, term: &str) -> bool {
    let chosen = table.chosen();
    table.session.read(|book| {
        let has = |item: &ItemId| book.workbook.entries(*item, field).contains(term);
        chosen.iter().all(has)
    })
}

/// Adds a term to all that is ticked; takes it out where all have it.
fn toggle(table: Table, field: &str, term: &str) {
    let has = untrack(|| has_all(table, field, term));
    act(table, "tags", |act, book, items| match has {
        true => act.retag(&book.workbook, items, field, &[], &[term]),
        false => act.retag(&book.workbook, items, field, &[term], &[]),
    });
}

/// Digits tag what is ticked with the first nine themes, as long as the page is shown; while a text is chosen they choose it.
pub(super) fn listen(table: Table) {
    let listener = page::on_key(move |key: Key| {
        let plain = !(key.ctrl || key.meta || key.alt || key.shift || key.repeat);
        if key.composing
            || key.in_text
            || !plain
            || !keys_on()
            || untrack(|| table.chosen()).is_empty()
        {
            return;
        }
        let code = key.code.as_str();
        let digit = code
            .strip_prefix("Digit")
            .or_else(|| code.strip_prefix("Numpad"));
        let digit = digit.and_then(|digit| digit.parse::<usize>().ok()?.checked_sub(1));
        if table.combining.with_untracked(Option::is_some) {
            let answer =
                digit.and_then(|place| table.answers.with_value(|all| all.get(place).copied()));
            if let Some(answer) = answer {
                key.prevent();
                answer.try_run(());
            }
            return;
        }
        let term = digit.and_then(|place| {
            table.session.peek(|book| {
                let mut terms = book
                    .vocabulary
                    .terms(SchemeId::Themes)
                    .filter(|term| !term.deprecated);
                terms.nth(place).map(|term| term.id.to_string())
            })
        });
        if let Some(term) = term {
            key.prevent();
            toggle(table, "themes", &term);
        }
    });
    // Owned by the page: it goes with it.
    StoredValue::new_local(listener);
}
