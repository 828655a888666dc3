//! Taking a plain list into a workbook.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use rapporteur_core::command::{Pen, take_list};
use rapporteur_core::event::{Group, coded, event_of_code, group_of_slug, groups, vocabulary_of};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::list::{List, ListFinding, ListLimits, ListOptions, read_list};
use rapporteur_core::register::Register;
use rapporteur_core::text::{fold, slug};
use rapporteur_core::workbook::Workbook;
use unicode_normalization::UnicodeNormalization as _;

use crate::files;
use crate::say::{Sentence, Voice};
use crate::{Import, Outcome, Run};

pub(crate) fn run(import: &Import, voice: &Voice) -> Run {
    let stop = |sentence: Sentence| vec![sentence];
    let mut workbook = Workbook::new();
    let mut outcome = Outcome::Clean;
    if let Some(into) = &import.into {
        let opened = files::open(into).map_err(stop)?;
        workbook.join(opened.edits);
        let register = Register::of(&workbook);
        for finding in &opened.findings {
            outcome = Outcome::Findings;
            let sentence = Sentence::of(finding.message()).calling(&workbook, &register);
            voice.warn(&sentence.about(into));
        }
    }
    let mut pen = Pen::new(new_session(&workbook).map_err(stop)?);
    let at = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    let at = at.and_then(|at| i64::try_from(at.as_secs()).ok());
    let event = event(import, &workbook).map_err(stop)?;
    if import.into.is_none()
        && let Some(code) = &import.event
    {
        workbook.join(coded(&nfc(code)));
    }
    let mut list = read(&import.list, &workbook).map_err(stop)?;
    for finding in &list.findings {
        voice.warn(&Sentence::of(finding.message()).about(&import.list));
    }
    if list.items.is_empty() {
        let named = [("file", import.list.display().to_string())];
        return Err(vec![Sentence::new("cli-nothing-to-take", named)]);
    }
    let group = match &import.group {
        Some(name) => group(&nfc(name), event, &workbook, &mut list).map_err(stop)?,
        None => None,
    };
    let taken = take_list(&workbook, event, group, &list, &mut pen, at);
    for row in &taken.repeated {
        let sentence = Sentence::new("cli-row-repeated", [("row", row.to_string())]);
        voice.warn(&sentence.about(&import.list));
    }
    workbook.join(taken.edits().cloned());
    if pen.written() > 0 {
        let mut act = pen.act("session", at);
        act.introduce(&workbook, files::VERSION, "command line", None);
        workbook.join(act.finish());
    }
    files::put(&import.output, &workbook, "cli-would-lose-import", voice).map_err(stop)?;
    voice.tell(
        &Sentence::new("cli-taken", [("file", import.list.display().to_string())])
            .counting("new", taken.new)
            .counting("known", taken.known)
            .counting("groups", taken.groups.len()),
    );
    Ok(outcome)
}

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// A session nobody here has.
fn new_session(workbook: &Workbook) -> Result<SessionId, Sentence> {
    loop {
        let bits = getrandom::u64()
            .map_err(|error| Sentence::new("cli-no-random", [("reason", error.to_string())]))?;
        let session = SessionId(bits);
        if workbook.highest(session) == 0 {
            return Ok(session);
        }
    }
}

/// The event the list is taken into.
fn event(import: &Import, workbook: &Workbook) -> Result<ItemId, Sentence> {
    let Some(into) = &import.into else {
        let code = import.event.as_deref().unwrap_or_default();
        return match fold(&nfc(code)).is_empty() {
            true => Err(Sentence::new("cli-bad-code", [("code", code)])),
            false => Ok(event_of_code(&nfc(code))),
        };
    };
    let held: Vec<ItemId> = workbook.of_kind(Kind::EVENT).map(|(id, _)| id).collect();
    let code = |id: &ItemId| workbook.text(*id, "code").unwrap_or_default();
    let codes = || held.iter().map(code).collect::<Vec<_>>().join(", ");
    let file = into.display().to_string();
    match (held.as_slice(), &import.event) {
        ([], _) => Err(Sentence::new("cli-no-event", [("file", file)])),
        ([only], None) => Ok(*only),
        (_, None) => Err(Sentence::new(
            "cli-which-event",
            [("file", file), ("codes", codes())],
        )),
        (held, Some(wanted)) => {
            let wanted = fold(&nfc(wanted));
            let found = held.iter().find(|id| fold(code(id)) == wanted);
            found.copied().ok_or_else(|| {
                let wanted = import.event.clone().unwrap_or_default();
                let named = [("file", file), ("code", wanted), ("codes", codes())];
                Sentence::new("cli-unknown-event", named)
            })
        }
    }
}

/// The list, its text in NFC.
fn read(path: &Path, workbook: &Workbook) -> Result<List, Sentence> {
    let limit = ListLimits::default().bytes;
    let bytes = match files::bytes(path, limit)? {
        Ok(bytes) => bytes,
        Err(bytes) => {
            let finding = ListFinding::TooLarge { bytes, limit };
            return Err(Sentence::of(finding.message()).about(path));
        }
    };
    let bytes = match std::str::from_utf8(&bytes) {
        Ok(text) => nfc(text).into_bytes(),
        // The reader says where it goes wrong.
        Err(_) => bytes,
    };
    let vocabulary = vocabulary_of(workbook);
    Ok(read_list(&bytes, ListOptions::default(), &vocabulary))
}

/// The group a person names: one that is here by code, title or short name, else a new one, which the list then names.
fn group(
    name: &str,
    event: ItemId,
    workbook: &Workbook,
    list: &mut List,
) -> Result<Option<ItemId>, Sentence> {
    let wanted = fold(name);
    let here = groups(workbook, event);
    let by_code: Vec<&Group> = here
        .iter()
        .filter(|group| !wanted.is_empty() && fold(&group.code) == wanted)
        .collect();
    let derived = group_of_slug(event, &slug(name));
    let called = |group: &&Group| {
        group.id == derived
            || group
                .titles
                .values()
                .any(|title| !wanted.is_empty() && fold(title) == wanted)
    };
    let found = match by_code.is_empty() {
        true => here.iter().filter(called).collect(),
        false => by_code,
    };
    match found.as_slice() {
        [one] => Ok(Some(one.id)),
        [] => {
            for item in list.items.iter_mut().filter(|item| item.group.is_none()) {
                item.group = Some(name.to_owned());
            }
            Ok(None)
        }
        several => {
            let codes: Vec<&str> = several.iter().map(|group| group.code.as_str()).collect();
            let named = [("group", name.to_owned()), ("codes", codes.join(", "))];
            Err(Sentence::new("cli-which-group", named))
        }
    }
}
