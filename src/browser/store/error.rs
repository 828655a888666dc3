//! What can go wrong with the store, sorted by what a person can do about it.

use indexed_db_futures::error::{Error, OpenDbError, UnexpectedDataError};
use wasm_bindgen::{JsCast, JsValue};

/// Why the store did not do as asked. Nothing was changed then, unless said otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StoreError {
    /// The browser gives this page no store (settings, private window).
    Blocked,
    /// The disk is full, or this origin's share of it.
    Full,
    /// The connection was lost and could not be had again. Whether the last write happened is unknown.
    Lost,
    /// A newer version of the app owns the database: reload.
    Newer,
    /// The workbook has another generation now: this one. Reload, and join what is unsaved.
    StaleGeneration(u64),
    /// No such workbook is here: deleted by another tab, or the site's data was cleared.
    Gone,
    /// The workbook's meta cannot be read; its acts may.
    Unreadable,
    /// The program failed before: nothing may be saved any more.
    Crashed,
    /// Anything else, in the browser's words.
    Other(String),
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        match error {
            Error::DomException(exception) => named(exception.as_ref()),
            Error::Unknown(error) => named(error.as_ref()),
            // An abort that was not asked for, without a reason: a full disk, in most browsers.
            Error::MissingData(UnexpectedDataError::TransactionAborted) => Self::Full,
            other => Self::Other(other.to_string()),
        }
    }
}

/// Sorts what opening a database threw, which means something else than from an open one.
pub(super) fn opening(error: OpenDbError) -> StoreError {
    match error {
        // What the library calls any exception that `open` itself throws, a refusal being the only one.
        OpenDbError::VersionZero
        | OpenDbError::NullFactory
        | OpenDbError::UnsupportedEnvironment => StoreError::Blocked,
        OpenDbError::Base(Error::DomException(exception)) => {
            let exception: &JsValue = exception.as_ref();
            match name_of(exception).as_str() {
                // Private windows of older Firefox.
                "InvalidStateError" => StoreError::Blocked,
                _ => named(exception),
            }
        }
        OpenDbError::Base(error) => error.into(),
    }
}

/// Sorts an exception by its name, which is all that browsers agree on.
pub(super) fn named(exception: &JsValue) -> StoreError {
    let name = name_of(exception);
    match name.as_str() {
        "QuotaExceededError" => StoreError::Full,
        "VersionError" => StoreError::Newer,
        "SecurityError" | "NotAllowedError" => StoreError::Blocked,
        // A connection that closes, or whose other end died: "Connection to Indexed Database server lost" (WebKit),
        // "Internal error" (Chromium).
        "InvalidStateError" | "TransactionInactiveError" | "AbortError" | "UnknownError" => {
            StoreError::Lost
        }
        _ => StoreError::Other(format!("{name}: {}", get(exception, "message"))),
    }
}

fn name_of(exception: &JsValue) -> String {
    get(exception, "name")
}

fn get(exception: &JsValue, property: &str) -> String {
    if !exception.is_instance_of::<js_sys::Object>() {
        return String::new();
    }
    js_sys::Reflect::get(exception, &property.into())
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
