//! Pieces that are told apart by nothing but what they say: a copied or altered file. All of them are kept and shown.

use leptos::prelude::*;
use rapporteur_core::edit::Edit;

use crate::pages::naming::{Said, Text, field_name, item_name, said};
use crate::session::{Book, session};
use crate::ui::{Shown, all, memo, view};
use crate::words::{Words, words};

/// How many are listed.
const SHOWN: usize = 50;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    name: String,
    said: Vec<Said>,
}

#[component]
pub(super) fn Clashes() -> impl IntoView {
    let (words, session) = (words(), session());
    let lines = memo(move || session.read(|book| lines(words, book)));
    let count = move || session.read(|book| book.workbook.clashes().len());
    view! {
        <Shown when=move || !lines.with(Vec::is_empty)>
            <section class="clashes" aria-labelledby="clashes">
                <h2 id="clashes">{move || words.with("clashes-count", &[("count", count().into())])}</h2>
                <p class="hint">{move || words.t("clashes-hint")}</p>
                <ul class="entries" role="list">
                    {all(move || lines.get(), move |line| view! {
                        <li>
                            <b>{line.name}</b>
                            {line.said.into_iter().map(|said| view! { <p><Text said/></p> }).collect::<Vec<_>>()}
                        </li>
                    })}
                </ul>
            </section>
        </Shown>
    }
}

fn lines(words: Words, book: &Book) -> Vec<Line> {
    let clashes = book.workbook.clashes().values().take(SHOWN);
    clashes
        .filter_map(|edits| Some((edits.first()?, edits)))
        .map(|(first, edits)| {
            let field = field_name(words, first.item.kind, first.field.name());
            let item = item_name(words, book, first.item);
            let mut told: Vec<Said> = Vec::new();
            for edit in edits {
                for one in all_said(words, book, edit) {
                    if !told.contains(&one) {
                        told.push(one);
                    }
                }
            }
            Line {
                name: words.with(
                    "conflicts-field",
                    &[("item", item.into()), ("field", field.into())],
                ),
                said: told,
            }
        })
        .collect()
}

fn all_said(words: Words, book: &Book, edit: &Edit) -> Vec<Said> {
    let values = edit.value.values().iter();
    values
        .map(|value| said(words, book, edit.item.kind, edit.field.name(), value))
        .collect()
}
