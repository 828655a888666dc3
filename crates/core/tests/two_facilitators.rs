//! Two facilitators work on copies in parallel: their files join, every decision of both is there, and where they
//! contradict each other a person is asked.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod desk;

use desk::{A, B, C, D, Desk, desks, en, joined, needs, workshop};
use rapporteur_core::combination::{
    Combinations, Pair, PairVerdict, Part, Trouble, combination_of, lineage,
};
use rapporteur_core::command::{CannotCombine, Pen, undo};
use rapporteur_core::edit::Reach;
use rapporteur_core::edition::{Numbering, numbering};
use rapporteur_core::event::{event_of_code, group_of_slug, vocabulary_of};
use rapporteur_core::intake::{BatchFile, Repeat, Verdict, preview, repeats};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::judgement::Judged;
use rapporteur_core::queue::{Need, ScoredPair};
use rapporteur_core::recommendation::{State, texts};
use rapporteur_core::register::Register;
use rapporteur_core::value::Value;
use rapporteur_core::workbook::{Current, Workbook};

#[test]
fn the_same_pair_combined_by_both_is_one_item_with_both_wordings() {
    let (mut one, mut other) = desks();
    let made = one.combine(&[A, B], "Train all judges.");
    assert_eq!(other.combine(&[B, A], "Judges are trained."), made);
    let both = joined(&one, &other);
    let all = Combinations::of(&both);
    assert_eq!(all.listed().collect::<Vec<_>>(), [made]);
    assert_eq!(all.members(made), [A, B]);
    assert_eq!(all.troubles(), []);
    let Current::Conflict(held) = both.current(made, "wording/en") else {
        panic!("both wordings stand side by side");
    };
    assert_eq!(held.len(), 2);
    let fields: Vec<_> = both
        .conflicts()
        .map(|(item, field, _)| (item, field.name()))
        .collect();
    assert_eq!(fields, [(made, "wording/en")]);
    assert_eq!(Pair::read(&both, A, B).verdict, Some(PairVerdict::Same));
    // With one wording nothing is to be decided at all.
    let (mut one, mut other) = desks();
    one.combine(&[A, B], "Train all judges.");
    other.combine(&[A, B], "Train all judges.");
    assert_eq!(joined(&one, &other).conflicts().count(), 0);
}

#[test]
fn overlapping_pairs_leave_the_shared_one_alone_until_somebody_decides() {
    let (mut one, mut other) = desks();
    let ab = one.combine(&[A, B], "One.");
    let bc = other.combine(&[B, C], "Other.");
    let mut desk = Desk::new(&joined(&one, &other), 3);
    let all = Combinations::of(&desk.book);
    assert_eq!(
        (all.of_item(A), all.of_item(B), all.of_item(C)),
        (Some(ab), None, Some(bc))
    );
    let mut into = vec![Some(ab), Some(bc)];
    into.sort();
    assert_eq!(all.troubles(), [Trouble::Disputed { item: B, into }]);
    assert_eq!(all.standing(&Register::of(&desk.book)), [ab, bc, B, D]);
    // Told once, among the pointers.
    let told = needs(&desk.book, &[]);
    assert!(matches!(told.needs[..], [Need::Trouble(_)]), "{told:?}");
    assert_eq!((told.progress.conflicts, told.progress.combined), (0, 2));
    // All three together settle it; what was taken up stays in the lineage.
    let abc = desk.combine(&[ab, bc, B], "All three.");
    assert_eq!(abc, combination_of([C, B, A]));
    let all = Combinations::of(&desk.book);
    assert_eq!(all.listed().collect::<Vec<_>>(), [abc]);
    assert_eq!(all.troubles(), []);
    let told = needs(&desk.book, &[]);
    assert_eq!((told.needs.len(), told.progress.conflicts), (0, 1));
    let tree = lineage(&desk.book, &all, abc);
    let words: Vec<&str> = tree
        .origins
        .iter()
        .map(|origin| origin.recommendation.wordings["en"].as_str())
        .collect();
    assert_eq!(
        words,
        [
            "Train judges.",
            "Judges need training.",
            "Academies train judges."
        ]
    );
    assert!(
        tree.origins
            .iter()
            .all(|origin| origin.part == Part::Member)
    );
    let mut earlier: Vec<&str> = tree
        .earlier
        .iter()
        .map(|one| one.texts["en"].as_str())
        .collect();
    earlier.sort_unstable();
    assert_eq!(earlier, ["One.", "Other."]);
}

#[test]
fn what_one_combines_and_the_other_calls_different_is_a_conflict() {
    let (mut one, mut other) = desks();
    let ab = one.combine(&[A, B], "Together.");
    other.relate(A, B, PairVerdict::Different);
    let both = joined(&one, &other);
    let pair = Pair::read(&both, B, A);
    assert_eq!(
        pair.disputed,
        [Some(PairVerdict::Different), Some(PairVerdict::Same)]
    );
    assert_eq!(Combinations::of(&both).members(ab), [A, B]);
    let conflicts: Vec<_> = both
        .conflicts()
        .map(|(item, field, _)| (item, field.name()))
        .collect();
    assert_eq!(conflicts, [(pair.id, "verdict")]);
    let alike = [ScoredPair {
        a: A,
        b: B,
        score: 0.9,
    }];
    let told = needs(&both, &alike);
    assert!(matches!(&told.needs[..], [Need::Conflict { item, .. }] if *item == pair.id));
    // Settled as different while they stay together: that is told, until one of both is changed.
    let mut desk = Desk::new(&both, 3);
    desk.relate(A, B, PairVerdict::Different);
    let told = needs(&desk.book, &alike);
    assert!(
        matches!(told.needs[..], [Need::Contradiction { combination, .. }] if combination == ab)
    );
    desk.act(|act, book, all| act.split_off(book, all, A));
    let told = needs(&desk.book, &alike);
    assert_eq!(told.needs, []);
    assert_eq!(
        Pair::read(&desk.book, A, B).verdict,
        Some(PairVerdict::Different)
    );
}

#[test]
fn each_extends_the_combination_in_another_way_and_pointers_in_a_circle_are_queued() {
    let mut start = Desk::new(&workshop(), 4);
    let ab = start.combine(&[A, B], "Two.");
    let (mut one, mut other) = (Desk::new(&start.book, 1), Desk::new(&start.book, 2));
    // Choosing one of them means the combination it is part of.
    let abc = one.combine(&[B, C], "With C.");
    let abd = other.combine(&[ab, D], "With D.");
    assert_eq!(
        (abc, abd),
        (combination_of([A, B, C]), combination_of([A, B, D]))
    );
    assert!(!Combinations::of(&one.book).is_listed(ab));
    let both = joined(&one, &other);
    let all = Combinations::of(&both);
    let disputed: Vec<ItemId> = all
        .troubles()
        .iter()
        .filter_map(|trouble| match trouble {
            Trouble::Disputed { item, .. } => Some(*item),
            _ => None,
        })
        .collect();
    assert_eq!(disputed, [A, B, ab]);
    // A file in which combinations lead into each other: each stands, with those who lead there.
    let mut desk = Desk::new(&workshop(), 5);
    let (x, y) = (desk.combine(&[A, B], "X"), desk.combine(&[C, D], "Y"));
    desk.act(|act, book, _| {
        for (from, to) in [(x, y), (y, x)] {
            act.judge(book, from, "combined", Value::text(&to.to_string()));
        }
    });
    let all = Combinations::of(&desk.book);
    assert_eq!((all.members(x), all.members(y)), (&[A, B][..], &[C, D][..]));
    let told = needs(&desk.book, &[]);
    assert!(matches!(&told.needs[..], [Need::Trouble(Trouble::Cycle(items))] if items.len() == 2));
    desk.act(|act, book, all| act.split(book, all, x));
    assert_eq!(needs(&desk.book, &[]).needs, []);
}

#[test]
fn what_was_decided_on_an_earlier_wording_is_told() {
    let (mut one, mut other) = desks();
    one.combine(&[A, B], "Together.");
    one.act(|act, book, _| {
        act.set_states(book, &[C, D], State::Agreed);
        act.vet(book, &[D], true);
    });
    one.relate(C, D, PairVerdict::Related);
    assert_eq!(needs(&one.book, &[]).needs, []);
    for item in [A, D] {
        other.reword(item, "Anew.");
    }
    let both = joined(&one, &other);
    assert_eq!(Judged::read(&both, D, "vetted").standing(), None);
    let told: Vec<(ItemId, String)> = needs(&both, &[])
        .needs
        .into_iter()
        .map(|need| match need {
            Need::Earlier { item, field } => (item, field),
            other => panic!("{other:?}"),
        })
        .collect();
    let pair = Pair::read(&both, C, D);
    let named = |item, field: &str| (item, field.to_owned());
    assert_eq!(
        told,
        [
            named(A, "combined"),
            named(D, "state"),
            named(D, "vetted"),
            named(pair.id, "verdict"),
        ]
    );
    assert!(pair.earlier && !pair.is_settled());
    let all = Combinations::of(&both);
    let tree = lineage(&both, &all, combination_of([A, B]));
    let earlier: Vec<bool> = tree
        .origins
        .iter()
        .map(|origin| origin.earlier_wording)
        .collect();
    assert_eq!(earlier, [true, false]);
    // Said again, it is a decision like any other.
    assert_eq!(needs(&both, &[]).progress.again, 0);
    let mut desk = Desk::new(&both, 3);
    desk.act(|act, book, _| {
        act.set_states(book, &[D], State::Agreed);
        act.vet(book, &[D], true);
    });
    assert_eq!(needs(&desk.book, &[]).progress.again, 2);
}

#[test]
fn splitting_gives_back_what_was_and_undo_too() {
    let mut desk = Desk::new(&workshop(), 1);
    let before = desk.book.clone();
    let abc = desk.combine(&[A, B, C], "All.");
    desk.act(|act, book, all| act.split_off(book, all, C));
    let all = Combinations::of(&desk.book);
    assert_eq!((all.members(abc), all.of_item(C)), (&[A, B][..], None));
    assert_eq!(
        lineage(&desk.book, &all, abc).origins[2].part,
        Part::SplitOff
    );
    assert_eq!(Pair::read(&desk.book, A, C).verdict, None);
    assert_eq!(
        Pair::read(&desk.book, A, B).verdict,
        Some(PairVerdict::Same)
    );
    // The last but one takes the last with it.
    desk.act(|act, book, all| act.split_off(book, all, B));
    let all = Combinations::of(&desk.book);
    assert_eq!((all.listed().count(), all.of_item(A)), (0, None));
    assert_eq!(texts(&desk.book, abc)["en"], "All.");
    let mut desk = Desk::new(&before, 6);
    desk.combine(&[A, B], "Two.");
    let edits = undo(&desk.book, SessionId(6), 1, &mut desk.pen, None);
    desk.book.join(edits);
    assert_eq!(Combinations::of(&desk.book).listed().count(), 0);
    assert_eq!(needs(&desk.book, &[]).needs, []);
}

#[test]
fn what_cannot_be_combined_is_said() {
    let desk = Desk::new(&workshop(), 1);
    let all = Combinations::of(&desk.book);
    let stranger = ItemId::new(Kind::REC, 77);
    let group = group_of_slug(event_of_code("LHR"), "g1");
    for (items, text, wanted) in [
        (&[A][..], "x", CannotCombine::TooFew),
        (&[A, A], "x", CannotCombine::TooFew),
        (&[], "x", CannotCombine::TooFew),
        (&[A, B], " \n", CannotCombine::NoText),
        (&[A, stranger], "x", CannotCombine::NotHere(stranger)),
        (&[A, group], "x", CannotCombine::NotHere(group)),
    ] {
        let mut pen = Pen::new(SessionId(1));
        let mut act = pen.act("combine", None);
        let made = act.combine(&desk.book, &all, items, &en(text), Reach::default());
        assert_eq!((made, act.is_empty()), (Err(wanted), true));
    }
}

#[test]
fn look_alikes_wait_in_their_order_until_there_is_a_verdict() {
    let mut desk = Desk::new(&workshop(), 1);
    let pair = |a, b, score| ScoredPair { a, b, score };
    let alike = [
        pair(D, A, 0.2),
        pair(A, B, 0.9),
        pair(C, A, 0.9),
        pair(B, A, 0.5),
    ];
    let waiting = |book: &Workbook| -> Vec<[ItemId; 2]> {
        let pairs = needs(book, &alike)
            .needs
            .into_iter()
            .map(|need| match need {
                Need::LookAlike { items, .. } => items,
                other => panic!("{other:?}"),
            });
        pairs.collect()
    };
    assert_eq!(waiting(&desk.book), [[A, B], [A, C], [A, D]]);
    desk.relate(A, C, PairVerdict::Related);
    assert_eq!(waiting(&desk.book), [[A, B], [A, D]]);
    desk.combine(&[A, B], "Two.");
    assert_eq!(waiting(&desk.book), [[A, D]]);
    let progress = needs(&desk.book, &alike).progress;
    // Two pairs, and one text for two of them.
    assert_eq!((progress.decided(), progress.total()), (3, 4));
    desk.act(|act, book, _| act.withdraw(book, D, true));
    assert!(waiting(&desk.book).is_empty());
}

#[test]
fn the_final_list_is_numbered_by_addressee_and_adopted_as_it_is() {
    let mut desk = Desk::new(&workshop(), 1);
    desk.act(|act, book, _| {
        act.retag(book, &[A, B], "addressees", &["judiciary"], &[]);
        act.retag(book, &[C], "addressees", &["fia", "legislature"], &[]);
        act.set(book, C, "lead", Value::text("fia"));
    });
    let ab = desk.combine(&[A, B], "Two.");
    let all = Combinations::of(&desk.book);
    let standing = all.standing(&Register::of(&desk.book));
    let list = numbering(&desk.book, &vocabulary_of(&desk.book), &all, &standing);
    let told: Vec<(Option<&str>, ItemId, &str)> = list
        .sections
        .iter()
        .flat_map(|part| {
            part.items
                .iter()
                .map(|one| (part.addressee.as_deref(), one.item, one.number.as_str()))
        })
        .collect();
    assert_eq!(
        told,
        [
            (Some("fia"), C, "1.1"),
            (Some("judiciary"), ab, "2.1"),
            (None, D, "3.1"),
        ]
    );
    let edition = ItemId::new(Kind::EDITION, 1);
    desk.act(|act, book, _| act.adopt(book, edition, Some(event_of_code("LHR")), &list));
    assert_eq!(Numbering::read(&desk.book, edition), list);
    desk.reword(C, "Anew.");
    let held = Numbering::read(&desk.book, edition);
    assert_eq!(held.number(C), Some("1.1"));
    assert!(held.sections[0].items[0].earlier && !held.sections[1].items[0].earlier);
}

#[test]
fn files_of_one_batch_and_what_they_are_to_each_other() {
    let first = workshop();
    let mut later = Desk::new(&first, 1);
    later.reword(A, "Better.");
    let lean = later.book.lean();
    let edits = |book: &Workbook| book.edits().cloned().collect::<Vec<_>>();
    let (old, new, thin) = (edits(&first), edits(&later.book), edits(&lean));
    let file = |name, id, edits| BatchFile { name, id, edits };
    let batch = [
        file("g1.json", Some("new"), &new[..]),
        file("g1.json", Some("new"), &new),
        file("copy.json", Some("new"), &new),
        file("old.json", Some("old"), &old),
        file("lean.json", Some("lean"), &thin),
        // Cut off: what it says of itself is not believed.
        file("cut.json", None, &old[..old.len() - 3]),
    ];
    assert_eq!(
        repeats(&batch),
        [
            None,
            Some(Repeat::Twice(0)),
            Some(Repeat::Renamed(0)),
            Some(Repeat::OlderThan(0)),
            Some(Repeat::SaysTheSame(0)),
            Some(Repeat::OlderThan(0)),
        ]
    );
    // Reach is compared, not the number of edits: a lean copy is the same.
    assert_eq!(preview(&later.book, &thin).verdict, Verdict::Same);
    assert_eq!(preview(&lean, &new).verdict, Verdict::Same);
    // A state from before the last recommendations of the group is older, though all of it is here unchanged.
    let register = Register::of(&first);
    let without_c: Vec<_> = old.iter().filter(|edit| edit.item != C).cloned().collect();
    assert_eq!(register.len(), 4);
    assert_eq!(preview(&first, &without_c).verdict, Verdict::Older);
}
