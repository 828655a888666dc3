//! Keeping: journal first, then other tabs, then the store; "saved" only when the store has confirmed.
//!
//! What is written when, and what may be forgotten then, [`rapporteur_core::keep`] decides; here it is done. One write is in
//! flight at a time; what comes meanwhile goes with the next. A write that fails is tried again.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::edit::Edit;
use rapporteur_core::keep::{Keeper, Recovered, StoredAct, key_of};
use rapporteur_core::sorted;
use serde::{Deserialize, Serialize};

use super::Session;
use super::status::{Saving, Trouble};
use crate::browser::journal::{JournalError, Journals};
use crate::browser::store::StoreError;
use crate::browser::{clock, tabs::Tabs};

pub(super) use rapporteur_core::keep::{TYPED, edits_of, text_of};

/// Edits in one stored part of a large act: a record costs more than an edit.
pub(super) const PART: usize = 400;

/// How long after the last keystroke that was kept "Saved" is said again, in milliseconds: no flicker while one types.
const PAUSE: u32 = 300;

/// How long until a failed write is tried again, in milliseconds.
const AGAIN: u32 = 2_000;

/// What waits for the store.
#[derive(Default)]
pub(super) struct Queue {
    keeper: Keeper,
    running: bool,
    pub(super) tabs: Option<Tabs>,
    pending_running: bool,
    /// Text was typed that is not yet known to be in the store.
    typing: bool,
    /// Tells that typing has paused and its text is in the store.
    settled: Option<clock::Timer>,
}

impl Queue {
    /// Whether the store has all that it was given.
    pub(super) fn is_saved(&self) -> bool {
        self.keeper.is_saved()
    }
}

/// What waited for the store when the workbook was read again.
pub(super) struct Unsaved {
    /// Whose queue it was.
    session: String,
    /// What was typed.
    typed: Vec<Edit>,
    /// Parts of imports.
    imported: Vec<StoredAct>,
}

/// What tabs tell each other.
#[derive(Serialize, Deserialize)]
pub(super) enum Told {
    /// Edits of an act; the teller keeps them.
    Act(String),
    /// The workbook has a new generation: read it again.
    Generation(u64),
    /// The workbook was erased from this laptop: forget it.
    Erased,
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
            if let Some(tabs) = &inner.queue.tabs {
                tell(tabs, &Told::Act(text.clone()));
            }
            let act = StoredAct {
                key: key_of(&session, seq),
                batch: batch.to_owned(),
                text,
            };
            let journal = Journals(&inner.meta.id);
            // What the journal refuses the store has soon; the status line tells when it has.
            let _ = inner.queue.keeper.keep(&journal, &session, seq, act);
        });
        self.write_queue();
    }

    /// Keeps what a dead session left as its acts; its own leavings go when the store has them.
    pub(super) fn take_over(self, session: &str, recovered: &Recovered) {
        self.with_inner(|inner| {
            for edits in recovered.acts() {
                if let Some(tabs) = &inner.queue.tabs {
                    tell(tabs, &Told::Act(text_of(edits)));
                }
            }
            let journal = Journals(&inner.meta.id);
            // As above.
            let _ = inner.queue.keeper.take_over(&journal, session, recovered);
        });
        self.write_queue();
        self.write_pending();
    }

    /// Keeps a batch that has no journal, in parts: an import is on its medium still.
    /// Whether the workbook is still open after it.
    pub(super) async fn keep_batch(self, batch: &str, files: &[Vec<Arc<Edit>>]) -> bool {
        let opening = self.opening();
        let mut slice = clock::Slice::begin();
        let (mut acts, mut texts) = (Vec::new(), Vec::new());
        let parts = files.iter().flat_map(|edits| edits.chunks(PART));
        for (at, part) in parts.enumerate() {
            let text = text_of(part.iter().map(Arc::as_ref));
            texts.push(text.clone());
            acts.push(StoredAct {
                key: format!("{at:06}"),
                batch: batch.to_owned(),
                text,
            });
            slice.end().await;
            if self.opening() != opening {
                return false;
            }
        }
        self.with_inner(|inner| inner.queue.keeper.keep_parts(acts));
        self.write_queue();
        // Others hear of it when nothing can keep it from being kept any more.
        for text in texts {
            self.with_inner(|inner| {
                if let Some(tabs) = &inner.queue.tabs {
                    tell(tabs, &Told::Act(text));
                }
            });
            slice.end().await;
            if self.opening() != opening {
                return false;
            }
        }
        true
    }

    /// Starts writing what waits, unless that is going on already.
    pub(super) fn write_queue(self) {
        let start = self.with_inner(|inner| {
            let start = !inner.queue.running && inner.queue.keeper.is_waiting();
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
                (
                    inner.store.clone(),
                    inner.meta.id.clone(),
                    inner.meta.generation,
                    inner.queue.keeper.next_acts(),
                )
            });
            let Some(acts) = acts else {
                break;
            };
            let written = match store {
                Some(store) => store.append(&id, generation, &acts).await,
                None => Err(StoreError::Blocked),
            };
            if self.with_inner(|inner| inner.opening) != opening {
                return;
            }
            if written.is_err() {
                self.with_inner(|inner| inner.queue.keeper.acts_failed());
            }
            match written {
                Ok(()) => self.confirm(),
                Err(StoreError::Gone) if self.write_anew().await => {}
                Err(StoreError::StaleGeneration(generation)) => {
                    self.with_inner(|inner| inner.queue.running = false);
                    self.superseded(generation);
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

    /// The whole store was deleted underneath: what is in memory goes into a new one at once, the next key may never come.
    pub(super) fn write_all_anew(self) {
        if !self.status.with_untracked(|status| status.open) {
            return;
        }
        spawn_local(async move {
            if self.write_anew().await {
                self.write_queue();
            } else {
                self.show_saving(Some(Trouble::Lost));
            }
        });
    }

    /// The store lost this workbook (cleared by the browser or a person): all that is in memory goes into a new one.
    async fn write_anew(self) -> bool {
        let (store, meta) = self.with_inner(|inner| {
            // One batch has everything now; what earlier states were made of is gone.
            inner.meta.dropped.clear();
            inner.meta.without.clear();
            inner.meta.ring.clear();
            (inner.store.clone(), inner.meta.clone())
        });
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

    /// The store has what it was given: what waited for that goes on.
    fn confirm(self) {
        self.with_inner(|inner| inner.queue.keeper.acts_written(&Journals(&inner.meta.id)));
        self.write_pending();
    }

    /// What waits for the store: what a tab of an older generation takes along.
    pub(super) fn unsaved(self) -> Unsaved {
        self.with_inner(|inner| {
            let mut unsaved = Unsaved {
                session: inner.pen.session().to_string(),
                typed: Vec::new(),
                imported: Vec::new(),
            };
            for act in inner.queue.keeper.unsaved() {
                if act.batch == TYPED {
                    unsaved
                        .typed
                        .extend(edits_of(&act.text).unwrap_or_default());
                } else {
                    unsaved.imported.push(act.clone());
                }
            }
            unsaved
        })
    }

    /// Keeps in the newer generation what waited in the older one. What was being typed is among it, as an act.
    pub(super) fn keep_again(self, mut unsaved: Unsaved) {
        // What was taken out meanwhile stays out.
        let dropped = self.with_inner(|inner| inner.meta.dropped.clone());
        let imported = &mut unsaved.imported;
        imported.retain(|act| !dropped.contains(&act.batch));
        let acts = by_act(unsaved.typed);
        let count = acts
            .len()
            .saturating_add(usize::from(!unsaved.imported.is_empty()));
        for edits in acts {
            self.keep(TYPED, &edits);
            self.book
                .update(|book| drop(book.join(edits.into_iter().map(Arc::new))));
        }
        let parts = unsaved.imported.iter();
        let edits = parts.filter_map(|act| edits_of(&act.text)).flatten();
        self.book
            .update(|book| drop(book.join(edits.map(Arc::new))));
        self.with_inner(|inner| {
            if let Some(tabs) = &inner.queue.tabs {
                for act in &unsaved.imported {
                    tell(tabs, &Told::Act(act.text.clone()));
                }
            }
            let journal = Journals(&inner.meta.id);
            inner.queue.keeper.keep_parts(unsaved.imported);
            inner.queue.keeper.leave_text(&journal, &unsaved.session);
        });
        self.status
            .update(|status| status.changes = status.changes.saturating_add(count));
        self.write_queue();
        self.write_pending();
    }

    pub(super) fn forget_queue(self) {
        self.with_inner(|inner| inner.queue = Queue::default());
    }

    /// Shows how it stands: a trouble until a write succeeds, else whether anything is on its way.
    pub(super) fn show_saving(self, trouble: Option<Trouble>) {
        let before = self.status.with_untracked(|status| status.saving);
        let (waiting, underway) = self.with_inner(|inner| {
            let queue = &inner.queue;
            let underway = !queue.keeper.is_saved() || queue.typing;
            (queue.keeper.is_waiting(), underway)
        });
        let saving = match (trouble, before) {
            (Some(trouble), _) => Saving::NotSaved(trouble),
            (None, Saving::NotSaved(_)) if waiting => before,
            (None, _) if underway => Saving::Underway,
            (None, _) => Saving::Saved,
        };
        if saving != before {
            self.status.update(|status| status.saving = saving);
        }
        crate::browser::page::guard_leaving(matches!(saving, Saving::NotSaved(_)));
    }

    /// How it stands when nothing is on its way any more.
    pub(crate) async fn settled(self) -> Saving {
        loop {
            let (waiting, running) = self.with_inner(|inner| {
                let queue = &inner.queue;
                (queue.keeper.is_waiting(), queue.pending_running)
            });
            let saving = self.status.with_untracked(|status| status.saving);
            if matches!(saving, Saving::NotSaved(_)) || !(waiting || running) {
                return saving;
            }
            clock::sleep(20).await;
        }
    }

    /// Keeps the edits that the text in the focused field would make.
    ///
    /// # Errors
    /// Why the journal has not got them.
    pub(super) fn keep_typed(self, edits: &[Edit]) -> Result<(), JournalError> {
        let (kept, began) = self.with_inner(|inner| {
            let session = inner.pen.session().to_string();
            let queue = &mut inner.queue;
            let began = !queue.typing;
            queue.typing = true;
            queue.settled = None;
            let journal = Journals(&inner.meta.id);
            (queue.keeper.type_text(&journal, &session, edits), began)
        });
        let saving = self.status.with_untracked(|status| status.saving);
        if began && !matches!(saving, Saving::NotSaved(_)) {
            self.show_saving(None);
        }
        self.write_pending();
        kept
    }

    /// The text in the focused field has become an act, which was kept before, or nothing.
    pub(super) fn forget_typed(self) {
        self.with_inner(|inner| {
            let session = inner.pen.session().to_string();
            inner.queue.settled = None;
            let journal = Journals(&inner.meta.id);
            inner.queue.keeper.leave_text(&journal, &session);
        });
        self.write_pending();
    }

    /// Starts writing texts in focused fields to the store, unless that is going on already.
    fn write_pending(self) {
        let start =
            self.with_inner(|inner| !std::mem::replace(&mut inner.queue.pending_running, true));
        if start {
            spawn_local(self.run_pending());
        }
    }

    async fn run_pending(self) {
        let opening = self.with_inner(|inner| inner.opening);
        let mut kept = Ok(());
        while kept.is_ok() {
            let next = self.with_inner(|inner| {
                let (session, text) = inner.queue.keeper.next_pending()?;
                Some((inner.store.clone(), inner.meta.id.clone(), session, text))
            });
            let Some((store, id, session, text)) = next else {
                break;
            };
            kept = match (store, text) {
                (None, _) => Err(StoreError::Blocked),
                (Some(store), Some(text)) => store.put_pending(&id, &session, &text).await,
                (Some(store), None) => store.remove_pending(&id, &session).await,
            };
            if self.with_inner(|inner| inner.opening) != opening {
                return;
            }
            self.with_inner(|inner| match kept {
                Ok(()) => inner
                    .queue
                    .keeper
                    .pending_written(&Journals(&inner.meta.id)),
                Err(_) => inner.queue.keeper.pending_failed(),
            });
        }
        self.with_inner(|inner| inner.queue.pending_running = false);
        match kept {
            Ok(()) => {
                let settled = clock::after(PAUSE, move || {
                    self.with_inner(|inner| inner.queue.typing = false);
                    self.show_saving(None);
                });
                self.with_inner(|inner| inner.queue.settled = Some(settled));
            }
            // The journal holds it still; the next keystroke or act asks the store again.
            Err(error) => self.show_saving(Some(Trouble::from(&error))),
        }
    }
}

/// Edits grouped by the act they belong to.
fn by_act(mut edits: Vec<Edit>) -> Vec<Vec<Edit>> {
    let act = |edit: &Edit| (edit.id.session, edit.act);
    sorted::sort_by_key(&mut edits, act);
    let mut acts: Vec<Vec<Edit>> = Vec::new();
    for edit in edits {
        match acts
            .last_mut()
            .filter(|last| last.first().map(act) == Some(act(&edit)))
        {
            Some(last) => last.push(edit),
            None => acts.push(vec![edit]),
        }
    }
    acts
}

pub(super) fn tell(tabs: &Tabs, told: &Told) {
    if let Ok(text) = serde_json::to_string(told) {
        // Nobody may be listening; the store is what counts.
        tabs.post(&text);
    }
}
