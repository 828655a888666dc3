//! Judgements read: what was decided, whether those who decided agree, and whether the wording has changed since.

use crate::combination::pair_wording;
use crate::item::{ItemId, Kind};
use crate::recommendation::judged_wording;
use crate::sorted;
use crate::value::Value;
use crate::workbook::{Current, Workbook};

/// What a field of judgement says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judged<'a> {
    /// Nothing was decided, or it was taken back.
    None,
    /// One thing was decided; by several people perhaps, on several wordings.
    One {
        /// What was decided.
        what: &'a Value,
        /// None of them had the wording before them that stands now: it does not count as agreed or vetted.
        earlier: bool,
    },
    /// Different things were decided without sight of each other, sorted; [`Value::None`] among them means that somebody
    /// took it back.
    Disputed(Vec<&'a Value>),
}

impl<'a> Judged<'a> {
    /// What a field of an item says, held against the wording that stands now.
    pub fn read(workbook: &'a Workbook, item: ItemId, field: &str) -> Self {
        let values = match workbook.current(item, field) {
            Current::None => return Self::None,
            Current::One(value) => vec![value],
            Current::Conflict(values) => values,
        };
        let what = |value: &'a Value| value.get("judged").unwrap_or(&Value::None);
        let mut decided: Vec<&Value> = values.iter().map(|value| what(value)).collect();
        sorted::sort(&mut decided);
        decided.dedup();
        match decided.as_slice() {
            [] | [Value::None] => Self::None,
            [what] => {
                let now = wording_of(workbook, item);
                let of =
                    |value: &&Value| value.get("of").and_then(Value::as_text).map(str::to_owned);
                let earlier = !values.iter().any(|value| of(value) == Some(now.clone()));
                Self::One { what, earlier }
            }
            _ => Self::Disputed(decided),
        }
    }

    /// What was decided, where all agree and the wording still stands.
    pub fn standing(&self) -> Option<&'a Value> {
        match self {
            Self::One {
                what,
                earlier: false,
            } => Some(what),
            _ => None,
        }
    }
}

/// The digest that a judgement on this item stores: of its original wording, of a pair's two.
pub fn wording_of(workbook: &Workbook, item: ItemId) -> String {
    match item.kind {
        Kind::PAIR => pair_wording(workbook, item),
        _ => judged_wording(workbook, item),
    }
}
