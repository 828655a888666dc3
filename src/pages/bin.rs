//! Withdrawn recommendations, and the way back.

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::register::Filter;
use rapporteur_core::text::{Query, direction_of};

use crate::browser::{clock, page};
use crate::session::session;
use crate::ui::{Rows, memo, view};
use crate::words::words;

/// The id of the list.
const LIST: &str = "binned";

#[component]
pub(crate) fn Bin() -> impl IntoView {
    let (words, session) = (words(), session());
    let ids = memo(move || {
        let filter = Filter {
            withdrawn: true,
            ..Filter::default()
        };
        Arc::new(session.read(|book| {
            book.register
                .find(&filter, &Query::new(""), &book.vocabulary)
        }))
    });
    let empty = memo(move || ids.with(|ids| ids.is_empty()));
    view! {
        <main id="main" class="page">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-bin")}</h1>
            <p>{move || words.t(if empty.get() { "bin-empty" } else { "bin-hint" })}</p>
            <Rows id=LIST label=words.label("title-bin") keys=Signal::from(ids)
                current=Signal::derive(|| None::<ItemId>)
                changes=Signal::derive(move || session.read(|_| ()))
                renews=Signal::derive(move || { words.lang(); })
                row=move |id| view! { <Binned id ids/> }/>
        </main>
    }
}

#[component]
fn Binned(id: ItemId, ids: Memo<Arc<Vec<ItemId>>>) -> impl IntoView {
    let (words, session) = (words(), session());
    let number = memo(move || session.read(|book| book.register.number(id)));
    let text = memo(move || {
        let lang = words.lang();
        session.read(|book| {
            let rec = Recommendation::read(&book.workbook, id);
            rec.text_for(lang)
                .map(|(lang, text)| (lang.to_owned(), text.to_owned()))
        })
    });
    let restore = move |_| {
        let next = ids.with_untracked(|ids| {
            let place = ids.iter().position(|held| *held == id)?;
            ids.get(place.saturating_add(1))
                .or_else(|| ids.get(place.checked_sub(1)?))
                .copied()
        });
        session.act_on(id, |act, book| act.withdraw(&book.workbook, id, false));
        session.say(words.with("said-back", &[("number", number.get_untracked().into())]));
        let focus = next.map_or_else(
            || String::from("page-title"),
            |next| format!("{LIST}-{next}"),
        );
        clock::next_frame(move || {
            page::focus(&focus);
        })
        .forever();
    };
    view! {
        <article class="binned">
            <p class="meta"><bdi class="num" id=format!("{LIST}-number-{id}")>{move || number.get()}</bdi></p>
            {move || text.get().map(|(lang, text)| {
                let dir = direction_of(&lang).as_str();
                view! { <p class="words" translate="no" lang=lang dir=dir>{text}</p> }
            })}
            <button type="button" class="btn" id=format!("{LIST}-{id}")
                aria-describedby=format!("{LIST}-number-{id}") on:click=restore>
                {move || words.t("restore")}
            </button>
        </article>
    }
}
