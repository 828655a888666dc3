//! Earlier states of the workbook, and going back to one.

use leptos::prelude::*;

use super::focus_soon;
use crate::browser::clock;
use crate::browser::store::RingEntry;
use crate::session::session;
use crate::ui::{Disclosure, Shown, all, view};
use crate::words::words;

#[component]
pub(super) fn States() -> impl IntoView {
    let (words, session) = (words(), session());
    let open = RwSignal::new(false);
    let states = RwSignal::new(Vec::<RingEntry>::new());
    // Looked up when asked for, and again after whatever adds one.
    Effect::new(move || {
        let _ = session.receipts();
        if open.get() {
            leptos::task::spawn_local(async move {
                let found = session.states().await;
                states.try_set(found);
            });
        }
    });
    let label = Signal::derive(move || words.t("states-show"));
    view! {
        <section class="earlier" aria-labelledby="states">
            <h2 id="states" tabindex="-1">{move || words.t("states")}</h2>
            <p>{move || words.t("states-hint")}</p>
            <Disclosure label open id="show-states">
                <Shown when=move || states.with(Vec::is_empty)>
                    <p class="hint">{move || words.t("states-none")}</p>
                </Shown>
                <ol class="entries state-list" role="list">
                    {all(move || states.get(), move |entry| view! { <State entry states/> })}
                </ol>
            </Disclosure>
        </section>
    }
}

#[component]
fn State(entry: RingEntry, states: RwSignal<Vec<RingEntry>>) -> impl IntoView {
    let (words, session) = (words(), session());
    let when = words.figures(clock::day_and_minute(entry.at));
    let before = match entry.why.as_str() {
        "import" => "state-before-import",
        "list" => "state-before-list",
        "combine" => "state-before-combine",
        "restore" => "state-before-restore",
        _ => "state-before-take-out",
    };
    let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let (recommendations, edits) = (number(entry.recommendations), number(entry.edits));
    let line = {
        let when = when.clone();
        move || words.with(before, &[("when", when.clone().into())])
    };
    let counts = move || {
        let named = [
            ("recommendations", recommendations.into()),
            ("changes", edits.into()),
        ];
        words.with("state-counts", &named)
    };
    let busy = RwSignal::new(false);
    let entry = StoredValue::new(entry);
    let restore = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let done = session.restore(entry.get_value()).await;
            busy.try_set(false);
            session.say(untrack(|| {
                words.t(if done {
                    "state-restored"
                } else {
                    "state-not-restored"
                })
            }));
            let found = session.states().await;
            states.try_set(found);
            if done {
                focus_soon("states");
            }
        });
    };
    let name = move || words.with("state-restore-name", &[("when", when.clone().into())]);
    view! {
        <li class="entry">
            <p><b>{line}</b> <span class="hint">{counts}</span></p>
            <button type="button" class="btn" aria-label=name on:click=restore disabled=move || busy.get()>
                {move || words.t("state-restore")}
            </button>
        </li>
    }
}
