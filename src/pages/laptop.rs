//! This laptop: what the browser keeps and promises, names that say nothing, a curtain, and erasing.

mod erase;

use leptos::prelude::*;

use crate::browser::page;
use crate::browser::store::WorkbookMeta;
use crate::session::session;
use crate::ui::{Shown, view};
use crate::words::words;

#[component]
pub(crate) fn Laptop() -> impl IntoView {
    let (words, session) = (words(), session());
    let books = RwSignal::new(None::<Vec<WorkbookMeta>>);
    let look = move || {
        leptos::task::spawn_local(async move {
            let known = session.workbooks().await;
            books.try_set(Some(known));
        });
    };
    look();
    let neutral = move |event: leptos::ev::Event| words.set_neutral(event_target_checked(&event));
    view! {
        <main id="main" class="page desk laptop">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-laptop")}</h1>
            <p><a href="#/">{move || words.t("to-start")}</a></p>
            <Kept/>
            <section aria-labelledby="privacy">
                <h2 id="privacy">{move || words.t("laptop-private")}</h2>
                <label class="tick">
                    <input type="checkbox" id="neutral" prop:checked=move || words.neutral() on:change=neutral
                        aria-describedby="neutral-hint"/>
                    <span>{move || words.t("laptop-neutral")}</span>
                </label>
                <p class="hint" id="neutral-hint">{move || words.t("laptop-neutral-hint")}</p>
                <p>{move || words.t("laptop-curtain")}</p>
                <button type="button" class="btn" on:click=move |_| words.draw_curtain(true)>
                    {move || words.t("laptop-curtain-now")}
                </button>
            </section>
            <section aria-labelledby="erase">
                <h2 id="erase" tabindex="-1">{move || words.t("erase")}</h2>
                <p>{move || words.t("erase-hint")}</p>
                <Shown when=move || books.with(|books| books.as_ref().is_some_and(Vec::is_empty))>
                    <p class="hint">{move || words.t("erase-none")}</p>
                </Shown>
                <ul class="entries" role="list">
                    {move || books.get().unwrap_or_default().into_iter().map(|meta| view! {
                        <erase::EraseBook meta again=Callback::new(move |()| look())/>
                    }).collect_view()}
                </ul>
                <erase::EraseAll again=Callback::new(move |()| look())/>
                <p class="hint">{move || words.t("erase-remains")}</p>
            </section>
        </main>
    }
}

/// What the browser says of keeping.
#[component]
fn Kept() -> impl IntoView {
    let words = words();
    let promised = RwSignal::new(None::<Option<bool>>);
    leptos::task::spawn_local(async move {
        let answer = page::persisted().await;
        promised.try_set(Some(answer));
    });
    let ask = move |_| {
        leptos::task::spawn_local(async move {
            let answer = page::persist().await;
            promised.try_set(Some(answer));
        });
    };
    let line = move || {
        promised.get().map(|answer| {
            words.t(match answer {
                Some(true) => "laptop-promised",
                Some(false) => "laptop-not-promised",
                None => "laptop-no-promise",
            })
        })
    };
    view! {
        <section aria-labelledby="kept">
            <h2 id="kept">{move || words.t("laptop-kept")}</h2>
            <p id="promise">{line}</p>
            <Shown when=move || promised.get() == Some(Some(false))>
                <button type="button" class="btn" on:click=ask>{move || words.t("laptop-ask")}</button>
            </Shown>
            <p class="hint">{move || words.t("laptop-kept-hint")}</p>
        </section>
    }
}
