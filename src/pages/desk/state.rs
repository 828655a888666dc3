//! What the parts of the desk share: the list, what is asked now, what was put off, and what the digits do.

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::combination::{Combinations, pair_of};
use rapporteur_core::command::Act;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::queue::{Need, Noted, Progress, Queue, queue};

use super::search::Alikes;
pub(in crate::pages) use crate::browser::page::focus_soon;
use crate::browser::preferences::Preferences;
use crate::browser::{clock, page};
use crate::session::{Book, Session, session};
use crate::ui::memo;
use crate::words::{LANGUAGES, Words, words};

/// The id of the heading of what is asked.
pub(super) const TITLE: &str = "need-title";
/// Where the preferences keep whether single keys decide, and in which languages the final list is wanted.
const KEYS: &str = "desk-keys";
const WANTED: &str = "desk-languages";

/// The list as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Waiting {
    /// Each with a name of its own, in the order in which they are asked: what was put off comes last.
    pub(super) rows: Arc<Vec<Row>>,
    pub(super) progress: Progress,
}

/// One thing that needs a person, and its name on this page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) key: ItemId,
    pub(super) need: Need,
}

/// What a digit does now.
pub(super) type Answer = Callback<()>;

/// The desk's state, for its parts.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) session: Session,
    pub(super) words: Words,
    /// What looks alike, as far as it was found.
    pub(super) alikes: RwSignal<Alikes>,
    /// What was found in the texts.
    pub(super) noted: RwSignal<Vec<Noted>>,
    /// How far the search for it is: units of work done, and all.
    pub(super) looking: RwSignal<Option<(usize, usize)>>,
    /// Which recommendation is part of what.
    pub(super) all: Memo<Arc<Combinations>>,
    pub(super) queue: Memo<Waiting>,
    /// What is asked now: the one that was chosen, else the first.
    pub(super) shown: Memo<Option<ItemId>>,
    chosen: RwSignal<Option<ItemId>>,
    later: RwSignal<Vec<ItemId>>,
    /// Single keys decide.
    pub(super) keys_on: RwSignal<bool>,
    pub(super) help: RwSignal<bool>,
    /// Languages in which the final list is wanted.
    pub(super) wanted: RwSignal<Vec<&'static str>>,
    answers: StoredValue<Vec<Answer>>,
    /// That another thing is asked now was told already.
    told: StoredValue<bool>,
    /// How many acts could be taken back when the page was opened: these are none of the desk's.
    floor: StoredValue<usize>,
}

impl Desk {
    pub(super) fn new() -> Self {
        let (session, words) = (session(), words());
        let preferences = Preferences::read();
        let kept = preferences.other.get::<Vec<String>>(WANTED);
        let is_wanted = |tag: &&str| {
            let kept = kept.as_ref();
            kept.is_none_or(|kept| kept.iter().any(|held| held == *tag))
        };
        let wanted = RwSignal::new(tags().filter(is_wanted).collect::<Vec<_>>());
        let alikes = RwSignal::new(Alikes::default());
        let noted = RwSignal::new(Vec::<Noted>::new());
        let later = RwSignal::new(Vec::<ItemId>::new());
        let all = memo(move || session.read(|book| Arc::new(Combinations::of(&book.workbook))));
        let queue = memo(move || {
            let (pairs, wanted) = (alikes.with(Alikes::asked), wanted.get());
            let (later, noted) = (later.get(), noted.get());
            all.with(|all| {
                session.read(|book| {
                    let needs = queue(&book.workbook, &book.register, all, &pairs, &wanted, &noted);
                    waiting(needs, &later)
                })
            })
        });
        let chosen = RwSignal::new(None::<ItemId>);
        let shown = memo(move || {
            let chosen = chosen.get();
            queue.with(|queue| {
                let mut keys = queue.rows.iter().map(|row| row.key);
                let first = queue.rows.first().map(|row| row.key);
                chosen
                    .filter(|chosen| keys.any(|key| key == *chosen))
                    .or(first)
            })
        });
        let desk = Self {
            session,
            words,
            alikes,
            noted,
            looking: RwSignal::new(None),
            all,
            queue,
            shown,
            chosen,
            later,
            keys_on: RwSignal::new(keys_on()),
            help: RwSignal::new(false),
            wanted,
            answers: StoredValue::new(Vec::new()),
            told: StoredValue::new(false),
            floor: StoredValue::new(session.undoable()),
        };
        // What was asked may be decided by leaving its text, or elsewhere: whoever stood in it stands at the next one.
        Effect::new(move |before: Option<Option<ItemId>>| {
            let now = shown.get();
            if let Some(before) = before.filter(|before| *before != now) {
                desk.stay_in_sight();
                let told = desk
                    .told
                    .try_update_value(std::mem::take)
                    .unwrap_or_default();
                let is_gone = desk.queue.with_untracked(|queue| {
                    before.is_some_and(|before| !queue.rows.iter().any(|row| row.key == before))
                });
                if is_gone && !told {
                    let said = untrack(|| desk.words.t("desk-said-kept"));
                    desk.tell(&said);
                }
            }
            now
        });
        desk
    }

    /// What is asked now; follows it.
    pub(super) fn shown_need(self) -> Option<Need> {
        let shown = self.shown.get()?;
        self.queue.with(|queue| {
            let mut rows = queue.rows.iter();
            let row = rows.find(|row| row.key == shown)?;
            Some(row.need.clone())
        })
    }

    /// Asks another thing.
    pub(super) fn choose(self, key: ItemId) {
        self.session.leave_text();
        self.chosen.set(Some(key));
        focus_soon(TITLE);
    }

    /// Whoever is at work on what is asked stays at it, whatever comes before it in the list.
    pub(super) fn stay(self) {
        if page::focused().is_some_and(|id| id != "page-title") {
            let shown = self.shown.get_untracked();
            self.chosen.update(|chosen| *chosen = chosen.or(shown));
        }
    }

    /// Asks the one before or after, by its row in the list.
    pub(super) fn step(self, down: bool) {
        let shown = self.shown.get_untracked();
        let to = self.queue.with_untracked(|queue| {
            let mut rows = queue.rows.iter();
            let place = rows.position(|row| Some(row.key) == shown)?;
            let place = if down {
                place.checked_add(1)?
            } else {
                place.checked_sub(1)?
            };
            queue.rows.get(place).map(|row| row.key)
        });
        if let Some(to) = to {
            self.session.leave_text();
            self.chosen.set(Some(to));
            focus_soon(super::list::row_id(to));
        }
    }

    /// The one that is asked after this one.
    fn next(self) -> Option<ItemId> {
        let shown = self.shown.get_untracked()?;
        self.queue.with_untracked(|queue| {
            let place = queue.rows.iter().position(|row| row.key == shown)?;
            let after = queue.rows.get(place.saturating_add(1));
            after.or_else(|| queue.rows.first()).map(|row| row.key)
        })
    }

    fn keys(self) -> Vec<ItemId> {
        let keys = |queue: &Waiting| queue.rows.iter().map(|row| row.key).collect();
        self.queue.with_untracked(keys)
    }

    /// Of what an act has brought the first that stands right before this one; else this one.
    fn first_new(self, next: ItemId, before: &[ItemId]) -> ItemId {
        let now = self.keys();
        let place = now.iter().position(|key| *key == next).unwrap_or_default();
        let above = now.iter().take(place).rev();
        let new = above.take_while(|key| !before.contains(key));
        new.last().copied().unwrap_or(next)
    }

    /// One act that decides; then the next thing is asked, and the sentence is said. Returns whether anything was written.
    pub(super) fn decide(
        self,
        why: &str,
        said: &str,
        write: impl FnOnce(&mut Act<'_>, &Book, &Combinations),
    ) -> bool {
        self.session.leave_text();
        let (next, before) = (self.next(), self.keys());
        let all = self.all.get_untracked();
        let done = self.session.act(why, |act, book| write(act, book, &all));
        if !done {
            self.session.say(untrack(|| self.words.t("desk-unchanged")));
            return false;
        }
        self.chosen
            .set(next.map(|next| self.first_new(next, &before)));
        self.tell(said);
        focus_soon(TITLE);
        true
    }

    /// Says what was done, and how far one is.
    pub(super) fn tell(self, said: &str) {
        self.told.set_value(true);
        let progress = self.queue.with_untracked(|queue| queue.progress);
        let named = [
            ("done", progress.decided().into()),
            ("total", progress.total().into()),
        ];
        let far = untrack(|| self.words.with("desk-progress", &named));
        self.session.say(format!("{said} {far}"));
    }

    /// Puts off what is asked now: it comes last.
    pub(super) fn put_off(self) {
        let Some(shown) = self.shown.get_untracked() else {
            return;
        };
        let next = self.next();
        self.chosen.set(next.filter(|next| *next != shown));
        self.later.update(|later| {
            later.retain(|key| *key != shown);
            later.push(shown);
        });
        let said = untrack(|| self.words.t("desk-said-later"));
        self.tell(&said);
        focus_soon(TITLE);
    }

    /// Takes the last act of this visit back, and asks again what it decided.
    pub(super) fn take_back(self) {
        if self.session.undoable() <= self.floor.get_value() {
            self.session
                .say(untrack(|| self.words.t("desk-nothing-to-take-back")));
            return;
        }
        let before = self.keys();
        let done = self.session.undo();
        let after = self.keys();
        if let Some(back) = after.into_iter().find(|key| !before.contains(key)) {
            self.chosen.set(Some(back));
        }
        let said = untrack(|| {
            self.words.t(match done {
                true => "desk-said-taken-back",
                false => "said-stays",
            })
        });
        self.tell(&said);
        focus_soon(TITLE);
    }

    /// The digits do nothing until they are told anew.
    pub(super) fn forget_answers(self) {
        self.answers.update_value(Vec::clear);
    }

    /// The next digit does this; returns the digit.
    pub(super) fn answer(self, act: impl Fn() + Send + Sync + 'static) -> usize {
        self.answers
            .update_value(|answers| answers.push(Callback::new(move |()| act())));
        self.answers.with_value(Vec::len)
    }

    /// What a digit does, from 1.
    pub(super) fn answered(self, digit: usize) -> Option<Answer> {
        let place = digit.checked_sub(1)?;
        self.answers
            .with_value(|answers| answers.get(place).copied())
    }

    /// Keeps for later visits whether single keys decide.
    pub(super) fn set_keys(self, on: bool) {
        self.keys_on.set(on);
        keep(KEYS, &on);
    }

    /// Keeps for later visits in which languages the final list is wanted.
    pub(super) fn want(self, tag: &'static str, on: bool) {
        self.wanted.update(|wanted| {
            *wanted = tags()
                .filter(|held| match *held == tag {
                    true => on,
                    false => wanted.contains(held),
                })
                .collect();
        });
        let wanted = self.wanted.get_untracked();
        keep(WANTED, &wanted);
    }

    /// The focus stays on what is asked where what held it is gone.
    fn stay_in_sight(self) {
        clock::next_frame(|| {
            // A button of the same name is one of another question.
            let of_another = |id: String| id == "keep-text" || id.starts_with("answer-");
            if page::nothing_focused() || page::focused().is_some_and(of_another) {
                page::focus(TITLE);
            }
        })
        .forever();
    }
}

/// Whether single keys decide on this device.
pub(in crate::pages) fn keys_on() -> bool {
    Preferences::read().other.get(KEYS).unwrap_or(true)
}

/// The languages of the interface are those in which texts are asked for.
pub(super) fn tags() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|language| language.tag)
}

fn keep(key: &str, value: &impl serde::Serialize) {
    let mut preferences = Preferences::read();
    preferences.other.set(key, value);
    if !preferences.write() {
        page::log("preferences are kept for this page only");
    }
}

/// The list as it is asked: what was put off comes last.
fn waiting(queue: Queue, later: &[ItemId]) -> Waiting {
    let rows = queue.needs.into_iter().map(|need| Row {
        key: key_of(&need),
        need,
    });
    let (put_off, mut rows): (Vec<Row>, Vec<Row>) = rows.partition(|row| later.contains(&row.key));
    for key in later {
        rows.extend(put_off.iter().filter(|row| row.key == *key).cloned());
    }
    Waiting {
        rows: Arc::new(rows),
        progress: queue.progress,
    }
}

/// A name for what is asked: the same as long as it is asked.
fn key_of(need: &Need) -> ItemId {
    if let Need::LookAlike { items: [a, b], .. } = need {
        return pair_of(*a, *b);
    }
    let named = match need {
        Need::LookAlike { .. } => String::new(),
        Need::Trouble(trouble) => format!("{trouble:?}"),
        Need::Clash(id) => format!("{id:?}"),
        Need::Conflict { item, field } | Need::Earlier { item, field } => format!("{item} {field}"),
        Need::Contradiction { items: [a, b], .. } => format!("{a} {b}"),
        Need::Unworded { items } => format!("{items:?}"),
        Need::OutOfDate { item, lang } | Need::Missing { item, lang } => format!("{item} {lang}"),
        Need::Finding(noted) => format!("{noted:?}"),
    };
    ItemId::derived(Kind::PAIR, &[need.key(), &named])
}
