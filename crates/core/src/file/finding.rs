//! What can be wrong with a file. Typed; the sentences stand in `locales/`, under the key each gives.

use std::collections::BTreeMap;

use crate::item::ItemId;

/// How bytes are spelt that are not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, as some editors save.
    Utf16,
    /// UTF-32.
    Utf32,
    /// Something else, such as Latin-1 or Windows-1256.
    Other,
}

impl Encoding {
    /// Its name for people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf16 => "UTF-16",
            Self::Utf32 => "UTF-32",
            Self::Other => "?",
        }
    }
}

/// Why nothing of a file can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No bytes, or only white space.
    Empty,
    /// More bytes than a file may have.
    TooLarge {
        /// Bytes it has.
        bytes: usize,
        /// Bytes it may have.
        limit: usize,
    },
    /// Not UTF-8.
    NotUtf8(Encoding),
    /// Not JSON from this byte on, and nothing whole before it.
    NotJson {
        /// Byte offset.
        at: usize,
    },
    /// JSON, but not a file of this program.
    NotOurs,
    /// Made by a newer version whose files this one cannot read.
    Newer {
        /// The format version it has.
        version: u64,
        /// The program version that wrote it, where it says so.
        app: String,
    },
    /// Brackets within brackets beyond the limit.
    TooDeep,
    /// More records than a file may have.
    TooManyRecords,
}

impl Refusal {
    /// The key of its sentence, and what the sentence names.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::Empty => ("refusal-empty", vec![]),
            Self::TooLarge { bytes, limit } => {
                let mebibytes = |bytes: usize| bytes.div_ceil(1024 * 1024).to_string();
                (
                    "refusal-too-large",
                    vec![("size", mebibytes(*bytes)), ("limit", mebibytes(*limit))],
                )
            }
            Self::NotUtf8(encoding) => (
                "refusal-not-utf8",
                vec![("encoding", encoding.name().into())],
            ),
            Self::NotJson { at } => ("refusal-not-json", vec![("at", at.to_string())]),
            Self::NotOurs => ("refusal-not-ours", vec![]),
            Self::Newer { version, app } => (
                "refusal-newer",
                vec![("version", version.to_string()), ("app", app.clone())],
            ),
            Self::TooDeep => ("refusal-too-deep", vec![]),
            Self::TooManyRecords => ("refusal-too-many-records", vec![]),
        }
    }
}

/// What was found while reading; the rest of the file is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The file ends within a record: this many whole ones are here.
    CutOff {
        /// Whole records before the end.
        records: usize,
    },
    /// Bytes behind the end of the file's contents.
    Trailing {
        /// Byte offset.
        at: usize,
    },
    /// A key of the header this version does not know; left out.
    UnknownHeaderKey(String),
    /// A key of a record this version does not know; left out.
    UnknownRecordKey {
        /// The record, counted from 1.
        record: usize,
        /// The key.
        key: String,
    },
    /// A record that cannot be read; set aside alone.
    BadRecord {
        /// The record, counted from 1.
        record: usize,
        /// What the parser says.
        reason: String,
    },
    /// An edit that cannot be read or breaks the promises of its counters; set aside alone.
    BadEdit {
        /// The item.
        item: ItemId,
        /// The edit within its record, counted from 1.
        edit: usize,
        /// What is wrong.
        reason: String,
    },
    /// A text, list or history larger than the format allows; the edit is set aside.
    OverLimit {
        /// The item.
        item: ItemId,
        /// The field.
        field: String,
    },
    /// A value that is not of its field's shape; kept, and shown as far as it can be.
    OddValue {
        /// The item.
        item: ItemId,
        /// The field.
        field: String,
    },
    /// Two records of one item; both are here.
    RepeatedRecord(ItemId),
    /// The counts in the header do not agree with what is here.
    Counts,
    /// The edits are not as they were written: damaged or changed.
    EditsChanged,
    /// The readable part was changed by hand: its changes are offered.
    HandEdited {
        /// How many values.
        values: usize,
    },
    /// A value changed by hand that cannot be used.
    HandUnusable {
        /// The item.
        item: ItemId,
        /// The key of the plain part.
        key: String,
    },
    /// The readable part is not as it was written, but its fields say what the edits say: labels or layout were changed.
    PlainChanged,
    /// The kind of file is unknown; read as a workbook.
    UnknownKind(String),
    /// Control characters or characters that reorder text are within texts; they are shown, not obeyed.
    OddCharacters {
        /// The item.
        item: ItemId,
        /// The field.
        field: String,
    },
    /// More of the same kinds than are told one by one.
    More {
        /// How many.
        count: usize,
    },
}

/// Findings as they are made: of each kind as many as anybody reads, the rest counted. A hostile file has millions.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    told: Vec<Finding>,
    kinds: BTreeMap<&'static str, usize>,
    more: usize,
}

impl Findings {
    /// How many of one kind are told one by one.
    pub(super) const MOST: usize = 1_000;

    /// Adds one; its texts are cut to what a sentence can hold.
    pub(super) fn push(&mut self, mut finding: Finding) {
        let count = self.kinds.entry(finding.message_key()).or_default();
        *count = count.saturating_add(1);
        if *count > Self::MOST {
            self.more = self.more.saturating_add(1);
            return;
        }
        match &mut finding {
            Finding::UnknownHeaderKey(text)
            | Finding::UnknownKind(text)
            | Finding::UnknownRecordKey { key: text, .. }
            | Finding::HandUnusable { key: text, .. }
            | Finding::BadRecord { reason: text, .. }
            | Finding::BadEdit { reason: text, .. } => cut(text),
            _ => {}
        }
        self.told.push(finding);
    }

    /// All of them.
    pub(super) fn finish(mut self) -> Vec<Finding> {
        if self.more > 0 {
            self.told.push(Finding::More { count: self.more });
        }
        self.told
    }
}

/// At most 200 letters, then an ellipsis.
fn cut(text: &mut String) {
    if let Some((at, _)) = text.char_indices().nth(200) {
        text.truncate(at);
        text.push('…');
    }
}

impl Finding {
    /// The key of its sentence.
    const fn message_key(&self) -> &'static str {
        match self {
            Self::CutOff { .. } => "finding-cut-off",
            Self::Trailing { .. } => "finding-trailing",
            Self::UnknownHeaderKey(_) => "finding-unknown-header-key",
            Self::UnknownRecordKey { .. } => "finding-unknown-record-key",
            Self::BadRecord { .. } => "finding-bad-record",
            Self::BadEdit { .. } => "finding-bad-edit",
            Self::OverLimit { .. } => "finding-over-limit",
            Self::OddValue { .. } => "finding-odd-value",
            Self::RepeatedRecord(_) => "finding-repeated-record",
            Self::Counts => "finding-counts",
            Self::EditsChanged => "finding-edits-changed",
            Self::HandEdited { .. } => "finding-hand-edited",
            Self::HandUnusable { .. } => "finding-hand-unusable",
            Self::PlainChanged => "finding-plain-changed",
            Self::UnknownKind(_) => "finding-unknown-kind",
            Self::OddCharacters { .. } => "finding-odd-characters",
            Self::More { .. } => "finding-more",
        }
    }

    /// The key of its sentence, and what the sentence names.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let named = match self {
            Self::CutOff { records } => vec![("records", records.to_string())],
            Self::Trailing { at } => vec![("at", at.to_string())],
            Self::UnknownHeaderKey(key) => vec![("key", key.clone())],
            Self::UnknownRecordKey { record, key } => {
                vec![("record", record.to_string()), ("key", key.clone())]
            }
            Self::BadRecord { record, reason } => {
                vec![("record", record.to_string()), ("reason", reason.clone())]
            }
            Self::BadEdit { item, edit, reason } => vec![
                ("item", item.to_string()),
                ("edit", edit.to_string()),
                ("reason", reason.clone()),
            ],
            Self::OverLimit { item, field }
            | Self::OddValue { item, field }
            | Self::OddCharacters { item, field } => Self::place(item, field),
            Self::HandUnusable { item, key } => Self::place(item, key),
            Self::RepeatedRecord(item) => vec![("item", item.to_string())],
            Self::HandEdited { values } => vec![("values", values.to_string())],
            Self::UnknownKind(kind) => vec![("kind", kind.clone())],
            Self::More { count } => vec![("count", count.to_string())],
            Self::Counts | Self::EditsChanged | Self::PlainChanged => vec![],
        };
        (self.message_key(), named)
    }

    fn place(item: &ItemId, field: &str) -> Vec<(&'static str, String)> {
        vec![("item", item.to_string()), ("field", field.to_owned())]
    }
}
