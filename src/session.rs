//! The session: the open workbook, and the only room that changes it.
//!
//! Views read signals and call methods here. An act goes to the journal first, then into the workbook, then to other tabs
//! and the store; what edits mean is core's to know, how browsers keep things is [`crate::browser`]'s.

mod ballots;
mod erasing;
mod files;
mod intake;
mod keeping;
mod known;
mod opening;
mod originals;
mod recovering;
mod states;
mod status;
#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;
mod writing;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::command::{Act, Pen, undo};
use rapporteur_core::edit::Edit;
use rapporteur_core::event::vocabulary_of;
use rapporteur_core::item::{EditId, ItemId, Kind, SessionId};
use rapporteur_core::register::Register;
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::{Joined, Workbook};

use crate::browser::store::{BallotBox, Originals, Store, WorkbookMeta};
use crate::browser::{clock, ids};

pub(crate) use erasing::Verdict;
pub(crate) use files::Receipt;
pub(crate) use intake::{Before, Incoming, Readable, Taking, Unusable};
pub(crate) use opening::NewWorkbook;
pub(crate) use status::{Saving, Shut, Status, Trouble};
pub(crate) use writing::TextField;

/// The version of the program, in every file and every session's note.
pub(crate) const APP: &str = env!("CARGO_PKG_VERSION");

/// Recommendations listed between two looks at the clock.
const LISTED_AT_ONCE: usize = 64;

/// The open workbook and what is derived from it. Changed only here.
pub(crate) struct Book {
    /// The local container's id; empty where none is open.
    pub(crate) id: String,
    /// The edits.
    pub(crate) workbook: Workbook,
    /// Lists, numbers and folded texts.
    pub(crate) register: Register,
    /// Standard terms and those of the events.
    pub(crate) vocabulary: Vocabulary,
}

impl Book {
    fn of(id: &str, workbook: Workbook) -> Self {
        Self {
            id: id.to_owned(),
            register: Register::of(&workbook),
            vocabulary: vocabulary_of(&workbook),
            workbook,
        }
    }

    /// As [`Self::of`], in slices: large workbooks have much to be listed.
    async fn of_in_slices(id: &str, workbook: Workbook) -> Self {
        let mut register = Register::without_recommendations(&workbook);
        let recs: Vec<ItemId> = workbook.of_kind(Kind::REC).map(|(id, _)| id).collect();
        let mut slice = clock::Slice::begin();
        for part in recs.chunks(LISTED_AT_ONCE) {
            register.update(&workbook, part);
            slice.end().await;
        }
        Self {
            id: id.to_owned(),
            register,
            vocabulary: vocabulary_of(&workbook),
            workbook,
        }
    }

    fn join(&mut self, edits: impl IntoIterator<Item = Arc<Edit>>) -> Joined {
        let joined = self.workbook.join_shared(edits);
        self.register.update(&self.workbook, &joined.items);
        if joined.items.iter().any(|item| item.kind == Kind::EVENT) {
            self.vocabulary = vocabulary_of(&self.workbook);
        }
        joined
    }
}

/// What is not for views: who writes, what waits, what can be taken back.
struct Inner {
    pen: Pen,
    introduced: bool,
    meta: WorkbookMeta,
    store: Option<Store>,
    boxes: BallotBox,
    originals: Originals,
    /// Papers of open rounds where this browser keeps nothing.
    papers: BTreeMap<ItemId, BTreeMap<String, Value>>,
    queue: keeping::Queue,
    writing: Option<writing::Writing>,
    /// Acts written on this laptop that can be taken back, the latest last; those of earlier visits stand first.
    undo: Vec<EditId>,
    redo: Vec<EditId>,
    /// A new recommendation that nothing has been written of yet, and its group.
    fresh: Option<(ItemId, ItemId)>,
    /// The group this session writes for.
    group: Option<ItemId>,
    /// Counts openings, so that what belongs to an earlier one is dropped.
    opening: u64,
    /// The workbook that is to be open: what was asked for last.
    wish: opening::Wish,
    /// The generation somebody else chose, until the workbook was read again.
    newer: Option<u64>,
}

/// The session, for every view; a handle that is copied. There is one as long as the page lives, so it is never freed, and
/// what holds it holds a pointer: hundreds of closures do.
#[derive(Clone, Copy)]
pub(crate) struct Session(&'static Parts);

/// What a session is made of.
pub(crate) struct Parts {
    book: RwSignal<Book>,
    inner: StoredValue<Rc<RefCell<Inner>>, LocalStorage>,
    status: RwSignal<Status>,
    can_undo: RwSignal<bool>,
    can_redo: RwSignal<bool>,
    spoken: RwSignal<(u64, String)>,
    /// What was said and is seen too; empty where it need not be.
    shown: RwSignal<String>,
    fresh: RwSignal<Option<(ItemId, ItemId)>>,
    receipts: RwSignal<Vec<Receipt>>,
    /// Of imports whose files were kept as they came, how many could not be.
    originals_kept: RwSignal<BTreeMap<String, usize>>,
    /// Something is being taken in or out: one at a time, since what one finds here the other takes away.
    changing: RwSignal<bool>,
    /// Whether the browser promised not to throw away what is kept; none where it was not asked or cannot be.
    persisted: RwSignal<Option<bool>>,
    damaged: RwSignal<Vec<String>>,
}

impl Deref for Session {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

impl Session {
    /// A session with no workbook open.
    pub(crate) fn new() -> Self {
        let inner = Inner {
            pen: Pen::new(new_session()),
            introduced: false,
            meta: WorkbookMeta::default(),
            store: None,
            boxes: BallotBox::new(),
            originals: Originals::new(),
            papers: BTreeMap::new(),
            queue: keeping::Queue::default(),
            writing: None,
            undo: Vec::new(),
            redo: Vec::new(),
            fresh: None,
            group: None,
            opening: 0,
            wish: opening::Wish::default(),
            newer: None,
        };
        let session = Self(Box::leak(Box::new(Parts {
            book: RwSignal::new(Book::of("", Workbook::new())),
            inner: StoredValue::new_local(Rc::new(RefCell::new(inner))),
            status: RwSignal::new(Status::default()),
            can_undo: RwSignal::new(false),
            can_redo: RwSignal::new(false),
            spoken: RwSignal::new((0, String::new())),
            shown: RwSignal::new(String::new()),
            fresh: RwSignal::new(None),
            receipts: RwSignal::new(Vec::new()),
            originals_kept: RwSignal::new(BTreeMap::new()),
            changing: RwSignal::new(false),
            persisted: RwSignal::new(None),
            damaged: RwSignal::new(Vec::new()),
        })));
        session.listen();
        provide_context(session);
        session
    }

    /// Reads the open workbook; follows its changes.
    pub(crate) fn read<T>(self, read: impl FnOnce(&Book) -> T) -> T {
        self.book.with(read)
    }

    /// Reads the open workbook as it is now, without following it.
    pub(crate) fn peek<T>(self, read: impl FnOnce(&Book) -> T) -> T {
        self.book.with_untracked(read)
    }

    /// What the status line says; follows it.
    pub(crate) fn status(self) -> Status {
        self.status.get()
    }

    /// Whether there is an act of this laptop to take back; follows it.
    pub(crate) fn can_undo(self) -> bool {
        self.can_undo.get()
    }

    /// How many acts of this laptop can be taken back now.
    pub(crate) fn undoable(self) -> usize {
        self.with_inner(|inner| inner.undo.len())
    }

    /// Whether there is an act to do again; follows it.
    pub(crate) fn can_redo(self) -> bool {
        self.can_redo.get()
    }

    /// What the announcer says, with a count that changes with every sentence.
    pub(crate) fn spoken(self) -> (u64, String) {
        self.spoken.get()
    }

    /// Has the announcer say a sentence, which also stands in the status line until the next one.
    pub(crate) fn say(self, sentence: String) {
        self.shown.set(sentence.clone());
        self.say_unseen(sentence);
    }

    /// What was said last and is to be seen.
    pub(crate) fn shown(self) -> String {
        self.shown.get()
    }

    /// Has the announcer say what whoever sees the page sees anyway.
    pub(crate) fn say_unseen(self, sentence: String) {
        if sentence != self.shown.get_untracked() {
            self.shown.set(String::new());
        }
        self.spoken.update(|(count, said)| {
            *count = count.wrapping_add(1);
            *said = sentence;
        });
    }

    /// The group this session writes for, where the open workbook has it.
    pub(crate) fn writes_for(self) -> Option<ItemId> {
        let group = self.with_inner(|inner| inner.group);
        group.filter(|group| self.peek(|book| book.workbook.item(*group).is_some()))
    }

    /// The group this session writes for, as its note in the file tells; set when a draft page opens a group.
    pub(crate) fn write_for(self, group: Option<ItemId>) {
        self.with_inner(|inner| {
            if group.is_some() && inner.group != group {
                inner.group = group;
                // The note is written anew with the next act: a session may begin without a group, or change it.
                inner.introduced = false;
            }
        });
    }

    /// One act: what `write` writes becomes one unit of undo. Text that is still being typed is committed first. Returns
    /// whether anything was written.
    pub(crate) fn act(self, why: &str, write: impl FnOnce(&mut Act<'_>, &Book)) -> bool {
        self.leave_text();
        self.introduce();
        let edits = self.with_inner(|inner| {
            self.book.with_untracked(|book| {
                let mut act = inner.pen.act(why, Some(clock::now()));
                write(&mut act, book);
                act.finish()
            })
        });
        self.commit_act(edits, true)
    }

    /// One act on a recommendation, which is made where it is still a new, empty one.
    pub(crate) fn act_on(self, item: ItemId, write: impl FnOnce(&mut Act<'_>, &Book)) -> bool {
        self.act_on_as("typed", item, write)
    }

    /// As [`Self::act_on`], saying what the act is.
    pub(crate) fn act_on_as(
        self,
        why: &str,
        item: ItemId,
        write: impl FnOnce(&mut Act<'_>, &Book),
    ) -> bool {
        self.leave_text();
        let fresh = self.take_fresh(item);
        self.act(why, |act, book| {
            if let Some(group) = fresh {
                act.add_recommendation(&book.workbook, &book.register, group, item);
            }
            write(act, book);
        })
    }

    /// A new recommendation of a group: it is in the list as soon as something is written of it.
    pub(crate) fn new_recommendation(self, group: ItemId) -> Option<ItemId> {
        self.leave_text();
        let bits = ids::random_u128().ok()?;
        let item = ItemId::new(Kind::REC, bits);
        self.with_inner(|inner| inner.fresh = Some((item, group)));
        self.fresh.set(Some((item, group)));
        Some(item)
    }

    /// The new recommendation that nothing has been written of yet, and its group; follows it.
    pub(crate) fn fresh(self) -> Option<(ItemId, ItemId)> {
        self.fresh.get()
    }

    /// The group of this new recommendation, which from now on is no longer new.
    fn take_fresh(self, item: ItemId) -> Option<ItemId> {
        let group = self.with_inner(|inner| match inner.fresh {
            Some((fresh, group)) if fresh == item => {
                inner.fresh = None;
                Some(group)
            }
            _ => None,
        });
        if group.is_some() {
            self.fresh.set(None);
        }
        group
    }

    /// Takes the last act back that was written on this laptop.
    pub(crate) fn undo(self) -> bool {
        self.take_back(true)
    }

    /// Does again what was taken back last.
    pub(crate) fn redo(self) -> bool {
        self.take_back(false)
    }

    fn take_back(self, is_undo: bool) -> bool {
        self.leave_text();
        let edits = self.with_inner(|inner| {
            let at = Some(clock::now());
            loop {
                let stack = match is_undo {
                    true => &mut inner.undo,
                    false => &mut inner.redo,
                };
                let Some(EditId { session, seq }) = stack.pop() else {
                    return Vec::new();
                };
                let edits = self
                    .book
                    .with_untracked(|book| undo(&book.workbook, session, seq, &mut inner.pen, at));
                // What was taken back on an earlier visit is passed over.
                if !edits.is_empty() || session == inner.pen.session() {
                    return edits;
                }
            }
        });
        let written = edits.first().map(act_of);
        let done = self.commit_act(edits, false);
        self.with_inner(|inner| {
            match is_undo {
                true => &mut inner.redo,
                false => &mut inner.undo,
            }
            .extend(written);
        });
        self.show_undo();
        done
    }

    fn show_undo(self) {
        let (undo, redo) =
            self.with_inner(|inner| (!inner.undo.is_empty(), !inner.redo.is_empty()));
        self.can_undo.set(undo);
        self.can_redo.set(redo);
    }

    /// Commits the edits of an act: joined, kept, told to other tabs; `undoable` puts it on the stack.
    fn commit_act(self, edits: Vec<Edit>, undoable: bool) -> bool {
        let Some(act) = edits.first().map(act_of) else {
            return false;
        };
        if undoable {
            self.with_inner(|inner| {
                inner.undo.push(act);
                inner.redo.clear();
            });
        }
        self.keep(keeping::TYPED, &edits);
        self.status
            .update(|status| status.changes = status.changes.saturating_add(1));
        self.book
            .update(|book| drop(book.join(edits.into_iter().map(Arc::new))));
        self.show_undo();
        true
    }

    /// Before the first act: one note of the app's version and the group written for.
    fn introduce(self) {
        let edits = self.with_inner(|inner| {
            if inner.introduced {
                return Vec::new();
            }
            inner.introduced = true;
            let group = inner.group;
            self.book.with_untracked(|book| {
                let mut act = inner.pen.act("session", None);
                act.introduce(&book.workbook, APP, "scribe", group);
                act.finish()
            })
        });
        if edits.is_empty() {
            return;
        }
        // The note is no act of a person: it is not counted and cannot be taken back.
        self.keep(keeping::TYPED, &edits);
        self.book
            .update(|book| drop(book.join(edits.into_iter().map(Arc::new))));
    }

    /// Which opening this is: it is another one as soon as another workbook is open, or this one was read again.
    fn opening(self) -> u64 {
        self.with_inner(|inner| inner.opening)
    }

    /// Where the open workbook is kept: the store, its local id and its generation.
    fn place(self) -> (Option<Store>, String, u64) {
        self.with_inner(|inner| {
            (
                inner.store.clone(),
                inner.meta.id.clone(),
                inner.meta.generation,
            )
        })
    }

    fn with_inner<T>(self, change: impl FnOnce(&mut Inner) -> T) -> T {
        self.inner
            .with_value(|inner| change(&mut inner.borrow_mut()))
    }
}

/// The act of an edit, by its first one.
fn act_of(edit: &Edit) -> EditId {
    EditId {
        session: edit.id.session,
        seq: edit.act,
    }
}

/// The session, within a view.
pub(crate) fn session() -> Session {
    expect_context()
}

/// A session's id: drawn at every opening.
fn new_session() -> SessionId {
    // Without randomness the clock must do; two laptops that begin in the same millisecond are told apart as a clash.
    SessionId(ids::random_u64().unwrap_or_else(|_| clock::ticks().to_bits()))
}
