//! One case of the method vectors: its input as the methods take it, and what they say as the file writes it.

#[path = "method_numbers.rs"]
mod method_numbers;

use std::collections::BTreeMap;

use rapporteur_core::priority::across::{GroupScores, across_groups};
use rapporteur_core::priority::rank::{
    Concordance, Ranking, borda, kendall_w, kendall_w_top_k, schulze, top_k,
};
use rapporteur_core::priority::rating::Scale;
use rapporteur_core::priority::share::dot_voting;
use rapporteur_core::priority::tiers::{tiers_by_median, tiers_by_points};
use rapporteur_core::priority::{Item, Tiers};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use method_numbers::{
    majority_z, matrix, percent_core_set, percent_needed, percent_vote, percentile_type7,
    rand_classic, rand_ipras, sectors, split, steps, tastle_wierman,
};

/// What the method of that name says of the input.
pub(crate) fn actual(method: &str, input: &Value) -> Result<Value, String> {
    Ok(match method {
        "ngt-top-k" => ngt_top_k(read(input)?),
        "percentile-type7" => percentile_type7(read(input)?),
        "rand-ipras" => rand_ipras(read(input)?),
        "rand-classic" => rand_classic(read(input)?),
        "percent-needed" => percent_needed(read(input)?)?,
        "percent-vote" => percent_vote(read(input)?)?,
        "percent-core-set" => percent_core_set(read(input)?),
        "kendall-w" => complete_w(read(input)?),
        "kendall-w-top-k" => top_k_w(read(input)?),
        "tastle-wierman" => tastle_wierman(read(input)?)?,
        "dot-voting" => dots(read(input)?),
        "impact-feasibility" => matrix(read(input)?),
        "gradients" => steps(read(input)?),
        "schulze" => schulze_ranking(read(input)?)?,
        "borda" => borda_count(read(input)?),
        "bridging" => sectors(read(input)?),
        "majority-z" => majority_z(read(input)?),
        "controversy" => split(read(input)?),
        "across-groups" => across(read(input)?),
        "tiers-leave-one-out" => firm_tiers(read(input)?)?,
        unknown => return Err(format!("unknown method {unknown}")),
    })
}

fn read<T: DeserializeOwned>(input: &Value) -> Result<T, String> {
    T::deserialize(input).map_err(|error| error.to_string())
}

/// The text that stands where a formula has no value.
fn defined<T: Into<Value>>(value: Option<T>) -> Value {
    value.map_or_else(|| json!("undefined"), Into::into)
}

/// Names of items and their places.
struct Names(Vec<String>);

impl Names {
    /// The place of a name; one beyond the list where it is unknown.
    fn item(&self, name: &str) -> Item {
        self.0
            .iter()
            .position(|known| known == name)
            .unwrap_or(usize::MAX)
    }

    fn items(&self, names: &[String]) -> Vec<Item> {
        names.iter().map(|name| self.item(name)).collect()
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn list(&self, items: &[Item]) -> Value {
        items.iter().map(|&item| self.0[item].clone()).collect()
    }

    fn tiers(&self, tiers: &Option<Tiers>) -> Value {
        let named = |tiers: &Tiers| tiers.iter().map(|tier| self.list(tier)).collect::<Value>();
        defined(tiers.as_ref().map(named))
    }

    fn map<T: Into<Value>>(&self, values: impl IntoIterator<Item = T>) -> Value {
        let values: Vec<Value> = values.into_iter().map(Into::into).collect();
        assert_eq!(values.len(), self.len());
        self.0
            .iter()
            .cloned()
            .zip(values)
            .collect::<Map<_, _>>()
            .into()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopKInput {
    items: Vec<String>,
    k: Option<usize>,
    ballots: Vec<Vec<String>>,
}

fn ngt_top_k(input: TopKInput) -> Value {
    let names = Names(input.items);
    let ballots: Vec<_> = input
        .ballots
        .iter()
        .map(|ballot| names.items(ballot))
        .collect();
    let result = top_k(names.len(), input.k, &ballots);
    json!({
        "k": result.k,
        "voters": result.voters,
        "score": names.map(result.score),
        "frequency": names.map(result.frequency),
        "topVotes": names.map(result.top_votes),
        "importance": names.map(result.importance.into_iter().map(defined)),
        "order": names.tiers(&result.order),
        "peculiar": defined(result.peculiar.map(|items| names.list(&items))),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ranks {
    items: Vec<String>,
    ranks: Vec<Vec<f64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopRanks {
    items: Vec<String>,
    ballots: Vec<Vec<String>>,
}

fn complete_w(input: Ranks) -> Value {
    concordance(&kendall_w(input.items.len(), &input.ranks))
}

fn top_k_w(input: TopRanks) -> Value {
    let names = Names(input.items);
    let ballots: Vec<_> = input
        .ballots
        .iter()
        .map(|ballot| names.items(ballot))
        .collect();
    concordance(&kendall_w_top_k(names.len(), &ballots))
}

fn concordance(result: &Concordance) -> Value {
    json!({
        "m": result.voters,
        "n": result.items,
        "rankSums": result.rank_sums,
        "S": result.s,
        "tieSum": result.tie_sum,
        "W": defined(result.w),
        "show": result.show,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DotsInput {
    items: Vec<String>,
    ballots: Vec<BTreeMap<String, f64>>,
}

fn dots(input: DotsInput) -> Value {
    let names = Names(input.items);
    let read = |ballot: &BTreeMap<String, f64>| {
        let dots = ballot.iter().map(|(name, &dots)| (names.item(name), dots));
        dots.collect()
    };
    let ballots: Vec<_> = input.ballots.iter().map(read).collect();
    let result = dot_voting(names.len(), &ballots);
    json!({
        "budget": result.budget,
        "cap": result.cap,
        "valid": result.valid,
        "voters": result.voters,
        "dots": names.map(result.dots),
        "distinctVoters": names.map(result.distinct_voters),
        "order": names.tiers(&result.order),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rankings {
    items: Vec<String>,
    ballots: Vec<RankingInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RankingInput {
    count: u32,
    ranking: Vec<Vec<String>>,
}

impl Rankings {
    fn read(self) -> (Names, Vec<Ranking>) {
        let names = Names(self.items);
        let ballots = self.ballots.iter().map(|ballot| Ranking {
            count: ballot.count,
            tiers: ballot
                .ranking
                .iter()
                .map(|tier| names.items(tier))
                .collect(),
        });
        let ballots = ballots.collect();
        (names, ballots)
    }
}

fn schulze_ranking(input: Rankings) -> Result<Value, String> {
    let (names, ballots) = input.read();
    let result = schulze(names.len(), &ballots).ok_or("too many items")?;
    Ok(json!({
        "ballots": result.ballots,
        "d": result.d,
        "p": result.p,
        "rank": defined(result.rank.map(|rank| names.map(rank))),
        "winners": defined(result.winners.map(|items| names.list(&items))),
    }))
}

fn borda_count(input: Rankings) -> Value {
    let (names, ballots) = input.read();
    let result = borda(names.len(), &ballots);
    json!({
        "ballots": result.ballots,
        "maximum": result.maximum,
        "score": names.map(result.score),
        "order": names.tiers(&result.order),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AcrossInput {
    items: Vec<String>,
    groups: Vec<GroupInput>,
    #[serde(default)]
    merged: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupInput {
    id: String,
    voters: u32,
    k: u32,
    score: BTreeMap<String, f64>,
}

fn across(input: AcrossInput) -> Value {
    let listed = Names(input.items);
    // Groups may have seen items that are not asked about.
    let seen = input.groups.iter().flat_map(|group| group.score.keys());
    let mut names = Names(listed.0.clone());
    for name in seen.chain(input.merged.values().flatten()) {
        if names.item(name) == usize::MAX {
            names.0.push(name.clone());
        }
    }
    let score = |group: &GroupInput| {
        let score = group.score.iter();
        score
            .map(|(name, &points)| (names.item(name), points))
            .collect()
    };
    let groups = input.groups.iter().map(|group| GroupScores {
        voters: group.voters,
        k: group.k,
        score: score(group),
    });
    let groups: Vec<_> = groups.collect();
    let merged = input.merged.values();
    let merged: Vec<_> = merged.map(|parents| names.items(parents)).collect();
    let mut result = across_groups(names.len(), &groups, &merged);
    result.combined.truncate(listed.len());
    result.coverage.truncate(listed.len());
    let values = |values: &BTreeMap<Item, Option<f64>>| {
        let values = values.iter();
        let named = values.map(|(&item, &value)| (names.0[item].clone(), defined(value)));
        Value::from(named.collect::<Map<_, _>>())
    };
    let by_group = input.groups.iter().zip(&result.by_group);
    let by_group = by_group.map(|(group, of)| (group.id.clone(), values(of)));
    let merged = Names(input.merged.into_keys().collect());
    json!({
        "byGroup": Value::from(by_group.collect::<Map<_, _>>()),
        "combined": listed.map(result.combined.into_iter().map(defined)),
        "coverage": listed.map(result.coverage.into_iter().map(defined)),
        "merged": merged.map(result.merged.into_iter().map(defined)),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirmTiersInput {
    items: Vec<String>,
    score: String,
    ballots: Vec<BTreeMap<String, Option<i64>>>,
}

fn firm_tiers(input: FirmTiersInput) -> Result<Value, String> {
    let names = Names(input.items);
    let read = |ballot: &BTreeMap<String, Option<i64>>| {
        let given = ballot
            .iter()
            .filter_map(|(name, &value)| Some((names.item(name), value?)));
        given.collect()
    };
    let ballots: Vec<_> = input.ballots.iter().map(read).collect();
    let result = match input.score.as_str() {
        "sum" => tiers_by_points(names.len(), &ballots),
        "median" => tiers_by_median(names.len(), Scale::NINE, &ballots),
        unknown => return Err(format!("unknown score {unknown}")),
    };
    Ok(json!({
        "voters": result.voters,
        "tiers": names.tiers(&result.tiers),
        "notCompared": names.list(&result.not_compared),
    }))
}
