//! The job: reads all, weighs by rarity, seeks for each those that share rare features, compares these, and ranks.

use std::collections::BTreeMap;

use super::entry::{Decided, Entry};
use super::features::{Feature, Lexicon};
use super::found::{LookAlikes, clusters};
use super::glossary::Glossary;
use super::index::Index;
use super::score::{Item, Weighed, score};
use super::tags::Terms;
use crate::item::ItemId;
use crate::sorted;
use crate::vocabulary::Vocabulary;

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Units of work done; a unit is one recommendation in one pass.
    pub done: usize,
    /// Units of work in all.
    pub total: usize,
}

impl Progress {
    /// Whether nothing is left to do.
    pub fn is_finished(&self) -> bool {
        self.done >= self.total
    }
}

/// Two recommendations that look alike; the lesser name is `a`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The one.
    pub a: ItemId,
    /// The other.
    pub b: ItemId,
    /// How alike, from 0 to 10,000, which is the same text.
    pub score: u16,
    /// What people have decided about them.
    pub decided: Option<Decided>,
    /// Places of the two among the entries, and of the wordings that met.
    pub(super) places: [(u32, u32); 2],
}

/// A search for look-alikes in steps.
#[derive(Debug)]
pub struct Search {
    entries: Vec<Entry>,
    decided: BTreeMap<(ItemId, ItemId), Decided>,
    lexicon: Lexicon,
    terms: Terms,
    items: Vec<Item>,
    phase: Phase,
    at: usize,
    /// How often a feature is said, then how rare it is.
    counts: Vec<u32>,
    rarity: Vec<f32>,
    tag_counts: Vec<u32>,
    /// The tags of the one in hand.
    tag_dense: Vec<f32>,
    index: Index,
    found: Vec<Pair>,
    clusters: Vec<Vec<ItemId>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Read,
    Weigh,
    Seek,
    Done,
}

/// What scores less is no look-alike, of 10,000.
const LEAST: u16 = 800;

impl Search {
    /// A search among these; what was decided already is told with the pairs. The order of the entries makes no difference.
    pub fn new(
        mut entries: Vec<Entry>,
        decided: BTreeMap<(ItemId, ItemId), Decided>,
        vocabulary: &Vocabulary,
    ) -> Self {
        sorted::sort_by_key(&mut entries, |entry| entry.id);
        entries.dedup_by_key(|entry| entry.id);
        Self {
            items: Vec::with_capacity(entries.len()),
            entries,
            decided,
            lexicon: Lexicon::new(Glossary::standard()),
            terms: Terms::new(vocabulary.clone()),
            phase: Phase::Read,
            at: 0,
            counts: Vec::new(),
            rarity: Vec::new(),
            tag_counts: Vec::new(),
            tag_dense: Vec::new(),
            index: Index::default(),
            found: Vec::new(),
            clusters: Vec::new(),
        }
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let each = self.entries.len();
        let passed = match self.phase {
            Phase::Read => 0,
            Phase::Weigh => 1,
            Phase::Seek => 2,
            Phase::Done => 3,
        };
        Progress {
            done: each.saturating_mul(passed).saturating_add(self.at),
            total: each.saturating_mul(3),
        }
    }

    /// Does so many units of work, and tells how far it is.
    pub fn step(&mut self, budget: usize) -> Progress {
        for _ in 0..budget {
            while self.at >= self.entries.len() && self.phase != Phase::Done {
                self.next_phase();
            }
            let at = self.at;
            match self.phase {
                Phase::Read => self.read(at),
                Phase::Weigh => self.weigh(at),
                Phase::Seek => self.seek(at),
                Phase::Done => break,
            }
            self.at = self.at.saturating_add(1);
        }
        while self.at >= self.entries.len() && self.phase != Phase::Done {
            self.next_phase();
        }
        self.progress()
    }

    fn next_phase(&mut self) {
        self.at = 0;
        self.phase = match self.phase {
            Phase::Read => {
                self.rate();
                Phase::Weigh
            }
            Phase::Weigh => {
                self.index.products = vec![0.0; self.index.wordings.len()];
                self.index.dense = vec![0.0; self.lexicon.len()];
                self.tag_dense = vec![0.0; self.tag_counts.len()];
                Phase::Seek
            }
            Phase::Seek | Phase::Done => {
                self.rank();
                Phase::Done
            }
        };
    }

    fn read(&mut self, at: usize) {
        let Some(entry) = self.entries.get(at) else {
            return;
        };
        let mut item = Item {
            tags: self.terms.read(entry),
            ..Item::default()
        };
        for text in &entry.texts {
            let said = self.lexicon.read(text, &entry.indicator);
            self.counts.resize(self.lexicon.len(), 0);
            for (feature, _) in &said.features {
                if let Some(count) = self.counts.get_mut(*feature as usize) {
                    *count = count.saturating_add(1);
                }
            }
            for body in &said.bodies {
                item.asked
                    .extend(self.terms.body(self.lexicon.glossary(), *body));
            }
            let places = (place_of(at), place_of(item.wordings.len()));
            self.index.add(places.0, places.1, said.key, said.arabic);
            item.wordings.push(Weighed::unweighed(said));
        }
        for (feature, _) in &item.tags.features {
            let place = *feature as usize;
            if self.tag_counts.len() <= place {
                self.tag_counts.resize(place.saturating_add(1), 0);
            }
            if let Some(count) = self.tag_counts.get_mut(place) {
                *count = count.saturating_add(1);
            }
        }
        if let Some(group) = entry.group {
            item.group = self.terms.number(&group.to_string()).saturating_add(1);
        }
        self.items.push(item);
    }

    /// Rarity of a feature: ln(1 + N / n), of N wordings n that say it (K. Sparck Jones, 1972). Never 0.
    fn rate(&mut self) {
        let all = self.index.wordings.len() as f32;
        self.rarity = self
            .counts
            .iter()
            .map(|count| libm::logf(1.0 + all / (*count).max(1) as f32))
            .collect();
        self.index.postings = self.counts.iter().map(|_| Vec::new()).collect();
    }

    fn weigh(&mut self, at: usize) {
        let all = self.items.len() as f32;
        let Some(item) = self.items.get_mut(at) else {
            return;
        };
        let mut length = 0.0;
        for (feature, weight) in &mut item.tags.features {
            let count = self.tag_counts.get(*feature as usize).copied().unwrap_or(1);
            *weight *= libm::logf(1.0 + all / count as f32);
            length += *weight * *weight;
        }
        item.tag_length = length.sqrt();
        for wording in &mut item.wordings {
            let said = std::mem::take(&mut wording.said);
            *wording = Weighed::of(said, &self.lexicon, &self.rarity);
        }
        for (wording, number) in item.wordings.iter().zip(self.index.first_of(at)..) {
            for (feature, weight) in &wording.said.features {
                if self.lexicon.kind(*feature) == Some(Feature::Piece) {
                    continue;
                }
                if let Some(postings) = self.index.postings.get_mut(*feature as usize) {
                    postings.push((number, *weight));
                }
            }
        }
    }

    fn seek(&mut self, at: usize) {
        let Some(item) = self.items.get(at) else {
            return;
        };
        set(&mut self.tag_dense, &item.tags.features, |weight| weight);
        let first = self.index.first_of(at);
        for (place, wording) in item.wordings.iter().enumerate() {
            let near = self
                .index
                .nearest(wording, first.saturating_add(place_of(place)));
            set(&mut self.index.dense, &wording.said.features, |weight| {
                weight
            });
            let here = (place_of(at), place_of(place));
            let pairs = near.into_iter().filter_map(|number| {
                let there = *self.index.wordings.get(number as usize)?;
                let score = self.compare((item, wording), there)?;
                let places = if here < there {
                    [here, there]
                } else {
                    [there, here]
                };
                let id =
                    |place: (u32, u32)| self.entries.get(place.0 as usize).map(|entry| entry.id);
                Some(Pair {
                    a: id(*places.first()?)?,
                    b: id(*places.last()?)?,
                    score,
                    decided: None,
                    places,
                })
            });
            let pairs = pairs.filter(|pair| pair.a != pair.b && pair.score >= LEAST);
            let pairs: Vec<Pair> = pairs.collect();
            self.found.extend(pairs);
            set(&mut self.index.dense, &wording.said.features, |_| 0.0);
        }
        set(&mut self.tag_dense, &item.tags.features, |_| 0.0);
    }

    /// The score of a wording, whose weights lie in the dense places, and the one there.
    fn compare(&self, (item, wording): (&Item, &Weighed), there: (u32, u32)) -> Option<u16> {
        let other = self.items.get(there.0 as usize)?;
        let met = other.wordings.get(there.1 as usize)?;
        let likeness = wording.likeness(met, product(&self.index.dense, &met.said.features));
        let tagged = (item.tag_length > 0.0 && other.tag_length > 0.0).then(|| {
            product(&self.tag_dense, &other.tags.features) / (item.tag_length * other.tag_length)
        });
        let (one, two) = ((item, &wording.said), (other, &met.said));
        let value = score(one, two, likeness, tagged, &self.terms, &self.lexicon);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to 10,000"
        )]
        Some((value * 10_000.0 + 0.5) as u16)
    }

    fn rank(&mut self) {
        let key = |pair: &Pair| {
            let [a, b] = pair.places;
            (u128::from(a.0) << 96)
                | (u128::from(b.0) << 64)
                | u128::from(u16::MAX.saturating_sub(pair.score)) << 48
                | u128::from(a.1) << 24
                | u128::from(b.1)
        };
        sorted::sort_by_number(&mut self.found, key);
        self.found.dedup_by_key(|pair| (pair.a, pair.b));
        sorted::sort_by_number(&mut self.found, |pair| {
            let [a, b] = pair.places;
            u128::from(u16::MAX.saturating_sub(pair.score)) << 64
                | u128::from(a.0) << 32
                | u128::from(b.0)
        });
        self.found.shrink_to_fit();
        for pair in &mut self.found {
            pair.decided = self.decided.get(&(pair.a, pair.b)).copied();
        }
        self.clusters = clusters(&self.found);
    }

    /// What was found; nothing before it is finished.
    pub fn finish(self) -> Option<LookAlikes> {
        (self.phase == Phase::Done).then_some(LookAlikes {
            pairs: self.found,
            clusters: self.clusters,
            entries: self.entries,
            items: self.items,
            lexicon: self.lexicon,
            terms: self.terms,
        })
    }
}

fn place_of(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Puts the weights of features, or what is made of them, where they are looked up.
fn set(dense: &mut [f32], features: &[(u32, f32)], to: impl Fn(f32) -> f32) {
    for (feature, weight) in features {
        if let Some(held) = dense.get_mut(*feature as usize) {
            *held = to(*weight);
        }
    }
}

/// The inner product with what lies in the dense places; summed in the order of features, so the same from either side.
fn product(dense: &[f32], features: &[(u32, f32)]) -> f32 {
    features.iter().fold(0.0, |sum, (feature, weight)| {
        sum + weight * dense.get(*feature as usize).copied().unwrap_or_default()
    })
}
