//! While a workbook is being opened, and where it cannot be. Whoever is in a hurry can begin to write: the text becomes a
//! new recommendation as soon as there is a workbook for it.

use leptos::prelude::*;

use crate::app::{Navigation, navigation};
use crate::browser::{clock, page};
use crate::route::Route;
use crate::session::{Session, Shut, session};
use crate::ui::{MOST_LETTERS, Shown, effect, memo, view};
use crate::words::words;

/// The id of the field.
const FIELD: &str = "early";
/// The id of the word that a workbook is in memory only.
const ONLY_HERE: &str = "only-here";
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
pub(crate) fn Waiting(failed: Option<Shut>) -> impl IntoView {
    let (words, navigation, early) = (words(), navigation(), use_context::<Early>());
    // What was typed for a workbook that does not come is there to be copied.
    let typed = early.filter(|_| failed.is_some());
    let typed = typed.and_then(|early| untrack(|| early.text(&navigation.book())));
    view! {
        <main id="main" class="page">
            <h1 id="page-title" tabindex="-1">
                {move || words.t(failed.map_or("status-opening", Shut::heading))}
            </h1>
            {match failed {
                Some(Shut::Unsaved) => view! { <OnlyHere/> <Again/> },
                Some(shut) => view! {
                    <p>{move || words.t(shut.key())}</p>
                    <p><a href="#/">{move || words.t("to-start")}</a></p>
                },
                None => view! { <Field/> },
            }}
            {typed.map(|text| view! {
                <p>{move || words.t("early-kept")}</p>
                <blockquote class="words" dir="auto" id=FIELD>{text}</blockquote>
            })}
        </main>
    }
}

/// That the workbook in memory is nowhere else, and the way back to it.
#[component]
pub(crate) fn OnlyHere() -> impl IntoView {
    let (words, session) = (words(), session());
    let only = memo(move || session.only_here());
    let address = move || {
        let book = only.get().unwrap_or_default();
        let (group, rec) = (session.writes_for(), None);
        Route::Draft { book, group, rec }.address()
    };
    view! {
        <Shown when=move || only.with(Option::is_some)>
            <p class="note bad" id=ONLY_HERE tabindex="-1">
                {move || words.t(Shut::Unsaved.key())} " "
                <a href=address>{move || words.t("unsaved-back")}</a>
            </p>
        </Shown>
    }
}

/// Shows it where no other workbook can be opened for its sake; returns whether that is so.
pub(crate) fn show_only_here(session: Session, navigation: Navigation) -> bool {
    let is_so = untrack(|| session.only_here()).is_some();
    if is_so {
        navigation.go(Route::Start);
        page::focus_soon(ONLY_HERE);
    }
    is_so
}

/// Opening it once more.
#[component]
fn Again() -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    view! {
        <p>
            <button type="button" class="btn" id="open-again" on:click=move |_| session.open(&navigation.book())>
                {move || words.t("part-again")}
            </button>
        </p>
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
        let on_heading = page::focused().is_some_and(|held| held == "page-title");
        if slow.get() && (on_heading || page::nothing_focused()) {
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
