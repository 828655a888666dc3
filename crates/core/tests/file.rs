//! The file: what is written is read back, and what is wrong is named.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use rapporteur_core::command::Pen;
use rapporteur_core::edit::Reach;
use rapporteur_core::event::{event_of_code, group_of_slug, groups};
use rapporteur_core::file::{FileKind, Finding, Foreign, Refusal, read, write};
use rapporteur_core::intake::{Verdict, preview};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::recommendation::{Recommendation, State};
use rapporteur_core::register::Register;
use rapporteur_core::template::templates;
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;

/// A workbook with some recommendations of one group, one of them in two languages.
fn workbook(session: u64, count: u128) -> Workbook {
    let event = event_of_code("LHR");
    let mut workbook = Workbook::new();
    workbook.join(templates()[0].defaults(event));
    let group = group_of_slug(event, "g2");
    let mut pen = Pen::new(SessionId(session));
    let mut register = Register::of(&workbook);
    for at in 0..count {
        let item = ItemId::new(Kind::REC, u128::from(session) << 64 | at);
        let mut act = pen.act("typed", Some(1_800_000_000));
        act.set(&workbook, event, "code", Value::text("LHR"));
        act.add_recommendation(&workbook, &register, group, item);
        act.word(
            &workbook,
            item,
            "en",
            &format!("FIA \"{at}\" signs\na protocol"),
            Reach::default(),
        );
        act.set(
            &workbook,
            item,
            "addressees",
            Value::set(["fia", "police-provincial"]),
        );
        let joined = workbook.join(act.finish());
        register.update(&workbook, &joined.items);
        let mut act = pen.act("typed", None);
        act.word(
            &workbook,
            item,
            "ur",
            "ایف آئی اے معاہدہ کرے۔",
            Reach::default(),
        );
        act.set_state(&workbook, item, State::Ready);
        let joined = workbook.join(act.finish());
        register.update(&workbook, &joined.items);
    }
    workbook
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_workbook_is_read_as_it_was_written() {
    let held = workbook(7, 12);
    let bytes = write(&held, FileKind::Workbook, "0.1.0");
    let opened = read(&bytes).unwrap();
    assert_eq!(opened.findings, []);
    assert!(opened.intact);
    let mut again = Workbook::new();
    again.join(opened.edits);
    assert!(again == held);
    assert_eq!(write(&again, FileKind::Workbook, "0.1.0"), bytes);
}

#[test]
fn a_record_tells_people_what_it_says() {
    let held = workbook(7, 1);
    let json: serde_json::Value =
        serde_json::from_slice(&write(&held, FileKind::Workbook, "0.1.0")).unwrap();
    let records = json["records"].as_array().unwrap();
    let rec = records
        .iter()
        .find(|record| record["id"].as_str().unwrap().starts_with("rec:"))
        .unwrap();
    assert_eq!(rec["plain"]["label"], "LHR-G2-01");
    assert_eq!(rec["plain"]["wording"]["en"], "FIA \"0\" signs\na protocol");
    assert_eq!(
        rec["plain"]["addressees"][0]["en"],
        "Federal Investigation Agency (FIA)"
    );
    assert_eq!(
        rec["plain"]["group"]["label"],
        "Police, FIA and investigation"
    );
}

#[test]
fn the_order_of_records_and_the_layout_mean_nothing() {
    let held = workbook(7, 5);
    let mut json: serde_json::Value =
        serde_json::from_slice(&write(&held, FileKind::Workbook, "0.1.0")).unwrap();
    json["records"].as_array_mut().unwrap().reverse();
    let pretty = serde_json::to_string_pretty(&json).unwrap();
    let opened = read(format!("\u{feff}{pretty}\r\n").as_bytes()).unwrap();
    assert_eq!(opened.findings, []);
    assert!(opened.intact);
}

#[test]
fn a_lean_file_has_the_same_values() {
    let mut held = workbook(7, 3);
    let rec = held.of_kind(Kind::REC).next().unwrap().0;
    let mut pen = Pen::new(SessionId(9));
    let mut act = pen.act("typed", None);
    act.word(
        &held,
        rec,
        "en",
        "Another text",
        held.reach(rec, "wording/en"),
    );
    held.join(act.finish());
    let opened = read(&write(&held, FileKind::Lean, "0.1.0")).unwrap();
    let mut lean = Workbook::new();
    lean.join(opened.edits);
    assert!(lean.len() < held.len());
    assert_eq!(
        Recommendation::read(&lean, rec),
        Recommendation::read(&held, rec)
    );
}

#[test]
fn a_change_by_hand_is_offered_with_sight_of_the_file() {
    let held = workbook(7, 3);
    let bytes = text(&write(&held, FileKind::Workbook, "0.1.0"));
    let by_hand = bytes.replace(
        "\"en\":\"FIA \\\"1\\\" signs\\na protocol\"",
        "\"en\":\"FIA circles sign it\"",
    );
    assert_ne!(by_hand, bytes);
    let opened = read(by_hand.as_bytes()).unwrap();
    assert_eq!(opened.findings, [Finding::HandEdited { values: 1 }]);
    let mut joined = Workbook::new();
    joined.join(opened.edits.clone());
    assert!(joined == held);
    joined.join(opened.by_hand.clone());
    let changed = joined
        .of_kind(Kind::REC)
        .map(|(id, _)| Recommendation::read(&joined, id));
    assert!(
        changed
            .into_iter()
            .any(|rec| rec.wordings["en"] == "FIA circles sign it" && rec.conflicts.is_empty())
    );
    assert_eq!(read(by_hand.as_bytes()).unwrap().by_hand, opened.by_hand);
}

#[test]
fn changed_edits_are_noticed() {
    let bytes = text(&write(&workbook(7, 3), FileKind::Workbook, "0.1.0"));
    let at = bytes.rfind("\"text\":\"FIA").unwrap();
    let mut forged = bytes.clone();
    forged.replace_range(at + 8..at + 11, "XXX");
    assert_eq!(
        read(forged.as_bytes()).unwrap().findings,
        [Finding::EditsChanged]
    );
}

#[test]
fn a_cut_file_gives_its_whole_records_and_says_so() {
    let bytes = write(&workbook(7, 30), FileKind::Workbook, "0.1.0");
    let whole = read(&bytes).unwrap().edits.len();
    for cut in (0..bytes.len()).step_by(97) {
        match read(&bytes[..cut]) {
            Ok(opened) => {
                assert!(
                    opened
                        .findings
                        .iter()
                        .any(|finding| matches!(finding, Finding::CutOff { .. })),
                    "{cut}"
                );
                assert!(opened.edits.len() <= whole && !opened.intact);
            }
            Err(refusal) => assert!(
                matches!(refusal, Refusal::NotJson { .. } | Refusal::Empty),
                "{cut}: {refusal:?}"
            ),
        }
    }
}

#[test]
fn one_bad_record_is_set_aside_alone() {
    let held = workbook(7, 10);
    let bytes = text(&write(&held, FileKind::Workbook, "0.1.0"));
    let broken = bytes
        .replacen("{\"id\":\"rec:", "{\"id\":\"reck:", 1)
        .replacen("{\"id\":\"reck:0", "{\"id\":\"rec k:0", 1);
    let opened = read(broken.as_bytes()).unwrap();
    assert!(
        matches!(opened.findings.as_slice(), [Finding::BadRecord { .. }]),
        "{:?}",
        opened.findings
    );
    let mut rest = Workbook::new();
    rest.join(opened.edits);
    assert_eq!(rest.of_kind(Kind::REC).count(), 9);
}

#[test]
fn what_is_not_ours_is_refused_by_name() {
    let table: &[(&[u8], Refusal)] = &[
        (b"", Refusal::Empty),
        (b" \n", Refusal::Empty),
        (b"[]", Refusal::Foreign(Foreign::JsonList)),
        (b"{}", Refusal::NotOurs),
        (br#"{"format":"excalidraw","records":[]}"#, Refusal::NotOurs),
        (
            br#"{"format":"rapporteur","formatVersion":2,"minReader":2,"app":"9.0","records":[]}"#,
            Refusal::Newer {
                version: 2,
                app: "9.0".into(),
            },
        ),
        (b"hello", Refusal::NotOurs),
        (
            b"\xff\xfe{\0",
            Refusal::NotUtf8(rapporteur_core::file::Encoding::Utf16),
        ),
        (
            b"{\"a\":\"\xe9\"}",
            Refusal::NotUtf8(rapporteur_core::file::Encoding::Other),
        ),
    ];
    for (bytes, refusal) in table {
        assert_eq!(
            &read(bytes).unwrap_err(),
            refusal,
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
}

#[test]
fn unknown_kinds_fields_and_edit_keys_survive_and_other_keys_are_named() {
    let mut held = workbook(7, 1);
    let json = r#"{"field":"mood","item":"poem:000000000000000000000000000000aa","later":{"x":[1]},"seq":1,"session":"00000000000000ff","value":"calm"}"#;
    held.join([serde_json::from_str::<rapporteur_core::edit::Loose>(json)
        .unwrap()
        .0]);
    let bytes = text(&write(&held, FileKind::Workbook, "0.1.0"));
    let odd = bytes
        .replacen("\"app\":", "\"weather\":1,\"app\":", 1)
        .replacen("{\"id\":\"event", "{\"extra\":{},\"id\":\"event", 1);
    let opened = read(odd.as_bytes()).unwrap();
    let mut again = Workbook::new();
    again.join(opened.edits);
    assert!(again == held);
    let named: Vec<&str> = opened
        .findings
        .iter()
        .map(|finding| finding.message().0)
        .collect();
    assert!(named.contains(&"finding-unknown-header-key"), "{named:?}");
    let long = bytes.replacen(
        "{\"id\":\"event",
        &format!("{{\"extra\":\"{}\",\"id\":\"event", "x".repeat(99)),
        1,
    );
    let named: Vec<&str> = read(long.as_bytes())
        .unwrap()
        .findings
        .iter()
        .map(|finding| finding.message().0)
        .collect();
    assert_eq!(named, ["finding-unknown-record-key"]);
}

#[test]
fn a_file_says_how_it_stands_to_what_is_here() {
    let first = workbook(7, 3);
    let edits = |workbook: &Workbook| workbook.edits().cloned().collect::<Vec<_>>();
    let verdict = |here: &Workbook, file: &Workbook| preview(here, &edits(file)).verdict;
    let mut more = first.clone();
    let rec = first.of_kind(Kind::REC).next().unwrap().0;
    let mut pen = Pen::new(SessionId(9));
    let mut act = pen.act("typed", None);
    act.word(
        &more,
        rec,
        "en",
        "Another text",
        more.reach(rec, "wording/en"),
    );
    more.join(act.finish());
    let mut other = first.clone();
    let mut pen = Pen::new(SessionId(10));
    let mut act = pen.act("typed", None);
    act.word(
        &other,
        rec,
        "en",
        "A third text",
        other.reach(rec, "wording/en"),
    );
    other.join(act.finish());
    let mut elsewhere = Workbook::new();
    elsewhere.join(templates()[0].defaults(event_of_code("QTA")));
    assert_eq!(verdict(&Workbook::new(), &first), Verdict::New);
    assert_eq!(verdict(&first, &first), Verdict::Same);
    assert_eq!(verdict(&first, &more), Verdict::Newer);
    assert_eq!(verdict(&more, &first), Verdict::Older);
    assert_eq!(verdict(&more, &other), Verdict::Both);
    assert_eq!(verdict(&first, &elsewhere), Verdict::OtherEvent);
    let seen = preview(&more, &edits(&other));
    assert_eq!(seen.conflicts, [(rec, String::from("wording/en"))]);
    assert_eq!(
        seen.changes
            .iter()
            .map(|change| (change.before.len(), change.after.len()))
            .collect::<Vec<_>>(),
        [(1, 2)]
    );
    assert_eq!(groups(&more, event_of_code("LHR")).len(), 6);
}
