//! All edits of one field of one item: which of them nothing supersedes, kept up to date edit by edit.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::Current;
use crate::edit::Edit;
use crate::item::{Digest, EditId, SessionId};
use crate::sorted;
use crate::value::Value;

/// From so many heads on, what comes is not held against each of them one by one.
const MANY_HEADS: usize = 32;

/// So few claims are looked through rather than looking for fewer.
const FEW_CLAIMS: usize = 8;

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
        sorted::sort(&mut values);
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
        sorted::sort_by_key(&mut edits, |edit| {
            let depth = edit
                .seen
                .seen
                .iter()
                .fold(edit.id.seq, |sum, (_, seq)| sum.saturating_add(*seq));
            (edit.at.unwrap_or(i64::MIN), depth, edit.id)
        });
        edits
    }

    /// Takes an edit in; whether the heads are to be found anew ([`Self::read_anew`]) before anybody looks.
    pub(super) fn insert(&mut self, edit: Arc<Edit>) -> bool {
        // Most fields are written once.
        if self.edits.is_empty() {
            self.edits = vec![edit];
            self.heads = 1;
            return false;
        }
        // Held against each of many heads, edits that nobody saw would cost the square of their number.
        if self.clashed || self.stale || self.heads > MANY_HEADS {
            self.edits.push(edit);
            return !std::mem::replace(&mut self.stale, true);
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
            return false;
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
        false
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
    /// all of them (`twins`).
    ///
    /// What covers an edit claims each session it claims, at least as far. So each edit is held only against those that
    /// make the rarest of its claims, not against all.
    pub(super) fn read_anew(&mut self, twins: &BTreeMap<EditId, Vec<Digest>>) {
        let mut claims: Vec<(SessionId, u64, usize)> = Vec::new();
        // What was seen of a session stands behind what it wrote itself, so that twins, which have one name and may be
        // thousands, are not held against each other.
        let written = |seq: u64| seq.saturating_mul(2);
        let told = |seq: u64| seq.saturating_mul(2).saturating_add(1);
        for (at, edit) in self.edits.iter().enumerate() {
            let seen = edit
                .seen
                .seen
                .iter()
                .map(|(session, seq)| (*session, told(*seq), at));
            claims.extend(seen);
            claims.push((edit.id.session, written(edit.id.seq), at));
        }
        sorted::sort(&mut claims);
        let from = |session: SessionId, seq: u64| {
            let first = claims.partition_point(|claim| (claim.0, claim.1) < (session, seq));
            let rest = claims.get(first..).unwrap_or_default();
            let many = rest.partition_point(|claim| claim.0 == session);
            rest.get(..many).unwrap_or_default()
        };
        let is_superseded = |old: &Edit| {
            let all_twins = twins.get(&old.id).filter(|_| self.clashed);
            let mut rarest = from(old.id.session, told(old.id.seq));
            for (session, seq) in &old.seen.seen {
                if rarest.len() <= FEW_CLAIMS {
                    break;
                }
                let claimed = from(*session, written(*seq));
                if claimed.len() < rarest.len() {
                    rarest = claimed;
                }
            }
            let makers = rarest.iter().filter_map(|(_, _, at)| self.edits.get(*at));
            makers
                .filter(|new| new.id != old.id && new.covers(old) && !old.covers(new))
                .any(|new| all_twins.is_none_or(|all| is_within(all, &new.seen.names)))
        };
        let current: Vec<bool> = self.edits.iter().map(|edit| !is_superseded(edit)).collect();
        let mut heads = Vec::new();
        let mut rest = Vec::new();
        for (edit, current) in std::mem::take(&mut self.edits).into_iter().zip(current) {
            if current {
                heads.push(edit);
            } else {
                rest.push(edit);
            }
        }
        sorted::sort_by(&mut heads, |a, b| (a.id, a).cmp(&(b.id, b)));
        sorted::sort_by(&mut rest, |a, b| (a.id, a).cmp(&(b.id, b)));
        self.heads = heads.len();
        heads.append(&mut rest);
        self.edits = heads;
        self.stale = false;
    }
}

/// Whether all of these are among the others; both sorted.
fn is_within(these: &[Digest], others: &[Digest]) -> bool {
    these.len() <= others.len() && these.iter().all(|one| others.binary_search(one).is_ok())
}
