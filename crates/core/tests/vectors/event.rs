//! A small event to make documents of.

use rapporteur_core::command::{Act, Pen, take_list};
use rapporteur_core::event::{event_of_code, group_of_slug};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::list::{ListOptions, read_list};
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;

pub fn event() -> ItemId {
    event_of_code("ISB")
}

/// The sample workshop, as it is after its list was taken in.
pub fn sample() -> Workbook {
    let list = read_list(
        include_bytes!("../../data/sample-workshop.json"),
        ListOptions::default(),
        Vocabulary::standard(),
    );
    let mut workbook = Workbook::new();
    workbook.join(rapporteur_core::event::coded("ISB"));
    let mut pen = Pen::new(SessionId(1));
    let taken = take_list(&workbook, event(), None, &list, &mut pen, None);
    workbook.join(taken.edits().cloned());
    workbook
}

/// Somebody who writes.
pub struct Scribe {
    pub workbook: Workbook,
    pen: Pen,
}

impl Scribe {
    pub fn new(workbook: Workbook) -> Self {
        let pen = Pen::new(SessionId(0xabc));
        Self { workbook, pen }
    }

    pub fn act(&mut self, write: impl FnOnce(&mut Act<'_>, &Workbook)) {
        let mut act = self.pen.act("typed", None);
        write(&mut act, &self.workbook);
        let edits = act.finish();
        self.workbook.join(edits);
    }

    pub fn set(&mut self, item: ItemId, field: &str, value: Value) {
        self.act(|act, workbook| act.set(workbook, item, field, value));
    }

    /// A group of the event.
    pub fn group(&mut self, number: usize) -> ItemId {
        let group = group_of_slug(event(), &format!("g{number}"));
        self.set(group, "event", Value::text(&event().to_string()));
        self.set(group, "code", Value::text(&format!("G{number}")));
        self.set(group, "order", Value::text(&format!("{number:04}")));
        group
    }

    /// A recommendation of a group with its texts by language, the first being the original.
    pub fn draft(&mut self, group: ItemId, number: i64, texts: &[(&str, &str)]) -> ItemId {
        let item = ItemId::derived(Kind::REC, &[&group.to_string(), &number.to_string()]);
        self.act(|act, workbook| {
            act.set(workbook, item, "event", Value::text(&event().to_string()));
            act.set(workbook, item, "group", Value::text(&group.to_string()));
            act.set(workbook, item, "number", Value::Int(number));
            act.set(
                workbook,
                item,
                "order",
                Value::text(&format!("{number:04}")),
            );
        });
        for (lang, text) in texts {
            self.act(|act, workbook| {
                let seen = workbook.reach(item, &format!("wording/{lang}"));
                act.word(workbook, item, lang, text, seen);
            });
        }
        item
    }

    /// Combines recommendations under a wording.
    pub fn combine(&mut self, originals: &[ItemId], texts: &[(&str, &str)]) -> ItemId {
        let names: Vec<String> = originals.iter().map(ToString::to_string).collect();
        let parts: Vec<&str> = names.iter().map(String::as_str).collect();
        let item = ItemId::derived(Kind::COMBINATION, &parts);
        self.set(item, "event", Value::text(&event().to_string()));
        self.set(item, "originals", Value::set(parts));
        for (lang, text) in texts {
            let wording = rapporteur_core::command::wording(lang, text);
            self.set(item, &format!("wording/{lang}"), wording);
        }
        for original in originals {
            let into = Value::text(&item.to_string());
            self.act(|act, workbook| act.judge(workbook, *original, "combined", into));
        }
        item
    }
}
