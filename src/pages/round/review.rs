//! The review: all answers of a ballot, each of which can be changed; then it is cast and cannot be opened again.

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::round::{self, Method, Pressed};

use super::Words as Text;
use super::booth::{BoothDesk, Leave, label, of_turns};
use crate::ui::{Markup, Shown, view};

#[component]
pub(super) fn Review(desk: BoothDesk) -> impl IntoView {
    let words = desk.words;
    let ranks = desk.booth.with_untracked(|booth| {
        booth
            .as_ref()
            .is_some_and(|booth| booth.card().asks(Method::Ranking) && booth.card().k > 0)
    });
    let anew = move |_| {
        desk.change(|booth| {
            booth.rank_anew();
            Pressed::Taken
        });
    };
    let list = of_turns(desk, move |turn, item| row(desk, turn, item));
    view! {
        <h1 id="page-title" tabindex="-1">{move || words.t("booth-review")}</h1>
        <p>{move || words.t("booth-review-hint")}</p>
        <div class="foot">
            <button type="button" class="btn" on:click=move |_| desk.back()>{move || words.t("booth-back")}</button>
            <button type="button" class="btn key" id="cast" on:click=move |_| desk.cast()>
                {move || words.t("booth-done")} " " <kbd aria-hidden="true">"Enter"</kbd>
            </button>
        </div>
        <ol class="review-list" role="list">{list}</ol>
        <Shown when=move || ranks>
            <p><button type="button" class="btn" on:click=anew>
                {move || words.t("booth-change")} ": " {move || words.with("booth-question-ranking", &[("k", k_of(desk).into())])}
            </button></p>
        </Shown>
        <Leave desk/>
    }
}

fn k_of(desk: BoothDesk) -> usize {
    desk.booth
        .with_untracked(|booth| booth.as_ref().map_or(0, |booth| booth.card().k))
}

fn row(desk: BoothDesk, turn: usize, item: ItemId) -> Markup {
    let words = desk.words;
    let questions = desk
        .booth
        .with_untracked(|booth| booth.as_ref().map(|booth| booth.questions().to_vec()))
        .unwrap_or_default();
    let rank = move || {
        let rank = desk
            .booth
            .with(|booth| booth.as_ref().and_then(|booth| booth.rank(turn)));
        rank.map(|place| words.with("booth-ranked", &[("place", place.into())]))
    };
    let several = questions.len() > 1;
    let answers = questions.into_iter().enumerate().map(move |(question, method)| {
        let answer = move || {
            let held = desk.booth.with(|booth| booth.as_ref().and_then(|booth| booth.answer(turn, question)));
            match held {
                None => words.t("booth-passed"),
                Some(step) => {
                    let (step, label) = (words.figures(step.to_string()), label(words, method, step));
                    match label.is_empty() {
                        true => step,
                        false => format!("{step}: {label}"),
                    }
                }
            }
        };
        let name = move || match several {
            true => words.t(&format!("booth-question-{}", method.name())),
            false => String::new(),
        };
        let change = move |_| {
            desk.change(|booth: &mut round::Booth| {
                booth.change(turn, question);
                Pressed::Taken
            });
        };
        view! {
            <span class="answer">
                <span class="hint">{name}</span> " " <b>{answer}</b>
                " " <button type="button" class="btn plain" on:click=change>{move || words.t("booth-change")}</button>
            </span>
        }
    });
    view! {
        <li>
            <p><Text item/></p>
            <p class="answers">{answers.collect::<Vec<_>>()} <b>{rank}</b></p>
        </li>
    }
}
