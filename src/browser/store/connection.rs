//! The connection to the database: opened once, had again when lost, given up when a newer app wants the database.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::OpenDbError;
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbVersionChangeEvent};

use super::super::clock;
use super::error::{StoreError, named, opening};

pub(super) const WORKBOOKS: &str = "workbooks";
pub(super) const ACTS: &str = "acts";
pub(super) const PENDING: &str = "pending";

/// A later version only ever adds object stores and indices, so that this one can be rolled back to by hand.
const VERSION: u32 = 1;
/// Some browsers never answer the first request of a profile's life, in milliseconds.
const PATIENCE: u32 = 10_000;

/// What somebody else did to the whole database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// A newer version of the app wants it: the connection is closed, and every call fails with
    /// [`StoreError::Newer`] until the page is loaded again.
    Newer,
    /// It is being deleted: the connection is closed, and the next call makes an empty one.
    Deleted,
    /// The browser closed the connection (cleared data, a failing disk); the next call tries to have it again.
    Lost,
}

pub(super) struct Connection {
    name: String,
    /// The object stores of this database.
    stores: &'static [&'static str],
    open: RefCell<Option<Open>>,
    given_up: Cell<bool>,
    changed: Box<dyn Fn(Change)>,
    this: Weak<Self>,
}

struct Open {
    database: Database,
    _on_close: Closure<dyn Fn()>,
    _on_version: Closure<dyn Fn(IdbVersionChangeEvent)>,
}

impl Drop for Open {
    fn drop(&mut self) {
        let database: &IdbDatabase = self.database.as_sys();
        database.set_onclose(None);
        database.set_onversionchange(None);
        // Transactions that are under way end as they would have.
        database.close();
    }
}

impl Connection {
    pub(super) fn new(
        name: &str,
        stores: &'static [&'static str],
        changed: impl Fn(Change) + 'static,
    ) -> Rc<Self> {
        Rc::new_cyclic(|this| Self {
            name: name.to_owned(),
            stores,
            open: RefCell::default(),
            given_up: Cell::default(),
            changed: Box::new(changed),
            this: this.clone(),
        })
    }

    /// Does the work, and once more on a new connection where the first is found lost. So the work must be such that
    /// doing it twice is doing it once.
    pub(super) async fn run<T>(
        &self,
        work: impl AsyncFn(Database) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        match work(self.database().await?).await {
            Err(StoreError::Lost) => {
                self.open.take();
                work(self.database().await?).await
            }
            outcome => outcome,
        }
    }

    /// The database, opened anew where there is no connection.
    pub(super) async fn database(&self) -> Result<Database, StoreError> {
        if self.given_up.get() {
            return Err(StoreError::Newer);
        }
        if let Some(open) = self.open.borrow().as_ref() {
            return Ok(open.database.clone());
        }
        let database = clock::within(PATIENCE, open(&self.name, self.stores))
            .await
            .ok_or(StoreError::Lost)??;
        if let Some(open) = self.open.borrow().as_ref() {
            // Another call was faster.
            database.close();
            return Ok(open.database.clone());
        }
        self.open.replace(Some(self.watched(database.clone())));
        Ok(database)
    }

    fn watched(&self, database: Database) -> Open {
        let this = Weak::clone(&self.this);
        let on_close = Closure::<dyn Fn()>::new(move || Self::end(&this, Change::Lost));
        let this = Weak::clone(&self.this);
        let on_version =
            Closure::<dyn Fn(IdbVersionChangeEvent)>::new(move |event: IdbVersionChangeEvent| {
                let change = match event.new_version() {
                    Some(_) => Change::Newer,
                    None => Change::Deleted,
                };
                Self::end(&this, change);
            });
        let sys: &IdbDatabase = database.as_sys();
        sys.set_onclose(Some(on_close.as_ref().unchecked_ref()));
        sys.set_onversionchange(Some(on_version.as_ref().unchecked_ref()));
        Open {
            database,
            _on_close: on_close,
            _on_version: on_version,
        }
    }

    fn end(this: &Weak<Self>, change: Change) {
        if let Some(this) = this.upgrade() {
            this.given_up
                .set(this.given_up.get() || change == Change::Newer);
            this.open.take();
            (this.changed)(change);
        }
    }

    #[cfg(test)]
    pub(super) fn raw(&self) -> IdbDatabase {
        let open = self.open.borrow();
        let database: &IdbDatabase = open.as_ref().unwrap().database.as_sys();
        database.clone()
    }
}

async fn open(name: &str, stores: &'static [&'static str]) -> Result<Database, StoreError> {
    let request = Database::open(name)
        .with_version(VERSION)
        .with_on_upgrade_needed(move |_, database| {
            for store in stores {
                if !database.object_store_names().any(|held| held == *store) {
                    database.create_object_store(*store).build()?;
                }
            }
            Ok(())
        });
    let opened: Result<Database, OpenDbError> = request.await;
    opened.map_err(opening)
}

/// A transaction that writes, and is complete only when the disk has it. Dropped before
/// [`finish`] it changes nothing.
pub(super) fn begin<'a>(
    database: &'a Database,
    stores: &[&str],
) -> Result<Transaction<'a>, StoreError> {
    let mut options = TransactionOptions::new();
    options.set_durability(TransactionDurability::Strict);
    Ok(database
        .transaction(stores)
        .with_mode(TransactionMode::Readwrite)
        .with_options(options)
        .build()?)
}

/// Commits, and returns once the transaction is complete.
///
/// The reason of an abort stands on the transaction; a full disk is found there, or leaves no reason at all.
pub(super) async fn finish(
    database: &Database,
    transaction: Transaction<'_>,
) -> Result<(), StoreError> {
    let sys = transaction.as_sys().clone();
    let Err(error) = transaction.commit().await else {
        return Ok(());
    };
    if let Some(reason) = sys.error() {
        return Err(named(&reason));
    }
    let error = StoreError::from(error);
    // A connection that was closed by force leaves no reason either.
    let closed = database.transaction(WORKBOOKS).build().err();
    match (error, closed.map(StoreError::from)) {
        (StoreError::Full, Some(StoreError::Lost)) => Err(StoreError::Lost),
        (error, _) => Err(error),
    }
}

/// Asks for a value to be written. Whether it was, [`finish`] tells.
pub(super) fn put(store: &ObjectStore<'_>, key: JsValue, value: JsValue) -> Result<(), StoreError> {
    let request = store.put(value).with_key(key).without_key_type();
    drop(request.primitive()?);
    Ok(())
}

/// Asks for values to be deleted. Whether they were, [`finish`] tells.
pub(super) fn delete(store: &ObjectStore<'_>, range: KeyRange<JsValue>) -> Result<(), StoreError> {
    drop(store.delete::<JsValue, _>(range).primitive()?);
    Ok(())
}
