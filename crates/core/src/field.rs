//! The fields of format 1: which items have them, the shape of their values, and what happens when two values meet.
//!
//! One table; the reader, the JSON Schema and `docs/fields.md` follow it. Fields of later versions are carried as they are.

use std::fmt;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer, Visitor};

use crate::item::Kind;
use crate::value::Value;

/// The name of a field, such as `state` or, with a part, `wording/ur`: at most 96 bytes, no control characters.
#[derive(Clone)]
pub enum Field {
    /// A field of the table, without a part.
    Known(&'static str),
    /// Any other.
    Named(Arc<str>),
}

impl Field {
    /// The longest name, in bytes.
    pub const MAX: usize = 96;

    /// The field of that name; `None` where the name is empty, too long, or not of letters, digits, `-`, `.`, `_` and `/`
    /// after a first letter.
    pub fn new(name: &str) -> Option<Self> {
        if let Some(rule) = RULES
            .iter()
            .find(|rule| !rule.has_part && rule.name == name)
        {
            return Some(Self::Known(rule.name));
        }
        let good =
            |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '.' | '_' | '/');
        let first = name.as_bytes().first()?.is_ascii_lowercase();
        let ends = !name.ends_with('/');
        (first && ends && name.len() <= Self::MAX && name.chars().all(good))
            .then(|| Self::Named(Arc::from(name)))
    }

    /// The name.
    pub fn name(&self) -> &str {
        match self {
            Self::Known(name) => name,
            Self::Named(name) => name,
        }
    }

    /// The part behind the first stroke: the language of `wording/ur`.
    pub fn part(&self) -> Option<&str> {
        self.name().split_once('/').map(|(_, part)| part)
    }
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}
impl Eq for Field {}
impl PartialOrd for Field {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Field {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.name().cmp(other.name())
    }
}
impl std::hash::Hash for Field {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}
impl fmt::Debug for Field {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}
impl std::borrow::Borrow<str> for Field {
    fn borrow(&self) -> &str {
        self.name()
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct FieldVisitor;
        impl Visitor<'_> for FieldVisitor {
            type Value = Field;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("the name of a field")
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Field, E> {
                Field::new(name).ok_or_else(|| E::custom("not the name of a field"))
            }
        }
        input.deserialize_str(FieldVisitor)
    }
}

/// What happens when two values of a field meet that were written without sight of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// A person decides: both are shown until somebody does.
    Ask,
    /// All are shown as one list; somebody may tidy it.
    List,
    /// The same one is shown everywhere: the greatest value.
    Derive,
}

/// The shape of a field's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line or text without a language: a code, a place, a key of order.
    Text,
    /// `{"lang", "text"}`: a text and its language tag.
    Wording,
    /// A whole number.
    Int,
    /// `true` or nothing.
    Flag,
    /// One term of a scheme of the vocabulary.
    Term(&'static str),
    /// A set of terms of a scheme, sorted.
    Terms(&'static str),
    /// A set of texts, sorted.
    Texts,
    /// A date, `2027-02-17`.
    Date,
    /// A set of dates, sorted.
    Dates,
    /// The name of an item of that kind.
    Item(&'static str),
    /// `{"judged", "of"}`: what was decided, and the digest of the wording it was decided on.
    Judgement,
    /// Anything: its own issue fixes the shape.
    Open,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Whose field it is.
    pub kind: Kind,
    /// The name, without its part.
    pub name: &'static str,
    /// Whether the name goes on with a stroke and a part (a language, a key).
    pub has_part: bool,
    /// The shape of the value.
    pub shape: Shape,
    /// What happens when two values meet.
    pub policy: Policy,
    /// What it says, in a few words; natively only.
    pub about: &'static str,
}

/// Words that only the schema and the docs print: a browser is not sent them.
const fn kept(about: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") {
        return "";
    }
    about
}

const fn rule(
    kind: Kind,
    name: &'static str,
    shape: Shape,
    policy: Policy,
    about: &'static str,
) -> Rule {
    Rule {
        kind,
        name,
        has_part: false,
        shape,
        policy,
        about: kept(about),
    }
}

const fn parts(
    kind: Kind,
    name: &'static str,
    shape: Shape,
    policy: Policy,
    about: &'static str,
) -> Rule {
    Rule {
        kind,
        name,
        has_part: true,
        shape,
        policy,
        about: kept(about),
    }
}

use Policy::{Ask, Derive, List};
use Shape as S;

/// The table.
pub const RULES: &[Rule] = &[
    parts(Kind::EVENT, "title", S::Text, Ask, "title by language"),
    rule(
        Kind::EVENT,
        "code",
        S::Text,
        Ask,
        "short code, the first part of human numbers",
    ),
    rule(
        Kind::EVENT,
        "form",
        S::Text,
        Ask,
        "plenary-dialogue, conference-with-groups or ministry-conference",
    ),
    rule(Kind::EVENT, "place", S::Text, Ask, "where"),
    rule(Kind::EVENT, "dates", S::Dates, List, "when"),
    rule(
        Kind::EVENT,
        "organisers",
        S::Texts,
        List,
        "organisations that hold it",
    ),
    rule(
        Kind::EVENT,
        "partners",
        S::Texts,
        List,
        "partners and funders",
    ),
    rule(
        Kind::EVENT,
        "template",
        S::Text,
        Derive,
        "the template it began with, and its version",
    ),
    rule(
        Kind::EVENT,
        "sample",
        S::Flag,
        Derive,
        "made of invented sample data",
    ),
    parts(
        Kind::EVENT,
        "term",
        S::Open,
        Ask,
        "a term added to the vocabulary: scheme, labels, broader",
    ),
    parts(
        Kind::EVENT,
        "introduction",
        S::Wording,
        Ask,
        "the introductory text of the report in a language",
    ),
    parts(
        Kind::EVENT,
        "preamble",
        S::Wording,
        Ask,
        "the preamble in a language, one clause a line; stock clauses where there is none",
    ),
    parts(
        Kind::EVENT,
        "followup",
        S::Wording,
        Ask,
        "the follow-up arrangement in a language, one clause a line; stock clauses where there is none",
    ),
    parts(
        Kind::EVENT,
        "participants",
        S::Int,
        Ask,
        "how many took part, by stakeholder category",
    ),
    rule(
        Kind::GROUP,
        "event",
        S::Item("event"),
        Ask,
        "the event it belongs to",
    ),
    parts(Kind::GROUP, "title", S::Text, Ask, "title by language"),
    rule(
        Kind::GROUP,
        "code",
        S::Text,
        Ask,
        "short code, the second part of human numbers",
    ),
    rule(
        Kind::GROUP,
        "order",
        S::Text,
        Derive,
        "its place among the groups: a key compared by bytes",
    ),
    rule(Kind::GROUP, "withdrawn", S::Flag, Ask, "no longer used"),
    rule(
        Kind::REC,
        "event",
        S::Item("event"),
        Ask,
        "the event it was made at",
    ),
    rule(
        Kind::REC,
        "group",
        S::Item("group"),
        Ask,
        "the group that made it",
    ),
    rule(
        Kind::REC,
        "number",
        S::Int,
        Derive,
        "its serial within the group",
    ),
    rule(
        Kind::REC,
        "order",
        S::Text,
        Derive,
        "its place in the group's list: a key compared by bytes",
    ),
    parts(
        Kind::REC,
        "wording",
        S::Wording,
        Ask,
        "the recommendation in a language",
    ),
    rule(
        Kind::REC,
        "original",
        S::Text,
        Ask,
        "the language tag of the original wording",
    ),
    parts(
        Kind::REC,
        "twin",
        S::Judgement,
        Ask,
        "the wording in this language says the same as the original judged",
    ),
    rule(
        Kind::REC,
        "addressees",
        S::Terms("addressees"),
        List,
        "who is asked",
    ),
    rule(
        Kind::REC,
        "lead",
        S::Term("addressees"),
        Ask,
        "the body that leads; the others support",
    ),
    rule(
        Kind::REC,
        "themes",
        S::Terms("themes"),
        List,
        "what it is about",
    ),
    rule(Kind::REC, "theme", S::Term("themes"), Ask, "the main theme"),
    rule(
        Kind::REC,
        "issue",
        S::Term("issues"),
        Ask,
        "the crime or problem",
    ),
    rule(
        Kind::REC,
        "affected",
        S::Terms("affectedGroups"),
        List,
        "whom it protects",
    ),
    rule(
        Kind::REC,
        "instruments",
        S::Terms("instruments"),
        List,
        "laws and policies it rests on",
    ),
    rule(
        Kind::REC,
        "levels",
        S::Terms("levels"),
        List,
        "federal, provincial, district",
    ),
    rule(
        Kind::REC,
        "sdg",
        S::Terms("sdgTargets"),
        List,
        "targets of the Sustainable Development Goals",
    ),
    rule(
        Kind::REC,
        "action",
        S::Term("actionTypes"),
        Ask,
        "the type of action",
    ),
    rule(
        Kind::REC,
        "urgency",
        S::Term("urgency"),
        Ask,
        "how strongly it is asked",
    ),
    rule(
        Kind::REC,
        "horizon",
        S::Term("horizons"),
        Ask,
        "by when, roughly",
    ),
    rule(Kind::REC, "due", S::Date, List, "by when, to the day"),
    rule(
        Kind::REC,
        "indicator",
        S::Wording,
        Ask,
        "how anyone will know",
    ),
    rule(Kind::REC, "rationale", S::Wording, Ask, "why"),
    rule(
        Kind::REC,
        "evidence",
        S::Terms("evidenceKinds"),
        List,
        "what the rationale rests on",
    ),
    parts(
        Kind::REC,
        "dissent",
        S::Wording,
        Ask,
        "a minority statement",
    ),
    rule(
        Kind::REC,
        "speaker",
        S::Term("stakeholderCategories"),
        Ask,
        "category of who said it; never a name",
    ),
    rule(
        Kind::REC,
        "state",
        S::Judgement,
        Ask,
        "draft, ready or agreed",
    ),
    rule(
        Kind::REC,
        "withdrawn",
        S::Judgement,
        Ask,
        "taken back; can be restored",
    ),
    rule(
        Kind::REC,
        "vetted",
        S::Judgement,
        Ask,
        "may be shown in plenary",
    ),
    parts(
        Kind::REC,
        "checked",
        S::Judgement,
        Derive,
        "a finding, by its mark, was looked at and may stay",
    ),
    rule(
        Kind::REC,
        "combined",
        S::Judgement,
        Ask,
        "the combination it is part of",
    ),
    rule(
        Kind::REC,
        "source",
        S::Text,
        List,
        "its id in the list it came from",
    ),
    rule(
        Kind::REC,
        "baseline",
        S::Wording,
        Ask,
        "what the indicator shows today",
    ),
    rule(
        Kind::REC,
        "target",
        S::Wording,
        Ask,
        "what the indicator is to show",
    ),
    parts(
        Kind::REC,
        "response",
        S::Term("responses"),
        Ask,
        "what an addressee answered",
    ),
    parts(
        Kind::REC,
        "reason",
        S::Wording,
        Ask,
        "the reason of an addressee's answer",
    ),
    parts(
        Kind::REC,
        "answered",
        S::Date,
        List,
        "the day of an addressee's answer",
    ),
    rule(
        Kind::REC,
        "status",
        S::Term("statuses"),
        Ask,
        "how far it is carried out",
    ),
    rule(
        Kind::COMBINATION,
        "event",
        S::Item("event"),
        Ask,
        "the event",
    ),
    rule(
        Kind::COMBINATION,
        "originals",
        S::Texts,
        Derive,
        "the items it was made of",
    ),
    parts(
        Kind::COMBINATION,
        "wording",
        S::Wording,
        Ask,
        "the combined text in a language",
    ),
    rule(
        Kind::COMBINATION,
        "original",
        S::Text,
        Ask,
        "the language tag of the original combined text",
    ),
    parts(
        Kind::COMBINATION,
        "twin",
        S::Judgement,
        Ask,
        "the text in this language says the same as the original judged",
    ),
    rule(
        Kind::COMBINATION,
        "addressees",
        S::Terms("addressees"),
        List,
        "who is asked; where nothing is said, whom its originals ask",
    ),
    rule(
        Kind::COMBINATION,
        "lead",
        S::Term("addressees"),
        Ask,
        "the body that leads; where nothing is said, that of its originals",
    ),
    rule(
        Kind::COMBINATION,
        "themes",
        S::Terms("themes"),
        List,
        "what it is about; where nothing is said, what its originals are about",
    ),
    rule(
        Kind::COMBINATION,
        "state",
        S::Judgement,
        Ask,
        "draft, ready or agreed",
    ),
    rule(
        Kind::COMBINATION,
        "vetted",
        S::Judgement,
        Ask,
        "may be shown in plenary",
    ),
    rule(
        Kind::COMBINATION,
        "combined",
        S::Judgement,
        Ask,
        "the combination that took it up",
    ),
    rule(
        Kind::COMBINATION,
        "baseline",
        S::Wording,
        Ask,
        "what the indicator shows today",
    ),
    rule(
        Kind::COMBINATION,
        "target",
        S::Wording,
        Ask,
        "what the indicator is to show",
    ),
    parts(
        Kind::COMBINATION,
        "response",
        S::Term("responses"),
        Ask,
        "what an addressee answered",
    ),
    parts(
        Kind::COMBINATION,
        "reason",
        S::Wording,
        Ask,
        "the reason of an addressee's answer",
    ),
    parts(
        Kind::COMBINATION,
        "answered",
        S::Date,
        List,
        "the day of an addressee's answer",
    ),
    rule(
        Kind::COMBINATION,
        "status",
        S::Term("statuses"),
        Ask,
        "how far it is carried out",
    ),
    rule(Kind::PAIR, "items", S::Texts, Derive, "the two items"),
    rule(
        Kind::PAIR,
        "verdict",
        S::Judgement,
        Ask,
        "same, related or different",
    ),
    rule(Kind::ROUND, "event", S::Item("event"), Ask, "the event"),
    rule(
        Kind::ROUND,
        "group",
        S::Item("group"),
        Ask,
        "the group that votes; none in plenary",
    ),
    rule(Kind::ROUND, "card", S::Open, Ask, "the method card"),
    rule(
        Kind::ROUND,
        "items",
        S::Open,
        Ask,
        "the items voted on, with the digest of each wording",
    ),
    rule(Kind::ROUND, "closed", S::Flag, Ask, "ended, and shown"),
    rule(
        Kind::ROUND,
        "void",
        S::Text,
        Ask,
        "declared void, with the reason",
    ),
    rule(Kind::BALLOT, "round", S::Item("round"), Ask, "the round"),
    rule(
        Kind::BALLOT,
        "method",
        S::Text,
        Ask,
        "the question it answers, or that it is a reason",
    ),
    rule(
        Kind::BALLOT,
        "category",
        S::Term("stakeholderCategories"),
        Ask,
        "the folded category",
    ),
    rule(Kind::BALLOT, "choices", S::Open, Ask, "what was chosen"),
    rule(Kind::EDITION, "event", S::Item("event"), Ask, "the event"),
    rule(
        Kind::EDITION,
        "numbers",
        S::Open,
        Ask,
        "items and their final numbers",
    ),
    rule(Kind::SESSION, "app", S::Text, Ask, "the version that wrote"),
    rule(
        Kind::SESSION,
        "group",
        S::Item("group"),
        Ask,
        "the group it wrote for",
    ),
    rule(
        Kind::SESSION,
        "role",
        S::Text,
        Ask,
        "scribe, facilitator, list or command line",
    ),
];

/// The row of a field; `None` for kinds and fields this version does not know.
pub fn rule_of(kind: Kind, field: &Field) -> Option<&'static Rule> {
    let name = field.name();
    let (stem, has_part) = name
        .split_once('/')
        .map_or((name, false), |(stem, _)| (stem, true));
    // Names of one length are told apart by their ends mostly, and sooner than by a comparison of all.
    let ends = |rule: &&Rule| {
        rule.name.len() == stem.len() && rule.name.as_bytes().last() == stem.as_bytes().last()
    };
    let mut rules = RULES
        .iter()
        .filter(|rule| rule.kind == kind && rule.has_part == has_part);
    rules.find(|rule| ends(rule) && rule.name == stem)
}

/// What happens when two values of this field meet; a person is asked about what this version does not know.
pub fn policy_of(kind: Kind, field: &Field) -> Policy {
    rule_of(kind, field).map_or(Policy::Ask, |rule| rule.policy)
}

impl Shape {
    /// Its name, by which a sentence chooses its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Wording => "wording",
            Self::Int => "number",
            Self::Flag => "flag",
            Self::Term(_) => "term",
            Self::Terms(_) => "terms",
            Self::Texts => "texts",
            Self::Date => "date",
            Self::Dates => "dates",
            Self::Item(_) => "item",
            Self::Judgement => "judgement",
            Self::Open => "any",
        }
    }

    /// Whether the value has this shape. Nothing has every shape: it clears the field.
    pub fn fits(self, value: &Value) -> bool {
        let all_texts = |value: &Value| {
            matches!(value, Value::List(_))
                && value.items().iter().all(|item| item.as_text().is_some())
                && value.items().is_sorted_by(|a, b| a < b)
        };
        match self {
            _ if value.is_none() => true,
            Self::Open => true,
            Self::Text | Self::Term(_) => value.as_text().is_some(),
            Self::Int => value.as_int().is_some(),
            Self::Flag => value.as_bool() == Some(true),
            Self::Texts | Self::Terms(_) => all_texts(value),
            Self::Date => value.as_text().is_some_and(is_date),
            Self::Dates => {
                all_texts(value) && value.items().iter().filter_map(Value::as_text).all(is_date)
            }
            Self::Item(kind) => value.as_text().is_some_and(|text| {
                text.parse::<crate::item::ItemId>()
                    .is_ok_and(|item| item.kind.name() == kind)
            }),
            Self::Wording => {
                let text = |key| value.get(key).and_then(Value::as_text);
                text("text").is_some() && text("lang").is_some_and(is_language)
            }
            Self::Judgement => value.get("judged").is_some(),
        }
    }
}

/// Whether the text is a date as `2027-02-17`, from year 1900 to 2199.
pub fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut part = |width: usize, range: std::ops::RangeInclusive<u32>| {
        parts
            .next()
            .filter(|digits| {
                digits.len() == width && digits.bytes().all(|byte| byte.is_ascii_digit())
            })
            .and_then(|digits| digits.parse().ok().filter(|number| range.contains(number)))
    };
    let (year, month, day) = (part(4, 1900..=2199), part(2, 1..=12), part(2, 1..=31));
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    day <= days && parts.next().is_none()
}

/// Whether the text is a language tag as `ur` or `ur-Latn`: letters and digits in parts of 1 to 8, the first of 2 or 3.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    parts.next().is_some_and(|first| {
        matches!(first.len(), 2 | 3) && first.bytes().all(|byte| byte.is_ascii_lowercase())
    }) && parts.all(|part| matches!(part.len(), 1..=8) && letters(part))
        && tag.len() <= 35
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_each_field_of_a_kind_once() {
        for (at, rule) in RULES.iter().enumerate() {
            let same = |other: &&Rule| {
                other.kind == rule.kind
                    && other.name == rule.name
                    && other.has_part == rule.has_part
            };
            assert_eq!(
                RULES.iter().filter(same).count(),
                1,
                "row {at}: {}",
                rule.name
            );
            assert!(Field::new(rule.name).is_some());
        }
    }

    #[test]
    fn names_with_parts_are_fields() {
        let field = Field::new("wording/ur-Latn").unwrap();
        assert_eq!(field.part(), Some("ur-Latn"));
        assert_eq!(rule_of(Kind::REC, &field).unwrap().shape, Shape::Wording);
        assert_eq!(
            policy_of(Kind::REC, &Field::new("due").unwrap()),
            Policy::List
        );
        for bad in [
            "",
            "Wording",
            "wording/",
            "a b",
            "wording\u{202e}",
            &"a".repeat(97),
        ] {
            assert!(Field::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn dates_are_days_of_the_calendar() {
        for good in ["2027-02-17", "2024-02-29", "2000-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "2027-02-30",
            "2023-02-29",
            "2027-2-17",
            "2027-02-17T00",
            "17-02-2027",
            "2027-13-01",
            "9999-01-01",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
    }

    #[test]
    fn languages_are_tags() {
        assert!(is_language("ur-Latn") && is_language("en") && is_language("skr"));
        assert!(
            !is_language("EN")
                && !is_language("")
                && !is_language("english")
                && !is_language("en_GB")
        );
    }
}
