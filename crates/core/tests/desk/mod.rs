//! A facilitator's desk for tests: four recommendations of two groups, and what can be done with them.
#![allow(dead_code, reason = "each test file takes what it needs")]

use rapporteur_core::combination::{Combinations, PairVerdict};
use rapporteur_core::command::{Act, Pen};
use rapporteur_core::edit::Reach;
use rapporteur_core::event::{event_of_code, group_of_slug};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::queue::{Queue, ScoredPair, queue};
use rapporteur_core::recommendation::Wording;
use rapporteur_core::register::Register;
use rapporteur_core::template::templates;
use rapporteur_core::workbook::Workbook;

pub(crate) const A: ItemId = ItemId::new(Kind::REC, 0xa);
pub(crate) const B: ItemId = ItemId::new(Kind::REC, 0xb);
pub(crate) const C: ItemId = ItemId::new(Kind::REC, 0xc);
pub(crate) const D: ItemId = ItemId::new(Kind::REC, 0xd);

pub(crate) struct Desk {
    pub(crate) book: Workbook,
    pub(crate) pen: Pen,
}

impl Desk {
    pub(crate) fn new(book: &Workbook, session: u64) -> Self {
        Self {
            book: book.clone(),
            pen: Pen::new(SessionId(session)),
        }
    }

    pub(crate) fn act<T>(
        &mut self,
        write: impl FnOnce(&mut Act<'_>, &Workbook, &Combinations) -> T,
    ) -> T {
        let all = Combinations::of(&self.book);
        let mut act = self.pen.act("combine", None);
        let made = write(&mut act, &self.book, &all);
        self.book.join(act.finish());
        made
    }

    pub(crate) fn combine(&mut self, items: &[ItemId], text: &str) -> ItemId {
        self.act(|act, book, all| act.combine(book, all, items, &en(text), Reach::default()))
            .unwrap()
    }

    pub(crate) fn relate(&mut self, a: ItemId, b: ItemId, verdict: PairVerdict) {
        self.act(|act, book, _| act.relate(book, a, b, Some(verdict)));
    }

    pub(crate) fn reword(&mut self, item: ItemId, text: &str) {
        self.act(|act, book, _| {
            let seen = book.reach(item, "wording/en");
            act.word(book, item, "en", text, seen);
        });
    }
}

pub(crate) fn en(text: &str) -> Wording {
    Wording {
        lang: String::from("en"),
        text: text.to_owned(),
    }
}

/// Four recommendations of two groups.
pub(crate) fn workshop() -> Workbook {
    let event = event_of_code("LHR");
    let mut book = Workbook::new();
    book.join(templates()[0].defaults(event));
    let mut register = Register::of(&book);
    let mut pen = Pen::new(SessionId(9));
    for (item, group, text) in [
        (A, "g1", "Train judges."),
        (B, "g2", "Judges need training."),
        (C, "g1", "Academies train judges."),
        (D, "g2", "Protect witnesses."),
    ] {
        let mut act = pen.act("typed", None);
        act.add_recommendation(&book, &register, group_of_slug(event, group), item);
        act.word(&book, item, "en", text, Reach::default());
        let joined = book.join(act.finish());
        register.update(&book, &joined.items);
    }
    book
}

pub(crate) fn joined(one: &Desk, other: &Desk) -> Workbook {
    let mut both = one.book.clone();
    both.join_shared(other.book.edits().cloned());
    let mut again = other.book.clone();
    again.join_shared(one.book.edits().cloned());
    assert!(both == again);
    for desk in [one, other] {
        assert!(desk.book.edits().all(|edit| both.holds(edit)));
    }
    both
}

pub(crate) fn desks() -> (Desk, Desk) {
    let start = workshop();
    (Desk::new(&start, 1), Desk::new(&start, 2))
}

pub(crate) fn needs(book: &Workbook, look_alikes: &[ScoredPair]) -> Queue {
    let (register, all) = (Register::of(book), Combinations::of(book));
    queue(book, &register, &all, look_alikes, &["en"], &[])
}
