//! One file: its plain verdict, what it holds, what was found in it, and whether to take it.

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::file::{Finding, Refusal};
use rapporteur_core::intake::{GroupCount, Repeat, Verdict};
use rapporteur_core::item::ItemId;

use super::AT_ONCE;
use super::groups::GroupReceipts;
use super::preview::{ChangeList, counted};
use super::take::Waiting;
use crate::pages::naming::{field_name, item_name};
use crate::session::{Book, Incoming, Readable, Taking, Unusable};
use crate::ui::{Disclosure, memo, view};
use crate::words::{Words, words};

#[component]
pub(super) fn OneFile(
    waiting: Waiting,
    place: usize,
    file: Incoming,
    taking: Arc<Taking>,
) -> impl IntoView {
    let words = words();
    let Incoming { name, outcome } = file;
    match outcome {
        Ok(readable) => {
            let again = taking.repeats.get(place).copied().flatten();
            let other = again.and_then(|again| taking.files.get(again.other()));
            let again = again.zip(other.map(|file| file.name.clone()));
            view! { <Usable waiting place name readable taking again/> }
        }
        Err(unusable) => {
            // What cannot be read as a file may be a plain list.
            let may_be_list = match unusable {
                Unusable::Refused(Refusal::NotOurs | Refusal::NotJson { .. }) => true,
                Unusable::Refused(Refusal::Foreign(foreign)) => foreign.may_be_list(),
                _ => false,
            };
            let why = move || match &unusable {
                Unusable::Refused(refusal) => words.found(refusal.message()),
                Unusable::Unreadable => words.t("take-unreadable"),
            };
            view! {
                <li class="file unusable">
                    <bdi class="file-name">{name}</bdi>
                    <p class="verdict wrong">{why}</p>
                    {may_be_list.then(|| view! {
                        <button type="button" class="btn" on:click=move |_| waiting.read_as_list(place)>
                            {move || words.t("take-as-list")}
                        </button>
                    })}
                </li>
            }
        }
    }
}

#[component]
fn Usable(
    waiting: Waiting,
    place: usize,
    name: String,
    readable: Arc<Readable>,
    taking: Arc<Taking>,
    /// It is another one of these files again: how, and that one's name.
    again: Option<(Repeat, String)>,
) -> impl IntoView {
    let words = words();
    let preview = &readable.preview;
    let verdict = preview.verdict;
    let brings = preview.new_edits > 0;
    let totals = preview
        .groups
        .values()
        .fold(GroupCount::default(), |sum, group| GroupCount {
            in_file: sum.in_file.saturating_add(group.in_file),
            new: sum.new.saturating_add(group.new),
            changed: sum.changed.saturating_add(group.changed),
            conflicts: 0,
        });
    // Conflicts of the event and its groups count too.
    let totals = GroupCount {
        conflicts: preview.conflicts.len(),
        ..totals
    };
    let (in_file, before) = (totals.in_file, readable.before.clone());
    let counts = move || {
        let whole = words.with("take-recs", &[("count", totals.in_file.into())]);
        [whole, counted(words, &totals)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(&words.t("list-comma"))
    };
    // Of a file that is cut off this is told first: what follows is said of the rest only.
    let mut findings = readable.findings.iter();
    let cut = findings.any(|finding| matches!(finding, Finding::CutOff { .. }));
    let ticked = memo(move || waiting.files.with(|files| files.contains(&place)));
    let tick = move |on: bool| {
        waiting.files.update(|files| {
            if on {
                files.insert(place);
            } else {
                files.remove(&place);
            }
        });
    };
    let events = readable.header.events.join(" · ");
    let head = match brings {
        true => view! {
            <label class="tick">
                <input type="checkbox" prop:checked=move || ticked.get()
                    on:change=move |event| tick(event_target_checked(&event))/>
                <bdi class="file-name">{name}</bdi>
            </label>
        },
        false => view! { <bdi class="file-name">{name}</bdi> },
    };
    // Changes that were taken before are here already.
    let by_hand = readable
        .by_hand
        .as_ref()
        .is_some_and(|preview| preview.new_edits > 0)
        .then(|| {
            view! { <ByHand waiting place readable=readable.clone() taking=taking.clone()/> }
        });
    view! {
        <li class="file">
            {head}
            {cut.then(|| view! { <Findings readable=readable.clone() taking=taking.clone()/> })}
            {again.map(|(again, file)| view! {
                <p class="note">{move || words.with(again.key(), &[("file", file.clone().into())])}</p>
            })}
            <p class="verdict">{move || words.t(verdict.key())}</p>
            <p class="hint">{counts}</p>
            {(verdict == Verdict::OtherEvent).then(|| view! {
                <div class="note">
                    <p>{move || words.with("take-other-event", &[("event", events.clone().into())])}</p>
                    <button type="button" class="btn" on:click=move |_| waiting.open_beside(place)>
                        {move || words.t("take-beside")}
                    </button>
                </div>
            })}
            {(!cut).then(|| view! { <Findings readable=readable.clone() taking=taking.clone()/> })}
            {by_hand}
            // What is here already tells its groups what became of it.
            {(!brings && in_file > 0).then(|| view! { <GroupReceipts befores=vec![(String::new(), before)]/> })}
        </li>
    }
}

/// What was found while the file was read: the first few at once, all behind a button.
#[component]
fn Findings(readable: Arc<Readable>, taking: Arc<Taking>) -> impl IntoView {
    let words = words();
    let count = readable.findings.len();
    let open = RwSignal::new(false);
    let lines = move |readable: &Readable, taking: &Taking, from: usize, most: usize| {
        let findings = readable.findings.iter().skip(from).take(most);
        let lines = findings.map(|finding| {
            let said = words.found(told(words, taking.after.as_deref(), finding.message()));
            view! { <li>{said}</li> }
        });
        lines.collect::<Vec<_>>()
    };
    let first = {
        let (readable, taking) = (readable.clone(), taking.clone());
        move || lines(&readable, &taking, 0, AT_ONCE)
    };
    (count > 0).then(|| {
        view! {
            <ul class="findings" role="list">{first}</ul>
            {(count > AT_ONCE).then(move || {
                let rest = count.saturating_sub(AT_ONCE);
                view! {
                    <Disclosure label=Signal::derive(move || words.with("take-more-findings", &[("count", rest.into())])) open>
                        <ul class="findings" role="list">{lines(&readable, &taking, AT_ONCE, usize::MAX)}</ul>
                    </Disclosure>
                }
            })}
        }
    })
}

/// Changes somebody made in the readable part of the file: offered, never taken unasked.
#[component]
fn ByHand(
    waiting: Waiting,
    place: usize,
    readable: Arc<Readable>,
    taking: Arc<Taking>,
) -> impl IntoView {
    let words = words();
    let changes = readable
        .by_hand
        .as_ref()
        .map(|preview| preview.changes.clone())
        .unwrap_or_default();
    let count = changes.len();
    let ticked = memo(move || waiting.by_hand.with(|places| places.contains(&place)));
    let tick = move |on: bool| {
        waiting.by_hand.update(|places| {
            if on {
                places.insert(place);
            } else {
                places.remove(&place);
            }
        });
        if on {
            // They stand on the file's own values.
            waiting.files.update(|files| {
                files.insert(place);
            });
        }
    };
    view! {
        <div class="by-hand">
            <label class="tick">
                <input type="checkbox" prop:checked=move || ticked.get()
                    on:change=move |event| tick(event_target_checked(&event))/>
                <span>{move || words.with("take-by-hand", &[("count", count.into())])}</span>
            </label>
            <p class="hint">{move || words.t("take-by-hand-hint")}</p>
            <ChangeList changes taking/>
        </div>
    }
}

/// What a finding names, in words: items by their numbers, fields by their names.
fn told(
    words: Words,
    after: Option<&Book>,
    (key, named): (&'static str, Vec<(&'static str, String)>),
) -> (&'static str, Vec<(&'static str, String)>) {
    let item = named
        .iter()
        .find(|(name, _)| *name == "item")
        .and_then(|(_, id)| id.parse::<ItemId>().ok());
    let (Some(item), Some(book)) = (item, after) else {
        return (key, named);
    };
    let named = named.into_iter().map(|(name, text)| match name {
        "item" => (name, item_name(words, book, item)),
        "field" => (name, field_name(words, item.kind, &text)),
        _ => (name, text),
    });
    (key, named.collect())
}
