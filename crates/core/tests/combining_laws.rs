//! Laws of combining, over random histories of a few facilitators: no original is ever lost, and the receipts of every
//! group add up after every step, whatever was combined, split, related, undone and joined in between.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests: small numbers, and a failure is to stop the run"
)]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rapporteur_core::combination::{Combinations, PairVerdict, Trouble, combination_of, pairs};
use rapporteur_core::command::{Pen, undo};
use rapporteur_core::edit::{Edit, Reach, Written};
use rapporteur_core::event::{event_of_code, group_of_slug};
use rapporteur_core::file::{FileKind, read, write};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::queue::{Need, queue};
use rapporteur_core::receipt::{Fate, receipt};
use rapporteur_core::recommendation::{Wording, is_withdrawn, texts};
use rapporteur_core::register::Register;
use rapporteur_core::template::templates;
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;

const RECS: usize = 7;
const DESKS: usize = 3;

#[derive(Clone, Debug)]
enum Step {
    /// Combines some items of what stands there: recommendations, or combinations by a member.
    Combine {
        on: usize,
        items: Vec<usize>,
        text: usize,
    },
    Split {
        on: usize,
        item: usize,
    },
    SplitOff {
        on: usize,
        item: usize,
    },
    Relate {
        on: usize,
        a: usize,
        b: usize,
        verdict: usize,
    },
    Reword {
        on: usize,
        item: usize,
        text: usize,
    },
    Retag {
        on: usize,
        items: Vec<usize>,
    },
    Withdraw {
        on: usize,
        item: usize,
        withdrawn: bool,
    },
    Undo {
        on: usize,
        back: usize,
    },
    /// Points from one item to any other: no honest desk does.
    Forge {
        on: usize,
        from: usize,
        to: usize,
    },
    /// Sends a whole file, or a lean one.
    Send {
        from: usize,
        to: usize,
        lean: bool,
    },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let (on, item) = (0..DESKS, 0..RECS);
    let items = prop::collection::vec(0..RECS, 1..4);
    let step = prop_oneof![
        8 => (on.clone(), items.clone(), 0..3usize)
            .prop_map(|(on, items, text)| Step::Combine { on, items, text }),
        2 => (on.clone(), item.clone()).prop_map(|(on, item)| Step::Split { on, item }),
        3 => (on.clone(), item.clone()).prop_map(|(on, item)| Step::SplitOff { on, item }),
        3 => (on.clone(), item.clone(), item.clone(), 0..4usize)
            .prop_map(|(on, a, b, verdict)| Step::Relate { on, a, b, verdict }),
        2 => (on.clone(), item.clone(), 0..3usize)
            .prop_map(|(on, item, text)| Step::Reword { on, item, text }),
        1 => (on.clone(), items).prop_map(|(on, items)| Step::Retag { on, items }),
        1 => (on.clone(), item, any::<bool>())
            .prop_map(|(on, item, withdrawn)| Step::Withdraw { on, item, withdrawn }),
        3 => (on.clone(), 0..3usize).prop_map(|(on, back)| Step::Undo { on, back }),
        2 => (on.clone(), 0..2 * RECS, 0..2 * RECS)
            .prop_map(|(on, from, to)| Step::Forge { on, from, to }),
        6 => (on.clone(), on, any::<bool>())
            .prop_map(|(from, to, lean)| Step::Send { from, to, lean }),
    ];
    prop::collection::vec(step, 5..45)
}

fn rec(at: usize) -> ItemId {
    ItemId::new(Kind::REC, 100 + at as u128)
}

/// The files of two groups, as they came in.
fn files() -> [Workbook; 2] {
    [0usize, 1].map(|group| {
        let event = event_of_code("LHR");
        let mut book = Workbook::new();
        book.join(templates()[0].defaults(event));
        let mut register = Register::of(&book);
        let mut pen = Pen::new(SessionId(50 + group as u64));
        let id = group_of_slug(event, ["g1", "g2"][group]);
        for at in (0..RECS).filter(|at| at % 2 == group) {
            let mut act = pen.act("typed", None);
            act.add_recommendation(&book, &register, id, rec(at));
            act.word(
                &book,
                rec(at),
                "en",
                &format!("Words {at}."),
                Reach::default(),
            );
            act.set(&book, rec(at), "addressees", Value::set(["fia"]));
            let joined = book.join(act.finish());
            register.update(&book, &joined.items);
        }
        book
    })
}

struct Desk {
    book: Workbook,
    pen: Pen,
    acts: Vec<u64>,
}

impl Desk {
    fn take(&mut self, edits: Vec<Edit>) {
        self.acts.extend(edits.first().map(|edit| edit.act));
        self.book.join(edits);
    }
}

/// An item of the small world: a recommendation, or a combination of its neighbours.
fn any_item(at: usize) -> ItemId {
    match at.checked_sub(RECS) {
        None => rec(at),
        Some(at) => combination_of([rec(at), rec((at + 1) % RECS)]),
    }
}

fn run(steps: &[Step], mut check: impl FnMut(&Workbook)) -> Vec<Workbook> {
    let mut start = Workbook::new();
    for file in files() {
        start.join_shared(file.edits().cloned());
    }
    let desk = |at| Desk {
        book: start.clone(),
        pen: Pen::new(SessionId(at as u64 + 1)),
        acts: Vec::new(),
    };
    let mut desks: Vec<Desk> = (0..DESKS).map(desk).collect();
    for step in steps {
        let on = match step {
            Step::Send { from, to, lean } => {
                let kind = if *lean {
                    FileKind::Lean
                } else {
                    FileKind::Workbook
                };
                let sent = read(&write(&desks[*from].book, kind, "0")).unwrap();
                assert!(sent.intact, "{:?}", sent.findings);
                desks[*to].book.join(sent.edits);
                *to
            }
            Step::Combine { on, .. }
            | Step::Split { on, .. }
            | Step::SplitOff { on, .. }
            | Step::Relate { on, .. }
            | Step::Reword { on, .. }
            | Step::Retag { on, .. }
            | Step::Withdraw { on, .. }
            | Step::Undo { on, .. }
            | Step::Forge { on, .. } => {
                act(step, &mut desks[*on]);
                *on
            }
        };
        check(&desks[on].book);
    }
    desks.into_iter().map(|desk| desk.book).collect()
}

fn act(step: &Step, desk: &mut Desk) {
    let book = &desk.book;
    let all = Combinations::of(book);
    if let Step::Undo { back, .. } = step {
        let place = desk.acts.len().checked_sub(back + 1);
        if let Some(act) = place.map(|place| desk.acts[place]) {
            let edits = undo(book, desk.pen.session(), act, &mut desk.pen, None);
            desk.take(edits);
        }
        return;
    }
    let mut act = desk.pen.act("typed", None);
    match step {
        Step::Combine { items, text, .. } => {
            // Some by themselves, some by the combination they are part of.
            let items: Vec<ItemId> = items
                .iter()
                .map(|at| rec(*at))
                .map(|id| all.of_item(id).filter(|_| *text == 0).unwrap_or(id))
                .collect();
            let wanted: BTreeSet<ItemId> = items.iter().flat_map(|id| all.originals(*id)).collect();
            let wording = Wording {
                lang: String::from(["en", "ur", "en"][*text]),
                text: format!("Together {text}."),
            };
            let made = act.combine(book, &all, &items, &wording, Reach::default());
            assert_eq!(made.is_ok(), wanted.len() > 1);
            if let Ok(made) = made {
                assert_eq!(made, combination_of(wanted.iter().copied()));
                let mut after = book.clone();
                after.join(act.finish());
                let all = Combinations::of(&after);
                for id in &wanted {
                    assert_eq!(all.of_item(*id), Some(made), "combined here and now");
                }
                let new = after.edits().filter(|edit| !book.holds(edit));
                let new = new.map(|edit| edit.as_ref().clone()).collect();
                return desk.take(new);
            }
        }
        Step::Split { item, .. } => {
            if let Some(last) = all.of_item(rec(*item)) {
                act.split(book, &all, last);
            }
        }
        Step::SplitOff { item, .. } => {
            act.split_off(book, &all, rec(*item));
            let mut after = book.clone();
            let edits = act.finish();
            after.join(edits.clone());
            let after = Combinations::of(&after);
            assert_eq!(after.of_item(rec(*item)), None, "split off here and now");
            return desk.take(edits);
        }
        Step::Relate { a, b, verdict, .. } => {
            act.relate(
                book,
                rec(*a),
                rec(*b),
                PairVerdict::ALL.get(*verdict).copied(),
            );
        }
        Step::Reword { item, text, .. } => {
            let reach = book.reach(rec(*item), "wording/en");
            act.word(book, rec(*item), "en", &format!("Anew {text}."), reach);
        }
        Step::Retag { items, .. } => {
            let items: Vec<ItemId> = items.iter().map(|at| rec(*at)).collect();
            act.retag(book, &items, "addressees", &["judiciary"], &["fia"]);
        }
        Step::Withdraw {
            item, withdrawn, ..
        } => act.withdraw(book, rec(*item), *withdrawn),
        Step::Forge { from, to, .. } => {
            let value = Value::map([
                ("judged", Value::text(&any_item(*to).to_string())),
                ("of", Value::text("")),
            ]);
            let from = any_item(*from);
            act.write(
                from,
                "combined",
                Written::One(value),
                book.reach(from, "combined"),
            );
        }
        Step::Undo { .. } | Step::Send { .. } => unreachable!(),
    }
    let edits = act.finish();
    desk.take(edits);
}

/// Each live recommendation stands alone or in just one listed combination, which has a text; the words of all are there.
fn nothing_is_lost(book: &Workbook) {
    let all = Combinations::of(book);
    let register = Register::of(book);
    let standing = all.standing(&register);
    assert_eq!(
        standing.iter().collect::<BTreeSet<_>>().len(),
        standing.len()
    );
    for id in (0..RECS).map(rec) {
        assert!(!texts(book, id).is_empty(), "{id} lost its words");
        let holders = standing.iter().filter(|item| {
            **item == id || (item.kind == Kind::COMBINATION && all.members(**item).contains(&id))
        });
        let wanted = usize::from(!is_withdrawn(book, id));
        let many: Vec<_> = holders.collect();
        if wanted == 1 {
            assert_eq!(many.len(), 1, "{id} stands in {many:?}");
        }
    }
    for combination in all.listed() {
        assert!(!texts(book, combination).is_empty());
        assert!(!all.members(combination).is_empty());
        assert!(standing.contains(&combination));
        assert_eq!(all.of_item(combination), None, "a listed one is the last");
    }
    assert_eq!(all, follow_slowly(book, &all));
}

/// The finals by the definition, step by step from each item; all else taken over.
fn follow_slowly(book: &Workbook, all: &Combinations) -> Combinations {
    for kind in [Kind::REC, Kind::COMBINATION] {
        for (item, _) in book.of_kind(kind) {
            let valid = |at: ItemId| {
                let into = all.pointer(at)?;
                (into.kind == Kind::COMBINATION && !texts(book, into).is_empty()).then_some(into)
            };
            let on_circle = |start: ItemId| {
                let mut at = start;
                (0..100).any(|_| match valid(at) {
                    Some(next) => {
                        at = next;
                        at == start
                    }
                    None => {
                        at = ItemId::new(Kind::EVENT, 0);
                        false
                    }
                })
            };
            let mut at = item;
            while let Some(next) = valid(at).filter(|_| !on_circle(at)) {
                at = next;
            }
            assert_eq!(all.of_item(item), (at != item).then_some(at), "{item}");
            let told = all.troubles().iter().any(|trouble| match trouble {
                Trouble::Cycle(items) => items.contains(&item),
                _ => false,
            });
            assert_eq!(told, on_circle(item), "{item}");
        }
    }
    all.clone()
}

/// For each group: each of its recommendations is one thing, none is missing, and the numbers add up.
fn receipts_add_up(book: &Workbook) {
    let all = Combinations::of(book);
    for before in files() {
        let told = receipt(&before, book, &all);
        let recs: Vec<ItemId> = Register::of(&before).all().collect();
        let mut named = Vec::new();
        for group in &told.groups {
            let counts = group.counts;
            assert_eq!(counts.missing, 0);
            assert_eq!(
                (counts.total, counts.here),
                (group.recommendations.len(), counts.total)
            );
            let sum = counts.unchanged + counts.edited + counts.in_conflict;
            assert_eq!(sum + counts.withdrawn + counts.combined, counts.total);
            for entry in &group.recommendations {
                named.push(entry.id);
                // Each fate by a plain reading of the two sets.
                let is = |fate: bool, name: &str| assert!(fate, "{name}: {entry:?}");
                let disputed = book.conflicts_of(entry.id).count() > 0;
                match &entry.fate {
                    Fate::Missing => is(false, "missing"),
                    Fate::InConflict { .. } => is(disputed, "conflict"),
                    Fate::Withdrawn => is(!disputed && is_withdrawn(book, entry.id), "withdrawn"),
                    Fate::Combined { into, .. } => {
                        is(
                            !disputed && all.of_item(entry.id) == Some(*into),
                            "combined",
                        );
                    }
                    Fate::Edited { .. } | Fate::Unchanged => {
                        is(!disputed && all.of_item(entry.id).is_none(), "alone");
                        let same = texts(&before, entry.id) == texts(book, entry.id)
                            && before.entries(entry.id, "addressees")
                                == book.entries(entry.id, "addressees");
                        assert_eq!(same, entry.fate == Fate::Unchanged, "{entry:?}");
                    }
                }
            }
        }
        assert_eq!(named, recs);
    }
}

/// What needs a person does not depend on the way by which the edits came, and every dispute is in the list once.
fn the_queue_is_whole(book: &Workbook) {
    let (register, all) = (Register::of(book), Combinations::of(book));
    let told = queue(book, &register, &all, &[], &["en"], &[]);
    let mut again = Workbook::new();
    let mut edits: Vec<Edit> = book.edits().map(|edit| edit.as_ref().clone()).collect();
    edits.reverse();
    again.join(edits);
    let (register, all_again) = (Register::of(&again), Combinations::of(&again));
    assert_eq!(
        told,
        queue(&again, &register, &all_again, &[], &["en"], &[])
    );
    let mut fields: BTreeMap<(ItemId, String), usize> = BTreeMap::new();
    for need in &told.needs {
        let place = match need {
            Need::Conflict { item, field } => (*item, field.clone()),
            Need::Trouble(Trouble::Disputed { item, .. }) => (*item, String::from("combined")),
            _ => continue,
        };
        *fields.entry(place).or_default() += 1;
    }
    let wanted = book
        .conflicts()
        .map(|(item, field, _)| ((item, field.name().to_owned()), 1));
    assert_eq!(fields, wanted.collect());
    the_same_is_combined_or_asked(book, &all, &told.needs);
}

/// Of two that were called the same, both are in one combination, or they wait for one text; or something of what hangs
/// together with them is asked first.
fn the_same_is_combined_or_asked(book: &Workbook, all: &Combinations, needs: &[Need]) {
    let last = |item: ItemId| all.of_item(item).unwrap_or(item);
    let live = |item: &ItemId| match item.kind {
        Kind::COMBINATION => all.is_listed(*item),
        _ => book.item(*item).is_some() && !is_withdrawn(book, *item),
    };
    let same: Vec<[ItemId; 2]> = pairs(book)
        .filter(|pair| pair.is_settled() && pair.verdict == Some(PairVerdict::Same))
        .filter(|pair| pair.items.iter().all(live))
        .map(|pair| pair.items.map(last))
        .filter(|[a, b]| a != b)
        .collect();
    let worded: Vec<&Vec<ItemId>> = needs
        .iter()
        .filter_map(|need| match need {
            Need::Unworded { items } => Some(items),
            _ => None,
        })
        .collect();
    let mut met = BTreeSet::new();
    for items in &worded {
        assert!(items.len() > 1);
        for item in *items {
            assert!(met.insert(*item), "asked once: {item}");
            assert!(same.iter().any(|pair| pair.contains(item)), "{item}");
        }
    }
    for [a, b] in &same {
        // By repeated spreading: another way than the queue's.
        let mut set = BTreeSet::from([*a, *b]);
        loop {
            let more: Vec<ItemId> = same
                .iter()
                .filter(|pair| pair.iter().any(|item| set.contains(item)))
                .flatten()
                .copied()
                .collect();
            let before = set.len();
            set.extend(more);
            if set.len() == before {
                break;
            }
        }
        let asked_first = needs.iter().any(|need| match need {
            Need::Conflict { item, field } if field == "verdict" => {
                let named = book.entries(*item, "items").into_iter();
                let named = named.filter_map(|name| name.parse::<ItemId>().ok());
                // Undoing what named the two leaves a verdict of nobody.
                let named: Vec<ItemId> = named.map(last).collect();
                !named.is_empty() && named.iter().all(|item| set.contains(item))
            }
            Need::Trouble(Trouble::Cycle(items)) => items.iter().any(|item| set.contains(item)),
            Need::Trouble(Trouble::Disputed { item, .. } | Trouble::Nowhere { item, .. }) => {
                set.contains(&last(*item))
            }
            _ => false,
        });
        let held = worded
            .iter()
            .any(|items| items.iter().copied().collect::<BTreeSet<_>>() == set);
        assert_ne!(held, asked_first, "{a} {b}: {needs:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn originals_are_never_lost_and_receipts_add_up(steps in steps()) {
        let books = run(&steps, |book| {
            nothing_is_lost(book);
            receipts_add_up(book);
        });
        // All files joined: every edit of everybody is there, in any order.
        let (mut one, mut other) = (Workbook::new(), Workbook::new());
        for book in &books {
            one.join_shared(book.edits().cloned());
        }
        for book in books.iter().rev() {
            other.join_shared(book.edits().cloned());
        }
        prop_assert!(one == other);
        for book in &books {
            prop_assert!(book.edits().all(|edit| one.holds(edit)));
        }
        nothing_is_lost(&one);
        receipts_add_up(&one);
        the_queue_is_whole(&one);
    }
}
