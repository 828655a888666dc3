//! Documents of the sample workshop and of small events: what they hold, byte for byte, and whom they refuse.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
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
#[path = "vectors/package.rs"]
mod package;

use std::path::Path;

use event::{Scribe, event, sample};
use rapporteur_core::command::wording;
use rapporteur_core::event::event_of_code;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::report::outline::Block;
use rapporteur_core::report::{
    Fate, FinalList, Format, Language, Options, Refusal, Section, outline, report,
};
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;

fn in_lang(language: Language) -> Options {
    Options {
        language,
        ..Options::default()
    }
}

fn pack(name: &str) -> Options {
    Options {
        pack: Some(name.to_owned()),
        ..Options::default()
    }
}

fn text(workbook: &Workbook, format: Format, options: &Options) -> String {
    String::from_utf8(report(workbook, format, options).unwrap()).unwrap()
}

fn list(workbook: &Workbook) -> FinalList {
    FinalList::of(workbook, Some(event()), Vocabulary::standard())
}

fn golden(name: &str, bytes: &[u8]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/report")
        .join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
    }
    let held = std::fs::read(&path).unwrap_or_default();
    assert!(
        held == bytes,
        "{} is not what the program makes; BLESS=1 writes it anew",
        path.display()
    );
}

/// Two groups, a combination, a withdrawn and an empty recommendation, dissent, answers and participants, all in both
/// languages.
fn small() -> Scribe {
    let mut scribe = Scribe::new(Workbook::new());
    let (one, two) = (scribe.group(1), scribe.group(2));
    let event = event();
    for (field, value) in [
        ("code", Value::text("ISB")),
        ("title/en", Value::text("Dialogue")),
        ("title/ur", Value::text("مکالمہ")),
        ("place", Value::text("Islamabad")),
        ("dates", Value::set(["2027-02-17", "2027-02-18"])),
        ("organisers", Value::set(["The Institute"])),
        ("participants/cat-government", Value::Int(12)),
        ("participants/cat-justice", Value::Int(7)),
        ("participants/cat-media", Value::Int(3)),
    ] {
        scribe.set(event, field, value);
    }
    let a = scribe.draft(
        one,
        1,
        &[
            ("en", "Parliament should sign."),
            ("ur", "پارلیمنٹ دستخط کرے۔"),
        ],
    );
    scribe.set(a, "addressees", Value::set(["senate", "fia"]));
    scribe.set(a, "lead", Value::text("senate"));
    let b = scribe.draft(
        one,
        2,
        &[("en", "FIA should train."), ("ur", "ایف آئی اے تربیت دے۔")],
    );
    scribe.set(b, "addressees", Value::set(["fia"]));
    scribe.set(b, "instruments", Value::set(["ptpa-2018"]));
    scribe.set(b, "dissent/1", wording("en", "Some would rather wait."));
    let c = scribe.draft(
        two,
        1,
        &[
            ("ur", "پولیس اور ایف آئی اے تربیت دیں۔"),
            ("en", "Police and FIA should train."),
        ],
    );
    scribe.set(c, "addressees", Value::set(["police-provincial"]));
    scribe.set(c, "due", Value::text("2027-05-31"));
    scribe.combine(
        &[b, c],
        &[
            ("en", "FIA and police should train together."),
            ("ur", "ایف آئی اے اور پولیس مل کر تربیت دیں۔"),
        ],
    );
    let gone = scribe.draft(two, 2, &[("en", "This was taken back.")]);
    scribe.act(|act, workbook| act.withdraw(workbook, gone, true));
    scribe.draft(two, 3, &[]);
    scribe.set(a, "indicator", wording("en", "Signed or not"));
    scribe.set(a, "baseline", wording("en", "not signed"));
    scribe.set(a, "target", wording("ur", "دستخط شدہ"));
    scribe.set(a, "response/senate", Value::text("partly-accepted"));
    scribe.set(a, "reason/senate", wording("en", "The budget is missing."));
    scribe.set(a, "answered/senate", Value::text("2027-04-01"));
    scribe.set(a, "status", Value::text("in-progress"));
    scribe
}

#[test]
fn the_documents_of_the_sample_workshop_stay_as_they_are() {
    let workbook = sample();
    for language in [Language::En, Language::Ur] {
        for format in Format::ALL {
            let name = format!("sample-{}.{}", language.name(), format.name());
            golden(
                &name,
                &report(&workbook, format, &in_lang(language)).unwrap(),
            );
        }
    }
    for format in [Format::Markdown, Format::Docx] {
        let name = format!("sample-fia.{}", format.name());
        golden(&name, &report(&workbook, format, &pack("fia")).unwrap());
    }
    let both = small().workbook;
    for format in Format::ALL {
        let name = format!("both.{}", format.name());
        golden(
            &name,
            &report(&both, format, &in_lang(Language::Both)).unwrap(),
        );
    }
}

#[test]
fn the_order_of_joining_changes_no_byte() {
    let whole = small().workbook;
    let mut edits: Vec<_> = whole.edits().cloned().collect();
    edits.reverse();
    let mut other = Workbook::new();
    for edit in edits {
        other.join_shared([edit]);
    }
    for format in Format::ALL {
        let options = in_lang(Language::Both);
        let made = |workbook| report(workbook, format, &options).unwrap();
        assert!(made(&whole) == made(&other), "{}", format.name());
    }
}

#[test]
fn numbers_go_by_addressee_then_group_and_place_and_are_shared_by_languages_and_packs() {
    let workbook = small().workbook;
    let numbers: Vec<String> = list(&workbook)
        .items
        .into_iter()
        .map(|item| item.number)
        .collect();
    assert_eq!(numbers, ["A1", "C1"]);
    let held = sample();
    let list = list(&held);
    assert_eq!((list.items.len(), list.originals.len()), (72, 72));
    let mut last = None;
    for item in &list.items {
        let serial: usize = item.number[1..].parse().unwrap();
        assert_eq!(item.number.chars().next(), Some(item.section.letter()));
        let expected = match last {
            Some((section, serial)) if section == item.section => serial + 1,
            _ => 1,
        };
        assert_eq!(serial, expected);
        assert!(last.is_none_or(|(section, _)| section <= item.section));
        last = Some((item.section, serial));
    }
    let numbers = |options: &Options| -> Vec<(String, String)> {
        let outline = outline(&held, options).unwrap();
        let blocks = outline.parts.into_iter().flat_map(|part| part.blocks);
        blocks
            .filter_map(|block| match block {
                Block::Item(item) => Some((item.number, item.anchor)),
                _ => None,
            })
            .collect()
    };
    let english = numbers(&in_lang(Language::En));
    assert_eq!(english.len(), 72);
    assert_eq!(english, numbers(&in_lang(Language::Ur)));
    let fia = numbers(&pack("fia"));
    assert!(fia.len() > 5 && fia.len() < 40);
    assert!(fia.iter().all(|told| english.contains(told)));
}

#[test]
fn an_adopted_edition_keeps_its_numbers() {
    let mut scribe = small();
    let before = list(&scribe.workbook);
    assert!(!before.adopted);
    let (first, combined) = (before.items[0].id, before.items[1].clone());
    let edition = ItemId::new(Kind::EDITION, 1);
    scribe.set(edition, "event", Value::text(&event().to_string()));
    let names = [first.to_string(), combined.origins[1].to_string()];
    let numbers = Value::map([
        (names[0].as_str(), Value::text("A7")),
        (names[1].as_str(), Value::text("C12")),
    ]);
    scribe.set(edition, "numbers", numbers);
    let late = scribe.group(3);
    let late = scribe.draft(
        late,
        1,
        &[("en", "FIA should report."), ("ur", "ایف آئی اے رپورٹ دے۔")],
    );
    scribe.set(late, "lead", Value::text("fia"));
    let after = list(&scribe.workbook);
    let told: Vec<(ItemId, &str)> = after
        .items
        .iter()
        .map(|item| (item.id, item.number.as_str()))
        .collect();
    // The combination has the number of the original that was adopted; what came later goes on behind it.
    assert_eq!(told, [(first, "A7"), (combined.id, "C12"), (late, "C13")]);
    assert!(after.adopted);
    // An edition that gives one number twice: both are told apart.
    let numbers = Value::map([
        (names[0].as_str(), Value::text("A1")),
        (names[1].as_str(), Value::text("A1")),
    ]);
    scribe.set(edition, "numbers", numbers);
    let twice = list(&scribe.workbook);
    let twice: Vec<String> = twice.items.iter().map(|item| item.number.clone()).collect();
    assert_eq!(twice[0], format!("A1·{}", first.short()));
    assert_eq!(twice[1], format!("A1·{}", combined.id.short()));
}

#[test]
fn a_combination_has_its_own_words_and_the_tags_of_all_unless_it_has_its_own() {
    let mut scribe = small();
    let item = list(&scribe.workbook).items[1].clone();
    assert_eq!(
        item.wordings.text_for("en").1,
        "FIA and police should train together."
    );
    let set = |item: &rapporteur_core::report::Final, field: &str| -> Vec<String> {
        item.tags.set(field).iter().cloned().collect()
    };
    assert_eq!(set(&item, "addressees"), ["fia", "police-provincial"]);
    assert_eq!(set(&item, "due"), ["2027-05-31"]);
    assert_eq!(item.origins.len(), 2);
    assert_eq!(item.dissent.len(), 1);
    scribe.set(
        item.id,
        "addressees",
        Value::set(["national-police-bureau"]),
    );
    let item = list(&scribe.workbook).items[1].clone();
    assert_eq!(set(&item, "addressees"), ["national-police-bureau"]);
    assert_eq!(set(&item, "instruments"), ["ptpa-2018"]);
    // Reworded since: it stays combined, and the concordance says on what.
    let original = item.origins[0];
    scribe.draft(scribe_group(1), 2, &[("en", "FIA should train everybody.")]);
    let fates = list(&scribe.workbook).originals;
    let fate = fates.iter().find(|told| told.id == original).unwrap();
    assert_eq!(
        fate.fate,
        Fate::Combined {
            into: "C1".into(),
            on_earlier: true
        }
    );
}

fn scribe_group(number: usize) -> ItemId {
    rapporteur_core::event::group_of_slug(event(), &format!("g{number}"))
}

#[test]
fn both_languages_are_refused_while_a_text_is_missing_or_behind() {
    let mut scribe = small();
    let both = in_lang(Language::Both);
    let md = text(&scribe.workbook, Format::Markdown, &both);
    for part in [
        "Parliament should sign.",
        "پارلیمنٹ دستخط کرے۔",
        "مل کر تربیت دیں۔",
    ] {
        assert!(md.contains(part), "{part}");
    }
    // The original is changed: the other text is behind.
    let first = list(&scribe.workbook).items[0].id;
    scribe.draft(
        scribe_group(1),
        1,
        &[("en", "Parliament should sign at once.")],
    );
    assert_eq!(first.kind, Kind::REC);
    let refused = Refusal::TwinsOutOfDate(vec![("A1".into(), "ur")]);
    for format in Format::ALL {
        assert_eq!(
            report(&scribe.workbook, format, &both),
            Err(refused.clone())
        );
    }
    // A pack that it is not in is not refused, and one language shows the original, never the old text.
    assert!(
        report(
            &scribe.workbook,
            Format::Docx,
            &Options {
                language: Language::Both,
                ..pack("police")
            }
        )
        .is_ok()
    );
    let urdu = text(&scribe.workbook, Format::Markdown, &in_lang(Language::Ur));
    assert!(urdu.contains("at once") && !urdu.contains("پارلیمنٹ دستخط کرے۔"));
    scribe.act(|act, workbook| act.confirm_twin(workbook, first, "ur"));
    assert!(report(&scribe.workbook, Format::Docx, &both).is_ok());
    // The event's own texts too.
    scribe.set(event(), "preamble/ur", wording("ur", "ہم نے غور کیا۔"));
    let refused = Refusal::TwinsOutOfDate(vec![("preamble".into(), "en")]);
    assert_eq!(report(&scribe.workbook, Format::Html, &both), Err(refused));
}

#[test]
fn both_languages_are_refused_after_plenary_amended_one_of_the_texts() {
    for (lang, other, new) in [("en", "ur", "Sign today."), ("ur", "en", "آج دستخط کریں۔")]
    {
        // One that stands alone, and one that was combined.
        for at in [0, 1] {
            let mut scribe = small();
            let item = list(&scribe.workbook).items[at].clone();
            scribe.act(|act, workbook| {
                let seen = workbook.reach(item.id, &format!("wording/{lang}"));
                act.amend(workbook, item.id, lang, new, seen);
            });
            let refused = Refusal::TwinsOutOfDate(vec![(item.number.clone(), other)]);
            let made = report(&scribe.workbook, Format::Docx, &in_lang(Language::Both));
            assert_eq!(made, Err(refused), "{lang}");
            // Each document in one language prints what plenary agreed to, and never the words before.
            for language in [Language::En, Language::Ur] {
                let md = text(&scribe.workbook, Format::Markdown, &in_lang(language));
                assert!(md.contains(new), "{lang}\n{md}");
                assert!(!md.contains(&item.wordings.texts[other]), "{lang}\n{md}");
            }
            scribe.act(|act, workbook| act.confirm_twin(workbook, item.id, other));
            let made = report(&scribe.workbook, Format::Docx, &in_lang(Language::Both));
            assert!(made.is_ok(), "{lang}");
        }
    }
}

#[test]
fn an_urdu_document_runs_from_right_to_left_at_every_level() {
    let workbook = sample();
    let made = report(&workbook, Format::Docx, &in_lang(Language::Ur)).unwrap();
    let files = package::files(&made);
    let told = package::content(&files["word/document.xml"]);
    assert_eq!((told.sections, told.bidi_sections), (3, 3));
    assert!(told.tables > 10);
    assert_eq!(
        (told.tables, told.tables),
        (told.visual_tables, told.header_rows)
    );
    let arabic = |text: &str| {
        text.chars()
            .any(|letter| ('\u{620}'..='\u{6d3}').contains(&letter))
    };
    let mut seen = 0;
    for paragraph in told
        .paragraphs
        .iter()
        .filter(|paragraph| !paragraph.runs.is_empty())
    {
        for (text, rtl) in paragraph.runs.iter().filter(|(text, _)| arabic(text)) {
            assert!(*rtl, "{text}");
            assert_eq!(paragraph.bidi, Some(true), "{text}");
            seen += 1;
        }
        for (text, rtl) in &paragraph.runs {
            let latin = text.chars().any(|letter| letter.is_ascii_alphabetic());
            assert!(!(latin && *rtl), "{text}");
        }
        assert!(paragraph.bidi.is_some(), "{}", paragraph.text);
    }
    assert!(seen > 500);
    for part in ["word/header1.xml", "word/footer1.xml"] {
        assert_eq!(
            package::content(&files[part]).paragraphs[0].bidi,
            Some(true)
        );
    }
    // Real styles: every style that is used is defined, and headings are headings.
    for paragraph in &told.paragraphs {
        let style = format!("w:styleId=\"{}\"", paragraph.style);
        assert!(files["word/styles.xml"].contains(&style), "{style}");
    }
    assert!(
        told.paragraphs
            .iter()
            .any(|paragraph| paragraph.style == "Heading1")
    );
    // Small type is set in Naskh, as in the HTML file.
    let styles = files["word/styles.xml"].split("<w:style ");
    for style in styles {
        let small = ["Note", "Detail", "TableHead", "TableText"]
            .iter()
            .any(|name| style.contains(&format!("w:styleId=\"{name}\"")));
        let naskh = style.contains("w:cs=\"Noto Naskh Arabic\"");
        assert!(!small || naskh, "{style}");
        assert!(!naskh || !style.contains("\"BodyText\""), "{style}");
    }
    // An English document has none of it, but for the paragraphs in Urdu.
    let made = report(&workbook, Format::Docx, &Options::default()).unwrap();
    let told = package::content(&package::files(&made)["word/document.xml"]);
    assert_eq!((told.bidi_sections, told.visual_tables), (0, 0));
    let urdu = told
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.bidi == Some(true))
        .count();
    assert!((10..60).contains(&urdu), "{urdu}");
}

#[test]
fn a_pack_holds_what_its_addressee_is_asked_and_nothing_else() {
    let workbook = small().workbook;
    let fia = text(&workbook, Format::Markdown, &pack("fia"));
    for part in [
        "Reply slip for C1",
        "Reply slip for A1",
        "Prevention of Trafficking",
        "31 May 2027",
        "☐ partly accepted",
    ] {
        assert!(fia.contains(part), "{part}\n{fia}");
    }
    for section in Section::ALL {
        let made = report(&workbook, Format::Markdown, &pack(section.name()));
        let expected = matches!(section, Section::Parliamentarians | Section::LawEnforcement);
        assert_eq!(made.is_ok(), expected, "{}", section.name());
    }
    let police = text(&workbook, Format::Markdown, &pack("Provincial police"));
    assert!(police.contains("Reply slip for C1") && !police.contains("A1"));
    for format in Format::ALL {
        let unknown = report(&workbook, format, &pack("Ministry of Magic"));
        assert_eq!(
            unknown,
            Err(Refusal::UnknownAddressee("Ministry of Magic".into()))
        );
        let nothing = report(&workbook, format, &pack("media"));
        assert_eq!(nothing, Err(Refusal::NothingFor("media".into())));
    }
    // A body hears what a wider one, a part of it, and everybody is asked.
    let mut scribe = small();
    let group = scribe.group(4);
    for (number, who, heard) in [
        (1, "law-enforcement", true),
        (2, "all-stakeholders", true),
        (3, "police-provincial", false),
    ] {
        let item = scribe.draft(group, number, &[("en", &format!("Words {number}."))]);
        scribe.set(item, "addressees", Value::set([who]));
        let fia = text(&scribe.workbook, Format::Markdown, &pack("fia"));
        assert_eq!(fia.contains(&format!("Words {number}.")), heard, "{who}");
    }
}

#[test]
fn what_is_not_for_the_public_is_in_no_document() {
    let mut scribe = small();
    let item = list(&scribe.workbook).items[0].id;
    scribe.set(item, "speaker", Value::text("cat-religious-leaders"));
    scribe.set(item, "source", Value::text("source-of-a-list"));
    let ballot = ItemId::new(Kind::BALLOT, 1);
    scribe.set(ballot, "method", Value::text("method-of-a-ballot"));
    scribe.set(ballot, "category", Value::text("cat-religious-leaders"));
    let sessions: Vec<String> = scribe
        .workbook
        .sessions()
        .map(|session| session.to_string())
        .collect();
    for format in Format::ALL {
        let bytes = report(&scribe.workbook, format, &Options::default()).unwrap();
        let text = match format {
            Format::Docx => package::files(&bytes).into_values().collect(),
            _ => String::from_utf8(bytes).unwrap(),
        };
        let secrets = [
            "religious",
            "Religious",
            "source-of-a-list",
            "method-of-a-ballot",
            "This was taken back",
            "ballot:",
        ];
        for secret in secrets
            .into_iter()
            .chain(sessions.iter().map(String::as_str))
        {
            assert!(!text.contains(secret), "{}: {secret}", format.name());
        }
    }
    // Three of the media are folded with the seven of justice: 22 stay.
    let json = text(&scribe.workbook, Format::Json, &Options::default());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let people = &json["event"]["participants"];
    assert_eq!(
        *people,
        serde_json::json!({"total": 22, "categories": {"cat-government": 12}, "other": 10})
    );
    let chosen = Options {
        small_counts: true,
        ..Options::default()
    };
    let md = text(&scribe.workbook, Format::Markdown, &chosen);
    assert!(md.contains("| Media | 3 |"), "{md}");
    assert!(!text(&scribe.workbook, Format::Markdown, &Options::default()).contains("| 3 |"));
}

#[test]
fn undecided_words_are_shown_beside_each_other() {
    let scribe = small();
    let item = list(&scribe.workbook).items[0].id;
    let mut other = scribe.workbook.clone();
    let mut here = scribe;
    let before = here.workbook.reach(item, "wording/en");
    let write = |workbook: &mut Workbook, session: u64, words: &str| {
        let mut pen = rapporteur_core::command::Pen::new(rapporteur_core::item::SessionId(session));
        let mut act = pen.act("typed", None);
        let written = rapporteur_core::edit::Written::One(wording("en", words));
        act.write(item, "wording/en", written, before.clone());
        let edits = act.finish();
        workbook.join(edits);
    };
    write(&mut here.workbook, 7, "Parliament may sign.");
    write(&mut other, 8, "Parliament must sign.");
    here.workbook.join_shared(other.edits().cloned());
    let md = text(&here.workbook, Format::Markdown, &Options::default());
    assert!(md.contains("may sign") && md.contains("must sign") && md.contains("Not decided"));
    assert!(md.contains("One field has two versions"), "{md}");
}

#[test]
fn several_events_are_told_apart_and_the_next_opens_with_the_status_of_the_last() {
    let mut scribe = small();
    let next = event_of_code("LHR");
    scribe.set(next, "code", Value::text("LHR"));
    scribe.set(next, "title/en", Value::text("Second dialogue"));
    scribe.set(next, "dates", Value::set(["2028-01-10"]));
    let refused = report(&scribe.workbook, Format::Csv, &Options::default());
    let Err(Refusal::WhichEvent(mut codes)) = refused else {
        panic!("{refused:?}");
    };
    codes.sort();
    assert_eq!(codes, ["ISB", "LHR"]);
    let of = |event| Options {
        event: Some(event),
        ..Options::default()
    };
    let first = text(&scribe.workbook, Format::Markdown, &of(event()));
    assert!(first.contains("Parliament should sign") && !first.contains("Status of previous"));
    let second = text(&scribe.workbook, Format::Markdown, &of(next));
    assert!(second.contains("No recommendation has been made"));
    for part in [
        "Status of previous recommendations",
        "Parliament should sign.",
        "Partly accepted",
        "The budget is missing.",
        "In progress",
    ] {
        assert!(second.contains(part), "{part}\n{second}");
    }
}

#[test]
fn an_empty_workbook_gives_documents_too() {
    for format in Format::ALL {
        for language in Language::ALL {
            let made = report(&Workbook::new(), format, &in_lang(language)).unwrap();
            assert!(!made.is_empty());
            if format == Format::Docx {
                package::content(&package::files(&made)["word/document.xml"]);
            }
        }
    }
}

#[test]
fn every_fixed_sentence_is_there_in_both_languages() {
    // A key without a sentence is shown as it is.
    for workbook in [sample(), small().workbook] {
        for language in [Language::En, Language::Ur] {
            for format in [Format::Markdown, Format::Csv] {
                let made = text(&workbook, format, &in_lang(language));
                assert!(!made.contains("report-"), "{}", format.name());
                assert!(!made.contains("report\\_"));
            }
        }
    }
    for lang in ["en", "ur"] {
        let path = format!(
            "{}/../../locales/{lang}/report.ftl",
            env!("CARGO_MANIFEST_DIR")
        );
        let source: &'static str =
            Box::leak(std::fs::read_to_string(path).unwrap().into_boxed_str());
        let messages = rapporteur_core::message::Messages::new("en", &[source], true);
        assert_eq!(messages.broken(), Vec::<String>::new());
    }
}

/// A closed round of the first group of the small event: agreement and the best two, six voters.
fn voted(scribe: &mut Scribe) -> ItemId {
    voted_by(scribe, &[("cat-government", 5), ("cat-media", 3)])
}

/// The same with those present by category.
fn voted_by(scribe: &mut Scribe, present: &[(&str, u64)]) -> ItemId {
    use rapporteur_core::round::{Booth, Card, Place, Preset, Round, begin, close};
    let round = ItemId::new(Kind::ROUND, 5);
    let group = scribe_group(1);
    let list = list(&scribe.workbook);
    let mut items: Vec<ItemId> = list
        .items
        .iter()
        .flat_map(|item| item.origins.clone())
        .collect();
    items.retain(|item| {
        rapporteur_core::event::pointer(&scribe.workbook, *item, "group") == Some(group)
    });
    let card = Card {
        present: present.iter().map(|(_, count)| *count).sum(),
        categories: present
            .iter()
            .map(|(category, count)| (String::from(*category), *count))
            .collect(),
        ..Card::preset(Preset::Standard, items.len())
    };
    scribe.act(|act, workbook| begin(act, workbook, round, group, &card, &items));
    let held = Round::read(&scribe.workbook, round).unwrap();
    let papers: Vec<_> = (0..6_u8)
        .map(|voter| {
            let mut booth = Booth::new(&held, (0..items.len()).collect());
            for digit in [9, 8 - voter % 3] {
                booth.press(digit);
            }
            while booth.place() == Place::Ranking {
                booth.pick(booth.ranked());
            }
            booth.paper(None)
        })
        .collect();
    let mut seed = 3_u64;
    let mut dice = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        seed
    };
    scribe.act(|act, workbook| close(act, workbook, &held, &papers, &mut dice));
    round
}

#[test]
fn closed_rounds_are_in_the_annex_with_card_fingerprint_tiers_and_tables() {
    let mut scribe = small();
    let before = text(&scribe.workbook, Format::Markdown, &Options::default());
    assert!(!before.contains("Annex: method and results"));
    let round = voted(&mut scribe);
    let mark = rapporteur_core::round::Round::read(&scribe.workbook, round)
        .unwrap()
        .mark();
    let md = text(&scribe.workbook, Format::Markdown, &Options::default());
    for part in [
        "Annex: method and results",
        "Agreement, 1 to 9",
        "The quorum of 4 is met",
        mark.as_str(),
        "| Voted | 6 |",
        "6 of 6 in favour; supported",
        "| A1 · ISB-G1-01 | 1 |",
        "**Lead:** Senate",
        "Who agrees",
    ] {
        assert!(md.contains(part), "{part}\n{md}");
    }
    assert!(!md.contains("of 6in"), "spaces stay: {md}");
    // A category of three is not told, nor what could be reckoned from it.
    assert!(
        !md.contains("Media 3") && !md.contains("Government 5"),
        "{md}"
    );
    let chosen = Options {
        small_counts: true,
        ..Options::default()
    };
    assert!(text(&scribe.workbook, Format::Markdown, &chosen).contains("Media 3"));
    for (language, format) in [
        (Language::En, Format::Markdown),
        (Language::Ur, Format::Html),
        (Language::Both, Format::Docx),
    ] {
        let name = format!("round-{}.{}", language.name(), format.name());
        golden(
            &name,
            &report(&scribe.workbook, format, &in_lang(language)).unwrap(),
        );
    }
    // Another event hears nothing of it.
    let next = event_of_code("LHR");
    scribe.set(next, "code", Value::text("LHR"));
    let of_next = Options {
        event: Some(next),
        ..Options::default()
    };
    assert!(!text(&scribe.workbook, Format::Markdown, &of_next).contains("method and results"));
}

#[test]
fn an_edition_as_it_is_adopted_gives_its_numbers_to_documents() {
    use rapporteur_core::combination::Combinations;
    use rapporteur_core::edition::numbering;
    use rapporteur_core::register::Register;
    let mut scribe = small();
    let all = Combinations::of(&scribe.workbook);
    let standing = all.standing(&Register::of(&scribe.workbook));
    let adopted = numbering(&scribe.workbook, Vocabulary::standard(), &all, &standing);
    let edition = ItemId::new(Kind::EDITION, 1);
    scribe.act(|act, workbook| act.adopt(workbook, edition, Some(event()), &adopted));
    let told = list(&scribe.workbook);
    assert!(told.adopted && !told.lettered);
    assert!(told.items.len() > 1);
    for item in &told.items {
        assert_eq!(adopted.number(item.id), Some(item.number.as_str()));
    }
    let md = text(&scribe.workbook, Format::Markdown, &Options::default());
    assert!(
        md.contains("Status: adopted")
            && md.contains("# Parliamentarians")
            && !md.contains("A. Parliamentarians")
    );
    // What comes later goes on behind the last number of its section, or begins one of its own.
    let group = scribe.group(3);
    let late = [(1, "fia"), (2, "media")].map(|(number, who)| {
        let item = scribe.draft(group, number, &[("en", "Late words.")]);
        scribe.set(item, "lead", Value::text(who));
        item
    });
    let after = list(&scribe.workbook);
    let number = |id: ItemId| {
        let found = after.items.iter().find(|item| item.id == id);
        found.map(|item| item.number.clone()).unwrap()
    };
    let series = |number: &str| number.split('.').next().unwrap().to_owned();
    let combined = after
        .items
        .iter()
        .find(|item| item.id.kind == Kind::COMBINATION)
        .unwrap();
    assert_eq!(series(&number(late[0])), series(&combined.number));
    let held: Vec<String> = told.items.iter().map(|item| series(&item.number)).collect();
    assert!(!held.contains(&series(&number(late[1]))));
    let mut numbers: Vec<String> = after.items.iter().map(|item| item.number.clone()).collect();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), after.items.len());
}

#[test]
fn the_tracking_table_is_a_document_of_its_own() {
    let options = Options {
        table: true,
        ..Options::default()
    };
    let md = text(&small().workbook, Format::Markdown, &options);
    assert!(
        md.contains("Tracking table") && !md.contains("Preamble"),
        "{md}"
    );
    let empty = text(&Workbook::new(), Format::Markdown, &options);
    assert!(empty.contains("None."), "{empty}");
}

#[test]
fn slides_come_in_the_order_of_their_numbers_and_say_whether_they_are_ready() {
    use rapporteur_core::report::slides;
    let mut scribe = small();
    let of = |workbook: &Workbook, language| slides(workbook, &in_lang(language)).unwrap();
    let first = of(&scribe.workbook, Language::En);
    let numbers: Vec<&str> = first.iter().map(|slide| slide.number.as_str()).collect();
    assert_eq!(numbers, ["A1", "C1"]);
    assert!(first.iter().all(|slide| !slide.ready && !slide.agreed));
    let items: Vec<ItemId> = first.iter().map(|slide| slide.item).collect();
    scribe.act(|act, workbook| act.vet(workbook, &items, true));
    let ready = of(&scribe.workbook, Language::Ur);
    assert!(ready.iter().all(|slide| slide.ready));
    assert_eq!(ready[0].text.0[0].text(), "پارلیمنٹ دستخط کرے۔");
    assert_eq!(ready[0].lines.len(), 1);
    // Reworded since, it is not shown until somebody looks again.
    scribe.draft(
        scribe_group(1),
        1,
        &[("en", "Parliament should sign at once.")],
    );
    let changed = of(&scribe.workbook, Language::En);
    assert!(!changed[0].ready && changed[0].was_ready && changed[1].ready);
}

#[test]
fn packs_are_offered_for_whoever_is_asked_something() {
    use rapporteur_core::report::packs;
    let workbook = small().workbook;
    let list = list(&workbook);
    for pack in packs(&list, Vocabulary::standard()) {
        let options = Options {
            pack: Some(pack.name.clone()),
            ..Options::default()
        };
        let made = outline(&workbook, &options).unwrap();
        let items = made.parts.iter().flat_map(|part| &part.blocks);
        let items = items
            .filter(|block| matches!(block, Block::Item(_)))
            .count();
        assert_eq!(items, pack.items, "{}", pack.name);
    }
    let names: Vec<String> = packs(&list, Vocabulary::standard())
        .into_iter()
        .map(|pack| pack.name)
        .collect();
    for name in [
        "parliamentarians",
        "law-enforcement",
        "senate",
        "fia",
        "police-provincial",
    ] {
        assert!(names.iter().any(|held| held == name), "{name} {names:?}");
    }
    assert!(!names.iter().any(|held| held == "media"));
}

#[test]
fn every_slip_of_every_pack_can_be_typed_back() {
    use rapporteur_core::report::{packs, slips};
    let workbook = sample();
    let list = list(&workbook);
    let vocabulary = Vocabulary::standard();
    let all = slips(&list, vocabulary);
    let packs = packs(&list, vocabulary);
    assert!(packs.len() > 40, "{}", packs.len());
    for pack in &packs {
        let options = Options {
            pack: Some(pack.name.clone()),
            ..Options::default()
        };
        let made = outline(&workbook, &options).unwrap();
        let printed = made.parts.into_iter().flat_map(|part| part.blocks);
        let printed = printed.filter_map(|block| match block {
            Block::Item(item) => Some(item.number),
            _ => None,
        });
        let printed: Vec<String> = printed.collect();
        let shown: Vec<&str> = list
            .items
            .iter()
            .filter(|item| {
                let of = all.iter().find(|slips| slips.who == pack.name).unwrap();
                of.items.contains(&item.id)
            })
            .map(|item| item.number.as_str())
            .collect();
        assert_eq!(shown, printed, "{}", pack.name);
    }
    // Nobody stands there twice, and nobody but whom a pack goes to.
    let mut names: Vec<&str> = all.iter().map(|slips| slips.who.as_str()).collect();
    let expected: std::collections::BTreeSet<&str> =
        packs.iter().map(|pack| pack.name.as_str()).collect();
    names.sort_unstable();
    assert!(names.iter().eq(&expected), "{names:?}");
}

#[test]
fn answers_stay_with_whoever_gave_them() {
    use rapporteur_core::report::slips;
    let mut scribe = small();
    let item = list(&scribe.workbook).items[0].id;
    // The media are asked nothing; a section answers under its name; a body the vocabulary does not know is asked.
    scribe.set(item, "response/media", Value::text("accepted"));
    scribe.set(item, "response/parliamentarians", Value::text("rejected"));
    scribe.set(item, "addressees", Value::set(["magicians"]));
    let list = list(&scribe.workbook);
    let all = slips(&list, Vocabulary::standard());
    for who in ["media", "parliamentarians", "magicians", "senate"] {
        let of = all.iter().find(|slips| slips.who == who);
        assert!(of.is_some_and(|of| of.items.contains(&item)), "{who}");
    }
    let md = text(&scribe.workbook, Format::Markdown, &Options::default());
    assert!(md.contains("Parliamentarians: Rejected"), "{md}");
}

#[test]
fn packs_and_tables_say_whether_numbers_may_change_and_slips_have_one_that_does_not() {
    let mut scribe = small();
    let table = Options {
        table: true,
        ..Options::default()
    };
    let of = |workbook: &Workbook, options: &Options| text(workbook, Format::Markdown, options);
    for options in [&table, &pack("fia")] {
        assert!(of(&scribe.workbook, options).contains("Status: draft"));
    }
    let fia = of(&scribe.workbook, &pack("fia"));
    for caption in [
        "Reply slip for A1 (ISB-G1-01)",
        "Reply slip for C1 (ISB-G1-02, ISB-G2-01)",
    ] {
        assert!(fia.contains(caption), "{caption}\n{fia}");
    }
    let edition = ItemId::new(Kind::EDITION, 1);
    scribe.set(edition, "event", Value::text(&event().to_string()));
    let first = list(&scribe.workbook).items[0].id.to_string();
    let numbers = Value::map([(first.as_str(), Value::text("A7"))]);
    scribe.set(edition, "numbers", numbers);
    for options in [&table, &pack("fia")] {
        let md = of(&scribe.workbook, options);
        assert!(md.contains("Status: adopted") && !md.contains("Status: draft"));
    }
    let fia = of(&scribe.workbook, &pack("fia"));
    assert!(fia.contains("Reply slip for A7 (ISB-G1-01)"), "{fia}");
}

#[test]
fn what_lies_in_the_bin_is_not_said_to_have_been_put_there_by_its_group() {
    for (language, group) in [(Language::En, "by the group"), (Language::Ur, "گروپ نے")] {
        let md = text(&small().workbook, Format::Markdown, &in_lang(language));
        assert!(md.contains("ISB-G2-02") && !md.contains(group), "{md}");
    }
}

#[test]
fn no_number_under_five_can_be_reckoned_from_a_method_card() {
    let present = [
        ("cat-government", 6),
        ("cat-justice", 5),
        ("cat-media", 2),
        ("cat-academia", 2),
    ];
    let mut scribe = small();
    voted_by(&mut scribe, &present);
    let md = text(&scribe.workbook, Format::Markdown, &Options::default());
    let label = |category: &str| Vocabulary::standard().label(category, "en").to_owned();
    let row = md
        .lines()
        .find(|line| line.starts_with("| Present by category"))
        .unwrap();
    // Of 15 present, 6 and 5 would leave 4.
    assert!(md.contains("| Present | 15 |"), "{md}");
    assert!(
        row.contains(&format!("{} 6", label("cat-government"))),
        "{row}"
    );
    assert!(!row.contains(&label("cat-justice")), "{row}");
}

#[test]
fn of_several_events_the_latest_is_the_first_and_a_missing_day_is_told() {
    use rapporteur_core::report::{latest_first, without_day};
    let mut scribe = small();
    let [next, between, undated] = ["LHR", "KHI", "QTA"].map(event_of_code);
    for (id, code) in [(next, "LHR"), (between, "KHI"), (undated, "QTA")] {
        scribe.set(id, "code", Value::text(code));
    }
    scribe.set(between, "dates", Value::set(["2027-09-01", "2027-09-03"]));
    scribe.set(next, "dates", Value::set(["2027-09-02", "2027-09-04"]));
    let order = |workbook: &Workbook| -> Vec<ItemId> {
        let all = latest_first(workbook).into_iter();
        all.map(|event| event.id).collect()
    };
    assert_eq!(order(&scribe.workbook), [next, between, event(), undated]);
    let missing = |workbook: &Workbook, id: ItemId| -> Vec<ItemId> {
        let all = without_day(workbook, id, Vocabulary::standard()).into_iter();
        all.map(|event| event.id).collect()
    };
    // What is told is what the document lacks.
    let status = |workbook: &Workbook, event: ItemId| {
        let options = Options {
            event: Some(event),
            ..Options::default()
        };
        text(workbook, Format::Markdown, &options).contains("Status of previous")
    };
    assert!(status(&scribe.workbook, next) && missing(&scribe.workbook, next).is_empty());
    assert!(!status(&scribe.workbook, undated));
    assert_eq!(missing(&scribe.workbook, undated), [undated]);
    // The first event has nothing before it, and its own answers do not count.
    assert!(missing(&scribe.workbook, event()).is_empty());
    scribe.set(event(), "dates", Value::None);
    assert!(!status(&scribe.workbook, next));
    assert_eq!(missing(&scribe.workbook, next), [event()]);
    assert!(missing(&scribe.workbook, event()).is_empty());
}
