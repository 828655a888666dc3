//! The list of all that needs a person: a row for each, the one that is asked marked.

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::combination::Trouble;
use rapporteur_core::item::ItemId;
use rapporteur_core::queue::Need;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::text::{direction_of, excerpt};

use super::state::{Desk, tags};
use crate::pages::naming::{field_name, item_name, language_name};
use crate::session::Book;
use crate::ui::{Check, Choices, Rows, Shown, memo, view};
use crate::words::Words;

/// The id of the list; its rows are `needs-{key}`.
pub(super) const LIST: &str = "needs";
/// How much of a text a row shows, in letters.
const EXCERPT: usize = 70;

/// What a row shows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Line {
    kind: String,
    name: String,
    lang: String,
    text: String,
}

#[component]
pub(super) fn List(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let keys = memo(move || {
        desk.queue.with(|queue| {
            Arc::new(
                queue
                    .rows
                    .iter()
                    .map(|row| row.key)
                    .collect::<Vec<ItemId>>(),
            )
        })
    });
    let count = move || keys.with(|keys| keys.len());
    view! {
        <section class="waiting" aria-labelledby="needs-title">
            <h2 id="needs-title">{move || words.with("desk-waiting", &[("count", count().into())])}</h2>
            <Shown when=move || { count() > 0 }>
                <div class="waiting-body">
                    <Rows id=LIST label=words.label("title-desk") keys=Signal::from(keys) current=Signal::from(desk.shown)
                        changes=Signal::derive(move || desk.queue.track())
                        renews=Signal::derive(move || { words.lang(); })
                        row=move |key| view! { <Row desk key/> }/>
                </div>
            </Shown>
        </section>
    }
}

#[component]
fn Row(desk: Desk, key: ItemId) -> impl IntoView {
    let words = desk.words;
    let line = memo(move || {
        let need = desk.queue.with(|queue| {
            let mut rows = queue.rows.iter();
            rows.find(|row| row.key == key).map(|row| row.need.clone())
        });
        let line = |need: &Need| desk.session.read(|book| Line::of(words, book, need));
        need.as_ref().map(line).unwrap_or_default()
    });
    let current = memo(move || desk.shown.get() == Some(key));
    view! {
        <button type="button" class="rec" id=row_id(key) tabindex=move || if current.get() { "0" } else { "-1" } aria-current=move || current.get().then_some("true")
            on:click=move |_| desk.choose(key)>
            <span class="meta">
                <span class="kind">{move || line.with(|line| line.kind.clone())}</span>
                <bdi class="num" dir=move || direction_of(words.lang()).as_str()>{move || line.with(|line| line.name.clone())}</bdi>
            </span>
            {move || line.with(|line| (!line.text.is_empty()).then(|| view! {
                <span class="words" translate="no" lang=line.lang.clone() dir=direction_of(&line.lang).as_str()>{line.text.clone()}</span>
            }))}
        </button>
    }
}

/// The id of a row's button.
pub(super) fn row_id(key: ItemId) -> String {
    format!("{LIST}-{key}")
}

impl Line {
    fn of(words: Words, book: &Book, need: &Need) -> Self {
        let name = |item: ItemId| item_name(words, book, item);
        let several = |items: &[ItemId]| {
            // Each by itself: a list of numbers runs as the language does.
            let apart = |item: &ItemId| format!("\u{2068}{}\u{2069}", name(*item));
            let names: Vec<String> = items.iter().map(apart).collect();
            names.join(&words.t("list-comma"))
        };
        let (kind, name, about) = match need {
            Need::Trouble(Trouble::Cycle(items)) => {
                ("desk-kind-pointer", several(items), items.first().copied())
            }
            Need::Trouble(Trouble::Disputed { item, .. } | Trouble::Nowhere { item, .. }) => {
                ("desk-kind-pointer", name(*item), Some(*item))
            }
            Need::Clash(id) => {
                let item = book.workbook.contents(*id).first().map(|edit| edit.item);
                ("desk-kind-clash", item.map(name).unwrap_or_default(), item)
            }
            Need::Conflict { item, field } => {
                let field = field_name(words, item.kind, field);
                let told = [("item", name(*item).into()), ("field", field.into())];
                let told = words.with("conflicts-field", &told);
                ("desk-kind-conflict", told, Some(*item))
            }
            Need::Contradiction { items, .. } => {
                ("desk-kind-contradiction", several(items), Some(items[0]))
            }
            Need::LookAlike { items, .. } => ("desk-kind-alike", several(items), Some(items[0])),
            Need::Unworded { items } => {
                ("desk-kind-unworded", several(items), items.first().copied())
            }
            Need::Earlier { item, .. } => ("desk-kind-earlier", name(*item), Some(*item)),
            Need::OutOfDate { item, lang } => {
                let told = format!(
                    "\u{2068}{}\u{2069} · {}",
                    name(*item),
                    language_name(words, lang)
                );
                ("desk-kind-compare", told, Some(*item))
            }
            Need::Missing { item, lang } => {
                let told = format!(
                    "\u{2068}{}\u{2069} · {}",
                    name(*item),
                    language_name(words, lang)
                );
                ("desk-kind-missing", told, Some(*item))
            }
            Need::Finding(noted) => {
                let told = noted.item.map(name).unwrap_or_default();
                ("desk-kind-finding", told, noted.item)
            }
        };
        let rec = about.map(|item| Recommendation::read(&book.workbook, item));
        let (lang, text) = rec
            .as_ref()
            .and_then(|rec| rec.text_for(words.lang()))
            .unwrap_or_default();
        Self {
            kind: words.t(kind),
            name,
            lang: lang.to_owned(),
            text: excerpt(text, EXCERPT).into_owned(),
        }
    }
}

/// In which languages the final list is wanted: of these missing texts are asked.
#[component]
pub(super) fn Wanted(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let choices: Vec<_> = tags()
        .map(|tag| {
            let label = Signal::derive(move || language_name(words, tag));
            let checked = Signal::derive(move || desk.wanted.with(|wanted| wanted.contains(&tag)));
            let change = Callback::new(move |on| desk.want(tag, on));
            view! { <Check label checked change/> }
        })
        .collect();
    view! { <Choices legend=words.label("desk-wanted")>{choices}</Choices> }
}
