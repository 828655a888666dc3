//! Values that stand side by side: of a field, or under one name in a copied or altered file.

use leptos::prelude::*;
use rapporteur_core::item::{EditId, ItemId};
use rapporteur_core::sorted;
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Current;

use super::state::{Desk, TITLE};
use crate::pages::conflicts::Open;
use crate::pages::conflicts::question::Question;
use crate::pages::naming::{Said, Text, field_name, item_name, said};
use crate::session::Book;
use crate::ui::view;

/// A field that holds several values.
#[component]
pub(super) fn Conflict(desk: Desk, item: ItemId, field: String) -> impl IntoView {
    let held = desk.session.peek(|book| values(book, item, &field).len());
    let field = StoredValue::new(field);
    let decide = move |value: Value| {
        let said = untrack(|| desk.words.t("desk-said-chosen"));
        desk.decide("resolve", &said, |act, book, _| {
            field.with_value(|field| act.resolve(&book.workbook, item, field, value));
        });
    };
    for place in 0..held {
        desk.answer(move || {
            let mut values = field
                .with_value(|field| desk.session.peek(|book| values(book, item, field)))
                .into_iter();
            if let Some(value) = values.nth(place) {
                decide(value);
            }
        });
    }
    let asked = Open {
        item,
        field: field.get_value(),
    };
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{move || desk.words.t("queue-conflict")}</h2>
            <Question asked decide=Callback::new(decide) numbered=true/>
        </section>
    }
}

fn values(book: &Book, item: ItemId, field: &str) -> Vec<Value> {
    match book.workbook.current(item, field) {
        Current::Conflict(values) => values.into_iter().cloned().collect(),
        Current::None | Current::One(_) => Vec::new(),
    }
}

/// Contents under one name: each can be taken, and all that were written are kept.
#[component]
pub(super) fn Clash(desk: Desk, id: EditId) -> impl IntoView {
    let words = desk.words;
    let read = untrack(|| {
        desk.session.peek(|book| {
            let held = book.workbook.contents(id);
            let first = held.first()?;
            let (item, field) = (first.item, first.field.name().to_owned());
            let values = held.iter().flat_map(|edit| edit.value.values());
            let values = sorted::set(values).into_iter();
            let values =
                values.map(|value| (value.clone(), said(words, book, item.kind, &field, value)));
            let values: Vec<(Value, Said)> = values.collect();
            let name = words.with(
                "conflicts-field",
                &[
                    ("item", item_name(words, book, item).into()),
                    ("field", field_name(words, item.kind, &field).into()),
                ],
            );
            Some((item, field, name, values))
        })
    });
    let Some((item, field, name, values)) = read else {
        return view! { <h2 id=TITLE tabindex="-1">{words.t("queue-clash")}</h2> };
    };
    let field = StoredValue::new(field);
    let take = move |value: Value| {
        let said = untrack(|| words.t("desk-said-chosen"));
        desk.decide("resolve", &said, |act, book, _| {
            field.with_value(|field| act.resolve(&book.workbook, item, field, value));
        });
    };
    let sheets = values.into_iter().map(|(value, said)| {
        let by_key = value.clone();
        let digit = desk.answer(move || take(by_key.clone()));
        view! {
            <article>
                <p class="value"><Text said/></p>
                <button type="button" class="btn key" on:click=move |_| take(value.clone())>
                    {words.t("conflicts-choose")} " " <kbd aria-hidden="true">{digit.to_string()}</kbd>
                </button>
            </article>
        }
    });
    let sheets: Vec<_> = sheets.collect();
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{words.t("queue-clash")}</h2>
            <p class="meta"><b>{name}</b></p>
            <p class="hint">{words.t("clashes-hint")}</p>
            <div class="pair">{sheets}</div>
        </section>
    }
}
