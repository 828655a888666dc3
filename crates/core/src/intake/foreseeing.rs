//! Foreseeing what taking edits in would do, in steps: a large file is compared without holding up whoever waits.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Change, Preview, Verdict};
use crate::edit::Edit;
use crate::event::pointer;
use crate::field::{Policy, policy_of};
use crate::item::{ItemId, Kind};
use crate::sorted;
use crate::value::Value;
use crate::workbook::{Current, Item, Workbook};

/// Edits joined in one step.
const JOINED: usize = 256;
/// Items compared in one step.
const COMPARED: usize = 16;

/// A preview that is being worked out. Nothing is joined to the workbook it is worked out for.
pub struct Foreseeing {
    before: Workbook,
    after: Workbook,
    file: Workbook,
    edits: Vec<Arc<Edit>>,
    joined: usize,
    /// Items that the edits change.
    changed: BTreeSet<ItemId>,
    /// The items of the file and those that it changes by a clash, once all of it is joined.
    items: Vec<ItemId>,
    compared: usize,
    new_edits: usize,
    /// Whether a recommendation of the file is here.
    work_here: bool,
    /// Whether all that stands in the file stands here, or was replaced here.
    all_here: bool,
    /// Whether there is nothing else here of the items of the file.
    nothing_else: bool,
    new_items: Vec<ItemId>,
    changes: Vec<Change>,
    conflicts: Vec<(ItemId, String)>,
    groups: BTreeMap<Option<ItemId>, super::GroupCount>,
}

/// What was foreseen, and the sets it was worked out with.
pub struct Foreseen {
    /// What would be done.
    pub preview: Preview,
    /// The edits alone.
    pub file: Workbook,
    /// The workbook as it would be.
    pub after: Workbook,
}

impl Foreseeing {
    /// Begins; `here` is copied, which costs little.
    pub fn new(here: &Workbook, edits: Vec<Arc<Edit>>) -> Self {
        Self {
            before: here.clone(),
            after: here.clone(),
            file: Workbook::new(),
            edits,
            joined: 0,
            changed: BTreeSet::new(),
            items: Vec::new(),
            compared: 0,
            new_edits: 0,
            work_here: false,
            all_here: true,
            nothing_else: true,
            new_items: Vec::new(),
            changes: Vec::new(),
            conflicts: Vec::new(),
            groups: BTreeMap::new(),
        }
    }

    /// Does a small part of the work; returns whether there is more to do.
    pub fn step(&mut self) -> bool {
        let end = self.joined.saturating_add(JOINED).min(self.edits.len());
        if let Some(part) = self.edits.get(self.joined..end)
            && !part.is_empty()
        {
            self.file.join_shared(part.iter().cloned());
            let joined = self.after.join_shared(part.iter().cloned());
            self.new_edits = self.new_edits.saturating_add(joined.new);
            self.changed.extend(joined.items);
            self.joined = end;
            if end == self.edits.len() {
                let of_file = self.file.items().map(|(id, _)| id);
                let items = sorted::set(of_file.chain(self.changed.iter().copied()));
                self.items = items.into_iter().collect();
            }
            return true;
        }
        let end = self.compared.saturating_add(COMPARED).min(self.items.len());
        for at in self.compared..end {
            if let Some(id) = self.items.get(at).copied() {
                self.compare(id);
            }
        }
        self.compared = end;
        end < self.items.len()
    }

    /// How far it is: edits and items done, and all. The items are known once the edits are joined.
    pub fn progress(&self) -> (usize, usize) {
        let done = self.joined.saturating_add(self.compared);
        (done, self.edits.len().saturating_add(self.items.len()))
    }

    /// What was foreseen; to be asked when [`Self::step`] has no more to do.
    pub fn finish(self) -> Foreseen {
        let verdict = self.verdict();
        Foreseen {
            preview: Preview {
                verdict,
                new_edits: self.new_edits,
                new_items: self.new_items,
                changes: self.changes,
                conflicts: self.conflicts,
                groups: self.groups,
            },
            file: self.file,
            after: self.after,
        }
    }

    fn compare(&mut self, id: ItemId) {
        let is_new = self.before.item(id).is_none();
        let in_file = self.file.item(id).is_some();
        if in_file {
            self.all_here = self.all_here && self.before.reaches(&self.file, id);
            let nothing_else = is_new || self.file.reaches(&self.before, id);
            self.nothing_else = self.nothing_else && nothing_else;
        }
        if id.kind == Kind::SESSION {
            return;
        }
        let known = self.changes.len();
        let conflicts = self.conflicts.len();
        if is_new {
            self.new_items.push(id);
        } else if self.changed.contains(&id) {
            changes(&self.before, &self.after, id, &mut self.changes);
        }
        for (field, _) in self.after.conflicts_of(id) {
            let stood = match self.before.current(id, field.name()) {
                Current::Conflict(_) => policy_of(id.kind, field) == Policy::Ask,
                _ => false,
            };
            if !stood {
                self.conflicts.push((id, field.name().to_owned()));
            }
        }
        if id.kind == Kind::REC {
            self.work_here |= in_file && !is_new;
            let group = self
                .groups
                .entry(pointer(&self.after, id, "group"))
                .or_default();
            let count =
                |count: &mut usize, holds: bool| *count = count.saturating_add(usize::from(holds));
            count(&mut group.in_file, in_file);
            count(&mut group.new, is_new);
            count(&mut group.changed, self.changes.len() > known);
            count(&mut group.conflicts, self.conflicts.len() > conflicts);
        }
    }

    fn verdict(&self) -> Verdict {
        let events =
            |workbook: &Workbook| sorted::set(workbook.of_kind(Kind::EVENT).map(|(id, _)| id));
        let (ours, theirs) = (events(&self.before), events(&self.file));
        if self.file.is_empty() {
            return Verdict::Empty;
        }
        if !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs) {
            return Verdict::OtherEvent;
        }
        let nothing_else = self.nothing_else
            && super::more_of_groups(&self.before, &self.file)
                .next()
                .is_none();
        match (self.all_here, nothing_else) {
            (true, true) => Verdict::Same,
            (true, false) => Verdict::Older,
            (false, _) if !self.work_here => Verdict::New,
            (false, true) => Verdict::Newer,
            (false, false) => Verdict::Both,
        }
    }
}

fn changes(before: &Workbook, after: &Workbook, id: ItemId, changes: &mut Vec<Change>) {
    let values = |workbook: &Workbook, field: &str| -> Vec<Value> {
        match workbook.current(id, field) {
            Current::None => vec![],
            Current::One(value) => vec![value.clone()],
            Current::Conflict(values) => values.into_iter().cloned().collect(),
        }
    };
    for (field, _) in after.item(id).into_iter().flat_map(Item::fields) {
        let (old, new) = (values(before, field.name()), values(after, field.name()));
        if old != new {
            changes.push(Change {
                item: id,
                field: field.name().to_owned(),
                before: old,
                after: new,
            });
        }
    }
}
