//! What a person does to recommendations on the draft page: each an act that can be taken back, and a sentence that tells
//! what came of it.

use leptos::prelude::*;
use rapporteur_core::command::Act;
use rapporteur_core::item::ItemId;
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::MainAddressee;

use super::desk::{ADD, Desk, focus_soon};
use crate::session::{Book, Session};

impl Desk {
    /// Puts a recommendation into the bin; the next one is shown.
    pub(super) fn withdraw(self, item: ItemId) {
        let number = self.session.peek(|book| book.register.number(item));
        let next = self.ids.with_untracked(|ids| {
            let place = ids.iter().position(|id| *id == item)?;
            ids.get(place.saturating_add(1))
                .or_else(|| ids.get(place.checked_sub(1)?))
                .copied()
        });
        if !self
            .session
            .act_on(item, |act, book| act.withdraw(&book.workbook, item, true))
        {
            return;
        }
        self.session
            .say(self.words.with("said-binned", &[("number", number.into())]));
        match next {
            Some(next) => self.go_to_row(next),
            None => {
                self.select(None);
                focus_soon(ADD);
            }
        }
    }

    /// Brings a recommendation back from the bin.
    pub(super) fn restore(self, item: ItemId) {
        self.act(item, |act, book| act.withdraw(&book.workbook, item, false));
        self.say_number("said-back", item);
    }

    /// Moves a recommendation to a place in its group's list, counted from 0.
    pub(super) fn move_to(self, item: ItemId, place: usize) {
        let all = place_of(&self.session, item).map_or(0, |(_, all)| all);
        let place = place.min(all.saturating_sub(1));
        self.session.act_on(item, |act, book| {
            act.move_to(&book.workbook, &book.register, item, place)
        });
        if let Some((place, all)) = place_of(&self.session, item) {
            let place = place.saturating_add(1);
            self.session.say(self.words.with(
                "said-moved",
                &[("place", place.into()), ("all", all.into())],
            ));
        }
    }

    /// Moves a recommendation by one place, up or down.
    pub(super) fn move_by_one(self, item: ItemId, down: bool) {
        if let Some((place, _)) = place_of(&self.session, item) {
            self.move_to(
                item,
                if down {
                    place.saturating_add(1)
                } else {
                    place.saturating_sub(1)
                },
            );
        }
    }

    /// Takes the last act back, or says why not.
    pub(super) fn undo(self) {
        let any = untrack(|| self.session.can_undo());
        let done = self.session.undo();
        self.session.say(self.words.t(match (done, any) {
            (true, _) => "said-undone",
            (false, true) => "said-stays",
            (false, false) => "said-nothing-undone",
        }));
    }

    /// Does again what was taken back, or says why not.
    pub(super) fn redo(self) {
        let any = untrack(|| self.session.can_redo());
        let done = self.session.redo();
        self.session.say(self.words.t(match (done, any) {
            (true, _) => "said-redone",
            (false, true) => "said-stays",
            (false, false) => "said-nothing-redone",
        }));
    }

    /// One act on a recommendation.
    pub(super) fn act(self, item: ItemId, write: impl FnOnce(&mut Act<'_>, &Book)) {
        self.session.act_on(item, write);
    }

    /// Sets a field of one term, or clears it.
    pub(super) fn set_term(self, item: ItemId, field: &str, term: Option<&str>) {
        self.act(item, |act, book| {
            act.set(
                &book.workbook,
                item,
                field,
                term.map_or(Value::None, Value::text),
            )
        });
    }

    /// Adds a term to a field, or takes it out.
    pub(super) fn toggle(self, item: ItemId, field: &str, term: &str, on: bool) {
        self.act(item, |act, book| {
            act.toggle(&book.workbook, item, field, term, on)
        });
    }

    /// Says who is asked, or no longer; who is no longer asked does not lead.
    pub(super) fn ask(self, item: ItemId, term: &str, on: bool) {
        self.act(item, |act, book| {
            act.toggle(&book.workbook, item, "addressees", term, on);
            if !on && book.workbook.text(item, "lead") == Some(term) {
                act.set(&book.workbook, item, "lead", Value::None);
            }
        });
    }

    /// Says who leads: one of those who are asked.
    pub(super) fn lead(self, item: ItemId, term: &str) {
        self.act(item, |act, book| {
            act.toggle(&book.workbook, item, "addressees", term, true);
            act.set(&book.workbook, item, "lead", Value::text(term));
        });
    }

    /// Says a sentence about one of the main bodies.
    pub(super) fn say_term(self, key: &str, body: &MainAddressee) {
        let label = untrack(|| {
            body.labels
                .get(self.words.lang())
                .unwrap_or(body.term)
                .to_owned()
        });
        self.session
            .say(self.words.with(key, &[("body", label.into())]));
    }

    pub(super) fn say_number(self, key: &str, item: ItemId) {
        let number = self.session.peek(|book| book.register.number(item));
        self.session
            .say(self.words.with(key, &[("number", number.into())]));
    }
}

/// The place of a recommendation in its group's list, from 0, and how many are there.
pub(super) fn place_of(session: &Session, item: ItemId) -> Option<(usize, usize)> {
    session.peek(|book| place_in(book, item))
}

/// As [`place_of`], for those who read the workbook already.
pub(super) fn place_in(book: &Book, item: ItemId) -> Option<(usize, usize)> {
    let group = book.register.row(item)?.group?;
    let (mut place, mut all) = (None, 0_usize);
    for id in book.register.group(group) {
        place = place.or((id == item).then_some(all));
        all = all.saturating_add(1);
    }
    Some((place?, all))
}
