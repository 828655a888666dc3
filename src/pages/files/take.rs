//! Taking files in: choosing or dropping them, a line for each, what would change, one button, and nothing before it. What
//! takes long can be stopped, and leaves all as it was.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::one::OneFile;
use super::preview::Changes;
use super::receipts::LATEST;
use super::{Handed, focus_soon};
use crate::app::{Navigation, navigation};
use crate::browser::files::{PickedFile, dropped, picked};
use crate::pages::start::{Handed as Chosen, take_files};
use crate::route::Route;
use crate::session::{Readable, Receipt, Session, Taking, session};
use crate::ui::{Shown, effect, view};
use crate::words::{Words, words};

use rapporteur_core::intake::{Preview, Verdict};
use rapporteur_core::item::ItemId;
use rapporteur_core::sorted;

/// The id of the heading over what was found.
const FOUND: &str = "found";
/// The id of the field that chooses files.
const PICKER: &str = "pick-files";

/// How far it is.
#[derive(Clone, Copy)]
enum Progress {
    /// The file that is read, how many there are, its records read, all of its records.
    Reading(usize, usize, usize, usize),
    /// Edits taken in, and all.
    Taking(usize, usize),
}

/// What waits for a person, and what they ticked.
#[derive(Clone, Copy)]
pub(super) struct Waiting {
    pub(super) taking: RwSignal<Option<Arc<Taking>>>,
    /// Files to be taken, by place.
    pub(super) files: RwSignal<BTreeSet<usize>>,
    /// Files whose changes made by hand are to be taken too.
    pub(super) by_hand: RwSignal<BTreeSet<usize>>,
    /// The files themselves, by place: one that is no file of this program may be a list.
    picked: StoredValue<Vec<PickedFile>, LocalStorage>,
    progress: RwSignal<Option<Progress>>,
    /// Somebody wants no more of what is under way.
    stopping: RwSignal<bool>,
    /// Another workbook of the same event: its local id and its name.
    elsewhere: RwSignal<Option<(String, String)>>,
    list: Handed,
    words: Words,
    session: Session,
    navigation: Navigation,
    chosen: Option<Chosen>,
}

impl Waiting {
    /// Something that can be stopped begins.
    fn begin(self, progress: Progress) {
        self.stopping.set(false);
        self.progress.set(Some(progress));
    }

    /// Shows how far it is; whether to go on.
    fn go_on(self, progress: Progress) -> bool {
        self.progress.try_set(Some(progress));
        // Nobody waits for what a page began that was left.
        self.stopping.try_get_untracked() == Some(false)
    }

    fn say_stopped(self) {
        self.session.say(untrack(|| self.words.t("take-stopped")));
        focus_soon(PICKER);
    }

    /// Hands a file over to be read as a plain list.
    pub(super) fn read_as_list(self, place: usize) {
        let file = self.picked.with_value(|picked| picked.get(place).cloned());
        self.list.set(file);
    }

    /// Takes all files to the workbook of their event instead of this one.
    fn go_there(self, book: String) {
        let Some(chosen) = self.chosen else {
            return;
        };
        chosen.give(self.picked.get_value());
        spawn_local(async move {
            self.session.abandon().await;
            self.navigation.go(Route::Files { book });
        });
    }

    /// Opens a file in a workbook of its own, beside this one.
    pub(super) fn open_beside(self, place: usize) {
        let file = self.picked.with_value(|picked| picked.get(place).cloned());
        if let (Some(file), Some(chosen)) = (file, self.chosen) {
            take_files(self.session, self.navigation, chosen, vec![file]);
        }
    }
}

#[component]
pub(super) fn TakeIn(list: Handed) -> impl IntoView {
    let (words, session) = (words(), session());
    // Files chosen on the start page are read here.
    let chosen = use_context::<Chosen>();
    let waiting = Waiting {
        taking: RwSignal::new(None),
        files: RwSignal::new(BTreeSet::new()),
        by_hand: RwSignal::new(BTreeSet::new()),
        picked: StoredValue::new_local(Vec::new()),
        progress: RwSignal::new(None),
        stopping: RwSignal::new(false),
        elsewhere: RwSignal::new(None),
        list,
        words,
        session,
        navigation: navigation(),
        chosen,
    };
    let progress = waiting.progress;
    let over = RwSignal::new(false);
    let look = move |picked: Vec<PickedFile>| {
        let count = picked.len();
        if count == 0 || progress.get_untracked().is_some() {
            return;
        }
        waiting.begin(Progress::Reading(0, count, 0, 1));
        spawn_local(async move {
            let mut picked = picked;
            let go_on =
                move |file, done, all| waiting.go_on(Progress::Reading(file, count, done, all));
            let taking = session.look_at(&mut picked, go_on).await;
            progress.try_set(None);
            let Some(taking) = taking else {
                waiting.say_stopped();
                return;
            };
            waiting.picked.try_set_value(picked);
            let usable = (0..)
                .zip(&taking.files)
                .filter(|(_, file)| file.outcome.as_ref().is_ok_and(|file| offered(file)));
            waiting
                .files
                .try_set(sorted::set(usable.map(|(place, _)| place)));
            waiting.by_hand.try_set(BTreeSet::new());
            let events = taking.events();
            let is_here = session.peek(|book| {
                let known = |event: &ItemId| book.workbook.item(*event).is_some();
                events.iter().any(known)
            });
            let elsewhere = match is_here {
                true => None,
                false => {
                    let lang = untrack(|| words.lang());
                    session.elsewhere(&events, lang).await
                }
            };
            waiting.elsewhere.try_set(elsewhere);
            waiting.taking.try_set(Some(Arc::new(taking)));
            session.say(untrack(|| {
                words.with("take-looked", &[("count", count.into())])
            }));
            focus_soon(FOUND);
        });
    };
    if let Some(chosen) = chosen {
        look(chosen.take());
    }
    let shown = move || {
        progress.get().map(|progress| {
            let (said, done, all) = match progress {
                Progress::Reading(file, count, done, all) => {
                    let named = [
                        ("number", file.saturating_add(1).into()),
                        ("count", count.into()),
                    ];
                    (words.with("take-reading", &named), done, all)
                }
                Progress::Taking(done, all) => (words.t("take-taking"), done, all),
            };
            view! {
                <p class="hint">
                    <span id="take-progress">{said}</span> " "
                    <progress aria-labelledby="take-progress" value=done max=all.max(1)></progress>
                </p>
            }
        })
    };
    view! {
        <section aria-labelledby="take">
            <h2 id="take">{move || words.t("take-title")}</h2>
            <p>{move || words.t("take-hint")}</p>
            <div class="drop" class:over=move || over.get() id="drop"
                on:dragenter=move |event| { event.prevent_default(); over.set(true); }
                on:dragover=move |event| event.prevent_default()
                on:dragleave=move |_| over.set(false)
                on:drop=move |event| {
                    event.prevent_default();
                    over.set(false);
                    look(dropped(&event));
                }>
                <label class="btn file">
                    <input type="file" id=PICKER multiple on:change=move |event| look(picked(&event))/>
                    <span>{move || words.t("take-pick")}</span>
                </label>
                <span class="hint">{move || words.t("take-drop")}</span>
            </div>
            {shown}
            <Shown when=move || progress.with(Option::is_some)>
                <button type="button" class="btn" id="stop" on:click=move |_| waiting.stopping.set(true)>{move || words.t("take-stop")}</button>
            </Shown>
            {move || waiting.taking.get().map(|taking| view! { <Found waiting taking/> })}
        </section>
    }
}

/// What is said after files or a list were taken in.
pub(super) fn done(words: Words, receipt: &Receipt) -> String {
    let named = [
        ("recommendations", receipt.recommendations.into()),
        ("conflicts", receipt.conflicts.into()),
    ];
    format!(
        "{} {}",
        words.t("take-done"),
        words.with("receipt-here", &named)
    )
}

/// Whether a file is ticked from the start: it brings something, and it is of an event that is here.
fn offered(file: &Readable) -> bool {
    file.preview.new_edits > 0 && file.preview.verdict != Verdict::OtherEvent
}

#[component]
fn Found(waiting: Waiting, taking: Arc<Taking>) -> impl IntoView {
    let (words, session) = (words(), session());
    let files: Vec<_> = taking
        .files
        .iter()
        .enumerate()
        .map(|(place, file)| view! { <OneFile waiting place file=file.clone() taking=taking.clone()/> })
        .collect();
    let kept = taking.clone();
    // Nothing while it is worked out.
    let foreseen = RwSignal::new(None::<Arc<Preview>>);
    let asked = StoredValue::new(0_usize);
    effect(move || {
        let (files, by_hand) = (waiting.files.get(), waiting.by_hand.get());
        // What comes from elsewhere changes what would change.
        session.read(|book| book.workbook.len());
        let taking = kept.clone();
        let now = asked.with_value(|asked| asked.wrapping_add(1));
        asked.set_value(now);
        spawn_local(async move {
            let go_on = || {
                let wanted = asked.try_get_value() == Some(now);
                if wanted {
                    foreseen.try_set(None);
                }
                wanted
            };
            let found = session.foresee(&taking, &files, &by_hand, go_on).await;
            if asked.try_get_value() == Some(now) {
                foreseen.try_set(found.map(Arc::new));
            }
        });
    });
    let known = move || foreseen.with(Option::is_some);
    let nothing =
        move || foreseen.with(|found| found.as_ref().is_some_and(|found| found.new_edits == 0));
    let something = move || known() && !nothing();
    let leave = move |_| {
        waiting.taking.set(None);
        session.say(words.t("take-left"));
        focus_soon(PICKER);
    };
    let kept = StoredValue::new(taking.clone());
    let accept = move |_| {
        if waiting.progress.with_untracked(Option::is_some) || untrack(|| session.is_changing()) {
            return;
        }
        let (files, by_hand) = (
            waiting.files.get_untracked(),
            waiting.by_hand.get_untracked(),
        );
        let taking = kept.get_value();
        // Gone first: else it would work out anew, after each slice, what is still to come.
        waiting.taking.set(None);
        waiting.begin(Progress::Taking(0, 1));
        let picked = waiting.picked.get_value().into_iter().enumerate();
        let picked = picked.filter(|(place, _)| files.contains(place)).collect();
        spawn_local(async move {
            let go_on = move |done, all| waiting.go_on(Progress::Taking(done, all));
            let receipt = session.take(&taking, &files, &by_hand, go_on).await;
            waiting.progress.try_set(None);
            match receipt {
                Some(receipt) => {
                    session.say(untrack(|| done(words, &receipt)));
                    focus_soon(LATEST);
                    session.keep_originals(&receipt, picked).await;
                }
                // Stopped, or the workbook was read again, or another opened, before all of it was here.
                None => waiting.say_stopped(),
            }
        });
    };
    view! {
        <div class="coming">
            <h3 id=FOUND tabindex="-1">{move || words.t("take-found")}</h3>
            <ol class="file-list" role="list">{files}</ol>
            {move || waiting.elsewhere.get().map(|(book, label)| view! {
                <p class="note" id="elsewhere">
                    {move || words.with("take-elsewhere", &[("label", label.clone().into())])} " "
                    <button type="button" class="btn" on:click=move |_| waiting.go_there(book.clone())>{move || words.t("take-there")}</button>
                </p>
            })}
            <h3>{move || words.t("take-would")}</h3>
            <Shown when=nothing>
                <p>{move || {
                    words.t(if waiting.files.with(BTreeSet::is_empty) { "take-nothing-ticked" } else { "take-nothing" })
                }}</p>
            </Shown>
            {
                let taking = taking.clone();
                move || foreseen.get().filter(|found| found.new_edits > 0).map(|foreseen| view! { <Changes foreseen taking=taking.clone()/> })
            }
            <Shown when=move || !known()>
                <p class="hint">{move || words.t("take-comparing")}</p>
            </Shown>
            <div class="row">
                <Shown when=move || something() && !session.is_changing()>
                    <button type="button" class="btn key" id="accept" on:click=accept>
                        {move || words.with("take-accept", &[("count", waiting.files.with(BTreeSet::len).into())])}
                    </button>
                </Shown>
                <button type="button" class="btn" on:click=leave>
                    {move || words.t(if nothing() { "take-close" } else { "take-leave" })}
                </button>
            </div>
            <p class="hint">{move || words.t("take-adds")}</p>
        </div>
    }
}
