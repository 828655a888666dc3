//! What can be wrong with a file. Typed; the sentences stand in `locales/`, under the key each gives.

use std::collections::BTreeMap;

use super::fault::Fault;
use super::foreign::Foreign;
use crate::field::Shape;
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
    /// A file of another program, by how it begins.
    Foreign(Foreign),
    /// Ours by its name, but this number of its header is missing or none: how to read it is not known.
    NoVersion {
        /// `formatVersion` or `minReader`.
        key: &'static str,
    },
    /// Ours by its name, but there is no list of records.
    NoRecords,
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
            Self::Foreign(foreign) => (
                "refusal-foreign",
                vec![("format", foreign.name().to_owned())],
            ),
            Self::NoVersion { key } => ("refusal-no-version", vec![("key", (*key).to_owned())]),
            Self::NoRecords => ("refusal-no-records", vec![]),
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
    /// A key of the header that stands twice; the first is used.
    RepeatedHeaderKey(String),
    /// A value of the header that is not of its key's form; left out.
    BadHeader {
        /// The key.
        key: String,
    },
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
        /// What is wrong with it.
        fault: Fault,
    },
    /// An edit that cannot be read or breaks the promises of its counters; set aside alone.
    BadEdit {
        /// The item.
        item: ItemId,
        /// The edit within its record, counted from 1.
        edit: usize,
        /// What is wrong with it.
        fault: Fault,
    },
    /// A text, list or history larger than the format allows; the edit is set aside.
    OverLimit {
        /// The item.
        item: ItemId,
        /// The field.
        field: String,
        /// What there is too much of.
        limit: Limit,
    },
    /// A value that is not of its field's shape; kept, and shown as far as it can be.
    OddValue {
        /// The item.
        item: ItemId,
        /// The field.
        field: String,
        /// The shape its values have.
        shape: Shape,
    },
    /// A term that neither the vocabulary nor the file knows; kept.
    UnknownTerm {
        /// The item.
        item: ItemId,
        /// The field.
        field: String,
        /// The term.
        term: String,
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
        /// The first of them, as U+202E.
        letter: char,
    },
    /// Saved by the page when the program had failed: the edits are here, without the proofs that a file has.
    Rescued {
        /// Texts that were being typed.
        pieces: usize,
    },
    /// More of the same kinds than are told one by one.
    More {
        /// How many.
        count: usize,
    },
}

/// What there can be too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// Bytes of a text.
    Text,
    /// Entries of a list or map.
    Entries,
    /// Lists and maps within one another.
    Depth,
    /// Sessions or contents that an edit has seen.
    Seen,
    /// Values of one edit.
    Values,
    /// Keys of an edit, or their length.
    Keys,
    /// Edits of one field.
    History,
    /// Edits of a file.
    Edits,
}

impl Limit {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Entries,
        Self::Depth,
        Self::Seen,
        Self::Values,
        Self::Keys,
        Self::History,
        Self::Edits,
    ];

    /// Its name, by which a sentence chooses its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Entries => "entries",
            Self::Depth => "depth",
            Self::Seen => "seen",
            Self::Values => "values",
            Self::Keys => "keys",
            Self::History => "history",
            Self::Edits => "edits",
        }
    }
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
            | Finding::RepeatedHeaderKey(text)
            | Finding::BadHeader { key: text }
            | Finding::UnknownTerm { term: text, .. }
            | Finding::HandUnusable { key: text, .. } => cut(text),
            Finding::BadRecord { fault, .. } | Finding::BadEdit { fault, .. } => {
                cut(&mut fault.key);
            }
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
            Self::RepeatedHeaderKey(_) => "finding-repeated-header-key",
            Self::BadHeader { .. } => "finding-bad-header",
            Self::UnknownRecordKey { .. } => "finding-unknown-record-key",
            Self::BadRecord { .. } => "finding-bad-record",
            Self::BadEdit { .. } => "finding-bad-edit",
            Self::OverLimit { .. } => "finding-over-limit",
            Self::OddValue { .. } => "finding-odd-value",
            Self::UnknownTerm { .. } => "finding-unknown-term",
            Self::RepeatedRecord(_) => "finding-repeated-record",
            Self::Counts => "finding-counts",
            Self::EditsChanged => "finding-edits-changed",
            Self::HandEdited { .. } => "finding-hand-edited",
            Self::HandUnusable { .. } => "finding-hand-unusable",
            Self::PlainChanged => "finding-plain-changed",
            Self::UnknownKind(_) => "finding-unknown-kind",
            Self::OddCharacters { .. } => "finding-odd-characters",
            Self::Rescued { .. } => "finding-rescued",
            Self::More { .. } => "finding-more",
        }
    }

    /// The key of its sentence, and what the sentence names.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let named = match self {
            Self::CutOff { records } => vec![("records", records.to_string())],
            Self::Trailing { at } => vec![("at", at.to_string())],
            Self::UnknownHeaderKey(key)
            | Self::RepeatedHeaderKey(key)
            | Self::BadHeader { key } => vec![("key", key.clone())],
            Self::UnknownRecordKey { record, key } => {
                vec![("record", record.to_string()), ("key", key.clone())]
            }
            Self::BadRecord { record, fault } => vec![
                ("record", record.to_string()),
                ("fault", fault.what.name().to_owned()),
                ("key", fault.key.clone()),
            ],
            Self::BadEdit { item, edit, fault } => vec![
                ("item", item.to_string()),
                ("edit", edit.to_string()),
                ("fault", fault.what.name().to_owned()),
                ("key", fault.key.clone()),
            ],
            Self::OverLimit { item, field, limit } => {
                let mut named = Self::place(item, field);
                named.push(("limit", limit.name().to_owned()));
                named
            }
            Self::OddValue { item, field, shape } => {
                let mut named = Self::place(item, field);
                named.push(("shape", shape.name().to_owned()));
                named
            }
            Self::UnknownTerm { item, field, term } => {
                let mut named = Self::place(item, field);
                named.push(("term", term.clone()));
                named
            }
            Self::OddCharacters {
                item,
                field,
                letter,
            } => {
                let mut named = Self::place(item, field);
                named.push(("letter", format!("U+{:04X}", u32::from(*letter))));
                named
            }
            Self::HandUnusable { item, key } => Self::place(item, key),
            Self::RepeatedRecord(item) => vec![("item", item.to_string())],
            Self::HandEdited { values } => vec![("values", values.to_string())],
            Self::UnknownKind(kind) => vec![("kind", kind.clone())],
            Self::Rescued { pieces } => vec![("pieces", pieces.to_string())],
            Self::More { count } => vec![("count", count.to_string())],
            Self::Counts | Self::EditsChanged | Self::PlainChanged => vec![],
        };
        (self.message_key(), named)
    }

    fn place(item: &ItemId, field: &str) -> Vec<(&'static str, String)> {
        vec![("item", item.to_string()), ("field", field.to_owned())]
    }
}
