//! The search for look-alikes, in slices, so that the page stays awake; and how many of what it found are asked.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::advice::identifying;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::queue::{Noted, ScoredPair};
use rapporteur_core::recommendation::is_withdrawn;
use rapporteur_core::similar::{Entry, LookAlikes, Pair, Reason, Search, decided};

use super::state::Desk;
use crate::browser::clock;
use crate::ui::{Shown, view};
use crate::words::Words;

/// Units of work between two looks at the clock.
const STRIDE: usize = 4;
/// What scores so much, of 10,000, is asked; the weaker ones only when somebody wants them.
const ASKED: u16 = 4_500;
/// What scores less is never asked: mere words in common.
const WEAKER: u16 = 3_000;

/// What looks alike, as far as it was found.
#[derive(Clone, Default)]
pub(super) struct Alikes {
    found: Option<Arc<LookAlikes>>,
    weaker: bool,
}

impl Alikes {
    /// The pairs that are asked.
    pub(super) fn asked(&self) -> Vec<ScoredPair> {
        let least = if self.weaker { WEAKER } else { ASKED };
        let pairs = self.found.iter().flat_map(|found| found.pairs());
        let strong = pairs.take_while(|pair| pair.score >= least);
        strong
            .map(|pair| ScoredPair {
                a: pair.a,
                b: pair.b,
                score: f64::from(pair.score),
            })
            .collect()
    }

    /// How many weaker ones were found that are not asked.
    fn left(&self) -> usize {
        let pairs = self.found.iter().flat_map(|found| found.pairs());
        let weak = pairs.filter(|pair| pair.score < ASKED && pair.score >= WEAKER);
        if self.weaker { 0 } else { weak.count() }
    }

    /// Why two look alike: what speaks for it, then what speaks against it.
    pub(super) fn reasons(&self, a: ItemId, b: ItemId) -> Vec<Reason> {
        let Some(found) = &self.found else {
            return Vec::new();
        };
        let is_it = |pair: &&Pair| pair.a == a.min(b) && pair.b == a.max(b);
        let pair = found.pairs().iter().find(is_it);
        pair.map(|pair| found.reasons(pair)).unwrap_or_default()
    }

    /// All of the cluster that two are in; nothing where they are in none.
    pub(super) fn cluster(&self, a: ItemId, b: ItemId) -> &[ItemId] {
        let clusters = self.found.iter().flat_map(|found| found.clusters());
        let mut clusters = clusters.filter(|cluster| cluster.contains(&a) && cluster.contains(&b));
        clusters.next().map_or(&[], Vec::as_slice)
    }
}

/// Searches now, and each time texts or tags may have changed while the page is shown.
pub(super) fn begin(desk: Desk) {
    let run = StoredValue::new(0_usize);
    let texts = Memo::new(move |_| desk.session.read(|book| marks(&book.workbook)));
    Effect::new(move || {
        texts.track();
        let this = run.get_value().wrapping_add(1);
        run.set_value(this);
        spawn_local(async move {
            // Dropped where the page is gone, or a later search has begun.
            let is_on = move || run.try_get_value() == Some(this);
            if let Some(found) = search(desk, is_on).await {
                desk.stay();
                desk.alikes
                    .try_update(|alikes| alikes.found = Some(Arc::new(found)));
                desk.looking.try_set(None);
                let noted = persons(desk).await;
                if is_on() {
                    desk.noted.try_set(noted);
                }
            }
        });
    });
}

/// What a search depends on, briefly: recommendations and when each was last written.
fn marks(workbook: &rapporteur_core::workbook::Workbook) -> u64 {
    let mut sum = 0_u64;
    for (id, item) in workbook.of_kind(Kind::REC) {
        for (field, history) in item.fields() {
            // What people decide about it is no part of what it says.
            if matches!(
                field.name(),
                "combined" | "state" | "vetted" | "order" | "number"
            ) || field.name().starts_with("checked/")
            {
                continue;
            }
            for head in history.heads() {
                let one = (id.bits as u64) ^ head.id.session.0.rotate_left(17) ^ head.id.seq;
                sum = sum.wrapping_add(one.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            }
        }
    }
    sum
}

async fn search(desk: Desk, is_on: impl Fn() -> bool) -> Option<LookAlikes> {
    // What was opened just now is drawn first.
    clock::pause().await;
    let ids: Vec<ItemId> = desk.session.peek(|book| {
        let all = book.workbook.of_kind(Kind::REC).map(|(id, _)| id);
        all.filter(|id| !is_withdrawn(&book.workbook, *id))
            .collect()
    });
    let mut entries = Vec::with_capacity(ids.len());
    let mut slice = clock::Slice::begin();
    for id in ids {
        let entry = desk.session.peek(|book| Entry::read(&book.workbook, id));
        if !entry.texts.is_empty() {
            entries.push(entry);
        }
        slice.end().await;
    }
    let told = desk.session.peek(|book| decided(&book.workbook));
    slice.end().await;
    let mut search = desk
        .session
        .peek(|book| Search::new(entries, told, &book.vocabulary));
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
            return search.finish();
        }
        desk.looking.try_set(Some((progress.done, progress.total)));
        clock::pause().await;
    }
}

/// Words by which a person could be found, in what is not in the bin.
async fn persons(desk: Desk) -> Vec<Noted> {
    let ids: Vec<ItemId> = desk.session.peek(|book| book.register.all().collect());
    let mut noted = Vec::new();
    let mut slice = clock::Slice::begin();
    for id in ids {
        desk.session.peek(|book| {
            if !is_withdrawn(&book.workbook, id) {
                let found = identifying(&book.workbook.part([&id]));
                noted.extend(
                    found
                        .iter()
                        .map(|found| Noted::person(&book.workbook, found)),
                );
            }
        });
        slice.end().await;
    }
    noted
}

/// How far the search is; then whether weaker ones are to be asked too.
#[component]
pub(super) fn Looking(desk: Desk) -> impl IntoView {
    let words: Words = desk.words;
    let left = move || desk.alikes.with(Alikes::left);
    let weaker = move |_| {
        desk.alikes.update(|alikes| alikes.weaker = true);
        let said = untrack(|| words.t("desk-said-weaker"));
        desk.tell(&said);
        super::focus_soon(super::TITLE);
    };
    view! {
        {move || desk.looking.get().map(|(done, total)| view! {
            <p class="hint">
                <span id="desk-looking">{words.t("desk-looking")}</span> " "
                <progress aria-labelledby="desk-looking" value=done max=total.max(1)></progress>
            </p>
        })}
        <Shown when=move || { left() > 0 }>
            <p>
                <button type="button" class="btn" id="desk-weaker" on:click=weaker>
                    {move || words.with("desk-weaker", &[("count", left().into())])}
                </button>
            </p>
        </Shown>
    }
}
