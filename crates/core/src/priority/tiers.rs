//! Tiers that no single voter decides.
//!
//! A tier ends after position i when, for all voters together and with each voter left out in turn, every item up to i
//! still scores strictly more than every item after it. Rule of this project, after the jackknife ("Bias and confidence in
//! not-quite large samples", Annals of Mathematical Statistics, 1958).
//!
//! Nothing is counted anew for a voter left out: points are taken away and put back, and of each item's ratings there are
//! only as many medians with one missing as the scale has points.

use std::cmp::Reverse;

use super::rating::{Distribution, Scale};
use super::{Item, Tiers, are_distinct, count};

/// Items in tiers that no single voter decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmTiers {
    /// Voters who said something.
    pub voters: u64,
    /// The tiers; none without voters or without an item that can be compared.
    pub tiers: Option<Tiers>,
    /// Items without a score once a voter is left out: those with fewer than two ratings. They are in no tier.
    pub not_compared: Vec<Item>,
    /// Places of ballots left out as a whole: an unknown item, or one named twice.
    pub refused: Vec<usize>,
}

/// Tiers by the sum of points: of each voter the items with their points (top-k points, dots, or twice the Borda points,
/// since halves must be whole). Items without points have 0 and stay.
///
/// A ballot without any point is an abstention. With one voter all items are one tier: without that one nothing is left.
/// Costs items * voters.
pub fn tiers_by_points(items: usize, ballots: &[Vec<(Item, i64)>]) -> FirmTiers {
    let mut score = vec![0_i64; items];
    let mut voters = Vec::with_capacity(ballots.len());
    let mut refused = Vec::new();
    for (ballot, place) in ballots.iter().zip(0..) {
        if !are_distinct(items, ballot.iter().map(|&(item, _)| item)) {
            refused.push(place);
        } else if ballot.iter().any(|&(_, points)| points != 0) {
            change(&mut score, ballot, i64::saturating_add);
            voters.push(ballot);
        }
    }
    let mut ends = Ends::new((0..items).collect(), &score);
    for ballot in &voters {
        change(&mut score, ballot, i64::saturating_sub);
        ends.hold(&score);
        change(&mut score, ballot, i64::saturating_add);
    }
    FirmTiers {
        voters: count(voters.len()),
        tiers: (!voters.is_empty() && items > 0).then(|| ends.tiers()),
        not_compared: Vec::new(),
        refused,
    }
}

/// Tiers by the median rating: of each voter the items with their ratings. An item that is not on a ballot, or rated off
/// the scale, is not rated by that voter.
///
/// An item with fewer than two ratings has no median once a rater is left out: it is not compared, and stands in nobody's
/// way. Costs items * voters.
pub fn tiers_by_median(items: usize, scale: Scale, ballots: &[Vec<(Item, i64)>]) -> FirmTiers {
    let mut ratings = vec![Distribution::none(scale); items];
    let mut voters = Vec::with_capacity(ballots.len());
    let mut refused = Vec::new();
    for (ballot, place) in ballots.iter().zip(0..) {
        if !are_distinct(items, ballot.iter().map(|&(item, _)| item)) {
            refused.push(place);
        } else if ballot
            .iter()
            .any(|&(_, rating)| scale.place(rating).is_some())
        {
            for &(item, rating) in ballot {
                if let Some(of) = ratings.get_mut(item) {
                    of.add(rating);
                }
            }
            voters.push(ballot);
        }
    }
    let (compared, not_compared) =
        (0..items).partition(|&item| ratings.get(item).is_some_and(|of| of.n() >= 2));
    let full: Vec<i64> = ratings.iter().map(median_doubled).collect();
    let without: Vec<Vec<i64>> = ratings.iter().map(medians_without_one).collect();
    let mut ends = Ends::new(compared, &full);
    let mut score = full.clone();
    for ballot in &voters {
        for &(item, rating) in ballot.iter() {
            let left = without.get(item).zip(scale.place(rating));
            let left = left.and_then(|(medians, at)| medians.get(at));
            if let Some((score, &left)) = score.get_mut(item).zip(left) {
                *score = left;
            }
        }
        ends.hold(&score);
        for &(item, _) in ballot.iter() {
            if let Some((score, &full)) = score.get_mut(item).zip(full.get(item)) {
                *score = full;
            }
        }
    }
    let any = !voters.is_empty() && !ends.order.is_empty();
    FirmTiers {
        voters: count(voters.len()),
        tiers: any.then(|| ends.tiers()),
        not_compared,
        refused,
    }
}

fn change(score: &mut [i64], ballot: &[(Item, i64)], by: fn(i64, i64) -> i64) {
    for &(item, points) in ballot {
        if let Some(score) = score.get_mut(item) {
            *score = by(*score, points);
        }
    }
}

/// Twice the median; any number where there are no ratings, since such an item is not compared.
fn median_doubled(ratings: &Distribution) -> i64 {
    ratings.quantile_times(1, 2).unwrap_or(0)
}

/// By point of the scale, twice the median with one rating less there.
fn medians_without_one(ratings: &Distribution) -> Vec<i64> {
    let places = 0..ratings.counts().len();
    places
        .map(|at| median_doubled(&ratings.without_one(at)))
        .collect()
}

/// The items in order, and after which of them a tier may still end.
struct Ends {
    order: Vec<Item>,
    /// By position: whether every item up to there has, so far, been strictly above every item after it.
    firm: Vec<bool>,
    /// By position of one count, the score and the least score up to there: kept to save making them anew.
    scores: Vec<(i64, i64)>,
}

impl Ends {
    /// The order of these items by the score of all voters together, and the ends that it alone allows.
    fn new(mut order: Vec<Item>, score: &[i64]) -> Self {
        order.sort_by_key(|&item| Reverse(score.get(item).copied()));
        let mut ends = Self {
            firm: vec![true; order.len()],
            scores: Vec::with_capacity(order.len()),
            order,
        };
        ends.hold(score);
        ends
    }

    /// Keeps the ends that hold by these scores too.
    fn hold(&mut self, score: &[i64]) {
        let mut least = i64::MAX;
        self.scores.clear();
        self.scores.extend(self.order.iter().map(|&item| {
            let here = score.get(item).copied().unwrap_or(i64::MIN);
            least = least.min(here);
            (here, least)
        }));
        let mut greatest = None;
        for (firm, &(here, least)) in self.firm.iter_mut().zip(&self.scores).rev() {
            *firm = *firm && greatest.is_none_or(|greatest| least > greatest);
            greatest = greatest.max(Some(here));
        }
    }

    /// The tiers, each in the order of the list.
    fn tiers(&self) -> Tiers {
        let mut tiers = Vec::new();
        let mut tier: Vec<Item> = Vec::new();
        for (&item, &firm) in self.order.iter().zip(&self.firm) {
            tier.push(item);
            if firm {
                tier.sort_unstable();
                tiers.push(std::mem::take(&mut tier));
            }
        }
        tiers
    }
}
