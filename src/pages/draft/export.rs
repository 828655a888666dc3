//! The button that makes a file of the workbook, on every page of it.

use leptos::prelude::*;
use rapporteur_core::file::FileKind;

use crate::app::navigation;
use crate::browser::page;
use crate::route::Route;
use crate::session::session;
use crate::ui::view;
use crate::words::words;

#[component]
pub(crate) fn ExportButton() -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let busy = RwSignal::new(false);
    let export = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let group = match navigation.here() {
            Route::Draft { group, .. } | Route::Capture { group, .. } => group,
            _ => None,
        };
        leptos::task::spawn_local(async move {
            let made = session.export(group, FileKind::Workbook, |_, _| {}).await;
            busy.set(false);
            session.say(untrack(|| match made {
                Ok(name) => words.with("file-made", &[("name", name.into())]),
                Err(_) => words.t("file-not-made"),
            }));
        });
    };
    // The key people press to save makes the copy that is safe; all else is saved anyway.
    let listener = page::on_key(move |key| {
        if (key.ctrl || key.meta) && !key.alt && !key.shift && key.code == "KeyS" {
            key.prevent();
            if !key.repeat {
                export();
            }
        }
    });
    StoredValue::new_local(listener);
    view! {
        <button type="button" class="btn" id="export" aria-busy=move || busy.get().to_string() on:click=move |_| export()>
            {move || words.t("export")}
        </button>
    }
}
