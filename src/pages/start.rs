//! The page.

use leptos::prelude::*;

use crate::words::words;

#[component]
pub(crate) fn Start() -> impl IntoView {
    let words = words();
    view! {
        <main id="main">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-start")}</h1>
        </main>
    }
}
