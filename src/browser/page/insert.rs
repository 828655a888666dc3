//! Writing into a field for a person who presses something else than a key for it: as if typed, so that the browser's own
//! undo knows of it and the field hears of it.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::{document, element, focused};

// By name: each function of the browser that is imported weighs on what starts, even where only a part calls it.
fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}

fn call(of: &JsValue, name: &str, with: &[JsValue]) -> Option<JsValue> {
    let method: Function = get(of, name)?.dyn_into().ok()?;
    let with: Array = with.iter().collect();
    Reflect::apply(&method, of, &with).ok()
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Insert<'a> {
    /// A text at the caret, in place of what is selected.
    Text(&'a str),
    /// What is selected goes away, or the letter before the caret.
    Erase,
}

/// Writes into the field of several lines with that id. Where it has the focus the browser does it, as for a keyboard; else
/// the field keeps its caret and the focus stays where it is.
pub(crate) fn insert(id: &str, what: Insert<'_>) {
    if focused().as_deref() == Some(id) && typed(what) {
        return;
    }
    if let Some(field) = element(id) {
        put(&field, what);
    }
}

/// Whether the browser took it as typed.
fn typed(what: Insert<'_>) -> bool {
    let with: [JsValue; 3] = match what {
        Insert::Text(text) => ["insertText".into(), false.into(), text.into()],
        Insert::Erase => ["delete".into(), false.into(), JsValue::NULL],
    };
    let done = document().and_then(|document| call(&document, "execCommand", &with));
    done.is_some_and(|done| done.is_truthy())
}

fn put(field: &Element, what: Insert<'_>) {
    let place = |name: &str| get(field, name).and_then(|at| at.as_f64());
    let (Some(start), Some(end)) = (place("selectionStart"), place("selectionEnd")) else {
        return;
    };
    let (text, start) = match what {
        Insert::Text(text) => (text, start),
        Insert::Erase if start == end => ("", start - before(field, start)),
        Insert::Erase => ("", start),
    };
    let with = [text.into(), start.into(), end.into(), "end".into()];
    call(field, "setRangeText", &with);
    let input = document().and_then(|document| call(&document, "createEvent", &["Event".into()]));
    if let Some(input) = input {
        call(
            &input,
            "initEvent",
            &["input".into(), true.into(), false.into()],
        );
        call(field, "dispatchEvent", &[input]);
    }
}

/// How many units the letter before that place has: half of one is never left.
fn before(field: &Element, place: f64) -> f64 {
    let text = get(field, "value").and_then(|text| text.as_string());
    let units = text.unwrap_or_default();
    let mut units = units.encode_utf16();
    let last = (place >= 1.0)
        .then(|| units.nth(place as usize - 1))
        .flatten();
    match last {
        Some(0xdc00..0xe000) => 2.0,
        Some(_) => 1.0,
        None => 0.0,
    }
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::rc::Rc;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn what_is_written_stands_at_the_caret_and_is_heard() {
        let document = document().unwrap();
        let field = document.create_element("textarea").unwrap();
        let value = |field: &Element| get(field, "value").unwrap().as_string().unwrap();
        field.set_id("insert-test");
        document.body().unwrap().append_child(&field).unwrap();
        Reflect::set(&field, &"value".into(), &"اب".into()).unwrap();
        call(&field, "setSelectionRange", &[1.into(), 1.into()]).unwrap();
        let heard = Rc::new(Cell::new(0));
        let ear = Rc::clone(&heard);
        let listener = super::super::super::listener::Listener::new(&field, "input", move |_| {
            ear.set(ear.get() + 1);
        });
        for focus in [false, true] {
            if focus {
                assert!(super::super::focus("insert-test"));
            }
            insert("insert-test", Insert::Text("س"));
            assert_eq!(value(&field), "اسب");
            insert("insert-test", Insert::Erase);
            assert_eq!(value(&field), "اب");
        }
        assert_eq!(heard.get(), 4);
        drop(listener);
        field.remove();
    }
}
