//! What a search found: pairs, clusters, and why two look alike.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Decided, Entry};
use super::features::Lexicon;
use super::score::Item;
use super::search::Pair;
use super::tags::Terms;
use crate::item::ItemId;
use crate::sorted;

/// What a search found.
#[derive(Debug)]
pub struct LookAlikes {
    pub(super) pairs: Vec<Pair>,
    pub(super) clusters: Vec<Vec<ItemId>>,
    pub(super) entries: Vec<Entry>,
    pub(super) items: Vec<Item>,
    pub(super) lexicon: Lexicon,
    pub(super) terms: Terms,
}

impl LookAlikes {
    /// The pairs, the most alike first.
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    /// Three or more of which each looks much like each other one, none of them told apart by people; the strongest first.
    pub fn clusters(&self) -> &[Vec<ItemId>] {
        &self.clusters
    }
}

/// What scores at least so much can hold a cluster together, of 10,000.
const CLOSE: u16 = 5_000;
/// No cluster has more.
const MOST: usize = 24;

/// Complete linkage, greedy from the best pair on: two clusters become one where every two of them are close.
pub(super) fn clusters(pairs: &[Pair]) -> Vec<Vec<ItemId>> {
    let close = pairs.iter().filter(|pair| {
        let apart = matches!(pair.decided, Some(Decided::Different | Decided::Related));
        pair.score >= CLOSE && !apart
    });
    let close: Vec<(ItemId, ItemId)> = close.map(|pair| (pair.a, pair.b)).collect();
    let known: BTreeSet<(ItemId, ItemId)> = sorted::set(close.iter().copied());
    let mut cluster_of: BTreeMap<ItemId, usize> = BTreeMap::new();
    let mut clusters: Vec<Vec<ItemId>> = Vec::new();
    for (a, b) in close {
        let mut own = |item: ItemId| {
            *cluster_of.entry(item).or_insert_with(|| {
                clusters.push(vec![item]);
                clusters.len().saturating_sub(1)
            })
        };
        let (one, two) = (own(a), own(b));
        let (Some(first), Some(second)) = (clusters.get(one), clusters.get(two)) else {
            continue;
        };
        let linked = |a: &ItemId, b: &ItemId| known.contains(&(*a.min(b), *a.max(b)));
        let fits = one != two
            && first.len().saturating_add(second.len()) <= MOST
            && first.iter().all(|a| second.iter().all(|b| linked(a, b)));
        if fits {
            let (into, from) = (one.min(two), one.max(two));
            let moved = clusters
                .get_mut(from)
                .map(std::mem::take)
                .unwrap_or_default();
            for item in &moved {
                cluster_of.insert(*item, into);
            }
            if let Some(held) = clusters.get_mut(into) {
                held.extend(moved);
            }
        }
    }
    clusters.retain(|cluster| cluster.len() > 2);
    for cluster in &mut clusters {
        sorted::sort(cluster);
    }
    clusters
}
