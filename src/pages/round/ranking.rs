//! The best ones, best first: every recommendation with a number; pressing or clicking it gives it the next place.

use leptos::prelude::*;
use rapporteur_core::round;

use super::Words as Text;
use super::booth::{BoothDesk, Leave, of_turns};
use crate::ui::{Markup, view};

#[component]
pub(super) fn Ranking(desk: BoothDesk) -> impl IntoView {
    let words = desk.words;
    let k = desk
        .booth
        .with_untracked(|booth| booth.as_ref().map_or(0, |booth| booth.card().k));
    let list = of_turns(desk, move |turn, item| row(desk, turn, item));
    view! {
        <h1 id="page-title" tabindex="-1">{move || words.with("booth-question-ranking", &[("k", k.into())])}</h1>
        <p class="hint">{move || words.t("booth-rank-hint")}</p>
        <ol class="rank-list" role="list">{list}</ol>
        <div class="foot">
            <button type="button" class="btn" on:click=move |_| desk.back()>{move || words.t("booth-back")}</button>
            <span>{move || words.t("booth-hint")}</span>
            <button type="button" class="btn" on:click=move |_| desk.change(round::Booth::pass)>
                {move || words.t("booth-rank-done")} " " <kbd aria-hidden="true">"Enter"</kbd>
            </button>
        </div>
        <Leave desk/>
    }
}

fn row(desk: BoothDesk, turn: usize, item: rapporteur_core::item::ItemId) -> Markup {
    let words = desk.words;
    let rank = move || {
        desk.booth
            .with(|booth| booth.as_ref().and_then(|booth| booth.rank(turn)))
    };
    // The tenth has the key 0; those after it are clicked.
    let key = match turn {
        0..=8 => Some(turn.saturating_add(1).to_string()),
        9 => Some(String::from("0")),
        _ => None,
    };
    let place = move || rank().map(|place| words.with("booth-ranked", &[("place", place.into())]));
    view! {
        <li>
            <button type="button" class="press rank" aria-pressed=move || rank().is_some().to_string()
                on:click=move |_| desk.change(|booth| booth.pick(turn))>
                {key.map(|key| view! { <kbd aria-hidden="true">{key}</kbd> })}
                <Text item/>
                <b class="place">{place}</b>
            </button>
        </li>
    }
}
