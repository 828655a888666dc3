//! Taking back one's own act, by new edits: nothing is removed, and others' work since is left alone.

use std::collections::BTreeSet;

use super::{Act, Pen};
use crate::edit::Edit;
use crate::item::{Kind, SessionId};
use crate::value::Value;
use crate::workbook::{Current, History, Workbook, written};

/// The edits that take an act back: each field gets the value before, or none, or again the conflict it settled, but only
/// where the act's value still stands. Redo is the undo of an undo.
pub fn undo(
    workbook: &Workbook,
    session: SessionId,
    act: u64,
    pen: &mut Pen,
    at: Option<i64>,
) -> Vec<Edit> {
    let edits = workbook.act(session, act);
    let mut undoing = pen.act("undo", at);
    for edit in edits
        .into_iter()
        .filter(|edit| edit.item.kind != Kind::SESSION)
    {
        if let Some(history) = workbook.history(edit.item, edit.field.name()) {
            take_back(workbook, edit, history, &mut undoing);
        }
    }
    undoing.finish()
}

fn take_back(workbook: &Workbook, edit: &Edit, history: &History, undoing: &mut Act<'_>) {
    let (item, field) = (edit.item, edit.field.name());
    let reach = || workbook.reach(item, field);
    let stands = history.heads().iter().any(|head| **head == *edit);
    if stands && history.heads().len() > 1 {
        // Somebody else wrote at the same time: their value stays.
        let others = history
            .heads()
            .iter()
            .filter(|head| head.id != edit.id)
            .flat_map(|head| head.value.values());
        undoing.write(item, field, written(&distinct(others)), reach());
        return;
    }
    let same_value = match workbook.current(item, field) {
        Current::None => edit.value.values() == [Value::None],
        Current::One(value) => edit.value.values() == std::slice::from_ref(value),
        Current::Conflict(values) => edit.value.values().iter().eq(values),
    };
    if stands || same_value {
        let before = values_seen_by(edit, history);
        undoing.write(item, field, written(&before), reach());
    }
}

/// What the writer of the edit had before them: the values of the edits they had seen that none of these superseded.
fn values_seen_by<'a>(edit: &Edit, history: &'a History) -> Vec<&'a Value> {
    let seen: Vec<&Edit> = history
        .edits()
        .iter()
        .map(AsRef::as_ref)
        .filter(|other: &&Edit| {
            other.id != edit.id && edit.seen.of(other.id.session) >= other.id.seq
        })
        .collect();
    let heads = seen.iter().filter(|old| {
        !seen.iter().any(|new| {
            new.id != old.id && new.compare_reach(old) == Some(std::cmp::Ordering::Greater)
        })
    });
    distinct(heads.flat_map(|head| head.value.values()))
}

fn distinct<'a>(values: impl Iterator<Item = &'a Value>) -> Vec<&'a Value> {
    values.collect::<BTreeSet<_>>().into_iter().collect()
}
