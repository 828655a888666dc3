//! The command line as people and scripts use it: files in, files and exit codes out.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rapporteur_core::command::{Pen, after};
use rapporteur_core::edit::Reach;
use rapporteur_core::event::{event_of_code, group_of_slug};
use rapporteur_core::field::Field;
use rapporteur_core::file::{FileKind, limits, read, write};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::register::Register;
use rapporteur_core::template::templates;
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;

/// An empty folder of this test's own.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.join(name), bytes).unwrap();
    }

    fn get(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).unwrap()
    }

    /// Runs the command here; what it said, and how it ended.
    fn run(&self, arguments: &[&str]) -> Said {
        let output = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
            .args(arguments)
            .current_dir(&self.0)
            .output()
            .unwrap();
        let Output {
            status,
            stdout,
            stderr,
        } = output;
        Said {
            code: status.code().unwrap(),
            out: String::from_utf8(stdout).unwrap(),
            err: String::from_utf8(stderr).unwrap(),
        }
    }

    /// What lies here, without what the test put.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

#[derive(Debug)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

fn event() -> ItemId {
    event_of_code("LHR")
}

/// The workbook of a group with some recommendations, and its own wording of one that all groups have.
fn workbook(group: &str, session: u64) -> Workbook {
    let mut workbook = Workbook::new();
    workbook.join(templates()[0].defaults(event()));
    let group = group_of_slug(event(), group);
    let mut pen = Pen::new(SessionId(session));
    let mut act = pen.act("typed", Some(1_800_000_000));
    act.introduce(&workbook, "0.1.0", "scribe", Some(group));
    act.set(&workbook, event(), "code", Value::text("LHR"));
    act.set(
        &workbook,
        event(),
        "title/en",
        Value::text("Lahore dialogue"),
    );
    workbook.join(act.finish());
    let mut order: Option<String> = None;
    for number in 0..3u128 {
        let item = match number {
            0 => ItemId::new(Kind::REC, 7),
            _ => ItemId::new(Kind::REC, u128::from(session) << 64 | number),
        };
        let key = after(order.as_deref());
        let mut act = pen.act("typed", Some(1_800_000_060));
        act.set(&workbook, item, "event", Value::text(&event().to_string()));
        act.set(&workbook, item, "group", Value::text(&group.to_string()));
        act.set(&workbook, item, "number", Value::Int(number as i64 + 1));
        act.set(&workbook, item, "order", Value::text(&key));
        let text = format!("Session {session} asks for {number}.");
        act.word(&workbook, item, "en", &text, Reach::default());
        act.set(&workbook, item, "addressees", Value::set(["fia"]));
        workbook.join(act.finish());
        order = Some(key);
        if number == 2 {
            let mut act = pen.act("withdraw", None);
            act.withdraw(&workbook, item, true);
            workbook.join(act.finish());
        }
    }
    workbook
}

fn file(group: &str, session: u64) -> Vec<u8> {
    write(&workbook(group, session), FileKind::Workbook, "0.1.0")
}

fn three_groups(name: &str) -> Folder {
    let folder = Folder::new(name);
    for (session, group) in [(1, "g1"), (2, "g2"), (3, "g3")] {
        folder.put(&format!("{group}.json"), &file(group, session));
    }
    folder
}

/// Compares with a golden file; `BLESS=1` writes it.
fn golden(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let held = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        held == text,
        "{} is not what the program says; BLESS=1 writes it anew",
        path.display()
    );
}

#[test]
fn merging_gives_the_same_bytes_in_every_order_and_process() {
    let folder = three_groups("merge-orders");
    let names = ["g1.json", "g2.json", "g3.json"];
    let orders = [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ];
    let mut results = Vec::new();
    for (at, order) in orders.iter().enumerate() {
        let output = format!("all{at}.json");
        let mut arguments = vec!["merge", "-o", &output];
        arguments.extend(order.iter().map(|place| names[*place]));
        let said = folder.run(&arguments);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
        results.push(folder.get(&output));
    }
    assert!(results.iter().all(|bytes| *bytes == results[0]));
    // Joining by steps and joining again change nothing either.
    folder.run(&["merge", "g3.json", "g1.json", "-o", "two.json"]);
    folder.run(&[
        "merge",
        "two.json",
        "g2.json",
        "two.json",
        "-o",
        "three.json",
    ]);
    assert_eq!(folder.get("three.json"), results[0]);
    let said = folder.run(&["merge", "all0.json", "g1.json", "-o", "all0.json"]);
    assert_eq!(
        (said.code, folder.get("all0.json")),
        (0, results[0].clone())
    );
    assert!(said.out.contains("nothing changed"), "{said:?}");
    // What the groups wrote of one recommendation stands side by side.
    let opened = read(&results[0]).unwrap();
    let mut all = Workbook::new();
    all.join(opened.edits);
    let fields: Vec<&str> = all.conflicts().map(|(_, field, _)| field.name()).collect();
    assert_eq!(fields, ["group", "wording/en"]);
}

#[test]
fn what_stands_there_is_not_lost() {
    let folder = three_groups("merge-over");
    let before = folder.get("g3.json");
    let said = folder.run(&["merge", "g1.json", "g2.json", "-o", "g3.json"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("g3.json") && said.err.contains("Merge it too"));
    assert_eq!(folder.get("g3.json"), before);
    folder.put("notes.txt", b"Notes of the chair");
    let said = folder.run(&["merge", "g1.json", "-o", "notes.txt"]);
    assert_eq!((said.code, folder.get("notes.txt").len()), (2, 18));
    // A damaged file is joined as far as it goes, and never written over.
    let whole = folder.get("g2.json");
    folder.put("g2.json", &whole[..whole.len() * 2 / 3]);
    let said = folder.run(&["merge", "g1.json", "g2.json", "-o", "g2.json"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert_eq!(folder.get("g2.json").len(), whole.len() * 2 / 3);
    let said = folder.run(&["merge", "g1.json", "g2.json", "-o", "all.json"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("g2.json: The file is cut off"),
        "{said:?}"
    );
    assert!(said.err.contains("One file was not whole"));
    assert!(read(&folder.get("all.json")).unwrap().intact);
    assert_eq!(
        folder.names(),
        ["all.json", "g1.json", "g2.json", "g3.json", "notes.txt"]
    );
}

#[test]
fn a_change_by_hand_is_taken_only_when_asked_for() {
    let folder = three_groups("merge-by-hand");
    let text = String::from_utf8(folder.get("g1.json")).unwrap();
    let changed = text.replacen("asks for 1.\"", "demands 1.\"", 1);
    assert_ne!(text, changed);
    folder.put("hand.json", changed.as_bytes());
    let said = folder.run(&["merge", "hand.json", "-o", "left.json"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("--take-hand-edits"), "{said:?}");
    assert_eq!(folder.get("left.json"), folder.get("g1.json"));
    let said = folder.run(&["merge", "hand.json", "-o", "hand.json"]);
    assert_eq!(said.code, 2, "the change would be lost: {said:?}");
    let said = folder.run(&["merge", "hand.json", "--take-hand-edits", "-o", "hand.json"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    assert!(read(&folder.get("hand.json")).unwrap().intact);
    let text = String::from_utf8(folder.get("hand.json")).unwrap();
    assert!(text.contains("\"en\":\"Session 1 demands 1.\""));
}

#[test]
fn one_file_that_cannot_be_read_stops_a_merge() {
    let folder = three_groups("merge-unreadable");
    folder.put("empty.json", b"");
    let said = folder.run(&[
        "merge",
        "g1.json",
        "empty.json",
        "gone.json",
        "-o",
        "all.json",
    ]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(
        said.err.contains("empty.json: The file is empty"),
        "{said:?}"
    );
    assert!(said.err.contains("gone.json: The file cannot be read"));
    assert!(said.err.contains("Nothing was written"));
    assert!(!folder.names().contains(&String::from("all.json")));
}

#[test]
fn showing_a_workbook() {
    let folder = three_groups("show");
    folder.run(&["merge", "g1.json", "g2.json", "-o", "all.json"]);
    let said = folder.run(&["show", "all.json", "--json"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    golden("tests/golden/show.json", &said.out);
    let said = folder.run(&["show", "all.json"]);
    golden("tests/golden/show.txt", &said.out);
    let said = folder.run(&["--lang", "ur", "show", "all.json"]);
    golden("tests/golden/show-ur.txt", &said.out);
    assert_eq!(folder.run(&["show", "none.json"]).code, 2);
}

/// The group's workbook with a round of three voters, closed.
fn voted() -> Workbook {
    use rapporteur_core::round::{Booth, Card, Paper, Place, Preset, Round, begin, close};
    let mut workbook = workbook("g1", 1);
    let register = Register::of(&workbook);
    let group = group_of_slug(event(), "g1");
    let items: Vec<ItemId> = register.group(group).collect();
    let round = ItemId::new(Kind::ROUND, 5);
    let card = Card {
        present: 6,
        ..Card::preset(Preset::Standard, items.len())
    };
    let mut pen = Pen::new(SessionId(40));
    let mut act = pen.act("round", Some(0));
    begin(&mut act, &workbook, round, group, &card, &items);
    workbook.join(act.finish());
    let open = Round::read(&workbook, round).unwrap();
    let paper = |voter: u8| -> Paper {
        let mut booth = Booth::new(&open, Vec::new());
        while let Place::Question { turn, .. } = booth.place() {
            booth.press(9 - voter - u8::try_from(turn).unwrap());
        }
        while booth.place() == Place::Ranking {
            booth.pick(usize::from(voter) % items.len());
        }
        booth.paper(None)
    };
    let papers: Vec<Paper> = (0..5).map(paper).collect();
    let mut drawn = 0;
    let mut draw = || {
        drawn += 1;
        drawn
    };
    let mut act = pen.act("round", Some(0));
    close(&mut act, &workbook, &open, &papers, &mut draw);
    workbook.join(act.finish());
    workbook
}

#[test]
fn the_results_of_a_round() {
    let folder = Folder::new("results");
    folder.put("voted.json", &write(&voted(), FileKind::Workbook, "0.1.0"));
    folder.put("open.json", &file("g1", 1));
    for (arguments, path) in [
        (
            &["results", "voted.json", "--json"][..],
            "tests/golden/results.json",
        ),
        (&["results", "voted.json"], "tests/golden/results.txt"),
        (
            &["--lang", "ur", "results", "voted.json"],
            "tests/golden/results-ur.txt",
        ),
    ] {
        let said = folder.run(arguments);
        assert_eq!(said.code, 0, "{said:?}");
        golden(path, &said.out);
    }
    let said = folder.run(&["results", "open.json", "--json"]);
    assert_eq!((said.code, said.out.as_str()), (0, "[]\n"));
    assert_eq!(folder.run(&["results", "none.json"]).code, 2);
}

#[test]
fn checking_tells_clean_from_findings_from_unreadable() {
    let folder = three_groups("check");
    let whole = String::from_utf8(folder.get("g2.json")).unwrap();
    folder.put("cut.json", &whole.as_bytes()[..whole.len() / 2]);
    folder.put(
        "forged.json",
        whole.replace("\"seq\":9,", "\"seq\":0,").as_bytes(),
    );
    folder.put(
        "newer.json",
        whole.replace("minReader\":1", "minReader\":9").as_bytes(),
    );
    folder.put("other.json", b"{\"type\":\"excalidraw\"}");
    let code = |files: &[&str]| folder.run(&[&["check"], files].concat()).code;
    assert_eq!(code(&["g1.json", "g2.json"]), 0);
    assert_eq!(code(&["g1.json", "cut.json"]), 1);
    assert_eq!(code(&["forged.json"]), 1);
    assert_eq!(code(&["cut.json", "newer.json", "g1.json"]), 2);
    assert_eq!(code(&["other.json"]), 2);
    assert_eq!(code(&["none.json"]), 2);
    assert_eq!(code(&[]), 2);
    let files = [
        "g1.json",
        "cut.json",
        "forged.json",
        "newer.json",
        "other.json",
    ];
    let said = folder.run(&[&["check", "--json"], &files[..]].concat());
    golden("tests/golden/check.json", &said.out);
}

#[test]
fn a_list_imported_twice_changes_nothing() {
    let folder = Folder::new("import-twice");
    let sample = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/data/sample-workshop.json"
    );
    let said = folder.run(&["import", sample, "--event", "ISB", "-o", "a.json"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("new 72, here already 0, groups 8"));
    let first = folder.get("a.json");
    let said = folder.run(&["import", sample, "--into", "a.json", "-o", "a.json"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("nothing changed") && said.out.contains("here already 72"));
    assert_eq!(folder.get("a.json"), first);
    // Taken in on another laptop, and joined: the same recommendations, and nothing to decide.
    folder.run(&["import", sample, "--event", "isb", "-o", "b.json"]);
    assert_ne!(folder.get("b.json"), first);
    let said = folder.run(&["merge", "a.json", "b.json", "-o", "c.json"]);
    assert!(
        said.out
            .contains("Recommendations: 72. Fields waiting for a decision: 0"),
        "{said:?}"
    );
    // A new workbook in place of the old one would lose what the old one holds.
    let said = folder.run(&["import", sample, "--event", "ISB", "-o", "a.json"]);
    assert_eq!((said.code, folder.get("a.json")), (2, first));
    assert!(said.err.contains("--into"), "{said:?}");
    let opened = read(&folder.get("a.json")).unwrap();
    let roles = opened
        .edits
        .iter()
        .filter(|edit| edit.field.name() == "role");
    let roles: Vec<Option<&str>> = roles.map(|edit| edit.value.values()[0].as_text()).collect();
    assert_eq!(roles, [Some("command line")]);
}

#[test]
fn rows_go_to_the_group_that_is_named() {
    let folder = three_groups("import-group");
    folder.put(
        "lines.txt",
        "FIA should sign.\nپولیس تربیت لے۔\n".as_bytes(),
    );
    for (group, code) in [
        ("g2", "G2"),
        ("police, fia AND investigation", "G2"),
        ("Media", "G7"),
    ] {
        let said = folder.run(&[
            "import",
            "lines.txt",
            "--into",
            "g1.json",
            "--group",
            group,
            "-o",
            "out.json",
        ]);
        assert_eq!(said.code, 0, "{said:?}");
        let said = folder.run(&["show", "out.json"]);
        let line = said.out.lines().find(|line| line.starts_with(code));
        assert!(line.unwrap().contains("2 live"), "{}", said.out);
        fs::remove_file(folder.0.join("out.json")).unwrap();
    }
    let said = folder.run(&["import", "lines.txt", "--event", "QTA", "-o", "new.json"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        folder
            .run(&["show", "new.json"])
            .out
            .contains("P Plenary: 2 live")
    );
}

#[test]
fn what_a_list_got_wrong_is_named_with_its_place() {
    let folder = three_groups("import-bad");
    folder.put(
        "list.csv",
        "id,recommendation,addressees,deadline\n1,FIA should sign.,Ministry of Magic,soon\n2,,fia,\n"
            .as_bytes(),
    );
    let said = folder.run(&["import", "list.csv", "--event", "LHR", "-o", "out.json"]);
    assert_eq!(said.code, 0, "{said:?}");
    for part in [
        "list.csv: Row 2, “addressees”: “Ministry of Magic” is not in the vocabulary",
        "list.csv: Row 2, “deadline”: “soon” is not a date",
        "list.csv: Row 3: there is no text",
    ] {
        assert!(said.err.contains(part), "{part}: {}", said.err);
    }
    let stops: &[(&[u8], &str)] = &[
        (b"", "nothing in it can be taken in"),
        (b"[{\"text\": \"cut", "ends too early, at line 1"),
        (b"{\"a\": 1}", "neither a list of recommendations"),
        (b"caf\xe9", "not UTF-8 text from byte 3"),
        (b"\xff\xfea\0", "UTF-16"),
    ];
    for (bytes, part) in stops {
        folder.put("bad", bytes);
        let said = folder.run(&["import", "bad", "--event", "LHR", "-o", "no.json"]);
        assert_eq!(said.code, 2, "{part}: {said:?}");
        assert!(
            said.err.contains("bad: ") && said.err.contains(part),
            "{part}: {said:?}"
        );
    }
    let said = folder.run(&["import", "list.csv", "--event", "?!", "-o", "no.json"]);
    assert!(
        said.code == 2 && said.err.contains("no event code"),
        "{said:?}"
    );
    let said = folder.run(&[
        "import", "list.csv", "--into", "g1.json", "--event", "QTA", "-o", "no.json",
    ]);
    assert!(
        said.code == 2 && said.err.contains("It has: LHR"),
        "{said:?}"
    );
    let said = folder.run(&["import", "list.csv", "-o", "no.json"]);
    assert!(said.code == 2 && said.err.contains("--event"), "{said:?}");
    let said = folder.run(&["import", "list.csv", "--event", "LHR", "-o", "none/no.json"]);
    assert!(
        said.code == 2 && said.err.contains("cannot be written"),
        "{said:?}"
    );
    assert!(!folder.names().iter().any(|name| name == "no.json"));
}

#[test]
fn look_alikes_are_told_with_reasons_and_nothing_is_merged() {
    let folder = Folder::new("similar");
    let sample = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/data/sample-workshop.json"
    );
    folder.run(&["import", sample, "--event", "ISB", "-o", "a.json"]);
    let before = folder.get("a.json");
    let said = folder.run(&["similar", "a.json", "--top", "14", "--json"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    golden("tests/golden/similar.json", &said.out);
    let said = folder.run(&["similar", "a.json", "--top", "6"]);
    golden("tests/golden/similar.txt", &said.out);
    let said = folder.run(&["--lang", "ur", "similar", "a.json", "--top", "6"]);
    golden("tests/golden/similar-ur.txt", &said.out);
    assert_eq!(folder.get("a.json"), before);
    // Without a number JSON has all.
    let all = folder.run(&["similar", "a.json", "--json"]);
    let all: serde_json::Value = serde_json::from_str(&all.out).unwrap();
    let all = all.as_array().unwrap();
    assert!(all.len() > 40);
    let scores: Vec<f64> = all
        .iter()
        .map(|pair| pair["score"].as_f64().unwrap())
        .collect();
    assert!(scores.is_sorted_by(|a, b| a >= b));
    let sources: Vec<&str> = [&all[0]["a"], &all[0]["b"]]
        .iter()
        .map(|side| side["source"].as_str().unwrap())
        .collect();
    assert!(
        sources.iter().all(|source| source.starts_with('d')),
        "{sources:?}"
    );
    folder.put("one.txt", b"FIA should sign.\n");
    folder.run(&["import", "one.txt", "--event", "QTA", "-o", "one.json"]);
    assert_eq!(folder.run(&["similar", "one.json", "--json"]).out, "[]\n");
    assert!(folder.run(&["similar", "one.json"]).out.contains("No two"));
    assert_eq!(folder.run(&["similar", "none.json"]).code, 2);
}

#[test]
fn advice_is_told_with_what_could_lead_to_a_person_first() {
    let folder = Folder::new("advise");
    let list = concat!(
        r#"[{"id":"a","text":"Awareness should be raised.","lang":"en"},"#,
        r#"{"id":"b","text":"The FIA should sign a case-transfer protocol with the police, and publish its returns every quarter.","#,
        r#""lang":"en","addressees":["fia"],"rationale":"Seen with 42101-1234567-1."},"#,
        r#"{"id":"c","text":"آگاہی بڑھائی جائے۔","lang":"ur"}]"#,
    );
    folder.put("list.json", list.as_bytes());
    folder.run(&["import", "list.json", "--event", "ISB", "-o", "a.json"]);
    let before = folder.get("a.json");
    let said = folder.run(&["advise", "a.json"]);
    // Something could lead to a person: a script that publishes is to stop here.
    assert_eq!((said.code, said.err.as_str()), (1, ""), "{said:?}");
    golden("tests/golden/advise.txt", &said.out);
    let said = folder.run(&["--lang", "ur", "advise", "a.json"]);
    golden("tests/golden/advise-ur.txt", &said.out);
    let said = folder.run(&["advise", "a.json", "--json"]);
    golden("tests/golden/advise.json", &said.out);
    let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(told[1]["source"], "b");
    assert_eq!(told[1]["advice"][0]["check"], "identity-card");
    assert_eq!(told[1]["advice"][0]["severity"], "harm");
    assert_eq!(folder.get("a.json"), before);
    // Ordinary advice is no finding.
    folder.put("one.txt", b"Awareness should be raised.\n");
    folder.run(&["import", "one.txt", "--event", "QTA", "-o", "one.json"]);
    let said = folder.run(&["advise", "one.json"]);
    assert_eq!(said.code, 0);
    assert!(said.out.contains("does not say who acts"), "{}", said.out);
    assert_eq!(folder.run(&["advise", "none.json"]).code, 2);
    // No document is made of it unless somebody says that it may be; what stands there already stays.
    folder.put("a.md", b"earlier");
    for asked in [
        &["report", "a.json", "-o", "a.md"][..],
        &[
            "--lang", "ur", "report", "a.json", "-o", "a.md", "--pack", "fia",
        ],
    ] {
        let said = folder.run(asked);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{said:?}");
        assert_eq!(folder.get("a.md"), b"earlier");
        for part in [
            "--publish-identifying",
            "a.json",
            "ISB-P-02",
            "rationale: ",
            "42101-1234567-1",
        ] {
            assert!(said.err.contains(part), "{part}\n{}", said.err);
        }
    }
    let said = folder.run(&["report", "a.json", "-o", "b.md", "--publish-identifying"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains("could lead to a person"), "{}", said.err);
    assert!(!folder.get("b.md").is_empty());
    let said = folder.run(&["report", "one.json", "-o", "one.md"]);
    assert!(!said.err.contains("could lead"), "{}", said.err);
}

#[test]
fn the_documents_are_what_the_program_says() {
    let folder = Folder::new("schema");
    golden("../../docs/schema.json", &folder.run(&["schema"]).out);
    golden(
        "../../docs/fields.md",
        &folder.run(&["schema", "--fields"]).out,
    );

    let format = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/format.md"));
    let format = format.unwrap();
    for (what, limit) in [
        ("bytes of a file", limits::FILE_BYTES),
        (
            "bytes of a file on the command line",
            limits::NATIVE_FILE_BYTES,
        ),
        ("brackets within brackets", limits::DEPTH),
        (
            "lists and maps within one another, in one value",
            limits::VALUE_DEPTH,
        ),
        ("records", limits::RECORDS),
        ("edits", limits::EDITS),
        ("edits of one field of one item", limits::EDITS_OF_FIELD),
        ("bytes of a text", limits::TEXT_BYTES),
        ("entries of a list or map", limits::ENTRIES),
        (
            "sessions one edit has seen; contents it names; values of an edit",
            limits::SEEN,
        ),
        ("bytes of a field's name", Field::MAX),
    ] {
        let digits = limit.to_string();
        let groups: Vec<&str> = digits
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(|group| std::str::from_utf8(group).unwrap())
            .collect();
        let row = format!("| {what} | {}", groups.join(","));
        assert!(format.contains(&row), "docs/format.md: {row}");
    }
}

#[test]
fn a_rescue_copy_is_a_file_with_something_to_know() {
    let folder = Folder::new("rescue");
    let rescue = include_bytes!("../../core/tests/rescue/rescue.json");
    folder.put("rescue.json", rescue);
    let said = folder.run(&["check", "rescue.json"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.contains("rescue copy"), "{said:?}");
    let said = folder.run(&["show", "rescue.json", "--json"]);
    assert!(said.out.contains("\"recommendations\": 3"), "{said:?}");
    // Merged it is a file like any other.
    let said = folder.run(&["merge", "rescue.json", "-o", "whole.json"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert_eq!(folder.run(&["check", "whole.json"]).code, 0);
    // Nothing is written over the rescue copy itself: it has no proofs.
    let said = folder.run(&["merge", "whole.json", "-o", "rescue.json"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert_eq!(folder.get("rescue.json"), rescue);
}

#[test]
fn folders_and_patterns_stand_for_the_files_in_them() {
    let folder = three_groups("merge-folders");
    folder.run(&["merge", "g1.json", "g2.json", "g3.json", "-o", "wanted.out"]);
    let wanted = folder.get("wanted.out");
    fs::create_dir_all(folder.0.join("stick/deeper.json")).unwrap();
    for (from, to) in [
        ("g1.json", "g1.JSON"),
        ("g2.json", "گروپ.json"),
        ("g3.json", "g3.json"),
    ] {
        folder.put(&format!("stick/{to}"), &folder.get(from));
    }
    folder.put("stick/.hidden.json", b"not ours");
    folder.put("stick/notes.txt", b"not ours");
    for files in [
        &["stick"][..],
        &["g?.json"],
        &["st*/*3.json", "g1.json", "g2.json"],
    ] {
        let said = folder.run(&[&["merge", "-o", "all.out"], files].concat());
        assert_eq!(
            (said.code, said.err.as_str()),
            (0, ""),
            "{files:?}: {said:?}"
        );
        assert_eq!(folder.get("all.out"), wanted, "{files:?}");
        fs::remove_file(folder.0.join("all.out")).unwrap();
    }
    // Something that is no workbook is passed over where it was found, and said; where it was named it stops.
    folder.put("stick/package.json", b"{\"name\": \"x\"}");
    let said = folder.run(&["merge", "stick", "-o", "all.out"]);
    assert_eq!((said.code, folder.get("all.out")), (1, wanted), "{said:?}");
    assert!(
        said.err
            .contains("package.json: This is not a file of this program")
    );
    let said = folder.run(&["merge", "g1.json", "stick/package.json", "-o", "no.out"]);
    assert_eq!(said.code, 2, "{said:?}");
    for nothing in ["stick/deeper.json", "x*.json", "none"] {
        let said = folder.run(&["merge", "g1.json", nothing, "-o", "no.out"]);
        assert_eq!(said.code, 2, "{nothing}: {said:?}");
        assert!(
            said.err.contains(&format!("{nothing}: ")),
            "{nothing}: {said:?}"
        );
    }
    assert!(!folder.names().contains(&String::from("no.out")));
}

#[test]
fn receipts_say_where_each_recommendation_is() {
    let folder = three_groups("merge-receipt");
    folder.put("again.json", &folder.get("g2.json"));
    let cut = folder.get("g3.json");
    folder.put("g3.json", &cut[..cut.len() * 2 / 3]);
    let merge = [
        "merge",
        "g1.json",
        "g2.json",
        "again.json",
        "g3.json",
        "-o",
        "all.json",
    ];
    let said = folder.run(&[&merge[..], &["--receipt", "receipt.json"]].concat());
    assert_eq!(said.code, 1, "{said:?}");
    golden(
        "tests/golden/receipt.json",
        &String::from_utf8(folder.get("receipt.json")).unwrap(),
    );
    golden("tests/golden/receipt.txt", &said.out);
    // Once more, over the receipts that stand there; in a folder they are not taken for a workbook.
    let before = folder.get("receipt.json");
    let said = folder.run(&[&merge[..], &["--receipt", "receipt.json"]].concat());
    assert_eq!(
        (said.code, folder.get("receipt.json")),
        (1, before),
        "{said:?}"
    );
    let said = folder.run(&["merge", ".", "-o", "all.json", "--receipt", "receipt.json"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(!said.err.contains("receipt.json"), "{said:?}");
    // Nothing else is written over.
    for target in ["g1.json", "all.json", "new.json"] {
        let held = fs::read(folder.0.join(target)).ok();
        let said = folder.run(&["merge", "g1.json", "-o", "new.json", "--receipt", target]);
        assert_eq!(said.code, 2, "{target}: {said:?}");
        assert_eq!(fs::read(folder.0.join(target)).ok(), held, "{target}");
    }
}
