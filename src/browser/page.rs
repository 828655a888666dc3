//! The page around the app: its title, language and looks, where the focus is, what the browser can do.

mod address;
mod field;
mod insert;
mod keys;
mod leaving;
mod rescue;
mod rest;
mod screen;
mod scroll;
mod update;

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement, StorageManager, Window};

use super::clock;

pub(crate) use address::{hash, on_hash, replace_hash, set_hash};
pub(crate) use field::{put_text, text_in, type_into};
pub(crate) use insert::{Insert, insert};
pub(crate) use keys::{Key, on_key};
pub(crate) use leaving::{Hiding, guard_drops, guard_leaving, on_hide};
pub(crate) use rescue::{on_rescued, rescue};
pub(crate) use rest::on_rest;
pub(crate) use screen::{
    Awake, fill_screen, fills_screen, leave_screen, on_screen_left, stay_awake,
};
pub(crate) use scroll::{
    Extent, extent, height_of, on_resize, on_scroll, scroll_into_view, scroll_to, sight, space_out,
};
pub(crate) use update::{forget_site, on_update, take_update, update_waits};
pub(crate) use web_sys::{Element, Event};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The element of an id; `None` where the page has none now.
pub(crate) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Hides all but the curtain, or shows it again; see the style.
pub(crate) fn set_curtain(drawn: bool) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Fails only for names that are none.
        let _ = root.toggle_attribute_with_force("data-curtain", drawn);
    }
}

/// Sets the document's title.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets the page's language (a language tag) and direction.
pub(crate) fn set_language(lang: &str, right_to_left: bool) {
    set_root("lang", lang);
    set_root("dir", if right_to_left { "rtl" } else { "ltr" });
}

/// Sets what the style asks of the page's looks: `theme`, `size`, `face` or `keys`. `boot.js` does the same before the first paint.
pub(crate) fn set_look(name: &str, value: &str) {
    set_root(&format!("data-{name}"), value);
}

fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Fails only for names that are none.
        let _ = root.set_attribute(name, value);
    }
}

/// The languages this person's browser asks for, best first: `["ur-PK", "en"]`.
pub(crate) fn languages() -> Vec<String> {
    window().map_or_else(Vec::new, |window| {
        window
            .navigator()
            .languages()
            .iter()
            .filter_map(|tag| tag.as_string())
            .collect()
    })
}

/// Puts the focus on the element of an id, and returns whether it is there now.
pub(crate) fn focus(id: &str) -> bool {
    let Some(element) = element(id).and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    element.focus().is_ok() && focused().as_deref() == Some(id)
}

/// Puts the focus on an element when what was changed has been drawn, and brings it into sight.
pub(crate) fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    clock::next_frame(move || {
        if focus(&id)
            && let Some(element) = element(&id)
        {
            scroll_into_view(&element);
        }
    })
    .forever();
}

/// The id of the focused element; `None` where nothing has the focus, or something without id.
pub(crate) fn focused() -> Option<String> {
    let id = document()?.active_element()?.id();
    (!id.is_empty()).then_some(id)
}

/// Whether nothing on the page has the focus: what had it is gone.
pub(crate) fn nothing_focused() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_none_or(|element| element.tag_name() == "BODY")
}

/// Asks the browser not to throw this origin's data away when the disk is full, and returns whether it agreed; `None`
/// where it cannot be asked. Firefox asks the person.
pub(crate) async fn persist() -> Option<bool> {
    let promise = storage_manager()?.persist().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// Whether the browser has promised not to throw this origin's data away; `None` where it cannot be asked.
pub(crate) async fn persisted() -> Option<bool> {
    let storage = storage_manager()?;
    JsFuture::from(storage.persisted().ok()?)
        .await
        .ok()?
        .as_bool()
}

fn storage_manager() -> Option<StorageManager> {
    let navigator = window()?.navigator();
    let there = Reflect::get(&navigator, &"storage".into()).ok()?;
    there.is_object().then(|| navigator.storage())
}

/// Whether the browser believes that there is a network; true says little.
pub(crate) fn online() -> bool {
    window().is_some_and(|window| window.navigator().on_line())
}

/// Whether the page's address is one on which the browser offers everything (https, localhost, most files).
pub(crate) fn secure() -> bool {
    window().is_some_and(|window| window.is_secure_context())
}

/// Whether the page was opened from a file, without a server.
pub(crate) fn from_file() -> bool {
    window()
        .and_then(|window| window.location().protocol().ok())
        .is_some_and(|protocol| protocol == "file:")
}

/// Prints the page, as its style for print has it.
pub(crate) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Writes a line to the browser's console, for developers.
pub(crate) fn log(line: &str) {
    web_sys::console::warn_1(&JsValue::from_str(line));
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use super::*;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn the_focus_goes_where_it_can() {
        let document = document().unwrap();
        let button = document.create_element("button").unwrap();
        button.set_id("focus-test");
        document.body().unwrap().append_child(&button).unwrap();
        assert!(focus("focus-test"));
        assert_eq!(focused().as_deref(), Some("focus-test"));
        button.set_attribute("disabled", "").unwrap();
        assert!(!focus("nowhere"));
        button.remove();
    }

    #[wasm_bindgen_test]
    fn language_and_theme_stand_on_the_root() {
        set_language("ur", true);
        set_look("theme", "dark");
        let root = document().unwrap().document_element().unwrap();
        let get = |name: &str| root.get_attribute(name).unwrap();
        assert_eq!(
            [get("lang"), get("dir"), get("data-theme")],
            ["ur", "rtl", "dark"]
        );
        set_language("en", false);
        assert!(!languages().is_empty());
        assert!(secure() && !from_file());
    }
}
