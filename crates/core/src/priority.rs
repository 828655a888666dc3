//! What ballots say: rankings, ratings, votes, and how far people agree.
//!
//! Each method is a pure function of ballots, told with its formula, edge cases and source in `docs/methods.md` and held
//! against `tests/vectors/methods.json`. Three things hold for all of them:
//!
//! - Items are places in a list ([`Item`]). The order of voters changes nothing; the order of items changes only the order
//!   inside a tier.
//! - What a formula does not define is `None`, never 0.
//! - Decisions are taken in whole numbers, never on rounded ones; only what is shown is a real number.
//!
//! Who votes, secrecy, rounds and cards are not here; neither is the wording of a verdict.

pub mod across;
pub mod bridging;
pub mod gradients;
pub mod rank;
pub mod rating;
pub mod share;
pub mod tiers;

/// An item: its place in the list of items of the round, from 0. A place beyond the list is an unknown item.
pub type Item = usize;

/// Items in tiers, the best first; inside a tier in the order of the list.
pub type Tiers = Vec<Vec<Item>>;

/// The items in tiers by their keys, the greatest first; equal keys share a tier.
fn tiers_by<K: Ord>(keys: impl IntoIterator<Item = K>) -> Tiers {
    let mut keyed: Vec<(K, Item)> = keys.into_iter().zip(0..).collect();
    keyed.sort_by(|(a, at), (b, bt)| b.cmp(a).then(at.cmp(bt)));
    keyed
        .chunk_by(|(a, _), (b, _)| a == b)
        .map(|tier| tier.iter().map(|&(_, item)| item).collect())
        .collect()
}

/// Whether these are items of a list of that length, each at most once.
fn are_distinct(items: usize, named: impl IntoIterator<Item = Item>) -> bool {
    let mut open = vec![true; items];
    named
        .into_iter()
        .all(|item| open.get_mut(item).is_some_and(std::mem::take))
}

/// A count as a real number: exact below 2^53.
fn real(count: u64) -> f64 {
    count as f64
}

/// The length of a list as a count.
fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// Part of a whole, or nothing of nothing.
fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| real(part) / real(whole))
}

/// Adds to the count of an item; an unknown item counts nowhere.
fn add(counts: &mut [u64], item: Item, more: u64) {
    if let Some(cell) = counts.get_mut(item) {
        *cell = cell.saturating_add(more);
    }
}
