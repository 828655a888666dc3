//! Files in: read, compared and previewed in slices, joined only when accepted, and as it was again where a person stops it.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::edit::Edit;
use rapporteur_core::file::{Finding, Header, Opened, Reader, Refusal, limits};
use rapporteur_core::intake::{
    BatchFile, Condition, Foreseeing, Foreseen, Preview, Repeat, condition, repeats,
};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::sorted;
use rapporteur_core::workbook::Workbook;

use super::files::{Brought, Received, by_name, holds};
use super::{Book, Receipt, Session};
use crate::browser::clock;
use crate::browser::files::{self, FileError, PickedFile};

/// Edits joined between two looks at the clock.
const JOINED_AT_ONCE: usize = 256;
/// Records between two looks at the clock.
const STRIDE: usize = 16;

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
        let events = files.flat_map(|file| file.before.0.of_kind(Kind::EVENT));
        sorted::set(events.map(|(id, _)| id)).into_iter().collect()
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

impl Session {
    /// Reads and compares files, each as if those before it were taken; nothing is joined. What was read is held in
    /// `picked`, so that a stick can be pulled out. `go_on` hears how far the present file is (its number, parts done, all)
    /// and says whether to go on; `None` where it said no.
    pub(crate) async fn look_at(
        self,
        picked: &mut [PickedFile],
        go_on: impl Fn(usize, usize, usize) -> bool,
    ) -> Option<Taking> {
        self.leave_text();
        let mut trial: Workbook = self.peek(|book| book.workbook.clone());
        let mut taking = Taking {
            before: trial.len(),
            ..Taking::default()
        };
        for (number, file) in picked.iter_mut().enumerate() {
            if !go_on(number, 0, 1) {
                return None;
            }
            // Reading is one half of the work, comparing the other.
            let reads = |done, all: usize| go_on(number, done, all.saturating_mul(2));
            let outcome = match read_picked(file, reads).await? {
                Ok(opened) => {
                    let condition = condition(&opened);
                    let shared = |edits: Vec<Edit>| edits.into_iter().map(Arc::new).collect();
                    let (edits, hand_edits): (Vec<Arc<Edit>>, Vec<Arc<Edit>>) =
                        (shared(opened.edits), shared(opened.by_hand));
                    let compares = |done: usize, all: usize| {
                        go_on(number, all.saturating_add(done), all.saturating_mul(2))
                    };
                    let seen = foreseen(&trial, edits.clone(), compares).await?;
                    trial = seen.after;
                    let by_hand = match hand_edits.as_slice() {
                        [] => None,
                        _ => Some(
                            foreseen(&trial, hand_edits.clone(), compares)
                                .await?
                                .preview,
                        ),
                    };
                    Ok(Arc::new(Readable {
                        header: opened.header,
                        findings: opened.findings,
                        preview: seen.preview,
                        by_hand,
                        condition,
                        before: Before(Arc::new(seen.file)),
                        edits,
                        hand_edits,
                    }))
                }
                Err(unusable) => Err(unusable),
            };
            taking.files.push(Incoming {
                name: file.name.clone(),
                outcome,
            });
            clock::pause().await;
        }
        taking.repeats = again(&taking.files);
        taking.after = Some(Arc::new(Book::of_in_slices("", trial).await));
        clock::pause().await;
        go_on(picked.len(), 1, 1).then_some(taking)
    }

    /// What [`Self::take`] would do to the workbook as it is now, worked out in slices; `None` where `go_on`, which is asked
    /// after each, said no.
    pub(crate) async fn foresee(
        self,
        taking: &Taking,
        files: &BTreeSet<usize>,
        by_hand: &BTreeSet<usize>,
        go_on: impl Fn() -> bool,
    ) -> Option<Preview> {
        // The first file alone was compared with what is still here: the usual case, and a long work for a large file.
        let here = self.peek(|book| book.workbook.clone());
        if here.len() == taking.before
            && by_hand.is_empty()
            && files.iter().eq([&0])
            && let Some(Ok(file)) = taking.files.first().map(|file| file.outcome.as_ref())
        {
            return Some(file.preview.clone());
        }
        // What is shown of the files comes first.
        clock::pause().await;
        let edits = taking.edits(files, by_hand);
        let edits = edits.flat_map(|(_, _, edits)| edits).cloned().collect();
        let foreseen = foreseen(&here, edits, |_, _| go_on()).await?;
        Some(foreseen.preview)
    }

    /// Joins the files, in slices: those at the places in `files`, and of these the changes made by hand in `by_hand`.
    /// `None` where another workbook was opened meanwhile, or `go_on`, which hears how far it is, said no; the workbook is
    /// then as it was.
    pub(crate) async fn take(
        self,
        taking: &Taking,
        files: &BTreeSet<usize>,
        by_hand: &BTreeSet<usize>,
        go_on: impl Fn(usize, usize) -> bool,
    ) -> Option<Receipt> {
        self.alone(self.take_alone(taking, files, by_hand, go_on))
            .await
    }

    async fn take_alone(
        self,
        taking: &Taking,
        files: &BTreeSet<usize>,
        by_hand: &BTreeSet<usize>,
        go_on: impl Fn(usize, usize) -> bool,
    ) -> Option<Receipt> {
        self.leave_text();
        let opening = self.opening();
        let moment = self.moment("import");
        let before = self.peek(|book| book.workbook.clone());
        let all = taking
            .edits(files, by_hand)
            .map(|(_, _, edits)| edits.count())
            .sum();
        let mut receipt = self.empty_receipt();
        receipt.own = self.own_work();
        let mut brought: Vec<Vec<Arc<Edit>>> = Vec::new();
        let mut slice = clock::Slice::begin();
        let mut done = 0_usize;
        for (name, held, edits) in taking.edits(files, by_hand) {
            let edits: Vec<&Arc<Edit>> = edits.collect();
            let mut new: Vec<Arc<Edit>> = Vec::new();
            for part in edits.chunks(JOINED_AT_ONCE) {
                self.join_new(part.iter().copied(), &mut new);
                done = done.saturating_add(part.len());
                if !go_on(done, all) {
                    brought.push(by_name(new));
                    self.put_back(before, Brought::of(brought)).await;
                    return None;
                }
                slice.end().await;
                if self.opening() != opening {
                    return None;
                }
            }
            receipt.files.push(Received {
                name: name.to_owned(),
                brought: new.len(),
                before: Some(held.clone()),
            });
            brought.push(by_name(new));
        }
        clock::pause().await;
        if self.opening() != opening {
            return None;
        }
        // Only now: what is stopped leaves no earlier state behind.
        self.remember_moment(moment).await;
        if self.opening() != opening {
            return None;
        }
        self.finish_import(receipt, brought).await
    }

    /// Has the workbook as it was before edits were joined that are not kept yet. What came meanwhile from elsewhere stays.
    async fn put_back(self, before: Workbook, joined: Brought) {
        let opening = self.opening();
        loop {
            let (id, now) = self.peek(|book| (book.id.clone(), book.workbook.clone()));
            let rest = match now.len() == before.len().saturating_add(joined.len()) {
                true => before.clone(),
                false => {
                    let all = joined.all();
                    let rest = now.edits().filter(|edit| !holds(&all, edit));
                    join_in_slices(Workbook::new(), rest.cloned().collect()).await
                }
            };
            let book = Book::of_in_slices(&id, rest).await;
            if self.opening() != opening {
                return;
            }
            if self.peek(|book| book.workbook.len()) == now.len() {
                self.book.set(book);
                return;
            }
        }
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
}

/// Works a preview out in slices; `None` where `go_on`, which hears how far it is, said no.
async fn foreseen(
    here: &Workbook,
    edits: Vec<Arc<Edit>>,
    go_on: impl Fn(usize, usize) -> bool,
) -> Option<Foreseen> {
    let mut foreseeing = Foreseeing::new(here, edits);
    loop {
        let slice = clock::Slice::begin();
        let mut more = true;
        while more && !slice.is_over() {
            more = foreseeing.step();
        }
        if !more {
            return Some(foreseeing.finish());
        }
        let (done, all) = foreseeing.progress();
        if !go_on(done, all) {
            return None;
        }
        clock::pause().await;
    }
}

/// A workbook with more edits.
pub(super) async fn join_in_slices(mut workbook: Workbook, edits: Vec<Arc<Edit>>) -> Workbook {
    let mut slice = clock::Slice::begin();
    for part in edits.chunks(JOINED_AT_ONCE) {
        workbook.join_shared(part.iter().cloned());
        slice.end().await;
    }
    workbook
}

/// Reads a file, whose size is looked at first, and holds its bytes in it; `None` where `go_on`, which hears how far it is,
/// said no.
pub(super) async fn read_picked(
    file: &mut PickedFile,
    go_on: impl Fn(usize, usize) -> bool,
) -> Option<Result<Opened, Unusable>> {
    let most = u64::try_from(limits::FILE_BYTES).unwrap_or(u64::MAX);
    match files::read(file, most).await {
        Ok(bytes) => {
            file.hold(&bytes);
            read_in_slices(&bytes, go_on).await
        }
        Err(FileError::TooBig(bytes)) => Some(Err(Unusable::Refused(Refusal::TooLarge {
            bytes: usize::try_from(bytes).unwrap_or(usize::MAX),
            limit: limits::FILE_BYTES,
        }))),
        Err(FileError::Unreadable(_) | FileError::NoDownload) => Some(Err(Unusable::Unreadable)),
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

async fn read_in_slices(
    bytes: &[u8],
    go_on: impl Fn(usize, usize) -> bool,
) -> Option<Result<Opened, Unusable>> {
    let mut reader = match Reader::new(bytes) {
        Ok(reader) => reader,
        Err(refusal) => return Some(Err(Unusable::Refused(refusal))),
    };
    loop {
        let slice = clock::Slice::begin();
        let mut more = true;
        while more && !slice.is_over() {
            more = reader.step(STRIDE);
        }
        if !more {
            return Some(Ok(reader.finish()));
        }
        let (done, all) = reader.progress();
        if !go_on(done, all) {
            return None;
        }
        clock::pause().await;
    }
}
