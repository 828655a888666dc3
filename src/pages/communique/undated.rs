//! Why a document does not begin with what became of earlier recommendations: which event came first is told by their days.

use leptos::prelude::*;
use rapporteur_core::report::without_day;

use super::{Desk, What};
use crate::app::navigation;
use crate::route::Route;
use crate::ui::{Shown, memo, view};

#[component]
pub(super) fn Undated(desk: Desk) -> impl IntoView {
    let (words, navigation) = (desk.words, navigation());
    // What the events are called that need a day; empty where none does.
    let named = memo(move || {
        let event = desk.event().filter(|_| {
            let several = desk.events.with(|events| events.len() > 1);
            several && desk.what.with(|what| *what == What::Communique)
        });
        let Some(event) = event else {
            return String::new();
        };
        let titles = desk.session.read(|book| {
            let events = without_day(&book.workbook, event, &book.vocabulary);
            let titles = events
                .iter()
                .map(|event| event.title(words.lang()).to_owned());
            titles.collect::<Vec<String>>()
        });
        titles.join(" · ")
    });
    let address = move || {
        let book = navigation.book();
        Route::Event { book }.address()
    };
    view! {
        <Shown when=move || named.with(|named| !named.is_empty())>
            <p class="note undated">
                {move || words.with("documents-no-day", &[("events", named.get().into())])} " "
                <a href=address>{move || words.t("title-event")}</a>
            </p>
        </Shown>
    }
}
