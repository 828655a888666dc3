//! What holds of look-alikes whatever is compared, and what single texts show.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use rapporteur_core::combination::{PairVerdict, pair_of};
use rapporteur_core::command::Pen;
use rapporteur_core::edit::Reach;
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::message::Messages;
use rapporteur_core::similar::{Decided, Entry, LookAlikes, Reason, Search, decided, entries};
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;

fn rec(number: u128) -> ItemId {
    ItemId::new(Kind::REC, number)
}

fn entry(number: u128, group: u128, texts: &[&str], tags: &[(&str, &str)]) -> Entry {
    Entry {
        id: rec(number),
        group: Some(ItemId::new(Kind::GROUP, group)),
        texts: texts.iter().map(|text| (*text).to_owned()).collect(),
        indicator: String::new(),
        tags: tags
            .iter()
            .map(|(field, term)| ((*field).to_owned(), (*term).to_owned()))
            .collect(),
        due: vec![],
    }
}

fn search(entries: Vec<Entry>, budget: usize) -> LookAlikes {
    let mut search = Search::new(entries, BTreeMap::new(), Vocabulary::standard());
    while !search.step(budget).is_finished() {}
    search.finish().unwrap()
}

/// All that a search says, as bytes: pairs, scores, reasons in words, clusters.
fn told(found: &LookAlikes) -> String {
    let source = include_str!("../../../locales/en/similar.ftl");
    let messages = Messages::new("en", &[source], false);
    let mut told = String::new();
    for pair in found.pairs() {
        let reasons = found.reasons(pair);
        let words = Reason::sentence(&reasons, &messages, Vocabulary::standard());
        told += &format!("{} {} {} {words}\n", pair.a, pair.b, pair.score);
    }
    told + &format!("{:?}", found.clusters())
}

const WORDS: [&str; 40] = [
    "police",
    "should",
    "train",
    "judges",
    "on",
    "trafficking",
    "shelters",
    "women",
    "children",
    "kilns",
    "register",
    "FIA",
    "must",
    "publish",
    "quarterly",
    "list",
    "agents",
    "not",
    "close",
    "open",
    "Lahore",
    "Quetta",
    "2027",
    "within",
    "six",
    "months",
    "zephyr",
    "quartz",
    "پولیس",
    "ججوں",
    "کی",
    "تربیت",
    "کرے",
    "پناہ",
    "گاہ",
    "بچوں",
    "بھٹوں",
    "رجسٹر",
    "ہر",
    "ضلع",
];
const TERMS: [(&str, &str); 8] = [
    ("addressees", "fia"),
    ("addressees", "police-provincial"),
    ("addressees", "law-enforcement"),
    ("themes", "shelter"),
    ("themes", "capacity-building"),
    ("issue", "tip"),
    ("action", "train"),
    ("horizon", "short"),
];

fn some_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 0..14).prop_map(|words| words.join(" "))
}

fn some_entries() -> impl Strategy<Value = Vec<Entry>> {
    let one = (
        prop::collection::vec(some_text(), 1..3),
        prop::collection::vec(prop::sample::select(&TERMS[..]), 0..5),
        0..3u128,
    );
    prop::collection::vec(one, 0..14).prop_map(|all| {
        let numbered = all.into_iter().zip(1u128..);
        let told = numbered.map(|((texts, tags, group), number)| {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            entry(number, group, &texts, &tags)
        });
        told.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn neither_order_nor_budget_nor_repetition_makes_a_difference(
        all in some_entries(),
        budget in 1..40usize,
        turn in 0..14usize,
    ) {
        let found = search(all.clone(), usize::MAX);
        prop_assert!(found.pairs().iter().all(|pair| pair.score >= 800), "less is no look-alike");
        let whole = told(&found);
        let mut other = all.clone();
        other.reverse();
        let turn = turn.min(other.len());
        other.rotate_left(turn);
        other.extend(all.first().cloned());
        prop_assert_eq!(&whole, &told(&search(other, 1)));
        prop_assert_eq!(&whole, &told(&search(all, budget)));
    }

    #[test]
    fn it_does_not_matter_which_of_two_bears_the_lesser_name(a in some_text(), b in some_text(), others in some_entries()) {
        // The same corpus with the names of two exchanged.
        let with = |first: u128, second: u128| {
            let mut all = others.clone();
            all.push(entry(first, 7, &[&a], &[TERMS[0]]));
            all.push(entry(second, 8, &[&b], &[TERMS[1]]));
            all
        };
        let score = |all: Vec<Entry>| {
            let found = search(all, usize::MAX);
            let pair = found.pairs().iter().find(|pair| (pair.a, pair.b) == (rec(100), rec(200)));
            pair.map(|pair| pair.score)
        };
        let (one, two) = (score(with(100, 200)), score(with(200, 100)));
        // Sums run in the order of first sight, so the last place may be rounded the other way.
        let near = |x: u16, y: u16| x.abs_diff(y) <= 1;
        prop_assert!(match (one, two) {
            (Some(x), Some(y)) => near(x, y),
            (None, None) => true,
            (Some(x), None) | (None, Some(x)) => x <= 801,
        }, "{one:?} {two:?}");
    }

    #[test]
    fn what_is_not_akin_takes_no_equal_texts_away(text in some_text(), others in some_entries(), odd in "[b-df-hj-np-tv-xz]{12}( [b-df-hj-np-tv-xz]{12}){3}") {
        prop_assume!(!text.is_empty());
        let mut all = others;
        all.push(entry(100, 7, &[&text], &[]));
        all.push(entry(200, 8, &[&text.to_uppercase()], &[TERMS[0]]));
        let holds = |all: Vec<Entry>| {
            let found = search(all, usize::MAX);
            found.pairs().iter().any(|pair| (pair.a, pair.b) == (rec(100), rec(200)) && pair.score > 7_000)
        };
        prop_assert!(holds(all.clone()));
        all.push(entry(300, 9, &[&odd], &[TERMS[3]]));
        prop_assert!(holds(all));
    }
}

#[test]
fn many_copies_of_one_text_stay_bounded_and_none_stands_alone() {
    let all: Vec<Entry> = (1..=400)
        .map(|number| entry(number, number, &["FIA should publish a list."], &[]))
        .collect();
    let found = search(all, usize::MAX);
    assert!(found.pairs().len() <= 400 * 70, "{}", found.pairs().len());
    for number in 1..=400 {
        assert!(
            found
                .pairs()
                .iter()
                .any(|pair| pair.a == rec(number) || pair.b == rec(number)),
            "{number}"
        );
    }
}

/// The score of two texts among others of the field.
fn score_of(a: &str, b: &str) -> u16 {
    let others = [
        "Labour inspectors should visit brick kilns twice a year.",
        "Universities should study why families borrow from agents.",
        "The Ministry of Interior should install cameras at border posts.",
        "علمائے کرام جمعے کے خطبے میں کم عمری کی شادی کے خلاف بات کریں۔",
        "Banks should report suspicious transfers to the monitoring unit.",
        "ضلعی انتظامیہ بچوں کی پیدائش کا اندراج کرے۔",
    ];
    let mut all: Vec<Entry> = others
        .iter()
        .zip(1u128..)
        .map(|(text, number)| entry(number, number, &[text], &[]))
        .collect();
    all.push(entry(100, 100, &[a], &[]));
    all.push(entry(200, 200, &[b], &[]));
    let found = search(all, usize::MAX);
    let pair = found
        .pairs()
        .iter()
        .find(|pair| (pair.a, pair.b) == (rec(100), rec(200)));
    pair.map_or(0, |pair| pair.score)
}

#[test]
fn who_is_asked_and_what_for_count() {
    let asked = "The Federal Judicial Academy should train judges on trafficking cases.";
    let table = [
        // The same in other words, in Urdu, in Roman letters: each above every one of the second column.
        (
            "Courses that sensitise magistrates to human trafficking cases must be held by judicial academies.",
            "Provincial police should train constables on traffic accidents.",
        ),
        (
            "جوڈیشل اکیڈمی ججوں کو انسانی سوداگری کے مقدمات پر تربیت دے۔",
            "The Federal Judicial Academy should publish a yearly list of books.",
        ),
        (
            "Judicial academy judge sahiban ko insani saudagari par tarbiyat de.",
            "The police should arrest judges who delay trafficking cases.",
        ),
    ];
    let like: Vec<u16> = table
        .iter()
        .map(|(same, _)| score_of(asked, same))
        .collect();
    let unlike: Vec<u16> = table
        .iter()
        .map(|(_, other)| score_of(asked, other))
        .collect();
    assert!(
        like.iter().min() > unlike.iter().max(),
        "{like:?} {unlike:?}"
    );
    let opened = "Social welfare departments should open shelters for women in each district.";
    let same = score_of(
        opened,
        "محکمہ سماجی بہبود ہر ضلع میں خواتین کے لیے دارالامان قائم کرے۔",
    );
    let closed = score_of(
        opened,
        "Social welfare departments should close shelters for women in each district.",
    );
    assert!(same > closed, "{same} {closed}");
}

#[test]
fn the_better_of_two_wordings_counts() {
    let both = entry(
        1,
        1,
        &[
            "FIA should publish a list of agents.",
            "ایف آئی اے ایجنٹوں کی فہرست شائع کرے۔",
        ],
        &[],
    );
    let urdu = entry(2, 2, &["ایف آئی اے ایجنٹوں کی فہرست شائع کرے۔"], &[]);
    let found = search(vec![both, urdu], usize::MAX);
    assert_eq!(found.pairs().len(), 1);
    assert_eq!(found.reasons(&found.pairs()[0])[0], Reason::SameText);
}

#[test]
fn reasons_name_what_is_shared_and_what_is_not() {
    let all = vec![
        entry(
            1,
            1,
            &[
                "Punjab police should open a women desk with interpreters for deported families in Lahore.",
            ],
            &[("themes", "capacity-building")],
        ),
        entry(
            2,
            2,
            &[
                "Sindh labour departments should close the women desk with interpreters for deported families in Karachi.",
            ],
            &[("themes", "capacity-building")],
        ),
    ];
    let found = search(all, usize::MAX);
    let reasons = found.reasons(&found.pairs()[0]);
    let keys: Vec<&str> = reasons.iter().map(Reason::key).collect();
    assert_eq!(
        keys,
        [
            "similar-shared",
            "similar-same-theme",
            "similar-other-body",
            "similar-opposite",
            "similar-other-place",
        ]
    );
    let against: Vec<bool> = reasons.iter().map(Reason::is_against).collect();
    assert_eq!(against, [false, false, true, true, true]);
    assert!(
        reasons[0]
            .names()
            .iter()
            .any(|name| name.id() == "women-staff"),
        "{reasons:?}"
    );
}

#[test]
fn clusters_hold_those_that_all_look_alike() {
    let text = "FIA should publish a quarterly list of licensed agents";
    let all = vec![
        entry(1, 1, &[&format!("{text}.")], &[]),
        entry(2, 2, &[&format!("{text} on its page.")], &[]),
        entry(
            3,
            3,
            &["ایف آئی اے ہر سہ ماہی میں لائسنس یافتہ ایجنٹوں کی فہرست شائع کرے۔"],
            &[],
        ),
        entry(
            4,
            4,
            &["Teachers should talk with parents of pupils who drop out."],
            &[],
        ),
    ];
    assert_eq!(
        search(all.clone(), 1).clusters(),
        [vec![rec(1), rec(2), rec(3)]]
    );
    // Whom people told apart is in no cluster together.
    let told = BTreeMap::from([((rec(1), rec(3)), Decided::Different)]);
    let mut again = Search::new(all, told, Vocabulary::standard());
    while !again.step(7).is_finished() {}
    assert!(again.finish().unwrap().clusters().is_empty());
}

#[test]
fn verdicts_are_told_and_withdrawn_ones_are_out() {
    let mut workbook = Workbook::new();
    let mut pen = Pen::new(SessionId(1));
    for number in 1..=4u128 {
        let mut act = pen.act("typed", None);
        act.word(
            &workbook,
            rec(number),
            "en",
            "FIA should publish a list of agents.",
            Reach::default(),
        );
        workbook.join(act.finish());
    }
    let pair = pair_of(rec(2), rec(1));
    let mut act = pen.act("judge", None);
    let named = Value::set([rec(1).to_string().as_str(), rec(2).to_string().as_str()]);
    act.set(&workbook, pair, "items", named);
    act.judge(
        &workbook,
        pair,
        "verdict",
        Value::text(PairVerdict::Related.name()),
    );
    act.withdraw(&workbook, rec(4), true);
    workbook.join(act.finish());
    assert_eq!(
        decided(&workbook),
        BTreeMap::from([((rec(1), rec(2)), Decided::Related)])
    );
    let search = Search::new(
        entries(&workbook),
        decided(&workbook),
        Vocabulary::standard(),
    );
    let before = search.progress();
    assert!(
        !before.is_finished() && search.finish().is_none(),
        "nothing is told before the end"
    );
    let mut search = Search::new(
        entries(&workbook),
        decided(&workbook),
        Vocabulary::standard(),
    );
    while !search.step(1).is_finished() {}
    let found = search.finish().unwrap();
    let told: Vec<_> = found
        .pairs()
        .iter()
        .map(|pair| (pair.a, pair.b, pair.decided))
        .collect();
    assert_eq!(
        told,
        [
            (rec(1), rec(2), Some(Decided::Related)),
            (rec(1), rec(3), None),
            (rec(2), rec(3), None),
        ]
    );
}

#[test]
fn odd_input_is_no_trouble() {
    assert!(
        Search::new(vec![], BTreeMap::new(), Vocabulary::standard())
            .step(0)
            .is_finished()
    );
    let odd = [
        "",
        "۔ ؟ …",
        "a",
        "\u{0}",
        "999999999999999999999999",
        &"x".repeat(9_000),
        &"should ".repeat(500),
    ];
    let all: Vec<Entry> = odd
        .iter()
        .zip(1u128..)
        .map(|(text, number)| entry(number, 1, &[text, text], &[("action", "?")]))
        .collect();
    told(&search(all, 3));
}
