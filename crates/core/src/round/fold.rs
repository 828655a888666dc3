//! Folding of small categories, so that no answer can be traced to one or two people.

/// What stands for categories that are too small.
pub const OTHER: &str = "other";

/// The fewest voters of a category that is named.
const FEWEST: u64 = 3;

/// The categories with their voters, folded, in the order given: those under three voters become [`OTHER`]; while that has
/// one or two, the smallest that is left goes in too (of equal ones the last). Empty where nothing but "other" is left, or
/// nobody voted. Rule of this project.
pub fn fold(counts: &[(String, u64)]) -> Vec<(String, u64)> {
    let mut other = 0_u64;
    let mut kept: Vec<(String, u64)> = Vec::with_capacity(counts.len());
    for (category, count) in counts {
        if *count < FEWEST || category == OTHER {
            other = other.saturating_add(*count);
        } else {
            kept.push((category.clone(), *count));
        }
    }
    while (1..FEWEST).contains(&other) {
        let smallest = kept
            .iter()
            .enumerate()
            .rev()
            .min_by_key(|(_, (_, count))| *count);
        let Some(at) = smallest.map(|(at, _)| at) else {
            break;
        };
        other = other.saturating_add(kept.remove(at).1);
    }
    if kept.is_empty() {
        return kept;
    }
    if other > 0 {
        kept.push((OTHER.to_owned(), other));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(counts: &[(&str, u64)]) -> String {
        let counts: Vec<_> = counts
            .iter()
            .map(|(name, n)| ((*name).to_owned(), *n))
            .collect();
        let kept = fold(&counts)
            .into_iter()
            .map(|(name, n)| format!("{name} {n}"));
        kept.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn small_categories_become_other_and_other_is_never_one_or_two() {
        for (counts, told) in [
            (&[][..], ""),
            (&[("a", 0)], ""),
            (&[("a", 2)], ""),
            (&[("a", 3)], "a 3"),
            (&[("a", 3), ("b", 3)], "a 3, b 3"),
            (&[("a", 5), ("b", 1), ("c", 2)], "a 5, other 3"),
            // One in "other" would be found by subtraction: the smallest goes in too.
            (&[("a", 5), ("b", 4), ("c", 1)], "a 5, other 5"),
            (&[("a", 4), ("b", 4), ("c", 2)], "a 4, other 6"),
            (&[("a", 4), ("b", 1)], ""),
            (&[("a", 2), ("b", 2), ("c", 2)], ""),
            (&[("other", 2), ("a", 3), ("b", 9)], "b 9, other 5"),
        ] {
            assert_eq!(folded(counts), told, "{counts:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nobody_is_lost_or_alone(counts in proptest::collection::vec(0_u64..9, 0..9)) {
            let named: Vec<_> = counts.iter().zip(0..).map(|(n, at)| (format!("c{at}"), *n)).collect();
            let kept = fold(&named);
            proptest::prop_assert!(kept.iter().all(|(_, n)| *n >= 3), "{kept:?}");
            let sum = |of: &[(String, u64)]| of.iter().map(|(_, n)| n).sum::<u64>();
            proptest::prop_assert!(kept.is_empty() || sum(&kept) == sum(&named));
            let again = fold(&kept);
            proptest::prop_assert!(again == kept || kept.is_empty(), "{again:?}");
        }
    }
}
