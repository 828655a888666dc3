//! Laws of the methods: the order of voters and of items never matters, unanimity is consensus, Schulze finds the item
//! that beats all others, and what is computed by a short way agrees with the plain definition.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests: small numbers, and a failure is to stop the run"
)]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rapporteur_core::priority::across::{GroupScores, across_groups};
use rapporteur_core::priority::bridging::{Sector, bridging};
use rapporteur_core::priority::rank::{
    Ranking, Schulze, borda, kendall_w, kendall_w_top_k, schulze, top_k, top_k_points,
};
use rapporteur_core::priority::rating::{Distribution, Scale, consensus, ipras, percentile};
use rapporteur_core::priority::share::dot_voting;
use rapporteur_core::priority::tiers::{FirmTiers, tiers_by_median, tiers_by_points};
use rapporteur_core::priority::{Item, Tiers};

type Ballots<T> = Vec<Vec<(Item, T)>>;

// ---------------------------------------------------------------------------------------------------------------------
// Rounds

/// Items, ballots, a new order of the items (`to[item]` is its new place) and of the voters.
#[derive(Clone, Debug)]
struct Round<B> {
    items: usize,
    ballots: Vec<B>,
    to: Vec<Item>,
    voters: Vec<usize>,
}

impl<B: Clone> Round<B> {
    /// The ballots with items and voters in the new order.
    fn moved(&self, relabel: impl Fn(&B, &[Item]) -> B) -> Vec<B> {
        let ballots = self.voters.iter().map(|&voter| &self.ballots[voter]);
        ballots.map(|ballot| relabel(ballot, &self.to)).collect()
    }

    /// Values by item, in the new order.
    fn values<T: Clone>(&self, values: &[T]) -> Vec<T> {
        let mut moved = values.to_vec();
        for (item, value) in values.iter().enumerate() {
            moved[self.to[item]] = value.clone();
        }
        moved
    }

    /// The same tiers by new names, each in the new order.
    fn tiers(&self, tiers: &Option<Tiers>) -> Option<Tiers> {
        let tiers = tiers.as_ref()?.iter();
        let moved = |tier: &Vec<Item>| self.set(tier).into_iter().collect();
        Some(tiers.map(moved).collect())
    }

    fn set(&self, items: &[Item]) -> BTreeSet<Item> {
        items.iter().map(|&item| self.to[item]).collect()
    }
}

fn round<B: Clone + std::fmt::Debug + 'static, S: Strategy<Value = B> + 'static>(
    ballot: impl Fn(usize) -> S + 'static,
) -> impl Strategy<Value = Round<B>> {
    let sized = (1_usize..=12).prop_flat_map(move |items| {
        let ballots = prop::collection::vec(ballot(items), 0..=9);
        let to = Just((0..items).collect::<Vec<_>>()).prop_shuffle();
        (Just(items), ballots, to)
    });
    sized.prop_flat_map(|(items, ballots, to)| {
        let voters = Just((0..ballots.len()).collect::<Vec<_>>()).prop_shuffle();
        voters.prop_map(move |voters| Round {
            items,
            ballots: ballots.clone(),
            to: to.clone(),
            voters,
        })
    })
}

/// The first few of a shuffled list.
fn top_ballot(items: usize) -> impl Strategy<Value = Vec<Item>> {
    let all = Just((0..items).collect::<Vec<_>>()).prop_shuffle();
    (all, 0..=items.min(5)).prop_map(|(mut all, named)| {
        all.truncate(named);
        all
    })
}

/// A weak order of some of the items.
fn ranking(items: usize) -> impl Strategy<Value = Ranking> {
    let levels = prop::collection::vec(0_usize..6, items);
    (0_u32..4, levels).prop_map(|(count, levels)| {
        let tier = |level| {
            (0..levels.len())
                .filter(|&item| levels[item] == level)
                .collect()
        };
        Ranking {
            count,
            // Level 5 is not named.
            tiers: (0..5).map(tier).collect(),
        }
    })
}

/// For some of the items a number.
fn numbers(least: i64, greatest: i64) -> impl Fn(usize) -> BoxedStrategy<Vec<(Item, i64)>> {
    move |items| {
        let each = prop::collection::vec(prop::option::of(least..=greatest), items);
        let given = |(item, value): (Item, Option<i64>)| Some((item, value?));
        each.prop_map(move |each| each.into_iter().enumerate().filter_map(given).collect())
            .boxed()
    }
}

fn rename<T: Clone>(ballot: &[(Item, T)], to: &[Item]) -> Vec<(Item, T)> {
    let renamed = ballot
        .iter()
        .map(|(item, value)| (to[*item], value.clone()));
    renamed.rev().collect()
}

fn rename_list(ballot: &[Item], to: &[Item]) -> Vec<Item> {
    ballot.iter().map(|&item| to[item]).collect()
}

fn rename_ranking(ballot: &Ranking, to: &[Item]) -> Ranking {
    Ranking {
        count: ballot.count,
        tiers: ballot
            .tiers
            .iter()
            .map(|tier| rename_list(tier, to))
            .collect(),
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// The definitions, plainly

/// The tiers by a score of the ballots, all counted anew for every voter left out.
fn plain_tiers(
    items: &[Item],
    ballots: &Ballots<i64>,
    score: impl Fn(&Ballots<i64>, Item) -> Option<i64>,
) -> Tiers {
    let without = |voter: usize| {
        let mut rest = ballots.clone();
        rest.remove(voter);
        rest
    };
    let mut worlds: Vec<Ballots<i64>> = (0..ballots.len()).map(without).collect();
    worlds.push(ballots.clone());
    let mut order = items.to_vec();
    order.sort_by_key(|&item| (score(ballots, item).map(|score| -score), item));
    let (mut tiers, mut tier) = (Vec::new(), Vec::new());
    for (at, &item) in order.iter().enumerate() {
        tier.push(item);
        let (above, below) = order.split_at(at + 1);
        let firm = worlds.iter().all(|world| {
            let scores = |items: &[Item]| {
                items
                    .iter()
                    .map(|&item| score(world, item).unwrap())
                    .collect::<Vec<_>>()
            };
            let (above, below) = (scores(above), scores(below));
            above
                .iter()
                .all(|above| below.iter().all(|below| above > below))
        });
        if firm {
            tier.sort_unstable();
            tiers.push(std::mem::take(&mut tier));
        }
    }
    tiers
}

fn sum(ballots: &Ballots<i64>, item: Item) -> Option<i64> {
    let given = ballots.iter().flatten().filter(|(named, _)| *named == item);
    Some(given.map(|(_, points)| points).sum())
}

fn median_doubled(ballots: &Ballots<i64>, item: Item) -> Option<i64> {
    let given = ballots.iter().flatten().filter(|(named, _)| *named == item);
    let mut sorted: Vec<i64> = given.map(|&(_, rating)| rating).collect();
    sorted.sort_unstable();
    let half = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        n if n % 2 == 1 => Some(sorted[half] * 2),
        _ => Some(sorted[half - 1] + sorted[half]),
    }
}

/// How many prefer one item to another, read from the tiers.
fn prefer(ballots: &[Ranking], one: Item, other: Item) -> u32 {
    let level = |ballot: &Ranking, item: Item| {
        let named = ballot.tiers.iter().position(|tier| tier.contains(&item));
        named.unwrap_or(usize::MAX)
    };
    let of = ballots
        .iter()
        .filter(|ballot| level(ballot, one) < level(ballot, other));
    of.map(|ballot| ballot.count).sum()
}

// ---------------------------------------------------------------------------------------------------------------------
// Laws

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn top_k_does_not_see_the_order(round in round(top_ballot)) {
        let moved = round.moved(|ballot, to| rename_list(ballot, to));
        let (a, b) = (top_k(round.items, Some(5), &round.ballots), top_k(round.items, Some(5), &moved));
        prop_assert_eq!(round.values(&a.score), b.score);
        prop_assert_eq!(round.values(&a.importance), b.importance);
        prop_assert_eq!(round.tiers(&a.order), b.order);
        prop_assert_eq!(a.peculiar.map(|items| round.set(&items)), b.peculiar.map(BTreeSet::from_iter));

        let (a, b) = (kendall_w_top_k(round.items, &round.ballots), kendall_w_top_k(round.items, &moved));
        prop_assert_eq!(round.values(&a.rank_sums), b.rank_sums);
        prop_assert_eq!((a.tie_sum, a.show), (b.tie_sum, b.show));
        prop_assert!(near(a.w, b.w), "{:?} {:?}", a.w, b.w);
        prop_assert!(a.w.is_none_or(|w| (-1e-9..=1.0 + 1e-9).contains(&w)));
    }

    #[test]
    fn w_of_top_k_is_w_of_the_ranks_it_stands_for(round in round(top_ballot)) {
        let cast = round.ballots.iter().filter(|ballot| !ballot.is_empty());
        let ranks: Vec<Vec<f64>> = cast.map(|ballot| {
            let rest = (ballot.len() + 1 + round.items) as f64 / 2.0;
            let rank = |item| ballot.iter().position(|&named| named == item);
            (0..round.items).map(|item| rank(item).map_or(rest, |at| (at + 1) as f64)).collect()
        }).collect();
        prop_assert_eq!(kendall_w_top_k(round.items, &round.ballots), kendall_w(round.items, &ranks));
    }

    #[test]
    fn borda_and_schulze_do_not_see_the_order(round in round(ranking)) {
        let moved = round.moved(rename_ranking);
        let (a, b) = (borda(round.items, &round.ballots), borda(round.items, &moved));
        prop_assert_eq!(round.values(&a.score), b.score);
        prop_assert_eq!(round.tiers(&a.order), b.order);
        let pairs = u64::try_from(round.items * (round.items - 1) / 2).unwrap();
        prop_assert_eq!(a.score.iter().sum::<f64>(), (pairs * a.ballots) as f64, "points neither made nor lost");

        let (a, b) = (schulze(round.items, &round.ballots).unwrap(), schulze(round.items, &moved).unwrap());
        prop_assert_eq!(a.rank.map(|rank| round.values(&rank)), b.rank);
        prop_assert_eq!(a.winners.map(|items| round.set(&items)), b.winners.map(BTreeSet::from_iter));
    }

    #[test]
    fn schulze_finds_the_item_that_beats_all_others(round in round(ranking)) {
        let result = schulze(round.items, &round.ballots).unwrap();
        let all = 0..round.items;
        let beats = |one: &Item| all.clone().all(|other| {
            other == *one || prefer(&round.ballots, *one, other) > prefer(&round.ballots, other, *one)
        });
        if let (Some(winner), Some(winners)) = (all.clone().find(beats), &result.winners) {
            prop_assert_eq!(winners, &vec![winner]);
        }
        for (one, other) in all.clone().flat_map(|one| all.clone().map(move |other| (one, other))) {
            prop_assert_eq!(result.d[one][other], u64::from(prefer(&round.ballots, one, other)));
        }
        let mut slices = Schulze::new(round.items, &round.ballots).unwrap();
        while slices.step(1) {}
        prop_assert_eq!(slices.result(), result);
    }

    #[test]
    fn dots_do_not_see_the_order(round in round(numbers(0, 3))) {
        let real = |ballots: &Ballots<i64>| -> Ballots<f64> {
            ballots.iter().map(|ballot| ballot.iter().map(|&(item, dots)| (item, dots as f64)).collect()).collect()
        };
        let moved = round.moved(|ballot, to| rename(ballot, to));
        let (a, b) = (dot_voting(round.items, &real(&round.ballots)), dot_voting(round.items, &real(&moved)));
        prop_assert_eq!(round.values(&a.dots), b.dots);
        prop_assert_eq!(round.tiers(&a.order), b.order);
        prop_assert_eq!(a.voters, b.voters);
    }

    #[test]
    fn tiers_by_points_are_those_of_the_definition(round in round(numbers(0, 4))) {
        let found = tiers_by_points(round.items, &round.ballots);
        let cast = |ballot: &&Vec<(Item, i64)>| ballot.iter().any(|&(_, points)| points > 0);
        let ballots: Ballots<i64> = round.ballots.iter().filter(cast).cloned().collect();
        let items: Vec<Item> = (0..round.items).collect();
        let plain = (!ballots.is_empty()).then(|| plain_tiers(&items, &ballots, sum));
        prop_assert_eq!(&found.tiers, &plain);
        let moved = tiers_by_points(round.items, &round.moved(|ballot, to| rename(ballot, to)));
        prop_assert_eq!(round.tiers(&found.tiers), moved.tiers);
    }

    #[test]
    fn tiers_by_median_are_those_of_the_definition(round in round(numbers(1, 9))) {
        let found = tiers_by_median(round.items, Scale::NINE, &round.ballots);
        let rated = |item: &Item| round.ballots.iter().flatten().filter(|(named, _)| named == item).count();
        let (items, rest): (Vec<Item>, Vec<Item>) = (0..round.items).partition(|item| rated(item) >= 2);
        let plain = (!items.is_empty()).then(|| plain_tiers(&items, &round.ballots, median_doubled));
        prop_assert_eq!(&found.tiers, &plain);
        prop_assert_eq!(&found.not_compared, &rest);
        let moved = tiers_by_median(round.items, Scale::NINE, &round.moved(|ballot, to| rename(ballot, to)));
        prop_assert_eq!(round.tiers(&found.tiers), moved.tiers);
    }

    #[test]
    fn ratings_do_not_see_the_order(mut ratings in prop::collection::vec(prop::option::of(1_i64..=9), 0..40)) {
        let one = Distribution::of(Scale::NINE, ratings.iter().copied());
        let values: Vec<Option<f64>> = ratings.iter().map(|rating| rating.map(|rating| rating as f64)).collect();
        for (part, of) in [(1, 2), (3, 10), (7, 10), (1, 4), (3, 4), (0, 1), (1, 1)] {
            prop_assert!(near(one.quantile(part, of), percentile(&values, f64::from(part) / f64::from(of))));
        }
        ratings.reverse();
        ratings.push(None);
        prop_assert_eq!(&Distribution::of(Scale::NINE, ratings.iter().copied()), &one);
        // The scale upside down: the same consensus, and the opposite of it the same disagreement.
        let mirror = Distribution::of(Scale::NINE, ratings.iter().map(|rating| rating.map(|rating| 10 - rating)));
        prop_assert!(near(consensus(&one), consensus(&mirror)));
        let disagreement = |of: &Distribution| ipras(of).figures.map(|figures| figures.disagreement);
        prop_assert_eq!(disagreement(&one), disagreement(&mirror));
        prop_assert_eq!(consensus(&one).is_none(), one.n() == 0);
    }

    #[test]
    fn unanimous_is_consensus_one(least in -5_i32..5, points in 2_i32..12, at in 0_i32..12, n in 1_usize..300) {
        let scale = Scale::new(least, least + points - 1).unwrap();
        let rating = i64::from(least + at % points);
        let ratings = Distribution::of(scale, std::iter::repeat_n(Some(rating), n));
        prop_assert_eq!(consensus(&ratings), Some(1.0));
        prop_assert_eq!(ratings.median(), Some(rating as f64));
    }

    #[test]
    fn groups_and_sectors_do_not_see_the_order(
        groups in prop::collection::vec((0_u32..12, 0_u32..6, prop::collection::btree_map(0_usize..5, 0_u32..30, 0..5)), 0..6),
        votes in prop::collection::vec((0_u32..6, 0_u32..6, 0_u32..6), 0..8),
    ) {
        let group = |(voters, k, score): &(u32, u32, BTreeMap<Item, u32>)| GroupScores {
            voters: *voters,
            k: *k,
            score: score.iter().map(|(&item, &points)| (item, f64::from(points))).collect(),
        };
        let mut groups: Vec<GroupScores> = groups.iter().map(group).collect();
        let one = across_groups(5, &groups, &[vec![0, 3], vec![4]]);
        groups.reverse();
        let other = across_groups(5, &groups, &[vec![3, 0], vec![4]]);
        prop_assert_eq!(one.combined, other.combined);
        prop_assert_eq!(one.coverage, other.coverage);
        prop_assert_eq!(one.merged, other.merged);

        let sector = |&(agree, disagree, pass): &(u32, u32, u32)| Sector { agree, disagree, pass };
        let mut sectors: Vec<Sector> = votes.iter().map(sector).collect();
        let one = bridging(&sectors).bridging;
        sectors.reverse();
        sectors.push(Sector::default());
        prop_assert_eq!(one, bridging(&sectors).bridging);
        prop_assert!(one.is_none_or(|one| one > 0.0 && one < 1.0));
    }

    /// Ballots from a forged file: unknown items, items twice, any numbers. Such a ballot counts nowhere.
    #[test]
    fn forged_ballots_count_nowhere(
        forged in prop::collection::vec((prop::sample::select(vec![0, 1, 3, 4, usize::MAX]), any::<i64>()), 1..6),
        good in prop::collection::vec(top_ballot(4), 0..5),
    ) {
        let list: Vec<Item> = forged.iter().map(|&(item, _)| item).collect();
        let distinct: BTreeSet<Item> = list.iter().copied().collect();
        let fits = distinct.len() == list.len() && list.iter().all(|&item| item < 4);
        prop_assume!(!fits);
        let mut ballots = good.clone();
        ballots.push(list.clone());
        let last = vec![good.len()];

        let (mut a, b) = (top_k(4, Some(9), &ballots), top_k(4, Some(9), &good));
        prop_assert_eq!(std::mem::take(&mut a.refused), last.clone());
        prop_assert_eq!(a, b);
        let (mut a, b) = (kendall_w_top_k(4, &ballots), kendall_w_top_k(4, &good));
        prop_assert_eq!(std::mem::take(&mut a.refused), last.clone());
        prop_assert_eq!(a, b);

        let rankings = |ballots: &[Vec<Item>]| -> Vec<Ranking> {
            let tiers = |ballot: &Vec<Item>| ballot.iter().map(|&item| vec![item]).collect();
            ballots.iter().map(|ballot| Ranking { count: 1, tiers: tiers(ballot) }).collect()
        };
        let (mut a, b) = (borda(4, &rankings(&ballots)), borda(4, &rankings(&good)));
        prop_assert_eq!(std::mem::take(&mut a.refused), last.clone());
        prop_assert_eq!(a, b);
        let (mut a, b) = (schulze(4, &rankings(&ballots)).unwrap(), schulze(4, &rankings(&good)).unwrap());
        prop_assert_eq!(std::mem::take(&mut a.refused), last.clone());
        prop_assert_eq!(a, b);

        let mut points: Ballots<i64> = good.iter().map(|ballot| top_k_points(5, ballot)).collect();
        let tiers = [tiers_by_points(4, &points), tiers_by_median(4, Scale::NINE, &points)];
        points.push(forged.clone());
        let with = [tiers_by_points(4, &points), tiers_by_median(4, Scale::NINE, &points)];
        for (with, without) in with.into_iter().zip(tiers) {
            prop_assert_eq!(with, FirmTiers { refused: last.clone(), ..without });
        }
        let dots: Ballots<f64> = vec![forged.iter().map(|&(item, dots)| (item, dots as f64)).collect()];
        prop_assert_eq!(dot_voting(4, &dots).valid, vec![false]);
    }
}

#[test]
fn schulze_is_refused_beyond_its_limit() {
    assert!(schulze(60, &[]).is_some());
    assert!(schulze(61, &[]).is_none());
}

#[test]
fn what_is_no_number_is_no_rating_and_no_dot() {
    let values = [Some(f64::NAN), Some(f64::INFINITY), None, Some(4.0)];
    assert_eq!(percentile(&values, 0.5), Some(4.0));
    assert_eq!(percentile(&values, 1.5), None);
    assert_eq!(percentile(&values, f64::NAN), None);
    assert_eq!(
        dot_voting(9, &[vec![(0, f64::NAN)], vec![(0, 0.5)]]).valid,
        [false, false]
    );
    let ratings = Distribution::of(Scale::NINE, [Some(0), Some(10), Some(i64::MIN), Some(9)]);
    assert_eq!((ratings.n(), ratings.refused()), (1, 3));
    assert_eq!(Scale::new(2, 1), None);
    assert_eq!(Scale::new(i32::MIN, i32::MAX), None);
}

fn near(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < 1e-9,
        (None, None) => true,
        _ => false,
    }
}
