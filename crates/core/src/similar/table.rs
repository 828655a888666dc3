//! Numbers for things by their hash, given in the order of first sight.

/// The hash of bytes (FNV-1a, 64 bits), going on from another: the same on any machine.
pub(super) fn hash(from: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(from, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Where hashes of a kind begin.
pub(super) const fn seed(kind: u8) -> u64 {
    0xcbf2_9ce4_8422_2325 ^ ((kind as u64) << 56)
}

/// Hashes and their numbers: open addressing, so that nothing depends on a random state.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// A number and one, or nothing; as many as a power of two.
    places: Vec<u32>,
    hashes: Vec<u64>,
}

impl Table {
    /// The number of a hash, and whether it is new.
    pub(super) fn number(&mut self, hash: u64) -> (u32, bool) {
        if self.hashes.len().saturating_mul(2) >= self.places.len() {
            self.grow();
        }
        let place = self.place(hash);
        match self.places.get(place).copied() {
            Some(held @ 1..) => (held.wrapping_sub(1), false),
            _ => {
                let number = u32::try_from(self.hashes.len()).unwrap_or(u32::MAX);
                self.hashes.push(hash);
                if let Some(free) = self.places.get_mut(place) {
                    *free = number.saturating_add(1);
                }
                (number, true)
            }
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.hashes.len()
    }

    /// The place that holds this hash, or the free one where it belongs.
    fn place(&self, hash: u64) -> usize {
        let mask = self.places.len().saturating_sub(1);
        #[allow(
            clippy::cast_possible_truncation,
            reason = "the lower bits are asked for"
        )]
        let mut place = (hash ^ (hash >> 32)) as usize & mask;
        while let Some(held @ 1..) = self.places.get(place).copied() {
            let number = held.wrapping_sub(1) as usize;
            if self.hashes.get(number) == Some(&hash) {
                break;
            }
            place = place.wrapping_add(1) & mask;
        }
        place
    }

    fn grow(&mut self) {
        let size = self.places.len().saturating_mul(2).max(1_024);
        self.places = vec![0; size];
        for number in 0..self.hashes.len() {
            let hash = self.hashes.get(number).copied().unwrap_or_default();
            let place = self.place(hash);
            if let Some(free) = self.places.get_mut(place) {
                *free = u32::try_from(number).unwrap_or(u32::MAX).saturating_add(1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_given_in_the_order_of_first_sight(hashes in prop::collection::vec(0..50u64, 0..3_000)) {
            let mut table = Table::default();
            let mut seen: Vec<u64> = Vec::new();
            for hash in hashes {
                // Hashes that fall on one place are the hard case.
                let hash = hash << 33;
                let known = seen.iter().position(|held| *held == hash);
                let (number, new) = table.number(hash);
                prop_assert_eq!(new, known.is_none());
                prop_assert_eq!(number as usize, known.unwrap_or(seen.len()));
                if new {
                    seen.push(hash);
                }
            }
            prop_assert_eq!(table.len(), seen.len());
        }
    }
}
