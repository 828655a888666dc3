//! Rounds from the card to the result: what a voter does, what is written, what is counted.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "tests"
)]

use proptest::prelude::*;
use rapporteur_core::combination::Combinations;
use rapporteur_core::command::Pen;
use rapporteur_core::edit::Edit;
use rapporteur_core::event::{coded, event_of_code, group_of_slug};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::priority::rating::Verdict;
use rapporteur_core::recommendation::Wording;
use rapporteur_core::register::Register;
use rapporteur_core::report::{Format, Options, report};
use rapporteur_core::round::{
    Across, Answers, Booth, Card, Method, OTHER, Paper, Place, Preset, Pressed, Results, Round,
    Stage, begin, close, plenary_items, rounds, shuffled, void,
};
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;

const ROUND: ItemId = ItemId::new(Kind::ROUND, 77);

/// SplitMix64: random enough to shuffle with, and the same each time.
fn dice(seed: u64) -> impl FnMut() -> u64 {
    let mut state = seed;
    move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

struct Room {
    workbook: Workbook,
    pen: Pen,
    items: Vec<ItemId>,
    group: ItemId,
}

impl Room {
    fn with(items: usize) -> Self {
        let mut workbook = Workbook::new();
        workbook.join(coded("LHR"));
        let group = group_of_slug(event_of_code("LHR"), "g1");
        let mut pen = Pen::new(SessionId(1));
        let mut act = pen.act("typed", None);
        act.set(
            &workbook,
            group,
            "event",
            Value::text(&event_of_code("LHR").to_string()),
        );
        act.set(&workbook, group, "code", Value::text("G1"));
        workbook.join(act.finish());
        let ids: Vec<ItemId> = (1..=items)
            .map(|n| ItemId::new(Kind::REC, n as u128))
            .collect();
        for id in &ids {
            let register = Register::of(&workbook);
            let mut act = pen.act("typed", None);
            act.add_recommendation(&workbook, &register, group, *id);
            act.word(
                &workbook,
                *id,
                "en",
                &format!("Recommendation {id}"),
                Default::default(),
            );
            workbook.join(act.finish());
        }
        Self {
            workbook,
            pen,
            items: ids,
            group,
        }
    }

    fn act(
        &mut self,
        write: impl FnOnce(&mut rapporteur_core::command::Act<'_>, &Workbook),
    ) -> Vec<Edit> {
        let mut act = self.pen.act("vote", None);
        write(&mut act, &self.workbook);
        let edits = act.finish();
        self.workbook.join(edits.clone());
        edits
    }

    fn begin(&mut self, card: &Card) -> Round {
        let (group, items) = (self.group, self.items.clone());
        self.act(|act, workbook| begin(act, workbook, ROUND, group, card, &items));
        self.round()
    }

    fn round(&self) -> Round {
        Round::read(&self.workbook, ROUND).unwrap()
    }

    fn close(&mut self, papers: &[Paper], seed: u64) -> Results {
        let round = self.round();
        self.act(|act, workbook| close(act, workbook, &round, papers, &mut dice(seed)));
        Results::read(&self.workbook, ROUND).unwrap()
    }
}

fn card(preset: Preset, items: usize, present: u64) -> Card {
    Card {
        present,
        ..Card::preset(preset, items)
    }
}

/// A voter who presses these digits, then is done; how many interactions it took, beginning and "done" among them.
fn vote(booth: &mut Booth, digits: impl IntoIterator<Item = u8>) -> usize {
    let mut interactions = 1;
    for digit in digits {
        assert_eq!(
            booth.press(digit),
            Pressed::Taken,
            "{digit} at {:?}",
            booth.place()
        );
        interactions += 1;
        if let Place::Reason { .. } = booth.place() {
            assert_eq!(booth.give_reason("  "), Pressed::Nothing);
            assert_eq!(booth.give_reason("No budget"), Pressed::Taken);
            interactions += 1;
        }
    }
    assert_eq!(booth.place(), Place::Review);
    assert_eq!(booth.press(1), Pressed::Nothing);
    interactions + 1
}

#[test]
fn ten_items_take_so_many_interactions() {
    for (preset, digits, interactions) in [
        (Preset::Quick, vec![1, 0, 0, 2, 0, 0, 1, 0, 0, 0], 12),
        (
            Preset::Standard,
            [vec![7; 10], vec![1, 2, 3, 4, 0]].concat(),
            17,
        ),
        (Preset::Thorough, [5, 4, 8, 1].repeat(10), 42),
        (
            Preset::Thorough,
            [[5, 4, 8, 1].repeat(9), vec![1, 1, 1, 8]].concat(),
            43,
        ),
    ] {
        let mut room = Room::with(10);
        let round = room.begin(&card(preset, 10, 5));
        let mut booth = Booth::new(&round, shuffled(10, &mut dice(3)));
        let reasons = digits.iter().skip(3).step_by(4).filter(|step| **step > 4);
        let reasons = if preset == Preset::Thorough {
            reasons.count()
        } else {
            0
        };
        assert_eq!(
            round.card.interactions(10) + reasons,
            interactions,
            "what the card states"
        );
        assert_eq!(vote(&mut booth, digits), interactions, "{preset:?}");
        assert!(booth.reasons_missing().is_empty());
    }
}

/// More than ten have numbers of two digits, so that each is reached by keys alone.
#[test]
fn twelve_items_are_ranked_by_keys() {
    let mut room = Room::with(12);
    let locked = card(Preset::Standard, 12, 5);
    let round = room.begin(&locked);
    let mut booth = Booth::new(&round, (0..12).rev().collect());
    let numbers: Vec<String> = [0, 8, 11].map(|turn| booth.number(turn)).into();
    assert_eq!(numbers, ["01", "09", "12"]);
    let digits = [vec![7; 12], vec![1, 2, 1, 1, 0, 1, 1, 0, 0, 9]].concat();
    assert_eq!(
        vote(&mut booth, digits),
        24,
        "begin, twelve, five times two, done"
    );
    assert_eq!(locked.interactions(12), 24);
    let ranks: Vec<Option<usize>> = [11, 10, 0, 9, 8].map(|turn| booth.rank(turn)).into();
    assert_eq!(ranks, [Some(1), Some(2), Some(3), Some(4), Some(5)]);
    assert_eq!(booth.rank(1), None);

    // Half a number can be taken back, or ended without its nought; one that is none means nothing.
    booth.rank_anew();
    assert_eq!(booth.press(1), Pressed::Taken);
    assert_eq!(booth.typed(), "1");
    assert!(booth.back());
    assert_eq!(
        (booth.typed().as_str(), booth.place()),
        ("", Place::Ranking)
    );
    booth.press(7);
    assert_eq!(booth.pass(), Pressed::Taken);
    assert_eq!((booth.rank(6), booth.place()), (Some(1), Place::Ranking));
    booth.press(5);
    assert_eq!(booth.press(7), Pressed::Nothing);
    assert_eq!((booth.typed().as_str(), booth.ranked()), ("", 1));
    assert_eq!(booth.pass(), Pressed::Taken);
    assert_eq!(booth.place(), Place::Review);
}

#[test]
fn a_voter_goes_back_passes_and_changes_an_answer() {
    let mut room = Room::with(3);
    let round = room.begin(&card(Preset::Standard, 3, 5));
    let mut booth = Booth::new(&round, vec![2, 0, 1]);
    assert_eq!(booth.item(0), Some(room.items[2]));
    assert!(!booth.back());
    assert_eq!(booth.press(9), Pressed::Taken);
    assert_eq!(booth.pass(), Pressed::Taken);
    assert!(booth.back());
    assert_eq!(booth.answer(0, 0), Some(9));
    assert_eq!(booth.press(5), Pressed::Taken);
    assert_eq!(booth.press(4), Pressed::Taken);
    assert_eq!(booth.place(), Place::Ranking);
    // k of three items is one.
    assert_eq!(booth.pick(1), Pressed::Taken);
    assert_eq!(booth.place(), Place::Review);
    booth.change(0, 0);
    assert_eq!(booth.press(2), Pressed::Taken);
    assert_eq!(
        booth.place(),
        Place::Review,
        "back where it was changed from"
    );
    let paper = booth.paper(Some("cat-media"));
    let rated = paper.chosen(Method::Rating).unwrap();
    let of = |at: usize| {
        rated
            .get(&room.items[at].to_string())
            .and_then(Value::as_int)
    };
    assert_eq!([of(2), of(0), of(1)], [Some(2), Some(5), Some(4)]);
    assert_eq!(paper.chosen(Method::Ranking).unwrap().items().len(), 1);
    booth.rank_anew();
    assert_eq!((booth.place(), booth.ranked()), (Place::Ranking, 0));
}

#[test]
fn dots_are_no_more_than_the_card_gives() {
    let mut room = Room::with(4);
    let round = room.begin(&card(Preset::Quick, 4, 5));
    let mut booth = Booth::new(&round, Vec::new());
    assert_eq!(round.card.dots, 2);
    assert_eq!(booth.press(3), Pressed::Nothing, "over the cap");
    assert_eq!(booth.press(2), Pressed::Taken);
    assert_eq!(booth.press(1), Pressed::TooManyDots);
    assert_eq!((booth.dots_left(), booth.answer(1, 0)), (0, None));
    assert!(booth.back());
    assert_eq!(booth.press(1), Pressed::Taken);
    assert_eq!(booth.dots_left(), 1);
}

#[test]
fn the_dots_and_the_cap_of_the_card_rule() {
    let mut room = Room::with(4);
    let round = room.begin(&Card {
        dots: 10,
        cap: 9,
        ..card(Preset::Quick, 4, 2)
    });
    let mut booth = Booth::new(&round, Vec::new());
    vote(&mut booth, [9, 1, 0, 0]);
    let mut other = Booth::new(&round, Vec::new());
    vote(&mut other, [0, 4, 0, 4]);
    let results = room.close(&[booth.paper(None), other.paper(None)], 3);
    let [Answers::Dots(dots)] = results.answers.as_slice() else {
        panic!("{:?}", results.answers);
    };
    assert_eq!((dots.count.budget, dots.count.cap), (10, 9));
    assert_eq!(dots.count.dots, [9, 5, 0, 4], "no dot is lost");
    assert_eq!((dots.count.voters, results.refused), (2, 0));
}

#[test]
fn a_card_is_read_as_it_is_written_and_no_other() {
    for preset in Preset::ALL {
        let card = Card {
            asked: "What first?".into(),
            categories: vec![("cat-media".into(), 4)],
            ..card(preset, 12, 9)
        };
        let read = Card::of(&card.value()).unwrap();
        assert_eq!(read.value(), card.value());
        assert_eq!(read.methods, preset.methods());
        let without = |key: &str| {
            let kept = card.value();
            let kept = kept
                .entries()
                .iter()
                .filter(|(held, _)| held.as_ref() != key);
            Value::map(kept.map(|(key, value)| (key.as_ref(), value.clone())))
        };
        for needed in ["methods", "present", "quorum"] {
            assert_eq!(Card::of(&without(needed)), None, "{needed}");
        }
    }
    let with = |key: &str, value: Value| {
        let card = card(Preset::Quick, 9, 9).value();
        let kept = card
            .entries()
            .iter()
            .map(|(key, value)| (key.as_ref(), value.clone()));
        let kept: Vec<_> = kept.chain([(key, value)]).collect();
        Card::of(&Value::map(kept))
    };
    for (key, bad) in [
        ("methods", Value::texts(["ranking", "rating"])),
        ("methods", Value::texts(["hands", "dots"])),
        ("methods", Value::texts([])),
        ("methods", Value::texts(["tea-leaves"])),
        ("dots", Value::Int(-1)),
        ("cap", Value::Int(10)),
        ("present", Value::Int(100_001)),
        ("quorum", Value::text("me")),
        (
            "participants",
            Value::map([("cat-media", Value::text("4"))]),
        ),
    ] {
        assert_eq!(with(key, bad), None, "{key}");
    }
    assert!(
        with("later", Value::Int(1)).is_some(),
        "what a later version adds is passed over"
    );
}

#[test]
fn a_locked_card_has_a_mark_and_another_card_another() {
    let mut room = Room::with(5);
    let one = room.begin(&card(Preset::Standard, 5, 8));
    assert_eq!(one.stage, Stage::Open);
    assert_eq!(one.mark().len(), 9);
    let mut other = Room::with(5);
    let same = other.begin(&card(Preset::Standard, 5, 8));
    assert_eq!(one.mark(), same.mark());
    let mut third = Room::with(5);
    assert_ne!(
        one.mark(),
        third.begin(&card(Preset::Standard, 5, 9)).mark()
    );
    assert_ne!(
        one.mark(),
        Room::with(4).begin(&card(Preset::Standard, 5, 8)).mark()
    );
    // Two cards of one round, written without sight of each other, are no card.
    let mut act = Pen::new(SessionId(9)).act("vote", None).finish();
    act.clear();
    let mut stranger = Pen::new(SessionId(9));
    let mut act = stranger.act("vote", None);
    let changed = card(Preset::Quick, 5, 8).value();
    act.write(
        ROUND,
        "card",
        rapporteur_core::edit::Written::One(changed),
        Default::default(),
    );
    room.workbook.join(act.finish());
    assert_eq!(room.round().stage, Stage::Broken);
    assert_eq!(Results::read(&room.workbook, ROUND), None);
}

#[test]
fn nothing_is_shown_before_a_round_is_closed_or_when_it_is_void() {
    let mut room = Room::with(3);
    room.begin(&card(Preset::Quick, 3, 3));
    assert_eq!(Results::read(&room.workbook, ROUND), None);
    room.act(|act, workbook| void(act, workbook, ROUND, "Somebody looked over a shoulder"));
    assert_eq!(
        room.round().stage,
        Stage::Void("Somebody looked over a shoulder".into())
    );
    assert_eq!(Results::read(&room.workbook, ROUND), None);
    assert_eq!(rounds(&room.workbook).len(), 1);
}

/// Papers of eight voters: five rate all high, three rate the first item 1.
fn papers(room: &Room) -> Vec<Paper> {
    let round = room.round();
    let categories = ["cat-media"; 4]
        .into_iter()
        .chain(["cat-justice"; 3])
        .chain(["cat-academia"]);
    let vote = |(at, category): (usize, &str)| {
        let mut booth = Booth::new(&round, shuffled(round.items.len(), &mut dice(at as u64)));
        while let Place::Question { turn, .. } = booth.place() {
            let is_first = booth.item(turn) == Some(room.items[0]);
            booth.press(if is_first && at > 4 { 1 } else { 8 });
        }
        while booth.place() == Place::Ranking {
            let wanted = room.items[booth.ranked()];
            let turn = booth.items().position(|item| item == wanted).unwrap();
            booth.pick(turn);
        }
        booth.paper(Some(category))
    };
    categories.enumerate().map(vote).collect()
}

#[test]
fn a_closed_round_says_who_agrees_and_in_which_tiers() {
    let mut room = Room::with(10);
    room.begin(&card(Preset::Standard, 10, 9));
    let cast = papers(&room);
    let results = room.close(&cast, 5);
    assert_eq!((results.voters, results.quorum, results.refused), (8, 5, 0));
    let named: Vec<_> = results
        .sectors
        .iter()
        .map(|(name, n)| format!("{name} {n}"))
        .collect();
    // One voter of a category is not named, nor found by subtraction: with the smallest other one they are "other".
    assert_eq!(named, ["cat-media 4", "other 4"]);
    let [Answers::Rating(rated), Answers::Ranking(ranked)] = results.answers.as_slice() else {
        panic!("{:?}", results.answers);
    };
    let verdict = |item: usize| rated.verdicts[item].verdict;
    assert_eq!(
        [verdict(0), verdict(1)],
        [Some(Verdict::Uncertain), Some(Verdict::Supported)]
    );
    assert!(rated.verdicts[0].figures.as_ref().unwrap().disagreement);
    assert_eq!(rated.distributions[0].counts(), [3, 0, 0, 0, 0, 0, 0, 5, 0]);
    assert_eq!(rated.controversy[0], Some(0.75));
    let media = rated.sectors[0].ratings[0].unwrap();
    assert_eq!((media.n, media.median), (4, 8.0));
    assert_eq!(ranked.top.score[..6], [40, 32, 24, 16, 8, 0]);
    assert_eq!(
        results.tiers().unwrap()[..5],
        [vec![0], vec![1], vec![2], vec![3], vec![4]]
    );
    assert_eq!(results.order(), (0..10).collect::<Vec<_>>());
    assert_eq!((results.tier(0), results.tier(7)), (Some(1), Some(6)));
    assert_eq!(results.outdated, [false; 10]);
    // A text that changes after the vote was not voted on.
    let first = room.items[0];
    room.act(|act, workbook| {
        act.word(
            workbook,
            first,
            "en",
            "Something else",
            workbook.reach(first, "wording/en"),
        );
    });
    assert!(Results::read(&room.workbook, ROUND).unwrap().outdated[0]);
}

#[test]
fn ballots_tell_neither_who_nor_when_nor_what_belongs_together() {
    let mut room = Room::with(6);
    let round = room.begin(&card(Preset::Standard, 6, 9));
    let cast = papers(&room);
    let edits = room.act(|act, workbook| close(act, workbook, &round, &cast, &mut dice(11)));
    let ballots: Vec<_> = edits
        .iter()
        .filter(|edit| edit.item.kind == Kind::BALLOT)
        .collect();
    assert_eq!(
        rapporteur_core::sorted::set(ballots.iter().map(|edit| edit.item)).len(),
        16,
        "one a question and voter"
    );
    // The order in which they are written is the order of neither casting nor the other question.
    let order = |method: &str| -> Vec<String> {
        let of = ballots.chunks(4).filter(|four| {
            four[1]
                .value
                .values()
                .iter()
                .any(|value| value.as_text() == Some(method))
        });
        of.map(|four| format!("{:?}", four[2].value)).collect()
    };
    let (rating, ranking) = (order("rating"), order("ranking"));
    assert_eq!((rating.len(), ranking.len()), (8, 8));
    assert_ne!(rating, ranking);
    // Every order comes about.
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..40 {
        let mut room = Room::with(1);
        let round = room.begin(&card(Preset::Quick, 1, 2));
        let paper = |dots: i64| Paper {
            category: None,
            choices: vec![(
                Method::Dots,
                Value::map([(room.items[0].to_string().as_str(), Value::Int(dots))]),
            )],
        };
        let papers = [paper(0), paper(1)];
        let edits =
            room.act(|act, workbook| close(act, workbook, &round, &papers, &mut dice(seed)));
        let first = edits
            .iter()
            .find(|edit| edit.field.name() == "choices")
            .unwrap();
        seen.insert(format!("{:?}", first.value));
    }
    assert_eq!(seen.len(), 2);
}

#[test]
fn what_does_not_fit_the_card_is_left_out_and_counted() {
    let mut room = Room::with(3);
    room.begin(&card(Preset::Quick, 3, 3));
    let names: Vec<String> = room.items.iter().map(ItemId::to_string).collect();
    let dots = |given: &[(&str, i64)]| Paper {
        category: None,
        choices: vec![(
            Method::Dots,
            Value::map(given.iter().map(|(name, n)| (*name, Value::Int(*n)))),
        )],
    };
    let cast = [
        dots(&[(&names[0], 1)]),
        dots(&[(&names[0], 1), (&names[1], 1)]),
        dots(&[("rec:00000000000000000000000000000bad", 1)]),
        dots(&[(&names[0], -1)]),
        dots(&[]),
    ];
    let results = room.close(&cast, 1);
    assert_eq!((results.voters, results.refused), (5, 3));
    let [Answers::Dots(dots)] = results.answers.as_slice() else {
        panic!("{:?}", results.answers);
    };
    assert_eq!(dots.count.dots, [1, 0, 0]);
    assert_eq!(dots.count.voters, 1);
}

#[test]
fn hands_are_counted_under_the_rule_of_the_card() {
    let mut room = Room::with(2);
    room.begin(&Card {
        rule: rapporteur_core::round::Rule::AtLeast75,
        ..card(Preset::Hands, 2, 12)
    });
    let count = |at: usize, yes: i64, no: i64, abstain: i64| {
        let counts = [yes, no, abstain].map(Value::Int);
        (room.items[at].to_string(), Value::List(counts.into()))
    };
    let counts = [count(0, 9, 3, 0), count(1, 8, 3, 1)];
    let counts = Value::map(
        counts
            .iter()
            .map(|(name, value)| (name.as_str(), value.clone())),
    );
    let paper = Paper {
        category: None,
        choices: vec![(Method::Hands, counts)],
    };
    let results = room.close(&[paper], 1);
    let [Answers::Hands(hands)] = results.answers.as_slice() else {
        panic!("{:?}", results.answers);
    };
    assert_eq!([hands[0].passes, hands[1].passes], [true, false]);
    assert_eq!((results.voters, results.is_quorate()), (12, true));
}

#[test]
fn no_more_hands_are_raised_than_people_are_present() {
    let card = card(Preset::Hands, 2, 8);
    assert!(card.holds([5, 2, 1]) && card.holds([0, 0, 0]));
    assert!(!card.holds([50, 0, 0]) && !card.holds([5, 3, 1]));
    assert!(!card.holds([u64::MAX, u64::MAX, 1]));
}

#[test]
fn gradients_need_the_quorum_of_the_card_and_keep_reasons_apart() {
    let mut room = Room::with(1);
    let mut locked = card(Preset::Thorough, 1, 8);
    locked.quorum = rapporteur_core::round::Quorum::ThreeQuarters;
    let round = room.begin(&locked);
    let paper = |step: u8, reason: &str| {
        let mut booth = Booth::new(&round, Vec::new());
        for digit in [3, 3, 5, step] {
            booth.press(digit);
        }
        booth.give_reason(reason);
        booth.paper(None)
    };
    let cast = [
        paper(1, ""),
        paper(2, ""),
        paper(3, ""),
        paper(6, "Z costs too much"),
        paper(5, "A talk first"),
    ];
    let results = room.close(&cast, 2);
    let Some(Answers::Gradients(items)) = results.answers.last() else {
        panic!("{:?}", results.answers);
    };
    assert_eq!(items[0].counts, [1, 1, 1, 0, 1, 1, 0, 0]);
    assert_eq!(
        items[0].adoption,
        rapporteur_core::priority::gradients::Adoption::NoQuorum
    );
    assert_ne!(
        items[0].result.result,
        rapporteur_core::priority::gradients::Adoption::NoQuorum
    );
    let told: Vec<_> = items[0]
        .reasons
        .iter()
        .map(|reason| reason.text.as_str())
        .collect();
    assert_eq!(told, ["A talk first", "Z costs too much"]);
    assert!(results.sectors.is_empty());
}

/// A reason is a ballot of its own: it carries neither a category nor another answer of its writer.
#[test]
fn a_reason_leads_to_no_other_answer() {
    let mut room = Room::with(2);
    let round = room.begin(&card(Preset::Thorough, 2, 6));
    let paper = |step: u8| {
        let mut booth = Booth::new(&round, Vec::new());
        for _ in 0..2 {
            for digit in [3, 3, 5, step] {
                booth.press(digit);
            }
            booth.give_reason(&format!("Because of {step} at {:?}", booth.place()));
        }
        booth.paper(Some("cat-media"))
    };
    let cast = [paper(5), paper(6), paper(7), paper(1)];
    let edits = room.act(|act, workbook| close(act, workbook, &round, &cast, &mut dice(4)));
    let with_reason = |edit: &&Edit| format!("{:?}", edit.value).contains("Because");
    let found: Vec<ItemId> = edits
        .iter()
        .filter(with_reason)
        .map(|edit| edit.item)
        .collect();
    assert_eq!(found.len(), 6, "each reason is written for itself");
    for ballot in rapporteur_core::sorted::set(found) {
        assert_eq!(room.workbook.text(ballot, "method"), Some("reasons"));
        assert_eq!(room.workbook.text(ballot, "category"), None);
        let held = room.workbook.value(ballot, "choices").unwrap();
        let keys: Vec<&str> = held.entries().iter().map(|(key, _)| key.as_ref()).collect();
        assert_eq!(keys, ["item", "step", "text"]);
    }
    let results = Results::read(&room.workbook, ROUND).unwrap();
    let Some(Answers::Gradients(items)) = results.answers.last() else {
        panic!("{:?}", results.answers);
    };
    assert_eq!((results.voters, results.refused), (4, 0));
    assert_eq!(items[0].counts, [1, 0, 0, 0, 1, 1, 1, 0]);
    let steps: Vec<i64> = items[1].reasons.iter().map(|reason| reason.step).collect();
    assert_eq!(steps, [5, 6, 7]);
}

/// Earlier versions wrote the reason beside the step.
#[test]
fn reasons_of_an_earlier_version_are_read() {
    let mut room = Room::with(1);
    let round = room.begin(&card(Preset::Thorough, 1, 3));
    let item = room.items[0].to_string();
    let stray = room.items[0].to_string().replace('1', "2");
    room.act(|act, workbook| {
        close(act, workbook, &round, &[], &mut dice(4));
        let given = Value::map([("reason", Value::text("Too dear")), ("step", Value::Int(7))]);
        let reason = |item: &str, step: i64| {
            let text = Value::text("Too early");
            Value::map([
                ("item", Value::text(item)),
                ("step", Value::Int(step)),
                ("text", text),
            ])
        };
        for (number, method, choices) in [
            (1, "gradients", Value::map([(item.as_str(), given)])),
            (2, "reasons", reason(&item, 5)),
            (3, "reasons", reason(&item, 4)),
            (4, "reasons", reason(&stray, 5)),
        ] {
            let ballot = ItemId::new(Kind::BALLOT, number);
            act.set(workbook, ballot, "round", Value::text(&ROUND.to_string()));
            act.set(workbook, ballot, "method", Value::text(method));
            act.set(workbook, ballot, "choices", choices);
        }
    });
    let results = Results::read(&room.workbook, ROUND).unwrap();
    let Some(Answers::Gradients(items)) = results.answers.last() else {
        panic!("{:?}", results.answers);
    };
    let told: Vec<_> = items[0]
        .reasons
        .iter()
        .map(|of| (of.step, of.text.as_str()))
        .collect();
    assert_eq!(told, [(5, "Too early"), (7, "Too dear")]);
    assert_eq!((results.voters, results.refused), (1, 2));
}

#[test]
fn two_laptops_of_one_round_are_one_result() {
    let mut room = Room::with(4);
    let round = room.begin(&card(Preset::Quick, 4, 6));
    let paper = |item: usize, category: &str| Paper {
        category: Some(category.into()),
        choices: vec![(
            Method::Dots,
            Value::map([(room.items[item].to_string().as_str(), Value::Int(1))]),
        )],
    };
    let (one, two) = (
        [paper(0, OTHER), paper(1, OTHER), paper(1, OTHER)],
        [paper(1, OTHER); 1],
    );
    let mut laptop = room.workbook.clone();
    let mut pen = Pen::new(SessionId(2));
    let mut act = pen.act("vote", None);
    close(&mut act, &laptop, &round, &two, &mut dice(8));
    laptop.join(act.finish());
    room.close(&one, 9);
    room.workbook.join_shared(laptop.edits().cloned());
    let results = Results::read(&room.workbook, ROUND).unwrap();
    let Some(Answers::Dots(dots)) = results.answers.first() else {
        panic!("{:?}", results.answers);
    };
    assert_eq!(dots.count.dots, [1, 3, 0, 0]);
    assert_eq!(results.voters, 4);
}

proptest! {
    #[test]
    fn the_order_of_casting_and_the_dice_change_nothing(
        ratings in proptest::collection::vec(proptest::collection::vec(0_u8..10, 5), 1..9),
        seed in any::<u64>(),
    ) {
        let mut room = Room::with(5);
        let round = room.begin(&card(Preset::Standard, 5, 9));
        let cast: Vec<Paper> = ratings.iter().enumerate().map(|(at, ratings)| {
            let mut booth = Booth::new(&round, Vec::new());
            for rating in ratings { booth.press(*rating); }
            booth.pick(at % 5);
            booth.paper(Some(["cat-media", "cat-justice"][at % 2]))
        }).collect();
        let mut other = Room { workbook: room.workbook.clone(), pen: Pen::new(SessionId(4)), items: room.items.clone(), group: room.group };
        let one = room.close(&cast, seed);
        let turned: Vec<Paper> = cast.iter().rev().cloned().collect();
        let two = other.close(&turned, seed ^ 1);
        prop_assert_eq!(&one.answers, &two.answers);
        prop_assert_eq!(&one.sectors, &two.sectors);
        prop_assert!(one.sectors.iter().all(|(_, count)| *count >= 3));
    }
}

/// Groups beside each other: the weights, what was not seen, and a combination of what two groups voted on.
#[test]
fn groups_stand_beside_each_other_and_nothing_is_added_up() {
    let mut room = Room::with(4);
    let other = group_of_slug(event_of_code("LHR"), "g2");
    let [first, second, third, fourth] = room.items[..] else {
        panic!("four items")
    };
    let ranked = |room: &mut Room, number: u128, group, items: &[ItemId], k, picks: &[&[usize]]| {
        let id = ItemId::new(Kind::ROUND, number);
        let card = Card {
            methods: vec![Method::Ranking],
            k,
            ..card(Preset::Standard, items.len(), 9)
        };
        room.act(|act, workbook| begin(act, workbook, id, group, &card, items));
        let round = Round::read(&room.workbook, id).unwrap();
        let papers: Vec<Paper> = picks
            .iter()
            .map(|picks| {
                let mut booth = Booth::new(&round, (0..items.len()).collect());
                for turn in *picks {
                    assert_eq!(booth.pick(*turn), Pressed::Taken);
                }
                booth.paper(None)
            })
            .collect();
        room.act(|act, workbook| close(act, workbook, &round, &papers, &mut dice(5)));
    };
    let group = room.group;
    // Two voters with two places each; the third item gets nothing, which is not the same as not being seen.
    ranked(
        &mut room,
        1,
        group,
        &[first, second, third],
        2,
        &[&[0, 1], &[0, 1]],
    );
    // A smaller vote of the same people counts for nobody.
    ranked(&mut room, 2, group, &[second], 1, &[&[0]]);
    ranked(
        &mut room,
        3,
        other,
        &[third, fourth],
        1,
        &[&[0], &[0], &[1]],
    );

    let across = |room: &Room| {
        let register = Register::of(&room.workbook);
        Across::read(&room.workbook, &register, &Combinations::of(&room.workbook))
    };
    let close_to =
        |value: Option<f64>, wanted: f64| value.is_some_and(|value| (value - wanted).abs() < 1e-12);
    let seen = across(&room);
    let voters: Vec<(Option<ItemId>, u64)> = seen
        .groups
        .iter()
        .map(|(of, _, voters)| (*of, *voters))
        .collect();
    assert_eq!(voters.len(), 2);
    assert!(voters.contains(&(Some(group), 2)) && voters.contains(&(Some(other), 3)));
    let items: Vec<ItemId> = seen.lines.iter().map(|line| line.item).collect();
    assert_eq!(items, [first, second, third, fourth]);
    for (line, value, coverage) in [
        (0, 1.0, 0.5),
        (1, 0.5, 0.5),
        (2, 0.4, 1.0),
        (3, 1.0 / 3.0, 0.5),
    ] {
        let line = &seen.lines[line];
        assert!(close_to(line.value, value), "{line:?}");
        assert!((line.coverage - coverage).abs() < 1e-12, "{line:?}");
        assert!(!line.is_of_original && line.origins.is_empty());
    }

    let wording = Wording {
        lang: "en".into(),
        text: "One sentence of two".into(),
    };
    let mut combined = None;
    room.act(|act, workbook| {
        let all = Combinations::of(workbook);
        combined = act
            .combine(
                workbook,
                &all,
                &[second, fourth],
                &wording,
                Default::default(),
            )
            .ok();
    });
    let combined = combined.unwrap();
    let seen = across(&room);
    let items: Vec<ItemId> = seen.lines.iter().map(|line| line.item).collect();
    assert_eq!(
        items,
        [first, combined, third],
        "in the place of its highest original"
    );
    let line = &seen.lines[1];
    assert!(line.is_of_original && close_to(line.value, 0.5));
    assert_eq!(line.by_group, [None, None], "nobody voted on it");
    let origins: Vec<ItemId> = line.origins.iter().map(|origin| origin.item).collect();
    assert_eq!(origins, [second, fourth]);
    assert!(
        close_to(line.origins[1].value, 1.0 / 3.0),
        "each has its own result still"
    );

    // Once somebody voted on the combination itself, that is its result.
    let plenary = group_of_slug(event_of_code("LHR"), "plenary");
    let picks: &[&[usize]] = &[&[1], &[1], &[0], &[1]];
    ranked(&mut room, 4, plenary, &[combined, third], 1, picks);
    let seen = across(&room);
    let line = seen
        .lines
        .iter()
        .find(|line| line.item == combined)
        .unwrap();
    assert!(
        !line.is_of_original && close_to(line.value, 0.25),
        "{line:?}"
    );
}

/// What all groups are asked together: the final list, with combinations in the place of their originals.
#[test]
fn a_plenary_votes_on_the_final_list_and_its_result_stands_for_itself() {
    let mut room = Room::with(3);
    let event = event_of_code("LHR");
    let [first, second, third] = room.items[..] else {
        panic!("three items")
    };
    let vote = |room: &mut Room, number: u128, of: ItemId, items: &[ItemId], picks: &[usize]| {
        let id = ItemId::new(Kind::ROUND, number);
        let card = Card {
            methods: vec![Method::Ranking],
            k: 1,
            ..card(Preset::Standard, items.len(), 9)
        };
        room.act(|act, workbook| begin(act, workbook, id, of, &card, items));
        let round = Round::read(&room.workbook, id).unwrap();
        let papers: Vec<Paper> = picks
            .iter()
            .map(|turn| {
                let mut booth = Booth::new(&round, (0..items.len()).collect());
                booth.pick(*turn);
                booth.paper(None)
            })
            .collect();
        // Names of ballots are drawn: another round draws others.
        let mut seed = dice(4 + u64::try_from(number).unwrap());
        room.act(|act, workbook| close(act, workbook, &round, &papers, &mut seed));
        round
    };
    let group = room.group;
    let items = room.items.clone();
    vote(&mut room, 1, group, &items, &[0, 0, 0, 1]);
    let wording = Wording {
        lang: "en".into(),
        text: "One sentence of two".into(),
    };
    let mut combined = None;
    room.act(|act, workbook| {
        let all = Combinations::of(workbook);
        let made = act.combine(
            workbook,
            &all,
            &[first, second],
            &wording,
            Default::default(),
        );
        combined = made.ok();
    });
    let combined = combined.unwrap();
    let list = |room: &Room, event: ItemId| {
        let all = Combinations::of(&room.workbook);
        plenary_items(&room.workbook, &Register::of(&room.workbook), &all, event)
    };
    let items = list(&room, event);
    assert_eq!(items, [combined, third]);
    assert!(
        list(&room, event_of_code("QTA")).is_empty(),
        "another event has its own"
    );
    let round = vote(&mut room, 2, event, &items, &[0, 1, 1, 1]);
    assert_eq!((round.group, round.event), (None, Some(event)));
    assert!(round.items.iter().all(|voted| !voted.of.is_empty()));

    let all = Combinations::of(&room.workbook);
    let across = Across::read(&room.workbook, &Register::of(&room.workbook), &all);
    let columns: Vec<Option<ItemId>> = across.groups.iter().map(|(of, ..)| *of).collect();
    assert_eq!(
        columns,
        [Some(group), Some(event)],
        "the plenary comes last"
    );
    let told = across.lines.iter();
    let told: Vec<_> = told
        .map(|line| (line.item, line.value, line.is_of_plenary))
        .collect();
    // Four of the group gave the third nothing: they are the same people, and count once.
    assert_eq!(
        told,
        [(third, Some(0.75), true), (combined, Some(0.25), true)]
    );
    let line = &across.lines[1];
    assert!(!line.is_of_original);
    assert_eq!(line.by_group, [None, Some(0.25)]);
    assert_eq!(
        line.origins[0].value,
        Some(0.75),
        "what the group gave an original"
    );

    // A document says that it was everybody.
    let options = Options {
        event: Some(event),
        ..Options::default()
    };
    let told = report(&room.workbook, Format::Markdown, &options).unwrap();
    let told = String::from_utf8(told).unwrap();
    assert!(told.contains("The plenary"), "{told}");
}
