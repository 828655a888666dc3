//! Values that stand side by side: of a field, or under one name in a copied or altered file.

use std::collections::BTreeSet;

use leptos::prelude::*;
use rapporteur_core::edit::Written;
use rapporteur_core::item::{EditId, ItemId};
use rapporteur_core::sorted;
use rapporteur_core::value::Value;
use rapporteur_core::workbook::{Current, written};

use super::alike::AnswerButton;
use super::state::{Desk, TITLE};
use crate::pages::conflicts::Open;
use crate::pages::conflicts::question::Question;
use crate::pages::naming::{Said, Text, field_name, item_name, said};
use crate::session::Book;
use crate::ui::view;
use crate::words::Words;

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

/// Contents under one name: where they are versions of one field, one is chosen; else each stays where it is. Whatever is
/// answered has seen all of them.
#[component]
pub(super) fn Clash(desk: Desk, id: EditId) -> impl IntoView {
    let words = desk.words;
    let (places, held) = untrack(|| desk.session.peek(|book| contents(words, book, id)));
    let places = StoredValue::new(places);
    let one_field = places.with_value(|places| places.len() == 1);
    let settle = move |chosen: Option<Value>| {
        let said = untrack(|| words.t("desk-said-chosen"));
        desk.decide("resolve", &said, |act, book, _| {
            places.with_value(|places| {
                for (item, field) in places {
                    let workbook = &book.workbook;
                    let kept = match workbook.current(*item, field) {
                        Current::None => Vec::new(),
                        Current::One(value) => vec![value],
                        // Versions of others are no part of this question.
                        Current::Conflict(values) => values,
                    };
                    let value = chosen
                        .as_ref()
                        .map_or_else(|| written(&kept), |value| Written::One(value.clone()));
                    act.write(*item, field, value, workbook.reach(*item, field));
                }
            });
        });
    };
    let sheets = held.into_iter().map(|one| {
        let choose = one_field.then(|| {
            let (value, by_key) = (one.value.clone(), one.value);
            let digit = desk.answer(move || settle(Some(by_key.clone())));
            view! {
                <button type="button" class="btn key" on:click=move |_| settle(Some(value.clone()))>
                    {words.t("conflicts-choose")} " " <kbd aria-hidden="true">{digit.to_string()}</kbd>
                </button>
            }
        });
        view! {
            <article>
                <p class="meta"><b>{one.name}</b></p>
                <p class="value"><Text said=one.said/></p>
                {choose}
            </article>
        }
    });
    let sheets: Vec<_> = sheets.collect();
    let keep = (!one_field).then(|| {
        desk.answer(move || settle(None));
        let act = Callback::new(move |()| settle(None));
        view! { <AnswerButton desk key="1" label="desk-clash-keep" id="answer-keep" act/> }
    });
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{words.t("queue-clash")}</h2>
            <p class="hint">{words.t("clashes-hint")}</p>
            <div class="pair">{sheets}</div>
            <div class="row answers">
                {keep}
                <AnswerButton desk key="H" label="desk-later" id="answer-later" act=Callback::new(move |()| desk.put_off())/>
            </div>
        </section>
    }
}

/// An item and a field of it.
type Place = (ItemId, String);

/// So many are shown; a forged file may hold any number.
const SHOWN: usize = 50;

/// One value that stands under a name.
struct Content {
    /// The item and the field in words.
    name: String,
    value: Value,
    said: Said,
}

/// Where values stand under a name, and the first of them, each once for each field.
fn contents(words: Words, book: &Book, id: EditId) -> (BTreeSet<Place>, Vec<Content>) {
    let edits = book.workbook.contents(id);
    let all = edits.iter().flat_map(|edit| {
        let place = (edit.item, edit.field.name().to_owned());
        edit.value
            .values()
            .iter()
            .map(move |value| (place.clone(), value))
    });
    let all = sorted::set(all);
    let places = sorted::set(all.iter().map(|(place, _)| place.clone()));
    let shown = all.into_iter().take(SHOWN).map(|(place, value)| {
        let (item, kind) = (item_name(words, book, place.0), place.0.kind);
        let field = field_name(words, kind, &place.1);
        let named = [("item", item.into()), ("field", field.into())];
        Content {
            name: words.with("conflicts-field", &named),
            said: said(words, book, kind, &place.1, value),
            value: value.clone(),
        }
    });
    (places, shown.collect())
}
