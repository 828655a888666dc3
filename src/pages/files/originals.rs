//! Files as they came, and having one of them again.

use leptos::prelude::*;

use crate::browser::clock;
use crate::browser::store::Original;
use crate::session::session;
use crate::ui::{Disclosure, Shown, all, view};
use crate::words::words;

#[component]
pub(super) fn Originals() -> impl IntoView {
    let (words, session) = (words(), session());
    let open = RwSignal::new(false);
    let found = RwSignal::new(Vec::<Original>::new());
    // Looked up when asked for, and again after whatever adds one.
    Effect::new(move || {
        session.imports_kept();
        if open.get() {
            leptos::task::spawn_local(async move {
                let files = session.originals().await;
                found.try_set(files);
            });
        }
    });
    let label = Signal::derive(move || words.t("originals-show"));
    view! {
        <section class="originals" aria-labelledby="originals">
            <h2 id="originals">{move || words.t("originals")}</h2>
            <p>{move || words.t("originals-hint")}</p>
            <Disclosure label open id="show-originals">
                <Shown when=move || found.with(Vec::is_empty)>
                    <p class="hint">{move || words.t("originals-none")}</p>
                </Shown>
                <ol class="entries state-list" role="list">
                    {all(move || found.get(), move |original| view! { <OneOriginal original/> })}
                </ol>
            </Disclosure>
        </section>
    }
}

#[component]
fn OneOriginal(original: Original) -> impl IntoView {
    let (words, session) = (words(), session());
    let when = words.figures(clock::day_and_minute(original.at));
    let size = usize::try_from(original.size.div_ceil(1_000)).unwrap_or(usize::MAX);
    let name = original.name.clone();
    let label = {
        let name = name.clone();
        move || words.with("originals-save-name", &[("name", name.clone().into())])
    };
    let line = move || {
        let named = [("when", when.clone().into()), ("size", size.into())];
        words.with("originals-entry", &named)
    };
    let original = StoredValue::new(original);
    let save = move |_| {
        leptos::task::spawn_local(async move {
            let saved = session.save_original(&original.get_value()).await;
            session.say(untrack(|| match saved {
                Ok(name) => words.with("originals-saved", &[("name", name.into())]),
                Err(_) => words.t("originals-gone"),
            }));
        });
    };
    view! {
        <li class="entry">
            <p><b><bdi class="file-name">{name}</bdi></b> <span class="hint">{line}</span></p>
            <button type="button" class="btn" aria-label=label on:click=save>{move || words.t("originals-save")}</button>
        </li>
    }
}
