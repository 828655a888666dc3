//! The JSON file, format 1: the only room that knows the wire format.
//!
//! A file is a header and records; a record is one item: its plain, readable values, then its edits, which are the
//! authority. Reading gives edits and findings, never an error for a part that can be left out; joining them is left to
//! [`crate::workbook`]. The format is described in `docs/format.md`.

mod decode;
mod fault;
mod finding;
mod foreign;
mod hand;
mod header;
mod outline;
mod plain;
mod read;
mod record;
mod rescue;
mod schema;
mod terms;
mod write;

pub use fault::{Fault, Wrong};
pub use finding::{Encoding, Finding, Limit, Refusal};
pub use foreign::Foreign;
pub use header::Header;
pub use read::{Opened, Reader, read, read_within};
pub use schema::schema;
pub use write::{FileKind, Writer, write};

/// The version of the format this program writes, and the newest it reads.
pub const FORMAT_VERSION: u64 = 1;

/// The oldest version whose readers understand what this program writes.
pub const MIN_READER: u64 = 1;

/// The name every file of the format begins with.
pub const FORMAT: &str = "rapporteur";

/// What a file may hold at most; reader and writer keep to the same table.
pub mod limits {
    /// Bytes of a file, checked before reading: 64 MiB.
    pub const FILE_BYTES: usize = 64 * 1024 * 1024;
    /// Bytes of a file on the command line, which has more room than a page: 1 GiB.
    pub const NATIVE_FILE_BYTES: usize = 1024 * 1024 * 1024;
    /// Brackets within brackets: room for the deepest value where it stands in conflict in the readable part.
    pub const DEPTH: usize = VALUE_DEPTH + 7;
    /// Lists and maps within one another in one value.
    pub const VALUE_DEPTH: usize = 11;
    /// Records of a file.
    pub const RECORDS: usize = 250_000;
    /// Edits of a file.
    pub const EDITS: usize = 2_000_000;
    /// Edits of one field.
    pub const EDITS_OF_FIELD: usize = 10_000;
    /// Bytes of one text.
    pub const TEXT_BYTES: usize = 64 * 1024;
    /// Entries of one list or map.
    pub const ENTRIES: usize = 4_096;
    /// Sessions that one edit has seen, or contents it names.
    pub const SEEN: usize = 4_096;
}
