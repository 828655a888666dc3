//! The floor of the browser benchmark: an empty Leptos page, and the work no reader of the files can avoid.
//!
//! The page's first paint is compared with the app's; `parse` with `read_and_join`, which is what the app does. Results and
//! look-alikes are what the app works out, without its page.

use std::cell::RefCell;

use leptos::prelude::*;
use rapporteur_core::advice::{Coach, Draft, advise};
use rapporteur_core::edit::RawEdit;
use rapporteur_core::event::vocabulary_of;
use rapporteur_core::file::read;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::round::{Results, rounds};
use rapporteur_core::similar::{Search, decided, entries};
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;
use serde::Deserialize;
use serde_json::value::RawValue;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    // Not a fixed piece: those leptos makes from markup, which the app's policy refuses.
    mount_to_body(|| view! { <main><h1>{|| "Empty"}</h1></main> });
}

#[derive(Deserialize)]
struct RawFile<'a> {
    #[serde(rename = "formatVersion")]
    version: u64,
    counts: Value,
    digests: Value,
    #[serde(borrow)]
    records: Vec<RawRecord<'a>>,
}

#[derive(Deserialize)]
struct RawRecord<'a> {
    id: ItemId,
    #[serde(borrow)]
    plain: &'a RawValue,
    edits: Vec<RawEdit>,
}

fn bytes_of(files: &js_sys::Array) -> Vec<Vec<u8>> {
    files
        .iter()
        .map(|file| js_sys::Uint8Array::new(&file).to_vec())
        .collect()
}

/// Parses the files into the raw types and returns how many edits there are: the floor.
#[wasm_bindgen]
pub fn parse(files: &js_sys::Array) -> usize {
    let edits = |bytes: &Vec<u8>| {
        let file: RawFile<'_> = serde_json::from_slice(bytes).ok()?;
        let held = file
            .records
            .iter()
            .filter(|record| record.id.bits > 0 && !record.plain.get().is_empty());
        let sound = file.version > 0 && !file.counts.is_none() && !file.digests.is_none();
        sound.then(|| held.map(|record| record.edits.len()).sum::<usize>())
    };
    bytes_of(files).iter().filter_map(edits).sum()
}

/// Reads the files with all checks and joins them, and returns how many edits there are.
#[wasm_bindgen]
pub fn read_and_join(files: &js_sys::Array) -> usize {
    let mut workbook = Workbook::new();
    for bytes in bytes_of(files) {
        if let Ok(opened) = read(&bytes) {
            workbook.join(opened.edits);
        }
    }
    workbook.len()
}

thread_local! {
    /// The workbook that is worked on.
    static HELD: RefCell<Workbook> = RefCell::default();
}

/// Reads a file that the following are measured on, and returns how many recommendations it has.
#[wasm_bindgen]
pub fn hold(file: &js_sys::Uint8Array) -> usize {
    let mut workbook = Workbook::new();
    if let Ok(opened) = read(&file.to_vec()) {
        workbook.join(opened.edits);
    }
    let count = workbook.of_kind(Kind::REC).count();
    HELD.set(workbook);
    count
}

/// The results of every closed round, with each voter left out in turn; returns how many items have some.
#[wasm_bindgen]
pub fn results() -> usize {
    HELD.with_borrow(|workbook| {
        let rounds = rounds(workbook);
        let results = rounds
            .iter()
            .filter_map(|round| Results::read(workbook, round.id));
        results.map(|results| results.items.len()).sum()
    })
}

/// The look-alikes; returns how many pairs there are.
#[wasm_bindgen]
pub fn look_alikes() -> usize {
    HELD.with_borrow(|workbook| {
        let vocabulary = vocabulary_of(workbook);
        let mut search = Search::new(entries(workbook), decided(workbook), &vocabulary);
        while !search.step(1_000).is_finished() {}
        search.finish().map_or(0, |found| found.pairs().len())
    })
}

thread_local! {
    /// The coach, with the texts it is to look at: one for each letter typed.
    static TYPED: RefCell<Option<(Coach, Vec<Draft>)>> = RefCell::default();
}

/// Lays out every text as it stands while it is typed, after each letter; returns how many there are.
#[wasm_bindgen]
pub fn lay_out() -> usize {
    HELD.with_borrow(|workbook| {
        let mut typed = Vec::new();
        for (id, _) in workbook.of_kind(Kind::REC) {
            let whole = Draft::of(&Recommendation::read(workbook, id));
            for (lang, text) in &whole.wordings {
                let ends = text
                    .char_indices()
                    .map(|(at, letter)| at + letter.len_utf8());
                typed.extend(ends.map(|end| {
                    let mut draft = whole.clone();
                    let so_far = text.get(..end).unwrap_or_default().to_owned();
                    draft.wordings.insert(lang.clone(), so_far);
                    draft
                }));
            }
        }
        let count = typed.len();
        TYPED.set(Some((Coach::new(&vocabulary_of(workbook)), typed)));
        count
    })
}

/// The advice for one of them; returns how many pieces.
#[wasm_bindgen]
pub fn advice(at: usize) -> usize {
    TYPED.with_borrow(|typed| {
        let Some((coach, typed)) = typed else {
            return 0;
        };
        typed.get(at).map_or(0, |draft| advise(draft, coach).len())
    })
}
