//! How high the rows of a long list are: those that were seen as measured, the others as those on average. Pure.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::ops::Range;

/// Until a row was measured.
const GUESS: f64 = 104.0;
/// Differences below this, in CSS pixels, are none.
const SAME: f64 = 0.5;

/// The heights of rows by key, and where each row of the present list begins.
#[derive(Debug)]
pub(crate) struct Heights<K> {
    measured: HashMap<K, f64, BuildHasherDefault<Names>>,
    /// The height of rows nobody measured; settled by the first that are, so that the list does not breathe.
    usual: Option<f64>,
    starts: Vec<f64>,
}

impl<K> Default for Heights<K> {
    fn default() -> Self {
        Self {
            measured: HashMap::default(),
            usual: None,
            starts: vec![0.0],
        }
    }
}

impl<K: Copy + Eq + Hash> Heights<K> {
    /// Takes the heights of rows that were measured; returns whether anything is another than it was held to be.
    pub(crate) fn measure(&mut self, rows: impl IntoIterator<Item = (K, f64)>) -> bool {
        let before = self.usual();
        let mut changed = false;
        for (key, height) in rows.into_iter().filter(|(_, height)| *height > 0.0) {
            let held = self.measured.insert(key, height).unwrap_or(before);
            changed |= (held - height).abs() > SAME;
        }
        if self.usual.is_none() && !self.measured.is_empty() {
            let sum: f64 = self.measured.values().sum();
            self.usual = Some(sum / self.measured.len() as f64);
            changed = true;
        }
        changed
    }

    /// Forgets all heights: another language, another width.
    pub(crate) fn forget(&mut self) {
        self.measured.clear();
        self.usual = None;
    }

    /// Lays out a list of these rows.
    pub(crate) fn lay(&mut self, keys: &[K]) {
        let usual = self.usual();
        self.starts.clear();
        self.starts.reserve(keys.len().saturating_add(1));
        let mut at = 0.0;
        self.starts.push(at);
        for key in keys {
            at += self.measured.get(key).copied().unwrap_or(usual);
            self.starts.push(at);
        }
    }

    /// Where the row at a place begins; the end of the list for places behind it.
    pub(crate) fn start(&self, place: usize) -> f64 {
        self.starts
            .get(place)
            .or(self.starts.last())
            .copied()
            .unwrap_or_default()
    }

    /// The places of the rows between two heights.
    pub(crate) fn within(&self, from: f64, to: f64) -> Range<usize> {
        let rows = self.starts.len().saturating_sub(1);
        let first = self
            .starts
            .partition_point(|start| *start <= from)
            .saturating_sub(1);
        let end = self.starts.partition_point(|start| *start < to);
        first.min(rows)..end.min(rows).max(first.min(rows))
    }

    fn usual(&self) -> f64 {
        self.usual.unwrap_or(GUESS)
    }
}

/// Hashes names, which are random already; ten thousand are looked up for every letter in a find box.
#[derive(Default)]
struct Names(u64);

impl Hasher for Names {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let part = part
                .iter()
                .rev()
                .fold(0, |sum: u64, byte| sum.wrapping_shl(8) | u64::from(*byte));
            self.write_u64(part);
        }
    }

    fn write_u64(&mut self, part: u64) {
        self.0 = (self.0.rotate_left(5) ^ part).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn write_u128(&mut self, name: u128) {
        self.write_u64(name as u64);
        self.write_u64(name.wrapping_shr(64) as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_in_sight_are_found_by_what_was_measured_and_what_is_usual() {
        let mut heights = Heights::default();
        let keys: Vec<u32> = (0..10_000).collect();
        heights.lay(&keys);
        assert_eq!(heights.within(0.0, 600.0), 0..6);
        assert!(heights.measure([(0, 50.0), (1, 150.0)]));
        heights.lay(&keys);
        assert!((heights.start(2) - 200.0).abs() < 1e-9);
        assert!((heights.start(10_000) - 1_000_000.0).abs() < 1e-6);
        assert_eq!(heights.within(60.0, 410.0), 1..5);
        assert_eq!(heights.within(-500.0, 10.0), 0..1);
        assert_eq!(heights.within(2e6, 3e6), 10_000..10_000);
        assert!(!heights.measure([(0, 50.2)]), "a hair is no change");
        assert!(
            heights.measure([(7, 90.0)]),
            "what is usual stays, what differs counts"
        );
    }

    #[test]
    fn an_empty_list_has_no_rows_in_sight() {
        let mut heights = Heights::<u32>::default();
        heights.lay(&[]);
        assert_eq!(heights.within(0.0, 1_000.0), 0..0);
        assert!(heights.start(3).abs() < 1e-9);
    }
}
