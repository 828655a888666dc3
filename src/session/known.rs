//! The workbooks this laptop knows, and which of them an event is in.

use leptos::prelude::*;
use rapporteur_core::event::{Event, events};
use rapporteur_core::item::ItemId;
use rapporteur_core::sorted;

use super::{Book, Session};
use crate::browser::journal::Journal;
use crate::browser::store::WorkbookMeta;
use crate::browser::{clock, page};

impl Session {
    /// The workbooks on this laptop, the last opened first; none where storage is blocked. Notes those that cannot be opened.
    pub(crate) async fn workbooks(self) -> Vec<WorkbookMeta> {
        // First: what is begun while the store is read is in the store before it is in the journal.
        let journalled = Journal::workbooks();
        let Ok(store) = self.store().await else {
            return Vec::new();
        };
        // The open one may have got its name since it was opened.
        let (id, named) = self.peek(|book| (book.id.clone(), Named::of(book)));
        if !named.label.is_empty()
            && let Err(error) = store.update_meta(&id, |meta| named.tell(meta)).await
        {
            page::log(&format!("the workbook's name: {error:?}"));
        }
        let Ok((mut known, mut damaged)) = store.workbooks().await else {
            return Vec::new();
        };
        let is_known = |id: &String| known.iter().any(|meta| meta.id == *id);
        for id in journalled {
            if !is_known(&id) && !damaged.contains(&id) {
                damaged.push(id);
            }
        }
        self.damaged.set(damaged);
        // What somebody was told once may have been decided otherwise since.
        if !known.is_empty() {
            self.persisted.set(page::persisted().await);
        }
        sorted::sort_by_key(&mut known, |meta| {
            std::cmp::Reverse((meta.opened, meta.created))
        });
        known
    }

    /// The workbooks of which something is on this laptop that cannot be opened, by their local ids, as of the last
    /// [`Self::workbooks`]: what the store says of them cannot be read, or only the journal names them. Follows it.
    pub(crate) fn damaged(self) -> Vec<String> {
        self.damaged.get()
    }

    /// Whether the browser refused to promise that it keeps what is here when its disk runs full; follows it.
    pub(crate) fn unpromised(self) -> bool {
        self.persisted.get() == Some(false)
    }

    /// Since when something of the open workbook is in no file of this laptop, in seconds since 1970: the oldest change after
    /// the last file, or where there is none after the workbook was made here. Changes tell their time by the minute.
    pub(crate) fn unfiled_since(self) -> i64 {
        let filed = self.status.with_untracked(|status| {
            let file = status.last_file.as_ref();
            file.map(|file| file.at)
        });
        let now = clock::now();
        let begun = self.with_inner(|inner| inner.meta.created);
        // What files of others brought may be older than the last file made here: that came now.
        let (after, other) = filed.map_or((begun, begun), |filed| (filed, now));
        let oldest = self.peek(|book| {
            let changes = book.workbook.edits().filter_map(|edit| edit.at);
            changes.filter(|at| *at > after).min()
        });
        oldest.unwrap_or(other).min(now)
    }

    /// Another workbook of this laptop with one of these events: its local id and what it is known by.
    pub(crate) async fn elsewhere(self, events: &[ItemId], lang: &str) -> Option<(String, String)> {
        let here = self.peek(|book| book.id.clone());
        let wanted: Vec<String> = events.iter().map(ItemId::to_string).collect();
        let known = self.workbooks().await.into_iter();
        let mut others = known.filter(|meta| meta.id != here);
        others
            .find(|meta| meta.events.iter().any(|event| wanted.contains(event)))
            .map(|meta| {
                let label = meta.label_in(lang).to_owned();
                (meta.id, label)
            })
    }

    /// Deletes the open workbook if nothing was ever in it: it was made for files that go elsewhere.
    pub(crate) async fn abandon(self) {
        let (id, empty) = self.peek(|book| (book.id.clone(), book.workbook.is_empty()));
        // What was taken out of it lies in the store still.
        let first = self.with_inner(|inner| inner.meta.generation == 0);
        if let (true, Ok(store)) = (empty && first, self.store().await)
            && let Err(error) = store.delete_workbook(&id).await
        {
            page::log(&format!("an empty workbook stays: {error:?}"));
        }
    }
}

/// What a workbook is known by: to a person its events' codes and titles, to the program their ids. Empty where it has none.
pub(super) struct Named {
    pub(super) label: String,
    label_ur: String,
    events: Vec<String>,
}

impl Named {
    pub(super) fn of(book: &Book) -> Self {
        let known = events(&book.workbook);
        let label = |lang: &str, comma: &str| {
            let title = |event: &Event| match (event.code.as_str(), event.title(lang)) {
                ("", title) => title.to_owned(),
                (code, title) if code == title => code.to_owned(),
                (code, title) => format!("{code} · {title}"),
            };
            known.iter().map(title).collect::<Vec<_>>().join(comma)
        };
        let (label, label_ur) = (label("en", ", "), label("ur", "، "));
        Self {
            label_ur: if label_ur == label {
                String::new()
            } else {
                label_ur
            },
            label,
            events: known.iter().map(|event| event.id.to_string()).collect(),
        }
    }

    pub(super) fn tell(&self, meta: &mut WorkbookMeta) {
        if !self.label.is_empty() {
            meta.label.clone_from(&self.label);
            meta.label_ur.clone_from(&self.label_ur);
        }
        meta.events.clone_from(&self.events);
    }
}
