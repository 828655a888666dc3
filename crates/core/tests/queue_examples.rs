//! The queue, the numbers of the final list and what look-alikes are told of decisions, by example.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod desk;

use desk::{A, B, C, D, Desk, desks, joined, needs, workshop};
use rapporteur_core::advice::identifying;
use rapporteur_core::combination::{Combinations, PairVerdict, combination_of, pair_of};
use rapporteur_core::command::{undo, wording};
use rapporteur_core::edit::{Edit, Reach, Written};
use rapporteur_core::edition::{Numbered, Numbering, Section, numbering};
use rapporteur_core::event::{event_of_code, group_of_slug, vocabulary_of};
use rapporteur_core::field::Field;
use rapporteur_core::file::limits;
use rapporteur_core::item::{Digest, EditId, ItemId, Kind, SessionId};
use rapporteur_core::judgement::Judged;
use rapporteur_core::queue::{Need, Noted, Progress, Queue, ScoredPair, queue};
use rapporteur_core::recommendation::State;
use rapporteur_core::register::Register;
use rapporteur_core::similar::{Decided, Entry, Search, decided, entries};
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;

const AB: ScoredPair = ScoredPair {
    a: A,
    b: B,
    score: 0.9,
};

fn told(book: &Workbook, look_alikes: &[ScoredPair], languages: &[&str]) -> Queue {
    let (register, all) = (Register::of(book), Combinations::of(book));
    queue(book, &register, &all, look_alikes, languages, &[])
}

#[test]
fn of_two_that_look_alike_both_are_to_stand() {
    for gone in [A, B] {
        let mut desk = Desk::new(&workshop(), 1);
        desk.act(|act, book, _| act.withdraw(book, gone, true));
        assert_eq!(needs(&desk.book, &[AB]).needs, [], "{gone}");
    }
}

#[test]
fn what_people_differ_about_is_asked_once() {
    // As a conflict of the verdict, not as look-alikes too.
    let (mut one, mut other) = desks();
    one.relate(A, B, PairVerdict::Same);
    other.relate(A, B, PairVerdict::Different);
    let both = joined(&one, &other);
    assert!(matches!(
        &needs(&both, &[AB]).needs[..],
        [Need::Conflict { item, .. }] if *item == pair_of(A, B)
    ));
    // A verdict on an earlier wording: as look-alikes where they look alike, else as a judgement.
    let mut desk = Desk::new(&workshop(), 1);
    desk.relate(A, B, PairVerdict::Different);
    desk.reword(A, "Anew.");
    let earlier = Some(PairVerdict::Different);
    assert!(matches!(
        needs(&desk.book, &[AB]).needs[..],
        [Need::LookAlike { earlier: held, .. }] if held == earlier
    ));
    assert!(matches!(
        needs(&desk.book, &[]).needs[..],
        [Need::Earlier { .. }]
    ));
    // Within a combination the pointers tell it; a verdict that speaks against it is a contradiction.
    for verdict in [PairVerdict::Related, PairVerdict::Different] {
        let mut desk = Desk::new(&workshop(), 1);
        desk.combine(&[A, B], "Two.");
        desk.relate(A, B, verdict);
        assert!(matches!(
            needs(&desk.book, &[]).needs[..],
            [Need::Contradiction { items: [A, B], verdict: held, .. }] if held == verdict
        ));
    }
    let mut desk = Desk::new(&workshop(), 1);
    desk.combine(&[A, B], "Two.");
    desk.reword(A, "Anew.");
    assert!(matches!(
        &needs(&desk.book, &[]).needs[..],
        [Need::Earlier { item: A, field }] if field == "combined"
    ));
}

/// What waits for one text.
fn unworded(book: &Workbook, look_alikes: &[ScoredPair]) -> Vec<Vec<ItemId>> {
    let needs = needs(book, look_alikes).needs.into_iter();
    let unworded = needs.filter_map(|need| match need {
        Need::Unworded { items } => Some(items),
        _ => None,
    });
    unworded.collect()
}

#[test]
fn what_is_called_the_same_waits_for_one_text() {
    let score = |a, b, score| ScoredPair { a, b, score };
    let alike = [AB, score(B, C, 0.8), score(A, C, 0.7), score(C, D, 0.6)];
    let mut desk = Desk::new(&workshop(), 1);
    desk.relate(A, B, PairVerdict::Same);
    // Between look-alikes and all that is less urgent.
    let kinds: Vec<&str> = needs(&desk.book, &alike)
        .needs
        .iter()
        .map(Need::key)
        .collect();
    assert_eq!(
        kinds,
        [&["queue-look-alike"; 3][..], &["queue-unworded"]].concat()
    );
    assert_eq!(unworded(&desk.book, &alike), [[A, B]]);
    // A third one: not before it is known what it is to the other two.
    desk.relate(B, C, PairVerdict::Same);
    assert_eq!(unworded(&desk.book, &alike), Vec::<Vec<ItemId>>::new());
    assert_eq!(
        unworded(&desk.book, &[]),
        [[A, C, B]],
        "nobody asks about A and C"
    );
    desk.relate(A, C, PairVerdict::Related);
    // Once for all, in the order of the register; what is related to one of them stays out.
    assert_eq!(unworded(&desk.book, &alike), [[A, C, B]]);
    let before = desk.book.clone();
    desk.combine(&[A, C, B], "Together.");
    assert_eq!(unworded(&desk.book, &alike), Vec::<Vec<ItemId>>::new());
    // Combining them is taken back: it is asked again. The verdicts are taken back: it is not.
    let mut desk = Desk::new(&before, 2);
    let abc = desk.combine(&[A, C, B], "Together.");
    let edits = undo(&desk.book, SessionId(2), 1, &mut desk.pen, None);
    desk.book.join(edits);
    assert_eq!(unworded(&desk.book, &[]), [[A, C, B]]);
    desk.combine(&[A, C, B], "Together.");
    desk.act(|act, book, all| act.split(book, all, abc));
    assert_eq!(unworded(&desk.book, &[]), Vec::<Vec<ItemId>>::new());
}

#[test]
fn a_combined_text_and_what_is_called_the_same_as_a_part_of_it_wait_for_one_text() {
    let mut desk = Desk::new(&workshop(), 1);
    let ab = desk.combine(&[A, B], "Two.");
    desk.relate(B, C, PairVerdict::Same);
    assert_eq!(unworded(&desk.book, &[]), [[ab, C]]);
    let abc = desk.combine(&[ab, C], "Three.");
    assert_eq!(unworded(&desk.book, &[]), Vec::<Vec<ItemId>>::new());
    assert_eq!(Combinations::of(&desk.book).members(abc), [A, B, C]);
    // What is in the bin waits for nothing, nor does what was called the same before its text was changed.
    for change in [
        |desk: &mut Desk| desk.act(|act, book, _| act.withdraw(book, D, true)),
        |desk: &mut Desk| desk.reword(D, "Anew."),
    ] {
        let mut desk = Desk::new(&desk.book, 2);
        desk.relate(C, D, PairVerdict::Same);
        assert_eq!(unworded(&desk.book, &[]), [[abc, D]]);
        change(&mut desk);
        assert_eq!(unworded(&desk.book, &[]), Vec::<Vec<ItemId>>::new());
    }
}

#[test]
fn what_two_facilitators_call_the_same_hangs_together() {
    let (mut one, mut other) = desks();
    one.relate(A, B, PairVerdict::Same);
    other.relate(B, D, PairVerdict::Same);
    assert_eq!(unworded(&joined(&one, &other), &[]), [[A, B, D]]);
    // What they differ about within it is settled first.
    one.relate(A, D, PairVerdict::Different);
    other.relate(A, D, PairVerdict::Same);
    let both = joined(&one, &other);
    assert!(matches!(
        &needs(&both, &[]).needs[..],
        [Need::Conflict { .. }]
    ));
    let mut desk = Desk::new(&both, 3);
    desk.relate(A, D, PairVerdict::Different);
    assert_eq!(unworded(&desk.book, &[]), [[A, B, D]]);
    // Each combines it with another text: one combination, whose text is in conflict; nothing waits for a text.
    let (mut one, mut other) = (Desk::new(&desk.book, 4), Desk::new(&desk.book, 5));
    one.combine(&[A, B, D], "Of one.");
    other.combine(&[A, B, D], "Of the other.");
    let both = joined(&one, &other);
    assert!(matches!(
        &needs(&both, &[]).needs[..],
        [Need::Conflict { .. }]
    ));
}

#[test]
fn a_draft_waits_for_nobody_and_one_who_agreed_on_this_wording_is_enough() {
    let mut desk = Desk::new(&workshop(), 1);
    desk.act(|act, book, _| act.set_states(book, &[A], State::Draft));
    desk.reword(A, "Anew.");
    assert_eq!(needs(&desk.book, &[]).needs, []);
    // One agreed on the wording of before, one on that of now, without sight of each other.
    let (mut one, mut other) = desks();
    one.act(|act, book, _| act.set_states(book, &[A], State::Agreed));
    other.reword(A, "Anew.");
    other.act(|act, book, _| act.set_states(book, &[A], State::Agreed));
    let both = joined(&one, &other);
    let agreed = Judged::read(&both, A, "state");
    assert_eq!(agreed.standing().and_then(Value::as_text), Some("agreed"));
}

#[test]
fn texts_are_asked_of_what_stands_in_the_final_list() {
    let mut desk = Desk::new(&workshop(), 1);
    let empty = ItemId::new(Kind::REC, 0xe);
    let group = group_of_slug(event_of_code("LHR"), "g1");
    desk.act(|act, book, _| {
        act.add_recommendation(book, &Register::of(book), group, empty);
    });
    let ab = desk.combine(&[A, B], "Two.");
    let missing = |desk: &Desk| -> Vec<(ItemId, String)> {
        let needs = told(&desk.book, &[], &["en", "ur"]).needs.into_iter();
        let missing = needs.map(|need| match need {
            Need::Missing { item, lang } => (item, lang),
            other => panic!("{other:?}"),
        });
        missing.collect()
    };
    let urdu = |item: ItemId| (item, String::from("ur"));
    assert_eq!(
        missing(&desk),
        [ab, C, D].map(urdu),
        "what has no text yet lacks none"
    );
    // A text in the other language says the same, until the original says something else and nobody looked again.
    desk.act(|act, book, _| act.word(book, C, "ur", "اکیڈمیاں", Reach::default()));
    let held = told(&desk.book, &[], &["en", "ur"]);
    assert_eq!((held.needs.len(), held.progress.texts), (2, 1));
    desk.reword(C, "Anew.");
    let out_of_date = Need::OutOfDate {
        item: C,
        lang: String::from("ur"),
    };
    let held = told(&desk.book, &[], &["en", "ur"]);
    assert_eq!((&held.needs[0], held.progress.texts), (&out_of_date, 0));
    desk.act(|act, book, _| act.confirm_twin(book, C, "ur"));
    let held = told(&desk.book, &[], &["en", "ur"]);
    assert_eq!((held.needs.len(), held.progress.texts), (2, 1));
}

#[test]
fn what_waits_is_in_the_order_of_the_list() {
    let mut desk = Desk::new(&workshop(), 1);
    let mut other = Desk::new(&desk.book, 2);
    for (words, desk) in [("Of one.", &mut desk), ("Of the other.", &mut other)] {
        desk.combine(&[A, D], words);
        desk.reword(C, words);
        desk.reword(B, words);
    }
    let both = joined(&desk, &other);
    let places: Vec<ItemId> = needs(&both, &[])
        .needs
        .iter()
        .filter_map(|need| match need {
            Need::Conflict { item, .. } => Some(*item),
            _ => None,
        })
        .collect();
    let ad = combination_of([A, D]);
    // By group, then as drafted; a combination in the place of its first member.
    let listed: Vec<ItemId> = Register::of(&both).all().collect();
    assert_eq!(listed, [A, C, B, D]);
    assert_eq!(places, [ad, C, B]);
    let score = |a, b, score| ScoredPair { a, b, score };
    let alike = [score(A, B, 0.5), score(C, D, 0.8), score(A, C, 0.6)];
    let fresh = needs(&workshop(), &alike).needs;
    let alike: Vec<[ItemId; 2]> = fresh
        .iter()
        .filter_map(|need| match need {
            Need::LookAlike { items, .. } => Some(*items),
            _ => None,
        })
        .collect();
    assert_eq!(alike, [[C, D], [A, C], [A, B]]);
}

#[test]
fn a_finding_is_told_once_and_progress_counts_what_people_did() {
    let book = workshop();
    let noted = |item| Noted {
        item,
        key: "finding",
        named: vec![],
        mark: Digest::of(b"finding"),
    };
    let findings = [noted(Some(B)), noted(None), noted(Some(A)), noted(Some(B))];
    let (register, all) = (Register::of(&book), Combinations::of(&book));
    let told = queue(&book, &register, &all, &[], &["en"], &findings);
    let items: Vec<Option<ItemId>> = told
        .needs
        .iter()
        .map(|need| match need {
            Need::Finding(noted) => noted.item,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(items, [None, Some(A), Some(B)]);
    // Writing a field anew settles nothing; choosing between two does.
    let (mut one, mut other) = desks();
    for words in ["Once.", "Twice.", "Three times."] {
        one.reword(A, words);
    }
    assert_eq!(needs(&one.book, &[]).progress, Progress::default());
    other.reword(A, "At the same time.");
    let mut desk = Desk::new(&joined(&one, &other), 3);
    assert_eq!(needs(&desk.book, &[]).progress.waiting, 1);
    desk.reword(A, "Chosen.");
    let progress = needs(&desk.book, &[]).progress;
    assert_eq!((progress.conflicts, progress.waiting), (1, 0));
    // Of forged edits that claim to have seen each other both stay: choosing between them is a decision like any other.
    let mut forged = Workbook::new();
    let saw = |session: u64, others: &[u64]| Edit {
        id: EditId {
            session: SessionId(session),
            seq: 1,
        },
        act: 1,
        item: A,
        field: Field::new("wording/en").unwrap(),
        value: Written::One(wording("en", &session.to_string())),
        seen: Reach {
            seen: others.iter().map(|one| (SessionId(*one), 1)).collect(),
            names: vec![],
        },
        at: None,
        why: None,
        extra: vec![],
    };
    forged.join([saw(1, &[2]), saw(2, &[1])]);
    assert_eq!(needs(&forged, &[]).progress.conflicts, 0);
    assert!(matches!(
        needs(&forged, &[]).needs[0],
        Need::Conflict { .. }
    ));
    forged.join([saw(3, &[1, 2])]);
    assert_eq!(needs(&forged, &[]).progress.conflicts, 1);
}

#[test]
fn a_finding_that_may_stay_is_asked_again_when_the_text_is_another() {
    let telling = |book: &Workbook| {
        let (register, all) = (Register::of(book), Combinations::of(book));
        let found = identifying(&book.part([&A]));
        let noted: Vec<Noted> = found
            .iter()
            .map(|found| Noted::person(book, found))
            .collect();
        let told = queue(book, &register, &all, &[], &["en"], &noted);
        (told.needs, told.progress.findings)
    };
    let look = |desk: &mut Desk| {
        let (needs, _) = telling(&desk.book);
        let Some(Need::Finding(noted)) = needs.first().cloned() else {
            panic!("{needs:?}");
        };
        desk.act(|act, book, _| {
            let (item, field) = noted.field().unwrap();
            act.judge(book, item, &field, Value::Bool(true));
        });
    };
    let mut desk = Desk::new(&workshop(), 1);
    desk.reword(A, "Call 0300 1234567 or 0333 7654321 before the raid.");
    assert_eq!(telling(&desk.book).0.len(), 2);
    // Each by itself.
    look(&mut desk);
    assert_eq!((telling(&desk.book).0.len(), telling(&desk.book).1), (1, 1));
    look(&mut desk);
    assert_eq!((telling(&desk.book).0.len(), telling(&desk.book).1), (0, 2));
    // Whoever looks without sight of the other says the same; the words are not written down once more.
    let start = {
        let mut desk = Desk::new(&workshop(), 1);
        desk.reword(A, "Call 0300 1234567 or 0333 7654321 before the raid.");
        desk.book
    };
    let (mut one, mut other) = (Desk::new(&start, 2), Desk::new(&start, 3));
    for desk in [&mut one, &mut other] {
        look(desk);
        look(desk);
    }
    let both = joined(&one, &other);
    assert_eq!(telling(&both).0, []);
    assert_eq!(identifying(&both.part([&A])).len(), 2);
    let mut fields = both.item(A).unwrap().fields();
    let field = fields.find_map(|(field, _)| {
        let name = field.name();
        name.starts_with("checked/").then(|| name.to_owned())
    });
    let field = field.unwrap();
    // Taken back, or in another text: asked again.
    let mut desk = Desk::new(&both, 4);
    desk.act(|act, book, _| act.judge(book, A, &field, Value::None));
    assert_eq!(telling(&desk.book).0.len(), 1);
    let mut desk = Desk::new(&both, 5);
    desk.reword(A, "Call 0300 1234567 or 0333 7654321 after the raid.");
    assert_eq!(telling(&desk.book).0.len(), 2);
    let mut desk = Desk::new(&both, 6);
    desk.act(|act, book, _| act.word(book, A, "ur", "فون 0300 1234567", Reach::default()));
    assert_eq!(telling(&desk.book).0.len(), 1, "of another text of it");
}

#[test]
fn a_clash_is_asked_until_somebody_who_saw_all_of_it_settles_it() {
    let start = workshop();
    // A copied profile: both went on under one name, on one field and on two.
    for other_item in [A, C] {
        let (mut one, mut other) = (Desk::new(&start, 1), Desk::new(&start, 1));
        one.reword(A, "Of the one.");
        other.reword(other_item, "Of the other.");
        let mut desk = Desk::new(&joined(&one, &other), 3);
        let asked = |desk: &Desk| {
            let needs = needs(&desk.book, &[]).needs;
            needs
                .iter()
                .filter(|need| matches!(need, Need::Clash(_)))
                .count()
        };
        assert_eq!(asked(&desk), 1);
        let last = if other_item == A { 0 } else { 1 };
        for (item, left) in [(A, last), (other_item, 0)] {
            desk.act(|act, book, _| {
                let value = book.value(item, "wording/en").cloned().unwrap();
                act.resolve(book, item, "wording/en", value);
            });
            assert_eq!(asked(&desk), left);
        }
        assert_eq!(
            desk.book.clashes().len(),
            1,
            "it is known as long as both are held"
        );
    }
}

/// A workbook in which each of the four asks these.
fn asking(bodies: [&[&str]; 4]) -> Desk {
    let mut desk = Desk::new(&workshop(), 1);
    desk.act(|act, book, _| {
        for (item, bodies) in [A, B, C, D].into_iter().zip(bodies) {
            act.retag(book, &[item], "addressees", bodies, &[]);
        }
    });
    desk
}

fn sections(desk: &Desk, items: &[ItemId]) -> Vec<(String, Vec<ItemId>)> {
    let all = Combinations::of(&desk.book);
    let list = numbering(&desk.book, &vocabulary_of(&desk.book), &all, items);
    let named = list.sections.into_iter().map(|section| {
        let items = section.items.iter().map(|one| one.item);
        (section.addressee.unwrap_or_default(), items.collect())
    });
    named.collect()
}

#[test]
fn sections_follow_the_body_that_leads() {
    let section = |body: &str, items: &[ItemId]| (body.to_owned(), items.to_vec());
    // A high court stands under the judiciary; what nobody knows behind other bodies, what asks nobody last.
    let desk = asking([&["high-court"], &["media"], &["nobody-knows"], &[]]);
    assert_eq!(
        sections(&desk, &[D, C, B, A, B]),
        [
            section("judiciary", &[A]),
            section("media", &[B]),
            section("nobody-knows", &[C]),
            section("", &[D]),
        ]
    );
    // The lead before the others that are asked, though they stand before it in the vocabulary.
    let mut desk = asking([&["fia", "legislature"], &[], &[], &[]]);
    assert_eq!(sections(&desk, &[A]), [section("legislature", &[A])]);
    desk.act(|act, book, _| act.set(book, A, "lead", Value::text("fia")));
    assert_eq!(sections(&desk, &[A]), [section("fia", &[A])]);
    // A combination that says neither goes by most of its originals.
    let mut desk = asking([&["judiciary"], &["legislature"], &["judiciary"], &[]]);
    let abc = desk.combine(&[A, B, C], "Three.");
    assert_eq!(desk.book.entries(abc, "addressees").len(), 0);
    assert_eq!(sections(&desk, &[abc]), [section("judiciary", &[abc])]);
}

#[test]
fn a_section_longer_than_a_list_is_read_as_one() {
    let mut desk = Desk::new(&workshop(), 1);
    let numbered = |at: usize| Numbered {
        item: ItemId::new(Kind::REC, at as u128),
        number: format!("1.{at}"),
        earlier: false,
    };
    let list = Numbering {
        sections: vec![Section {
            addressee: Some(String::from("fia")),
            items: (1..=limits::ENTRIES + 1).map(numbered).collect(),
        }],
    };
    let edition = ItemId::new(Kind::EDITION, 1);
    desk.act(|act, book, _| act.adopt(book, edition, None, &list));
    assert_eq!(Numbering::read(&desk.book, edition), list);
}

#[test]
fn look_alikes_are_told_what_people_decided() {
    let mut desk = Desk::new(&workshop(), 1);
    desk.combine(&[A, B], "Two.");
    // Combined by a file that said nothing of the pair.
    desk.act(|act, book, _| act.relate(book, A, B, None));
    for (other, verdict) in [(B, PairVerdict::Related), (A, PairVerdict::Different)] {
        desk.relate(C, other, verdict);
    }
    let wanted = [
        ((A, B), Decided::Same),
        ((A, C), Decided::Different),
        ((B, C), Decided::Related),
    ];
    assert_eq!(decided(&desk.book), wanted.into());
    desk.act(|act, book, _| act.withdraw(book, D, true));
    let compared: Vec<ItemId> = entries(&desk.book).iter().map(|entry| entry.id).collect();
    assert_eq!(compared, [A, B, C], "what was taken back is not compared");
}

fn found(texts: &[&str], said: &[((u128, u128), Decided)]) -> Vec<Vec<u128>> {
    let rec = |bits: u128| ItemId::new(Kind::REC, bits);
    let entry = |(text, bits): (&&str, u128)| Entry {
        id: rec(bits),
        group: None,
        texts: vec![(*text).to_owned()],
        indicator: String::new(),
        tags: vec![],
        due: vec![],
    };
    let all = texts.iter().zip(1..).map(entry).collect();
    let said = said
        .iter()
        .map(|((a, b), told)| ((rec(*a), rec(*b)), *told));
    let mut search = Search::new(all, said.collect(), Vocabulary::standard());
    while !search.step(usize::MAX).is_finished() {}
    let found = search.finish().unwrap();
    let clusters = found.clusters().iter();
    clusters
        .map(|all| all.iter().map(|item| item.bits).collect())
        .collect()
}

#[test]
fn three_or_more_of_which_each_looks_like_each_are_a_cluster() {
    const SAME: &str = "The police should train officers on trafficking cases.";
    let three = [SAME; 3];
    assert_eq!(found(&three, &[]), [[1, 2, 3]]);
    assert_eq!(found(&three[..2], &[]), Vec::<Vec<u128>>::new());
    // Two that people told apart are in no cluster together.
    for apart in [Decided::Related, Decided::Different] {
        assert_eq!(found(&three, &[((1, 2), apart)]), Vec::<Vec<u128>>::new());
    }
    assert_eq!(found(&three, &[((1, 2), Decided::Same)]), [[1, 2, 3]]);
    // Of four one pair is apart: no cluster holds both of it.
    let told = found(&[SAME; 4], &[((1, 2), Decided::Different)]);
    assert!(
        told.iter()
            .all(|all| !(all.contains(&1) && all.contains(&2))),
        "{told:?}"
    );
    // Bounded, whatever a file holds.
    let many = found(&[SAME; 60], &[]);
    assert!(many.iter().all(|all| all.len() <= 24), "{many:?}");
}
