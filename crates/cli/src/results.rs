//! What the closed rounds of a workbook say, as the app shows it.

use std::fmt::Write as _;

use rapporteur_core::event::Group;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::priority::gradients::Adoption;
use rapporteur_core::priority::rating::{Axis, Quadrant, Verdict};
use rapporteur_core::register::Register;
use rapporteur_core::round::{Answers, Results, Stage, rounds};
use rapporteur_core::text::excerpt;
use rapporteur_core::workbook::Workbook;
use serde_json::{Map, Value, json};

use crate::files;
use crate::say::{Sentence, Voice};
use crate::{Outcome, ResultsOf, Run};

/// The letters of a text shown in a line.
const LINE: usize = 80;

pub(crate) fn run(asked: &ResultsOf, voice: &Voice) -> Run {
    let opened = files::open(&asked.file).map_err(|stop| vec![stop])?;
    let mut workbook = Workbook::new();
    workbook.join(opened.edits.iter().cloned());
    let register = Register::of(&workbook);
    let all: Vec<Results> = rounds(&workbook)
        .into_iter()
        .filter(|round| round.stage == Stage::Closed)
        .filter_map(|round| Results::read(&workbook, round.id))
        .collect();
    let text = match asked.json {
        true => {
            let told: Vec<Value> = all
                .iter()
                .map(|results| told(results, &workbook, &register))
                .collect();
            serde_json::to_string_pretty(&told).unwrap_or_default() + "\n"
        }
        false => in_words(&all, &workbook, &register, voice),
    };
    crate::print(&text);
    Ok(Outcome::Clean)
}

/// A round's results as JSON. Keys are only added in later versions; what a formula does not define is `null`.
fn told(results: &Results, workbook: &Workbook, register: &Register) -> Value {
    let card = results.card();
    let group = results
        .round
        .group
        .map(|group| Group::read(workbook, group));
    let items = results.order().into_iter().filter_map(|at| {
        let id = results.items.get(at)?;
        let mut told = Map::new();
        told.insert("item".into(), json!(id.to_string()));
        told.insert("number".into(), json!(number_of(workbook, register, *id)));
        told.insert("tier".into(), json!(results.tier(at)));
        told.insert("outdated".into(), json!(results.outdated.get(at)));
        for answers in &results.answers {
            answer(&mut told, results, answers, at);
        }
        Some(Value::Object(told))
    });
    let concordance = results.answers.iter().find_map(|answers| match answers {
        Answers::Ranking(ranked) => Some(json!({"w": ranked.concordance.w, "voters": ranked.concordance.voters, "shown": ranked.concordance.show})),
        _ => None,
    });
    json!({
        "round": results.round.id.to_string(),
        "fingerprint": results.round.fingerprint.to_string(),
        "group": group.as_ref().map(|group| json!({"id": group.id.to_string(), "code": group.code, "title": group.titles})),
        "plenary": results.round.group.is_none(),
        "methods": card.methods.iter().map(|method| method.name()).collect::<Vec<_>>(),
        "present": card.present,
        "voters": results.voters,
        "quorum": results.quorum,
        "quorate": results.is_quorate(),
        "refused": results.refused,
        "categories": results.sectors.iter().map(|(name, count)| json!({"category": name, "voters": count})).collect::<Vec<_>>(),
        "concordance": concordance,
        "items": items.collect::<Vec<_>>(),
    })
}

/// The number of an item; of a combination those of its originals.
fn number_of(workbook: &Workbook, register: &Register, id: ItemId) -> String {
    if id.kind != Kind::COMBINATION {
        return register.number(id);
    }
    let originals = workbook.entries(id, "originals").into_iter();
    let originals = originals.filter_map(|original| original.parse().ok());
    let mut numbers: Vec<String> = originals.map(|id| register.number(id)).collect();
    numbers.sort();
    numbers.join(" + ")
}

/// What one question says of one item.
fn answer(told: &mut Map<String, Value>, results: &Results, answers: &Answers, at: usize) {
    let (name, value) = match answers {
        Answers::Dots(dots) => (
            "dots",
            json!({"dots": dots.count.dots.get(at), "voters": dots.count.distinct_voters.get(at)}),
        ),
        Answers::Rating(rated) => {
            let verdict = rated.verdicts.get(at);
            let figures = verdict.and_then(|verdict| verdict.figures.as_ref());
            let beside = rated.sectors.get(at);
            let sectors = beside
                .into_iter()
                .flat_map(|of| results.sectors.iter().zip(&of.ratings));
            let sectors = sectors
                .map(|((category, _), rating)| json!({"category": category, "rating": rating}));
            (
                "rating",
                json!({
                    "counts": rated.distributions.get(at).map(|of| of.counts()),
                    "n": verdict.map(|verdict| verdict.n),
                    "median": figures.map(|figures| figures.median),
                    "p30": figures.map(|figures| figures.p30),
                    "p70": figures.map(|figures| figures.p70),
                    "ipr": figures.map(|figures| figures.ipr),
                    "ipras": figures.map(|figures| figures.ipras),
                    "disagreement": figures.map(|figures| figures.disagreement),
                    "verdict": verdict.and_then(|verdict| verdict.verdict).map(verdict_name),
                    "consensus": rated.consensus.get(at),
                    "controversy": rated.controversy.get(at),
                    "bridging": beside.and_then(|of| of.bridging),
                    "categories": sectors.collect::<Vec<_>>(),
                }),
            )
        }
        Answers::Matrix(items) => {
            let axis = |axis: &Axis| {
                json!({
                    "n": axis.n,
                    "median": axis.quartiles.as_ref().map(|held| held.median),
                    "q1": axis.quartiles.as_ref().map(|held| held.q1),
                    "q3": axis.quartiles.as_ref().map(|held| held.q3),
                })
            };
            let of = items.get(at);
            (
                "matrix",
                json!({
                    "impact": of.map(|of| axis(&of.impact)),
                    "feasibility": of.map(|of| axis(&of.feasibility)),
                    "quadrant": of.and_then(|of| of.quadrant).map(quadrant_name),
                }),
            )
        }
        Answers::Ranking(ranked) => {
            let schulze = ranked.schulze.as_ref().and_then(|of| of.rank.as_ref());
            (
                "ranking",
                json!({
                    "points": ranked.top.score.get(at),
                    "frequency": ranked.top.frequency.get(at),
                    "firstPlaces": ranked.top.top_votes.get(at),
                    "importance": ranked.top.importance.get(at),
                    "peculiar": ranked.top.peculiar.as_ref().map(|held| held.contains(&at)),
                    "borda": ranked.borda.score.get(at),
                    "schulze": schulze.and_then(|ranks| ranks.get(at)),
                }),
            )
        }
        Answers::Gradients(items) => {
            let of = items.get(at);
            (
                "gradients",
                json!({
                    "counts": of.map(|of| of.counts),
                    "adoption": of.map(|of| adoption_name(of.adoption)),
                    "support": of.and_then(|of| of.result.support_share),
                    "reasons": of.map(|of| &of.reasons),
                }),
            )
        }
        Answers::Hands(items) => {
            let of = items.get(at);
            (
                "hands",
                json!({
                    "yes": of.map(|of| of.yes),
                    "no": of.map(|of| of.no),
                    "abstain": of.map(|of| of.abstain),
                    "needed": of.and_then(|of| of.vote.needed),
                    "passes": of.map(|of| of.passes),
                }),
            )
        }
    };
    told.insert(name.into(), value);
}

fn in_words(all: &[Results], workbook: &Workbook, register: &Register, voice: &Voice) -> String {
    let mut text = String::new();
    let mut line = |told: String| {
        // Writing to a String cannot fail.
        writeln!(text, "{told}").ok();
    };
    if all.is_empty() {
        line(voice.sentence(&Sentence::plain("rounds-none")));
    }
    let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    for results in all {
        let group = results
            .round
            .group
            .map(|group| Group::read(workbook, group));
        let group = group.map(|group| format!("{} {}", group.code, group.title(voice.lang())));
        let heading = match group {
            Some(group) => Sentence::new("rounds-group-heading", [("group", group)]),
            None => Sentence::plain("cli-results-plenary"),
        };
        line(format!(
            "{} [{}]",
            voice.sentence(&heading),
            results.round.mark()
        ));
        let voters = Sentence::plain("results-voters").counting("voters", number(results.voters));
        let key = if results.is_quorate() {
            "results-quorate"
        } else {
            "results-not-quorate"
        };
        let quorum = Sentence::plain(key).counting("quorum", number(results.quorum));
        line(format!(
            "{}. {}",
            voice.sentence(&voters),
            voice.sentence(&quorum)
        ));
        for at in results.order() {
            let Some(id) = results.items.get(at) else {
                continue;
            };
            let tier = match results.tier(at) {
                Some(tier) => Sentence::plain("results-tier").counting("tier", tier),
                None => Sentence::plain("results-not-compared"),
            };
            let told = results
                .answers
                .iter()
                .filter_map(|answers| in_line(answers, at, voice));
            let told: Vec<String> = told.collect();
            let rec = rapporteur_core::recommendation::Recommendation::read(workbook, *id);
            let words = rec
                .text_for(voice.lang())
                .map(|(_, text)| excerpt(text, LINE));
            let words = Sentence::new(
                "cli-show-title",
                [("title", words.unwrap_or_default().to_string())],
            );
            line(format!(
                "  {}  {}  {}",
                voice.sentence(&tier),
                number_of(workbook, register, *id),
                told.join("; ")
            ));
            line(format!("      {}", voice.sentence(&words)));
        }
    }
    text
}

/// What one question says of one item, in a few words.
fn in_line(answers: &Answers, at: usize, voice: &Voice) -> Option<String> {
    let plain = |key: &str| voice.sentence(&Sentence::plain(key));
    let number = |counts: &[u64]| {
        counts
            .get(at)
            .and_then(|count| usize::try_from(*count).ok())
            .unwrap_or(0)
    };
    Some(match answers {
        Answers::Dots(dots) => {
            let sentence = Sentence::plain("results-dots")
                .counting("dots", number(&dots.count.dots))
                .counting("voters", number(&dots.count.distinct_voters));
            voice.sentence(&sentence)
        }
        Answers::Rating(rated) => {
            let verdict = rated.verdicts.get(at)?;
            let name = plain(match verdict.verdict {
                Some(Verdict::Supported) => "results-verdict-supported",
                Some(Verdict::NotSupported) => "results-verdict-not-supported",
                Some(Verdict::Uncertain) => "results-verdict-uncertain",
                None => "results-no-verdict",
            });
            let figures = verdict.figures.as_ref()?;
            let median = Sentence::new("results-median", [("median", figures.median.to_string())])
                .counting("n", usize::try_from(verdict.n).unwrap_or(usize::MAX));
            let disagreement = figures.disagreement.then(|| plain("results-disagreement"));
            let disagreement = disagreement
                .map(|told| format!(", {told}"))
                .unwrap_or_default();
            format!("{name}, {}{disagreement}", voice.sentence(&median))
        }
        Answers::Matrix(items) => {
            let of = items.get(at)?;
            let median = |axis: &Axis| {
                axis.quartiles
                    .as_ref()
                    .map_or("-".into(), |held| held.median.to_string())
            };
            format!(
                "{} {}, {} {}",
                plain("results-impact"),
                median(&of.impact),
                plain("results-feasibility"),
                median(&of.feasibility)
            )
        }
        Answers::Ranking(ranked) => {
            let sentence = Sentence::plain("results-points")
                .counting("points", number(&ranked.top.score))
                .counting("voters", number(&ranked.top.frequency));
            voice.sentence(&sentence)
        }
        Answers::Gradients(items) => plain(match items.get(at)?.adoption {
            Adoption::Adopted => "results-adopted",
            Adoption::AdoptedByMajority => "results-adopted-by-majority",
            Adoption::NotAdopted => "results-not-adopted",
            Adoption::NoQuorum => "results-no-quorum",
        }),
        Answers::Hands(items) => {
            let of = items.get(at)?;
            let key = if of.passes {
                "results-passes"
            } else {
                "results-fails"
            };
            let named = [("yes", of.yes), ("no", of.no), ("abstain", of.abstain)];
            let named = named.map(|(name, count)| (name, count.to_string()));
            voice.sentence(&Sentence::new(key, named))
        }
    })
}

const fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "supported",
        Verdict::NotSupported => "not-supported",
        Verdict::Uncertain => "uncertain",
    }
}

const fn quadrant_name(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::DoNow => "do-now",
        Quadrant::Plan => "plan",
        Quadrant::FillIn => "fill-in",
        Quadrant::Park => "park",
        Quadrant::Borderline => "borderline",
    }
}

const fn adoption_name(adoption: Adoption) -> &'static str {
    match adoption {
        Adoption::Adopted => "adopted",
        Adoption::AdoptedByMajority => "adopted-by-majority",
        Adoption::NotAdopted => "not-adopted",
        Adoption::NoQuorum => "no-quorum",
    }
}
