//! Common ground and division across sectors: bridging, the majority test, controversy.

use super::{count, ratio, real};

/// The fewest voters of a sector whose own figure is shown.
const FEWEST_SHOWN: u64 = 3;

/// The fewest votes for which the majority test says yes or no.
const FEWEST_TESTED: u64 = 5;

/// The votes of one sector on one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sector {
    /// Agree.
    pub agree: u32,
    /// Disagree.
    pub disagree: u32,
    /// Pass.
    pub pass: u32,
}

impl Sector {
    /// All votes, passes too.
    pub fn votes(self) -> u64 {
        u64::from(self.agree)
            .saturating_add(u64::from(self.disagree))
            .saturating_add(u64::from(self.pass))
    }
}

/// How far an item is agreed by each sector, and by all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Bridging {
    /// By sector, `(agree + 1) / (votes + 2)`, between 0 and 1; none for a sector without votes.
    pub q: Vec<Option<f64>>,
    /// By sector, whether its own figure may be shown: three votes or more.
    pub shown: Vec<bool>,
    /// Sectors with votes.
    pub sectors: u64,
    /// The geometric mean of q over the sectors with votes, between 0 and 1; none without any.
    pub bridging: Option<f64>,
}

/// How far the sectors agree on an item.
///
/// Small sectors count in the mean, but their own figure is hidden. Sources: Polis, group-aware consensus (the bare
/// product); the geometric mean, empty sectors left out and the hiding are rules of this project.
pub fn bridging(sectors: &[Sector]) -> Bridging {
    let q: Vec<Option<f64>> = sectors
        .iter()
        .map(|sector| {
            let voted = sector.votes() > 0;
            voted.then(|| (f64::from(sector.agree) + 1.0) / (real(sector.votes()) + 2.0))
        })
        .collect();
    let mut logs: Vec<f64> = q.iter().flatten().map(|&q| libm::log(q)).collect();
    // Sorted, so that the order of sectors does not show in the last digit; logarithms, since a product may vanish.
    logs.sort_by(f64::total_cmp);
    let with_votes = count(logs.len());
    let mean = (with_votes > 0).then(|| logs.iter().sum::<f64>() / real(with_votes));
    Bridging {
        q,
        shown: sectors
            .iter()
            .map(|sector| sector.votes() >= FEWEST_SHOWN)
            .collect(),
        sectors: with_votes,
        bridging: mean.map(libm::exp),
    }
}

/// The result of the majority test.
#[derive(Clone, Debug, PartialEq)]
pub struct Majority {
    /// The test statistic; none without votes, or with more agreeing than voting.
    pub z: Option<f64>,
    /// Whether more than half agree, at 90 %; none where z is none or for fewer than five votes.
    pub majority: Option<bool>,
}

/// Whether more than half agree: so many of all votes, passes among them.
///
/// `z = 2 * sqrt(n + 1) * ((s + 1) / (n + 1) - 0.5)`, which is `(2s + 1 - n) / sqrt(n + 1)`; a majority where it is more
/// than 1.2816. Sources: Polis, proportion test; the fewest votes are a rule of this project.
pub fn majority(agree: u32, votes: u32) -> Majority {
    let defined = votes > 0 && agree <= votes;
    let lead = i128::from(agree)
        .saturating_mul(2)
        .saturating_add(1)
        .saturating_sub(i128::from(votes));
    let under = i128::from(votes).saturating_add(1);
    // z > 1.2816, squared, in whole numbers.
    let far = lead
        .saturating_mul(lead)
        .saturating_mul(100_000_000)
        .gt(&under.saturating_mul(12_816 * 12_816));
    Majority {
        z: defined.then(|| lead as f64 / libm::sqrt(under as f64)),
        majority: (defined && u64::from(votes) >= FEWEST_TESTED).then_some(lead > 0 && far),
    }
}

/// How evenly the votes are split, from 0 (one side only, or only passes) to 1 (half against half, no passes); none
/// without votes.
///
/// `2 * min(agree, disagree) / votes`. Sources: Talk to the City (without the division); divided by all votes by a rule of
/// this project.
pub fn controversy(votes: Sector) -> Option<f64> {
    let fewer = u64::from(votes.agree.min(votes.disagree));
    ratio(fewer.saturating_mul(2), votes.votes())
}
