//! All edits of one field of one item: which of them nothing supersedes, kept up to date edit by edit.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::Current;
use crate::edit::Edit;
use crate::item::{Digest, EditId};
use crate::value::Value;

/// All edits of one field. The first ones are those that nothing supersedes.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Heads, then the superseded; both parts sorted by name, then content.
    edits: Vec<Arc<Edit>>,
    heads: usize,
    clashed: bool,
    stale: bool,
}

impl History {
    /// The edits that nothing supersedes, by name.
    pub fn heads(&self) -> &[Arc<Edit>] {
        self.edits.get(..self.heads).unwrap_or_default()
    }

    /// The edits that others supersede, by name.
    pub fn superseded(&self) -> &[Arc<Edit>] {
        self.edits.get(self.heads..).unwrap_or_default()
    }

    /// All edits, the current ones first.
    pub fn edits(&self) -> &[Arc<Edit>] {
        &self.edits
    }

    /// Whether an edit here shares its name with another content.
    pub fn is_clashed(&self) -> bool {
        self.clashed
    }

    /// What the field holds.
    pub fn current(&self) -> Current<'_> {
        if let [only] = self.heads()
            && let [value] = only.value.values()
        {
            return if value.is_none() {
                Current::None
            } else {
                Current::One(value)
            };
        }
        let mut values: Vec<&Value> = self
            .heads()
            .iter()
            .flat_map(|head| head.value.values())
            .collect();
        values.sort_unstable();
        values.dedup();
        match values.as_slice() {
            [] | [Value::None] => Current::None,
            [one] => Current::One(one),
            _ => Current::Conflict(values),
        }
    }

    /// From the earliest to the latest, as far as edits saw each other; the rest by name. For showing, not for rules.
    pub fn in_order(&self) -> Vec<&Arc<Edit>> {
        let mut edits: Vec<&Arc<Edit>> = self.edits.iter().collect();
        edits.sort_by_key(|edit| {
            let depth = edit
                .seen
                .seen
                .iter()
                .fold(edit.id.seq, |sum, (_, seq)| sum.saturating_add(*seq));
            (edit.at.unwrap_or(i64::MIN), depth, edit.id)
        });
        edits
    }

    pub(super) fn insert(&mut self, edit: Arc<Edit>) {
        if self.clashed {
            self.edits.push(edit);
            self.stale = true;
            return;
        }
        let compared = |head: &Arc<Edit>| match head.id == edit.id {
            true => None,
            false => edit.compare_reach(head),
        };
        if self
            .heads()
            .iter()
            .any(|head| compared(head) == Some(Ordering::Less))
        {
            self.keep(edit, self.heads, self.edits.len());
            return;
        }
        let mut superseded: Vec<Arc<Edit>> = Vec::new();
        let mut at = 0usize;
        while let Some(head) = self.heads().get(at) {
            if compared(head) == Some(Ordering::Greater) {
                superseded.push(self.edits.remove(at));
                self.heads = self.heads.saturating_sub(1);
            } else {
                at = at.saturating_add(1);
            }
        }
        self.keep(edit, 0, self.heads);
        self.heads = self.heads.saturating_add(1);
        for old in superseded {
            self.keep(old, self.heads, self.edits.len());
        }
    }

    /// Puts the edit into its place within a sorted part.
    fn keep(&mut self, edit: Arc<Edit>, from: usize, to: usize) {
        let part = self.edits.get(from..to).unwrap_or_default();
        let place = part.partition_point(|held| (held.id, held) < (edit.id, &edit));
        self.edits
            .insert(from.saturating_add(place).min(self.edits.len()), edit);
    }

    pub(super) fn mark_clashed(&mut self) {
        self.clashed = true;
        self.stale = true;
    }

    pub(super) fn is_stale(&self) -> bool {
        self.stale
    }

    /// Finds the heads from scratch: an edit whose name stands on several contents is superseded only by one that names
    /// all of them.
    pub(super) fn read_anew(&mut self, clashes: &BTreeMap<EditId, Vec<Arc<Edit>>>) {
        let twins: BTreeMap<EditId, Vec<Digest>> = self
            .edits
            .iter()
            .filter_map(|edit| {
                clashes
                    .get(&edit.id)
                    .map(|all| (edit.id, all.iter().map(|twin| twin.content()).collect()))
            })
            .collect();
        let supersedes = |new: &Edit, old: &Edit| {
            new.id != old.id
                && new.compare_reach(old) == Some(Ordering::Greater)
                && twins.get(&old.id).is_none_or(|all| {
                    all.iter()
                        .all(|one| new.seen.names.binary_search(one).is_ok())
                })
        };
        let (mut heads, mut rest): (Vec<_>, Vec<_>) = self
            .edits
            .iter()
            .cloned()
            .partition(|old| !self.edits.iter().any(|new| supersedes(new, old)));
        heads.sort_by(|a, b| (a.id, a).cmp(&(b.id, b)));
        rest.sort_by(|a, b| (a.id, a).cmp(&(b.id, b)));
        self.heads = heads.len();
        heads.append(&mut rest);
        self.edits = heads;
        self.stale = false;
    }
}
