//! What was taken in since the workbook was opened, and taking it out again. Computed, never stored.

use leptos::prelude::*;

use super::focus_soon;
use super::groups::GroupReceipts;
use crate::app::navigation;
use crate::browser::clock;
use crate::route::Route;
use crate::session::{Before, Receipt, session};
use crate::ui::{Shown, all, memo, view};
use crate::words::words;

/// The id of the latest receipt's heading.
pub(super) const LATEST: &str = "receipt";

#[component]
pub(super) fn Receipts() -> impl IntoView {
    let (words, session) = (words(), session());
    let receipts = memo(move || {
        let mut receipts = session.receipts();
        receipts.reverse();
        receipts
    });
    // Only the latest can be taken out: what two files brought stands on the receipt of the first alone.
    let latest = memo(move || {
        receipts.with(|receipts| {
            receipts
                .iter()
                .find(|receipt| !receipt.brought.is_empty())
                .map(|receipt| receipt.batch.clone())
        })
    });
    view! {
        <Shown when=move || !receipts.with(Vec::is_empty)>
            <section class="receipts" aria-labelledby=LATEST>
                <h2 id=LATEST tabindex="-1">{move || words.t("receipt-title")}</h2>
                <ol class="receipt-list" role="list">
                    {all(move || receipts.get(), move |receipt| view! {
                        <OneReceipt receipt latest/>
                    })}
                </ol>
            </section>
        </Shown>
    }
}

#[component]
fn OneReceipt(receipt: Receipt, latest: Memo<Option<String>>) -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let nothing = receipt.brought.is_empty();
    let when = words.figures(clock::hour_minute(receipt.at));
    let (recommendations, conflicts) = (receipt.recommendations, receipt.conflicts);
    let batch = StoredValue::new(receipt.batch);
    let unkept = move || {
        let unkept = batch.with_value(|batch| session.unkept(batch));
        unkept.filter(|unkept| *unkept > 0)
    };
    let mut befores: Vec<(String, Before)> = Vec::new();
    if let Some(own) = receipt.own {
        befores.push((untrack(|| words.t("receipts-own")), own));
    }
    let files: Vec<_> = receipt
        .files
        .into_iter()
        .map(|file| {
            let (name, brought) = (file.name, file.brought);
            if let Some(before) = file.before {
                befores.push((name.clone(), before));
            }
            let line = move || match brought {
                0 => words.t("receipt-known"),
                _ => words.t("receipt-brought"),
            };
            view! { <li><bdi class="file-name">{name}</bdi> <span>{line}</span></li> }
        })
        .collect();
    let here = move || {
        let named = [
            ("recommendations", recommendations.into()),
            ("conflicts", conflicts.into()),
        ];
        words.with("receipt-here", &named)
    };
    let busy = RwSignal::new(false);
    let take_out = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let out = session.take_out().await;
            busy.try_set(false);
            session.say(untrack(|| {
                words.t(if out {
                    "receipt-taken-out"
                } else {
                    "receipt-not-taken-out"
                })
            }));
            if out {
                focus_soon("page-title");
            }
        });
    };
    let is_latest =
        move || batch.with_value(|batch| latest.with(|latest| latest.as_ref() == Some(batch)));
    let conflicts_route = move || {
        Route::Desk {
            book: navigation.book(),
        }
        .address()
    };
    view! {
        <li class="receipt">
            <p class="hint">{move || words.with("receipt-when", &[("when", when.clone().into())])}</p>
            <ul class="entries" role="list">{files}</ul>
            <p>{here}</p>
            {(conflicts > 0).then(|| view! {
                <p><a class="ask" href=conflicts_route>{move || words.t("receipt-decide")}</a></p>
            })}
            {nothing.then(|| view! { <p>{move || words.t("receipt-nothing")}</p> })}
            {move || unkept().map(|unkept| view! {
                <p class="note">{words.with("receipt-unkept", &[("count", unkept.into())])}</p>
            })}
            <Shown when=is_latest>
                <button type="button" class="btn" disabled=move || session.is_changing() on:click=take_out>{move || words.t("receipt-take-out")}</button>
                <span class="hint">{move || words.t("receipt-take-out-hint")}</span>
            </Shown>
            {(!befores.is_empty()).then(|| view! { <GroupReceipts befores/> })}
        </li>
    }
}
