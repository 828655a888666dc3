//! A set of edits, and what it says: the values that nothing supersedes, their conflicts and their history.
//!
//! Joining is set union, so it is commutative, associative and idempotent. Fields and their meaning are left to
//! [`crate::field`] and the typed views; files to [`crate::file`].

mod history;
mod log;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::edit::{Edit, Reach, Written};
use crate::field::{Field, Policy, policy_of};
use crate::item::{Digest, EditId, ItemId, Kind, SessionId};
use crate::sorted;
use crate::value::Value;

pub use history::History;
use log::Log;

/// The fields of one item.
#[derive(Clone, Debug, Default)]
pub struct Item {
    fields: BTreeMap<Field, History>,
}

impl Item {
    /// The fields somebody wrote, by name.
    pub fn fields(&self) -> impl Iterator<Item = (&Field, &History)> {
        self.fields.iter()
    }

    /// The history of one field.
    pub fn field(&self, name: &str) -> Option<&History> {
        self.fields.get(name)
    }
}

/// What a field holds now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Current<'a> {
    /// Nobody wrote it, or it was cleared.
    None,
    /// One value.
    One(&'a Value),
    /// Several different values, sorted; [`Value::None`] among them means that somebody cleared it.
    Conflict(Vec<&'a Value>),
}

/// A set of edits. A copy shares what neither it nor the original changes, so it costs little.
#[derive(Clone, Debug, Default)]
pub struct Workbook {
    items: BTreeMap<ItemId, Arc<Item>>,
    sessions: BTreeMap<SessionId, Arc<Log>>,
    /// Names that stand on several contents, with all of them.
    clashes: BTreeMap<EditId, Vec<Arc<Edit>>>,
    /// The digests of those contents, sorted: asked for often, and dear.
    twins: BTreeMap<EditId, Vec<Digest>>,
    count: usize,
}

/// What a join brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// How many edits were new.
    pub new: usize,
    /// How many were here already.
    pub known: usize,
    /// The items that have new edits, or of which something is read anew since a name turned out to stand on several
    /// contents.
    pub items: BTreeSet<ItemId>,
    /// Names found to stand on several contents by this join.
    pub clashes: BTreeSet<EditId>,
}

impl Workbook {
    /// A workbook with no edits.
    pub fn new() -> Self {
        Self::default()
    }

    /// Joins edits into the set; the order does not matter, and what is here already changes nothing. Edits are to be
    /// sound ([`Edit::check`]).
    pub fn join(&mut self, edits: impl IntoIterator<Item = Edit>) -> Joined {
        self.join_shared(edits.into_iter().map(Arc::new))
    }

    /// As [`Self::join`], for edits that are shared with other holders.
    pub fn join_shared(&mut self, edits: impl IntoIterator<Item = Arc<Edit>>) -> Joined {
        self.join_all(edits.into_iter().collect())
    }

    fn join_all(&mut self, mut edits: Vec<Arc<Edit>>) -> Joined {
        sorted::sort_by_number(&mut edits, |edit| edit.id.number());
        for twins in edits.chunk_by_mut(|a, b| a.id == b.id) {
            sorted::sort(twins);
        }
        let total = edits.len();
        let mut joined = Joined::default();
        let mut fresh: Vec<Arc<Edit>> = Vec::with_capacity(total);
        let mut rest = edits.into_iter().peekable();
        while let Some(first) = rest.next() {
            let session = first.id.session;
            let run = std::iter::once(first)
                .chain(std::iter::from_fn(|| {
                    rest.next_if(|edit| edit.id.session == session)
                }))
                .collect();
            let log = Arc::make_mut(self.sessions.entry(session).or_default());
            for id in log.merge(run, &mut fresh) {
                let contents = log.contents(id.seq).to_vec();
                let mut twins: Vec<Digest> = contents.iter().map(|twin| twin.content()).collect();
                sorted::sort(&mut twins);
                self.twins.insert(id, twins);
                self.clashes.insert(id, contents);
                joined.clashes.insert(id);
            }
        }
        joined.new = fresh.len();
        joined.known = total.saturating_sub(fresh.len());
        self.count = self.count.saturating_add(fresh.len());
        // What one act writes of an item stands together already; to sort by item first would cost more than it saves.
        let mut fresh = fresh.into_iter().peekable();
        let mut stale: Vec<(ItemId, Field)> = Vec::new();
        while let Some(edit) = fresh.next() {
            let id = edit.item;
            let item = Arc::make_mut(self.items.entry(id).or_default());
            let mut next = Some(edit);
            while let Some(edit) = next {
                // Most fields are new: sought once, by a name that costs nothing to copy.
                let history = item.fields.entry(edit.field.clone()).or_default();
                if history.insert(edit)
                    && let Some(last) = history.edits().last()
                {
                    stale.push((id, last.field.clone()));
                }
                next = fresh.next_if(|edit| edit.item == id);
            }
            joined.items.insert(id);
        }
        let contents = joined.clashes.iter().filter_map(|id| self.clashes.get(id));
        joined
            .items
            .extend(contents.flatten().map(|twin| twin.item));
        self.settle(stale, &joined.clashes);
        joined
    }

    /// Reads anew the fields that a join left unread, and those in which a name turned out to stand on several contents.
    fn settle(&mut self, mut stale: Vec<(ItemId, Field)>, clashes: &BTreeSet<EditId>) {
        let contents = clashes.iter().filter_map(|id| self.clashes.get(id));
        for twin in contents.flatten() {
            if let Some(history) = history_of(&mut self.items, twin.item, &twin.field) {
                history.mark_clashed();
                stale.push((twin.item, twin.field.clone()));
            }
        }
        for (item, field) in stale {
            if let Some(history) = history_of(&mut self.items, item, &field)
                && history.is_stale()
            {
                history.read_anew(&self.twins);
            }
        }
    }

    /// How many edits there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The items, as files list them.
    pub fn items(&self) -> impl Iterator<Item = (ItemId, &Item)> {
        self.items.iter().map(|(id, item)| (*id, item.as_ref()))
    }

    /// The items of one kind.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (ItemId, &Item)> {
        let bounds = ItemId::new(kind, 0)..=ItemId::new(kind, u128::MAX);
        self.items
            .range(bounds)
            .map(|(id, item)| (*id, item.as_ref()))
    }

    /// One item.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.get(&id).map(Arc::as_ref)
    }

    /// The history of one field of one item.
    pub fn history(&self, item: ItemId, field: &str) -> Option<&History> {
        self.items
            .get(&item)
            .and_then(|item| item.fields.get(field))
    }

    /// What a field holds now, before its policy: one value, none, or several in conflict.
    pub fn current(&self, item: ItemId, field: &str) -> Current<'_> {
        self.history(item, field)
            .map_or(Current::None, History::current)
    }

    /// The value to show where one is needed: the only one, or the greatest of several (the same on any machine).
    pub fn value(&self, item: ItemId, field: &str) -> Option<&Value> {
        match self.current(item, field) {
            Current::None => None,
            Current::One(value) => Some(value),
            Current::Conflict(values) => values.last().copied(),
        }
    }

    /// The text of a field, by the rule of [`Self::value`].
    pub fn text(&self, item: ItemId, field: &str) -> Option<&str> {
        self.value(item, field).and_then(Value::as_text)
    }

    /// The entries of a set or a single value, of all values in conflict together: sorted, each once.
    pub fn entries(&self, item: ItemId, field: &str) -> BTreeSet<&str> {
        let values = match self.current(item, field) {
            Current::None => vec![],
            Current::One(value) => vec![value],
            Current::Conflict(values) => values,
        };
        let texts = values.into_iter().flat_map(|value| match value {
            Value::List(items) => items.as_ref(),
            single => std::slice::from_ref(single),
        });
        sorted::set(texts.filter_map(Value::as_text))
    }

    /// What somebody who looks at this field now has before them: to be put into the `seen` of what they write.
    pub fn reach(&self, item: ItemId, field: &str) -> Reach {
        let Some(history) = self.history(item, field) else {
            return Reach::default();
        };
        let mut reach = Reach::of_edits(history.edits().iter().map(Arc::as_ref));
        if history.is_clashed() {
            let names = sorted::set(history.edits().iter().map(|edit| edit.id));
            let twins = names.iter().filter_map(|id| self.twins.get(id));
            reach.names.extend(twins.flatten());
            sorted::sort(&mut reach.names);
            reach.names.dedup();
        }
        reach
    }

    /// The fields of an item in which a person has to choose, by name.
    pub fn conflicts_of(&self, id: ItemId) -> impl Iterator<Item = (&Field, Vec<&Value>)> {
        self.items
            .get(&id)
            .into_iter()
            .flat_map(|item| item.fields())
            .filter_map(move |(field, history)| {
                // Conflicts are rare, and the table is long: it is asked last.
                match history.current() {
                    Current::Conflict(values) if policy_of(id.kind, field) == Policy::Ask => {
                        Some((field, values))
                    }
                    _ => None,
                }
            })
    }

    /// All fields in which a person has to choose, as files list their items.
    pub fn conflicts(&self) -> impl Iterator<Item = (ItemId, &Field, Vec<&Value>)> {
        self.items.keys().flat_map(|id| {
            self.conflicts_of(*id)
                .map(|(field, values)| (*id, field, values))
        })
    }

    /// Names that stand on several contents (a cloned or forged file), with all of them.
    pub fn clashes(&self) -> &BTreeMap<EditId, Vec<Arc<Edit>>> {
        &self.clashes
    }

    /// The highest `seq` of a session; 0 where it wrote nothing here.
    pub fn highest(&self, session: SessionId) -> u64 {
        self.sessions.get(&session).map_or(0, |log| log.highest())
    }

    /// The contents held under a name: none, one, or several that clash.
    pub fn contents(&self, id: EditId) -> &[Arc<Edit>] {
        self.sessions
            .get(&id.session)
            .map_or(&[], |log| log.contents(id.seq))
    }

    /// The sessions, sorted.
    pub fn sessions(&self) -> impl Iterator<Item = SessionId> {
        self.sessions.keys().copied()
    }

    /// The edits of one act, in order.
    pub fn act(&self, session: SessionId, act: u64) -> Vec<&Edit> {
        self.sessions
            .get(&session)
            .map_or_else(Vec::new, |log| log.act(act))
    }

    /// All edits: by session, then by `seq`.
    pub fn edits(&self) -> impl Iterator<Item = &Arc<Edit>> {
        self.sessions.values().flat_map(|log| log.edits())
    }

    /// Whether exactly this edit is held.
    pub fn holds(&self, edit: &Edit) -> bool {
        self.contents(edit.id)
            .binary_search_by(|held| held.as_ref().cmp(edit))
            .is_ok()
    }

    /// Whether all that stands of an item in another set is here too, or was replaced here by somebody who knew it.
    pub fn reaches(&self, other: &Self, id: ItemId) -> bool {
        let fields = other.item(id).into_iter().flat_map(Item::fields);
        let mut heads = fields.flat_map(|(_, history)| history.heads());
        heads.all(|edit| {
            let knows = |head: &Arc<Edit>| head.id != edit.id && head.covers(edit);
            let history = || self.history(id, edit.field.name());
            // Under one name something else may stand here: nobody who saw that saw this.
            self.holds(edit)
                || (self.contents(edit.id).is_empty()
                    && history().is_some_and(|history| history.heads().iter().any(knows)))
        })
    }

    /// The set without the edits that others supersede: the same values, without their history. Of a name that stands on
    /// several contents all stay while one is current: without the others, what saw only one would supersede it.
    #[must_use]
    pub fn lean(&self) -> Self {
        let mut lean = Self::new();
        let mut heads: Vec<EditId> = self
            .items
            .values()
            .flat_map(|item| item.fields.values())
            .flat_map(History::heads)
            .map(|head| head.id)
            .collect();
        sorted::sort(&mut heads);
        heads.dedup();
        lean.join_shared(heads.into_iter().flat_map(|id| self.contents(id)).cloned());
        lean
    }

    /// The items named here and all their edits, as a set of its own; used to try a join without touching this one.
    #[must_use]
    pub fn part<'a>(&self, items: impl IntoIterator<Item = &'a ItemId>) -> Self {
        let mut part = Self::new();
        let items = items.into_iter().filter_map(|id| self.items.get(id));
        let held: Vec<Arc<Edit>> = items
            .flat_map(|item| item.fields.values())
            .flat_map(History::edits)
            .cloned()
            .collect();
        part.join_shared(held);
        part
    }
}

fn history_of<'a>(
    items: &'a mut BTreeMap<ItemId, Arc<Item>>,
    item: ItemId,
    field: &Field,
) -> Option<&'a mut History> {
    Arc::make_mut(items.get_mut(&item)?).fields.get_mut(field)
}

impl PartialEq for Workbook {
    fn eq(&self, other: &Self) -> bool {
        self.count == other.count && self.edits().eq(other.edits())
    }
}
impl Eq for Workbook {}

/// The digest of a value, as judgements name the wording they were made on.
pub fn digest_of(value: &Value) -> Digest {
    Digest::of(serde_json::to_string(value).unwrap_or_default().as_bytes())
}

/// What an edit that puts these values back writes.
pub fn written(values: &[&Value]) -> Written {
    match values {
        [] => Written::One(Value::None),
        [one] => Written::One((*one).clone()),
        several => Written::Several(several.iter().copied().cloned().collect()),
    }
}
