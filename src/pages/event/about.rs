//! What the event is: its titles, code, form, place, days and who holds it.

use leptos::prelude::*;
use rapporteur_core::event::{Event, Form};
use rapporteur_core::item::ItemId;
use rapporteur_core::value::Value;

use super::line::Line;
use super::set::{Entries, Set};
use crate::session::session;
use crate::ui::{Choices, Pick, memo, view};
use crate::words::{LANGUAGES, words};

#[component]
pub(super) fn About(event: ItemId) -> impl IntoView {
    let (words, session) = (words(), session());
    let id = move |name: &str| format!("event-{}-{name}", event.short());
    let label = move |key: &'static str| Signal::derive(move || words.t(key));
    let titles = LANGUAGES.map(|language| {
        let label = Signal::derive(move || words.t(&format!("event-title-{}", language.tag)));
        view! {
            <Line id=id(&format!("title-{}", language.tag)) label item=event field=format!("title/{}", language.tag) lang=language.tag/>
        }
    });
    let form = memo(move || session.read(|book| Event::read(&book.workbook, event).form.name()));
    let forms = Form::ALL.map(|choice| {
        let name = choice.name();
        view! {
            <Pick name=id("form") label=Signal::derive(move || words.t(&format!("form-{name}")))
                checked=Signal::derive(move || form.get() == name)
                choose=Callback::new(move |()| {
                    session.act("event", |act, book| act.set(&book.workbook, event, "form", Value::text(name)));
                })/>
        }
    });
    view! {
        <div class="beside titles">{titles}</div>
        <div class="beside">
            <Line id=id("code") label=label("event-code") item=event field=String::from("code") hint=label("event-code-hint")/>
            <Line id=id("place") label=label("event-place") item=event field=String::from("place")/>
        </div>
        <Choices legend=label("event-form")>{forms}</Choices>
        <Set event field="dates" entries=Entries::Days/>
        <div class="beside">
            <Set event field="organisers" entries=Entries::Names/>
            <Set event field="partners" entries=Entries::Names/>
        </div>
    }
}
