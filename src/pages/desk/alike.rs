//! Two that look alike, side by side, and why; where more than two do, all of them.

use leptos::prelude::*;
use rapporteur_core::combination::PairVerdict;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::recommendation::is_withdrawn;

use super::card::{Card, CardView};
use super::state::{Desk, TITLE};
use crate::pages::naming::Text;
use crate::ui::{Shown, all, memo, view};

/// One of the two, and the combined text that it is part of already.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Side {
    card: Card,
    within: Option<Card>,
}

#[component]
pub(super) fn Alike(desk: Desk, items: [ItemId; 2], earlier: Option<PairVerdict>) -> impl IntoView {
    let (words, session) = (desk.words, desk.session);
    let sides = memo(move || {
        desk.all.with(|all| {
            session.read(|book| {
                let card = |item| Card::of(words, book, all, item);
                items.map(|item| Side {
                    card: card(item),
                    within: all.of_item(item).map(card),
                })
            })
        })
    });
    desk.answer(move || relate(desk, items, PairVerdict::Same));
    desk.answer(move || relate(desk, items, PairVerdict::Related));
    desk.answer(move || relate(desk, items, PairVerdict::Different));
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{move || words.t("queue-look-alike")}</h2>
            {earlier.map(|earlier| view! { <p class="note">{move || words.t(earlier_key(earlier))}</p> })}
            <div class="pair">
                {all(move || sides.get().to_vec(), move |side| view! { <OneSide desk side/> })}
            </div>
            <Why desk items/>
            <Others desk items/>
            <div class="row answers" role="group" aria-labelledby=TITLE>
                <AnswerButton desk key="1" label="pair-same" id="answer-same"
                    act=Callback::new(move |()| relate(desk, items, PairVerdict::Same))/>
                <AnswerButton desk key="2" label="pair-related" id="answer-related"
                    act=Callback::new(move |()| relate(desk, items, PairVerdict::Related))/>
                <AnswerButton desk key="3" label="pair-different" id="answer-different"
                    act=Callback::new(move |()| relate(desk, items, PairVerdict::Different))/>
                <AnswerButton desk key="H" label="desk-later" id="answer-later" act=Callback::new(move |()| desk.put_off())/>
            </div>
        </section>
    }
}

#[component]
fn OneSide(desk: Desk, side: Side) -> impl IntoView {
    let words = desk.words;
    let within = side.within.map(|within| {
        let said = within.text();
        view! {
            <p class="within">
                <span class="hint">{words.with("desk-part-of", &[("name", within.name.into())])}</span> " " <Text said/>
            </p>
        }
    });
    view! { <article><CardView words card=side.card/> {within}</article> }
}

/// A way to answer, with its key, if it has one, where single keys decide.
#[component]
pub(super) fn AnswerButton(
    desk: Desk,
    key: &'static str,
    label: &'static str,
    id: &'static str,
    act: Callback<()>,
) -> impl IntoView {
    let words = desk.words;
    view! {
        <button type="button" class="btn answer" id=id on:click=move |_| act.run(())>
            {move || words.t(label)}
            {move || (desk.keys_on.get() && !key.is_empty()).then(|| view! { " " <kbd aria-hidden="true">{key}</kbd> })}
        </button>
    }
}

/// Why they look alike, in words.
#[component]
fn Why(desk: Desk, items: [ItemId; 2]) -> impl IntoView {
    let words = desk.words;
    let [a, b] = items;
    let why = memo(move || {
        let reasons = desk.alikes.with(|alikes| alikes.reasons(a, b));
        desk.session.read(|book| {
            words.read("similar-same-text", |messages| {
                let told = reasons.iter().map(|reason| {
                    let text = reason.text(messages, &book.vocabulary);
                    (text, reason.is_against())
                });
                told.collect::<Vec<(String, bool)>>()
            })
        })
    });
    view! {
        <Shown when=move || !why.with(Vec::is_empty)>
            <div class="why">
                <h3>{move || words.t("desk-why")}</h3>
                <ul class="reasons">
                    {all(move || why.get(), move |(text, against)| view! { <li class:against=against>{text}</li> })}
                </ul>
            </div>
        </Shown>
    }
}

/// The others that look like both, where there are more than two: all can be called the same at once.
#[component]
fn Others(desk: Desk, items: [ItemId; 2]) -> impl IntoView {
    let words = desk.words;
    let [a, b] = items;
    let others = memo(move || {
        let cluster = desk.alikes.with(|alikes| alikes.cluster(a, b).to_vec());
        desk.all.with(|all| {
            desk.session.read(|book| {
                let others = cluster.into_iter().filter(|item| !items.contains(item));
                let here = others.filter(|item| !is_withdrawn(&book.workbook, *item));
                let card = |item| Card::of(words, book, all, item);
                here.map(card).collect::<Vec<Card>>()
            })
        })
    });
    let whole = move || {
        let others = others.with(|others| others.iter().map(|card| card.item).collect::<Vec<_>>());
        items.into_iter().chain(others).collect::<Vec<ItemId>>()
    };
    desk.answer(move || {
        if !others.with_untracked(Vec::is_empty) {
            all_same(desk, &untrack(whole));
        }
    });
    let count = move || others.with(|others| others.len().saturating_add(items.len()));
    view! {
        <Shown when=move || !others.with(Vec::is_empty)>
            <div class="cluster">
                <h3>{move || words.with("desk-cluster", &[("count", count().into())])}</h3>
                <ul class="cluster-list" role="list">
                    {all(move || others.get(), move |card| view! { <li><CardView words card/></li> })}
                </ul>
                <button type="button" class="btn answer" id="answer-all" on:click=move |_| all_same(desk, &whole())>
                    {move || words.with("desk-cluster-same", &[("count", count().into())])}
                    {move || desk.keys_on.get().then(|| view! { " " <kbd aria-hidden="true">"4"</kbd> })}
                </button>
            </div>
        </Shown>
    }
}

/// The key of the sentence that says what was decided before the texts were changed.
fn earlier_key(earlier: PairVerdict) -> &'static str {
    match earlier {
        PairVerdict::Same => "desk-earlier-same",
        PairVerdict::Related => "desk-earlier-related",
        PairVerdict::Different => "desk-earlier-different",
    }
}

/// Says what they are to each other.
fn relate(desk: Desk, [a, b]: [ItemId; 2], verdict: PairVerdict) {
    let said = match verdict {
        PairVerdict::Same => "desk-said-same",
        PairVerdict::Related => "desk-said-related",
        PairVerdict::Different => "desk-said-different",
    };
    let said = untrack(|| desk.words.t(said));
    desk.decide("relate", &said, |act, book, _| {
        act.relate(&book.workbook, a, b, Some(verdict));
    });
}

/// Says of each two that they are the same.
fn all_same(desk: Desk, items: &[ItemId]) {
    let said = untrack(|| desk.words.t("desk-said-same"));
    desk.decide("relate", &said, |act, book, _| {
        for (a, place) in items.iter().zip(1_usize..) {
            for b in items.iter().skip(place) {
                act.relate(&book.workbook, *a, *b, Some(PairVerdict::Same));
            }
        }
    });
}

/// Whether an item is one that can be combined.
pub(super) fn is_text(item: ItemId) -> bool {
    [Kind::REC, Kind::COMBINATION].contains(&item.kind)
}
