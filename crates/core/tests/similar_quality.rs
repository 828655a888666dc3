//! How well look-alikes are found: the sample workshop, and sets of pairs on other topics. What each was used for is told in
//! `docs/look-alikes.md`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

use std::collections::BTreeMap;

use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::similar::{Entry, Search};
use rapporteur_core::text::guess_lang;
use rapporteur_core::vocabulary::Vocabulary;
use serde_json::Value;

const SAMPLE: &str = include_str!("../data/sample-workshop.json");
const FIELD: &str = include_str!("vectors/similar-field.json");
const UNSEEN: &str = include_str!("vectors/similar-unseen.json");
const HELD: &str = include_str!("vectors/similar-held.json");

/// A list with what is known of its pairs.
struct Set {
    entries: Vec<Entry>,
    names: BTreeMap<ItemId, String>,
    same: Vec<(String, String, bool)>,
    unlike: Vec<(String, String)>,
}

fn set(json: &str) -> Set {
    let json: Value = serde_json::from_str(json).unwrap();
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let mut set = Set {
        entries: vec![],
        names: BTreeMap::new(),
        same: vec![],
        unlike: vec![],
    };
    for told in json["recommendations"].as_array().unwrap() {
        let id = ItemId::derived(Kind::REC, &[&text(told, "id")]);
        let mut tags = Vec::new();
        for (key, field) in [
            ("addressees", "addressees"),
            ("themes", "themes"),
            ("affected", "affected"),
            ("instruments", "instruments"),
            ("issue", "issue"),
            ("action", "action"),
            ("horizon", "horizon"),
            ("leadBody", "lead"),
        ] {
            let terms: Vec<&Value> = match &told[key] {
                Value::Array(all) => all.iter().collect(),
                Value::String(_) => vec![&told[key]],
                _ => vec![],
            };
            tags.extend(
                terms
                    .iter()
                    .map(|term| (field.to_owned(), term.as_str().unwrap().to_owned())),
            );
        }
        set.names.insert(id, text(told, "id"));
        set.entries.push(Entry {
            id,
            group: Some(ItemId::derived(Kind::GROUP, &[&text(told, "group")])),
            texts: vec![text(told, "text")],
            indicator: text(told, "indicator"),
            tags,
            due: vec![],
        });
    }
    for pair in json["duplicatePairs"].as_array().unwrap() {
        set.same
            .push((text(pair, "a"), text(pair, "b"), pair["half"] == "held"));
    }
    for pair in json["hardNegativePairs"].as_array().unwrap() {
        if pair["kind"] == "plain" || pair["kind"] == "opposite" {
            set.unlike.push((text(pair, "a"), text(pair, "b")));
        }
    }
    set
}

impl Set {
    /// The names of the pairs found, best first, with their scores.
    fn ranked(&self, entries: Vec<Entry>) -> Vec<(String, String, u16)> {
        let mut search = Search::new(entries, BTreeMap::new(), Vocabulary::standard());
        while !search.step(1_000).is_finished() {}
        let found = search.finish().unwrap();
        let name = |id: &ItemId| self.names[id].clone();
        found
            .pairs()
            .iter()
            .map(|pair| {
                let (a, b) = (name(&pair.a), name(&pair.b));
                (a.clone().min(b.clone()), a.max(b), pair.score)
            })
            .collect()
    }

    fn ranks(&self, ranked: &[(String, String, u16)], pairs: &[(String, String)]) -> Vec<usize> {
        pairs
            .iter()
            .map(|(a, b)| {
                let (a, b) = (a.min(b), a.max(b));
                ranked
                    .iter()
                    .position(|(x, y, _)| x == a && y == b)
                    .map_or(9_999, |at| at + 1)
            })
            .collect()
    }
}

fn within(ranks: &[usize], most: usize) -> usize {
    ranks.iter().filter(|rank| **rank <= most).count()
}

fn splitmix(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut bits = *seed;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// Names, the lesser first.
fn in_order(a: &str, b: &str) -> (String, String) {
    (a.min(b).to_owned(), a.max(b).to_owned())
}

impl Set {
    fn same(&self, half: Option<bool>) -> Vec<(String, String)> {
        let wanted = self
            .same
            .iter()
            .filter(|pair| half.is_none_or(|held| held == pair.2));
        wanted.map(|pair| in_order(&pair.0, &pair.1)).collect()
    }

    fn without_tags(&self) -> Vec<Entry> {
        let mut entries = self.entries.clone();
        for entry in &mut entries {
            entry.tags.clear();
            entry.indicator.clear();
        }
        entries
    }

    /// No two that only look alike come before the fifth that ask for the same.
    #[track_caller]
    fn unlike_come_late(&self, what: &str) {
        let ranked = self.ranked(self.entries.clone());
        let mut ranks = self.ranks(&ranked, &self.same(None));
        ranks.sort();
        for ((a, b), rank) in self.unlike.iter().zip(self.ranks(&ranked, &self.unlike)) {
            assert!(
                rank > ranks[4],
                "{what}: {a} {b} only look alike, and stand at {rank}"
            );
        }
    }

    /// True pairs among the first 20 and 40, a third of all tags taken away; the mean of 20 draws.
    fn with_fewer_tags(&self) -> [f64; 2] {
        let mut seed = 7;
        let mut sums = [0; 2];
        for _ in 0..20 {
            let mut entries = self.entries.clone();
            for entry in &mut entries {
                entry
                    .tags
                    .retain(|_| !splitmix(&mut seed).is_multiple_of(3));
            }
            let ranks = self.ranks(&self.ranked(entries), &self.same(None));
            sums[0] += within(&ranks, 20);
            sums[1] += within(&ranks, 40);
        }
        sums.map(|sum| sum as f64 / 20.0)
    }
}

/// The mean, over all pairs, of the share of true ones among those down to it.
fn average_precision(ranks: &[usize]) -> f64 {
    let mut ranks = ranks.to_vec();
    ranks.sort();
    let shares = ranks.iter().zip(1..);
    let sum: f64 = shares.map(|(rank, at)| f64::from(at) / *rank as f64).sum();
    sum / ranks.len() as f64
}

/// What is reached, as docs/look-alikes.md tells it.
#[track_caller]
fn reached(what: &str, ranks: &[usize], least: [usize; 2]) {
    let held = [within(ranks, 20), within(ranks, 40)];
    println!(
        "{what}: of {} {} among the first 20, {} among 40; average precision {:.2}",
        ranks.len(),
        held[0],
        held[1],
        average_precision(ranks)
    );
    assert!(
        held[0] >= least[0] && held[1] >= least[1],
        "{what}: {held:?}, not {least:?}; {ranks:?}"
    );
}

#[test]
fn the_pairs_of_the_sample_come_first() {
    let set = set(SAMPLE);
    let ranked = set.ranked(set.entries.clone());
    let mut ranks = set.ranks(&ranked, &set.same(None));
    reached("sample", &ranks, [14, 14]);
    let bare = set.ranked(set.without_tags());
    reached(
        "sample without tags",
        &set.ranks(&bare, &set.same(None)),
        [14, 14],
    );
    ranks.sort();
    for ((a, b), rank) in set.unlike.iter().zip(set.ranks(&ranked, &set.unlike)) {
        assert!(
            rank > ranks[4],
            "{a} {b} only look alike, and stand at {rank}"
        );
    }
    let fewer = set.with_fewer_tags();
    println!("sample, a third of tags gone: {fewer:?}");
    assert!(fewer[0] >= 13.0 && fewer[1] >= 13.9, "{fewer:?}");
}

#[test]
fn pairs_of_other_topics_come_first_too() {
    let set = set(FIELD);
    for (how, entries, all, held_out) in [
        ("field", set.entries.clone(), [18, 25], [10, 13]),
        ("field without tags", set.without_tags(), [18, 25], [10, 12]),
    ] {
        let ranked = set.ranked(entries);
        reached(how, &set.ranks(&ranked, &set.same(None)), all);
        reached(
            "  of these the half weights were tuned on",
            &set.ranks(&ranked, &set.same(Some(false))),
            [8, 12],
        );
        reached(
            "  of these the half they were not",
            &set.ranks(&ranked, &set.same(Some(true))),
            held_out,
        );
        let mut ranks = set.ranks(&ranked, &set.same(None));
        ranks.sort();
        for ((a, b), rank) in set.unlike.iter().zip(set.ranks(&ranked, &set.unlike)) {
            assert!(
                rank > ranks[4],
                "{how}: {a} {b} only look alike, and stand at {rank}"
            );
        }
    }
    let fewer = set.with_fewer_tags();
    println!("field, a third of tags gone: {fewer:?}");
    assert!(fewer[0] >= 17.0 && fewer[1] >= 24.0, "{fewer:?}");
}

/// Without tags, on topics that the two sets above do not have.
#[test]
fn pairs_written_before_the_glossary_was_extended_are_found() {
    let set = set(UNSEEN);
    let ranks = set.ranks(&set.ranked(set.entries.clone()), &set.same(None));
    reached("before the glossary was extended", &ranks, [17, 25]);
    set.unlike_come_late("before the glossary was extended");
}

/// These are only measured: whoever changes something because of them writes others.
#[test]
fn pairs_written_after_the_glossary_was_extended_are_found() {
    let set = set(HELD);
    let ranks = set.ranks(&set.ranked(set.entries.clone()), &set.same(None));
    reached("after the glossary was extended", &ranks, [12, 15]);
    set.unlike_come_late("after the glossary was extended");
}

/// Pairs of an English and an Urdu text, among a thousand texts that share the words of the one or the other.
#[test]
fn texts_of_ones_own_script_do_not_crowd_out_the_other() {
    let is_urdu = |text: &str| guess_lang(text) == Some("ur");
    let mut pairs: Vec<[String; 2]> = Vec::new();
    for set in [set(SAMPLE), set(FIELD)] {
        let text = |name: &String| {
            let place = set
                .entries
                .iter()
                .position(|one| set.names[&one.id] == *name);
            set.entries[place.unwrap()].texts[0].clone()
        };
        for (a, b, _) in &set.same {
            match (text(a), text(b)) {
                (a, b) if !is_urdu(&a) && is_urdu(&b) => pairs.push([a, b]),
                (a, b) if is_urdu(&a) && !is_urdu(&b) => pairs.push([b, a]),
                _ => {}
            }
        }
    }
    pairs.truncate(14);
    let mix = |a: &str, b: &str, percent: usize| {
        let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
        let first = &a[..a.len() * percent / 100];
        let rest = &b[b.len() * percent / 100..];
        [first, rest].concat().join(" ")
    };
    let mut texts: Vec<String> = pairs.iter().flatten().cloned().collect();
    texts.extend((0..1_000).map(|at: usize| {
        let (script, at) = (at % 2, at / 2);
        let (one, round) = (at % 14, at / 14);
        let other = (one + 1 + round % 13) % 14;
        let (one, other) = (&pairs[one][script], &pairs[other][script]);
        match round % 2 {
            1 => mix(one, other, 75),
            _ => mix(other, one, 25),
        }
    }));
    let rec = |at: usize| ItemId::new(Kind::REC, at as u128);
    let entries = texts.into_iter().enumerate().map(|(at, text)| Entry {
        id: rec(at),
        group: None,
        texts: vec![text],
        indicator: String::new(),
        tags: vec![],
        due: vec![],
    });
    let mut search = Search::new(entries.collect(), BTreeMap::new(), Vocabulary::standard());
    while !search.step(1_000).is_finished() {}
    let found = search.finish().unwrap();
    let met = |at: &usize| {
        let mut pairs = found.pairs().iter();
        pairs.any(|pair| (pair.a, pair.b) == (rec(2 * at), rec(2 * at + 1)))
    };
    assert_eq!((0..14).filter(met).count(), 14);
}

#[test]
fn both_sets_together_still_find_their_pairs() {
    let (one, two) = (set(SAMPLE), set(FIELD));
    let both = Set {
        entries: one.entries.iter().chain(&two.entries).cloned().collect(),
        names: one
            .names
            .iter()
            .chain(&two.names)
            .map(|(id, name)| (*id, name.clone()))
            .collect(),
        same: one.same.iter().chain(&two.same).cloned().collect(),
        unlike: vec![],
    };
    let ranks = both.ranks(&both.ranked(both.entries.clone()), &both.same(None));
    reached("both", &ranks, [19, 30]);
    println!("  42 pairs, {} among the first 80", within(&ranks, 80));
}
