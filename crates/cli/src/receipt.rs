//! The receipts of a merge, as JSON: for each file, where each recommendation of its groups is in the result.
//!
//! The files are read once more for it, on all cores: to hold them all would take more memory than the result.

use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_core::combination::Combinations;
use rapporteur_core::intake::Condition;
use rapporteur_core::receipt::{GroupReceipt, Receipt, receipt};
use rapporteur_core::register::Register;
use rapporteur_core::workbook::Workbook;
use serde::Serialize;

use crate::Merge;
use crate::ahead::{in_order, threads};
use crate::files;
use crate::progress::Progress;
use crate::say::{Sentence, Voice};

/// What a file of receipts begins with.
const FORMAT: &str = "rapporteur-receipt";

/// A file that was joined.
pub(crate) struct Received {
    pub(crate) path: PathBuf,
    pub(crate) digest: String,
    pub(crate) condition: Condition,
    /// The first file with the same contents.
    pub(crate) same_as: Option<PathBuf>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    format: &'static str,
    version: u32,
    result: Result_,
    files: Vec<OfFile>,
}

#[derive(Serialize)]
struct Result_ {
    file: String,
    recommendations: usize,
    combinations: usize,
    conflicts: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OfFile {
    file: String,
    digest: String,
    condition: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
    groups: Vec<OfGroup>,
}

#[derive(Serialize)]
struct OfGroup {
    sentence: String,
    #[serde(flatten)]
    receipt: GroupReceipt,
}

/// Whether the receipts may be written there: over nothing, or over receipts.
pub(crate) fn check_target(target: &Path, output: &Path) -> Result<(), Sentence> {
    let named = |key: &str| Sentence::new(key, [("file", target.display().to_string())]);
    if target.is_dir() {
        return Err(named("cli-receipt-would-replace"));
    }
    let begins = format!("{{\n  \"format\": \"{FORMAT}\"");
    let is_receipt = |bytes: Vec<u8>| bytes.is_empty() || bytes.starts_with(begins.as_bytes());
    let replaces = target.exists() && !fs::read(target).is_ok_and(is_receipt);
    match replaces || target == output || files::is_same(target, output) {
        true => Err(named("cli-receipt-would-replace")),
        false => Ok(()),
    }
}

/// Writes the receipts, and says each group's.
pub(crate) fn write(
    target: &Path,
    merge: &Merge,
    now: &Workbook,
    received: &[Received],
    voice: &Voice,
) -> Result<(), Vec<Sentence>> {
    let all = Combinations::of(now);
    let mut stops = Vec::new();
    let mut report = Report {
        format: FORMAT,
        version: 1,
        result: Result_ {
            file: merge.output.display().to_string(),
            recommendations: Register::of(now).len(),
            combinations: all.listed().count(),
            conflicts: now.conflicts().count(),
        },
        files: Vec::with_capacity(received.len()),
    };
    let read = |one: &Received| -> Result<Receipt, Sentence> {
        let opened = files::open(&one.path)?;
        if opened.header.digest != one.digest {
            return Err(Sentence::plain("cli-changed-meanwhile").about(&one.path));
        }
        let mut before = Workbook::new();
        before.join(opened.edits);
        if merge.take_hand_edits {
            before.join(opened.by_hand);
        }
        Ok(receipt(&before, now, &all))
    };
    let mut progress = Progress::new(received.len());
    in_order(received, threads(), read, |one, receipt| {
        progress.step();
        let receipt = match receipt {
            Ok(receipt) => receipt,
            Err(stop) => return stops.push(stop),
        };
        let of_group = |receipt: GroupReceipt| OfGroup {
            sentence: voice.receipt(&receipt),
            receipt,
        };
        report.files.push(OfFile {
            file: one.path.display().to_string(),
            digest: one.digest.clone(),
            condition: one.condition.name(),
            same_as: one.same_as.as_ref().map(|path| path.display().to_string()),
            groups: receipt.groups.into_iter().map(of_group).collect(),
        });
    });
    drop(progress);
    if !stops.is_empty() {
        return Err(stops);
    }
    for file in &report.files {
        for group in &file.groups {
            let named = [
                ("file", file.file.as_str()),
                ("group", group.receipt.code.as_str()),
                ("text", group.sentence.as_str()),
            ];
            voice.tell(&Sentence::new("cli-receipt", named));
        }
    }
    let text = serde_json::to_string_pretty(&report).unwrap_or_default() + "\n";
    files::write_at_once(target, text.as_bytes()).map_err(|error| {
        let named = [
            ("file", target.display().to_string()),
            ("reason", error.to_string()),
        ];
        vec![Sentence::new("cli-receipt-not-written", named)]
    })?;
    let named = [("file", target.display().to_string())];
    voice.tell(&Sentence::new("cli-written", named));
    Ok(())
}
