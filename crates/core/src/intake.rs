//! What taking a file in would do, before it is done: the verdict, what is new, what would be replaced, what would be in
//! conflict. Computed from two sets of edits and never stored.

mod batch;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::edit::Edit;
use crate::event::pointer;
use crate::field::{Policy, policy_of};
use crate::item::{ItemId, Kind};
use crate::sorted;
use crate::value::Value;
use crate::workbook::{Current, Workbook};

pub use batch::{BatchFile, Condition, Repeat, condition, repeats};

/// How a file stands to what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It has no edits.
    Empty,
    /// Everything in it is new here.
    New,
    /// It has all that is here of its items and groups, and more.
    Newer,
    /// What stands in it stands here, or was replaced here in its knowledge, and the other way round.
    Same,
    /// What stands in it stands here or was replaced here, and there is more of its items and groups.
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
pub fn preview(here: &Workbook, edits: &[Arc<Edit>]) -> Preview {
    // Edits of one item stand together in a file: the set is asked once for each, not once for each edit.
    let of_items = edits.chunk_by(|a, b| a.item == b.item);
    let items = sorted::set(of_items.filter_map(|edits| Some(edits.first()?.item)));
    let before = here.part(&items);
    let mut file = Workbook::new();
    file.join_shared(edits.iter().cloned());
    let mut after = before.clone();
    let joined = after.join_shared(file.edits().cloned());
    let mut preview = Preview {
        verdict: verdict(here, &before, &file),
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

fn verdict(here: &Workbook, before: &Workbook, file: &Workbook) -> Verdict {
    let events = |workbook: &Workbook| sorted::set(workbook.of_kind(Kind::EVENT).map(|(id, _)| id));
    let (ours, theirs) = (events(here), events(file));
    if file.is_empty() {
        Verdict::Empty
    } else if !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs) {
        Verdict::OtherEvent
    } else {
        let work = |workbook: &Workbook| workbook.of_kind(Kind::REC).next().is_some();
        match (all_of(file, before), nothing_else(here, file)) {
            (true, true) => Verdict::Same,
            (true, false) => Verdict::Older,
            (false, _) if !work(before) => Verdict::New,
            (false, true) => Verdict::Newer,
            (false, false) => Verdict::Both,
        }
    }
}

/// Whether the other set has all that stands in this one, or replaced it. Edits that others supersede make no difference:
/// a lean copy is the same as the file it was made of.
fn all_of(file: &Workbook, other: &Workbook) -> bool {
    file.items().all(|(id, _)| other.reaches(file, id))
}

/// Whether the file has all that is here of its items, and of the groups whose recommendations it has.
fn nothing_else(here: &Workbook, file: &Workbook) -> bool {
    let group_of = |(id, _)| file.text(id, "group");
    let groups = sorted::set(file.of_kind(Kind::REC).filter_map(group_of));
    let of_groups = here.of_kind(Kind::REC).filter(|(id, _)| {
        let group = here.text(*id, "group");
        group.is_some_and(|group| groups.contains(group)) && file.item(*id).is_none()
    });
    let own = file.items().filter(|(id, _)| here.item(*id).is_some());
    let mut items = own.map(|(id, _)| id).chain(of_groups.map(|(id, _)| id));
    items.all(|id| file.reaches(here, id))
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
