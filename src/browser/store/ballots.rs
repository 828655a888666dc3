//! The ballot box: papers of rounds that are open, apart from everything else that is kept.
//!
//! A database of its own, `rapporteur-ballots`, with one object store, `boxes`: key = [workbook, round], value = JSON text of a
//! map from a random token to a paper. A cast writes the whole box anew, in the order of the tokens: which paper came
//! first, and when, stands nowhere. Nothing of it goes to the journal, to other tabs, or into files.

use std::collections::BTreeMap;
use std::rc::Rc;

use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use rapporteur_core::value::Value;
use wasm_bindgen::JsValue;

use super::connection::{Connection, begin, delete, finish, put};
use super::error::StoreError;
use super::records::range_of;
use super::writable;

/// The name of the database in every browser.
pub(super) const NAME: &str = "rapporteur-ballots";
const BOXES: &str = "boxes";

/// The ballot boxes of this browser profile. Clones share one connection.
#[derive(Clone)]
pub(crate) struct BallotBox {
    connection: Rc<Connection>,
}

impl BallotBox {
    /// The boxes; the database is opened when it is first needed.
    pub(crate) fn new() -> Self {
        Self {
            connection: Connection::new(NAME, &[BOXES], |_| {}),
        }
    }

    /// The papers in a box, in an order that says nothing.
    ///
    /// # Errors
    /// What kept it from reading.
    pub(crate) async fn papers(&self, book: &str, round: &str) -> Result<Vec<Value>, StoreError> {
        let read = async |database: Database| {
            let transaction = database.transaction(BOXES).build()?;
            let store = transaction.object_store(BOXES)?;
            let found = store.get::<JsValue, _, _>(key(book, round)).primitive()?;
            Ok(papers_in(found.await?))
        };
        let held: BTreeMap<String, Value> = self.connection.run(read).await?;
        Ok(held.into_values().collect())
    }

    /// Puts a paper into a box under a random token, and returns how many are in it once it is on the disk. The same token
    /// once more changes nothing.
    ///
    /// # Errors
    /// What kept it from writing; the box is as it was then.
    pub(crate) async fn cast(
        &self,
        book: &str,
        round: &str,
        token: &str,
        paper: &Value,
    ) -> Result<usize, StoreError> {
        writable()?;
        let write = async |database: Database| {
            let transaction = begin(&database, &[BOXES])?;
            let store = transaction.object_store(BOXES)?;
            let found: Option<JsValue> = store.get(key(book, round)).primitive()?.await?;
            let mut held = papers_in(found);
            held.insert(token.to_owned(), paper.clone());
            let text = serde_json::to_string(&held)
                .map_err(|error| StoreError::Other(error.to_string()))?;
            put(&store, key(book, round), text.into())?;
            finish(&database, transaction).await?;
            Ok(held.len())
        };
        self.connection.run(write).await
    }

    /// Empties a box, for ever.
    ///
    /// # Errors
    /// What kept it from emptying.
    pub(crate) async fn empty(&self, book: &str, round: &str) -> Result<(), StoreError> {
        writable()?;
        let write = async |database: Database| {
            let transaction = begin(&database, &[BOXES])?;
            let store = transaction.object_store(BOXES)?;
            delete(&store, KeyRange::Only(key(book, round)))?;
            finish(&database, transaction).await
        };
        self.connection.run(write).await
    }

    /// Empties all boxes of a workbook, for ever.
    ///
    /// # Errors
    /// What kept it from emptying.
    pub(crate) async fn empty_all(&self, book: &str) -> Result<(), StoreError> {
        writable()?;
        let write = async |database: Database| {
            let transaction = begin(&database, &[BOXES])?;
            let store = transaction.object_store(BOXES)?;
            delete(&store, range_of(book))?;
            finish(&database, transaction).await
        };
        self.connection.run(write).await
    }
}

fn key(book: &str, round: &str) -> JsValue {
    js_sys::Array::of2(&book.into(), &round.into()).into()
}

/// The papers of a box by token; none where there is no box, or what is there is none.
fn papers_in(found: Option<JsValue>) -> BTreeMap<String, Value> {
    let text = found.and_then(|held| held.as_string());
    text.and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}
