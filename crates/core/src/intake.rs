//! What taking a file in would do, before it is done: the verdict, what is new, what would be replaced, what would be in
//! conflict. Computed from two sets of edits and never stored.

use std::collections::{BTreeMap, BTreeSet};

use crate::edit::Edit;
use crate::event::pointer;
use crate::field::{Policy, policy_of};
use crate::item::{ItemId, Kind};
use crate::value::Value;
use crate::workbook::{Current, Workbook};

/// How a file stands to what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It has no edits.
    Empty,
    /// Everything in it is new here.
    New,
    /// It has all that is here of its items, and more.
    Newer,
    /// All of it is here already, and nothing else of its items.
    Same,
    /// All of it is here already, and more.
    Older,
    /// Each has something the other lacks.
    Both,
    /// Of an event that is not in this workbook.
    OtherEvent,
}

impl Verdict {
    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "verdict-empty",
            Self::New => "verdict-new",
            Self::Newer => "verdict-newer",
            Self::Same => "verdict-same",
            Self::Older => "verdict-older",
            Self::Both => "verdict-both",
            Self::OtherEvent => "verdict-other-event",
        }
    }
}

/// A field whose value would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The item.
    pub item: ItemId,
    /// The field.
    pub field: String,
    /// The values here, before; empty where there was none.
    pub before: Vec<Value>,
    /// The values after; several are in conflict.
    pub after: Vec<Value>,
}

/// What a file brings of one group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupCount {
    /// Recommendations of the group in the file.
    pub in_file: usize,
    /// Of these, not here before.
    pub new: usize,
    /// Of these, here before and with another value after.
    pub changed: usize,
    /// Of these, with a field in which a person has to choose, after.
    pub conflicts: usize,
}

/// What taking edits in would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// How the file stands to what is here.
    pub verdict: Verdict,
    /// How many of its edits are new here.
    pub new_edits: usize,
    /// Items that are not here yet, without sessions.
    pub new_items: Vec<ItemId>,
    /// Values that would be replaced or joined by another one, of items that are here; sessions left out.
    pub changes: Vec<Change>,
    /// Fields in which a person would have to choose and has not now.
    pub conflicts: Vec<(ItemId, String)>,
    /// By group, in the order of their names.
    pub groups: BTreeMap<Option<ItemId>, GroupCount>,
}

/// What joining these edits would do to the workbook; nothing is joined.
pub fn preview(here: &Workbook, edits: &[Edit]) -> Preview {
    let items: BTreeSet<ItemId> = edits.iter().map(|edit| edit.item).collect();
    let before = here.part(&items);
    let mut file = Workbook::new();
    file.join(edits.iter().cloned());
    let mut after = before.clone();
    let joined = after.join_shared(file.edits().cloned());
    let mut preview = Preview {
        verdict: verdict(here, &before, &file, joined.new),
        new_edits: joined.new,
        new_items: Vec::new(),
        changes: Vec::new(),
        conflicts: Vec::new(),
        groups: BTreeMap::new(),
    };
    for id in items.iter().filter(|id| id.kind != Kind::SESSION) {
        let is_new = before.item(*id).is_none();
        let known = preview.changes.len();
        let conflicts = preview.conflicts.len();
        if is_new {
            preview.new_items.push(*id);
        } else if joined.items.contains(id) {
            changes(&before, &after, *id, &mut preview.changes);
        }
        for (field, _) in after.conflicts_of(*id) {
            let stood = match before.current(*id, field.name()) {
                Current::Conflict(_) => policy_of(id.kind, field) == Policy::Ask,
                _ => false,
            };
            if !stood {
                preview.conflicts.push((*id, field.name().to_owned()));
            }
        }
        if id.kind == Kind::REC {
            let group = preview
                .groups
                .entry(pointer(&after, *id, "group"))
                .or_default();
            let count =
                |count: &mut usize, holds: bool| *count = count.saturating_add(usize::from(holds));
            count(&mut group.in_file, true);
            count(&mut group.new, is_new);
            count(&mut group.changed, preview.changes.len() > known);
            count(&mut group.conflicts, preview.conflicts.len() > conflicts);
        }
    }
    preview
}

fn verdict(here: &Workbook, before: &Workbook, file: &Workbook, new: usize) -> Verdict {
    let events = |workbook: &Workbook| {
        workbook
            .of_kind(Kind::EVENT)
            .map(|(id, _)| id)
            .collect::<BTreeSet<_>>()
    };
    let (ours, theirs) = (events(here), events(file));
    if file.is_empty() {
        Verdict::Empty
    } else if !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs) {
        Verdict::OtherEvent
    } else {
        let all_known = new == 0;
        let nothing_else = before.len() == file.len().saturating_sub(new);
        let work = |workbook: &Workbook| workbook.of_kind(Kind::REC).next().is_some();
        match (all_known, nothing_else) {
            (true, true) => Verdict::Same,
            (true, false) => Verdict::Older,
            (false, _) if !work(before) => Verdict::New,
            (false, true) => Verdict::Newer,
            (false, false) => Verdict::Both,
        }
    }
}

fn changes(before: &Workbook, after: &Workbook, id: ItemId, changes: &mut Vec<Change>) {
    let values = |workbook: &Workbook, field: &str| -> Vec<Value> {
        match workbook.current(id, field) {
            Current::None => vec![],
            Current::One(value) => vec![value.clone()],
            Current::Conflict(values) => values.into_iter().cloned().collect(),
        }
    };
    for (field, _) in after
        .item(id)
        .into_iter()
        .flat_map(crate::workbook::Item::fields)
    {
        let (old, new) = (values(before, field.name()), values(after, field.name()));
        if old != new {
            changes.push(Change {
                item: id,
                field: field.name().to_owned(),
                before: old,
                after: new,
            });
        }
    }
}
