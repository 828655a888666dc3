//! While a workbook is being opened, and where it cannot be. Whoever is in a hurry can begin to write: the text becomes a
//! new recommendation as soon as there is a workbook for it.

use leptos::prelude::*;

use crate::app::navigation;
use crate::browser::{clock, page};
use crate::route::Route;
use crate::session::Trouble;
use crate::ui::{MOST_LETTERS, Shown, effect, memo, view};
use crate::words::words;

/// The id of the field.
const FIELD: &str = "early";
/// An opening that takes less, in milliseconds, asks for nothing: what would be asked is gone before it is read.
const SOON: u32 = 350;

/// What was typed before the workbook was open.
#[derive(Clone, Copy)]
pub(crate) struct Early {
    /// The workbook, and the text.
    held: RwSignal<(String, String)>,
}

impl Early {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        let held = RwSignal::new((String::new(), String::new()));
        let early = Self { held };
        provide_context(early);
        early
    }

    /// The text that waits for a group of this workbook; follows it.
    pub(crate) fn text(self, book: &str) -> Option<String> {
        self.held
            .with(|(of, text)| (of == book && !text.trim().is_empty()).then(|| text.clone()))
    }

    /// The text for this workbook, which from now on is somebody else's to keep.
    pub(crate) fn take(self, book: &str) -> Option<String> {
        let text = untrack(|| self.text(book))?;
        self.held.set((String::new(), String::new()));
        Some(text)
    }
}

#[component]
pub(crate) fn Waiting(failed: Option<Trouble>) -> impl IntoView {
    let words = words();
    view! {
        <main id="main" class="page">
            <h1 id="page-title" tabindex="-1">
                {move || words.t(if failed.is_some() { "open-failed" } else { "status-opening" })}
            </h1>
            {match failed {
                Some(trouble) => view! {
                    <p>{move || words.t(trouble.key())}</p>
                    <p><a href="#/">{move || words.t("to-start")}</a></p>
                },
                None => view! { <Field/> },
            }}
        </main>
    }
}

/// A place to write, where the opening takes a while.
#[component]
fn Field() -> impl IntoView {
    let (words, navigation, early) = (words(), navigation(), use_context::<Early>());
    let drafting = memo(move || match navigation.route() {
        Route::Draft { book, .. } => Some(book),
        _ => None,
    });
    let slow = RwSignal::new(false);
    let timer = clock::after(SOON, move || {
        let _ = slow.try_set(true);
    });
    StoredValue::new_local(timer);
    effect(move || {
        if slow.get() && page::focused().is_none_or(|held| held == "page-title") {
            page::focus(FIELD);
        }
    });
    let typed = move |text: String| {
        if let (Some(early), Some(book)) = (early, drafting.get_untracked()) {
            early.held.set((book, text));
        }
    };
    let before = move || {
        let book = drafting.get_untracked().unwrap_or_default();
        early
            .and_then(|early| untrack(|| early.text(&book)))
            .unwrap_or_default()
    };
    view! {
        <Shown when=move || slow.get() && drafting.with(Option::is_some)>
            <div class="field">
                <label for=FIELD>{move || words.t("draft-new-row")}</label>
                <p class="hint" id="early-hint">{move || words.t("early-hint")}</p>
                <textarea id=FIELD class="writing" rows="3" maxlength=MOST_LETTERS dir="auto" spellcheck="false" autocomplete="off"
                    translate="no" aria-describedby="early-hint" prop:value=before()
                    on:input=move |event| typed(event_target_value(&event))>
                </textarea>
            </div>
        </Shown>
    }
}
