//! Numbers that look drawn by chance and are the same for the same seed (splitmix64).

/// A row of such numbers.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// The row of that seed.
    pub(crate) fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The next number, below a bound; 0 where that is 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let drawn = usize::try_from(self.next() >> 33).unwrap_or(0);
        drawn.checked_rem(bound).unwrap_or(0)
    }
}
