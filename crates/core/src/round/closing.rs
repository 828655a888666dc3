//! Acts of a round: beginning it, closing it, declaring it void. None of them can be taken back: the caller must not offer it.

use super::card::Method;
use super::fold::{OTHER, fold};
use super::paper::{Paper, shuffled};
use super::{Card, Round, Voted, items_value};
use crate::command::Act;
use crate::edit::{Reach, Written};
use crate::event::pointer;
use crate::field::Field;
use crate::item::{ItemId, Kind};
use crate::recommendation::judged_wording;
use crate::value::Value;
use crate::workbook::Workbook;

/// Begins a round of a group, or of the plenary where the event is named instead: the card with its categories folded, and
/// the items with the digests of their wordings.
pub fn begin(
    act: &mut Act<'_>,
    workbook: &Workbook,
    round: ItemId,
    of: ItemId,
    card: &Card,
    items: &[ItemId],
) {
    let card = Card {
        categories: fold(&card.categories),
        ..card.clone()
    };
    let voted: Vec<Voted> = items
        .iter()
        .map(|item| Voted {
            item: *item,
            of: judged_wording(workbook, *item),
        })
        .collect();
    let plenary = of.kind == Kind::EVENT;
    let event = match plenary {
        true => Some(of),
        false => pointer(workbook, of, "event"),
    };
    if let Some(event) = event {
        act.set(workbook, round, "event", Value::text(&event.to_string()));
    }
    if !plenary {
        act.set(workbook, round, "group", Value::text(&of.to_string()));
    }
    act.set(workbook, round, "card", card.value());
    act.set(workbook, round, "items", items_value(&voted));
}

/// What a ballot that holds a reason says as its question.
pub(super) const REASONS: &str = "reasons";

/// Closes a round: its papers become ballots, each question's apart and in an order of its own, under names drawn here, with
/// categories folded by who voted. A reason is a ballot too, without a category: whoever knows the sentence again learns of
/// no other answer of its writer.
pub fn close(
    act: &mut Act<'_>,
    workbook: &Workbook,
    round: &Round,
    papers: &[Paper],
    draw: &mut dyn FnMut() -> u64,
) {
    let named = folded(papers);
    for method in &round.card.methods {
        for at in shuffled(papers.len(), draw) {
            let Some((paper, category)) = papers.get(at).zip(named.get(at)) else {
                continue;
            };
            let none = match method {
                Method::Ranking => Value::texts([]),
                _ => Value::map([]),
            };
            let chosen = paper.chosen(*method).cloned().unwrap_or(none);
            let chosen = match method {
                Method::Gradients => steps_of(&chosen),
                _ => chosen,
            };
            write(act, round, method.name(), category.as_deref(), chosen, draw);
        }
    }
    let reasons: Vec<Value> = papers.iter().flat_map(reasons_of).collect();
    for at in shuffled(reasons.len(), draw) {
        if let Some(reason) = reasons.get(at) {
            write(act, round, REASONS, None, reason.clone(), draw);
        }
    }
    act.set(workbook, round.id, "closed", Value::Bool(true));
}

/// One ballot, under a name drawn here.
fn write(
    act: &mut Act<'_>,
    round: &Round,
    method: &str,
    category: Option<&str>,
    choices: Value,
    draw: &mut dyn FnMut() -> u64,
) {
    let bits = u128::from(draw()).wrapping_shl(64) | u128::from(draw());
    let ballot = ItemId::new(Kind::BALLOT, bits);
    let mut write = |field: &str, value: Value| {
        if let Some(field) = Field::new(field) {
            act.append(ballot, field, Written::One(value), Reach::default());
        }
    };
    write("round", Value::text(&round.id.to_string()));
    write("method", Value::text(method));
    if let Some(category) = category {
        write("category", Value::text(category));
    }
    write("choices", choices);
}

/// Gradients without their reasons.
fn steps_of(chosen: &Value) -> Value {
    let step = |given: &Value| Value::map(given.get("step").map(|step| ("step", step.clone())));
    let entries = chosen.entries().iter();
    Value::map(entries.map(|(item, given)| (item.as_ref(), step(given))))
}

/// The reasons of a paper, each for itself.
fn reasons_of(paper: &Paper) -> Vec<Value> {
    let chosen = paper.chosen(Method::Gradients);
    let given = chosen.into_iter().flat_map(|chosen| chosen.entries());
    given
        .filter_map(|(item, given)| {
            let text = given
                .get("reason")
                .filter(|reason| reason.as_text().is_some_and(|text| !text.is_empty()))?;
            let step = given.get("step")?;
            Some(Value::map([
                ("item", Value::text(item)),
                ("step", step.clone()),
                ("text", text.clone()),
            ]))
        })
        .collect()
}

/// Declares a round void, with the reason; its papers are never written.
pub fn void(act: &mut Act<'_>, workbook: &Workbook, round: ItemId, reason: &str) {
    act.set(workbook, round, "void", Value::text(reason));
}

/// Of each paper the category that may be written; none anywhere where nothing is left.
fn folded(papers: &[Paper]) -> Vec<Option<String>> {
    let mut counts: Vec<(String, u64)> = Vec::new();
    for paper in papers {
        let category = paper.category.as_deref().unwrap_or(OTHER);
        match counts.iter_mut().find(|(held, _)| held == category) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => counts.push((category.to_owned(), 1)),
        }
    }
    crate::sorted::sort(&mut counts);
    let kept = fold(&counts);
    let name = |paper: &Paper| {
        let category = paper.category.as_deref().unwrap_or(OTHER);
        let is_kept = kept.iter().any(|(held, _)| held == category);
        let name = if is_kept { category } else { OTHER };
        (!kept.is_empty()).then(|| name.to_owned())
    };
    papers.iter().map(name).collect()
}
