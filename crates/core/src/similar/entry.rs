//! What is compared: the live recommendations of a workbook, and what was decided about them already.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::combination::{Combinations, PairVerdict, pairs};
use crate::event::pointer;
use crate::item::{ItemId, Kind};
use crate::recommendation::{is_withdrawn, texts};
use crate::value::Value;
use crate::workbook::Workbook;

/// A recommendation as it is compared: texts and tags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name.
    pub id: ItemId,
    /// The group that made it.
    pub group: Option<ItemId>,
    /// Its wordings, whatever their languages.
    pub texts: Vec<String>,
    /// How anyone will know; empty where nobody said.
    pub indicator: String,
    /// Field and term of its tags.
    pub tags: Vec<(String, String)>,
    /// By when, to the day.
    pub due: Vec<String>,
}

/// The fields whose terms are compared.
const TAGGED: [&str; 9] = [
    "addressees",
    "lead",
    "themes",
    "issue",
    "affected",
    "instruments",
    "levels",
    "action",
    "horizon",
];

impl Entry {
    /// The recommendation as the workbook tells it.
    pub fn read(workbook: &Workbook, id: ItemId) -> Self {
        let terms = |field: &'static str| {
            let held = workbook.entries(id, field).into_iter();
            held.map(move |term| (field.to_owned(), term.to_owned()))
        };
        let indicator = workbook
            .value(id, "indicator")
            .and_then(|value| value.get("text"))
            .and_then(Value::as_text);
        Self {
            id,
            group: pointer(workbook, id, "group"),
            texts: texts(workbook, id).into_values().collect(),
            indicator: indicator.unwrap_or_default().to_owned(),
            tags: TAGGED.into_iter().flat_map(terms).collect(),
            due: workbook
                .entries(id, "due")
                .into_iter()
                .map(str::to_owned)
                .collect(),
        }
    }
}

/// The live recommendations that have a text.
pub fn entries(workbook: &Workbook) -> Vec<Entry> {
    let all = workbook.of_kind(Kind::REC).map(|(id, _)| id);
    all.filter(|id| !is_withdrawn(workbook, *id))
        .map(|id| Entry::read(workbook, id))
        .filter(|entry| !entry.texts.is_empty())
        .collect()
}

/// What people decided about two recommendations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decided {
    /// They ask for the same, or are part of one combination.
    Same,
    /// They belong together, and stay two.
    Related,
    /// They have nothing to do with each other.
    Different,
    /// People decided differently, and nobody has settled it.
    Disputed,
}

/// Of larger combinations the first so many are told pair by pair.
const MOST_COMBINED: usize = 64;

/// Pairs, the lesser name first, with what was decided about them, be it on an earlier wording. Parts of one combination are
/// decided; a verdict that was taken back is none.
pub fn decided(workbook: &Workbook) -> BTreeMap<(ItemId, ItemId), Decided> {
    let mut all = BTreeMap::new();
    let combinations = Combinations::of(workbook);
    for combination in combinations.listed() {
        // A file can name thousands; who looks at those has other worries.
        let members = combinations.members(combination);
        let members = members.get(..MOST_COMBINED).unwrap_or(members);
        for (at, a) in members.iter().enumerate() {
            let others = members.iter().skip(at.saturating_add(1));
            all.extend(others.map(|b| ((*a.min(b), *a.max(b)), Decided::Same)));
        }
    }
    for pair in pairs(workbook) {
        let [a, b] = pair.items;
        let told = match pair.verdict {
            Some(PairVerdict::Same) => Some(Decided::Same),
            Some(PairVerdict::Related) => Some(Decided::Related),
            Some(PairVerdict::Different) => Some(Decided::Different),
            None if !pair.disputed.is_empty() => Some(Decided::Disputed),
            None => None,
        };
        if let Some(told) = told {
            all.insert((a, b), told);
        }
    }
    all
}
