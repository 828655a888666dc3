//! What is read on opening: the acts the generation holds, what dead sessions left, what can be taken back.

use rapporteur_core::edit::Edit;
use rapporteur_core::item::EditId;
use rapporteur_core::workbook::Workbook;
use rapporteur_core::{keep, sorted};

use super::Session;
use super::keeping::{TYPED, edits_of};
use crate::browser::journal::Journal;
use crate::browser::store::Loaded;
use crate::browser::{clock, locks};

/// Edits of how many stored acts are joined at once: each join looks through what its sessions wrote before.
const JOINED_AT_ONCE: usize = 4_000;

/// What other sessions of this workbook left.
#[derive(Default)]
pub(super) struct Recovered {
    /// Edits of live ones, who keep them themselves.
    pub(super) of_others: Vec<Edit>,
    /// How many texts were being typed.
    pub(super) pieces: usize,
    /// How much of the journal could not be read.
    pub(super) unreadable: usize,
    /// The dead sessions with what they left, to be kept, and their locks.
    pub(super) dead: Vec<(String, keep::Recovered, locks::Lock)>,
}

impl Session {
    /// How many acts came after the last file, as far as can be told: edits then and now.
    pub(super) fn held_file(self, loaded: &Loaded, workbook: &Workbook) -> usize {
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
    pub(super) async fn recover(self, loaded: &Loaded, workbook: &Workbook) -> Recovered {
        let own = self.with_inner(|inner| inner.pen.session().to_string());
        let left = keep::join_left(Journal::sessions_of(&loaded.meta.id), &loaded.pending);
        let is_known = |edit: &Edit| !workbook.contents(edit.id).is_empty();
        let mut recovered = Recovered::default();
        for held in left.into_iter().filter(|held| held.session != own) {
            let found = keep::recover(&held, is_known, |key: &str| is_left_out(loaded, key));
            let read = found.journalled.len().saturating_add(found.left_out.len());
            let lost = held.acts.len().saturating_sub(read);
            let lost = lost.saturating_add(held.unreadable.len());
            recovered.unreadable = recovered.unreadable.saturating_add(lost);
            let lock = match locks::acquire(&lock_name(&held.session)).await {
                Some(locks::Answer::Held(lock)) => lock,
                // Without locks nobody can tell who is alive: joining is safe, taking over is not.
                Some(locks::Answer::Busy) | None => {
                    recovered
                        .of_others
                        .extend(found.journalled.into_iter().flatten());
                    continue;
                }
            };
            let pieces = found.typed.len();
            recovered.pieces = recovered.pieces.saturating_add(pieces);
            recovered.dead.push((held.session, found, lock));
        }
        recovered
    }
}

/// Whether the store has a typed act of that key which the generation leaves out.
pub(super) fn is_left_out(loaded: &Loaded, key: &str) -> bool {
    let mut acts = loaded.acts.iter();
    !loaded.meta.held().holds(TYPED, key)
        && acts.any(|act| (act.batch.as_str(), act.key.as_str()) == (TYPED, key))
}

/// The lock that a session holds as long as its page lives.
pub(super) fn lock_name(session: &str) -> String {
    format!("rapporteur-session-{session}")
}

/// What was done on this laptop on earlier visits and can be taken back, the latest last. Within a visit in its order;
/// visits by the clock, which nothing but this asks: what is taken back first, and then said.
pub(super) fn earlier_acts(loaded: &Loaded, workbook: &Workbook) -> Vec<EditId> {
    let held = loaded.meta.held();
    let typed = loaded.acts.iter().filter(|act| act.batch == TYPED);
    let typed = typed.filter(|act| held.holds(&act.batch, &act.key));
    let mut acts: Vec<EditId> = typed.filter_map(|act| keep::act_of_key(&act.key)).collect();
    sorted::sort_by_number(&mut acts, |act| act.number());
    let (mut session, mut last) = (None, 0);
    let timed = acts.into_iter().filter_map(|act| {
        let edit = workbook.contents(act).first()?;
        let at = edit.at.and_then(|at| u128::try_from(at).ok())?;
        if session.replace(act.session) != Some(act.session) {
            last = 0;
        }
        last = at.max(last);
        let for_good = |why: &str| ["undo", "session", "round"].contains(&why);
        let can_be = edit.why.as_deref().is_none_or(|why| !for_good(why));
        can_be.then_some((last, act))
    });
    let mut timed: Vec<(u128, EditId)> = timed.collect();
    sorted::sort_by_number(&mut timed, |(at, _)| *at);
    timed.into_iter().map(|(_, act)| act).collect()
}

/// The edits of all acts that the generation holds, and how many acts could not be read. In slices: whoever begins to write
/// meanwhile is heard.
pub(super) async fn joined_in_slices(loaded: &Loaded) -> (Workbook, usize) {
    let (mut workbook, mut unreadable) = (Workbook::new(), loaded.unreadable);
    let held = loaded.meta.held();
    let mut waiting: Vec<Edit> = Vec::new();
    let mut slice = clock::Slice::begin();
    let acts = loaded.acts.iter();
    for act in acts.filter(|act| held.holds(&act.batch, &act.key)) {
        match edits_of(&act.text) {
            Some(edits) => waiting.extend(edits),
            None => unreadable = unreadable.saturating_add(1),
        }
        if waiting.len() > JOINED_AT_ONCE {
            workbook.join(std::mem::take(&mut waiting));
        }
        slice.end().await;
    }
    workbook.join(waiting);
    (workbook, unreadable)
}
