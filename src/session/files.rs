//! Files out, plain lists in, and the receipts of what went in; how files come in stands in [`super::intake`].

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::command::{Taken, take_list};
use rapporteur_core::edit::Edit;
use rapporteur_core::event::{Group, events};
use rapporteur_core::file::{FileKind, Writer};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::list::List;
use rapporteur_core::sorted;

use super::{APP, Before, Session};
use crate::browser::files::{self, FileError};
use crate::browser::store::LastFile;
use crate::browser::{clock, ids};

/// Records between two looks at the clock.
const STRIDE: usize = 32;

/// A file or list that went in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Received {
    /// Its name.
    pub(crate) name: String,
    /// How many edits it brought.
    pub(crate) brought: usize,
    /// What it holds; nothing of a list, which has no edits of its own.
    pub(crate) before: Option<Before>,
}

/// What went in, file by file, and what is here now. Computed, never stored.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Receipt {
    /// The import, for taking it out again.
    pub(crate) batch: String,
    /// When it was, in seconds since 1970.
    pub(crate) at: i64,
    /// The files.
    pub(crate) files: Vec<Received>,
    /// The workbook before this import, where it was that of one group or two: they want to know what became of theirs.
    pub(crate) own: Option<Before>,
    /// The edits the import brought, by what they hold: another one of the same name may have been here.
    pub(crate) brought: Brought,
    /// Recommendations here now, with the withdrawn.
    pub(crate) recommendations: usize,
    /// Fields in which a person has to choose now.
    pub(crate) conflicts: usize,
}

/// The edits of an import, file by file and each by name: found by their names and told from others of the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Brought(Arc<Vec<Vec<Arc<Edit>>>>);

impl Brought {
    /// Of the new edits of each file, by name.
    pub(super) fn of(files: Vec<Vec<Arc<Edit>>>) -> Self {
        Self(Arc::new(files))
    }

    /// How many they are.
    pub(super) fn len(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    pub(super) fn files(&self) -> &[Vec<Arc<Edit>>] {
        &self.0
    }

    /// All of them by name, for [`holds`].
    pub(super) fn all(&self) -> Vec<Arc<Edit>> {
        by_name(self.0.iter().flatten().cloned().collect())
    }
}

/// Whether exactly this edit is among those, which stand by name.
pub(super) fn holds(edits: &[Arc<Edit>], edit: &Edit) -> bool {
    let from = edits.partition_point(|held| held.id < edit.id);
    let named = edits.iter().skip(from);
    let mut named = named.take_while(|held| held.id == edit.id);
    named.any(|held| held.as_ref() == edit)
}

/// By name: then each part of a batch continues what the parts before it hold, and is joined without a search.
pub(super) fn by_name(mut edits: Vec<Arc<Edit>>) -> Vec<Arc<Edit>> {
    sorted::sort_by_number(&mut edits, |edit| edit.id.number());
    edits
}

impl Session {
    /// Whether something is being taken in or out; follows it.
    pub(crate) fn is_changing(self) -> bool {
        self.changing.get()
    }

    /// Does what takes something in or out, unless that is going on already.
    pub(super) async fn alone<T>(self, work: impl Future<Output = Option<T>>) -> Option<T> {
        if self.changing.get_untracked() {
            return None;
        }
        self.changing.set(true);
        let done = work.await;
        self.changing.set(false);
        done
    }

    /// Writes the workbook to a file with a new name and hands it to the browser; returns the name. `progress` hears how
    /// far it is (records written, all).
    pub(crate) async fn export(
        self,
        group: Option<ItemId>,
        kind: FileKind,
        progress: impl Fn(usize, usize),
    ) -> Result<String, FileError> {
        // Half of what is being taken in is in no file.
        while self.changing.get_untracked() {
            clock::sleep(50).await;
        }
        self.leave_text();
        let mut writer = self.peek(|book| Writer::new(&book.workbook, kind));
        let count = self.peek(|book| book.workbook.len());
        let opening = self.opening();
        loop {
            let slice = clock::Slice::begin();
            let mut more = true;
            while more && !slice.is_over() {
                more = self.peek(|book| writer.step(&book.workbook, STRIDE));
            }
            let (done, all) = writer.progress();
            progress(done, all);
            if !more {
                break;
            }
            clock::pause().await;
            if self.opening() != opening {
                return Err(FileError::NoDownload);
            }
            if self.peek(|book| book.workbook.len()) != count {
                // Something was joined meanwhile: a file is of one set of edits.
                return Box::pin(self.export(group, kind, progress)).await;
            }
        }
        let bytes = self.peek(|book| writer.finish(&book.workbook, APP));
        let name = self.file_name(group);
        files::download(&name, "application/json", &bytes)?;
        let last = LastFile {
            name: name.clone(),
            at: clock::now(),
            edits: u64::try_from(count).unwrap_or(u64::MAX),
            recommendations: self.moment("export").recommendations,
        };
        self.status.update(|status| {
            status.changes = 0;
            status.last_file = Some(last.clone());
        });
        let (store, id) = self.with_inner(|inner| (inner.store.clone(), inner.meta.id.clone()));
        if let Some(store) = store {
            let noted = store
                .update_meta(&id, |meta| meta.last_file = Some(last.clone()))
                .await;
            if let Err(error) = noted {
                self.show_saving(Some((&error).into()));
            }
        }
        Ok(name)
    }

    /// A telling name: event code, group code and title.
    fn file_name(self, group: Option<ItemId>) -> String {
        self.peek(|book| {
            let event = events(&book.workbook).into_iter().next();
            let event = event.map(|event| {
                if event.code.is_empty() {
                    event.title("en").to_owned()
                } else {
                    event.code
                }
            });
            let group = group.map(|group| Group::read(&book.workbook, group));
            let title = group.map(|group| format!("{}-{}", group.code, group.title("en")));
            let parts = [event.unwrap_or_default(), title.unwrap_or_default()];
            files::name_of(&parts.each_ref().map(String::as_str), "json")
        })
    }

    /// What taking a plain list in would do; nothing is joined. Items that name no group go to `group`, or to the plenary.
    pub(crate) fn try_list(self, event: ItemId, group: Option<ItemId>, list: &List) -> Taken {
        let mut pen = self.with_inner(|inner| inner.pen.clone());
        self.peek(|book| take_list(&book.workbook, event, group, list, &mut pen, None))
    }

    /// Joins a plain list, as one import. `None` where another workbook was opened meanwhile.
    pub(crate) async fn take_list(
        self,
        name: &str,
        event: ItemId,
        group: Option<ItemId>,
        list: &List,
    ) -> Option<Receipt> {
        self.alone(self.take_list_alone(name, event, group, list))
            .await
    }

    async fn take_list_alone(
        self,
        name: &str,
        event: ItemId,
        group: Option<ItemId>,
        list: &List,
    ) -> Option<Receipt> {
        let opening = self.opening();
        self.remember("list").await;
        if self.opening() != opening {
            return None;
        }
        let at = Some(clock::now());
        let taken = self.with_inner(|inner| {
            self.book.with_untracked(|book| {
                take_list(&book.workbook, event, group, list, &mut inner.pen, at)
            })
        });
        let mut receipt = self.empty_receipt();
        let mut brought = Vec::new();
        let edits: Vec<Arc<Edit>> = taken.edits().cloned().map(Arc::new).collect();
        let new = self.join_new(edits.iter(), &mut brought);
        receipt.files.push(Received {
            name: name.to_owned(),
            brought: new,
            before: None,
        });
        self.finish_import(receipt, vec![by_name(brought)]).await
    }

    pub(super) fn empty_receipt(self) -> Receipt {
        let tag = ids::random_u64().unwrap_or_else(|_| clock::ticks().to_bits());
        Receipt {
            batch: format!("import-{}-{tag:016x}", clock::now()),
            at: clock::now(),
            files: Vec::new(),
            own: None,
            brought: Brought::default(),
            recommendations: 0,
            conflicts: 0,
        }
    }

    /// Joins what is not here yet, and adds it to `brought`.
    pub(super) fn join_new<'a>(
        self,
        edits: impl Iterator<Item = &'a Arc<Edit>>,
        brought: &mut Vec<Arc<Edit>>,
    ) -> usize {
        let new: Vec<Arc<Edit>> = self.peek(|book| {
            let new = edits.filter(|edit| !book.workbook.holds(edit));
            new.cloned().collect()
        });
        let count = new.len();
        brought.extend(new.iter().cloned());
        self.book.update(|book| drop(book.join(new)));
        count
    }

    pub(super) async fn finish_import(
        self,
        mut receipt: Receipt,
        brought: Vec<Vec<Arc<Edit>>>,
    ) -> Option<Receipt> {
        receipt.brought = Brought::of(brought);
        if !self
            .keep_batch(&receipt.batch, receipt.brought.files())
            .await
        {
            return None;
        }
        self.meet_own_id();
        self.peek(|book| {
            receipt.recommendations = book.workbook.of_kind(Kind::REC).count();
            receipt.conflicts = book.workbook.conflicts().count();
        });
        if !receipt.brought.is_empty() {
            self.status
                .update(|status| status.changes = status.changes.saturating_add(1));
        }
        self.receipts
            .update(|receipts| receipts.push(receipt.clone()));
        Some(receipt)
    }

    /// The receipts since the workbook was opened, the latest last; follows them.
    pub(crate) fn receipts(self) -> Vec<Receipt> {
        self.receipts.get()
    }

    /// Takes the latest import that brought anything out again; edits made here since stay. Earlier ones follow in turn:
    /// what two files brought stands on the receipt of the first alone.
    pub(crate) async fn take_out(self) -> bool {
        let out = async { self.take_out_alone().await.then_some(()) };
        self.alone(out).await.is_some()
    }

    async fn take_out_alone(self) -> bool {
        let latest = |receipts: &Vec<Receipt>| {
            let mut latest_first = receipts.iter().rev();
            latest_first
                .find(|receipt| !receipt.brought.is_empty())
                .cloned()
        };
        let Some(receipt) = self.receipts.with_untracked(latest) else {
            return false;
        };
        let out = self.drop_batch(&receipt.batch, &receipt.brought).await;
        if out {
            self.receipts
                .update(|receipts| receipts.retain(|held| held.batch != receipt.batch));
        }
        out
    }
}
