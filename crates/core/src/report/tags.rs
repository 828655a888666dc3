//! What a final recommendation is tagged with: its own fields, or those of all it was made of.

use std::collections::{BTreeMap, BTreeSet};

use crate::item::ItemId;
use crate::recommendation::Wording;
use crate::value::Value;
use crate::workbook::{Current, Item, Workbook};

/// The fields that are sets or single terms and days.
const SETS: [&str; 13] = [
    "addressees",
    "lead",
    "themes",
    "theme",
    "issue",
    "affected",
    "instruments",
    "levels",
    "sdg",
    "action",
    "urgency",
    "horizon",
    "due",
];

/// The fields that are texts in a language of their own.
const TEXTS: [&str; 4] = ["indicator", "baseline", "target", "rationale"];

/// The answer of one addressee.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// Terms of the responses; several where they are in conflict.
    pub response: BTreeSet<String>,
    /// Why.
    pub reason: Vec<Wording>,
    /// The day of the answer.
    pub answered: BTreeSet<String>,
}

/// Tags by field, where values are in conflict all of them; replies by addressee.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    sets: BTreeMap<&'static str, BTreeSet<String>>,
    texts: BTreeMap<&'static str, Vec<Wording>>,
    /// Answers by the term of the addressee.
    pub replies: BTreeMap<String, Reply>,
    /// How far it is carried out.
    pub status: BTreeSet<String>,
}

impl Tags {
    /// The tags of an item.
    pub(super) fn read(workbook: &Workbook, id: ItemId) -> Self {
        let mut tags = Self {
            status: owned(workbook, id, "status"),
            ..Self::default()
        };
        for field in SETS {
            let set = owned(workbook, id, field);
            if !set.is_empty() {
                tags.sets.insert(field, set);
            }
        }
        for field in TEXTS {
            let texts = wordings(workbook, id, field);
            if !texts.is_empty() {
                tags.texts.insert(field, texts);
            }
        }
        let fields = workbook.item(id).into_iter().flat_map(Item::fields);
        for (field, _) in fields {
            let Some((stem, addressee)) = field.name().split_once('/') else {
                continue;
            };
            if matches!(stem, "response" | "reason" | "answered") {
                let reply = tags.replies.entry(addressee.to_owned()).or_default();
                match stem {
                    "response" => reply.response = owned(workbook, id, field.name()),
                    "reason" => reply.reason = wordings(workbook, id, field.name()),
                    _ => reply.answered = owned(workbook, id, field.name()),
                }
            }
        }
        tags.replies.retain(|_, reply| *reply != Reply::default());
        tags
    }

    /// Takes from the originals whatever field it has nothing of, all values of all of them.
    pub(super) fn fill(&mut self, originals: &[Self]) {
        for field in SETS {
            if !self.sets.contains_key(field) {
                let all = originals.iter().flat_map(|tags| tags.set(field));
                let all = crate::sorted::set(all.cloned());
                if !all.is_empty() {
                    self.sets.insert(field, all);
                }
            }
        }
        for field in TEXTS {
            if !self.texts.contains_key(field) {
                let mut all: Vec<Wording> = Vec::new();
                for text in originals.iter().flat_map(|tags| tags.texts(field)) {
                    if !all.contains(text) {
                        all.push(text.clone());
                    }
                }
                if !all.is_empty() {
                    self.texts.insert(field, all);
                }
            }
        }
    }

    /// The terms or days of a field.
    pub fn set(&self, field: &str) -> &BTreeSet<String> {
        static NOTHING: BTreeSet<String> = BTreeSet::new();
        self.sets.get(field).unwrap_or(&NOTHING)
    }

    /// The texts of a field.
    pub fn texts(&self, field: &str) -> &[Wording] {
        self.texts.get(field).map_or(&[], Vec::as_slice)
    }

    /// Everybody who is asked: those who lead first.
    pub fn asked(&self) -> impl Iterator<Item = &String> {
        let leads = self.set("lead");
        let others = self.set("addressees").iter();
        leads
            .iter()
            .chain(others.filter(|term| !leads.contains(*term)))
    }
}

fn owned(workbook: &Workbook, id: ItemId, field: &str) -> BTreeSet<String> {
    let entries = workbook.entries(id, field).into_iter();
    crate::sorted::set(entries.filter(|text| !text.is_empty()).map(str::to_owned))
}

/// The texts a field holds: several where they are in conflict.
pub(super) fn wordings(workbook: &Workbook, id: ItemId, field: &str) -> Vec<Wording> {
    let values: Vec<&Value> = match workbook.current(id, field) {
        Current::None => vec![],
        Current::One(value) => vec![value],
        Current::Conflict(values) => values,
    };
    let texts = values.into_iter().filter_map(Wording::of);
    texts.filter(|wording| !wording.text.is_empty()).collect()
}
