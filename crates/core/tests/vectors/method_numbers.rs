//! The methods whose input are numbers, not ballots by name: ratings, votes, sectors.

use std::collections::BTreeMap;

use rapporteur_core::priority::bridging::{Sector, bridging, controversy, majority};
use rapporteur_core::priority::gradients::{Adoption, gradients};
use rapporteur_core::priority::rating::{
    Axis, Distribution, Quadrant, Scale, Verdict, classic, consensus, impact_feasibility, ipras,
    percentile,
};
use rapporteur_core::priority::share::{PercentRule, core_set, opponents_below_15, vote};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Names, defined};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Percentiles {
    values: Vec<Option<f64>>,
    p: Vec<f64>,
}

pub(crate) fn percentile_type7(input: Percentiles) -> Value {
    let percentiles = input
        .p
        .iter()
        .map(|&p| defined(percentile(&input.values, p)));
    json!({ "percentiles": percentiles.collect::<Value>() })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ratings {
    ratings: Vec<Option<i64>>,
}

impl Ratings {
    fn distribution(&self) -> Distribution {
        Distribution::of(Scale::NINE, self.ratings.iter().copied())
    }
}

pub(crate) fn rand_ipras(input: Ratings) -> Value {
    let result = ipras(&input.distribution());
    let figures = result.figures.as_ref();
    json!({
        "n": result.n,
        "median": defined(figures.map(|of| of.median)),
        "p30": defined(figures.map(|of| of.p30)),
        "p70": defined(figures.map(|of| of.p70)),
        "ipr": defined(figures.map(|of| of.ipr)),
        "iprcp": defined(figures.map(|of| of.iprcp)),
        "ai": defined(figures.map(|of| of.ai)),
        "ipras": defined(figures.map(|of| of.ipras)),
        "disagreement": defined(figures.map(|of| of.disagreement)),
        "verdict": defined(result.verdict.map(|verdict| match verdict {
            Verdict::Supported => "supported",
            Verdict::NotSupported => "not-supported",
            Verdict::Uncertain => "uncertain",
        })),
    })
}

pub(crate) fn rand_classic(input: Ratings) -> Value {
    let result = classic(&input.distribution());
    json!({
        "n": result.n,
        "region": defined(result.region.map(|(from, to)| vec![from, to])),
        "outside": defined(result.outside),
        "low": result.low,
        "high": result.high,
        "agreement": defined(result.agreement),
        "disagreement": defined(result.disagreement),
    })
}

fn rule(name: &str) -> Result<PercentRule, String> {
    Ok(match name {
        "at-least-75" => PercentRule::AtLeast75,
        "at-least-70" => PercentRule::AtLeast70,
        "more-than-two-thirds" => PercentRule::MoreThanTwoThirds,
        "more-than-half" => PercentRule::MoreThanHalf,
        unknown => return Err(format!("unknown rule {unknown}")),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Needed {
    rule: String,
    n: Vec<u64>,
}

pub(crate) fn percent_needed(input: Needed) -> Result<Value, String> {
    let votes = input.n.iter().map(|&n| {
        Ok(defined(match input.rule.as_str() {
            "below-15" => opponents_below_15(n),
            name => rule(name)?.needed(n),
        }))
    });
    Ok(json!({ "votes": votes.collect::<Result<Value, String>>()? }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VoteInput {
    rule: String,
    present: u64,
    yes: u64,
    no: u64,
    #[serde(rename = "abstain")]
    _abstain: u64,
}

pub(crate) fn percent_vote(input: VoteInput) -> Result<Value, String> {
    let result = vote(rule(&input.rule)?, input.present, input.yes, input.no);
    Ok(json!({
        "cast": result.cast,
        "share": defined(result.share),
        "needed": defined(result.needed),
        "quorum": result.quorum,
        "quorumMet": result.quorum_met,
        "passes": result.passes,
    }))
}

pub(crate) fn percent_core_set(input: Ratings) -> Value {
    let result = core_set(&input.distribution());
    json!({
        "n": result.n,
        "high": result.high,
        "low": result.low,
        "highShare": defined(result.high_share),
        "lowShare": defined(result.low_share),
        "included": defined(result.included),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Counts {
    scale_min: i32,
    scale_max: i32,
    counts: Vec<u64>,
}

pub(crate) fn tastle_wierman(input: Counts) -> Result<Value, String> {
    let scale = Scale::new(input.scale_min, input.scale_max).ok_or("no such scale")?;
    let ratings = Distribution::from_counts(scale, input.counts).ok_or("other points")?;
    Ok(json!({
        "n": ratings.n(),
        "mean": defined(ratings.mean()),
        "consensus": defined(consensus(&ratings)),
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MatrixInput {
    impact: Vec<Option<i64>>,
    feasibility: Vec<Option<i64>>,
}

pub(crate) fn matrix(input: MatrixInput) -> Value {
    let impact = Distribution::of(Scale::FIVE, input.impact);
    let feasibility = Distribution::of(Scale::FIVE, input.feasibility);
    let result = impact_feasibility(&impact, &feasibility);
    json!({
        "impact": axis(&result.impact),
        "feasibility": axis(&result.feasibility),
        "quadrant": defined(result.quadrant.map(|quadrant| match quadrant {
            Quadrant::DoNow => "do-now",
            Quadrant::Plan => "plan",
            Quadrant::FillIn => "fill-in",
            Quadrant::Park => "park",
            Quadrant::Borderline => "borderline",
        })),
    })
}

fn axis(axis: &Axis) -> Value {
    let quartiles = axis.quartiles.as_ref();
    json!({
        "n": axis.n,
        "median": defined(quartiles.map(|of| of.median)),
        "q1": defined(quartiles.map(|of| of.q1)),
        "q3": defined(quartiles.map(|of| of.q3)),
        "iqr": defined(quartiles.map(|of| of.iqr)),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Steps {
    present: u64,
    counts: [u64; 8],
}

pub(crate) fn steps(input: Steps) -> Value {
    let result = gradients(input.present, input.counts);
    json!({
        "answered": result.answered,
        "abstained": result.abstained,
        "cast": result.cast,
        "supportShare": defined(result.support_share),
        "blocking": result.blocking,
        "reasonsRequired": result.reasons_required,
        "quorum": result.quorum,
        "quorumMet": result.quorum_met,
        "result": match result.result {
            Adoption::Adopted => "adopted",
            Adoption::AdoptedByMajority => "adopted-by-majority",
            Adoption::NotAdopted => "not-adopted",
            Adoption::NoQuorum => "no-quorum",
        },
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SectorInput {
    agree: u32,
    disagree: u32,
    pass: u32,
}

impl SectorInput {
    fn sector(&self) -> Sector {
        Sector {
            agree: self.agree,
            disagree: self.disagree,
            pass: self.pass,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sectors {
    sectors: BTreeMap<String, SectorInput>,
}

pub(crate) fn sectors(input: Sectors) -> Value {
    let votes: Vec<Sector> = input.sectors.values().map(SectorInput::sector).collect();
    let names = Names(input.sectors.into_keys().collect());
    let result = bridging(&votes);
    json!({
        "q": names.map(result.q.into_iter().map(defined)),
        "shown": names.map(result.shown),
        "sectors": result.sectors,
        "bridging": defined(result.bridging),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MajorityInput {
    agree: u32,
    votes: u32,
}

pub(crate) fn majority_z(input: MajorityInput) -> Value {
    let result = majority(input.agree, input.votes);
    json!({ "z": defined(result.z), "majority": defined(result.majority) })
}

pub(crate) fn split(input: SectorInput) -> Value {
    let votes = input.sector();
    json!({ "votes": votes.votes(), "controversy": defined(controversy(votes)) })
}
