//! One item of the final list: its number, its text, how far it is, and where it comes from.

use leptos::prelude::*;
use rapporteur_core::combination::{PairVerdict, pairs};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::judgement::Judged;
use rapporteur_core::recommendation::{Recommendation, State};
use rapporteur_core::value::Value;

use super::lineage::Lineage;
use super::{LIST, Table};
use crate::pages::desk::Card;
use crate::pages::naming::{Said, Text, item_name};
use crate::session::Book;
use crate::ui::{Shown, memo, view};
use crate::words::Words;

/// What a row shows.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    /// The heading over it, where it is the first of an addressee, and the number of its section.
    section: Option<(usize, Option<String>)>,
    number: String,
    name: String,
    groups: String,
    said: Said,
    state: Option<State>,
    earlier: bool,
    vetted: Option<bool>,
    combined: bool,
    related: Vec<String>,
}

#[component]
pub(super) fn Row(table: Table, id: ItemId) -> impl IntoView {
    let words = table.words;
    let line = memo(move || table.session.read(|book| Line::of(table, book, id)));
    let ticked = move || table.ticked.with(|ticked| ticked.contains(&id));
    let open = move || table.open.get() == Some(id);
    let state = move || {
        line.with(|line| {
            line.state
                .map(|state| words.t(&format!("state-{}", state.name())))
        })
    };
    view! {
        {move || line.with(|line| line.section.clone()).map(|(number, term)| {
            let told = table.addressee(term.as_deref());
            let choose = move |_| {
                let items = table.numbers.with_untracked(|numbers| {
                    let section = numbers.sections.get(number.saturating_sub(1));
                    let items = section.iter().flat_map(|section| &section.items);
                    let items = items.map(|numbered| numbered.item);
                    items.filter(|item| untrack(|| table.shows(*item))).collect::<Vec<ItemId>>()
                });
                table.tick(&items, true);
            };
            let label = words.with("final-choose-section", &[("name", told.clone().into())]);
            view! {
                <div class="section-head">
                    <h2>{format!("{number}. ")} <bdi>{told}</bdi></h2>
                    <button type="button" class="btn plain" on:click=choose>{words.t("final-choose")} <span class="unseen">" " {label}</span></button>
                </div>
            }
        })}
        <div class="final-row">
            <label class="tick">
                <input type="checkbox" id=format!("{LIST}-{id}") prop:checked=ticked
                    on:change=move |event| table.tick(&[id], event_target_checked(&event))/>
                <bdi class="num" dir="ltr">{move || line.with(|line| line.number.clone())}</bdi>
                <span class="unseen">{move || line.with(|line| line.name.clone())}</span>
            </label>
            <div class="final-text">
                {move || { let said = line.with(|line| line.said.clone()); view! { <p class="value"><Text said/></p> } }}
                <p class="meta">
                    <bdi class="num">{move || line.with(|line| line.name.clone())}</bdi>
                    <bdi>{move || line.with(|line| line.groups.clone())}</bdi>
                    <span class="state" data-state=move || line.with(|line| line.state.map(State::name))>{state}</span>
                    {move || line.with(|line| line.earlier).then(|| view! { <span class="ask">{words.t("state-earlier")}</span> })}
                    {move || line.with(|line| line.vetted).map(|stands| match stands {
                        true => view! { <span class="vetted">{words.t("value-vetted")}</span> },
                        false => view! { <span class="ask">{words.t("final-vetted-earlier")}</span> },
                    })}
                </p>
                {move || line.with(|line| (!line.related.is_empty()).then(|| view! {
                    <p class="meta">{words.t("final-related")} " " <bdi>{line.related.join(&words.t("list-comma"))}</bdi></p>
                }))}
                <Shown when=move || line.with(|line| line.combined)>
                    <div class="disclosure">
                        <button type="button" class="btn plain" id=format!("origins-{id}") aria-expanded=move || open().to_string()
                            on:click=move |_| table.open.update(|held| *held = if *held == Some(id) { None } else { Some(id) })>
                            <span class="mark" aria-hidden="true"></span>
                            {move || words.t("final-origins")}
                            <span class="unseen">" " {move || line.with(|line| line.number.clone())}</span>
                        </button>
                        <Shown when=open><div class="disclosed"><Lineage table id/></div></Shown>
                    </div>
                </Shown>
            </div>
        </div>
    }
}

impl Line {
    fn of(table: Table, book: &Book, id: ItemId) -> Self {
        let words = table.words;
        let lang = words.lang();
        let rec = Recommendation::read(&book.workbook, id);
        let (text_lang, text) = rec.text_for(lang).unwrap_or_default();
        let all = table.all.get();
        let card = Card::of(words, book, &all, id);
        let (section, number) = table.numbers.with(|numbers| {
            let mut sections = numbers.sections.iter().zip(1_usize..);
            let found = sections.find_map(|(section, at)| {
                let own = section.items.iter().find(|held| held.item == id)?;
                let mut shown = section.items.iter().filter(|held| table.shows(held.item));
                let first = shown.next().is_some_and(|held| held.item == id);
                let head = first.then(|| (at, section.addressee.clone()));
                Some((head, own.number.clone()))
            });
            found.unwrap_or_default()
        });
        Self {
            section,
            number,
            name: card.name,
            groups: card.groups.join(&words.t("list-comma")),
            said: Said {
                text: text.to_owned(),
                lang: Some(text_lang.to_owned()).filter(|lang| !lang.is_empty()),
                written: true,
            },
            state: Some(rec.state),
            earlier: rec.state_on_earlier,
            vetted: vetted(book, id),
            combined: id.kind == Kind::COMBINATION,
            related: related(words, book, &all.originals(id), id),
        }
    }
}

/// Whether it may be shown: said of the text as it is now, or of an earlier one.
pub(super) fn vetted(book: &Book, id: ItemId) -> Option<bool> {
    match Judged::read(&book.workbook, id, "vetted") {
        Judged::One { what, earlier } if *what == Value::Bool(true) => Some(!earlier),
        _ => None,
    }
}

/// What was said to be related to it, or to what it is made of.
fn related(words: Words, book: &Book, originals: &[ItemId], id: ItemId) -> Vec<String> {
    let own = |item: &ItemId| *item == id || originals.contains(item);
    let mut names: Vec<String> = Vec::new();
    for pair in pairs(&book.workbook).filter(|pair| pair.verdict == Some(PairVerdict::Related)) {
        let [a, b] = &pair.items;
        let other = match (own(a), own(b)) {
            (true, false) => b,
            (false, true) => a,
            _ => continue,
        };
        let name = item_name(words, book, *other);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
