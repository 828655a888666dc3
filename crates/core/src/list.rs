//! Reading a plain list of recommendations: JSON, CSV or pasted lines, as groups bring them.
//!
//! The result is drafts, not edits: turning them into items and edits is left to `command`. A list is the work of people
//! who know nothing of this program, so whatever can be understood is taken, and whatever cannot is a finding with its place
//! and value. Only an unreadable file gives no items.

mod column;
mod csv;
mod finding;
mod item;
mod json;
mod lines;
mod node;
mod table;
mod term;
mod value;

use std::collections::BTreeMap;

pub use finding::{Encoding, ListFinding};

use crate::text::identity_key;
use crate::vocabulary::Vocabulary;

/// What a list holds, and what could not be used of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// How it was read.
    pub kind: ListKind,
    /// The drafts in the order of the list; no two of a group have the same [`ListItem::key`].
    pub items: Vec<ListItem>,
    /// The groups it describes (JSON only); items may name others.
    pub groups: Vec<ListGroup>,
    /// The event it describes (JSON only).
    pub event: Option<ListEvent>,
    /// What could not be used, what was cleaned and what is double, in the order of the list where it has one.
    pub findings: Vec<ListFinding>,
}

/// The form of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListKind {
    /// An array of items, or an object with such an array under `recommendations`.
    Json,
    /// A header row and one item a row (RFC 4180), separated by comma, semicolon or tab.
    Csv,
    /// One recommendation a line.
    Lines,
}

/// A recommendation as a list has it. Terms are ids of the vocabulary, each once, in the order of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListItem {
    /// Its place: the element of a JSON array from 1, the row of a table with the header as 1, or the line.
    pub row: usize,
    /// The list's own id.
    pub id: Option<String>,
    /// The group, by whatever the list calls it.
    pub group: Option<String>,
    /// The original wording; never empty.
    pub text: String,
    /// Its language tag: as the list says, or else the hint, or else guessed.
    pub lang: String,
    /// Whether the language was only guessed.
    pub lang_guessed: bool,
    /// Wordings in other languages.
    pub translations: BTreeMap<String, String>,
    /// Whom it is for; the lead body is among them.
    pub addressees: Vec<String>,
    /// The lead body.
    pub lead: Option<String>,
    /// Themes; the first is the main one.
    pub themes: Vec<String>,
    /// The issue. A list that says both TIP and SOM means `tip-som`.
    pub issue: Option<String>,
    /// Affected groups.
    pub affected: Vec<String>,
    /// Legal and policy instruments.
    pub instruments: Vec<String>,
    /// Levels.
    pub levels: Vec<String>,
    /// SDG targets.
    pub sdg: Vec<String>,
    /// Type of action.
    pub action: Option<String>,
    /// Urgency.
    pub urgency: Option<String>,
    /// Time horizon.
    pub horizon: Option<String>,
    /// Date by which it should be done, `YYYY-MM-DD`, a day that exists.
    pub deadline: Option<String>,
    /// Why, in the language of the text.
    pub rationale: Option<String>,
    /// How anyone will know, in the language of the text.
    pub indicator: Option<String>,
    /// Kinds of evidence.
    pub evidence: Vec<String>,
    /// Minority statements, in the language of the text.
    pub dissent: Vec<String>,
}

impl ListItem {
    /// What the item is recognised by within its group when the list is taken in again: the list's own id, else the folded
    /// text ([`identity_key`]). Changing this gives lists already taken in new items.
    pub fn key(&self) -> String {
        match &self.id {
            Some(id) => format!("id:{id}"),
            None => match identity_key(&self.text) {
                folded if folded.is_empty() => format!("text:{}", self.text),
                folded => format!("text:{folded}"),
            },
        }
    }
}

/// A group as a list describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListGroup {
    /// What items call it.
    pub id: String,
    /// Title by language tag.
    pub titles: BTreeMap<String, String>,
}

/// An event as a list describes it. Texts are as in the list; empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListEvent {
    /// Title by language tag.
    pub titles: BTreeMap<String, String>,
    /// Short code.
    pub code: String,
    /// What kind of event, in the list's words.
    pub form: String,
    /// Where.
    pub place: String,
    /// Days, `YYYY-MM-DD`.
    pub dates: Vec<String>,
    /// Who holds it.
    pub organisers: Vec<String>,
    /// Partners.
    pub partners: Vec<String>,
}

/// How to read a list. The default finds the kind and the languages out.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListOptions<'a> {
    /// The kind, where a file name or a person says it.
    pub kind: Option<ListKind>,
    /// The language of texts that do not say their own.
    pub lang: Option<&'a str>,
    /// What is too much.
    pub limits: ListLimits,
}

/// What is too much. Lengths are counted in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListLimits {
    /// Bytes of a list.
    pub bytes: usize,
    /// Items of a list.
    pub items: usize,
    /// Length of a text.
    pub text: usize,
    /// Length of an id or the name of a group.
    pub name: usize,
}

impl Default for ListLimits {
    fn default() -> Self {
        Self {
            bytes: 16 << 20,
            items: 10_000,
            text: 8_000,
            name: 200,
        }
    }
}

/// The list in `bytes`: UTF-8, with or without a byte order mark. The same bytes, options and vocabulary give the same list.
///
/// Terms are given by id or by label in any language. Without a kind in the options, a list that starts like a JSON array of
/// items or like an object is JSON, one whose first row names a column of texts is CSV, and any other is lines.
pub fn read_list(bytes: &[u8], options: ListOptions<'_>, vocabulary: &Vocabulary) -> List {
    let mut reader = item::Reader::new(options, vocabulary);
    let kind = match text_of(bytes, options.limits) {
        Ok(text) => read_text(text, &mut reader),
        Err(finding) => {
            reader.findings.push(finding);
            options.kind.unwrap_or(ListKind::Lines)
        }
    };
    reader.finish(kind)
}

fn read_text(text: &str, reader: &mut item::Reader<'_>) -> ListKind {
    let kind = reader.options.kind;
    if kind == Some(ListKind::Json) || (kind.is_none() && json::looks_like(text)) {
        json::read(text, reader);
        return ListKind::Json;
    }
    if kind != Some(ListKind::Lines)
        && let Some(table) = table::Table::of(text, kind.is_some(), reader)
    {
        table.read(reader);
        return ListKind::Csv;
    }
    lines::read(text, reader);
    ListKind::Lines
}

fn text_of(bytes: &[u8], limits: ListLimits) -> Result<&str, ListFinding> {
    if bytes.len() > limits.bytes {
        return Err(ListFinding::TooLarge {
            bytes: bytes.len(),
            limit: limits.bytes,
        });
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(text) {
        // UTF-16 of English text without a mark is valid UTF-8 full of U+0000.
        Ok(text)
            if text
                .chars()
                .take(64)
                .filter(|letter| *letter == '\0')
                .count()
                < 8 =>
        {
            Ok(text)
        }
        Ok(_) => Err(ListFinding::NotUtf8 {
            encoding: Encoding::Utf16,
            at: 0,
        }),
        Err(error) => {
            let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
            let encoding = if utf16 {
                Encoding::Utf16
            } else {
                Encoding::Other
            };
            let mark = bytes.len().saturating_sub(text.len());
            Err(ListFinding::NotUtf8 {
                encoding,
                at: mark.saturating_add(error.valid_up_to()),
            })
        }
    }
}
