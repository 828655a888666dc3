//! A text as the coach reads it: words with their places, what stands between them, sentences, and the phrases it knows.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::lexicon::{Coach, Sign};
use crate::text::fold;

/// What stands between a word and the next, the strongest of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Space, a hyphen, brackets: nothing that ends a thought.
    Space,
    Comma,
    Colon,
    Semicolon,
    /// The end of a sentence.
    Stop,
}

/// One word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Where it stands in the text, in bytes.
    pub(super) at: Range<usize>,
    /// Where its folded form stands.
    folded: Range<usize>,
    pub(super) gap: Gap,
    /// The signs of phrases that begin here, one bit each.
    signs: u64,
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) sign: Sign,
    pub(super) term: Option<usize>,
    /// The first word.
    pub(super) first: usize,
    /// The word after the last.
    pub(super) end: usize,
}

/// Which grammar a text is read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grammar {
    English,
    Urdu,
    /// Roman Urdu and all others: only what needs no grammar is looked for.
    Other,
}

impl Grammar {
    /// The grammar for a language tag.
    pub(super) fn of(lang: &str) -> Self {
        let mut parts = lang.split(['-', '_']);
        let language = parts.next().unwrap_or_default();
        let latin = parts.any(|part| part.eq_ignore_ascii_case("latn"));
        match language {
            _ if language.eq_ignore_ascii_case("en") => Self::English,
            _ if language.eq_ignore_ascii_case("ur") && !latin => Self::Urdu,
            _ => Self::Other,
        }
    }
}

/// A text, read.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<Word>,
    folded: String,
    pub(super) hits: Vec<Hit>,
    /// Ranges of words.
    pub(super) sentences: Vec<Range<usize>>,
}

impl<'a> Reading<'a> {
    /// The text, read with the words of the coach.
    pub(super) fn of(text: &'a str, coach: &Coach) -> Self {
        let mut reading = Self {
            text,
            words: Vec::new(),
            folded: String::with_capacity(text.len()),
            hits: Vec::new(),
            sentences: Vec::new(),
        };
        reading.read_words();
        reading.read_sentences();
        reading.listen(coach);
        reading
    }

    fn read_words(&mut self) {
        let text = self.text;
        let mut letters = text.char_indices().peekable();
        let mut start = None;
        while let Some((at, letter)) = letters.next() {
            if is_of_word(letter) {
                start.get_or_insert(at);
                let next = letters.peek().map_or(text.len(), |(next, _)| *next);
                let ends = letters.peek().is_none_or(|(_, next)| !is_of_word(*next));
                if let Some(from) = start.filter(|_| ends) {
                    self.push(from..next);
                    start = None;
                }
                continue;
            }
            let next = letters.peek().map(|(_, next)| *next);
            let gap = gap_of(letter, next);
            let abbreviated = letter == '.' && self.ends_abbreviated();
            if let Some(last) = self.words.last_mut().filter(|_| !abbreviated) {
                last.gap = last.gap.max(gap);
            }
        }
    }

    fn push(&mut self, at: Range<usize>) {
        let folded = fold(self.text.get(at.clone()).unwrap_or_default());
        if folded.is_empty() {
            return;
        }
        if !self.folded.is_empty() {
            self.folded.push(' ');
        }
        let start = self.folded.len();
        self.folded.push_str(&folded);
        self.words.push(Word {
            at,
            folded: start..self.folded.len(),
            gap: Gap::Space,
            signs: 0,
        });
    }

    /// "No. 5", "Rs. 500", "U.S. report": the dot ends no sentence.
    fn ends_abbreviated(&self) -> bool {
        let last = self.words.len().checked_sub(1);
        last.is_some_and(|last| {
            let word = self.word(last);
            matches!(
                word,
                "no" | "nos" | "rs" | "dr" | "mr" | "ms" | "mrs" | "vs" | "art" | "sec"
            ) || (word.len() == 1 && word.bytes().all(|letter| letter.is_ascii_alphabetic()))
        })
    }

    fn read_sentences(&mut self) {
        let mut start = 0;
        for (place, word) in self.words.iter().enumerate() {
            let after = place.saturating_add(1);
            if word.gap == Gap::Stop || after == self.words.len() {
                self.sentences.push(start..after);
                start = after;
            }
        }
    }

    fn listen(&mut self, coach: &Coach) {
        let mut hits: Vec<Hit> = Vec::new();
        // A body named within the name of another is not named: "police" in "National Police Bureau".
        let mut named = 0;
        for first in 0..self.words.len() {
            let Some(word) = self.words.get(first) else {
                continue;
            };
            let from = word.folded.start;
            let rest = self.folded.get(from..).unwrap_or_default();
            let held = self.folded.get(word.folded.clone()).unwrap_or_default();
            let mut signs = 0_u64;
            let mut body: Option<Hit> = None;
            coach.listen(held, rest, |sign, term, length| {
                let to = from.saturating_add(length);
                let taken = self.words.get(first..).unwrap_or_default();
                let taken = taken.iter().take_while(|word| word.folded.end <= to);
                let end = first.saturating_add(taken.count());
                let hit = Hit {
                    sign,
                    term,
                    first,
                    end,
                };
                if sign == Sign::Body {
                    if body.is_none_or(|body| body.end < end) {
                        body = Some(hit);
                    }
                    return;
                }
                signs |= bit(sign);
                hits.push(hit);
            });
            if let Some(body) = body.filter(|_| first >= named) {
                named = body.end;
                signs |= bit(Sign::Body);
                hits.push(body);
            }
            if let Some(word) = self.words.get_mut(first) {
                word.signs = signs;
            }
        }
        self.hits = hits;
    }

    /// A word as it is compared; empty beyond the last.
    pub(super) fn word(&self, place: usize) -> &str {
        let word = self.words.get(place);
        word.and_then(|word| self.folded.get(word.folded.clone()))
            .unwrap_or_default()
    }

    /// A word as it stands in the text.
    pub(super) fn written(&self, place: usize) -> &'a str {
        let word = self.words.get(place);
        word.and_then(|word| self.text.get(word.at.clone()))
            .unwrap_or_default()
    }

    /// Whether a phrase of this sign begins at that word.
    pub(super) fn is(&self, place: usize, sign: Sign) -> bool {
        self.words
            .get(place)
            .is_some_and(|word| word.signs & bit(sign) != 0)
    }

    /// What follows a word.
    pub(super) fn gap(&self, place: usize) -> Gap {
        self.words.get(place).map_or(Gap::Stop, |word| word.gap)
    }

    /// The phrases of a sign, in order.
    pub(super) fn of_sign(&self, sign: Sign) -> impl Iterator<Item = Hit> {
        self.hits
            .iter()
            .copied()
            .filter(move |hit| hit.sign == sign)
    }

    /// The word after the phrase of this sign that begins at that word; the longest, where there are several.
    pub(super) fn after(&self, place: usize, sign: Sign) -> Option<usize> {
        let from = self.hits.partition_point(|hit| hit.first < place);
        let here = self.hits.get(from..).unwrap_or_default().iter();
        let here = here.take_while(|hit| hit.first == place);
        here.filter(|hit| hit.sign == sign).map(|hit| hit.end).max()
    }

    /// Whether a phrase of this sign has all these words within it.
    pub(super) fn within(&self, hit: Hit, sign: Sign) -> bool {
        let covers = |other: Hit| other.first <= hit.first && other.end >= hit.end;
        self.of_sign(sign).any(covers)
    }

    /// Whether the word is a number in figures.
    pub(super) fn is_figure(&self, place: usize) -> bool {
        let word = self.word(place);
        !word.is_empty() && word.bytes().all(|letter| letter.is_ascii_digit())
    }

    /// The bytes of these words, from the first letter of the first to the last of the last, on grapheme borders.
    pub(super) fn bytes(&self, words: Range<usize>) -> Range<usize> {
        let last = words.end.saturating_sub(1);
        match (self.words.get(words.start), self.words.get(last)) {
            (Some(first), Some(last)) => snapped(self.text, first.at.start..last.at.end),
            _ => 0..0,
        }
    }
}

fn bit(sign: Sign) -> u64 {
    1_u64.wrapping_shl(sign as u32)
}

/// The smallest range that has this one in it and lies on grapheme borders.
pub(super) fn snapped(text: &str, range: Range<usize>) -> Range<usize> {
    let border = |at: usize, back: bool| {
        let mut cursor = GraphemeCursor::new(at, text.len(), true);
        if cursor.is_boundary(text, 0).unwrap_or(true) {
            return at;
        }
        let found = match back {
            true => cursor.prev_boundary(text, 0),
            false => cursor.next_boundary(text, 0),
        };
        let end = if back { 0 } else { text.len() };
        found.ok().flatten().unwrap_or(end)
    };
    border(range.start, true)..border(range.end, false)
}

/// Letters, digits, and the marks and joiners that stand within words.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
            | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{ad}' | '\u{200c}' | '\u{200d}'
            | '\u{fe00}'..='\u{fe0f}')
}

fn gap_of(letter: char, next: Option<char>) -> Gap {
    match letter {
        '۔' | '؟' | '?' | '!' | '\n' => Gap::Stop,
        '.' if next.is_none_or(char::is_whitespace) => Gap::Stop,
        ';' | '؛' => Gap::Semicolon,
        ':' => Gap::Colon,
        ',' | '،' | '(' | ')' | '–' | '—' => Gap::Comma,
        _ => Gap::Space,
    }
}
