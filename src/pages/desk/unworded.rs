//! Several that were called the same: one text is to stand for all of them.

use leptos::prelude::*;
use rapporteur_core::combination::{PairVerdict, pairs};
use rapporteur_core::item::ItemId;

use super::alike::AnswerButton;
use super::combine::{Combine, write};
use super::state::{Desk, TITLE};
use crate::pages::naming::item_name;
use crate::ui::view;

#[component]
pub(super) fn Unworded(desk: Desk, items: Vec<ItemId>) -> impl IntoView {
    let words = desk.words;
    let apart = apart(desk, &items);
    let held = StoredValue::new(items.clone());
    let answer = Callback::new(move |act: Callback<()>| {
        desk.answer(move || act.run(()));
    });
    let take = Callback::new(move |wording| {
        let items = held.get_value();
        let said = untrack(|| words.with("desk-said-combined", &[("count", items.len().into())]));
        desk.decide("combine", &said, |act, book, all| {
            write(act, book, all, &items, &wording);
        });
    });
    let back = Callback::new(move |()| {
        let items = held.get_value();
        let said = untrack(|| words.t("desk-said-back"));
        desk.decide("relate", &said, |act, book, all| {
            let last = |item: ItemId| all.of_item(item).unwrap_or(item);
            for pair in pairs(&book.workbook) {
                let [a, b] = pair.items;
                let two =
                    last(a) != last(b) && [a, b].iter().all(|one| items.contains(&last(*one)));
                if two && pair.verdict == Some(PairVerdict::Same) {
                    act.relate(&book.workbook, a, b, None);
                }
            }
        });
    });
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{move || words.t("queue-unworded")}</h2>
            {apart.into_iter().map(|told| view! { <p class="note">{told}</p> }).collect::<Vec<_>>()}
            <Combine items all=desk.all keys_on=desk.keys_on answer take/>
            <div class="row answers">
                <AnswerButton desk key="" label="unworded-back" id="answer-back" act=back/>
                <AnswerButton desk key="H" label="desk-later" id="answer-later" act=Callback::new(move |()| desk.put_off())/>
            </div>
        </section>
    }
}

/// Who of them was said to be something else to each other: whoever combines them ought to know.
fn apart(desk: Desk, items: &[ItemId]) -> Vec<String> {
    let words = desk.words;
    let all = desk.all.get_untracked();
    let within = |item: &ItemId| items.contains(&all.of_item(*item).unwrap_or(*item));
    untrack(|| {
        desk.session.peek(|book| {
            let told = pairs(&book.workbook).filter(|pair| pair.items.iter().all(within));
            let told = told.filter_map(|pair| {
                let verdict = match pair.verdict? {
                    PairVerdict::Same => return None,
                    PairVerdict::Related => "pair-related",
                    PairVerdict::Different => "pair-different",
                };
                let names = pair.items.map(|item| item_name(words, book, item));
                let named = [
                    ("names", names.join(&words.t("list-comma")).into()),
                    ("verdict", words.t(verdict).into()),
                ];
                Some(words.with("unworded-apart", &named))
            });
            told.collect()
        })
    })
}
