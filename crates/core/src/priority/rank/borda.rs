//! The Borda count.

use super::super::{Tiers, add, count, real, tiers_by};
use super::{Ranking, sift};

/// The result of a Borda count. Lists are by item.
#[derive(Clone, Debug, PartialEq)]
pub struct Borda {
    /// Ballots counted.
    pub ballots: u64,
    /// The points of an item that all put first: `(items - 1) * ballots`.
    pub maximum: u64,
    /// Points, in halves where ballots have ties.
    pub score: Vec<f64>,
    /// By points; none without ballots.
    pub order: Option<Tiers>,
    /// Places of ballots left out as a whole: an unknown item, or one named twice.
    pub refused: Vec<usize>,
}

/// Counts rankings by Borda: `score = sum over ballots of (items - rank)`, tied items sharing the mean of their ranks and
/// items not named tied below all others. Source: the standard Borda count with mean ranks.
pub fn borda(items: usize, ballots: &[Ranking]) -> Borda {
    let (kept, refused) = sift(ballots, |ballot| ballot.fits(items));
    let mut doubled = vec![0_u64; items];
    let mut cast = 0_u64;
    for ballot in kept {
        let voters = u64::from(ballot.count);
        cast = cast.saturating_add(voters);
        // How many items are not above the tier at hand.
        let mut left = count(items);
        let unnamed = ballot.unnamed(items);
        for tier in ballot.tiers.iter().chain([&unnamed]) {
            let size = count(tier.len());
            // Below each item of a tier of t with b below the tier: b, and half of the other t - 1. Twice that:
            let below = left.saturating_sub(size);
            let points = left.saturating_add(below).saturating_sub(1);
            for &item in tier {
                add(&mut doubled, item, voters.saturating_mul(points));
            }
            left = below;
        }
    }
    Borda {
        ballots: cast,
        maximum: count(items).saturating_sub(1).saturating_mul(cast),
        score: doubled.iter().map(|&doubled| real(doubled) / 2.0).collect(),
        order: (cast > 0).then(|| tiers_by(doubled)),
        refused,
    }
}
