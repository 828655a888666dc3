//! An event listener that lives as long as its owner.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// A callback on an event; dropping it takes the callback off.
#[must_use = "a dropped listener hears nothing"]
pub(crate) struct Listener {
    target: EventTarget,
    event: &'static str,
    capture: bool,
    callback: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens until dropped. The callback may be called while it runs (an event that causes another).
    pub(super) fn new(
        target: &impl AsRef<EventTarget>,
        event: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Self {
        let target = target.as_ref();
        let callback = Closure::<dyn Fn(Event)>::new(callback);
        let function = callback.as_ref().unchecked_ref();
        // Fails only for what is not a function.
        let _ = target.add_event_listener_with_callback(event, function);
        Self {
            target: target.clone(),
            event,
            capture: false,
            callback,
        }
    }

    /// As [`Self::new`], for events that do not bubble: those of everything within the target are heard too.
    pub(super) fn capturing(
        target: &impl AsRef<EventTarget>,
        event: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Self {
        let target = target.as_ref();
        let callback = Closure::<dyn Fn(Event)>::new(callback);
        let function = callback.as_ref().unchecked_ref();
        // Fails only for what is not a function.
        let _ = target.add_event_listener_with_callback_and_bool(event, function, true);
        Self {
            target: target.clone(),
            event,
            capture: true,
            callback,
        }
    }

    /// Listens for the rest of the page's life.
    pub(crate) fn forever(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.callback.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.event,
            function,
            self.capture,
        );
    }
}
