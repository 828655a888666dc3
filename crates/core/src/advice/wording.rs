//! How it is said: who acts, one action, weak verbs, vague words, length, and the tone to courts.

use std::ops::Range;

use super::finding::{Advice, Check, Remedy};
use super::lexicon::Sign;
use super::reading::Grammar;
use super::{Asked, Page, Second, english, urdu};
use crate::text::words;
use crate::vocabulary::Vocabulary;

/// In words; a recommendation of fewer does not say who does what, one of more is not grasped when read out.
const FEWEST: usize = 8;
const MOST: usize = 60;

/// What belongs to the courts in the vocabulary and is not one: it may be asked as others are.
const NO_COURTS: [&str; 3] = [
    "judicial-academy",
    "law-justice-commission",
    "bar-legal-aid",
];

/// Whether this body is invited rather than asked: it is a court.
pub fn invites(vocabulary: &Vocabulary, term: &str) -> bool {
    vocabulary.is_within(term, "judiciary") && !NO_COURTS.contains(&term)
}

impl Page<'_> {
    /// Advice about bytes of the text.
    pub(super) fn words(&self, check: Check, range: Range<usize>) -> Advice {
        Advice::of_words(check, self.field, self.reading.text, range)
    }

    pub(super) fn advise_actor(&self, asked: &Asked, advice: &mut Vec<Advice>) {
        if let Some(hidden) = &asked.hidden {
            let range = self.reading.bytes(hidden.clone());
            advice.push(self.words(Check::HiddenActor, range));
        }
    }

    pub(super) fn advise_split(&self, asked: &Asked, advice: &mut Vec<Advice>) {
        if let Some(second) = &asked.second {
            let range = self.reading.bytes(second.from..second.to);
            let found = self.words(Check::Split, range);
            advice.push(found.with_all(self.parted(second)));
        }
    }

    /// The two texts; none where a border is at an end.
    fn parted(&self, second: &Second) -> Option<Remedy> {
        let reading = self.reading;
        let text = reading.text;
        let first = text.get(..reading.bytes(0..second.until).end)?.trim_end();
        let rest = text
            .get(reading.bytes(second.from..second.to).start..)?
            .trim();
        let shared = text.get(reading.bytes(second.shared.clone()))?.trim();
        let stop = match self.grammar {
            Grammar::Urdu => '۔',
            _ => '.',
        };
        let ends = |text: &str| match text.ends_with(['.', '۔', '!', '?', '؟']) {
            true => text.to_owned(),
            false => format!("{}{stop}", text.trim_end_matches([',', '،', ';', '؛'])),
        };
        let rest = match shared.is_empty() {
            true => capitalised(rest),
            false => format!("{shared} {rest}"),
        };
        Some(Remedy::Split {
            first: ends(first),
            second: ends(&rest),
        })
    }

    pub(super) fn advise_wording(&self, asked: &Asked, advice: &mut Vec<Advice>) {
        if self.grammar == Grammar::Other {
            return;
        }
        let reading = self.reading;
        let english = self.grammar == Grammar::English;
        let phrases = reading.of_sign(Sign::WeakPhrase).filter(|_| english);
        let phrases = phrases.map(|hit| hit.first..hit.end);
        // To consider is what a court may be asked.
        let courts = self.draft.addressees.iter().any(|term| self.is_court(term));
        let fits = |weak: &Range<usize>| courts && reading.is(weak.start, Sign::Considering);
        let weak = asked.weak.iter().cloned().chain(phrases);
        for weak in weak.filter(|weak| !fits(weak)) {
            advice.push(self.words(Check::WeakVerb, reading.bytes(weak)));
        }
        let mut past = 0;
        for hit in reading.of_sign(Sign::Vague) {
            let end = reading.after(hit.first, Sign::Vague).unwrap_or(hit.end);
            if hit.first < past || reading.within(hit, Sign::NotVague) {
                continue;
            }
            past = end;
            advice.push(self.words(Check::VagueWord, reading.bytes(hit.first..end)));
        }
        let mut opening = reading.of_sign(Sign::LeadIn);
        if let Some(hit) = opening.find(|hit| hit.first == 0) {
            let range = reading.bytes(hit.first..hit.end);
            advice.push(self.words(Check::LeadIn, range).with(Remedy::TakeOut));
        }
    }

    pub(super) fn advise_length(&self, advice: &mut Vec<Advice>) {
        let count = words(self.reading.text);
        let check = match count {
            0 => return,
            _ if count < FEWEST => Check::TooShort,
            _ if count > MOST => Check::TooLong,
            _ => return,
        };
        advice.push(Advice::of_field(check, self.field));
    }

    /// Courts are independent: they are invited, not told.
    pub(super) fn advise_courts(&self, asked: &Asked, advice: &mut Vec<Advice>) {
        let courts_only = !self.draft.addressees.is_empty()
            && self.draft.addressees.iter().all(|term| self.is_court(term));
        let mut told = asked.demands.iter().filter(|demand| !demand.invites);
        let Some(demand) = told.find(|demand| courts_only || self.is_told(demand)) else {
            return;
        };
        let found = self.words(Check::CourtTone, self.reading.bytes(demand.words.clone()));
        let gentle = (self.grammar == Grammar::English && !demand.passive)
            .then(|| Remedy::Replace(super::builder::invitation().to_owned()));
        advice.push(found.with_all(gentle));
    }

    fn is_court(&self, term: &str) -> bool {
        invites(self.coach.vocabulary(), term)
    }

    /// Whether the demand is made of a court that is named before it as the one who acts.
    fn is_told(&self, demand: &super::Demand) -> bool {
        let reading = self.reading;
        let mut sentences = reading.sentences.iter();
        let Some(sentence) = sentences.find(|held| held.contains(&demand.words.start)) else {
            return false;
        };
        let before = sentence.start..demand.words.start;
        let mut courts = reading.of_sign(Sign::Body).filter(|hit| {
            let term = hit.term.map(|term| self.coach.term(term));
            before.contains(&hit.first) && term.is_some_and(|term| self.is_court(term))
        });
        courts.any(|hit| match self.grammar {
            Grammar::English => {
                let object = |at| {
                    reading.is(at, Sign::Near)
                        || reading.is(at, Sign::Refer)
                        || reading.word(at) == "of"
                };
                let before = english::before(reading, hit.first);
                !demand.passive
                    && hit.end == demand.words.start
                    && !before.is_some_and(|at| at >= sentence.start && object(at))
            }
            Grammar::Urdu => {
                let first = hit.first <= sentence.start.saturating_add(1);
                !demand.passive && first && urdu::acts(reading, hit)
            }
            Grammar::Other => false,
        })
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
