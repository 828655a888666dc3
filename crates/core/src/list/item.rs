//! From the cells of a row to an item, whatever the form of the list.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::column::{Column, Columns, language};
use super::node::Node;
use super::term::date;
use super::value::union;
use super::{List, ListEvent, ListFinding, ListGroup, ListItem, ListKind, ListOptions};
use crate::sorted;
use crate::text::guess_lang;
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
    pub(super) columns: Columns,
    pub(super) vocabulary: &'v Vocabulary,
    pub(super) findings: Vec<ListFinding>,
    pub(super) groups: Vec<ListGroup>,
    pub(super) event: Option<ListEvent>,
    items: Vec<ListItem>,
    /// Items met, taken or beyond the limit.
    count: usize,
    /// Columns without meaning: place of the first value among such, and number of values.
    unknown: BTreeMap<String, (usize, usize)>,
    /// Group and key of the items taken, with their places.
    keys: BTreeMap<(Option<String>, String), usize>,
}

impl<'v> Reader<'v> {
    pub(super) fn new(options: ListOptions<'v>, vocabulary: &'v Vocabulary) -> Self {
        Self {
            options,
            columns: Columns::new(vocabulary),
            vocabulary,
            findings: Vec::new(),
            groups: Vec::new(),
            event: None,
            items: Vec::new(),
            count: 0,
            unknown: BTreeMap::new(),
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
        let mut unknown: Vec<_> = self.unknown.into_iter().collect();
        sorted::sort_by_key(&mut unknown, |(_, (place, _))| *place);
        let finding = |(column, (_, values))| ListFinding::UnknownColumn { column, values };
        self.findings.extend(unknown.into_iter().map(finding));
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
    fn has_room(&mut self) -> bool {
        self.count = self.count.saturating_add(1);
        self.count <= self.options.limits.items
    }

    /// Remembers a value in a column without meaning.
    pub(super) fn unknown(&mut self, column: &str, value: &Node) {
        if value.is_blank() {
            return;
        }
        let place = self.unknown.len();
        match self.unknown.get_mut(column) {
            Some((_, values)) => *values = values.saturating_add(1),
            None => drop(self.unknown.insert(column.to_owned(), (place, 1))),
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
            Column::Text | Column::Wording(_) | Column::Wordings => {
                let before = self.findings.len();
                self.wordings(draft, cell);
                draft.text_refused |= self.findings.len() > before;
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

    /// Wordings of a cell that may hold one text, texts by language, or a list of `{lang, text}`.
    fn wordings(&mut self, draft: &mut Draft, cell: &Cell<'_>) {
        let row = draft.item.row;
        match (cell.column, cell.value) {
            (Column::Wording(lang), value) => {
                let text = self.text(row, cell.name, value);
                draft.add(cell.name, Some(lang.clone()), text);
            }
            (_, Node::Map(pairs)) => {
                for (key, value) in pairs {
                    let name = format!("{}.{key}", cell.name);
                    match language(key) {
                        Some(lang) => {
                            let text = self.text(row, &name, value);
                            draft.add(&name, Some(lang), text);
                        }
                        None => self.unknown(&name, value),
                    }
                }
            }
            (_, Node::List(wordings)) => {
                for wording in wordings {
                    let part = |name: &str| match wording {
                        Node::Map(pairs) => pairs
                            .iter()
                            .find(|(key, _)| key == name)
                            .map(|(_, value)| value),
                        _ => None,
                    };
                    match (
                        part("lang").and_then(Node::as_text).and_then(language),
                        part("text"),
                    ) {
                        (Some(lang), Some(text)) => {
                            let text = self.text(row, cell.name, text);
                            draft.add(cell.name, Some(lang), text);
                        }
                        _ => self.bad(row, cell.name, wording),
                    }
                }
            }
            (_, value) => {
                let text = self.text(row, cell.name, value);
                draft.add(cell.name, None, text);
            }
        }
    }

    /// The item of a draft, if it has a text.
    fn item(&mut self, draft: Draft) -> Option<ListItem> {
        let Draft {
            mut item,
            lang,
            mut wordings,
            text_refused,
            main_themes,
        } = draft;
        let row = item.row;
        // The text without a language, else the one in the language that the row or the hint names, else the first.
        let of = |lang: Option<&str>| {
            wordings
                .iter()
                .position(|wording| wording.lang.as_deref() == lang)
        };
        let named = |lang: Option<&str>| lang.and_then(|lang| of(Some(lang)));
        let original = of(None)
            .or_else(|| named(lang.as_deref()))
            .or_else(|| named(self.options.lang))
            .unwrap_or(0);
        if wordings.is_empty() {
            // Why a text was refused has been said.
            if !text_refused {
                self.findings.push(ListFinding::NoText { row });
            }
            return None;
        }
        let original = wordings.remove(original);
        let known = original
            .lang
            .or(lang)
            .or_else(|| self.options.lang.map(str::to_owned));
        item.lang_guessed = known.is_none();
        item.lang = known.unwrap_or_else(|| guess_lang(&original.text).unwrap_or("en").to_owned());
        item.text = original.text;
        for Wording { column, lang, text } in wordings {
            let lang = lang.filter(|lang| *lang != item.lang);
            match lang.map(|lang| item.translations.entry(lang)) {
                Some(Entry::Vacant(entry)) => {
                    entry.insert(text);
                }
                Some(Entry::Occupied(entry)) if *entry.get() == text => {}
                None if item.text == text => {}
                _ => self.second(row, &column, &text),
            }
        }
        let themes = std::mem::replace(&mut item.themes, main_themes);
        union(&mut item.themes, themes);
        union(&mut item.addressees, item.lead.iter().cloned().collect());
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
}

/// An item whose texts are not yet told apart.
#[derive(Default)]
struct Draft {
    item: ListItem,
    lang: Option<String>,
    wordings: Vec<Wording>,
    text_refused: bool,
    main_themes: Vec<String>,
}

struct Wording {
    column: String,
    /// The language that the column names.
    lang: Option<String>,
    text: String,
}

impl Draft {
    fn add(&mut self, column: &str, lang: Option<String>, text: Option<String>) {
        self.wordings.extend(text.map(|text| Wording {
            column: column.to_owned(),
            lang,
            text,
        }));
    }
}
