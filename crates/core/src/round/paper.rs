//! One voter's paper, as it lies in the ballot box: a category and the choices of each question, no name and no time.

use std::num::NonZeroU64;

use super::card::Method;
use crate::value::Value;

/// What one voter chose. A paper without any choice is an abstention, and counts as present.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The stakeholder category; none where the card has none.
    pub category: Option<String>,
    /// The choices by question, as ballots hold them.
    pub choices: Vec<(Method, Value)>,
}

impl Paper {
    /// The paper as the box keeps it.
    pub fn value(&self) -> Value {
        let choices = self.choices.iter();
        let choices = choices.map(|(method, chosen)| (method.name(), chosen.clone()));
        let category = self.category.as_deref().map(Value::text);
        let category = category.map(|category| ("category", category));
        Value::map(
            category
                .into_iter()
                .chain([("choices", Value::map(choices))]),
        )
    }

    /// The paper that a value holds; none where it is none.
    pub fn of(value: &Value) -> Option<Self> {
        let choices = value.get("choices")?.entries().iter();
        let choices: Option<Vec<(Method, Value)>> = choices
            .map(|(name, chosen)| Some((Method::of(name)?, chosen.clone())))
            .collect();
        let mut choices = choices?;
        crate::sorted::sort_by(&mut choices, |a, b| a.0.cmp(&b.0));
        Some(Self {
            category: value
                .get("category")
                .and_then(Value::as_text)
                .map(str::to_owned),
            choices,
        })
    }

    /// What was chosen at a question.
    pub fn chosen(&self, method: Method) -> Option<&Value> {
        let found = self.choices.iter().find(|(held, _)| *held == method);
        found.map(|(_, chosen)| chosen)
    }
}

/// The places 0 to `count` - 1 in an order drawn from random bits: every order is as likely as any other (Fisher and Yates;
/// draws that would favour some places are thrown away).
pub fn shuffled(count: usize, draw: &mut dyn FnMut() -> u64) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        let among = u64::try_from(last).unwrap_or(u64::MAX).saturating_add(1);
        let at = usize::try_from(below(among, draw)).unwrap_or(last);
        places.swap(at.min(last), last);
    }
    places
}

/// A number below `bound`, each as likely as any other; 0 where there is none.
fn below(bound: u64, draw: &mut dyn FnMut() -> u64) -> u64 {
    let Some(bound) = NonZeroU64::new(bound) else {
        return 0;
    };
    // 2^64 is seldom a whole number of bounds: what is over would favour the first.
    let over = (u64::MAX % bound).saturating_add(1) % bound;
    // A source that gives the same bits for ever must not hang the page.
    for _ in 0..64 {
        let bits = draw();
        if bits <= u64::MAX.saturating_sub(over) {
            return bits % bound;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_is_as_likely_as_any_other() {
        let mut state = 7_u64;
        let mut draw = move || {
            // SplitMix64.
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^ (mixed >> 31)
        };
        let mut seen = std::collections::BTreeMap::new();
        for _ in 0..24_000 {
            *seen.entry(shuffled(4, &mut draw)).or_insert(0) += 1;
        }
        assert_eq!(seen.len(), 24);
        assert!(
            seen.values().all(|count| (850..1_150).contains(count)),
            "{seen:?}"
        );
        assert_eq!(
            shuffled(3, &mut || u64::MAX).len(),
            3,
            "a source without randomness ends"
        );
    }

    #[test]
    fn a_paper_is_read_as_it_is_written() {
        let chosen = Value::map([("rec:1", Value::Int(7))]);
        for category in [None, Some(String::from("cat-media"))] {
            let choices = vec![
                (Method::Rating, chosen.clone()),
                (Method::Ranking, Value::texts([])),
            ];
            let paper = Paper { category, choices };
            assert_eq!(Paper::of(&paper.value()), Some(paper));
        }
        assert_eq!(Paper::of(&Value::None), None);
    }
}
