//! How fast the results of the Standard preset are: 500 recommendations, 200 ballots of ratings from 1 to 9 and top-5
//! rankings, with leave-one-out.
//!
//! `cargo run --release -p rapporteur-core --example methods`. Ends with an error where the target is missed.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a program for developers: it may stop"
)]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use rapporteur_core::priority::Item;
use rapporteur_core::priority::rank::{Ranking, kendall_w_top_k, schulze, top_k, top_k_points};
use rapporteur_core::priority::rating::{Distribution, Scale, classic, consensus, ipras};
use rapporteur_core::priority::share::core_set;
use rapporteur_core::priority::tiers::{tiers_by_median, tiers_by_points};

const ITEMS: usize = 500;
const VOTERS: usize = 200;
const RUNS: usize = 21;
const TARGET: Duration = Duration::from_millis(50);

/// What the voters wrote.
struct Ballots {
    ratings: Vec<Vec<(Item, i64)>>,
    rankings: Vec<Vec<Item>>,
}

fn main() -> ExitCode {
    let ballots = ballots();
    let _ = timed(
        "ratings: median, IPRAS, classic, core set, consensus",
        || {
            black_box(ratings(&ballots));
        },
    ) + timed("ratings: tiers by median, each voter left out", || {
        black_box(tiers_by_median(ITEMS, Scale::NINE, &ballots.ratings));
    });
    let _ = timed("rankings: top-5 and Kendall's W", || {
        black_box(top_k(ITEMS, Some(5), &ballots.rankings));
        black_box(kendall_w_top_k(ITEMS, &ballots.rankings));
    });
    let _ = timed("rankings: tiers by points, each voter left out", || {
        black_box(ranking_tiers(&ballots));
    });
    let whole = timed("Standard preset, all of it", || {
        black_box(ratings(&ballots));
        black_box(tiers_by_median(ITEMS, Scale::NINE, &ballots.ratings));
        black_box(top_k(ITEMS, Some(5), &ballots.rankings));
        black_box(kendall_w_top_k(ITEMS, &ballots.rankings));
        black_box(ranking_tiers(&ballots));
    });
    let _ = timed("Schulze: 60 items, 200 ballots", || {
        black_box(schulze(60, &sixty(&ballots)));
    });
    println!("target for the whole: {TARGET:?}");
    if whole > TARGET {
        println!("MISSED");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// The median of some runs; prints it with the least and greatest.
fn timed(what: &str, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let median = times[RUNS / 2];
    println!(
        "{median:>12.1?}  ({:.1?} to {:.1?})  {what}",
        times[0],
        times[RUNS - 1]
    );
    median
}

fn ratings(ballots: &Ballots) -> usize {
    let mut items = vec![Distribution::none(Scale::NINE); ITEMS];
    for &(item, rating) in ballots.ratings.iter().flatten() {
        items[item].add(rating);
    }
    let seen = items.iter().map(|of| {
        black_box((
            of.median(),
            ipras(of),
            classic(of),
            core_set(of),
            consensus(of),
        ));
    });
    seen.count()
}

fn ranking_tiers(ballots: &Ballots) -> impl Sized + use<> {
    let points: Vec<_> = ballots
        .rankings
        .iter()
        .map(|ballot| top_k_points(5, ballot))
        .collect();
    tiers_by_points(ITEMS, &points)
}

fn sixty(ballots: &Ballots) -> Vec<Ranking> {
    let short = ballots
        .rankings
        .iter()
        .enumerate()
        .map(|(voter, _)| Ranking {
            count: 1,
            tiers: (0..60).map(|item| vec![(item * 7 + voter) % 60]).collect(),
        });
    short.collect()
}

/// Invented ballots, always the same: nearly all rate everything, and good items come first more often.
fn ballots() -> Ballots {
    let mut state = 1_u64;
    let mut draw = |under: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % under
    };
    let mut ballots = Ballots {
        ratings: Vec::new(),
        rankings: Vec::new(),
    };
    for _ in 0..VOTERS {
        let rated = (0..ITEMS).filter_map(|item| {
            let rating = (9 - item * 8 / ITEMS + draw(4))
                .saturating_sub(2)
                .clamp(1, 9);
            (draw(20) > 0).then_some((item, i64::try_from(rating).unwrap_or(1)))
        });
        ballots.ratings.push(rated.collect());
        let mut named: Vec<Item> = Vec::new();
        while named.len() < 5 {
            let item = draw(ITEMS) * draw(ITEMS) / ITEMS;
            if !named.contains(&item) {
                named.push(item);
            }
        }
        ballots.rankings.push(named);
    }
    ballots
}
