//! The annex on method and results: of every closed round its method card and what it says, from the rounds' own figures.
//!
//! Reasons given on ballots are left out: a person writes them for the group, not for a document that leaves the room.

use crate::event::pointer;
use crate::item::ItemId;
use crate::message::Named;
use crate::priority::gradients::Adoption;
use crate::priority::rating::{Quadrant, Verdict};
use crate::register::Register;
use crate::round::{Answers, Card, Method, OTHER, Results, Round, Stage, rounds};

use super::Source;
use super::annex::group_name;
use super::final_list::Final;
use super::outline::{Block, Chart, Phrase, Run, Said, Style, Table};
use super::participants::folded;
use super::voice::Voice;

/// The blocks of all closed rounds of the event; none where there is no such round.
pub(super) fn blocks(source: &Source<'_>, items: &[&Final]) -> Vec<Block> {
    let event = source.event.as_ref().map(|event| event.id);
    let of_event = |round: &Round| {
        let group = || pointer(source.workbook, round.group?, "event");
        let told = round.event.or_else(group);
        event.is_none() || told.is_none() || told == event
    };
    let closed = rounds(source.workbook)
        .into_iter()
        .filter(|round| round.stage == Stage::Closed && of_event(round));
    let told: Vec<Results> = closed
        .filter_map(|round| Results::read(source.workbook, round.id))
        .collect();
    if told.is_empty() {
        return vec![];
    }
    let numbers = Numbers {
        items,
        register: Register::of(source.workbook),
    };
    told.iter()
        .flat_map(|results| of_round(source, &numbers, results))
        .collect()
}

/// Who voted: a group, or everybody.
fn voters(source: &Source<'_>, results: &Results) -> Said {
    match (results.round.group, results.round.event) {
        (None, Some(_)) => source.voices.fixed("report-plenary"),
        (group, _) => group_name(source, group),
    }
}

/// What an item voted on is called: its final number, or else its group's.
struct Numbers<'a> {
    items: &'a [&'a Final],
    register: Register,
}

impl Numbers<'_> {
    fn of(&self, item: ItemId) -> String {
        let found = self
            .items
            .iter()
            .find(|held| held.id == item || held.origins.contains(&item));
        let own = self.register.number(item);
        match found {
            Some(held) if own.is_empty() => held.number.clone(),
            Some(held) => format!("{} · {own}", held.number),
            None => own,
        }
    }
}

fn of_round(source: &Source<'_>, numbers: &Numbers<'_>, results: &Results) -> Vec<Block> {
    let voices = &source.voices;
    let mut blocks = vec![
        Block::Heading(2, voters(source, results)),
        Block::Table(card(source, results)),
    ];
    let quorum = [("quorum", Named::Count(many(results.quorum)))];
    let quorate = match results.is_quorate() {
        true => "report-results-quorate",
        false => "report-results-not-quorate",
    };
    let note = |said| Block::Paragraph(Style::Note, said);
    blocks.push(note(voices.sentence(quorate, &quorum)));
    if results.refused > 0 {
        let named = [("count", Named::Count(results.refused))];
        blocks.push(note(voices.sentence("report-results-refused", &named)));
    }
    if results.tiers().is_some() {
        blocks.push(note(voices.fixed("report-results-tiers-hint")));
    }
    blocks.push(Block::Table(table(source, numbers, results)));
    blocks.extend(agreement(source, numbers, results).map(Block::Chart));
    blocks
}

/// What was asked, of whom, and the fingerprint by which two printed cards are compared.
fn card(source: &Source<'_>, results: &Results) -> Table {
    let voices = &source.voices;
    let card = results.card();
    let count = |count: u64| voices.bare(&count.to_string());
    let asked = voices.say(|voice| Phrase {
        lang: voice.lang.to_owned(),
        runs: voice.list(
            card.methods
                .iter()
                .map(|method| Run::new(&asked(voice, card, *method)).apart()),
        ),
    });
    let mut rows = vec![vec![voices.fixed("report-card-methods"), asked]];
    if !card.asked.is_empty() {
        rows.push(vec![
            voices.fixed("report-card-asked"),
            voices.bare(&card.asked),
        ]);
    }
    let categories = categories(source, card);
    rows.extend([
        vec![voices.fixed("report-card-present"), count(card.present)],
        vec![voices.fixed("report-card-voted"), count(results.voters)],
        vec![voices.fixed("report-card-quorum"), count(results.quorum)],
        vec![
            voices.fixed("report-card-items"),
            voices.bare(&results.items.len().to_string()),
        ],
    ]);
    rows.extend(categories.map(|told| vec![voices.fixed("report-card-categories"), told]));
    rows.push(vec![
        voices.fixed("report-card-fingerprint"),
        voices.bare(&results.round.mark()),
    ]);
    Table {
        caption: voices.fixed("report-card"),
        head: vec![
            voices.fixed("report-card-part"),
            voices.fixed("report-card-value"),
        ],
        widths: vec![35, 65],
        rows,
    }
}

/// Who is present by category, folded as participants are; `None` where nothing is left of them.
fn categories(source: &Source<'_>, card: &Card) -> Option<Said> {
    let (others, named): (Vec<_>, Vec<_>) = card
        .categories
        .iter()
        .cloned()
        .partition(|(name, _)| name == OTHER);
    // A card folds by three: what it folded is the beginning of what is folded here.
    let before = others
        .iter()
        .fold(0_u64, |sum, (_, count)| sum.saturating_add(*count));
    let told = folded(named, before, source.options.small_counts);
    (!told.categories.is_empty()).then(|| {
        source.voices.say(|voice| {
            let runs = told.categories.iter().map(|(category, count)| {
                let text = format!("{} {count}", voice.label(category));
                Run::new(&text).apart()
            });
            Phrase {
                lang: voice.lang.to_owned(),
                runs: voice.list(runs),
            }
        })
    })
}

fn asked(voice: &Voice<'_>, card: &Card, method: Method) -> String {
    let rule = voice.text(&format!("report-rule-{}", card.rule.name()), &[]);
    let named = [
        ("dots", Named::Count(many(card.dots))),
        ("cap", Named::Count(many(card.cap))),
        ("k", Named::Count(card.k)),
        ("rule", Named::from(rule)),
    ];
    voice.text(&format!("report-method-{}", method.name()), &named)
}

/// One row an item in the order of the tiers, one column a question.
fn table(source: &Source<'_>, numbers: &Numbers<'_>, results: &Results) -> Table {
    let voices = &source.voices;
    let heads = results.answers.iter().map(|answers| {
        let name = match answers {
            Answers::Dots(_) => "dots",
            Answers::Rating(_) => "rating",
            Answers::Matrix(_) => "matrix",
            Answers::Ranking(_) => "ranking",
            Answers::Gradients(_) => "gradients",
            Answers::Hands(_) => "hands",
        };
        voices.fixed(&format!("report-results-{name}"))
    });
    let rows = results.order().into_iter().filter_map(|at| {
        let item = *results.items.get(at)?;
        let outdated = results.outdated.get(at).copied().unwrap_or(false);
        let tier = results
            .tier(at)
            .map_or_else(String::new, |tier| tier.to_string());
        let mut row = vec![voices.bare(&numbers.of(item)), voices.bare(&tier)];
        row.extend(
            results
                .answers
                .iter()
                .map(|answers| voices.say(|voice| answer(voice, answers, at))),
        );
        if outdated && let Some(first) = row.first_mut() {
            first.0.extend(voices.fixed("report-results-outdated").0);
        }
        Some(row)
    });
    let rows: Vec<Vec<Said>> = rows.collect();
    let of_answers = 70_u16
        .checked_div(u16::try_from(results.answers.len()).unwrap_or(u16::MAX))
        .unwrap_or(70)
        .max(1);
    Table {
        caption: voices.fixed("report-results"),
        head: [
            voices.fixed("report-head-number"),
            voices.fixed("report-results-tier"),
        ]
        .into_iter()
        .chain(heads)
        .collect(),
        widths: [22, 8]
            .into_iter()
            .chain(results.answers.iter().map(|_| of_answers))
            .collect(),
        rows,
    }
}

/// What one question says of one item.
/// A number that chooses a form of the sentence.
fn counted(count: u64) -> Named<'static> {
    Named::Count(usize::try_from(count).unwrap_or(usize::MAX))
}

fn answer(voice: &Voice<'_>, answers: &Answers, at: usize) -> Phrase {
    let told = match answers {
        Answers::Dots(dots) => (|| {
            let (dots, voters) = (
                dots.count.dots.get(at)?,
                dots.count.distinct_voters.get(at)?,
            );
            let named = [
                ("dots", Named::from(dots.to_string())),
                ("voters", counted(*voters)),
            ];
            Some(voice.phrase("report-answer-dots", &named))
        })(),
        Answers::Rating(rated) => (|| {
            let verdict = rated.verdicts.get(at)?;
            let figures = verdict.figures.as_ref()?;
            let of = rated.distributions.get(at)?;
            let judged = match verdict.verdict {
                Some(Verdict::Supported) => "supported",
                Some(Verdict::NotSupported) => "not-supported",
                Some(Verdict::Uncertain) => "uncertain",
                None => "none",
            };
            let judged = voice.text(&format!("report-verdict-{judged}"), &[]);
            let named = [
                ("median", Named::from(number(figures.median))),
                ("favour", Named::from(of.between(7, 9).to_string())),
                ("n", Named::from(verdict.n.to_string())),
                ("verdict", judged.into()),
            ];
            let mut phrase = voice.phrase("report-answer-rating", &named);
            if figures.disagreement {
                let told = voice.text("report-answer-disagreement", &[]);
                let separator = voice.text("report-part-separator", &[]);
                phrase.runs.push(Run::new(&separator));
                phrase.runs.push(Run::new(&told));
            }
            Some(phrase)
        })(),
        Answers::Matrix(items) => (|| {
            let of = items.get(at)?;
            let quadrant = match of.quadrant? {
                Quadrant::DoNow => "do-now",
                Quadrant::Plan => "plan",
                Quadrant::FillIn => "fill-in",
                Quadrant::Park => "park",
                Quadrant::Borderline => "between",
            };
            let quadrant = voice.text(&format!("report-quadrant-{quadrant}"), &[]);
            let named = [
                (
                    "impact",
                    Named::from(number(of.impact.quartiles.as_ref()?.median)),
                ),
                (
                    "feasibility",
                    Named::from(number(of.feasibility.quartiles.as_ref()?.median)),
                ),
                ("quadrant", quadrant.into()),
            ];
            Some(voice.phrase("report-answer-matrix", &named))
        })(),
        Answers::Ranking(ranked) => (|| {
            let (points, voters) = (ranked.top.score.get(at)?, ranked.top.frequency.get(at)?);
            let named = [
                ("points", Named::from(points.to_string())),
                ("voters", Named::from(voters.to_string())),
            ];
            Some(voice.phrase("report-answer-ranking", &named))
        })(),
        Answers::Gradients(items) => (|| {
            let of = items.get(at)?;
            let adoption = match of.adoption {
                Adoption::Adopted => "adopted",
                Adoption::AdoptedByMajority => "by-majority",
                Adoption::NotAdopted => "not-adopted",
                Adoption::NoQuorum => "no-quorum",
            };
            let support = of.counts.iter().take(3);
            let support = support.fold(0_u64, |sum, count| sum.saturating_add(*count));
            let adoption = voice.text(&format!("report-adoption-{adoption}"), &[]);
            let named = [
                ("adoption", adoption.into()),
                ("support", counted(support)),
                ("cast", Named::from(of.result.cast.to_string())),
            ];
            Some(voice.phrase("report-answer-gradients", &named))
        })(),
        Answers::Hands(items) => (|| {
            let of = items.get(at)?;
            let key = match of.passes {
                true => "report-answer-passes",
                false => "report-answer-fails",
            };
            let named = [
                ("yes", Named::from(of.yes.to_string())),
                ("no", Named::from(of.no.to_string())),
                ("abstain", Named::from(of.abstain.to_string())),
            ];
            Some(voice.phrase(key, &named))
        })(),
    };
    told.unwrap_or_else(|| voice.phrase("report-answer-none", &[]))
}

/// How many are against, in between and in favour of each item, where agreement was asked.
fn agreement(source: &Source<'_>, numbers: &Numbers<'_>, results: &Results) -> Option<Chart> {
    let voices = &source.voices;
    let rated = results.answers.iter().find_map(|answers| match answers {
        Answers::Rating(rated) => Some(rated),
        _ => None,
    })?;
    let rows = results.order().into_iter().filter_map(|at| {
        let of = rated.distributions.get(at)?;
        let name = voices.bare(&numbers.of(*results.items.get(at)?));
        let sides = [of.between(1, 3), of.between(4, 6), of.between(7, 9)];
        Some((name, sides.map(many).to_vec()))
    });
    Some(Chart {
        caption: voices.fixed("report-agreement"),
        corner: voices.fixed("report-head-number"),
        columns: ["against", "between", "favour"]
            .map(|side| voices.fixed(&format!("report-agreement-{side}")))
            .to_vec(),
        rows: rows.collect(),
    })
}

/// A number with at most one decimal, and none where it is whole.
fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}

fn many(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
