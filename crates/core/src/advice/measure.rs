//! By when, and measured by what.

use super::Page;
use super::finding::{Advice, Check, Remedy};
use super::indicator::indicators;
use super::lexicon::Sign;
use super::reading::{Grammar, Reading};

/// The horizon that says nothing.
const UNSPECIFIED: &str = "unspecified";

impl Page<'_> {
    pub(super) fn advise_measure(&self, advice: &mut Vec<Advice>) {
        let draft = self.draft;
        let horizon = draft.horizon.as_deref().unwrap_or(UNSPECIFIED);
        let known = self.grammar != Grammar::Other;
        if horizon == UNSPECIFIED && draft.due.is_empty() && !(known && tells_when(self.reading)) {
            let found = Advice::of_field(Check::ByWhen, "horizon");
            advice.push(found.with(Remedy::Fill("horizon")));
        }
        let indicator = draft.indicator.as_ref();
        let empty = indicator.is_none_or(|indicator| indicator.text.trim().is_empty());
        if empty && !(known && tells_how_many(self.reading)) {
            let lang = draft.main().map_or("en", |(lang, _)| lang);
            let offers = indicators(draft.action.as_deref(), lang);
            let found = Advice::of_field(Check::Indicator, "indicator");
            advice.push(found.with_all(offers.into_iter().map(Remedy::Indicator)));
        }
    }
}

/// Whether there is a date, a period or a rhythm.
fn tells_when(reading: &Reading<'_>) -> bool {
    let places = 0..reading.words.len();
    places.into_iter().any(|at| {
        let next = at.saturating_add(1);
        let word = reading.word(at);
        let soon = |sign| (1..=3_usize).any(|step| reading.is(at.saturating_add(step), sign));
        let year = |place| is_year(reading, place);
        reading.is(at, Sign::When)
            || (matches!(word, "within" | "in") && soon(Sign::Unit) && counts(reading, next))
            || (matches!(word, "by" | "before" | "until" | "till" | "during")
                && (1..=3_usize).any(|step| {
                    let place = at.saturating_add(step);
                    year(place) || is_month(reading, place)
                }))
            || (year(at) && is_figure_of(reading, next, 2))
            || (word == "تک"
                && (1..=3_usize).any(|step| {
                    at.checked_sub(step)
                        .is_some_and(|place| year(place) || reading.is(place, Sign::Month))
                }))
    })
}

fn counts(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_figure(at) || reading.is(at, Sign::Number) || matches!(reading.word(at), "a" | "one")
}

fn is_month(reading: &Reading<'_>, at: usize) -> bool {
    // "before they may leave" is no date.
    let may = reading.word(at) == "may";
    let dated = reading.is_figure(at.saturating_add(1)) || reading.is_figure(at.saturating_sub(1));
    reading.is(at, Sign::Month) && (!may || dated)
}

fn is_figure_of(reading: &Reading<'_>, at: usize, length: usize) -> bool {
    reading.is_figure(at) && reading.word(at).len() == length
}

fn is_year(reading: &Reading<'_>, at: usize) -> bool {
    is_figure_of(reading, at, 4) && matches!(reading.word(at).get(..2), Some("19" | "20"))
}

/// Whether there is a number that could be reached: not a year, not a section.
fn tells_how_many(reading: &Reading<'_>) -> bool {
    let mut places = 0..reading.words.len();
    places.any(|at| {
        let number =
            reading.is(at, Sign::Number) || (reading.is_figure(at) && !is_year(reading, at));
        let before = at.checked_sub(1);
        let named = before.is_some_and(|before| reading.is(before, Sign::NotCounted));
        number && !named
    })
}
