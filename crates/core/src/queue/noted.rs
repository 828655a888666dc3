//! What was found elsewhere, and that somebody looked at it: it may stay, as long as the text is what it was.

use crate::advice::Identified;
use crate::item::{Digest, ItemId};
use crate::judgement::Judged;
use crate::value::Value;
use crate::workbook::{Current, Workbook};

/// Something found elsewhere (in a file, by the drafting checks) that a person is to look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Noted {
    /// The item it is about.
    pub item: Option<ItemId>,
    /// The key of its sentence.
    pub key: &'static str,
    /// What the sentence names.
    pub named: Vec<(&'static str, String)>,
    /// The digest of what was found and of the text it stands in: another text is another finding. The words themselves are
    /// not repeated where they would outlive the text.
    pub mark: Digest,
}

impl Noted {
    /// Words by which a person could be found.
    pub fn person(workbook: &Workbook, found: &Identified) -> Self {
        let values = match workbook.current(found.item, &found.field) {
            Current::None => vec![],
            Current::One(value) => vec![value],
            Current::Conflict(values) => values,
        };
        let text = serde_json::to_string(&values).unwrap_or_default();
        let key = "queue-finding-person";
        Self {
            item: Some(found.item),
            key,
            mark: Digest::of_parts("finding", &[key, &found.field, &found.words, &text]),
            named: vec![("words", found.words.clone())],
        }
    }

    /// Whose field says that somebody looked at it; none where it is about no item.
    pub fn field(&self) -> Option<(ItemId, String)> {
        Some((self.item?, format!("checked/{}", self.mark)))
    }

    /// Whether somebody looked at it and it may stay: all agree, on the wording of now.
    pub(super) fn may_stay(&self, workbook: &Workbook) -> bool {
        self.field().is_some_and(|(item, field)| {
            Judged::read(workbook, item, &field).standing() == Some(&Value::Bool(true))
        })
    }
}
