//! The two ends of a round: closed, and shown; or void, with the reason. Neither can be taken back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::item::ItemId;
use rapporteur_core::text::clean_input;

use super::booth::BoothDesk;
use super::{focus_soon, many};
use crate::browser::{page, text};
use crate::session::session;
use crate::ui::{Shown, view};
use crate::words::words;

/// The id of the field for the reason.
const REASON: &str = "void-reason";

#[component]
pub(super) fn Close(desk: BoothDesk) -> impl IntoView {
    let words = desk.words;
    let quorum = move || {
        desk.round.with(|round| {
            round
                .as_ref()
                .map_or(0, |round| many(round.card.quorum_needed()))
        })
    };
    let few = move || desk.cast.get() < quorum();
    let told = move || {
        words.with(
            "round-close-few",
            &[
                ("count", desk.cast.get().into()),
                ("quorum", quorum().into()),
            ],
        )
    };
    let close = move |_| {
        spawn_local(async move {
            match desk.session.close_round(desk.id).await {
                Ok(()) => {
                    desk.session.say(words.t("round-closed-said"));
                    focus_soon("page-title");
                }
                Err(trouble) => {
                    let why = words.t(trouble.key());
                    desk.session
                        .say(words.with("round-not-closed", &[("why", why.into())]));
                }
            }
        });
    };
    view! {
        <section class="ending">
            <Shown when=few><p class="note">{told}</p></Shown>
            <button type="button" class="btn key" id="round-close" aria-describedby="round-close-hint" on:click=close>
                {move || words.t("round-close")}
            </button>
            <p class="hint" id="round-close-hint">{move || words.t("round-close-hint")}</p>
        </section>
    }
}

#[component]
pub(super) fn Void(id: ItemId) -> impl IntoView {
    let (words, session) = (words(), session());
    let void = move |_| {
        let typed = page::text_in(REASON).unwrap_or_default();
        let reason = clean_input(&text::nfc(&typed)).trim().to_owned();
        if reason.is_empty() {
            session.say(words.t("round-void-needed"));
            page::focus(REASON);
            return;
        }
        spawn_local(async move {
            session.void_round(id, &reason).await;
            session.say(words.t("round-void-done"));
            focus_soon("page-title");
        });
    };
    view! {
        <section class="ending void">
            <div class="field">
                <label for=REASON>{move || words.t("round-void")} ": " {move || words.t("round-void-reason")}</label>
                <input type="text" class="line" id=REASON maxlength="500" dir="auto" autocomplete="off" spellcheck="false" translate="no"
                    aria-describedby="void-hint"/>
                <span class="hint" id="void-hint">{move || words.t("round-void-hint")}</span>
            </div>
            <button type="button" class="btn" on:click=void>{move || words.t("round-void")}</button>
        </section>
    }
}
