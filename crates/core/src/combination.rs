//! Combinations read: which recommendation is part of which final wording, and which pointers cannot be followed.
//!
//! A recommendation or combination points to the combination it is part of (field `combined`). What a pointer leads to is
//! worked out here and never stored; `docs/combining.md` has the definitions. Acts are left to [`crate::command`].

mod lineage;
mod pair;

use std::collections::{BTreeMap, BTreeSet};

use crate::item::{ItemId, Kind};
use crate::judgement::Judged;
use crate::recommendation::{is_withdrawn, texts};
use crate::register::Register;
use crate::sorted;
use crate::value::Value;
use crate::workbook::Workbook;

pub use lineage::{Earlier, Lineage, Origin, Part, lineage};
pub(crate) use pair::wordings_of_pair;
pub use pair::{Pair, PairVerdict, pair_of, pair_wording, pairs};

/// The combination that these originals make: the same for everybody who combines the same set, in any order.
pub fn combination_of(originals: impl IntoIterator<Item = ItemId>) -> ItemId {
    let names: Vec<String> = sorted::set(originals)
        .iter()
        .map(ToString::to_string)
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    ItemId::derived(Kind::COMBINATION, &names)
}

/// A pointer that counts as none until a person has looked at it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    /// Combinations whose pointers lead in a circle, sorted.
    Cycle(Vec<ItemId>),
    /// An item that different people put into different combinations, or one of them took out.
    Disputed {
        /// The item.
        item: ItemId,
        /// Where they put it, sorted; `None` where somebody took it out.
        into: Vec<Option<ItemId>>,
    },
    /// An item that points to what is no combination, or to one of which no text is here.
    Nowhere {
        /// The item.
        item: ItemId,
        /// What it points to, where that is an item's name.
        into: Option<ItemId>,
    },
}

/// All pointers of a workbook, followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Combinations {
    /// What each item points to, as far as all agree on it.
    pointers: BTreeMap<ItemId, ItemId>,
    /// The last combination that each item leads to.
    finals: BTreeMap<ItemId, ItemId>,
    /// The recommendations that lead to each combination, sorted.
    members: BTreeMap<ItemId, Vec<ItemId>>,
    /// Those of the combinations to which a recommendation leads that was not taken back.
    listed: BTreeSet<ItemId>,
    troubles: Vec<Trouble>,
}

impl Combinations {
    /// The combinations of a workbook; its cost grows with the number of items, whatever the pointers say.
    pub fn of(workbook: &Workbook) -> Self {
        let mut all = Self::default();
        let mut followed: BTreeMap<ItemId, ItemId> = BTreeMap::new();
        let with_text: BTreeSet<ItemId> = {
            let all = workbook.of_kind(Kind::COMBINATION).map(|(id, _)| id);
            sorted::set(all.filter(|id| !texts(workbook, *id).is_empty()))
        };
        let kinds = [Kind::REC, Kind::COMBINATION].into_iter();
        for (item, _) in kinds.flat_map(|kind| workbook.of_kind(kind)) {
            let target = |value: &Value| value.as_text().and_then(|name| name.parse().ok());
            match Judged::read(workbook, item, "combined") {
                Judged::None => {}
                Judged::Disputed(values) => all.troubles.push(Trouble::Disputed {
                    item,
                    into: values.into_iter().map(target).collect(),
                }),
                Judged::One { what, .. } => {
                    let into: Option<ItemId> = target(what);
                    all.pointers.extend(into.map(|into| (item, into)));
                    match into.filter(|into| with_text.contains(into)) {
                        Some(into) => drop(followed.insert(item, into)),
                        None => all.troubles.push(Trouble::Nowhere { item, into }),
                    }
                }
            }
        }
        for circle in circles(&followed) {
            for item in &circle {
                followed.remove(item);
            }
            all.troubles.push(Trouble::Cycle(circle));
        }
        sorted::sort(&mut all.troubles);
        all.finals = ends(&followed);
        for (item, last) in all.finals.iter().filter(|(item, _)| item.kind == Kind::REC) {
            all.members.entry(*last).or_default().push(*item);
            if !is_withdrawn(workbook, *item) {
                all.listed.insert(*last);
            }
        }
        all
    }

    /// The final combination that an item is part of.
    pub fn of_item(&self, item: ItemId) -> Option<ItemId> {
        self.finals.get(&item).copied()
    }

    /// What an item points to, where all who pointed agree; it may count as none for another reason.
    pub fn pointer(&self, item: ItemId) -> Option<ItemId> {
        self.pointers.get(&item).copied()
    }

    /// The items that point to a combination themselves, sorted.
    pub fn pointing(&self, combination: ItemId) -> impl Iterator<Item = ItemId> {
        let pointers = self.pointers.iter();
        pointers.filter_map(move |(item, into)| (*into == combination).then_some(*item))
    }

    /// The recommendations that lead to a combination, sorted; those taken back are among them.
    pub fn members(&self, combination: ItemId) -> &[ItemId] {
        self.members.get(&combination).map_or(&[], Vec::as_slice)
    }

    /// Whether a combination is to be listed: a recommendation that was not taken back leads to it.
    pub fn is_listed(&self, combination: ItemId) -> bool {
        self.listed.contains(&combination)
    }

    /// The combinations that are to be listed, by name.
    pub fn listed(&self) -> impl Iterator<Item = ItemId> {
        self.listed.iter().copied()
    }

    /// The pointers that count as none until a person has looked at them: circles, disputes, then what leads nowhere.
    pub fn troubles(&self) -> &[Trouble] {
        &self.troubles
    }

    /// The recommendations an item stands for: those of the final combination it is part of or is, else itself.
    pub fn originals(&self, item: ItemId) -> Vec<ItemId> {
        let last = self.of_item(item).unwrap_or(item);
        match (self.members(last), item.kind) {
            ([], Kind::REC) => vec![item],
            (members, _) => members.to_vec(),
        }
    }

    /// What the final list holds, before anybody chooses from it: each live recommendation or, in the place of its first
    /// original, the combination that it is part of.
    pub fn standing(&self, register: &Register) -> Vec<ItemId> {
        let mut met = BTreeSet::new();
        let live = register
            .all()
            .filter(|id| register.row(*id).is_some_and(|row| !row.withdrawn));
        live.map(|id| self.of_item(id).unwrap_or(id))
            .filter(|id| met.insert(*id))
            .collect()
    }
}

/// The circles among pointers, each sorted; every item is looked at once.
fn circles(followed: &BTreeMap<ItemId, ItemId>) -> Vec<Vec<ItemId>> {
    // In which walk an item was first met.
    let mut met: BTreeMap<ItemId, usize> = BTreeMap::new();
    let mut circles = Vec::new();
    for (walk, start) in followed.keys().enumerate() {
        let mut at = *start;
        while !met.contains_key(&at) {
            met.insert(at, walk);
            match followed.get(&at) {
                Some(next) => at = *next,
                None => break,
            }
        }
        // Back where this very walk has been: round once more, and that is the circle.
        let first = at;
        let mut circle = Vec::new();
        while met.get(&first) == Some(&walk)
            && let Some(next) = followed.get(&at)
        {
            circle.push(at);
            at = *next;
            if at == first {
                break;
            }
        }
        if !circle.is_empty() {
            sorted::sort(&mut circle);
            circles.push(circle);
        }
    }
    circles
}

/// Where each item's pointers end; there are no circles left. Every item is looked at once.
fn ends(followed: &BTreeMap<ItemId, ItemId>) -> BTreeMap<ItemId, ItemId> {
    let mut ends: BTreeMap<ItemId, ItemId> = BTreeMap::new();
    for start in followed.keys() {
        let (mut path, mut at) = (Vec::new(), *start);
        let last = loop {
            if let Some(last) = ends.get(&at) {
                break *last;
            }
            let Some(next) = followed.get(&at) else {
                break at;
            };
            path.push(at);
            at = *next;
        };
        for item in path {
            ends.insert(item, last);
        }
    }
    ends
}
