//! One list from the top-k rankings of several groups that did not all see the same items.

use std::collections::BTreeMap;

use super::{Item, count, ratio, real};

/// The ranking of one group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupScores {
    /// Its voters.
    pub voters: u32,
    /// How many items each could name.
    pub k: u32,
    /// The points of each item it saw, also 0. An item that is not here it did not see.
    pub score: BTreeMap<Item, f64>,
}

/// The combination. Lists are by item but for the first and the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Across {
    /// By group, of each item it saw the points of all it could have, 0 to 1; none for a group without voters.
    pub by_group: Vec<BTreeMap<Item, Option<f64>>>,
    /// The mean over the groups that saw the item, weighted by their voters, 0 to 1; none where no group saw it.
    pub combined: Vec<Option<f64>>,
    /// Groups that saw the item of all groups, 0 to 1; none without groups.
    pub coverage: Vec<Option<f64>>,
    /// By merged item, the largest combined value of its parents; none where all of those are none.
    pub merged: Vec<Option<f64>>,
}

/// Combines the rankings of several groups; `merged` is of each merged item its parents.
///
/// `v = score / (k * voters)` in each group; combined, `sum of voters * v / sum of voters` over the groups that saw the
/// item. Not seen is not zero; a group without voters (or with k of 0) saw nothing. A merged item shows the largest of its
/// parents and never a sum, until all vote again. Sources: "Using the Nominal Group Technique: how to analyse across
/// multiple groups" (2014); weights and merged items are rules of this project.
pub fn across_groups(items: usize, groups: &[GroupScores], merged: &[Vec<Item>]) -> Across {
    let mut seen = vec![Seen::default(); items];
    for group in groups.iter().filter(|group| group.voted()) {
        for (&item, &score) in &group.score {
            if let Some(seen) = seen.get_mut(item).filter(|_| score.is_finite()) {
                seen.add(group, score);
            }
        }
    }
    let combined: Vec<Option<f64>> = seen.iter().map(Seen::combined).collect();
    let all = count(groups.len());
    Across {
        by_group: groups.iter().map(GroupScores::values).collect(),
        coverage: seen.iter().map(|seen| ratio(seen.groups, all)).collect(),
        merged: merged
            .iter()
            .map(|parents| {
                let values = parents.iter().filter_map(|&item| *combined.get(item)?);
                values.reduce(f64::max)
            })
            .collect(),
        combined,
    }
}

impl GroupScores {
    fn voted(&self) -> bool {
        self.voters > 0 && self.k > 0
    }

    fn values(&self) -> BTreeMap<Item, Option<f64>> {
        let most = f64::from(self.k) * f64::from(self.voters);
        let value = |score: f64| (self.voted() && score.is_finite()).then(|| score / most);
        self.score
            .iter()
            .map(|(&item, &score)| (item, value(score)))
            .collect()
    }
}

/// What the groups that saw an item gave it.
#[derive(Clone, Debug, Default)]
struct Seen {
    groups: u64,
    voters: u64,
    /// Points by k: sums of whole numbers, so the order of groups does not show in the last digit.
    points: BTreeMap<u32, f64>,
}

impl Seen {
    fn add(&mut self, group: &GroupScores, score: f64) {
        self.groups = self.groups.saturating_add(1);
        self.voters = self.voters.saturating_add(u64::from(group.voters));
        *self.points.entry(group.k).or_default() += score;
    }

    fn combined(&self) -> Option<f64> {
        let sum: f64 = self
            .points
            .iter()
            .map(|(&k, points)| points / f64::from(k))
            .sum();
        (self.voters > 0).then(|| sum / real(self.voters))
    }
}
