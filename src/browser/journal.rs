//! The journal: what must be written before anything else can happen, kept in localStorage because that is synchronous.
//!
//! It holds, for each session of each workbook, the acts that the store has not confirmed and the text in the focused
//! field. It knows neither what the text means nor when a session is dead ([`super::locks`] does). What other programs
//! of the same origin keep there is left alone, and so are keys of ours that cannot be read.

use serde::{Deserialize, Serialize};

use rapporteur_core::keep::{self, JournalAct, Left};
use rapporteur_core::sorted;

use super::crash;
use super::local::{self, Refused};

const ROOT: &str = "rapporteur/";
const ACT: &str = "act/";
const PENDING: &str = "pending";

/// Why something was not written. What was there before is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JournalError {
    /// No room is left for this origin (about 5 million characters).
    Full,
    /// The browser gives this page no localStorage.
    Blocked,
    /// The program failed before: nothing may be saved any more.
    Crashed,
}

impl From<Refused> for JournalError {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Full => Self::Full,
            Refused::Blocked => Self::Blocked,
        }
    }
}

/// The journals of a workbook's sessions, as the order of keeping asks for them.
pub(crate) struct Journals<'a>(pub(crate) &'a str);

impl keep::Journal for Journals<'_> {
    type Error = JournalError;

    fn write_act(
        &self,
        session: &str,
        seq: u64,
        batch: &str,
        text: &str,
    ) -> Result<(), JournalError> {
        Journal::new(self.0, session).write_act(seq, batch, text)
    }

    fn remove_act(&self, session: &str, seq: u64) {
        Journal::new(self.0, session).remove_act(seq);
    }

    fn write_pending(&self, session: &str, text: &str) -> Result<(), JournalError> {
        Journal::new(self.0, session).write_pending(text)
    }

    fn remove_pending(&self, session: &str) {
        Journal::new(self.0, session).remove_pending();
    }
}

#[derive(Serialize, Deserialize)]
struct Record {
    batch: String,
    text: String,
}

/// The journal of one session of one workbook; of the own, or of one that is dead.
#[derive(Clone, Debug)]
pub(crate) struct Journal {
    prefix: String,
}

impl Journal {
    /// The journal of a session; nothing is written yet. Neither name may hold a `/`.
    pub(crate) fn new(workbook: &str, session: &str) -> Self {
        Self {
            prefix: format!("{ROOT}{workbook}/{session}/"),
        }
    }

    /// Whether localStorage takes a value and gives it back. Writes a key and removes it.
    pub(crate) fn probe() -> bool {
        let key = "rapporteur/probe";
        let kept = local::write(key, &"?").is_ok()
            && local::read::<String>(key).is_some_and(|read| read == "?");
        local::remove(key);
        kept
    }

    /// Writes an act; the same `seq` again replaces it.
    ///
    /// # Errors
    /// The act is not written.
    pub(crate) fn write_act(&self, seq: u64, batch: &str, text: &str) -> Result<(), JournalError> {
        self.write(
            &format!("{ACT}{seq}"),
            &Record {
                batch: batch.to_owned(),
                text: text.to_owned(),
            },
        )
    }

    /// Removes an act: the store has it.
    pub(crate) fn remove_act(&self, seq: u64) {
        local::remove(&format!("{}{ACT}{seq}", self.prefix));
    }

    /// Writes the text in the focused field, in place of the one before.
    ///
    /// # Errors
    /// The text is not written; the one before is still there.
    pub(crate) fn write_pending(&self, text: &str) -> Result<(), JournalError> {
        self.write(PENDING, &text)
    }

    /// Removes the text in the focused field: it has become an edit, or nothing.
    pub(crate) fn remove_pending(&self) {
        local::remove(&format!("{}{PENDING}", self.prefix));
    }

    /// What is left of the sessions of a workbook, the own among them, by name of the session.
    pub(crate) fn sessions_of(workbook: &str) -> Vec<Left> {
        let prefix = format!("{ROOT}{workbook}/");
        let mut sessions: Vec<Left> = Vec::new();
        for key in local::keys(&prefix) {
            let Some((session, rest)) = key
                .strip_prefix(&prefix)
                .and_then(|rest| rest.split_once('/'))
            else {
                continue;
            };
            let place = sessions.iter().position(|left| left.session == session);
            let place = place.unwrap_or_else(|| {
                sessions.push(Left {
                    session: session.to_owned(),
                    ..Left::default()
                });
                sessions.len().saturating_sub(1)
            });
            let Some(left) = sessions.get_mut(place) else {
                continue;
            };
            let seq = rest.strip_prefix(ACT).map(str::parse::<u64>);
            if let Some(Ok(seq)) = seq
                && let Some(Record { batch, text }) = local::read(&key)
            {
                left.acts.push(JournalAct { seq, batch, text });
            } else if rest == PENDING
                && let Some(text) = local::read(&key)
            {
                left.pending = Some(text);
            } else {
                left.unreadable.push(key);
            }
        }
        sorted::sort_by(&mut sessions, |a, b| a.session.cmp(&b.session));
        for left in &mut sessions {
            sorted::sort_by_key(&mut left.acts, |act| act.seq);
        }
        sessions
    }

    /// Removes all that is left of a workbook, whoever left it.
    pub(crate) fn forget(workbook: &str) {
        for key in local::keys(&format!("{ROOT}{workbook}/")) {
            local::remove(&key);
        }
    }

    /// Removes all that this program keeps there, preferences too.
    pub(crate) fn forget_all() {
        for key in local::keys(ROOT) {
            local::remove(&key);
        }
    }

    /// The workbooks that something is left of, sorted: where the store was lost, the journal still names them.
    pub(crate) fn workbooks() -> Vec<String> {
        let mut workbooks: Vec<String> = local::keys(ROOT)
            .iter()
            .filter_map(|key| {
                let (workbook, rest) = key.strip_prefix(ROOT)?.split_once('/')?;
                rest.contains('/').then(|| workbook.to_owned())
            })
            .collect();
        sorted::sort(&mut workbooks);
        workbooks.dedup();
        workbooks
    }

    fn write<T: Serialize>(&self, name: &str, value: &T) -> Result<(), JournalError> {
        if crash::crashed() {
            return Err(JournalError::Crashed);
        }
        Ok(local::write(&format!("{}{name}", self.prefix), value)?)
    }
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use super::*;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    wasm_bindgen_test_configure!(run_in_browser);

    fn foreign(key: &str, value: &str) {
        local::storage().unwrap().set_item(key, value).unwrap();
    }

    #[wasm_bindgen_test]
    fn what_is_written_is_found_among_other_programs_keys() {
        assert!(Journal::probe());
        foreign("someone-else", "not { json");
        foreign("rapporteur/j1", "a workbook's name alone");
        foreign("rapporteur/j1/s9/act/x", "{}");
        foreign("rapporteur/j1/s2/act/3", "not { json");
        let (first, second) = (Journal::new("j1", "s1"), Journal::new("j1", "s2"));
        first.write_act(12, "typed", "[\"بارہ\"]").unwrap();
        first.write_act(9, "typed", "[9]").unwrap();
        first.write_pending("{\"text\":\"نیم\"}").unwrap();
        second.write_act(1, "typed", "[1]").unwrap();
        Journal::new("j10", "s1").write_pending("{}").unwrap();

        let left = Journal::sessions_of("j1");
        let names: Vec<&str> = left.iter().map(|left| left.session.as_str()).collect();
        assert_eq!(names, ["s1", "s2", "s9"]);
        let seqs: Vec<u64> = left[0].acts.iter().map(|act| act.seq).collect();
        assert_eq!(seqs, [9, 12]);
        assert_eq!(left[0].acts[1].text, "[\"بارہ\"]");
        assert_eq!(left[0].pending.as_deref(), Some("{\"text\":\"نیم\"}"));
        assert_eq!(left[1].unreadable, ["rapporteur/j1/s2/act/3"]);
        assert_eq!(left[2].unreadable, ["rapporteur/j1/s9/act/x"]);
        assert_eq!(Journal::workbooks(), ["j1", "j10"]);

        first.remove_act(12);
        first.remove_pending();
        let left = Journal::sessions_of("j1");
        assert_eq!((left[0].acts.len(), &left[0].pending), (1, &None));
        let storage = local::storage().unwrap();
        assert!(storage.get_item("someone-else").unwrap().is_some());
        storage.clear().unwrap();
    }

    #[wasm_bindgen_test]
    fn a_full_journal_says_so_and_keeps_what_it_had() {
        let journal = Journal::new("full", "s1");
        journal.write_pending("kept").unwrap();
        let filler = "x".repeat(1_000_000);
        let mut refused = None;
        for n in 0..20 {
            refused = local::write(&format!("filler/{n}"), &filler).err();
            if refused.is_some() {
                break;
            }
        }
        assert_eq!(refused, Some(Refused::Full));
        assert_eq!(journal.write_pending(&filler), Err(JournalError::Full));
        assert_eq!(
            Journal::sessions_of("full")[0].pending.as_deref(),
            Some("kept")
        );
        local::storage().unwrap().clear().unwrap();
    }

    #[wasm_bindgen_test]
    fn nothing_is_written_after_a_crash() {
        let crash = crash::tests::pretend();
        let journal = Journal::new("crash", "s1");
        assert_eq!(
            journal.write_act(1, "typed", "[]"),
            Err(JournalError::Crashed)
        );
        drop(crash);
        assert!(Journal::sessions_of("crash").is_empty());
    }
}
