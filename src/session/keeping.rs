//! Keeping: journal first, then other tabs, then the store; "saved" only when the store has confirmed.
//!
//! One write is in flight at a time; what comes meanwhile goes with the next. A write that fails is tried again, and the
//! journal holds its acts until then.

use std::collections::VecDeque;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::edit::{Edit, Loose};
use serde::{Deserialize, Serialize};

use super::Session;
use super::status::{Saving, Trouble};
use crate::browser::journal::Journal;
use crate::browser::store::{StoreError, StoredAct};
use crate::browser::{clock, tabs::Tabs};

/// The batch of all that is typed here; imports have batches of their own, which can be dropped.
pub(super) const TYPED: &str = "typed";

/// Edits in one stored part of a large act: a record costs more than an edit.
pub(super) const PART: usize = 400;

/// How long after the last keystroke that was kept "Saved" is said again, in milliseconds: no flicker while one types.
const PAUSE: u32 = 300;

/// How long until a failed write is tried again, in milliseconds.
const AGAIN: u32 = 2_000;

/// What waits for the store.
#[derive(Default)]
pub(super) struct Queue {
    waiting: VecDeque<Waiting>,
    running: bool,
    pub(super) tabs: Option<Tabs>,
    /// The newest text in the focused field that the store does not have yet.
    pending: Option<Option<String>>,
    pending_running: bool,
    /// Text was typed that is not yet known to be in the store.
    typing: bool,
    /// Tells that typing has paused and its text is in the store.
    settled: Option<clock::Timer>,
}

struct Waiting {
    act: StoredAct,
    journalled: Option<u64>,
}

/// What tabs tell each other.
#[derive(Serialize, Deserialize)]
pub(super) enum Told {
    /// Edits of an act; the teller keeps them.
    Act(String),
    /// The workbook has a new generation: read it again.
    Generation(u64),
}

/// The edits as text, as journal, store and tabs have them.
pub(super) fn text_of(edits: &[Edit]) -> String {
    let loose: Vec<Loose> = edits.iter().cloned().map(Loose).collect();
    serde_json::to_string(&loose).unwrap_or_default()
}

/// The edits of such a text; `None` where it is none.
pub(super) fn edits_of(text: &str) -> Option<Vec<Edit>> {
    let loose: Vec<Loose> = serde_json::from_str(text).ok()?;
    Some(loose.into_iter().map(|loose| loose.0).collect())
}

impl Session {
    /// Keeps an act: synchronously in the journal, then in the store; other tabs hear of it at once.
    pub(super) fn keep(self, batch: &str, edits: &[Edit]) {
        let Some(first) = edits.first() else {
            return;
        };
        let text = text_of(edits);
        let seq = first.act;
        let session = first.id.session.to_string();
        self.with_inner(|inner| {
            let journal = Journal::new(&inner.meta.id, &session);
            let written = journal.write_act(seq, batch, &text);
            if let Some(tabs) = &inner.queue.tabs {
                tell(tabs, &Told::Act(text.clone()));
            }
            let act = StoredAct {
                key: format!("{session}-{seq}"),
                batch: batch.to_owned(),
                text,
            };
            inner.queue.waiting.push_back(Waiting {
                act,
                journalled: written.is_ok().then_some(seq),
            });
        });
        self.write_queue();
    }

    /// Keeps parts of a batch that has no journal: an import is on its medium still.
    pub(super) fn keep_batch(self, batch: &str, parts: Vec<Vec<Edit>>) {
        self.with_inner(|inner| {
            for (at, edits) in parts.iter().enumerate() {
                let text = text_of(edits);
                if let Some(tabs) = &inner.queue.tabs {
                    tell(tabs, &Told::Act(text.clone()));
                }
                let act = StoredAct {
                    key: format!("{at:06}"),
                    batch: batch.to_owned(),
                    text,
                };
                inner.queue.waiting.push_back(Waiting {
                    act,
                    journalled: None,
                });
            }
        });
        self.write_queue();
    }

    /// Starts writing what waits, unless that is going on already.
    pub(super) fn write_queue(self) {
        let start = self.with_inner(|inner| {
            let start = !inner.queue.running && !inner.queue.waiting.is_empty();
            inner.queue.running |= start;
            start
        });
        if start {
            self.show_saving(None);
            spawn_local(self.run_queue());
        }
    }

    async fn run_queue(self) {
        let opening = self.with_inner(|inner| inner.opening);
        loop {
            let (store, id, generation, acts) = self.with_inner(|inner| {
                let acts: Vec<StoredAct> = inner
                    .queue
                    .waiting
                    .iter()
                    .map(|waiting| waiting.act.clone())
                    .collect();
                (
                    inner.store.clone(),
                    inner.meta.id.clone(),
                    inner.meta.generation,
                    acts,
                )
            });
            if acts.is_empty() {
                break;
            }
            let written = match store {
                Some(store) => store.append(&id, generation, &acts).await,
                None => Err(StoreError::Blocked),
            };
            if self.with_inner(|inner| inner.opening) != opening {
                return;
            }
            match written {
                Ok(()) => self.confirm(acts.len()),
                Err(StoreError::Gone) if self.write_anew().await => {}
                Err(StoreError::StaleGeneration(_)) => {
                    self.with_inner(|inner| inner.queue.running = false);
                    self.reopen();
                    return;
                }
                Err(error) => {
                    let trouble = Trouble::from(&error);
                    self.with_inner(|inner| inner.queue.running = false);
                    self.show_saving(Some(trouble));
                    if matches!(trouble, Trouble::Full | Trouble::Lost) {
                        clock::after(AGAIN, move || self.write_queue()).forever();
                    }
                    return;
                }
            }
        }
        self.with_inner(|inner| inner.queue.running = false);
        self.show_saving(None);
    }

    /// The store lost this workbook (cleared by the browser or a person): all that is in memory goes into a new one.
    async fn write_anew(self) -> bool {
        let (store, meta) = self.with_inner(|inner| (inner.store.clone(), inner.meta.clone()));
        let Some(store) = store else {
            return false;
        };
        let all: Vec<Edit> = self.peek(|book| {
            book.workbook
                .edits()
                .map(|edit| edit.as_ref().clone())
                .collect()
        });
        let parts = all.chunks(PART).enumerate().map(|(at, edits)| StoredAct {
            key: format!("anew-{at:06}"),
            batch: TYPED.to_owned(),
            text: text_of(edits),
        });
        let parts: Vec<StoredAct> = parts.collect();
        store.create(&meta).await.is_ok()
            && store
                .append(&meta.id, meta.generation, &parts)
                .await
                .is_ok()
    }

    /// The store has these: the journal need not hold them any more.
    fn confirm(self, acts: usize) {
        self.with_inner(|inner| {
            for waiting in inner
                .queue
                .waiting
                .drain(..acts.min(inner.queue.waiting.len()))
            {
                let session = waiting.act.key.split('-').next().unwrap_or_default();
                if let Some(seq) = waiting.journalled {
                    Journal::new(&inner.meta.id, session).remove_act(seq);
                }
            }
        });
    }

    /// Edits that wait for the store: what a tab of an older generation takes along.
    pub(super) fn unsaved(self) -> Vec<Edit> {
        self.with_inner(|inner| {
            let typed = inner
                .queue
                .waiting
                .iter()
                .filter(|waiting| waiting.act.batch == TYPED);
            typed
                .filter_map(|waiting| edits_of(&waiting.act.text))
                .flatten()
                .collect()
        })
    }

    pub(super) fn forget_queue(self) {
        self.with_inner(|inner| inner.queue = Queue::default());
    }

    /// Shows how it stands: a trouble until a write succeeds, else whether anything is on its way.
    pub(super) fn show_saving(self, trouble: Option<Trouble>) {
        let before = self.status.with_untracked(|status| status.saving);
        let (waiting, typing) =
            self.with_inner(|inner| (!inner.queue.waiting.is_empty(), inner.queue.typing));
        let saving = match (trouble, before) {
            (Some(trouble), _) => Saving::NotSaved(trouble),
            (None, Saving::NotSaved(_)) if waiting => before,
            (None, _) if waiting || typing => Saving::Underway,
            (None, _) => Saving::Saved,
        };
        if saving != before {
            self.status.update(|status| status.saving = saving);
        }
        crate::browser::page::guard_leaving(matches!(saving, Saving::NotSaved(_)));
    }

    /// Keeps the text in the focused field in the store too: one write in flight, the latest wins.
    pub(super) fn keep_pending(self, text: Option<String>) {
        let (start, began) = self.with_inner(|inner| {
            let queue = &mut inner.queue;
            let began = text.is_some() && !queue.typing;
            queue.typing |= text.is_some();
            queue.settled = None;
            queue.pending = Some(text);
            let start = !queue.pending_running;
            queue.pending_running = true;
            (start, began)
        });
        if began
            && !matches!(
                self.status.with_untracked(|status| status.saving),
                Saving::NotSaved(_)
            )
        {
            self.show_saving(None);
        }
        if start {
            spawn_local(self.run_pending());
        }
    }

    async fn run_pending(self) {
        let mut kept = Ok(());
        loop {
            let next = self.with_inner(|inner| {
                let next = inner.queue.pending.take();
                inner.queue.pending_running = next.is_some();
                let session = inner.pen.session().to_string();
                next.map(|text| (inner.store.clone(), inner.meta.id.clone(), session, text))
            });
            let Some((store, id, session, text)) = next else {
                break;
            };
            kept = match (store, text) {
                (None, _) => Err(StoreError::Blocked),
                (Some(store), Some(text)) => store.put_pending(&id, &session, &text).await,
                (Some(store), None) => store.remove_pending(&id, &session).await,
            };
        }
        match kept {
            Ok(()) => {
                let settled = clock::after(PAUSE, move || {
                    self.with_inner(|inner| inner.queue.typing = false);
                    self.show_saving(None);
                });
                self.with_inner(|inner| inner.queue.settled = Some(settled));
            }
            // The journal holds it still; the act that follows is tried again and again.
            Err(error) => self.show_saving(Some(Trouble::from(&error))),
        }
    }
}

pub(super) fn tell(tabs: &Tabs, told: &Told) {
    if let Ok(text) = serde_json::to_string(told) {
        // Nobody may be listening; the store is what counts.
        tabs.post(&text);
    }
}
