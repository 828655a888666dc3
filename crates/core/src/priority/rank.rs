//! Ballots that put items in order: top-k points, Borda, Schulze, and how far the voters' orders agree.

mod borda;
mod concordance;
mod schulze;
mod top_k;

pub use borda::{Borda, borda};
pub use concordance::{Concordance, kendall_w, kendall_w_top_k};
pub use schulze::{MAX_ITEMS, Schulze, SchulzeResult, schulze};
pub use top_k::{TopK, top_k, top_k_points, usual_k};

use super::{Item, Tiers, are_distinct};

/// Equal ballots that put items in order, ties allowed. Items not named share one place below all others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// How many voters cast it.
    pub count: u32,
    /// The items named, the best tier first.
    pub tiers: Tiers,
}

impl Ranking {
    /// Whether it names only items of a list of that length, each at most once.
    fn fits(&self, items: usize) -> bool {
        are_distinct(items, self.tiers.iter().flatten().copied())
    }

    /// The items it does not name, of a list of that length.
    fn unnamed(&self, items: usize) -> Vec<Item> {
        let mut open = vec![true; items];
        for &item in self.tiers.iter().flatten() {
            if let Some(open) = open.get_mut(item) {
                *open = false;
            }
        }
        open.iter()
            .zip(0..)
            .filter_map(|(&open, item)| open.then_some(item))
            .collect()
    }
}

/// The ballots that fit, and the places of those that do not.
fn sift<T>(ballots: &[T], fits: impl Fn(&T) -> bool) -> (Vec<&T>, Vec<usize>) {
    let mut kept = Vec::with_capacity(ballots.len());
    let mut refused = Vec::new();
    for (ballot, place) in ballots.iter().zip(0..) {
        if fits(ballot) {
            kept.push(ballot);
        } else {
            refused.push(place);
        }
    }
    (kept, refused)
}
