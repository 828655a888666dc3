//! The communiqué: title block, preamble, what was heard, recommendations, points of difference, follow-up.

use std::collections::BTreeMap;

use crate::event::Event;
use crate::message::Named;
use crate::recommendation::Wording;

use super::final_list::Final;
use super::items::{item, once};
use super::outline::{Block, Outline, Paper, Part, Phrase, Run, Said, Style, Table};
use super::participants::Participants;
use super::section::Section;
use super::voice::Voice;
use super::{Refusal, Source, annex, chart, tracking};

/// The whole document.
pub(super) fn outline(source: &Source<'_>) -> Result<Outline, Refusal> {
    let items = source.items()?;
    texts_are_complete(source)?;
    let mut blocks = title_block(source, &title(source));
    blocks.extend(status(source, items.len()));
    blocks.extend(tracking::previous(source));
    blocks.extend(clauses(source, "preamble"));
    blocks.extend(heard(source));
    blocks.extend(recommendations(source, &items));
    blocks.extend(differences(source, &items));
    blocks.extend(clauses(source, "followup"));
    let mut parts = vec![Part {
        paper: Paper::Portrait,
        blocks,
    }];
    parts.extend(annex::parts(source, &items));
    let title = title(source);
    Ok(Outline {
        lang: source.voices.leading().lang,
        name: title.0.into_iter().next().unwrap_or_default(),
        parts,
    })
}

/// The title of the event, in each language it has, or the word for recommendations.
pub(super) fn title(source: &Source<'_>) -> Said {
    let nothing = BTreeMap::new();
    let titles = source
        .event
        .as_ref()
        .map_or(&nothing, |event| &event.titles);
    once(source.voices.say(|voice| {
        let held = |lang: &str| {
            titles
                .get_key_value(lang)
                .filter(|(_, text)| !text.is_empty())
        };
        let found = held(voice.lang)
            .or_else(|| held("en"))
            .or_else(|| titles.iter().find(|(_, text)| !text.is_empty()));
        match found {
            Some((lang, text)) => Phrase::new(lang, text),
            None => voice.phrase("report-untitled", &[]),
        }
    }))
}

/// Title, form, place, days, and who holds the event.
pub(super) fn title_block(source: &Source<'_>, title: &Said) -> Vec<Block> {
    let mut blocks = vec![Block::Title(title.clone())];
    let Some(event) = &source.event else {
        return blocks;
    };
    let said = |phrase: &dyn Fn(&Voice<'_>) -> Phrase| source.voices.say(phrase);
    let paragraphs = [
        (Style::Subtitle, said(&|voice| when_and_where(voice, event))),
        (
            Style::Body,
            said(&|voice| {
                let names = event.organisers.iter().map(|name| Run::new(name).apart());
                voice.line(&[("report-organisers", voice.list(names))])
            }),
        ),
        (
            Style::Body,
            said(&|voice| {
                let names = event.partners.iter().map(|name| Run::new(name).apart());
                voice.line(&[("report-partners", voice.list(names))])
            }),
        ),
    ];
    blocks.extend(
        paragraphs
            .into_iter()
            .filter(|(_, said)| !said.is_empty())
            .map(|(style, said)| Block::Paragraph(style, said)),
    );
    if event.sample {
        let note = source.voices.fixed("report-sample");
        blocks.push(Block::Paragraph(Style::Note, note));
    }
    blocks
}

fn when_and_where(voice: &Voice<'_>, event: &Event) -> Phrase {
    let form = voice.text(&format!("report-form-{}", event.form.name()), &[]);
    let separator = voice.text("report-part-separator", &[]);
    let mut runs = vec![Run::new(&form)];
    if !event.place.is_empty() {
        runs.push(Run::new(&separator));
        runs.push(Run::new(&event.place).apart());
    }
    if !event.dates.is_empty() {
        runs.push(Run::new(&separator));
        runs.extend(voice.days(&event.dates));
    }
    Phrase {
        lang: voice.lang.to_owned(),
        runs,
    }
}

/// How many, whether adopted, what is undecided, and who took part.
fn status(source: &Source<'_>, count: usize) -> Vec<Block> {
    let counted = |key, count: usize| {
        let said = source
            .voices
            .sentence(key, &[("count", Named::Count(count))]);
        Block::Paragraph(Style::Note, said)
    };
    let mut blocks = vec![counted("report-count", count), standing(source)];
    if source.list.undecided > 0 {
        blocks.push(counted("report-undecided", source.list.undecided));
    }
    blocks.extend(participants(source).map(Block::Table));
    blocks
}

/// Whether the numbers may still change.
pub(super) fn standing(source: &Source<'_>) -> Block {
    let status = match source.list.adopted {
        true => "report-adopted",
        false => "report-draft",
    };
    Block::Paragraph(Style::Note, source.voices.fixed(status))
}

fn participants(source: &Source<'_>) -> Option<Table> {
    let event = source.event.as_ref()?.id;
    let small = source.options.small_counts;
    let told = Participants::of(source.workbook, event, small);
    let voices = &source.voices;
    let number = |number: u64| voices.bare(&number.to_string());
    let mut rows: Vec<Vec<Said>> = told
        .categories
        .iter()
        .map(|(category, count)| vec![voices.terms(std::slice::from_ref(category)), number(*count)])
        .collect();
    if told.other > 0 && !rows.is_empty() {
        rows.push(vec![
            voices.fixed("report-participants-other"),
            number(told.other),
        ]);
    }
    rows.push(vec![
        voices.fixed("report-participants-total"),
        number(told.total),
    ]);
    (told.total > 0).then(|| Table {
        caption: voices.fixed("report-participants"),
        head: vec![
            voices.fixed("report-participants-category"),
            voices.fixed("report-participants-number"),
        ],
        widths: vec![75, 25],
        rows,
    })
}

/// The event's own text, by language.
fn own_texts(source: &Source<'_>, stem: &str) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let Some(event) = &source.event else {
        return texts;
    };
    let fields = source.workbook.item(event.id).into_iter();
    for (field, _) in fields.flat_map(crate::workbook::Item::fields) {
        let lang = field
            .name()
            .strip_prefix(stem)
            .and_then(|rest| rest.strip_prefix('/'))
            .filter(|lang| crate::field::is_language(lang));
        let value = source.workbook.value(event.id, field.name());
        let wording = value.and_then(Wording::of);
        if let (Some(lang), Some(wording)) = (lang, wording)
            && !wording.text.trim().is_empty()
        {
            texts.insert(lang.to_owned(), wording.text);
        }
    }
    texts
}

/// A bilingual document is refused also where the event's own texts stand in one language only.
fn texts_are_complete(source: &Source<'_>) -> Result<(), Refusal> {
    let langs = source.options.language.tags();
    let mut missing = Vec::new();
    for stem in ["introduction", "preamble", "followup"] {
        let own = own_texts(source, stem);
        if langs.len() > 1 && !own.is_empty() {
            let absent = langs.iter().filter(|lang| !own.contains_key(**lang));
            missing.extend(absent.map(|lang| (stem.to_owned(), *lang)));
        }
    }
    match missing.is_empty() {
        true => Ok(()),
        false => Err(Refusal::TwinsOutOfDate(missing)),
    }
}

/// The clauses of the event's own text in each language of the document, or else the stock ones.
fn clauses(source: &Source<'_>, stem: &str) -> Vec<Block> {
    let own = own_texts(source, stem);
    let key = format!("report-{stem}");
    let mut blocks = vec![Block::Heading(1, source.voices.fixed(&key))];
    let lists = source.voices.say(|voice| {
        // One phrase holds all clauses of a language; a run is a clause.
        let known = own
            .get_key_value(voice.lang)
            .or_else(|| own.iter().next())
            .map(|(lang, text)| (lang.clone(), text.lines().map(str::to_owned).collect()));
        let (lang, lines): (String, Vec<String>) =
            known.unwrap_or_else(|| (voice.lang.to_owned(), voice.stock(stem)));
        let runs = lines.iter().filter(|line| !line.trim().is_empty());
        Phrase {
            runs: runs.map(|line| Run::new(line)).collect(),
            lang,
        }
    });
    for Phrase { lang, runs } in once(lists).0 {
        let clauses = runs.into_iter().map(|run| {
            Said(vec![Phrase {
                lang: lang.clone(),
                runs: vec![run],
            }])
        });
        blocks.push(Block::List(clauses.collect()));
    }
    blocks
}

/// The introductory text, and what was named how often.
fn heard(source: &Source<'_>) -> Vec<Block> {
    let own = own_texts(source, "introduction");
    let mut blocks = Vec::new();
    let said = once(source.voices.say(|voice| {
        let held = own.get_key_value(voice.lang).or_else(|| own.iter().next());
        held.map_or_else(Phrase::default, |(lang, text)| Phrase::new(lang, text))
    }));
    if !said.is_empty() {
        blocks.push(Block::Paragraph(Style::Body, said));
    }
    let charts = [
        ("issue", "report-issues", "report-row-issue"),
        ("affected", "report-affected", "report-row-affected"),
    ];
    let charts = charts
        .iter()
        .filter_map(|(field, caption, corner)| chart::bars(source, field, caption, corner));
    let charts: Vec<Block> = charts.map(Block::Chart).collect();
    if !charts.is_empty() {
        let note = source.voices.fixed("report-heard-counts");
        blocks.push(Block::Paragraph(Style::Note, note));
        blocks.extend(charts);
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading(1, source.voices.fixed("report-heard")));
    }
    blocks
}

fn recommendations(source: &Source<'_>, items: &[&Final]) -> Vec<Block> {
    let heading = source.voices.fixed("report-recommendations");
    let mut blocks = vec![Block::Heading(1, heading)];
    for section in Section::ALL {
        blocks.push(Block::Heading(2, section_heading(source, section)));
        let before = blocks.len();
        let of_section = items.iter().filter(|item| item.section == section);
        blocks.extend(of_section.map(|held| Block::Item(item(source, held))));
        if blocks.len() == before {
            let none = source.voices.fixed("report-none");
            blocks.push(Block::Paragraph(Style::Note, none));
        }
    }
    blocks
}

/// Letter and name of a section.
pub(super) fn section_heading(source: &Source<'_>, section: Section) -> Said {
    // Numbers that were adopted in another form have no letters to explain.
    if !source.list.lettered {
        return chart::name(source, section);
    }
    let letter = section.letter().to_string();
    source.voices.say(|voice| {
        let name = voice.text(&format!("report-section-{}", section.name()), &[]);
        let named = [("letter", letter.as_str().into()), ("name", name.into())];
        voice.phrase("report-section", &named)
    })
}

/// The minority statements, by the number they are on.
fn differences(source: &Source<'_>, items: &[&Final]) -> Vec<Block> {
    let voices = &source.voices;
    let mut blocks = vec![Block::Heading(1, voices.fixed("report-difference"))];
    for item in items.iter().filter(|item| !item.dissent.is_empty()) {
        let named = [("number", Named::from(&item.number))];
        blocks.push(Block::Heading(
            3,
            voices.sentence("report-statement-on", &named),
        ));
        for statement in &item.dissent {
            let said = Said::once(&statement.wording.lang, &statement.wording.text);
            blocks.push(Block::Paragraph(Style::Quote, said));
            // Which group's words a combined one differs from matters to those who differ.
            if !statement.on.is_empty() && item.origins.len() > 1 {
                let named = [("origin", Named::from(&statement.on))];
                let origin = voices.sentence("report-statement-origin", &named);
                blocks.push(Block::Paragraph(Style::Note, origin));
            }
        }
    }
    if blocks.len() == 1 {
        let none = voices.fixed("report-difference-none");
        blocks.push(Block::Paragraph(Style::Note, none));
    }
    blocks
}
