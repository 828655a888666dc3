//! The Schulze method, in slices.

use super::super::{Item, count};
use super::{Ranking, sift};

/// The most items it is run for: the work grows with their third power.
pub const MAX_ITEMS: usize = 60;

/// A Schulze count under way.
#[derive(Clone, Debug)]
pub struct Schulze {
    ballots: Vec<Ranking>,
    refused: Vec<usize>,
    cast: u64,
    /// Ballots compared and items passed through so far.
    done: usize,
    d: Vec<Vec<u64>>,
    p: Vec<Vec<u64>>,
}

/// The result of the Schulze method. Lists are by item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchulzeResult {
    /// Ballots counted.
    pub ballots: u64,
    /// Row i, column j: voters who prefer i to j. The diagonal is 0.
    pub d: Vec<Vec<u64>>,
    /// Row i, column j: the strength of the strongest path from i to j. The diagonal is 0.
    pub p: Vec<Vec<u64>>,
    /// 1 and the number of items that beat it: equal ranks are ties. None without ballots.
    pub rank: Option<Vec<u64>>,
    /// The items that nothing beats; none without ballots.
    pub winners: Option<Vec<Item>>,
    /// Places of ballots left out as a whole: an unknown item, or one named twice.
    pub refused: Vec<usize>,
}

/// The whole Schulze count at once; none for more than [`MAX_ITEMS`] items.
pub fn schulze(items: usize, ballots: &[Ranking]) -> Option<SchulzeResult> {
    let mut job = Schulze::new(items, ballots)?;
    while job.step(usize::MAX) {}
    Some(job.result())
}

impl Schulze {
    /// A count to be run by [`Schulze::step`]; none for more than [`MAX_ITEMS`] items.
    ///
    /// `d[i,j]` voters prefer i to j; `p[i,j] = d[i,j]` where that is more than `d[j,i]`, else 0; then for k, i, j:
    /// `p[i,j] = max(p[i,j], min(p[i,k], p[k,j]))`; i beats j where `p[i,j] > p[j,i]`. Source: "A new monotonic,
    /// clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method" (2011).
    pub fn new(items: usize, ballots: &[Ranking]) -> Option<Self> {
        if items > MAX_ITEMS {
            return None;
        }
        let (kept, refused) = sift(ballots, |ballot| ballot.fits(items));
        Some(Self {
            cast: kept.iter().map(|ballot| u64::from(ballot.count)).sum(),
            ballots: kept.into_iter().cloned().collect(),
            refused,
            done: 0,
            d: vec![vec![0; items]; items],
            p: Vec::new(),
        })
    }

    /// Does at most that many steps, each of at most 3,600 comparisons; whether there are more.
    pub fn step(&mut self, steps: usize) -> bool {
        let all = self.all();
        for _ in 0..steps {
            if self.done >= all {
                break;
            }
            if let Some(ballot) = self.ballots.get(self.done) {
                compare(&mut self.d, ballot);
            } else {
                if self.p.is_empty() {
                    self.p = direct(&self.d);
                }
                let through = self.done.saturating_sub(self.ballots.len());
                lengthen(&mut self.p, through);
            }
            self.done = self.done.saturating_add(1);
        }
        self.done < all
    }

    /// How far it is: steps done, and all.
    pub fn progress(&self) -> (usize, usize) {
        (self.done, self.all())
    }

    /// The result; runs what is left to do.
    pub fn result(mut self) -> SchulzeResult {
        while self.step(usize::MAX) {}
        let any = self.cast > 0;
        let rank = any.then(|| ranks(&self.p));
        let winners = rank.as_ref().map(|rank| {
            let first = rank.iter().zip(0..).filter(|(rank, _)| **rank == 1);
            first.map(|(_, item)| item).collect()
        });
        SchulzeResult {
            ballots: self.cast,
            d: self.d,
            p: self.p,
            rank,
            winners,
            refused: self.refused,
        }
    }

    fn all(&self) -> usize {
        self.ballots.len().saturating_add(self.d.len())
    }
}

/// Adds one ballot to the voters who prefer one item to another.
fn compare(d: &mut [Vec<u64>], ballot: &Ranking) {
    // Items not named lie in the tier after the last.
    let mut level = vec![ballot.tiers.len(); d.len()];
    for (tier, place) in ballot.tiers.iter().zip(0..) {
        for &item in tier {
            if let Some(level) = level.get_mut(item) {
                *level = place;
            }
        }
    }
    for (row, above) in d.iter_mut().zip(&level) {
        for (cell, below) in row.iter_mut().zip(&level) {
            if above < below {
                *cell = cell.saturating_add(u64::from(ballot.count));
            }
        }
    }
}

/// The strengths of the direct paths.
fn direct(d: &[Vec<u64>]) -> Vec<Vec<u64>> {
    against(d)
        .map(|pairs| {
            pairs
                .map(|(to, from)| if to > from { to } else { 0 })
                .collect()
        })
        .collect()
}

/// Lets every path pass through one item more.
fn lengthen(p: &mut [Vec<u64>], through: Item) {
    let Some(onward) = p.get(through).cloned() else {
        return;
    };
    for (row, from) in p.iter_mut().zip(0..) {
        let Some(first) = row.get(through).copied() else {
            continue;
        };
        for ((cell, &second), to) in row.iter_mut().zip(&onward).zip(0..) {
            if from != to {
                *cell = (*cell).max(first.min(second));
            }
        }
    }
}

/// 1 and the number of items that beat it, by item.
fn ranks(p: &[Vec<u64>]) -> Vec<u64> {
    against(p)
        .map(|pairs| count(pairs.filter(|(to, from)| from > to).count()).saturating_add(1))
        .collect()
}

/// By item, against every item: the cell of its row, and that of its column.
fn against(matrix: &[Vec<u64>]) -> impl Iterator<Item = impl Iterator<Item = (u64, u64)>> {
    matrix.iter().zip(0..).map(|(row, item)| {
        let column = matrix
            .iter()
            .map(move |other: &Vec<u64>| other.get::<usize>(item).copied().unwrap_or(0));
        row.iter().copied().zip(column)
    })
}
