//! What one session wrote, in order: finds what is known already, and names that stand on several contents.

use std::sync::Arc;

use crate::edit::Edit;
use crate::item::EditId;

#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    /// Sorted by `seq`, then by content.
    edits: Vec<Arc<Edit>>,
}

impl Log {
    /// Merges edits of this session, sorted by `seq`. New ones are also pushed to `fresh`; returned are the names that
    /// now stand on several contents because of one of them.
    pub(super) fn merge(&mut self, run: Vec<Arc<Edit>>, fresh: &mut Vec<Arc<Edit>>) -> Vec<EditId> {
        let first_new = fresh.len();
        let mut clashes = Vec::new();
        let after_all = run.first().is_some_and(|edit| edit.id.seq > self.highest());
        if after_all {
            for edit in run {
                match self.edits.last() {
                    Some(last) if **last == *edit => continue,
                    Some(last) if last.id == edit.id => clashes.push(edit.id),
                    _ => {}
                }
                self.edits.push(Arc::clone(&edit));
                fresh.push(edit);
            }
        } else {
            for edit in run {
                let held = self.contents(edit.id.seq);
                if held.binary_search(&edit).is_ok() {
                    continue;
                }
                let among_fresh = fresh.get(first_new..).unwrap_or_default();
                let twins = |other: &Arc<Edit>| other.id == edit.id;
                // The run is sorted, so a twin that is new itself is the last one.
                let last = among_fresh.last().filter(|last| twins(last));
                if last.is_some_and(|last| **last == *edit) {
                    continue;
                }
                if !held.is_empty() || last.is_some() {
                    clashes.push(edit.id);
                }
                fresh.push(edit);
            }
            self.weave(fresh.get(first_new..).unwrap_or_default());
        }
        clashes.dedup();
        clashes
    }

    /// Merges sorted new edits into the sorted ones.
    fn weave(&mut self, new: &[Arc<Edit>]) {
        if new.is_empty() {
            return;
        }
        let mut woven = Vec::with_capacity(self.edits.len().saturating_add(new.len()));
        let mut held = std::mem::take(&mut self.edits).into_iter().peekable();
        for edit in new {
            while let Some(before) =
                held.next_if(|before| (before.id.seq, before) < (edit.id.seq, edit))
            {
                woven.push(before);
            }
            woven.push(Arc::clone(edit));
        }
        woven.extend(held);
        self.edits = woven;
    }

    pub(super) fn highest(&self) -> u64 {
        self.edits.last().map_or(0, |edit| edit.id.seq)
    }

    /// The contents under one `seq`, sorted.
    pub(super) fn contents(&self, seq: u64) -> &[Arc<Edit>] {
        let from = self.edits.partition_point(|edit| edit.id.seq < seq);
        let rest = self.edits.get(from..).unwrap_or_default();
        let many = rest.partition_point(|edit| edit.id.seq == seq);
        rest.get(..many).unwrap_or_default()
    }

    /// The edits of the act that began with that `seq`.
    pub(super) fn act(&self, act: u64) -> Vec<&Edit> {
        let from = self.edits.partition_point(|edit| edit.id.seq < act);
        let rest = self.edits.get(from..).unwrap_or_default();
        rest.iter()
            .filter(|edit| edit.act == act)
            .map(Arc::as_ref)
            .collect()
    }

    pub(super) fn edits(&self) -> impl Iterator<Item = &Arc<Edit>> {
        self.edits.iter()
    }
}
