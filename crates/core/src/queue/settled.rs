//! Whether a person has settled a conflict of a field, as its history tells.

use crate::edit::Edit;
use crate::sorted;
use crate::value::Value;
use crate::workbook::{Current, History, Workbook};

/// So many edits of one field are held against each other one by one.
const FEW: usize = 64;

/// Whether some edit of the history had values before it that were in conflict with each other. Of a very long history
/// only the edits are asked that stand now.
pub(super) fn is_settled(history: &History) -> bool {
    let edits = history.edits();
    if edits.len() < 3 {
        return false;
    }
    if edits.len() > FEW {
        let mut before = Workbook::new();
        before.join_shared(history.superseded().iter().cloned());
        let place = edits.first().map(|edit| (edit.item, edit.field.name()));
        return place.is_some_and(|(item, field)| {
            matches!(before.current(item, field), Current::Conflict(_))
        });
    }
    edits.iter().any(|edit| {
        let covered = edits.iter().map(AsRef::as_ref);
        let covered: Vec<&Edit> = covered
            .filter(|other| other.id != edit.id && is_above(edit, other))
            .collect();
        let last = covered
            .iter()
            .filter(|one| !covered.iter().any(|other| is_above(other, one)));
        let values = last.flat_map(|edit| edit.value.values());
        sorted::set(values.map(|value: &Value| value)).len() > 1
    })
}

/// Whether what a judgement says now was said on another wording before.
pub(super) fn is_said_again(history: &History) -> bool {
    let Current::One(now) = history.current() else {
        return false;
    };
    let of_another = |before: &Value| {
        before.get("judged") == now.get("judged") && before.get("of") != now.get("of")
    };
    let before = history.superseded().iter();
    now.get("judged").is_some() && before.flat_map(|edit| edit.value.values()).any(of_another)
}

/// Whether the one had seen all that the other had, and the other did not in turn.
fn is_above(one: &Edit, other: &Edit) -> bool {
    one.id != other.id && one.covers(other) && !other.covers(one)
}
