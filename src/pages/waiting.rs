//! While a workbook is being opened, and where it cannot be.

use leptos::prelude::*;

use crate::session::Trouble;
use crate::words::words;

#[component]
pub(crate) fn Waiting(failed: Option<Trouble>) -> impl IntoView {
    let words = words();
    view! {
        <main id="main">
            <h1 id="page-title" tabindex="-1">
                {move || words.t(if failed.is_some() { "open-failed" } else { "status-opening" })}
            </h1>
            {failed.map(|trouble| view! { <p>{move || words.t(trouble.key())}</p> })}
            {failed.map(|_| view! { <p><a href="#/">{move || words.t("to-start")}</a></p> })}
        </main>
    }
}
