//! Which wordings say what, and from there the few that one is worth comparing with.

use super::score::Weighed;
use super::table::Table;
use crate::sorted;

/// Which wordings say a feature, and how strongly.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Item and wording of each.
    pub(super) wordings: Vec<(u32, u32)>,
    /// Whether each is written in Arabic letters.
    arabic: Vec<bool>,
    pub(super) postings: Vec<Vec<(u32, f32)>>,
    /// Inner products of the wording in hand with all others.
    pub(super) products: Vec<f32>,
    touched: Vec<u32>,
    /// The features of the wording in hand.
    pub(super) dense: Vec<f32>,
    /// Wordings of one text.
    keys: Table,
    alike: Vec<Vec<u32>>,
}

/// How many wordings are looked up for one, from its rarest features on. Bounds the cost where everything shares words.
const LOOKED_UP: usize = 4_000;
/// How many of these are compared in full, where all are of one script.
const COMPARED: usize = 32;
/// How many of another script are compared: words in common cannot crowd them out, since these are of one script.
const ACROSS: usize = 12;
/// How many of one's own script make room for them.
const MAKE_ROOM: usize = 8;
/// With how many of the same text one is paired, the next in order.
const SAME_TEXT: usize = 32;

impl Index {
    /// Adds a wording of an item; wordings are added in the order of their items.
    pub(super) fn add(&mut self, item: u32, place: u32, key: u64, arabic: bool) {
        let number = u32::try_from(self.wordings.len()).unwrap_or(u32::MAX);
        self.wordings.push((item, place));
        self.arabic.push(arabic);
        let (key, new) = self.keys.number(key);
        if new {
            self.alike.push(Vec::new());
        }
        if let Some(alike) = self.alike.get_mut(key as usize) {
            alike.push(number);
        }
    }

    /// The number of an item's first wording.
    pub(super) fn first_of(&self, item: usize) -> u32 {
        let first = self
            .wordings
            .partition_point(|(held, _)| (*held as usize) < item);
        u32::try_from(first).unwrap_or(u32::MAX)
    }

    /// The next wordings of the same text.
    fn same_text(&mut self, number: u32, key: u64) -> impl Iterator<Item = u32> + '_ {
        let (key, _) = self.keys.number(key);
        let alike = self.alike.get(key as usize).map_or(&[][..], Vec::as_slice);
        let after = alike.partition_point(|held| *held <= number);
        alike.iter().skip(after).take(SAME_TEXT).copied()
    }

    /// The wordings of other items that share the most with one, by its rarest features, and those of the same text.
    pub(super) fn nearest(&mut self, wording: &Weighed, number: u32) -> Vec<u32> {
        let item = self.wordings.get(number as usize).map(|(item, _)| *item);
        let mut features: Vec<(u32, f32)> = wording.said.features.clone();
        features.retain(|(feature, _)| {
            self.postings
                .get(*feature as usize)
                .is_some_and(|held| held.len() > 1)
        });
        sorted::sort_by_number(&mut features, |(feature, _)| {
            let count = self.postings.get(*feature as usize).map_or(0, Vec::len);
            (count as u128) << 32 | u128::from(*feature)
        });
        let mut left = LOOKED_UP;
        for (feature, weight) in features {
            let Some(postings) = self.postings.get(feature as usize) else {
                continue;
            };
            for (number, other) in postings.iter().take(left) {
                if let Some(held) = self.products.get_mut(*number as usize) {
                    if *held == 0.0 {
                        self.touched.push(*number);
                    }
                    *held += weight * other;
                }
            }
            left = left.saturating_sub(postings.len());
            if left == 0 {
                break;
            }
        }
        let mut near: Vec<u64> = Vec::with_capacity(self.touched.len());
        for number in self.touched.drain(..) {
            let Some(held) = self.products.get_mut(number as usize) else {
                continue;
            };
            let own = self.wordings.get(number as usize).map(|(held, _)| *held) == item;
            if !own {
                // Positive numbers are in the order of their bits.
                near.push(
                    u64::from(held.to_bits()) << 32 | u64::from(u32::MAX.wrapping_sub(number)),
                );
            }
            *held = 0.0;
        }
        let is_own = |key: &u64| {
            let script = self.arabic.get(number_of(*key) as usize);
            script == Some(&wording.said.arabic)
        };
        let (mut own, mut across): (Vec<u64>, Vec<u64>) = near.into_iter().partition(is_own);
        strongest(&mut across, ACROSS);
        strongest(
            &mut own,
            COMPARED.saturating_sub(across.len().min(MAKE_ROOM)),
        );
        let near = own.into_iter().chain(across).map(number_of);
        let mut near: Vec<u32> = near.collect();
        near.extend(self.same_text(number, wording.said.key));
        near
    }
}

/// The number in the lower half of a key, where the lesser number makes the greater key.
fn number_of(key: u64) -> u32 {
    #[allow(clippy::cast_possible_truncation, reason = "the lower half")]
    let lower = key as u32;
    u32::MAX.wrapping_sub(lower)
}

/// Leaves the greatest so many, in any order.
fn strongest(keys: &mut Vec<u64>, most: usize) {
    if let Some(cut) = keys.len().checked_sub(most).filter(|cut| *cut > 0) {
        keys.select_nth_unstable(cut);
        keys.drain(..cut);
    }
}
