//! The keys of the desk, for those who ask, and the switch for those whom single keys get in the way.

use leptos::prelude::*;

use super::state::Desk;
use crate::ui::{Check, Disclosure, Shown, view};

/// Each with its keys, written as on the keys; the same in every language.
pub(in crate::pages) const KEYS: [(&str, &[&str]); 8] = [
    ("key-same", &["1"]),
    ("key-related", &["2"]),
    ("key-different", &["3"]),
    ("key-all-same", &["4"]),
    ("key-choose", &["1", "9"]),
    ("key-later", &["H"]),
    ("key-take-back", &["Z"]),
    ("key-help", &["?"]),
];

#[component]
pub(super) fn Keys(desk: Desk) -> impl IntoView {
    let words = desk.words;
    view! {
        <div class="row">
            <button type="button" class="btn" id="take-back" on:click=move |_| desk.take_back()>
                {move || words.t("conflicts-take-back")}
                <Shown when=move || desk.keys_on.get()>" " <kbd aria-hidden="true">"Z"</kbd></Shown>
            </button>
            <Check label=words.label("desk-keys-on") checked=Signal::from(desk.keys_on)
                change=Callback::new(move |on| desk.set_keys(on))/>
        </div>
        <Disclosure label=words.label("keys") open=desk.help id="keys">
            <p class="hint">{move || words.t("keys-hint")}</p>
            <dl class="key-list">
                {KEYS.map(|(key, names)| view! {
                    <dt dir="ltr">{names.iter().map(|name| view! { <kbd>{*name}</kbd> " " }).collect_view()}</dt>
                    <dd>{move || words.t(key)}</dd>
                }).collect_view()}
            </dl>
        </Disclosure>
    }
}
