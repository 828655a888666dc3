//! The text in a field, as the page has it: fields are written by people, so this is for the moments when nobody is at it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::element;

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
