//! Whether files are whole and as they were written.

use std::path::Path;

use rapporteur_core::event::additions_of;
use rapporteur_core::file::{Finding, Opened};
use rapporteur_core::register::Register;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;
use serde::Serialize;

use crate::files;
use crate::say::{Sentence, Voice};
use crate::show::Told;
use crate::{Check, Outcome};

#[derive(Serialize)]
struct Report {
    files: Vec<Checked>,
}

#[derive(Serialize)]
struct Checked {
    file: String,
    status: &'static str,
    findings: Vec<Told>,
}

/// How many clashes are told one by one.
const MOST_CLASHES: usize = 1_000;

/// The workbook of a file, with a warning for each of its findings.
///
/// # Errors
/// Why there is none.
pub(crate) fn warned(path: &Path, voice: &Voice) -> Result<(Workbook, Register), Vec<Sentence>> {
    let opened = files::open(path).map_err(|stop| vec![stop])?;
    let mut workbook = Workbook::new();
    workbook.join(opened.edits.iter().cloned());
    let register = Register::of(&workbook);
    for finding in findings(&opened, &workbook) {
        let told = Told::of(finding, &workbook, &register, voice);
        let named = [
            ("file", path.display().to_string()),
            ("text", told.text().to_owned()),
        ];
        voice.warn(&Sentence::new("cli-finding", named));
    }
    Ok((workbook, register))
}

pub(crate) fn run(check: &Check, voice: &Voice) -> Outcome {
    let mut report = Report { files: Vec::new() };
    let mut outcome = Outcome::Clean;
    for path in &check.files {
        let (found, one) = match files::open(path) {
            Ok(opened) => {
                let mut workbook = Workbook::new();
                workbook.join(opened.edits.iter().cloned());
                let register = Register::of(&workbook);
                let told = |finding| Told::of(finding, &workbook, &register, voice);
                let found: Vec<Told> = findings(&opened, &workbook).into_iter().map(told).collect();
                let one = match found.is_empty() {
                    true => Outcome::Clean,
                    false => Outcome::Findings,
                };
                (found, one)
            }
            Err(stop) => {
                let nothing = (Workbook::new(), Register::default());
                let told = Told::of(stop.alone(), &nothing.0, &nothing.1, voice);
                (vec![told], Outcome::Stopped)
            }
        };
        outcome = outcome.max(one);
        report.files.push(Checked {
            file: path.display().to_string(),
            status: match one {
                Outcome::Clean => "clean",
                Outcome::Findings => "findings",
                Outcome::Stopped => "unreadable",
            },
            findings: found,
        });
    }
    if check.json {
        let text = serde_json::to_string_pretty(&report).unwrap_or_default();
        crate::print(&(text + "\n"));
        return outcome;
    }
    for checked in &report.files {
        if checked.findings.is_empty() {
            let named = [("file", checked.file.as_str())];
            voice.tell(&Sentence::new("cli-checked-clean", named));
        }
        for finding in &checked.findings {
            let named = [("file", checked.file.as_str()), ("text", finding.text())];
            voice.tell(&Sentence::new("cli-finding", named));
        }
    }
    outcome
}

/// What is to be known of a file: of its form, of names that stand on two contents, and of the terms it adds.
pub(crate) fn findings(opened: &Opened, workbook: &Workbook) -> Vec<Sentence> {
    let clashes = workbook.clashes();
    let more = clashes.len().saturating_sub(MOST_CLASHES);
    let clashes = clashes.keys().take(MOST_CLASHES).map(|id| {
        let name = format!("{}-{}", id.session, id.seq);
        Sentence::new("finding-clash", [("name", name)])
    });
    let more = (more > 0).then(|| Sentence::of(Finding::More { count: more }.message()));
    let (_, terms) = Vocabulary::with_additions(additions_of(workbook));
    let of_file = opened.findings.iter().map(Finding::message);
    let of_terms = terms.iter().map(|finding| finding.message());
    of_file
        .map(Sentence::of)
        .chain(clashes)
        .chain(more)
        .chain(of_terms.map(Sentence::of))
        .collect()
}
