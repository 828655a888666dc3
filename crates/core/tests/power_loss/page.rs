//! A page that keeps what is typed and taken in, and another that opens what the disk holds then.

use std::collections::BTreeSet;

use rapporteur_core::edit::Edit;
use rapporteur_core::item::{EditId, SessionId};
use rapporteur_core::keep::{Keeper, StoredAct, TYPED, join_left, key_of, recover, text_of};
use rapporteur_core::workbook::Workbook;

use crate::chance::Chance;
use crate::disk::{Disk, Fate};
use crate::promises::{Promise, Promises, version};
use crate::store::{Choice, Write};

/// How a program keeps: rightly, or in one of the ways that lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Habit {
    Right,
    /// The journal is cleared when the store is asked, not when it has confirmed.
    ClearsJournalEarly,
    /// "Saved" is said when the store is asked.
    SaysSavedEarly,
    /// The store confirms before the disk has it.
    RelaxedStore,
    /// The store's text of a field goes as soon as the field is left.
    ForgetsTextAtOnce,
    /// Of two texts the journal's is always taken.
    TrustsJournal,
    /// No journal at all.
    NoJournal,
    /// The parts of an import go to the store one by one.
    ImportsInPieces,
    /// What the generation leaves out is recovered from the journal like what nobody has.
    ForgetsWhatIsOut,
    /// An import is taken out of the workbook, and the store hears of it some time later.
    SaysOutEarly,
}

/// A page that is open.
pub(crate) struct Page {
    habit: Habit,
    pub(crate) disk: Disk,
    keeper: Keeper,
    session: SessionId,
    seq: u64,
    typing: Option<EditId>,
    imports: Vec<String>,
    /// The earlier state that is wanted, as soon as nothing is on its way.
    wanted: Option<usize>,
    /// Nobody types until the workbook is read again.
    is_changing: bool,
    pub(crate) promises: Promises,
}

impl Page {
    /// Opens what the disk holds: all that was promised must be there.
    pub(crate) fn open(
        disk: Disk,
        session: u64,
        fate: Option<Fate>,
        promises: &Promises,
        habit: Habit,
    ) -> Result<Self, String> {
        disk.store.check()?;
        if let Some(name) = disk.store.changed_since(&promises.confirmed) {
            return Err(format!("{habit:?}: {name:?} was confirmed and is another"));
        }
        let mut workbook = Workbook::new();
        let (held, out) = disk.store.edits();
        workbook.join(held);
        let mut left = disk.left();
        left = join_left(left, &disk.store.texts());
        for held in &mut left {
            if habit == Habit::TrustsJournal && held.pending.is_some() {
                held.stored = None;
            }
        }
        let out: BTreeSet<String> = out
            .iter()
            .map(|edit| key_of(&edit.id.session.to_string(), edit.act))
            .collect();
        let is_left_out = |key: &str| habit != Habit::ForgetsWhatIsOut && out.contains(key);
        let mut page = Self {
            habit,
            disk,
            keeper: Keeper::default(),
            session: SessionId(session),
            seq: 0,
            typing: None,
            imports: vec![],
            wanted: None,
            is_changing: false,
            promises: promises.clone(),
        };
        for held in &left {
            let is_known = |edit: &Edit| !workbook.contents(edit.id).is_empty();
            let found = recover(held, is_known, is_left_out);
            workbook.join(found.acts().flatten().cloned());
            page.keeper
                .take_over(&page.disk, &held.session, &found)
                .ok();
        }
        page.hold(&workbook, fate).map_err(|found| {
            format!("{habit:?}: after {fate:?} {found}; was {:?}", promises.acts)
        })?;
        page.say_saved(false);
        Ok(page)
    }

    /// Whether the workbook has what was promised; what it has is promised from now on.
    fn hold(&mut self, workbook: &Workbook, fate: Option<Fate>) -> Result<(), String> {
        let store = &self.disk.store;
        if store.number < self.promises.number {
            return Err(format!("generation {} is here", store.number));
        }
        if store.number == self.promises.number
            && let Some(import) = self
                .promises
                .out
                .iter()
                .find(|out| !store.is_import_out(out))
        {
            return Err(format!("{import} is here again"));
        }
        if store.number > self.promises.number {
            self.promises.out.clear();
        }
        self.promises.number = store.number;
        for promise in self.promises.acts.values_mut() {
            let held: Vec<Vec<u32>> = promise
                .edits
                .iter()
                .map(|id| {
                    workbook
                        .contents(*id)
                        .iter()
                        .map(|edit| version(edit))
                        .collect()
                })
                .collect();
            let is_out = store.is_out(&promise.name);
            let here = held[0].first().copied().unwrap_or(0);
            let needed = match fate {
                _ if is_out => 0,
                Some(Fate::Kill) => promise.saved.max(promise.journalled),
                _ => promise.saved,
            };
            let one = if here == 0 { vec![] } else { vec![here] };
            if here < needed || (is_out && here > 0) || held.iter().any(|held| *held != one) {
                let name = &promise.name;
                return Err(format!("{name:?} stands as {held:?}, out: {is_out}"));
            }
            if is_out {
                // It is in the store, unless it was taken out before it came there.
                promise.version = promise.saved;
                promise.journalled = 0;
            } else {
                promise.version = here;
                // What was found is in the store, or in the journal again; imports have no place there.
                let has_journal = promise.name.0 == TYPED && self.habit != Habit::NoJournal;
                promise.journalled = if has_journal { here } else { 0 };
            }
        }
        Ok(())
    }

    /// One thing happens: somebody types or acts, or the disk does something.
    pub(crate) fn step(&mut self, chance: &mut Chance) {
        let mut asked = false;
        match chance.below(20) {
            11 | 12 => self.store_answers(chance),
            13 => match chance.below(3) {
                0 => self.disk.sync_journal(),
                1 => self.disk.set_full(chance.below(3) == 0),
                _ => self.store_refuses(chance),
            },
            7..=10 => asked = self.ask_store(),
            _ if self.is_changing => self.store_answers(chance),
            _ if self.wanted.is_some() => {
                asked = self.ask_store();
                self.store_answers(chance);
                self.go_back();
            }
            0..=3 => self.type_one(chance),
            4 | 5 => self.leave(),
            6 => self.act(chance),
            14 | 15 => self.import(chance),
            16 => self.take_out(chance),
            _ => self.want_back(chance),
        }
        self.say_saved(asked);
    }

    fn say_saved(&mut self, asked: bool) {
        let early = self.habit == Habit::SaysSavedEarly && asked;
        if self.keeper.is_saved() || early {
            for promise in self.promises.acts.values_mut() {
                promise.saved = promise.version;
            }
        }
    }

    /// Promises an act of one edit or several.
    fn promise(&mut self, chance: &mut Chance) -> EditId {
        let edits: Vec<EditId> = (0..1 + chance.below(3))
            .map(|_| {
                self.seq += 1;
                EditId {
                    session: self.session,
                    seq: self.seq,
                }
            })
            .collect();
        let first = edits[0];
        let name = (
            TYPED.to_owned(),
            key_of(&self.session.to_string(), first.seq),
        );
        let promise = Promise {
            edits,
            name,
            ..Promise::default()
        };
        self.promises.acts.insert(first, promise);
        first
    }

    fn promised(&mut self, first: EditId) -> &mut Promise {
        self.promises.acts.get_mut(&first).unwrap()
    }

    fn type_one(&mut self, chance: &mut Chance) {
        let id = match self.typing {
            Some(id) => id,
            None => self.promise(chance),
        };
        self.typing = Some(id);
        let promise = self.promised(id);
        promise.version += 1;
        let made = promise.made();
        let session = self.session.to_string();
        let kept = self.keeper.type_text(&self.disk, &session, &made);
        if kept.is_ok() && self.habit != Habit::NoJournal {
            let promise = self.promised(id);
            promise.journalled = promise.version;
        }
    }

    fn leave(&mut self) {
        let Some(id) = self.typing.take() else {
            return;
        };
        self.keep(id);
        let session = self.session.to_string();
        self.keeper.leave_text(&self.disk, &session);
        if self.habit == Habit::ForgetsTextAtOnce {
            self.disk.begin(Write::Text(session, None));
            self.disk.end_last();
        }
    }

    fn act(&mut self, chance: &mut Chance) {
        self.leave();
        let id = self.promise(chance);
        self.promised(id).version = 1;
        self.keep(id);
    }

    fn keep(&mut self, id: EditId) {
        let session = self.session.to_string();
        let promise = self.promised(id);
        let act = StoredAct {
            key: promise.name.1.clone(),
            batch: TYPED.to_owned(),
            text: text_of(&promise.made()),
        };
        let kept = self.keeper.keep(&self.disk, &session, id.seq, act);
        if kept.is_ok() && self.habit != Habit::NoJournal {
            let promise = self.promised(id);
            promise.journalled = promise.version;
        }
    }

    /// Takes a file in: parts of some edits each, by another laptop.
    fn import(&mut self, chance: &mut Chance) {
        let number = self.imports.len() as u64 + 1;
        let session = SessionId(1_000 * self.session.0 + number);
        let batch = format!("import-{}", session.0);
        let edits: Vec<EditId> = (1..=2 + chance.below(5) as u64)
            .map(|seq| EditId { session, seq })
            .collect();
        let promise = Promise {
            edits,
            name: (batch.clone(), format!("{:06}", 0)),
            version: 1,
            ..Promise::default()
        };
        let parts = promise.made();
        let parts = parts.chunks(2).enumerate().map(|(at, edits)| StoredAct {
            key: format!("{at:06}"),
            batch: batch.clone(),
            text: text_of(edits),
        });
        match self.habit {
            Habit::ImportsInPieces => {
                for part in parts {
                    self.keeper.keep_parts([part]);
                    self.ask_store();
                }
            }
            _ => self.keeper.keep_parts(parts),
        }
        self.promises.acts.insert(promise.edits[0], promise);
        self.imports.push(batch);
        self.change(Choice::Same);
    }

    /// Takes one of this page's imports out again, whatever waits.
    fn take_out(&mut self, chance: &mut Chance) {
        let held: Vec<&String> = self
            .imports
            .iter()
            .filter(|import| !self.disk.store.is_import_out(import))
            .collect();
        let Some(import) = held.get(chance.below(held.len())) else {
            return;
        };
        let import = (*import).clone();
        self.leave();
        if self.habit == Habit::SaysOutEarly {
            self.promises.out.insert(import.clone());
        }
        self.change(Choice::Without(import));
    }

    /// Leaves everything for an earlier state.
    fn want_back(&mut self, chance: &mut Chance) {
        let states = self.disk.store.states();
        if states > 0 {
            self.leave();
            self.wanted = Some(chance.below(states));
            self.go_back();
        }
    }

    /// Goes back to the state that is wanted, when nothing is on its way.
    fn go_back(&mut self) {
        if self.keeper.is_saved()
            && self.disk.is_still()
            && let Some(state) = self.wanted.take()
        {
            self.change(Choice::Earlier(state));
        }
    }

    fn change(&mut self, choice: Choice) {
        self.is_changing = matches!(choice, Choice::Earlier(_));
        let number = self.disk.store.number;
        self.disk.begin(Write::Choice(number, choice));
    }

    /// Whether acts are asked to be written.
    fn ask_store(&mut self) -> bool {
        let acts = self.keeper.next_acts();
        let asked = acts.is_some();
        if let Some(acts) = acts {
            if self.habit == Habit::ClearsJournalEarly {
                self.disk.clear_acts();
            }
            let number = self.disk.store.number;
            self.disk.begin(Write::Acts(number, acts));
        }
        if let Some((session, text)) = self.keeper.next_pending() {
            self.disk.begin(Write::Text(session, text));
        }
        asked
    }

    fn store_answers(&mut self, chance: &mut Chance) {
        let relaxed = self.habit == Habit::RelaxedStore;
        match self.disk.end_one(chance, relaxed) {
            Some((Write::Acts(_, acts), true)) => {
                self.keeper.acts_written(&self.disk);
                let acts = acts.into_iter();
                let confirmed = acts.map(|act| ((act.batch, act.key), act.text));
                self.promises.confirmed.extend(confirmed);
            }
            // Another generation was chosen meanwhile.
            Some((Write::Acts(..), false)) => self.keeper.acts_failed(),
            Some((Write::Text(..), _)) => self.keeper.pending_written(&self.disk),
            Some((Write::Choice(_, choice), true)) => self.is_chosen(choice),
            Some((Write::Choice(..), false)) => self.is_changing = false,
            None => {}
        }
    }

    /// Another generation is there: the page goes on with it, after going back as a new session.
    fn is_chosen(&mut self, choice: Choice) {
        self.is_changing = false;
        self.promises.number = self.disk.store.number;
        match choice {
            Choice::Same => {}
            Choice::Without(import) => drop(self.promises.out.insert(import)),
            Choice::Earlier(_) => {
                self.promises.out.clear();
                self.session.0 += 10;
                self.seq = 0;
                self.imports.clear();
            }
        }
    }

    fn store_refuses(&mut self, chance: &mut Chance) {
        match self.disk.drop_one(chance) {
            Some(Write::Acts(..)) => self.keeper.acts_failed(),
            Some(Write::Text(..)) => self.keeper.pending_failed(),
            Some(Write::Choice(..)) => self.is_changing = false,
            None => {}
        }
    }
}
