//! Another version of the site that waits. boot.js watches for it; here the app hears of it and asks for it.

use web_sys::{CustomEvent, Event};

use super::super::listener::Listener;
use super::{document, window};

/// Whether another version waits to be loaded.
pub(crate) fn update_waits() -> bool {
    let page = document().and_then(|document| document.document_element());
    page.is_some_and(|page| page.get_attribute("data-update").is_some())
}

/// Calls back when another version waits to be loaded.
pub(crate) fn on_update(waits: impl Fn() + 'static) -> Option<Listener> {
    let heard = move |_: Event| waits();
    Some(Listener::new(&window()?, "rapporteur-update", heard))
}

/// Loads the version that waits, in place of this page.
pub(crate) fn take_update() {
    ask("rapporteur-take-over");
}

/// Has the browser forget the files of the program: from then on it has to be loaded from where it came.
pub(crate) fn forget_site() {
    ask("rapporteur-forget");
}

fn ask(what: &str) {
    if let (Some(window), Ok(event)) = (window(), CustomEvent::new(what)) {
        let _ = window.dispatch_event(&event);
    }
}
