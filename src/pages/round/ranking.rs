//! The best ones, best first: every recommendation with a number; pressing or clicking it gives it the next place.

use leptos::prelude::*;
use rapporteur_core::round;

use super::Words as Text;
use super::booth::{BoothDesk, Leave, of_turns, own_question};
use crate::ui::{Markup, view};

#[component]
pub(super) fn Ranking(desk: BoothDesk) -> impl IntoView {
    let words = desk.words;
    let (k, several, own) = desk.booth.with_untracked(|booth| {
        let booth = booth.as_ref();
        let own = booth.and_then(|booth| own_question(booth.card()));
        let several = booth.is_some_and(|booth| booth.digits() > 1);
        (booth.map_or(0, |booth| booth.card().k), several, own)
    });
    let hint = if several {
        "booth-rank-hint-long"
    } else {
        "booth-rank-hint"
    };
    let typed = move || {
        let typed = desk
            .booth
            .with(|booth| booth.as_ref().map(round::Booth::typed));
        match typed.filter(|typed| !typed.is_empty()) {
            Some(typed) => words.with(
                "booth-rank-typed",
                &[("digits", words.figures(typed).into())],
            ),
            None => String::new(),
        }
    };
    let list = of_turns(desk, move |turn, item| row(desk, turn, item));
    view! {
        {own}
        <h1 id="page-title" tabindex="-1">{move || words.with("booth-question-ranking", &[("k", k.into())])}</h1>
        <p class="hint">{move || words.t(hint)} " " <b class="num" id="rank-typed" role="status">{typed}</b></p>
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
    let key = move || {
        let number = desk
            .booth
            .with_untracked(|booth| booth.as_ref().map(|booth| booth.number(turn)));
        words.figures(number.unwrap_or_default())
    };
    let place = move || rank().map(|place| words.with("booth-ranked", &[("place", place.into())]));
    view! {
        <li>
            <button type="button" class="press rank" aria-pressed=move || rank().is_some().to_string()
                on:click=move |_| desk.change(|booth| booth.pick(turn))>
                <kbd aria-hidden="true">{key}</kbd>
                <Text item/>
                <b class="place">{place}</b>
            </button>
        </li>
    }
}
