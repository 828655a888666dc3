//! Sorting, and ordered maps and sets, with little machine code.
//!
//! The standard sorts make four kilobytes of it for each type and order they are used with, collecting into an ordered map
//! or set among them: forty of them were an eighth of the wasm. Here one sort of places serves all types. It merges what
//! stands in order already (natural merge sort: Knuth, The Art of Computer Programming 3, 5.2.4, algorithm N).

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts; what is equal stays in its order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by what a function gives; what is equal stays in its order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a comparison; what it calls equal stays in its order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let before = |a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    if let Some(places) = order(items.len(), &before) {
        arrange(&places, &mut |a, b| items.swap(a, b));
    }
}

/// Sorts by a number; what is equal stays in its order. Much the fastest for many: no item is looked at twice.
pub fn sort_by_number<T>(items: &mut [T], number: impl Fn(&T) -> u128) {
    let numbers: Vec<(u128, usize)> = items.iter().map(number).zip(0..).collect();
    if let Some(places) = number_order(numbers) {
        arrange(&places, &mut |a, b| items.swap(a, b));
    }
}

fn number_order(numbers: Vec<(u128, usize)>) -> Option<Vec<usize>> {
    if numbers.is_sorted_by_key(|(number, _)| number) {
        return None;
    }
    let numbers = merged(numbers, |a, b| a.0 <= b.0);
    Some(numbers.into_iter().map(|(_, place)| place).collect())
}

/// The places in their order; `None` where that is the order they have.
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Option<Vec<usize>> {
    let sorted = (1..len).all(|next| compare(next.saturating_sub(1), next).is_le());
    if sorted {
        return None;
    }
    Some(merged((0..len).collect(), |a, b| compare(*a, *b).is_le()))
}

/// Merges runs that stand in order until there is one; what is equal stays in its order.
fn merged<T: Copy>(items: Vec<T>, in_order: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut ends: Vec<usize> = Vec::new();
    for (pair, end) in items.windows(2).zip(1..) {
        if let [a, b] = pair
            && !in_order(a, b)
        {
            ends.push(end);
        }
    }
    ends.push(items.len());
    let mut to = Vec::with_capacity(items.len());
    let mut from = items;
    while ends.len() > 1 {
        to.clear();
        let mut begin = 0;
        let mut left = Vec::with_capacity(ends.len().div_ceil(2));
        for runs in ends.chunks(2) {
            let [middle, end] = match *runs {
                [middle, end] => [middle, end],
                [end] => [end, end],
                _ => break,
            };
            let mut a = from.get(begin..middle).unwrap_or_default();
            let mut b = from.get(middle..end).unwrap_or_default();
            while let ([x, later_a @ ..], [y, later_b @ ..]) = (a, b) {
                if in_order(x, y) {
                    to.push(*x);
                    a = later_a;
                } else {
                    to.push(*y);
                    b = later_b;
                }
            }
            to.extend_from_slice(a);
            to.extend_from_slice(b);
            left.push(end);
            begin = end;
        }
        std::mem::swap(&mut from, &mut to);
        ends = left;
    }
    from
}

/// Brings what stands at each of the places to where that place is named, by one swap for each.
fn arrange(places: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    let mut done = vec![false; places.len()];
    for start in 0..places.len() {
        let mut to = start;
        while let (Some(from), Some(settled)) = (places.get(to), done.get_mut(to)) {
            if std::mem::replace(settled, true) || *from == start {
                break;
            }
            swap(to, *from);
            to = *from;
        }
    }
}

/// An ordered map of pairs; of pairs with one key the last is held.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

/// An ordered set.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_sort_does(items: Vec<(u8, u32)>) {
            let mut ours = items.clone();
            sort_by_key(&mut ours, |(key, _)| *key);
            let mut by_number = items.clone();
            sort_by_number(&mut by_number, |(key, _)| u128::from(*key));
            let mut theirs = items;
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &theirs);
            prop_assert_eq!(by_number, theirs);
        }
    }

    #[test]
    fn of_one_key_the_last_value_is_held() {
        assert_eq!(
            map([(1, 'a'), (0, 'b'), (1, 'c')]),
            BTreeMap::from([(0, 'b'), (1, 'c')])
        );
        assert_eq!(set([2, 1, 2]), BTreeSet::from([1, 2]));
    }
}
