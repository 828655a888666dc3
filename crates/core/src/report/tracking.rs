//! The tracking table: who does what by when, how anyone will know, what was answered, how far it is.

use crate::event::{Event, events};
use crate::item::ItemId;
use crate::message::Named;
use crate::vocabulary::Vocabulary;
use crate::workbook::Workbook;

use super::communique::{standing, title, title_block};
use super::final_list::{Final, FinalList};
use super::items::text;
use super::outline::{Block, Outline, Paper, Part, Phrase, Run, Said, Style, Table};
use super::section::Section;
use super::tags::Tags;
use super::voice::Voice;
use super::{Refusal, Source};

/// The document that is the tracking table and nothing else.
pub(super) fn outline(source: &Source<'_>) -> Result<Outline, Refusal> {
    let items = source.items()?;
    let title = title(source);
    let mut blocks = title_block(source, &title);
    blocks.push(standing(source));
    match table(source, &items) {
        Some(table) => blocks.push(Block::Table(table)),
        None => blocks.push(Block::Paragraph(
            Style::Note,
            source.voices.fixed("report-none"),
        )),
    }
    Ok(Outline {
        lang: source.voices.leading().lang,
        name: title.0.into_iter().next().unwrap_or_default(),
        parts: vec![Part {
            paper: Paper::Landscape,
            blocks,
        }],
    })
}

/// The tracking table of these items; `None` without any.
pub(super) fn table(source: &Source<'_>, items: &[&Final]) -> Option<Table> {
    let voices = &source.voices;
    let head = [
        "report-head-number",
        "report-head-addressees",
        "report-head-action",
        "report-head-lead",
        "report-head-due",
        "report-head-indicator",
        "report-head-response",
        "report-head-status",
    ];
    let rows = items.iter().map(|item| {
        let tags = &item.tags;
        vec![
            voices.bare(&item.number),
            voices.terms(tags.set("addressees")),
            voices.terms(tags.set("action")),
            voices.terms(tags.set("lead")),
            due(source, tags),
            indicator(source, tags),
            replies(source, tags),
            voices.terms(&tags.status),
        ]
    });
    (!items.is_empty()).then(|| Table {
        caption: voices.fixed("report-tracking"),
        head: head.map(|key| voices.fixed(key)).to_vec(),
        widths: vec![7, 18, 11, 15, 11, 20, 10, 8],
        rows: rows.collect(),
    })
}

/// The day, or else the horizon.
fn due(source: &Source<'_>, tags: &Tags) -> Said {
    match tags.set("due").is_empty() {
        true => source.voices.terms(tags.set("horizon")),
        false => source.voices.days(tags.set("due")),
    }
}

/// The indicator with what it shows today and is to show; its label goes without saying.
fn indicator(source: &Source<'_>, tags: &Tags) -> Said {
    let mut said = source.voices.wordings(tags.texts("indicator"));
    let more = source.voices.say(|voice| {
        voice.line(&[
            ("report-baseline", voice.foreign(tags.texts("baseline"))),
            ("report-target", voice.foreign(tags.texts("target"))),
        ])
    });
    said.0
        .extend(more.0.into_iter().filter(|more| !more.is_empty()));
    said
}

/// What each addressee answered.
pub(super) fn replies(source: &Source<'_>, tags: &Tags) -> Said {
    let mut said = Said::nothing();
    for (who, reply) in &tags.replies {
        said.0.extend(
            source
                .voices
                .say(|voice| {
                    let response = reply.response.iter().map(|term| voice.label(term));
                    let response: Vec<&str> = response.collect();
                    let named = [
                        ("who", Named::from(who_answered(voice, who))),
                        ("response", Named::from(response.join(" / "))),
                    ];
                    let mut phrase = voice.phrase("report-reply", &named);
                    for more in [voice.foreign(&reply.reason), voice.days(&reply.answered)] {
                        if !more.is_empty() {
                            phrase
                                .runs
                                .push(Run::new(&voice.text("report-part-separator", &[])));
                            phrase.runs.extend(more);
                        }
                    }
                    phrase
                })
                .0,
        );
    }
    said
}

/// What an addressee is called: a body by the vocabulary, a section by its sentence.
fn who_answered(voice: &Voice<'_>, who: &str) -> String {
    let section = Section::ALL
        .into_iter()
        .find(|section| section.name() == who);
    match section {
        Some(section) => voice.text(&format!("report-section-{}", section.name()), &[]),
        None => voice.label(who).to_owned(),
    }
}

/// What became of the recommendations of earlier events that the workbook holds, where anybody answered or acted: the first
/// thing the next event hears.
pub(super) fn previous(source: &Source<'_>) -> Vec<Block> {
    let Some(event) = &source.event else {
        return vec![];
    };
    let Some(first) = event.dates.first() else {
        return vec![];
    };
    let voices = &source.voices;
    let mut blocks = Vec::new();
    for earlier in events(source.workbook) {
        let before = earlier.dates.last().is_some_and(|last| last < first);
        if earlier.id == event.id || !before {
            continue;
        }
        let list = FinalList::of(source.workbook, Some(earlier.id), voices.vocabulary());
        let items = list.items.iter();
        let told = items.filter(|item| was_answered(source.workbook, item, earlier.id));
        let rows: Vec<Vec<Said>> = told
            .map(|item| {
                vec![
                    voices.bare(&item.number),
                    text(source, item),
                    replies(source, &item.tags),
                    voices.terms(&item.tags.status),
                ]
            })
            .collect();
        if rows.is_empty() {
            continue;
        }
        if blocks.is_empty() {
            blocks.push(Block::Heading(1, voices.fixed("report-previous")));
        }
        blocks.push(Block::Table(Table {
            caption: voices.say(|voice| event_title(voice, earlier.title(voice.lang))),
            head: [
                "report-head-number",
                "report-head-recommendation",
                "report-head-response",
                "report-head-status",
            ]
            .map(|key| voices.fixed(key))
            .to_vec(),
            widths: vec![8, 52, 25, 15],
            rows,
        }));
    }
    blocks
}

/// Whether anybody answered or acted; what belongs to no event is none of an earlier one's.
fn was_answered(workbook: &Workbook, item: &Final, event: ItemId) -> bool {
    let own = crate::event::pointer(workbook, item.id, "event");
    own == Some(event) && !(item.tags.replies.is_empty() && item.tags.status.is_empty())
}

/// The events that need a day before a document about this one can begin with the status of what another recommended: itself,
/// or else those others that were answered. None where there is nothing to begin with.
pub fn without_day(workbook: &Workbook, event: ItemId, vocabulary: &Vocabulary) -> Vec<Event> {
    let own = Event::read(workbook, event);
    let mut others = events(workbook);
    others.retain(|other| {
        let answered = || {
            let list = FinalList::of(workbook, Some(other.id), vocabulary);
            let mut items = list.items.iter();
            items.any(|item| was_answered(workbook, item, other.id))
        };
        other.id != event && (own.dates.is_empty() || other.dates.is_empty()) && answered()
    });
    match own.dates.is_empty() && !others.is_empty() {
        true => vec![own],
        false => others,
    }
}

fn event_title(voice: &Voice<'_>, title: &str) -> Phrase {
    Phrase::new(voice.lang, title)
}
