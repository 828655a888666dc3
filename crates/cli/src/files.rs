//! Workbooks on disk: read whole and bounded, written whole or not at all, and never over something that would be lost.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rapporteur_core::file::{self, FileKind, Finding, Opened, Refusal, limits};
use rapporteur_core::workbook::Workbook;

use crate::say::{Sentence, Voice};

/// The version that stands in the files.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The bytes of a file that is at most so long; else how long it is.
pub(crate) fn bytes(path: &Path, limit: usize) -> Result<Result<Vec<u8>, usize>, Sentence> {
    let told = || -> io::Result<_> {
        let length = usize::try_from(fs::metadata(path)?.len()).unwrap_or(usize::MAX);
        if length > limit {
            return Ok(Err(length));
        }
        fs::read(path).map(Ok)
    };
    told().map_err(|error| {
        Sentence::new("cli-cannot-read", [("reason", error.to_string())]).about(path)
    })
}

/// A workbook file, or why nothing of it can be taken.
pub(crate) fn open(path: &Path) -> Result<Opened, Sentence> {
    let refused = |refusal: &Refusal| Sentence::of(refusal.message()).about(path);
    let limit = limits::NATIVE_FILE_BYTES;
    match bytes(path, limit)? {
        Err(bytes) => Err(refused(&Refusal::TooLarge { bytes, limit })),
        Ok(bytes) => file::read_within(&bytes, limit).map_err(|refusal| refused(&refusal)),
    }
}

/// Writes the workbook, unless what stands there would be lost by it. Nothing is written where that changes nothing.
/// `remedy` is the sentence for a workbook that stands there and holds more.
pub(crate) fn put(
    path: &Path,
    workbook: &Workbook,
    remedy: &str,
    voice: &Voice,
) -> Result<(), Sentence> {
    let sentence = |key: &str| Sentence::new(key, [("file", path.display().to_string())]);
    let bytes = file::write(workbook, FileKind::Workbook, VERSION);
    check_readable(&bytes, voice)?;
    // Through a link to the file itself: renaming would put a file in place of the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if target.is_dir() {
        return Err(sentence("cli-is-folder"));
    }
    if target.exists() {
        let held = self::bytes(path, limits::NATIVE_FILE_BYTES)?.unwrap_or_default();
        match file::read_within(&held, limits::NATIVE_FILE_BYTES) {
            Err(Refusal::Empty) if fs::metadata(&target).is_ok_and(|held| held.len() == 0) => {}
            Err(_) => return Err(sentence("cli-would-replace")),
            Ok(held) if !is_whole(&held, workbook) => {
                return Err(sentence("cli-would-lose-damaged"));
            }
            Ok(held) if held.edits.iter().any(|edit| !workbook.holds(edit)) => {
                return Err(sentence(remedy));
            }
            Ok(_) => {}
        }
        if fs::read(&target).is_ok_and(|held| held == bytes) {
            voice.tell(&sentence("cli-unchanged"));
            return Ok(());
        }
    }
    write_at_once(&target, &bytes).map_err(|error| {
        let named = [
            ("file", path.display().to_string()),
            ("reason", error.to_string()),
        ];
        Sentence::new("cli-cannot-write", named)
    })?;
    voice.tell(&sentence("cli-written"));
    Ok(())
}

/// Whether two names are of one file that is there.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| fs::canonicalize(path).ok();
    whole(one).is_some() && whole(one) == whole(other)
}

/// Writes a document, over an older one too, but never over a workbook.
pub(crate) fn put_document(path: &Path, bytes: &[u8], voice: &Voice) -> Result<(), Sentence> {
    let sentence = |key: &str| Sentence::new(key, [("file", path.display().to_string())]);
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if target.is_dir() {
        return Err(sentence("cli-is-folder"));
    }
    if target.exists() {
        let held = self::bytes(path, limits::FILE_BYTES)?.unwrap_or_default();
        if file::read(&held).is_ok() {
            return Err(sentence("cli-is-workbook"));
        }
    }
    write_at_once(&target, bytes).map_err(|error| {
        let named = [
            ("file", path.display().to_string()),
            ("reason", error.to_string()),
        ];
        Sentence::new("cli-cannot-write", named)
    })?;
    voice.tell(&sentence("cli-written"));
    Ok(())
}

/// Whether all that the file says is among its edits, or among those of the workbook.
fn is_whole(held: &Opened, workbook: &Workbook) -> bool {
    let unusable = |finding: &Finding| matches!(finding, Finding::HandUnusable { .. });
    let by_hand_taken = !held.by_hand.is_empty()
        && held.by_hand.iter().all(|edit| workbook.holds(edit))
        && !held.findings.iter().any(unusable);
    held.intact || by_hand_taken
}

/// What is written must be read back whole: joining many files may go beyond what one file may hold.
fn check_readable(bytes: &[u8], voice: &Voice) -> Result<(), Sentence> {
    let mebibytes = |bytes: usize| bytes.div_ceil(1024 * 1024).to_string();
    let sized = |key: &str, limit: usize| {
        let named = [
            ("size", mebibytes(bytes.len())),
            ("limit", mebibytes(limit)),
        ];
        Sentence::new(key, named)
    };
    if bytes.len() > limits::NATIVE_FILE_BYTES {
        return Err(sized("cli-too-large-to-write", limits::NATIVE_FILE_BYTES));
    }
    if bytes.len() > limits::FILE_BYTES {
        voice.warn(&sized("cli-too-large-for-app", limits::FILE_BYTES));
    }
    let reason = match file::read_within(bytes, limits::NATIVE_FILE_BYTES) {
        Ok(opened) if opened.intact => return Ok(()),
        Ok(opened) => opened.findings.first().map(Finding::message),
        Err(refusal) => Some(refusal.message()),
    };
    let text = reason.map(|message| voice.sentence(&Sentence::of(message)));
    Err(Sentence::new(
        "cli-over-limits",
        [("text", text.unwrap_or_default())],
    ))
}

/// Beside the target first, then in its place: a power cut leaves the old file or the new one.
pub(crate) fn write_at_once(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match target.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Err(io::ErrorKind::InvalidInput.into()),
    };
    let name = target.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let tail = getrandom::u64().map_err(|error| io::Error::other(error.to_string()))?;
    let beside: PathBuf = folder.join(format!(".{}.{tail:016x}.part", name.to_string_lossy()));
    let written = || -> io::Result<()> {
        let mut file = fs::File::create_new(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        if let Ok(held) = fs::metadata(target) {
            file.set_permissions(held.permissions())?;
        }
        drop(file);
        fs::rename(&beside, target)
    };
    let result = written();
    if result.is_err() {
        fs::remove_file(&beside).ok();
    } else if cfg!(unix) {
        // The name is on the disk too, where the system can be asked for it.
        fs::File::open(folder)
            .and_then(|folder| folder.sync_all())
            .ok();
    }
    result
}
