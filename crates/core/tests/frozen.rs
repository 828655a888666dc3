//! Files of every released version, kept for ever: whatever is changed, they are read whole and written back as they were.
//!
//! A new format gets a file of its own beside the old ones: `FREEZE=1 cargo test -p rapporteur-core --test frozen` makes the
//! one of the present format where there is none, and never replaces one.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    unreachable_pub,
    missing_docs,
    dead_code,
    reason = "tests, and parts shared with other tests"
)]

#[path = "vectors/event.rs"]
mod event;

use std::path::{Path, PathBuf};

use event::{Scribe, event, sample};
use rapporteur_core::combination::{Combinations, PairVerdict};
use rapporteur_core::command::Pen;
use rapporteur_core::event::groups;
use rapporteur_core::file::{FORMAT_VERSION, FileKind, read, write};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::recommendation::{Recommendation, State, is_withdrawn};
use rapporteur_core::register::Register;
use rapporteur_core::round::{Booth, Card, Place, Preset, Results, Round, begin, close, shuffled};
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;

fn frozen(version: u64) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen");
    folder.join(format!("format-{version}.json"))
}

/// A workbook with something of every kind that format 1 has.
fn everything() -> Workbook {
    let mut scribe = Scribe::new(sample());
    let recs: Vec<ItemId> = scribe
        .workbook
        .of_kind(Kind::REC)
        .map(|(id, _)| id)
        .collect();
    let [first, second, third, fourth, fifth, sixth, ..] = recs[..] else {
        panic!("the sample has more")
    };
    scribe.act(|act, workbook| act.withdraw(workbook, first, true));
    scribe.act(|act, workbook| act.set_states(workbook, &[second], State::Ready));
    scribe.act(|act, workbook| act.vet(workbook, &[second], true));
    scribe.act(|act, workbook| {
        let said = rapporteur_core::command::wording("ur", "ہم متفق نہیں۔");
        act.set(workbook, third, "dissent/1", said);
    });
    scribe.combine(
        &[third, fourth],
        &[
            ("en", "One sentence of two."),
            ("ur", "دو میں سے ایک جملہ۔"),
        ],
    );
    scribe.act(|act, workbook| {
        act.relate(workbook, fifth, sixth, Some(PairVerdict::Related));
    });
    // Two who did not see each other.
    let mut stranger = Pen::new(SessionId(0xdef));
    let mut act = stranger.act("typed", Some(1_795_000_000));
    let mut before = Workbook::new();
    before.join_shared(scribe.workbook.edits().cloned());
    let seen = before.reach(sixth, "urgency");
    act.write(
        sixth,
        "urgency",
        rapporteur_core::edit::Written::One(Value::text("urgency-urge")),
        seen.clone(),
    );
    act.write(
        ItemId::new(Kind::REC, 0x77),
        "later-version",
        rapporteur_core::edit::Written::One(Value::map([("what", Value::Int(7))])),
        Default::default(),
    );
    let theirs = act.finish();
    scribe.set(sixth, "urgency", Value::text("urgency-invite"));
    scribe.workbook.join(theirs);
    // A round with ballots.
    let group = groups(&scribe.workbook, event())
        .first()
        .map(|group| group.id)
        .unwrap();
    let round = ItemId::new(Kind::ROUND, 7);
    let voted = [second, fifth, sixth];
    let card = Card {
        present: 5,
        ..Card::preset(Preset::Thorough, voted.len())
    };
    scribe.act(|act, workbook| begin(act, workbook, round, group, &card, &voted));
    let held = Round::read(&scribe.workbook, round).unwrap();
    let mut number = 0_u64;
    let mut dice = move || {
        number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
        number
    };
    let papers: Vec<_> = (1..=5_u8)
        .map(|voter| {
            let mut booth = Booth::new(&held, shuffled(voted.len(), &mut dice));
            for key in (1..=5).cycle().skip(usize::from(voter)) {
                match booth.place() {
                    Place::Review => break,
                    Place::Reason { .. } => drop(booth.give_reason("وسائل نہیں")),
                    _ => drop(booth.press(key)),
                }
            }
            booth.paper(Some("cat-media"))
        })
        .collect();
    scribe.act(|act, workbook| close(act, workbook, &held, &papers, &mut dice));
    scribe.workbook
}

/// A difference would be a file that somebody's laptop cannot read any more.
#[test]
fn every_frozen_file_is_read_whole_and_written_back_as_it_was() {
    for version in 1..=FORMAT_VERSION {
        let path = frozen(version);
        if version == FORMAT_VERSION && !path.exists() && std::env::var_os("FREEZE").is_some() {
            let bytes = write(&everything(), FileKind::Workbook, "0.1.0");
            std::fs::write(&path, bytes).unwrap();
        }
        let bytes = std::fs::read(&path).unwrap();
        let opened = read(&bytes).unwrap();
        assert!(opened.findings.is_empty(), "{:?}", opened.findings);
        assert!(opened.by_hand.is_empty());
        assert_eq!(opened.header.version, version);
        let mut workbook = Workbook::new();
        workbook.join(opened.edits);
        if version == FORMAT_VERSION {
            let again = write(&workbook, FileKind::Workbook, &opened.header.app);
            assert!(again == bytes, "format {version} is written otherwise now");
        }
        // What it says, not only that it is there.
        let count = |kind| workbook.of_kind(kind).count();
        let recs: Vec<ItemId> = workbook.of_kind(Kind::REC).map(|(id, _)| id).collect();
        assert_eq!(
            recs.iter()
                .filter(|id| is_withdrawn(&workbook, **id))
                .count(),
            1
        );
        assert!(
            recs.iter()
                .any(|id| Recommendation::read(&workbook, *id).dissent.len() == 1)
        );
        assert_eq!(workbook.conflicts().count(), 1, "two urgencies");
        assert_eq!(
            (
                count(Kind::COMBINATION),
                count(Kind::PAIR),
                count(Kind::ROUND)
            ),
            (1, 1, 1)
        );
        assert_eq!(Combinations::of(&workbook).listed().count(), 1);
        let round = Round::read(&workbook, ItemId::new(Kind::ROUND, 7)).unwrap();
        let results = Results::read(&workbook, round.id).unwrap();
        assert_eq!((results.voters, results.refused), (5, 0));
        assert!(count(Kind::BALLOT) > 5);
        let strange = ItemId::new(Kind::REC, 0x77);
        assert!(
            workbook.item(strange).is_some(),
            "a field of a later version"
        );
        assert!(Register::of(&workbook).all().count() >= 30);
    }
}
