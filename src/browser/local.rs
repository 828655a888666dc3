//! localStorage, behind the checks that gloo-storage leaves to its callers.
//!
//! gloo-storage 0.4 throws where storage is blocked, on the first call and on any later one (people change the settings
//! of a site while it is open). So each use here looks first. Its `get_all` fails where another program of this origin
//! keeps what is not JSON, and its `clear` takes everybody's: neither is used.

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage as _};
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::Storage;

/// Why a write did not happen. The value there before is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// No room: browsers give an origin about 5 million characters.
    Full,
    /// The browser gives this page no such storage.
    Blocked,
}

/// localStorage, where the browser gives it now.
pub(super) fn storage() -> Option<Storage> {
    match web_sys::window()?.local_storage() {
        Ok(Some(_)) => Some(LocalStorage::raw()),
        _ => None,
    }
}

/// Writes a value as JSON.
pub(super) fn write<T: Serialize>(key: &str, value: &T) -> Result<(), Refused> {
    storage().ok_or(Refused::Blocked)?;
    match LocalStorage::set(key, value) {
        Ok(()) => Ok(()),
        // Firefox had the second name until 2025.
        Err(StorageError::JsError(error))
            if ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"]
                .contains(&error.name.as_str()) =>
        {
            Err(Refused::Full)
        }
        Err(_) => Err(Refused::Blocked),
    }
}

/// The value of a key; `None` where there is none, or something that is not ours.
pub(super) fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    // Not `LocalStorage::get`, which throws where the browser's file is damaged.
    let text = storage()?.get_item(key).ok()??;
    serde_json::from_str(&text).ok()
}

/// Removes a key, if it is there.
pub(super) fn remove(key: &str) {
    if let Some(storage) = storage() {
        // As above: `LocalStorage::delete` throws.
        let _ = storage.remove_item(key);
    }
}

/// The keys that begin so, whoever wrote them; none where storage is blocked.
pub(super) fn keys(prefix: &str) -> Vec<String> {
    let Some(storage) = storage() else {
        return vec![];
    };
    let count = storage.length().unwrap_or_default();
    (0..count)
        .filter_map(|index| storage.key(index).ok()?)
        .filter(|key| key.starts_with(prefix))
        .collect()
}
