//! From a combined text back to each group's words, their minority views and votes; and taking it apart again.

use leptos::prelude::*;
use rapporteur_core::combination::{self, Part};
use rapporteur_core::item::ItemId;
use rapporteur_core::round::{Round, Stage};

use super::{LIST, Table};
use crate::pages::desk::{Card, CardView, focus_soon};
use crate::pages::naming::{Said, Text, voters_name};
use crate::ui::{all, memo, view};

/// An original, as it is to the combined text now.
#[derive(Clone, Debug, PartialEq)]
struct Origin {
    part: Part,
    card: Card,
    earlier: bool,
    /// The closed rounds it was voted on in, by their group and how many votes each had.
    votes: Vec<String>,
}

#[component]
pub(super) fn Lineage(table: Table, id: ItemId) -> impl IntoView {
    let (words, session) = (table.words, table.session);
    let origins = memo(move || {
        table.all.with(|combinations| {
            session.read(|book| {
                let lineage = combination::lineage(&book.workbook, combinations, id);
                let origins = lineage.origins.into_iter().map(|origin| Origin {
                    part: origin.part,
                    card: Card::of(words, book, combinations, origin.recommendation.id),
                    earlier: origin.earlier_wording,
                    votes: origin
                        .rounds
                        .iter()
                        .filter_map(|round| {
                            let round = Round::read(&book.workbook, *round)?;
                            let name = voters_name(words, book, round.of());
                            let count = round.items.len();
                            (round.stage == Stage::Closed).then(|| {
                                let named = [("group", name.into()), ("count", count.into())];
                                words.with("final-voted", &named)
                            })
                        })
                        .collect(),
                });
                let taken_up = lineage
                    .earlier
                    .into_iter()
                    .map(|earlier| Card::of(words, book, combinations, earlier.combination).text());
                (
                    origins.collect::<Vec<Origin>>(),
                    taken_up.collect::<Vec<Said>>(),
                )
            })
        })
    });
    let split = move |_| {
        let combinations = table.all.get_untracked();
        let first = combinations.members(id).first().copied();
        let done = session.act("split", |act, book| {
            act.split(&book.workbook, &combinations, id)
        });
        said(table, done, "final-said-split", first);
    };
    let split_off = move |item: ItemId| {
        let combinations = table.all.get_untracked();
        let done = session.act("split", |act, book| {
            act.split_off(&book.workbook, &combinations, item)
        });
        said(table, done, "final-said-split-off", Some(item));
    };
    view! {
        <ul class="origins" role="list">
            {all(move || origins.with(|(origins, _)| origins.clone()), move |origin| {
                let item = origin.card.item;
                let (number, part) = (origin.card.name.clone(), origin.part);
                let told = part_key(part).map(|key| view! { <p class="note">{words.t(key)}</p> });
                let votes = origin.votes.into_iter().map(|vote| view! { <p class="meta">{vote}</p> });
                view! {
                    <li>
                        <CardView words card=origin.card/>
                        {votes.collect::<Vec<_>>()}
                        {told}
                        {origin.earlier.then(|| view! { <p class="note">{words.t("final-origin-earlier")}</p> })}
                        {matches!(part, Part::Member | Part::Withdrawn).then(|| view! {
                            <button type="button" class="btn" id=format!("split-off-{item}") on:click=move |_| split_off(item)>
                                {words.t("split-off")} <span class="unseen">" " {number}</span>
                            </button>
                        })}
                    </li>
                }
            })}
        </ul>
        {move || origins.with(|(_, taken_up)| (!taken_up.is_empty()).then(|| {
            let taken_up = taken_up.iter().cloned().map(|said| view! { <li><Text said/></li> });
            view! { <h3>{words.t("final-taken-up")}</h3> <ul class="entries" role="list">{taken_up.collect::<Vec<_>>()}</ul> }
        }))}
        <p><button type="button" class="btn" id=format!("split-{id}") on:click=split>{move || words.t("final-split")}</button></p>
    }
}

/// Says what was done, and goes to what stands alone now.
fn said(table: Table, done: bool, key: &str, item: Option<ItemId>) {
    if !done {
        return;
    }
    table.session.say(untrack(|| table.words.t(key)));
    if let Some(item) = item {
        // What stands alone again is to be seen.
        table.only_combined.set(false);
        table.open.set(Some(item));
        focus_soon(format!("{LIST}-{item}"));
    }
}

fn part_key(part: Part) -> Option<&'static str> {
    match part {
        Part::Member => None,
        Part::Withdrawn => Some("final-part-withdrawn"),
        Part::SplitOff => Some("final-part-split-off"),
        Part::Elsewhere(_) => Some("final-part-elsewhere"),
        Part::Undecided => Some("final-part-undecided"),
    }
}
