//! Generations: which of the acts in a store make the workbook's edit set. Acts are only ever added to a store; taking an
//! import out and going back to an earlier state choose among them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::TYPED;
use crate::sorted;

/// Acts of one session that are left out: those after `after`, up to `until`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stretch {
    /// The session, 16 hex digits.
    pub session: String,
    /// The last act before it that is held; 0 where there is none.
    pub after: u64,
    /// The last one left out. What the session writes later is held.
    pub until: u64,
}

/// Which acts of a store are held: all but those of the dropped batches and those in the stretches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Generation {
    /// Batches left out.
    #[serde(default)]
    pub dropped: Vec<String>,
    /// What is left out of all that was typed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<Stretch>,
}

/// How far a store reaches at some time: its batches, and the last act of every session that wrote here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extent {
    /// The batches.
    #[serde(default)]
    pub batches: BTreeSet<String>,
    /// The last act of each session.
    #[serde(default)]
    pub sessions: BTreeMap<String, u64>,
}

impl Extent {
    /// The extent of a store with acts of these batches and keys.
    pub fn of<'a>(acts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut extent = Self::default();
        for (batch, key) in acts {
            if batch != TYPED {
                if !extent.batches.contains(batch) {
                    extent.batches.insert(batch.to_owned());
                }
            } else if let Some((session, seq)) = place(key) {
                match extent.sessions.get_mut(session) {
                    Some(last) => *last = seq.max(*last),
                    None => drop(extent.sessions.insert(session.to_owned(), seq)),
                }
            }
        }
        extent
    }

    fn last(&self, session: &str) -> u64 {
        self.sessions.get(session).copied().unwrap_or(0)
    }
}

impl Generation {
    /// Whether it holds the act of that batch and key.
    pub fn holds(&self, batch: &str, key: &str) -> bool {
        if batch != TYPED {
            return !self.dropped.iter().any(|dropped| dropped == batch);
        }
        // What a template wrote has no session, and is older than any state one could go back to.
        place(key).is_none_or(|(session, seq)| {
            let mut without = self.without.iter();
            !without.any(|out| out.session == session && out.after < seq && seq <= out.until)
        })
    }

    /// The generation that holds what this one held when the store reached as far as `then`, and what is written after
    /// `now`.
    #[must_use]
    pub fn restored(&self, then: &Extent, now: &Extent) -> Self {
        let since = now.batches.difference(&then.batches).cloned();
        let dropped = sorted::set(self.dropped.iter().cloned().chain(since));
        let mut without = self.without.clone();
        for (session, until) in &now.sessions {
            let after = then.last(session);
            if after < *until {
                without.push(Stretch {
                    session: session.clone(),
                    after,
                    until: *until,
                });
            }
        }
        sorted::sort(&mut without);
        Self {
            dropped: dropped.into_iter().collect(),
            without: merged(without),
        }
    }
}

/// Sorted stretches as few as they can be: going back and forth adds none.
fn merged(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut few: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        match few.last_mut() {
            Some(last) if last.session == stretch.session && stretch.after <= last.until => {
                last.until = last.until.max(stretch.until);
            }
            _ => few.push(stretch),
        }
    }
    few
}

/// Session and number of an act, from its key; `None` where no session wrote it.
pub(super) fn place(key: &str) -> Option<(&str, u64)> {
    let (session, seq) = key.split_once('-')?;
    (session.len() == 16).then_some((session, seq.parse().ok()?))
}

#[cfg(test)]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests"
)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const A: &str = "00000000000000aa";
    const B: &str = "00000000000000bb";

    type Act = (String, String);

    fn typed(session: &str, seq: u64) -> Act {
        (TYPED.to_owned(), super::super::key_of(session, seq))
    }

    fn extent(acts: &[Act]) -> Extent {
        Extent::of(
            acts.iter()
                .map(|(batch, key)| (batch.as_str(), key.as_str())),
        )
    }

    fn held(generation: &Generation, acts: &[Act]) -> Vec<Act> {
        let held = acts
            .iter()
            .filter(|(batch, key)| generation.holds(batch, key));
        held.cloned().collect()
    }

    #[test]
    fn going_back_leaves_out_what_came_since_and_nothing_else() {
        let mut acts = vec![
            (TYPED.to_owned(), "000000".to_owned()),
            typed(A, 3),
            typed(B, 1),
        ];
        let (first, then) = (Generation::default(), extent(&acts));
        let before = acts.clone();
        acts.extend([
            typed(A, 9),
            typed(A, 10),
            ("import-1".to_owned(), "000000".to_owned()),
        ]);
        let back = first.restored(&then, &extent(&acts));
        assert_eq!(held(&back, &acts), before);
        assert_eq!(back.dropped, ["import-1"]);
        // Another tab did not hear of it yet: what it had not kept is held when it comes.
        acts.push(typed(A, 11));
        assert!(back.holds(TYPED, &super::super::key_of(A, 11)));
        // And forth again.
        let forth = first.restored(&extent(&acts), &extent(&acts));
        assert_eq!(held(&forth, &acts), acts);
    }

    #[test]
    fn going_back_and_forth_adds_nothing() {
        let acts = [typed(A, 1), typed(A, 5)];
        let (then, now) = (extent(&acts[..1]), extent(&acts));
        let once = Generation::default().restored(&then, &now);
        let twice = once.restored(&now, &now).restored(&then, &now);
        assert_eq!(once, twice);
        assert_eq!(once.without.len(), 1);
    }

    proptest! {
        /// At any of the states one was in, a later return gives exactly what was held then.
        #[test]
        fn every_state_can_be_had_again(
            steps in proptest::collection::vec((0_u8..4, 0_usize..8), 1..40)
        ) {
            let mut acts: Vec<Act> = Vec::new();
            let mut generation = Generation::default();
            let mut states: Vec<(Generation, Extent, Vec<Act>)> = Vec::new();
            let mut seqs = [0_u64; 2];
            for (number, (kind, which)) in steps.into_iter().enumerate() {
                match kind {
                    0 | 1 => {
                        let at = which % 2;
                        seqs[at] += 1 + (which as u64 % 3);
                        acts.push(typed([A, B][at], seqs[at]));
                    }
                    2 => acts.push((format!("import-{number}"), "000000".to_owned())),
                    _ => {
                        let now = (generation.clone(), extent(&acts), held(&generation, &acts));
                        if !states.is_empty() {
                            let (then, reach, was) = &states[which % states.len()];
                            generation = then.restored(reach, &now.1);
                            prop_assert_eq!(&held(&generation, &acts), was);
                        }
                        states.push(now);
                    }
                }
            }
        }
    }
}
