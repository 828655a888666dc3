//! One record read and checked: the way writers lay it out in one pass, any other key by key and edit by edit.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer as _};
use serde_json::value::RawValue;

use super::fault::{Fault, Wrong, of_edit, of_record};
use super::finding::{Finding, Findings, Limit};
use super::limits;
use super::outline::elements;
use super::read::{Part, Reader};
use super::terms::Terms;
use crate::edit::{Edit, RawEdit};
use crate::field::rule_of;
use crate::item::ItemId;
use crate::value::Value;

#[derive(Deserialize)]
struct RawRecord<'a> {
    id: ItemId,
    #[serde(borrow, default, deserialize_with = "present")]
    plain: Option<&'a RawValue>,
    #[serde(borrow)]
    edits: &'a RawValue,
}

/// A part that is there, `null` too: the digest counts it as it stands.
fn present<'de, D: de::Deserializer<'de>>(input: D) -> Result<Option<&'de RawValue>, D::Error> {
    <&RawValue>::deserialize(input).map(Some)
}

impl<'a> Reader<'a> {
    pub(super) fn record(&mut self, text: &'a str) {
        let first = self.opened.edits.len();
        let part = match self.as_written(text) {
            Some(part) => part,
            None => match self.laid_out(text) {
                Ok(part) => part,
                Err(fault) => return self.bad_record(fault),
            },
        };
        self.bound_histories(part.item, first);
        self.parts.push(part);
    }

    /// A record laid out as writers do, whose edits can all be read: read in one pass. Nothing is taken of any other.
    fn as_written(&mut self, text: &'a str) -> Option<Part> {
        let rest = text.strip_prefix("{\"id\":\"")?;
        let (name, rest) = rest.split_once('"')?;
        let item: ItemId = name.parse().ok()?;
        let rest = rest.strip_prefix(",\"plain\":")?;
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<IgnoredAny>();
        values.next()?.ok()?;
        let (plain, rest) = rest.split_at_checked(values.byte_offset())?;
        let edits = rest.strip_prefix(",\n \"edits\":")?.strip_suffix('}')?;
        if !plain.starts_with('{') || !edits.starts_with('[') || !edits.ends_with(']') {
            return None;
        }
        let first = self.opened.edits.len();
        let mut input = serde_json::Deserializer::from_str(edits);
        let into = Into(item, &mut self.opened.edits);
        let whole = input.deserialize_seq(into).and_then(|()| input.end());
        if whole.is_err() || self.opened.edits.len() > limits::EDITS {
            self.opened.edits.truncate(first);
            return None;
        }
        for edit in self.opened.edits.iter().skip(first) {
            look(edit, &mut self.terms, &mut self.findings);
        }
        Some(Part {
            item,
            plain: self.source.place(plain),
            edits: self.source.place(edits),
        })
    }

    /// A record however it is laid out.
    fn laid_out(&mut self, text: &'a str) -> Result<Part, Fault> {
        let raw: RawRecord<'a> = match serde_json::from_str(text) {
            Ok(raw) => raw,
            Err(_) => return Err(of_record(text)),
        };
        if !raw.edits.get().starts_with('[') {
            return Err(Wrong::Type.at("edits"));
        }
        let (item, edits) = (raw.id, raw.edits.get());
        let plain = raw.plain.map_or("", RawValue::get);
        let known = plain.len().saturating_add(edits.len());
        self.unknown_keys(text, known, item);
        match serde_json::from_str::<Vec<RawEdit>>(edits) {
            Ok(list) => {
                for (at, raw) in list.into_iter().enumerate() {
                    self.take(item, at, raw);
                }
            }
            Err(_) => {
                for (at, (from, to)) in elements(edits).into_iter().enumerate() {
                    let text = edits.get(from..to).unwrap_or_default();
                    match serde_json::from_str::<RawEdit>(text) {
                        Ok(raw) => self.take(item, at, raw),
                        Err(_) => self.bad_edit(item, at, of_edit(text)),
                    }
                }
            }
        }
        let place = |part: &str| self.source.place(part);
        Ok(Part {
            item,
            plain: raw.plain.map_or(0..0, |plain| place(plain.get())),
            edits: place(edits),
        })
    }

    /// Keys other than the three are named; only looked for where the lengths leave room for one.
    fn unknown_keys(&mut self, text: &str, known: usize, item: ItemId) {
        const FRAME: usize = r#"{"id":":","plain":, "edits":}"#.len() + 32;
        let frame = item.kind.name().len().saturating_add(FRAME);
        if text.len() <= known.saturating_add(frame).saturating_add(1) {
            return;
        }
        let unknown = UnknownKeys {
            record: self.at,
            findings: &mut self.findings,
        };
        // The record was read before, so this cannot fail.
        serde_json::Deserializer::from_str(text)
            .deserialize_map(unknown)
            .ok();
    }

    pub(super) fn take(&mut self, item: ItemId, at: usize, raw: RawEdit) {
        if raw.is_of_other_item(item) {
            return self.bad_edit(item, at, Wrong::OtherItem.at("item"));
        }
        let edit = match raw.on(item) {
            Ok(edit) => edit,
            Err(unsound) => return self.bad_edit(item, at, unsound.into()),
        };
        let over = match over(&edit) {
            None if self.opened.edits.len() >= limits::EDITS => Some(Limit::Edits),
            over => over,
        };
        if let Some(limit) = over {
            self.broken = true;
            self.findings.push(Finding::OverLimit {
                item,
                field: edit.field.name().to_owned(),
                limit,
            });
            return;
        }
        look(&edit, &mut self.terms, &mut self.findings);
        self.opened.edits.push(edit);
    }
}

/// Takes the edits of a list, on that item; an error where one is to be told of.
struct Into<'v>(ItemId, &'v mut Vec<Edit>);

impl<'de> Visitor<'de> for Into<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of edits")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Self(item, edits) = self;
        while let Some(raw) = list.next_element::<RawEdit>()? {
            let own = !raw.is_of_other_item(item);
            match raw.on(item) {
                Ok(edit) if own && over(&edit).is_none() => edits.push(edit),
                _ => return Err(de::Error::custom("")),
            }
        }
        Ok(())
    }
}

/// Names the keys of a record other than the three.
struct UnknownKeys<'f> {
    record: usize,
    findings: &'f mut Findings,
}

impl<'de> Visitor<'de> for UnknownKeys<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            map.next_value::<IgnoredAny>()?;
            if !matches!(key.as_ref(), "id" | "plain" | "edits") {
                self.findings.push(Finding::UnknownRecordKey {
                    record: self.record,
                    key: key.into_owned(),
                });
            }
        }
        Ok(())
    }
}

/// Finds what is odd about an edit that is taken all the same.
fn look(edit: &Edit, terms: &mut Terms, findings: &mut Findings) {
    let item = edit.item;
    let field = || edit.field.name().to_owned();
    let values = edit.value.values();
    if let Some(rule) = rule_of(item.kind, &edit.field) {
        if values.iter().all(|value| rule.shape.fits(value)) {
            terms.look(edit, rule);
        } else {
            findings.push(Finding::OddValue {
                item,
                field: field(),
                shape: rule.shape,
            });
        }
    }
    if let Some(letter) = values.iter().find_map(odd_character) {
        findings.push(Finding::OddCharacters {
            item,
            field: field(),
            letter,
        });
    }
}

/// What an edit has more of than the format allows.
fn over(edit: &Edit) -> Option<Limit> {
    let values = edit.value.values();
    let is_long = |text: &str| text.len() > limits::TEXT_BYTES;
    if edit.why.as_deref().is_some_and(is_long) {
        return Some(Limit::Text);
    }
    if edit.extra.len() > limits::ENTRIES || edit.extra.iter().any(|(key, _)| is_long(key)) {
        return Some(Limit::Keys);
    }
    if edit.seen.seen.len().max(edit.seen.names.len()) > limits::SEEN {
        return Some(Limit::Seen);
    }
    if values.len() > limits::SEEN {
        return Some(Limit::Values);
    }
    let extra = edit.extra.iter().map(|(_, value)| value);
    values.iter().chain(extra).find_map(over_limits)
}

/// What of a text, list or map within is larger than the format allows.
pub(super) fn over_limits(value: &Value) -> Option<Limit> {
    over_limits_within(value, limits::VALUE_DEPTH)
}

/// As above, where so many lists and maps may still stand within one another.
fn over_limits_within(value: &Value, depth: usize) -> Option<Limit> {
    let is_long = |text: &str| text.len() > limits::TEXT_BYTES;
    let inner = |value: &Value| over_limits_within(value, depth.saturating_sub(1));
    let (entries, within) = match value {
        Value::Text(text) => return is_long(text).then_some(Limit::Text),
        Value::List(_) | Value::Map(_) if depth == 0 => return Some(Limit::Depth),
        Value::List(items) => (items.len(), items.iter().find_map(inner)),
        Value::Map(entries) => {
            let of_entry = |(key, value): &(std::sync::Arc<str>, Value)| {
                if is_long(key) {
                    Some(Limit::Text)
                } else {
                    inner(value)
                }
            };
            (entries.len(), entries.iter().find_map(of_entry))
        }
        Value::None | Value::Bool(_) | Value::Int(_) => return None,
    };
    if entries > limits::ENTRIES {
        Some(Limit::Entries)
    } else {
        within
    }
}

/// The first control character other than line end and tab, or character that overrides the direction of text.
fn odd_character(value: &Value) -> Option<char> {
    match value {
        Value::Text(text) => {
            // Plain ASCII without controls, the common case, is passed by bytes.
            let suspicious =
                |byte: u8| (byte < 0x20) | (byte == 0xc2) | (byte == 0xe2) | (byte == 0x7f);
            // Without a way out in the middle many bytes are looked at at once.
            let any = |any: bool, byte: &u8| any | suspicious(*byte);
            if !text.as_bytes().iter().fold(false, any) {
                return None;
            }
            text.chars().find(|letter| {
                (letter.is_control() && *letter != '\n' && *letter != '\t')
                    || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}')
            })
        }
        Value::List(items) => items.iter().find_map(odd_character),
        Value::Map(entries) => entries.iter().find_map(|(_, value)| odd_character(value)),
        Value::None | Value::Bool(_) | Value::Int(_) => None,
    }
}
