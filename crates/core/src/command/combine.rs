//! Combining, splitting and relating: originals stay, and point to what they are part of.

use std::collections::BTreeSet;

use super::Act;
use crate::combination::{
    Combinations, PairVerdict, combination_of, pair_of, pairs, wordings_of_pair,
};
use crate::edit::Reach;
use crate::file::limits;
use crate::item::{ItemId, Kind};
use crate::judgement::Judged;
use crate::recommendation::Wording;
use crate::sorted;
use crate::value::Value;
use crate::workbook::Workbook;

/// Up to so many originals each two of them are judged the same when they are combined; beyond it only those about whom
/// something else was decided. Two of every hundred would be five thousand items.
pub const MOST_PAIRED: usize = 12;

/// Why a combination was not made; nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotCombine {
    /// They are fewer than two recommendations.
    TooFew,
    /// They are more recommendations than one list in a file may hold.
    TooMany {
        /// How many.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// There is no text.
    NoText,
    /// This is no recommendation and no combination of the workbook.
    NotHere(ItemId),
}

impl CannotCombine {
    /// The key of its sentence, and what the sentence names.
    pub fn message(self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::TooFew => ("combine-too-few", vec![]),
            Self::TooMany { count, limit } => (
                "combine-too-many",
                vec![("count", count.to_string()), ("limit", limit.to_string())],
            ),
            Self::NoText => ("combine-no-text", vec![]),
            Self::NotHere(item) => ("combine-not-here", vec![("item", item.to_string())]),
        }
    }
}

/// The recommendations that a combination of these items is made of: of each the originals of the combination that it is,
/// or is part of. Sorted; their combination is [`combination_of`] them.
///
/// # Errors
/// Where they cannot be combined.
pub fn to_combine(
    workbook: &Workbook,
    all: &Combinations,
    items: &[ItemId],
) -> Result<BTreeSet<ItemId>, CannotCombine> {
    let kinds = [Kind::REC, Kind::COMBINATION];
    let missing = |id: &&ItemId| !kinds.contains(&id.kind) || workbook.item(**id).is_none();
    if let Some(id) = items.iter().find(missing) {
        return Err(CannotCombine::NotHere(*id));
    }
    let originals = sorted::set(items.iter().flat_map(|item| all.originals(*item)));
    match originals.len() {
        0 | 1 => Err(CannotCombine::TooFew),
        count if count > limits::ENTRIES => Err(CannotCombine::TooMany {
            count,
            limit: limits::ENTRIES,
        }),
        _ => Ok(originals),
    }
}

impl Act<'_> {
    /// Combines recommendations and combinations into one, with a wording of which its writer had seen that much; returns
    /// the combination. One that is taken up is told where it went; the originals point to the new one themselves.
    ///
    /// # Errors
    /// Where they cannot be combined; nothing is written then.
    pub fn combine(
        &mut self,
        workbook: &Workbook,
        all: &Combinations,
        items: &[ItemId],
        wording: &Wording,
        seen: Reach,
    ) -> Result<ItemId, CannotCombine> {
        let originals = to_combine(workbook, all, items)?;
        if wording.text.trim().is_empty() {
            return Err(CannotCombine::NoText);
        }
        let combination = combination_of(originals.iter().copied());
        let events = originals
            .iter()
            .map(|item| workbook.text(*item, "event").unwrap_or_default());
        let events = sorted::set(events);
        if let (1, Some(event)) = (
            events.len(),
            events.first().filter(|event| !event.is_empty()),
        ) {
            self.set(workbook, combination, "event", Value::text(event));
        }
        let names: Vec<String> = originals.iter().map(ToString::to_string).collect();
        let names = Value::set(names.iter().map(String::as_str));
        self.set(workbook, combination, "originals", names);
        self.word(workbook, combination, &wording.lang, &wording.text, seen);
        // What it is made of now may once have been taken up into one of them: it is the last of all.
        self.set(workbook, combination, "combined", Value::None);
        let into = Value::text(&combination.to_string());
        for item in &originals {
            self.judge(workbook, *item, "combined", into.clone());
        }
        let lasts = items.iter().map(|item| all.of_item(*item).unwrap_or(*item));
        for taken_up in sorted::set(lasts) {
            if taken_up.kind == Kind::COMBINATION && taken_up != combination {
                self.judge(workbook, taken_up, "combined", into.clone());
            }
        }
        for [a, b] in pairs_among(workbook, &originals) {
            self.relate(workbook, a, b, Some(PairVerdict::Same));
        }
        Ok(combination)
    }

    /// Splits a combination: whatever points to it points nowhere, so that its originals stand alone again. What is in
    /// dispute is left to whoever settles the dispute.
    pub fn split(&mut self, workbook: &Workbook, all: &Combinations, combination: ItemId) {
        for item in all.pointing(combination) {
            self.judge(workbook, item, "combined", Value::None);
        }
        let members = sorted::set(all.members(combination).iter().copied());
        for [a, b] in pairs_among(workbook, &members) {
            self.no_longer_same(workbook, a, b);
        }
    }

    /// Takes one recommendation out of its combination; where one other would be left, that one is taken out too.
    pub fn split_off(&mut self, workbook: &Workbook, all: &Combinations, item: ItemId) {
        let Some(combination) = all.of_item(item) else {
            return;
        };
        let others = || {
            let members = all.members(combination).iter().copied();
            members.filter(move |other| *other != item)
        };
        if others().count() < 2 {
            self.split(workbook, all, combination);
            if !all.pointing(combination).any(|other| other == item) {
                self.judge(workbook, item, "combined", Value::None);
            }
            return;
        }
        self.judge(workbook, item, "combined", Value::None);
        for other in others() {
            self.no_longer_same(workbook, item, other);
        }
    }

    /// Says what two items are to each other, on their wordings as they stand, or takes back what was said.
    pub fn relate(
        &mut self,
        workbook: &Workbook,
        a: ItemId,
        b: ItemId,
        verdict: Option<PairVerdict>,
    ) {
        if a == b {
            return;
        }
        let pair = pair_of(a, b);
        let names = [a.to_string(), b.to_string()];
        let names = Value::set(names.iter().map(String::as_str));
        let value = verdict.map_or(Value::None, |verdict| {
            Value::map([
                ("judged", Value::text(verdict.name())),
                ("of", Value::text(&wordings_of_pair(workbook, a, b))),
            ])
        });
        if !value.is_none() {
            self.set(workbook, pair, "items", names);
        }
        self.set(workbook, pair, "verdict", value);
    }

    /// Takes "same" back, which combining them said; other verdicts are not touched.
    fn no_longer_same(&mut self, workbook: &Workbook, a: ItemId, b: ItemId) {
        let said = Judged::read(workbook, pair_of(a, b), "verdict");
        if let Judged::One { what, .. } = said
            && what.as_text() == Some(PairVerdict::Same.name())
        {
            self.relate(workbook, a, b, None);
        }
    }
}

/// Each two of a few; of many those two of whom something is written.
fn pairs_among(workbook: &Workbook, items: &BTreeSet<ItemId>) -> Vec<[ItemId; 2]> {
    if items.len() > MOST_PAIRED {
        let both = |two: &[ItemId; 2]| two.iter().all(|item| items.contains(item));
        return pairs(workbook)
            .map(|pair| pair.items)
            .filter(both)
            .collect();
    }
    let rest = |at: usize| items.iter().skip(at.saturating_add(1));
    let firsts = items.iter().enumerate();
    firsts
        .flat_map(|(at, a)| rest(at).map(|b| [*a, *b]))
        .collect()
}
