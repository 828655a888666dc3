//! Reading, in steps: bytes are bounded, then outlined, then each record is read and checked alone, then the digests are
//! compared. What cannot be used is a finding; the rest is here.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer as _};
use serde_json::value::RawValue;
use sha2::{Digest as _, Sha256};

use super::finding::{Encoding, Finding, Findings, Refusal};
use super::outline::{Outline, Stop, elements, outline};
use super::write::{FileKind, digest_part, hex};
use super::{FORMAT, FORMAT_VERSION, hand, limits};
use crate::edit::{Edit, RawEdit, Unsound};
use crate::field::rule_of;
use crate::item::ItemId;
use crate::value::Value;

/// What a file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The version of its format.
    pub version: u64,
    /// The program version that wrote it.
    pub app: String,
    /// What it is for.
    pub kind: FileKind,
    /// Titles of its events, for people.
    pub events: Vec<String>,
    /// SHA-256 of its edits, 64 digits: the name of the file's contents.
    pub digest: String,
    plain_digest: String,
    counts: Option<Counts>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
struct Counts {
    records: u64,
    edits: u64,
}

/// A file that was read.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// What it says of itself.
    pub header: Header,
    /// Its edits, sound and within the limits.
    pub edits: Vec<Edit>,
    /// Edits that say what somebody changed by hand in the readable part: to be offered, not taken unasked.
    pub by_hand: Vec<Edit>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Whether edits and readable part are as they were written.
    pub intact: bool,
}

/// Reads a whole file.
///
/// # Errors
/// Where nothing of it can be taken.
pub fn read(bytes: &[u8]) -> Result<Opened, Refusal> {
    let mut reader = Reader::new(bytes)?;
    while reader.step(usize::MAX) {}
    Ok(reader.finish())
}

/// A file that is being read.
#[derive(Debug)]
pub struct Reader<'a> {
    text: &'a str,
    spans: Vec<(usize, usize)>,
    at: usize,
    opened: Opened,
    findings: Findings,
    parts: Vec<Part>,
    broken: bool,
}

/// Where a record's two parts stand in the text.
#[derive(Debug)]
struct Part {
    item: ItemId,
    plain: Range<usize>,
    edits: Range<usize>,
}

#[derive(Deserialize)]
struct RawRecord<'a> {
    id: ItemId,
    #[serde(borrow)]
    plain: Option<&'a RawValue>,
    #[serde(borrow)]
    edits: &'a RawValue,
}

impl<'a> Reader<'a> {
    /// Bounds, decodes and outlines the bytes, and reads the header.
    ///
    /// # Errors
    /// Where nothing of it can be taken.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let text = decode(bytes)?;
        let found = outline(text).map_err(|stop| match stop {
            Stop::NotAnObject => not_an_object(text),
            Stop::TooDeep => Refusal::TooDeep,
            Stop::TooManyRecords => Refusal::TooManyRecords,
        })?;
        let mut findings = Findings::default();
        let header = read_header(text, &found, &mut findings)?;
        if let Some(at) = found.broken {
            findings.push(Finding::CutOff {
                records: found.records.len(),
            });
            if found.records.is_empty() && !found.has_records {
                return Err(Refusal::NotJson { at });
            }
        }
        if let Some(at) = found.trailing {
            findings.push(Finding::Trailing { at });
        }
        Ok(Self {
            text,
            broken: found.broken.is_some(),
            parts: Vec::with_capacity(found.records.len()),
            spans: found.records,
            at: 0,
            findings,
            opened: Opened {
                header,
                ..Opened::default()
            },
        })
    }

    /// Reads at most that many records; whether there are more.
    pub fn step(&mut self, records: usize) -> bool {
        for _ in 0..records {
            let Some((from, to)) = self.spans.get(self.at).copied() else {
                return false;
            };
            self.at = self.at.saturating_add(1);
            if let Some(text) = self.text.get(from..to) {
                self.record(text);
            }
        }
        self.at < self.spans.len()
    }

    /// How far it is: records read, and all.
    pub fn progress(&self) -> (usize, usize) {
        (self.at, self.spans.len())
    }

    fn record(&mut self, text: &'a str) {
        let raw: RawRecord<'a> = match serde_json::from_str(text) {
            Ok(raw) => raw,
            Err(error) => {
                self.findings.push(Finding::BadRecord {
                    record: self.at,
                    reason: error.to_string(),
                });
                self.broken = true;
                return;
            }
        };
        let (item, edits) = (raw.id, raw.edits.get());
        let plain = raw.plain.map_or("", RawValue::get);
        let known = plain.len().saturating_add(edits.len());
        self.unknown_keys(text, known, item);
        let first = self.opened.edits.len();
        match serde_json::from_str::<Vec<RawEdit>>(edits) {
            Ok(list) => {
                for (at, raw) in list.into_iter().enumerate() {
                    self.take(item, at, raw);
                }
            }
            Err(_) => {
                for (at, (from, to)) in elements(edits).into_iter().enumerate() {
                    match serde_json::from_str::<RawEdit>(edits.get(from..to).unwrap_or_default()) {
                        Ok(raw) => self.take(item, at, raw),
                        Err(error) => self.bad_edit(item, at, error.to_string()),
                    }
                }
            }
        }
        self.bound_histories(item, first);
        let place = |part: &str| {
            let from = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
            from..from.saturating_add(part.len())
        };
        let part = Part {
            item,
            plain: raw.plain.map_or(0..0, |plain| place(plain.get())),
            edits: place(edits),
        };
        self.parts.push(part);
    }

    /// Keys other than the three are named; only looked for where the lengths leave room for one.
    fn unknown_keys(&mut self, text: &str, known: usize, item: ItemId) {
        const FRAME: usize = r#"{"id":":","plain":, "edits":}"#.len() + 32;
        let frame = item.kind.name().len().saturating_add(FRAME);
        if text.len() <= known.saturating_add(frame).saturating_add(1) {
            return;
        }
        let unknown = UnknownKeys {
            record: self.at,
            findings: &mut self.findings,
        };
        // The record was read before, so this cannot fail.
        serde_json::Deserializer::from_str(text)
            .deserialize_map(unknown)
            .ok();
    }

    fn bad_edit(&mut self, item: ItemId, at: usize, reason: String) {
        self.broken = true;
        self.findings.push(Finding::BadEdit {
            item,
            edit: at.saturating_add(1),
            reason,
        });
    }

    fn take(&mut self, item: ItemId, at: usize, raw: RawEdit) {
        let edit = match raw.on(item) {
            Ok(edit) => edit,
            Err(unsound) => return self.bad_edit(item, at, reason(unsound).to_owned()),
        };
        let values = edit.value.values();
        let is_long = |text: &str| text.len() > limits::TEXT_BYTES;
        let over = values.iter().any(over_limits)
            || edit.why.as_deref().is_some_and(is_long)
            || edit.extra.len() > limits::ENTRIES
            || edit
                .extra
                .iter()
                .any(|(key, value)| is_long(key) || over_limits(value))
            || edit
                .seen
                .seen
                .len()
                .max(edit.seen.names.len())
                .max(values.len())
                > limits::SEEN
            || self.opened.edits.len() >= limits::EDITS;
        if over {
            self.broken = true;
            self.findings.push(Finding::OverLimit {
                item,
                field: edit.field.name().to_owned(),
            });
            return;
        }
        if let Some(rule) = rule_of(item.kind, &edit.field)
            && !values.iter().all(|value| rule.shape.fits(value))
        {
            self.findings.push(Finding::OddValue {
                item,
                field: edit.field.name().to_owned(),
            });
        }
        if values.iter().any(has_odd_characters) {
            self.findings.push(Finding::OddCharacters {
                item,
                field: edit.field.name().to_owned(),
            });
        }
        self.opened.edits.push(edit);
    }

    /// Sets aside what goes beyond the longest history of one field.
    fn bound_histories(&mut self, item: ItemId, first: usize) {
        let new = self.opened.edits.get(first..).unwrap_or_default();
        if new.len() > limits::EDITS_OF_FIELD {
            let all = BTreeSet::from([item]);
            self.bound_histories_of(&all, first);
        }
    }

    fn bound_histories_of(&mut self, items: &BTreeSet<ItemId>, first: usize) {
        let mut counts = std::collections::BTreeMap::new();
        let mut over = BTreeSet::new();
        let taken = self.opened.edits.split_off(first);
        self.opened.edits.extend(taken.into_iter().filter(|edit| {
            if !items.contains(&edit.item) {
                return true;
            }
            let place = (edit.item, edit.field.clone());
            let count: &mut usize = counts.entry(place).or_default();
            *count = count.saturating_add(1);
            if *count > limits::EDITS_OF_FIELD {
                over.insert((edit.item, edit.field.clone()));
            }
            *count <= limits::EDITS_OF_FIELD
        }));
        for (item, field) in over {
            self.broken = true;
            self.findings.push(Finding::OverLimit {
                item,
                field: field.name().to_owned(),
            });
        }
    }

    /// Compares the digests and counts, and finds what was changed by hand.
    pub fn finish(mut self) -> Opened {
        self.compare();
        self.opened.findings = self.findings.finish();
        self.opened
    }

    fn compare(&mut self) {
        if !self.parts.is_sorted_by(|a, b| a.item < b.item) {
            self.parts.sort_by_key(|a| a.item);
            let pairs = self.parts.iter().zip(self.parts.iter().skip(1));
            let repeated: BTreeSet<ItemId> = pairs
                .filter(|(a, b)| a.item == b.item)
                .map(|(a, _)| a.item)
                .collect();
            if !repeated.is_empty() {
                self.broken = true;
                self.bound_histories_of(&repeated, 0);
            }
            for item in repeated {
                self.findings.push(Finding::RepeatedRecord(item));
            }
        }
        let counts = self.opened.header.counts.clone().unwrap_or_default();
        let here = (
            u64::try_from(self.parts.len()).ok(),
            u64::try_from(self.opened.edits.len()).ok(),
        );
        if !self.broken && (Some(counts.records), Some(counts.edits)) != here {
            self.findings.push(Finding::Counts);
        }
        if self.broken {
            return;
        }
        let (edits, plain) = (
            self.opened.header.digest.clone(),
            self.opened.header.plain_digest.clone(),
        );
        if !self.matches(&edits, |part| part.edits.clone()) {
            self.findings.push(Finding::EditsChanged);
        } else if self.matches(&plain, |part| part.plain.clone()) {
            self.opened.intact = true;
        } else {
            let parts = self
                .parts
                .iter()
                .filter_map(|part| Some((part.item, self.text.get(part.plain.clone())?)));
            self.opened.by_hand =
                hand::changes(&edits, &self.opened.edits, parts, &mut self.findings);
        }
    }

    /// Whether these parts have that digest: as they stand, or else in canonical form (an editor may have laid them out).
    fn matches(&self, digest: &str, part: impl Fn(&Part) -> Range<usize>) -> bool {
        let texts = || {
            self.parts
                .iter()
                .filter_map(|held| Some((held.item.to_string(), self.text.get(part(held))?)))
        };
        let mut as_written = Sha256::new();
        for (name, text) in texts() {
            digest_part(&mut as_written, &name, text);
        }
        if hex(as_written) == digest {
            return true;
        }
        let mut canonical = Sha256::new();
        for (name, text) in texts() {
            let Ok(value) = serde_json::from_str::<Value>(text) else {
                return false;
            };
            let text = serde_json::to_string(&value).unwrap_or_default();
            digest_part(&mut canonical, &name, &text);
        }
        hex(canonical) == digest
    }
}

/// Names the keys of a record other than the three.
struct UnknownKeys<'f> {
    record: usize,
    findings: &'f mut Findings,
}

impl<'de> Visitor<'de> for UnknownKeys<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            map.next_value::<IgnoredAny>()?;
            if !matches!(key.as_ref(), "id" | "plain" | "edits") {
                self.findings.push(Finding::UnknownRecordKey {
                    record: self.record,
                    key: key.into_owned(),
                });
            }
        }
        Ok(())
    }
}

fn reason(unsound: Unsound) -> &'static str {
    match unsound {
        Unsound::SeqRange => "seq out of range",
        Unsound::ActRange => "act out of range",
        Unsound::SeesItself => "seen names the edit itself or a later one",
    }
}

/// The text of the bytes: bounded, UTF-8, without a byte order mark.
fn decode(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(Refusal::TooLarge {
            bytes: bytes.len(),
            limit: limits::FILE_BYTES,
        });
    }
    let encoding = match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some(Encoding::Utf32),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{', 0, ..] | [0, b'{', ..] => {
            Some(Encoding::Utf16)
        }
        _ => None,
    };
    if let Some(encoding) = encoding {
        return Err(Refusal::NotUtf8(encoding));
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // Cut off within a letter: what is before it is text.
        Err(error) if error.error_len().is_none() => {
            let whole = bytes.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(whole).unwrap_or_default()
        }
        Err(_) => return Err(Refusal::NotUtf8(Encoding::Other)),
    };
    // Some editors and copies leave NULs behind the end.
    let text = text.trim_end_matches('\0');
    if text.trim().is_empty() {
        Err(Refusal::Empty)
    } else {
        Ok(text)
    }
}

fn not_an_object(text: &str) -> Refusal {
    match serde_json::from_str::<IgnoredAny>(text) {
        Ok(_) => Refusal::NotOurs,
        Err(_) => Refusal::NotJson {
            at: text.len().saturating_sub(text.trim_start().len()),
        },
    }
}

fn read_header(text: &str, found: &Outline, findings: &mut Findings) -> Result<Header, Refusal> {
    let mut header = Header::default();
    let (mut format, mut min_reader) = (Value::None, None);
    let mut known = BTreeSet::new();
    for (key, span) in &found.header {
        let key = text.get(key.0..key.1).unwrap_or_default();
        // What nobody knows is not looked into: it may hold what this version has no values for.
        let is_known = HEADER_KEYS.contains(&key) && (known.insert(key) || key == "minReader");
        let value = text.get(span.0..span.1).filter(|_| is_known);
        let value = value.map(serde_json::from_str::<Value>);
        let Some(Ok(value)) = value else {
            if value.is_some() && matches!(key, "format" | "formatVersion" | "minReader") {
                return Err(Refusal::NotJson { at: span.0 });
            }
            findings.push(Finding::UnknownHeaderKey(key.to_owned()));
            continue;
        };
        let number = || value.as_int().and_then(|number| u64::try_from(number).ok());
        let words = || value.as_text().unwrap_or_default().to_owned();
        match key {
            "format" => format = value,
            "formatVersion" => header.version = number().unwrap_or(0),
            // Of several the one that asks for most.
            "minReader" => min_reader = min_reader.max(number()),
            "app" => header.app = words(),
            "kind" => match FileKind::of(&words()) {
                Some(kind) => header.kind = kind,
                None => findings.push(Finding::UnknownKind(words())),
            },
            "events" => {
                let titles = value.items().iter().filter_map(Value::as_text);
                header.events = titles.map(str::to_owned).collect();
            }
            "counts" => header.counts = counts(&value),
            _ => {
                let digest = |key| value.get(key).and_then(Value::as_text).map(str::to_owned);
                header.digest = digest("edits").unwrap_or_default();
                header.plain_digest = digest("plain").unwrap_or_default();
            }
        }
    }
    if format.as_text() != Some(FORMAT) {
        return Err(match found.broken {
            Some(at) if format.is_none() => Refusal::NotJson { at },
            _ => Refusal::NotOurs,
        });
    }
    if min_reader.unwrap_or(header.version) > FORMAT_VERSION {
        return Err(Refusal::Newer {
            version: header.version,
            app: header.app,
        });
    }
    if found.broken.is_none() && (header.version == 0 || !found.has_records) {
        return Err(Refusal::NotOurs);
    }
    Ok(header)
}

const HEADER_KEYS: [&str; 8] = [
    "format",
    "formatVersion",
    "minReader",
    "app",
    "kind",
    "events",
    "counts",
    "digests",
];

fn counts(value: &Value) -> Option<Counts> {
    let count = |key| u64::try_from(value.get(key)?.as_int()?).ok();
    Some(Counts {
        records: count("records")?,
        edits: count("edits")?,
    })
}

/// Whether a text, list or map within is larger than the format allows.
pub(super) fn over_limits(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.len() > limits::TEXT_BYTES,
        Value::List(items) => items.len() > limits::ENTRIES || items.iter().any(over_limits),
        Value::Map(entries) => {
            entries.len() > limits::ENTRIES
                || entries
                    .iter()
                    .any(|(key, value)| key.len() > limits::TEXT_BYTES || over_limits(value))
        }
        Value::None | Value::Bool(_) | Value::Int(_) => false,
    }
}

/// Control characters other than line end and tab, and characters that override the direction of text.
fn has_odd_characters(value: &Value) -> bool {
    match value {
        Value::Text(text) => {
            // Plain ASCII without controls, the common case, is passed by bytes.
            let suspicious =
                |byte: &u8| *byte < 0x20 || *byte == 0xc2 || *byte == 0xe2 || *byte == 0x7f;
            text.as_bytes().iter().any(suspicious)
                && text.chars().any(|letter| {
                    (letter.is_control() && letter != '\n' && letter != '\t')
                        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}')
                })
        }
        Value::List(items) => items.iter().any(has_odd_characters),
        Value::Map(entries) => entries.iter().any(|(_, value)| has_odd_characters(value)),
        Value::None | Value::Bool(_) | Value::Int(_) => false,
    }
}
