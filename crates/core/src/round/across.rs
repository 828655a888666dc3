//! All groups beside each other: what each gave an item, the combination of those who saw it, and of combined
//! recommendations what became of each original.

use std::collections::BTreeMap;

use super::{Answers, Results, Stage, rounds};
use crate::combination::Combinations;
use crate::item::{ItemId, Kind};
use crate::priority::across::{GroupScores, across_groups};
use crate::register::Register;
use crate::sorted;
use crate::workbook::Workbook;

/// The rankings of all groups, one round each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Across {
    /// The group of each column (in plenary the event, behind all groups; none for a round of neither), its round and how
    /// many voted.
    pub groups: Vec<(Option<ItemId>, ItemId, u64)>,
    /// What stands on the final list and was seen by a group, the highest first.
    pub lines: Vec<Line>,
}

/// One recommendation or combination.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The item.
    pub item: ItemId,
    /// What orders it, 0 to 1: what the plenary gave it; where that did not vote on it, the mean of the groups that saw it,
    /// weighted by their voters. Of a combination that nobody voted on the largest of its originals.
    pub value: Option<f64>,
    /// Whether the value is that of an original: it orders and is no result of its own.
    pub is_of_original: bool,
    /// Whether the value is the plenary's.
    pub is_of_plenary: bool,
    /// By column, the points of all it could have, 0 to 1; none where it was not seen.
    pub by_group: Vec<Option<f64>>,
    /// Groups that saw it of all groups, 0 to 1.
    pub coverage: f64,
    /// The originals of a combination, each with its own value and what each group gave it.
    pub origins: Vec<Line>,
}

impl Across {
    /// Reads the closed rounds in which groups ranked. Of several rounds of one group the one that asked about the most
    /// items counts, then the one with the most voters: nobody counts twice.
    pub fn read(workbook: &Workbook, register: &Register, combinations: &Combinations) -> Self {
        // By whether it is a plenary, so that those come last.
        let mut best: BTreeMap<(bool, Option<ItemId>), (Results, GroupScores)> = BTreeMap::new();
        for round in rounds(workbook) {
            if round.stage != Stage::Closed {
                continue;
            }
            let Some(results) = Results::read(workbook, round.id) else {
                continue;
            };
            let Some(scores) = scores(&results) else {
                continue;
            };
            let weight = |results: &Results, scores: &GroupScores| {
                (
                    results.items.len(),
                    scores.voters,
                    std::cmp::Reverse(results.round.id),
                )
            };
            let of = results.round.of();
            let column = (of.is_some_and(is_event), of);
            let is_better = best
                .get(&column)
                .is_none_or(|(held, of)| weight(held, of) < weight(&results, &scores));
            if is_better {
                best.insert(column, (results, scores));
            }
        }
        let seen = best.values().flat_map(|(results, _)| results.items.iter());
        let items: Vec<ItemId> = sorted::set(seen.copied()).into_iter().collect();
        let place = |item: ItemId| items.binary_search(&item).ok();
        // The scores of a round are by its own order of items; here by that of all.
        let groups: Vec<GroupScores> = best
            .values()
            .map(|(results, scores)| GroupScores {
                score: scores
                    .score
                    .iter()
                    .filter_map(|(at, score)| Some((place(*results.items.get(*at)?)?, *score)))
                    .collect(),
                ..scores.clone()
            })
            .collect();
        let columns = best.keys().filter(|(plenary, _)| !plenary).count();
        // Who votes in plenary has voted in a group: nobody counts twice.
        let (of_groups, of_plenary) = groups.split_at_checked(columns).unwrap_or_default();
        let across = across_groups(items.len(), of_groups, &[]);
        let plenary = across_groups(items.len(), of_plenary, &[]);
        let line = |item: ItemId| {
            let at = place(item);
            let of = |group: &BTreeMap<usize, Option<f64>>| *group.get(&at?)?;
            let by_plenary = at.and_then(|at| *plenary.combined.get(at)?);
            Line {
                item,
                value: by_plenary.or_else(|| at.and_then(|at| *across.combined.get(at)?)),
                is_of_original: false,
                is_of_plenary: by_plenary.is_some(),
                by_group: across
                    .by_group
                    .iter()
                    .chain(&plenary.by_group)
                    .map(of)
                    .collect(),
                coverage: at
                    .and_then(|at| *across.coverage.get(at)?)
                    .unwrap_or_default(),
                origins: Vec::new(),
            }
        };
        let mut lines: Vec<Line> = Vec::new();
        for item in combinations.standing(register) {
            let mut found = line(item);
            if combinations.is_listed(item) {
                let members = combinations.members(item).iter();
                found.origins = members.map(|original| line(*original)).collect();
                if found.value.is_none() {
                    let values = found.origins.iter().filter_map(|origin| origin.value);
                    found.value = values.reduce(f64::max);
                    found.is_of_original = found.value.is_some();
                }
            }
            if found.value.is_some() {
                lines.push(found);
            }
        }
        // Stable: what is level keeps the order of the list.
        let highest_first = |a: &Line, b: &Line| {
            b.value
                .unwrap_or_default()
                .total_cmp(&a.value.unwrap_or_default())
        };
        sorted::sort_by(&mut lines, highest_first);
        Self {
            groups: best
                .values()
                .map(|(results, scores)| {
                    (
                        results.round.of(),
                        results.round.id,
                        u64::from(scores.voters),
                    )
                })
                .collect(),
            lines,
        }
    }
}

fn is_event(of: ItemId) -> bool {
    of.kind == Kind::EVENT
}

/// The points of a round's ranking, by its own items; none where it did not rank, or nobody did.
fn scores(results: &Results) -> Option<GroupScores> {
    let ranked = results.answers.iter().find_map(|answers| match answers {
        Answers::Ranking(ranked) => Some(&ranked.top),
        _ => None,
    })?;
    let voters = u32::try_from(ranked.voters)
        .ok()
        .filter(|voters| *voters > 0)?;
    let points = ranked.score.iter().enumerate();
    Some(GroupScores {
        voters,
        k: u32::try_from(ranked.k).ok()?,
        // Points are at most k for each voter: far below what a float holds whole.
        score: points
            .map(|(at, points)| (at, f64::from(u32::try_from(*points).unwrap_or(u32::MAX))))
            .collect(),
    })
}
