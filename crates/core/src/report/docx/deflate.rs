//! Deflate (RFC 1951) in one block with the fixed codes: XML of tables shrinks about eight times, by little code, and the
//! bytes never change with a version of a library.

/// The longest and the shortest repetition worth telling, and how far back it may lie.
const LONGEST: usize = 258;
const SHORTEST: usize = 4;
const WINDOW: usize = 32_768;

/// The compressed bytes.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut bits = Bits::default();
    // The last block, fixed codes.
    bits.put(1, 1);
    bits.put(1, 2);
    let mut seen = vec![usize::MAX; 1 << 15];
    let mut at = 0_usize;
    while at < bytes.len() {
        let found = find(bytes, at, &seen);
        let taken = match found {
            Some((length, distance)) => {
                bits.length(length);
                bits.distance(distance);
                length
            }
            None => {
                bits.symbol(u32::from(bytes.get(at).copied().unwrap_or(0)));
                1
            }
        };
        let end = at.saturating_add(taken);
        while at < end {
            if let Some(place) = hash(bytes, at).and_then(|hash| seen.get_mut(hash)) {
                *place = at;
            }
            at = at.saturating_add(1);
        }
    }
    bits.symbol(256);
    bits.end()
}

/// The last repetition of what stands here: its length and how far back it lies.
fn find(bytes: &[u8], at: usize, seen: &[usize]) -> Option<(usize, usize)> {
    let before = *seen.get(hash(bytes, at)?)?;
    let distance = at.checked_sub(before).filter(|far| *far <= WINDOW)?;
    let (here, there) = (bytes.get(at..)?, bytes.get(before..)?);
    let same = here
        .iter()
        .zip(there)
        .take(LONGEST)
        .take_while(|(a, b)| a == b);
    let length = same.count();
    (length >= SHORTEST).then_some((length, distance))
}

/// A place in the table for the four bytes that stand here.
fn hash(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?.first_chunk::<4>()?;
    let mixed = u32::from_le_bytes(*four).wrapping_mul(0x9e37_79b1);
    usize::try_from(mixed.wrapping_shr(17)).ok()
}

/// Bits, the lowest of each byte first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    held: u64,
    count: u32,
}

impl Bits {
    /// So many bits of a number, the lowest first.
    fn put(&mut self, number: u32, count: u32) {
        self.held |= u64::from(number).wrapping_shl(self.count);
        self.count = self.count.saturating_add(count);
        while self.count >= 8 {
            self.bytes.push(self.held as u8);
            self.held = self.held.wrapping_shr(8);
            self.count = self.count.saturating_sub(8);
        }
    }

    /// A code: the highest bit first.
    fn code(&mut self, code: u32, count: u32) {
        let turned = code
            .reverse_bits()
            .wrapping_shr(32_u32.saturating_sub(count));
        self.put(turned, count);
    }

    /// A letter, an end, or the code of a length (RFC 1951, 3.2.6).
    fn symbol(&mut self, symbol: u32) {
        match symbol {
            0..=143 => self.code(symbol.wrapping_add(0x30), 8),
            144..=255 => self.code(symbol.wrapping_add(0x190 - 144), 9),
            256..=279 => self.code(symbol.wrapping_sub(256), 7),
            _ => self.code(symbol.wrapping_add(0xc0).wrapping_sub(280), 8),
        }
    }

    /// A length of 3 to 258: its code, then the bits it leaves open (3.2.5).
    fn length(&mut self, length: usize) {
        let over = u32::try_from(length.saturating_sub(3)).unwrap_or(0);
        match over {
            0..=7 => self.symbol(over.saturating_add(257)),
            255 => self.symbol(285),
            _ => {
                let open = over.ilog2().saturating_sub(2);
                let step = over.wrapping_shr(open) & 3;
                let code = open.saturating_mul(4).saturating_add(step);
                self.symbol(code.saturating_add(261));
                self.put(over & 1_u32.wrapping_shl(open).wrapping_sub(1), open);
            }
        }
    }

    /// A distance of 1 to 32,768.
    fn distance(&mut self, distance: usize) {
        let over = u32::try_from(distance.saturating_sub(1)).unwrap_or(0);
        match over {
            0..=3 => self.code(over, 5),
            _ => {
                let open = over.ilog2().saturating_sub(1);
                let step = over.wrapping_shr(open) & 1;
                let code = open.saturating_mul(2).saturating_add(step);
                self.code(code.saturating_add(2), 5);
                self.put(over & 1_u32.wrapping_shl(open).wrapping_sub(1), open);
            }
        }
    }

    fn end(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push(self.held as u8);
        }
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use proptest::prelude::*;

    use super::*;

    fn inflated(bytes: &[u8]) -> Vec<u8> {
        let mut back = Vec::new();
        flate2::read::DeflateDecoder::new(bytes)
            .read_to_end(&mut back)
            .unwrap();
        back
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_back(
            words in proptest::collection::vec("[a-c<>]{0,40}|\\PC{0,6}", 0..60),
            times in 1_usize..40,
        ) {
            let text = words.concat().repeat(times);
            prop_assert_eq!(inflated(&deflate(text.as_bytes())), text.as_bytes());
        }
    }

    #[test]
    fn every_length_and_distance_comes_back() {
        for length in 1..600_usize {
            let text = "x".repeat(length);
            assert_eq!(inflated(&deflate(text.as_bytes())), text.as_bytes());
        }
        // Far repetitions, up to the edge of the window and beyond it.
        for far in [
            1_usize, 5, 255, 256, 257, 4_095, 32_767, 32_768, 32_769, 70_000,
        ] {
            let mut seed = 7_u32;
            let mut noise = || {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 24) as u8
            };
            let mut bytes: Vec<u8> = (0..far).map(|_| noise()).collect();
            let start = bytes[..far.min(300)].to_vec();
            bytes.extend(start);
            assert_eq!(inflated(&deflate(&bytes)), bytes, "{far}");
        }
    }
}
