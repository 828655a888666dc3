//! One edit: one field of one item gets one value, knowing which earlier edits of that field its writer had seen.
//!
//! Edits are immutable. How a set of them is read is left to [`crate::workbook`]; which fields there are, to
//! [`crate::field`].

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::field::Field;
use crate::file::limits;
use crate::item::{Digest, EditId, ItemId, SessionId};
use crate::sorted;
use crate::value::{MAX_INT, Value};

/// What an edit writes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Written {
    /// One value; [`Value::None`] clears the field.
    One(Value),
    /// Several values that stand in conflict again: what undoing the resolution of a conflict writes.
    Several(Arc<[Value]>),
}

impl Written {
    /// The values, one or several.
    pub fn values(&self) -> &[Value] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Several(values) => values,
        }
    }
}

/// What a writer had before them: for each session the highest `seq` of this field, and the contents of cloned edits
/// they were shown. Compared in every part; a union is the greatest of each.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reach {
    /// Sorted by session, each once.
    pub seen: Vec<(SessionId, u64)>,
    /// Digests of contents of edits that share their name with another; sorted, each once. Nearly always empty.
    pub names: Vec<Digest>,
}

impl Reach {
    /// The highest `seq` of a session within this reach; 0 where there is none.
    pub fn of(&self, session: SessionId) -> u64 {
        let found = self
            .seen
            .binary_search_by_key(&session, |(held, _)| *held)
            .ok();
        found
            .and_then(|at| self.seen.get(at))
            .map_or(0, |(_, seq)| *seq)
    }

    /// Widens this reach by one edit's name.
    pub fn add(&mut self, id: EditId) {
        match self
            .seen
            .binary_search_by_key(&id.session, |(held, _)| *held)
        {
            Ok(at) => {
                if let Some((_, seq)) = self.seen.get_mut(at) {
                    *seq = id.seq.max(*seq);
                }
            }
            Err(at) => self.seen.insert(at, (id.session, id.seq)),
        }
    }

    /// Widens this reach by the content of a cloned edit.
    pub fn add_name(&mut self, content: Digest) {
        if let Err(at) = self.names.binary_search(&content) {
            self.names.insert(at, content);
        }
    }

    /// This reach as the edit of that name may tell it. A forged file may claim to have seen what its session has yet to
    /// write; told on, that would make every reader refuse the edit. Left out, the two are in conflict, and nothing is lost.
    #[must_use]
    pub fn before(mut self, id: EditId) -> Self {
        if self.of(id.session) >= id.seq {
            self.seen.retain(|(session, _)| *session != id.session);
            if let Some(last) = id.seq.checked_sub(1).filter(|last| *last > 0) {
                self.add(EditId { seq: last, ..id });
            }
        }
        // Nor would a reader take an edit that has seen more than the format allows.
        self.seen.truncate(limits::SEEN);
        self.names.truncate(limits::SEEN);
        self
    }

    /// The reach of all these edits together.
    pub fn of_edits<'a>(edits: impl IntoIterator<Item = &'a Edit>) -> Self {
        let mut reach = Self::default();
        for edit in edits {
            reach.seen.extend_from_slice(&edit.seen.seen);
            reach.seen.push((edit.id.session, edit.id.seq));
            reach.names.extend_from_slice(&edit.seen.names);
        }
        // All at once: one by one, each would move all that stand behind it.
        sorted::sort_by(&mut reach.seen, |a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        reach.seen.dedup_by_key(|(session, _)| *session);
        sorted::sort(&mut reach.names);
        reach.names.dedup();
        reach
    }
}

/// One field of one item gets one value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edit {
    /// Its name.
    pub id: EditId,
    /// The `seq` of the first edit of the same act: a unit of undo, and of keeping.
    pub act: u64,
    /// The item.
    pub item: ItemId,
    /// The field.
    pub field: Field,
    /// What is written.
    pub value: Written,
    /// What its writer had before them. The own session's entry is below `id.seq`.
    pub seen: Reach,
    /// Wall clock in seconds since 1970, UTC; for display, no rule depends on it.
    pub at: Option<i64>,
    /// On an act's first edit: what the act was (`list`, `import`, `undo`, ...); typed where nothing is said.
    pub why: Option<Arc<str>>,
    /// Keys of later versions, carried as they are; sorted.
    pub extra: Vec<(Arc<str>, Value)>,
}

/// Why an edit cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unsound {
    /// `seq` is 0 or above 2^53 - 1.
    SeqRange,
    /// `act` is 0 or above `seq`.
    ActRange,
    /// `seen` names this very edit or a later one of its session.
    SeesItself,
}

impl Edit {
    /// Whether the counters hold what the format promises.
    ///
    /// # Errors
    /// The first promise that is broken.
    pub fn check(&self) -> Result<(), Unsound> {
        let seq = self.id.seq;
        if seq == 0
            || i64::try_from(seq).is_ok_and(|seq| seq > MAX_INT)
            || i64::try_from(seq).is_err()
        {
            return Err(Unsound::SeqRange);
        }
        if self.act == 0 || self.act > seq {
            return Err(Unsound::ActRange);
        }
        if self.seen.of(self.id.session) >= seq {
            return Err(Unsound::SeesItself);
        }
        Ok(())
    }

    /// The name of its content: the digest of item, field and the edit as written.
    pub fn content(&self) -> Digest {
        let edit = serde_json::to_string(self).unwrap_or_default();
        Digest::of_parts("edit", &[&self.item.to_string(), self.field.name(), &edit])
    }

    /// How the reach of this edit (what it had seen, and itself) compares with another's: `None` where each has
    /// something the other lacks.
    pub fn compare_reach(&self, other: &Self) -> Option<Ordering> {
        match (self.covers(other), other.covers(self)) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Greater),
            (false, true) => Some(Ordering::Less),
            (false, false) => None,
        }
    }

    /// Whether the reach of this edit has everything that the other's has.
    pub fn covers(&self, other: &Self) -> bool {
        let reach = |session: SessionId| {
            let own = if session == self.id.session {
                self.id.seq
            } else {
                0
            };
            own.max(self.seen.of(session))
        };
        // Whoever covers an edit has seen it: that is asked first, since it settles nearly all.
        reach(other.id.session) >= other.id.seq
            && other
                .seen
                .seen
                .iter()
                .all(|(session, seq)| *seq <= reach(*session))
            && other
                .seen
                .names
                .iter()
                .all(|name| self.seen.names.binary_search(name).is_ok())
    }
}

/// The edit without its item, as a file's record lists it: keys sorted, nothing written that follows from the rest.
impl Serialize for Edit {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        write(self, None, out)
    }
}

/// An edit that tells its item too: how the journal, the store and tabs pass it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loose(pub Edit);

impl Serialize for Loose {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        write(&self.0, Some(self.0.item), out)
    }
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let raw = RawEdit::deserialize(input)?;
        let item = raw.item.ok_or_else(|| de::Error::missing_field("item"))?;
        raw.on(item)
            .map(Self)
            .map_err(|_| de::Error::custom("counters out of order"))
    }
}

fn write<S: Serializer>(edit: &Edit, item: Option<ItemId>, out: S) -> Result<S::Ok, S::Error> {
    let mut extra = edit.extra.iter().peekable();
    let mut map = out.serialize_map(None)?;
    macro_rules! entry {
        ($key:literal, $value:expr) => {{
            while let Some((key, value)) = extra.next_if(|(key, _)| key.as_ref() < $key) {
                map.serialize_entry(key.as_ref(), value)?;
            }
            map.serialize_entry($key, $value)?;
        }};
    }
    if edit.act != edit.id.seq {
        entry!("act", &edit.act);
    }
    if let Some(at) = edit.at {
        entry!("at", &at);
    }
    entry!("field", edit.field.name());
    if let Some(item) = item {
        entry!("item", &item);
    }
    if !edit.seen.names.is_empty() {
        entry!("names", &edit.seen.names);
    }
    if !edit.seen.seen.is_empty() {
        entry!("seen", &edit.seen.seen);
    }
    entry!("seq", &edit.id.seq);
    entry!("session", &edit.id.session);
    match &edit.value {
        Written::One(Value::None) => {}
        Written::One(value) => entry!("value", value),
        Written::Several(values) => entry!("values", values.as_ref()),
    }
    if let Some(why) = &edit.why {
        entry!("why", why.as_ref());
    }
    for (key, value) in extra {
        map.serialize_entry(key.as_ref(), value)?;
    }
    map.end()
}

/// An edit as it stands in a file, before its counters are checked.
#[derive(Debug)]
pub struct RawEdit {
    edit: Edit,
    item: Option<ItemId>,
}

impl RawEdit {
    /// The item it names itself; none where its place in a file says it.
    pub fn own_item(&self) -> Option<ItemId> {
        self.item
    }

    /// Its name.
    pub fn id(&self) -> EditId {
        self.edit.id
    }

    /// Whether it names an item, and another one than this.
    pub fn is_of_other_item(&self, item: ItemId) -> bool {
        self.item.is_some_and(|named| named != item)
    }

    /// The edit, on the item of its record.
    ///
    /// # Errors
    /// Where its counters do not hold what the format promises.
    pub fn on(self, item: ItemId) -> Result<Edit, Unsound> {
        let mut edit = self.edit;
        edit.item = item;
        edit.check().map(|()| edit)
    }
}

impl<'de> Deserialize<'de> for RawEdit {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_map(EditVisitor)
    }
}

struct EditVisitor;

enum Key {
    Act,
    At,
    Field,
    Item,
    Names,
    Seen,
    Seq,
    Session,
    Value,
    Values,
    Why,
    Other(Arc<str>),
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl Visitor<'_> for KeyVisitor {
            type Value = Key;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a key of an edit")
            }
            fn visit_str<E: de::Error>(self, key: &str) -> Result<Key, E> {
                Ok(match key {
                    "act" => Key::Act,
                    "at" => Key::At,
                    "field" => Key::Field,
                    "item" => Key::Item,
                    "names" => Key::Names,
                    "seen" => Key::Seen,
                    "seq" => Key::Seq,
                    "session" => Key::Session,
                    "value" => Key::Value,
                    "values" => Key::Values,
                    "why" => Key::Why,
                    other => Key::Other(Arc::from(other)),
                })
            }
        }
        input.deserialize_identifier(KeyVisitor)
    }
}

impl<'de> Visitor<'de> for EditVisitor {
    type Value = RawEdit;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an edit: session, seq and field")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawEdit, A::Error> {
        fn once<T, E: de::Error>(
            held: &mut Option<T>,
            key: &'static str,
            value: T,
        ) -> Result<(), E> {
            match held.replace(value) {
                Some(_) => Err(E::duplicate_field(key)),
                None => Ok(()),
            }
        }
        let (mut act, mut at, mut field, mut item, mut seq) = (None, None, None, None, None);
        let (mut names, mut seen, mut session, mut why) = (None, None, None, None);
        let (mut value, mut values): (Option<Value>, Option<Vec<Value>>) = (None, None);
        let mut extra: Vec<(Arc<str>, Value)> = Vec::new();
        while let Some(key) = map.next_key()? {
            match key {
                Key::Act => once(&mut act, "act", map.next_value::<u64>()?)?,
                Key::At => once(&mut at, "at", map.next_value::<i64>()?)?,
                Key::Field => once(&mut field, "field", map.next_value::<Field>()?)?,
                Key::Item => once(&mut item, "item", map.next_value::<ItemId>()?)?,
                Key::Names => once(&mut names, "names", map.next_value::<Vec<Digest>>()?)?,
                Key::Seen => once(
                    &mut seen,
                    "seen",
                    map.next_value::<Vec<(SessionId, u64)>>()?,
                )?,
                Key::Seq => once(&mut seq, "seq", map.next_value::<u64>()?)?,
                Key::Session => once(&mut session, "session", map.next_value::<SessionId>()?)?,
                Key::Value => once(&mut value, "value", map.next_value()?)?,
                Key::Values => once(&mut values, "values", map.next_value()?)?,
                Key::Why => once(&mut why, "why", map.next_value::<Arc<str>>()?)?,
                Key::Other(key) => extra.push((key, map.next_value()?)),
            }
        }
        sorted::sort(&mut extra);
        if !extra.is_sorted_by(|a, b| a.0 < b.0) {
            return Err(de::Error::custom("duplicate key"));
        }
        let names: Vec<Digest> = names.unwrap_or_default();
        let seen: Vec<(SessionId, u64)> = seen.unwrap_or_default();
        if !seen.is_sorted_by(|a, b| a.0 < b.0) || !names.is_sorted_by(|a, b| a < b) {
            return Err(de::Error::custom(
                "seen and names are sorted, each entry once",
            ));
        }
        let in_range = |number: i64| crate::value::int(number).is_some();
        let counted = |seq: &u64| i64::try_from(*seq).is_ok_and(in_range);
        if !seen.iter().all(|(_, seq)| counted(seq)) || !at.is_none_or(in_range) {
            return Err(de::Error::custom("number out of range"));
        }
        let value = match (value, values) {
            (Some(_), Some(_)) => return Err(de::Error::custom("either value or values")),
            (_, Some(several)) if several.is_empty() || !several.is_sorted_by(|a, b| a < b) => {
                return Err(de::Error::custom(
                    "values are sorted, each once, at least one",
                ));
            }
            (_, Some(several)) => Written::Several(several.into()),
            (one, None) => Written::One(one.unwrap_or_default()),
        };
        let seq = seq.ok_or_else(|| de::Error::missing_field("seq"))?;
        let session = session.ok_or_else(|| de::Error::missing_field("session"))?;
        let edit = Edit {
            id: EditId { session, seq },
            act: act.unwrap_or(seq),
            item: item.unwrap_or(session.item()),
            field: field.ok_or_else(|| de::Error::missing_field("field"))?,
            value,
            seen: Reach { seen, names },
            at,
            why,
            extra,
        };
        Ok(RawEdit { edit, item })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::item::Kind;

    fn edit(session: u64, seq: u64, seen: &[(u64, u64)]) -> Edit {
        Edit {
            id: EditId {
                session: SessionId(session),
                seq,
            },
            act: seq,
            item: ItemId::new(Kind::REC, 1),
            field: Field::new("state").unwrap(),
            value: Written::One(Value::None),
            seen: Reach {
                seen: seen.iter().map(|(s, n)| (SessionId(*s), *n)).collect(),
                names: vec![],
            },
            at: None,
            why: None,
            extra: vec![],
        }
    }

    #[test]
    fn reach_is_compared_in_every_session() {
        let table = [
            (edit(1, 2, &[]), edit(1, 1, &[]), Some(Ordering::Greater)),
            (edit(1, 1, &[]), edit(2, 1, &[]), None),
            (
                edit(2, 1, &[(1, 1)]),
                edit(1, 1, &[]),
                Some(Ordering::Greater),
            ),
            (edit(2, 1, &[(1, 1)]), edit(1, 2, &[]), None),
            // Forged: each claims to have seen the other.
            (
                edit(1, 5, &[(2, 7)]),
                edit(2, 7, &[(1, 5)]),
                Some(Ordering::Equal),
            ),
        ];
        for (a, b, expected) in table {
            assert_eq!(a.compare_reach(&b), expected);
            assert_eq!(b.compare_reach(&a), expected.map(Ordering::reverse));
        }
    }

    #[test]
    fn counters_keep_their_promises() {
        assert_eq!(edit(1, 0, &[]).check(), Err(Unsound::SeqRange));
        assert_eq!(edit(1, 1 << 53, &[]).check(), Err(Unsound::SeqRange));
        assert_eq!(edit(1, u64::MAX, &[]).check(), Err(Unsound::SeqRange));
        assert_eq!(edit(1, 3, &[(1, 3)]).check(), Err(Unsound::SeesItself));
        assert_eq!(
            Edit {
                act: 4,
                ..edit(1, 3, &[])
            }
            .check(),
            Err(Unsound::ActRange)
        );
        assert_eq!(edit(1, 3, &[(1, 2), (2, u64::MAX)]).check(), Ok(()));
    }

    #[test]
    fn keys_of_later_versions_survive() {
        let text = r#"{"aaa":1,"at":5,"field":"state","mood":{"x":[true]},"seen":[["0000000000000002",1]],"seq":1,"session":"0000000000000001","value":"draft","why":"typed","zzz":null}"#;
        let raw: RawEdit = serde_json::from_str(text).unwrap();
        let edit = raw.on(ItemId::new(Kind::REC, 1)).unwrap();
        assert_eq!(serde_json::to_string(&edit).unwrap(), text);
    }

    #[test]
    fn a_key_stands_once_and_lists_are_sorted() {
        for bad in [
            r#"{"field":"state","seq":1,"seq":2,"session":"0000000000000001"}"#,
            r#"{"field":"state","seq":1,"session":"0000000000000001","x":1,"x":2}"#,
            r#"{"field":"state","seen":[["0000000000000003",1],["0000000000000002",1]],"seq":1,"session":"0000000000000001"}"#,
            r#"{"field":"state","seq":1,"session":"0000000000000001","value":1,"values":[1]}"#,
            r#"{"field":"state","seq":-1,"session":"0000000000000001"}"#,
        ] {
            assert!(serde_json::from_str::<RawEdit>(bad).is_err(), "{bad}");
        }
    }
}
