//! What was decided about two items: same, related or different.

use crate::item::{Digest, ItemId, Kind};
use crate::judgement::Judged;
use crate::recommendation::judged_wording;
use crate::value::Value;
use crate::workbook::Workbook;

/// What two recommendations are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PairVerdict {
    /// They ask for the same.
    Same,
    /// They belong together, and both stay.
    Related,
    /// They have nothing to do with each other.
    Different,
}

impl PairVerdict {
    /// All verdicts, in the order of their keys.
    pub const ALL: [Self; 3] = [Self::Same, Self::Related, Self::Different];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Related => "related",
            Self::Different => "different",
        }
    }

    /// The verdict of that name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.name() == name)
    }
}

/// Two items and what was decided about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Its name, which follows from the two.
    pub id: ItemId,
    /// The two, sorted.
    pub items: [ItemId; 2],
    /// What was decided; nothing where people differ.
    pub verdict: Option<PairVerdict>,
    /// It was decided on other wordings than stand now.
    pub earlier: bool,
    /// What different people decided, where they differ; nothing among them means that somebody took it back.
    pub disputed: Vec<Option<PairVerdict>>,
}

impl Pair {
    /// What was decided about two items, in either order.
    pub fn read(workbook: &Workbook, a: ItemId, b: ItemId) -> Self {
        let named = |value: &Value| value.as_text().and_then(PairVerdict::of);
        let mut pair = Self {
            id: pair_of(a, b),
            items: [a.min(b), a.max(b)],
            verdict: None,
            earlier: false,
            disputed: Vec::new(),
        };
        match Judged::read(workbook, pair.id, "verdict") {
            Judged::None => {}
            Judged::One { what, earlier } => (pair.verdict, pair.earlier) = (named(what), earlier),
            Judged::Disputed(values) => pair.disputed = values.into_iter().map(named).collect(),
        }
        pair
    }

    /// Whether a verdict stands: all agree, on the wordings of now.
    pub fn is_settled(&self) -> bool {
        self.verdict.is_some() && !self.earlier
    }
}

/// The item that says what two items are to each other: the same for everybody, in either order.
pub fn pair_of(a: ItemId, b: ItemId) -> ItemId {
    let (first, second) = (a.min(b).to_string(), a.max(b).to_string());
    ItemId::derived(Kind::PAIR, &[&first, &second])
}

/// The pairs of a workbook, by name; an item that names other items than its own name is made of is none.
pub fn pairs(workbook: &Workbook) -> impl Iterator<Item = Pair> {
    let all = workbook.of_kind(Kind::PAIR);
    all.filter_map(|(id, _)| {
        let [a, b] = items_of(workbook, id)?;
        Some(Pair::read(workbook, a, b))
    })
}

/// The digest that a verdict on this pair stores: of both original wordings as they stand; empty where it names no pair.
pub fn pair_wording(workbook: &Workbook, pair: ItemId) -> String {
    items_of(workbook, pair)
        .map(|[a, b]| wordings_of_pair(workbook, a, b))
        .unwrap_or_default()
}

/// The digest of both wordings, for a pair that may not be written yet.
pub(crate) fn wordings_of_pair(workbook: &Workbook, a: ItemId, b: ItemId) -> String {
    let (first, second) = (
        judged_wording(workbook, a.min(b)),
        judged_wording(workbook, a.max(b)),
    );
    Digest::of_parts("pair", &[&first, &second]).to_string()
}

fn items_of(workbook: &Workbook, pair: ItemId) -> Option<[ItemId; 2]> {
    let mut items = workbook
        .entries(pair, "items")
        .into_iter()
        .filter_map(|name| name.parse::<ItemId>().ok());
    let (a, b) = (items.next()?, items.next()?);
    (items.next().is_none() && pair_of(a, b) == pair).then_some([a, b])
}
