//! What else needs a person: pointers that lead nowhere or two ways, two of one combined text that are called different,
//! decisions made on earlier texts, and what was found elsewhere.

use leptos::prelude::*;
use rapporteur_core::combination::{PairVerdict, Trouble};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::judgement::Judged;
use rapporteur_core::queue::Noted;
use rapporteur_core::recommendation::State;
use rapporteur_core::value::Value;

use super::alike::{AnswerButton, is_text};
use super::card::{Card, CardView};
use super::state::{Desk, TITLE};
use crate::pages::naming::{field_name, said};
use crate::route::Route;
use crate::ui::view;

/// Items side by side as they are now.
fn cards(desk: Desk, items: &[ItemId]) -> Vec<Card> {
    let all = desk.all.get_untracked();
    untrack(|| {
        desk.session.peek(|book| {
            let shown = items.iter().filter(|item| is_text(**item));
            shown
                .map(|item| Card::of(desk.words, book, &all, *item))
                .collect()
        })
    })
}

#[component]
fn Sheets(desk: Desk, items: Vec<ItemId>) -> impl IntoView {
    let words = desk.words;
    let sheets = cards(desk, &items).into_iter();
    let sheets = sheets.map(|card| view! { <article><CardView words card/></article> });
    view! { <div class="pair">{sheets.collect::<Vec<_>>()}</div> }
}

/// A pointer into a combined text that counts as none.
#[component]
pub(super) fn Pointer(desk: Desk, trouble: Trouble) -> impl IntoView {
    let words = desk.words;
    let key = match &trouble {
        Trouble::Cycle(_) => "queue-cycle",
        Trouble::Disputed { .. } => "queue-disputed",
        Trouble::Nowhere { .. } => "queue-nowhere",
    };
    let said = move || untrack(|| words.t("desk-said-chosen"));
    let (shown, ways): (Vec<ItemId>, Vec<(ItemId, Option<ItemId>)>) = match trouble {
        Trouble::Cycle(items) => {
            let ways = items.iter().map(|item| (*item, None)).collect();
            (items, ways)
        }
        Trouble::Disputed { item, into } => (
            vec![item],
            into.into_iter().map(|into| (item, into)).collect(),
        ),
        Trouble::Nowhere { item, .. } => (vec![item], vec![(item, None)]),
    };
    let ways = ways.into_iter().map(|(item, into)| {
        let act = move || {
            desk.decide("combine", &said(), |act, book, _| {
                let target = into.map_or(Value::None, |into| Value::text(&into.to_string()));
                act.judge(&book.workbook, item, "combined", target);
            });
        };
        let digit = desk.answer(act);
        let card = cards(desk, &[into.unwrap_or(item)]).into_iter().next();
        let label = words.t(match into {
            Some(_) => "desk-put-there",
            None => "desk-stand-alone",
        });
        view! {
            <article>
                {card.map(|card| view! { <CardView words card/> })}
                <button type="button" class="btn answer" on:click=move |_| act()>
                    {label} " " <kbd aria-hidden="true">{digit.to_string()}</kbd>
                </button>
            </article>
        }
    });
    let ways: Vec<_> = ways.collect();
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{move || words.t(key)}</h2>
            {(key == "queue-disputed").then(|| view! { <Sheets desk items=shown.clone()/> })}
            <div class="pair">{ways}</div>
        </section>
    }
}

/// Two parts of one combined text that somebody called related or different.
#[component]
pub(super) fn Contradiction(desk: Desk, items: [ItemId; 2], verdict: PairVerdict) -> impl IntoView {
    let words = desk.words;
    let [a, b] = items;
    let same = move || {
        let said = untrack(|| words.t("desk-said-same"));
        desk.decide("relate", &said, |act, book, _| {
            act.relate(&book.workbook, a, b, Some(PairVerdict::Same));
        });
    };
    let off = move |item: ItemId| {
        let said = untrack(|| words.t("desk-said-split"));
        desk.decide("split", &said, |act, book, all| {
            act.split_off(&book.workbook, all, item);
        });
    };
    desk.answer(same);
    desk.answer(move || off(a));
    desk.answer(move || off(b));
    let told = match verdict {
        PairVerdict::Related => "pair-related",
        _ => "pair-different",
    };
    let sheets = cards(desk, &items).into_iter().zip([(a, "2"), (b, "3")]);
    let sheets = sheets.map(|(card, (item, key))| {
        view! {
            <article>
                <CardView words card/>
                <button type="button" class="btn answer" on:click=move |_| off(item)>
                    {words.t("split-off")} " " <kbd aria-hidden="true">{key}</kbd>
                </button>
            </article>
        }
    });
    let sheets: Vec<_> = sheets.collect();
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{move || words.t("queue-contradiction")}</h2>
            <p class="note">{move || words.with("desk-called", &[("verdict", words.t(told).into())])}</p>
            <div class="pair">{sheets}</div>
            <div class="row answers">
                <AnswerButton desk key="1" label="pair-same" id="answer-same" act=Callback::new(move |()| same())/>
                <AnswerButton desk key="H" label="desk-later" id="answer-later" act=Callback::new(move |()| desk.put_off())/>
            </div>
        </section>
    }
}

/// Something that was decided before the text was changed.
#[component]
pub(super) fn Earlier(desk: Desk, item: ItemId, field: String) -> impl IntoView {
    let (words, session) = (desk.words, desk.session);
    let pair: Vec<ItemId> = session.peek(|book| {
        let items = book.workbook.entries(item, "items").into_iter();
        items.filter_map(|name| name.parse().ok()).collect()
    });
    let is_pair = item.kind == Kind::PAIR;
    let told = untrack(|| {
        session.peek(|book| {
            let name = field_name(words, item.kind, &field);
            let value = book
                .workbook
                .value(item, &field)
                .cloned()
                .unwrap_or(Value::None);
            let said = said(words, book, item.kind, &field, &value).text;
            words.with(
                "desk-decided",
                &[("field", name.into()), ("value", said.into())],
            )
        })
    });
    let field = StoredValue::new(field);
    let pair = StoredValue::new(pair);
    let again = move || {
        let said = untrack(|| words.t("desk-said-again"));
        desk.decide("typed", &said, |act, book, _| {
            field.with_value(|field| {
                let Judged::One { what, .. } = Judged::read(&book.workbook, item, field) else {
                    return;
                };
                let verdict = what.as_text().and_then(PairVerdict::of);
                match (is_pair, pair.with_value(|pair| pair_in(pair))) {
                    (true, Some([a, b])) => act.relate(&book.workbook, a, b, verdict),
                    (true, None) => {}
                    (false, _) => act.judge(&book.workbook, item, field, what.clone()),
                }
            });
        });
    };
    let back = move || {
        let said = untrack(|| words.t("desk-said-back"));
        desk.decide("typed", &said, |act, book, all| {
            field.with_value(|field| match field.as_str() {
                "combined" => act.split_off(&book.workbook, all, item),
                "state" => act.set_state(&book.workbook, item, State::Draft),
                "verdict" => {
                    if let Some([a, b]) = pair.with_value(|pair| pair_in(pair)) {
                        act.relate(&book.workbook, a, b, None);
                    }
                }
                _ => act.judge(&book.workbook, item, field, Value::None),
            });
        });
    };
    desk.answer(again);
    desk.answer(back);
    let items = match is_pair {
        true => pair.get_value(),
        false => {
            let into = desk.all.with_untracked(|all| all.of_item(item));
            let into = into.filter(|_| field.with_value(|field| field == "combined"));
            [Some(item), into].into_iter().flatten().collect()
        }
    };
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{move || words.t("queue-earlier")}</h2>
            <p class="note">{told}</p>
            <Sheets desk items/>
            <div class="row answers">
                <AnswerButton desk key="1" label="desk-say-again" id="answer-again" act=Callback::new(move |()| again())/>
                <AnswerButton desk key="2" label="desk-take-it-back" id="answer-back" act=Callback::new(move |()| back())/>
                <AnswerButton desk key="H" label="desk-later" id="answer-later" act=Callback::new(move |()| desk.put_off())/>
            </div>
        </section>
    }
}

fn pair_in(items: &[ItemId]) -> Option<[ItemId; 2]> {
    items.try_into().ok()
}

/// Something found by the drafting checks: the text is changed, or somebody says that it may stay.
#[component]
pub(super) fn Finding(desk: Desk, noted: Noted) -> impl IntoView {
    let words = desk.words;
    let items: Vec<ItemId> = noted.item.into_iter().collect();
    let field = StoredValue::new(noted.field());
    let fine = move || {
        let said = untrack(|| words.t("desk-said-fine"));
        desk.decide("typed", &said, |act, book, _| {
            if let Some((item, field)) = field.get_value() {
                act.judge(&book.workbook, item, &field, Value::Bool(true));
            }
        });
    };
    desk.answer(fine);
    let (key, named) = (noted.key, noted.named);
    let told = move || words.found((key, named.clone()));
    let draft = noted.item.filter(|item| item.kind == Kind::REC).map(|rec| {
        let book = desk.session.peek(|book| book.id.clone());
        let (group, rec) = (None, Some(rec));
        Route::Draft { book, group, rec }.address()
    });
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{told}</h2>
            <Sheets desk items/>
            {draft.map(|draft| view! { <p><a href=draft>{move || words.t("conflicts-open")}</a></p> })}
            <div class="row answers">
                <AnswerButton desk key="1" label="finding-fine" id="answer-fine" act=Callback::new(move |()| fine())/>
                <AnswerButton desk key="H" label="desk-later" id="answer-later" act=Callback::new(move |()| desk.put_off())/>
            </div>
        </section>
    }
}
