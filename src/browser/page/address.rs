//! The part of the address after `#`, which names the route: it works from a file as well as from a server.

use super::super::listener::Listener;
use super::window;

/// The route in the address, without `#`, percent-encoded as the browser has it; empty where there is none.
pub(crate) fn hash() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .map_or_else(String::new, |hash| {
            hash.strip_prefix('#').unwrap_or_default().to_owned()
        })
}

/// Goes to a route; "back" returns to the one before. Listeners are called after this returns.
pub(crate) fn set_hash(route: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(route);
    }
}

/// Goes to a route in place of the present one in the history. Listeners are called after this returns.
pub(crate) fn replace_hash(route: &str) {
    if let Some(window) = window() {
        let _ = window.location().replace(&format!("#{route}"));
    }
}

/// Calls back with [`hash`] each time it changes, whoever changed it.
pub(crate) fn on_hash(changed: impl Fn(String) + 'static) -> Option<Listener> {
    Some(Listener::new(&window()?, "hashchange", move |_| {
        changed(hash());
    }))
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use super::*;
    use crate::browser::clock::sleep;
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    async fn routes_are_heard() {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let ear = Rc::clone(&heard);
        let listener = on_hash(move |route| ear.borrow_mut().push(route)).unwrap();
        set_hash("/draft/a%20b");
        sleep(50).await;
        replace_hash("/event");
        sleep(50).await;
        drop(listener);
        set_hash("");
        sleep(50).await;
        assert_eq!(*heard.borrow(), ["/draft/a%20b", "/event"]);
        assert_eq!(hash(), "");
    }
}
