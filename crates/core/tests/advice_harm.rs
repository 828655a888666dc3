//! What could lead to a person is found in every field of the sample where it stands, and nothing else is taken for it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    reason = "tests"
)]

use rapporteur_core::advice::{Advice, Check, Coach, Draft, Pattern, advise, identifying};
use rapporteur_core::command::{Pen, wording};
use rapporteur_core::edit::Reach;
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::recommendation::Wording;
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;

fn sample() -> serde_json::Value {
    serde_json::from_slice(include_bytes!("../data/sample-workshop.json")).unwrap()
}

fn field<'a>(sample: &'a serde_json::Value, id: &str, field: &str) -> &'a str {
    let mut items = sample["recommendations"].as_array().unwrap().iter();
    items.find(|item| item["id"] == id).unwrap()[field]
        .as_str()
        .unwrap()
}

/// What is found in a text that stands as the reason.
fn found(text: &str) -> Vec<Advice> {
    let draft = Draft {
        rationale: Some(Wording {
            lang: String::from("en"),
            text: text.to_owned(),
        }),
        ..Draft::default()
    };
    advise(&draft, &Coach::new(Vocabulary::standard()))
}

#[test]
fn every_identifying_pattern_of_the_sample_is_found_where_it_stands() {
    let sample = sample();
    let must = sample["doNoHarm"]["mustWarn"].as_array().unwrap();
    assert_eq!(must.len(), 4);
    for entry in must {
        let text = field(&sample, entry["id"].as_str().unwrap(), "rationale");
        let found = found(text);
        for pattern in entry["patterns"].as_array().unwrap() {
            let name = match pattern.as_str().unwrap() {
                "cnic" => "identity-card",
                name => name,
            };
            let named = |advice: &&Advice| matches!(advice.check, Check::Identifying(pattern) if pattern.name() == name);
            let advice = found.iter().find(named).expect(name);
            let at = &text[advice.place.range.clone()];
            assert_eq!(advice.words, at);
            let matches = entry["matches"].as_array().unwrap();
            let mut matches = matches.iter().map(|text| text.as_str().unwrap());
            assert!(
                matches.any(|text| at.contains(text) || text.contains(at)),
                "{at}"
            );
        }
        assert!(
            found
                .iter()
                .all(|advice| matches!(advice.check, Check::Identifying(_)))
        );
    }
}

#[test]
fn a_helpline_is_confirmed_and_ordinary_words_are_left_alone() {
    let sample = sample();
    for entry in sample["doNoHarm"]["confirmOnly"].as_array().unwrap() {
        let text = field(&sample, entry["id"].as_str().unwrap(), "rationale");
        let checks: Vec<Check> = found(text).iter().map(|advice| advice.check).collect();
        assert_eq!(checks, [Check::Helpline]);
    }
    for entry in sample["doNoHarm"]["mustNotWarn"].as_array().unwrap() {
        let name = entry["field"].as_str().unwrap();
        let text = field(&sample, entry["id"].as_str().unwrap(), name);
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn digits_of_all_three_sets_and_all_dashes_make_one_number() {
    let card = [
        "42101-1234567-1",
        "42101 1234567 1",
        "4210112345671",
        "42101–1234567–1",
        "42101\u{2011}1234567\u{2011}1",
        "۴۲۱۰۱-۱۲۳۴۵۶۷-۱",
        "٤٢١٠١١٢٣٤٥٦٧١",
        "1-1234567-42101",
        "\u{2066}42101-1234567-1\u{2069}",
        "42101\u{200e}-1234567-1",
        "4۲۱01-1234567-1",
        "42101.1234567.1",
        "42101/1234567/1",
    ];
    for text in card {
        let text = format!("card {text}, seen");
        let checks: Vec<Check> = found(&text).iter().map(|advice| advice.check).collect();
        assert_eq!(
            checks,
            [Check::Identifying(Pattern::IdentityCard)],
            "{text}"
        );
    }
    for text in [
        "a421011234567",
        "42101123456712",
        "421011234567",
        "rec:00000000000042101123456711111111",
        "Rs. 4,210,112,345,671",
        "12/2027, 13/2027 and 14/2027",
        "from 2021-2025 to 2027-2031",
        "2027-05-31 09:30",
        "1098, 1099, 15, 1122, 911 and 16",
        "call 1099",
        "0.5 per cent of 03",
        "contact us by 17/02/2027 or 2027.05.31",
        "call in sections 370/374 of 1860",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_workbook_tells_what_has_to_go_before_it_is_published() {
    let mut workbook = Workbook::new();
    let mut pen = Pen::new(SessionId(1));
    let rec = ItemId::new(Kind::REC, 0x4210_1123_4567_1000);
    let group = ItemId::new(Kind::GROUP, 2);
    let mut act = pen.act("typed", None);
    let text = "The police should call 0300-1234567 by May 2027.";
    act.word(&workbook, rec, "en", text, Reach::default());
    act.word(
        &workbook,
        rec,
        "ur",
        "گواہ اسلم ولد اکرم۔",
        Reach::default(),
    );
    act.set(
        &workbook,
        rec,
        "rationale",
        wording("en", "Ask a@example.org or 0800-12345."),
    );
    act.set(&workbook, rec, "source", Value::set(["4210112345671"]));
    act.set(
        &workbook,
        group,
        "title/en",
        Value::text("Table 4210112345671"),
    );
    let edits = act.finish();
    workbook.join(edits);
    let told: Vec<(ItemId, String, Option<String>, Pattern, String)> = identifying(&workbook)
        .into_iter()
        .map(|one| (one.item, one.field, one.lang, one.pattern, one.words))
        .collect();
    let en = Some(String::from("en"));
    let expected = [
        (
            group,
            "title/en",
            None,
            Pattern::IdentityCard,
            "4210112345671",
        ),
        (
            rec,
            "rationale",
            en.clone(),
            Pattern::Email,
            "a@example.org",
        ),
        (rec, "wording/en", en, Pattern::Phone, "0300-1234567"),
        (
            rec,
            "wording/ur",
            Some(String::from("ur")),
            Pattern::Kinship,
            "ولد اکرم",
        ),
    ]
    .map(|(item, field, lang, pattern, words)| {
        (item, field.to_owned(), lang, pattern, words.to_owned())
    });
    assert_eq!(told, expected);

    // Taken out in an edit that has seen the text, it is no longer in the way.
    let reach = workbook.reach(rec, "wording/en");
    let mut act = pen.act("typed", None);
    act.word(
        &workbook,
        rec,
        "en",
        "The police should call by May 2027.",
        reach,
    );
    let edits = act.finish();
    workbook.join(edits);
    assert_eq!(identifying(&workbook).len(), 3);
}
