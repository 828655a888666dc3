//! While a workbook is being opened, and where it cannot be. Whoever is in a hurry can begin to write: the text becomes a
//! new recommendation as soon as there is a workbook for it.

use leptos::prelude::*;

use crate::app::navigation;
use crate::route::Route;
use crate::session::Trouble;
use crate::ui::{Shown, memo};
use crate::words::words;

/// What was typed before the workbook was open.
#[derive(Clone, Copy)]
pub(crate) struct Early {
    text: RwSignal<String>,
}

impl Early {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        let early = Self {
            text: RwSignal::new(String::new()),
        };
        provide_context(early);
        early
    }

    /// The text that waits for a group; follows it.
    pub(crate) fn text(self) -> Option<String> {
        Some(self.text.get()).filter(|text| !text.trim().is_empty())
    }

    /// The text, which from now on is somebody else's to keep.
    pub(crate) fn take(self) -> Option<String> {
        let text = self.text.try_update(std::mem::take)?;
        Some(text).filter(|text| !text.trim().is_empty())
    }
}

#[component]
pub(crate) fn Waiting(failed: Option<Trouble>) -> impl IntoView {
    let (words, navigation) = (words(), navigation());
    let early = use_context::<Early>();
    let drafting = memo(move || matches!(navigation.route(), Route::Draft { .. }));
    let before = early
        .map(|early| early.text.get_untracked())
        .unwrap_or_default();
    view! {
        <main id="main" class="page">
            <h1 id="page-title" tabindex="-1">
                {move || words.t(if failed.is_some() { "open-failed" } else { "status-opening" })}
            </h1>
            {match failed {
                Some(trouble) => view! {
                    <p>{move || words.t(trouble.key())}</p>
                    <p><a href="#/">{move || words.t("to-start")}</a></p>
                }.into_any(),
                None => view! {
                    <Shown when=move || drafting.get()>
                        <div class="field">
                            <label for="early">{move || words.t("draft-new-row")}</label>
                            <p class="hint" id="early-hint">{move || words.t("early-hint")}</p>
                            <textarea id="early" class="writing" rows="3" dir="auto" spellcheck="false" autocomplete="off"
                                translate="no" aria-describedby="early-hint" prop:value=before.clone()
                                on:input=move |event| if let Some(early) = early {
                                    early.text.set(event_target_value(&event));
                                }>
                            </textarea>
                        </div>
                    </Shown>
                }.into_any(),
            }}
        </main>
    }
}
