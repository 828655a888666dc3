//! What items, fields and values are called: where changes are listed, and where a person chooses between values.

use std::collections::BTreeMap;

use leptos::prelude::*;
use rapporteur_core::combination::PairVerdict;
use rapporteur_core::event::{Event, Form, Group, addition_of, events, groups};
use rapporteur_core::field::{Field, RULES, Shape, rule_of};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::recommendation::State;
use rapporteur_core::round::{Card, Method, OTHER};
use rapporteur_core::sorted;
use rapporteur_core::text::{Direction, direction_of};
use rapporteur_core::value::Value;

use crate::session::Book;
use crate::ui::view;
use crate::words::Words;

/// A value as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// The text.
    pub(super) text: String,
    /// Its language, where it is a text somebody wrote in one.
    pub(super) lang: Option<String>,
    /// Whether somebody wrote it: not a term, a state or a name of the interface's.
    pub(super) written: bool,
}

impl Said {
    fn ours(text: String) -> Self {
        Self {
            text,
            lang: None,
            written: false,
        }
    }

    fn theirs(text: &str, lang: Option<&str>) -> Self {
        Self {
            text: text.to_owned(),
            lang: lang.map(str::to_owned),
            written: true,
        }
    }
}

/// A value in its own language and direction.
#[component]
pub(super) fn Text(said: Said) -> impl IntoView {
    let Said {
        text,
        lang,
        written,
    } = said;
    let dir = match &lang {
        Some(lang) => Some(direction_of(lang).as_str()),
        None => written.then_some("auto"),
    };
    // A text that is put to the vote in one wording is not read in a browser's own.
    let translate = written.then_some("no");
    view! { <span class:words=written translate=translate lang=lang dir=dir>{text}</span> }
}

/// The name of a language in the interface's.
pub(super) fn language_name(words: Words, tag: &str) -> String {
    match tag {
        "en" => words.t("lang-en"),
        "ur" => words.t("lang-ur"),
        "ur-Latn" => words.t("lang-ur-latn"),
        "ps" => words.t("lang-ps"),
        other => other.to_owned(),
    }
}

/// Puts things about items into the order in which people know them: events and groups, then recommendations as listed.
pub(super) fn sort_by_place<T>(book: &Book, things: &mut [T], item: impl Fn(&T) -> ItemId) {
    let events = events(&book.workbook);
    let groups = events
        .iter()
        .flat_map(|event| groups(&book.workbook, event.id))
        .map(|group| group.id);
    let places: BTreeMap<ItemId, usize> = sorted::map(groups.chain(book.register.all()).zip(0..));
    sorted::sort_by_key(things, |thing| {
        let item = item(thing);
        (item.kind, places.get(&item).copied().unwrap_or(usize::MAX))
    });
}

/// What an item is called: a recommendation's number, a group's code and title, an event's code.
pub(super) fn item_name(words: Words, book: &Book, item: ItemId) -> String {
    let named = match item.kind {
        Kind::REC => book.register.number(item),
        Kind::GROUP => group_name(book, &Group::read(&book.workbook, item), words.lang()),
        Kind::EVENT => {
            let event = Event::read(&book.workbook, item);
            match event.code.as_str() {
                "" => event.title(words.lang()).to_owned(),
                code => words.with("name-event-code", &[("code", code.into())]),
            }
        }
        Kind::COMBINATION => named_by(words, book, item, "originals", "name-combination"),
        Kind::PAIR => named_by(words, book, item, "items", "name-pair"),
        _ => String::new(),
    };
    match (named.is_empty(), item.kind) {
        (false, _) => named,
        (true, Kind::REC) => words.t("name-rec"),
        (true, Kind::GROUP) => words.t("name-group"),
        (true, Kind::EVENT) => words.t("name-event"),
        (true, _) => words.t("name-other"),
    }
}

/// What an item is called that is made of others: by their numbers.
fn named_by(words: Words, book: &Book, item: ItemId, field: &str, key: &str) -> String {
    let parts = book.workbook.entries(item, field).into_iter();
    let parts = parts.filter_map(|part| part.parse::<ItemId>().ok());
    let mut numbers: Vec<String> = parts
        .filter(|part| part.kind == Kind::REC)
        .map(|part| book.register.number(part))
        .collect();
    if numbers.is_empty() {
        return String::new();
    }
    sorted::sort(&mut numbers);
    let numbers = numbers.join(&words.t("list-comma"));
    words.with(key, &[("numbers", numbers.into())])
}

/// A group's code and title; where several events are here, behind its event's code.
pub(super) fn group_name(book: &Book, group: &Group, lang: &str) -> String {
    let title = group.title(lang);
    let name = match group.code.as_str() {
        "" => title.to_owned(),
        code if code == title || title.is_empty() => code.to_owned(),
        code => format!("{code} · {title}"),
    };
    let several = book.workbook.of_kind(Kind::EVENT).nth(1).is_some();
    let event = group.event.filter(|_| several && !name.is_empty());
    let event = event.map(|event| Event::read(&book.workbook, event));
    let name = match event.as_ref().map(|event| event.code.as_str()) {
        None | Some("") => name,
        Some(code) => format!("{code} · {name}"),
    };
    // A code at the beginning would turn a name round whose script runs the other way.
    match direction_of(lang) {
        Direction::Rtl => format!("\u{200f}{name}"),
        Direction::Ltr => name,
    }
}

/// Who votes in a round: a group, or in plenary an event.
pub(super) fn voters_name(words: Words, book: &Book, of: Option<ItemId>) -> String {
    let Some(of) = of else {
        return String::new();
    };
    if of.kind != Kind::EVENT {
        return group_name(book, &Group::read(&book.workbook, of), words.lang());
    }
    let name = words.t("name-plenary");
    match book.workbook.of_kind(Kind::EVENT).nth(1) {
        None => name,
        Some(_) => format!("{} · {name}", Event::read(&book.workbook, of).code),
    }
}

/// What a combination is called where there is little room: one of its originals, and how many more there are.
pub(super) fn short_name(book: &Book, item: ItemId) -> String {
    let parts = book.workbook.entries(item, "originals").into_iter();
    let parts = parts.filter_map(|part| part.parse::<ItemId>().ok());
    let mut numbers: Vec<String> = parts.map(|part| book.register.number(part)).collect();
    sorted::sort(&mut numbers);
    match numbers.split_first() {
        None => book.register.number(item),
        Some((first, more)) => format!("{first} +{}", more.len()),
    }
}

/// The kinds of items whose fields people write.
const PEOPLES: [Kind; 5] = [
    Kind::EVENT,
    Kind::GROUP,
    Kind::REC,
    Kind::COMBINATION,
    Kind::PAIR,
];

/// What a field is called.
pub(super) fn field_name(words: Words, kind: Kind, field: &str) -> String {
    let (stem, part) = field
        .split_once('/')
        .map_or((field, None), |(stem, part)| (stem, Some(part)));
    let known = RULES
        .iter()
        .any(|rule| rule.kind == kind && rule.name == stem && rule.has_part == part.is_some());
    let ours = PEOPLES.contains(&kind);
    match (stem, part) {
        ("wording" | "title" | "twin", Some(lang)) if known && ours => words.with(
            &format!("field-{stem}"),
            &[("lang", language_name(words, lang).into())],
        ),
        ("term", Some(term)) if known => words.with("field-term", &[("term", term.into())]),
        _ if known && ours => words.t(&format!("field-{stem}")),
        _ => words.with("field-other", &[("name", field.into())]),
    }
}

/// What a question of a method card is called, with its numbers.
pub(super) fn method_name(words: Words, card: &Card, method: Method) -> String {
    let rule = words.t(&format!("rule-{}", card.rule.name()));
    words.with(
        &format!("method-{}", method.name()),
        &[
            ("dots", words.figures(card.dots.to_string()).into()),
            ("cap", words.figures(card.cap.to_string()).into()),
            ("k", card.k.into()),
            ("rule", rule.into()),
        ],
    )
}

/// What a stakeholder category is called; small ones are folded into "other".
pub(super) fn category_name(words: Words, book: &Book, category: &str) -> String {
    match category {
        OTHER => words.t("category-other"),
        term => book.vocabulary.label(term, words.lang()).to_owned(),
    }
}

/// What a value of a field says.
pub(super) fn said(words: Words, book: &Book, kind: Kind, field: &str, value: &Value) -> Said {
    if value.is_none() {
        return Said::ours(words.t("value-none"));
    }
    let lang = words.lang();
    let label = |term: &str| book.vocabulary.label(term, lang).to_owned();
    let list = |texts: Vec<String>| texts.join(&words.t("list-comma"));
    let texts = || value.items().iter().filter_map(Value::as_text);
    let shape = Field::new(field)
        .and_then(|field| rule_of(kind, &field))
        .map(|rule| rule.shape);
    let part = field.split_once('/').map(|(_, part)| part);
    let told = match (shape, value) {
        (Some(Shape::Wording), _) => value
            .get("text")
            .and_then(Value::as_text)
            .map(|text| Said::theirs(text, value.get("lang").and_then(Value::as_text))),
        (Some(Shape::Term(_)), Value::Text(term)) => Some(Said::ours(label(term))),
        (Some(Shape::Terms(_)), Value::List(_)) => {
            Some(Said::ours(list(texts().map(label).collect())))
        }
        (Some(Shape::Item(_)), Value::Text(item)) => item
            .parse()
            .ok()
            .map(|item| Said::ours(item_name(words, book, item))),
        (Some(Shape::Judgement), _) => {
            value
                .get("judged")
                .map(|judged| match judged.as_text().map(str::parse) {
                    Some(Ok(item)) => Said::ours(item_name(words, book, item)),
                    _ => judgement(words, field, judged),
                })
        }
        (Some(Shape::Flag), Value::Bool(_)) => Some(judgement(words, field, value)),
        (Some(Shape::Text), Value::Text(text)) => Some(match field {
            "form" => Said::ours(words.t(&format!(
                "form-{}",
                Form::of(text).unwrap_or_default().name()
            ))),
            "original" => Said::ours(language_name(words, text)),
            _ => Said::theirs(text, part),
        }),
        (Some(Shape::Open), _) if field.starts_with("term/") => {
            addition_of(part.unwrap_or_default(), value).map(|term| {
                Said::ours(
                    term.labels
                        .values()
                        .cloned()
                        .collect::<Vec<_>>()
                        .join(" · "),
                )
            })
        }
        (_, Value::Text(text)) => Some(Said::theirs(text, None)),
        (_, Value::Int(number)) => Some(Said::ours(number.to_string())),
        (_, Value::List(_)) => Some(Said::theirs(
            &list(texts().map(str::to_owned).collect()),
            None,
        )),
        _ => None,
    };
    told.unwrap_or_else(|| Said::theirs(&serde_json::to_string(value).unwrap_or_default(), None))
}

fn judgement(words: Words, field: &str, judged: &Value) -> Said {
    let key = match (field.split('/').next().unwrap_or_default(), judged) {
        ("state", Value::Text(state)) => {
            State::of(state).map(|state| format!("state-{}", state.name()))
        }
        ("verdict", Value::Text(verdict)) => {
            PairVerdict::of(verdict).map(|verdict| format!("pair-{}", verdict.name()))
        }
        (stem @ ("withdrawn" | "twin" | "vetted"), Value::Bool(true)) => {
            Some(format!("value-{stem}"))
        }
        (_, Value::Bool(true)) => Some(String::from("value-yes")),
        (_, Value::Bool(false)) => Some(String::from("value-no")),
        _ => None,
    };
    match (key, judged) {
        (Some(key), _) => Said::ours(words.t(&key)),
        (None, Value::Text(text)) => Said::theirs(text, None),
        (None, other) => Said::theirs(&serde_json::to_string(other).unwrap_or_default(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_what_people_write_has_a_name() {
        let sentences = include_str!("../../locales/en/naming.ftl");
        for rule in RULES.iter().filter(|rule| PEOPLES.contains(&rule.kind)) {
            let key = format!("\nfield-{} =", rule.name);
            assert!(sentences.contains(&key), "{key}");
        }
        for form in Form::ALL {
            let key = format!("\nform-{} =", form.name());
            assert!(
                include_str!("../../locales/en/start.ftl").contains(&key),
                "{key}"
            );
        }
    }
}
