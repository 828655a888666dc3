//! How alike two recommendations are: texts, tags, and whether they ask the same body to do the same.

use super::features::{Feature, Lexicon, Wording};
use super::glossary::{Class, Concept};
use super::tags::{Tags, Terms};

/// A recommendation, ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Item {
    pub(super) wordings: Vec<Weighed>,
    pub(super) tags: Tags,
    /// The length of the tags as a vector; 0 where there are none.
    pub(super) tag_length: f32,
    /// Bodies that the texts ask.
    pub(super) asked: Vec<u32>,
    /// The group's number, from 1; 0 where there is none.
    pub(super) group: u32,
}

/// A wording whose features are weighed.
#[derive(Debug, Default)]
pub(super) struct Weighed {
    pub(super) said: Wording,
    /// Squared lengths: ideas, other words, and words an idea covers with pieces of words.
    ideas: f32,
    words: f32,
    rest: f32,
}

/// What a feature weighs before its rarity.
pub(super) fn share(kind: Option<Feature>, lexicon: &Lexicon) -> f32 {
    match kind {
        Some(Feature::Idea(idea)) => {
            let class = lexicon
                .glossary()
                .concept(idea)
                .map(|concept| concept.class);
            match class {
                Some(Class::Object) => 1.0,
                Some(Class::Action) => 0.6,
                Some(Class::Law | Class::Place) => 1.5,
                Some(Class::Body | Class::Person) => 0.7,
                Some(Class::Number) => 0.7,
                Some(Class::Crime) => 0.35,
                _ => 0.0,
            }
        }
        Some(Feature::Number(_)) => 0.7,
        Some(Feature::Word(_)) => 0.4,
        Some(Feature::Known(_)) => 0.2,
        Some(Feature::Piece) => 0.25,
        None => 0.0,
    }
}

impl Weighed {
    /// The wording before it is weighed.
    pub(super) fn unweighed(said: Wording) -> Self {
        Self {
            said,
            ..Self::default()
        }
    }

    /// The wording with the weights of its features.
    pub(super) fn of(mut said: Wording, lexicon: &Lexicon, rarity: &[f32]) -> Self {
        let (mut ideas, mut words, mut rest) = (0.0, 0.0, 0.0);
        for (feature, weight) in &mut said.features {
            let kind = lexicon.kind(*feature);
            let rare = rarity.get(*feature as usize).copied().unwrap_or_default();
            *weight *= share(kind, lexicon) * rare;
            let square = *weight * *weight;
            match kind {
                Some(Feature::Idea(_) | Feature::Number(_)) => ideas += square,
                Some(Feature::Word(_)) => words += square,
                _ => rest += square,
            }
        }
        Self {
            said,
            ideas,
            words,
            rest,
        }
    }

    /// How alike the texts are, 0 to 1: the cosine of the angle between them, where `product` is their inner product. Between
    /// two scripts only ideas and numbers can meet, so the words of each count half.
    pub(super) fn likeness(&self, other: &Self, product: f32) -> f32 {
        let length = |held: &Self| match self.said.arabic == other.said.arabic {
            true => held.ideas + held.words + held.rest,
            false => held.ideas + held.words * ACROSS,
        };
        let lengths = length(self) * length(other);
        if lengths > 0.0 {
            (product / lengths.sqrt()).min(1.0)
        } else {
            0.0
        }
    }
}

const ACROSS: f32 = 0.6;

/// How alike two recommendations are, 0 to 1, from how alike their texts are.
pub(super) fn score(
    a: (&Item, &Wording),
    b: (&Item, &Wording),
    likeness: f32,
    tagged: Option<f32>,
    terms: &Terms,
    lexicon: &Lexicon,
) -> f32 {
    if a.1.key == b.1.key {
        return 1.0;
    }
    let tags = 0.75 + 0.5 * tagged.unwrap_or(0.35);
    let who = who(a.0, b.0, terms);
    let what = what(a.1, b.1, lexicon);
    let denied = if a.1.denied == b.1.denied { 1.0 } else { 0.93 };
    let place = if apart(&a.1.places, &b.1.places) {
        0.9
    } else {
        1.0
    };
    let group = if a.0.group == b.0.group && a.0.group > 0 {
        0.85
    } else {
        1.0
    };
    let product = likeness * tags * who * what * denied * place * group;
    // Brings what is beyond 1 below it and keeps the order.
    product / (0.5 + product * product).sqrt()
}

/// Whether both name some and share none.
pub(super) fn apart(a: &[u16], b: &[u16]) -> bool {
    !a.is_empty() && !b.is_empty() && !a.iter().any(|held| b.contains(held))
}

fn nearest(a: &[u32], b: &[u32], terms: &Terms) -> Option<f32> {
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (*a, *b)));
    pairs.map(|(a, b)| terms.nearness(a, b)).reduce(f32::max)
}

/// More than 1 where both ask the same body, less where they ask different ones.
pub(super) fn who(a: &Item, b: &Item, terms: &Terms) -> f32 {
    let text = nearest(&a.asked, &b.asked, terms);
    let tags = nearest(&a.tags.bodies, &b.tags.bodies, terms);
    let mixed = || {
        let one = nearest(&a.asked, &b.tags.bodies, terms);
        let other = nearest(&a.tags.bodies, &b.asked, terms);
        one.into_iter().chain(other).reduce(f32::max)
    };
    let text = text.or_else(mixed);
    let of = |near: Option<f32>, apart: f32| match near {
        None => 1.0,
        Some(near) if near >= 1.0 => 1.08,
        Some(near) if near > 0.0 => 1.0,
        Some(_) => apart,
    };
    of(text, 0.75) * of(tags, 0.85)
}

/// More than 1 where the main action is the same, less where all that is to be done is another, or undoes the other's.
pub(super) fn what(a: &Wording, b: &Wording, lexicon: &Lexicon) -> f32 {
    let concept = |number: &u16| lexicon.glossary().concept(*number);
    let undoes = |a: &Concept, b: &Concept| a.opposite == b.id || b.opposite == a.id;
    if let (Some(one), Some(two)) = (
        a.head.as_ref().and_then(concept),
        b.head.as_ref().and_then(concept),
    ) {
        if one.id == two.id {
            return 1.15;
        } else if undoes(one, two) {
            return 0.55;
        }
    }
    let (mut met, mut undone) = (false, false);
    for one in a.actions.iter().filter_map(concept) {
        for two in b.actions.iter().filter_map(concept) {
            met |= one.id == two.id || one.link == two.link;
            undone |= undoes(one, two);
        }
    }
    match (met, undone) {
        (true, false) => 1.0,
        (true, true) => 0.85,
        (false, true) => 0.65,
        // Who gives, supports or includes may do anything.
        (false, false)
            if [a, b].iter().any(|said| {
                said.actions
                    .iter()
                    .filter_map(concept)
                    .all(|one| LIGHT.contains(&one.id))
            }) =>
        {
            0.95
        }
        (false, false) => 0.65,
    }
}

/// Actions that say little of what is to be done.
pub(super) const LIGHT: [&str; 4] = ["provide", "support", "include", "adopt"];
