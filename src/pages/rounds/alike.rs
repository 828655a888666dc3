//! Before a vote: which of its recommendations look alike and were not decided on, since two of one meaning share their votes.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::similar::{Decided, Entry, Pair, Search, decided};

use crate::app::navigation;
use crate::browser::clock;
use crate::route::Route;
use crate::session::{Session, session};
use crate::ui::{Shown, view};
use crate::words::words;

/// Units of work between two looks at the clock.
const STRIDE: usize = 4;
/// What scores so much, of 10,000, is asked, as on the page of decisions.
const ASKED: u16 = 4_500;

/// How many pairs look alike, and the way to decide on them; nothing while none was found.
#[component]
pub(super) fn Alike(
    /// What is to be voted on.
    items: Signal<Vec<ItemId>>,
) -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let count = RwSignal::new(0_usize);
    let run = StoredValue::new(0_usize);
    // The same ones once more are no other search.
    let items = Memo::new(move |_| items.get());
    Effect::new(move || {
        let items = items.get();
        let this = run.get_value().wrapping_add(1);
        run.set_value(this);
        count.set(0);
        spawn_local(async move {
            // Dropped where the page is gone, or something else is to be voted on.
            let is_on = move || run.try_get_value() == Some(this);
            if let Some(found) = search(session, items, is_on).await {
                count.try_set(found);
            }
        });
    });
    let told = move || words.with("rounds-alike", &[("count", count.get().into())]);
    let desk = move || {
        let book = navigation.book();
        Route::Desk { book }.address()
    };
    view! {
        <Shown when=move || { count.get() > 0 }>
            <p class="note" id="round-alike">{told} " " <a href=desk>{move || words.t("title-desk")}</a></p>
        </Shown>
    }
}

/// How many pairs are to be asked, in slices, so that the page stays awake; nothing where it was dropped.
async fn search(session: Session, items: Vec<ItemId>, is_on: impl Fn() -> bool) -> Option<usize> {
    // The form is drawn first.
    clock::pause().await;
    let mut entries = Vec::with_capacity(items.len());
    let mut slice = clock::Slice::begin();
    for id in items.into_iter().filter(|id| id.kind == Kind::REC) {
        entries.push(session.peek(|book| Entry::read(&book.workbook, id)));
        slice.end().await;
    }
    let told = session.peek(|book| decided(&book.workbook));
    let mut search = session.peek(|book| Search::new(entries, told, &book.vocabulary));
    loop {
        if !is_on() {
            return None;
        }
        let slice = clock::Slice::begin();
        let mut progress = search.progress();
        while !progress.is_finished() && !slice.is_over() {
            progress = search.step(STRIDE);
        }
        if progress.is_finished() {
            break;
        }
        clock::pause().await;
    }
    let found = search.finish()?;
    let is_asked = |pair: &&Pair| {
        let is_open = matches!(pair.decided, None | Some(Decided::Disputed));
        is_open && pair.score >= ASKED
    };
    is_on().then(|| found.pairs().iter().filter(is_asked).count())
}
