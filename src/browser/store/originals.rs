//! Files as they came: every byte of what was taken in, whatever became of it since.
//!
//! A database of its own, `rapporteur-originals`: `names`, key = [workbook, import, place], value = JSON text of an
//! [`Original`], and `bytes`, same key, value = the bytes. Nothing is ever changed in it; a workbook that is erased takes its
//! files with it. It costs as much room as the files, so a full disk is told of rather than tried again.

use std::rc::Rc;

use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use js_sys::{ArrayBuffer, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::connection::{Connection, begin, delete, finish, put};
use super::error::StoreError;
use super::records::range_of;
use super::writable;

/// The name of the database in every browser.
pub(super) const NAME: &str = "rapporteur-originals";
const NAMES: &str = "names";
const BYTES: &str = "bytes";

/// What is known of a file as it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Original {
    /// The import it came with.
    pub(crate) batch: String,
    /// Its place among the files of that import.
    pub(crate) place: usize,
    /// Its name.
    pub(crate) name: String,
    /// When it was taken in, in seconds since 1970.
    pub(crate) at: i64,
    /// Its size in bytes.
    pub(crate) size: u64,
}

/// The files of this browser profile. Clones share one connection.
#[derive(Clone)]
pub(crate) struct Originals {
    connection: Rc<Connection>,
}

impl Originals {
    /// The files; the database is opened when it is first needed.
    pub(crate) fn new() -> Self {
        Self {
            connection: Connection::new(NAME, &[NAMES, BYTES], |_| {}),
        }
    }

    /// Keeps a file, and returns once it is on the disk.
    ///
    /// # Errors
    /// What kept it from writing; nothing of the file is kept then.
    pub(crate) async fn keep(
        &self,
        book: &str,
        original: &Original,
        bytes: &ArrayBuffer,
    ) -> Result<(), StoreError> {
        writable()?;
        let write = async |database: Database| {
            let text = serde_json::to_string(original)
                .map_err(|error| StoreError::Other(error.to_string()))?;
            let transaction = begin(&database, &[NAMES, BYTES])?;
            let names = transaction.object_store(NAMES)?;
            put(&names, key(book, original), text.into())?;
            let store = transaction.object_store(BYTES)?;
            put(&store, key(book, original), bytes.into())?;
            finish(&database, transaction).await
        };
        self.connection.run(write).await
    }

    /// The files of a workbook, the latest import first.
    ///
    /// # Errors
    /// What kept it from reading.
    pub(crate) async fn of(&self, book: &str) -> Result<Vec<Original>, StoreError> {
        let read = async |database: Database| {
            let transaction = database.transaction(NAMES).build()?;
            let store = transaction.object_store(NAMES)?;
            let texts = store
                .get_all::<JsValue>()
                .with_query::<JsValue, _>(range_of(book))
                .primitive()?;
            let mut found: Vec<Original> = Vec::new();
            for text in texts.await? {
                let text = text?.as_string();
                found.extend(text.and_then(|text| serde_json::from_str(&text).ok()));
            }
            Ok(found)
        };
        let mut found: Vec<Original> = self.connection.run(read).await?;
        rapporteur_core::sorted::sort_by_key(&mut found, |original| {
            (std::cmp::Reverse(original.at), original.place)
        });
        Ok(found)
    }

    /// The bytes of a file; `None` where it is not here any more.
    ///
    /// # Errors
    /// What kept it from reading.
    pub(crate) async fn bytes(
        &self,
        book: &str,
        original: &Original,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let read = async |database: Database| {
            let transaction = database.transaction(BYTES).build()?;
            let store = transaction.object_store(BYTES)?;
            let found = store
                .get::<JsValue, _, _>(key(book, original))
                .primitive()?;
            let buffer = found.await?.and_then(|held| held.dyn_into().ok());
            Ok(buffer.map(|buffer: ArrayBuffer| Uint8Array::new(&buffer).to_vec()))
        };
        self.connection.run(read).await
    }

    /// Erases the files of a workbook, for ever.
    ///
    /// # Errors
    /// What kept it from erasing.
    pub(crate) async fn erase(&self, book: &str) -> Result<(), StoreError> {
        writable()?;
        let write = async |database: Database| {
            let transaction = begin(&database, &[NAMES, BYTES])?;
            for name in [NAMES, BYTES] {
                delete(&transaction.object_store(name)?, range_of(book))?;
            }
            finish(&database, transaction).await
        };
        self.connection.run(write).await
    }
}

fn key(book: &str, original: &Original) -> JsValue {
    let place = format!("{:04}", original.place);
    js_sys::Array::of3(&book.into(), &original.batch.as_str().into(), &place.into()).into()
}
