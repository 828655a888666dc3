//! Tags as they are compared: terms with the wider ones they stand within, and bodies with theirs.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::glossary::{Class, Glossary};
use crate::vocabulary::Vocabulary;

/// Terms by number, with the wider ones.
#[derive(Debug)]
pub(super) struct Terms {
    vocabulary: Vocabulary,
    numbers: BTreeMap<String, u32>,
    names: Vec<String>,
    /// Wider terms of each, the nearest first.
    wider: Vec<Box<[u32]>>,
}

/// The tags of a recommendation.
#[derive(Clone, Debug, Default)]
pub(super) struct Tags {
    /// Field and term as one number, with how much it weighs before its rarity; sorted.
    pub(super) features: Vec<(u32, f32)>,
    /// Terms of addressees and lead.
    pub(super) bodies: Vec<u32>,
    /// The type of action.
    pub(super) action: Option<u32>,
    /// Term numbers by field, for the reasons.
    pub(super) terms: Vec<(usize, u32)>,
}

/// The fields of tags and how much they weigh.
pub(super) const FIELDS: [(&str, f32); 9] = [
    ("addressees", 1.0),
    ("lead", 0.5),
    ("themes", 1.0),
    ("issue", 0.5),
    ("affected", 0.5),
    ("instruments", 0.5),
    ("levels", 0.5),
    ("action", 0.7),
    ("horizon", 0.2),
];

/// How much of a term a wider one weighs, at each step.
const WIDER: f32 = 0.4;

/// Everyone: says nothing of who is asked.
const EVERYONE: &str = "all-stakeholders";

impl Terms {
    pub(super) fn new(vocabulary: Vocabulary) -> Self {
        Self {
            vocabulary,
            numbers: BTreeMap::new(),
            names: Vec::new(),
            wider: Vec::new(),
        }
    }

    /// The tags of an entry, by number.
    pub(super) fn read(&mut self, entry: &Entry) -> Tags {
        let mut tags = Tags::default();
        for (field, term) in &entry.tags {
            let Some(place) = FIELDS.iter().position(|(name, _)| name == field) else {
                continue;
            };
            let number = self.number(term);
            let weight = FIELDS.get(place).map_or(0.0, |(_, weight)| *weight);
            tags.terms.push((place, number));
            match field.as_str() {
                "addressees" | "lead" if term != EVERYONE => tags.bodies.push(number),
                "action" => tags.action = Some(number),
                _ => {}
            }
            let mut share = weight;
            let wider = self.wider.get(number as usize).cloned().unwrap_or_default();
            for number in std::iter::once(number).chain(wider) {
                push(&mut tags.features, feature(place, number), share);
                share *= WIDER;
            }
        }
        crate::sorted::sort_by_number(&mut tags.features, |(feature, _)| u128::from(*feature));
        crate::sorted::sort(&mut tags.bodies);
        tags.bodies.dedup();
        tags
    }

    /// The term that stands for a body of the glossary; for one that no term stands for, a number of its own.
    pub(super) fn body(&mut self, glossary: &Glossary, concept: u16) -> Option<u32> {
        let concept = glossary.concept(concept)?;
        (concept.class == Class::Body).then_some(())?;
        let number = self.number(concept.id);
        let known = self
            .wider
            .get(number as usize)
            .is_some_and(|wider| !wider.is_empty());
        if !known && !concept.link.is_empty() && self.vocabulary.term(concept.id).is_none() {
            let parent = self.number(concept.link);
            let above = self.wider.get(parent as usize).cloned().unwrap_or_default();
            let all = std::iter::once(parent).chain(above).collect();
            if let Some(wider) = self.wider.get_mut(number as usize) {
                *wider = all;
            }
        }
        Some(number)
    }

    /// The number of a term.
    pub(super) fn number(&mut self, term: &str) -> u32 {
        if let Some(number) = self.numbers.get(term) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.numbers.insert(term.to_owned(), number);
        self.names.push(term.to_owned());
        self.wider.push(Box::default());
        let mut wider = Vec::new();
        let mut at = self
            .vocabulary
            .term(term)
            .and_then(|term| term.broader.clone());
        // A cycle among added terms ends here.
        while let Some(broader) = at.filter(|_| wider.len() < 6) {
            wider.push(self.number(&broader));
            at = self
                .vocabulary
                .term(&broader)
                .and_then(|term| term.broader.clone());
        }
        if let Some(held) = self.wider.get_mut(number as usize) {
            *held = wider.into();
        }
        number
    }

    /// The id of a term.
    pub(super) fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", |name| name)
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// How near two bodies are: 1 the same, less where one stands within the other, else 0.
    pub(super) fn nearness(&self, a: u32, b: u32) -> f32 {
        let within = |a: u32, b: u32| {
            self.wider
                .get(a as usize)
                .is_some_and(|wider| wider.contains(&b))
        };
        match a == b {
            true => 1.0,
            false if within(a, b) || within(b, a) => 0.7,
            false => 0.0,
        }
    }
}

/// Terms of different fields stay apart.
fn feature(place: usize, term: u32) -> u32 {
    term.wrapping_mul(16)
        .wrapping_add(u32::try_from(place).unwrap_or_default())
}

/// The greater weight stays: two terms can have one wider term.
fn push(features: &mut Vec<(u32, f32)>, feature: u32, weight: f32) {
    match features.iter_mut().find(|(held, _)| *held == feature) {
        Some((_, held)) => *held = held.max(weight),
        None => features.push((feature, weight)),
    }
}
