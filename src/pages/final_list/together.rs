//! What is ticked belongs together, whether or not a search would find it: one text for all of it, or a link between each two.

use leptos::prelude::*;
use rapporteur_core::combination::{Pair, PairVerdict, combination_of};
use rapporteur_core::command::to_combine;
use rapporteur_core::item::ItemId;

use super::{LIST, Table};
use crate::pages::desk::{Combine, focus_soon, keys_on, write};
use crate::ui::{Markup, Shown, memo, view};

/// The id of the heading, and of the button that asks for a text.
const TITLE: &str = "together-title";
const ASK: &str = "chosen-combine";
/// Of more than so many the links would say nothing.
const MOST_RELATED: usize = 12;

/// The two ways, where at least two are ticked.
#[component]
pub(super) fn Ways(table: Table) -> impl IntoView {
    let words = table.words;
    let count = memo(move || table.chosen().len());
    let related = memo(move || {
        table
            .session
            .read(|book| all_related(book, &table.chosen()))
    });
    let ask = move |_| {
        let items = untrack(|| table.chosen());
        table.answers.update_value(Vec::clear);
        table.combining.set(Some(items));
        focus_soon(TITLE);
    };
    view! {
        <Shown when=move || { count.get() > 1 }>
            <div class="row">
                <button type="button" class="btn" id=ASK on:click=ask>{move || words.t("final-combine")}</button>
                <Shown when=move || { count.get() <= MOST_RELATED }>
                    <button type="button" class="press" id="chosen-related" aria-pressed=move || related.get().to_string()
                        on:click=move |_| relate(table, !related.get_untracked())>{move || words.t("pair-related")}</button>
                </Shown>
            </div>
        </Shown>
    }
}

/// The choice of a text, as soon as it was asked for.
#[component]
pub(super) fn Together(table: Table) -> impl IntoView {
    Markup::live(move || {
        let items = table.combining.get()?;
        Some(untrack(|| one_text(table, items)))
    })
}

fn one_text(table: Table, items: Vec<ItemId>) -> Markup {
    let (words, session) = (table.words, table.session);
    let held = StoredValue::new(items.clone());
    let answer = Callback::new(move |act| table.answers.update_value(|answers| answers.push(act)));
    let leave = move || {
        table.combining.set(None);
        focus_soon(ASK);
    };
    let take = Callback::new(move |wording| {
        let items = held.get_value();
        let all = table.all.get_untracked();
        let made =
            session.peek(|book| to_combine(&book.workbook, &all, &items).map(combination_of));
        let done = session.act("combine", |act, book| {
            write(act, book, &all, &items, &wording)
        });
        let named = [("count", items.len().into())];
        session.say(untrack(|| match done {
            true => words.with("desk-said-combined", &named),
            false => words.t("final-said-unchanged"),
        }));
        table.combining.set(None);
        table.tick(&items, false);
        if let Ok(made) = made {
            focus_soon(format!("{LIST}-{made}"));
        }
    });
    let keys_on = RwSignal::new(keys_on());
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{move || words.t("combine-title")}</h2>
            <Combine items all=table.all keys_on answer take/>
            <button type="button" class="btn" id="together-leave" on:click=move |_| leave()>{move || words.t("combine-leave")}</button>
        </section>
    }
}

/// Each two, once.
fn pairs_of(items: &[ItemId]) -> impl Iterator<Item = [ItemId; 2]> {
    let firsts = items.iter().zip(1_usize..);
    firsts.flat_map(|(a, place)| items.iter().skip(place).map(|b| [*a, *b]))
}

fn all_related(book: &crate::session::Book, items: &[ItemId]) -> bool {
    let is_related = |[a, b]: [ItemId; 2]| {
        let pair = Pair::read(&book.workbook, a, b);
        pair.is_settled() && pair.verdict == Some(PairVerdict::Related)
    };
    items.len() <= MOST_RELATED && pairs_of(items).all(is_related)
}

/// Says of each two that they belong together, or takes it back.
fn relate(table: Table, on: bool) {
    let items = untrack(|| table.chosen());
    let verdict = on.then_some(PairVerdict::Related);
    let done = table.session.act("relate", |act, book| {
        for [a, b] in pairs_of(&items) {
            act.relate(&book.workbook, a, b, verdict);
        }
    });
    let key = match (done, on) {
        (false, _) => "final-said-unchanged",
        (true, true) => "final-said-related",
        (true, false) => "final-said-not-related",
    };
    let named = [("count", items.len().into())];
    table.session.say(untrack(|| table.words.with(key, &named)));
}
