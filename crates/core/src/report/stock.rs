//! Stock clauses: what the preamble and the follow-up say until an event has words of its own.

use crate::message::Messages;

use super::voice::source;

/// A text of clauses, one a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clauses {
    /// Before the recommendations.
    Preamble,
    /// After them.
    Followup,
}

impl Clauses {
    /// Both, in the order of the document.
    pub const ALL: [Self; 2] = [Self::Preamble, Self::Followup];

    /// The stem of the event's field that holds its own words, and of the messages that hold the stock ones.
    pub const fn stem(self) -> &'static str {
        match self {
            Self::Preamble => "preamble",
            Self::Followup => "followup",
        }
    }
}

/// The most stock clauses of a text.
const MOST: usize = 20;

/// The stock clauses in a language, in order.
pub fn stock(clauses: Clauses, lang: &'static str) -> Vec<String> {
    let messages = Messages::new(lang, &[source(lang)], false);
    stock_of(&messages, clauses.stem())
}

/// Those of a stem.
pub(super) fn stock_of(messages: &Messages, stem: &str) -> Vec<String> {
    let keys = (1..=MOST).map(|at| format!("report-{stem}-{at}"));
    let keys = keys.take_while(|key| messages.has(key));
    keys.map(|key| messages.text(&key, &[])).collect()
}
