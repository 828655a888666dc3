//! The event page: what the event is, its groups, the words it adds. Several events may live in one workbook; each is shown.

mod about;
mod groups;
mod line;
mod new_term;
mod set;
mod terms;

use leptos::prelude::*;
use rapporteur_core::event::{Event, events};
use rapporteur_core::item::ItemId;

use crate::browser::page::focus_soon;
use crate::session::session;
use crate::ui::{Shown, each, memo, view};
use crate::words::words;

#[component]
pub(crate) fn EventPage() -> impl IntoView {
    let (words, session) = (words(), session());
    let ids = memo(move || {
        session.read(|book| {
            events(&book.workbook)
                .iter()
                .map(|event| event.id)
                .collect::<Vec<_>>()
        })
    });
    let several = Signal::derive(move || ids.with(|ids| ids.len() > 1));
    // A field that goes away while it has the focus does not lose it first.
    on_cleanup(move || session.close_text());
    view! {
        <main id="main" class="page desk">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-event")}</h1>
            <Shown when=move || ids.with(Vec::is_empty)>
                <p class="empty">{move || words.t("event-none")}</p>
            </Shown>
            <Shown when=move || several.get()>
                <p class="note">{move || words.with("event-several", &[("count", ids.with(Vec::len).into())])}</p>
            </Shown>
            {each(move || ids.get(), move |event| view! {
                <OneEvent event/>
            })}
        </main>
    }
}

#[component]
fn OneEvent(event: ItemId) -> impl IntoView {
    let (words, session) = (words(), session());
    let heading = format!("event-{}", event.short());
    let title = move || {
        let lang = words.lang();
        let title = session.read(|book| Event::read(&book.workbook, event).title(lang).to_owned());
        if title.is_empty() {
            words.t("event-untitled")
        } else {
            title
        }
    };
    let sample = memo(move || session.read(|book| Event::read(&book.workbook, event).sample));
    view! {
        <section class="one-event" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()><bdi>{title}</bdi></h2>
            <Shown when=move || sample.get()>
                <p class="note">{move || words.t("event-sample")}</p>
            </Shown>
            <about::About event/>
            <groups::Groups event/>
            <terms::Terms event/>
        </section>
    }
}
