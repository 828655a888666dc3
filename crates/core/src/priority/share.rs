//! Votes by count: percent rules with a quorum, the core set, and dots.

mod dots;

pub use dots::{Dots, dot_budget, dot_cap, dot_voting, dot_voting_within};

use super::rating::{Distribution, Scale};
use super::ratio;

/// How many of the votes cast a rule asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PercentRule {
    /// At least three quarters.
    AtLeast75,
    /// At least seven tenths.
    AtLeast70,
    /// More than two thirds.
    MoreThanTwoThirds,
    /// More than half.
    MoreThanHalf,
}

impl PercentRule {
    /// The fewest votes in favour that meet the rule, of so many cast without abstentions; none where none are cast.
    ///
    /// `ceil(3n/4)`, `ceil(7n/10)`, `floor(2n/3) + 1`, `floor(n/2) + 1`. Sources: "Defining consensus: a systematic review
    /// recommends methodologic criteria for reporting of Delphi studies", Journal of Clinical Epidemiology (2014); the rule
    /// of WHO guideline panels (more than two thirds).
    pub fn needed(self, cast: u64) -> Option<u64> {
        let n = u128::from(cast);
        let needed = match self {
            Self::AtLeast75 => n.saturating_mul(3).div_ceil(4),
            Self::AtLeast70 => n.saturating_mul(7).div_ceil(10),
            Self::MoreThanTwoThirds => (n.saturating_mul(2) / 3).saturating_add(1),
            Self::MoreThanHalf => (n / 2).saturating_add(1),
        };
        u64::try_from(needed).ok().filter(|_| cast > 0)
    }
}

/// The most opponents that are still below 15 % of so many votes cast; none where none are cast.
///
/// Source: a core outcome set study (PMC8024512).
pub fn opponents_below_15(cast: u64) -> Option<u64> {
    let most = u128::from(cast).saturating_mul(3).checked_sub(1)? / 20;
    u64::try_from(most).ok()
}

/// The fewest votes that make a quorum of so many present: half of them, rounded up, and at least one.
pub fn quorum(present: u64) -> u64 {
    present.div_ceil(2).max(1)
}

/// The result of a vote.
#[derive(Clone, Debug, PartialEq)]
pub struct Vote {
    /// Votes cast: yes and no.
    pub cast: u64,
    /// Yes of the votes cast, 0 to 1; none where none are cast.
    pub share: Option<f64>,
    /// The fewest yes that meet the rule; none where none are cast.
    pub needed: Option<u64>,
    /// The fewest votes cast that make the quorum.
    pub quorum: u64,
    /// Whether they are reached.
    pub quorum_met: bool,
    /// Whether the item passes.
    pub passes: bool,
}

/// A vote under a percent rule with a quorum of half of those present. Abstentions are in no denominator and do not count
/// for the quorum, so they are no argument; nobody's vote never passes.
///
/// Source: a rule of this project.
pub fn vote(rule: PercentRule, present: u64, yes: u64, no: u64) -> Vote {
    let cast = yes.saturating_add(no);
    let needed = rule.needed(cast);
    let quorum = quorum(present);
    let quorum_met = cast >= quorum;
    Vote {
        cast,
        share: ratio(yes, cast),
        needed,
        quorum,
        quorum_met,
        passes: quorum_met && needed.is_some_and(|needed| yes >= needed.max(1)),
    }
}

/// Whether an item belongs to the core set.
#[derive(Clone, Debug, PartialEq)]
pub struct CoreSet {
    /// Ratings.
    pub n: u64,
    /// Ratings from 7 to 9.
    pub high: u64,
    /// Ratings from 1 to 3.
    pub low: u64,
    /// High of all, 0 to 1; none without ratings.
    pub high_share: Option<f64>,
    /// Low of all, 0 to 1; none without ratings.
    pub low_share: Option<f64>,
    /// At least 70 % high and below 15 % low; none without ratings or on another scale than 1 to 9.
    pub included: Option<bool>,
}

/// The core outcome set rule on ratings from 1 to 9: included where at least 70 % rate 7 to 9 and below 15 % rate 1 to 3.
///
/// Source: a core outcome set study (PMC8024512).
pub fn core_set(ratings: &Distribution) -> CoreSet {
    let n = ratings.n();
    let (high, low) = (ratings.between(7, 9), ratings.between(1, 3));
    let nine = ratings.scale() == Scale::NINE;
    let needed = PercentRule::AtLeast70.needed(n);
    CoreSet {
        n,
        high,
        low,
        high_share: ratio(high, n),
        low_share: ratio(low, n),
        included: needed
            .zip(opponents_below_15(n))
            .filter(|_| nine)
            .map(|(needed, most)| high >= needed && low <= most),
    }
}
