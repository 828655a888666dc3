//! The button that makes a file of the workbook, on every page of it.

use leptos::prelude::*;
use rapporteur_core::file::FileKind;
use rapporteur_core::item::ItemId;

use crate::app::navigation;
use crate::browser::files::FileError;
use crate::browser::page;
use crate::pages::lazy::{Coming, NotLoaded, in_part};
use crate::route::Route;
use crate::session::{Session, session};
use crate::ui::view;
use crate::words::words;

// Making a file: writing is where reading is, in a part that is there before anybody has written much.
in_part! {
    files,
    fn making(
        session: Session,
        group: Option<ItemId>,
    ) -> Result<Coming<Result<String, FileError>>, NotLoaded> {
        let making = session.export(group, FileKind::Workbook, |_, _| {});
        Ok(Box::pin(making))
    }
}

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
            let made = match making(session, group).await {
                Ok(making) => making.await.ok(),
                Err(_) => None,
            };
            busy.set(false);
            session.say(untrack(|| match made {
                Some(name) => words.with("file-made", &[("name", name.into())]),
                None => words.t("file-not-made"),
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
