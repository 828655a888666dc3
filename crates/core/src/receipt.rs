//! The receipt of a group: where each of its recommendations is in another set of edits.
//!
//! Worked out from two sets and never stored. Each recommendation is exactly one of six things, tried in the order of
//! [`Fate`]; `docs/combining.md` has the definitions. Where all edits of a group's file were joined, none is missing.

use serde::Serialize;

use crate::combination::Combinations;
use crate::event::Group;
use crate::field::{Policy, Shape, rule_of};
use crate::item::{ItemId, Kind};
use crate::message::{Messages, Named};
use crate::recommendation::{Recommendation, is_withdrawn};
use crate::register::Register;
use crate::value::Value;
use crate::workbook::{Current, Item, Workbook};

/// Where a recommendation is now. The first that fits is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "fate", rename_all = "kebab-case")]
pub enum Fate {
    /// Something that the group wrote of it is not there and was not replaced either.
    Missing,
    /// A person has to choose between values of it.
    InConflict {
        /// Of these fields, by name.
        fields: Vec<String>,
    },
    /// It was taken back.
    Withdrawn,
    /// It is part of a combination.
    Combined {
        /// The last combination it leads to.
        into: ItemId,
        /// The combined text.
        wording: String,
    },
    /// What it says is not what the group's file says.
    Edited {
        /// These fields, by name.
        fields: Vec<String>,
    },
    /// It says what the group's file says.
    Unchanged,
}

/// One recommendation of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its name.
    pub id: ItemId,
    /// Its number for people, as in the group's file.
    pub number: String,
    /// Its original text, as in the group's file.
    pub text: String,
    /// Where it is.
    #[serde(flatten)]
    pub fate: Fate,
}

/// How many recommendations are what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// All of the group's file.
    pub total: usize,
    /// All but the missing.
    pub here: usize,
    /// Say what the file says.
    pub unchanged: usize,
    /// Say something else.
    pub edited: usize,
    /// Wait for a person.
    pub in_conflict: usize,
    /// Were taken back.
    pub withdrawn: usize,
    /// Are part of a combination.
    pub combined: usize,
    /// Are not there.
    pub missing: usize,
}

/// The receipt of one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupReceipt {
    /// The group; none for recommendations of no group.
    pub group: Option<ItemId>,
    /// Its code.
    pub code: String,
    /// Its title, in English where there is one.
    pub title: String,
    /// How many are what.
    pub counts: Counts,
    /// Its recommendations, in the group's order.
    pub recommendations: Vec<Entry>,
}

/// The receipts of the groups of a file, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// For each group that has recommendations in the file.
    pub groups: Vec<GroupReceipt>,
}

/// Recommendations that are listed or looked for in one step.
const AT_ONCE: usize = 16;

/// Where each recommendation of a set of edits, usually one group's file, is in another; `all` are the other's combinations.
pub fn receipt(before: &Workbook, now: &Workbook, all: &Combinations) -> Receipt {
    let mut receiving = Receiving::new(before, now);
    while receiving.step(all) {}
    receiving.finish()
}

/// Receipts that are being worked out, in steps.
pub struct Receiving {
    before: Workbook,
    now: Workbook,
    /// The recommendations that are not listed yet.
    unlisted: Vec<ItemId>,
    register: Register,
    /// The recommendations in their order, the last first, once all are listed; those that were looked for are gone.
    rest: Option<Vec<ItemId>>,
    receipt: Receipt,
}

impl Receiving {
    /// Begins; both sets are copied, which costs little.
    pub fn new(before: &Workbook, now: &Workbook) -> Self {
        Self {
            unlisted: before.of_kind(Kind::REC).map(|(id, _)| id).collect(),
            register: Register::without_recommendations(before),
            before: before.clone(),
            now: now.clone(),
            rest: None,
            receipt: Receipt::default(),
        }
    }

    /// Does a small part of the work; returns whether there is more to do. `all` are the combinations of the set that is
    /// looked in.
    pub fn step(&mut self, all: &Combinations) -> bool {
        if !self.unlisted.is_empty() {
            let from = self.unlisted.len().saturating_sub(AT_ONCE);
            let part = self.unlisted.split_off(from);
            self.register.update(&self.before, &part);
            return true;
        }
        let register = &self.register;
        let rest = self.rest.get_or_insert_with(|| {
            let mut order: Vec<ItemId> = register.all().collect();
            order.reverse();
            order
        });
        let from = rest.len().saturating_sub(AT_ONCE);
        let part = rest.split_off(from);
        let more = !rest.is_empty();
        for id in part.into_iter().rev() {
            self.look_for(id, all);
        }
        more
    }

    /// The receipts; to be asked when [`Self::step`] has no more to do.
    pub fn finish(self) -> Receipt {
        self.receipt
    }

    fn look_for(&mut self, id: ItemId, all: &Combinations) {
        let (before, groups) = (&self.before, &mut self.receipt.groups);
        let group = self.register.row(id).and_then(|row| row.group);
        if groups.last().is_none_or(|last| last.group != group) {
            let read = group.map(|group| Group::read(before, group));
            let title = read.as_ref().map(|read| read.title("en").to_owned());
            groups.push(GroupReceipt {
                group,
                code: read.map(|read| read.code).unwrap_or_default(),
                title: title.unwrap_or_default(),
                counts: Counts::default(),
                recommendations: Vec::new(),
            });
        }
        let text = Recommendation::read(before, id);
        let text = text.original_text().map(|(_, text)| text.to_owned());
        let fate = fate(before, &self.now, all, id);
        if let Some(last) = groups.last_mut() {
            last.counts.add(&fate);
            last.recommendations.push(Entry {
                id,
                number: self.register.number(id),
                text: text.unwrap_or_default(),
                fate,
            });
        }
    }
}

/// Where one recommendation is.
pub fn fate(before: &Workbook, now: &Workbook, all: &Combinations, id: ItemId) -> Fate {
    if !now.reaches(before, id) {
        return Fate::Missing;
    }
    let names = |fields: Vec<&str>| fields.into_iter().map(str::to_owned).collect();
    let in_conflict: Vec<&str> = now
        .conflicts_of(id)
        .map(|(field, _)| field.name())
        .collect();
    if !in_conflict.is_empty() {
        return Fate::InConflict {
            fields: names(in_conflict),
        };
    }
    if is_withdrawn(now, id) {
        return Fate::Withdrawn;
    }
    if let Some(into) = all.of_item(id) {
        let read = Recommendation::read(now, into);
        let wording = read.original_text().map(|(_, text)| text.to_owned());
        return Fate::Combined {
            into,
            wording: wording.unwrap_or_default(),
        };
    }
    let edited = changed(before, now, id);
    if edited.is_empty() {
        Fate::Unchanged
    } else {
        Fate::Edited {
            fields: names(edited),
        }
    }
}

/// The fields that say something else, by name. Judgements and what every machine works out are not what it says.
fn changed<'a>(before: &'a Workbook, now: &'a Workbook, id: ItemId) -> Vec<&'a str> {
    let values = |workbook: &'a Workbook, field: &str| -> Vec<&'a Value> {
        match workbook.current(id, field) {
            Current::None => Vec::new(),
            Current::One(value) => vec![value],
            Current::Conflict(values) => values,
        }
    };
    let fields = now.item(id).into_iter().flat_map(Item::fields);
    fields
        .filter(|(field, _)| {
            let rule = rule_of(Kind::REC, field);
            !rule
                .is_some_and(|rule| rule.shape == Shape::Judgement || rule.policy == Policy::Derive)
        })
        .map(|(field, _)| field.name())
        .filter(|field| values(before, field) != values(now, field))
        .collect()
}

impl Counts {
    fn add(&mut self, fate: &Fate) {
        let count = match fate {
            Fate::Missing => &mut self.missing,
            Fate::InConflict { .. } => &mut self.in_conflict,
            Fate::Withdrawn => &mut self.withdrawn,
            Fate::Combined { .. } => &mut self.combined,
            Fate::Edited { .. } => &mut self.edited,
            Fate::Unchanged => &mut self.unchanged,
        };
        *count = count.saturating_add(1);
        self.total = self.total.saturating_add(1);
        if *fate != Fate::Missing {
            self.here = self.here.saturating_add(1);
        }
    }

    /// The numbers that are not zero, with the keys of their words.
    fn parts(&self) -> impl Iterator<Item = (&'static str, usize)> {
        let parts = [
            ("receipt-unchanged", self.unchanged),
            ("receipt-edited", self.edited),
            ("receipt-in-conflict", self.in_conflict),
            ("receipt-withdrawn", self.withdrawn),
            ("receipt-combined", self.combined),
            ("receipt-missing", self.missing),
        ];
        parts.into_iter().filter(|(_, count)| *count > 0)
    }
}

impl Fate {
    /// The key of the sentence that says it of one recommendation.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Missing => "receipt-item-missing",
            Self::InConflict { .. } => "receipt-item-in-conflict",
            Self::Withdrawn => "receipt-item-withdrawn",
            Self::Combined { .. } => "receipt-item-combined",
            Self::Edited { .. } => "receipt-item-edited",
            Self::Unchanged => "receipt-item-unchanged",
        }
    }
}

impl GroupReceipt {
    /// What is said to the group: "12 of your 12 recommendations are here: 9 unchanged, 2 edited, 1 in conflict."
    pub fn sentence(&self, messages: &Messages) -> String {
        let parts: Vec<String> = self
            .counts
            .parts()
            .map(|(key, count)| messages.text(key, &[("count", count.into())]))
            .collect();
        let parts = parts.join(&messages.text("receipt-comma", &[]));
        let named = [
            ("here", Named::Count(self.counts.here)),
            ("total", Named::Count(self.counts.total)),
            ("parts", Named::from(parts)),
        ];
        messages.text("receipt-sentence", &named)
    }

    /// The receipt as text: the group, the sentence, and a line for each recommendation that is not as it was.
    pub fn text(&self, messages: &Messages) -> String {
        let name = [self.code.as_str(), self.title.as_str()];
        let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
        let mut text = match name.is_empty() {
            true => messages.text("receipt-no-group", &[]),
            false => name.join(" "),
        };
        text.push('\n');
        text.push_str(&self.sentence(messages));
        text.push('\n');
        let other = |entry: &&Entry| entry.fate != Fate::Unchanged;
        for entry in self.recommendations.iter().filter(other) {
            let wording = match &entry.fate {
                Fate::Combined { wording, .. } => wording.as_str(),
                _ => "",
            };
            let named = [
                ("number", Named::from(&entry.number)),
                ("text", Named::from(&entry.text)),
                ("wording", Named::from(wording)),
            ];
            text.push_str(&messages.text(entry.fate.key(), &named));
            text.push('\n');
        }
        text
    }
}

impl Receipt {
    /// All receipts as text, an empty line between groups.
    pub fn text(&self, messages: &Messages) -> String {
        let groups = self.groups.iter().map(|group| group.text(messages));
        groups.collect::<Vec<_>>().join("\n")
    }
}
