//! Kendall's coefficient of concordance: how far the voters' orders agree.

use super::super::{Item, are_distinct, count, real};
use super::sift;

/// The fewest voters, and the fewest items, for which W is shown.
const FEWEST: u64 = 4;

/// Kendall's W and what it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Concordance {
    /// Voters m.
    pub voters: u64,
    /// Items n.
    pub items: u64,
    /// Sum of the ranks of each item.
    pub rank_sums: Vec<f64>,
    /// Sum of the squared distances of the rank sums from their mean.
    pub s: f64,
    /// Sum over all voters' groups of t tied items of `t^3 - t`.
    pub tie_sum: u64,
    /// 0, no agreement, to 1, one order for all; none without voters, for fewer than two items, or where every voter ties
    /// everything.
    pub w: Option<f64>,
    /// Whether there are voters and items enough to show W: four of each.
    pub show: bool,
    /// Places of ballots left out as a whole: of another length or without a number (ranks); an unknown item, or one
    /// named twice (top-k).
    pub refused: Vec<usize>,
}

/// Kendall's W of complete rankings: of each voter the rank of each item, 1 the best, tied items with the mean of their
/// ranks (which is not checked).
///
/// `W = 12 S / (m^2 (n^3 - n) - m * sum T)`. Source: "The problem of m rankings", Annals of Mathematical Statistics (1939),
/// with the usual correction for ties.
pub fn kendall_w(items: usize, ranks: &[Vec<f64>]) -> Concordance {
    let (kept, refused) = sift(ranks, |ranks| {
        ranks.len() == items && ranks.iter().all(|rank| rank.is_finite())
    });
    let mut rank_sums = vec![0.0; items];
    let mut tie_sum = 0_u64;
    for ranks in &kept {
        for (sum, rank) in rank_sums.iter_mut().zip(*ranks) {
            *sum += rank;
        }
        let mut sorted: Vec<f64> = ranks.to_vec();
        sorted.sort_by(f64::total_cmp);
        for group in sorted.chunk_by(|a, b| a == b) {
            tie_sum = tie_sum.saturating_add(ties(group.len()));
        }
    }
    concordance(count(kept.len()), rank_sums, tie_sum, refused)
}

/// Kendall's W of top-k ballots, each the items of one voter, best first; an empty one is an abstention and not among the
/// voters.
///
/// A ballot of r items gives them the ranks 1 to r; all others share `(r + 1 + n) / 2`, a rule of this project. Then as
/// [`kendall_w`].
pub fn kendall_w_top_k(items: usize, ballots: &[Vec<Item>]) -> Concordance {
    let (kept, refused) = sift(ballots, |ballot| {
        are_distinct(items, ballot.iter().copied())
    });
    let mut voters = 0_u64;
    let mut tie_sum = 0_u64;
    // What every item would have if nobody named it, and by item what it has beyond that: half ranks, so exact.
    let mut shared = 0.0;
    let mut beyond = vec![0.0; items];
    for ballot in kept.into_iter().filter(|ballot| !ballot.is_empty()) {
        voters = voters.saturating_add(1);
        let tied = items.saturating_sub(ballot.len());
        tie_sum = tie_sum.saturating_add(ties(tied));
        let rest = (real(count(ballot.len())) + 1.0 + real(count(items))) / 2.0;
        shared += rest;
        for (&item, rank) in ballot.iter().zip(1_u64..) {
            if let Some(beyond) = beyond.get_mut(item) {
                *beyond += real(rank) - rest;
            }
        }
    }
    let rank_sums = beyond.into_iter().map(|beyond| shared + beyond).collect();
    concordance(voters, rank_sums, tie_sum, refused)
}

/// `t^3 - t` of a group of t tied items.
fn ties(length: usize) -> u64 {
    let t = count(length);
    t.saturating_mul(t).saturating_mul(t).saturating_sub(t)
}

fn concordance(voters: u64, rank_sums: Vec<f64>, tie_sum: u64, refused: Vec<usize>) -> Concordance {
    let items = count(rank_sums.len());
    let (m, n) = (real(voters), real(items));
    let mean = if rank_sums.is_empty() {
        0.0
    } else {
        rank_sums.iter().sum::<f64>() / n
    };
    let s = rank_sums
        .iter()
        .map(|sum| (sum - mean) * (sum - mean))
        .sum();
    let most = m * m * (n * n * n - n) - m * real(tie_sum);
    let w = (items >= 2 && most > 0.0).then(|| 12.0 * s / most);
    Concordance {
        voters,
        items,
        rank_sums,
        s,
        tie_sum,
        w,
        show: w.is_some() && voters >= FEWEST && items >= FEWEST,
        refused,
    }
}
