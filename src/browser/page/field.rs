//! The text in a field, as the page has it: fields are written by people, so this is for the moments when nobody is at it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

use super::{element, focus};

/// The text in the field of an id; `None` where there is no such field now.
pub(crate) fn text_in(id: &str) -> Option<String> {
    let field = element(id)?;
    let value: JsValue = Reflect::get(&field, &"value".into()).ok()?;
    value.as_string()
}

/// Puts a text into the field of an id, unless it is there already: writing moves the caret.
pub(crate) fn put_text(id: &str, text: &str) {
    if text_in(id).is_none_or(|held| held == text) {
        return;
    }
    if let Some(field) = element(id) {
        // Fails only for what is no object.
        let _ = Reflect::set(&field, &"value".into(), &text.into());
    }
}

/// Types a text into the field of an id in place of what is there, and returns whether it took the focus: who listens to
/// typing hears of it as of any other.
pub(crate) fn type_into(id: &str, text: &str) -> bool {
    if !focus(id) {
        return false;
    }
    put_text(id, text);
    let told = CustomEventInit::new();
    told.set_bubbles(true);
    let event = CustomEvent::new_with_event_init_dict("input", &told);
    if let (Some(field), Ok(event)) = (element(id), event) {
        // Fails only for an event that is on its way already.
        let _ = field.dispatch_event(&event);
    }
    true
}
