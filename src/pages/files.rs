//! The files page: make a file, take files in, bring a plain list in, and what was taken in.

mod first_event;
mod groups;
mod list;
mod listed;
mod make;
mod one;
mod originals;
mod preview;
mod receipts;
mod states;
mod take;

use leptos::prelude::*;

use crate::app::navigation;
use crate::browser::files::PickedFile;
use crate::browser::page::focus_soon;
use crate::route::Route;
use crate::session::session;
use crate::ui::{memo, view};
use crate::words::words;

/// A file that turned out to be no file of this program, and may be a plain list.
type Handed = RwSignal<Option<PickedFile>, LocalStorage>;

/// Many things are told in full, but the first few at once.
const AT_ONCE: usize = 5;

#[component]
pub(crate) fn Files() -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let book = memo(move || session.read(|book| book.id.clone()));
    // A workbook made for files of which nothing was taken in leaves nothing behind.
    on_cleanup(move || {
        if matches!(navigation.here(), Route::Start) {
            leptos::task::spawn_local(session.abandon());
        }
    });
    view! {
        // A file dropped beside the field would be opened in place of the program.
        <main id="main" class="page desk files" on:dragover=|event| event.prevent_default() on:drop=|event| event.prevent_default()>
            <h1 id="page-title" tabindex="-1">{move || words.t("title-files")}</h1>
            {move || {
                // What waits belongs to one workbook; a file may be opened in another from here.
                book.with(|_| ());
                let list = RwSignal::new_local(None::<PickedFile>);
                view! {
                    <make::Make/>
                    <receipts::Receipts/>
                    <take::TakeIn list/>
                    <list::BringList handed=list/>
                    <originals::Originals/>
                    <states::States/>
                }
            }}
        </main>
    }
}
