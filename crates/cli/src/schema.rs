//! The format for other programs: its JSON Schema, and the table of fields.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rapporteur_core::field::{Policy, RULES, Rule, Shape};
use rapporteur_core::file::schema;
use rapporteur_core::item::Kind;
use serde_json::Value as Json;

use crate::{Outcome, Schema};

pub(crate) fn run(arguments: &Schema) -> Outcome {
    let text = match arguments.fields {
        true => fields(),
        false => serde_json::to_string_pretty(&sorted(schema())).unwrap_or_default() + "\n",
    };
    crate::print(&text);
    Outcome::Clean
}

/// Keys sorted, whatever features of serde_json a build turns on.
fn sorted(json: Json) -> Json {
    match json {
        Json::Object(entries) => {
            let entries: BTreeMap<String, Json> = entries.into_iter().collect();
            Json::Object(
                entries
                    .into_iter()
                    .map(|(key, value)| (key, sorted(value)))
                    .collect(),
            )
        }
        Json::Array(items) => Json::Array(items.into_iter().map(sorted).collect()),
        other => other,
    }
}

/// The table of fields in Markdown; `docs/fields.md` is this text.
fn fields() -> String {
    let mut text = String::from(
        "# Fields\n\n\
         Made by `rapporteur schema --fields` from the table in `crates/core/src/field.rs`; a test compares them. Change the\n\
         table, then `BLESS=1 cargo test -p rapporteur-cli`.\n\n\
         A field is written by edits. Where two values meet that were written without sight of each other:\n\n\
         - **ask**: both are shown until a person decides;\n\
         - **list**: all are shown together as one list;\n\
         - **derive**: every machine makes the same choice, the greatest value by the order of values (see [join.md](join.md)).\n\n\
         `/…` stands for a part: a language tag, or the key of a term or statement. Fields and kinds that are not in the table are\n\
         kept as they are; of two values of such a field a person is asked.\n",
    );
    for kind in Kind::ALL {
        let rules = RULES.iter().filter(|rule| rule.kind == kind);
        // Writing to a String cannot fail.
        writeln!(
            text,
            "\n## {}\n\n| field | value | two values | what it says |\n|---|---|---|---|",
            kind.name()
        )
        .ok();
        for rule in rules {
            writeln!(text, "{}", row(rule)).ok();
        }
    }
    text
}

fn row(rule: &Rule) -> String {
    let part = if rule.has_part { "/…" } else { "" };
    let policy = match rule.policy {
        Policy::Ask => "ask",
        Policy::List => "list",
        Policy::Derive => "derive",
    };
    format!(
        "| `{}{part}` | {} | {policy} | {} |",
        rule.name,
        shape(rule.shape),
        rule.about
    )
}

fn shape(shape: Shape) -> String {
    match shape {
        Shape::Text => "text".into(),
        Shape::Wording => "`{\"lang\", \"text\"}`".into(),
        Shape::Int => "whole number".into(),
        Shape::Flag => "`true`".into(),
        Shape::Term(scheme) => format!("term of `{scheme}`"),
        Shape::Terms(scheme) => format!("terms of `{scheme}`, sorted"),
        Shape::Texts => "texts, sorted".into(),
        Shape::Date => "date, `2027-02-17`".into(),
        Shape::Dates => "dates, sorted".into(),
        Shape::Item(kind) => format!("name of an item, `{kind}:…`"),
        Shape::Judgement => "`{\"judged\", \"of\"}`: what was decided, on which wording".into(),
        Shape::Open => "any".into(),
    }
}
