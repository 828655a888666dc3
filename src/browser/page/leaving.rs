//! The page goes away: hidden, closed, or left. Mobile browsers tell only that it is hidden, so that is the moment to
//! save; asking "leave?" is for what could not be saved.

use std::cell::RefCell;

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::VisibilityState;

use super::super::listener::Listener;
use super::{document, window};

thread_local! {
    static GUARD: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// A callback on hiding; dropping it takes the callback off.
#[must_use = "a dropped listener hears nothing"]
pub(crate) struct Hiding {
    _hidden: Listener,
    _left: Listener,
}

impl Hiding {
    /// Listens for the rest of the page's life.
    pub(crate) fn forever(self) {
        std::mem::forget(self);
    }
}

/// Calls back when the page is hidden or left, perhaps twice. Only what is synchronous is sure to finish.
pub(crate) fn on_hide(hidden: impl Fn() + 'static) -> Option<Hiding> {
    let hidden = std::rc::Rc::new(hidden);
    let left = std::rc::Rc::clone(&hidden);
    Some(Hiding {
        _hidden: Listener::new(&document()?, "visibilitychange", move |_| {
            if document().is_some_and(|page| page.visibility_state() == VisibilityState::Hidden) {
                hidden();
            }
        }),
        _left: Listener::new(&window()?, "pagehide", move |_| left()),
    })
}

/// A file dropped beside the places for files would be opened in place of the app: from now on it is not.
pub(crate) fn guard_drops() {
    let Some(page) = document() else {
        return;
    };
    for event in ["dragover", "drop"] {
        let guard = Listener::new(&page, event, |event| event.prevent_default());
        std::mem::forget(guard);
    }
}

/// While on, the browser asks before the page is closed or reloaded (only where the person did something on it).
pub(crate) fn guard_leaving(on: bool) {
    let there = GUARD.with_borrow(Option::is_some);
    if on == there {
        return;
    }
    let guard = on.then(window).flatten().map(|window| {
        Listener::new(&window, "beforeunload", |event| {
            event.prevent_default();
            // What browsers before 2023 look at.
            let _ = Reflect::set(&event, &"returnValue".into(), &JsValue::TRUE);
        })
    });
    GUARD.set(guard);
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::rc::Rc;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    use web_sys::{Event, EventInit};
    wasm_bindgen_test_configure!(run_in_browser);

    fn leave() -> bool {
        let init = EventInit::new();
        init.set_cancelable(true);
        let event = Event::new_with_event_init_dict("beforeunload", &init).unwrap();
        window().unwrap().dispatch_event(&event).unwrap()
    }

    #[wasm_bindgen_test]
    fn leaving_is_asked_for_only_while_guarded() {
        assert!(leave());
        guard_leaving(true);
        guard_leaving(true);
        assert!(!leave());
        guard_leaving(false);
        assert!(leave());
    }

    #[wasm_bindgen_test]
    fn hiding_is_heard() {
        let count = Rc::new(Cell::new(0));
        let ear = Rc::clone(&count);
        let hiding = on_hide(move || ear.set(ear.get() + 1)).unwrap();
        let event = Event::new("pagehide").unwrap();
        window().unwrap().dispatch_event(&event).unwrap();
        drop(hiding);
        window().unwrap().dispatch_event(&event).unwrap();
        assert_eq!(count.get(), 1);
    }
}
