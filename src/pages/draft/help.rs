//! The keys of this page, for those who ask.

use leptos::prelude::*;

use super::desk::desk;
use crate::ui::{Disclosure, Markup, view};

/// Each with its chords, written as on the keys; the same in every language.
pub(in crate::pages) const KEYS: [(&str, &[&[&str]]); 12] = [
    ("key-next", &[&["Ctrl", "Enter"]]),
    ("key-add", &[&["N"]]),
    ("key-find", &[&["/"]]),
    ("key-ask", &[&["1"], &["7"]]),
    ("key-lead", &[&["Shift", "1"], &["7"]]),
    ("key-row", &[&["↑"], &["↓"], &["Home"], &["End"]]),
    ("key-move", &[&["Alt", "↑"], &["↓"]]),
    ("key-undo", &[&["Ctrl", "Z"]]),
    ("key-redo", &[&["Ctrl", "Shift", "Z"]]),
    ("key-undo-typing", &[&["Ctrl", "Alt", "Z"]]),
    ("key-export", &[&["Ctrl", "S"]]),
    ("key-help", &[&["?"]]),
];

pub(super) fn keys() -> Markup {
    let desk = desk();
    let words = desk.words;
    view! {
        <footer class="keys">
            <Disclosure label=words.label("keys") open=desk.open.keys id="keys">
                <p class="hint">{move || words.t("keys-hint")}</p>
                <dl>
                    {KEYS.map(|(key, chords)| view! {
                        <dt dir="ltr">
                            {chords.iter().map(|chord| view! {
                                <span class="chord">
                                    {chord.iter().map(|name| view! { <kbd>{*name}</kbd> " " }).collect_view()}
                                </span>
                            }).collect_view()}
                        </dt>
                        <dd>{move || words.t(key)}</dd>
                    }).collect_view()}
                </dl>
            </Disclosure>
        </footer>
    }
}
