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
pub(super) fn plain(
    workbook: &Workbook,
    id: ItemId,
    vocabulary: &Vocabulary,
    labels: &mut Labels,
) -> Value {
    let mut shown = |rule: &Rule, field: &Field, value: &Value| {
        shown(workbook, rule, field, value, vocabulary, labels)
    };
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
            (Current::One(value), _) => shown(rule, field, value),
            (Current::Conflict(_), Policy::List) => {
                let entries = Value::set(workbook.entries(id, field.name()));
                shown(rule, field, &entries)
            }
            (Current::Conflict(values), Policy::Derive) => match values.last() {
                Some(value) => shown(rule, field, value),
                None => continue,
            },
            (Current::Conflict(values), Policy::Ask) => {
                let values = values.iter().map(|value| shown(rule, field, value));
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
    if let Some(label) = labels.of(workbook, id) {
        plain.insert("label".into(), Value::Text(label));
    }
    Value::Map(plain.into_iter().collect())
}

/// What people call items. Kept, since thousands of recommendations name one group.
#[derive(Debug, Default)]
pub(super) struct Labels {
    titles: BTreeMap<ItemId, Arc<str>>,
    codes: BTreeMap<ItemId, Arc<str>>,
}

impl Labels {
    /// What people call the item: number, code or title.
    fn of(&mut self, workbook: &Workbook, id: ItemId) -> Option<Arc<str>> {
        let label = match id.kind {
            Kind::EVENT => {
                let title = || Event::read(workbook, id).title("en").into();
                self.titles.entry(id).or_insert_with(title).clone()
            }
            Kind::GROUP => {
                let title = || Group::read(workbook, id).title("en").into();
                self.titles.entry(id).or_insert_with(title).clone()
            }
            Kind::REC => {
                let serial = workbook
                    .value(id, "number")
                    .and_then(Value::as_int)
                    .map(|serial| format!("{serial:02}").into());
                let mut code = |field| Some(self.code(workbook, pointer(workbook, id, field)?));
                let parts = [code("event"), code("group"), serial];
                let parts = parts.iter().flatten().filter(|part| !part.is_empty());
                parts
                    .map(AsRef::as_ref)
                    .collect::<Vec<_>>()
                    .join("-")
                    .into()
            }
            _ => return None,
        };
        (!label.is_empty()).then_some(label)
    }

    fn code(&mut self, workbook: &Workbook, id: ItemId) -> Arc<str> {
        let code = || workbook.text(id, "code").unwrap_or_default().into();
        self.codes.entry(id).or_insert_with(code).clone()
    }
}

fn shown(
    workbook: &Workbook,
    rule: &Rule,
    field: &Field,
    value: &Value,
    vocabulary: &Vocabulary,
    labels: &mut Labels,
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
            let title = name.parse().ok().and_then(|id| labels.of(workbook, id));
            let title = title.map_or(Value::None, Value::Text);
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
