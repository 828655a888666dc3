//! Ballots as the methods want them: places of items, numbers within the scale. What does not fit is counted and left out.

use super::{Card, Method, Reason};
use crate::item::ItemId;
use crate::priority::Item;
use crate::priority::rating::{Distribution, Scale};
use crate::sorted;
use crate::value::Value;

/// The ballots of a round.
pub(super) struct Ballots<'a> {
    card: &'a Card,
    /// Names of items with their places, sorted by name.
    names: Vec<(String, Item)>,
    papers: &'a [(Method, Option<&'a str>, &'a Value)],
    /// What ballots hold that are a reason each.
    reasons: &'a [&'a Value],
}

impl<'a> Ballots<'a> {
    pub(super) fn new(
        card: &'a Card,
        items: &[ItemId],
        papers: &'a [(Method, Option<&'a str>, &'a Value)],
        reasons: &'a [&'a Value],
    ) -> Self {
        let mut names: Vec<(String, Item)> = items.iter().map(ItemId::to_string).zip(0..).collect();
        sorted::sort(&mut names);
        Self {
            card,
            names,
            papers,
            reasons,
        }
    }

    fn of(&self, method: Method) -> impl Iterator<Item = (Option<&'a str>, &'a Value)> + '_ {
        let of = self.papers.iter().filter(move |(held, ..)| *held == method);
        of.map(|(_, category, choices)| (*category, *choices))
    }

    fn place(&self, name: &str) -> Option<Item> {
        let at = self
            .names
            .binary_search_by(|(held, _)| held.as_str().cmp(name))
            .ok()?;
        self.names.get(at).map(|(_, item)| *item)
    }

    /// Those who voted: as many as the question most of them answered.
    pub(super) fn voters(&self) -> u64 {
        let counts = self
            .card
            .methods
            .iter()
            .map(|method| self.of(*method).count());
        u64::try_from(counts.max().unwrap_or(0)).unwrap_or(u64::MAX)
    }

    /// Voters by category of the first question, in the order of names.
    pub(super) fn sectors(&self) -> Vec<(String, u64)> {
        let first = self.card.methods.first().copied().unwrap_or(Method::Rating);
        let mut named: Vec<&str> = self
            .of(first)
            .filter_map(|(category, _)| category)
            .collect();
        sorted::sort(&mut named);
        let same = named.chunk_by(|a, b| a == b);
        same.filter_map(|same| {
            let count = u64::try_from(same.len()).unwrap_or(u64::MAX);
            Some(((*same.first()?).to_owned(), count))
        })
        .collect()
    }

    /// Items with numbers, paper by paper; a paper with an unknown item or a number that is none is refused.
    pub(super) fn points(&self, method: Method, refused: &mut usize) -> Vec<Vec<(Item, i64)>> {
        let (least, greatest) = self.card.ends(method);
        let mut papers = Vec::new();
        for (_, choices) in self.of(method) {
            let fits = |(name, value): &(std::sync::Arc<str>, Value)| {
                let number = value
                    .as_int()
                    .filter(|number| (least..=greatest).contains(number))?;
                Some((self.place(name)?, number))
            };
            let paper: Option<Vec<(Item, i64)>> = choices.entries().iter().map(fits).collect();
            let budget = |paper: &Vec<(Item, i64)>| {
                let given: i64 = paper
                    .iter()
                    .fold(0, |sum, (_, dots)| sum.saturating_add(*dots));
                method != Method::Dots
                    || u64::try_from(given).is_ok_and(|given| given <= self.card.dots)
            };
            match paper.filter(budget) {
                Some(paper) => papers.push(paper),
                None => *refused = refused.saturating_add(1),
            }
        }
        papers
    }

    /// How many ratings at each point, by item.
    pub(super) fn distributions(
        &self,
        method: Method,
        scale: Scale,
        refused: &mut usize,
    ) -> Vec<Distribution> {
        let mut by_item = vec![Distribution::none(scale); self.names.len()];
        for (item, rating) in self.points(method, refused).into_iter().flatten() {
            if let Some(of) = by_item.get_mut(item) {
                of.add(rating);
            }
        }
        by_item
    }

    /// Ratings by category, by item.
    pub(super) fn by_sector(&self, sectors: &[(String, u64)]) -> Vec<Vec<Distribution>> {
        let (least, greatest) = self.card.ends(Method::Rating);
        let mut all = vec![vec![Distribution::none(Scale::NINE); self.names.len()]; sectors.len()];
        for (category, choices) in self.of(Method::Rating) {
            let at = sectors
                .iter()
                .position(|(held, _)| Some(held.as_str()) == category);
            let Some(of) = at.and_then(|at| all.get_mut(at)) else {
                continue;
            };
            for (name, value) in choices.entries() {
                let rating = value
                    .as_int()
                    .filter(|rating| (least..=greatest).contains(rating));
                let cell = self.place(name).and_then(|item| of.get_mut(item));
                if let Some((cell, rating)) = cell.zip(rating) {
                    cell.add(rating);
                }
            }
        }
        all
    }

    /// The best ones, paper by paper.
    pub(super) fn rankings(&self, refused: &mut usize) -> Vec<Vec<Item>> {
        let mut papers = Vec::new();
        for (_, choices) in self.of(Method::Ranking) {
            let best: Option<Vec<Item>> = choices
                .items()
                .iter()
                .map(|name| self.place(name.as_text()?))
                .collect();
            let each_once =
                |best: &Vec<Item>| sorted::set(best.iter().copied()).len() == best.len();
            match best.filter(|best| best.len() <= self.card.k && each_once(best)) {
                Some(best) => papers.push(best),
                None => *refused = refused.saturating_add(1),
            }
        }
        papers
    }

    /// By item, answers at steps 1 to 8 and the reasons given: in ballots of their own, or beside the step in those of
    /// earlier versions.
    pub(super) fn steps(&self, refused: &mut usize) -> Vec<([u64; 8], Vec<Reason>)> {
        let mut by_item = vec![([0_u64; 8], Vec::new()); self.names.len()];
        for (_, choices) in self.of(Method::Gradients) {
            let fits = |(name, value): &(std::sync::Arc<str>, Value)| {
                let step = value
                    .get("step")?
                    .as_int()
                    .filter(|step| (1..=8).contains(step))?;
                let reason = value
                    .get("reason")
                    .and_then(Value::as_text)
                    .map(str::to_owned);
                Some((self.place(name)?, step, reason))
            };
            let paper: Option<Vec<_>> = choices.entries().iter().map(fits).collect();
            let Some(paper) = paper else {
                *refused = refused.saturating_add(1);
                continue;
            };
            for (item, step, reason) in paper {
                let Some((counts, reasons)) = by_item.get_mut(item) else {
                    continue;
                };
                let at = usize::try_from(step.saturating_sub(1)).unwrap_or(8);
                if let Some(count) = counts.get_mut(at) {
                    *count = count.saturating_add(1);
                }
                let reason = reason.filter(|text| !text.is_empty());
                reasons.extend(reason.map(|text| Reason { step, text }));
            }
        }
        for held in self.reasons {
            let place = held.get("item").and_then(Value::as_text);
            let place = place.and_then(|name| self.place(name));
            let step = held.get("step").and_then(Value::as_int);
            let text = held.get("text").and_then(Value::as_text);
            let of = place.and_then(|item| by_item.get_mut(item));
            match (of, step.filter(|step| (5..=8).contains(step)), text) {
                (Some((_, reasons)), Some(step), Some(text)) if !text.is_empty() => {
                    let text = text.to_owned();
                    reasons.push(Reason { step, text });
                }
                _ => *refused = refused.saturating_add(1),
            }
        }
        by_item
    }

    /// By item, hands in favour, against, and neither: several counts are added.
    pub(super) fn hands(&self, refused: &mut usize) -> Vec<[u64; 3]> {
        let mut by_item = vec![[0_u64; 3]; self.names.len()];
        for (_, choices) in self.of(Method::Hands) {
            let fits = |(name, value): &(std::sync::Arc<str>, Value)| {
                let count = |value: &Value| {
                    let count = u64::try_from(value.as_int()?).ok()?;
                    (count <= Card::MOST_PRESENT).then_some(count)
                };
                let counts: Option<Vec<u64>> = value.items().iter().map(count).collect();
                let counts: [u64; 3] = counts?.try_into().ok()?;
                Some((self.place(name)?, counts))
            };
            let paper: Option<Vec<_>> = choices.entries().iter().map(fits).collect();
            let Some(paper) = paper else {
                *refused = refused.saturating_add(1);
                continue;
            };
            for (item, counts) in paper {
                for (sum, more) in by_item.get_mut(item).into_iter().flatten().zip(counts) {
                    *sum = sum.saturating_add(more);
                }
            }
        }
        by_item
    }
}
