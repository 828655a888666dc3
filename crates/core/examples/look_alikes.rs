//! What the search for look-alikes costs as a workbook grows, held against the number of recommendations.
//!
//! `cargo run --release -p rapporteur-core --example look_alikes`. Ends with an error where the target is missed.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    reason = "a program for developers: it may stop"
)]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use rapporteur_core::command::{Pen, take_list};
use rapporteur_core::event::{event_of_code, vocabulary_of};
use rapporteur_core::item::SessionId;
use rapporteur_core::list::{List, ListItem, ListOptions, read_list};
use rapporteur_core::similar::{Search, decided, entries};
use rapporteur_core::template::templates;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;

const SIZES: [usize; 5] = [100, 316, 1_000, 3_162, 10_000];
/// All pairs would be 2.
const MOST: f64 = 1.3;

fn main() -> ExitCode {
    let list = read_list(
        include_bytes!("../data/sample-workshop.json"),
        ListOptions::default(),
        Vocabulary::standard(),
    );
    let mut points = Vec::new();
    for size in SIZES {
        let workbook = workbook(&list, size);
        let turns = (3_162 / size).max(3);
        let (mut least, mut pairs) = (Duration::MAX, 0);
        for _ in 0..turns {
            let begun = Instant::now();
            pairs = black_box(search(&workbook));
            least = least.min(begun.elapsed());
        }
        println!("{size:>6} recommendations {least:>9.1?} {pairs:>6} pairs");
        points.push(((size as f64).ln(), least.as_secs_f64().ln()));
    }
    let growth = slope(&points);
    let verdict = if growth <= MOST { "ok" } else { "MISSED" };
    println!(
        "exponent of growth, 100 to 10,000 recommendations {growth:.2}  (at most {MOST}) {verdict}"
    );
    match growth <= MOST {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

fn search(workbook: &Workbook) -> usize {
    let vocabulary = vocabulary_of(workbook);
    let mut search = Search::new(entries(workbook), decided(workbook), &vocabulary);
    while !search.step(1_000).is_finished() {}
    search.finish().map_or(0, |found| found.pairs().len())
}

/// Recommendations made of the beginning of one of the sample's texts and the end of another: alike in parts, none a copy.
fn workbook(list: &List, size: usize) -> Workbook {
    let count = list.items.len();
    let words = |at: usize| -> Vec<&str> { list.items[at].text.split_whitespace().collect() };
    let made = (0..size).map(|at| {
        let (one, other) = (at % count, (at / count * 7 + at * 31 + 1) % count);
        let (begin, end) = (words(one), words(other));
        let begin = begin.iter().take(begin.len() / 2 + at % 3);
        let text: Vec<&str> = begin
            .chain(end.iter().skip(end.len() / 2))
            .copied()
            .collect();
        ListItem {
            id: Some(at.to_string()),
            text: text.join(" "),
            ..list.items[one].clone()
        }
    });
    let mut list = list.clone();
    list.items = made.collect();
    let event = event_of_code("BIG");
    let mut workbook = Workbook::new();
    workbook.join(templates()[0].defaults(event));
    let mut pen = Pen::new(SessionId(9));
    let taken = take_list(&workbook, event, None, &list, &mut pen, Some(1_800_000_000));
    workbook.join(taken.acts.into_iter().flatten());
    workbook
}

/// The exponent of growth: the slope of a straight line through logarithms, by least squares.
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let (x, y) = points
        .iter()
        .fold((0.0, 0.0), |(x, y), point| (x + point.0, y + point.1));
    let (x, y) = (x / count, y / count);
    let over: f64 = points.iter().map(|(a, b)| (a - x) * (b - y)).sum();
    let under: f64 = points.iter().map(|(a, _)| (a - x).powi(2)).sum();
    over / under
}
