//! Ways to type Urdu below an Urdu text: a keyboard on screen, and Latin keys that give Urdu letters.

use leptos::prelude::*;

use super::desk::desk;
use crate::browser::page;
use crate::browser::preferences::Preferences;
use crate::pages::keyboard::Typing;
use crate::pages::lazy;
use crate::ui::{Check, Markup, Shown, view};

/// The preference for Latin keys that give Urdu letters.
const PHONETIC: &str = "phoneticUrdu";

pub(super) fn typing(field: String) -> Markup {
    let words = desk().words;
    let open = RwSignal::new(false);
    let phonetic = RwSignal::new(Preferences::read().other.get(PHONETIC) == Some(true));
    let id = StoredValue::new(field.clone());
    provide_context(Typing {
        field,
        open,
        phonetic,
    });
    let toggle = move |by_hand: bool| {
        open.update(|open| *open = !*open);
        // Who points goes on in the text; who goes by Tab comes to the keys next.
        if by_hand {
            id.with_value(|id| page::focus(id));
        }
    };
    let change = Callback::new(move |on| {
        phonetic.set(on);
        if !Preferences::keep(PHONETIC, &on) {
            page::log("preferences are kept for this page only");
        }
    });
    view! {
        <div class="typing">
            <button type="button" class="btn plain" id="keyboard-open" aria-expanded=move || open.get().to_string()
                on:click=move |event| toggle(event.detail() > 0)>
                {move || words.t("typing-keyboard")}
            </button>
            <Check label=words.label("typing-phonetic") checked=phonetic.into() change/>
        </div>
        <Shown when=move || open.get() || phonetic.get()>{lazy::piece("keyboard")}</Shown>
    }
}
