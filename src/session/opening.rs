//! Opening: store and journal are joined, dead sessions' leavings are recovered, other tabs are listened to. Nothing is
//! written before the first load has finished.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::command::Pen;
use rapporteur_core::edit::Edit;
use rapporteur_core::event::{Event, Form, event_of_code, events};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::template::Template;
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;

use super::keeping::{TYPED, Told, edits_of, tell};
use super::{Book, Inner, Session, Status, Trouble, keeping, new_session};
use crate::browser::journal::{Journal, Left};
use crate::browser::store::{Change, Loaded, Store, StoreError, WorkbookMeta};
use crate::browser::tabs::Tabs;
use crate::browser::{clock, ids, locks, page};

/// How long a step of a long opening may take, in milliseconds, before the page gets its turn.
const SLICE: f64 = 50.0;

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

/// What other sessions of this workbook left.
#[derive(Default)]
struct Recovered {
    /// Acts of dead sessions, to be kept.
    acts: Vec<Vec<Edit>>,
    /// Edits of live ones, who keep them themselves.
    of_others: Vec<Edit>,
    /// How many texts were being typed.
    pieces: usize,
    /// The dead sessions, with their locks.
    dead: Vec<(String, locks::Lock)>,
}

impl Session {
    /// The workbooks on this laptop, the last opened first; none where storage is blocked.
    pub(crate) async fn workbooks(self) -> Vec<WorkbookMeta> {
        let Ok(store) = self.store().await else {
            return Vec::new();
        };
        // The open one may have got its name since it was opened.
        let (id, label) = self.peek(|book| (book.id.clone(), label_of(book)));
        if !label.is_empty()
            && let Err(error) = store
                .update_meta(&id, |meta| meta.label = label.clone())
                .await
        {
            page::log(&format!("the workbook's name: {error:?}"));
        }
        let (mut known, unreadable) = store.workbooks().await.unwrap_or_default();
        if !unreadable.is_empty() {
            page::log(&format!("unreadable workbooks: {unreadable:?}"));
        }
        known.sort_by_key(|meta| std::cmp::Reverse((meta.opened, meta.created)));
        known
    }

    /// The store, opened once.
    async fn store(self) -> Result<Store, StoreError> {
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
            // What is here in memory is written again by the next write's retry.
            Change::Deleted | Change::Lost => self.write_queue(),
        }
    }

    /// Makes a workbook with an event and the groups of a template, and opens it; returns its local id.
    pub(crate) async fn create(self, new: NewWorkbook, template: &Template) -> String {
        let event = match new.code.trim() {
            "" => ItemId::new(Kind::EVENT, ids::random_u128().unwrap_or_default()),
            code => event_of_code(code),
        };
        let id = self.begin(&new.code).await;
        self.keep_batch(TYPED, vec![template.defaults(event)]);
        self.book
            .update(|book| drop(book.join(template.defaults(event).into_iter().map(Arc::new))));
        self.act("event", |act, book| {
            let code = new.code.trim().to_uppercase();
            if !code.is_empty() {
                act.set(&book.workbook, event, "code", Value::text(&code));
            }
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
        id
    }

    /// Makes an empty workbook and opens it; returns its local id.
    pub(crate) async fn begin(self, label: &str) -> String {
        self.leave_text();
        let id = format!(
            "{:016x}",
            ids::random_u64().unwrap_or_else(|_| clock::ticks().to_bits())
        );
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
        self.start(meta, Workbook::new());
        if let Err(error) = made {
            self.show_saving(Some(Trouble::from(&error)));
        }
        self.hold_lock().await;
        spawn_local(async {
            // The status line tells what matters: whether a write succeeded. A browser that refuses keeps it all the same.
            page::persist().await;
        });
        id
    }

    /// Opens a workbook unless it is open.
    pub(crate) fn open(self, id: &str) {
        if self.peek(|book| book.id == id) && self.status.with_untracked(|status| status.open) {
            return;
        }
        let id = id.to_owned();
        self.leave_text();
        self.status.set(Status {
            opening: true,
            ..Status::default()
        });
        spawn_local(async move {
            if let Err(error) = self.load(&id, Vec::new()).await {
                let failed = Some(Trouble::from(&error));
                self.status.set(Status {
                    failed,
                    ..Status::default()
                });
            }
        });
    }

    /// Reads the workbook again: somebody chose another generation. Takes along what is unsaved here, and nothing else.
    pub(super) fn reopen(self) {
        let id = self.peek(|book| book.id.clone());
        self.leave_text();
        let unsaved = self.unsaved();
        spawn_local(async move {
            if let Err(error) = self.load(&id, unsaved).await {
                self.show_saving(Some(Trouble::from(&error)));
            }
        });
    }

    async fn load(self, id: &str, unsaved: Vec<Edit>) -> Result<(), StoreError> {
        let store = self.store().await?;
        let loaded = store.load(id).await?;
        let mut workbook = Workbook::new();
        let dropped: BTreeSet<&str> = loaded.meta.dropped.iter().map(String::as_str).collect();
        // In slices: whoever begins to write while a large workbook is opened is heard.
        let mut begun = clock::ticks();
        for act in loaded
            .acts
            .iter()
            .filter(|act| !dropped.contains(act.batch.as_str()))
        {
            match edits_of(&act.text) {
                Some(edits) => drop(workbook.join(edits)),
                None => page::log(&format!("unreadable act {} of {}", act.key, act.batch)),
            }
            if clock::ticks() - begun > SLICE {
                // Timers get their turn too, which a pause would not give them.
                clock::sleep(0).await;
                begun = clock::ticks();
            }
        }
        let recovered = self.recover(&loaded, &workbook).await;
        let held = self.held_file(&loaded, &workbook);
        let now = clock::now();
        self.start(loaded.meta, workbook);
        self.status.update(|status| {
            status.recovered = recovered.pieces;
            status.changes = held;
        });
        self.hold_lock().await;
        for edits in recovered.acts.into_iter().chain(by_act(unsaved)) {
            self.keep(TYPED, &edits);
            self.book
                .update(|book| drop(book.join(edits.into_iter().map(Arc::new))));
        }
        let others = recovered.of_others.into_iter().map(Arc::new);
        self.book.update(|book| drop(book.join(others)));
        // What they were typing is an act in the journal now.
        for (session, lock) in recovered.dead {
            Journal::new(id, &session).remove_pending();
            if let Err(error) = store.remove_pending(id, &session).await {
                page::log(&format!("pending text of a dead session: {error:?}"));
            }
            drop(lock);
        }
        let label = self.peek(label_of);
        let opened = |meta: &mut WorkbookMeta| {
            meta.opened = now;
            if !label.is_empty() {
                meta.label = label.clone();
            }
        };
        if let Err(error) = store.update_meta(id, opened).await {
            self.show_saving(Some(Trouble::from(&error)));
        }
        Ok(())
    }

    /// How many acts came after the last file, as far as can be told: edits then and now.
    fn held_file(self, loaded: &Loaded, workbook: &Workbook) -> usize {
        let then = loaded
            .meta
            .last_file
            .as_ref()
            .map_or(0, |file| usize::try_from(file.edits).unwrap_or(usize::MAX));
        let acts = || {
            workbook
                .edits()
                // What follows from a template or a list has no time; it counts with the act that took it in.
                .filter(|edit| edit.id.seq == edit.act && edit.at.is_some())
        };
        match then {
            0 => acts().count(),
            then if workbook.len() > then => {
                workbook.len().saturating_sub(then).min(acts().count())
            }
            _ => 0,
        }
    }

    /// What other sessions left: acts the store does not have, and the identical edits of what a dead one was typing. A
    /// session whose lock is held is alive: its acts are joined, and its leavings stay its own.
    async fn recover(self, loaded: &Loaded, workbook: &Workbook) -> Recovered {
        let own = self.with_inner(|inner| inner.pen.session().to_string());
        let mut left = Journal::sessions_of(&loaded.meta.id);
        for (session, text) in &loaded.pending {
            match left.iter_mut().find(|held| held.session == *session) {
                // The journal is at least as new: it is written first.
                Some(held) => {
                    held.pending.get_or_insert_with(|| text.clone());
                }
                None => left.push(Left {
                    session: session.clone(),
                    pending: Some(text.clone()),
                    ..Left::default()
                }),
            }
        }
        let mut recovered = Recovered::default();
        for held in left.into_iter().filter(|held| held.session != own) {
            let acts = held.acts.iter().filter_map(|act| edits_of(&act.text));
            let lock = match locks::acquire(&lock_name(&held.session)).await {
                Some(locks::Answer::Held(lock)) => lock,
                Some(locks::Answer::Busy) => {
                    recovered.of_others.extend(acts.flatten());
                    continue;
                }
                // Without locks nobody can tell who is alive: joining is safe, taking over is not.
                None => {
                    recovered.of_others.extend(acts.flatten());
                    continue;
                }
            };
            recovered.acts.extend(acts);
            let known = |edit: &Edit| {
                let in_journal = recovered
                    .acts
                    .iter()
                    .flatten()
                    .any(|other| other.id == edit.id);
                in_journal || !workbook.contents(edit.id).is_empty()
            };
            if let Some(typed) = held.pending.as_deref().and_then(edits_of)
                && !typed.is_empty()
                && !typed.iter().any(known)
            {
                recovered.pieces = recovered.pieces.saturating_add(1);
                recovered.acts.push(typed);
            }
            recovered.dead.push((held.session, lock));
        }
        recovered
    }

    /// From now on this is the open workbook, with a session of its own.
    fn start(self, meta: WorkbookMeta, workbook: Workbook) {
        let id = meta.id.clone();
        let last_file = meta.last_file.clone();
        let mut session = new_session();
        while workbook.highest(session) > 0 {
            session = new_session();
        }
        self.forget_queue();
        self.with_inner(|inner| {
            let store = inner.store.take();
            *inner = Inner {
                pen: Pen::new(session),
                introduced: false,
                meta,
                store,
                queue: keeping::Queue::default(),
                writing: None,
                undo: Vec::new(),
                redo: Vec::new(),
                fresh: None,
                group: inner.group,
                opening: inner.opening.wrapping_add(1),
            };
            let opening = inner.opening;
            inner.queue.tabs = Tabs::join(&id, move |text| self.heard(opening, &text));
        });
        self.fresh.set(None);
        self.receipts.set(Vec::new());
        self.book.set(Book::of(&id, workbook));
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
        if self.with_inner(|inner| inner.opening) != opening {
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
                    self.reopen();
                }
            }
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

    /// Takes an import out again: the set before it, with the edits made here since, becomes a new generation.
    pub(crate) async fn drop_batch(
        self,
        batch: String,
        edits: BTreeSet<rapporteur_core::item::EditId>,
    ) -> bool {
        self.leave_text();
        let (store, id, from) = self.with_inner(|inner| {
            (
                inner.store.clone(),
                inner.meta.id.clone(),
                inner.meta.generation,
            )
        });
        let made = match &store {
            Some(store) => {
                let now = clock::now();
                store
                    .change_generation(&id, from, |mut meta| {
                        meta.ring.push(crate::browser::store::RingEntry {
                            generation: meta.generation,
                            dropped: meta.dropped.clone(),
                            at: now,
                            why: String::from("import taken out"),
                        });
                        meta.dropped.push(batch.clone());
                        meta
                    })
                    .await
            }
            None => Err(StoreError::Blocked),
        };
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
            Err(StoreError::StaleGeneration(_)) => {
                self.reopen();
                return false;
            }
            Err(error) => {
                self.show_saving(Some(Trouble::from(&error)));
                return false;
            }
        }
        self.book.update(|book| {
            let mut rest = Workbook::new();
            rest.join_shared(
                book.workbook
                    .edits()
                    .filter(|edit| !edits.contains(&edit.id))
                    .cloned(),
            );
            *book = Book::of(&book.id, rest);
        });
        true
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

/// What a person knows a workbook by: its events' codes and titles; empty where it has none.
fn label_of(book: &Book) -> String {
    let named = |event: Event| match (event.code.as_str(), event.title("en")) {
        ("", title) => title.to_owned(),
        (code, title) if code == title => code.to_owned(),
        (code, title) => format!("{code} · {title}"),
    };
    let names: Vec<String> = events(&book.workbook).into_iter().map(named).collect();
    names.join(", ")
}

fn lock_name(session: &str) -> String {
    format!("rapporteur-session-{session}")
}

/// Edits grouped by the act they belong to.
fn by_act(edits: Vec<Edit>) -> Vec<Vec<Edit>> {
    let mut acts: std::collections::BTreeMap<_, Vec<Edit>> = std::collections::BTreeMap::new();
    for edit in edits {
        acts.entry((edit.id.session, edit.act))
            .or_default()
            .push(edit);
    }
    acts.into_values().collect()
}
