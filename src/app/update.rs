//! Another version of the program waits: it is loaded when a person says so, after everything is saved.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::page;
use crate::session::{Saving, session};
use crate::ui::{Shown, view};
use crate::words::words;

#[component]
pub(super) fn UpdateReady() -> impl IntoView {
    let (words, session) = (words(), session());
    let waits = RwSignal::new(page::update_waits());
    let tell = move || {
        if !waits.get_untracked() {
            waits.set(true);
            session.say(untrack(|| words.t("update-ready")));
        }
    };
    if let Some(listener) = page::on_update(tell) {
        listener.forever();
    }
    let load = move |_| {
        session.leave_text();
        spawn_local(async move {
            match session.settled().await {
                Saving::NotSaved(_) => session.say(untrack(|| words.t("update-not-saved"))),
                Saving::Saved | Saving::Underway => page::take_update(),
            }
        });
    };
    view! {
        <Shown when=waits>
            <button type="button" class="btn" id="update" on:click=load>{move || words.t("update-ready")}</button>
        </Shown>
    }
}
