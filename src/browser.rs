//! The browser: all that the app asks of the page it runs in, and the only room that touches the browser's interfaces.
//!
//! Nothing here knows of signals, pages, edits or wording: text and bytes go in, text, bytes and typed errors come out.
//! What is kept where, and when, is the session's to decide.

#![allow(
    dead_code,
    unused_imports,
    reason = "a room of ports, complete before its callers are; remove once the session stands"
)]

pub(crate) mod clock;
pub(crate) mod crash;
pub(crate) mod fetch;
mod fields;
pub(crate) mod files;
pub(crate) mod ids;
pub(crate) mod journal;
pub(crate) mod listener;
mod local;
pub(crate) mod locks;
pub(crate) mod page;
pub(crate) mod preferences;
pub(crate) mod store;
pub(crate) mod tabs;
pub(crate) mod text;
pub(crate) mod voice;

pub(crate) use listener::Listener;
