//! What people called the same and nobody has put into one text yet: a person is to choose the text.

use std::collections::{BTreeMap, BTreeSet};

use super::is_live;
use crate::combination::{Combinations, PairVerdict, Trouble, pairs};
use crate::item::ItemId;
use crate::register::Register;
use crate::sorted;
use crate::workbook::Workbook;

/// Sets of two or more that hang together by standing verdicts of *same* and are not in one combination: recommendations, and
/// combinations that stand for several. Left out are those of which something is asked still: two that look alike (`open`),
/// two of whom different things are said, a pointer that counts as none.
pub(super) fn unworded(
    workbook: &Workbook,
    register: &Register,
    all: &Combinations,
    open: &[[ItemId; 2]],
) -> Vec<Vec<ItemId>> {
    let last = |item: ItemId| all.of_item(item).unwrap_or(item);
    let mut same: BTreeMap<ItemId, Vec<ItemId>> = BTreeMap::new();
    let mut open = open.to_vec();
    for pair in pairs(workbook) {
        if !pair.disputed.is_empty() {
            open.push(pair.items);
        }
        let [a, b] = pair.items.map(last);
        let is_same = pair.is_settled() && pair.verdict == Some(PairVerdict::Same);
        let both_live = || pair.items.iter().all(|item| is_live(register, all, *item));
        if a != b && is_same && both_live() {
            same.entry(a).or_default().push(b);
            same.entry(b).or_default().push(a);
        }
    }
    let mut sets = components(&same);
    let set_of: BTreeMap<ItemId, usize> = {
        let members = sets.iter().zip(0..);
        sorted::map(members.flat_map(|(set, at)| set.iter().map(move |item| (*item, at))))
    };
    let place = |item: ItemId| set_of.get(&last(item)).copied();
    let within = open.iter().filter_map(|[a, b]| {
        let held = place(*a)?;
        (Some(held) == place(*b)).then_some(held)
    });
    let troubled = all.troubles().iter().flat_map(|trouble| match trouble {
        Trouble::Cycle(items) => items.clone(),
        Trouble::Disputed { item, .. } | Trouble::Nowhere { item, .. } => vec![*item],
    });
    let asked = sorted::set(within.chain(troubled.filter_map(place)));
    let mut at = 0_usize..;
    sets.retain(|_| at.next().is_some_and(|at| !asked.contains(&at)));
    sets
}

/// What hangs together, each set sorted; every link is followed once.
fn components(links: &BTreeMap<ItemId, Vec<ItemId>>) -> Vec<Vec<ItemId>> {
    let mut met: BTreeSet<ItemId> = BTreeSet::new();
    let mut sets = Vec::new();
    for start in links.keys() {
        if !met.insert(*start) {
            continue;
        }
        let (mut set, mut next) = (Vec::new(), vec![*start]);
        while let Some(item) = next.pop() {
            set.push(item);
            let others = links.get(&item).into_iter().flatten();
            next.extend(others.copied().filter(|other| met.insert(*other)));
        }
        sorted::sort(&mut set);
        sets.push(set);
    }
    sets
}
