//! Erasing from this laptop, and finding out first whether a file holds all of it.

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::edit::Edit;
use rapporteur_core::keep::{join_left, recover};
use rapporteur_core::workbook::Workbook;

use super::intake::read_picked;
use super::keeping::{Told, edits_of, tell};
use super::recovering::{is_left_out, joined_in_slices};
use super::{Book, Session, Shut, Trouble};
use crate::browser::files::PickedFile;
use crate::browser::journal::Journal;
use crate::browser::page;
use crate::browser::store::{Loaded, StoreError, WorkbookMeta, delete_all};
use crate::browser::tabs::Tabs;

/// What a file is to the workbook that is to be erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It holds every change.
    Whole,
    /// It lacks some.
    Lacks,
    /// It is no workbook file, or it is damaged.
    Unusable,
}

impl Session {
    /// Whether a file holds all that this laptop holds of a workbook.
    pub(crate) async fn verify(self, id: &str, mut file: PickedFile) -> Verdict {
        self.leave_text();
        self.settled().await;
        let Some(Ok(opened)) = read_picked(&mut file, |_, _| true).await else {
            return Verdict::Unusable;
        };
        let loaded = match self.store().await {
            Ok(store) => store.load(id).await,
            Err(error) => Err(error),
        };
        let Ok(loaded) = loaded else {
            return Verdict::Unusable;
        };
        let (here, unreadable) = joined_in_slices(&loaded).await;
        let mut there = Workbook::new();
        there.join_shared(opened.edits.into_iter().map(Arc::new));
        let in_memory =
            self.peek(|book| book.id != id || book.workbook.edits().all(|edit| there.holds(edit)));
        if in_memory
            // No file holds what could not be read here.
            && unreadable == 0
            && holds_left(&there, &loaded, &here)
            && here.edits().all(|edit| there.holds(edit))
        {
            Verdict::Whole
        } else {
            Verdict::Lacks
        }
    }

    /// Erases a workbook from this laptop: edits, texts, journal, ballot boxes and files as they came. Returns whether nothing
    /// of it is left.
    pub(crate) async fn erase(self, id: &str) -> bool {
        if self.peek(|book| book.id == id) {
            self.close();
        }
        // One that is being opened is not read to its end.
        if self.wishes_for(id) {
            self.wish("");
        }
        // Others that have it open would write it anew.
        if let Some(tabs) = Tabs::join(id, |_| ()) {
            tell(&tabs, &Told::Erased);
        }
        let (boxes, originals) =
            self.with_inner(|inner| (inner.boxes.clone(), inner.originals.clone()));
        let erased = match self.store().await {
            // The files first: as long as the workbook is known, erasing can be tried again.
            Ok(store) => match originals.erase(id).await {
                Ok(()) => match store.delete_workbook(id).await {
                    Ok(()) => boxes.empty_all(id).await.and(originals.erase(id).await),
                    Err(error) => Err(error),
                },
                Err(error) => Err(error),
            },
            Err(error) => Err(error),
        };
        Journal::forget(id);
        self.told(erased)
    }

    /// Erases everything this program keeps in this browser.
    pub(crate) async fn erase_all(self) -> bool {
        let ids: Vec<String> = self
            .workbooks()
            .await
            .into_iter()
            .map(|meta| meta.id)
            .collect();
        let mut done = true;
        for id in ids {
            done &= self.erase(&id).await;
        }
        self.close();
        self.with_inner(|inner| inner.store = None);
        let deleted = delete_all().await;
        page::forget_site();
        Journal::forget_all();
        self.told(deleted) && done
    }

    fn told(self, outcome: Result<(), StoreError>) -> bool {
        if let Err(error) = &outcome {
            self.show_saving(Some(Trouble::from(error)));
        }
        outcome.is_ok()
    }

    /// Another tab erased the open workbook. Where another one is being opened, it is opened all the same.
    pub(super) fn erased_elsewhere(self) {
        let status = self.status.get_untracked();
        let failed = if status.open {
            self.wish("");
            Some(Shut::Erased)
        } else {
            status.failed
        };
        self.close();
        self.status.update(|now| {
            now.opening = status.opening;
            now.failed = failed;
        });
    }

    /// Has no workbook open any more.
    pub(super) fn close(self) {
        self.start(WorkbookMeta::default(), Book::of("", Workbook::new()));
        self.status.set(super::Status::default());
    }
}

/// Whether a file holds what sessions left that is not in the store: acts on their way, and texts in focused fields, of
/// another tab or a dead one.
fn holds_left(there: &Workbook, loaded: &Loaded, here: &Workbook) -> bool {
    let left = join_left(Journal::sessions_of(&loaded.meta.id), &loaded.pending);
    left.iter().all(|left| {
        let is_known = |edit: &Edit| !here.contents(edit.id).is_empty();
        let found = recover(left, is_known, |key: &str| is_left_out(loaded, key));
        let mut acts = left.acts.iter();
        left.unreadable.is_empty()
            && acts.all(|act| edits_of(&act.text).is_some())
            && found.acts().flatten().all(|edit| there.holds(edit))
    })
}
