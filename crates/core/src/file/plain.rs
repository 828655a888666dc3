//! The readable part of a record: the values now, with the labels of the terms they use, as people and other tools read
//! them. Fields with parts are nested (`wording/ur` stands under `wording`, `ur`).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::event::{Event, Group, pointer};
use crate::field::{Field, Policy, Rule, Shape, rule_of};
use crate::item::{ItemId, Kind};
use crate::value::Value;
use crate::vocabulary::Vocabulary;
use crate::workbook::{Current, Workbook};

/// The readable part of an item.
pub(super) fn plain(workbook: &Workbook, id: ItemId, vocabulary: &Vocabulary) -> Value {
    let mut plain: BTreeMap<Arc<str>, Value> = BTreeMap::new();
    let mut nested: BTreeMap<Arc<str>, BTreeMap<Arc<str>, Value>> = BTreeMap::new();
    let Some(item) = workbook.item(id) else {
        return Value::None;
    };
    for (field, history) in item.fields() {
        let Some(rule) = rule_of(id.kind, field) else {
            // Fields of later versions stand in the edits only.
            continue;
        };
        let value = match (history.current(), rule.policy) {
            (Current::None, _) => continue,
            (Current::One(value), _) => shown(workbook, rule, field, value, vocabulary),
            (Current::Conflict(_), Policy::List) => {
                let entries = Value::set(workbook.entries(id, field.name()));
                shown(workbook, rule, field, &entries, vocabulary)
            }
            (Current::Conflict(values), Policy::Derive) => match values.last() {
                Some(value) => shown(workbook, rule, field, value, vocabulary),
                None => continue,
            },
            (Current::Conflict(values), Policy::Ask) => {
                let values = values
                    .iter()
                    .map(|value| shown(workbook, rule, field, value, vocabulary));
                Value::map([("conflict", Value::List(values.collect()))])
            }
        };
        match field.part() {
            None => drop(plain.insert(rule.name.into(), value)),
            Some(part) => drop(
                nested
                    .entry(rule.name.into())
                    .or_default()
                    .insert(part.into(), value),
            ),
        }
    }
    for (stem, parts) in nested {
        plain.insert(stem, Value::Map(parts.into_iter().collect()));
    }
    if let Some(label) = label(workbook, id) {
        plain.insert("label".into(), Value::text(&label));
    }
    Value::Map(plain.into_iter().collect())
}

/// What people call the item: number, code or title.
fn label(workbook: &Workbook, id: ItemId) -> Option<String> {
    let label = match id.kind {
        Kind::EVENT => Event::read(workbook, id).title("en").to_owned(),
        Kind::GROUP => Group::read(workbook, id).title("en").to_owned(),
        Kind::REC => {
            let code =
                |field| pointer(workbook, id, field).and_then(|item| workbook.text(item, "code"));
            let serial = workbook
                .value(id, "number")
                .and_then(Value::as_int)
                .map(|serial| format!("{serial:02}"));
            let parts = [code("event"), code("group"), serial.as_deref()];
            parts
                .into_iter()
                .flatten()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("-")
        }
        _ => return None,
    };
    (!label.is_empty()).then_some(label)
}

fn shown(
    workbook: &Workbook,
    rule: &Rule,
    field: &Field,
    value: &Value,
    vocabulary: &Vocabulary,
) -> Value {
    match (rule.shape, value) {
        (Shape::Term(_), Value::Text(term)) => term_shown(term, vocabulary),
        (Shape::Terms(_), Value::List(terms)) => Value::List(
            terms
                .iter()
                .map(|term| {
                    term.as_text()
                        .map_or(Value::None, |id| term_shown(id, vocabulary))
                })
                .collect(),
        ),
        (Shape::Item(_), Value::Text(name)) => {
            let title = name.parse().ok().and_then(|id| label(workbook, id));
            let title = title.map_or(Value::None, |title| Value::text(&title));
            Value::map([("id", Value::Text(name.clone())), ("label", title)])
        }
        (Shape::Wording, value) => match (
            field.part(),
            value.get("lang").and_then(Value::as_text),
            value.get("text"),
        ) {
            // The language stands as the key.
            (Some(part), Some(lang), Some(text)) if part == lang => text.clone(),
            _ => value.clone(),
        },
        _ => value.clone(),
    }
}

fn term_shown(id: &str, vocabulary: &Vocabulary) -> Value {
    let labels = vocabulary
        .term(id)
        .into_iter()
        .flat_map(|term| term.labels.iter());
    let labels = labels
        .filter(|(lang, _)| *lang != "id")
        .map(|(lang, label)| (lang, Value::text(label)));
    Value::map(std::iter::once(("id", Value::text(id))).chain(labels))
}

/// The value a field would hold for a readable one, or `None` where it does not have the field's shape.
pub(super) fn meant(rule: &Rule, part: Option<&str>, shown: &Value) -> Option<Value> {
    let id_of = |shown: &Value| match shown {
        Value::Map(_) => shown.get("id").filter(|id| id.as_text().is_some()).cloned(),
        Value::Text(_) => Some(shown.clone()),
        _ => None,
    };
    let meant = match (rule.shape, shown) {
        (_, Value::None) => Value::None,
        (Shape::Term(_) | Shape::Item(_), shown) => id_of(shown)?,
        (Shape::Terms(_) | Shape::Texts | Shape::Dates, Value::List(items)) => {
            let ids: Option<Vec<Value>> = items.iter().map(id_of).collect();
            Value::set(ids?.iter().filter_map(Value::as_text))
        }
        (Shape::Wording, Value::Text(text)) => crate::command::wording(part?, text),
        _ => shown.clone(),
    };
    rule.shape.fits(&meant).then_some(meant)
}
