//! Nominal group ranking: each voter names the k best.

use super::super::{Item, Tiers, add, are_distinct, count, ratio, real, tiers_by};
use super::sift;

/// The result of a top-k ranking. Lists are by item.
#[derive(Clone, Debug, PartialEq)]
pub struct TopK {
    /// How many items a voter may name; the points of the first place.
    pub k: usize,
    /// Ballots that name at least one item.
    pub voters: u64,
    /// Points: k for a first place, down to 1 for place k.
    pub score: Vec<u64>,
    /// Ballots that name the item.
    pub frequency: Vec<u64>,
    /// Ballots that name it first.
    pub top_votes: Vec<u64>,
    /// Points of all points it could have, 0 to 100; none where there is no voter or k is 0.
    pub importance: Vec<Option<f64>>,
    /// By score, then frequency, then first places; none without voters.
    pub order: Option<Tiers>,
    /// Items that many put first and many put last or nowhere: worth a talk, perhaps a second vote. None without voters
    /// or where k is under 4.
    pub peculiar: Option<Vec<Item>>,
    /// Places of ballots left out as a whole: more than k items, an unknown one, or one named twice.
    pub refused: Vec<usize>,
}

/// How many of so many items a voter names where the card says nothing: 5 of ten or more, else the half, rounded down.
pub fn usual_k(items: usize) -> usize {
    if items >= 10 { 5 } else { items / 2 }
}

/// The points a ballot gives, best item first: k, k - 1, ... Items beyond place k get none.
pub fn top_k_points(k: usize, ballot: &[Item]) -> Vec<(Item, i64)> {
    let points = (1..=i64::try_from(k).unwrap_or(i64::MAX)).rev();
    ballot.iter().copied().zip(points).collect()
}

/// Counts top-k ballots, each the items of one voter, best first; an empty one is an abstention.
///
/// `points of rank r = k + 1 - r`, not named 0; `importance = 100 * score / (k * voters)`. A partial ballot counts fully
/// among the voters. Peculiar, with `t = max(2, ceil(voters / 4))`: at least t first places, and at least t voters who
/// give 1 or 0 points. Source: "Using the Nominal Group Technique: how to analyse across multiple groups" (2014); the
/// number k for fewer than ten items and the figure t are rules of this project.
pub fn top_k(items: usize, k: Option<usize>, ballots: &[Vec<Item>]) -> TopK {
    let k = k.unwrap_or_else(|| usual_k(items));
    let (kept, refused) = sift(ballots, |ballot| {
        ballot.len() <= k && are_distinct(items, ballot.iter().copied())
    });
    let zeros = vec![0_u64; items];
    let (mut score, mut frequency) = (zeros.clone(), zeros.clone());
    let (mut top_votes, mut last_votes) = (zeros.clone(), zeros);
    let mut voters = 0_u64;
    for ballot in kept.into_iter().filter(|ballot| !ballot.is_empty()) {
        voters = voters.saturating_add(1);
        for (&item, points) in ballot.iter().zip((1..=count(k)).rev()) {
            add(&mut score, item, points);
            add(&mut frequency, item, 1);
            if points == count(k) {
                add(&mut top_votes, item, 1);
            }
            if points == 1 {
                add(&mut last_votes, item, 1);
            }
        }
    }
    let all = count(k).saturating_mul(voters);
    let importance = score
        .iter()
        .map(|&score| (all > 0).then(|| 100.0 * real(score) / real(all)))
        .collect();
    let order = (voters > 0).then(|| {
        let keys = score.iter().zip(&frequency).zip(&top_votes);
        tiers_by(keys)
    });
    let threshold = voters.div_ceil(4).max(2);
    let peculiar = (voters > 0 && k >= 4).then(|| {
        let votes = top_votes.iter().zip(&last_votes).zip(&frequency);
        votes
            .zip(0..)
            .filter_map(|(((&top, &last), &named), item)| {
                let low = voters.saturating_sub(named).saturating_add(last);
                (top >= threshold && low >= threshold).then_some(item)
            })
            .collect()
    });
    TopK {
        k,
        voters,
        score,
        frequency,
        top_votes,
        importance,
        order,
        peculiar,
        refused,
    }
}

impl TopK {
    /// The share of the voters who name the item, 0 to 1; none without voters or for an unknown item.
    pub fn share(&self, item: Item) -> Option<f64> {
        ratio(*self.frequency.get(item)?, self.voters)
    }
}
