//! Files that mean harm, or were harmed: nothing takes long, nothing that can be read is lost, and each is told.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rapporteur_core::command::{Pen, undo};
use rapporteur_core::edit::{Edit, Loose, Reach};
use rapporteur_core::event::event_of_code;
use rapporteur_core::file::{FileKind, Finding, Opened, Refusal, limits, read, write};
use rapporteur_core::intake::preview;
use rapporteur_core::item::{Digest, EditId, ItemId, Kind, SessionId};
use rapporteur_core::value::Value;
use rapporteur_core::workbook::{Current, Workbook};

const ITEM: &str = "event:00000000000000000000000000000001";

/// A file of one record, without digests.
fn file(edits: &str) -> String {
    with_head(
        "",
        &format!(r#"{{"id":"{ITEM}","plain":{{}},"edits":[{edits}]}}"#),
    )
}

fn with_head(head: &str, records: &str) -> String {
    format!(
        r#"{{"format":"rapporteur","formatVersion":1,"minReader":1,{head}"records":[{records}]}}"#
    )
}

fn edit(session: u64, seq: u64, rest: &str) -> String {
    format!(r#"{{"field":"place","seq":{seq},"session":"{session:016x}"{rest}}}"#)
}

fn keys(opened: &Opened) -> Vec<&'static str> {
    let mut keys: Vec<_> = opened
        .findings
        .iter()
        .map(|finding| finding.message().0)
        .collect();
    keys.dedup();
    keys
}

fn joined(opened: &Opened) -> Workbook {
    let mut workbook = Workbook::new();
    workbook.join(opened.edits.iter().cloned());
    workbook
}

/// Some recommendations and what they need, as the program writes them.
fn sample(count: u128) -> Workbook {
    let event = event_of_code("LHR");
    let mut workbook = Workbook::new();
    let mut pen = Pen::new(SessionId(7));
    let mut act = pen.act("typed", None);
    act.set(&workbook, event, "code", Value::text("LHR"));
    workbook.join(act.finish());
    for at in 0..count {
        let mut act = pen.act("typed", None);
        let item = ItemId::new(Kind::REC, at);
        act.set(&workbook, item, "event", Value::text(&event.to_string()));
        act.set(&workbook, item, "lead", Value::text("fia"));
        act.word(
            &workbook,
            item,
            "en",
            &format!("Text {at}"),
            Reach::default(),
        );
        workbook.join(act.finish());
    }
    workbook
}

fn written(workbook: &Workbook) -> String {
    String::from_utf8(write(workbook, FileKind::Workbook, "0.1.0")).unwrap()
}

#[test]
fn each_hostile_edit_is_set_aside_alone() {
    let good = edit(1, 1, "");
    let long = "x".repeat(limits::TEXT_BYTES + 1);
    let many = vec!["0"; limits::ENTRIES + 1].join(",");
    let table = [
        (
            "seq 1e999",
            r#"{"field":"place","seq":1e999,"session":"0000000000000002"}"#.into(),
            "finding-bad-edit",
        ),
        (
            "seq -0",
            r#"{"field":"place","seq":-0,"session":"0000000000000002"}"#.into(),
            "finding-bad-edit",
        ),
        (
            "seq 2^64",
            r#"{"field":"place","seq":18446744073709551616,"session":"0000000000000002"}"#.into(),
            "finding-bad-edit",
        ),
        ("seq 2^53", edit(2, 1 << 53, ""), "finding-bad-edit"),
        (
            "seen 2^53",
            edit(2, 1, r#","seen":[["0000000000000003",9007199254740992]]"#),
            "finding-bad-edit",
        ),
        (
            "at 2^53",
            edit(2, 1, r#","at":9007199254740992"#),
            "finding-bad-edit",
        ),
        (
            "lone surrogate",
            edit(2, 1, r#","value":"\ud800""#),
            "finding-bad-edit",
        ),
        (
            "fraction",
            edit(2, 1, r#","value":1.5"#),
            "finding-bad-edit",
        ),
        (
            "duplicate key",
            edit(2, 1, r#","value":1,"value":1"#),
            "finding-bad-edit",
        ),
        (
            "duplicate unknown key",
            edit(2, 1, r#","x":1,"y":2,"x":1"#),
            "finding-bad-edit",
        ),
        (
            "duplicate key within",
            edit(2, 1, r#","value":{"a":1,"a":1}"#),
            "finding-bad-edit",
        ),
        (
            "another kind of name",
            edit(2, 1, r#","item":"0000000000000003""#),
            "finding-bad-edit",
        ),
        (
            "sees itself",
            edit(2, 1, r#","seen":[["0000000000000002",1]]"#),
            "finding-bad-edit",
        ),
        ("not an edit", "[[]]".into(), "finding-bad-edit"),
        (
            "long text",
            edit(2, 1, &format!(r#","value":"{long}""#)),
            "finding-over-limit",
        ),
        (
            "long why",
            edit(2, 1, &format!(r#","why":"{long}""#)),
            "finding-over-limit",
        ),
        (
            "long key",
            edit(2, 1, &format!(r#","{long}":1"#)),
            "finding-over-limit",
        ),
        (
            "long list",
            edit(2, 1, &format!(r#","value":[{many}]"#)),
            "finding-over-limit",
        ),
    ];
    for (name, bad, finding) in table {
        let opened = read(file(&format!("{good},{bad}")).as_bytes()).unwrap();
        assert_eq!(opened.edits.len(), 1, "{name}");
        assert!(!opened.intact, "{name}");
        assert!(
            keys(&opened).contains(&finding),
            "{name}: {:?}",
            opened.findings
        );
    }
}

#[test]
fn a_head_that_is_odd_does_not_cost_the_file() {
    let record = format!(
        r#"{{"id":"{ITEM}","plain":{{}},"edits":[{}]}}"#,
        edit(1, 1, "")
    );
    for head in [
        r#""ratio":1.5,"#,
        r#""later":{"a":1,"a":2},"#,
        r#""counts":{"edits":1e999},"#,
        r#""app":tru,"#,
        r#""kind":"poem","#,
        r#""app":"1","app":"2","#,
    ] {
        let opened = read(with_head(head, &record).as_bytes()).unwrap();
        assert_eq!(opened.edits.len(), 1, "{head}");
        assert!(!opened.findings.is_empty(), "{head}");
    }
    let newer = with_head(r#""minReader":9,"#, &record);
    assert!(matches!(read(newer.as_bytes()), Err(Refusal::Newer { .. })));
    let odd = newer.replacen(r#""minReader":1"#, r#""minReader":1.5"#, 1);
    assert!(matches!(
        read(odd.as_bytes()),
        Err(Refusal::NoVersion { key: "minReader" })
    ));
}

#[test]
fn a_record_without_its_readable_part_is_read() {
    let record = format!(r#"{{"id":"{ITEM}","edits":[{}]}}"#, edit(1, 1, ""));
    assert_eq!(
        read(with_head("", &record).as_bytes()).unwrap().edits.len(),
        1
    );
}

#[test]
fn a_small_key_that_nobody_knows_is_named() {
    let text = written(&sample(1)).replacen(r#""plain":{"#, r#""x":1,"plain":{"#, 1);
    assert_eq!(
        keys(&read(text.as_bytes()).unwrap()),
        ["finding-unknown-record-key"]
    );
}

#[test]
fn one_missing_mark_costs_one_record() {
    let text = written(&sample(10));
    let at = text.find("Text 4").unwrap();
    let cut = |from: usize, to: usize, with: &str| {
        let mut harmed = text.clone();
        harmed.replace_range(from..to, with);
        harmed
    };
    let record = text
        .find("{\"id\":\"rec:00000000000000000000000000000004")
        .unwrap();
    let end = text[record..].find("]}").unwrap() + record;
    for (name, harmed) in [
        ("no opening quotation mark", cut(at - 1, at, "")),
        ("no closing quotation mark", cut(at + 6, at + 7, "")),
        ("a bracket too few", cut(end, end + 2, "]")),
        ("a bracket too many", cut(end, end + 2, "]}}")),
        ("no list end", cut(end, end + 2, "}")),
        ("a line end in a text", cut(at + 4, at + 5, "\n")),
    ] {
        let opened = read(harmed.as_bytes()).unwrap();
        let held = joined(&opened);
        assert!(held.of_kind(Kind::REC).count() >= 9, "{name}");
        assert!(
            keys(&opened).contains(&"finding-bad-record"),
            "{name}: {:?}",
            opened.findings
        );
        assert!(!opened.intact, "{name}");
    }
    let comma = text[..record].rfind(',').unwrap();
    assert!(
        read(cut(comma, comma + 1, "").as_bytes()).unwrap().intact,
        "no comma between records"
    );
}

#[test]
fn a_file_cut_at_any_byte_is_read_or_refused() {
    let text = written(&sample(3));
    for cut in 0..text.len() {
        let bytes = &text.as_bytes()[..cut];
        match read(bytes) {
            Ok(opened) => assert!(cut + 1 == text.len() || !opened.intact, "{cut}"),
            Err(refusal) => assert!(
                matches!(refusal, Refusal::Empty | Refusal::NotJson { .. }),
                "{cut}: {refusal:?}"
            ),
        }
    }
}

#[test]
fn a_million_faults_are_told_by_number() {
    let opened = read(file(&vec!["0"; 20_000].join(",")).as_bytes()).unwrap();
    assert_eq!(opened.findings.len(), 1_001);
    assert_eq!(
        opened.findings.last(),
        Some(&Finding::More { count: 19_000 })
    );
    let long = with_head(&format!(r#""{}":1,"#, "k".repeat(100_000)), "");
    let opened = read(long.as_bytes()).unwrap();
    assert!(
        opened
            .findings
            .iter()
            .all(|finding| format!("{finding:?}").len() < 500)
    );
}

#[test]
fn a_history_is_bounded_over_all_records_of_an_item() {
    let record = |from: u64| {
        let edits: Vec<String> = (from..from + 6_000).map(|at| edit(at, 1, "")).collect();
        format!(
            r#"{{"id":"{ITEM}","plain":{{}},"edits":[{}]}}"#,
            edits.join(",")
        )
    };
    let text = with_head("", &format!("{},{}", record(1), record(6_001)));
    let opened = read(text.as_bytes()).unwrap();
    assert_eq!(opened.edits.len(), limits::EDITS_OF_FIELD);
    assert_eq!(
        keys(&opened),
        ["finding-over-limit", "finding-repeated-record"]
    );
}

/// A file whose readable part was changed by hand.
fn by_hand(workbook: &Workbook, from: &str, to: &str) -> Opened {
    let text = written(workbook);
    let changed = text.replacen(from, to, 1);
    assert_ne!(changed, text);
    read(changed.as_bytes()).unwrap()
}

#[test]
fn changes_by_hand_that_mean_harm_are_told() {
    let held = sample(2);
    let long = format!(r#""en":"{}""#, "x".repeat(limits::TEXT_BYTES + 1));
    let table = [
        (
            "a label",
            r#""label":"LHR""#,
            r#""label":"KHI""#,
            "finding-plain-changed",
        ),
        (
            "a label within",
            r#""en":"Federal Investigation Agency (FIA)""#,
            r#""en":"FIA""#,
            "finding-plain-changed",
        ),
        (
            "too long",
            r#""en":"Text 0""#,
            &long,
            "finding-hand-unusable",
        ),
        (
            "a shape",
            r#""wording":{"en":"Text 0"}"#,
            r#""wording":7"#,
            "finding-hand-unusable",
        ),
        (
            "a key",
            r#""wording":{"#,
            r#""__proto__":{"constructor":1},"wording":{"#,
            "finding-hand-unusable",
        ),
        (
            "a conflict",
            r#""en":"Text 0""#,
            r#""en":{"conflict":["a","b"]}"#,
            "finding-hand-unusable",
        ),
    ];
    for (name, from, to, finding) in table {
        let opened = by_hand(&held, from, to);
        assert_eq!(keys(&opened), [finding], "{name}");
        assert_eq!(opened.by_hand, [], "{name}");
        assert!(joined(&opened) == held, "{name}");
    }
}

#[test]
fn a_conflict_settled_by_hand_is_offered_whichever_value_is_chosen() {
    let mut held = sample(1);
    let rec = ItemId::new(Kind::REC, 0);
    let mut pen = Pen::new(SessionId(8));
    let mut act = pen.act("typed", None);
    act.word(&held, rec, "en", "Text 1", Reach::default());
    held.join(act.finish());
    let from = r#"{"conflict":[{"lang":"en","text":"Text 0"},{"lang":"en","text":"Text 1"}]}"#;
    let from = if written(&held).contains(from) {
        from
    } else {
        r#"{"conflict":["Text 0","Text 1"]}"#
    };
    for choice in ["Text 0", "Text 1"] {
        let opened = by_hand(&held, from, &format!(r#""{choice}""#));
        assert_eq!(opened.by_hand.len(), 1, "{choice}");
        let mut after = joined(&opened);
        after.join(opened.by_hand);
        assert!(
            matches!(after.current(rec, "wording/en"), Current::One(value) if value.get("text") == Some(&Value::text(choice)))
        );
    }
}

#[test]
fn many_changes_by_hand_stay_linear() {
    let held = sample(4_000);
    let changed = written(&held).replace(r#"{"en":"Text "#, r#"{"en":"Hand "#);
    let begun = Instant::now();
    let opened = read(changed.as_bytes()).unwrap();
    assert_eq!(opened.by_hand.len(), 4_000);
    assert!(
        begun.elapsed() < Duration::from_secs(10),
        "{:?}",
        begun.elapsed()
    );
}

/// Edits of one field, made of (session, seq, seen).
fn storm(edits: impl Iterator<Item = (u64, u64, Vec<(u64, u64)>)>) -> Vec<Edit> {
    edits
        .enumerate()
        .map(|(at, (session, seq, seen))| {
            let mut text = String::new();
            for (at, (session, seq)) in seen.iter().enumerate() {
                let comma = if at == 0 { "" } else { "," };
                write!(text, r#"{comma}["{session:016x}",{seq}]"#).unwrap();
            }
            let json = format!(
                r#"{{"field":"place","item":"{ITEM}","seen":[{text}],"seq":{seq},"session":"{session:016x}","value":{at}}}"#
            );
            serde_json::from_str::<Loose>(&json).unwrap().0
        })
        .collect()
}

#[test]
fn storms_of_one_field_are_joined_in_time() {
    let table: [(&str, Vec<Edit>, usize); 5] = [
        (
            "nobody saw anybody",
            storm((1..=10_000).map(|at| (at, 1, vec![]))),
            10_000,
        ),
        (
            "one session, each saw another",
            storm((1..=10_000).map(|at| (1, at, vec![(1 << 40 | at, 1)]))),
            10_000,
        ),
        (
            "one name",
            storm((1..=10_000).map(|_| (1, 1, vec![]))),
            10_000,
        ),
        (
            "sessions seen in falling order",
            storm((0..2_000).map(|at| {
                let seen = (0..80).map(|one| ((2_000 - at) * 100 + one, 1)).collect();
                (1 << 50 | at, 1, seen)
            })),
            2_000,
        ),
        (
            "each saw all sessions before it and one of its own",
            storm((1..=40).flat_map(|session| {
                (1..=100).map(move |seq| {
                    let mut seen: Vec<(u64, u64)> = (1..session).map(|one| (one, 1_000)).collect();
                    seen.push((1 << 40 | session << 20 | seq, 1));
                    (session, seq, seen)
                })
            })),
            4_000,
        ),
    ];
    let item: ItemId = ITEM.parse().unwrap();
    for (name, edits, heads) in table {
        let begun = Instant::now();
        let mut workbook = Workbook::new();
        workbook.join(edits.iter().cloned());
        let history = workbook.history(item, "place").unwrap();
        assert_eq!(history.heads().len(), heads, "{name}");
        let shared: Vec<_> = edits.iter().cloned().map(Arc::new).collect();
        assert_eq!(preview(&workbook, &shared).new_edits, 0, "{name}");
        assert!(edits.iter().all(|edit| workbook.holds(edit)), "{name}");
        assert_eq!(workbook.lean().len(), heads, "{name}");
        // Somebody settles it: what is written can be read again, however much was seen.
        let mut pen = Pen::new(SessionId(5 << 32));
        let mut act = pen.act("resolve", None);
        act.resolve(&workbook, item, "place", Value::text("x"));
        workbook.join(act.finish());
        let edit = workbook.contents(EditId {
            session: SessionId(5 << 32),
            seq: 1,
        })[0]
            .clone();
        assert!(
            edit.seen.seen.len() <= limits::SEEN && edit.seen.names.len() <= limits::SEEN,
            "{name}"
        );
        // Debug builds on busy machines are slow; the square of the number would take minutes.
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "{name}: {:?}",
            begun.elapsed()
        );
    }
}

#[test]
fn a_reach_is_told_only_as_far_as_it_is_taken() {
    let id = EditId {
        session: SessionId(1),
        seq: 1,
    };
    let seen = (2..10_000).map(|at| (SessionId(at), 1)).collect();
    let names = (0..10_000).map(Digest).collect();
    let told = Reach { seen, names }.before(id);
    assert_eq!(
        (told.seen.len(), told.names.len()),
        (limits::SEEN, limits::SEEN)
    );
}

/// The deepest value that is taken may stand in conflict, in a field with parts, and be put back by an undo: what is written
/// then has more brackets around it, and is read all the same.
#[test]
fn the_deepest_values_in_conflict_are_read_back() {
    let nested =
        |depth: usize, within: &str| format!("{}{within}{}", "[".repeat(depth), "]".repeat(depth));
    let deepest = |depth: usize| {
        let edit = |session: u64| {
            let value = nested(depth, &session.to_string());
            format!(r#"{{"field":"title/en","seq":1,"session":"{session:016x}","value":{value}}}"#)
        };
        read(file(&format!("{},{}", edit(1), edit(2))).as_bytes())
    };
    let over = deepest(limits::VALUE_DEPTH + 1).unwrap();
    assert_eq!(keys(&over), ["finding-over-limit"]);
    let mut workbook = joined(&deepest(limits::VALUE_DEPTH).unwrap());
    let comes_back = |workbook: &Workbook| {
        let again = read(&write(workbook, FileKind::Workbook, "0.1.0")).unwrap();
        assert!(again.intact, "{:?}", again.findings);
        assert!(joined(&again) == *workbook);
    };
    assert_eq!(workbook.conflicts().count(), 1);
    comes_back(&workbook);
    let item: ItemId = ITEM.parse().unwrap();
    let mut pen = Pen::new(SessionId(3));
    let mut act = pen.act("resolve", None);
    act.resolve(&workbook, item, "title/en", Value::None);
    workbook.join(act.finish());
    let undoing = undo(&workbook, SessionId(3), 1, &mut pen, None);
    workbook.join(undoing);
    assert_eq!(workbook.conflicts().count(), 1);
    comes_back(&workbook);
}

#[test]
fn what_is_written_at_the_limits_is_read_back() {
    let mut held = sample(1);
    let rec = ItemId::new(Kind::REC, 0);
    let odd: String = (1..0x300)
        .chain(0x2000..0x2070)
        .filter_map(char::from_u32)
        .collect();
    let mut pen = Pen::new(SessionId(9));
    let mut act = pen.act("typed", None);
    act.word(
        &held,
        rec,
        "ur",
        &"x".repeat(limits::TEXT_BYTES),
        Reach::default(),
    );
    let entries: Vec<String> = (0..limits::ENTRIES).map(|at| format!("s{at}")).collect();
    act.set(
        &held,
        event_of_code("LHR"),
        "organisers",
        Value::set(entries.iter().map(String::as_str)),
    );
    act.set(&held, event_of_code("LHR"), "title/en", Value::text(&odd));
    held.join(act.finish());
    for at in 1..u64::try_from(limits::EDITS_OF_FIELD).unwrap() {
        let mut act = pen.act("typed", None);
        let seen = Reach {
            seen: vec![(SessionId(9), at)],
            names: vec![],
        };
        act.write(
            rec,
            "source",
            rapporteur_core::edit::Written::One(Value::text(&format!("t{at}"))),
            seen,
        );
        held.join(act.finish());
    }
    let opened = read(&write(&held, FileKind::Workbook, "0.1.0")).unwrap();
    assert!(opened.intact, "{:?}", opened.findings);
    assert_eq!(
        keys(&opened),
        ["finding-odd-characters"],
        "{:?}",
        opened.findings
    );
    assert!(joined(&opened) == held);
}
