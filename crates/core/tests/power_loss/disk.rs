//! A laptop's disk as browsers use it: a journal that is on the disk some time after it was written, in any order and
//! perhaps in part, and a store whose transactions are whole, and certain only when they are confirmed.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use rapporteur_core::keep::{Journal, JournalAct, Left};

use crate::chance::Chance;
use crate::store::{Store, Write};

/// How it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The page or browser is killed: the machine goes on and writes what it was given.
    Kill,
    /// The power is cut: the last writes of the journal are not on the disk.
    Dropped,
    /// The power is cut: any of them is, whatever came before it.
    Reordered,
    /// The power is cut: any of them is, and one only in part.
    Torn,
}

impl Fate {
    pub(crate) const ALL: [Self; 4] = [Self::Kill, Self::Dropped, Self::Reordered, Self::Torn];
}

/// Key and value as text; no value where the key is removed.
type Line = (String, Option<String>);

#[derive(Clone, Debug, Default)]
pub(crate) struct Disk {
    synced: RefCell<BTreeMap<String, String>>,
    log: RefCell<Vec<Line>>,
    full: Cell<bool>,
    without_journal: bool,
    pub(crate) store: Store,
    /// Confirmed by a store that did not wait for the disk.
    relaxed: Vec<Write>,
    under_way: Vec<Write>,
}

impl Disk {
    pub(crate) fn new(without_journal: bool) -> Self {
        Self {
            without_journal,
            ..Self::default()
        }
    }

    fn journal(&self) -> BTreeMap<String, String> {
        let mut held = self.synced.borrow().clone();
        for (key, value) in self.log.borrow().iter() {
            match value {
                Some(value) => drop(held.insert(key.clone(), value.clone())),
                None => drop(held.remove(key)),
            }
        }
        held
    }

    pub(crate) fn sync_journal(&self) {
        let held = self.journal();
        self.log.borrow_mut().clear();
        self.synced.replace(held);
    }

    pub(crate) fn set_full(&self, full: bool) {
        self.full.set(full);
    }

    /// Clears the acts out of the journal, which nobody should do.
    pub(crate) fn clear_acts(&self) {
        for key in self
            .journal()
            .into_keys()
            .filter(|key| key.contains("/act/"))
        {
            self.log.borrow_mut().push((key, None));
        }
    }

    pub(crate) fn begin(&mut self, write: Write) {
        self.under_way.push(write);
    }

    /// The last transaction that was begun is complete.
    pub(crate) fn end_last(&mut self) {
        if let Some(write) = self.under_way.pop() {
            self.store.apply(&write);
        }
    }

    /// One of the transactions under way is complete; whether the store took it.
    pub(crate) fn end_one(&mut self, chance: &mut Chance, relaxed: bool) -> Option<(Write, bool)> {
        let write = self.drop_one(chance)?;
        let taken = match relaxed {
            true => {
                self.relaxed.push(write.clone());
                true
            }
            false => self.store.apply(&write),
        };
        Some((write, taken))
    }

    /// Whether nothing is on its way to the store.
    pub(crate) fn is_still(&self) -> bool {
        self.under_way.is_empty()
    }

    /// One of them failed.
    pub(crate) fn drop_one(&mut self, chance: &mut Chance) -> Option<Write> {
        let at = chance.below(self.under_way.len());
        (!self.under_way.is_empty()).then(|| self.under_way.remove(at))
    }

    /// What is on the disk after it ended so.
    pub(crate) fn after(&self, fate: Fate, chance: &mut Chance) -> Self {
        let mut after = Self::new(self.without_journal);
        let mut store = self.store.clone();
        for write in &self.relaxed {
            if fate == Fate::Kill || chance.below(2) == 0 {
                store.apply(write);
            }
        }
        for write in &self.under_way {
            if chance.below(2) == 0 {
                store.apply(write);
            }
        }
        after.store = store;
        let mut lines = self.log.borrow().clone();
        match fate {
            Fate::Kill => {}
            Fate::Dropped => lines.truncate(chance.below(lines.len() + 1)),
            Fate::Reordered => lines.retain(|_| chance.below(2) == 0),
            Fate::Torn => {
                lines.retain(|_| chance.below(3) > 0);
                let at = chance.below(lines.len());
                if let Some((_, Some(value))) = lines.get_mut(at) {
                    value.truncate(chance.below(value.len()));
                }
            }
        }
        after.synced.replace(self.synced.borrow().clone());
        after.log.replace(lines);
        after.sync_journal();
        after
    }

    /// The journal's leavings, as the app reads them.
    pub(crate) fn left(&self) -> Vec<Left> {
        let mut sessions: BTreeMap<String, Left> = BTreeMap::new();
        for (key, value) in self.journal() {
            let (session, rest) = key.split_once('/').expect("all keys have a session");
            let left = sessions.entry(session.to_owned()).or_default();
            left.session = session.to_owned();
            let Ok((batch, text)) = serde_json::from_str::<(String, String)>(&value) else {
                left.unreadable.push(key);
                continue;
            };
            match rest.strip_prefix("act/") {
                Some(seq) => left.acts.push(JournalAct {
                    seq: seq.parse().expect("a number"),
                    batch,
                    text,
                }),
                None => left.pending = Some(text),
            }
        }
        sessions.into_values().collect()
    }

    fn put(&self, key: String, batch: &str, text: &str) -> Result<(), ()> {
        if self.full.get() {
            return Err(());
        }
        if !self.without_journal {
            let value = serde_json::to_string(&(batch, text)).expect("texts");
            self.log.borrow_mut().push((key, Some(value)));
        }
        Ok(())
    }
}

impl Journal for Disk {
    type Error = ();

    fn write_act(&self, session: &str, seq: u64, batch: &str, text: &str) -> Result<(), ()> {
        self.put(format!("{session}/act/{seq}"), batch, text)
    }

    fn remove_act(&self, session: &str, seq: u64) {
        self.log
            .borrow_mut()
            .push((format!("{session}/act/{seq}"), None));
    }

    fn write_pending(&self, session: &str, text: &str) -> Result<(), ()> {
        self.put(format!("{session}/pending"), "", text)
    }

    fn remove_pending(&self, session: &str) {
        self.log
            .borrow_mut()
            .push((format!("{session}/pending"), None));
    }
}
