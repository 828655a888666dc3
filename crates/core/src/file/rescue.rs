//! The rescue form: what a page writes without the program, from what the browser holds. Texts are wrapped as they stand,
//! so that the page need not understand them; here they become edits.

use serde::Deserialize;

use super::fault::{Fault, Wrong};
use super::finding::Finding;
use super::read::Reader;
use crate::edit::RawEdit;
use crate::sorted;
use crate::value::Value;

/// The name a rescue file begins with.
pub(super) const FORMAT: &str = "rapporteur-rescue";

/// What the form holds beside its acts, as far as it was read.
#[derive(Debug, Default)]
pub(super) struct Rescue {
    /// What the store says of the workbook.
    meta: Value,
    /// Texts that were being typed: session, record and text, in the order they were found.
    pending: Vec<(String, usize, String)>,
}

impl Rescue {
    /// The form whose workbook says this of itself, as JSON text; an import that was taken out again stays out.
    pub(super) fn of(meta: &str) -> Self {
        Self {
            meta: serde_json::from_str(meta).unwrap_or_default(),
            pending: Vec::new(),
        }
    }

    /// The text of edits in a record, by its number; none where it is kept for later or stays out.
    ///
    /// # Errors
    /// What is wrong with it.
    fn take(&mut self, number: usize, record: &str) -> Result<Option<String>, Fault> {
        let found: Value = serde_json::from_str(record).map_err(|_| Wrong::Syntax.at(""))?;
        let get = |key| found.get(key).and_then(Value::as_text);
        let text = get("text")
            .ok_or_else(|| Wrong::Missing.at("text"))?
            .to_owned();
        let dropped = self.meta.get("dropped").map_or(&[][..], Value::items);
        if get("from") == Some("pending") {
            let session = get("session").unwrap_or_default().to_owned();
            self.pending.push((session, number, text));
            return Ok(None);
        }
        let is_out = get("batch").is_some_and(|batch| {
            let mut dropped = dropped.iter().filter_map(Value::as_text);
            dropped.any(|out| out == batch)
        });
        Ok((!is_out).then_some(text))
    }
}

/// The edits of such a text.
///
/// # Errors
/// What is wrong with it.
pub(super) fn edits(text: &str) -> Result<Vec<RawEdit>, Fault> {
    typed(text).map(|typed| typed.edits)
}

/// The edits of an act, or of a text that was being typed, as [`crate::keep`] writes them.
#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    count: u64,
    edits: Vec<RawEdit>,
}

fn typed(text: &str) -> Result<Typed, Fault> {
    let edits = |_| serde_json::from_str(text).map(|edits| Typed { count: 0, edits });
    serde_json::from_str(text)
        .or_else(edits)
        .map_err(|_| Wrong::Syntax.at("text"))
}

impl Reader<'_> {
    /// Takes a record of the rescue form.
    pub(super) fn found(&mut self, number: usize, record: &str) {
        let Some(rescue) = &mut self.rescue else {
            return;
        };
        match rescue.take(number, record) {
            Ok(Some(text)) => self.found_edits(number, &text),
            Ok(None) => {}
            Err(fault) => self.bad_record_at(number, fault),
        }
    }

    fn found_edits(&mut self, number: usize, text: &str) {
        match edits(text) {
            Ok(list) => {
                for (at, raw) in list.into_iter().enumerate() {
                    match raw.own_item() {
                        Some(item) => self.take(item, at, raw),
                        None => self.bad_record_at(number, Wrong::Missing.at("item")),
                    }
                }
            }
            Err(fault) => self.bad_record_at(number, fault),
        }
    }

    /// What was being typed becomes the edits that its session would have written, unless it wrote them already; then it
    /// is told what the file is.
    pub(super) fn finish_rescue(&mut self) {
        let Some(rescue) = self.rescue.take() else {
            return;
        };
        let known = sorted::set(self.opened.edits.iter().map(|edit| edit.id));
        let mut pieces = 0_usize;
        let counts: Vec<u64> = rescue
            .pending
            .iter()
            .map(|(_, _, text)| typed(text).map_or(0, |typed| typed.count))
            .collect();
        for (at, (session, number, text)) in rescue.pending.iter().enumerate() {
            // Either of store and journal may have the older one; of equal ones the journal's, which stands behind.
            let count = counts.get(at).copied().unwrap_or(0);
            let others = rescue.pending.iter().zip(&counts).enumerate();
            let mut newer = others.filter(|(other, (_, held))| (**held, *other) > (count, at));
            let typed = edits(text).unwrap_or_default();
            let is_known = typed.iter().any(|edit| known.contains(&edit.id()));
            if is_known || newer.any(|(_, (newer, _))| newer.0 == *session) {
                continue;
            }
            pieces = pieces.saturating_add(usize::from(!typed.is_empty()));
            self.found_edits(*number, text);
        }
        let items = sorted::set(self.opened.edits.iter().map(|edit| edit.item));
        self.bound_histories_of(&items, 0);
        self.findings.push(Finding::Rescued { pieces });
    }
}
