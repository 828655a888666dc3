// Files that are wrong in one way each, with what must be told of each. Read natively (`corpus.rs`) and by the tests of the
// app in a browser: the same outcome in both.

use std::collections::BTreeMap;

use rapporteur_core::command::Pen;
use rapporteur_core::field::{RULES, Shape};
use rapporteur_core::file::{FileKind, Finding, Refusal, limits, read, write};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;

/// A way of being wrong.
pub struct Case {
    /// What it is called.
    pub name: String,
    pub bytes: Vec<u8>,
    /// Among what is told there is this: a key and the values it must name.
    pub expect: String,
}

const EVENT: &str = "event:00000000000000000000000000000001";
const HEAD: &str = r#""format":"rapporteur","formatVersion":1,"minReader":1"#;

/// So many lines of one key say how a thousand of them look.
const ALIKE: usize = 20;

/// What is told of bytes, a line each: key and what it names, sorted as found; of many alike the first.
pub fn outcome(bytes: &[u8]) -> Vec<String> {
    let told = |(key, named): (&str, Vec<(&str, String)>)| {
        let named: Vec<String> = named
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        format!("{key} {}", named.join(" ")).trim_end().to_owned()
    };
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    match read(bytes) {
        Ok(opened) => opened
            .findings
            .iter()
            .map(Finding::message)
            .filter(|(key, _)| {
                let count = alike.entry(*key).or_default();
                *count += 1;
                *count <= ALIKE
            })
            .map(told)
            .collect(),
        Err(refusal) => vec![told(Refusal::message(&refusal))],
    }
}

/// Whether a line is what is expected: the same key, and every word of the expectation in it.
pub fn is_told(line: &str, expect: &str) -> bool {
    let mut words = expect.split(' ');
    line.split(' ').next() == words.next()
        && words.all(|word| line.split(' ').any(|held| held == word))
}

struct Corpus(Vec<Case>);

impl Corpus {
    fn add(
        &mut self,
        name: impl Into<String>,
        text: impl Into<Vec<u8>>,
        expect: impl Into<String>,
    ) {
        self.0.push(Case {
            name: name.into(),
            bytes: text.into(),
            expect: expect.into(),
        });
    }

    /// A file whose header says this too.
    fn head(&mut self, name: &str, head: &str, expect: &str) {
        self.add(
            name,
            format!("{{{HEAD},{head},\"records\":[{}]}}", record(&edit(""))),
            expect,
        );
    }

    /// A file with this among its records.
    fn record(&mut self, name: &str, text: &str, expect: &str) {
        let good = r#"{"id":"event:00000000000000000000000000000009","plain":{},"edits":[]}"#;
        self.add(
            name,
            format!("{{{HEAD},\"records\":[{good},{text}]}}"),
            expect,
        );
    }

    /// A file with this edit behind a good one.
    fn edit(&mut self, name: impl Into<String>, text: &str, expect: impl Into<String>) {
        let good = r#"{"field":"place","seq":1,"session":"0000000000000007"}"#;
        let file = format!(
            "{{{HEAD},\"records\":[{}]}}",
            record(&format!("{good},{text}"))
        );
        self.add(name, file, expect);
    }

    /// A file with one value of one field of one kind of item.
    fn value(&mut self, name: String, kind: &str, field: &str, value: &str, expect: String) {
        let edits = format!(
            r#"{{"field":"{field}","seq":1,"session":"0000000000000007","value":{value}}}"#
        );
        let record = format!(
            r#"{{"id":"{kind}:00000000000000000000000000000001","plain":{{}},"edits":[{edits}]}}"#
        );
        self.add(name, format!("{{{HEAD},\"records\":[{record}]}}"), expect);
    }
}

fn record(edits: &str) -> String {
    format!(r#"{{"id":"{EVENT}","plain":{{}},"edits":[{edits}]}}"#)
}

fn edit(rest: &str) -> String {
    format!(r#"{{"field":"place","seq":1,"session":"0000000000000002"{rest}}}"#)
}

pub fn cases() -> Vec<Case> {
    let mut corpus = Corpus(Vec::new());
    refused(&mut corpus);
    headers(&mut corpus);
    records(&mut corpus);
    edits(&mut corpus);
    values(&mut corpus);
    letters(&mut corpus);
    ends(&mut corpus);
    spelling(&mut corpus);
    too_much(&mut corpus);
    by_hand(&mut corpus);
    rescued(&mut corpus);
    corpus.0
}

/// Nothing of them can be taken.
fn refused(corpus: &mut Corpus) {
    let good = format!("{{{HEAD},\"records\":[]}}");
    corpus.add("empty", "", "refusal-empty");
    corpus.add("spaces", " \n\t\r\n ", "refusal-empty");
    corpus.add("only a byte order mark", "\u{feff}", "refusal-empty");
    let utf16 = |big: bool| -> Vec<u8> {
        let units = "\u{feff}".encode_utf16().chain(good.encode_utf16());
        units
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    };
    corpus.add(
        "UTF-16, little end first",
        utf16(false),
        "refusal-not-utf8 encoding=UTF-16",
    );
    corpus.add(
        "UTF-16, big end first",
        utf16(true),
        "refusal-not-utf8 encoding=UTF-16",
    );
    let utf32: Vec<u8> = "\u{feff}{}"
        .chars()
        .flat_map(|letter| u32::from(letter).to_le_bytes())
        .collect();
    corpus.add("UTF-32", utf32, "refusal-not-utf8 encoding=UTF-32");
    corpus.add(
        "Windows-1256",
        [b"{\"format\":\"".as_slice(), b"\xe3\xd1\xcd\xc8\xc7\"}"].concat(),
        "refusal-not-utf8",
    );
    for (name, begins, format) in [
        ("PDF", b"%PDF-1.7\n".as_slice(), "pdf"),
        ("PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        ("JPEG", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "picture"),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0\0\x03", "packed"),
        ("7z", b"7z\xbc\xaf\x27\x1c\0\x04", "packed"),
        ("RAR", b"Rar!\x1a\x07\x01\0", "packed"),
        (
            "old Word",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
            "old-office",
        ),
        ("rich text", b"{\\rtf1\\ansi hello}", "rtf"),
        (
            "web page",
            b"<!DOCTYPE html><html><body>hello</body></html>",
            "html",
        ),
        ("XML", b"<?xml version=\"1.0\"?><a/>", "xml"),
        ("Word", b"PK\x03\x04\x14\0word/document.xml", "docx"),
        ("Excel", b"PK\x03\x04\x14\0xl/workbook.xml", "xlsx"),
        ("PowerPoint", b"PK\x03\x04\x14\0ppt/slides", "pptx"),
        (
            "LibreOffice",
            b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text",
            "opendocument",
        ),
        ("sound", b"OggS\0\x02\0\0", "media"),
        ("a program", b"\x7fELF\x02\x01\x01\0", "program"),
        ("a database", b"SQLite format 3\0\x10\0", "database"),
        (
            "encrypted",
            b"age-encryption.org/v1\n-> X25519",
            "encrypted",
        ),
        ("a table", b"text,lead\nTrain police,fia\n", "table"),
    ] {
        corpus.add(name, begins, format!("refusal-foreign format={format}"));
    }
    corpus.add(
        "a list of JSON",
        "[{\"text\":\"a\"}]",
        "refusal-foreign format=json-list",
    );
    for (name, text) in [
        ("words", "hello"),
        ("another object", "{\"a\":1}"),
        (
            "another format",
            "{\"format\":\"trello\",\"formatVersion\":1,\"records\":[]}",
        ),
        (
            "format is a number",
            "{\"format\":1,\"formatVersion\":1,\"records\":[]}",
        ),
    ] {
        corpus.add(name, text, "refusal-not-ours");
    }
    for (name, text) in [("a bracket", "{"), ("a key without value", "{\"format\"")] {
        corpus.add(name, text, "refusal-not-json");
    }
    for (name, version) in [
        ("missing", ""),
        ("a text", "\"formatVersion\":\"1\","),
        ("zero", "\"formatVersion\":0,"),
        ("negative", "\"formatVersion\":-1,"),
        ("a fraction", "\"formatVersion\":1.5,"),
        ("enormous", "\"formatVersion\":1e300,"),
        ("null", "\"formatVersion\":null,"),
        ("a list", "\"formatVersion\":[1],"),
    ] {
        let text = format!("{{\"format\":\"rapporteur\",{version}\"records\":[]}}");
        corpus.add(
            format!("version {name}"),
            text,
            "refusal-no-version key=formatVersion",
        );
    }
    for (name, reader) in [
        ("a text", "\"1\""),
        ("negative", "-1"),
        ("a fraction", "0.5"),
        ("true", "true"),
    ] {
        let text = format!(
            "{{\"format\":\"rapporteur\",\"formatVersion\":1,\"minReader\":{reader},\"records\":[]}}"
        );
        corpus.add(
            format!("least reader {name}"),
            text,
            "refusal-no-version key=minReader",
        );
    }
    let newer = "{\"format\":\"rapporteur\",\"formatVersion\":9,\"minReader\":9,\"app\":\"4.0\",\"records\":[]}";
    corpus.add("newer", newer, "refusal-newer version=9 app=4.0");
    corpus.add("no records", format!("{{{HEAD}}}"), "refusal-no-records");
    corpus.add(
        "records are an object",
        format!("{{{HEAD},\"records\":{{}}}}"),
        "refusal-no-records",
    );
    corpus.add(
        "records are a text",
        format!("{{{HEAD},\"records\":\"none\"}}"),
        "refusal-no-records",
    );
    let deep = format!(
        "{{{HEAD},\"x\":{}{},\"records\":[]}}",
        "[".repeat(40),
        "]".repeat(40)
    );
    corpus.add("too deep", deep, "refusal-too-deep");
}

fn headers(corpus: &mut Corpus) {
    let wrong = [
        ("a number", "7"),
        ("null", "null"),
        ("true", "true"),
        ("a list", "[7]"),
        ("an object", "{\"a\":7}"),
    ];
    for key in ["app", "kind"] {
        for (what, value) in wrong {
            corpus.head(
                &format!("{key} is {what}"),
                &format!("\"{key}\":{value}"),
                &format!("finding-bad-header key={key}"),
            );
        }
    }
    for (what, value) in [
        ("a text", "\"x\""),
        ("a number", "7"),
        ("null", "null"),
        ("an object", "{}"),
        ("a list of numbers", "[1]"),
    ] {
        corpus.head(
            &format!("events is {what}"),
            &format!("\"events\":{value}"),
            "finding-bad-header key=events",
        );
    }
    for (what, value) in [
        ("a text", "\"x\""),
        ("a list", "[1,2]"),
        ("of texts", "{\"records\":\"1\",\"edits\":\"1\"}"),
        ("negative", "{\"records\":-1,\"edits\":1}"),
        ("without edits", "{\"records\":1}"),
    ] {
        corpus.head(
            &format!("counts is {what}"),
            &format!("\"counts\":{value}"),
            "finding-bad-header key=counts",
        );
    }
    let digest = "0".repeat(64);
    for (what, value) in [
        ("a text", format!("\"{digest}\"")),
        ("short", "{\"edits\":\"00\",\"plain\":\"00\"}".to_owned()),
        (
            "of other letters",
            format!(
                "{{\"edits\":\"{}\",\"plain\":\"{digest}\"}}",
                "g".repeat(64)
            ),
        ),
        ("without plain", format!("{{\"edits\":\"{digest}\"}}")),
    ] {
        corpus.head(
            &format!("digests is {what}"),
            &format!("\"digests\":{value}"),
            "finding-bad-header key=digests",
        );
    }
    for key in ["app", "kind", "events", "counts", "digests"] {
        let value = match key {
            "events" => "[]".to_owned(),
            "counts" => "{\"records\":1,\"edits\":1}".to_owned(),
            "digests" => format!("{{\"edits\":\"{digest}\",\"plain\":\"{digest}\"}}"),
            "kind" => "\"workbook\"".to_owned(),
            _ => "\"1\"".to_owned(),
        };
        let twice = format!("\"{key}\":{value},\"{key}\":{value}");
        corpus.head(
            &format!("{key} stands twice"),
            &twice,
            &format!("finding-repeated-header-key key={key}"),
        );
    }
    corpus.head(
        "a key nobody knows",
        "\"colour\":\"red\"",
        "finding-unknown-header-key key=colour",
    );
    corpus.head(
        "a key of the rescue copy",
        "\"workbook\":\"x\"",
        "finding-unknown-header-key key=workbook",
    );
    corpus.head(
        "a kind nobody knows",
        "\"kind\":\"novel\"",
        "finding-unknown-kind kind=novel",
    );
    corpus.head(
        "wrong counts",
        "\"counts\":{\"records\":5,\"edits\":9}",
        "finding-counts",
    );
    let digests = format!("\"digests\":{{\"edits\":\"{digest}\",\"plain\":\"{digest}\"}}");
    corpus.head("wrong digests", &digests, "finding-edits-changed");
}

fn records(corpus: &mut Corpus) {
    for (what, text) in [
        ("a number", "7"),
        ("a text", "\"x\""),
        ("null", "null"),
        ("a list", "[]"),
        ("true", "true"),
    ] {
        corpus.record(
            &format!("a record is {what}"),
            text,
            "finding-bad-record record=2 fault=not-an-object",
        );
    }
    corpus.record(
        "a record without a name",
        r#"{"plain":{},"edits":[]}"#,
        "finding-bad-record fault=missing key=id",
    );
    for (what, id) in [("a number", "7"), ("null", "null"), ("a list", "[]")] {
        corpus.record(
            &format!("a record's name is {what}"),
            &format!(r#"{{"id":{id},"plain":{{}},"edits":[]}}"#),
            "finding-bad-record fault=type key=id",
        );
    }
    for (what, id) in [
        ("without a kind", "00000000000000000000000000000001"),
        ("short", "rec:1"),
        ("in capitals", "rec:0000000000000000000000000000000A"),
        ("of other letters", "rec:zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"),
        ("empty", ""),
        ("a path", "../../etc/passwd"),
        ("markup", "<script>alert(1)</script>"),
    ] {
        corpus.record(
            &format!("a record's name is {what}"),
            &format!(r#"{{"id":"{id}","plain":{{}},"edits":[]}}"#),
            "finding-bad-record fault=name key=id",
        );
    }
    for (what, value) in [
        ("a text", "\"x\""),
        ("a number", "1"),
        ("an object", "{}"),
        ("null", "null"),
    ] {
        corpus.record(
            &format!("a record's edits are {what}"),
            &format!(r#"{{"id":"{EVENT}","plain":{{}},"edits":{value}}}"#),
            "finding-bad-record fault=type key=edits",
        );
    }
    corpus.record(
        "a record with another key",
        &format!(r#"{{"id":"{EVENT}","plain":{{}},"edits":[],"mood":"good"}}"#),
        "finding-unknown-record-key record=2 key=mood",
    );
    for (key, value) in [
        ("id", format!("\"{EVENT}\"")),
        ("edits", "[]".to_owned()),
        ("plain", "{}".to_owned()),
    ] {
        let text = format!(r#"{{"id":"{EVENT}","plain":{{}},"edits":[],"{key}":{value}}}"#);
        corpus.record(
            &format!("a record's {key} stands twice"),
            &text,
            &format!("finding-bad-record fault=repeated key={key}"),
        );
    }
    let twice = record(&edit(""));
    corpus.add(
        "a record stands twice",
        format!("{{{HEAD},\"records\":[{twice},{twice}]}}"),
        format!("finding-repeated-record item={EVENT}"),
    );
    for (what, text) in [
        (
            "a comma too many",
            r#"{"id":"event:00000000000000000000000000000002",,"plain":{},"edits":[]}"#,
        ),
        (
            "no comma",
            r#"{"id":"event:00000000000000000000000000000002" "plain":{},"edits":[]}"#,
        ),
        (
            "single marks",
            r#"{'id':'event:00000000000000000000000000000002',"plain":{},"edits":[]}"#,
        ),
        (
            "a comment",
            r#"{"id":"event:00000000000000000000000000000002",/* x */"plain":{},"edits":[]}"#,
        ),
        (
            "a bare key",
            r#"{id:"event:00000000000000000000000000000002","plain":{},"edits":[]}"#,
        ),
        (
            "not a number",
            r#"{"id":"event:00000000000000000000000000000002","plain":{"a":NaN},"edits":[]}"#,
        ),
    ] {
        corpus.record(
            &format!("a record with {what}"),
            text,
            "finding-bad-record record=2",
        );
    }
}

fn edits(corpus: &mut Corpus) {
    for (what, text) in [
        ("a number", "7"),
        ("a text", "\"x\""),
        ("null", "null"),
        ("a list", "[]"),
    ] {
        corpus.edit(
            format!("an edit is {what}"),
            text,
            "finding-bad-edit edit=2 fault=not-an-object",
        );
    }
    for key in ["field", "seq", "session"] {
        let keys = [
            ("field", "\"place\""),
            ("seq", "1"),
            ("session", "\"0000000000000002\""),
        ];
        let rest: Vec<String> = keys
            .iter()
            .filter(|(held, _)| *held != key)
            .map(|(held, value)| format!("\"{held}\":{value}"))
            .collect();
        corpus.edit(
            format!("an edit without {key}"),
            &format!("{{{}}}", rest.join(",")),
            format!("finding-bad-edit fault=missing key={key}"),
        );
        let twice = format!(
            r#"{{"field":"place","seq":1,"session":"0000000000000002","{key}":{}}}"#,
            keys.iter()
                .find(|(held, _)| *held == key)
                .map_or("", |(_, value)| value)
        );
        corpus.edit(
            format!("an edit's {key} stands twice"),
            &twice,
            format!("finding-bad-edit fault=repeated key={key}"),
        );
    }
    let with = |key: &str, value: &str| {
        let mut keys = vec![
            ("field", "\"place\""),
            ("seq", "3"),
            ("session", "\"0000000000000002\""),
        ];
        match keys.iter_mut().find(|(held, _)| *held == key) {
            Some(held) => held.1 = value,
            None => keys.push((key, value)),
        }
        let keys: Vec<String> = keys
            .iter()
            .map(|(key, value)| format!("\"{key}\":{value}"))
            .collect();
        format!("{{{}}}", keys.join(","))
    };
    let types = [
        ("null", "null"),
        ("true", "true"),
        ("an object", "{}"),
        ("a list", "[\"x\"]"),
        ("a number", "7"),
        ("a text", "\"x\""),
    ];
    for (key, fits) in [
        ("field", "a text"),
        ("seq", "a number"),
        ("session", "a text"),
        ("act", "a number"),
        ("at", "a number"),
        ("why", "a text"),
        ("seen", "a list"),
    ] {
        for (what, value) in types.iter().filter(|(what, _)| *what != fits) {
            corpus.edit(
                format!("an edit's {key} is {what}"),
                &with(key, value),
                format!("finding-bad-edit fault=type key={key}"),
            );
        }
    }
    for (what, value) in [
        ("empty", "\"\""),
        ("in capitals", "\"Place\""),
        ("with a space", "\"pl ace\""),
        ("ending in a stroke", "\"wording/\""),
        ("a number as text", "\"7\""),
        ("markup", "\"<b>\""),
    ] {
        corpus.edit(
            format!("a field's name is {what}"),
            &with("field", value),
            "finding-bad-edit fault=name key=field",
        );
    }
    corpus.edit(
        "a field's name is too long",
        &with("field", &format!("\"a{}\"", "b".repeat(96))),
        "finding-bad-edit fault=name key=field",
    );
    for (what, value) in [
        ("short", "\"02\""),
        ("long", "\"00000000000000002\""),
        ("in capitals", "\"000000000000000A\""),
        ("of other letters", "\"zzzzzzzzzzzzzzzz\""),
    ] {
        corpus.edit(
            format!("a session is {what}"),
            &with("session", value),
            "finding-bad-edit fault=name key=session",
        );
    }
    for (key, zero) in [("seq", true), ("act", true)] {
        for (what, value, fault) in [
            ("a fraction", "1.5", "fraction"),
            ("negative", "-1", "number"),
            ("beyond all numbers", "1e999", "number"),
            ("beyond 64 bits", "18446744073709551616", "number"),
        ] {
            corpus.edit(
                format!("an edit's {key} is {what}"),
                &with(key, value),
                format!("finding-bad-edit fault={fault} key={key}"),
            );
        }
        let fault = if key == "seq" { "seq" } else { "act" };
        if zero {
            corpus.edit(
                format!("an edit's {key} is zero"),
                &with(key, "0"),
                format!("finding-bad-edit fault={fault}"),
            );
        }
    }
    corpus.edit(
        "an edit's act is after it",
        &with("act", "4"),
        "finding-bad-edit fault=act",
    );
    for (what, value, fault) in [
        ("a fraction", "0.5", "fraction"),
        ("beyond what tools read", "9007199254740993", "number"),
    ] {
        corpus.edit(
            format!("a time is {what}"),
            &with("at", value),
            format!("finding-bad-edit fault={fault} key=at"),
        );
    }
    for (what, seen, fault) in [
        ("a pair of three", r#"[["0000000000000003",1,2]]"#, ""),
        ("a pair of one", r#"[["0000000000000003"]]"#, ""),
        ("a pair the wrong way", r#"[[1,"0000000000000003"]]"#, ""),
        (
            "not sorted",
            r#"[["0000000000000004",1],["0000000000000003",1]]"#,
            " fault=unsorted",
        ),
        (
            "the same session twice",
            r#"[["0000000000000003",1],["0000000000000003",2]]"#,
            " fault=unsorted",
        ),
        (
            "an enormous number",
            r#"[["0000000000000003",9007199254740993]]"#,
            " fault=number",
        ),
        (
            "itself",
            r#"[["0000000000000002",3]]"#,
            " fault=sees-itself",
        ),
        (
            "its own future",
            r#"[["0000000000000002",9]]"#,
            " fault=sees-itself",
        ),
        ("a bad session", r#"[["x",1]]"#, ""),
    ] {
        corpus.edit(
            format!("seen holds {what}"),
            &with("seen", seen),
            format!("finding-bad-edit{fault} key=seen")
                .replace(" key=seen", if fault.is_empty() { " key=seen" } else { "" }),
        );
    }
    corpus.edit(
        "an edit of another item",
        &with("item", "\"rec:00000000000000000000000000000005\""),
        "finding-bad-edit fault=other-item",
    );
    corpus.edit(
        "an item's name is odd",
        &with("item", "\"rec:5\""),
        "finding-bad-edit fault=name key=item",
    );
    for (what, value, fault) in [
        ("a fraction", "0.5", "fraction"),
        ("beyond what tools read", "9007199254740993", "number"),
        ("beyond all numbers", "1e999", "number"),
        ("half a letter", "\"\\ud800\"", "half-letter"),
    ] {
        corpus.edit(
            format!("a value is {what}"),
            &with("value", value),
            format!("finding-bad-edit fault={fault}"),
        );
    }
    let long = format!("\"{}\"", "x".repeat(limits::TEXT_BYTES + 1));
    corpus.edit(
        "a text is too long",
        &with("value", &long),
        "finding-over-limit field=place",
    );
    let deep = limits::VALUE_DEPTH + 1;
    corpus.edit(
        "a list has too many within it",
        &with(
            "value",
            &format!("{}{}", "[".repeat(deep), "]".repeat(deep)),
        ),
        "finding-over-limit field=place limit=depth",
    );
    let many = format!("[{}]", vec!["\"a\""; limits::ENTRIES + 1].join(","));
    corpus.edit(
        "a list is too long",
        &with("value", &many),
        "finding-over-limit field=place",
    );
}

/// Every field of the table with values of every other shape.
fn values(corpus: &mut Corpus) {
    for rule in RULES {
        let wrong: &[(&str, &str)] = match rule.shape {
            Shape::Text => &[
                ("a number", "7"),
                ("true", "true"),
                ("a list", "[\"a\"]"),
                ("an object", "{\"a\":\"b\"}"),
            ],
            Shape::Wording => &[
                ("a text", "\"a\""),
                ("a number", "7"),
                ("without a language", "{\"text\":\"a\"}"),
                ("without a text", "{\"lang\":\"en\"}"),
            ],
            Shape::Int => &[("a text", "\"7\""), ("true", "true"), ("a list", "[7]")],
            Shape::Flag => &[("a text", "\"true\""), ("a number", "1")],
            Shape::Term(_) => &[
                ("a number", "7"),
                ("a list", "[\"a\"]"),
                ("an object", "{\"a\":1}"),
            ],
            Shape::Terms(_) => &[("a text", "\"a\""), ("a list of numbers", "[7]")],
            Shape::Texts => &[("a text", "\"a\""), ("a list of numbers", "[7]")],
            Shape::Date => &[
                ("a number", "7"),
                ("a word", "\"tomorrow\""),
                ("no day of the calendar", "\"2027-02-31\""),
                ("the other way round", "\"17-02-2027\""),
            ],
            Shape::Dates => &[
                ("a date", "\"2027-02-17\""),
                ("a list of words", "[\"soon\"]"),
            ],
            Shape::Item(_) => &[
                ("a number", "7"),
                ("a word", "\"there\""),
                (
                    "of another kind",
                    "\"session:00000000000000000000000000000001\"",
                ),
            ],
            Shape::Judgement => &[("a text", "\"yes\""), ("true", "true")],
            Shape::Open => &[],
        };
        let kind = rule.kind.name();
        let field = if rule.has_part {
            format!("{}/en", rule.name)
        } else {
            rule.name.to_owned()
        };
        for (what, value) in wrong {
            corpus.value(
                format!("{kind} {field} is {what}"),
                kind,
                &field,
                value,
                format!("finding-odd-value field={field}"),
            );
        }
        let unknown = match rule.shape {
            Shape::Term(_) => Some("\"no-such-term\""),
            Shape::Terms(_) => Some("[\"no-such-term\"]"),
            _ => None,
        };
        if let Some(value) = unknown {
            corpus.value(
                format!("{kind} {field} is a term nobody knows"),
                kind,
                &field,
                value,
                format!("finding-unknown-term field={field} term=no-such-term"),
            );
        }
    }
}

/// Letters that are not seen, or turn what stands around them.
fn letters(corpus: &mut Corpus) {
    let odd = [
        '\u{1}', '\u{7}', '\u{8}', '\u{b}', '\u{1b}', '\u{7f}', '\u{85}', '\u{202a}', '\u{202b}',
        '\u{202d}', '\u{202e}',
    ];
    for letter in odd {
        let number = u32::from(letter);
        let escaped: String = letter
            .encode_utf16(&mut [0; 2])
            .iter()
            .map(|unit| format!("\\u{unit:04x}"))
            .collect();
        corpus.value(
            format!("a text with U+{number:04X}"),
            "event",
            "place",
            &format!("\"La{escaped}hore\""),
            format!("finding-odd-characters field=place letter=U+{number:04X}"),
        );
    }
}

/// Cut, and with something behind.
fn ends(corpus: &mut Corpus) {
    let whole: Vec<String> = (1..=4)
        .map(|number| {
            format!(
                r#"{{"id":"event:{number:032x}","plain":{{}},"edits":[{}]}}"#,
                edit("")
            )
        })
        .collect();
    let file = format!("{{{HEAD},\"records\":[{}]}}", whole.join(","));
    for (records, cut) in [(1, 2), (2, 3), (3, 4)] {
        let end = file.find(&format!("event:{cut:032x}")).unwrap_or(0) + 40;
        corpus.add(
            format!("cut within record {cut}"),
            file.get(..end).unwrap_or_default(),
            format!("finding-cut-off records={records}"),
        );
    }
    for (what, behind) in [
        ("words", "hello"),
        ("another file", "{}"),
        ("a bracket", "]"),
    ] {
        corpus.add(
            format!("{what} behind the end"),
            format!("{file}{behind}"),
            "finding-trailing",
        );
    }
}

/// Letters and marks that no JSON has, within a record that stands between whole ones.
fn spelling(corpus: &mut Corpus) {
    for (what, text, fault) in [
        ("a bell", "Lahore\u{7}", "raw-control"),
        ("a tab", "La\thore", "raw-control"),
        ("a stroke before a letter", "La\\xhore", "escape"),
        ("a letter by half its number", "La\\u00hore", "escape"),
    ] {
        corpus.record(
            &format!("a record with {what} within a text"),
            &record(&edit(&format!(",\"value\":\"{text}\""))),
            &format!("finding-bad-record record=2 fault={fault}"),
        );
    }
    let whole = format!(
        "{{{HEAD},\"records\":[{},{}]}}",
        record(&edit(",\"value\":\"La?hore\"")),
        record("")
    );
    let bytes = whole.bytes();
    corpus.add(
        "a record with a byte of another encoding",
        bytes
            .map(|byte| if byte == b'?' { 0xe3 } else { byte })
            .collect::<Vec<u8>>(),
        "finding-bad-record record=1 fault=bytes",
    );
    corpus.edit(
        "values are none",
        &edit(",\"values\":[]"),
        "finding-bad-edit fault=empty key=values",
    );
    corpus.edit(
        "values are not sorted",
        &edit(",\"values\":[2,1]"),
        "finding-bad-edit fault=unsorted key=values",
    );
    corpus.edit(
        "a value and values",
        &edit(",\"value\":1,\"values\":[1,2]"),
        "finding-bad-edit fault=both key=values",
    );
}

/// More than the format allows, and more that is wrong than anybody reads. They are made here: some have megabytes.
fn too_much(corpus: &mut Corpus) {
    corpus.add(
        "too large",
        vec![0; limits::FILE_BYTES + 1],
        "refusal-too-large size=65 limit=64",
    );
    corpus.add(
        "too many records",
        format!("{{{HEAD},\"records\":[{}0]}}", "0,".repeat(limits::RECORDS)),
        "refusal-too-many-records",
    );
    corpus.add(
        "a thousand bad records and one",
        format!("{{{HEAD},\"records\":[{}0]}}", "0,".repeat(1_000)),
        "finding-more count=1",
    );
    let many = |count: usize, one: &dyn Fn(usize) -> String| {
        let all: Vec<String> = (1..=count).map(one).collect();
        all.join(",")
    };
    let seen = many(limits::SEEN + 1, &|at| format!("[\"{:016x}\",1]", at + 16));
    let values = many(limits::SEEN + 1, &|at| at.to_string());
    let keys = many(limits::ENTRIES + 1, &|at| format!("\"key{at}\":1"));
    for (what, rest, limit) in [
        ("has seen too many", format!(",\"seen\":[{seen}]"), "seen"),
        (
            "has too many values",
            format!(",\"values\":[{values}]"),
            "values",
        ),
        ("has too many keys", format!(",{keys}"), "keys"),
    ] {
        corpus.edit(
            format!("an edit {what}"),
            &edit(&rest),
            format!("finding-over-limit item={EVENT} field=place limit={limit}"),
        );
    }
    let history = many(limits::EDITS_OF_FIELD + 1, &|seq| {
        format!(r#"{{"field":"place","seq":{seq},"session":"0000000000000002"}}"#)
    });
    corpus.add(
        "a field written too often",
        format!("{{{HEAD},\"records\":[{}]}}", record(&history)),
        format!("finding-over-limit item={EVENT} field=place limit=history"),
    );
}

/// Whole files of which somebody changed the readable part.
fn by_hand(corpus: &mut Corpus) {
    let event = ItemId::new(Kind::EVENT, 1);
    let mut workbook = Workbook::new();
    let mut pen = Pen::new(SessionId(2));
    let mut act = pen.act("event", None);
    act.set(&workbook, event, "place", Value::text("Lahore"));
    act.set(&workbook, event, "code", Value::text("LHR"));
    workbook.join(act.finish());
    let bytes = write(&workbook, FileKind::Workbook, "0.1.0");
    let file = String::from_utf8(bytes).unwrap_or_default();
    for (what, from, to, expect) in [
        (
            "another value",
            "\"place\":\"Lahore\"",
            "\"place\":\"Multan\"",
            "finding-hand-edited values=1",
        ),
        (
            "a value of another shape",
            "\"place\":\"Lahore\"",
            "\"place\":7",
            "finding-hand-unusable field=place",
        ),
        (
            "a key nobody knows",
            "\"place\":\"Lahore\"",
            "\"place\":\"Lahore\",\"mood\":1",
            "finding-hand-unusable field=mood",
        ),
        (
            "a list in its place",
            "\"plain\":{",
            "\"plain\":[],\"was\":{",
            "finding-hand-unusable field=plain",
        ),
        (
            "a value less",
            "\"code\":\"LHR\",",
            "",
            "finding-plain-changed",
        ),
    ] {
        corpus.add(
            format!("the readable part with {what}"),
            file.replacen(from, to, 1),
            expect,
        );
    }
}

/// What the page saves without the program: read, and told what it is.
fn rescued(corpus: &mut Corpus) {
    let found = |from: &str, text: &str| {
        format!(
            r#"{{"from":"{from}","session":"0000000000000002","key":"0000000000000002-1","batch":"typed","text":{text}}}"#
        )
    };
    let edits = r#""[{\"field\":\"place\",\"item\":\"event:00000000000000000000000000000001\",\"seq\":1,\"session\":\"0000000000000002\"}]""#;
    let rescue = |records: &str| {
        format!(
            "{{\"format\":\"rapporteur-rescue\",\"formatVersion\":1,\"minReader\":1,\"workbook\":\"{{}}\",\"records\":[{records}]}}"
        )
    };
    corpus.add(
        "a rescue copy",
        rescue(&found("store", edits)),
        "finding-rescued pieces=0",
    );
    corpus.add(
        "a rescue copy with a text that was being typed",
        rescue(&found("pending", edits)),
        "finding-rescued pieces=1",
    );
    corpus.add(
        "a rescue copy with a text that is none",
        rescue(&found("store", "7")),
        "finding-bad-record fault=missing key=text",
    );
    corpus.add(
        "a rescue copy with edits that are none",
        rescue(&found("journal", "\"cut of\"")),
        "finding-bad-record fault=syntax key=text",
    );
}
