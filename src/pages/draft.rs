//! The page.

use leptos::prelude::*;

use crate::words::words;

#[component]
pub(crate) fn Draft() -> impl IntoView {
    let words = words();
    view! {
        <main id="main">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-draft")}</h1>
        </main>
    }
}

/// Makes a file of the workbook, from any page.
#[component]
pub(crate) fn ExportButton() -> impl IntoView {
    let (words, session) = (words(), crate::session::session());
    view! {
        <button type="button" class="btn plain" on:click=move |_| leptos::task::spawn_local(async move {
            let made = session.export(None, rapporteur_core::file::FileKind::Workbook, |_, _| {}).await;
            session.say(match made {
                Ok(name) => words.with("file-made", &[("name", name.into())]),
                Err(_) => words.t("file-not-made"),
            });
        })>
            {move || words.t("export")}
        </button>
    }
}
