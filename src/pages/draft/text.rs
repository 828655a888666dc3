//! Text fields. What is typed goes to the session letter by letter and is never written back while somebody is at it; what
//! others write is shown when nobody is typing.

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::edit::Reach;
use rapporteur_core::item::ItemId;
use rapporteur_core::text::{clean_input, direction_of};

use crate::browser::{page, text};
use crate::pages::naming::language_name;
use crate::session::{TextField, session};
use crate::ui::{MOST_LETTERS, is_full, view};
use crate::words::{Words, words};

/// A field of a text, with its label and hint.
#[component]
pub(crate) fn TextBox(
    /// Whose text.
    item: ItemId,
    /// Which text. Another field or language is another box.
    field: TextField,
    /// The id of the field on the page.
    id: String,
    /// What it is for; where the label is elsewhere it has the id `{id}-label`.
    #[prop(optional)]
    label: Option<Signal<String>>,
    /// What helps to fill it in.
    #[prop(optional)]
    hint: Option<Signal<String>>,
    /// Several lines, or one.
    #[prop(optional)]
    lines: bool,
    /// Hears the text whenever it changes, typed or not.
    #[prop(optional)]
    typed: Option<Callback<String>>,
) -> impl IntoView {
    let (words, session) = (words(), session());
    let lang = match &field {
        TextField::Wording(lang) | TextField::Amendment(lang) | TextField::InLanguage(_, lang) => {
            // One that is not known yet follows what is written.
            Some(lang.clone()).filter(|lang| !lang.is_empty())
        }
        TextField::Plain(_) => None,
    };
    let dir = lang
        .as_deref()
        .map_or("auto", |lang| direction_of(lang).as_str());
    let name = field.name();
    // Shared, not owned by the view: a field that is taken off the page hears that it lost the focus after its view is gone.
    let field = Arc::new(field);
    let place: Arc<str> = id.as_str().into();
    let stored = Memo::new({
        let field = Arc::clone(&field);
        move |_| -> (String, Reach) {
            session.read(|book| {
                let text = field.text_in(book.workbook.value(item, &name));
                (text, book.workbook.reach(item, &name))
            })
        }
    });
    let hear = move |text: &str| {
        if let Some(typed) = typed {
            typed.run(text.to_owned());
        }
    };
    let typed_before = session.typed_text(item, &field);
    let first = typed_before.unwrap_or_else(|| stored.with_untracked(|(text, _)| text.clone()));
    hear(&first);
    // What is written elsewhere (another tab, undo, a file) is shown, unless somebody is typing here: then it is in conflict.
    Effect::new({
        let (field, place) = (Arc::clone(&field), Arc::clone(&place));
        move |before: Option<()>| {
            let text = stored.with(|(text, _)| text.clone());
            if before.is_none() || session.is_typing(item, &field) {
                return;
            }
            if show(&place, &text) {
                hear(&text);
            }
            // From now on its writer has seen what it holds.
            if session.is_open(item, &field) {
                session.open_text(item, (*field).clone());
            }
        }
    });
    let opened = {
        let (field, place) = (Arc::clone(&field), Arc::clone(&place));
        move |_| {
            let held = session.open_text(item, (*field).clone());
            if !session.is_typing(item, &field) && show(&place, &held) {
                hear(&held);
            }
        }
    };
    let changed = {
        let field = Arc::clone(&field);
        move |text: String| {
            session.type_text(item, &field, &text);
            hear(&text);
            if is_full(&text) {
                session.say(words.t("text-full"));
            }
        }
    };
    let left = move || {
        if session.is_open(item, &field) {
            session.close_text();
        }
    };
    // A field that goes away with its page does not always lose the focus first.
    on_cleanup(left.clone());
    let label_id = format!("{id}-label");
    let hint_id = format!("{id}-hint");
    let described = hint.is_some().then(|| hint_id.clone());
    let own_label = label.is_some();
    let control = if lines {
        view! {
            <textarea id=id.clone() class="writing" rows="3" maxlength=MOST_LETTERS lang=lang dir=dir spellcheck="false" autocomplete="off"
                translate="no" aria-labelledby=label_id.clone() aria-describedby=described prop:value=first
                on:focus=opened on:input=move |event| changed(event_target_value(&event)) on:blur=move |_| left()>
            </textarea>
        }
    } else {
        view! {
            <input id=id.clone() class="line" type="text" maxlength=MOST_LETTERS lang=lang dir=dir spellcheck="false" autocomplete="off"
                translate="no" aria-labelledby=label_id.clone() aria-describedby=described prop:value=first
                on:focus=opened on:input=move |event| changed(event_target_value(&event)) on:blur=move |_| left()/>
        }
    };
    view! {
        <div class="field">
            {own_label.then(|| view! {
                <label for=id id=label_id>{move || label.map(|label| label.get()).unwrap_or_default()}</label>
            })}
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{move || hint.get()}</p> })}
            {control}
        </div>
    }
}

/// Shows a stored text in a field, unless what stands there comes to the same; returns whether it was another.
fn show(place: &str, text: &str) -> bool {
    let shown = page::text_in(place).unwrap_or_default();
    let other = clean_input(&text::nfc(&shown)) != text;
    if other {
        page::put_text(place, text);
    }
    other
}

/// The name of a language as its readers write it, or else in the interface's language.
pub(crate) fn own_name(words: Words, tag: &str) -> String {
    match tag {
        "en" => String::from("English"),
        "ur" => String::from("اردو"),
        "ps" => String::from("پښتو"),
        _ => language_name(words, tag),
    }
}
