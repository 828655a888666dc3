//! The RAND/UCLA appropriateness rating from 1 to 9: the disagreement test by IPRAS, and the classic counting rule.

use super::{Distribution, Scale};

/// The fewest ratings for which there is a verdict: the smallest breakout group.
const FEWEST: u64 = 5;

/// What the ratings say of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Median 7 to 9 without disagreement.
    Supported,
    /// Median 1 to 3 without disagreement.
    NotSupported,
    /// Everything else, also a median of 3.5 or 6.5.
    Uncertain,
}

/// The result of the IPRAS test.
#[derive(Clone, Debug, PartialEq)]
pub struct Ipras {
    /// Ratings.
    pub n: u64,
    /// The figures; none without ratings.
    pub figures: Option<IprasFigures>,
    /// The verdict; none for fewer than five ratings.
    pub verdict: Option<Verdict>,
}

/// The figures of the IPRAS test, in points of the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct IprasFigures {
    /// The median.
    pub median: f64,
    /// The 30th percentile.
    pub p30: f64,
    /// The 70th percentile.
    pub p70: f64,
    /// The interpercentile range, `P70 - P30`.
    pub ipr: f64,
    /// Its central point, `(P30 + P70) / 2`.
    pub iprcp: f64,
    /// The asymmetry index, `|5 - IPRCP|`.
    pub ai: f64,
    /// The range adjusted for symmetry, `2.35 + 1.5 * AI`.
    pub ipras: f64,
    /// Whether IPR is more than IPRAS.
    pub disagreement: bool,
}

/// The IPRAS test of ratings from 1 to 9; of another scale nothing is defined.
///
/// All is computed in fortieths, so that a range equal to IPRAS is never taken for disagreement. Source: "The RAND/UCLA
/// Appropriateness Method User's Manual" (2001); the fewest ratings are a rule of this project.
pub fn ipras(ratings: &Distribution) -> Ipras {
    let exact = exact(ratings);
    Ipras {
        n: ratings.n(),
        verdict: exact
            .filter(|_| ratings.n() >= FEWEST)
            .map(|exact| exact.verdict()),
        figures: exact.map(|exact| exact.figures()),
    }
}

/// Median times 2, P30 and P70 times 10.
#[derive(Clone, Copy)]
struct Exact {
    median: i64,
    p30: i64,
    p70: i64,
}

fn exact(ratings: &Distribution) -> Option<Exact> {
    (ratings.scale() == Scale::NINE).then_some(())?;
    Some(Exact {
        median: ratings.quantile_times(1, 2)?,
        p30: ratings.quantile_times(3, 10)?,
        p70: ratings.quantile_times(7, 10)?,
    })
}

impl Exact {
    /// IPR times 10.
    fn ipr(self) -> i64 {
        self.p70.saturating_sub(self.p30)
    }

    /// IPRCP times 20.
    fn centre(self) -> i64 {
        self.p70.saturating_add(self.p30)
    }

    /// AI times 20.
    fn asymmetry(self) -> i64 {
        self.centre().saturating_sub(100).saturating_abs()
    }

    /// IPRAS times 40.
    fn adjusted(self) -> i64 {
        self.asymmetry().saturating_mul(3).saturating_add(94)
    }

    fn disagreement(self) -> bool {
        self.ipr().saturating_mul(4) > self.adjusted()
    }

    fn verdict(self) -> Verdict {
        match self.median {
            _ if self.disagreement() => Verdict::Uncertain,
            14..=18 => Verdict::Supported,
            2..=6 => Verdict::NotSupported,
            _ => Verdict::Uncertain,
        }
    }

    fn figures(self) -> IprasFigures {
        IprasFigures {
            median: self.median as f64 / 2.0,
            p30: self.p30 as f64 / 10.0,
            p70: self.p70 as f64 / 10.0,
            ipr: self.ipr() as f64 / 10.0,
            iprcp: self.centre() as f64 / 20.0,
            ai: self.asymmetry() as f64 / 20.0,
            ipras: self.adjusted() as f64 / 40.0,
            disagreement: self.disagreement(),
        }
    }
}

/// The result of the classic counting rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classic {
    /// Ratings.
    pub n: u64,
    /// The ends of the three-point region that holds the median; none without ratings or for a median between two regions.
    pub region: Option<(i64, i64)>,
    /// Ratings outside that region; none without one.
    pub outside: Option<u64>,
    /// Ratings from 1 to 3.
    pub low: u64,
    /// Ratings from 7 to 9.
    pub high: u64,
    /// Whether few enough are outside; none without a region or for fewer than 8 or more than 16 ratings.
    pub agreement: Option<bool>,
    /// Whether low and high are both many; none for fewer than 5 or more than 16 ratings.
    pub disagreement: Option<bool>,
}

/// The classic counting rule on ratings from 1 to 9; of another scale nothing is defined.
///
/// Agreement: at most 2 outside the median's region (8 to 10 ratings), 3 (11 to 13), 4 (14 to 16). Disagreement: low and
/// high both at least 3, 4, 5; a third of the ratings for 5 to 7 of them. Source: "The RAND/UCLA Appropriateness Method
/// User's Manual" (2001).
pub fn classic(ratings: &Distribution) -> Classic {
    let n = ratings.n();
    let nine = ratings.scale() == Scale::NINE;
    let region = match ratings.quantile_times(1, 2).filter(|_| nine) {
        Some(2..=6) => Some((1, 3)),
        Some(8..=12) => Some((4, 6)),
        Some(14..=18) => Some((7, 9)),
        _ => None,
    };
    let outside = region.map(|(from, to)| n.saturating_sub(ratings.between(from, to)));
    let (low, high) = (ratings.between(1, 3), ratings.between(7, 9));
    let (most_outside, least_extreme) = match n {
        5 | 6 => (None, Some(2)),
        7 => (None, Some(3)),
        8..=10 => (Some(2), Some(3)),
        11..=13 => (Some(3), Some(4)),
        14..=16 => (Some(4), Some(5)),
        _ => (None, None),
    };
    let extreme = least_extreme.filter(|_| nine);
    Classic {
        n,
        region,
        outside,
        low,
        high,
        agreement: most_outside
            .zip(outside)
            .map(|(most, outside)| outside <= most),
        disagreement: extreme.map(|least| low >= least && high >= least),
    }
}
