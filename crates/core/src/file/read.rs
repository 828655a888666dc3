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

use super::decode::{Source, decode};
use super::fault::{Fault, Wrong, of_edit, of_record};
use super::finding::{Finding, Findings, Limit, Refusal};
use super::foreign::foreign;
use super::header::{self, Header};
use super::outline::{Stop, elements, outline};
use super::rescue::Rescue;
use super::terms::Terms;
use super::write::{digest_part, hex};
use super::{hand, limits};
use crate::edit::{Edit, RawEdit};
use crate::field::rule_of;
use crate::item::ItemId;
use crate::sorted;
use crate::value::Value;

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
    read_within(bytes, limits::FILE_BYTES)
}

/// Reads a whole file of at most that many bytes: natively there is more room than in a page.
///
/// # Errors
/// Where nothing of it can be taken.
pub fn read_within(bytes: &[u8], limit: usize) -> Result<Opened, Refusal> {
    let mut reader = Reader::within(bytes, limit)?;
    while reader.step(usize::MAX) {}
    Ok(reader.finish())
}

/// A file that is being read.
#[derive(Debug)]
pub struct Reader<'a> {
    source: Source<'a>,
    spans: Vec<(usize, usize)>,
    at: usize,
    pub(super) opened: Opened,
    pub(super) findings: Findings,
    parts: Vec<Part>,
    terms: Terms,
    broken: bool,
    pub(super) rescue: Option<Rescue>,
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
        Self::within(bytes, limits::FILE_BYTES)
    }

    /// As [`Self::new`], for at most that many bytes.
    ///
    /// # Errors
    /// Where nothing of it can be taken.
    pub fn within(bytes: &'a [u8], limit: usize) -> Result<Self, Refusal> {
        let source = decode(bytes, limit)?;
        let not_ours = || foreign(bytes).map_or(Refusal::NotOurs, Refusal::Foreign);
        let found = outline(source.bytes).map_err(|stop| match stop {
            // Whatever it is (prose, a list), it was not cut off: a file of ours begins with a brace.
            Stop::NotAnObject => not_ours(),
            Stop::TooDeep => Refusal::TooDeep,
            Stop::TooManyRecords => Refusal::TooManyRecords,
        })?;
        let mut findings = Findings::default();
        let (header, rescue) = match header::read(source, &found, &mut findings) {
            // Rich text begins with a brace too.
            Err(Refusal::NotOurs | Refusal::NotJson { .. }) if foreign(bytes).is_some() => {
                return Err(not_ours());
            }
            other => other?,
        };
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
            source,
            terms: Terms::default(),
            broken: found.broken.is_some(),
            parts: Vec::with_capacity(found.records.len()),
            spans: found.records,
            at: 0,
            findings,
            rescue,
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
            match self.source.part(from, to) {
                Some(text) if self.rescue.is_some() => self.found(self.at, text),
                Some(text) => self.record(text),
                None => self.bad_record(Wrong::Bytes.at("")),
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
            Err(_) => return self.bad_record(of_record(text)),
        };
        if !raw.edits.get().starts_with('[') {
            return self.bad_record(Wrong::Type.at("edits"));
        }
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
                    let text = edits.get(from..to).unwrap_or_default();
                    match serde_json::from_str::<RawEdit>(text) {
                        Ok(raw) => self.take(item, at, raw),
                        Err(_) => self.bad_edit(item, at, of_edit(text)),
                    }
                }
            }
        }
        self.bound_histories(item, first);
        let place = |part: &str| self.source.place(part);
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

    fn bad_record(&mut self, fault: Fault) {
        self.bad_record_at(self.at, fault);
    }

    pub(super) fn bad_record_at(&mut self, record: usize, fault: Fault) {
        self.broken = true;
        self.findings.push(Finding::BadRecord { record, fault });
    }

    fn bad_edit(&mut self, item: ItemId, at: usize, fault: Fault) {
        self.broken = true;
        self.findings.push(Finding::BadEdit {
            item,
            edit: at.saturating_add(1),
            fault,
        });
    }

    pub(super) fn take(&mut self, item: ItemId, at: usize, raw: RawEdit) {
        if raw.is_of_other_item(item) {
            return self.bad_edit(item, at, Wrong::OtherItem.at("item"));
        }
        let edit = match raw.on(item) {
            Ok(edit) => edit,
            Err(unsound) => return self.bad_edit(item, at, unsound.into()),
        };
        let field = || edit.field.name().to_owned();
        let over = match over(&edit) {
            None if self.opened.edits.len() >= limits::EDITS => Some(Limit::Edits),
            over => over,
        };
        if let Some(limit) = over {
            self.broken = true;
            self.findings.push(Finding::OverLimit {
                item,
                field: field(),
                limit,
            });
            return;
        }
        let values = edit.value.values();
        if let Some(rule) = rule_of(item.kind, &edit.field) {
            if values.iter().all(|value| rule.shape.fits(value)) {
                self.terms.look(&edit, rule);
            } else {
                self.findings.push(Finding::OddValue {
                    item,
                    field: field(),
                    shape: rule.shape,
                });
            }
        }
        if let Some(letter) = values.iter().find_map(odd_character) {
            self.findings.push(Finding::OddCharacters {
                item,
                field: field(),
                letter,
            });
        }
        self.opened.edits.push(edit);
    }

    /// Sets aside what goes beyond the longest history of one field.
    fn bound_histories(&mut self, item: ItemId, first: usize) {
        let new = self.opened.edits.get(first..).unwrap_or_default();
        if new.len() > limits::EDITS_OF_FIELD {
            let all = sorted::set([item]);
            self.bound_histories_of(&all, first);
        }
    }

    pub(super) fn bound_histories_of(&mut self, items: &BTreeSet<ItemId>, first: usize) {
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
                limit: Limit::History,
            });
        }
    }

    /// Compares the digests and counts, and finds what was changed by hand.
    pub fn finish(mut self) -> Opened {
        match self.rescue {
            // Written without the program, so without digests.
            Some(_) => self.finish_rescue(),
            None => self.compare(),
        }
        self.terms.tell(&mut self.findings);
        self.opened.findings = self.findings.finish();
        self.opened
    }

    fn compare(&mut self) {
        if !self.parts.is_sorted_by(|a, b| a.item < b.item) {
            sorted::sort_by_key(&mut self.parts, |a| a.item);
            let pairs = self.parts.iter().zip(self.parts.iter().skip(1));
            let repeated = pairs.filter(|(a, b)| a.item == b.item);
            let repeated = sorted::set(repeated.map(|(a, _)| a.item));
            if !repeated.is_empty() {
                self.broken = true;
                self.bound_histories_of(&repeated, 0);
            }
            for item in repeated {
                self.findings.push(Finding::RepeatedRecord(item));
            }
        }
        let counts = self.opened.header.counts.unwrap_or_default();
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
            self.odd_plains();
        } else {
            let parts = self.parts.iter().filter_map(|part| {
                let Range { start, end } = part.plain;
                Some((part.item, self.source.part(start, end)?))
            });
            self.opened.by_hand =
                hand::changes(&edits, &self.opened.edits, parts, &mut self.findings);
        }
    }

    /// Readable parts that are none, though their digest says that they were written so.
    fn odd_plains(&mut self) {
        for part in &self.parts {
            let first = self.source.bytes.get(part.plain.start);
            if !part.plain.is_empty() && first != Some(&b'{') {
                self.findings.push(Finding::HandUnusable {
                    item: part.item,
                    key: "plain".to_owned(),
                });
            }
        }
    }

    /// Whether these parts have that digest: as they stand, or else in canonical form (an editor may have laid them out).
    fn matches(&self, digest: &str, part: impl Fn(&Part) -> Range<usize>) -> bool {
        let texts = || {
            self.parts.iter().filter_map(|held| {
                Some((held.item.to_string(), self.source.bytes.get(part(held))?))
            })
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
            let Ok(value) = serde_json::from_slice::<Value>(text) else {
                return false;
            };
            let text = serde_json::to_string(&value).unwrap_or_default();
            digest_part(&mut canonical, &name, text.as_bytes());
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

/// What an edit has more of than the format allows.
fn over(edit: &Edit) -> Option<Limit> {
    let values = edit.value.values();
    let is_long = |text: &str| text.len() > limits::TEXT_BYTES;
    if edit.why.as_deref().is_some_and(is_long) {
        return Some(Limit::Text);
    }
    if edit.extra.len() > limits::ENTRIES || edit.extra.iter().any(|(key, _)| is_long(key)) {
        return Some(Limit::Keys);
    }
    if edit.seen.seen.len().max(edit.seen.names.len()) > limits::SEEN {
        return Some(Limit::Seen);
    }
    if values.len() > limits::SEEN {
        return Some(Limit::Values);
    }
    let extra = edit.extra.iter().map(|(_, value)| value);
    values.iter().chain(extra).find_map(over_limits)
}

/// What of a text, list or map within is larger than the format allows.
pub(super) fn over_limits(value: &Value) -> Option<Limit> {
    let is_long = |text: &str| text.len() > limits::TEXT_BYTES;
    let (entries, within) = match value {
        Value::Text(text) => return is_long(text).then_some(Limit::Text),
        Value::List(items) => (items.len(), items.iter().find_map(over_limits)),
        Value::Map(entries) => {
            let of_entry = |(key, value): &(std::sync::Arc<str>, Value)| {
                if is_long(key) {
                    Some(Limit::Text)
                } else {
                    over_limits(value)
                }
            };
            (entries.len(), entries.iter().find_map(of_entry))
        }
        Value::None | Value::Bool(_) | Value::Int(_) => return None,
    };
    if entries > limits::ENTRIES {
        Some(Limit::Entries)
    } else {
        within
    }
}

/// The first control character other than line end and tab, or character that overrides the direction of text.
fn odd_character(value: &Value) -> Option<char> {
    match value {
        Value::Text(text) => {
            // Plain ASCII without controls, the common case, is passed by bytes.
            let suspicious =
                |byte: &u8| *byte < 0x20 || *byte == 0xc2 || *byte == 0xe2 || *byte == 0x7f;
            if !text.as_bytes().iter().any(suspicious) {
                return None;
            }
            text.chars().find(|letter| {
                (letter.is_control() && *letter != '\n' && *letter != '\t')
                    || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}')
            })
        }
        Value::List(items) => items.iter().find_map(odd_character),
        Value::Map(entries) => entries.iter().find_map(|(_, value)| odd_character(value)),
        Value::None | Value::Bool(_) | Value::Int(_) => None,
    }
}
