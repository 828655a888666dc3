//! A button that reads what is on the page aloud; none where this machine has no voice for it.

use leptos::prelude::*;

use crate::browser::listener::Listener;
use crate::browser::voice;
use crate::ui::{Shown, memo, view};
use crate::words::words;

/// Reads texts aloud, each with its language, and stops when it is pressed again or the texts change.
#[component]
pub(super) fn ReadAloud(
    /// Each with its language.
    texts: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let words = words();
    // The same texts once more are no reason to stop.
    let texts = memo(move || texts.get());
    let voices = RwSignal::new(0_u32);
    let reading = RwSignal::new(false);
    let hears = StoredValue::new_local(None::<[Listener; 2]>);
    StoredValue::new_local(voice::on_voices(move || {
        let _ = voices.try_update(|count| *count = count.wrapping_add(1));
    }));
    // Every language of the texts has a voice, or half would be left out unheard.
    let able = memo(move || {
        voices.get();
        texts.with(|texts| !texts.is_empty() && texts.iter().all(|(lang, _)| voice::speaks(lang)))
    });
    let stop = move || {
        if reading.try_get_untracked() == Some(true) {
            voice::hush();
            let _ = reading.try_set(false);
        }
    };
    Effect::new(move |before: Option<()>| {
        texts.with(|_| ());
        // Nobody is to hear what the curtain hides.
        words.curtain();
        if before.is_some() {
            stop();
        }
    });
    on_cleanup(stop);
    let press = move |_| {
        if reading.get_untracked() {
            return stop();
        }
        let ended = move || {
            let _ = reading.try_set(false);
        };
        let heard = texts.with_untracked(|texts| voice::read(texts, ended));
        reading.set(heard.is_some());
        hears.set_value(heard);
    };
    view! {
        <Shown when=move || able.get()>
            <button type="button" class="btn read-aloud" aria-pressed=move || reading.get().to_string() on:click=press>
                {move || words.t("read-aloud")}
            </button>
        </Shown>
    }
}
