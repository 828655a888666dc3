//! Acts: what a person does, written as edits. Nothing here changes a workbook; the edits are joined by the caller.
//!
//! The time, the session and random bits are arguments. What an act means on screen is left to the app.

mod bulk;
mod combine;
mod list;
mod order;
mod plenary;
mod undo;

use crate::edit::{Edit, Reach, Written};
use crate::field::Field;
use crate::item::{EditId, ItemId, Kind, SessionId};
use crate::recommendation::{State, judged_wording};
use crate::register::Register;
use crate::value::Value;
use crate::workbook::{Current, Workbook};

pub use combine::{CannotCombine, MOST_PAIRED, to_combine};
pub use list::{GroupTaken, Taken, take_list};
pub use order::{after, between};
pub use plenary::PLENARY;
pub use undo::undo;

/// Writes the edits of one session, counting them.
#[derive(Clone, Debug)]
pub struct Pen {
    session: SessionId,
    next: u64,
}

impl Pen {
    /// A pen for a session that has written nothing yet.
    pub const fn new(session: SessionId) -> Self {
        Self { session, next: 1 }
    }

    /// The session.
    pub const fn session(&self) -> SessionId {
        self.session
    }

    /// The highest `seq` written so far; 0 where nothing was.
    pub const fn written(&self) -> u64 {
        self.next.saturating_sub(1)
    }

    /// The pen after as many numbers as this, and one that writes with just these: for an act whose text is still being
    /// typed, so that whoever recovers it writes the identical edits.
    pub fn reserve(&mut self, numbers: u64) -> Self {
        let reserved = self.clone();
        self.next = self.next.saturating_add(numbers);
        reserved
    }

    /// Begins an act. Its edits are numbered as they are written; where none is, no number is used. The time is kept to the
    /// minute: it is for display, files stay small, and nobody reads from them how fast a scribe types.
    pub fn act(&mut self, why: &str, at: Option<i64>) -> Act<'_> {
        let first = self.next;
        Act {
            pen: self,
            first,
            why: why.into(),
            at: at.map(|at| at.saturating_sub(at.rem_euclid(60))),
            edits: Vec::new(),
        }
    }
}

/// An act that is being written: one unit of undo and of keeping.
#[derive(Debug)]
pub struct Act<'p> {
    pen: &'p mut Pen,
    first: u64,
    why: std::sync::Arc<str>,
    at: Option<i64>,
    edits: Vec<Edit>,
}

impl Act<'_> {
    /// Writes a field, knowing what the writer had seen of it when they began. Writing a field twice in one act leaves
    /// the later value. Names that are no field names are passed over.
    pub fn write(&mut self, item: ItemId, field: &str, value: Written, seen: Reach) {
        if let Some(edit) = self
            .edits
            .iter_mut()
            .find(|edit| edit.item == item && edit.field.name() == field)
        {
            edit.value = value;
            return;
        }
        if let Some(field) = Field::new(field) {
            self.append(item, field, value, seen);
        }
    }

    /// As [`Self::write`], for a field that this act has not written: a long act stays linear.
    pub(crate) fn append(&mut self, item: ItemId, field: Field, value: Written, seen: Reach) {
        let id = EditId {
            session: self.pen.session,
            seq: self.pen.next,
        };
        self.pen.next = self.pen.next.saturating_add(1);
        // Most acts are typed; that goes without saying.
        let why = (self.edits.is_empty() && self.why.as_ref() != "typed").then(|| self.why.clone());
        self.edits.push(Edit {
            id,
            act: self.first,
            item,
            field,
            value,
            seen: seen.before(id),
            at: self.at,
            why,
            extra: Vec::new(),
        });
    }

    /// Writes a field as it stands before the writer now; passes over what would change nothing.
    pub fn set(&mut self, workbook: &Workbook, item: ItemId, field: &str, value: Value) {
        let pending = self
            .edits
            .iter()
            .any(|edit| edit.item == item && edit.field.name() == field);
        let same = match workbook.current(item, field) {
            Current::None => value.is_none(),
            Current::One(held) => *held == value,
            Current::Conflict(_) => false,
        };
        if pending || !same {
            self.write(
                item,
                field,
                Written::One(value),
                workbook.reach(item, field),
            );
        }
    }

    /// Adds a term to a set, or takes it out.
    pub fn toggle(&mut self, workbook: &Workbook, item: ItemId, field: &str, term: &str, on: bool) {
        let mut terms = workbook.entries(item, field);
        if on {
            terms.insert(term);
        } else {
            terms.remove(term);
        }
        let value = if terms.is_empty() {
            Value::None
        } else {
            Value::set(terms)
        };
        self.set(workbook, item, field, value);
    }

    /// Whether nothing has been written yet.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The edits of the act.
    pub fn finish(self) -> Vec<Edit> {
        self.edits
    }

    /// A new recommendation at the end of a group's list.
    pub fn add_recommendation(
        &mut self,
        workbook: &Workbook,
        register: &Register,
        group: ItemId,
        item: ItemId,
    ) {
        if let Some(event) = workbook.text(group, "event") {
            self.set(workbook, item, "event", Value::text(event));
        }
        self.set(workbook, item, "group", Value::text(&group.to_string()));
        self.set(
            workbook,
            item,
            "number",
            Value::Int(register.next_serial(group)),
        );
        let last = register.last_order(group);
        self.set(
            workbook,
            item,
            "order",
            Value::text(&after(last.as_deref())),
        );
    }

    /// The text in a language, with what its writer had seen of it. The first language written becomes the original;
    /// writing another language says that it now says the same as the original.
    pub fn word(&mut self, workbook: &Workbook, item: ItemId, lang: &str, text: &str, seen: Reach) {
        let field = format!("wording/{lang}");
        let wording = wording(lang, text);
        let original = workbook.text(item, "original").map(str::to_owned);
        self.write(item, &field, Written::One(wording), seen);
        match original {
            None if !text.is_empty() => self.set(workbook, item, "original", Value::text(lang)),
            Some(original) if original != lang => self.confirm_twin(workbook, item, lang),
            _ => {}
        }
    }

    /// Says that the wording in this language says the same as the original does now.
    pub fn confirm_twin(&mut self, workbook: &Workbook, item: ItemId, lang: &str) {
        self.judge(workbook, item, &format!("twin/{lang}"), Value::Bool(true));
    }

    /// A judgement, with the digest of the wording it is made on.
    pub fn judge(&mut self, workbook: &Workbook, item: ItemId, field: &str, judged: Value) {
        let value = match judged.is_none() {
            true => Value::None,
            false => Value::map([
                ("judged", judged),
                ("of", Value::text(&judged_wording(workbook, item))),
            ]),
        };
        self.set(workbook, item, field, value);
    }

    /// Draft, ready or agreed.
    pub fn set_state(&mut self, workbook: &Workbook, item: ItemId, state: State) {
        self.judge(workbook, item, "state", Value::text(state.name()));
    }

    /// Takes a recommendation back, or restores it.
    pub fn withdraw(&mut self, workbook: &Workbook, item: ItemId, withdrawn: bool) {
        let judged = if withdrawn {
            Value::Bool(true)
        } else {
            Value::None
        };
        self.judge(workbook, item, "withdrawn", judged);
    }

    /// Moves a recommendation to a place in its list, counted from 0 among the live ones of its group.
    pub fn move_to(
        &mut self,
        workbook: &Workbook,
        register: &Register,
        item: ItemId,
        place: usize,
    ) {
        let Some(group) = register.row(item).and_then(|row| row.group) else {
            return;
        };
        let others: Vec<ItemId> = register.group(group).filter(|id| *id != item).collect();
        let order = |at: Option<usize>| {
            at.and_then(|at| others.get(at))
                .and_then(|id| register.row(*id))
        };
        let before = order(place.min(others.len()).checked_sub(1)).map(|row| row.order.as_ref());
        let behind = order(Some(place)).map(|row| row.order.as_ref());
        let key = match behind {
            None => after(before),
            Some(behind) => between(before, behind),
        };
        self.set(workbook, item, "order", Value::text(&key));
    }

    /// Settles a conflict by a value; it has seen all that stand.
    pub fn resolve(&mut self, workbook: &Workbook, item: ItemId, field: &str, value: Value) {
        self.write(
            item,
            field,
            Written::One(value),
            workbook.reach(item, field),
        );
    }

    /// What a session tells of itself: the app version and the group it writes for.
    pub fn introduce(&mut self, workbook: &Workbook, app: &str, role: &str, group: Option<ItemId>) {
        let item = self.pen.session.item();
        self.set(workbook, item, "app", Value::text(app));
        self.set(workbook, item, "role", Value::text(role));
        if let Some(group) = group.filter(|group| group.kind == Kind::GROUP) {
            self.set(workbook, item, "group", Value::text(&group.to_string()));
        }
    }
}

/// A text with its language, as wordings, indicators and statements are written. An empty text clears.
pub fn wording(lang: &str, text: &str) -> Value {
    if text.is_empty() {
        return Value::None;
    }
    Value::map([("lang", Value::text(lang)), ("text", Value::text(text))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_keeps_the_minute_and_says_what_it_was_unless_typed() {
        let item = ItemId::new(Kind::REC, 1);
        let mut pen = Pen::new(SessionId(1));
        for (why, at) in [("typed", 119), ("resolve", -1)] {
            let mut act = pen.act(why, Some(at));
            act.set(&Workbook::new(), item, "issue", Value::text("tip"));
            act.set(&Workbook::new(), item, "theme", Value::text("media"));
            let edits = act.finish();
            let told: Vec<_> = edits.iter().map(|edit| edit.why.as_deref()).collect();
            assert_eq!(told, [(why != "typed").then_some(why), None]);
            let minute = if at > 0 { 60 } else { -60 };
            assert!(edits.iter().all(|edit| edit.at == Some(minute)));
        }
    }
}
