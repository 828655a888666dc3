//! Combining, splitting, relating, acts on many and receipts, by example: what each of them writes, and what it leaves.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod desk;

use desk::{A, B, C, D, Desk, desks, en, joined, needs, workshop};
use rapporteur_core::combination::{
    Combinations, Pair, PairVerdict, Part, Trouble, combination_of, lineage, pair_of, pairs,
};
use rapporteur_core::command::{CannotCombine, MOST_PAIRED, Pen, wording};
use rapporteur_core::edit::{Reach, Written};
use rapporteur_core::event::{event_of_code, group_of_slug};
use rapporteur_core::file::limits;
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::receipt::{Fate, fate, receipt};
use rapporteur_core::register::Register;
use rapporteur_core::round::{Card, Preset, Round, begin, close, void};
use rapporteur_core::value::Value;
use rapporteur_core::workbook::{Current, Workbook};

fn rec(at: usize) -> ItemId {
    ItemId::new(Kind::REC, 1_000 + at as u128)
}

/// The workshop with so many more.
fn with_more(many: usize) -> Desk {
    let mut desk = Desk::new(&workshop(), 4);
    desk.act(|act, _, _| {
        for at in 0..many {
            let words = wording("en", &format!("More words {at}."));
            act.write(rec(at), "wording/en", Written::One(words), Reach::default());
        }
    });
    desk
}

fn fate_of(before: &Workbook, now: &Workbook, item: ItemId) -> Fate {
    fate(before, now, &Combinations::of(now), item)
}

#[test]
fn what_was_taken_back_is_not_in_the_final_list() {
    let mut desk = Desk::new(&workshop(), 1);
    desk.act(|act, book, _| act.withdraw(book, C, true));
    let standing = |desk: &Desk| Combinations::of(&desk.book).standing(&Register::of(&desk.book));
    assert_eq!(standing(&desk), [A, B, D]);
    let ab = desk.combine(&[A, B], "Two.");
    desk.act(|act, book, _| act.withdraw(book, A, true));
    assert_eq!(standing(&desk), [ab, D], "B is still in it");
}

#[test]
fn what_combines_the_same_once_more_is_in_no_circle() {
    let mut desk = Desk::new(&workshop(), 1);
    let ab = desk.combine(&[A, B], "Two.");
    let abc = desk.combine(&[ab, C], "Three.");
    assert_eq!(Combinations::of(&desk.book).pointer(ab), Some(abc));
    desk.act(|act, book, all| act.split_off(book, all, C));
    assert_eq!(desk.combine(&[A, B], "Two again."), ab);
    let all = Combinations::of(&desk.book);
    assert_eq!(all.troubles(), []);
    assert_eq!((all.pointer(ab), all.pointer(abc)), (None, Some(ab)));
    assert_eq!(all.members(ab), [A, B]);
}

#[test]
fn a_combination_of_two_events_is_of_neither() {
    let mut desk = Desk::new(&workshop(), 1);
    let ab = desk.combine(&[A, B], "Of one event.");
    let event = event_of_code("LHR").to_string();
    assert_eq!(desk.book.text(ab, "event"), Some(event.as_str()));
    let other = event_of_code("KHI").to_string();
    desk.act(|act, book, _| act.set(book, D, "event", Value::text(&other)));
    let cd = desk.combine(&[C, D], "Of two.");
    assert_eq!(desk.book.text(cd, "event"), None);
}

#[test]
fn splitting_takes_back_the_verdict_same_and_no_other() {
    let mut desk = Desk::new(&workshop(), 1);
    let abc = desk.combine(&[A, B, C], "Three.");
    desk.relate(A, C, PairVerdict::Related);
    desk.act(|act, book, all| act.split(book, all, abc));
    let verdict = |a, b| Pair::read(&desk.book, a, b).verdict;
    assert_eq!(verdict(A, B), None);
    assert_eq!(verdict(B, C), None);
    assert_eq!(verdict(A, C), Some(PairVerdict::Related));
    let all = Combinations::of(&desk.book);
    assert_eq!([A, B, C].map(|item| all.of_item(item)), [None; 3]);
}

#[test]
fn who_leads_there_by_another_is_split_off_too() {
    let mut desk = Desk::new(&workshop(), 1);
    let ab = desk.combine(&[A, B], "Two.");
    let cd = desk.combine(&[C, D], "Other two.");
    // As a file of another program may say it: one combination points to the other, its originals stay with it.
    desk.act(|act, book, _| {
        act.judge(book, ab, "combined", Value::text(&cd.to_string()));
        for item in [B, C] {
            act.judge(book, item, "combined", Value::None);
        }
    });
    let all = Combinations::of(&desk.book);
    assert_eq!((all.of_item(A), all.members(cd)), (Some(cd), &[A, D][..]));
    desk.act(|act, book, all| act.split_off(book, all, A));
    let all = Combinations::of(&desk.book);
    assert_eq!((all.of_item(A), all.listed().count()), (None, 0));
}

#[test]
fn each_two_of_twelve_are_the_same_and_of_more_those_of_whom_something_is_said() {
    for many in [MOST_PAIRED, MOST_PAIRED + 1] {
        let mut desk = with_more(many);
        // Said of two of them, and of one of them and somebody else.
        desk.relate(rec(0), rec(1), PairVerdict::Related);
        desk.relate(rec(0), A, PairVerdict::Different);
        let all: Vec<ItemId> = (0..many).map(rec).collect();
        desk.combine(&all, "All of them.");
        let same = pairs(&desk.book).filter(|pair| pair.verdict == Some(PairVerdict::Same));
        let wanted = match many {
            MOST_PAIRED => MOST_PAIRED * (MOST_PAIRED - 1) / 2,
            _ => 1,
        };
        assert_eq!(same.count(), wanted, "of {many}");
        let other = Pair::read(&desk.book, A, rec(0)).verdict;
        assert_eq!(other, Some(PairVerdict::Different), "nobody decided that");
    }
}

#[test]
fn no_more_are_combined_than_a_list_in_a_file_holds() {
    let desk = with_more(limits::ENTRIES + 1);
    let all = Combinations::of(&desk.book);
    let items: Vec<ItemId> = (0..=limits::ENTRIES).map(rec).collect();
    let mut pen = Pen::new(SessionId(1));
    let mut act = pen.act("combine", None);
    let made = act.combine(&desk.book, &all, &items, &en("x"), Reach::default());
    let (count, limit) = (limits::ENTRIES + 1, limits::ENTRIES);
    assert_eq!(made, Err(CannotCombine::TooMany { count, limit }));
    assert!(act.is_empty());
}

#[test]
fn each_verdict_is_read_as_it_was_said_and_a_pair_is_named_by_its_two() {
    let mut desk = Desk::new(&workshop(), 1);
    for verdict in PairVerdict::ALL {
        desk.relate(B, A, verdict);
        let held = Pair::read(&desk.book, A, B);
        assert_eq!((held.verdict, held.is_settled()), (Some(verdict), true));
    }
    // An item of another name that names them too.
    let forged = pair_of(C, D);
    desk.act(|act, book, _| {
        let names = [A, B].map(|item| item.to_string());
        let names = Value::set(names.iter().map(String::as_str));
        act.set(book, forged, "items", names);
        act.judge(book, forged, "verdict", Value::text("same"));
    });
    let named: Vec<ItemId> = pairs(&desk.book).map(|pair| pair.id).collect();
    assert_eq!(named, [pair_of(A, B)]);
    // Either wording that changes makes it a verdict on earlier ones.
    for item in [A, B] {
        let mut later = Desk::new(&desk.book, 2);
        later.reword(item, "Anew.");
        assert!(!Pair::read(&later.book, A, B).is_settled(), "{item}");
    }
}

#[test]
fn a_lineage_tells_who_left_who_is_undecided_and_which_rounds_counted() {
    let (mut one, mut other) = desks();
    let abc = one.combine(&[A, B, C], "Three.");
    one.act(|act, book, _| {
        for (item, key) in [(A, "a"), (C, "c")] {
            let words = Value::map([("lang", Value::text("en")), ("text", Value::text("No."))]);
            act.set(book, item, &format!("dissent/{key}"), words);
        }
    });
    one.act(|act, book, all| act.split_off(book, all, C));
    other.combine(&[B, D], "Others.");
    let both = joined(&one, &other);
    let all = Combinations::of(&both);
    let tree = lineage(&both, &all, abc);
    let parts: Vec<Part> = tree.origins.iter().map(|origin| origin.part).collect();
    assert_eq!(parts, [Part::Member, Part::Undecided, Part::SplitOff]);
    let dissent: Vec<ItemId> = tree.dissent().map(|(item, _, _)| item).collect();
    assert_eq!(dissent, [A], "who left is not bound by it");

    let mut desk = Desk::new(&both, 3);
    let rounds = [1, 2, 3].map(|bits| ItemId::new(Kind::ROUND, bits));
    let group = group_of_slug(event_of_code("LHR"), "g1");
    let card = Card::preset(Preset::Standard, 2);
    desk.act(|act, book, _| {
        for round in rounds {
            begin(act, book, round, group, &card, &[A, B]);
        }
    });
    let [closed, declared, _] = rounds;
    for round in [closed, declared] {
        let held = Round::read(&desk.book, round).unwrap();
        desk.act(|act, book, _| close(act, book, &held, &[], &mut || 0));
    }
    desk.act(|act, book, _| void(act, book, declared, "The card was wrong."));
    let tree = lineage(&desk.book, &Combinations::of(&desk.book), abc);
    let told: Vec<_> = tree.origins.iter().map(|one| &one.rounds[..]).collect();
    assert_eq!(told, [&[closed][..], &[closed], &[]]);
}

#[test]
fn acts_on_many_write_what_was_chosen_where_it_changes_something() {
    let (mut one, mut other) = desks();
    one.act(|act, book, _| act.retag(book, &[A, B], "themes", &["shelter"], &[]));
    // What is both added and taken out is in.
    one.act(|act, book, _| act.retag(book, &[A], "themes", &["shelter"], &["shelter"]));
    let themes = |book: &Workbook, item| -> Vec<String> {
        let held = book.entries(item, "themes");
        held.into_iter().map(str::to_owned).collect()
    };
    assert_eq!(themes(&one.book, A), ["shelter"]);
    one.act(|act, book, _| act.retag(book, &[B], "themes", &[], &["shelter"]));
    assert_eq!(one.book.current(B, "themes"), Current::None);
    // Two who tagged without sight of each other: a tag more settles it, and has seen both.
    other.act(|act, book, _| act.retag(book, &[A], "themes", &["data"], &[]));
    let mut desk = Desk::new(&joined(&one, &other), 3);
    assert!(matches!(
        desk.book.current(A, "themes"),
        Current::Conflict(_)
    ));
    desk.act(|act, book, _| act.retag(book, &[A], "themes", &["law"], &[]));
    assert!(matches!(desk.book.current(A, "themes"), Current::One(_)));
    assert_eq!(themes(&desk.book, A), ["data", "law", "shelter"]);
}

#[test]
fn a_receipt_says_the_first_thing_that_fits() {
    let before = workshop();
    let mut desk = Desk::new(&before, 1);
    type Do = fn(&mut Desk);
    let table: [(&str, Do, Fate); 3] = [
        (
            "judged",
            |desk| {
                desk.act(|act, book, _| act.vet(book, &[A], true));
            },
            Fate::Unchanged,
        ),
        (
            "numbered anew",
            |desk| {
                desk.act(|act, book, _| act.set(book, A, "number", Value::Int(9)));
            },
            Fate::Unchanged,
        ),
        (
            "tagged where nothing was",
            |desk| {
                desk.act(|act, book, _| act.retag(book, &[A], "themes", &["shelter"], &[]));
            },
            Fate::Edited {
                fields: vec![String::from("themes")],
            },
        ),
    ];
    for (what, act, wanted) in table {
        act(&mut desk);
        assert_eq!(fate_of(&before, &desk.book, A), wanted, "{what}");
    }
    desk.combine(&[A, B], "Two.");
    assert!(matches!(
        fate_of(&before, &desk.book, A),
        Fate::Combined { .. }
    ));
    desk.act(|act, book, _| act.withdraw(book, A, true));
    assert_eq!(fate_of(&before, &desk.book, A), Fate::Withdrawn);
    // By group, each with its own words.
    desk.reword(C, "Anew.");
    let told = receipt(&before, &desk.book, &Combinations::of(&desk.book));
    let groups: Vec<Vec<ItemId>> = told
        .groups
        .iter()
        .map(|group| group.recommendations.iter().map(|one| one.id).collect())
        .collect();
    assert_eq!(groups, [[A, C], [B, D]]);
    assert_eq!(
        told.groups[0].recommendations[1].text,
        "Academies train judges."
    );
}

#[test]
fn what_did_not_come_along_is_missing() {
    let now = workshop();
    let mut group = Desk::new(&now, 1);
    group.reword(A, "Better words.");
    // Not joined: the words the group wrote last are nowhere, and nobody replaced them.
    assert_eq!(fate_of(&group.book, &now, A), Fate::Missing);
    let mut other = Desk::new(&now, 2);
    other.reword(A, "Words of somebody who did not see them.");
    assert_eq!(fate_of(&group.book, &other.book, A), Fate::Missing);
    let told = receipt(&group.book, &now, &Combinations::of(&now));
    let (counts, all) = (told.groups[0].counts, told.groups[0].recommendations.len());
    assert_eq!((counts.missing, counts.here, counts.total), (1, 1, all));
    let both = joined(&group, &other);
    assert_ne!(fate_of(&group.book, &both, A), Fate::Missing);
    // Somebody who saw them and wrote others replaced them.
    let mut later = Desk::new(&group.book, 3);
    later.reword(A, "The last words.");
    assert_ne!(fate_of(&group.book, &later.book.lean(), A), Fate::Missing);
    // Under one name something else: what saw that did not see this.
    let mut cloned = Desk::new(&now, 1);
    cloned.reword(A, "Other words under the same name.");
    let mut after = Desk::new(&cloned.book, 4);
    after.reword(A, "Saw the other words.");
    assert_eq!(fate_of(&group.book, &after.book, A), Fate::Missing);
}

#[test]
fn a_combination_without_its_text_counts_as_none() {
    let mut desk = Desk::new(&workshop(), 1);
    let nowhere = combination_of([A, B]);
    desk.act(|act, book, _| {
        act.judge(book, A, "combined", Value::text(&nowhere.to_string()));
    });
    desk.reword(A, "Anew.");
    let all = Combinations::of(&desk.book);
    let into = Some(nowhere);
    assert_eq!(all.troubles(), [Trouble::Nowhere { item: A, into }]);
    // Told once: among the pointers, and not as a judgement on an earlier wording.
    assert_eq!(needs(&desk.book, &[]).needs.len(), 1);
}
