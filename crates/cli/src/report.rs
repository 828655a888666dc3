//! Documents from a workbook: what core makes of it goes to a file.

use rapporteur_core::advice::{Identified, identifying_in};
use rapporteur_core::event::events;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::register::Register;
use rapporteur_core::report::{self, Format, Language, Options};
use rapporteur_core::text::fold;
use rapporteur_core::workbook::Workbook;

use crate::files;
use crate::say::{Sentence, Voice};
use crate::{Outcome, Report, Run};

pub(crate) fn run(report: &Report, voice: &Voice) -> Run {
    let format = format(report).map_err(|stop| vec![stop])?;
    let opened = files::open(&report.file).map_err(|stop| vec![stop])?;
    let mut workbook = Workbook::new();
    workbook.join(opened.edits);
    let options = Options {
        language: report
            .lang
            .as_deref()
            .and_then(Language::of)
            .unwrap_or_default(),
        pack: report.pack.clone(),
        table: report.table,
        event: event(report, &workbook).map_err(|stop| vec![stop])?,
        small_counts: report.small_counts,
    };
    let bytes = report::report(&workbook, format, &options)
        .map_err(|refusal| vec![Sentence::of(refusal.message()).about(&report.file)])?;
    // Nobody ticks anything here, so nothing is written until somebody has said that it may be.
    let register = Register::of(&workbook);
    let identifying = identifying_in(&workbook, &register, options.event);
    let counted = |key: &str| {
        Sentence::new(key, [("file", report.file.display().to_string())])
            .counting("count", identifying.len())
    };
    if !identifying.is_empty() && !report.publish_identifying {
        let places = identifying.iter();
        let places = places.map(|one| place(one, &workbook, &register, voice));
        return Err(std::iter::once(counted("cli-report-held"))
            .chain(places)
            .collect());
    }
    files::put_document(&report.output, &bytes, voice).map_err(|stop| vec![stop])?;
    if !identifying.is_empty() {
        voice.warn(&counted("cli-report-identifying"));
    }
    // A document of a damaged file may lack what the damage took.
    for finding in &opened.findings {
        voice.warn(&Sentence::of(finding.message()).about(&report.file));
    }
    Ok(match opened.findings.is_empty() {
        true => Outcome::Clean,
        false => Outcome::Findings,
    })
}

/// What could lead to a person, and where it stands.
fn place(one: &Identified, workbook: &Workbook, register: &Register, voice: &Voice) -> Sentence {
    let number = match one.item.kind {
        Kind::REC => register.number(one.item),
        _ => workbook
            .text(one.item, "code")
            .unwrap_or_default()
            .to_owned(),
    };
    let item = match number.is_empty() {
        true => one.item.to_string(),
        false => number,
    };
    let key = format!("advice-{}", one.pattern.name());
    let told = voice.sentence(&Sentence::new(&key, [("words", one.words.as_str())]));
    let named = [("item", item), ("field", one.field.clone()), ("text", told)];
    Sentence::new("cli-report-place", named)
}

/// The format asked for, else the one the name of the output ends with.
fn format(report: &Report) -> Result<Format, Sentence> {
    let ending = report.output.extension().and_then(|ending| ending.to_str());
    let name = report.format.as_deref().or(ending).unwrap_or_default();
    Format::of(&name.to_ascii_lowercase()).ok_or_else(|| {
        let formats: Vec<&str> = Format::ALL.into_iter().map(Format::name).collect();
        let named = [
            ("file", report.output.display().to_string()),
            ("formats", formats.join(", ")),
        ];
        Sentence::new("cli-which-format", named)
    })
}

/// The event of the code asked for.
fn event(report: &Report, workbook: &Workbook) -> Result<Option<ItemId>, Sentence> {
    let Some(wanted) = &report.event else {
        return Ok(None);
    };
    let events = events(workbook);
    let found = events
        .iter()
        .find(|event| fold(&event.code) == fold(wanted));
    match found {
        Some(event) => Ok(Some(event.id)),
        None => {
            let codes: Vec<&str> = events.iter().map(|event| event.code.as_str()).collect();
            let named = [
                ("file", report.file.display().to_string()),
                ("code", wanted.clone()),
                ("codes", codes.join(", ")),
            ];
            Err(Sentence::new("cli-unknown-event", named))
        }
    }
}
