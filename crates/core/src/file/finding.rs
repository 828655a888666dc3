//! What can be wrong with a file. Typed; the sentences stand in `locales/`, under the key each gives.

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
    /// The kind of file is unknown; read as a workbook.
    UnknownKind(String),
    /// Control characters or characters that reorder text are within texts; they are shown, not obeyed.
    OddCharacters {
        /// The item.
        item: ItemId,
        /// The field.
        field: String,
    },
}

impl Finding {
    /// The key of its sentence, and what the sentence names.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::CutOff { records } => ("finding-cut-off", vec![("records", records.to_string())]),
            Self::Trailing { at } => ("finding-trailing", vec![("at", at.to_string())]),
            Self::UnknownHeaderKey(key) => {
                ("finding-unknown-header-key", vec![("key", key.clone())])
            }
            Self::UnknownRecordKey { record, key } => (
                "finding-unknown-record-key",
                vec![("record", record.to_string()), ("key", key.clone())],
            ),
            Self::BadRecord { record, reason } => (
                "finding-bad-record",
                vec![("record", record.to_string()), ("reason", reason.clone())],
            ),
            Self::BadEdit { item, edit, reason } => (
                "finding-bad-edit",
                vec![
                    ("item", item.to_string()),
                    ("edit", edit.to_string()),
                    ("reason", reason.clone()),
                ],
            ),
            Self::OverLimit { item, field } => ("finding-over-limit", Self::place(item, field)),
            Self::OddValue { item, field } => ("finding-odd-value", Self::place(item, field)),
            Self::RepeatedRecord(item) => {
                ("finding-repeated-record", vec![("item", item.to_string())])
            }
            Self::Counts => ("finding-counts", vec![]),
            Self::EditsChanged => ("finding-edits-changed", vec![]),
            Self::HandEdited { values } => {
                ("finding-hand-edited", vec![("values", values.to_string())])
            }
            Self::HandUnusable { item, key } => ("finding-hand-unusable", Self::place(item, key)),
            Self::UnknownKind(kind) => ("finding-unknown-kind", vec![("kind", kind.clone())]),
            Self::OddCharacters { item, field } => {
                ("finding-odd-characters", Self::place(item, field))
            }
        }
    }

    fn place(item: &ItemId, field: &str) -> Vec<(&'static str, String)> {
        vec![("item", item.to_string()), ("field", field.to_owned())]
    }
}
