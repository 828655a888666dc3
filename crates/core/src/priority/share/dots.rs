//! Dot voting.

use super::super::{Item, Tiers, add, are_distinct, count, tiers_by};

/// The result of dot voting. Lists are by item but for `valid`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dots {
    /// Dots of each voter.
    pub budget: u64,
    /// The most dots of one voter on one item.
    pub cap: u64,
    /// Whether each ballot counts.
    pub valid: Vec<bool>,
    /// Valid ballots with at least one dot.
    pub voters: u64,
    /// Dots.
    pub dots: Vec<u64>,
    /// Voters with at least one dot on the item.
    pub distinct_voters: Vec<u64>,
    /// By dots, then voters; none without voters. Items without a dot stay.
    pub order: Option<Tiers>,
}

/// Dots of each voter for so many items: a third of their number, rounded up.
pub fn dot_budget(items: usize) -> u64 {
    count(items).div_ceil(3)
}

/// The most dots of one voter on one of so many items: 3, or the whole budget where that is less.
pub fn dot_cap(items: usize) -> u64 {
    dot_budget(items).min(3)
}

/// Counts dots: each ballot the items of one voter with their dots, as typed.
///
/// A ballot over the budget or the cap, with a number that is negative or not whole, an unknown item, or one named twice is
/// left out as a whole. Fewer dots than the budget are fine; none at all is a valid abstention. Sources: the N/3 technique
/// of multivoting (practice guides); the cap is a rule of this project.
pub fn dot_voting(items: usize, ballots: &[Vec<(Item, f64)>]) -> Dots {
    dot_voting_within(dot_budget(items), dot_cap(items), items, ballots)
}

/// The same under another budget and cap: those of a card.
pub fn dot_voting_within(
    budget: u64,
    cap: u64,
    items: usize,
    ballots: &[Vec<(Item, f64)>],
) -> Dots {
    let mut result = Dots {
        budget,
        cap,
        valid: Vec::with_capacity(ballots.len()),
        voters: 0,
        dots: vec![0; items],
        distinct_voters: vec![0; items],
        order: None,
    };
    for ballot in ballots {
        let read = read(items, budget, cap, ballot);
        result.valid.push(read.is_some());
        let given = read.unwrap_or_default();
        if !given.is_empty() {
            result.voters = result.voters.saturating_add(1);
        }
        for (item, dots) in given {
            add(&mut result.dots, item, dots);
            add(&mut result.distinct_voters, item, 1);
        }
    }
    result.order =
        (result.voters > 0).then(|| tiers_by(result.dots.iter().zip(&result.distinct_voters)));
    result
}

/// The dots of a ballot without its zeros; none where it is not valid.
fn read(items: usize, budget: u64, cap: u64, ballot: &[(Item, f64)]) -> Option<Vec<(Item, u64)>> {
    if !are_distinct(items, ballot.iter().map(|&(item, _)| item)) {
        return None;
    }
    let mut given = Vec::with_capacity(ballot.len());
    let mut left = budget;
    for &(item, typed) in ballot {
        // Whole and not negative, so the conversion is exact up to the cap, which is small.
        let fits = typed >= 0.0 && typed <= cap as f64 && typed.fract() == 0.0;
        let dots = fits.then_some(typed as u64)?;
        left = left.checked_sub(dots)?;
        if dots > 0 {
            given.push((item, dots));
        }
    }
    Some(given)
}
