//! The numbers of the final list: given once, and kept as they were given, whatever is changed later.

use leptos::prelude::*;
use rapporteur_core::edition::Numbering;
use rapporteur_core::event::events;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::sorted;

use super::Table;
use crate::browser::{clock, ids};
use crate::session::Book;
use crate::ui::{Shown, all, memo, view};

/// A list that was numbered.
#[derive(Clone, Debug, PartialEq)]
struct Given {
    at: Option<i64>,
    count: usize,
    /// How many of its texts were changed since.
    changed: usize,
    /// It is the list as it stands.
    is_now: bool,
}

#[component]
pub(super) fn Editions(table: Table) -> impl IntoView {
    let (words, session) = (table.words, table.session);
    let given = memo(move || {
        table
            .numbers
            .with(|now| session.read(|book| given(book, now)))
    });
    let adopt = move |_| {
        let Ok(bits) = ids::random_u128() else {
            return;
        };
        let numbers = table.numbers.get_untracked();
        session.act("edition", |act, book| {
            let events = events(&book.workbook);
            // A list of several events is of none of them.
            let event = match events.as_slice() {
                [event] => Some(event.id),
                _ => None,
            };
            let edition = ItemId::new(Kind::EDITION, bits);
            act.adopt(&book.workbook, edition, event, &numbers);
        });
        let sections = numbers.sections.iter();
        let count: usize = sections.map(|section| section.items.len()).sum();
        session.say(untrack(|| {
            words.with("final-said-numbered", &[("count", count.into())])
        }));
    };
    view! {
        <section class="editions" aria-labelledby="editions">
            <h2 id="editions">{move || words.t("final-numbers")}</h2>
            <p class="hint">{move || words.t("final-numbers-hint")}</p>
            <Shown when=move || !given.with(Vec::is_empty)>
                <ul class="entries" role="list">
                    {all(move || given.get(), move |given| {
                        let when = given.at.map(clock::day_and_minute).map(|when| words.figures(when)).unwrap_or_default();
                        let named = [("when", when.into()), ("count", given.count.into()), ("changed", given.changed.into())];
                        let note = if given.is_now { "final-given-now" } else { "final-given-other" };
                        view! { <li><span>{words.with("final-given", &named)}</span> <span class="hint">{words.t(note)}</span></li> }
                    })}
                </ul>
            </Shown>
            <p>
                <button type="button" class="btn key" id="number" on:click=adopt>{move || words.t("final-number")}</button>
            </p>
        </section>
    }
}

/// The lists that were numbered, the latest first.
fn given(book: &Book, now: &Numbering) -> Vec<Given> {
    let editions = book.workbook.of_kind(Kind::EDITION);
    let given = editions.filter_map(|(id, _)| {
        let numbers = Numbering::read(&book.workbook, id);
        let history = book.workbook.history(id, "numbers")?;
        let items = || numbers.sections.iter().flat_map(|section| &section.items);
        let named = |numbering: &Numbering| {
            let items = numbering.sections.iter().flat_map(|section| &section.items);
            let items = items.map(|numbered| (numbered.item, numbered.number.clone()));
            items.collect::<Vec<_>>()
        };
        Some(Given {
            at: history.heads().iter().filter_map(|head| head.at).max(),
            count: items().count(),
            changed: items().filter(|numbered| numbered.earlier).count(),
            is_now: named(&numbers) == named(now),
        })
    });
    let mut given: Vec<Given> = given.collect();
    sorted::sort_by_key(&mut given, |given| std::cmp::Reverse(given.at));
    given
}
