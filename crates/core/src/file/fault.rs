//! What is wrong with one part of a file. Looked for only where the quick reader refused the part: it is gone through
//! again, key by key, so that the finding can name the place and the promise that is broken.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::edit::Unsound;
use crate::field::Field;
use crate::item::{Digest, ItemId, SessionId};
use crate::value::{MAX_INT, Value};

/// What is wrong with one part, and under which key of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub what: Wrong,
    /// The key it stands under; empty where it is the part as a whole.
    pub key: String,
}

/// A way of being wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// No JSON: a mark is missing or one too many.
    Syntax,
    /// Bytes that are no UTF-8.
    Bytes,
    /// A control character or line end stands unescaped within a text.
    RawControl,
    /// A backslash before what cannot follow it.
    Escape,
    /// Half of a letter (a lone surrogate).
    HalfLetter,
    /// The part is no object.
    NotAnObject,
    /// Another type of value was expected.
    Type,
    /// Not written as names of this kind are.
    Name,
    /// A number beyond what every tool reads exactly, or below nothing.
    Number,
    /// A fraction, where only whole numbers stand.
    Fraction,
    /// The key is missing.
    Missing,
    /// The key stands twice.
    Repeated,
    /// A list that is not sorted, or has an entry twice.
    Unsorted,
    /// An empty list where something must stand.
    Empty,
    /// One value and several.
    Both,
    /// Its number is 0 or too large.
    Seq,
    /// Its act begins after it, or nowhere.
    Act,
    /// It says it has seen itself or what its session wrote later.
    SeesItself,
    /// It names another item than the record it stands in.
    OtherItem,
}

impl Wrong {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::Syntax,
        Self::Bytes,
        Self::RawControl,
        Self::Escape,
        Self::HalfLetter,
        Self::NotAnObject,
        Self::Type,
        Self::Name,
        Self::Number,
        Self::Fraction,
        Self::Missing,
        Self::Repeated,
        Self::Unsorted,
        Self::Empty,
        Self::Both,
        Self::Seq,
        Self::Act,
        Self::SeesItself,
        Self::OtherItem,
    ];

    /// Its name, by which a sentence chooses its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Bytes => "bytes",
            Self::RawControl => "raw-control",
            Self::Escape => "escape",
            Self::HalfLetter => "half-letter",
            Self::NotAnObject => "not-an-object",
            Self::Type => "type",
            Self::Name => "name",
            Self::Number => "number",
            Self::Fraction => "fraction",
            Self::Missing => "missing",
            Self::Repeated => "repeated",
            Self::Unsorted => "unsorted",
            Self::Empty => "empty",
            Self::Both => "both",
            Self::Seq => "seq",
            Self::Act => "act",
            Self::SeesItself => "sees-itself",
            Self::OtherItem => "other-item",
        }
    }

    /// This, under a key.
    pub fn at(self, key: &str) -> Fault {
        Fault {
            what: self,
            key: key.to_owned(),
        }
    }
}

impl From<Unsound> for Fault {
    fn from(unsound: Unsound) -> Self {
        match unsound {
            Unsound::SeqRange => Wrong::Seq.at("seq"),
            Unsound::ActRange => Wrong::Act.at("act"),
            Unsound::SeesItself => Wrong::SeesItself.at("seen"),
        }
    }
}

/// Why this text is no record.
pub(super) fn of_record(text: &str) -> Fault {
    let pairs = match pairs(text) {
        Ok(pairs) => pairs,
        Err(fault) => return fault,
    };
    for key in ["id", "plain", "edits"] {
        if pairs.iter().filter(|(held, _)| held == key).count() > 1 {
            return Wrong::Repeated.at(key);
        }
    }
    let get = |key: &str| pairs.iter().find(|(held, _)| held == key);
    match get("id") {
        None => return Wrong::Missing.at("id"),
        Some((_, id)) => {
            if let Some(fault) = name::<ItemId>("id", id) {
                return fault;
            }
        }
    }
    match get("edits") {
        None => Wrong::Missing.at("edits"),
        Some((_, edits)) if !edits.get().starts_with('[') => Wrong::Type.at("edits"),
        Some(_) => Wrong::Syntax.at(""),
    }
}

/// Why this text is no edit.
pub(super) fn of_edit(text: &str) -> Fault {
    let pairs = match pairs(text) {
        Ok(pairs) => pairs,
        Err(fault) => return fault,
    };
    for (at, (key, value)) in pairs.iter().enumerate() {
        if pairs.iter().take(at).any(|(held, _)| held == key) {
            return Wrong::Repeated.at(key);
        }
        if let Some(fault) = of_key(key, value) {
            return fault;
        }
    }
    let has = |key: &str| pairs.iter().any(|(held, _)| held == key);
    for key in ["field", "seq", "session"] {
        if !has(key) {
            return Wrong::Missing.at(key);
        }
    }
    if has("value") && has("values") {
        return Wrong::Both.at("values");
    }
    Wrong::Syntax.at("")
}

fn of_key(key: &str, value: &RawValue) -> Option<Fault> {
    let text = value.get();
    match key {
        "act" | "seq" => number(text, 0).map(|wrong| wrong.at(key)),
        "at" => number(text, MAX_INT.saturating_neg()).map(|wrong| wrong.at(key)),
        "field" => match serde_json::from_str::<Cow<'_, str>>(text) {
            Ok(name) => Field::new(&name).is_none().then(|| Wrong::Name.at(key)),
            Err(_) => Some(of_text(text).at(key)),
        },
        "item" => name::<ItemId>(key, value),
        "session" => name::<SessionId>(key, value),
        "names" => match serde_json::from_str::<Vec<Digest>>(text) {
            Ok(names) => (!names.is_sorted_by(|a, b| a < b)).then(|| Wrong::Unsorted.at(key)),
            Err(_) => Some(Wrong::Type.at(key)),
        },
        "seen" => seen(text).map(|wrong| wrong.at(key)),
        "why" => match serde_json::from_str::<Cow<'_, str>>(text) {
            Ok(_) => None,
            Err(_) => Some(of_text(text).at(key)),
        },
        "values" => match serde_json::from_str::<Vec<Value>>(text) {
            Ok(values) if values.is_empty() => Some(Wrong::Empty.at(key)),
            Ok(values) => (!values.is_sorted_by(|a, b| a < b)).then(|| Wrong::Unsorted.at(key)),
            Err(_) => {
                let list = text.starts_with('[');
                let inner = if list { of_value(text) } else { None };
                Some(inner.unwrap_or(Wrong::Type).at(key))
            }
        },
        _ => of_value(text).map(|wrong| wrong.at(key)),
    }
}

fn seen(text: &str) -> Option<Wrong> {
    let Ok(pairs) = serde_json::from_str::<Vec<(&RawValue, &RawValue)>>(text) else {
        return Some(Wrong::Type);
    };
    let mut last = None;
    for (session, seq) in pairs {
        if let Some(wrong) = number(seq.get(), 0) {
            return Some(wrong);
        }
        if let Some(fault) = name::<SessionId>("seen", session) {
            return Some(fault.what);
        }
        let session = serde_json::from_str::<SessionId>(session.get()).ok();
        if last >= session {
            return Some(Wrong::Unsorted);
        }
        last = session;
    }
    None
}

/// Why this is not a name of that sort.
fn name<'a, T: Deserialize<'a>>(key: &str, value: &'a RawValue) -> Option<Fault> {
    if serde_json::from_str::<T>(value.get()).is_ok() {
        return None;
    }
    let what = match serde_json::from_str::<Cow<'_, str>>(value.get()) {
        Ok(_) => Wrong::Name,
        Err(_) => of_text(value.get()),
    };
    Some(what.at(key))
}

/// What is wrong with what should be a text.
fn of_text(text: &str) -> Wrong {
    if text.starts_with('"') {
        spelling(text).unwrap_or(Wrong::Syntax)
    } else {
        Wrong::Type
    }
}

/// What is wrong with a whole number from `least` to the greatest a file may hold.
fn number(text: &str, least: i64) -> Option<Wrong> {
    let first = text.as_bytes().first();
    if !first.is_some_and(|byte| byte.is_ascii_digit() || *byte == b'-') {
        return Some(Wrong::Type);
    }
    if text.contains(['.', 'e', 'E']) {
        let finite = text.parse::<f64>().is_ok_and(f64::is_finite);
        return Some(if finite {
            Wrong::Fraction
        } else {
            Wrong::Number
        });
    }
    let held = text.parse::<i64>().ok().filter(|_| text != "-0");
    let good = held.is_some_and(|number| (least..=MAX_INT).contains(&number));
    (!good).then_some(Wrong::Number)
}

/// What is wrong with a value that is JSON by its brackets.
fn of_value(text: &str) -> Option<Wrong> {
    let found = Cell::new(None);
    let mut input = serde_json::Deserializer::from_str(text);
    match Look(&found).deserialize(&mut input) {
        Ok(()) => None,
        // Letters and brackets being right, only a number beyond all bounds is left.
        Err(_) => found
            .get()
            .or_else(|| spelling(text))
            .or(Some(Wrong::Number)),
    }
}

/// Goes through a value and remembers what the reader of values would refuse.
#[derive(Clone, Copy)]
struct Look<'f>(&'f Cell<Option<Wrong>>);

impl Look<'_> {
    fn refuse<T, E: de::Error>(self, wrong: Wrong) -> Result<T, E> {
        self.0.set(Some(wrong));
        Err(E::custom(wrong.name()))
    }
}

impl<'de> DeserializeSeed<'de> for Look<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<(), D::Error> {
        input.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }
    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }
    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }
    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
    fn visit_i64<E: de::Error>(self, number: i64) -> Result<(), E> {
        match crate::value::int(number) {
            Some(_) => Ok(()),
            None => self.refuse(Wrong::Number),
        }
    }
    fn visit_u64<E: de::Error>(self, number: u64) -> Result<(), E> {
        match i64::try_from(number).ok().and_then(crate::value::int) {
            Some(_) => Ok(()),
            None => self.refuse(Wrong::Number),
        }
    }
    fn visit_f64<E: de::Error>(self, number: f64) -> Result<(), E> {
        // Whole numbers come as fractions where they are too large for anything else.
        let whole = number.abs() > 9.0e15 && libm::trunc(number) == number;
        self.refuse(if whole {
            Wrong::Number
        } else {
            Wrong::Fraction
        })
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(self)?.is_some() {}
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut keys = std::collections::BTreeSet::new();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if !keys.insert(key) {
                return self.refuse(Wrong::Repeated);
            }
            map.next_value_seed(self)?;
        }
        Ok(())
    }
}

/// The keys and values of an object as they stand, each key as often as it stands there.
fn pairs(text: &str) -> Result<Vec<(Cow<'_, str>, &RawValue)>, Fault> {
    struct Pairs<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);
    impl<'de: 'a, 'a> Deserialize<'de> for Pairs<'a> {
        fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
            struct PairsVisitor;
            impl<'de> Visitor<'de> for PairsVisitor {
                type Value = Pairs<'de>;
                fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                    out.write_str("an object")
                }
                fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<'de>, A::Error> {
                    let mut pairs = Vec::new();
                    while let Some(pair) = map.next_entry()? {
                        pairs.push(pair);
                    }
                    Ok(Pairs(pairs))
                }
            }
            input.deserialize_map(PairsVisitor)
        }
    }
    match serde_json::from_str::<Pairs<'_>>(text) {
        Ok(pairs) => Ok(pairs.0),
        Err(_) if !text.trim_start().starts_with('{') => Err(Wrong::NotAnObject.at("")),
        Err(_) => Err(spelling(text).unwrap_or(Wrong::Syntax).at("")),
    }
}

/// What is wrong with the letters of the texts within: the first fault.
fn spelling(text: &str) -> Option<Wrong> {
    let mut bytes = text.bytes().enumerate();
    let mut within = false;
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => within = !within,
            0..0x20 if within => return Some(Wrong::RawControl),
            b'\\' if within => {
                let (_, escaped) = bytes.next()?;
                if escaped == b'u' {
                    let unit = |from: usize| {
                        let digits = text.get(from..from.saturating_add(4))?;
                        u16::from_str_radix(digits, 16).ok()
                    };
                    let Some(first) = unit(at.saturating_add(2)) else {
                        return Some(Wrong::Escape);
                    };
                    let follows = text
                        .get(at.saturating_add(6)..at.saturating_add(8))
                        .filter(|mark| *mark == "\\u")
                        .and_then(|_| unit(at.saturating_add(8)));
                    match (first, follows) {
                        (0xd800..=0xdbff, Some(0xdc00..=0xdfff)) => drop(bytes.nth(9)),
                        (0xd800..=0xdfff, _) => return Some(Wrong::HalfLetter),
                        _ => drop(bytes.nth(3)),
                    }
                } else if !b"\"\\/bfnrt".contains(&escaped) {
                    return Some(Wrong::Escape);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_looked_at_one_by_one() {
        let table = [
            (r#""good \u00e9 \ud83d\ude00 \n""#, None),
            (r#""\ud83d""#, Some(Wrong::HalfLetter)),
            (r#""\ude00x""#, Some(Wrong::HalfLetter)),
            (r#""\ud83d\n""#, Some(Wrong::HalfLetter)),
            (r#""\x41""#, Some(Wrong::Escape)),
            (r#""\u12""#, Some(Wrong::Escape)),
            ("\"a\u{1}\"", Some(Wrong::RawControl)),
        ];
        for (text, wrong) in table {
            assert_eq!(spelling(text), wrong, "{text}");
        }
    }

    #[test]
    fn whatever_the_quick_reader_takes_has_no_fault_here_and_the_other_way_round() {
        for text in ["1.5", "1e999", "9007199254740992", "-0", "1.0", "-1", "12"] {
            let taken = serde_json::from_str::<Value>(text).is_ok();
            assert_eq!(of_value(text).is_none(), taken, "{text}");
        }
    }
}
