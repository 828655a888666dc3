//! What of the sheet nobody sees at once: the coach, the sentence builder, what is not asked of everyone, earlier versions, the list of keys. All of it
//! is a part of the program that is loaded when the page is shown; nothing waits for it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;

use super::desk::{Desk, desk};
use super::{builder, coach, help, history, more, typing};
use crate::browser::clock;
use crate::pages::coach_says;
use crate::pages::lazy::{NotLoaded, in_part};
use crate::pages::tour;
use crate::ui::{Markup, Shown, view};
use crate::words::Source;

/// Draws a piece for the recommendation on the sheet.
pub(super) type Draw = fn(Memo<ItemId>, Memo<Recommendation>) -> Markup;

/// What the part has.
#[derive(Clone, Copy)]
pub(super) struct Rest {
    pub(super) advice: Draw,
    pub(super) builder: Draw,
    pub(super) more: Draw,
    pub(super) history: Draw,
    pub(super) keys: fn() -> Markup,
    pub(super) tour: fn() -> Markup,
    /// Ways to type Urdu into the field of an id.
    pub(super) typing: fn(String) -> Markup,
    says: &'static [Source],
}

in_part! {
    coach,
    fn rest() -> Result<Rest, NotLoaded> {
        Ok(Rest {
            advice: coach::beside,
            builder: builder::builder,
            more: more::more,
            history: history::history,
            keys: help::keys,
            tour: tour::line,
            typing: typing::typing,
            says: coach_says(),
        })
    }
}

/// Loads the part, when what is there already has been drawn.
pub(super) fn load(desk: Desk) {
    let _ = desk.rest_failed.try_set(false);
    spawn_local(async move {
        clock::pause().await;
        match rest().await {
            Ok(rest) => {
                desk.words.add(rest.says);
                let _ = desk.rest.try_set(Some(rest));
            }
            Err(_) => drop(desk.rest_failed.try_set(true)),
        }
    });
}

/// A piece, as soon as it is there.
pub(super) fn piece(draw: impl Fn(Rest) -> Markup + Send + 'static) -> Markup {
    let desk = desk();
    Markup::live(move || desk.rest.get().map(&draw))
}

/// Ways to type a text in that language into the field of an id: for Urdu, which many keyboards lack.
pub(super) fn typing_in(lang: &str, field: &str) -> Option<Markup> {
    (lang == "ur").then(|| {
        let field = field.to_owned();
        piece(move |rest| (rest.typing)(field.clone()))
    })
}

/// That the part did not come, and another try.
#[component]
pub(super) fn NotThere() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    view! {
        <Shown when=move || desk.rest_failed.get()>
            <p class="hint">
                {move || words.t("part-not-loaded")} " "
                <button type="button" class="btn plain" on:click=move |_| load(desk)>{move || words.t("part-again")}</button>
            </p>
        </Shown>
    }
}
