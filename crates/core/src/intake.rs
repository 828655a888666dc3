//! What taking a file in would do, before it is done: the verdict, what is new, what would be replaced, what would be in
//! conflict. Computed from two sets of edits and never stored.

mod batch;
mod foreseeing;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::edit::Edit;
use crate::item::{ItemId, Kind};
use crate::sorted;
use crate::value::Value;
use crate::workbook::Workbook;

pub use batch::{BatchFile, Condition, Repeat, condition, repeats};
pub use foreseeing::{Foreseeing, Foreseen};

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
    let mut foreseeing = Foreseeing::new(here, edits.to_vec());
    while foreseeing.step() {}
    foreseeing.finish().preview
}

/// Whether the other set has all that stands in this one, or replaced it. Edits that others supersede make no difference:
/// a lean copy is the same as the file it was made of.
fn all_of(file: &Workbook, other: &Workbook) -> bool {
    file.items().all(|(id, _)| other.reaches(file, id))
}

/// Whether the file has all that is here of its items, and of the groups whose recommendations it has.
fn nothing_else(here: &Workbook, file: &Workbook) -> bool {
    let mut own = file.items().filter(|(id, _)| here.item(*id).is_some());
    own.all(|(id, _)| file.reaches(here, id)) && more_of_groups(here, file).next().is_none()
}

/// Recommendations that are here and not in the file, of the groups whose recommendations it has.
fn more_of_groups(here: &Workbook, file: &Workbook) -> impl Iterator<Item = ItemId> {
    let group_of = |(id, _)| file.text(id, "group");
    let groups = sorted::set(file.of_kind(Kind::REC).filter_map(group_of));
    let recs = here.of_kind(Kind::REC).map(|(id, _)| id);
    recs.filter(move |id| {
        let group = here.text(*id, "group");
        group.is_some_and(|group| groups.contains(group)) && file.item(*id).is_none()
    })
}
