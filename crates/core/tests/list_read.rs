//! Plain lists of every form, good and bad.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rapporteur_core::list::{
    Encoding, List, ListFinding, ListItem, ListKind, ListLimits, ListOptions, read_list,
};
use rapporteur_core::vocabulary::Vocabulary;
use serde_json::json;

const SAMPLE: &str = include_str!("../data/sample-workshop.json");

fn read(text: impl AsRef<[u8]>) -> List {
    read_list(
        text.as_ref(),
        ListOptions::default(),
        Vocabulary::standard(),
    )
}

fn read_as(kind: ListKind, text: &str) -> List {
    let options = ListOptions {
        kind: Some(kind),
        ..ListOptions::default()
    };
    read_list(text.as_bytes(), options, Vocabulary::standard())
}

fn texts(list: &List) -> Vec<&str> {
    list.items.iter().map(|item| item.text.as_str()).collect()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn the_sample_workshop_is_read_whole() {
    let list = read(SAMPLE);
    assert_eq!(
        (list.kind, list.items.len(), list.groups.len()),
        (ListKind::Json, 72, 8)
    );
    let languages = ["en", "ur", "ur-Latn"]
        .map(|lang| list.items.iter().filter(|item| item.lang == lang).count());
    assert_eq!(languages, [60, 10, 2]);
    // Everything but the parts that are no recommendations.
    let [ListFinding::UnusedParts { names }] = list.findings.as_slice() else {
        panic!("{:?}", list.findings)
    };
    assert!(
        names.contains(&"ballots".to_owned()) && names.contains(&"event.level".to_owned()),
        "{names:?}"
    );
    let event = list.event.expect("the sample describes its event");
    assert_eq!(event.titles.keys().collect::<Vec<_>>(), ["en", "ur"]);
    assert_eq!((event.place.as_str(), event.dates.len()), ("Islamabad", 2));

    let first = &list.items[0];
    let expected = ListItem {
        row: 1,
        id: some("d01"),
        group: some("bg1-parliament"),
        text: "Parliament should create by law an independent national rapporteur on trafficking in persons who reports \
               to both houses once a year."
            .to_owned(),
        lang: "en".to_owned(),
        addressees: vec!["parliament-federal".to_owned(), "ministry-human-rights".to_owned()],
        lead: some("parliament-federal"),
        themes: vec!["monitoring-accountability".to_owned(), "legislation-reform".to_owned()],
        issue: some("tip"),
        affected: vec!["victims-survivors".to_owned()],
        instruments: vec!["ptpa-2018".to_owned()],
        action: some("legislate"),
        horizon: some("medium"),
        rationale: some(
            "The ministries that run the programmes also grade them; nobody independent looks at the results.",
        ),
        indicator: some("Rapporteur appointed; first annual report laid before both houses"),
        ..ListItem::default()
    };
    assert_eq!(*first, expected);
    assert_eq!(first.key(), "id:d01");
    assert_eq!(
        list.items
            .iter()
            .filter(|item| item.deadline.is_some())
            .count(),
        4
    );
}

#[test]
fn the_sample_as_a_bare_array_and_as_csv_is_the_same() {
    let whole = read(SAMPLE);
    let source: serde_json::Value = serde_json::from_str(SAMPLE).unwrap();
    let array = read(source["recommendations"].to_string());
    assert_eq!((&array.items, &array.findings), (&whole.items, &vec![]));

    let columns = [
        "id",
        "group",
        "text",
        "lang",
        "addressees",
        "themes",
        "issue",
        "affected",
        "instruments",
        "action",
        "horizon",
        "leadBody",
        "rationale",
        "indicator",
        "deadline",
    ];
    for (delimiter, end, mark) in [
        (",", "\n", ""),
        (";", "\r\n", "\u{feff}"),
        ("\t", "\r\n", "\u{feff}"),
    ] {
        let mut csv = mark.to_owned() + &columns.join(delimiter) + end;
        for item in source["recommendations"].as_array().unwrap() {
            let cells = columns.map(|column| {
                let cell = match &item[column] {
                    serde_json::Value::Array(ids) => ids
                        .iter()
                        .map(|id| id.as_str().unwrap())
                        .collect::<Vec<_>>()
                        .join("; "),
                    value => value.as_str().unwrap_or_default().to_owned(),
                };
                format!("\"{}\"", cell.replace('"', "\"\""))
            });
            csv += &(cells.join(delimiter) + end);
        }
        let mut table = read(&csv);
        assert_eq!((table.kind, &table.findings), (ListKind::Csv, &vec![]));
        // The header is row 1.
        table
            .items
            .iter_mut()
            .for_each(|item| item.row = item.row.saturating_sub(1));
        assert_eq!(table.items, whole.items);
    }
}

#[test]
fn the_same_list_has_the_same_keys() {
    let (once, again) = (read(SAMPLE), read(SAMPLE));
    assert_eq!(once, again);
    let lines = "1. Increase the budget!\n۲۔ كتاب دى جائے\n";
    let other_keyboard = "- increase  the budget\n* کتاب دی جائے۔";
    let keys = |text: &str| {
        read(text)
            .items
            .iter()
            .map(ListItem::key)
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(lines), keys(other_keyboard));
    assert_eq!(
        keys(lines),
        ["text:increase the budget", "text:کتاب دی جائے"]
    );
    // A text without letters is still itself.
    assert_eq!(keys("؟؟\n!!"), ["text:؟؟", "text:!!"]);
    // An id is not a text.
    assert_ne!(
        read(r#"[{"id":"a","text":"b"}]"#).items[0].key(),
        read(r#"["a"]"#).items[0].key()
    );
}

#[test]
fn lines_are_items() {
    let list = read(
        "Recommendations:\n\n1. Parliament should act.\r\n  • پولیس کارروائی کرے۔ \n[3] Courts, police & FIA: \"act\"",
    );
    assert_eq!(list.kind, ListKind::Lines);
    assert_eq!(
        texts(&list),
        [
            "Parliament should act.",
            "پولیس کارروائی کرے۔",
            "Courts, police & FIA: \"act\""
        ]
    );
    let langs: Vec<_> = list
        .items
        .iter()
        .map(|item| (item.row, item.lang.as_str(), item.lang_guessed))
        .collect();
    assert_eq!(langs, [(3, "en", true), (4, "ur", true), (5, "en", true)]);
    assert_eq!(list.findings, []);

    let options = ListOptions {
        lang: Some("ur-Latn"),
        ..ListOptions::default()
    };
    let list = read_list(
        "FIA karwai kare".as_bytes(),
        options,
        Vocabulary::standard(),
    );
    assert_eq!(
        (list.items[0].lang.as_str(), list.items[0].lang_guessed),
        ("ur-Latn", false)
    );
    // A line that begins like JSON, and one like a table.
    assert_eq!(read("[1] Parliament should act").kind, ListKind::Lines);
    assert_eq!(
        texts(&read("Recommendation, in short\nAct")),
        ["Recommendation, in short", "Act"]
    );
    assert_eq!(read("act\n3.\n").findings, [ListFinding::NoText { row: 2 }]);
}

#[test]
fn tables_by_labels_in_two_languages() {
    let csv = "\u{feff}No.;Recommendation;متن;مخاطب ادارے;Lead body;Theme;Themes;Issue;SDG;Horizon;Due date;Notes\r\n\
        1;Act now.;ابھی کارروائی کریں۔;پولیس؛ عدلیہ;FIA;Shelter;\"Legal aid|Shelter\";TIP/SOM;8.7 | 16.2;Short term;۲۰۲۷-۳-۱;\r\n\
        ;;;;;;;;;;;\r\n\
        2;\"Say \"\"no\"\",\nthen act.\";;The moon;;;;;;;31/12/2027;ask Lahore\r\n";
    let list = read(csv);
    assert_eq!(list.kind, ListKind::Csv);
    let item = &list.items[0];
    assert_eq!(
        (item.row, item.text.as_str(), item.lang.as_str()),
        (2, "Act now.", "en")
    );
    assert_eq!(
        item.translations.get("ur").map(String::as_str),
        Some("ابھی کارروائی کریں۔")
    );
    assert_eq!(item.addressees, ["police-provincial", "judiciary", "fia"]);
    assert_eq!(item.lead.as_deref(), Some("fia"));
    assert_eq!(item.themes, ["shelter", "legal-aid"]);
    assert_eq!(item.issue.as_deref(), Some("tip-som"));
    assert_eq!(item.sdg, ["8.7", "16.2"]);
    assert_eq!(item.horizon.as_deref(), Some("short"));
    assert_eq!(item.deadline.as_deref(), Some("2027-03-01"));
    assert_eq!(list.items[1].text, "Say \"no\",\nthen act.");
    let column = |name: &str| name.to_owned();
    let expected = [
        ListFinding::UnknownTerm {
            row: 4,
            column: column("مخاطب ادارے"),
            value: column("The moon"),
        },
        ListFinding::BadDate {
            row: 4,
            column: column("Due date"),
            value: column("31/12/2027"),
        },
        ListFinding::UnknownColumn {
            column: column("No."),
            values: 2,
        },
        ListFinding::UnknownColumn {
            column: column("Notes"),
            values: 1,
        },
    ];
    assert_eq!(list.findings, expected);
}

#[test]
fn json_of_many_shapes() {
    let list = read(
        json!([
            "Only a text",
            null,
            {"id": 7, "text": {"ur": "اردو متن", "en": "English text"}, "lang": "Urdu"},
            {"id": 8.5, "wordings": [{"lang": "en", "text": "From a file"}, {"lang": "sd", "text": "سنڌي"}], "sdg": [8.7]},
            {"text": "One", "addressees": "Police, FIA", "issue": ["tip", "tip"], "evidence": [{"id": "evidence-law"}]},
            {"text": "Two", "text_ur": "دو", "dissent": ["We disagree; strongly", "So do we"], "rationale": ""},
            {"text_en": "Three"},
        ])
        .to_string(),
    );
    assert_eq!(list.findings, []);
    assert_eq!(
        texts(&list),
        [
            "Only a text",
            "اردو متن",
            "From a file",
            "One",
            "Two",
            "Three"
        ]
    );
    let item = |place: usize| &list.items[place];
    assert_eq!(
        (item(1).id.as_deref(), item(1).lang.as_str(), item(1).row),
        (Some("7"), "ur", 3)
    );
    assert_eq!(
        item(1).translations.get("en").map(String::as_str),
        Some("English text")
    );
    assert_eq!(
        (
            item(2).id.as_deref(),
            item(2).lang.as_str(),
            item(2).sdg.as_slice()
        ),
        (Some("8.5"), "en", &["8.7".to_owned()][..])
    );
    assert_eq!(
        item(2).translations.get("sd").map(String::as_str),
        Some("سنڌي")
    );
    assert_eq!(item(3).addressees, ["police-provincial", "fia"]);
    assert_eq!(
        (item(3).issue.as_deref(), item(3).evidence.len()),
        (Some("tip"), 1)
    );
    assert_eq!(item(4).dissent, ["We disagree; strongly", "So do we"]);
    assert_eq!(item(4).rationale, None);
    assert_eq!((item(5).lang.as_str(), item(5).lang_guessed), ("en", false));
}

#[test]
fn what_cannot_be_used_is_named() {
    let column = |name: &str| name.to_owned();
    let list = read(
        r#"[
            {"id": "a", "text": "One", "issue": ["tip", "som", "irregular-migration"], "text": "Uno"},
            {"id": "a", "text": "Another"},
            {"id": "a", "text": "one!"},
            {"id": "a", "text": "One", "issue": "tip"},
            {"addressees": ["fia"]},
            {"text": ["x"], "group": "g"},
            {"text": "Six", "lang": "Klingon", "deadline": true, "colour": "red"},
            {"text": "Seven\u0007", "colour": "", "group": {"a": 1}},
            17, [], true,
            {"colour": "blue"},
            {},
            {"text": "Eight", "text_en": "Eight, otherwise", "translations": {"xx-": "?", "ur": "آٹھ"}}
        ]"#,
    );
    assert_eq!(
        texts(&list),
        ["One", "Another", "one!", "Six", "Seven", "Eight"]
    );
    let expected = [
        ListFinding::SecondValue {
            row: 1,
            column: column("issue"),
            value: column("irregular-migration"),
        },
        ListFinding::SecondValue {
            row: 1,
            column: column("text"),
            value: column("Uno"),
        },
        ListFinding::SameIdOtherText {
            row: 2,
            first: 1,
            id: column("a"),
        },
        ListFinding::SameIdOtherText {
            row: 3,
            first: 1,
            id: column("a"),
        },
        ListFinding::Repeated {
            row: 4,
            first: 1,
            equal: false,
        },
        ListFinding::NoText { row: 5 },
        ListFinding::BadValue {
            row: 6,
            column: column("text"),
            value: column("x"),
        },
        ListFinding::BadLanguage {
            row: 7,
            column: column("lang"),
            value: column("Klingon"),
        },
        ListFinding::BadValue {
            row: 7,
            column: column("deadline"),
            value: column("true"),
        },
        ListFinding::Cleaned {
            row: 8,
            column: column("text"),
        },
        ListFinding::BadValue {
            row: 8,
            column: column("group"),
            value: column("{a: 1}"),
        },
        ListFinding::NotAnItem {
            row: 9,
            value: column("17"),
        },
        ListFinding::NotAnItem {
            row: 10,
            value: column("[]"),
        },
        ListFinding::NotAnItem {
            row: 11,
            value: column("true"),
        },
        ListFinding::NoText { row: 12 },
        ListFinding::SecondValue {
            row: 14,
            column: column("text_en"),
            value: column("Eight, otherwise"),
        },
        ListFinding::UnknownColumn {
            column: column("colour"),
            values: 2,
        },
        ListFinding::UnknownColumn {
            column: column("translations.xx-"),
            values: 1,
        },
    ];
    for (found, expected) in list.findings.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(list.findings.len(), expected.len());
    assert_eq!(list.items[0].issue.as_deref(), Some("tip-som"));
}

#[test]
fn equal_ids_and_texts_in_other_groups_are_other_items() {
    let list = read("group,text\nA,Act\nB,Act\nA,act.\nA,Act\n");
    assert_eq!(texts(&list), ["Act", "Act"]);
    let repeated = |row, equal| ListFinding::Repeated {
        row,
        first: 2,
        equal,
    };
    assert_eq!(list.findings, [repeated(4, false), repeated(5, true)]);
}

#[test]
fn limits_are_named_and_kept() {
    let limits = ListLimits {
        bytes: 200,
        items: 2,
        text: 5,
        name: 3,
    };
    let options = ListOptions {
        limits,
        ..ListOptions::default()
    };
    let within = |text: &str| read_list(text.as_bytes(), options, Vocabulary::standard());
    let list = within("one\ntwo\n\nthree\nfour");
    assert_eq!(texts(&list), ["one", "two"]);
    assert_eq!(
        list.findings,
        [ListFinding::TooManyItems { count: 4, limit: 2 }]
    );
    let list = within("id,text,rationale\nlong,letter,x\nabcd,word,too much");
    let long = |row, column: &str, length, limit| ListFinding::TooLong {
        row,
        column: column.to_owned(),
        length,
        limit,
    };
    let expected = [
        long(2, "id", 4, 3),
        long(2, "text", 6, 5),
        long(3, "id", 4, 3),
        long(3, "rationale", 8, 5),
    ];
    assert_eq!(list.findings, expected);
    assert_eq!(
        (texts(&list), list.items[0].id.as_ref()),
        (vec!["word"], None)
    );
    assert_eq!(
        within(&"a".repeat(201)).findings,
        [ListFinding::TooLarge {
            bytes: 201,
            limit: 200
        }]
    );
    assert_eq!(ListLimits::default().text, 8_000);
}

#[test]
fn unreadable_files_say_why() {
    let utf16: Vec<u8> = "\u{feff}text\nAct"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let not_utf8 = |encoding, at| vec![ListFinding::NotUtf8 { encoding, at }];
    assert_eq!(read(&utf16).findings, not_utf8(Encoding::Utf16, 0));
    assert_eq!(read(&utf16[2..]).findings, not_utf8(Encoding::Utf16, 0));
    assert_eq!(read(b"caf\xe9").findings, not_utf8(Encoding::Other, 3));
    assert_eq!(
        read(b"\xef\xbb\xbfcaf\xe9").findings,
        not_utf8(Encoding::Other, 6)
    );
    assert_eq!(read(b"\xc0\xaf").findings, not_utf8(Encoding::Other, 0));
    for empty in [
        "",
        "\u{feff}",
        " \n\t\r\n",
        "[]",
        "text,lang\n",
        r#"{"recommendations": []}"#,
    ] {
        assert_eq!(read(empty).findings, [ListFinding::Empty], "{empty:?}");
    }
    let bad = |line, column, cut_off| {
        vec![ListFinding::BadJson {
            line,
            column,
            cut_off,
        }]
    };
    assert_eq!(
        read("[{\"text\": \"a\"},\n {\"te").findings,
        bad(2, 5, true)
    );
    assert_eq!(read("[\"a\"] x").findings, bad(1, 7, false));
    assert_eq!(read(r#"["\ud800"]"#).findings.len(), 1);
    assert_eq!(
        read(format!("{}1{}", "[".repeat(200), "]".repeat(200)))
            .findings
            .len(),
        1
    );
    for other in [r#"{"format": "x"}"#, r#"{"recommendations": 3}"#] {
        assert_eq!(read(other).findings, [ListFinding::NotAList], "{other}");
    }
    assert_eq!(
        read_as(ListKind::Json, "17").findings,
        [ListFinding::NotAList]
    );
    let columns = vec!["name".to_owned(), "colour".to_owned()];
    assert_eq!(
        read_as(ListKind::Csv, "name,colour\na,b").findings,
        [ListFinding::NoTextColumn { columns }]
    );
}

#[test]
fn tables_of_bad_shape() {
    let list = read("text,lang\nOne,en,extra,,more\nTwo\n,ur\n\"Three,en\nFour,en");
    assert_eq!(texts(&list), ["One", "Two", "Three,en\nFour,en"]);
    let expected = [
        ListFinding::ExtraCells {
            row: 2,
            values: vec!["extra".to_owned(), "more".to_owned()],
        },
        ListFinding::NoText { row: 4 },
        ListFinding::UnclosedQuote { row: 5 },
    ];
    assert_eq!(list.findings, expected);
    let rows: Vec<_> = list.findings.iter().map(ListFinding::row).collect();
    assert_eq!(rows, [Some(2), Some(4), Some(5)]);

    assert_eq!(texts(&read("sep=;\ntext;lang\nAct, now;en")), ["Act, now"]);
    assert_eq!(
        texts(&read_as(
            ListKind::Csv,
            "Recommendation\n\"Act, now\"\nAct, later"
        )),
        ["Act, now", "Act, later"]
    );
    assert_eq!(
        texts(&read_as(ListKind::Csv, "Act, now")),
        Vec::<&str>::new()
    );
    assert_eq!(
        texts(&read_as(ListKind::Lines, "text,lang\na,b")),
        ["text,lang", "a,b"]
    );
}

/// Cells that mean something, so that random tables are not only noise.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c]{0,2}",
        prop::sample::select(vec![
            "fia",
            "Police",
            "عدلیہ",
            "tip; som",
            "tip",
            "2027-01-01",
            "en",
            "ur",
            "8.7",
            "؟",
            "g1"
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ]
}

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "id",
        "text",
        "متن",
        "text_ur",
        "lang",
        "group",
        "addressees",
        "lead",
        "theme",
        "themes",
        "issue",
        "sdg",
        "deadline",
        "dissent",
        "rationale",
        "colour",
    ])
}

fn lawful(list: &List) -> Result<(), TestCaseError> {
    let vocabulary = Vocabulary::standard();
    let mut keys = BTreeSet::new();
    for item in &list.items {
        prop_assert!(!item.text.trim().is_empty() && !item.lang.is_empty());
        prop_assert!(
            keys.insert((item.group.clone(), item.key())),
            "{} twice",
            item.key()
        );
        prop_assert!(item.lead.iter().all(|lead| item.addressees.contains(lead)));
        prop_assert!(!item.translations.contains_key(&item.lang));
        let ids = [
            &item.addressees,
            &item.themes,
            &item.affected,
            &item.instruments,
            &item.levels,
            &item.sdg,
        ];
        for id in ids
            .into_iter()
            .flatten()
            .chain(&item.issue)
            .chain(&item.horizon)
        {
            prop_assert!(vocabulary.term(id).is_some(), "{}", id);
        }
    }
    prop_assert!(!list.items.is_empty() || !list.findings.is_empty());
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200), start in prop::sample::select(vec!["", "[", "{\"", "text,id\n", "[{\"text\":\""])) {
        let bytes = [start.as_bytes(), &bytes].concat();
        for kind in [None, Some(ListKind::Json), Some(ListKind::Csv), Some(ListKind::Lines)] {
            let options = ListOptions { kind, ..ListOptions::default() };
            let list = read_list(&bytes, options, Vocabulary::standard());
            lawful(&list)?;
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>(), table in "(text|id|lang|\"|,|;|\t|\r|\n|a|fia|ا)*") {
        for text in [text, table] {
            lawful(&read(&text))?;
            lawful(&read_as(ListKind::Csv, &text))?;
        }
    }

    #[test]
    fn any_table_is_read(names in prop::collection::vec(name(), 1..6), rows in prop::collection::vec(prop::collection::vec(cell(), 0..7), 0..6)) {
        let quote = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |cells: Vec<String>| cells.join(",") + "\n";
        let mut csv = line(names.iter().map(|name| quote(name)).collect());
        for row in &rows {
            csv += &line(row.iter().map(|cell| quote(cell)).collect());
        }
        lawful(&read(&csv))?;
        let objects: Vec<String> = rows.iter().map(|row| {
            let pairs = names.iter().zip(row).map(|(name, cell)| format!("{}:{}", json!(name), json!(cell)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }).collect();
        lawful(&read(format!("[{}]", objects.join(","))))?;
    }

    #[test]
    fn any_json_is_read(text in "[\\[\\]{}:, ]{0,12}(\"(text|id|recommendations|groups|event|title|a)\"|[\\[\\]{}:,1]|null){0,24}") {
        for text in [format!("[{{\"text\":{text}}}]"), format!("{{\"recommendations\":[{text}],\"groups\":[{text}]}}"), text] {
            lawful(&read_as(ListKind::Json, &text))?;
        }
    }
}
