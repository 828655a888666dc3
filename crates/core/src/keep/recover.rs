//! What a session left, from both places that hold it.

use super::{Typed, edits_of, key_of};
use crate::edit::{Edit, Loose};

/// One act as the journal holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalAct {
    /// The act: the `seq` of its first edit.
    pub seq: u64,
    /// The batch it belongs to, as in the store.
    pub batch: String,
    /// Its edits, as JSON text.
    pub text: String,
}

/// What journal and store hold of one session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// The session.
    pub session: String,
    /// Its acts that the journal has, by `seq`.
    pub acts: Vec<JournalAct>,
    /// The text in its focused field, as the journal has it.
    pub pending: Option<String>,
    /// The text in its focused field, as the store has it.
    pub stored: Option<String>,
    /// Keys of the journal that could not be read; they stay until somebody removes them by hand.
    pub unreadable: Vec<String>,
}

/// What the sessions of a workbook left: the journal's leavings, and the store's texts in focused fields by session.
pub fn join_left(journal: Vec<Left>, stored: &[(String, String)]) -> Vec<Left> {
    let mut left = journal;
    for (session, text) in stored {
        match left.iter_mut().find(|held| held.session == *session) {
            Some(held) => held.stored = Some(text.clone()),
            None => left.push(Left {
                session: session.clone(),
                stored: Some(text.clone()),
                ..Left::default()
            }),
        }
    }
    left
}

/// What of a session's leavings the workbook does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    /// Its acts, as the journal has them.
    pub journalled: Vec<Vec<Edit>>,
    /// The acts that its texts make, where they are not among the others.
    pub typed: Vec<Vec<Edit>>,
    /// Its acts, by `seq`, that the journal has once more though the present generation leaves them out.
    pub left_out: Vec<u64>,
}

impl Recovered {
    /// All acts.
    pub fn acts(&self) -> impl Iterator<Item = &Vec<Edit>> {
        self.journalled.iter().chain(&self.typed)
    }
}

/// What a session left that has to be kept; `is_known` says whether the workbook has an edit of that name, `is_left_out`
/// whether the store has a typed act of that key that the present generation leaves out. After a power cut the journal may
/// have again what was removed from it: such an act is not to come back, nor its text as it was earlier to take its place.
///
/// Journal and store hold a text each. Where they are texts of one field, the newer counts: after a kill that is the
/// journal's, after a power cut it may be the store's. Where they are not, the store's was left for the other one, and what
/// it became may be lost: both count.
pub fn recover(
    left: &Left,
    is_known: impl Fn(&Edit) -> bool,
    is_left_out: impl Fn(&str) -> bool,
) -> Recovered {
    let is_out = |act: u64| is_left_out(&key_of(&left.session, act));
    let (out, acts): (Vec<&JournalAct>, Vec<_>) = left.acts.iter().partition(|act| is_out(act.seq));
    let acts = acts.into_iter().filter_map(|act| edits_of(&act.text));
    let journalled: Vec<Vec<Edit>> = acts.collect();
    let of_journal = left.pending.as_deref().and_then(typed);
    let of_store = left.stored.as_deref().and_then(typed);
    let texts = match (of_journal, of_store) {
        (Some(journal), Some(store)) if share(&journal.edits, &store.edits) => {
            // Texts of earlier versions have no count; the journal is written first.
            let newer = if store.count > journal.count {
                store
            } else {
                journal
            };
            vec![newer]
        }
        (journal, store) => store.into_iter().chain(journal).collect(),
    };
    let texts = texts.into_iter().map(|typed| typed.edits);
    let texts = texts.map(|edits| edits.into_iter().map(|loose| loose.0).collect());
    // The numbers of a text's edits are reserved, so a text that was left is known by their names.
    let is_new = |typed: &Vec<Edit>| {
        let mut held = journalled.iter().flatten();
        !typed.is_empty()
            && !typed.iter().any(|edit| is_known(edit) || is_out(edit.act))
            && !held.any(|other| typed.iter().any(|edit| edit.id == other.id))
    };
    Recovered {
        typed: texts.filter(is_new).collect(),
        journalled,
        left_out: out.iter().map(|act| act.seq).collect(),
    }
}

/// Whether an edit of one name is in both.
fn share(some: &[Loose], others: &[Loose]) -> bool {
    let mut pairs = some
        .iter()
        .flat_map(|one| others.iter().map(move |other| (one.0.id, other.0.id)));
    pairs.any(|(one, other)| one == other)
}

/// A text in a focused field; earlier versions wrote its edits alone.
fn typed(text: &str) -> Option<Typed> {
    serde_json::from_str(text).ok().or_else(|| {
        let edits = serde_json::from_str(text).ok()?;
        Some(Typed { count: 0, edits })
    })
}
