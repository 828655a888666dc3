//! The rescue form: what a page saves without the program is read as the edits it holds.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::fs;
use std::path::Path;

use rapporteur_core::command::Pen;
use rapporteur_core::edit::{Edit, Loose, Reach};
use rapporteur_core::event::{event_of_code, group_of_slug};
use rapporteur_core::file::{FileKind, Finding, Refusal, read, write};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::keep::{Journal, Keeper};
use rapporteur_core::register::Register;
use rapporteur_core::template::templates;
use rapporteur_core::workbook::Workbook;
use serde_json::{Value, json};

const SESSION: &str = "0000000000000007";

fn loose(edits: &[Edit]) -> String {
    let loose: Vec<Loose> = edits.iter().cloned().map(Loose).collect();
    serde_json::to_string(&loose).unwrap()
}

/// Acts of a session: one recommendation each.
fn acts(count: u128) -> Vec<Vec<Edit>> {
    let event = event_of_code("LHR");
    let mut workbook = Workbook::new();
    workbook.join(templates()[0].defaults(event));
    let mut acts = vec![templates()[0].defaults(event)];
    let mut pen = Pen::new(SessionId(7));
    for at in 0..count {
        let item = ItemId::new(Kind::REC, 128 | at);
        let register = Register::of(&workbook);
        let mut act = pen.act("typed", Some(1_800_000_000));
        act.add_recommendation(&workbook, &register, group_of_slug(event, "g2"), item);
        let text = format!("سفارش {at}: \"protocol\"\nof {at}");
        act.word(&workbook, item, "en", &text, Reach::default());
        let edits = act.finish();
        workbook.join(edits.clone());
        acts.push(edits);
    }
    acts
}

/// As the page writes it: a line for each text that it found.
fn rescue(meta: &str, found: &[Value]) -> String {
    let lines: Vec<String> = found.iter().map(Value::to_string).collect();
    format!(
        "{{\"format\":\"rapporteur-rescue\",\n\"formatVersion\":1,\n\"minReader\":1,\n\"workbook\":{},\n\"records\":[\n{}\n]}}\n",
        json!(meta),
        lines.join(",\n")
    )
}

fn store(batch: &str, key: &str, edits: &[Edit]) -> Value {
    json!({"from": "store", "batch": batch, "key": key, "text": loose(edits)})
}

fn journal(edits: &[Edit]) -> Value {
    json!({"from": "journal", "session": SESSION, "batch": "typed", "text": loose(edits)})
}

fn pending(edits: &[Edit]) -> Value {
    json!({"from": "pending", "session": SESSION, "text": loose(edits)})
}

fn all(edits: &[&[Edit]]) -> Workbook {
    let mut workbook = Workbook::new();
    workbook.join(edits.iter().flat_map(|edits| edits.iter().cloned()));
    workbook
}

fn opened(text: &str) -> (Workbook, Vec<Finding>) {
    let opened = read(text.as_bytes()).unwrap();
    let mut workbook = Workbook::new();
    workbook.join(opened.edits);
    (workbook, opened.findings)
}

/// Compares with a golden file; `BLESS=1` writes it.
fn golden(name: &str, bytes: &[u8]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/rescue")
        .join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, bytes).unwrap();
    }
    assert!(
        fs::read(&path).unwrap() == bytes,
        "{name}: BLESS=1 writes it anew"
    );
}

#[test]
fn what_the_page_saved_is_read_as_its_edits() {
    let acts = acts(4);
    let text = rescue(
        r#"{"id":"w","generation":1,"dropped":["import-1"]}"#,
        &[
            store("typed", "000000", &acts[0]),
            store("typed", "a", &acts[1]),
            store("import-1", "000000", &acts[4]),
            journal(&acts[2]),
            pending(&acts[3]),
        ],
    );
    golden("rescue.json", text.as_bytes());
    let (workbook, findings) = opened(&text);
    assert_eq!(findings, [Finding::Rescued { pieces: 1 }]);
    assert!(workbook == all(&[&acts[0], &acts[1], &acts[2], &acts[3]]));
    golden("read.json", &write(&workbook, FileKind::Workbook, "0.1.0"));
}

#[test]
fn the_journal_s_pending_text_stands_for_the_store_s() {
    let acts = acts(2);
    let mut older = acts[1].clone();
    older.truncate(1);
    let text = rescue("", &[pending(&older), pending(&acts[1])]);
    let (workbook, findings) = opened(&text);
    assert_eq!(findings, [Finding::Rescued { pieces: 1 }]);
    assert!(workbook == all(&[&acts[1]]));
}

/// Takes what is written, and has nothing else to say.
struct Paper(std::cell::RefCell<String>);

impl Journal for Paper {
    type Error = std::convert::Infallible;

    fn write_act(&self, _: &str, _: u64, _: &str, _: &str) -> Result<(), Self::Error> {
        Ok(())
    }

    fn remove_act(&self, _: &str, _: u64) {}

    fn write_pending(&self, _: &str, text: &str) -> Result<(), Self::Error> {
        self.0.replace(text.to_owned());
        Ok(())
    }

    fn remove_pending(&self, _: &str) {}
}

#[test]
fn a_text_is_read_as_the_keeper_writes_it_and_the_newer_one_stands() {
    let acts = acts(2);
    let mut older = acts[1].clone();
    older.truncate(1);
    let (mut keeper, paper) = (Keeper::default(), Paper(std::cell::RefCell::default()));
    keeper.type_text(&paper, SESSION, &older).unwrap();
    let (_, in_store) = keeper.next_pending().unwrap();
    let in_store = in_store.unwrap();
    keeper.type_text(&paper, SESSION, &acts[1]).unwrap();
    let in_journal = paper.0.borrow().clone();
    let text = |text: &str| json!({"from": "pending", "session": SESSION, "text": text});
    for found in [
        [text(&in_store), text(&in_journal)],
        [text(&in_journal), text(&in_store)],
    ] {
        let (workbook, findings) = opened(&rescue("{}", &found));
        assert_eq!(findings, [Finding::Rescued { pieces: 1 }]);
        assert!(workbook == all(&[&acts[1]]));
    }
}

#[test]
fn a_text_that_became_an_act_is_not_taken_twice() {
    let acts = acts(2);
    let mut other = acts[1].clone();
    other[0].at = Some(5);
    let text = rescue("{}", &[journal(&acts[1]), pending(&other)]);
    let (workbook, findings) = opened(&text);
    assert_eq!(findings, [Finding::Rescued { pieces: 0 }]);
    assert!(workbook == all(&[&acts[1]]));
    assert!(workbook.clashes().is_empty());
}

#[test]
fn what_cannot_be_read_is_set_aside_alone() {
    let acts = acts(2);
    let rest = loose(&acts[1]);
    let without_item = rest.replacen("\"item\"", "\"itom\"", 1);
    let bad = [
        json!({"from": "store"}),
        json!({"from": "store", "batch": "typed", "text": "[{]"}),
        json!({"from": "store", "batch": "typed", "text": without_item}),
        json!(5),
    ];
    for bad in bad {
        let text = rescue("not { json", &[store("typed", "a", &acts[0]), bad.clone()]);
        let (workbook, findings) = opened(&text);
        assert!(
            matches!(
                findings[..],
                [
                    Finding::BadRecord { record: 2, .. },
                    Finding::Rescued { pieces: 0 }
                ]
            ),
            "{bad}: {findings:?}"
        );
        assert!(acts[0].iter().all(|edit| workbook.holds(edit)), "{bad}");
    }
}

#[test]
fn a_cut_rescue_file_gives_its_whole_records() {
    let acts = acts(2);
    let text = rescue("{}", &[store("typed", "a", &acts[0]), journal(&acts[1])]);
    let cut = text.rfind("journal").unwrap() + 40;
    let (workbook, findings) = opened(&text[..cut]);
    assert_eq!(
        findings,
        [
            Finding::CutOff { records: 1 },
            Finding::Rescued { pieces: 0 }
        ]
    );
    assert!(workbook == all(&[&acts[0]]));
}

#[test]
fn a_rescue_file_of_a_newer_page_is_refused() {
    let text = rescue("{}", &[]).replace("\"minReader\":1", "\"minReader\":2");
    assert!(matches!(read(text.as_bytes()), Err(Refusal::Newer { .. })));
    // In a workbook file the rescue form's key is one that nobody knows.
    let file = write(&all(&[&acts(1)[1]]), FileKind::Workbook, "0.1.0");
    let file = String::from_utf8(file)
        .unwrap()
        .replacen('{', "{\"workbook\":1,", 1);
    let (_, findings) = opened(&file);
    assert_eq!(findings, [Finding::UnknownHeaderKey("workbook".into())]);
}
