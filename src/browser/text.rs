//! Text as the browser can treat it better than we: Unicode normalisation, and damaged UTF-16.

use js_sys::JsString;

/// The text in normalisation form C: one spelling for what looks the same. To be called when an edit is made and
/// nowhere else; within an input handler it breaks carets and input methods.
pub(crate) fn nfc(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    String::from(JsString::from(text).normalize("NFC"))
}

/// The text, and whether it had lone halves of surrogate pairs (a broken input method, or text cut by another
/// program): each of these has become U+FFFD.
pub(crate) fn well_formed(text: &JsString) -> (String, bool) {
    let read = String::from(text);
    // A good text may hold U+FFFD too; only then is it worth to look at every code unit.
    let damaged = read.contains('\u{fffd}') && !text.is_valid_utf16();
    (read, damaged)
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use super::*;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn what_looks_the_same_becomes_the_same() {
        assert_eq!(nfc("e\u{301}"), "\u{e9}");
        // Alef and madda, yeh and hamza: two keyboards' ways to type Urdu.
        assert_eq!(nfc("\u{627}\u{653}"), "\u{622}");
        assert_eq!(nfc("\u{6d2}\u{654}"), "\u{6d3}");
        assert_eq!(nfc("پولیس"), "پولیس");
        assert_eq!(nfc("plain"), "plain");
        // Presentation forms are another matter: folding for search is core's.
        assert_eq!(nfc("\u{fefb}"), "\u{fefb}");
    }

    #[wasm_bindgen_test]
    fn half_characters_are_seen() {
        let lone = JsString::from_char_code(&[0x61, 0xd83d, 0x62]);
        assert_eq!(well_formed(&lone), ("a\u{fffd}b".to_owned(), true));
        assert!(!well_formed(&"😀\u{fffd}".into()).1);
    }
}
