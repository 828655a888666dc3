//! An event for a workbook that has none: a list cannot say which event it is of.

use leptos::prelude::*;
use rapporteur_core::event::event_of_code;
use rapporteur_core::text::clean_input;
use rapporteur_core::value::Value;

use super::focus_soon;
use super::list::LISTED;
use crate::browser::{page, text};
use crate::session::session;
use crate::ui::view;
use crate::words::words;

/// The id of the field for the event's code.
const CODE: &str = "first-event";

#[component]
pub(super) fn FirstEvent() -> impl IntoView {
    let (words, session) = (words(), session());
    let wrong = RwSignal::new(false);
    let make = move || {
        let code = clean_input(&text::nfc(&page::text_in(CODE).unwrap_or_default()))
            .trim()
            .to_ascii_uppercase();
        wrong.set(code.is_empty());
        if code.is_empty() {
            session.say(words.t("list-no-code"));
            page::focus(CODE);
            return;
        }
        let event = event_of_code(&code);
        session.act("event", |act, book| {
            act.set(&book.workbook, event, "code", Value::text(&code))
        });
        focus_soon(LISTED);
    };
    view! {
        <div class="field">
            <label for=CODE>{move || words.t("list-no-event")}</label>
            <span class="hint" id="first-event-hint">{move || words.t("event-code-hint")}</span>
            <input type="text" class="line short" id=CODE autocomplete="off" dir="auto" maxlength="24"
                aria-describedby="first-event-hint first-event-wrong"
                on:keydown=move |event| if event.key() == "Enter" && !event.is_composing() {
                    event.prevent_default();
                    make();
                }/>
            <span class="wrong" id="first-event-wrong">{move || wrong.get().then(|| words.t("list-no-code"))}</span>
            <button type="button" class="btn" on:click=move |_| make()>{move || words.t("list-make-event")}</button>
        </div>
    }
}
