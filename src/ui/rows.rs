//! A long list of which only the rows in sight are drawn, and the current one wherever it is, so that it can keep the focus.
//!
//! Rows may have any height: they are measured when they are drawn. The place of the others is held open by space before
//! the drawn ones, so whatever scrolls (the page or a part of it) scrolls as if all rows were there. What a row shows and
//! what keys do is the page's.

use std::fmt::Display;
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use super::effect;
use super::heights::Heights;
use super::{Markup, each, memo, view};
use crate::browser::{Listener, clock, page};

/// How much is drawn above and below what is in sight, in CSS pixels.
const MARGIN: f64 = 400.0;
/// What is drawn before anything was measured.
const FIRST: Range<usize> = 0..16;

/// What the list knows between two frames.
struct Known<K> {
    heights: Heights<K>,
    laid: Arc<Vec<K>>,
    timer: Option<clock::Timer>,
    waiting: bool,
    /// Another row became the current one and was not brought into sight yet.
    reveal: bool,
    _listeners: Vec<Listener>,
}

/// A list. Its rows are list items with the id `{id}-{key}-row`; whatever `row` shows within one should have the id
/// `{id}-{key}` where it takes the focus.
#[component]
pub(crate) fn Rows<K, R>(
    /// The id of the list.
    id: &'static str,
    /// What it is a list of.
    label: Signal<String>,
    /// All rows.
    keys: Signal<Arc<Vec<K>>>,
    /// The row that is always drawn.
    current: Signal<Option<K>>,
    /// Follows whatever may change the height of rows.
    changes: Signal<()>,
    /// Follows what changes the height of all rows: the language.
    renews: Signal<()>,
    /// What a row shows.
    row: R,
) -> impl IntoView
where
    K: Copy + Eq + Hash + Display + Send + Sync + 'static,
    R: Fn(K) -> Markup + Clone + Send + Sync + 'static,
{
    let known = StoredValue::new_local(Known {
        heights: Heights::default(),
        laid: Arc::default(),
        timer: None,
        waiting: false,
        reveal: false,
        _listeners: Vec::new(),
    });
    let range = RwSignal::new(FIRST);
    let current_place = memo(move || {
        current
            .get()
            .and_then(|current| keys.with(|keys| keys.iter().position(|key| *key == current)))
    });
    let drawn = memo(move || {
        let range = range.get();
        let current = current_place.get();
        keys.with(|keys| {
            // Where nothing was in sight (the list was empty) nobody can know what is now.
            let range = if range.is_empty() { FIRST } else { range };
            let range = range.start.min(keys.len())..range.end.min(keys.len());
            let before = current.filter(|place| *place < range.start);
            let after = current.filter(|place| *place >= range.end);
            let places = before.into_iter().chain(range).chain(after);
            places
                .filter_map(|place| keys.get(place).map(|key| (place, *key)))
                .collect::<Vec<(usize, K)>>()
        })
    });
    let settle = move || settle(id, known, keys, current, drawn, range);
    let soon = move || {
        known.try_update_value(|known| {
            if !known.waiting {
                known.waiting = true;
                known.timer = Some(clock::next_frame(settle));
            }
        });
    };
    effect(move || {
        drawn.track();
        keys.track();
        changes.get();
        soon();
    });
    effect(move || {
        current.track();
        known.update_value(|known| known.reveal = true);
        soon();
    });
    Effect::new(move |before: Option<()>| {
        renews.get();
        if before.is_some() {
            known.update_value(|known| known.heights.forget());
            soon();
        }
    });
    let resized = move || {
        known.try_update_value(|known| known.heights.forget());
        soon();
    };
    let listeners = page::on_scroll(soon)
        .into_iter()
        .chain(page::on_resize(resized))
        .collect();
    known.update_value(|known| known._listeners = listeners);

    let whole = memo(move || keys.with(|keys| keys.len()));
    view! {
        <ul class="rows" id=id role="list" aria-label=move || label.get()>
            {each(move || drawn.with(|drawn| drawn.iter().map(|(_, key)| *key).collect()), move |key: K| {
                let place = memo(move || {
                    drawn.with(|drawn| drawn.iter().find(|(_, held)| *held == key).map(|(place, _)| place.saturating_add(1)))
                });
                view! {
                    <li id=format!("{id}-{key}-row") aria-setsize=move || whole.get().to_string()
                        aria-posinset=move || place.get().map(|place| place.to_string())>
                        {row(key)}
                    </li>
                }
            })}
        </ul>
    }
}

/// Measures what is drawn, holds the place of what is not, and finds out what is in sight now.
fn settle<K: Copy + Eq + Hash + Display + Send + Sync + 'static>(
    id: &str,
    known: StoredValue<Known<K>, LocalStorage>,
    keys: Signal<Arc<Vec<K>>>,
    current: Signal<Option<K>>,
    drawn: Memo<Vec<(usize, K)>>,
    range: RwSignal<Range<usize>>,
) {
    let (Some(list), Some(all), Some(drawn)) = (
        page::element(id),
        keys.try_get_untracked(),
        drawn.try_get_untracked(),
    ) else {
        return;
    };
    let wanted = known.try_update_value(|known| {
        known.waiting = false;
        if !Arc::ptr_eq(&known.laid, &all) {
            known.heights.lay(&all);
            known.laid = Arc::clone(&all);
        }
        // Space first: without it the list is short for a moment, and the browser scrolls to its end.
        for _ in 0..3 {
            let (before, after) = spaces(&known.heights, &drawn, all.len());
            let heights = page::space_out(&list, &before, after);
            let measured = drawn
                .iter()
                .zip(heights)
                .map(|((_, key), height)| (*key, height));
            if !known.heights.measure(measured) {
                break;
            }
            known.heights.lay(&all);
        }
        let revealed = current
            .try_get_untracked()
            .flatten()
            .filter(|_| known.reveal)
            .and_then(|current| page::element(&format!("{id}-{current}-row")));
        if let Some(row) = revealed {
            page::scroll_into_view(&row);
        }
        let (from, to) = page::sight(&list);
        let wanted = known.heights.within(from - MARGIN, to + MARGIN);
        // Rows around it that are drawn for the first time may move it: then once more.
        known.reveal &= range.try_get_untracked().is_some_and(|held| held != wanted);
        wanted
    });
    if let Some(wanted) = wanted
        && range.try_get_untracked().is_some_and(|held| held != wanted)
    {
        range.set(wanted);
    }
}

/// The space before each drawn row, and after the last, that the rows not drawn would take.
fn spaces<K: Copy + Eq + Hash>(
    heights: &Heights<K>,
    drawn: &[(usize, K)],
    all: usize,
) -> (Vec<f64>, f64) {
    let mut end = 0_usize;
    let mut before = Vec::with_capacity(drawn.len());
    for (place, _) in drawn {
        before.push(heights.start(*place) - heights.start(end));
        end = place.saturating_add(1);
    }
    (before, heights.start(all) - heights.start(end))
}
