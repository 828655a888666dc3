//! From a final sentence back to each group's words.

use std::collections::{BTreeMap, BTreeSet};

use super::Combinations;
use crate::item::{ItemId, Kind};
use crate::judgement::Judged;
use crate::recommendation::{Recommendation, Wording, is_withdrawn, texts};
use crate::sorted;
use crate::value::Value;
use crate::workbook::Workbook;

/// A combination and everything it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lineage {
    /// The combination.
    pub combination: ItemId,
    /// Its texts by language tag.
    pub texts: BTreeMap<String, String>,
    /// The recommendations it was made of and those that lead to it now, by name.
    pub origins: Vec<Origin>,
    /// Combinations that were taken up into this one, with their texts, by name.
    pub earlier: Vec<Earlier>,
}

/// A group's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What it is to the combination now.
    pub part: Part,
    /// The recommendation, with its group, texts and dissent.
    pub recommendation: Recommendation,
    /// It was combined on an earlier wording.
    pub earlier_wording: bool,
    /// The closed rounds in which it was voted on, by name.
    pub rounds: Vec<ItemId>,
}

/// What a recommendation is to a combination that was made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// It is part of it.
    Member,
    /// It is part of it, and was taken back.
    Withdrawn,
    /// It was split off, and stands alone.
    SplitOff,
    /// It is part of another combination now.
    Elsewhere(ItemId),
    /// Its pointer counts as none until a person has looked at it.
    Undecided,
}

/// A combination that was taken up into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The combination.
    pub combination: ItemId,
    /// Its texts by language tag.
    pub texts: BTreeMap<String, String>,
    /// Its text was changed after it was taken up.
    pub changed_since: bool,
}

/// Where a combination comes from; empty where the workbook does not have it.
pub fn lineage(workbook: &Workbook, all: &Combinations, combination: ItemId) -> Lineage {
    let named = workbook.entries(combination, "originals");
    let named = named
        .into_iter()
        .filter_map(|name| name.parse::<ItemId>().ok());
    let mut items: BTreeSet<ItemId> = sorted::set(named.filter(|id| id.kind == Kind::REC));
    items.extend(all.members(combination).iter().copied());
    let rounds = rounds_of(workbook, &items);
    let origins = items.iter().map(|item| Origin {
        part: part(workbook, all, combination, *item),
        recommendation: Recommendation::read(workbook, *item),
        earlier_wording: is_earlier(workbook, *item),
        rounds: rounds.get(item).cloned().unwrap_or_default(),
    });
    let taken_up = all.pointing(combination);
    let taken_up = taken_up.filter(|item| item.kind == Kind::COMBINATION && *item != combination);
    Lineage {
        combination,
        texts: texts(workbook, combination),
        origins: origins.collect(),
        earlier: taken_up
            .map(|item| Earlier {
                combination: item,
                texts: texts(workbook, item),
                changed_since: is_earlier(workbook, item),
            })
            .collect(),
    }
}

fn part(workbook: &Workbook, all: &Combinations, combination: ItemId, item: ItemId) -> Part {
    match all.of_item(item) {
        Some(last) if last == combination && is_withdrawn(workbook, item) => Part::Withdrawn,
        Some(last) if last == combination => Part::Member,
        Some(last) => Part::Elsewhere(last),
        None if Judged::read(workbook, item, "combined") == Judged::None => Part::SplitOff,
        None => Part::Undecided,
    }
}

fn is_earlier(workbook: &Workbook, item: ItemId) -> bool {
    matches!(
        Judged::read(workbook, item, "combined"),
        Judged::One { earlier: true, .. }
    )
}

/// The closed rounds that name these items.
fn rounds_of(workbook: &Workbook, items: &BTreeSet<ItemId>) -> BTreeMap<ItemId, Vec<ItemId>> {
    let mut rounds: BTreeMap<ItemId, Vec<ItemId>> = BTreeMap::new();
    for (round, _) in workbook.of_kind(Kind::ROUND) {
        let is = |field: &str| {
            workbook
                .value(round, field)
                .is_some_and(|value| !value.is_none())
        };
        if !is("closed") || is("void") {
            continue;
        }
        let mut named = BTreeSet::new();
        if let Some(value) = workbook.value(round, "items") {
            names_in(value, &mut named);
        }
        for item in named.intersection(items) {
            rounds.entry(*item).or_default().push(round);
        }
    }
    rounds
}

/// The names of items anywhere within a value, as text or as key.
fn names_in(value: &Value, names: &mut BTreeSet<ItemId>) {
    names.extend(value.as_text().and_then(|text| text.parse::<ItemId>().ok()));
    for (key, inner) in value.entries() {
        names.extend(key.parse::<ItemId>().ok());
        names_in(inner, names);
    }
    for inner in value.items() {
        names_in(inner, names);
    }
}

impl Lineage {
    /// Minority statements of all that is part of it: whose, under which key, and the words.
    pub fn dissent(&self) -> impl Iterator<Item = (ItemId, &str, &Wording)> {
        let members = self.origins.iter();
        let members = members.filter(|origin| origin.part == Part::Member);
        members.flat_map(|origin| {
            let statements = origin.recommendation.dissent.iter();
            statements.map(|(key, words)| (origin.recommendation.id, key.as_str(), words))
        })
    }
}
