//! Eight files as a facilitator gets them in the evening, made from the sample workshop: one stands there twice, one is older
//! than another, one was changed by hand, one is cut off, one is of another event; two laptops wrote the same fields.
#![allow(dead_code, reason = "each journey uses some of it")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_core::command::{Pen, take_list};
use rapporteur_core::event::{coded, event_of_code};
use rapporteur_core::file::{self, FileKind};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::list::{List, ListItem, ListOptions, read_list};
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;
use rapporteur_e2e::Result;
use serde_json::Value as Json;

const SAMPLE: &str = include_str!("../../../crates/core/data/sample-workshop.json");

/// The sample as it lies in the program: the list, and its pairs that ask for the same, by the list's own ids.
pub(crate) struct Sample {
    list: List,
    pub(crate) pairs: Vec<[String; 2]>,
}

impl Sample {
    pub(crate) fn read() -> Result<Self> {
        let json: Json = serde_json::from_str(SAMPLE)?;
        let pairs = json["duplicatePairs"].as_array().ok_or("no pairs")?;
        let id = |pair: &Json, side: &str| pair[side].as_str().unwrap_or_default().to_owned();
        Ok(Self {
            list: read_list(
                SAMPLE.as_bytes(),
                ListOptions::default(),
                Vocabulary::standard(),
            ),
            pairs: pairs
                .iter()
                .map(|pair| [id(pair, "a"), id(pair, "b")])
                .collect(),
        })
    }

    /// A laptop with that many recommendations: the sample's, again and again, each a little different.
    pub(crate) fn many(&self, code: &str, count: usize, session: u64) -> Laptop {
        let mut list = self.list.clone();
        let items = self.list.items.iter().cycle().zip(1..=count);
        list.items = items
            .map(|(item, at)| ListItem {
                id: Some(format!("many-{at}")),
                text: format!("{} ({at})", item.text),
                ..item.clone()
            })
            .collect();
        Laptop::with(&list, code, session)
    }

    /// A laptop with the recommendations of these groups (by the number in the list's name for it), of an event.
    pub(crate) fn laptop(&self, code: &str, groups: &[usize], session: u64) -> Laptop {
        let mut list = self.list.clone();
        let wanted = |name: &Option<String>| {
            let name = name.as_deref().unwrap_or_default();
            groups
                .iter()
                .any(|group| name.starts_with(&format!("bg{group}-")))
        };
        list.items.retain(|item| wanted(&item.group));
        Laptop::with(&list, code, session)
    }
}

/// A laptop of a group.
#[derive(Clone)]
pub(crate) struct Laptop {
    pub(crate) book: Workbook,
    pen: Pen,
}

impl Laptop {
    /// One that took a list in.
    fn with(list: &List, code: &str, session: u64) -> Self {
        let event = event_of_code(code);
        let (mut book, mut pen) = (Workbook::new(), Pen::new(SessionId(session)));
        book.join(coded(code));
        let taken = take_list(&book, event, None, list, &mut pen, Some(1_800_000_000));
        for act in taken.acts {
            book.join(act);
        }
        Self { book, pen }
    }

    /// The same files on another laptop.
    pub(crate) fn copy(&self, session: u64) -> Self {
        Self {
            book: self.book.clone(),
            pen: Pen::new(SessionId(session)),
        }
    }

    pub(crate) fn reword(&mut self, item: ItemId, text: &str) {
        let mut act = self.pen.act("typed", Some(1_800_000_600));
        let seen = self.book.reach(item, "wording/en");
        act.word(&self.book, item, "en", text, seen);
        let edits = act.finish();
        self.book.join(edits);
    }

    pub(crate) fn set(&mut self, item: ItemId, field: &str, value: &str) {
        let mut act = self.pen.act("typed", Some(1_800_000_600));
        act.set(&self.book, item, field, Value::text(value));
        let edits = act.finish();
        self.book.join(edits);
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        file::write(&self.book, FileKind::Workbook, "0.1.0")
    }
}

/// The list's own id of a recommendation.
pub(crate) fn source(book: &Workbook, item: ItemId) -> String {
    let sources = book.entries(item, "source");
    sources
        .first()
        .map(|id| (*id).to_owned())
        .unwrap_or_default()
}

/// A field of an item.
type Field = (ItemId, String);

/// The eight files in a folder, in the order in which they are chosen, and the fields two laptops wrote.
pub(crate) fn files(sample: &Sample, folder: &Path) -> Result<(Vec<PathBuf>, Vec<Field>)> {
    let one = sample.laptop("DEMO", &[1, 2, 3], 0x11);
    let older = sample.laptop("DEMO", &[4, 5], 0x22);
    let three = sample.laptop("DEMO", &[6, 7, 8], 0x33);
    let last = sample.laptop("DEMO", &[8], 0x55);
    let mut other = sample.laptop("KHI", &[2], 0x66);
    // Two laptops go on from the same file, without sight of each other.
    let (mut newer, mut four) = (older.copy(0x23), older.copy(0x44));
    let paired: BTreeSet<&str> = sample.pairs.iter().flatten().map(String::as_str).collect();
    let recs = older.book.of_kind(Kind::REC).map(|(id, _)| id);
    let free: Vec<ItemId> = recs
        .filter(|id| !paired.contains(source(&older.book, *id).as_str()))
        .filter(|id| older.book.text(*id, "original") == Some("en"))
        .collect();
    let [a, b, c, ..] = free.as_slice() else {
        return Err("too few recommendations of the groups".into());
    };
    let first = |item: ItemId| {
        let value = older
            .book
            .value(item, "wording/en")
            .and_then(|value| value.get("text"));
        value
            .and_then(Value::as_text)
            .unwrap_or_default()
            .to_owned()
    };
    for (item, days) in [(*a, 60), (*b, 90)] {
        newer.reword(
            item,
            &format!("{} This is done within {days} days.", first(item)),
        );
        four.reword(
            item,
            &format!("{} It is done by the end of 2027.", first(item)),
        );
    }
    newer.set(*c, "lead", "ministry-interior");
    four.set(*c, "lead", "ministry-human-rights");
    let foreign = other.book.of_kind(Kind::REC).map(|(id, _)| id).next();
    other.reword(
        foreign.ok_or("no recommendation")?,
        "Something of another dialogue.",
    );
    // Somebody opened the third file in another program and changed a readable text.
    let mut changed: Json = serde_json::from_slice(&three.bytes())?;
    let records = changed["records"].as_array_mut().ok_or("no records")?;
    let text = records
        .iter_mut()
        .filter(|record| {
            record["id"]
                .as_str()
                .is_some_and(|id| id.starts_with("rec:"))
        })
        .find_map(|record| record["plain"]["wording"].get_mut("en"))
        .ok_or("no text")?;
    *text = Json::from("Somebody changed this text in another program.");
    let cut = last.bytes();
    let cut = cut
        .get(..cut.len() * 7 / 10)
        .ok_or("nothing to cut")?
        .to_vec();
    let made: [(&str, Vec<u8>); 8] = [
        ("one.json", one.bytes()),
        ("one (2).json", one.bytes()),
        ("two-before.json", older.bytes()),
        ("two.json", newer.bytes()),
        ("three-by-hand.json", serde_json::to_vec_pretty(&changed)?),
        ("four.json", four.bytes()),
        ("cut.json", cut),
        ("other.json", other.bytes()),
    ];
    let mut paths = Vec::new();
    for (name, bytes) in made {
        let path = folder.join(name);
        fs::write(&path, bytes)?;
        paths.push(path);
    }
    let fields = vec![
        (*a, String::from("wording/en")),
        (*b, String::from("wording/en")),
        (*c, String::from("lead")),
    ];
    Ok((paths, fields))
}
