//! One line of text that is a field of an item. The browser writes in it; the session is told, and it is redrawn only while
//! nobody types in it.

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::text::direction_of;
use rapporteur_core::workbook::Current;

use crate::app::navigation;
use crate::browser::page;
use crate::route::Route;
use crate::session::{TextField, session};
use crate::ui::{MOST_LETTERS, Shown, effect, memo, view};
use crate::words::words;

#[component]
pub(super) fn Line(
    /// The id of the input.
    id: String,
    /// What it is.
    label: Signal<String>,
    /// Whose field.
    item: ItemId,
    /// Which field: one that is a text without a language.
    field: String,
    /// The language of the text, where it has one.
    #[prop(optional)]
    lang: Option<&'static str>,
    /// What helps to fill it in.
    #[prop(optional)]
    hint: Option<Signal<String>>,
) -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let text = StoredValue::new(TextField::Plain(field.clone()));
    let held = StoredValue::new(id.clone());
    let name = field.clone();
    let shown = memo(move || {
        session.read(|book| text.with_value(|text| text.text_in(book.workbook.value(item, &name))))
    });
    let undecided = memo(move || {
        session.read(|book| matches!(book.workbook.current(item, &field), Current::Conflict(_)))
    });
    let first = shown.get_untracked();
    effect(move || {
        let now = shown.get();
        let text = text.get_value();
        if session.is_typing(item, &text) {
            return;
        }
        if session.is_open(item, &text) {
            session.open_text(item, text);
        }
        held.with_value(|id| page::put_text(id, &now));
    });
    let hint_id = format!("{id}-hint");
    let described = hint.map(|_| hint_id.clone());
    let conflicts = move || {
        Route::Conflicts {
            book: navigation.book(),
        }
        .address()
    };
    view! {
        <div class="field">
            <label for=id.clone()>{move || label.get()}</label>
            <input type="text" class="line" id=id maxlength=MOST_LETTERS autocomplete="off" spellcheck="false" translate="no" lang=lang
                dir=lang.map_or("auto", |lang| direction_of(lang).as_str())
                aria-describedby=described prop:value=first
                on:focus=move |_| {
                    let now = session.open_text(item, text.get_value());
                    held.with_value(|id| page::put_text(id, &now));
                }
                on:input=move |event| text.with_value(|text| session.type_text(item, text, &event_target_value(&event)))
                on:keydown=move |event| if event.key() == "Enter" && !event.is_composing() {
                    session.leave_text();
                }
                on:blur=move |_| session.close_text()/>
            {hint.map(|hint| view! { <span class="hint" id=hint_id>{move || hint.get()}</span> })}
            <Shown when=move || undecided.get()>
                <a class="ask" href=conflicts>{move || words.t("event-undecided")}</a>
            </Shown>
        </div>
    }
}
