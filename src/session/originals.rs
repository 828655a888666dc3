//! Files as they came: kept beside the workbook when they are taken in, and handed out again unchanged.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{Receipt, Saving, Session};
use crate::browser::files::{self, FileError, PickedFile};
use crate::browser::store::{Original, StoreError};

impl Session {
    /// Keeps the files of an import, given with their places. What cannot be kept stands on the receipt: the work in it is
    /// here all the same.
    pub(crate) async fn keep_originals(self, receipt: &Receipt, picked: Vec<(usize, PickedFile)>) {
        let (originals, id) =
            self.with_inner(|inner| (inner.originals.clone(), inner.meta.id.clone()));
        // The work goes first: the files are on their medium still.
        let full = matches!(self.settled().await, Saving::NotSaved(_));
        let mut unkept = if full { picked.len() } else { 0 };
        for (place, file) in picked.into_iter().filter(|_| !full) {
            let original = Original {
                batch: receipt.batch.clone(),
                place,
                name: file.name.clone(),
                at: receipt.at,
                size: file.size,
            };
            let kept = match file.buffer().await {
                Some(bytes) => originals.keep(&id, &original, &bytes).await,
                None => Err(StoreError::Gone),
            };
            unkept = unkept.saturating_add(usize::from(kept.is_err()));
            if kept.is_ok() && self.is_gone(&id).await {
                // Erased meanwhile, here or by another tab: nothing of it stays. What cannot be erased now goes with all else.
                let _ = originals.erase(&id).await;
                return;
            }
        }
        self.originals_kept.update(|kept| {
            kept.insert(receipt.batch.clone(), unkept);
        });
    }

    async fn is_gone(self, id: &str) -> bool {
        match self.store().await {
            Ok(store) => matches!(store.update_meta(id, |_| ()).await, Err(StoreError::Gone)),
            Err(_) => false,
        }
    }

    /// How many files of an import could not be kept as they came; none where that is not known yet. Follows it.
    pub(crate) fn unkept(self, batch: &str) -> Option<usize> {
        self.originals_kept.with(|kept| kept.get(batch).copied())
    }

    /// How many imports had their files kept since the page was opened; follows them.
    pub(crate) fn imports_kept(self) -> usize {
        self.originals_kept.with(BTreeMap::len)
    }

    /// The files of the open workbook as they came, the latest import first.
    pub(crate) async fn originals(self) -> Vec<Original> {
        let (originals, id) =
            self.with_inner(|inner| (inner.originals.clone(), inner.meta.id.clone()));
        originals.of(&id).await.unwrap_or_default()
    }

    /// Hands a file out as it came, under the name it had.
    pub(crate) async fn save_original(self, original: &Original) -> Result<String, FileError> {
        let (originals, id) =
            self.with_inner(|inner| (inner.originals.clone(), inner.meta.id.clone()));
        let bytes = originals.bytes(&id, original).await.ok().flatten();
        let bytes = bytes.ok_or_else(|| FileError::Unreadable(String::new()))?;
        let name = files::name_as_it_came(&original.name);
        files::download(&name, "application/octet-stream", &bytes)?;
        Ok(name)
    }
}
