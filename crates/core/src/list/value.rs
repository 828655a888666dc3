//! Single values of a list: texts, terms, and fields with room for one.

use super::ListFinding;
use super::item::{Cell, Reader};
use super::node::Node;
use super::term::terms;
use crate::text::{clean, excerpt};
use crate::vocabulary::SchemeId;

/// How much of a value that is no text a finding shows, in graphemes.
const SHOWN: usize = 80;

impl Reader<'_> {
    /// The terms of a cell: one text or several, or objects with an `id`, as programs write them.
    pub(super) fn terms(&mut self, row: usize, cell: &Cell<'_>, scheme: SchemeId) -> Vec<String> {
        let mut ids = Vec::new();
        let values = match cell.value {
            Node::List(nodes) => nodes.as_slice(),
            value => std::slice::from_ref(value),
        };
        for value in values.iter().filter(|value| !value.is_blank()) {
            let id = match value {
                Node::Map(pairs) => pairs
                    .iter()
                    .find(|(key, _)| key == "id")
                    .and_then(|(_, id)| id.as_text()),
                value => value.as_text(),
            };
            let Some(text) = id else {
                self.bad(row, cell.name, value);
                continue;
            };
            let Some(text) = self.short_enough(row, cell.name, text) else {
                continue;
            };
            let (found, unknown) = terms(text, scheme, self.vocabulary);
            union(&mut ids, found);
            let finding = |value| ListFinding::UnknownTerm {
                row,
                column: cell.name.to_owned(),
                value,
            };
            self.findings.extend(unknown.into_iter().map(finding));
        }
        ids
    }

    /// The text, if a person could have written it into a cell.
    fn short_enough<'a>(&mut self, row: usize, column: &str, text: &'a str) -> Option<&'a str> {
        let (length, limit) = (text.chars().count(), self.options.limits.text);
        if length > limit {
            let column = column.to_owned();
            self.findings.push(ListFinding::TooLong {
                row,
                column,
                length,
                limit,
            });
            return None;
        }
        Some(text)
    }

    /// A text as it is committed, if it is one and not too long.
    pub(super) fn text(&mut self, row: usize, column: &str, value: &Node) -> Option<String> {
        self.text_within(row, column, value, self.options.limits.text)
    }

    pub(super) fn name(&mut self, row: usize, column: &str, value: &Node) -> Option<String> {
        let name = self.text_within(row, column, value, self.options.limits.name);
        name.map(|name| name.trim().to_owned())
    }

    fn text_within(
        &mut self,
        row: usize,
        column: &str,
        value: &Node,
        limit: usize,
    ) -> Option<String> {
        let Some(text) = value.as_text() else {
            self.bad(row, column, value);
            return None;
        };
        let (text, removed) = clean(text);
        let text = text.trim_start().to_owned();
        let length = text.chars().count();
        let column = column.to_owned();
        if length > limit {
            self.findings.push(ListFinding::TooLong {
                row,
                column,
                length,
                limit,
            });
            return None;
        }
        if text.is_empty() {
            return None;
        }
        if removed.is_notable() {
            self.findings.push(ListFinding::Cleaned { row, column });
        }
        Some(text)
    }

    /// One text or several.
    pub(super) fn texts(&mut self, row: usize, column: &str, value: &Node) -> Vec<String> {
        let values = match value {
            Node::List(nodes) => nodes.as_slice(),
            value => std::slice::from_ref(value),
        };
        let values = values.iter().filter(|value| !value.is_blank());
        values
            .filter_map(|value| self.text(row, column, value))
            .collect()
    }

    pub(super) fn set(
        &mut self,
        row: usize,
        column: &str,
        field: &mut Option<String>,
        value: Option<String>,
    ) {
        self.set_one(row, column, field, value.into_iter().collect());
    }

    pub(super) fn set_one(
        &mut self,
        row: usize,
        column: &str,
        field: &mut Option<String>,
        values: Vec<String>,
    ) {
        for value in values {
            match field {
                None => *field = Some(value),
                Some(first) if *first == value => {}
                Some(_) => self.second(row, column, &value),
            }
        }
    }

    pub(super) fn second(&mut self, row: usize, column: &str, value: &str) {
        let value = value.to_owned();
        self.findings.push(ListFinding::SecondValue {
            row,
            column: column.to_owned(),
            value,
        });
    }

    pub(super) fn bad(&mut self, row: usize, column: &str, value: &Node) {
        let value = excerpt(&value.to_string(), SHOWN).into_owned();
        self.findings.push(ListFinding::BadValue {
            row,
            column: column.to_owned(),
            value,
        });
    }

    pub(super) fn not_an_item(&mut self, row: usize, value: &Node) {
        let value = excerpt(&value.to_string(), SHOWN).into_owned();
        self.findings.push(ListFinding::NotAnItem { row, value });
    }
}

/// Adds what is not there yet.
pub(super) fn union(list: &mut Vec<String>, more: Vec<String>) {
    for id in more {
        if !list.contains(&id) {
            list.push(id);
        }
    }
}
