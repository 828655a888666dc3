//! Taking back one's own act, by new edits: nothing is removed, and others' work since is left alone.

use super::{Act, Pen};
use crate::edit::{Edit, Reach, Written};
use crate::item::{Kind, SessionId};
use crate::sorted;
use crate::value::Value;
use crate::workbook::{Current, History, Workbook, written};

/// The edits that take an act back: each field gets the value before, or none, or again the conflict it settled, but only
/// where the act's value still stands and what was before it is here. Redo is the undo of an undo. An act under whose number
/// a cloned profile wrote too is left alone as a whole: which of it is one's own cannot be told.
pub fn undo(
    workbook: &Workbook,
    session: SessionId,
    act: u64,
    pen: &mut Pen,
    at: Option<i64>,
) -> Vec<Edit> {
    let edits = workbook.act(session, act);
    let mut undoing = pen.act("undo", at);
    if edits.iter().all(|edit| is_of_one_writer(workbook, edit)) {
        let edits = edits.iter();
        for edit in edits.filter(|edit| edit.item.kind != Kind::SESSION) {
            if let Some(history) = workbook.history(edit.item, edit.field.name()) {
                take_back(workbook, edit, history, &mut undoing);
            }
        }
    }
    undoing.finish()
}

/// Whether nothing here says that two wrote under the number of this edit's act: one content to a name, one edit to a field.
fn is_of_one_writer(workbook: &Workbook, edit: &Edit) -> bool {
    let history = workbook.history(edit.item, edit.field.name());
    let all = history.map(History::edits).unwrap_or_default().iter();
    let of_act = all.filter(|other| (other.id.session, other.act) == (edit.id.session, edit.act));
    workbook.contents(edit.id).len() == 1 && of_act.count() == 1
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
    if (stands || same_value)
        && let Some(before) = seen_by(edit, workbook, history)
    {
        undoing.write(item, field, before, reach());
    }
}

/// What the writer of the edit had before them; `None` where not all of it is here (a lean or partial file), so that
/// nobody's text is cleared for want of an older one.
fn seen_by(edit: &Edit, workbook: &Workbook, history: &History) -> Option<Written> {
    let seen = || {
        let edits = history.edits().iter();
        edits.filter(|other| other.id != edit.id && edit.seen.of(other.id.session) >= other.id.seq)
    };
    let here = Reach::of_edits(seen().map(AsRef::as_ref));
    let all_here = |(session, seq): &(SessionId, u64)| here.of(*session) >= *seq;
    if !edit.seen.seen.iter().all(all_here) {
        return None;
    }
    // With their twins, so that a clash that was settled stands again.
    let mut then = Workbook::new();
    let names = sorted::set(seen().map(|other| other.id));
    let contents = names.iter().flat_map(|id| workbook.contents(*id));
    then.join_shared(contents.cloned());
    Some(match then.current(edit.item, edit.field.name()) {
        Current::None => written(&[]),
        Current::One(value) => written(&[value]),
        Current::Conflict(values) => written(&values),
    })
}

fn distinct<'a>(values: impl Iterator<Item = &'a Value>) -> Vec<&'a Value> {
    sorted::set(values).into_iter().collect()
}
