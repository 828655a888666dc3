//! Several files at once: which of them is another one again, under its name or a new one, or an older state of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{all_of, nothing_else};
use crate::edit::Edit;
use crate::file::{Finding, Opened};
use crate::item::{ItemId, Kind};
use crate::sorted;
use crate::workbook::Workbook;

/// In what condition a file arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// As it was written.
    Whole,
    /// Its readable part was changed by hand; its edits are as they were written.
    HandEdited {
        /// Values that can be taken.
        values: usize,
    },
    /// It ends too early.
    CutOff {
        /// Whole records before the end.
        records: usize,
    },
    /// Something of it is damaged or was changed.
    Damaged,
}

impl Condition {
    /// Its name, for reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::HandEdited { .. } => "hand-edited",
            Self::CutOff { .. } => "cut-off",
            Self::Damaged => "damaged",
        }
    }

    /// The key of its sentence, and what the sentence names.
    pub fn message(self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::Whole => ("condition-whole", vec![]),
            Self::HandEdited { values } => (
                "condition-hand-edited",
                vec![("values", values.to_string())],
            ),
            Self::CutOff { records } => {
                ("condition-cut-off", vec![("records", records.to_string())])
            }
            Self::Damaged => ("condition-damaged", vec![]),
        }
    }
}

/// In what condition a file is that was read.
pub fn condition(opened: &Opened) -> Condition {
    let cut = opened.findings.iter().find_map(|finding| match finding {
        Finding::CutOff { records } => Some(*records),
        _ => None,
    });
    match (cut, opened.by_hand.len()) {
        (Some(records), _) => Condition::CutOff { records },
        (None, values) if values > 0 => Condition::HandEdited { values },
        _ if opened.intact => Condition::Whole,
        _ => Condition::Damaged,
    }
}

/// One file of several.
#[derive(Clone, Copy, Debug)]
pub struct BatchFile<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its file id, the digest of its edits; none where it is not [`Condition::Whole`]: what it says of itself is not true
    /// then, and it is not to be passed over for another.
    pub id: Option<&'a str>,
    /// Its edits.
    pub edits: &'a [Arc<Edit>],
}

/// How a file stands to another of the same batch, which is named by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repeat {
    /// The same file under the same name.
    Twice(usize),
    /// The same file under another name.
    Renamed(usize),
    /// Another file that says the same: a lean copy, or one changed by hand since.
    SaysTheSame(usize),
    /// An older state of that one, which has all of it and more.
    OlderThan(usize),
}

impl Repeat {
    /// The place of the other file.
    pub const fn other(self) -> usize {
        match self {
            Self::Twice(at) | Self::Renamed(at) | Self::SaysTheSame(at) | Self::OlderThan(at) => at,
        }
    }

    /// The key of its sentence, which names the other file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Twice(_) => "repeat-twice",
            Self::Renamed(_) => "repeat-renamed",
            Self::SaysTheSame(_) => "repeat-says-the-same",
            Self::OlderThan(_) => "repeat-older",
        }
    }
}

/// Of each file, in their order, whether it is another one again. Of files that are the same the first is none. A file is
/// held only against those that have a recommendation of it.
pub fn repeats(files: &[BatchFile<'_>]) -> Vec<Option<Repeat>> {
    let mut firsts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut told: Vec<Option<Repeat>> = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let first = file.id.map(|id| *firsts.entry(id).or_insert(at));
        told.push(first.filter(|first| *first != at).map(|first| {
            let same_name = files
                .get(first)
                .is_some_and(|first| first.name == file.name);
            match same_name {
                true => Repeat::Twice(first),
                false => Repeat::Renamed(first),
            }
        }));
    }
    let fresh = |(at, _): &(usize, &BatchFile<'_>)| told.get(*at).is_some_and(Option::is_none);
    let books: BTreeMap<usize, Workbook> =
        sorted::map(files.iter().enumerate().filter(fresh).map(|(at, file)| {
            let mut book = Workbook::new();
            book.join_shared(file.edits.iter().cloned());
            (at, book)
        }));
    let mut holders: BTreeMap<ItemId, Vec<usize>> = BTreeMap::new();
    for (at, book) in &books {
        for (id, _) in book.of_kind(Kind::REC) {
            holders.entry(id).or_default().push(*at);
        }
    }
    for (at, book) in &books {
        let shared = book
            .of_kind(Kind::REC)
            .filter_map(|(id, _)| holders.get(&id));
        let others: BTreeSet<usize> = sorted::set(shared.flatten().copied());
        let mut newest: Option<(usize, usize)> = None;
        let mut same = None;
        for other in others.into_iter().filter(|other| other != at) {
            let Some(held) = books.get(&other).filter(|held| all_of(book, held)) else {
                continue;
            };
            if nothing_else(held, book) {
                same = same.or(Some(other).filter(|other| other < at));
            } else if newest.is_none_or(|(len, _)| held.len() > len) {
                newest = Some((held.len(), other));
            }
        }
        let repeat = newest.map(|(_, other)| Repeat::OlderThan(other));
        if let Some(told) = told.get_mut(*at) {
            *told = repeat.or(same.map(Repeat::SaysTheSame));
        }
    }
    told
}
