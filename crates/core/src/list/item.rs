//! From the cells of a row to an item, whatever the form of the list.

use std::collections::{BTreeMap, btree_map};

use super::column::{Column, language};
use super::node::Node;
use super::term::{date, terms};
use super::{List, ListEvent, ListFinding, ListGroup, ListItem, ListKind, ListOptions};
use crate::text::{clean, excerpt, guess_lang};
use crate::vocabulary::{SchemeId, Vocabulary};

/// One value of a row.
pub(super) struct Cell<'a> {
    pub(super) name: &'a str,
    pub(super) column: &'a Column,
    pub(super) value: &'a Node,
}

/// Collects items and findings.
pub(super) struct Reader<'v> {
    pub(super) options: ListOptions<'v>,
    pub(super) vocabulary: &'v Vocabulary,
    pub(super) findings: Vec<ListFinding>,
    pub(super) groups: Vec<ListGroup>,
    pub(super) event: Option<ListEvent>,
    items: Vec<ListItem>,
    /// Items met, taken or beyond the limit.
    count: usize,
    /// Columns without meaning, with their values, in the order of their first value.
    unknown: Vec<(String, usize)>,
    /// Group and key of the items taken, with their places.
    keys: BTreeMap<(Option<String>, String), usize>,
}

/// How much of a value a finding shows, in graphemes.
const SHOWN: usize = 80;

impl<'v> Reader<'v> {
    pub(super) fn new(options: ListOptions<'v>, vocabulary: &'v Vocabulary) -> Self {
        Self {
            options,
            vocabulary,
            findings: Vec::new(),
            groups: Vec::new(),
            event: None,
            items: Vec::new(),
            count: 0,
            unknown: Vec::new(),
            keys: BTreeMap::new(),
        }
    }

    pub(super) fn finish(mut self, kind: ListKind) -> List {
        let limit = self.options.limits.items;
        if self.count > limit {
            self.findings.push(ListFinding::TooManyItems {
                count: self.count,
                limit,
            });
        }
        let unknown = self.unknown.into_iter();
        self.findings
            .extend(unknown.map(|(column, values)| ListFinding::UnknownColumn { column, values }));
        if self.items.is_empty() && self.findings.is_empty() {
            self.findings.push(ListFinding::Empty);
        }
        List {
            kind,
            items: self.items,
            groups: self.groups,
            event: self.event,
            findings: self.findings,
        }
    }

    /// Whether the item that comes next is still within the limit; counts it.
    pub(super) fn has_room(&mut self) -> bool {
        self.count = self.count.saturating_add(1);
        self.count <= self.options.limits.items
    }

    /// Remembers a value in a column without meaning.
    pub(super) fn unknown(&mut self, column: &str, value: &Node) {
        if value.is_blank() {
            return;
        }
        match self.unknown.iter_mut().find(|(name, _)| name == column) {
            Some((_, values)) => *values = values.saturating_add(1),
            None => self.unknown.push((column.to_owned(), 1)),
        }
    }

    /// Takes the row as an item, unless it is blank.
    pub(super) fn add(&mut self, row: usize, cells: &[Cell<'_>]) {
        if cells.iter().all(|cell| cell.value.is_blank()) || !self.has_room() {
            return;
        }
        let mut draft = Draft {
            item: ListItem {
                row,
                ..ListItem::default()
            },
            ..Draft::default()
        };
        for cell in cells.iter().filter(|cell| !cell.value.is_blank()) {
            self.fill(&mut draft, cell);
        }
        if let Some(item) = self.item(draft) {
            self.take(item);
        }
    }

    fn fill(&mut self, draft: &mut Draft, cell: &Cell<'_>) {
        let row = draft.item.row;
        match cell.column {
            Column::Text | Column::Wordings => self.wordings(draft, cell),
            Column::Wording(lang) => {
                let text = self.text(row, cell.name, cell.value);
                draft
                    .wordings
                    .extend(text.map(|text| (cell.name.to_owned(), Some(lang.clone()), text)));
            }
            Column::Lang => {
                let value = self.text(row, cell.name, cell.value);
                let lang = value.as_deref().and_then(language);
                match (value, lang) {
                    (Some(value), None) => self.findings.push(ListFinding::BadLanguage {
                        row,
                        column: cell.name.to_owned(),
                        value,
                    }),
                    (_, lang) => self.set(row, cell.name, &mut draft.lang, lang),
                }
            }
            Column::Id => {
                let id = self.name(row, cell.name, cell.value);
                self.set(row, cell.name, &mut draft.item.id, id);
            }
            Column::Group => {
                let group = self.name(row, cell.name, cell.value);
                self.set(row, cell.name, &mut draft.item.group, group);
            }
            Column::Deadline => {
                let value = self.text(row, cell.name, cell.value);
                let day = value.as_deref().and_then(date);
                match (value, day) {
                    (Some(value), None) => {
                        self.findings.push(ListFinding::BadDate {
                            row,
                            column: cell.name.to_owned(),
                            value,
                        });
                    }
                    (_, day) => self.set(row, cell.name, &mut draft.item.deadline, day),
                }
            }
            Column::Rationale => {
                let text = self.text(row, cell.name, cell.value);
                self.set(row, cell.name, &mut draft.item.rationale, text);
            }
            Column::Indicator => {
                let text = self.text(row, cell.name, cell.value);
                self.set(row, cell.name, &mut draft.item.indicator, text);
            }
            Column::Dissent => {
                let statements = self.texts(row, cell.name, cell.value);
                draft.item.dissent.extend(statements);
            }
            Column::Lead => {
                let ids = self.terms(row, cell, SchemeId::Addressees);
                self.set_one(row, cell.name, &mut draft.item.lead, ids);
            }
            Column::MainTheme => draft
                .main_themes
                .extend(self.terms(row, cell, SchemeId::Themes)),
            Column::Terms(scheme) => {
                let ids = self.terms(row, cell, *scheme);
                self.tag(&mut draft.item, cell.name, *scheme, ids);
            }
        }
    }

    fn tag(&mut self, item: &mut ListItem, column: &str, scheme: SchemeId, mut ids: Vec<String>) {
        let row = item.row;
        let list = match scheme {
            SchemeId::Addressees => &mut item.addressees,
            SchemeId::Themes => &mut item.themes,
            SchemeId::AffectedGroups => &mut item.affected,
            SchemeId::Instruments => &mut item.instruments,
            SchemeId::Levels => &mut item.levels,
            SchemeId::SdgTargets => &mut item.sdg,
            SchemeId::EvidenceKinds => &mut item.evidence,
            SchemeId::Issues => {
                if ["tip", "som"]
                    .iter()
                    .all(|issue| ids.iter().any(|id| id == issue))
                {
                    ids.retain(|id| id != "tip" && id != "som");
                    ids.insert(0, "tip-som".to_owned());
                }
                return self.set_one(row, column, &mut item.issue, ids);
            }
            SchemeId::ActionTypes => return self.set_one(row, column, &mut item.action, ids),
            SchemeId::Urgency => return self.set_one(row, column, &mut item.urgency, ids),
            SchemeId::Horizons => return self.set_one(row, column, &mut item.horizon, ids),
            // No column means these.
            SchemeId::Strength
            | SchemeId::Responses
            | SchemeId::Statuses
            | SchemeId::StakeholderCategories => return,
        };
        union(list, ids);
    }

    /// Wordings of a cell that may hold one text, texts by language, or wordings as the file format has them.
    fn wordings(&mut self, draft: &mut Draft, cell: &Cell<'_>) {
        let row = draft.item.row;
        match cell.value {
            Node::Map(pairs) => {
                for (key, value) in pairs {
                    let name = format!("{}.{key}", cell.name);
                    match language(key) {
                        Some(lang) => {
                            let text = self.text(row, &name, value);
                            draft
                                .wordings
                                .extend(text.map(|text| (name, Some(lang), text)));
                        }
                        None => self.unknown(&name, value),
                    }
                }
            }
            Node::List(wordings) => {
                for wording in wordings {
                    let part = |name: &str| match wording {
                        Node::Map(pairs) => pairs
                            .iter()
                            .find(|(key, _)| key == name)
                            .map(|(_, value)| value),
                        _ => None,
                    };
                    let lang = part("lang").and_then(Node::as_text).and_then(language);
                    let text = part("text").and_then(|text| self.text(row, cell.name, text));
                    match (lang, text) {
                        (Some(lang), Some(text)) => {
                            draft
                                .wordings
                                .push((cell.name.to_owned(), Some(lang), text))
                        }
                        _ => self.bad(row, cell.name, wording),
                    }
                }
            }
            value => {
                let text = self.text(row, cell.name, value);
                draft
                    .wordings
                    .extend(text.map(|text| (cell.name.to_owned(), None, text)));
            }
        }
    }

    /// The item of a draft, if it has a text of a good length.
    fn item(&mut self, draft: Draft) -> Option<ListItem> {
        let Draft {
            mut item,
            lang,
            wordings,
            main_themes,
        } = draft;
        let row = item.row;
        // The text without a language, else the one in the language the row or the hint names, else the first.
        let is = |wanted: Option<&str>| {
            wordings
                .iter()
                .position(|(_, lang, _)| lang.as_deref() == wanted)
        };
        let named = |wanted: Option<&str>| wanted.and_then(|wanted| is(Some(wanted)));
        let original = is(None)
            .or_else(|| named(lang.as_deref()))
            .or_else(|| named(self.options.lang))
            .unwrap_or(0);
        let Some((column, own_lang, text)) = wordings.get(original) else {
            // Too long or not a text: then that has been said.
            let said = self
                .findings
                .iter()
                .rev()
                .take_while(|finding| finding.row() == Some(row));
            let mut said = said.filter(|finding| {
                matches!(
                    finding,
                    ListFinding::TooLong { .. } | ListFinding::BadValue { .. }
                )
            });
            if said.next().is_none() {
                self.findings.push(ListFinding::NoText { row });
            }
            return None;
        };
        let known = own_lang
            .clone()
            .or(lang)
            .or_else(|| self.options.lang.map(str::to_owned));
        item.lang_guessed = known.is_none();
        item.lang = known.unwrap_or_else(|| guess_lang(text).unwrap_or("en").to_owned());
        item.text.clone_from(text);
        let _ = column;
        for (place, (column, lang, text)) in wordings
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != original)
        {
            let _ = place;
            let lang = lang.as_ref().filter(|lang| **lang != item.lang);
            match lang.map(|lang| item.translations.entry(lang.clone())) {
                Some(btree_map::Entry::Vacant(entry)) => {
                    entry.insert(text.clone());
                }
                _ if *text == item.text => {}
                _ => self.second(row, column, text),
            }
        }
        let mut themes = main_themes;
        union(&mut themes, std::mem::take(&mut item.themes));
        item.themes = Vec::new();
        union(&mut item.themes, themes);
        union(
            &mut item.addressees,
            item.lead.clone().into_iter().collect(),
        );
        Some(item)
    }

    /// Adds the item, unless the group already has it.
    fn take(&mut self, mut item: ListItem) {
        let earlier = |reader: &Self, item: &ListItem| {
            let place = reader.keys.get(&(item.group.clone(), item.key()))?;
            reader.items.get(*place).cloned()
        };
        if let Some(first) = earlier(self, &item)
            && first.text != item.text
            && let Some(id) = item.id.take()
        {
            // Both texts stay; the later one is known by its text from now on.
            self.findings.push(ListFinding::SameIdOtherText {
                row: item.row,
                first: first.row,
                id,
            });
        }
        if let Some(first) = earlier(self, &item) {
            let equal = ListItem {
                row: first.row,
                ..item.clone()
            } == first;
            self.findings.push(ListFinding::Repeated {
                row: item.row,
                first: first.row,
                equal,
            });
            return;
        }
        self.keys
            .insert((item.group.clone(), item.key()), self.items.len());
        self.items.push(item);
    }

    fn terms(&mut self, row: usize, cell: &Cell<'_>, scheme: SchemeId) -> Vec<String> {
        let mut ids = Vec::new();
        let values = match cell.value {
            Node::List(nodes) => nodes.as_slice(),
            value => std::slice::from_ref(value),
        };
        for value in values.iter().filter(|value| !value.is_blank()) {
            // An object with an id, as programs write terms, or a text.
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

    /// A text as it is committed, if it is one and not too long.
    pub(super) fn text(&mut self, row: usize, column: &str, value: &Node) -> Option<String> {
        self.text_within(row, column, value, self.options.limits.text)
    }

    fn name(&mut self, row: usize, column: &str, value: &Node) -> Option<String> {
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
        let (text, removed) = clean(text.trim_start());
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
        if removed.is_notable() {
            self.findings.push(ListFinding::Cleaned { row, column });
        }
        Some(text).filter(|text| !text.is_empty())
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

    fn set(&mut self, row: usize, column: &str, field: &mut Option<String>, value: Option<String>) {
        self.set_one(row, column, field, value.into_iter().collect());
    }

    fn set_one(
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

    fn second(&mut self, row: usize, column: &str, value: &str) {
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

/// An item whose texts are not yet told apart. Wordings: the column, the language if it is named there, and the text.
#[derive(Default)]
struct Draft {
    item: ListItem,
    lang: Option<String>,
    wordings: Vec<(String, Option<String>, String)>,
    main_themes: Vec<String>,
}

fn union(list: &mut Vec<String>, more: Vec<String>) {
    for id in more {
        if !list.contains(&id) {
            list.push(id);
        }
    }
}
