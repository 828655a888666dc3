//! What a file says of itself.

use std::collections::BTreeSet;

use super::decode::Source;
use super::finding::{Finding, Findings, Refusal};
use super::outline::Outline;
use super::rescue::{self, Rescue};
use super::write::FileKind;
use super::{FORMAT, FORMAT_VERSION};
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
    pub(super) plain_digest: String,
    pub(super) counts: Option<Counts>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) records: u64,
    pub(super) edits: u64,
}

/// The keys of format 1; `records` is found with the records.
const KEYS: [&str; 9] = [
    "format",
    "formatVersion",
    "minReader",
    "app",
    "kind",
    "events",
    "counts",
    "digests",
    "workbook",
];

/// Reads the header, and in what form the records stand where it is the rescue form.
///
/// # Errors
/// Where it says, or does not say, what keeps this version from reading the file.
pub(super) fn read(
    source: Source<'_>,
    found: &Outline,
    findings: &mut Findings,
) -> Result<(Header, Option<Rescue>), Refusal> {
    let mut header = Header::default();
    let (mut format, mut version, mut min_reader) = (Value::None, None, None);
    let mut meta = Value::None;
    let mut bad_workbook = false;
    let mut known = BTreeSet::new();
    for (key, span) in &found.header {
        let key = source.part(key.0, key.1).unwrap_or_default();
        // What nobody knows is not looked into: it may hold what this version has no values for.
        if !KEYS.contains(&key) {
            findings.push(Finding::UnknownHeaderKey(key.to_owned()));
            continue;
        }
        if !known.insert(key) {
            findings.push(Finding::RepeatedHeaderKey(key.to_owned()));
            // Of several the one that asks for most.
            if key != "minReader" {
                continue;
            }
        }
        let text = source.part(span.0, span.1).unwrap_or_default();
        let value = serde_json::from_str::<Value>(text).ok();
        let value = value.filter(|value| fits(key, value));
        let Some(value) = value else {
            match key {
                "format" => return Err(Refusal::NotOurs),
                "formatVersion" => version = Some(Err("formatVersion")),
                "minReader" => min_reader = Some(Err("minReader")),
                // What it should be is known once the form is.
                "workbook" => bad_workbook = true,
                _ => findings.push(Finding::BadHeader {
                    key: key.to_owned(),
                }),
            }
            continue;
        };
        let words = || value.as_text().unwrap_or_default().to_owned();
        match key {
            "format" => format = value,
            "formatVersion" => version = Some(Ok(number(&value).unwrap_or(0))),
            "minReader" => {
                let asked = number(&value).unwrap_or(0);
                min_reader = match min_reader {
                    Some(Ok(held)) => Some(Ok(asked.max(held))),
                    None => Some(Ok(asked)),
                    bad => bad,
                };
            }
            "app" => header.app = words(),
            "kind" => match FileKind::of(&words()) {
                Some(kind) => header.kind = kind,
                None => findings.push(Finding::UnknownKind(words())),
            },
            "events" => {
                let titles = value.items().iter().filter_map(Value::as_text);
                header.events = titles.map(str::to_owned).collect();
            }
            "workbook" => meta = value,
            "counts" => header.counts = counts(&value),
            _ => {
                let digest = |key| value.get(key).and_then(Value::as_text).map(str::to_owned);
                header.digest = digest("edits").unwrap_or_default();
                header.plain_digest = digest("plain").unwrap_or_default();
            }
        }
    }
    let rescue = (format.as_text() == Some(rescue::FORMAT))
        .then(|| Rescue::of(meta.as_text().unwrap_or_default()));
    let workbook = String::from("workbook");
    if rescue.is_none() && known.contains("workbook") {
        findings.push(Finding::UnknownHeaderKey(workbook));
    } else if bad_workbook {
        findings.push(Finding::BadHeader { key: workbook });
    }
    if rescue.is_none() && format.as_text() != Some(FORMAT) {
        return Err(match found.broken {
            Some(at) if format.is_none() => Refusal::NotJson { at },
            _ => Refusal::NotOurs,
        });
    }
    let broken = found.broken.is_some();
    let missing = |key| if broken { Ok(0) } else { Err(key) };
    let version = version.unwrap_or_else(|| missing("formatVersion"));
    header.version = version.map_err(|key| Refusal::NoVersion { key })?;
    let min_reader = min_reader.unwrap_or(Ok(header.version));
    let min_reader = min_reader.map_err(|key| Refusal::NoVersion { key })?;
    if min_reader > FORMAT_VERSION {
        return Err(Refusal::Newer {
            version: header.version,
            app: header.app,
        });
    }
    if !broken && !found.has_records {
        return Err(Refusal::NoRecords);
    }
    Ok((header, rescue))
}

/// Whether a value of the header has the form of its key.
fn fits(key: &str, value: &Value) -> bool {
    let is_digest = |value: Option<&Value>| {
        let text = value.and_then(Value::as_text).unwrap_or_default();
        text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    match key {
        "formatVersion" => number(value).is_some_and(|version| version > 0),
        "minReader" => number(value).is_some(),
        "events" => {
            matches!(value, Value::List(titles) if titles.iter().all(|title| title.as_text().is_some()))
        }
        "counts" => counts(value).is_some(),
        "digests" => is_digest(value.get("edits")) && is_digest(value.get("plain")),
        _ => value.as_text().is_some(),
    }
}

fn number(value: &Value) -> Option<u64> {
    u64::try_from(value.as_int()?).ok()
}

fn counts(value: &Value) -> Option<Counts> {
    Some(Counts {
        records: number(value.get("records")?)?,
        edits: number(value.get("edits")?)?,
    })
}
