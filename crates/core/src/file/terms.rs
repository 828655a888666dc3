//! Terms that nobody knows: neither the standard vocabulary nor the file itself, which carries the terms its events added.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::finding::{Finding, Findings};
use crate::edit::Edit;
use crate::field::{Field, Rule, Shape};
use crate::item::{ItemId, Kind};
use crate::value::Value;
use crate::vocabulary::Vocabulary;

/// Terms that the standard vocabulary does not know, as they are met; added ones may stand later in the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Terms {
    added: BTreeSet<Arc<str>>,
    met: Met,
    unknown: BTreeSet<(ItemId, Field, Arc<str>)>,
}

impl Terms {
    /// Looks at one edit of a field of the table.
    pub(super) fn look(&mut self, edit: &Edit, rule: &Rule) {
        if rule.kind == Kind::EVENT && rule.name == "term" {
            if let Some(part) = edit.field.part() {
                self.added.insert(Arc::from(part));
            }
            return;
        }
        if !matches!(rule.shape, Shape::Term(_) | Shape::Terms(_)) {
            return;
        }
        for value in edit.value.values() {
            for term in std::iter::once(value).chain(value.items()) {
                // A file full of them must not make this grow: more than are told need not be known.
                if let Value::Text(term) = term
                    && !self.met.is_known(term)
                    && self.unknown.len() < MOST
                {
                    let place = (edit.item, edit.field.clone(), term.clone());
                    self.unknown.insert(place);
                }
            }
        }
    }

    /// Tells those that the file does not add.
    pub(super) fn tell(&self, findings: &mut Findings) {
        let is_added = |term: &str| self.added.contains(term);
        for (item, field, term) in &self.unknown {
            if !is_added(term) {
                findings.push(Finding::UnknownTerm {
                    item: *item,
                    field: field.name().to_owned(),
                    term: term.to_string(),
                });
            }
        }
    }
}

/// Known terms that were met, each in the place that its letters give: a file names few, thousands of times.
#[derive(Clone, Debug)]
struct Met([&'static str; Met::PLACES]);

impl Met {
    const PLACES: usize = 256;

    /// Whether the standard vocabulary knows the term.
    fn is_known(&mut self, term: &str) -> bool {
        let mix = |sum: u8, byte: &u8| sum.wrapping_mul(31).wrapping_add(*byte);
        let place = term.as_bytes().iter().fold(0, mix);
        let Some(held) = self.0.get_mut(usize::from(place)) else {
            return false;
        };
        if !term.is_empty() && *held == term {
            return true;
        }
        let known = Vocabulary::standard().term(term);
        if let Some(known) = known {
            *held = known.id.as_ref();
        }
        known.is_some()
    }
}

impl Default for Met {
    fn default() -> Self {
        Self([""; Self::PLACES])
    }
}

/// How many places are remembered.
const MOST: usize = 100_000;
