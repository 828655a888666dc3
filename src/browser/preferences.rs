//! What a person likes on this device: language, looks. Read by `boot.js` too, before the first paint.

use std::cell::RefCell;

use serde::Serialize;

use super::crash;
use super::fields::Fields;
use super::local;

const KEY: &str = "rapporteur/preferences";

thread_local! {
    /// For pages without storage: it lasts as long as the page.
    static HERE: RefCell<Option<Preferences>> = const { RefCell::new(None) };
}

/// What a person likes on this device. All may be missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Preferences {
    /// A language tag: `en`, `ur`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lang: Option<String>,
    /// Whether titles and file names say nothing of what this is.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) neutral: bool,
    /// Everything else, that of later versions included: how the page looks (`display.rs`), what is folded.
    #[serde(flatten)]
    pub(crate) other: Fields,
}

impl Preferences {
    /// The preferences of this device; the default where there are none, or none that can be read.
    pub(crate) fn read() -> Self {
        local::read(KEY)
            .and_then(Self::of)
            .or_else(|| HERE.with_borrow(Clone::clone))
            .unwrap_or_default()
    }

    fn of(mut fields: Fields) -> Option<Self> {
        Some(Self {
            lang: fields.take("lang")?.flatten(),
            neutral: fields.take("neutral")?.unwrap_or_default(),
            other: fields,
        })
    }

    /// Keeps one thing more that a person likes, and returns whether it outlasts the page.
    pub(crate) fn keep<T: Serialize>(name: &str, value: &T) -> bool {
        let mut preferences = Self::read();
        preferences.other.set(name, value);
        preferences.write()
    }

    /// Keeps them, and returns whether they outlast the page.
    pub(crate) fn write(&self) -> bool {
        HERE.set(Some(self.clone()));
        !crash::crashed() && local::write(KEY, self).is_ok()
    }
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use super::*;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn preferences_survive_strangers_and_later_versions() {
        let storage = local::storage().unwrap();
        storage.set_item(KEY, "not { json").unwrap();
        assert_eq!(Preferences::read(), Preferences::default());
        storage
            .set_item(KEY, r#"{"lang":"ur","density":"close"}"#)
            .unwrap();
        let mut read = Preferences::read();
        assert_eq!(read.lang.as_deref(), Some("ur"));
        read.other.set("theme", &"dark");
        assert!(read.write());
        let text = storage.get_item(KEY).unwrap().unwrap();
        assert_eq!(text, r#"{"lang":"ur","density":"close","theme":"dark"}"#);
        storage.remove_item(KEY).unwrap();
        assert_eq!(Preferences::read(), read, "from memory");
        HERE.set(None);
    }
}
