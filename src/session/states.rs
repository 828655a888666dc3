//! Earlier states: what the workbook held before something large was done to it, and having that again.
//!
//! Going back chooses an edit set: the present one goes into the ring first, so that it can be had again too. Files already
//! made keep what they hold.

use std::sync::Arc;

use leptos::prelude::Set as _;
use rapporteur_core::edit::Edit;
use rapporteur_core::item::Kind;
use rapporteur_core::keep::{VOTES, votes_of};
use rapporteur_core::workbook::Workbook;

use super::files::{Brought, holds};
use super::intake::join_in_slices;
use super::keeping::{Told, tell};
use super::{Book, Saving, Session, Trouble};
use crate::browser::store::{Moment, RingEntry, Store, StoreError};
use crate::browser::{clock, ids};

impl Session {
    /// What the ring says of the state before something.
    pub(super) fn moment(self, why: &'static str) -> Moment {
        let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        self.peek(|book| Moment {
            why,
            at: clock::now(),
            recommendations: number(book.workbook.of_kind(Kind::REC).count()),
            edits: number(book.workbook.len()),
        })
    }

    /// Puts the present state into the ring, before `why` is done. What cannot be kept is not waited for: the status line
    /// tells that nothing is.
    pub(crate) async fn remember(self, why: &'static str) {
        self.leave_text();
        self.remember_moment(self.moment(why)).await;
    }

    /// As [`Self::remember`], of a state that has a few edits more by now, which are kept nowhere yet.
    pub(super) async fn remember_moment(self, moment: Moment) {
        let opening = self.opening();
        if moment.edits == 0
            || matches!(self.settled().await, Saving::NotSaved(_))
            || self.opening() != opening
        {
            return;
        }
        let (store, id, generation) = self.place();
        let Some(store) = store else {
            return;
        };
        match store.remember(&id, generation, &moment).await {
            Ok(meta) => self.with_inner(|inner| {
                if inner.meta.id == meta.id {
                    inner.meta.ring = meta.ring;
                }
            }),
            Err(_) if self.opening() != opening => {}
            Err(StoreError::StaleGeneration(generation)) => self.superseded(generation),
            Err(error) => self.show_saving(Some(Trouble::from(&error))),
        }
    }

    /// The states that can be had again, the latest first.
    pub(crate) async fn states(self) -> Vec<RingEntry> {
        let (store, id, _) = self.place();
        let Some(store) = store else {
            return Vec::new();
        };
        let known = store.workbooks().await.unwrap_or_default().0;
        let meta = known.into_iter().find(|meta| meta.id == id);
        let mut ring = meta.map(|meta| meta.ring).unwrap_or_default();
        ring.reverse();
        ring
    }

    /// Keeps the rounds and ballots of this laptop once more, as a batch of their own: locking, casting, closing and voiding
    /// cannot be undone, whatever state is had again. Those that came with a file go with it. Returns the batch; `None` where
    /// it could not be kept.
    async fn keep_votes(self, store: &Store, id: &str) -> Option<String> {
        let opening = self.opening();
        let (acts, _) = store.acts(id).await.ok()?;
        if self.opening() != opening {
            return None;
        }
        let votes: Vec<Arc<Edit>> = votes_of(&acts).into_iter().map(Arc::new).collect();
        let tag = ids::random_u64().unwrap_or_else(|_| clock::ticks().to_bits());
        let batch = format!("{VOTES}{}-{tag:016x}", clock::now());
        let kept = self.keep_batch(&batch, &[votes]).await
            && !matches!(self.settled().await, Saving::NotSaved(_))
            && self.opening() == opening;
        kept.then_some(batch)
    }

    /// Goes back to a state; returns whether it is there again. The state before this stands in the ring then.
    pub(crate) async fn restore(self, entry: RingEntry) -> bool {
        self.leave_text();
        let opening = self.opening();
        // What is on its way would not be in the state that can be had again.
        if matches!(self.settled().await, Saving::NotSaved(_)) || self.opening() != opening {
            return false;
        }
        let (store, id, from) = self.place();
        let Some(store) = store else {
            return false;
        };
        let moment = self.moment("restore");
        let Some(votes) = self.keep_votes(&store, &id).await else {
            return false;
        };
        let made = store
            .change_generation(&id, from, |mut meta, now| {
                meta.remember(&moment, now);
                meta.restore(&entry, now);
                meta.dropped.retain(|batch| *batch != votes);
                meta
            })
            .await;
        if self.opening() != opening {
            return false;
        }
        if let (Ok(meta), false) = (&made, self.wishes_for(&id)) {
            self.superseded(meta.generation);
            return false;
        }
        let loaded = match made {
            Ok(meta) => {
                self.with_inner(|inner| {
                    if let Some(tabs) = &inner.queue.tabs {
                        tell(tabs, &Told::Generation(meta.generation));
                    }
                });
                let wish = self.wish(&id);
                self.load(&id, wish).await
            }
            Err(StoreError::StaleGeneration(generation)) => {
                self.superseded(generation);
                return false;
            }
            Err(error) => Err(error),
        };
        if let Err(error) = &loaded {
            self.show_saving(Some(Trouble::from(error)));
        }
        loaded.is_ok_and(|open| open)
    }

    /// Takes an import out again: the set before it, with the edits made here since, becomes a new generation.
    pub(crate) async fn drop_batch(self, batch: &str, edits: &Brought) -> bool {
        self.leave_text();
        let opening = self.opening();
        // What is on its way is of the state that can be had again.
        self.settled().await;
        if self.opening() != opening {
            return false;
        }
        let (store, id, from) = self.place();
        let moment = self.moment("take-out");
        let made = match &store {
            Some(store) => {
                store
                    .change_generation(&id, from, |mut meta, extent| {
                        meta.remember(&moment, extent);
                        meta.dropped.push(batch.to_owned());
                        meta
                    })
                    .await
            }
            None => Err(StoreError::Blocked),
        };
        if self.opening() != opening {
            return false;
        }
        match made {
            Ok(meta) => {
                self.with_inner(|inner| {
                    inner.meta = meta.clone();
                    if let Some(tabs) = &inner.queue.tabs {
                        tell(tabs, &Told::Generation(meta.generation));
                    }
                });
            }
            Err(StoreError::Blocked) => {}
            Err(StoreError::StaleGeneration(generation)) => {
                self.superseded(generation);
                return false;
            }
            Err(error) => {
                self.show_saving(Some(Trouble::from(&error)));
                return false;
            }
        }
        let edits = edits.all();
        loop {
            let (id, now) = self.peek(|book| (book.id.clone(), book.workbook.clone()));
            let rest = now.edits().filter(|edit| !holds(&edits, edit));
            let rest = join_in_slices(Workbook::new(), rest.cloned().collect()).await;
            let book = Book::of_in_slices(&id, rest).await;
            if self.opening() != opening {
                return false;
            }
            // What came meanwhile is not lost.
            if self.peek(|book| book.workbook.len()) == now.len() {
                self.book.set(book);
                return true;
            }
        }
    }
}
