//! The power is cut, or the page killed, at every step of keeping, once and twice: what was said to be saved is there
//! again, whole, what was taken out stays out, every earlier state can be had again, and nothing is unreadable. The order of
//! steps and the joining afterwards are those of the app ([`rapporteur_core::keep`]); the disk is one that drops, tears and
//! reorders whatever it has not confirmed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod chance;
#[path = "power_loss/disk.rs"]
mod disk;
#[path = "power_loss/page.rs"]
mod page;
#[path = "power_loss/promises.rs"]
mod promises;
#[path = "power_loss/store.rs"]
mod store;

use chance::Chance;
use disk::{Disk, Fate};
use page::{Habit, Page};
use promises::Promises;

const STEPS: usize = 30;

/// How much was gone through.
#[derive(Clone, Copy, Debug, Default)]
struct Passed {
    /// Crash points.
    points: usize,
    /// Those of them in a later generation, and in one that somebody had gone back to.
    later: usize,
    back: usize,
}

impl Passed {
    fn pass(&mut self, page: &Page) {
        self.points += 1;
        self.later += usize::from(page.disk.store.number > 0);
        self.back += usize::from(page.disk.store.is_earlier());
    }
}

/// What was passed, or the first promise that was broken.
fn explore(habit: Habit, seed: u64, scripts: usize) -> Result<Passed, String> {
    let mut passed = Passed::default();
    for script in 0..scripts {
        let mut chance = Chance::of(seed.wrapping_mul(1_000_003).wrapping_add(script as u64));
        let disk = Disk::new(habit == Habit::NoJournal);
        let mut page = Page::open(disk, 1, None, &Promises::default(), habit)?;
        for step in 0..STEPS {
            page.step(&mut chance);
            let told = |found| format!("seed {seed}, script {script}, step {step}: {found}");
            for fate in Fate::ALL {
                let disk = page.disk.after(fate, &mut chance);
                let mut second =
                    Page::open(disk, 2, Some(fate), &page.promises, habit).map_err(told)?;
                passed.pass(&second);
                // The second fault: while what was left is being taken over, or a little later.
                for _ in 0..3 {
                    second.step(&mut chance);
                    let again = Fate::ALL[chance.below(Fate::ALL.len())];
                    let disk = second.disk.after(again, &mut chance);
                    let third = Page::open(disk, 3, Some(again), &second.promises, habit);
                    passed.pass(&third.map_err(|found| told(format!("then {found}")))?);
                }
            }
        }
    }
    Ok(passed)
}

#[test]
fn no_cut_loses_what_was_said_to_be_saved() {
    let halves = [1, 2].map(|seed| std::thread::spawn(move || explore(Habit::Right, seed, 110)));
    let halves = halves.map(|half| half.join().unwrap().unwrap());
    println!("{halves:?}");
    let all = |count: fn(&Passed) -> usize| halves.iter().map(count).sum::<usize>();
    let (points, later, back) = (
        all(|half| half.points),
        all(|half| half.later),
        all(|half| half.back),
    );
    assert!(points >= 100_000, "{points}");
    assert!(
        later * 5 >= points,
        "{later} of {points} in a later generation"
    );
    assert!(back * 20 >= points, "{back} of {points} after going back");
}

#[test]
fn each_wrong_order_is_caught() {
    for habit in [
        Habit::ClearsJournalEarly,
        Habit::SaysSavedEarly,
        Habit::RelaxedStore,
        Habit::ForgetsTextAtOnce,
        Habit::TrustsJournal,
        Habit::ImportsInPieces,
        Habit::ForgetsWhatIsOut,
        Habit::SaysOutEarly,
    ] {
        let found = explore(habit, 3, 100);
        assert!(found.is_err(), "{habit:?} passed {found:?}");
        println!("{}", found.unwrap_err());
    }
    // Without a journal nothing that was said to be saved is lost either; but a kill loses what the store lacks.
    assert!(explore(Habit::NoJournal, 3, 5).is_ok());
}
