//! Reading, in steps: bytes are bounded, then outlined, then each record is read and checked alone, then the digests are
//! compared. What cannot be used is a finding; the rest is here.

use std::collections::BTreeSet;
use std::ops::Range;

use sha2::{Digest as _, Sha256};

use super::decode::{Source, decode};
use super::fault::{Fault, Wrong};
use super::finding::{Finding, Findings, Limit, Refusal};
use super::foreign::foreign;
use super::header::{self, Header};
use super::outline::{Stop, outline};
use super::rescue::Rescue;
use super::terms::Terms;
use super::write::{digest_part, hex};
use super::{hand, limits};
use crate::edit::Edit;
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
    pub(super) source: Source<'a>,
    spans: Vec<(usize, usize)>,
    pub(super) at: usize,
    pub(super) opened: Opened,
    pub(super) findings: Findings,
    pub(super) parts: Vec<Part>,
    pub(super) terms: Terms,
    pub(super) broken: bool,
    pub(super) rescue: Option<Rescue>,
}

/// No edit is written in fewer bytes: `{"field":"a","seq":1,"session":"0123456789abcdef"}`.
/// Room for so many edits is made at once; more make their own.
const RESERVED: usize = 1 << 16;
const LEAST_EDIT: usize = 50;

/// Where a record's two parts stand in the text.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) item: ItemId,
    pub(super) plain: Range<usize>,
    pub(super) edits: Range<usize>,
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
        // As many as the header tells, as far as there is room for them in the file, and no more than an honest one has.
        let told = header.counts.map_or(0, |counts| counts.edits);
        let expected = usize::try_from(told).unwrap_or(usize::MAX);
        let expected = expected.min(source.bytes.len() / LEAST_EDIT).min(RESERVED);
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
                edits: Vec::with_capacity(expected),
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

    pub(super) fn bad_record(&mut self, fault: Fault) {
        self.bad_record_at(self.at, fault);
    }

    pub(super) fn bad_record_at(&mut self, record: usize, fault: Fault) {
        self.broken = true;
        self.findings.push(Finding::BadRecord { record, fault });
    }

    pub(super) fn bad_edit(&mut self, item: ItemId, at: usize, fault: Fault) {
        self.broken = true;
        self.findings.push(Finding::BadEdit {
            item,
            edit: at.saturating_add(1),
            fault,
        });
    }

    /// Sets aside what goes beyond the longest history of one field.
    pub(super) fn bound_histories(&mut self, item: ItemId, first: usize) {
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
            let text = self
                .source
                .bytes
                .get(part.plain.clone())
                .unwrap_or_default();
            if !text.is_empty() && text != b"null" && !text.starts_with(b"{") {
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
