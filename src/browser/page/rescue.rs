//! The rescue copy of one workbook, made by boot.js: it wraps what this browser holds without knowing what it means, so it holds
//! what the app cannot read.

use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, Event};

use super::super::listener::Listener;
use super::window;

/// Asks for the copy of a workbook, by its local id; [`on_rescued`] tells what became of it.
pub(crate) fn rescue(id: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&id.into());
    let event = CustomEvent::new_with_event_init_dict("rapporteur-rescue", &init);
    if let (Some(window), Ok(event)) = (window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

/// Calls back when a copy was handed to the browser, with its name; it is empty where nothing of the workbook was found.
pub(crate) fn on_rescued(told: impl Fn(String) + 'static) -> Option<Listener> {
    let heard = move |event: Event| {
        let event: CustomEvent = event.unchecked_into();
        told(event.detail().as_string().unwrap_or_default());
    };
    Some(Listener::new(&window()?, "rapporteur-rescued", heard))
}
