//! Bad files, each wrong in one way: what is told of each, and that nothing of it is lost or takes the reader down.
//!
//! What is told stands in `corpus/outcomes.txt` too, word for word: the tests of the app hold the browser against it.
//! `BLESS=1 cargo test -p rapporteur-core --test corpus` writes it anew.
#![allow(
    clippy::unwrap_used,
    unreachable_pub,
    missing_docs,
    clippy::arithmetic_side_effects,
    clippy::panic,
    reason = "tests"
)]

#[path = "corpus/cases.rs"]
mod cases;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use cases::{cases, is_told, outcome};
use rapporteur_core::file::{Encoding, Finding, Foreign, Limit, Refusal, Wrong, limits, read};

/// The name of a variant, and all names: a new variant does not compile until it stands here, and then a case is wanted.
macro_rules! variants {
    ($name:ident, $all:ident, $of:ident: $($variant:ident)*) => {
        const $all: &[&str] = &[$(stringify!($variant)),*];

        fn $name(one: &$of) -> &'static str {
            match one {
                $($of::$variant { .. } => stringify!($variant),)*
            }
        }
    };
}

variants!(finding, FINDINGS, Finding:
    CutOff Trailing UnknownHeaderKey RepeatedHeaderKey BadHeader UnknownRecordKey BadRecord BadEdit OverLimit OddValue
    UnknownTerm RepeatedRecord Counts EditsChanged HandEdited HandUnusable PlainChanged UnknownKind OddCharacters Rescued
    More);
variants!(refusal, REFUSALS, Refusal:
    Empty TooLarge NotUtf8 NotJson NotOurs Foreign NoVersion NoRecords Newer TooDeep TooManyRecords);
variants!(wrong, WRONGS, Wrong:
    Syntax Bytes RawControl Escape HalfLetter NotAnObject Type Name Number Fraction Missing Repeated Unsorted Empty Both Seq
    Act SeesItself OtherItem);
variants!(encoding, ENCODINGS, Encoding: Utf16 Utf32 Other);
variants!(foreign, FOREIGN, Foreign:
    Docx Xlsx Pptx OpenDocument OldOffice Rtf Packed Pdf Picture Media Html Xml Program Database Encrypted JsonList Table);
variants!(limit, LIMITS, Limit: Text Entries Depth Seen Values Keys History Edits);

#[test]
fn whatever_can_be_told_is_told_of_one_of_them() {
    let mut met = BTreeSet::new();
    for case in cases() {
        let findings = match read(&case.bytes) {
            Ok(opened) => opened.findings,
            Err(refused) => {
                met.insert(("refusal", refusal(&refused)));
                match refused {
                    Refusal::NotUtf8(found) => drop(met.insert(("encoding", encoding(&found)))),
                    Refusal::Foreign(found) => drop(met.insert(("foreign", foreign(&found)))),
                    _ => {}
                }
                continue;
            }
        };
        for found in findings {
            met.insert(("finding", finding(&found)));
            match found {
                Finding::BadRecord { fault, .. } | Finding::BadEdit { fault, .. } => {
                    met.insert(("fault", wrong(&fault.what)));
                }
                Finding::OverLimit { limit: over, .. } => drop(met.insert(("limit", limit(&over)))),
                _ => {}
            }
        }
    }
    // The largest file has no room for too many edits, unless it is read natively.
    let least = r#"{"field":"a","seq":1,"session":"0123456789abcdef"},"#.len();
    let roomless: &[&str] = match limits::FILE_BYTES / least < limits::EDITS {
        true => &["Edits"],
        false => &[],
    };
    for (sort, all) in [
        ("finding", FINDINGS),
        ("refusal", REFUSALS),
        ("fault", WRONGS),
        ("encoding", ENCODINGS),
        ("foreign", FOREIGN),
        ("limit", LIMITS),
    ] {
        let missing = all.iter().filter(|name| !met.contains(&(sort, **name)));
        let missing: Vec<&&str> = missing.filter(|name| !roomless.contains(name)).collect();
        assert!(missing.is_empty(), "no file has the {sort} {missing:?}");
    }
}

/// A line without what differs from file to file: the key, and the kind of fault, limit, shape, format or encoding.
fn way(line: &str) -> String {
    let kinds = ["fault=", "limit=", "shape=", "format=", "encoding="];
    let words = line.split(' ').enumerate();
    let words =
        words.filter(|(at, word)| *at == 0 || kinds.iter().any(|kind| word.starts_with(kind)));
    words.map(|(_, word)| word).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_way_of_being_wrong_is_told() {
    let mut wrong = Vec::new();
    let mut told = String::new();
    let (mut names, mut ways) = (BTreeSet::new(), BTreeSet::new());
    let all = cases();
    for case in &all {
        assert!(
            names.insert(case.name.clone()),
            "{} stands twice",
            case.name
        );
        let lines = outcome(&case.bytes);
        if !lines.iter().any(|line| is_told(line, &case.expect)) {
            wrong.push(format!(
                "{}: expected {}, told {lines:?}",
                case.name, case.expect
            ));
        }
        ways.extend(lines.iter().map(|line| way(line)));
        writeln!(told, "{}\t{}", case.name, lines.join(" | ")).unwrap();
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        all.len(),
        wrong.join("\n")
    );
    assert!(all.len() >= 300, "{} files", all.len());
    assert!(
        ways.len() >= 60,
        "{} distinct findings: {ways:?}",
        ways.len()
    );
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/outcomes.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &told).unwrap();
    }
    assert!(
        std::fs::read_to_string(path).unwrap() == told,
        "BLESS=1 writes {path} anew"
    );
}
