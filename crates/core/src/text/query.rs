//! Filtering many folded texts by what somebody is typing.

use memchr::memmem::Finder;

use crate::sorted;

use super::fold;

/// The words of a search box. Fold each text once and keep the key; matching is then a byte search.
#[derive(Clone, Debug)]
pub struct Query {
    words: Vec<Finder<'static>>,
    digit: bool,
}

impl Query {
    /// The query for `text` in any spelling [`fold`] takes for the same. White space and punctuation separate words.
    pub fn new(text: &str) -> Self {
        let folded = fold(text);
        let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        // The longest word is the rarest: most texts are then refused by the first search.
        sorted::sort_by(&mut words, |a, b| {
            b.len().cmp(&a.len()).then_with(|| a.cmp(b))
        });
        words.dedup();
        Self {
            digit: folded.bytes().any(|letter| letter.is_ascii_digit()),
            words: words
                .into_iter()
                .map(|word| Finder::new(word).into_owned())
                .collect(),
        }
    }

    /// Whether nothing is asked for: then every text matches.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a number may be meant: a digit is among the words.
    pub fn has_digit(&self) -> bool {
        self.digit
    }

    /// Whether every word of the query occurs somewhere in `folded`, a key made by [`fold`]; within words too, so that a
    /// half-typed word already finds.
    pub fn matches(&self, folded: &str) -> bool {
        self.words
            .iter()
            .all(|word| word.find(folded.as_bytes()).is_some())
    }
}
