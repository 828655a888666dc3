//! A list in JSON: an array of items, or an object with such an array.

use std::collections::BTreeMap;

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
    let mut unused = Vec::new();
    for (name, part) in parts {
        match (name.as_str(), part) {
            ("recommendations", Node::List(items)) => read_items(items, reader),
            ("groups", Node::List(groups)) => read_groups(groups, reader, &mut unused),
            ("event", Node::Map(pairs)) if reader.event.is_none() => {
                read_event(pairs, reader, &mut unused)
            }
            _ if part.is_blank() => {}
            _ => note(&mut unused, name.clone()),
        }
    }
    if !unused.is_empty() {
        reader
            .findings
            .push(ListFinding::UnusedParts { names: unused });
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
                        name: "",
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
                .or_insert_with(|| Column::of(name, reader.vocabulary));
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

fn read_groups(groups: &[Node], reader: &mut Reader<'_>, unused: &mut Vec<String>) {
    for node in groups {
        let mut group = ListGroup::default();
        match node {
            Node::Text(name) => {
                group.id.clone_from(name);
                add_title(&mut group.titles, None, name);
            }
            Node::Map(pairs) => {
                for (key, value) in pairs {
                    match (key.as_str(), value.as_text()) {
                        ("id", Some(id)) => id.trim().clone_into(&mut group.id),
                        _ if read_title(&mut group.titles, key, value) || value.is_blank() => {}
                        _ => note(unused, format!("groups.{key}")),
                    }
                }
            }
            _ => note(unused, format!("groups.{node}")),
        }
        if group.id.is_empty() {
            group.id = group
                .titles
                .values()
                .next()
                .map(|title| slug(title))
                .unwrap_or_default();
        }
        if !group.id.is_empty() {
            reader.groups.push(group);
        }
    }
}

fn read_event(pairs: &[(String, Node)], reader: &mut Reader<'_>, unused: &mut Vec<String>) {
    let mut event = ListEvent::default();
    for (key, value) in pairs {
        let text = value.as_text().map(|text| text.trim().to_owned());
        match (key.as_str(), text) {
            ("code", Some(text)) => event.code = text,
            ("form", Some(text)) => event.form = text,
            ("place", Some(text)) => event.place = text,
            ("date" | "dates", _) => {
                for text in reader.texts(0, "event.dates", value) {
                    match date(&text) {
                        Some(day) => event.dates.push(day),
                        None => note(unused, format!("event.dates: {text}")),
                    }
                }
            }
            ("organisers" | "organizers" | "organiser", _) => {
                event
                    .organisers
                    .extend(reader.texts(0, "event.organisers", value));
            }
            ("partners", _) => event
                .partners
                .extend(reader.texts(0, "event.partners", value)),
            _ if read_title(&mut event.titles, key, value) || value.is_blank() => {}
            _ => note(unused, format!("event.{key}")),
        }
    }
    reader.event = Some(event);
}

/// Reads `title`, a text or texts by language, and `titleUr` and the like; `false` for any other key or shape.
fn read_title(titles: &mut BTreeMap<String, String>, key: &str, value: &Node) -> bool {
    let Some(suffix) = key.strip_prefix("title") else {
        return false;
    };
    let suffix = suffix.trim_start_matches(['_', '-', '.']);
    match (suffix.is_empty(), value) {
        (true, Node::Text(title)) => add_title(titles, None, title),
        (true, Node::Map(pairs)) => {
            pairs
                .iter()
                .all(|(key, title)| match (language(key), title.as_text()) {
                    (Some(lang), Some(title)) => add_title(titles, Some(lang), title),
                    _ => false,
                })
        }
        (false, Node::Text(title)) => {
            language(suffix).is_some_and(|lang| add_title(titles, Some(lang), title))
        }
        _ => false,
    }
}

/// `false` where there is another title in that language already.
fn add_title(titles: &mut BTreeMap<String, String>, lang: Option<String>, title: &str) -> bool {
    let title = title.trim();
    let lang = lang.unwrap_or_else(|| guess_lang(title).unwrap_or("en").to_owned());
    title.is_empty() || titles.entry(lang).or_insert_with(|| title.to_owned()) == title
}

fn note(unused: &mut Vec<String>, name: String) {
    if !unused.contains(&name) {
        unused.push(name);
    }
}
