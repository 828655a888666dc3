//! Names of things: items, sessions, edits, and the digests that names of derived things are made from.
//!
//! An item's name is a kind and 128 bits. It is drawn outside core or derived here; it is never made from a title.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};
use sha2::{Digest as _, Sha256};

/// The kind of an item. Kinds of later versions are carried as they are.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Kind([u8; Kind::MAX]);

impl Kind {
    const MAX: usize = 16;

    /// A dialogue, conference or meeting.
    pub const EVENT: Self = Self::fixed("event");
    /// A breakout group of an event, or its plenary.
    pub const GROUP: Self = Self::fixed("group");
    /// A recommendation.
    pub const REC: Self = Self::fixed("rec");
    /// A final wording made of several recommendations.
    pub const COMBINATION: Self = Self::fixed("combination");
    /// What was decided about two recommendations.
    pub const PAIR: Self = Self::fixed("pair");
    /// A round of prioritising, with its method card.
    pub const ROUND: Self = Self::fixed("round");
    /// One voter's paper in a closed round.
    pub const BALLOT: Self = Self::fixed("ballot");
    /// A list with final numbers, as adopted.
    pub const EDITION: Self = Self::fixed("edition");
    /// One page load or one run of the command line.
    pub const SESSION: Self = Self::fixed("session");

    /// The kinds of format 1, in the order in which files list them.
    pub const ALL: [Self; 9] = [
        Self::EVENT,
        Self::GROUP,
        Self::REC,
        Self::COMBINATION,
        Self::PAIR,
        Self::ROUND,
        Self::BALLOT,
        Self::EDITION,
        Self::SESSION,
    ];

    const fn fixed(name: &str) -> Self {
        let bytes = name.as_bytes();
        let mut held = [0; Self::MAX];
        let mut at = 0;
        #[allow(
            clippy::indexing_slicing,
            clippy::arithmetic_side_effects,
            reason = "evaluated while compiling"
        )]
        while at < bytes.len() {
            held[at] = bytes[at];
            at += 1;
        }
        Self(held)
    }

    /// The kind of that name: 1 to 16 lower-case letters, digits and hyphens, a letter first.
    pub fn new(name: &str) -> Option<Self> {
        let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let bytes = name.as_bytes();
        if !bytes.first()?.is_ascii_lowercase() || !bytes.iter().all(|byte| good(*byte)) {
            return None;
        }
        let mut held = [0; Self::MAX];
        held.get_mut(..bytes.len())?.copy_from_slice(bytes);
        Some(Self(held))
    }

    /// The name of the kind.
    pub fn name(&self) -> &str {
        let end = self
            .0
            .iter()
            .position(|byte| *byte == 0)
            .unwrap_or(Self::MAX);
        self.0
            .get(..end)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or("")
    }

    fn rank(self) -> usize {
        Self::ALL
            .iter()
            .position(|kind| *kind == self)
            .unwrap_or(Self::ALL.len())
    }
}

impl Ord for Kind {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        if self == other {
            return std::cmp::Ordering::Equal;
        }
        self.rank()
            .cmp(&other.rank())
            .then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Kind {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// The name of an item: `kind:` and 32 hexadecimal digits. Ordered by kind as files list them, then by digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId {
    /// What kind of thing it is.
    pub kind: Kind,
    /// 128 bits, random or derived.
    pub bits: u128,
}

impl ItemId {
    /// The item of that kind and those bits.
    pub const fn new(kind: Kind, bits: u128) -> Self {
        Self { kind, bits }
    }

    /// An item whose name follows from the parts: the same parts give the same item on any machine.
    pub fn derived(kind: Kind, parts: &[&str]) -> Self {
        let digest = Digest::of_parts(kind.name(), parts);
        Self {
            kind,
            bits: digest.0,
        }
    }

    /// The first four digits, shown where two items carry one human number.
    pub fn short(&self) -> String {
        let mut digits = format!("{:032x}", self.bits);
        digits.truncate(4);
        digits
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{:032x}", self.kind.name(), self.bits)
    }
}

impl fmt::Debug for ItemId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

/// A name that is not written as the format wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadName;

impl FromStr for ItemId {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        let (kind, digits) = text.split_once(':').ok_or(BadName)?;
        let bits = hex(digits, 32)?;
        Ok(Self {
            kind: Kind::new(kind).ok_or(BadName)?,
            bits,
        })
    }
}

/// Exactly `width` lower-case hexadecimal digits.
fn hex(digits: &str, width: usize) -> Result<u128, BadName> {
    let bytes = digits.as_bytes();
    if bytes.len() != width {
        return Err(BadName);
    }
    bytes.iter().try_fold(0u128, |sum, byte| {
        let digit = match byte {
            b'0'..=b'9' => byte.wrapping_sub(b'0'),
            b'a'..=b'f' => byte.wrapping_sub(b'a').wrapping_add(10),
            _ => return Err(BadName),
        };
        Ok(sum.wrapping_shl(4) | u128::from(digit))
    })
}

/// A session: 64 random bits drawn at every page load and every run, or derived where the same act must give the same
/// edits everywhere. 16 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub u64);

impl SessionId {
    /// A session that follows from the parts: the same parts give the same session on any machine.
    pub fn derived(parts: &[&str]) -> Self {
        let digest = Digest::of_parts("session", parts);
        #[allow(
            clippy::cast_possible_truncation,
            reason = "the first half of the digest is the session"
        )]
        Self((digest.0.wrapping_shr(64)) as u64)
    }

    /// The item that tells of this session (group and app version, never a person or a device).
    pub const fn item(self) -> ItemId {
        ItemId::new(Kind::SESSION, self.0 as u128)
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

impl fmt::Debug for SessionId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl FromStr for SessionId {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        u64::try_from(hex(text, 16)?).map(Self).map_err(|_| BadName)
    }
}

/// The name of an edit: the session and its place among the session's edits, from 1 to 2^53 - 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EditId {
    /// Who wrote it: a page load or a run, never a person.
    pub session: SessionId,
    /// Counted from 1.
    pub seq: u64,
}

impl EditId {
    /// The name as a number, in the order of names.
    pub fn number(self) -> u128 {
        u128::from(self.session.0).wrapping_shl(64) | u128::from(self.seq)
    }
}

/// The first 128 bits of a SHA-256, 32 hexadecimal digits: names contents, and items derived from others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub u128);

impl Digest {
    /// The digest of the bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::first_half(&Sha256::digest(bytes))
    }

    /// The digest of a purpose and its parts, each preceded by its length, so that no two lists of parts meet.
    pub fn of_parts(purpose: &str, parts: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for part in std::iter::once(&purpose).chain(parts) {
            hash.update(part.len().to_string().as_bytes());
            hash.update(b":");
            hash.update(part.as_bytes());
        }
        Self::first_half(&hash.finalize())
    }

    fn first_half(bytes: &[u8]) -> Self {
        Self(
            bytes
                .iter()
                .take(16)
                .fold(0, |sum, byte| sum.wrapping_shl(8) | u128::from(*byte)),
        )
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:032x}", self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl FromStr for Digest {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        hex(text, 32).map(Self)
    }
}

struct NameVisitor<T>(std::marker::PhantomData<T>, &'static str);

impl<T: FromStr<Err = BadName>> Visitor<'_> for NameVisitor<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.1)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse()
            .map_err(|BadName| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

macro_rules! written_as_text {
    ($($name:ty: $what:literal),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
                input.deserialize_str(NameVisitor(std::marker::PhantomData, $what))
            }
        }
    )*};
}

written_as_text! {
    ItemId: "kind:32 hexadecimal digits",
    SessionId: "16 hexadecimal digits",
    Digest: "32 hexadecimal digits"
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        let id = ItemId::new(Kind::REC, 0xabc);
        assert_eq!(id.to_string(), "rec:00000000000000000000000000000abc");
        assert_eq!(id.to_string().parse(), Ok(id));
        for bad in [
            "rec:",
            "rec:1",
            "Rec:00000000000000000000000000000abc",
            "rec:0000000000000000000000000000+abc",
        ] {
            assert_eq!(bad.parse::<ItemId>(), Err(BadName), "{bad}");
        }
        assert!("0000000000000ABC".parse::<SessionId>().is_err());
        assert!(Kind::new("a-kind-of-its-ow").is_some());
        assert!(Kind::new("a-kind-of-its-own").is_none());
    }

    #[test]
    fn files_list_events_before_groups_before_recommendations_and_strangers_last() {
        let mut kinds = [
            Kind::new("aaa").unwrap(),
            Kind::SESSION,
            Kind::REC,
            Kind::GROUP,
            Kind::EVENT,
        ];
        kinds.sort();
        let names: Vec<&str> = kinds.iter().map(Kind::name).collect();
        assert_eq!(names, ["event", "group", "rec", "session", "aaa"]);
    }

    #[test]
    fn derived_names_keep_their_parts_apart() {
        assert_ne!(
            ItemId::derived(Kind::REC, &["ab", "c"]),
            ItemId::derived(Kind::REC, &["a", "bc"])
        );
        assert_eq!(
            ItemId::derived(Kind::REC, &["a"]).to_string(),
            ItemId::derived(Kind::REC, &["a"]).to_string()
        );
    }
}
