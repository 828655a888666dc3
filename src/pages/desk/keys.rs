//! Keys on the desk: digits answer what is asked, by their place on the keyboard, so that Urdu layouts work; nothing where
//! somebody is typing, and nothing where single keys are switched off but what every program does.

use leptos::prelude::*;

use super::list::LIST;
use super::state::Desk;
use crate::browser::page::{self, Key};

/// Listens as long as the page is shown.
pub(super) fn listen(desk: Desk) {
    let listener = page::on_key(move |key| {
        if !key.composing && !key.in_text && grant(desk, &key) {
            key.prevent();
        }
    });
    // Owned by the page: it goes with it.
    StoredValue::new_local(listener);
}

/// Does what a key asks for; returns whether the key was ours.
fn grant(desk: Desk, key: &Key) -> bool {
    let code = key.code.as_str();
    if key.ctrl || key.meta {
        let undo = code == "KeyZ" && !key.shift && !key.alt;
        if undo {
            desk.take_back();
        }
        return undo;
    }
    if key.alt {
        return false;
    }
    let in_list = || page::focused().is_some_and(|id| id.starts_with(LIST));
    if matches!(code, "ArrowDown" | "ArrowUp") && in_list() {
        desk.step(code == "ArrowDown");
        return true;
    }
    if matches!(key.key.as_str(), "?" | "؟") || (key.shift && code == "Slash") {
        desk.help.update(|open| *open = !*open);
        super::focus_soon("keys");
        return true;
    }
    // A key held down moves; it does not decide.
    if !desk.keys_on.get_untracked() || key.shift || key.repeat {
        return false;
    }
    let digit = code
        .strip_prefix("Digit")
        .or_else(|| code.strip_prefix("Numpad"))
        // Some screen keyboards name no place.
        .or_else(|| code.is_empty().then_some(key.key.as_str()));
    if let Some(digit) = digit.and_then(|digit| digit.parse::<usize>().ok()) {
        let Some(answer) = desk.answered(digit) else {
            return false;
        };
        // The last answers stay when nothing is asked any more; what they did is gone.
        return answer.try_run(()).is_some();
    }
    match code {
        "KeyH" => desk.put_off(),
        "KeyZ" => desk.take_back(),
        _ => return false,
    }
    true
}
