//! Files out and in: exports with new names, imports that are read and compared first and joined only when accepted.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::command::{Taken, take_list};
use rapporteur_core::edit::Edit;
use rapporteur_core::event::{Group, events};
use rapporteur_core::file::{FileKind, Finding, Header, Opened, Reader, Refusal, Writer, limits};
use rapporteur_core::intake::{BatchFile, Condition, Preview, Repeat, condition, preview, repeats};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::list::List;
use rapporteur_core::sorted;
use rapporteur_core::workbook::Workbook;

use super::{APP, Book, Session};
use crate::browser::files::{self, FileError, PickedFile};
use crate::browser::store::LastFile;
use crate::browser::{clock, ids};

/// Edits joined between two looks at the clock.
const JOINED_AT_ONCE: usize = 2_000;
/// Records between two looks at the clock.
const STRIDE: usize = 32;

/// A file that was read and compared, and waits for a person.
#[derive(Clone)]
pub(crate) struct Incoming {
    /// Its name.
    pub(crate) name: String,
    /// What it is, or why nothing of it can be taken.
    pub(crate) outcome: Result<Arc<Readable>, Unusable>,
}

/// Why nothing of a file can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unusable {
    /// The format's reasons.
    Refused(Refusal),
    /// The browser did not give the bytes.
    Unreadable,
}

/// A file whose edits can be taken.
pub(crate) struct Readable {
    /// What it says of itself.
    pub(crate) header: Header,
    /// What was found.
    pub(crate) findings: Vec<Finding>,
    /// What taking it would do, after the files before it.
    pub(crate) preview: Preview,
    /// What changes made by hand would do, after the file itself; `None` where there are none.
    pub(crate) by_hand: Option<Preview>,
    /// In what condition it arrived.
    pub(crate) condition: Condition,
    /// What it holds, for the receipts of its groups.
    pub(crate) before: Before,
    edits: Vec<Arc<Edit>>,
    hand_edits: Vec<Arc<Edit>>,
}

/// A set of edits as it was: another one only where it was made anew.
#[derive(Clone, Debug)]
pub(crate) struct Before(pub(crate) Arc<Workbook>);

impl PartialEq for Before {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Files that wait to be taken together, in a trial of the workbook after them.
#[derive(Clone, Default)]
pub(crate) struct Taking {
    /// One entry a file, in the order they came.
    pub(crate) files: Vec<Incoming>,
    /// Of each, whether it is another one again.
    pub(crate) repeats: Vec<Option<Repeat>>,
    /// How many edits were here when they were looked at.
    before: usize,
    /// The workbook as it would be after all of them: for numbers and texts of what is not here yet.
    pub(crate) after: Option<Arc<Book>>,
}

impl Taking {
    /// The events the files tell of.
    pub(crate) fn events(&self) -> Vec<ItemId> {
        let files = self
            .files
            .iter()
            .filter_map(|file| file.outcome.as_ref().ok());
        let items = files.flat_map(|file| &file.edits).map(|edit| edit.item);
        let events = items.filter(|item| item.kind == Kind::EVENT);
        sorted::set(events).into_iter().collect()
    }

    /// The edits of the files at these places, and of these the changes made by hand in `by_hand`.
    fn edits<'a>(
        &'a self,
        files: &'a BTreeSet<usize>,
        by_hand: &'a BTreeSet<usize>,
    ) -> impl Iterator<Item = (&'a str, &'a Before, impl Iterator<Item = &'a Arc<Edit>>)> {
        let places = self.files.iter().enumerate();
        places.filter_map(move |(place, file)| {
            let readable = file.outcome.as_ref().ok()?;
            let hand = readable
                .hand_edits
                .iter()
                .filter(move |_| by_hand.contains(&place));
            let edits = readable.edits.iter().chain(hand);
            files
                .contains(&place)
                .then(|| (file.name.as_str(), &readable.before, edits))
        })
    }
}

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
    pub(crate) brought: Arc<BTreeSet<Arc<Edit>>>,
    /// Recommendations here now, with the withdrawn.
    pub(crate) recommendations: usize,
    /// Fields in which a person has to choose now.
    pub(crate) conflicts: usize,
}

impl Session {
    /// Writes the workbook to a file with a new name and hands it to the browser; returns the name. `progress` hears how
    /// far it is (records written, all).
    pub(crate) async fn export(
        self,
        group: Option<ItemId>,
        kind: FileKind,
        progress: impl Fn(usize, usize),
    ) -> Result<String, FileError> {
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

    /// Reads and compares files, each as if those before it were taken; nothing is joined. `progress` hears how far the
    /// present file is (its number, records read, all).
    pub(crate) async fn look_at(
        self,
        picked: Vec<PickedFile>,
        progress: impl Fn(usize, usize, usize),
    ) -> Taking {
        self.leave_text();
        let mut trial: Workbook = self.peek(|book| book.workbook.clone());
        let mut taking = Taking {
            before: trial.len(),
            ..Taking::default()
        };
        for (number, file) in picked.into_iter().enumerate() {
            let outcome = read_picked(&file, |done, all| progress(number, done, all)).await;
            let outcome = match outcome {
                Ok(opened) => {
                    let condition = condition(&opened);
                    let shared = |edits: Vec<Edit>| edits.into_iter().map(Arc::new).collect();
                    let (edits, hand_edits): (Vec<Arc<Edit>>, Vec<Arc<Edit>>) =
                        (shared(opened.edits), shared(opened.by_hand));
                    clock::pause().await;
                    let seen = preview(&trial, &edits);
                    clock::pause().await;
                    trial.join_shared(edits.iter().cloned());
                    clock::pause().await;
                    let mut held = Workbook::new();
                    held.join_shared(edits.iter().cloned());
                    let by_hand = (!hand_edits.is_empty()).then(|| preview(&trial, &hand_edits));
                    Ok(Arc::new(Readable {
                        header: opened.header,
                        findings: opened.findings,
                        preview: seen,
                        by_hand,
                        condition,
                        before: Before(Arc::new(held)),
                        edits,
                        hand_edits,
                    }))
                }
                Err(unusable) => Err(unusable),
            };
            taking.files.push(Incoming {
                name: file.name,
                outcome,
            });
            clock::pause().await;
        }
        taking.repeats = again(&taking.files);
        taking.after = Some(Arc::new(Book::of_in_slices("", trial).await));
        taking
    }

    /// What [`Self::take`] would do to the workbook as it is now; follows its changes.
    pub(crate) fn foresee(
        self,
        taking: &Taking,
        files: &BTreeSet<usize>,
        by_hand: &BTreeSet<usize>,
    ) -> Preview {
        // The first file alone was compared with what is still here: the usual case, and a long work for a large file.
        let unchanged = self.read(|book| book.workbook.len()) == taking.before;
        if unchanged
            && by_hand.is_empty()
            && files.iter().eq([&0])
            && let Some(Ok(file)) = taking.files.first().map(|file| file.outcome.as_ref())
        {
            return file.preview.clone();
        }
        let edits: Vec<Arc<Edit>> = taking
            .edits(files, by_hand)
            .flat_map(|(_, _, edits)| edits)
            .cloned()
            .collect();
        self.read(|book| preview(&book.workbook, &edits))
    }

    /// Joins the files, in slices: those at the places in `files`, and of these the changes made by hand in `by_hand`.
    /// `None` where another workbook was opened meanwhile; this one is then as it was, on its medium.
    pub(crate) async fn take(
        self,
        taking: &Taking,
        files: &BTreeSet<usize>,
        by_hand: &BTreeSet<usize>,
        progress: impl Fn(usize, usize),
    ) -> Option<Receipt> {
        let opening = self.opening();
        self.remember("import").await;
        if self.opening() != opening {
            return None;
        }
        let all = taking
            .edits(files, by_hand)
            .map(|(_, _, edits)| edits.count())
            .sum();
        let mut receipt = self.empty_receipt();
        receipt.own = self.own_work();
        let mut brought: Vec<Arc<Edit>> = Vec::new();
        let mut slice = clock::Slice::begin();
        let mut done = 0_usize;
        for (name, before, edits) in taking.edits(files, by_hand) {
            let edits: Vec<&Arc<Edit>> = edits.collect();
            let mut new = 0_usize;
            for part in edits.chunks(JOINED_AT_ONCE) {
                new = new.saturating_add(self.join_new(part.iter().copied(), &mut brought));
                done = done.saturating_add(part.len());
                progress(done, all);
                slice.end().await;
                if self.opening() != opening {
                    return None;
                }
            }
            receipt.files.push(Received {
                name: name.to_owned(),
                brought: new,
                before: Some(before.clone()),
            });
        }
        self.finish_import(receipt, brought).await
    }

    /// The workbook as it is, where one group or two wrote it.
    fn own_work(self) -> Option<Before> {
        self.peek(|book| {
            let recs = book.register.all();
            let groups = recs.filter_map(|id| book.register.row(id)?.group);
            let groups = sorted::set(groups).len();
            (1..=2)
                .contains(&groups)
                .then(|| Before(Arc::new(book.workbook.clone())))
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
        self.finish_import(receipt, brought).await
    }

    fn empty_receipt(self) -> Receipt {
        let tag = ids::random_u64().unwrap_or_else(|_| clock::ticks().to_bits());
        Receipt {
            batch: format!("import-{}-{tag:016x}", clock::now()),
            at: clock::now(),
            files: Vec::new(),
            own: None,
            brought: Arc::default(),
            recommendations: 0,
            conflicts: 0,
        }
    }

    /// Joins what is not here yet, and adds it to `brought`.
    fn join_new<'a>(
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

    async fn finish_import(
        self,
        mut receipt: Receipt,
        mut brought: Vec<Arc<Edit>>,
    ) -> Option<Receipt> {
        // By name: then each part of the batch continues what the parts before it hold, and is joined without a search.
        sorted::sort_by_number(&mut brought, |edit| edit.id.number());
        receipt.brought = Arc::new(sorted::set(brought.iter().cloned()));
        if !self.keep_batch(&receipt.batch, &brought).await {
            return None;
        }
        self.meet_own_id();
        self.peek(|book| {
            receipt.recommendations = book.workbook.of_kind(Kind::REC).count();
            receipt.conflicts = book.workbook.conflicts().count();
        });
        if !brought.is_empty() {
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

/// Reads a file; its size is looked at first.
pub(super) async fn read_picked(
    file: &PickedFile,
    progress: impl Fn(usize, usize),
) -> Result<Opened, Unusable> {
    let most = u64::try_from(limits::FILE_BYTES).unwrap_or(u64::MAX);
    match files::read(file, most).await {
        Ok(bytes) => read_in_slices(&bytes, progress).await,
        Err(FileError::TooBig(bytes)) => Err(Unusable::Refused(Refusal::TooLarge {
            bytes: usize::try_from(bytes).unwrap_or(usize::MAX),
            limit: limits::FILE_BYTES,
        })),
        Err(FileError::Unreadable(_) | FileError::NoDownload) => Err(Unusable::Unreadable),
    }
}

/// Of each file, whether it is another one of them again, by what whole files say of themselves; what is older or says the
/// same all the same is told by the verdict.
fn again(files: &[Incoming]) -> Vec<Option<Repeat>> {
    let batch: Vec<BatchFile<'_>> = files
        .iter()
        .map(|file| {
            let readable = file.outcome.as_ref().ok();
            let whole = readable.filter(|readable| readable.condition == Condition::Whole);
            BatchFile {
                name: &file.name,
                id: whole.map(|readable| readable.header.digest.as_str()),
                edits: &[],
            }
        })
        .collect();
    repeats(&batch)
}

async fn read_in_slices(bytes: &[u8], progress: impl Fn(usize, usize)) -> Result<Opened, Unusable> {
    let mut reader = Reader::new(bytes).map_err(Unusable::Refused)?;
    loop {
        let slice = clock::Slice::begin();
        let mut more = true;
        while more && !slice.is_over() {
            more = reader.step(STRIDE);
        }
        let (done, all) = reader.progress();
        progress(done, all);
        if !more {
            return Ok(reader.finish());
        }
        clock::pause().await;
    }
}
