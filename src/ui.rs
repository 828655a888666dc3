//! Pieces of pages: they show what they are given and call back; they know neither the session nor the browser's storage.

mod choice;
mod disclosure;
mod effect;
mod heights;
mod markup;
mod parts;
mod rows;

use crate::browser::clock;

pub(crate) use choice::{Check, Choices, Pick, plain_label};
pub(crate) use disclosure::Disclosure;
pub(crate) use effect::effect;
pub(crate) use markup::{IntoKid, Kid, List, Listed, MakePart, Markup};
pub(crate) use parts::{Shown, all, each, memo};
pub(crate) use rapporteur_markup::view;
pub(crate) use rows::Rows;

/// The most that one field takes, in UTF-16 units as browsers count: within what a file may hold of one text (64 KiB) in any
/// script.
pub(crate) const MOST_LETTERS: &str = "20000";

/// Whether a text has all the room that [`MOST_LETTERS`] gives it.
pub(crate) fn is_full(text: &str) -> bool {
    // Counted only where it may matter: this is asked for every keystroke.
    text.len() >= 20_000 && text.encode_utf16().count() >= 20_000
}

/// The local time of day of a moment, `17:30`.
pub(crate) fn clock_time(at: i64) -> String {
    clock::hour_minute(at)
}
