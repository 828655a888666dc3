//! What an edit writes: a small, closed set of JSON values with one canonical spelling.
//!
//! There are no fractions and no numbers a spreadsheet or JavaScript would round, so equal values have equal bytes. What
//! a field *means* is left to [`crate::field`].

use std::fmt;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::sorted;

/// The largest whole number a file may hold, 2^53 - 1: every tool reads it exactly.
pub const MAX_INT: i64 = 9_007_199_254_740_991;

/// A value as it is written and compared. Maps hold each key once, sorted by bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Nothing: the field was cleared.
    #[default]
    None,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number from -[`MAX_INT`] to [`MAX_INT`].
    Int(i64),
    /// A text, as it was typed and normalised.
    Text(Arc<str>),
    /// Values in order.
    List(Arc<[Value]>),
    /// Values by key, sorted by the bytes of the key.
    Map(Arc<[(Arc<str>, Value)]>),
}

impl Value {
    /// A text value.
    pub fn text(text: &str) -> Self {
        Self::Text(Arc::from(text))
    }

    /// A list of texts, in the order given.
    pub fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    /// A set of texts: sorted by bytes, each once, so that equal sets have equal bytes.
    pub fn set<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut texts: Vec<&str> = texts.into_iter().collect();
        sorted::sort(&mut texts);
        texts.dedup();
        Self::texts(texts)
    }

    /// A map; of two entries with one key the last stays.
    pub fn map<'a>(entries: impl IntoIterator<Item = (&'a str, Value)>) -> Self {
        let mut sorted = std::collections::BTreeMap::new();
        for (key, value) in entries {
            sorted.insert(key, value);
        }
        Self::Map(
            sorted
                .into_iter()
                .map(|(key, value)| (Arc::from(key), value))
                .collect(),
        )
    }

    /// The text, where this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, where this is one.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// The truth value, where this is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    /// The values of a list; empty for everything else.
    pub fn items(&self) -> &[Value] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The entries of a map; empty for everything else.
    pub fn entries(&self) -> &[(Arc<str>, Value)] {
        match self {
            Self::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value under a key of a map.
    pub fn get(&self, key: &str) -> Option<&Value> {
        let entries = self.entries();
        let at = entries
            .binary_search_by(|(held, _)| held.as_ref().cmp(key))
            .ok()?;
        entries.get(at).map(|(_, value)| value)
    }

    /// Whether nothing is written.
    pub fn is_none(&self) -> bool {
        *self == Self::None
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

/// The number within the range of the format.
pub(crate) fn int(number: i64) -> Option<Value> {
    (-MAX_INT..=MAX_INT)
        .contains(&number)
        .then_some(Value::Int(number))
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None => out.serialize_unit(),
            Self::Bool(truth) => out.serialize_bool(*truth),
            Self::Int(number) => out.serialize_i64(*number),
            Self::Text(text) => out.serialize_str(text),
            Self::List(items) => {
                let mut list = out.serialize_seq(Some(items.len()))?;
                for item in items.iter() {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Map(entries) => {
                let mut map = out.serialize_map(Some(entries.len()))?;
                for (key, value) in entries.iter() {
                    map.serialize_entry(key.as_ref(), value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a text, a whole number, true, false, null, a list or a map")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::None)
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
        int(number).ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
        i64::try_from(number)
            .ok()
            .and_then(int)
            .ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Value, E> {
        Err(E::custom("not a whole number"))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries: Vec<(Arc<str>, Value)> = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, Value>()? {
            entries.push((key.into(), value));
        }
        if !entries.is_sorted_by(|a, b| a.0 < b.0) {
            sorted::sort_by(&mut entries, |a, b| a.0.cmp(&b.0));
            if !entries.is_sorted_by(|a, b| a.0 < b.0) {
                return Err(de::Error::custom("duplicate key"));
            }
        }
        Ok(Value::Map(entries.into()))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn equal_values_have_equal_bytes() {
        let a: Value = serde_json::from_str(r#"{"b":[1,"x"],"a":null}"#).unwrap();
        let b: Value = serde_json::from_str(r#" { "a" : null, "b" : [ 1, "\u0078" ] }"#).unwrap();
        assert_eq!(a, b);
        assert_eq!(
            serde_json::to_string(&a).unwrap(),
            r#"{"a":null,"b":[1,"x"]}"#
        );
    }

    #[test]
    fn numbers_that_others_would_round_are_refused() {
        for text in [
            "1.5",
            "1e999",
            "9007199254740992",
            "-9007199254740992",
            "18446744073709551616",
            "1.0",
        ] {
            assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
        }
        assert!(serde_json::from_str::<Value>("9007199254740991").is_ok());
    }

    #[test]
    fn a_key_stands_once() {
        assert!(serde_json::from_str::<Value>(r#"{"a":1,"b":2,"a":3}"#).is_err());
    }
}
