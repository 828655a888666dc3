//! Keys pressed anywhere on the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::super::listener::Listener;
use super::document;

/// Inputs that take no text: a letter typed there is a command, not a word.
const NOT_TEXT: [&str; 9] = [
    "button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit",
];

/// A key that went down.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    /// The place on the keyboard, the same in every layout: `KeyS`, `Digit1`, `Enter`. May be empty (screen keyboards).
    pub(crate) code: String,
    /// What it means in this layout: `s`, `س`, `Enter`.
    pub(crate) key: String,
    /// The control key is down with it.
    pub(crate) ctrl: bool,
    /// The command or Windows key is down with it.
    pub(crate) meta: bool,
    /// The alt or option key is down with it.
    pub(crate) alt: bool,
    /// The shift key is down with it.
    pub(crate) shift: bool,
    /// It is held down, and this is not the first time.
    pub(crate) repeat: bool,
    /// An input method is at work on it: it is not ours.
    pub(crate) composing: bool,
    /// The focus is in a field that takes text.
    pub(crate) in_text: bool,
    event: KeyboardEvent,
}

impl Key {
    /// Keeps the browser from doing what it does with this key.
    pub(crate) fn prevent(&self) {
        self.event.prevent_default();
    }

    /// It is a letter, digit or sign alone, and no word is being written.
    fn is_single(&self) -> bool {
        let chord = self.ctrl || self.meta || self.alt;
        !chord && !self.in_text && self.key.chars().count() == 1 && self.key != " "
    }
}

/// Calls back with every key that goes down on the page and that no element stopped.
pub(crate) fn on_key(pressed: impl Fn(Key) + 'static) -> Option<Listener> {
    Some(Listener::new(&document()?, "keydown", move |event| {
        // Filling in a form by the browser sends a `keydown` that is no keyboard event.
        if let Ok(event) = event.dyn_into::<KeyboardEvent>() {
            let key = key_of(event);
            if !(key.is_single() && are_single_keys_off()) {
                pressed(key);
            }
        }
    }))
}

/// Whether a person does not want single keys to do anything (WCAG 2.1.4): a look of the page, kept with the others.
fn are_single_keys_off() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("data-keys"))
        .is_some_and(|keys| keys == "off")
}

fn key_of(event: KeyboardEvent) -> Key {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    Key {
        code: event.code(),
        key: event.key(),
        ctrl: event.ctrl_key(),
        meta: event.meta_key(),
        alt: event.alt_key(),
        shift: event.shift_key(),
        repeat: event.repeat(),
        // Safari sends the key that ends a composition after it, with this number.
        composing: event.is_composing() || event.key_code() == 229,
        in_text: target.is_some_and(|target| takes_text(&target)),
        event,
    }
}

fn takes_text(element: &Element) -> bool {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return !NOT_TEXT.contains(&input.type_().as_str());
    }
    matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
        || element
            .dyn_ref::<HtmlElement>()
            .is_some_and(HtmlElement::is_content_editable)
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use super::*;
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    use web_sys::KeyboardEventInit;
    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn keys_say_whether_they_are_words_or_commands() {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let ear = Rc::clone(&heard);
        let _listener = on_key(move |key| {
            key.prevent();
            ear.borrow_mut()
                .push((key.code, key.key, key.ctrl, key.in_text));
        })
        .unwrap();
        let document = document().unwrap();
        let press = |tag: &str, kind: Option<&str>| {
            let element = document.create_element(tag).unwrap();
            if let Some(kind) = kind {
                element.set_attribute("type", kind).unwrap();
            }
            document.body().unwrap().append_child(&element).unwrap();
            let init = KeyboardEventInit::new();
            init.set_bubbles(true);
            init.set_cancelable(true);
            init.set_code("KeyS");
            init.set_key("س");
            init.set_ctrl_key(true);
            let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
            element.dispatch_event(&event).unwrap();
            element.remove();
            assert!(event.default_prevented());
        };
        press("textarea", None);
        press("input", Some("search"));
        press("input", Some("checkbox"));
        press("div", None);
        let in_text: Vec<bool> = heard.borrow().iter().map(|key| key.3).collect();
        assert_eq!(in_text, [true, true, false, false]);
        assert_eq!(heard.borrow()[0], ("KeyS".into(), "س".into(), true, true));
    }

    #[wasm_bindgen_test]
    fn single_keys_are_silent_where_somebody_does_not_want_them() {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let ear = Rc::clone(&heard);
        let _listener = on_key(move |key| ear.borrow_mut().push(key.key)).unwrap();
        let document = document().unwrap();
        let root = document.document_element().unwrap();
        let press = |key: &str, ctrl: bool, tag: &str| {
            let element = document.create_element(tag).unwrap();
            document.body().unwrap().append_child(&element).unwrap();
            let init = KeyboardEventInit::new();
            init.set_bubbles(true);
            init.set_key(key);
            init.set_ctrl_key(ctrl);
            let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
            element.dispatch_event(&event).unwrap();
            element.remove();
        };
        root.set_attribute("data-keys", "off").unwrap();
        for (key, ctrl, tag) in [
            ("1", false, "div"),
            ("ن", false, "button"),
            ("Escape", false, "div"),
            ("s", true, "div"),
            ("a", false, "textarea"),
        ] {
            press(key, ctrl, tag);
        }
        root.set_attribute("data-keys", "on").unwrap();
        press("1", false, "div");
        root.remove_attribute("data-keys").unwrap();
        assert_eq!(*heard.borrow(), ["Escape", "s", "a", "1"]);
    }
}
