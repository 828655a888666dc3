//! The store as the app uses it: acts are only added, in transactions that name a generation, and another generation chooses
//! which of them are held. What is to be held is known here in a second way, act by act.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::edit::Edit;
use rapporteur_core::keep::{Extent, Generation, StoredAct, edits_of};

/// Batch and key of an act.
pub(crate) type Name = (String, String);

/// A transaction of the store.
#[derive(Clone, Debug)]
pub(crate) enum Write {
    /// Acts, for the generation of that number.
    Acts(u64, Vec<StoredAct>),
    Text(String, Option<String>),
    /// Another generation in place of the one of that number.
    Choice(u64, Choice),
}

/// Which acts the next generation holds.
#[derive(Clone, Debug)]
pub(crate) enum Choice {
    /// The same ones; but the state is to be had again.
    Same,
    /// All but those of an import.
    Without(String),
    /// Those of an earlier state, by its place among them.
    Earlier(usize),
}

/// An earlier state: as the program knows it, and what was in it.
#[derive(Clone, Debug)]
struct State {
    held: Generation,
    extent: Extent,
    holds: BTreeSet<Name>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    acts: BTreeMap<Name, String>,
    texts: BTreeMap<String, String>,
    /// Counts the generations.
    pub(crate) number: u64,
    held: Generation,
    states: Vec<State>,
    /// Acts that the present generation leaves out, and imports with all that may still come of them.
    out: BTreeSet<Name>,
    imports_out: BTreeSet<String>,
}

impl Store {
    /// Whether the transaction is for the present generation, and is done therefore.
    pub(crate) fn apply(&mut self, write: &Write) -> bool {
        match write {
            Write::Acts(number, acts) if *number == self.number => {
                let acts = acts.iter().cloned();
                self.acts
                    .extend(acts.map(|act| ((act.batch, act.key), act.text)));
            }
            Write::Text(session, Some(text)) => {
                self.texts.insert(session.clone(), text.clone());
            }
            Write::Text(session, None) => {
                self.texts.remove(session);
            }
            Write::Choice(number, choice) if *number == self.number => self.choose(choice),
            Write::Acts(..) | Write::Choice(..) => return false,
        }
        true
    }

    fn extent(&self) -> Extent {
        let names = self.acts.keys();
        Extent::of(names.map(|(batch, key)| (batch.as_str(), key.as_str())))
    }

    fn choose(&mut self, choice: &Choice) {
        let now = self.extent();
        let holds = self.held_names();
        self.states.push(State {
            held: self.held.clone(),
            extent: now.clone(),
            holds,
        });
        match choice {
            Choice::Same => return,
            Choice::Without(import) => {
                self.held.dropped.push(import.clone());
                self.imports_out.insert(import.clone());
            }
            Choice::Earlier(at) => {
                let state = &self.states[*at];
                self.held = state.held.restored(&state.extent, &now);
                let names = self.acts.keys();
                self.out = names
                    .filter(|name| !state.holds.contains(*name))
                    .cloned()
                    .collect();
                self.imports_out.clear();
            }
        }
        self.number += 1;
    }

    /// What is to be held of what is here.
    fn held_names(&self) -> BTreeSet<Name> {
        let names = self.acts.keys();
        names.filter(|name| !self.is_out(name)).cloned().collect()
    }

    /// Whether the present generation is to leave this act out.
    pub(crate) fn is_out(&self, name: &Name) -> bool {
        self.out.contains(name) || self.imports_out.contains(&name.0)
    }

    /// Whether it is to leave out all of this import.
    pub(crate) fn is_import_out(&self, import: &str) -> bool {
        self.imports_out.contains(import)
    }

    /// Whether somebody went back.
    pub(crate) fn is_earlier(&self) -> bool {
        !self.out.is_empty()
    }

    /// How many earlier states there are.
    pub(crate) fn states(&self) -> usize {
        self.states.len()
    }

    /// The edits of the acts the program holds, and those of the acts it leaves out.
    pub(crate) fn edits(&self) -> (Vec<Edit>, Vec<Edit>) {
        let (held, out): (Vec<_>, Vec<_>) = self
            .acts
            .iter()
            .partition(|((batch, key), _)| self.held.holds(batch, key));
        let edits = |acts: Vec<(&Name, &String)>| {
            let texts = acts.into_iter().map(|(_, text)| text);
            texts
                .flat_map(|text| edits_of(text).expect("the store tears nothing"))
                .collect()
        };
        (edits(held), edits(out))
    }

    pub(crate) fn texts(&self) -> Vec<(String, String)> {
        let texts = self.texts.iter();
        texts
            .map(|(session, text)| (session.clone(), text.clone()))
            .collect()
    }

    /// What is wrong with what is held now, and what could be had again, if anything.
    pub(crate) fn check(&self) -> Result<(), String> {
        let now = self.extent();
        let held_by = |generation: &Generation| -> BTreeSet<Name> {
            let names = self.acts.keys();
            names
                .filter(|(batch, key)| generation.holds(batch, key))
                .cloned()
                .collect()
        };
        let found = held_by(&self.held);
        if found != self.held_names() {
            return Err(format!("held are {found:?}, not {:?}", self.held_names()));
        }
        for state in &self.states {
            let again = held_by(&state.held.restored(&state.extent, &now));
            if again != state.holds {
                return Err(format!("again {again:?}, was {:?}", state.holds));
            }
        }
        Ok(())
    }

    /// The acts whose text was one thing when it was confirmed and is another now.
    pub(crate) fn changed_since<'a>(
        &self,
        confirmed: &'a BTreeMap<Name, String>,
    ) -> Option<&'a Name> {
        let mut confirmed = confirmed.iter();
        let changed = confirmed.find(|(name, text)| self.acts.get(*name) != Some(*text));
        changed.map(|(name, _)| name)
    }
}
