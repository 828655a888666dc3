//! A file whose readable part was changed by hand: each difference becomes an edit, to be offered.
//!
//! The edits belong to a session derived from both parts and have seen the file's own values, so the same hand-edited
//! file gives the same edits on any machine. A value that is missing means nothing.

use std::collections::BTreeMap;

use super::finding::{Finding, Findings};
use super::plain::{Labels, meant, plain};
use super::record::over_limits;
use crate::command::Pen;
use crate::edit::{Edit, Written};
use crate::field::{Field, Policy, Rule, rule_of};
use crate::item::{ItemId, SessionId};
use crate::sorted;
use crate::value::Value;
use crate::workbook::{Current, Workbook};

/// The edits that say what differs; `digest` is that of the edits of the file.
pub(super) fn changes<'a>(
    digest: &str,
    edits: &[Edit],
    parts: impl Iterator<Item = (ItemId, &'a str)>,
    findings: &mut Findings,
) -> Vec<Edit> {
    let mut workbook = Workbook::new();
    workbook.join(edits.iter().cloned());
    let vocabulary = crate::event::vocabulary_of(&workbook);
    let mut labels = Labels::default();
    let mut changed: BTreeMap<(ItemId, String), Value> = BTreeMap::new();
    let mut unusable = 0usize;
    // A part that is missing, or says so, means nothing.
    for (item, text) in parts.filter(|(_, text)| !matches!(*text, "" | "null")) {
        let mut cannot_use = |key: &str| {
            unusable = unusable.saturating_add(1);
            findings.push(Finding::HandUnusable {
                item,
                key: key.to_owned(),
            });
        };
        let shown = match serde_json::from_str::<Value>(text) {
            Ok(shown @ Value::Map(_)) => shown,
            _ => {
                cannot_use("plain");
                continue;
            }
        };
        let expected = plain(&workbook, item, &vocabulary, &mut labels);
        for (key, value) in shown.entries() {
            let before = expected.get(key);
            if before == Some(value) || key.as_ref() == "label" {
                continue;
            }
            let is_field =
                Field::new(key).is_some_and(|field| rule_of(item.kind, &field).is_some());
            if !is_field && value.entries().is_empty() {
                cannot_use(key);
            }
            let whole = is_field.then(|| (key.to_string(), value));
            let parts = value.entries().iter().filter(|(part, value)| {
                !is_field && before.and_then(|before| before.get(part)) != Some(value)
            });
            let parts = parts.map(|(part, value)| (format!("{key}/{part}"), value));
            for (name, value) in whole.into_iter().chain(parts) {
                let field = Field::new(&name);
                let rule = field.as_ref().and_then(|field| rule_of(item.kind, field));
                match rule.map(|rule| change(&workbook, item, &name, rule, value)) {
                    Some(Change::None) => {}
                    Some(Change::To(value)) => drop(changed.insert((item, name), value)),
                    Some(Change::Unusable) | None => cannot_use(&name),
                }
            }
        }
    }
    if changed.is_empty() && unusable == 0 {
        findings.push(Finding::PlainChanged);
    }
    let lines: String = changed
        .iter()
        .map(|((item, field), value)| {
            let value = serde_json::to_string(value).unwrap_or_default();
            format!("{item} {field} {value}\n")
        })
        .collect();
    let mut pen = Pen::new(SessionId::derived(&["by hand", digest, &lines]));
    let mut act = pen.act("hand", None);
    for ((item, name), value) in changed {
        let reach = workbook.reach(item, &name);
        if let Some(field) = Field::new(&name) {
            act.append(item, field, Written::One(value), reach);
        }
    }
    let by_hand = act.finish();
    if !by_hand.is_empty() {
        findings.push(Finding::HandEdited {
            values: by_hand.len(),
        });
    }
    by_hand
}

enum Change {
    None,
    To(Value),
    Unusable,
}

/// What a readable value changes.
fn change(workbook: &Workbook, item: ItemId, name: &str, rule: &Rule, shown: &Value) -> Change {
    let part = name.split_once('/').map(|(_, part)| part);
    let current = workbook.current(item, name);
    // A conflict stands as a list of its values; whoever settles it puts one value in its place.
    if let Value::Map(entries) = shown
        && let [(key, values)] = entries.as_ref()
        && key.as_ref() == "conflict"
    {
        let meant = values.items().iter().map(|value| meant(rule, part, value));
        let meant = meant.collect::<Option<Vec<Value>>>().map(sorted::set);
        let same = match (&current, &meant) {
            (Current::Conflict(held), Some(meant)) => meant.iter().eq(held.iter().copied()),
            _ => false,
        };
        return if same { Change::None } else { Change::Unusable };
    }
    let Some(value) = meant(rule, part, shown).filter(|value| over_limits(value).is_none()) else {
        return Change::Unusable;
    };
    let same = match (current, rule.policy) {
        (Current::None, _) => value.is_none(),
        (Current::One(held), _) => *held == value,
        (Current::Conflict(_), Policy::Ask) => false,
        (Current::Conflict(_), Policy::List) => Value::set(workbook.entries(item, name)) == value,
        (Current::Conflict(held), Policy::Derive) => held.last().copied() == Some(&value),
    };
    if same {
        Change::None
    } else {
        Change::To(value)
    }
}
