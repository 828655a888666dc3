//! A word in the status line when it is time to make a file: a laptop can be lost, a file on a stick is the safe copy.

use leptos::prelude::*;
use rapporteur_core::item::Kind;

use crate::browser::clock;
use crate::session::session;
use crate::ui::{Shown, view};
use crate::words::words;

/// Changes may be this old without a file, in seconds.
const AGE: i64 = 15 * 60;
/// So many recommendations may be without a file.
const MANY: u64 = 5;
/// How often the clock is looked at, in milliseconds.
const EVERY: u32 = 15_000;

/// Looks at the clock again and again, as long as somebody reads it.
fn look_again(now: RwSignal<i64>) {
    clock::after(EVERY, move || {
        if now.try_set(clock::now()).is_none() {
            look_again(now);
        }
    })
    .forever();
}

#[component]
pub(super) fn Reminder() -> impl IntoView {
    let (words, session) = (words(), session());
    let now = RwSignal::new(clock::now());
    let status = Memo::new(move |_| session.status());
    // Since when there are changes without a file; it goes on where it was when the page comes back.
    let since = RwSignal::new(None::<i64>);
    Effect::new(move || {
        let changed = status.with(|status| status.open && status.changes > 0);
        if changed != since.with_untracked(Option::is_some) {
            since.set(changed.then(|| session.unfiled_since()));
        }
    });
    look_again(now);
    let unfiled = Memo::new(move |_| {
        let filed = status.with(|status| {
            let file = status.last_file.as_ref();
            file.map_or(0, |file| file.recommendations)
        });
        let here = session.read(|book| book.workbook.of_kind(Kind::REC).count());
        u64::try_from(here)
            .unwrap_or(u64::MAX)
            .saturating_sub(filed)
    });
    let due = Memo::new(move |_| {
        let old = since
            .get()
            .is_some_and(|since| now.get().saturating_sub(since) >= AGE);
        let changed = since.with(Option::is_some);
        changed && (old || unfiled.get() >= MANY)
    });
    // Said once, when it comes.
    Effect::new(move |before: Option<bool>| {
        let is_due = due.get();
        if is_due && before == Some(false) {
            session.say_unseen(untrack(|| words.t("reminder")));
        }
        is_due
    });
    view! { <Shown when=move || due.get()><span class="note ask" id="reminder">{move || words.t("reminder")}</span></Shown> }
}
