//! Pieces of pages: they show what they are given and call back; they know neither the session nor the browser's storage.

mod choice;
mod disclosure;
mod heights;
mod parts;
mod rows;

use crate::browser::clock;

pub(crate) use choice::{Check, Choices, Pick, plain_label};
pub(crate) use disclosure::Disclosure;
pub(crate) use parts::{Shown, all, each, memo};
pub(crate) use rows::Rows;

/// The local time of day of a moment, `17:30`.
pub(crate) fn clock_time(at: i64) -> String {
    clock::hour_minute(at)
}
