//! The store: every confirmed edit of every workbook, in IndexedDB, written so that it survives a power cut.
//!
//! The database `rapporteur` has three object stores:
//! - `workbooks`: key = the local container's id, value = JSON text of [`WorkbookMeta`];
//! - `acts`: key = [workbook, batch, act], value = `{key, batch, text}`, text being JSON text of edits;
//! - `pending`: key = [workbook, session], value = the text in that session's focused field.
//!
//! Acts are only ever added: undoing an import and going back to an earlier state make a new *generation* of the workbook,
//! whose meta says which acts are no longer in it. Every write names the generation it belongs to and is refused in any
//! other. What edits mean is not known here. Nothing is deleted but by [`Store::delete_workbook`], [`delete_all`] and
//! [`Store::remove_pending`].

mod ballots;
mod connection;
mod error;
mod originals;
mod records;
#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;

use std::rc::Rc;

use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::Transaction;
use rapporteur_core::keep::Extent;
use wasm_bindgen::JsValue;

use super::crash;
use connection::{ACTS, Connection, PENDING, WORKBOOKS, begin, delete, finish, put};
use records::{key_of_act, key_of_pending, meta_of, range_of, record_of, stored_act, text_of};

pub(crate) use ballots::BallotBox;
pub(crate) use connection::Change;
pub(crate) use error::StoreError;
pub(crate) use originals::{Original, Originals};
pub(crate) use records::{LastFile, Loaded, Moment, RingEntry, StoredAct, WorkbookMeta};

/// Acts handed over before the database is waited for.
const AT_ONCE: usize = 32;

/// The name of the database in every browser.
const NAME: &str = "rapporteur";

/// The store of this browser profile. Clones share one connection; the last one dropped closes it.
#[derive(Clone)]
pub(crate) struct Store {
    connection: Rc<Connection>,
}

/// What a write does with the meta it finds.
enum Found {
    Write(WorkbookMeta),
    Leave(WorkbookMeta),
}

impl Store {
    /// Opens the store, making it where there is none. `changed` is called when another tab does something to the
    /// whole database.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where this page gets none, [`StoreError::Newer`] where a newer version of the app has
    /// made it over, [`StoreError::Lost`] where the browser does not answer in ten seconds.
    pub(crate) async fn open(changed: impl Fn(Change) + 'static) -> Result<Self, StoreError> {
        Self::open_named(NAME, changed).await
    }

    async fn open_named(
        name: &str,
        changed: impl Fn(Change) + 'static,
    ) -> Result<Self, StoreError> {
        let connection = Connection::new(name, &[WORKBOOKS, ACTS, PENDING], changed);
        connection.database().await?;
        Ok(Self { connection })
    }

    /// The workbooks, by id. One whose meta cannot be read is left out, and named in the second list: its acts are
    /// still there for [`Self::acts`].
    ///
    /// # Errors
    /// What kept it from reading.
    pub(crate) async fn workbooks(&self) -> Result<(Vec<WorkbookMeta>, Vec<String>), StoreError> {
        let read = async |database: Database| {
            let transaction = database.transaction(WORKBOOKS).build()?;
            let store = transaction.object_store(WORKBOOKS)?;
            let keys = store.get_all_keys::<JsValue>().primitive()?;
            let texts = store.get_all::<JsValue>().primitive()?;
            let (keys, texts) = (keys.await?, texts.await?);
            let mut known = vec![];
            let mut unreadable = vec![];
            for (key, text) in keys.zip(texts) {
                match meta_of(&text?) {
                    Some(meta) => known.push(meta),
                    None => unreadable.push(key?.as_string().unwrap_or_default()),
                }
            }
            Ok((known, unreadable))
        };
        self.connection.run(read).await
    }

    /// Makes a workbook. Making the very same once more does nothing.
    ///
    /// # Errors
    /// [`StoreError::StaleGeneration`] where another workbook has this id.
    pub(crate) async fn create(&self, meta: &WorkbookMeta) -> Result<(), StoreError> {
        writable()?;
        let write = async |database: Database| {
            let transaction = begin(&database, &[WORKBOOKS])?;
            let store = transaction.object_store(WORKBOOKS)?;
            let found: Option<JsValue> = store.get(meta.id.as_str()).primitive()?.await?;
            match found.as_ref().map(meta_of) {
                None => put_meta(&transaction, meta)?,
                Some(Some(found)) if found == *meta => {}
                Some(found) => {
                    let generation = found.map_or(0, |found| found.generation);
                    return Err(StoreError::StaleGeneration(generation));
                }
            }
            finish(&database, transaction).await
        };
        self.connection.run(write).await
    }

    /// All that is kept of a workbook, in one consistent reading: its acts by batch and key, those of dropped batches
    /// among them.
    ///
    /// # Errors
    /// [`StoreError::Gone`] where there is no such workbook.
    pub(crate) async fn load(&self, id: &str) -> Result<Loaded, StoreError> {
        let read = async |database: Database| {
            let transaction = database
                .transaction([WORKBOOKS, ACTS, PENDING].as_slice())
                .build()?;
            let meta = transaction
                .object_store(WORKBOOKS)?
                .get::<JsValue, _, _>(id)
                .primitive()?;
            let acts = transaction
                .object_store(ACTS)?
                .get_all::<JsValue>()
                .with_query::<JsValue, _>(range_of(id))
                .primitive()?;
            let store = transaction.object_store(PENDING)?;
            let sessions = store
                .get_all_keys::<JsValue>()
                .with_query::<JsValue, _>(range_of(id))
                .primitive()?;
            let texts = store
                .get_all::<JsValue>()
                .with_query::<JsValue, _>(range_of(id))
                .primitive()?;
            let meta = meta.await?.ok_or(StoreError::Gone)?;
            let meta = meta_of(&meta).ok_or(StoreError::Unreadable)?;
            let (acts, unreadable) = stored_acts(acts.await?)?;
            let mut pending = vec![];
            for (key, text) in sessions.await?.zip(texts.await?) {
                if let (Some(session), Some(text)) = (text_of(&key?, 1), text?.as_string()) {
                    pending.push((session, text));
                }
            }
            Ok(Loaded {
                meta,
                acts,
                pending,
                unreadable,
            })
        };
        self.connection.run(read).await
    }

    /// The acts of a workbook whatever its meta says, and how many could not be read: for rescue.
    ///
    /// # Errors
    /// What kept it from reading.
    pub(crate) async fn acts(&self, id: &str) -> Result<(Vec<StoredAct>, usize), StoreError> {
        let read = async |database: Database| {
            let transaction = database.transaction(ACTS).build()?;
            let store = transaction.object_store(ACTS)?;
            let acts = store
                .get_all::<JsValue>()
                .with_query::<JsValue, _>(range_of(id))
                .primitive()?;
            stored_acts(acts.await?)
        };
        self.connection.run(read).await
    }

    /// Adds acts to a workbook, all or none, and returns once they are on the disk. The same acts once more change
    /// nothing. Reading costs by the record (Chromium: 20 to 60 µs each), so an import is best cut into a few hundred
    /// edits each.
    ///
    /// # Errors
    /// [`StoreError::StaleGeneration`] where the workbook has another generation now, [`StoreError::Gone`] where it is
    /// no longer here, [`StoreError::Full`] where the disk is; nothing is written then.
    pub(crate) async fn append(
        &self,
        id: &str,
        generation: u64,
        acts: &[StoredAct],
    ) -> Result<(), StoreError> {
        writable()?;
        let write = async |database: Database| {
            let transaction = begin(&database, &[WORKBOOKS, ACTS])?;
            let meta = get_meta(&transaction, id).await?;
            if meta.generation != generation {
                return Err(StoreError::StaleGeneration(meta.generation));
            }
            let store = transaction.object_store(ACTS)?;
            for part in acts.chunks(AT_ONCE) {
                if let [most @ .., last] = part {
                    for act in most {
                        put(&store, key_of_act(id, act), record_of(act))?;
                    }
                    // Waited for: a large import lets the page have its turn, and the transaction stays alive.
                    let request = store.put(record_of(last)).with_key(key_of_act(id, last));
                    // Why it failed, [`finish`] tells.
                    if request.without_key_type().primitive()?.await.is_err() {
                        break;
                    }
                }
            }
            finish(&database, transaction).await
        };
        self.connection.run(write).await
    }

    /// Puts the present state of a workbook into its ring; returns the new meta.
    ///
    /// # Errors
    /// [`StoreError::StaleGeneration`] where it has another generation now; nothing is written then.
    pub(crate) async fn remember(
        &self,
        id: &str,
        generation: u64,
        moment: &Moment,
    ) -> Result<WorkbookMeta, StoreError> {
        self.rewrite(id, true, |mut found, extent| {
            if found.generation != generation {
                return Err(StoreError::StaleGeneration(found.generation));
            }
            found.remember(moment, extent);
            Ok(Found::Write(found))
        })
        .await
    }

    /// Makes the next generation of a workbook, if it still has the generation `from`; returns the new meta. `make`
    /// gets the present one and how far the store reaches, may be called twice, and has no say over id and generation.
    ///
    /// # Errors
    /// [`StoreError::StaleGeneration`] where somebody was faster; nothing is written then.
    pub(crate) async fn change_generation(
        &self,
        id: &str,
        from: u64,
        make: impl Fn(WorkbookMeta, &Extent) -> WorkbookMeta,
    ) -> Result<WorkbookMeta, StoreError> {
        let next = from.saturating_add(1);
        // After a lost connection the first attempt may have succeeded without our hearing of it.
        let tried = std::cell::RefCell::new(None);
        self.rewrite(id, true, |found, extent| {
            if tried.borrow().as_ref() == Some(&found) {
                return Ok(Found::Leave(found));
            }
            if found.generation != from {
                return Err(StoreError::StaleGeneration(found.generation));
            }
            let made = WorkbookMeta {
                id: id.to_owned(),
                generation: next,
                ..make(found, extent)
            };
            tried.replace(Some(made.clone()));
            Ok(Found::Write(made))
        })
        .await
    }

    /// Changes label, events, time of opening or last file of a workbook, whatever its generation; returns the new meta.
    /// `change` may be called twice, and has no say over the rest.
    ///
    /// # Errors
    /// [`StoreError::Gone`] where there is no such workbook.
    pub(crate) async fn update_meta(
        &self,
        id: &str,
        change: impl Fn(&mut WorkbookMeta),
    ) -> Result<WorkbookMeta, StoreError> {
        self.rewrite(id, false, |found, _| {
            let mut changed = found.clone();
            change(&mut changed);
            let changed = WorkbookMeta {
                label: changed.label,
                label_ur: changed.label_ur,
                events: changed.events,
                opened: changed.opened,
                last_file: changed.last_file,
                other: changed.other,
                ..found.clone()
            };
            Ok(if changed == found {
                Found::Leave(found)
            } else {
                Found::Write(changed)
            })
        })
        .await
    }

    async fn rewrite(
        &self,
        id: &str,
        with_extent: bool,
        decide: impl Fn(WorkbookMeta, &Extent) -> Result<Found, StoreError>,
    ) -> Result<WorkbookMeta, StoreError> {
        writable()?;
        let write = async |database: Database| {
            let names: &[&str] = if with_extent {
                &[WORKBOOKS, ACTS]
            } else {
                &[WORKBOOKS]
            };
            let transaction = begin(&database, names)?;
            let found = get_meta(&transaction, id).await?;
            let extent = if with_extent {
                extent_of(&transaction, id).await?
            } else {
                Extent::default()
            };
            match decide(found, &extent)? {
                Found::Leave(meta) => Ok(meta),
                Found::Write(meta) => {
                    put_meta(&transaction, &meta)?;
                    finish(&database, transaction).await?;
                    Ok(meta)
                }
            }
        };
        self.connection.run(write).await
    }

    /// Keeps the text in a session's focused field, in place of the one before. Strict too, so a few milliseconds:
    /// have one write in flight and let the latest win.
    ///
    /// # Errors
    /// What kept it from writing; the text before is still there.
    pub(crate) async fn put_pending(
        &self,
        id: &str,
        session: &str,
        text: &str,
    ) -> Result<(), StoreError> {
        writable()?;
        let write = async |database: Database| {
            let transaction = begin(&database, &[PENDING])?;
            let store = transaction.object_store(PENDING)?;
            put(&store, key_of_pending(id, session), text.into())?;
            finish(&database, transaction).await
        };
        self.connection.run(write).await
    }

    /// Removes the text in a session's focused field: it has become an edit, or nothing.
    ///
    /// # Errors
    /// What kept it from removing.
    pub(crate) async fn remove_pending(&self, id: &str, session: &str) -> Result<(), StoreError> {
        writable()?;
        let write = async |database: Database| {
            let transaction = begin(&database, &[PENDING])?;
            let store = transaction.object_store(PENDING)?;
            delete(&store, KeyRange::Only(key_of_pending(id, session)))?;
            finish(&database, transaction).await
        };
        self.connection.run(write).await
    }

    /// Deletes a workbook and all its acts from this device, for ever.
    ///
    /// # Errors
    /// What kept it from deleting; all of it is still there then.
    pub(crate) async fn delete_workbook(&self, id: &str) -> Result<(), StoreError> {
        writable()?;
        let write = async |database: Database| {
            let transaction = begin(&database, &[WORKBOOKS, ACTS, PENDING])?;
            let workbooks = transaction.object_store(WORKBOOKS)?;
            delete(&workbooks, KeyRange::Only(id.into()))?;
            for name in [ACTS, PENDING] {
                delete(&transaction.object_store(name)?, range_of(id))?;
            }
            finish(&database, transaction).await
        };
        self.connection.run(write).await
    }
}

/// Deletes all databases of this browser profile.
///
/// # Errors
/// What kept it from deleting.
pub(crate) async fn delete_all() -> Result<(), StoreError> {
    writable()?;
    for name in [NAME, ballots::NAME, originals::NAME] {
        let deleting = Database::delete_by_name(name).map_err(error::opening)?;
        deleting.await.map_err(StoreError::from)?;
    }
    Ok(())
}

/// Nothing is written by a program that failed.
fn writable() -> Result<(), StoreError> {
    if crash::crashed() {
        return Err(StoreError::Crashed);
    }
    Ok(())
}

async fn get_meta(transaction: &Transaction<'_>, id: &str) -> Result<WorkbookMeta, StoreError> {
    let store = transaction.object_store(WORKBOOKS)?;
    let found: Option<JsValue> = store.get(id).primitive()?.await?;
    meta_of(&found.ok_or(StoreError::Gone)?).ok_or(StoreError::Unreadable)
}

/// How far the store reaches in a workbook, without reading what it holds.
async fn extent_of(transaction: &Transaction<'_>, id: &str) -> Result<Extent, StoreError> {
    let store = transaction.object_store(ACTS)?;
    let keys = store
        .get_all_keys::<JsValue>()
        .with_query::<JsValue, _>(range_of(id))
        .primitive()?;
    let mut names = Vec::new();
    for key in keys.await? {
        let key = key?;
        names.extend(text_of(&key, 1).zip(text_of(&key, 2)));
    }
    Ok(Extent::of(
        names
            .iter()
            .map(|(batch, key)| (batch.as_str(), key.as_str())),
    ))
}

fn put_meta(transaction: &Transaction<'_>, meta: &WorkbookMeta) -> Result<(), StoreError> {
    let text = serde_json::to_string(meta).map_err(|error| StoreError::Other(error.to_string()))?;
    let store = transaction.object_store(WORKBOOKS)?;
    put(&store, meta.id.as_str().into(), text.into())
}

fn stored_acts(
    values: impl ExactSizeIterator<Item = indexed_db_futures::Result<JsValue>>,
) -> Result<(Vec<StoredAct>, usize), StoreError> {
    let read = stored_act();
    let mut acts = Vec::with_capacity(values.len());
    let mut unreadable = 0;
    for value in values {
        match read(&value?) {
            Some(act) => acts.push(act),
            None => unreadable += 1,
        }
    }
    Ok((acts, unreadable))
}
