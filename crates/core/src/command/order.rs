//! Keys of order: texts over `0-9a-z` compared by bytes, so that a move writes one field of one item.

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const BASE: usize = 36;
/// The width of the counting part, and the room left between two neighbours.
const WIDTH: usize = 6;
const GAP: u64 = 36;

/// A key behind `last`, with room for others between them; the first key where there is none.
pub fn after(last: Option<&str>) -> String {
    let held = last.map_or(0, |last| {
        let head = last.bytes().chain(std::iter::repeat(b'0')).take(WIDTH);
        head.fold(0u64, |sum, byte| {
            sum.saturating_mul(36)
                .saturating_add(u64::try_from(digit(byte)).unwrap_or(0))
        })
    });
    let next = held.saturating_add(GAP);
    let mut digits = Vec::with_capacity(WIDTH);
    let mut rest = next;
    for _ in 0..WIDTH {
        digits.push(letter(usize::try_from(rest % 36).unwrap_or(0)));
        rest /= 36;
    }
    match (rest, last) {
        (0, _) => digits.into_iter().rev().collect(),
        // The counting part is used up: go on behind the last key.
        (_, Some(last)) => format!("{last}i"),
        (_, None) => String::from("i"),
    }
}

/// A key between two neighbours. Where none fits (equal or unsorted keys) it is one directly behind the first.
pub fn between(before: Option<&str>, behind: &str) -> String {
    let low: Vec<usize> = before.unwrap_or("").bytes().map(digit).collect();
    let high: Vec<usize> = behind.bytes().map(digit).collect();
    if before.is_some_and(|before| before >= behind) {
        return format!("{}i", before.unwrap_or(""));
    }
    let mut key = String::new();
    let mut bounded = true;
    let mut at = 0usize;
    loop {
        let floor = low.get(at).copied();
        let ceiling = if bounded {
            high.get(at).copied()
        } else {
            Some(BASE)
        };
        let Some(ceiling) = ceiling else {
            // `behind` is `before` and zeros: nothing fits between them.
            return format!("{}i", before.unwrap_or(""));
        };
        let low_digit = floor.unwrap_or(0);
        match ceiling.saturating_sub(low_digit) {
            0 => key.push(letter(low_digit)),
            1 => {
                key.push(letter(low_digit));
                bounded = false;
            }
            room => {
                key.push(letter(low_digit.saturating_add(room / 2)));
                return key;
            }
        }
        at = at.saturating_add(1);
    }
}

fn digit(byte: u8) -> usize {
    DIGITS.iter().position(|held| *held == byte).unwrap_or(0)
}

fn letter(digit: usize) -> char {
    DIGITS.get(digit).map_or('z', |byte| char::from(*byte))
}

#[cfg(test)]
#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_for_a_list_grow_and_leave_room() {
        let mut last: Option<String> = None;
        for _ in 0..20_000 {
            let next = after(last.as_deref());
            assert!(last.as_deref().is_none_or(|last| last < next.as_str()));
            assert_eq!(next.len(), WIDTH);
            last = Some(next);
        }
    }

    proptest! {
        #[test]
        fn a_key_between_stays_between(places in prop::collection::vec(any::<prop::sample::Index>(), 1..120)) {
            let mut keys = vec![after(None)];
            for place in places {
                let at = place.index(keys.len() + 1);
                let before = at.checked_sub(1).map(|at| keys[at].clone());
                let key = match keys.get(at) {
                    Some(behind) => between(before.as_deref(), behind),
                    None => after(before.as_deref()),
                };
                keys.insert(at, key);
                prop_assert!(keys.is_sorted_by(|a, b| a < b), "{keys:?}");
            }
        }

        #[test]
        fn any_keys_give_a_key(a in "[0-9a-zA-Z\u{620}]{0,9}", b in "[0-9a-z]{0,9}") {
            prop_assert!(!between(Some(&a), &b).is_empty() && !after(Some(&a)).is_empty());
        }
    }
}
