//! A list in JSON: an array of items, or an object with such an array.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::column::{Column, language};
use super::item::{Cell, Reader};
use super::node::Node;
use super::term::date;
use super::{ListEvent, ListFinding, ListGroup};
use crate::text::{guess_lang, slug};

/// Whether the text begins like JSON that could be a list; "[1] Parliament should" does not.
pub(super) fn looks_like(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| !letter.is_whitespace());
    match letters.next() {
        Some('[') => matches!(letters.next(), Some('{' | '"' | '[' | ']') | None),
        Some('{') => matches!(letters.next(), Some('"' | '}') | None),
        _ => false,
    }
}

/// Reads the items, groups and event of a text.
pub(super) fn read(text: &str, reader: &mut Reader<'_>) {
    match serde_json::from_str(text) {
        Ok(Node::List(items)) => read_items(&items, reader),
        Ok(Node::Map(parts)) => read_parts(&parts, reader),
        Ok(_) => reader.findings.push(ListFinding::NotAList),
        Err(error) => reader.findings.push(ListFinding::BadJson {
            line: error.line(),
            column: error.column(),
            cut_off: error.is_eof(),
        }),
    }
}

fn read_parts(parts: &[(String, Node)], reader: &mut Reader<'_>) {
    if !parts
        .iter()
        .any(|(name, part)| name == "recommendations" && matches!(part, Node::List(_)))
    {
        return reader.findings.push(ListFinding::NotAList);
    }
    let mut unused = BTreeSet::new();
    for (name, part) in parts {
        match (name.as_str(), part) {
            ("recommendations", Node::List(items)) => read_items(items, reader),
            ("groups", Node::List(groups)) => read_groups(groups, reader, &mut unused),
            ("event", Node::Map(pairs)) if reader.event.is_none() => {
                read_event(pairs, reader, &mut unused)
            }
            _ if part.is_blank() => {}
            _ => {
                unused.insert(name.clone());
            }
        }
    }
    if !unused.is_empty() {
        let names = unused.into_iter().collect();
        reader.findings.push(ListFinding::UnusedParts { names });
    }
}

fn read_items(items: &[Node], reader: &mut Reader<'_>) {
    // Each name is looked up once: a list repeats them in every item.
    let mut columns = BTreeMap::<&str, Option<Column>>::new();
    for (row, item) in (1_usize..).zip(items) {
        let pairs = match item {
            Node::Map(pairs) => pairs.as_slice(),
            Node::Text(_) => {
                reader.add(
                    row,
                    &[Cell {
                        name: "text",
                        column: &Column::Text,
                        value: item,
                    }],
                );
                continue;
            }
            Node::Null => continue,
            _ => {
                reader.not_an_item(row, item);
                continue;
            }
        };
        for (name, _) in pairs {
            columns
                .entry(name)
                .or_insert_with(|| reader.columns.find(name));
        }
        let mut cells = Vec::with_capacity(pairs.len());
        for (name, value) in pairs {
            match columns.get(name.as_str()) {
                Some(Some(column)) => cells.push(Cell {
                    name,
                    column,
                    value,
                }),
                _ => reader.unknown(name, value),
            }
        }
        if cells.iter().all(|cell| cell.value.is_blank()) && !item.is_blank() {
            reader.findings.push(ListFinding::NoText { row });
        }
        reader.add(row, &cells);
    }
}

fn read_groups(groups: &[Node], reader: &mut Reader<'_>, unused: &mut BTreeSet<String>) {
    for node in groups.iter().filter(|node| !node.is_blank()) {
        let mut group = ListGroup::default();
        let title_only = [("title".to_owned(), node.clone())];
        let pairs = match node {
            Node::Map(pairs) => pairs.as_slice(),
            _ => &title_only,
        };
        for (key, value) in pairs.iter().filter(|(_, value)| !value.is_blank()) {
            let name = format!("groups.{key}");
            if key == "id" {
                group.id = reader.text(0, &name, value).unwrap_or_default();
            } else if !read_title(&mut group.titles, key, value, reader) {
                unused.insert(name);
            }
        }
        if group.id.is_empty() {
            // A group that is only a name is called by that name.
            let title = group.titles.values().next();
            group.id = title
                .map(|title| {
                    if node.as_text().is_some() {
                        title.clone()
                    } else {
                        slug(title)
                    }
                })
                .unwrap_or_default();
        }
        if !group.id.is_empty() {
            reader.groups.push(group);
        }
    }
}

fn read_event(pairs: &[(String, Node)], reader: &mut Reader<'_>, unused: &mut BTreeSet<String>) {
    let mut event = ListEvent::default();
    for (key, value) in pairs.iter().filter(|(_, value)| !value.is_blank()) {
        let name = format!("event.{key}");
        match key.as_str() {
            "code" => event.code = reader.text(0, &name, value).unwrap_or_default(),
            "form" => event.form = reader.text(0, &name, value).unwrap_or_default(),
            "place" => event.place = reader.text(0, &name, value).unwrap_or_default(),
            "date" | "dates" => {
                for value in reader.texts(0, &name, value) {
                    match date(&value) {
                        Some(day) => event.dates.push(day),
                        None => reader.findings.push(ListFinding::BadDate {
                            row: 0,
                            column: name.clone(),
                            value,
                        }),
                    }
                }
            }
            "organiser" | "organisers" | "organizers" => {
                event.organisers.extend(reader.texts(0, &name, value))
            }
            "partners" => event.partners.extend(reader.texts(0, &name, value)),
            _ if read_title(&mut event.titles, key, value, reader) => {}
            _ => {
                unused.insert(name);
            }
        }
    }
    reader.event = Some(event);
}

/// Reads `title`, a text or texts by language, and `titleUr` and the like; `false` for any other key or shape, or where there
/// is another title in that language already.
fn read_title(
    titles: &mut BTreeMap<String, String>,
    key: &str,
    value: &Node,
    reader: &mut Reader<'_>,
) -> bool {
    let Some(suffix) = key.strip_prefix("title") else {
        return false;
    };
    let suffix = suffix.trim_start_matches(['_', '-', '.']);
    match (suffix.is_empty(), value) {
        (true, Node::Text(_)) => add_title(titles, None, value, reader),
        (true, Node::Map(pairs)) => pairs.iter().all(|(key, title)| {
            language(key).is_some_and(|lang| add_title(titles, Some(lang), title, reader))
        }),
        (false, Node::Text(_)) => {
            language(suffix).is_some_and(|lang| add_title(titles, Some(lang), value, reader))
        }
        _ => false,
    }
}

fn add_title(
    titles: &mut BTreeMap<String, String>,
    lang: Option<String>,
    value: &Node,
    reader: &mut Reader<'_>,
) -> bool {
    let Some(title) = reader.text(0, "title", value) else {
        return true;
    };
    let lang = lang.unwrap_or_else(|| guess_lang(&title).unwrap_or("en").to_owned());
    match titles.entry(lang) {
        Entry::Vacant(entry) => {
            entry.insert(title);
            true
        }
        Entry::Occupied(entry) => *entry.get() == title,
    }
}
