//! Opening: store and journal are joined, dead sessions' leavings are recovered, other tabs are listened to. Nothing is
//! written before the first load has finished.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::command::Pen;
use rapporteur_core::edit::Edit;
use rapporteur_core::event::{Form, coded, event_of_code};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::template::Template;
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;

use super::keeping::{TYPED, Told, edits_of};
use super::known::Named;
use super::recovering::{earlier_acts, joined_in_slices, lock_name};
use super::{Book, Inner, Saving, Session, Shut, Status, Trouble, keeping, new_session};
use crate::browser::store::{Change, Store, StoreError, WorkbookMeta};
use crate::browser::tabs::Tabs;
use crate::browser::{clock, ids, locks, page};

/// What somebody chose for a new workbook.
#[derive(Clone, Debug, Default)]
pub(crate) struct NewWorkbook {
    /// The event's code, typed at the start.
    pub(crate) code: String,
    /// The event's title, in the language of the interface; may be empty.
    pub(crate) title: String,
    /// The language of the title.
    pub(crate) lang: String,
    /// Invented sample data.
    pub(crate) sample: bool,
}

/// A workbook that somebody asked for. The last wish counts: an opening on its way that another has overtaken stops.
#[derive(Clone, Default)]
pub(super) struct Wish {
    /// Counts wishes.
    count: u64,
    /// The workbook's local id.
    id: String,
}

impl Session {
    /// The store, opened once.
    pub(super) async fn store(self) -> Result<Store, StoreError> {
        if let Some(store) = self.with_inner(|inner| inner.store.clone()) {
            return Ok(store);
        }
        let opened = Store::open(move |change| self.store_changed(change)).await;
        match opened {
            Ok(store) => {
                self.with_inner(|inner| inner.store = Some(store.clone()));
                Ok(store)
            }
            Err(error) => {
                self.show_saving(Some(Trouble::from(&error)));
                Err(error)
            }
        }
    }

    fn store_changed(self, change: Change) {
        match change {
            Change::Newer => self.show_saving(Some(Trouble::Newer)),
            Change::Deleted => self.write_all_anew(),
            // What is here in memory is written again by the next write's retry.
            Change::Lost => self.write_queue(),
        }
    }

    /// From now on this workbook is to be the open one; returns the number of the wish.
    pub(super) fn wish(self, id: &str) -> u64 {
        self.with_inner(|inner| {
            inner.wish = Wish {
                count: inner.wish.count.wrapping_add(1),
                id: id.to_owned(),
            };
            inner.wish.count
        })
    }

    fn is_wished(self, wish: u64) -> bool {
        self.with_inner(|inner| inner.wish.count == wish)
    }

    pub(super) fn wishes_for(self, id: &str) -> bool {
        self.with_inner(|inner| inner.wish.id == id)
    }

    /// The open workbook, where it is in memory only, and a file has not all of it: opening another would be its end.
    pub(crate) fn only_here(self) -> Option<String> {
        let unsaved = self
            .status
            .with(|status| matches!(status.saving, Saving::NotSaved(_)) && status.changes > 0);
        let waits = unsaved && self.with_inner(|inner| !inner.queue.is_saved());
        let id = self.book.with(|book| book.id.clone());
        (waits && !id.is_empty()).then_some(id)
    }

    /// Waits until what is open is kept; whether another may take its place.
    async fn may_leave(self) -> bool {
        if !self.peek(|book| book.id.is_empty()) {
            self.follow();
            self.settled().await;
        }
        untrack(|| self.only_here()).is_none()
    }

    /// Makes a workbook with an event and the groups of a template, and opens it; returns its local id. `None` where another
    /// was asked for meanwhile, or where the open one is [only here](Self::only_here).
    pub(crate) async fn create(self, new: NewWorkbook, template: &Template) -> Option<String> {
        let event = match new.code.trim() {
            "" => ItemId::new(Kind::EVENT, ids::random_u128().unwrap_or_default()),
            code => event_of_code(code),
        };
        let id = self.begin(&new.code).await?;
        let defaults = template.defaults(event).into_iter();
        let defaults: Vec<Arc<Edit>> = defaults.chain(coded(&new.code)).map(Arc::new).collect();
        if !self
            .keep_batch(TYPED, std::slice::from_ref(&defaults))
            .await
        {
            self.abandon_made(&id).await;
            return None;
        }
        self.book.update(|book| drop(book.join(defaults)));
        self.act("event", |act, book| {
            if !new.title.trim().is_empty() {
                act.set(
                    &book.workbook,
                    event,
                    &format!("title/{}", new.lang),
                    Value::text(new.title.trim()),
                );
            }
            if new.sample {
                act.set(&book.workbook, event, "sample", Value::Bool(true));
            }
        });
        self.forget_acts();
        self.wishes_for(&id).then_some(id)
    }

    /// Makes an empty workbook and opens it; returns its local id. `None` where another was asked for meanwhile, or where the
    /// open one is [only here](Self::only_here).
    pub(crate) async fn begin(self, label: &str) -> Option<String> {
        self.leave_text();
        let id = format!(
            "{:016x}",
            ids::random_u64().unwrap_or_else(|_| clock::ticks().to_bits())
        );
        let wish = self.wish(&id);
        if !self.may_leave().await {
            return None;
        }
        let now = clock::now();
        let meta = WorkbookMeta {
            id: id.clone(),
            label: label.to_owned(),
            created: now,
            opened: now,
            ..WorkbookMeta::default()
        };
        let made = match self.store().await {
            Ok(store) => store.create(&meta).await,
            Err(error) => Err(error),
        };
        if !self.is_wished(wish) {
            if made.is_ok() {
                self.abandon_made(&id).await;
            }
            return None;
        }
        self.start(meta, Book::of(&id, Workbook::new()));
        if let Err(error) = made {
            self.show_saving(Some(Trouble::from(&error)));
        }
        self.hold_lock().await;
        spawn_local(async move {
            let answer = page::persist().await;
            self.persisted.try_set(answer);
        });
        if !self.is_wished(wish) {
            self.abandon_made(&id).await;
            return None;
        }
        Some(id)
    }

    /// A workbook that was made and is not wanted any more leaves nothing behind.
    async fn abandon_made(self, id: &str) {
        if let Ok(store) = self.store().await
            && let Err(error) = store.delete_workbook(id).await
        {
            page::log(&format!("an empty workbook stays: {error:?}"));
        }
    }

    /// Opens a workbook unless it is open. The one before stays in memory until it is kept and the other has been read.
    pub(crate) fn open(self, id: &str) {
        let is_here = !id.is_empty() && self.peek(|book| book.id == id);
        let is_old = self.with_inner(|inner| inner.newer.is_some());
        if is_here && self.status.with_untracked(|status| status.open) {
            if !self.wishes_for(id) {
                self.wish(id);
                if is_old {
                    self.reopen();
                }
            }
            return;
        }
        self.leave_text();
        let wish = self.wish(id);
        let show = move |opening: bool, failed: Option<Shut>| {
            self.status.update(|status| {
                status.open = !opening && failed.is_none();
                status.opening = opening;
                status.failed = failed;
            });
        };
        if is_here && !is_old {
            // Another was on its way and has not come.
            show(false, None);
            return;
        }
        let id = id.to_owned();
        show(true, None);
        spawn_local(async move {
            let loaded = match is_here || self.may_leave().await {
                true => self.load(&id, wish).await,
                false => Ok(false),
            };
            let failed = match loaded {
                Ok(true) => return,
                Ok(false) => Shut::Unsaved,
                Err(error) => Shut::from(&error),
            };
            if self.is_wished(wish) {
                show(false, Some(failed));
            }
        });
    }

    /// Somebody chose another generation: the workbook is read again. Where another one is asked for, what is unsaved here goes
    /// to the newer generation as it is.
    pub(super) fn superseded(self, generation: u64) {
        let id = self.with_inner(|inner| {
            inner.newer = Some(generation);
            inner.meta.id.clone()
        });
        if self.wishes_for(&id) {
            self.reopen();
        } else {
            self.follow();
        }
    }

    /// Has the newer generation take what waits, where there is one.
    fn follow(self) {
        let newer = self.with_inner(|inner| {
            let newer = inner.newer?;
            inner.meta.generation = newer;
            Some(newer)
        });
        if newer.is_some() {
            self.write_queue();
        }
    }

    /// Reads the workbook again. Takes along what is unsaved here, and nothing else.
    fn reopen(self) {
        let id = self.peek(|book| book.id.clone());
        let wish = self.wish(&id);
        spawn_local(async move {
            if let Err(error) = self.load(&id, wish).await
                && self.is_wished(wish)
            {
                self.show_saving(Some(Trouble::from(&error)));
            }
        });
    }

    /// Reads a workbook and opens it, unless another is asked for meanwhile, or the one before is [only
    /// here](Self::only_here); returns whether it is open.
    pub(super) async fn load(self, id: &str, wish: u64) -> Result<bool, StoreError> {
        // What other tabs say before this one listens for itself.
        let early = Rc::new(RefCell::new(Vec::new()));
        let ear = Rc::clone(&early);
        let ear = Tabs::join(id, move |text| ear.borrow_mut().push(text));
        let store = self.store().await?;
        let loaded = store.load(id).await?;
        let (workbook, unreadable) = joined_in_slices(&loaded).await;
        if !self.is_wished(wish) {
            return Ok(false);
        }
        let recovered = self.recover(&loaded, &workbook).await;
        let held = self.held_file(&loaded, &workbook);
        let earlier = earlier_acts(&loaded, &workbook);
        let now = clock::now();
        let book = Book::of_in_slices(id, workbook).await;
        // What was taken in meanwhile is kept first.
        let is_same = self.peek(|book| book.id == id);
        let may = is_same || self.may_leave().await;
        if !(may && self.is_wished(wish)) {
            return Ok(false);
        }
        // From here to the lock nothing is waited for: what follows belongs to this workbook and no other.
        let unsaved = is_same.then(|| {
            // What was typed until now.
            self.leave_text();
            self.unsaved()
        });
        self.start(loaded.meta, book);
        drop(ear);
        let opening = self.opening();
        for text in early.take() {
            self.heard(opening, &text);
        }
        if self.opening() != opening {
            return Ok(false);
        }
        self.status.update(|status| {
            status.recovered = recovered.pieces;
            status.unreadable = unreadable.saturating_add(recovered.unreadable);
            status.changes = held;
        });
        let mut locks = Vec::new();
        for (session, left, lock) in recovered.dead {
            self.take_over(&session, &left);
            let edits = left.acts().flatten().cloned().map(Arc::new);
            self.book.update(|book| drop(book.join(edits)));
            locks.push(lock);
        }
        match unsaved {
            Some(unsaved) => self.keep_again(unsaved),
            None => self.with_inner(|inner| inner.undo = earlier),
        }
        self.show_undo();
        let others = recovered.of_others.into_iter().map(Arc::new);
        self.book.update(|book| drop(book.join(others)));
        self.see_anew();
        let named = self.peek(Named::of);
        self.hold_lock().await;
        // Nobody else needs to take over what is being taken over here.
        spawn_local(async move {
            self.settled().await;
            drop(locks);
        });
        let opened = |meta: &mut WorkbookMeta| {
            meta.opened = now;
            named.tell(meta);
        };
        if let Err(error) = store.update_meta(id, opened).await
            && self.opening() == opening
        {
            self.show_saving(Some(Trouble::from(&error)));
        }
        Ok(true)
    }

    /// From now on this is the open workbook, with a session of its own. Where it was open before, the field somebody writes in
    /// stays open, and what was taken in stays on its receipt.
    pub(super) fn start(self, meta: WorkbookMeta, book: Book) {
        let id = meta.id.clone();
        let last_file = meta.last_file.clone();
        let mut session = new_session();
        while book.workbook.highest(session) > 0 {
            session = new_session();
        }
        self.forget_queue();
        let same = !id.is_empty() && self.with_inner(|inner| inner.meta.id == id);
        self.receipts.update(|receipts| {
            receipts.retain(|receipt| same && !meta.dropped.contains(&receipt.batch));
        });
        let fresh = self.with_inner(|inner| {
            let writing = inner.writing.take().filter(|_| same);
            let fresh = inner.fresh.filter(|_| same);
            let mut stacks = [
                std::mem::take(&mut inner.undo),
                std::mem::take(&mut inner.redo),
            ];
            if !same {
                stacks = Default::default();
            }
            let [undo, redo] = stacks;
            let store = inner.store.take();
            let papers = std::mem::take(&mut inner.papers);
            *inner = Inner {
                pen: Pen::new(session),
                introduced: false,
                meta,
                store,
                boxes: inner.boxes.clone(),
                originals: inner.originals.clone(),
                papers,
                queue: keeping::Queue::default(),
                writing,
                undo,
                redo,
                fresh,
                group: inner.group,
                opening: inner.opening.wrapping_add(1),
                wish: std::mem::take(&mut inner.wish),
                newer: None,
            };
            let opening = inner.opening;
            inner.queue.tabs = Tabs::join(&id, move |text| self.heard(opening, &text));
            fresh
        });
        self.fresh.set(fresh);
        self.book.set(book);
        self.show_undo();
        self.status.set(Status {
            open: true,
            last_file,
            ..Status::default()
        });
    }

    async fn hold_lock(self) {
        let session = self.with_inner(|inner| inner.pen.session());
        locks::hold(&lock_name(&session.to_string())).await;
    }

    /// Another tab of this workbook said something.
    fn heard(self, opening: u64, text: &str) {
        if self.opening() != opening {
            return;
        }
        match serde_json::from_str(text) {
            Ok(Told::Act(text)) => {
                let edits = edits_of(&text).unwrap_or_default();
                self.book
                    .update(|book| drop(book.join(edits.into_iter().map(Arc::new))));
                self.meet_own_id();
            }
            Ok(Told::Generation(generation)) => {
                if self.with_inner(|inner| inner.meta.generation) != generation {
                    self.superseded(generation);
                }
            }
            Ok(Told::Erased) => self.erased_elsewhere(),
            Err(error) => page::log(&format!("another tab: {error}")),
        }
    }

    /// A session that meets its own id beyond what it has written draws a new one at once: the profile was cloned.
    pub(super) fn meet_own_id(self) {
        let highest = self.peek(|book| {
            book.workbook
                .highest(self.with_inner(|inner| inner.pen.session()))
        });
        self.with_inner(|inner| {
            if highest > inner.pen.written() {
                inner.pen = Pen::new(new_session());
                inner.introduced = false;
                inner.undo.clear();
                inner.redo.clear();
            }
        });
        self.show_undo();
    }

    /// Drops what could be taken back: making a workbook is no act to undo.
    fn forget_acts(self) {
        self.with_inner(|inner| {
            inner.undo.clear();
            inner.redo.clear();
        });
        self.show_undo();
    }

    /// Listens for the page being hidden or left: what is typed becomes an act, in the journal at least.
    pub(super) fn listen(self) {
        if let Some(hiding) = page::on_hide(move || self.leave_text()) {
            hiding.forever();
        }
    }

    /// The form of events a template is for, and the templates.
    pub(crate) fn templates() -> Vec<(Form, Template)> {
        rapporteur_core::template::templates()
            .into_iter()
            .map(|template| (template.form(), template))
            .collect()
    }
}
