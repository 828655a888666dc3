//! What the status line says.

use crate::browser::journal::JournalError;
use crate::browser::store::{LastFile, StoreError};

/// Whether work is safe on this laptop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Saving {
    /// All of it is on the disk.
    #[default]
    Saved,
    /// Some is on its way.
    Underway,
    /// Some is in memory only.
    NotSaved(Trouble),
}

/// Why work is in memory only, by what a person can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The browser gives this page no storage.
    Blocked,
    /// The disk, or this page's share of it, is full.
    Full,
    /// The storage does not answer; it is tried again.
    Lost,
    /// A newer version of the app has the storage: reload.
    Newer,
    /// The program failed: nothing may be saved any more.
    Crashed,
}

impl Trouble {
    /// The key of its sentence.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Blocked => "trouble-blocked",
            Self::Full => "trouble-full",
            Self::Lost => "trouble-lost",
            Self::Newer => "trouble-newer",
            Self::Crashed => "trouble-crashed",
        }
    }
}

impl From<&StoreError> for Trouble {
    fn from(error: &StoreError) -> Self {
        match error {
            StoreError::Blocked => Self::Blocked,
            StoreError::Full => Self::Full,
            StoreError::Newer => Self::Newer,
            StoreError::Crashed => Self::Crashed,
            StoreError::Lost
            | StoreError::StaleGeneration(_)
            | StoreError::Gone
            | StoreError::Unreadable
            | StoreError::Other(_) => Self::Lost,
        }
    }
}

impl From<JournalError> for Trouble {
    fn from(error: JournalError) -> Self {
        match error {
            JournalError::Full => Self::Full,
            JournalError::Blocked => Self::Blocked,
            JournalError::Crashed => Self::Crashed,
        }
    }
}

/// Why a workbook is not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shut {
    /// The one that was open is in memory only, and no file has all of it.
    Unsaved,
    /// It was erased from this laptop while it was open here.
    Erased,
    /// This laptop has no such workbook.
    Gone,
    /// What this laptop knows of it cannot be read.
    Unreadable,
    /// The storage's reason.
    Trouble(Trouble),
}

impl Shut {
    /// The key of its heading.
    pub(crate) const fn heading(self) -> &'static str {
        match self {
            Self::Erased => "shut-erased",
            _ => "open-failed",
        }
    }

    /// The key of its sentence.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Unsaved => "unsaved-open",
            Self::Erased | Self::Gone => "shut-gone",
            Self::Unreadable => "shut-unreadable",
            Self::Trouble(trouble) => trouble.key(),
        }
    }
}

impl From<&StoreError> for Shut {
    fn from(error: &StoreError) -> Self {
        match error {
            StoreError::Gone => Self::Gone,
            StoreError::Unreadable => Self::Unreadable,
            _ => Self::Trouble(error.into()),
        }
    }
}

/// What the status line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Status {
    /// Whether a workbook is open.
    pub(crate) open: bool,
    /// Whether one is being opened.
    pub(crate) opening: bool,
    /// Whether work is safe on this laptop.
    pub(crate) saving: Saving,
    /// The last file made from this workbook.
    pub(crate) last_file: Option<LastFile>,
    /// Acts since then (or since the beginning).
    pub(crate) changes: usize,
    /// Text of an earlier visit that was cut short and is here again: how many pieces.
    pub(crate) recovered: usize,
    /// How much of what is kept of this workbook could not be read: it is not shown, and stays where it is.
    pub(crate) unreadable: usize,
    /// Why the workbook could not be opened.
    pub(crate) failed: Option<Shut>,
}
