//! Ballots that give each item a point on a scale: the distribution, its percentiles, and what follows from them.

mod appropriateness;
mod consensus;
mod matrix;

pub use appropriateness::{Classic, Ipras, IprasFigures, Verdict, classic, ipras};
pub use consensus::consensus;
pub use matrix::{Axis, Matrix, Quadrant, Quartiles, impact_feasibility};

use super::{count, real};

/// The points of a scale: whole numbers from the least to the greatest, at most [`Scale::MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    least: i32,
    points: u16,
}

impl Scale {
    /// 1 to 9: RAND/UCLA appropriateness.
    pub const NINE: Self = Self {
        least: 1,
        points: 9,
    };
    /// 1 to 5: impact and feasibility.
    pub const FIVE: Self = Self {
        least: 1,
        points: 5,
    };
    /// The most points a scale may have.
    pub const MOST: u16 = 1_001;

    /// The scale with these ends; none where the greatest is below the least or there are more than [`Scale::MOST`] points.
    pub fn new(least: i32, greatest: i32) -> Option<Self> {
        let points = i64::from(greatest)
            .checked_sub(i64::from(least))?
            .checked_add(1)?;
        let points = u16::try_from(points).ok()?;
        (1..=Self::MOST)
            .contains(&points)
            .then_some(Self { least, points })
    }

    /// The least point.
    pub fn least(self) -> i64 {
        i64::from(self.least)
    }

    /// The greatest point.
    pub fn greatest(self) -> i64 {
        self.least().saturating_add(self.steps())
    }

    /// How many steps lie between the ends.
    fn steps(self) -> i64 {
        i64::from(self.points).saturating_sub(1)
    }

    /// The place of a rating on the scale, from 0; none off the scale.
    pub(super) fn place(self, rating: i64) -> Option<usize> {
        let place = usize::try_from(rating.checked_sub(self.least())?).ok()?;
        (place < usize::from(self.points)).then_some(place)
    }
}

/// How many ratings an item has at each point of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    scale: Scale,
    counts: Vec<u64>,
    n: u64,
    refused: u64,
}

impl Distribution {
    /// Counts the ratings of one item. `None` is not rated and counts nowhere; a rating off the scale is refused.
    pub fn of(scale: Scale, ratings: impl IntoIterator<Item = Option<i64>>) -> Self {
        let mut distribution = Self::none(scale);
        for rating in ratings.into_iter().flatten() {
            distribution.add(rating);
        }
        distribution
    }

    /// The distribution with these counts, from the least point up (a show of hands); none where they are not as many as
    /// the points of the scale.
    pub fn from_counts(scale: Scale, counts: Vec<u64>) -> Option<Self> {
        let n = counts.iter().fold(0_u64, |n, &at| n.saturating_add(at));
        (counts.len() == usize::from(scale.points)).then_some(Self {
            scale,
            counts,
            n,
            refused: 0,
        })
    }

    /// The distribution without a rating.
    pub fn none(scale: Scale) -> Self {
        Self {
            scale,
            counts: vec![0; usize::from(scale.points)],
            n: 0,
            refused: 0,
        }
    }

    /// Counts one rating more; one off the scale is refused.
    pub fn add(&mut self, rating: i64) {
        let place = self.scale.place(rating);
        if let Some(at) = place.and_then(|place| self.counts.get_mut(place)) {
            *at = at.saturating_add(1);
            self.n = self.n.saturating_add(1);
        } else {
            self.refused = self.refused.saturating_add(1);
        }
    }

    /// The distribution with one rating less at that place of the scale, where there is one.
    pub(super) fn without_one(&self, place: usize) -> Self {
        let mut less = self.clone();
        if let Some(at) = less.counts.get_mut(place).filter(|at| **at > 0) {
            *at = at.saturating_sub(1);
            less.n = less.n.saturating_sub(1);
        }
        less
    }

    /// The scale.
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// Ratings at each point, from the least up.
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// How many ratings there are.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// How many ratings were off the scale and are not counted.
    pub fn refused(&self) -> u64 {
        self.refused
    }

    /// How many ratings lie between these points, both included.
    pub fn between(&self, from: i64, to: i64) -> u64 {
        self.points()
            .filter(|(point, _)| (from..=to).contains(point))
            .fold(0, |all, (_, at)| all.saturating_add(at))
    }

    /// The mean rating; none without ratings.
    pub fn mean(&self) -> Option<f64> {
        let places = real(self.sum_of_places());
        (self.n > 0).then(|| self.scale.least() as f64 + places / real(self.n))
    }

    /// The median by [`Distribution::quantile`]; none without ratings.
    pub fn median(&self) -> Option<f64> {
        self.quantile(1, 2)
    }

    /// The percentile `part / of` by linear interpolation (type 7, as [`percentile`]), such as 3, 10 for P30; none without
    /// ratings or where the part is more than the whole.
    pub fn quantile(&self, part: u32, of: u32) -> Option<f64> {
        Some(self.quantile_times(part, of)? as f64 / f64::from(of))
    }

    /// The percentile `part / of`, times `of`: a whole number, so exact.
    pub(super) fn quantile_times(&self, part: u32, of: u32) -> Option<i64> {
        if part > of {
            return None;
        }
        let all = self.n.checked_sub(1)?.checked_mul(u64::from(part))?;
        let at = all.checked_div(u64::from(of))?;
        let over = i64::try_from(all.checked_rem(u64::from(of))?).ok()?;
        let low = self.ordered(at)?;
        // At the greatest rating nothing is over.
        let high = self.ordered(at.saturating_add(1)).unwrap_or(low);
        let step = over.saturating_mul(high.saturating_sub(low));
        Some(low.saturating_mul(i64::from(of)).saturating_add(step))
    }

    /// The rating at that place of the sorted ratings, from 0.
    fn ordered(&self, at: u64) -> Option<i64> {
        let mut passed = 0_u64;
        self.points().find_map(|(point, here)| {
            passed = passed.saturating_add(here);
            (passed > at).then_some(point)
        })
    }

    /// Each point with its ratings, from the least up.
    fn points(&self) -> impl Iterator<Item = (i64, u64)> {
        (self.scale.least()..).zip(self.counts.iter().copied())
    }

    /// The sum over all ratings of their places on the scale, from 0.
    fn sum_of_places(&self) -> u64 {
        self.counts
            .iter()
            .zip(0_u64..)
            .fold(0, |all, (&at, place)| {
                all.saturating_add(at.saturating_mul(place))
            })
    }
}

/// The percentile of the values by linear interpolation: x sorted, `h = (n - 1) * p`, `k = floor(h)`,
/// `x[k] + (h - k) * (x[k+1] - x[k])`. `p` is a probability, 0 the least value and 1 the greatest. `None` values and those
/// that are no finite number are left out; none where nothing is left or `p` is not within 0 to 1.
///
/// Source: "Sample Quantiles in Statistical Packages", The American Statistician (1996), definition 7.
pub fn percentile(values: &[Option<f64>], p: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&p) {
        return None;
    }
    let mut sorted: Vec<f64> = values.iter().flatten().copied().collect();
    sorted.retain(|value| value.is_finite());
    sorted.sort_by(f64::total_cmp);
    let last = count(sorted.len()).checked_sub(1)?;
    let h = real(last) * p;
    let k = h.floor();
    let at = k as usize;
    let low = *sorted.get(at)?;
    let high = sorted.get(at.saturating_add(1)).copied().unwrap_or(low);
    Some(low + (h - k) * (high - low))
}
