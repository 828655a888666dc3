//! Advice beside the text. The coach, what it knows and what it says are a part of the program that is loaded when the first
//! sheet is shown; nothing waits for it.

mod beside;
mod remedy;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;

use super::desk::desk;
use crate::browser::clock;
use crate::pages::coach_says;
use crate::pages::lazy::NotLoaded;
use crate::ui::{Markup, Shown, view};
use crate::words::Source;

/// What the part has.
#[derive(Clone, Copy)]
struct Part {
    /// Draws the advice for a recommendation.
    draw: fn(Memo<ItemId>, Memo<Recommendation>) -> Markup,
    /// What it says.
    says: &'static [Source],
}

#[wasm_split(coach, wasm_split_path = ::leptos::wasm_split, fallible)]
fn part() -> Result<Part, NotLoaded> {
    Ok(Part {
        draw: beside::beside,
        says: coach_says(),
    })
}

#[component]
pub(super) fn Coach(item: Memo<ItemId>, rec: Memo<Recommendation>) -> impl IntoView {
    let words = desk().words;
    let (loaded, failed) = (RwSignal::new(None::<Part>), RwSignal::new(false));
    let load = move || {
        spawn_local(async move {
            // The sheet is drawn first.
            clock::pause().await;
            match part().await {
                Ok(part) => {
                    words.add(part.says);
                    let _ = loaded.try_set(Some(part));
                }
                Err(_) => drop(failed.try_set(true)),
            }
        });
    };
    load();
    view! {
        {move || loaded.get().map(|part| (part.draw)(item, rec))}
        <Shown when=move || failed.get() && loaded.with(Option::is_none)>
            <p class="hint">
                {move || words.t("part-not-loaded")} " "
                <button type="button" class="btn plain" on:click=move |_| load()>{move || words.t("part-again")}</button>
            </p>
        </Shown>
    }
}
