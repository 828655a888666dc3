//! Agreement of the coach with tables written by hand: the sample workshop, and sentences of our own.
//!
//! `cargo test -p rapporteur-core --test advice_sample -- --nocapture` prints precision and recall by check, and every line in
//! which the coach and the table differ.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    reason = "tests"
)]

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::advice::{Advice, Check, Coach, Draft, advise};
use rapporteur_core::list::{ListItem, ListOptions, read_list};
use rapporteur_core::recommendation::Wording;
use rapporteur_core::vocabulary::Vocabulary;

const SAMPLE: &str = include_str!("vectors/advice-sample.txt");
const SENTENCES: &str = include_str!("vectors/advice-sentences.txt");
const FIELD: &str = include_str!("vectors/advice-field.txt");

/// What a check said, as the tables write it.
fn told(advice: &Advice) -> String {
    match (advice.check, &advice.term) {
        (Check::Identifying(pattern), _) => format!("identifying:{}", pattern.name()),
        (Check::Helpline, _) => String::from("confirm:helpline"),
        (Check::UntaggedBody, Some(term)) => format!("untagged-body:{term}"),
        (check, _) => check.name().to_owned(),
    }
}

fn draft_of(item: &ListItem) -> Draft {
    let wording = |text: &Option<String>| {
        text.as_ref().map(|text| Wording {
            lang: item.lang.clone(),
            text: text.clone(),
        })
    };
    Draft {
        original: item.lang.clone(),
        wordings: [(item.lang.clone(), item.text.clone())].into(),
        addressees: item.addressees.iter().cloned().collect(),
        lead: item.lead.clone(),
        issue: item.issue.clone(),
        instruments: item.instruments.iter().cloned().collect(),
        action: item.action.clone(),
        horizon: item.horizon.clone(),
        due: item.deadline.iter().cloned().collect(),
        indicator: wording(&item.indicator),
        rationale: wording(&item.rationale),
        ..Draft::default()
    }
}

/// Hits, false alarms and misses of one check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Agreement {
    both: usize,
    coach_only: usize,
    table_only: usize,
}

impl Agreement {
    fn tell(self, name: &str) {
        let share = |of: usize| match of {
            0 => String::from("   -"),
            of => format!("{:4.2}", self.both as f64 / of as f64),
        };
        println!(
            "{name:<28} both {:>3}  coach only {:>2}  table only {:>2}  precision {}  recall {}",
            self.both,
            self.coach_only,
            self.table_only,
            share(self.both + self.coach_only),
            share(self.both + self.table_only)
        );
    }

    fn add(&mut self, other: Self) {
        self.both += other.both;
        self.coach_only += other.coach_only;
        self.table_only += other.table_only;
    }
}

/// The agreement check by check, and every difference.
#[derive(Default)]
struct Tally(BTreeMap<String, Agreement>, Vec<String>);

impl Tally {
    fn count(&mut self, id: &str, expected: &BTreeSet<String>, found: &BTreeSet<String>) {
        for name in expected.union(found) {
            let kind = name.split(':').next().unwrap().to_owned();
            let held = self.0.entry(kind).or_default();
            match (expected.contains(name), found.contains(name)) {
                (true, true) => held.both += 1,
                (false, _) => {
                    held.coach_only += 1;
                    self.1.push(format!("{id}: the coach alone says {name}"));
                }
                (_, false) => {
                    held.table_only += 1;
                    self.1.push(format!("{id}: the table alone says {name}"));
                }
            }
        }
    }

    fn tell(&self) -> Agreement {
        for difference in &self.1 {
            println!("  {difference}");
        }
        let mut all = Agreement::default();
        for (name, agreement) in &self.0 {
            agreement.tell(name);
            all.add(*agreement);
        }
        all.tell("all");
        all
    }
}

fn table(text: &str) -> impl Iterator<Item = (&str, BTreeSet<String>)> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let (id, checks) = line.split_once('\t').unwrap_or((line, ""));
        (id, checks.split_whitespace().map(str::to_owned).collect())
    })
}

#[test]
fn the_coach_agrees_with_a_careful_reader_of_the_sample() {
    let list = read_list(
        include_bytes!("../data/sample-workshop.json"),
        ListOptions::default(),
        Vocabulary::standard(),
    );
    let coach = Coach::new(Vocabulary::standard());
    let expected: BTreeMap<&str, BTreeSet<String>> = table(SAMPLE).collect();
    assert_eq!(expected.len(), 72, "every recommendation has its line");
    let mut tally = Tally::default();
    for item in &list.items {
        let id = item.id.as_deref().unwrap();
        let found = advise(&draft_of(item), &coach).iter().map(told).collect();
        tally.count(id, &expected[id], &found);
    }
    // A change for the better is written down here too. docs/coach.md tells why these two stay.
    let measured = Agreement {
        both: 88,
        coach_only: 0,
        table_only: 2,
    };
    assert_eq!(tally.tell(), measured);
    assert_eq!(
        tally.1,
        [
            "d14: the table alone says split",
            "d57: the table alone says hidden-actor"
        ]
    );
}

/// The draft of a line of the second table: what is not told is given, so that only what is meant is missing.
fn draft_of_line(lang: &str, tags: &str, text: &str) -> Draft {
    let tag = |name: &str| {
        let mut tags = tags.split(' ').filter_map(|tag| tag.split_once('='));
        tags.find(|(held, _)| *held == name).map(|(_, value)| value)
    };
    let set = |name: &str| -> BTreeSet<String> {
        let values = tag(name).filter(|value| *value != "-");
        let values = values.into_iter().flat_map(|value| value.split(','));
        values.map(str::to_owned).collect()
    };
    let one = |name: &str, else_: Option<&str>| match tag(name) {
        Some("-") => None,
        Some(value) => Some(value.to_owned()),
        None => else_.map(str::to_owned),
    };
    let first = tag("to").and_then(|to| to.split(',').next());
    let given = |name: &str| match tag(name) {
        Some("-") => None,
        Some(_) => Some(text.to_owned()),
        None => Some(String::from("-- . given")),
    };
    let wording = |text: String| Wording {
        lang: lang.to_owned(),
        text,
    };
    Draft {
        original: lang.to_owned(),
        wordings: [(lang.to_owned(), text.to_owned())].into(),
        addressees: set("to"),
        lead: one("lead", first.filter(|first| *first != "-")),
        issue: one("issue", None),
        instruments: set("law"),
        action: one("do", None),
        horizon: one("when", Some("short")),
        due: set("due"),
        indicator: given("measure").map(wording),
        rationale: given("why").map(wording),
        ..Draft::default()
    }
}

/// The agreement with a table of sentences.
fn agreement(table: &str) -> Tally {
    let coach = Coach::new(Vocabulary::standard());
    let mut tally = Tally::default();
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    for (place, line) in lines.enumerate() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [lang, tags, checks, text] = columns[..] else {
            panic!("{line}")
        };
        let expected = checks.split_whitespace().map(str::to_owned).collect();
        let draft = draft_of_line(lang, tags, text);
        let found = advise(&draft, &coach).iter().map(told).collect();
        tally.count(&format!("{place} {text}"), &expected, &found);
    }
    tally
}

#[test]
fn the_coach_agrees_with_the_sentences_of_our_own() {
    let tally = agreement(SENTENCES);
    let measured = Agreement {
        both: 137,
        coach_only: 2,
        table_only: 0,
    };
    assert_eq!(tally.tell(), measured);
    for (difference, known) in tally
        .1
        .iter()
        .zip(["feed their children", "coast guards of Oman"])
    {
        assert!(difference.contains(known), "{difference}");
    }
}

#[test]
fn the_coach_agrees_with_typical_sentences_of_the_field() {
    let tally = agreement(FIELD);
    let measured = Agreement {
        both: 48,
        coach_only: 1,
        table_only: 0,
    };
    assert_eq!(tally.tell(), measured);
    assert!(tally.1.concat().contains("visit every brick kiln"));
}
