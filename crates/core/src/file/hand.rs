//! A file whose readable part was changed by hand: each difference becomes an edit, to be offered.
//!
//! The edits belong to a session derived from both parts and have seen the file's own values, so the same hand-edited
//! file gives the same edits on any machine. A value that is missing means nothing.

use super::finding::Finding;
use super::plain::{meant, plain};
use super::read::Opened;
use crate::command::Pen;
use crate::edit::Written;
use crate::field::{Field, rule_of};
use crate::item::{ItemId, SessionId};
use crate::value::Value;
use crate::workbook::Workbook;

pub(super) fn changes<'a>(
    edits: &str,
    parts: impl Iterator<Item = (ItemId, &'a str)>,
    opened: &mut Opened,
) {
    let mut workbook = Workbook::new();
    workbook.join(opened.edits.iter().cloned());
    let vocabulary = crate::event::vocabulary_of(&workbook);
    let mut changed: Vec<(ItemId, String, Value)> = Vec::new();
    for (item, text) in parts {
        let Ok(shown) = serde_json::from_str::<Value>(text) else {
            opened.findings.push(Finding::HandUnusable {
                item,
                key: String::from("plain"),
            });
            continue;
        };
        let expected = plain(&workbook, item, &vocabulary);
        let nothing = Value::None;
        for (key, value) in shown.entries() {
            let before = expected.get(key).unwrap_or(&nothing);
            if value == before || key.as_ref() == "label" {
                continue;
            }
            let has_rule = |name: &str| {
                Field::new(name)
                    .and_then(|field| rule_of(item.kind, &field))
                    .is_some()
            };
            let fields: Vec<(String, &Value)> = match has_rule(key) {
                true => vec![(key.to_string(), value)],
                false => value
                    .entries()
                    .iter()
                    .map(|(part, value)| (format!("{key}/{part}"), value))
                    .collect(),
            };
            if fields.is_empty() {
                opened.findings.push(Finding::HandUnusable {
                    item,
                    key: key.to_string(),
                });
            }
            for (name, value) in fields {
                let held = name.split_once('/').and_then(|(_, part)| before.get(part));
                if held == Some(value) {
                    continue;
                }
                let field = Field::new(&name);
                let rule = field.as_ref().and_then(|field| rule_of(item.kind, field));
                let found = rule.and_then(|rule| {
                    meant(rule, name.split_once('/').map(|(_, part)| part), value)
                });
                match found {
                    Some(found) if workbook.value(item, &name).unwrap_or(&nothing) == &found => {}
                    Some(found) => changed.push((item, name, found)),
                    None => opened
                        .findings
                        .push(Finding::HandUnusable { item, key: name }),
                }
            }
        }
    }
    changed.sort();
    let digest: String = changed
        .iter()
        .map(|(item, field, value)| {
            format!(
                "{item} {field} {}\n",
                serde_json::to_string(value).unwrap_or_default()
            )
        })
        .collect();
    let mut pen = Pen::new(SessionId::derived(&["by hand", edits, &digest]));
    let mut act = pen.act("hand", None);
    for (item, field, value) in changed {
        act.write(
            item,
            &field,
            Written::One(value),
            workbook.reach(item, &field),
        );
    }
    opened.by_hand = act.finish();
    if !opened.by_hand.is_empty() {
        opened.findings.push(Finding::HandEdited {
            values: opened.by_hand.len(),
        });
    }
}
