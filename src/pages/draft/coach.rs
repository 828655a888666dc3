//! Advice beside the text: what the coach says, and what can be done about it by a button.

mod beside;
mod remedy;

pub(super) use beside::beside;
