//! One file or folder a page. Pages read the session and call it; they know nothing of how things are kept.

pub(crate) mod bin;
pub(crate) mod capture;
pub(crate) mod communique;
pub(crate) mod conflicts;
pub(crate) mod draft;
pub(crate) mod event;
pub(crate) mod files;
mod naming;
pub(crate) mod present;
pub(crate) mod replies;
pub(crate) mod round;
pub(crate) mod rounds;
pub(crate) mod start;
pub(crate) mod waiting;
