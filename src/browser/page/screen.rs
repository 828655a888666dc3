//! The whole screen for one page, and a screen that does not fall asleep meanwhile.

use std::cell::Cell;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::VisibilityState;

use super::super::listener::Listener;
use super::document;

thread_local! {
    /// The page itself gives the screen back.
    static OWN: Cell<bool> = const { Cell::new(false) };
}

/// Asks for the whole screen; browsers grant it only right after a key or click, and some not at all.
pub(crate) fn fill_screen() {
    OWN.set(false);
    if let Some(root) = document().and_then(|document| document.document_element()) {
        settle(call(&root, "requestFullscreen", &[]));
    }
}

/// Whether the page fills the screen.
pub(crate) fn fills_screen() -> bool {
    let held = document().and_then(|page| Reflect::get(&page, &"fullscreenElement".into()).ok());
    held.is_some_and(|held| held.is_object())
}

/// Gives the screen back.
pub(crate) fn leave_screen() {
    if let Some(page) = document().filter(|_| fills_screen()) {
        OWN.set(true);
        settle(call(&page, "exitFullscreen", &[]));
    }
}

/// Calls back when the page fills the screen no more and was not told to: by a key of the browser.
pub(crate) fn on_screen_left(left: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::new(&document()?, "fullscreenchange", move |_| {
        if !fills_screen() && !OWN.replace(false) {
            left();
        }
    }))
}

/// Keeps the screen from going dark, where the browser can; dropping it lets the screen sleep again.
#[must_use = "dropped, it does nothing"]
pub(crate) struct Awake {
    held: std::rc::Rc<std::cell::RefCell<Held>>,
    _listener: Option<Listener>,
}

/// What the browser gave; after the end nothing is asked for any more.
#[derive(Default)]
struct Held {
    sentinel: Option<JsValue>,
    over: bool,
}

impl Drop for Awake {
    fn drop(&mut self) {
        let mut held = self.held.borrow_mut();
        held.over = true;
        if let Some(sentinel) = held.sentinel.take() {
            settle(call(&sentinel, "release", &[]));
        }
    }
}

/// From now on the screen stays on. Browsers let go when the page is hidden, so it is asked for again when it is seen again.
pub(crate) fn stay_awake() -> Awake {
    let held = std::rc::Rc::new(std::cell::RefCell::new(Held::default()));
    let ask = {
        let held = std::rc::Rc::clone(&held);
        move || {
            let held = std::rc::Rc::clone(&held);
            spawn_local(async move {
                let sentinel = wake_lock().await;
                let mut held = held.borrow_mut();
                match sentinel {
                    Some(late) if held.over => settle(call(&late, "release", &[])),
                    sentinel => held.sentinel = sentinel,
                }
            });
        }
    };
    ask();
    let listener = document().map(|page| {
        Listener::new(&page, "visibilitychange", move |_| {
            if document().is_some_and(|page| page.visibility_state() == VisibilityState::Visible) {
                ask();
            }
        })
    });
    Awake {
        held,
        _listener: listener,
    }
}

/// The browser's promise that the screen stays on; `None` where it has none or refuses.
async fn wake_lock() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let lock = Reflect::get(&navigator, &"wakeLock".into()).ok()?;
    let promise: Promise = call(&lock, "request", &["screen".into()])?
        .dyn_into()
        .ok()?;
    JsFuture::from(promise).await.ok()
}

/// What a method returns; `None` where there is no such method or it throws.
fn call(target: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    if !target.is_object() {
        return None;
    }
    let method: Function = Reflect::get(target, &name.into()).ok()?.dyn_into().ok()?;
    method
        .apply(target, &arguments.iter().collect::<js_sys::Array>())
        .ok()
}

/// A refusal is no error: the page works without.
fn settle(promise: Option<JsValue>) {
    if let Some(promise) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}
