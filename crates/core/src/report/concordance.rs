//! What became of each group's recommendation: a final number, part of a combination, or not taken and why.

use crate::event::pointer;
use crate::item::{ItemId, Kind};
use crate::recommendation::{is_withdrawn, judged_wording};
use crate::value::Value;
use crate::workbook::{Current, Workbook};

use super::final_list::{has_text, is_live};

/// A recommendation of a group and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// The recommendation.
    pub id: ItemId,
    /// The group that made it.
    pub group: Option<ItemId>,
    /// Its number, such as `LHR-G2-07`.
    pub number: String,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a recommendation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands in the final list under this number.
    Final(String),
    /// It is part of the combination of this number.
    Combined {
        /// The final number of the combination.
        into: String,
        /// It was combined on an earlier wording of it.
        on_earlier: bool,
    },
    /// It is not in the final list.
    NotTaken(Reason),
}

/// Why a recommendation is not in the final list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It was put away; by whom a workbook does not say.
    Withdrawn,
    /// It has no text.
    Empty,
}

/// Whether a recommendation belongs to the event: by its own pointer, else by its group's; what points nowhere belongs to
/// every event, so that none forgets it.
pub(super) fn belongs(workbook: &Workbook, id: ItemId, event: Option<ItemId>) -> bool {
    let told = pointer(workbook, id, "event").or_else(|| {
        let group = pointer(workbook, id, "group")?;
        pointer(workbook, group, "event")
    });
    match (event, told) {
        (Some(event), Some(told)) => event == told,
        _ => true,
    }
}

/// The item of the final list in which a recommendation is found, or why there is none.
pub(super) fn end_of(workbook: &Workbook, id: ItemId) -> Result<ItemId, Reason> {
    if is_withdrawn(workbook, id) {
        return Err(Reason::Withdrawn);
    }
    match combination_of(workbook, id) {
        Some(end) => Ok(end),
        None if has_text(workbook, id) => Ok(id),
        None => Err(Reason::Empty),
    }
}

/// The live combination at the end of an item's pointers. A pointer that is in conflict, runs in a circle or leads to what
/// has no text counts as none.
fn combination_of(workbook: &Workbook, id: ItemId) -> Option<ItemId> {
    let mut met = vec![id];
    let mut end = None;
    let mut at = id;
    while let Some(next) = pointed(workbook, at) {
        if met.contains(&next) {
            return None;
        }
        met.push(next);
        if is_live(workbook, next) {
            end = Some(next);
        }
        at = next;
    }
    end
}

fn pointed(workbook: &Workbook, id: ItemId) -> Option<ItemId> {
    let Current::One(value) = workbook.current(id, "combined") else {
        return None;
    };
    let named = value.get("judged").and_then(Value::as_text)?;
    named
        .parse::<ItemId>()
        .ok()
        .filter(|item| item.kind == Kind::COMBINATION)
}

/// Whether the recommendation was reworded after it was combined.
pub(super) fn is_on_earlier(workbook: &Workbook, id: ItemId) -> bool {
    let of = workbook
        .value(id, "combined")
        .and_then(|value| value.get("of"))
        .and_then(Value::as_text);
    of.is_some_and(|of| of != judged_wording(workbook, id))
}
