//! What is kept on this laptop and cannot be read: the start page lists the workbooks that do not open, the status line says
//! how much of the open one is not shown. A rescue copy holds all of it as it stands.

use leptos::prelude::*;

use crate::app::navigation;
use crate::browser::page;
use crate::session::session;
use crate::ui::{Markup, all, view};
use crate::words::words;

/// What cannot be read of the open workbook, or else the workbooks that cannot be opened.
#[component]
pub(crate) fn Damaged() -> impl IntoView {
    let (words, session) = (words(), session());
    let told = move |key: &'static str, count: usize| words.with(key, &[("count", count.into())]);
    if let Some(book) = navigation().here().book() {
        let count = move || session.status().unreadable;
        return view! {
            <span class="note bad" id="unreadable">{move || told("damaged-parts", count())} " " {copy(book.to_owned())}</span>
        };
    }
    view! {
        <div class="note bad" id="damaged">
            <p>{move || told("damaged-books", session.damaged().len())}</p>
            <ul class="entries" role="list">
                {all(move || session.damaged(), move |id: String| {
                    let name = id.clone();
                    view! { <li>{copy(id)} " " <bdi class="num">{name}</bdi></li> }
                })}
            </ul>
        </div>
    }
}

/// The button that makes a rescue copy.
fn copy(id: String) -> Markup {
    let (words, session) = (words(), session());
    let asked = RwSignal::new(false);
    let listener = page::on_rescued(move |name| {
        // One of several buttons was pressed.
        if !asked.try_get_untracked().unwrap_or_default() {
            return;
        }
        asked.set(false);
        session.say(untrack(|| match name.as_str() {
            "" => words.t("file-not-made"),
            _ => words.with("file-made", &[("name", name.into())]),
        }));
    });
    StoredValue::new_local(listener);
    let ask = move |_: leptos::ev::MouseEvent| {
        asked.set(true);
        page::rescue(&id);
    };
    view! {
        <button type="button" class="btn" on:click=ask>{move || words.t("damaged-copy")}</button>
    }
}
