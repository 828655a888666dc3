//! What needs a person, in one list: worked out from the workbook, so it survives closing, and two facilitators who join
//! their files have one.
//!
//! Look-alikes and findings are arguments; how they are found is left to others. Nothing of the list is stored: what is
//! decided is an edit, and falls out.

use std::collections::{BTreeMap, BTreeSet};

use crate::combination::{Combinations, Pair, PairVerdict, Trouble, pairs};
use crate::edit::Edit;
use crate::field::{Policy, policy_of};
use crate::item::{EditId, ItemId, Kind};
use crate::judgement::Judged;
use crate::recommendation::texts;
use crate::register::Register;
use crate::sorted;
use crate::workbook::{Current, Item, Workbook};

mod noted;
mod progress;
mod settled;
mod wording;

pub use noted::Noted;
pub use progress::Progress;

use settled::{is_said_again, is_settled};
use wording::unworded;

/// Two items that look alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoredPair {
    /// One.
    pub a: ItemId,
    /// The other.
    pub b: ItemId,
    /// How much alike; the greater comes first.
    pub score: f64,
}

/// One thing that needs a person.
#[derive(Clone, Debug, PartialEq)]
pub enum Need {
    /// A pointer into a combination that counts as none.
    Trouble(Trouble),
    /// A name that stands on several contents, one of which stands: a cloned or forged file.
    Clash(EditId),
    /// Values of a field that were written without sight of each other.
    Conflict {
        /// The item.
        item: ItemId,
        /// The field.
        field: String,
    },
    /// Two recommendations of one combination that somebody called different or only related.
    Contradiction {
        /// The combination.
        combination: ItemId,
        /// The two.
        items: [ItemId; 2],
        /// What they were called.
        verdict: PairVerdict,
    },
    /// Two that look alike, without a verdict.
    LookAlike {
        /// The two.
        items: [ItemId; 2],
        /// How much alike.
        score: f64,
        /// What was decided on earlier wordings.
        earlier: Option<PairVerdict>,
    },
    /// Called the same, and without one text for all.
    Unworded {
        /// Recommendations, and combinations that stand for several; in the order of the register.
        items: Vec<ItemId>,
    },
    /// A judgement made on an earlier wording.
    Earlier {
        /// The item.
        item: ItemId,
        /// The field of the judgement.
        field: String,
    },
    /// A text in another language that was not held against the original as it is now.
    OutOfDate {
        /// The item.
        item: ItemId,
        /// The language of the text.
        lang: String,
    },
    /// A text that is missing in a language.
    Missing {
        /// The item.
        item: ItemId,
        /// The language.
        lang: String,
    },
    /// Something found elsewhere.
    Finding(Noted),
}

/// The list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    /// What waits. First pointers, then clashes, conflicts, contradictions, look-alikes (the most alike first), what was
    /// called the same and has no one text, judgements on earlier wordings, texts out of date, missing texts, findings; within
    /// each in the order of the register.
    pub needs: Vec<Need>,
    /// How far one is.
    pub progress: Progress,
}

/// What needs a person. `languages` are those in which the final list is wanted.
pub fn queue(
    workbook: &Workbook,
    register: &Register,
    all: &Combinations,
    look_alikes: &[ScoredPair],
    languages: &[&str],
    findings: &[Noted],
) -> Queue {
    let mut queue = Queue::default();
    let order = Order::of(register, all);
    queue.pointers_and_conflicts(workbook, all, &order);
    let open = queue.look_alikes(workbook, register, all, look_alikes);
    queue.wordings(unworded(workbook, register, all, &open), all, &order);
    queue.judgements(workbook, all, look_alikes, &order);
    queue.texts(workbook, &all.standing(register), languages);
    let mut findings = findings.to_vec();
    sorted::sort_by_key(&mut findings, |noted| {
        (noted.item.map(|item| order.place(item)), noted.clone())
    });
    findings.dedup();
    let found = findings.len();
    findings.retain(|noted| !noted.may_stay(workbook));
    queue.progress.findings = found.saturating_sub(findings.len());
    queue.needs.extend(findings.into_iter().map(Need::Finding));
    queue.progress.waiting = queue.needs.len();
    queue
}

/// What is decided of one wording, and asked again where it is another.
const JUDGED: [&str; 3] = ["combined", "state", "vetted"];

/// Items as people list them: recommendations and combinations in the order of the register, all else behind, by name.
struct Order(BTreeMap<ItemId, usize>);

impl Order {
    fn of(register: &Register, all: &Combinations) -> Self {
        let mut places = BTreeMap::new();
        for (place, id) in register.all().enumerate() {
            places.insert(id, place);
            if let Some(last) = all.of_item(id) {
                places.entry(last).or_insert(place);
            }
        }
        Self(places)
    }

    fn place(&self, item: ItemId) -> (usize, ItemId) {
        (self.0.get(&item).copied().unwrap_or(usize::MAX), item)
    }
}

impl Queue {
    fn pointers_and_conflicts(&mut self, workbook: &Workbook, all: &Combinations, order: &Order) {
        let troubles = all.troubles().iter().cloned().map(Need::Trouble);
        self.needs.extend(troubles);
        // A clash that somebody settled, having seen all its contents, asks nobody any more.
        let clashes = workbook.clashes().iter();
        let open =
            clashes.filter(|(_, contents)| contents.iter().any(|edit| stands(workbook, edit)));
        self.needs.extend(open.map(|(id, _)| Need::Clash(*id)));
        let disputed = all.troubles().iter().filter_map(|trouble| match trouble {
            Trouble::Disputed { item, .. } => Some(*item),
            _ => None,
        });
        let disputed = sorted::set(disputed);
        let mut conflicts: Vec<(ItemId, &str)> = Vec::new();
        for (id, item) in workbook.items() {
            for (field, history) in Item::fields(item) {
                let is_asked = || policy_of(id.kind, field) == Policy::Ask;
                // A pointer in dispute is among the pointers already.
                let is_disputed = || field.name() == "combined" && disputed.contains(&id);
                if matches!(history.current(), Current::Conflict(_)) {
                    if is_asked() && !is_disputed() {
                        conflicts.push((id, field.name()));
                    }
                } else if is_settled(history) && is_asked() {
                    self.progress.conflicts = self.progress.conflicts.saturating_add(1);
                } else if JUDGED.contains(&field.name())
                    && is_said_again(history)
                    && Judged::read(workbook, id, field.name())
                        .standing()
                        .is_some()
                {
                    self.progress.again = self.progress.again.saturating_add(1);
                }
            }
        }
        sorted::sort_by_key(&mut conflicts, |(id, field)| (order.place(*id), *field));
        let conflicts = conflicts.into_iter().map(|(item, field)| Need::Conflict {
            item,
            field: field.to_owned(),
        });
        self.needs.extend(conflicts);
        let mut against: Vec<(ItemId, Pair, PairVerdict)> = Vec::new();
        for pair in pairs(workbook) {
            let [a, b] = pair.items;
            let verdict = pair.verdict.filter(|verdict| *verdict != PairVerdict::Same);
            if let (Some(combination), Some(verdict)) = (all.of_item(a), verdict)
                && all.of_item(b) == Some(combination)
            {
                against.push((combination, pair, verdict));
            }
        }
        sorted::sort_by_key(&mut against, |(combination, pair, _)| {
            (order.place(*combination), pair.items)
        });
        let against = against.into_iter();
        self.needs.extend(
            against.map(|(combination, pair, verdict)| Need::Contradiction {
                combination,
                items: pair.items,
                verdict,
            }),
        );
    }

    /// Asks about those without a verdict; returns them.
    fn look_alikes(
        &mut self,
        workbook: &Workbook,
        register: &Register,
        all: &Combinations,
        look_alikes: &[ScoredPair],
    ) -> Vec<[ItemId; 2]> {
        let mut open = Vec::new();
        let mut sorted_pairs = look_alikes.to_vec();
        sorted::sort_by(&mut sorted_pairs, |x, y| {
            let names = |pair: &ScoredPair| [pair.a.min(pair.b), pair.a.max(pair.b)];
            y.score.total_cmp(&x.score).then(names(x).cmp(&names(y)))
        });
        let is_live = |item: ItemId| is_live(register, all, item);
        let mut met = BTreeSet::new();
        for ScoredPair { a, b, score } in sorted_pairs {
            let pair = Pair::read(workbook, a, b);
            if a == b || !is_live(a) || !is_live(b) || !met.insert(pair.id) {
                continue;
            }
            let last = |item: ItemId| all.of_item(item).unwrap_or(item);
            if pair.is_settled() || last(a) == last(b) {
                self.progress.look_alikes = self.progress.look_alikes.saturating_add(1);
            } else if pair.disputed.is_empty() {
                open.push(pair.items);
                self.needs.push(Need::LookAlike {
                    items: pair.items,
                    score,
                    earlier: pair.verdict,
                });
            }
        }
        open
    }

    fn wordings(&mut self, mut unworded: Vec<Vec<ItemId>>, all: &Combinations, order: &Order) {
        for items in &mut unworded {
            sorted::sort_by_key(items, |item| order.place(*item));
        }
        sorted::sort_by_key(&mut unworded, |items| {
            items.first().map(|item| order.place(*item))
        });
        let unworded = unworded.into_iter().map(|items| Need::Unworded { items });
        self.needs.extend(unworded);
        self.progress.combined = all.listed().count();
    }

    fn judgements(
        &mut self,
        workbook: &Workbook,
        all: &Combinations,
        look_alikes: &[ScoredPair],
        order: &Order,
    ) {
        let mut earlier: Vec<(ItemId, &str)> = Vec::new();
        for kind in [Kind::REC, Kind::COMBINATION] {
            for (item, _) in workbook.of_kind(kind) {
                for field in JUDGED {
                    let said = Judged::read(workbook, item, field);
                    let Judged::One {
                        what,
                        earlier: true,
                    } = said
                    else {
                        continue;
                    };
                    // A draft is what everything is; what leads nowhere is among the pointers.
                    let counts = match field {
                        "state" => what.as_text() != Some("draft"),
                        "combined" => all.of_item(item).is_some(),
                        _ => true,
                    };
                    if counts {
                        earlier.push((item, field));
                    }
                }
            }
        }
        let asked = look_alikes
            .iter()
            .map(|pair| [pair.a.min(pair.b), pair.a.max(pair.b)]);
        let asked = sorted::set(asked);
        for pair in pairs(workbook).filter(|pair| pair.verdict.is_some() && pair.earlier) {
            let [a, b] = pair.items;
            let together = all.of_item(a).is_some() && all.of_item(a) == all.of_item(b);
            if !together && !asked.contains(&pair.items) {
                earlier.push((pair.id, "verdict"));
            }
        }
        sorted::sort_by_key(&mut earlier, |(item, field)| (order.place(*item), *field));
        let earlier = earlier.into_iter().map(|(item, field)| Need::Earlier {
            item,
            field: field.to_owned(),
        });
        self.needs.extend(earlier);
    }

    fn texts(&mut self, workbook: &Workbook, standing: &[ItemId], languages: &[&str]) {
        let (mut out_of_date, mut missing) = (Vec::new(), Vec::new());
        for item in standing.iter().copied() {
            let held = texts(workbook, item);
            let original = workbook.text(item, "original").unwrap_or_default();
            for lang in held.keys().filter(|lang| *lang != original) {
                let twin = format!("twin/{lang}");
                match Judged::read(workbook, item, &twin).standing() {
                    Some(_) => self.progress.texts = self.progress.texts.saturating_add(1),
                    None => out_of_date.push(Need::OutOfDate {
                        item,
                        lang: lang.clone(),
                    }),
                }
            }
            if !held.is_empty() {
                let lacking = languages.iter().filter(|lang| !held.contains_key(**lang));
                missing.extend(lacking.map(|lang| Need::Missing {
                    item,
                    lang: (*lang).to_owned(),
                }));
            }
        }
        self.needs.append(&mut out_of_date);
        self.needs.append(&mut missing);
    }
}

/// Whether it is a recommendation that was not taken back, or a combination of such.
fn is_live(register: &Register, all: &Combinations, item: ItemId) -> bool {
    match item.kind {
        Kind::COMBINATION => all.is_listed(item),
        _ => register.row(item).is_some_and(|row| !row.withdrawn),
    }
}

/// Whether nothing supersedes an edit of the workbook.
fn stands(workbook: &Workbook, edit: &Edit) -> bool {
    let history = workbook.history(edit.item, edit.field.name());
    history.is_some_and(|history| history.heads().iter().any(|head| **head == *edit))
}

impl Need {
    /// The key of its sentence.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Trouble(Trouble::Cycle(_)) => "queue-cycle",
            Self::Trouble(Trouble::Disputed { .. }) => "queue-disputed",
            Self::Trouble(Trouble::Nowhere { .. }) => "queue-nowhere",
            Self::Clash(_) => "queue-clash",
            Self::Conflict { .. } => "queue-conflict",
            Self::Contradiction { .. } => "queue-contradiction",
            Self::LookAlike { .. } => "queue-look-alike",
            Self::Unworded { .. } => "queue-unworded",
            Self::Earlier { .. } => "queue-earlier",
            Self::OutOfDate { .. } => "queue-out-of-date",
            Self::Missing { .. } => "queue-missing",
            Self::Finding(noted) => noted.key,
        }
    }
}
