//! Choices in sight, one click each: check boxes and radio buttons that look like what they are.

use leptos::prelude::*;

use super::{Markup, view};

/// A group of choices under a question.
#[component]
pub(crate) fn Choices(
    /// The question.
    legend: Signal<String>,
    /// The id of the group, where the focus may be sent to it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// What helps to answer it; nothing where it is empty.
    #[prop(optional)]
    hint: Option<Signal<String>>,
    /// What follows the choices: a way to take them back.
    #[prop(optional)]
    aside: Option<Markup>,
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="choices" id=id tabindex=id.map(|_| "-1")>
            <legend>
                <span>{move || legend.get()}</span>
                {hint.map(|hint| view! { " " <span class="hint">{move || hint.get()}</span> })}
            </legend>
            <div class="chips">{children()} {aside}</div>
        </fieldset>
    }
}

/// One of several choices, each on its own.
#[component]
pub(crate) fn Check(
    /// What it says.
    label: Signal<String>,
    /// Whether it is chosen.
    checked: Signal<bool>,
    /// It was chosen or taken back.
    change: Callback<bool>,
    /// The key that does the same.
    #[prop(optional)]
    key: Option<String>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=move || checked.get()
                on:change=move |event| change.run(event_target_checked(&event))/>
            <span>{move || label.get()} {key.map(|key| view! { <kbd aria-hidden="true">{key}</kbd> })}</span>
        </label>
    }
}

/// One of several choices, of which one holds.
#[component]
pub(crate) fn Pick(
    /// What the choices that exclude each other have in common.
    name: String,
    /// What it says.
    label: Signal<String>,
    /// Whether it is chosen.
    checked: Signal<bool>,
    /// It was chosen.
    choose: Callback<()>,
    /// The language of the label, where it is not the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="radio" name=name prop:checked=move || checked.get() on:change=move |_| choose.run(())/>
            <span lang=lang>{move || label.get()}</span>
        </label>
    }
}

/// A label as it is read among others: the vocabulary's headings are in capitals.
pub(crate) fn plain_label(label: &str) -> String {
    if label.len() < 5 || label.chars().any(char::is_lowercase) || !label.is_ascii() {
        return label.to_owned();
    }
    let mut letters = label.chars();
    let first: String = letters.next().into_iter().collect();
    first + &letters.as_str().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::plain_label;

    #[test]
    fn capitals_become_words_and_names_stay() {
        assert_eq!(plain_label("PREVENTION"), "Prevention");
        assert_eq!(plain_label("FIA"), "FIA");
        assert_eq!(plain_label("Law reform"), "Law reform");
        assert_eq!(plain_label("روک تھام"), "روک تھام");
    }
}
