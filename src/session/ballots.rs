//! Rounds: begun and ended by acts that cannot be taken back; in between, papers lie in the ballot box and nowhere else.

use leptos::prelude::*;
use rapporteur_core::command::Act;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::round::{Card, Paper, Round, Stage, begin, close, void};
use rapporteur_core::value::Value;

use super::status::{Saving, Trouble};
use super::{Book, Session};
use crate::browser::store::StoreError;
use crate::browser::{clock, ids};

impl Session {
    /// An act that is for good: it is on no stack of what can be taken back. Returns whether anything was written.
    fn act_for_good(self, why: &str, write: impl FnOnce(&mut Act<'_>, &Book)) -> bool {
        self.leave_text();
        self.introduce();
        let edits = self.with_inner(|inner| {
            self.book.with_untracked(|book| {
                let mut act = inner.pen.act(why, Some(clock::now()));
                write(&mut act, book);
                act.finish()
            })
        });
        self.commit_act(edits, false)
    }

    /// Locks a card and begins a round of a group; none where the browser gives no random bits.
    pub(crate) fn begin_round(
        self,
        group: ItemId,
        card: &Card,
        items: &[ItemId],
    ) -> Option<ItemId> {
        let round = ItemId::new(Kind::ROUND, ids::random_u128().ok()?);
        self.act_for_good("round", |act, book| {
            begin(act, &book.workbook, round, group, card, items);
        });
        Some(round)
    }

    /// How many papers are in the box of a round.
    pub(crate) async fn papers_cast(self, round: ItemId) -> usize {
        self.papers(round).await.map_or(0, |papers| papers.len())
    }

    /// Casts a paper; returns how many are in the box once it is on the disk. Where this browser keeps nothing, the box is in
    /// memory, which the status line says all the time.
    ///
    /// # Errors
    /// Why it was not cast.
    pub(crate) async fn cast(self, round: ItemId, paper: &Paper) -> Result<usize, Trouble> {
        let token = ids::random_u128().map_err(|_| Trouble::Blocked)?;
        let token = format!("{token:032x}");
        let (boxes, book) = self.ballot_box();
        let paper = paper.value();
        let cast = boxes.cast(&book, &round.to_string(), &token, &paper).await;
        match cast {
            Ok(count) => Ok(count),
            Err(StoreError::Blocked) => Ok(self.with_inner(|inner| {
                let held = inner.papers.entry(round).or_default();
                held.insert(token, paper);
                held.len()
            })),
            Err(error) => Err(Trouble::from(&error)),
        }
    }

    /// Ends a round: its papers become ballots, then the box is emptied once those are on the disk.
    ///
    /// # Errors
    /// Why it was not ended: the papers could not be read.
    pub(crate) async fn close_round(self, round: ItemId) -> Result<(), Trouble> {
        let papers = self.papers(round).await?;
        let open = self.peek(|book| Round::read(&book.workbook, round));
        let Some(open) = open.filter(|round| round.stage == Stage::Open) else {
            return Ok(());
        };
        let mut failed = false;
        let mut draw = || {
            ids::random_u64().unwrap_or_else(|_| {
                failed = true;
                0
            })
        };
        // Drawn before anything is written: without random bits the order would tell who came first.
        draw();
        if failed {
            return Err(Trouble::Blocked);
        }
        let mut draw = || ids::random_u64().unwrap_or_default();
        self.act_for_good("round", |act, book| {
            close(act, &book.workbook, &open, &papers, &mut draw);
        });
        self.empty_when_kept(round).await;
        Ok(())
    }

    /// Declares a round void; its papers are gone.
    pub(crate) async fn void_round(self, round: ItemId, reason: &str) {
        self.act_for_good("round", |act, book| {
            void(act, &book.workbook, round, reason);
        });
        self.empty_when_kept(round).await;
    }

    /// A box is emptied only when what became of it is on the disk.
    async fn empty_when_kept(self, round: ItemId) {
        if self.settled().await == Saving::Saved {
            let (boxes, book) = self.ballot_box();
            // What is left of a round that has ended is never read again.
            boxes.empty(&book, &round.to_string()).await.ok();
        }
        self.with_inner(|inner| inner.papers.remove(&round));
    }

    async fn papers(self, round: ItemId) -> Result<Vec<Paper>, Trouble> {
        let (boxes, book) = self.ballot_box();
        let kept = boxes.papers(&book, &round.to_string()).await;
        let kept = match kept {
            Err(StoreError::Blocked) => Vec::new(),
            kept => kept.map_err(|error| Trouble::from(&error))?,
        };
        let in_memory: Vec<Value> = self.with_inner(|inner| {
            let held = inner.papers.get(&round);
            held.into_iter()
                .flat_map(|held| held.values().cloned())
                .collect()
        });
        let all = kept.iter().chain(&in_memory);
        Ok(all.filter_map(Paper::of).collect())
    }

    fn ballot_box(self) -> (crate::browser::store::BallotBox, String) {
        self.with_inner(|inner| (inner.boxes.clone(), inner.meta.id.clone()))
    }
}
