//! The concordance accounts for every original of every group, whatever was combined, taken back, reworded, emptied, adopted
//! or forged before.
#![allow(
    clippy::unwrap_used,
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

use std::collections::{BTreeMap, BTreeSet};

use event::{Scribe, event};
use proptest::prelude::*;
use rapporteur_core::combination::Combinations;
use rapporteur_core::edition::numbering;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::recommendation::{is_withdrawn, texts};
use rapporteur_core::register::Register;
use rapporteur_core::report::outline::Block;
use rapporteur_core::report::{Fate, FinalList, Options, Reason, outline};
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;

const GROUPS: usize = 3;
const EACH: usize = 4;
const ALL: usize = GROUPS * EACH;

#[derive(Clone, Debug)]
enum Step {
    Combine(Vec<usize>),
    Withdraw(usize, bool),
    Empty(usize),
    Reword(usize),
    /// Points from any item to any other, as no honest desk does.
    Forge(usize, usize),
    Ask(usize, usize),
    Adopt,
    /// The group is gone.
    Orphan(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let item = 0..ALL;
    let step = prop_oneof![
        4 => prop::collection::vec(item.clone(), 2..4).prop_map(Step::Combine),
        2 => (item.clone(), any::<bool>()).prop_map(|(item, on)| Step::Withdraw(item, on)),
        1 => item.clone().prop_map(Step::Empty),
        2 => item.clone().prop_map(Step::Reword),
        2 => (0..ALL + 4, 0..ALL + 4).prop_map(|(from, to)| Step::Forge(from, to)),
        3 => (item.clone(), 0..6usize).prop_map(|(item, who)| Step::Ask(item, who)),
        1 => Just(Step::Adopt),
        1 => item.prop_map(Step::Orphan),
    ];
    prop::collection::vec(step, 0..25)
}

/// What was done, and all recommendations that were ever made.
fn workbook(steps: &[Step]) -> (Workbook, Vec<ItemId>) {
    let mut scribe = Scribe::new(Workbook::new());
    let mut recs = Vec::new();
    for group in 0..GROUPS {
        let id = scribe.group(group + 1);
        for at in 0..EACH {
            let text = format!("Words {group} {at}.");
            recs.push(scribe.draft(id, at as i64 + 1, &[("en", &text)]));
        }
    }
    let mut made: Vec<ItemId> = recs.clone();
    for (turn, step) in steps.iter().enumerate() {
        match step {
            Step::Combine(items) => {
                let originals: BTreeSet<ItemId> = items.iter().map(|at| recs[*at]).collect();
                let originals: Vec<ItemId> = originals.into_iter().collect();
                let item = scribe.combine(&originals, &[("en", &format!("Combined {turn}."))]);
                made.push(item);
            }
            Step::Withdraw(item, on) => {
                scribe.act(|act, book| act.withdraw(book, recs[*item], *on))
            }
            Step::Empty(item) => scribe.set(recs[*item], "wording/en", Value::None),
            Step::Reword(item) => {
                let wording = rapporteur_core::command::wording("en", &format!("Anew {turn}."));
                scribe.set(recs[*item], "wording/en", wording);
            }
            Step::Forge(from, to) => {
                let of = |at: usize| {
                    made.get(at)
                        .copied()
                        .unwrap_or(ItemId::new(Kind::COMBINATION, at as u128))
                };
                let (from, to) = (of(*from), Value::text(&of(*to).to_string()));
                scribe.act(|act, book| act.judge(book, from, "combined", to));
            }
            Step::Ask(item, who) => {
                let bodies = [
                    "senate",
                    "executive",
                    "fia",
                    "judiciary",
                    "media",
                    "nobody-knows",
                ];
                scribe.set(recs[*item], "addressees", Value::set([bodies[*who]]));
            }
            Step::Adopt => {
                let all = Combinations::of(&scribe.workbook);
                let standing = all.standing(&Register::of(&scribe.workbook));
                let list = numbering(&scribe.workbook, Vocabulary::standard(), &all, &standing);
                let edition = ItemId::new(Kind::EDITION, 1);
                scribe.act(|act, book| act.adopt(book, edition, Some(event()), &list));
            }
            Step::Orphan(item) => scribe.set(recs[*item], "group", Value::None),
        }
    }
    (scribe.workbook, recs)
}

/// Whether a recommendation is of a group, or says anything.
fn is_told(workbook: &Workbook, id: ItemId) -> bool {
    let of_group = workbook
        .text(id, "group")
        .is_some_and(|group| !group.is_empty());
    of_group
        || texts(workbook, id)
            .values()
            .any(|text| !text.trim().is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_original_of_every_group_has_exactly_one_fate(steps in steps()) {
        let (workbook, recs) = workbook(&steps);
        let list = FinalList::of(&workbook, Some(event()), Vocabulary::standard());
        let told: BTreeMap<ItemId, &Fate> = list.originals.iter().map(|one| (one.id, &one.fate)).collect();
        prop_assert_eq!(told.len(), list.originals.len());
        // What belongs to no group and says nothing is nobody's.
        let recs: Vec<ItemId> = recs.into_iter().filter(|id| is_told(&workbook, *id)).collect();
        prop_assert_eq!(told.keys().copied().collect::<BTreeSet<_>>(), recs.iter().copied().collect::<BTreeSet<_>>());
        let numbers: BTreeMap<&str, ItemId> = list.items.iter().map(|item| (item.number.as_str(), item.id)).collect();
        // One number, one item.
        prop_assert_eq!(numbers.len(), list.items.len());
        let mut accounted = BTreeSet::new();
        for item in &list.items {
            prop_assert!(!item.origins.is_empty());
            for origin in &item.origins {
                // No original stands in two places.
                prop_assert!(accounted.insert(*origin));
            }
        }
        for (id, fate) in &told {
            let holder = list.items.iter().find(|item| item.origins.contains(id));
            match fate {
                Fate::Final(number) => {
                    prop_assert_eq!(numbers.get(number.as_str()), Some(id));
                    prop_assert_eq!(&holder.unwrap().origins, &vec![*id]);
                }
                Fate::Combined { into, .. } => {
                    let into = numbers.get(into.as_str()).copied().unwrap();
                    prop_assert_eq!(holder.unwrap().id, into);
                    prop_assert_eq!(into.kind, Kind::COMBINATION);
                }
                Fate::NotTaken(reason) => {
                    prop_assert!(holder.is_none());
                    let has_text = texts(&workbook, *id).values().any(|text| !text.trim().is_empty());
                    match reason {
                        Reason::Withdrawn => prop_assert!(is_withdrawn(&workbook, *id)),
                        Reason::Empty => prop_assert!(!has_text && !is_withdrawn(&workbook, *id)),
                    }
                }
            }
        }
        // The document says as much: one row an original.
        let made = outline(&workbook, &Options { event: Some(event()), ..Options::default() }).unwrap();
        let rows: Vec<String> = made.parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
            Block::Table(table) if table.head.last().is_some_and(|head| head.0[0].text() == "Result") => Some(table),
            _ => None,
        }).flat_map(|table| table.rows.iter().map(|row| row[0].0[0].text())).collect();
        let expected: Vec<String> = list.originals.iter().map(|one| one.number.clone()).collect();
        prop_assert_eq!(rows.len(), recs.len());
        prop_assert_eq!(rows, expected);
    }
}
