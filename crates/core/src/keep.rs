//! Keeping: in which order work goes to the two places that hold it, what may be forgotten there and when, and how both
//! are joined again after a cut.
//!
//! The *journal* is written at once and is on the disk some seconds later, in any order; the *store* answers later, and has
//! what it confirms. So the journal is what a killed page leaves and the store is what a power cut leaves, and nothing is
//! removed from either before the store has confirmed what makes it needless. How browsers write is left to the app.

mod generation;
mod recover;
mod votes;

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::edit::{Edit, Loose};
use crate::item::EditId;

pub use generation::{Extent, Generation, Stretch};
pub use recover::{JournalAct, Left, Recovered, join_left, recover};
pub use votes::{VOTES, votes_of};

/// The batch of all that is typed here; imports have batches of their own, which can be dropped.
pub const TYPED: &str = "typed";

/// One act, or a part of a large one, as the store holds it. Batch and key together name it within its workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAct {
    /// Names it within its batch: the same key holds the same edits, wherever it comes from.
    pub key: String,
    /// What can be dropped together: an import, or all that is typed here in one generation.
    pub batch: String,
    /// Its edits, as JSON text.
    pub text: String,
}

/// The journal of a workbook: what is written stands there at once for whoever opens the workbook next, unless the power
/// is cut within seconds.
pub trait Journal {
    /// Why something was not written; what was there before is still there.
    type Error;

    /// Writes an act of a session; the same `seq` again replaces it.
    ///
    /// # Errors
    /// The act is not written.
    fn write_act(
        &self,
        session: &str,
        seq: u64,
        batch: &str,
        text: &str,
    ) -> Result<(), Self::Error>;

    /// Removes an act.
    fn remove_act(&self, session: &str, seq: u64);

    /// Writes the text in a session's focused field, in place of the one before.
    ///
    /// # Errors
    /// The text is not written; the one before is still there.
    fn write_pending(&self, session: &str, text: &str) -> Result<(), Self::Error>;

    /// Removes the text in a session's focused field.
    fn remove_pending(&self, session: &str);
}

/// The edits as text, as journal, store and tabs have them.
pub fn text_of<'a>(edits: impl IntoIterator<Item = &'a Edit>) -> String {
    let loose: Vec<Loose> = edits.into_iter().cloned().map(Loose).collect();
    serde_json::to_string(&loose).unwrap_or_default()
}

/// The edits of such a text; `None` where it is none.
pub fn edits_of(text: &str) -> Option<Vec<Edit>> {
    let loose: Vec<Loose> = serde_json::from_str(text).ok()?;
    Some(loose.into_iter().map(|loose| loose.0).collect())
}

/// The edits that a text in a focused field would make, and which of the session's texts it is: journal and store hold
/// one each, and after a power cut either may be the older.
#[derive(Serialize, Deserialize)]
struct Typed {
    count: u64,
    edits: Vec<Loose>,
}

/// What waits for the store, and what may be forgotten when it has confirmed.
#[derive(Debug, Default)]
pub struct Keeper {
    waiting: VecDeque<Waiting>,
    /// Acts in the write that is under way; they stand first.
    under_way: usize,
    /// Acts handed over, and of these confirmed, since the beginning.
    kept: u64,
    confirmed: u64,
    /// What the store's text of a session is to become.
    /// By session: there are few.
    pending: Vec<(String, Pending)>,
    pending_under_way: Option<(String, Pending)>,
    /// Counts texts in focused fields.
    typed: u64,
}

#[derive(Debug)]
struct Waiting {
    act: StoredAct,
    /// Session and `seq`; parts of an import have none, and no place in the journal.
    place: Option<(String, u64)>,
    /// Whether the journal holds it.
    is_journalled: bool,
}

#[derive(Debug)]
struct Pending {
    text: Option<String>,
    /// How many acts the store must have confirmed before: what was in the field until then became one of them.
    after: u64,
    /// Whether the journal's text goes with it.
    with_journal: bool,
}

impl Keeper {
    /// Keeps an act: in the journal now, in the store when [`Self::next_acts`] is asked.
    ///
    /// # Errors
    /// Why the journal has not got it. The store is to have it all the same.
    pub fn keep<J: Journal>(
        &mut self,
        journal: &J,
        session: &str,
        seq: u64,
        act: StoredAct,
    ) -> Result<(), J::Error> {
        let written = journal.write_act(session, seq, &act.batch, &act.text);
        self.wait(act, Some((session.to_owned(), seq)), written.is_ok());
        written
    }

    /// Keeps parts of a batch that has no journal: an import is on its medium still. All at once, so that the store takes
    /// the batch whole or not at all.
    pub fn keep_parts(&mut self, parts: impl IntoIterator<Item = StoredAct>) {
        for act in parts {
            self.wait(act, None, false);
        }
    }

    fn wait(&mut self, act: StoredAct, place: Option<(String, u64)>, is_journalled: bool) {
        self.kept = self.kept.saturating_add(1);
        self.waiting.push_back(Waiting {
            act,
            place,
            is_journalled,
        });
    }

    /// Has the journal take what it refused before.
    fn journal_rest<J: Journal>(&mut self, journal: &J) -> Result<(), J::Error> {
        for waiting in self.waiting.iter_mut().filter(|held| !held.is_journalled) {
            if let Some((session, seq)) = &waiting.place {
                journal.write_act(session, *seq, &waiting.act.batch, &waiting.act.text)?;
                waiting.is_journalled = true;
            }
        }
        Ok(())
    }

    /// What the store is to write now, all or none; `None` where nothing waits or a write is under way. The caller says
    /// how it ended, by [`Self::acts_written`] or [`Self::acts_failed`].
    pub fn next_acts(&mut self) -> Option<Vec<StoredAct>> {
        if self.under_way > 0 || self.waiting.is_empty() {
            return None;
        }
        self.under_way = self.waiting.len();
        Some(
            self.waiting
                .iter()
                .map(|waiting| waiting.act.clone())
                .collect(),
        )
    }

    /// The store has them on the disk: the journal need not hold them any more.
    pub fn acts_written<J: Journal>(&mut self, journal: &J) {
        let count = std::mem::take(&mut self.under_way).min(self.waiting.len());
        for waiting in self.waiting.drain(..count) {
            self.confirmed = self.confirmed.saturating_add(1);
            if let Some((session, seq)) = waiting.place.filter(|_| waiting.is_journalled) {
                journal.remove_act(&session, seq);
            }
        }
    }

    /// The store has none of them: they are written with the next ones.
    pub fn acts_failed(&mut self) {
        self.under_way = 0;
    }

    /// Keeps the edits that the text in a session's focused field would make.
    ///
    /// # Errors
    /// Why the journal has not got it. The store is to have it all the same.
    pub fn type_text<J: Journal>(
        &mut self,
        journal: &J,
        session: &str,
        edits: &[Edit],
    ) -> Result<(), J::Error> {
        self.typed = self.typed.saturating_add(1);
        let typed = Typed {
            count: self.typed,
            edits: edits.iter().cloned().map(Loose).collect(),
        };
        let text = serde_json::to_string(&typed).unwrap_or_default();
        // The text before may be all that the journal has of an act it refused: that goes first.
        let written = self.journal_rest(journal);
        let written = written.and_then(|()| journal.write_pending(session, &text));
        self.replace_pending(session, Some(text), false);
        written
    }

    /// The text in a session's focused field has become an act, which was kept before, or nothing.
    pub fn leave_text<J: Journal>(&mut self, journal: &J, session: &str) {
        // Where the journal refused the act, its text stays there until the store has the act.
        let is_journalled = self.journal_rest(journal).is_ok();
        if is_journalled {
            journal.remove_pending(session);
        }
        self.replace_pending(session, None, !is_journalled);
    }

    fn pends(&self, session: &str) -> bool {
        self.pending.iter().any(|(held, _)| held == session)
    }

    fn replace_pending(&mut self, session: &str, text: Option<String>, with_journal: bool) {
        // What the store holds until then may be all that a power cut leaves of the acts that wait.
        let pending = Pending {
            text,
            after: self.kept,
            with_journal,
        };
        self.pending.retain(|(held, _)| held != session);
        self.pending.push((session.to_owned(), pending));
    }

    /// The text of a session's focused field that the store is to hold now, or to hold none; the latest wins. `None` where
    /// a write is under way, where there is nothing to do, or where an act has to be confirmed first. The caller says how
    /// it ended, by [`Self::pending_written`] or [`Self::pending_failed`].
    pub fn next_pending(&mut self) -> Option<(String, Option<String>)> {
        if self.pending_under_way.is_some() {
            return None;
        }
        let ready = |(_, pending): &(String, Pending)| pending.after <= self.confirmed;
        let place = self.pending.iter().position(ready)?;
        let (session, pending) = self.pending.remove(place);
        let text = pending.text.clone();
        self.pending_under_way = Some((session.clone(), pending));
        Some((session, text))
    }

    /// The store has done so.
    pub fn pending_written<J: Journal>(&mut self, journal: &J) {
        if let Some((session, pending)) = self.pending_under_way.take()
            && pending.with_journal
            && !self.pends(&session)
        {
            journal.remove_pending(&session);
        }
    }

    /// The store has not: it is asked again, unless there is a newer text.
    pub fn pending_failed(&mut self) {
        if let Some((session, pending)) = self.pending_under_way.take() {
            // What came meanwhile is newer.
            if !self.pends(&session) {
                self.pending.push((session, pending));
            }
        }
    }

    /// Takes over what a dead session left: its acts and its text are kept as acts, and only then forgotten as its own.
    ///
    /// # Errors
    /// Why the journal has not got one of them. The store is to have all of them.
    pub fn take_over<J: Journal>(
        &mut self,
        journal: &J,
        session: &str,
        recovered: &Recovered,
    ) -> Result<(), J::Error> {
        let mut outcome = Ok(());
        for seq in &recovered.left_out {
            journal.remove_act(session, *seq);
        }
        for edits in recovered.acts() {
            let Some(first) = edits.first() else {
                continue;
            };
            let act = StoredAct {
                key: key_of(session, first.act),
                batch: TYPED.to_owned(),
                text: text_of(edits),
            };
            outcome = outcome.and(self.keep(journal, session, first.act, act));
        }
        self.leave_text(journal, session);
        outcome
    }

    /// Whether acts wait for the store.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Whether the store has all acts and all texts: "Saved" is true.
    pub fn is_saved(&self) -> bool {
        let under_way = self.pending_under_way.iter().map(|(_, pending)| pending);
        let waiting = self.pending.iter().map(|(_, pending)| pending);
        let mut texts = waiting.chain(under_way);
        self.waiting.is_empty() && texts.all(|pending| pending.text.is_none())
    }

    /// The acts that wait for the store.
    pub fn unsaved(&self) -> impl Iterator<Item = &StoredAct> {
        self.waiting.iter().map(|waiting| &waiting.act)
    }
}

/// What an act of a session is called in the store.
pub fn key_of(session: &str, seq: u64) -> String {
    format!("{session}-{seq}")
}

/// Session and number of an act, from its key; `None` where no session wrote it.
pub fn act_of_key(key: &str) -> Option<EditId> {
    let (session, seq) = generation::place(key)?;
    Some(EditId {
        session: session.parse().ok()?,
        seq,
    })
}
