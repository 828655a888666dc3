//! The annexes: results, tracking table, charts, concordance, lineage, abbreviations.

use std::collections::BTreeMap;

use crate::event::Group;
use crate::item::ItemId;
use crate::message::Named;
use crate::recommendation::Recommendation;

use super::concordance::{Fate, Original, Reason};
use super::final_list::Final;
use super::outline::{Block, Paper, Part, Said, Style, Table};
use super::{Source, chart, rounds, tracking};

/// All annexes that have something to say.
pub(super) fn parts(source: &Source<'_>, items: &[&Final]) -> Vec<Part> {
    let portrait = |blocks: Vec<Block>| Part {
        paper: Paper::Portrait,
        blocks,
    };
    let results = with_heading(
        source,
        "report-annex-results",
        rounds::blocks(source, items),
    );
    let tracking = tracking::table(source, items).map(Block::Table);
    let chart = chart::grid(source).map(Block::Chart);
    let rest = [
        with_heading(source, "report-annex-charts", chart.into_iter().collect()),
        with_heading(source, "report-annex-concordance", concordance(source)),
        with_heading(source, "report-annex-lineage", lineage(source, items)),
        with_heading(
            source,
            "report-annex-abbreviations",
            abbreviations(source, items)
                .map(Block::Table)
                .into_iter()
                .collect(),
        ),
    ];
    let tracking = with_heading(
        source,
        "report-annex-tracking",
        tracking.into_iter().collect(),
    );
    [
        portrait(results),
        Part {
            paper: Paper::Landscape,
            blocks: tracking,
        },
        portrait(rest.into_iter().flatten().collect()),
    ]
    .into_iter()
    .filter(|part| !part.blocks.is_empty())
    .collect()
}

fn with_heading(source: &Source<'_>, key: &str, mut blocks: Vec<Block>) -> Vec<Block> {
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading(1, source.voices.fixed(key)));
    }
    blocks
}

/// Every recommendation of every group and what became of it, a table for each group.
fn concordance(source: &Source<'_>) -> Vec<Block> {
    let originals = &source.list.originals;
    if originals.is_empty() {
        return vec![];
    }
    let voices = &source.voices;
    let intro = voices.fixed("report-concordance-intro");
    let mut blocks = vec![Block::Paragraph(Style::Note, intro)];
    for group in originals.chunk_by(|a, b| a.group == b.group) {
        let rows = group
            .iter()
            .map(|original| vec![voices.bare(&original.number), fate(source, original)]);
        blocks.push(Block::Table(Table {
            caption: group_name(source, group.first().and_then(|first| first.group)),
            head: vec![
                voices.fixed("report-head-original"),
                voices.fixed("report-head-result"),
            ],
            widths: vec![35, 65],
            rows: rows.collect(),
        }));
    }
    blocks
}

fn fate(source: &Source<'_>, original: &Original) -> Said {
    let (key, number) = match &original.fate {
        Fate::Final(number) => ("report-fate-final", Some(number)),
        Fate::Combined {
            into,
            on_earlier: false,
        } => ("report-fate-combined", Some(into)),
        Fate::Combined { into, .. } => ("report-fate-combined-earlier", Some(into)),
        Fate::NotTaken(Reason::Withdrawn) => ("report-fate-withdrawn", None),
        Fate::NotTaken(Reason::Empty) => ("report-fate-empty", None),
    };
    let named: Vec<(&str, Named<'_>)> = number
        .iter()
        .map(|number| ("number", Named::from(*number)))
        .collect();
    source.voices.sentence(key, &named)
}

/// Code and title of a group.
pub(super) fn group_name(source: &Source<'_>, group: Option<ItemId>) -> Said {
    let Some(group) = group.map(|id| Group::read(source.workbook, id)) else {
        return source.voices.fixed("report-no-group");
    };
    source.voices.say(|voice| {
        let title = group.title(voice.lang);
        let name = match title == group.code {
            true => title.to_owned(),
            false => format!("{} {title}", group.code),
        };
        match name.trim() {
            "" => voice.phrase("report-no-group", &[]),
            name => voice.phrase("report-concordance-group", &[("group", name.into())]),
        }
    })
}

/// The words of each group behind every combined recommendation.
fn lineage(source: &Source<'_>, items: &[&Final]) -> Vec<Block> {
    let voices = &source.voices;
    let numbers: BTreeMap<ItemId, &Original> = crate::sorted::map(
        source
            .list
            .originals
            .iter()
            .map(|original| (original.id, original)),
    );
    let mut blocks = Vec::new();
    for item in items.iter().filter(|item| item.origins != [item.id]) {
        if blocks.is_empty() {
            let intro = voices.fixed("report-lineage-intro");
            blocks.push(Block::Paragraph(Style::Note, intro));
        }
        let rows = item.origins.iter().map(|id| {
            let original = numbers.get(id);
            let read = Recommendation::read(source.workbook, *id);
            let (lang, text) = read.original_text().unwrap_or_default();
            vec![
                voices.bare(original.map_or("", |original| &original.number)),
                group_name(source, original.and_then(|original| original.group)),
                Said::once(lang, text),
            ]
        });
        blocks.push(Block::Table(Table {
            caption: voices.bare(&item.number),
            head: vec![
                voices.fixed("report-head-original"),
                voices.fixed("report-head-group"),
                voices.fixed("report-head-words"),
            ],
            widths: vec![20, 25, 55],
            rows: rows.collect(),
        }));
    }
    blocks
}

/// The abbreviations this program can explain.
const ABBREVIATIONS: [&str; 14] = [
    "ASF", "CNIC", "FIA", "FIR", "IOM", "NADRA", "NGO", "PTPA", "SDG", "SOM", "SOP", "TIP", "UN",
    "UNODC",
];

/// Those of them that the texts use.
fn abbreviations(source: &Source<'_>, items: &[&Final]) -> Option<Table> {
    let voices = &source.voices;
    let used = |abbreviation: &&str| {
        items.iter().any(|item| {
            let texts = item.wordings.texts.values();
            let others = item.tags.texts("indicator").iter();
            texts
                .chain(others.map(|wording| &wording.text))
                .any(|text| has_word(text, abbreviation))
        })
    };
    let rows: Vec<Vec<Said>> = ABBREVIATIONS
        .iter()
        .filter(|abbreviation| used(abbreviation))
        .map(|abbreviation| {
            let meaning = voices.fixed(&format!("report-abbr-{abbreviation}"));
            vec![voices.bare(abbreviation), meaning]
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        caption: voices.fixed("report-abbreviations"),
        head: vec![
            voices.fixed("report-head-abbreviation"),
            voices.fixed("report-head-meaning"),
        ],
        widths: vec![30, 70],
        rows,
    })
}

/// Whether a text has this word, or its plural with a small s.
fn has_word(text: &str, word: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words
        .map(|held| held.strip_suffix('s').unwrap_or(held))
        .any(|held| held == word)
}
