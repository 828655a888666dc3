//! What happens when the program itself fails: it says so, stops writing, and leaves the rest to the page.
//!
//! After a panic the module is still called (timers, events, other tasks), with its data perhaps half changed. So
//! [`crashed`] is asked before every write, by the store and the journal. The rescue page is plain script, outside.

use std::cell::Cell;
use std::panic::PanicHookInfo;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, console};

use super::listener::Listener;

/// The event dispatched on `window`; its `detail` is the message.
pub(crate) const EVENT: &str = "rapporteur-crash";

thread_local! {
    static CRASHED: Cell<bool> = const { Cell::new(false) };
}

/// Makes panics known, and traps that are no panics (a stack that overflowed). To be called once, first of all.
pub(crate) fn install() {
    std::panic::set_hook(Box::new(|info| report(&message(info))));
    let Some(window) = web_sys::window() else {
        return;
    };
    Listener::new(&window, "error", |event| {
        let error = js_sys::Reflect::get(&event, &"error".into()).unwrap_or(JsValue::NULL);
        if error.is_instance_of::<js_sys::WebAssembly::RuntimeError>() && !crashed() {
            let error: js_sys::Error = error.unchecked_into();
            report(&String::from(error.message()));
        }
    })
    .forever();
}

/// Whether the program failed: nothing may be saved any more.
pub(crate) fn crashed() -> bool {
    CRASHED.get()
}

fn message(info: &PanicHookInfo<'_>) -> String {
    let stack = js_sys::Reflect::get(&js_sys::Error::new(""), &"stack".into())
        .ok()
        .and_then(|stack| stack.as_string())
        .unwrap_or_default();
    format!("{info}\n{stack}")
}

/// Must not panic: it runs within a panic.
fn report(message: &str) {
    CRASHED.set(true);
    console::error_1(&message.into());
    let init = CustomEventInit::new();
    init.set_detail(&message.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict(EVENT, &init)
        && let Some(window) = web_sys::window()
    {
        // Fails only for an event that is being dispatched.
        let _ = window.dispatch_event(&event);
    }
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
pub(crate) mod tests {
    use super::*;
    use std::rc::Rc;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    wasm_bindgen_test_configure!(run_in_browser);

    /// Pretends a crash until dropped.
    pub(crate) struct Pretended;

    pub(crate) fn pretend() -> Pretended {
        CRASHED.set(true);
        Pretended
    }

    impl Drop for Pretended {
        fn drop(&mut self) {
            CRASHED.set(false);
        }
    }

    #[wasm_bindgen_test]
    fn a_crash_is_told_to_the_page() {
        let heard = Rc::new(std::cell::RefCell::new(String::new()));
        let ear = Rc::clone(&heard);
        let _listener = Listener::new(&web_sys::window().unwrap(), EVENT, move |event| {
            let event: CustomEvent = event.unchecked_into();
            *ear.borrow_mut() = event.detail().as_string().unwrap();
        });
        let after = Pretended;
        report("a test pretends a crash");
        assert!(crashed());
        assert_eq!(*heard.borrow(), "a test pretends a crash");
        drop(after);
        assert!(!crashed());
    }
}
