//! The JSON Schema of the format, made from the table of fields and the limits, so that it cannot drift from the reader.

use serde_json::{Map, Value as Json, json};

use super::{FORMAT, FORMAT_VERSION, limits};
use crate::field::{RULES, Shape};
use crate::item::Kind;
use crate::value::MAX_INT;

/// The schema (draft 2020-12).
pub fn schema() -> Json {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rapporteur workbook, format 1",
        "type": "object",
        "required": ["format", "formatVersion", "minReader", "counts", "digests", "records"],
        "properties": {
            "format": {"const": FORMAT},
            "formatVersion": {"type": "integer", "minimum": 1, "description": format!("this program writes {FORMAT_VERSION}")},
            "minReader": {"type": "integer", "minimum": 1},
            "app": {"type": "string"},
            "kind": {"enum": ["workbook", "lean"]},
            "events": {"type": "array", "items": {"type": "string"}},
            "counts": {
                "type": "object",
                "properties": {
                    "records": {"type": "integer", "minimum": 0},
                    "recommendations": {"type": "integer", "minimum": 0},
                    "edits": {"type": "integer", "minimum": 0}
                }
            },
            "digests": {
                "type": "object",
                "properties": {"edits": {"$ref": "#/$defs/sha256"}, "plain": {"$ref": "#/$defs/sha256"}}
            },
            "records": {"type": "array", "maxItems": limits::RECORDS, "items": {"$ref": "#/$defs/record"}}
        },
        "$defs": definitions()
    })
}

fn definitions() -> Json {
    let mut plains: Vec<Json> = Vec::new();
    for kind in Kind::ALL {
        let name = kind.name();
        plains.push(json!({
            "if": {"properties": {"id": {"pattern": format!("^{name}:")}}},
            "then": {"properties": {"plain": plain_of(kind)}}
        }));
    }
    json!({
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "digest": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "session": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
        "item": {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,15}:[0-9a-f]{32}$"},
        "count": {"type": "integer", "minimum": 1, "maximum": MAX_INT},
        "value": {"description": "null, true, false, a whole number, a text, a list or a map; no fractions"},
        "edit": {
            "type": "object",
            "required": ["session", "seq", "field"],
            "properties": {
                "session": {"$ref": "#/$defs/session"},
                "seq": {"$ref": "#/$defs/count"},
                "act": {"$ref": "#/$defs/count", "description": "left out where it is seq"},
                "field": {"type": "string", "maxLength": crate::field::Field::MAX},
                "value": {"$ref": "#/$defs/value", "description": "left out where the field is cleared"},
                "values": {"type": "array", "items": {"$ref": "#/$defs/value"}, "description": "several again: the conflict that an undo restores"},
                "seen": {
                    "type": "array",
                    "maxItems": limits::SEEN,
                    "items": {"type": "array", "prefixItems": [{"$ref": "#/$defs/session"}, {"$ref": "#/$defs/count"}], "minItems": 2, "maxItems": 2}
                },
                "names": {"type": "array", "maxItems": limits::SEEN, "items": {"$ref": "#/$defs/digest"}},
                "at": {"type": "integer", "description": "seconds since 1970, UTC; for display"},
                "why": {"type": "string"}
            }
        },
        "record": {
            "type": "object",
            "required": ["id", "plain", "edits"],
            "properties": {
                "id": {"$ref": "#/$defs/item"},
                "plain": {"type": "object"},
                "edits": {"type": "array", "items": {"$ref": "#/$defs/edit"}}
            },
            "allOf": plains
        }
    })
}

/// The readable part of a kind of item.
fn plain_of(kind: Kind) -> Json {
    let mut properties = Map::new();
    for rule in RULES.iter().filter(|rule| rule.kind == kind) {
        let one = one_or_conflict(shape(rule.shape, rule.has_part), rule.about);
        let property = match rule.has_part {
            true => {
                json!({"type": "object", "description": rule.about, "additionalProperties": one})
            }
            false => one,
        };
        properties.insert(rule.name.to_owned(), property);
    }
    json!({"type": "object", "properties": properties})
}

fn one_or_conflict(shape: Json, about: &str) -> Json {
    json!({
        "description": about,
        "anyOf": [
            shape,
            {"type": "object", "required": ["conflict"], "properties": {"conflict": {"type": "array"}}}
        ]
    })
}

fn shape(shape: Shape, has_part: bool) -> Json {
    let term = |scheme: &str| {
        json!({
            "type": "object",
            "required": ["id"],
            "properties": {"id": {"type": "string"}},
            "additionalProperties": {"type": "string"},
            "description": format!("a term of {scheme}: its id, and labels by language tag")
        })
    };
    match shape {
        Shape::Text => json!({"type": "string", "maxLength": limits::TEXT_BYTES}),
        Shape::Wording if has_part => json!({"anyOf": [{"type": "string"}, {"type": "object"}]}),
        Shape::Wording => json!({
            "type": "object",
            "required": ["lang", "text"],
            "properties": {"lang": {"type": "string"}, "text": {"type": "string"}}
        }),
        Shape::Int => json!({"type": "integer"}),
        Shape::Flag => json!({"const": true}),
        Shape::Term(scheme) => term(scheme),
        Shape::Terms(scheme) => json!({"type": "array", "items": term(scheme)}),
        Shape::Texts => json!({"type": "array", "items": {"type": "string"}}),
        Shape::Date => json!({"type": "string", "format": "date"}),
        Shape::Dates => json!({"type": "array", "items": {"type": "string", "format": "date"}}),
        Shape::Item(kind) => json!({
            "type": "object",
            "required": ["id"],
            "properties": {"id": {"type": "string", "pattern": format!("^{kind}:[0-9a-f]{{32}}$")}}
        }),
        Shape::Judgement => json!({
            "type": "object",
            "required": ["judged"],
            "properties": {"of": {"type": "string", "description": "digest of the wording judged"}}
        }),
        Shape::Open => json!({}),
    }
}
