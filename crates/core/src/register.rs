//! What lists and searches need of every recommendation, kept up to date item by item: order, numbers, folded text.
//!
//! A register is derived from a workbook and never stored; one changed recommendation costs one row.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::event::{Group, pointer};
use crate::item::{ItemId, Kind};
use crate::recommendation::{State, is_withdrawn, texts};
use crate::text::{Query, fold};
use crate::value::Value;
use crate::vocabulary::Vocabulary;
use crate::workbook::Workbook;

/// One recommendation in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The event.
    pub event: Option<ItemId>,
    /// The group.
    pub group: Option<ItemId>,
    /// Its key of order.
    pub order: Arc<str>,
    /// Its serial within the group.
    pub serial: Option<i64>,
    /// Taken back.
    pub withdrawn: bool,
    /// How far it is.
    pub state: State,
    /// How many fields wait for a person.
    pub conflicts: usize,
    /// Addressees and themes and all other terms, for filters.
    pub terms: BTreeSet<Arc<str>>,
    /// Whether somebody is asked, something is it about, and somebody leads.
    pub tagged: bool,
    folded: Box<str>,
}

/// Which recommendations a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this group's.
    pub group: Option<ItemId>,
    /// Only those with this term or a narrower one.
    pub term: Option<String>,
    /// Only those in this state.
    pub state: Option<State>,
    /// The withdrawn instead of the live.
    pub withdrawn: bool,
    /// Only those with a conflict.
    pub conflicts: bool,
}

/// A group or recommendation behind its key of order.
type Keyed = (Arc<str>, ItemId);

/// All recommendations of a workbook.
#[derive(Clone, Debug, Default)]
pub struct Register {
    rows: BTreeMap<ItemId, Row>,
    /// Groups in the order of their events, then their own; each with its recommendations in order.
    lists: BTreeMap<Keyed, BTreeSet<Keyed>>,
    /// By id: looked up, and otherwise read anew as a whole.
    groups: Vec<Placed>,
    serials: BTreeMap<(Option<ItemId>, i64), usize>,
}

/// A group: where it stands, and the codes its numbers begin with.
#[derive(Clone, Debug)]
struct Placed {
    id: ItemId,
    key: Arc<str>,
    event_code: String,
    code: String,
}

impl Register {
    /// The register of a workbook.
    pub fn of(workbook: &Workbook) -> Self {
        let mut register = Self::without_recommendations(workbook);
        for (id, _) in workbook.of_kind(Kind::REC) {
            register.put(workbook, id);
        }
        register
    }

    /// The register of a workbook's groups; [`Self::update`] brings its recommendations in, as many at a time as wanted.
    pub fn without_recommendations(workbook: &Workbook) -> Self {
        let mut register = Self::default();
        register.read_groups(workbook);
        register
    }

    /// Brings the register up to date after edits to these items.
    pub fn update<'a>(&mut self, workbook: &Workbook, items: impl IntoIterator<Item = &'a ItemId>) {
        let mut frame = false;
        for id in items {
            match id.kind {
                Kind::REC => {
                    self.take(*id);
                    self.put(workbook, *id);
                }
                Kind::EVENT | Kind::GROUP => frame = true,
                _ => {}
            }
        }
        if frame {
            self.read_groups(workbook);
            let rows: Vec<(ItemId, Arc<str>, Option<ItemId>)> = self
                .rows
                .iter()
                .map(|(id, row)| (*id, row.order.clone(), row.group))
                .collect();
            self.lists.clear();
            for (id, order, group) in rows {
                self.list(group).insert((order, id));
            }
        }
    }

    fn read_groups(&mut self, workbook: &Workbook) {
        self.groups.clear();
        // A workbook gives its items in the order of their ids.
        for (id, _) in workbook.of_kind(Kind::GROUP) {
            let group = Group::read(workbook, id);
            let event = group.event.filter(|event| event.kind == Kind::EVENT);
            let event_code = event.and_then(|event| workbook.text(event, "code"));
            let event_code = event_code.unwrap_or_default().to_owned();
            self.groups.push(Placed {
                id,
                key: format!("{event_code}\u{0}{}\u{0}{}", group.order, group.code).into(),
                event_code,
                code: group.code,
            });
        }
    }

    fn placed(&self, group: ItemId) -> Option<&Placed> {
        let place = self.groups.binary_search_by(|held| held.id.cmp(&group));
        self.groups.get(place.ok()?)
    }

    /// What a group is ordered by; what is none of the workbook's comes last.
    fn key_of(&self, group: ItemId) -> Arc<str> {
        let placed = self.placed(group);
        placed.map_or_else(|| "\u{10ffff}".into(), |group| group.key.clone())
    }

    fn list(&mut self, group: Option<ItemId>) -> &mut BTreeSet<Keyed> {
        // Recommendations of no group come last.
        let nobody = ItemId::new(Kind::GROUP, u128::MAX);
        let id = group.unwrap_or(nobody);
        let key = self.key_of(id);
        self.lists.entry((key, id)).or_default()
    }

    fn take(&mut self, id: ItemId) {
        if let Some(row) = self.rows.remove(&id) {
            self.list(row.group).remove(&(row.order, id));
            if let Some(count) = row
                .serial
                .and_then(|serial| self.serials.get_mut(&(row.group, serial)))
            {
                *count = count.saturating_sub(1);
            }
        }
    }

    fn put(&mut self, workbook: &Workbook, id: ItemId) {
        let Some(row) = Row::read(workbook, id) else {
            return;
        };
        self.list(row.group).insert((row.order.clone(), id));
        if let Some(serial) = row.serial {
            let count = self.serials.entry((row.group, serial)).or_default();
            *count = count.saturating_add(1);
        }
        self.rows.insert(id, row);
    }

    /// One row.
    pub fn row(&self, id: ItemId) -> Option<&Row> {
        self.rows.get(&id)
    }

    /// How many recommendations there are, with the withdrawn.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All recommendations: by event and group, then in the group's order.
    pub fn all(&self) -> impl Iterator<Item = ItemId> {
        self.lists.values().flatten().map(|(_, id)| *id)
    }

    /// The live recommendations of a group, in order.
    pub fn group(&self, group: ItemId) -> impl Iterator<Item = ItemId> {
        let key = self.key_of(group);
        let list = self
            .lists
            .get(&(key, group))
            .into_iter()
            .flatten()
            .map(|(_, id)| *id);
        list.filter(|id| self.rows.get(id).is_some_and(|row| !row.withdrawn))
    }

    /// How many live recommendations a group has.
    pub fn count(&self, group: ItemId) -> usize {
        self.group(group).count()
    }

    /// How many fields wait for a person, of recommendations and of all else.
    pub fn conflicts(&self, workbook: &Workbook) -> usize {
        let others = Kind::ALL.into_iter().filter(|kind| *kind != Kind::REC);
        let items = others.flat_map(|kind| workbook.of_kind(kind));
        let of_others = items.map(|(id, _)| workbook.conflicts_of(id).count());
        self.rows
            .values()
            .map(|row| row.conflicts)
            .chain(of_others)
            .sum()
    }

    /// The recommendations that the filter and the words leave, in the order of [`Self::all`].
    pub fn find(&self, filter: &Filter, query: &Query, vocabulary: &Vocabulary) -> Vec<ItemId> {
        let lists = self
            .lists
            .iter()
            .filter(|((_, group), _)| filter.group.is_none_or(|wanted| wanted == *group));
        let ids = lists.flat_map(|(_, list)| list).map(|(_, id)| *id);
        ids.filter(|id| {
            self.rows
                .get(id)
                .is_some_and(|row| row.passes(filter, vocabulary) && self.says(*id, row, query))
        })
        .collect()
    }

    /// Whether the texts or the number of a recommendation hold what is looked for.
    fn says(&self, id: ItemId, row: &Row, query: &Query) -> bool {
        query.matches(&row.folded) || (query.has_digit() && query.matches(&fold(&self.number(id))))
    }

    /// The serial for the next recommendation of a group: one above the highest ever used there.
    pub fn next_serial(&self, group: ItemId) -> i64 {
        let group = Some(group);
        let used = self
            .serials
            .range((group, i64::MIN)..=(group, i64::MAX - 1))
            .next_back();
        used.map_or(0, |((_, serial), _)| *serial).saturating_add(1)
    }

    /// The order key of the last recommendation of a group, withdrawn ones too.
    pub fn last_order(&self, group: ItemId) -> Option<Arc<str>> {
        let key = self.key_of(group);
        self.lists
            .get(&(key, group))?
            .last()
            .map(|(order, _)| order.clone())
    }

    /// The number for people: event code, group code, serial (`LHR-G2-07`); a number that two carry is followed by the
    /// first letters of the item's name. Empty where nothing numbers it.
    pub fn number(&self, id: ItemId) -> String {
        let Some(row) = self.rows.get(&id) else {
            return String::new();
        };
        let group = row.group.and_then(|group| self.placed(group));
        let codes = group.map(|group| (group.event_code.as_str(), group.code.as_str()));
        let (event, group) = codes.unwrap_or_default();
        let serial = row
            .serial
            .map(|serial| format!("{serial:02}"))
            .unwrap_or_default();
        let parts: Vec<&str> = [event, group, &serial]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let twice = row
            .serial
            .and_then(|serial| self.serials.get(&(row.group, serial)))
            .is_some_and(|count| *count > 1);
        let mut number = parts.join("-");
        if twice {
            number.push('·');
            number.push_str(&id.short());
        }
        number
    }
}

impl Row {
    fn read(workbook: &Workbook, id: ItemId) -> Option<Self> {
        let item = workbook.item(id)?;
        let serial = workbook.value(id, "number").and_then(Value::as_int);
        let group = pointer(workbook, id, "group");
        let texts = texts(workbook, id);
        // An undone creation leaves an item with nothing in it: that is no recommendation.
        if group.is_none() && texts.is_empty() {
            return None;
        }
        let mut words = String::new();
        for text in texts.values() {
            words.push_str(&fold(text));
            words.push(' ');
        }
        for field in ["indicator", "rationale"] {
            if let Some(text) = workbook
                .value(id, field)
                .and_then(|value| value.get("text"))
                .and_then(Value::as_text)
            {
                words.push_str(&fold(text));
                words.push(' ');
            }
        }
        for source in workbook.entries(id, "source") {
            words.push_str(&fold(source));
            words.push(' ');
        }
        let mut terms = BTreeSet::new();
        for (field, _) in item.fields() {
            let rule = crate::field::rule_of(Kind::REC, field);
            if rule.is_some_and(|rule| {
                matches!(
                    rule.shape,
                    crate::field::Shape::Term(_) | crate::field::Shape::Terms(_)
                )
            }) {
                terms.extend(
                    workbook
                        .entries(id, field.name())
                        .into_iter()
                        .map(Arc::from),
                );
            }
        }
        let state = workbook
            .value(id, "state")
            .and_then(|value| value.get("judged"))
            .and_then(Value::as_text);
        let has = |field: &str| !workbook.entries(id, field).is_empty();
        Some(Self {
            event: pointer(workbook, id, "event"),
            group,
            order: workbook.text(id, "order").unwrap_or_default().into(),
            serial,
            withdrawn: is_withdrawn(workbook, id),
            state: state.and_then(State::of).unwrap_or_default(),
            conflicts: workbook.conflicts_of(id).count(),
            terms,
            tagged: has("addressees") && has("lead") && has("themes"),
            folded: words.into_boxed_str(),
        })
    }

    fn passes(&self, filter: &Filter, vocabulary: &Vocabulary) -> bool {
        self.withdrawn == filter.withdrawn
            && filter.state.is_none_or(|state| state == self.state)
            && (!filter.conflicts || self.conflicts > 0)
            && filter.term.as_deref().is_none_or(|wanted| {
                self.terms
                    .iter()
                    .any(|term| vocabulary.is_within(term, wanted))
            })
    }
}
