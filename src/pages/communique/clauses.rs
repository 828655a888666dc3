//! The document's own words: what was heard, the preamble, the follow-up. The usual clauses stand until somebody writes others.

use leptos::prelude::*;
use rapporteur_core::command::wording;
use rapporteur_core::item::ItemId;
use rapporteur_core::report::{Clauses, stock};
use rapporteur_core::value::Value;

use crate::app::navigation;
use crate::browser::{clock, page};
use crate::pages::draft::text::TextBox;
use crate::route::Route;
use crate::session::{TextField, session};
use crate::ui::{Shown, memo, view};
use crate::words::{LANGUAGES, Language, words};

#[component]
pub(super) fn Texts(event: ItemId) -> impl IntoView {
    let (words, navigation) = (words(), navigation());
    let address = move || {
        let book = navigation.book();
        Route::Event { book }.address()
    };
    view! {
        <p class="hint">{move || words.t("documents-title-hint")} " " <a href=address>{move || words.t("title-event")}</a></p>
        {LANGUAGES.map(|language| {
            let label = Signal::derive(move || words.t(&format!("documents-introduction-{}", language.tag)));
            let field = TextField::InLanguage(format!("introduction/{}", language.tag), language.tag.to_owned());
            view! { <TextBox item=event field id=format!("introduction-{}", language.tag) label lines=true/> }
        })}
        {Clauses::ALL.map(|clauses| LANGUAGES.map(|language| view! { <OwnWords event clauses language/> }))}
    }
}

/// A text of clauses in one language: the usual ones, or the event's own.
#[component]
fn OwnWords(event: ItemId, clauses: Clauses, language: Language) -> impl IntoView {
    let (words, session) = (words(), session());
    let (stem, lang) = (clauses.stem(), language.tag);
    let id = format!("{stem}-{lang}");
    let field = format!("{stem}/{lang}");
    let label = Signal::derive(move || words.t(&format!("documents-{stem}-{lang}")));
    let name = field.clone();
    let own = memo(move || session.read(|book| book.workbook.value(event, &name).is_some()));
    let field = StoredValue::new(field);
    let id = StoredValue::new(id);
    let begin = move |_| {
        let text = stock(clauses, lang).join("\n");
        session.act("event", |act, book| {
            field.with_value(|field| act.set(&book.workbook, event, field, wording(lang, &text)));
        });
        leptos::task::spawn_local(async move {
            clock::pause().await;
            id.with_value(|id| page::focus(id));
        });
    };
    let drop_own = move |_| {
        session.act("event", |act, book| {
            field.with_value(|field| act.set(&book.workbook, event, field, Value::None));
        });
        session.say(words.t("documents-usual-again"));
        leptos::task::spawn_local(async move {
            clock::pause().await;
            id.with_value(|id| page::focus(&format!("{id}-own")));
        });
    };
    let held = move || {
        let field = TextField::InLanguage(field.get_value(), lang.to_owned());
        view! {
            <TextBox item=event field id=id.get_value() label hint=words.label("documents-clauses-hint") lines=true/>
            <button type="button" class="btn plain" on:click=drop_own>
                {move || words.t("documents-usual")} <span class="unseen">" " {move || label.get()}</span>
            </button>
        }
    };
    view! {
        <Shown when=move || own.get()>{held()}</Shown>
        <Shown when=move || !own.get()>
            <p class="row">
                <b>{move || label.get()}</b>
                <button type="button" class="btn" id=id.with_value(|id| format!("{id}-own")) on:click=begin>
                    {move || words.t("documents-own")} <span class="unseen">" " {move || label.get()}</span>
                </button>
            </p>
        </Shown>
    }
}
