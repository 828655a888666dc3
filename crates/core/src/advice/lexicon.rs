//! The words the coach knows, in both languages, and what they are signs of.
//!
//! `data/advice.txt` is written as [`fold`] writes: a test holds that, so that nothing is folded while loading. Looking a word
//! up is one binary search in one sorted list; a regular expression engine would weigh more than all of the coach.

use std::borrow::Cow;

use crate::sorted;
use crate::text::fold;
use crate::vocabulary::{SchemeId, Vocabulary};

/// Begins with `=` and a sign: lines of phrases separated by `|`, where `*` stands for any end of the last word. Under
/// `=body` and `=instrument` a line begins with a term and a tab.
const WORDS: &str = include_str!("../../data/advice.txt");

macro_rules! signs {
    ($($sign:ident = $name:literal),* $(,)?) => {
        /// What a phrase is a sign of.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Sign { $($sign),* }

        impl Sign {
            /// Every sign and its heading.
            pub(super) const ALL: &[(&str, Self)] = &[$(($name, Self::$sign)),*];
        }
    };
}

signs! {
    Everyone = "everyone", WeakVerb = "weak-verb", WeakPhrase = "weak-phrase", Vague = "vague", NotVague = "not-vague",
    Obliged = "obliged", Invited = "invited", Participle = "participle", Needed = "needed", Receiver = "receiver",
    Adverb = "adverb", Verb = "verb", VerbOrNoun = "verb-or-noun", Object = "object", LeadIn = "lead-in",
    Month = "month", Unit = "unit", When = "when", Number = "number", NotCounted = "not-counted", Cost = "cost",
    Law = "law", NotLaw = "not-law", TipWord = "tip-word", SomWord = "som-word", NoCrime = "no-crime",
    Ambiguous = "ambiguous", HumanTrafficking = "human-trafficking", Refer = "refer", Subordinate = "subordinate",
    Agent = "agent", AgentBody = "agent-body", Patient = "patient", NotParticiple = "not-participle",
    Considering = "considering", Kinship = "kinship", KinOf = "kin-of", NoName = "no-name",
    NotKinship = "not-kinship", Person = "person",
    PlaceWord = "place-word", Fir = "fir", Passport = "passport", Numbering = "numbering", PhoneWord = "phone-word",
    HelplineWord = "helpline-word", Address = "address", Determiner = "determiner", ByOther = "by-other", Near = "near",
    Body = "body", Instrument = "instrument",
}

/// One phrase.
#[derive(Clone, Debug)]
struct Entry {
    words: Cow<'static, str>,
    /// Whether the last word may go on.
    open: bool,
    sign: Sign,
    /// The place of its term among the terms of the coach, for bodies and instruments.
    term: Option<usize>,
}

/// What the coach knows: the vocabulary in force, and the words it listens for. Made once for a vocabulary, and kept.
#[derive(Clone, Debug)]
pub struct Coach {
    vocabulary: Vocabulary,
    terms: Vec<String>,
    entries: Vec<Entry>,
}

impl Coach {
    /// The coach for this vocabulary. Bodies an event added are known by their labels.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut coach = Self {
            vocabulary: vocabulary.clone(),
            terms: Vec::new(),
            entries: Vec::new(),
        };
        coach.read_words();
        coach.read_labels();
        sorted::sort_by(&mut coach.entries, |a, b| a.words.cmp(&b.words));
        coach
            .entries
            .dedup_by(|a, b| a.words == b.words && a.sign == b.sign);
        coach
    }

    /// The vocabulary it was made for.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    fn read_words(&mut self) {
        let mut sign = None;
        for line in WORDS.lines() {
            if let Some(name) = line.strip_prefix('=') {
                sign = Sign::ALL.iter().find(|(held, _)| *held == name);
                continue;
            }
            let Some((_, sign)) = sign else { continue };
            let (term, phrases) = match line.split_once('\t') {
                Some((term, phrases)) => (Some(self.place(term)), phrases),
                None => (None, line),
            };
            for phrase in phrases.split('|') {
                let closed = phrase.strip_suffix('*');
                self.entries.push(Entry {
                    words: Cow::Borrowed(closed.unwrap_or(phrase)),
                    open: closed.is_some(),
                    sign: *sign,
                    term,
                });
            }
        }
    }

    /// Labels of bodies and Acts are names of them, without what stands in brackets.
    fn read_labels(&mut self) {
        let schemes = [
            (SchemeId::Addressees, Sign::Body),
            (SchemeId::Instruments, Sign::Instrument),
        ];
        let mut labels = Vec::new();
        for (scheme, sign) in schemes {
            for term in self.vocabulary.terms(scheme) {
                for (_, label) in term.labels.iter() {
                    let bare = label.split('(').next().unwrap_or_default();
                    labels.push((sign, term.id.to_string(), fold(bare)));
                }
            }
        }
        for (sign, term, words) in labels {
            if !words.is_empty() && term != super::EVERYONE {
                let term = Some(self.place(&term));
                self.entries.push(Entry {
                    words: Cow::Owned(words),
                    open: false,
                    sign,
                    term,
                });
            }
        }
    }

    fn place(&mut self, term: &str) -> usize {
        let held = self.terms.iter().position(|held| held == term);
        held.unwrap_or_else(|| {
            self.terms.push(term.to_owned());
            self.terms.len().saturating_sub(1)
        })
    }

    /// The id of a term by its place.
    pub(super) fn term(&self, place: usize) -> &str {
        self.terms.get(place).map_or("", String::as_str)
    }

    /// Gives every phrase with which `rest`, folded words separated by spaces, begins: its sign, its term, how many bytes of
    /// `rest` it takes. `word` is the first word of `rest`.
    pub(super) fn listen(
        &self,
        word: &str,
        rest: &str,
        mut heard: impl FnMut(Sign, Option<usize>, usize),
    ) {
        let first = self
            .entries
            .partition_point(|entry| entry.words.as_ref() < word);
        let begins = |entry: &&Entry| {
            let after = entry.words.strip_prefix(word);
            after.is_some_and(|after| after.is_empty() || after.starts_with(' '))
        };
        // A space sorts before letters and digits, so that phrases with one first word stand together.
        let entries = self.entries.get(first..).unwrap_or_default();
        for entry in entries.iter().take_while(begins) {
            let Some(after) = rest.strip_prefix(entry.words.as_ref()) else {
                continue;
            };
            let more = after.find(' ').unwrap_or(after.len());
            if more == 0 || entry.open {
                heard(
                    entry.sign,
                    entry.term,
                    entry.words.len().saturating_add(more),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_written_as_they_are_compared() {
        for line in WORDS.lines().filter(|line| !line.starts_with('=')) {
            let phrases = line.split_once('\t').map_or(line, |(_, phrases)| phrases);
            for phrase in phrases.split('|') {
                let words = phrase.strip_suffix('*').unwrap_or(phrase);
                assert_eq!(fold(words), words, "write it so in data/advice.txt");
                let whole = !phrase.ends_with('*') || words.contains(' ');
                assert!(whole, "{phrase}: a first word stands whole");
            }
        }
    }

    #[test]
    fn every_heading_is_a_sign_and_every_term_is_in_the_vocabulary() {
        let headings: Vec<&str> = WORDS
            .lines()
            .filter_map(|line| line.strip_prefix('='))
            .collect();
        assert_eq!(headings.len(), Sign::ALL.len());
        assert!(Sign::ALL.len() <= 64, "a word has one bit for each");
        for heading in headings {
            assert!(
                Sign::ALL.iter().any(|(name, _)| *name == heading),
                "{heading}"
            );
        }
        let coach = Coach::new(Vocabulary::standard());
        for term in &coach.terms {
            assert!(coach.vocabulary.term(term).is_some(), "{term}");
        }
    }
}
