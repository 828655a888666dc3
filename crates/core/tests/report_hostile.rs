//! Hostile text in every field of a document and in every format: nothing of it is markup, nothing steers what stands beside
//! it, no spreadsheet reckons with it, and none of it is lost.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    unreachable_pub,
    missing_docs,
    dead_code,
    reason = "tests"
)]

#[path = "vectors/event.rs"]
mod event;
#[path = "vectors/nasty.rs"]
mod nasty;
#[path = "vectors/package.rs"]
mod package;

use event::{Scribe, event};
use nasty::nasty;
use rapporteur_core::command::wording;
use rapporteur_core::item::ItemId;
use rapporteur_core::report::{Format, Language, Options, report};
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;

/// How many strings go into one document.
const AT_ONCE: usize = 60;

/// Every text a person can write, for each of these strings; the event's own texts are the first of them.
fn written(texts: &[String]) -> Workbook {
    written_with(texts, |text, _| text.to_owned())
}

/// The same, each text with the mark of its field behind it: where one field loses its text, no other can stand for it.
fn marked(texts: &[String]) -> Workbook {
    written_with(texts, with_mark)
}

fn with_mark(text: &str, field: &str) -> String {
    let name: String = field
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric())
        .collect();
    format!("{text}Zq{name}Qz")
}

fn written_with(texts: &[String], told: impl Fn(&str, &str) -> String) -> Workbook {
    let mut scribe = Scribe::new(Workbook::new());
    let event = event();
    let first = texts[0].as_str();
    let of_first = |field: &str| told(first, field);
    scribe.act(|act, workbook| {
        for field in ["title/en", "title/ur", "code", "place"] {
            act.set(workbook, event, field, Value::text(&of_first(field)));
        }
        let names: Vec<String> = texts.iter().map(|text| told(text, "organisers")).collect();
        let names = Value::set(names.iter().map(String::as_str));
        act.set(workbook, event, "organisers", names);
        let partner = of_first("partners");
        act.set(workbook, event, "partners", Value::set([partner.as_str()]));
        for stem in ["introduction", "preamble", "followup"] {
            for lang in ["en", "ur"] {
                let field = format!("{stem}/{lang}");
                let text = wording(lang, &of_first(&field));
                act.set(workbook, event, &field, text);
            }
        }
        let labels = Value::map([
            ("en", Value::text(&of_first("term/en"))),
            ("ur", Value::text(&of_first("term/ur"))),
        ]);
        let term = Value::map([("scheme", Value::text("addressees")), ("labels", labels)]);
        act.set(workbook, event, "term/nasty", term);
    });
    let group = scribe.group(1);
    scribe.set(group, "title/en", Value::text(&of_first("group/title")));
    scribe.set(group, "code", Value::text(&of_first("group/code")));
    for (at, text) in texts.iter().enumerate() {
        let of = |field: &str| told(text, field);
        let (english, urdu) = (of("wording/en"), of("wording/ur"));
        let item = scribe.draft(
            group,
            at as i64 + 1,
            &[("en", english.as_str()), ("ur", urdu.as_str())],
        );
        scribe.act(|act, workbook| {
            for (field, value) in [
                ("addressees", Value::set(["nasty", "fia"])),
                ("due", Value::text(&of("due"))),
                ("indicator", wording("en", &of("indicator"))),
                ("baseline", wording("ur", &of("baseline"))),
                ("target", wording("ur-Latn", &of("target"))),
                ("rationale", wording("en", &of("rationale"))),
                ("dissent/1", wording("ur", &of("dissent/1"))),
                ("response/fia", Value::text("accepted")),
                ("reason/fia", wording("en", &of("reason/fia"))),
                ("answered/fia", Value::text(&of("answered/fia"))),
                ("status", Value::text(&of("status"))),
            ] {
                act.set(workbook, item, field, value);
            }
        });
    }
    scribe.workbook
}

/// A field, whether each recommendation has it, and the documents it stands in: the three that are read, in both languages or
/// in one, the spreadsheet, the data.
const FIELDS: [(&str, bool, &[&str]); 27] = [
    ("title/en", false, &["page-en", "json"]),
    ("title/ur", false, &["page-ur", "json"]),
    ("code", false, &["page", "csv", "json"]),
    ("place", false, &["page", "json"]),
    ("organisers", true, &["page", "json"]),
    ("partners", false, &["page", "json"]),
    ("introduction/en", false, &["page-en"]),
    ("introduction/ur", false, &["page-ur"]),
    ("preamble/en", false, &["page-en"]),
    ("preamble/ur", false, &["page-ur"]),
    ("followup/en", false, &["page-en"]),
    ("followup/ur", false, &["page-ur"]),
    ("term/en", false, &["page-en", "csv-en", "json-en"]),
    ("term/ur", false, &["page-ur", "csv-ur", "json-ur"]),
    ("group/title", false, &["page"]),
    ("group/code", false, &["page", "csv", "json"]),
    ("wording/en", true, &["page-en", "csv", "json"]),
    ("wording/ur", true, &["page-ur", "csv", "json"]),
    ("due", true, &["page", "csv", "json"]),
    ("indicator", true, &["page", "csv", "json"]),
    ("baseline", true, &["page", "csv", "json"]),
    ("target", true, &["page", "csv", "json"]),
    ("rationale", true, &["csv", "json"]),
    ("dissent/1", true, &["page", "csv", "json"]),
    ("reason/fia", true, &["page", "csv", "json"]),
    ("answered/fia", true, &["page", "csv", "json"]),
    ("status", true, &["page", "csv", "json"]),
];

/// The same with harmless words in place of each string.
fn harmless(texts: &[String]) -> Vec<String> {
    (0..texts.len())
        .map(|at| format!("harmless {at}"))
        .collect()
}

fn made(workbook: &Workbook, format: Format, language: Language) -> Vec<u8> {
    let options = Options {
        language,
        ..Options::default()
    };
    report(workbook, format, &options).unwrap()
}

/// The names of the tags in order: what a document is made of, apart from its words.
fn tags(markup: &str) -> Vec<&str> {
    let parts = markup.split('<').skip(1);
    let names = parts.map(|part| {
        let end = part.find(|letter: char| letter == '>' || letter.is_whitespace());
        part.get(..end.unwrap_or(part.len())).unwrap()
    });
    // Line ends within a text are breaks.
    names
        .filter(|name| !matches!(*name, "br" | "w:br/" | "w:tab/"))
        .collect()
}

/// What a text says without what documents may change of it: marks told by their numbers, spaces, isolates.
fn kernel(text: &str) -> String {
    let mut kernel = String::new();
    for letter in text.chars() {
        let told = match letter {
            '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\n' | '\r' | '\t' => continue,
            '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => true,
            '\u{fdd0}'..='\u{fdef}' => true,
            _ if letter.is_control() || u32::from(letter) & 0xfffe == 0xfffe => true,
            _ if letter.is_whitespace() => continue,
            _ => false,
        };
        match told {
            true => kernel.push_str(&format!("[U+{:04X}]", u32::from(letter))),
            false => kernel.push(letter),
        }
    }
    // An end of an isolate that was not begun is told too; it holds nothing.
    kernel.replace("[U+2069]", "")
}

fn unescaped(markup: &str) -> String {
    let mut text = String::new();
    let mut rest = markup;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    for (name, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(name, letter);
    }
    text
}

fn cells(csv: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = csv.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        let last = cells.last_mut().unwrap();
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => last.push('"'),
            '"' => quoted = !quoted,
            ',' | '\r' | '\n' if !quoted => cells.push(String::new()),
            _ => last.push(letter),
        }
    }
    assert!(!quoted);
    cells
}

#[test]
fn there_are_enough_nasty_strings() {
    assert!(nasty().len() >= 516, "{}", nasty().len());
    let once: std::collections::BTreeSet<String> = nasty().into_iter().collect();
    assert_eq!(once.len(), nasty().len());
}

#[test]
fn no_text_is_markup_in_a_page_or_in_a_word_document() {
    for texts in nasty().chunks(AT_ONCE) {
        let (held, plain) = (written(texts), written(&harmless(texts)));
        for language in [Language::En, Language::Ur] {
            let page =
                |workbook| String::from_utf8(made(workbook, Format::Html, language)).unwrap();
            let (page, like) = (page(&held), page(&plain));
            assert_eq!(kinds(&tags(&page)), kinds(&tags(&like)), "{texts:?}");
            assert!(
                page.chars()
                    .all(|letter| matches!(letter, '\n' | '\t') || !letter.is_control())
            );
            let parts = |workbook| package::files(&made(workbook, Format::Docx, language));
            let (parts, like) = (parts(&held), parts(&plain));
            assert!(parts.keys().eq(like.keys()));
            for (name, xml) in &parts {
                if ["word/document", "word/header", "word/footer"]
                    .iter()
                    .any(|part| name.starts_with(part))
                {
                    // Well formed, and nothing that no XML may hold.
                    package::content(xml);
                }
                assert_eq!(
                    kinds(&structure(&tags(xml))),
                    kinds(&structure(&tags(&like[name]))),
                    "{name}"
                );
            }
        }
    }
}

/// The kinds of tags that there are. (How many runs, rows or headings a text takes depends on its script and its order.)
fn kinds<'a>(tags: &[&'a str]) -> std::collections::BTreeSet<&'a str> {
    tags.iter().copied().collect()
}

/// Tags without those of runs, which follow the script of a text.
fn structure<'a>(tags: &[&'a str]) -> Vec<&'a str> {
    let runs = [
        "w:r", "w:rPr", "w:t", "w:lang", "w:rtl/", "w:b/", "w:bCs/", "w:bidi",
    ];
    let of_run = |tag: &&str| runs.contains(&tag.trim_start_matches('/'));
    tags.iter().copied().filter(|tag| !of_run(tag)).collect()
}

#[test]
fn no_cell_of_a_spreadsheet_begins_a_formula() {
    for texts in nasty().chunks(AT_ONCE) {
        let csv = String::from_utf8(made(&written(texts), Format::Csv, Language::En)).unwrap();
        assert!(csv.starts_with('\u{feff}'));
        let unseen = |letter: char| {
            letter.is_whitespace()
                || matches!(letter, '"' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}')
        };
        for cell in cells(&csv) {
            for part in cell.split(['\n', '\t', ';', ',', '|']) {
                let first = part.trim_start_matches(unseen).chars().next();
                let reckons = first.is_some_and(|first| "=+-@＝＋－＠".contains(first));
                assert!(!reckons, "{cell:?}");
            }
        }
    }
}

/// What a document says, as a text in which texts can be looked for; what it changes of them is taken out.
fn said(workbook: &Workbook, format: Format, language: Language) -> String {
    let bytes = made(workbook, format, language);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    match format {
        Format::Html => kernel(&unescaped(&text(bytes))),
        Format::Markdown => kernel(&unescaped(&text(bytes)).replace('\\', "")),
        Format::Docx => {
            let word = package::files(&bytes);
            let paragraphs = package::content(&word["word/document.xml"]).paragraphs;
            let texts = paragraphs.into_iter().map(|paragraph| paragraph.text);
            kernel(&texts.collect::<String>())
        }
        // Apostrophes before signs are the spreadsheet's guard.
        Format::Csv => kernel(&cells(&text(bytes)).concat()).replace('\'', ""),
        Format::Json => {
            let mut all = String::new();
            strings(&serde_json::from_slice(&bytes).unwrap(), &mut all);
            kernel(&all)
        }
    }
}

/// All strings of a value, one behind the other.
fn strings(value: &serde_json::Value, all: &mut String) {
    match value {
        serde_json::Value::String(text) => all.push_str(text),
        serde_json::Value::Array(values) => values.iter().for_each(|value| strings(value, all)),
        serde_json::Value::Object(fields) => {
            fields.values().for_each(|value| strings(value, all));
        }
        _ => {}
    }
}

/// A text as a document of that form says it.
fn looked_for(text: &str, format: Format) -> String {
    let kernel = kernel(text);
    match format {
        Format::Csv => kernel.replace('\'', ""),
        Format::Markdown => kernel.replace('\\', ""),
        _ => kernel,
    }
}

#[test]
fn no_text_is_lost_in_any_format() {
    for texts in nasty().chunks(AT_ONCE) {
        let workbook = written(texts);
        for format in Format::ALL {
            let document = said(&workbook, format, Language::En);
            for text in texts {
                let text = looked_for(text, format);
                assert!(document.contains(&text), "{}: {text:?}", format.name());
            }
        }
        // For programs a text is what it is; one of nothing but spaces is none.
        let json: serde_json::Value =
            serde_json::from_slice(&made(&workbook, Format::Json, Language::En)).unwrap();
        let told = json["recommendations"].as_array().unwrap();
        let list: Vec<&str> = told
            .iter()
            .map(|item| item["text"]["en"].as_str().unwrap())
            .collect();
        for text in texts {
            assert!(list.contains(&text.as_str()), "json: {text:?}");
        }
    }
}

#[test]
fn no_field_loses_its_text_in_any_language_and_format() {
    for texts in nasty().chunks(AT_ONCE) {
        let workbook = marked(texts);
        for language in [Language::En, Language::Ur] {
            for format in Format::ALL {
                let document = said(&workbook, format, language);
                let kind = match format {
                    Format::Csv | Format::Json => format.name(),
                    _ => "page",
                };
                let of_language = format!("{kind}-{}", language.name());
                for (field, each, stands) in FIELDS {
                    if !stands
                        .iter()
                        .any(|name| *name == kind || *name == of_language)
                    {
                        continue;
                    }
                    let held = if each { texts } else { &texts[..1] };
                    for text in held {
                        let told = with_mark(text, field);
                        // Clauses are a list: its last entry has the mark.
                        let last = told.rsplit(['\n', '\r']).next().unwrap();
                        let clauses =
                            field.starts_with("preamble") || field.starts_with("followup");
                        let told: &str = if clauses { last } else { &told };
                        assert!(
                            document.contains(&looked_for(told, format)),
                            "{field} in {} {}: {told:?}",
                            language.name(),
                            format.name()
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn packs_and_tables_hold_hostile_texts_too() {
    let texts = nasty();
    for texts in texts.chunks(AT_ONCE * 4) {
        let (held, plain) = (written(texts), written(&harmless(texts)));
        for options in [
            Options {
                pack: Some("fia".into()),
                ..Options::default()
            },
            Options {
                table: true,
                ..Options::default()
            },
        ] {
            let page = |workbook| {
                String::from_utf8(report(workbook, Format::Html, &options).unwrap()).unwrap()
            };
            let (page, like) = (page(&held), page(&plain));
            assert_eq!(kinds(&tags(&page)), kinds(&tags(&like)));
        }
    }
}

#[test]
fn names_of_items_cannot_leave_their_attribute() {
    let workbook = written(&nasty()[..AT_ONCE]);
    let page = String::from_utf8(made(&workbook, Format::Html, Language::En)).unwrap();
    for part in page.split(" id=\"").skip(1) {
        let id = part.split('"').next().unwrap();
        assert!(
            id.chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '-'),
            "{id}"
        );
    }
    let _: ItemId = event();
}
