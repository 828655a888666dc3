//! Writing: the same edits give the same bytes, on any machine and after any order of joining. In steps, so that a page
//! stays alive while a large workbook is written.

use sha2::{Digest as _, Sha256};

use super::plain::{Labels, plain};
use super::{FORMAT, FORMAT_VERSION, MIN_READER};
use crate::item::{ItemId, Kind};
use crate::sorted;
use crate::value::Value;
use crate::vocabulary::Vocabulary;
use crate::workbook::{History, Workbook};

/// What a file is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileKind {
    /// All edits.
    #[default]
    Workbook,
    /// Only the edits that nothing supersedes: the same values, without their history.
    Lean,
}

impl FileKind {
    /// Its name in the header.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Workbook => "workbook",
            Self::Lean => "lean",
        }
    }

    /// The kind of that name.
    pub fn of(name: &str) -> Option<Self> {
        [Self::Workbook, Self::Lean]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// The file of a workbook; `app` is the version of the program.
pub fn write(workbook: &Workbook, kind: FileKind, app: &str) -> Vec<u8> {
    let mut writer = Writer::new(workbook, kind);
    while writer.step(workbook, usize::MAX) {}
    writer.finish(workbook, app)
}

/// A file that is being written. The workbook must stay the same until it is finished; its edits are counted to make sure.
#[derive(Debug)]
pub struct Writer {
    kind: FileKind,
    lean: Option<Workbook>,
    vocabulary: Vocabulary,
    labels: Labels,
    rest: std::vec::IntoIter<ItemId>,
    total: usize,
    records: Vec<u8>,
    recommendations: usize,
    edits: usize,
    digest_plain: Sha256,
    digest_edits: Sha256,
}

impl Writer {
    /// Begins a file.
    pub fn new(workbook: &Workbook, kind: FileKind) -> Self {
        let lean = (kind == FileKind::Lean).then(|| workbook.lean());
        let items: Vec<ItemId> = lean
            .as_ref()
            .unwrap_or(workbook)
            .items()
            .map(|(id, _)| id)
            .collect();
        Self {
            kind,
            vocabulary: crate::event::vocabulary_of(workbook),
            labels: Labels::default(),
            total: items.len(),
            rest: items.into_iter(),
            lean,
            records: Vec::new(),
            recommendations: 0,
            edits: 0,
            digest_plain: Sha256::new(),
            digest_edits: Sha256::new(),
        }
    }

    /// Writes at most that many records; whether there are more.
    pub fn step(&mut self, workbook: &Workbook, records: usize) -> bool {
        for _ in 0..records {
            let Some(id) = self.rest.next() else {
                return false;
            };
            let lean = self.lean.take();
            self.record(lean.as_ref().unwrap_or(workbook), id);
            self.lean = lean;
        }
        !self.rest.as_slice().is_empty()
    }

    /// How far it is: records written, and all.
    pub fn progress(&self) -> (usize, usize) {
        (
            self.total.saturating_sub(self.rest.as_slice().len()),
            self.total,
        )
    }

    fn record(&mut self, workbook: &Workbook, id: ItemId) {
        let Some(item) = workbook.item(id) else {
            return;
        };
        let plain = plain(workbook, id, &self.vocabulary, &mut self.labels);
        let plain = serde_json::to_string(&plain).unwrap_or_default();
        let mut held: Vec<_> = item
            .fields()
            .flat_map(|(_, history)| History::edits(history))
            .collect();
        sorted::sort_by(&mut held, |a, b| (a.id, a).cmp(&(b.id, b)));
        let edits = serde_json::to_string(&held).unwrap_or_default();
        self.edits = self.edits.saturating_add(held.len());
        if id.kind == Kind::REC {
            self.recommendations = self.recommendations.saturating_add(1);
        }
        let name = id.to_string();
        digest_part(&mut self.digest_plain, &name, plain.as_bytes());
        digest_part(&mut self.digest_edits, &name, edits.as_bytes());
        let before = if self.records.is_empty() { "\n" } else { ",\n" };
        for part in [
            before,
            "{\"id\":\"",
            &name,
            "\",\"plain\":",
            &plain,
            ",\n \"edits\":",
            &edits,
            "}",
        ] {
            self.records.extend_from_slice(part.as_bytes());
        }
    }

    /// The bytes, when all records are written.
    pub fn finish(self, workbook: &Workbook, app: &str) -> Vec<u8> {
        let counts = [
            ("records", self.total),
            ("recommendations", self.recommendations),
            ("edits", self.edits),
        ];
        let counts =
            counts.map(|(key, count)| (key, Value::Int(i64::try_from(count).unwrap_or(i64::MAX))));
        let text = |value: &Value| serde_json::to_string(value).unwrap_or_default();
        let titles: Vec<String> = crate::event::events(workbook)
            .iter()
            .map(|event| event.title("en").to_owned())
            .collect();
        let header = [
            ("format", Value::text(FORMAT)),
            (
                "formatVersion",
                Value::Int(i64::try_from(FORMAT_VERSION).unwrap_or(0)),
            ),
            (
                "minReader",
                Value::Int(i64::try_from(MIN_READER).unwrap_or(0)),
            ),
            ("app", Value::text(app)),
            ("kind", Value::text(self.kind.name())),
            ("events", Value::texts(titles.iter().map(String::as_str))),
            ("counts", Value::map(counts)),
            (
                "digests",
                Value::map([
                    ("edits", Value::text(&hex(self.digest_edits))),
                    ("plain", Value::text(&hex(self.digest_plain))),
                ]),
            ),
        ];
        let mut file = Vec::with_capacity(self.records.len().saturating_add(1024));
        file.push(b'{');
        for (key, value) in &header {
            file.extend_from_slice(format!("\"{key}\":{},\n", text(value)).as_bytes());
        }
        file.extend_from_slice(b"\"records\":[");
        file.extend_from_slice(&self.records);
        file.extend_from_slice(b"\n]}\n");
        file
    }
}

/// Adds one record's part to a digest: the name, a line end, the canonical JSON, a line end.
pub(super) fn digest_part(digest: &mut Sha256, name: &str, part: &[u8]) {
    for bytes in [name.as_bytes(), b"\n", part, b"\n"] {
        digest.update(bytes);
    }
}

/// A whole SHA-256 in 64 hexadecimal digits.
pub(super) fn hex(digest: Sha256) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(64);
    for byte in digest.finalize() {
        // Writing to a String cannot fail.
        write!(text, "{byte:02x}").ok();
    }
    text
}
