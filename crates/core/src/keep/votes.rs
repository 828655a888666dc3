//! Votes stay: whatever earlier state is had again, what was locked, cast, closed and voided on this laptop is in it.

use super::{StoredAct, TYPED, edits_of};
use crate::edit::Edit;
use crate::item::Kind;

/// How batches of votes that stay are called.
pub const VOTES: &str = "votes-";

/// The edits of rounds and ballots that were written on this laptop, of all acts of a store, held or not: to be kept once
/// more, as a batch of their own, before another state is chosen. Those that came with a file go with it, and come with it.
pub fn votes_of<'a>(acts: impl IntoIterator<Item = &'a StoredAct>) -> Vec<Edit> {
    let here = |act: &&StoredAct| act.batch == TYPED || act.batch.starts_with(VOTES);
    let acts = acts.into_iter().filter(here);
    let edits = acts.filter_map(|act| edits_of(&act.text)).flatten();
    edits
        .filter(|edit| [Kind::ROUND, Kind::BALLOT].contains(&edit.item.kind))
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::collections::BTreeSet;

    use super::super::{Extent, Generation, key_of, text_of};
    use super::*;
    use crate::edit::{Reach, Written};
    use crate::field::Field;
    use crate::item::{EditId, ItemId, SessionId};
    use crate::value::Value;

    /// Acts of one edit each, as a store has them, and what is chosen of them.
    #[derive(Default)]
    struct Laptop {
        acts: Vec<StoredAct>,
        held: Generation,
    }

    impl Laptop {
        fn keep(&mut self, batch: &str, session: u64, seq: u64, kind: Kind) {
            let session = SessionId(session);
            let edit = Edit {
                id: EditId { session, seq },
                act: seq,
                item: ItemId::new(kind, session.0.into()),
                field: Field::new("later").unwrap(),
                value: Written::One(Value::Bool(true)),
                seen: Reach::default(),
                at: None,
                why: None,
                extra: vec![],
            };
            let key = match batch {
                TYPED => key_of(&session.to_string(), seq),
                _ => format!("{seq:06}"),
            };
            self.put(batch, key, &[edit]);
        }

        fn put(&mut self, batch: &str, key: String, edits: &[Edit]) {
            self.acts.push(StoredAct {
                key,
                batch: batch.to_owned(),
                text: text_of(edits),
            });
        }

        fn extent(&self) -> Extent {
            let acts = self.acts.iter();
            Extent::of(acts.map(|act| (act.batch.as_str(), act.key.as_str())))
        }

        /// Goes to a state, in the app's order.
        fn go(&mut self, state: &(Generation, Extent), batch: &str) {
            let votes = votes_of(&self.acts);
            self.put(batch, "000000".to_owned(), &votes);
            self.held = state.0.restored(&state.1, &self.extent());
            self.held.dropped.retain(|dropped| dropped != batch);
        }

        fn state(&self) -> (Generation, Extent) {
            (self.held.clone(), self.extent())
        }

        /// What is held: kinds, and who wrote.
        fn held(&self) -> BTreeSet<(Kind, u64)> {
            let acts = self.acts.iter();
            let held = acts.filter(|act| self.held.holds(&act.batch, &act.key));
            let edits = held.flat_map(|act| edits_of(&act.text).unwrap());
            edits
                .map(|edit| (edit.item.kind, edit.id.session.0))
                .collect()
        }
    }

    #[test]
    fn rounds_of_a_file_go_with_it_and_come_with_it() {
        const OWN: u64 = 1;
        const FILE: u64 = 2;
        let mut laptop = Laptop::default();
        laptop.keep(TYPED, OWN, 1, Kind::REC);
        let before = laptop.state();
        for (seq, kind) in [(1, Kind::REC), (2, Kind::ROUND), (3, Kind::BALLOT)] {
            laptop.keep("import-1", FILE, seq, kind);
        }
        laptop.keep(TYPED, OWN, 2, Kind::ROUND);
        laptop.keep(TYPED, OWN, 3, Kind::BALLOT);
        let of = |session: u64| {
            let kinds = [Kind::BALLOT, Kind::REC, Kind::ROUND];
            BTreeSet::from(kinds.map(|kind| (kind, session)))
        };
        let (own, all) = (of(OWN), &of(OWN) | &of(FILE));
        assert_eq!(laptop.held(), all);
        let with_file = laptop.state();

        laptop.go(&before, "votes-1");
        assert_eq!(laptop.held(), own, "the file's votes go, one's own stay");
        // Once more changes nothing.
        laptop.go(&before, "votes-2");
        assert_eq!(laptop.held(), own);
        laptop.go(&with_file, "votes-3");
        assert_eq!(laptop.held(), all, "the file's votes come with it");
    }
}
