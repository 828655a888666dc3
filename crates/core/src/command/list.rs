//! Taking a plain list in: its items, groups and event become edits that are the same on any laptop.
//!
//! What the list says is written by sessions derived from what they write, without a time and having seen nothing: the same
//! list taken in twice is the same edits, and a list with one changed row conflicts in that field only. Numbers and places
//! are not the list's: the local pen gives them to items that have none. Reading the list is left to [`crate::list`].

use std::collections::{BTreeMap, BTreeSet};

use super::{Act, Pen, after, wording};
use crate::edit::{Edit, Reach, Written};
use crate::event::{Event, Form, Group, group_of_slug, pointer};
use crate::field::Field;
use crate::item::{Digest, ItemId, Kind, SessionId};
use crate::list::{List, ListEvent, ListItem};
use crate::recommendation::{digest_of_text, texts};
use crate::sorted;
use crate::template::templates;
use crate::text::{clean_input, guess_lang, identity_key, slug};
use crate::value::Value;
use crate::workbook::{Current, Workbook};

/// What taking a list in writes, and what it means for the workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The acts to join, each a unit of keeping; none where the list is here already.
    pub acts: Vec<Vec<Edit>>,
    /// Recommendations that are not here yet.
    pub new: usize,
    /// Recommendations of the list that are here, as they are or changed since.
    pub known: usize,
    /// The groups of its recommendations, in the order of the list.
    pub groups: Vec<GroupTaken>,
    /// Rows left out: an earlier row of the same group has the same text, or the same id and text.
    pub repeated: Vec<usize>,
}

/// What a list brings of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupTaken {
    /// The group.
    pub group: ItemId,
    /// What the list calls it; empty for the group chosen for items that name none.
    pub name: String,
    /// Recommendations that are not here yet.
    pub new: usize,
    /// Recommendations that are here.
    pub known: usize,
}

/// The edits by which a list joins an event. Items that name no group go to `default_group`, or else to the plenary; `pen`
/// and `at` number what has no number. Texts are to be in NFC.
pub fn take_list(
    workbook: &Workbook,
    event: ItemId,
    default_group: Option<ItemId>,
    list: &List,
    pen: &mut Pen,
    at: Option<i64>,
) -> Taken {
    let mut taken = Taken::default();
    let groups = Groups::of(list, event, default_group);
    if let Some(told) = &list.event {
        taken.add(workbook, told_of_event(workbook, event, told));
    }
    for act in groups.acts(workbook, event) {
        taken.add(workbook, act);
    }
    let mut numbering = Numbering::of(workbook, event);
    let mut numbers = pen.act("list", at);
    let sorted = groups.sort(event, list, &mut taken.repeated);
    for (group, items) in &sorted {
        let mut count = GroupTaken {
            group: *group,
            name: groups.name(*group),
            new: 0,
            known: 0,
        };
        let mut writes = Writes::default();
        for (id, item) in items {
            let known = workbook.item(*id).is_some();
            let counted = if known {
                &mut count.known
            } else {
                &mut count.new
            };
            *counted = counted.saturating_add(1);
            told_of_item(event, *group, *id, item, &mut writes);
            // What was undone stays undone: its number too.
            if !known || !texts(workbook, *id).is_empty() {
                numbering.number(workbook, *group, *id, &mut numbers);
            }
        }
        taken.new = taken.new.saturating_add(count.new);
        taken.known = taken.known.saturating_add(count.known);
        taken.groups.push(count);
        let frame = [event.to_string(), group.to_string()];
        taken.add(workbook, writes.derived("list", &frame));
    }
    taken.add(workbook, numbers.finish());
    taken
}

impl Taken {
    /// Adds an act that has something new.
    fn add(&mut self, workbook: &Workbook, act: Vec<Edit>) {
        if act.iter().any(|edit| !workbook.holds(edit)) {
            self.acts.push(act);
        }
    }

    /// All edits.
    pub fn edits(&self) -> impl Iterator<Item = &Edit> {
        self.acts.iter().flatten()
    }
}

/// Fields and their values, to be written by a session that follows from them.
#[derive(Default)]
struct Writes(Vec<(ItemId, Field, Value)>);

impl Writes {
    /// Adds a value; nothing, an empty text and an empty set say nothing.
    fn put(&mut self, item: ItemId, field: &str, value: Value) {
        let says = match &value {
            Value::None => false,
            Value::Text(text) => !text.is_empty(),
            Value::List(items) => !items.is_empty(),
            _ => true,
        };
        if let Some(field) = Field::new(field).filter(|_| says) {
            self.0.push((item, field, value));
        }
    }

    fn text(&mut self, item: ItemId, field: &str, text: &str) {
        self.put(item, field, Value::text(&clean_input(text)));
    }

    fn terms(&mut self, item: ItemId, field: &str, terms: &[String]) {
        self.put(item, field, Value::set(terms.iter().map(String::as_str)));
    }

    fn term(&mut self, item: ItemId, field: &str, term: Option<&String>) {
        if let Some(term) = term {
            self.put(item, field, Value::text(term));
        }
    }

    /// The act. Its session follows from everything it writes, so one session never stands on two contents.
    fn derived(self, purpose: &str, frame: &[String]) -> Vec<Edit> {
        let mut told = String::new();
        for (item, field, value) in &self.0 {
            let value = serde_json::to_string(value).unwrap_or_default();
            for part in [
                item.to_string().as_str(),
                " ",
                field.name(),
                " ",
                &value,
                "\n",
            ] {
                told.push_str(part);
            }
        }
        let digest = Digest::of(told.as_bytes()).to_string();
        let mut parts = vec![purpose];
        parts.extend(frame.iter().map(String::as_str));
        parts.push(&digest);
        let mut pen = Pen::new(SessionId::derived(&parts));
        let mut act = pen.act("list", None);
        for (item, field, value) in self.0 {
            act.append(item, field, Written::One(value), Reach::default());
        }
        act.finish()
    }
}

/// What the list says of the event, where the workbook says nothing.
fn told_of_event(workbook: &Workbook, event: ItemId, told: &ListEvent) -> Vec<Edit> {
    let here = Event::read(workbook, event);
    let mut writes = Writes::default();
    if here.titles.is_empty() {
        for (lang, title) in &told.titles {
            writes.text(event, &format!("title/{lang}"), title);
        }
    }
    if here.code.is_empty() {
        writes.text(event, "code", &told.code);
    }
    let form = Form::of(&told.form).filter(|_| workbook.text(event, "form").is_none());
    if let Some(form) = form {
        writes.text(event, "form", form.name());
    }
    if here.place.is_empty() {
        writes.text(event, "place", &told.place);
    }
    let sets = [
        ("dates", here.dates, &told.dates),
        ("organisers", here.organisers, &told.organisers),
        ("partners", here.partners, &told.partners),
    ];
    for (field, here, told) in sets {
        if here.is_empty() {
            let told: Vec<String> = told.iter().map(|text| clean_input(text)).collect();
            writes.terms(event, field, &told);
        }
    }
    writes.derived("list event", &[event.to_string()])
}

/// What the list says of one item.
fn told_of_item(event: ItemId, group: ItemId, id: ItemId, item: &ListItem, writes: &mut Writes) {
    let lang = item.lang.as_str();
    let text = clean_input(&item.text);
    let in_lang = |text: &Option<String>| {
        text.as_deref().map_or(Value::None, |text| {
            let text = clean_input(text);
            wording(lang, &text)
        })
    };
    writes.put(id, "event", Value::text(&event.to_string()));
    writes.put(id, "group", Value::text(&group.to_string()));
    writes.put(id, &format!("wording/{lang}"), wording(lang, &text));
    writes.put(id, "original", Value::text(lang));
    let others = item
        .translations
        .iter()
        .filter(|(other, _)| *other != lang)
        .map(|(other, text)| (other, clean_input(text)))
        .filter(|(_, text)| !text.is_empty());
    for (other, translation) in others {
        writes.put(
            id,
            &format!("wording/{other}"),
            wording(other, &translation),
        );
        // Whoever wrote both beside each other says that they say the same.
        let judged_on = digest_of_text(lang, &text).to_string();
        let judgement = [
            ("judged", Value::Bool(true)),
            ("of", Value::text(&judged_on)),
        ];
        writes.put(id, &format!("twin/{other}"), Value::map(judgement));
    }
    writes.terms(id, "addressees", &item.addressees);
    writes.term(id, "lead", item.lead.as_ref());
    writes.terms(id, "themes", &item.themes);
    writes.term(id, "theme", item.themes.first());
    writes.term(id, "issue", item.issue.as_ref());
    writes.terms(id, "affected", &item.affected);
    writes.terms(id, "instruments", &item.instruments);
    writes.terms(id, "levels", &item.levels);
    writes.terms(id, "sdg", &item.sdg);
    writes.term(id, "action", item.action.as_ref());
    writes.term(id, "urgency", item.urgency.as_ref());
    writes.term(id, "horizon", item.horizon.as_ref());
    writes.term(id, "due", item.deadline.as_ref());
    writes.put(id, "indicator", in_lang(&item.indicator));
    writes.put(id, "rationale", in_lang(&item.rationale));
    writes.terms(id, "evidence", &item.evidence);
    let mut statements = BTreeSet::new();
    for statement in &item.dissent {
        let statement = clean_input(statement);
        // Named by their texts: one more statement in a newer list stands beside the others.
        let mut key = Digest::of(identity_key(&statement).as_bytes()).to_string();
        key.truncate(8);
        if statements.insert(key.clone()) {
            writes.put(id, &format!("dissent/{key}"), wording(lang, &statement));
        }
    }
    if let Some(source) = &item.id {
        writes.text(id, "source", source);
    }
}

/// The slug of the group that stands for everyone.
const PLENARY: &str = "plenary";

/// The groups a list names, in its order.
struct Groups {
    named: Vec<NamedGroup>,
    default: ItemId,
}

struct NamedGroup {
    id: ItemId,
    slug: String,
    /// What items may call it, as it stands.
    name: String,
    titles: BTreeMap<String, String>,
    /// Whether the list describes it, apart from naming it in items.
    described: bool,
}

impl Groups {
    fn of(list: &List, event: ItemId, default: Option<ItemId>) -> Self {
        let mut groups = Self {
            named: Vec::new(),
            default: default.unwrap_or_else(|| group_of_slug(event, PLENARY)),
        };
        for told in &list.groups {
            groups.add(event, &told.id, &told.titles, true);
        }
        for name in list.items.iter().filter_map(|item| item.group.as_deref()) {
            if groups.find(name).is_none() {
                let title = sorted::map([(
                    String::from(guess_lang(name).unwrap_or("en")),
                    String::from(name),
                )]);
                groups.add(event, name, &title, false);
            }
        }
        let nowhere = list.items.iter().any(|item| item.group.is_none());
        if nowhere && default.is_none() && groups.find(PLENARY).is_none() {
            groups.add(event, PLENARY, &plenary_titles(), true);
        }
        groups
    }

    fn add(
        &mut self,
        event: ItemId,
        name: &str,
        titles: &BTreeMap<String, String>,
        described: bool,
    ) {
        let any_title = titles.values().map(|title| slug(title));
        let slug = std::iter::once(slug(name))
            .chain(any_title)
            .find(|slug| !slug.is_empty());
        let slug = slug.unwrap_or_else(|| name.to_owned());
        if self.named.iter().any(|held| held.slug == slug) {
            return;
        }
        let mut titles = titles.clone();
        if titles.values().all(|title| clean_input(title).is_empty()) {
            titles.insert(guess_lang(name).unwrap_or("en").into(), name.to_owned());
        }
        self.named.push(NamedGroup {
            id: group_of_slug(event, &slug),
            slug,
            name: name.to_owned(),
            titles,
            described,
        });
    }

    /// The group that items call so: by its id, else by a spelling of its id or of a title.
    fn find(&self, name: &str) -> Option<&NamedGroup> {
        let called = slug(name);
        let by_slug =
            |held: &&NamedGroup| held.slug == called || (called.is_empty() && held.slug == name);
        let by_title = |held: &&NamedGroup| {
            held.described && held.titles.values().any(|title| slug(title) == called)
        };
        let named = || self.named.iter();
        named()
            .find(|held| held.name == name)
            .or_else(|| named().find(by_slug))
            .or_else(|| named().find(by_title))
    }

    fn name(&self, group: ItemId) -> String {
        let held = self.named.iter().find(|held| held.id == group);
        held.map(|held| held.name.clone()).unwrap_or_default()
    }

    /// The items of each group, groups and items in the order of the list; rows that stand twice are left out and named.
    fn sort<'a>(
        &self,
        event: ItemId,
        list: &'a List,
        repeated: &mut Vec<usize>,
    ) -> Vec<(ItemId, Vec<(ItemId, &'a ListItem)>)> {
        let mut sorted: Vec<(ItemId, Vec<(ItemId, &ListItem)>)> = Vec::new();
        let mut places: BTreeMap<ItemId, usize> = BTreeMap::new();
        let ids = self.named.iter().map(|held| held.id);
        for group in ids.chain([self.default]) {
            places.entry(group).or_insert_with(|| {
                sorted.push((group, Vec::new()));
                sorted.len().saturating_sub(1)
            });
        }
        let mut used = BTreeSet::new();
        for item in &list.items {
            let named = item.group.as_deref().and_then(|name| self.find(name));
            let group = named.map_or(self.default, |held| held.id);
            // Groups that the list spells in two ways are one here, so a name that was free there may be taken.
            let id = [
                Some(item.key()),
                item.id.as_ref().map(|_| key_of_text(item)),
            ]
            .into_iter()
            .flatten()
            .map(|key| item_of(event, group, &key))
            .find(|id| used.insert(*id));
            match (
                id,
                places.get(&group).and_then(|place| sorted.get_mut(*place)),
            ) {
                (Some(id), Some((_, items))) => items.push((id, item)),
                _ => repeated.push(item.row),
            }
        }
        sorted.retain(|(_, items)| !items.is_empty());
        sorted
    }

    /// The acts that write the groups which are not here yet. Codes count in the order of the list and pass over those that
    /// other groups of the event have here.
    fn acts(&self, workbook: &Workbook, event: ItemId) -> Vec<Vec<Edit>> {
        let here: Vec<Group> = workbook
            .of_kind(Kind::GROUP)
            .map(|(id, _)| Group::read(workbook, id))
            .filter(|group| group.event == Some(event))
            .collect();
        let mut codes = sorted::set(here.iter().map(|group| group.code.clone()));
        let mut order = here.iter().map(|group| group.order.clone()).max();
        let mut acts = Vec::new();
        let mut place = 0usize;
        for held in &self.named {
            let plenary = held.slug == PLENARY;
            place = place.saturating_add(usize::from(!plenary));
            if here
                .iter()
                .any(|group| group.id == held.id && !group.titles.is_empty())
            {
                continue;
            }
            let code = if plenary && !codes.contains("P") {
                String::from("P")
            } else {
                let mut number = place.max(1);
                while codes.contains(&format!("G{number}")) {
                    number = number.saturating_add(1);
                }
                format!("G{number}")
            };
            let key = after(order.as_deref().filter(|order| !order.is_empty()));
            let mut writes = Writes::default();
            writes.text(held.id, "event", &event.to_string());
            writes.text(held.id, "code", &code);
            writes.text(held.id, "order", &key);
            for (lang, title) in &held.titles {
                writes.text(held.id, &format!("title/{lang}"), title);
            }
            acts.push(writes.derived("list group", &[event.to_string(), held.slug.clone()]));
            codes.insert(code);
            order = Some(key);
        }
        acts
    }
}

/// The item that a key of a list names.
fn item_of(event: ItemId, group: ItemId, key: &str) -> ItemId {
    ItemId::derived(
        Kind::REC,
        &["list", &event.to_string(), &group.to_string(), key],
    )
}

/// What the item would be recognised by without an id of its own.
fn key_of_text(item: &ListItem) -> String {
    let bare = ListItem {
        text: item.text.clone(),
        ..ListItem::default()
    };
    bare.key()
}

/// The plenary's titles, as the template has them.
fn plenary_titles() -> BTreeMap<String, String> {
    let groups = templates()
        .into_iter()
        .flat_map(|template| template.groups)
        .find(|group| group.slug == PLENARY);
    groups.map_or_else(BTreeMap::new, |group| {
        sorted::map([
            (String::from("en"), group.en),
            (String::from("ur"), group.ur),
        ])
    })
}

/// The last number and place of each group.
struct Numbering(BTreeMap<ItemId, (i64, Option<String>)>);

impl Numbering {
    fn of(workbook: &Workbook, event: ItemId) -> Self {
        let mut last: BTreeMap<ItemId, (i64, Option<String>)> = BTreeMap::new();
        for (id, _) in workbook.of_kind(Kind::REC) {
            let Some(group) = pointer(workbook, id, "group")
                .filter(|_| pointer(workbook, id, "event").is_none_or(|held| held == event))
            else {
                continue;
            };
            let (serial, order) = last.entry(group).or_default();
            let held = workbook.value(id, "number").and_then(Value::as_int);
            *serial = held.unwrap_or(0).max(*serial);
            let held = workbook
                .text(id, "order")
                .filter(|held| !held.is_empty())
                .filter(|held| order.as_deref().is_none_or(|order| order < *held));
            if let Some(held) = held {
                *order = Some(held.to_owned());
            }
        }
        Self(last)
    }

    /// The next number and place of the group for an item that has none.
    fn number(&mut self, workbook: &Workbook, group: ItemId, id: ItemId, act: &mut Act<'_>) {
        let (serial, order) = self.0.entry(group).or_default();
        let mut write = |field: &str, value: Value| {
            if let Some(name) = Field::new(field) {
                act.append(id, name, Written::One(value), workbook.reach(id, field));
            }
        };
        if workbook.current(id, "number") == Current::None {
            *serial = serial.saturating_add(1);
            write("number", Value::Int(*serial));
        }
        if workbook.current(id, "order") == Current::None {
            let key = after(order.as_deref());
            write("order", Value::text(&key));
            *order = Some(key);
        }
    }
}
