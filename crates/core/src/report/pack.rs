//! Packs: for one addressee a document with only its items, each with a reply slip.

use crate::message::Named;
use crate::vocabulary::{SchemeId, Vocabulary, main_addressees};

use super::communique::{title, title_block};
use super::final_list::Final;
use super::items::item;
use super::outline::{Block, Outline, Paper, Part, Phrase, Said, Style, Table};
use super::section::Section;
use super::tags::Tags;
use super::{Refusal, Source, chart, tracking};

/// Whom a pack is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Addressee {
    /// All of a section.
    Section(Section),
    /// A body, with its parts.
    Term(String),
}

impl Addressee {
    /// The addressee of that name: of a section, of a main addressee, or the id or label of a term.
    pub(super) fn of(name: &str, vocabulary: &Vocabulary) -> Result<Self, Refusal> {
        let sections = Section::ALL.into_iter();
        if let Some(section) = sections.clone().find(|section| section.name() == name) {
            return Ok(Self::Section(section));
        }
        let main = main_addressees().iter().find(|main| main.name == name);
        let term = match main {
            Some(main) => vocabulary.term(main.term),
            None => vocabulary.find_by_label(name, Some(SchemeId::Addressees)),
        };
        term.map(|term| Self::Term(term.id.to_string()))
            .ok_or_else(|| Refusal::UnknownAddressee(name.to_owned()))
    }

    /// Whether they are asked: they themselves, a part of them, a wider body they are part of, or everyone.
    pub(super) fn concerns(&self, tags: &Tags, vocabulary: &Vocabulary) -> bool {
        tags.asked().any(|term| match self {
            Self::Section(Section::Others) => {
                term == "all-stakeholders" || Section::of(term, vocabulary) == Section::Others
            }
            Self::Section(section) => {
                term == "all-stakeholders" || Section::of(term, vocabulary) == *section
            }
            Self::Term(own) => {
                term == "all-stakeholders"
                    || vocabulary.is_within(term, own)
                    || vocabulary.is_within(own, term)
            }
        }) || (*self == Self::Section(Section::Others) && tags.asked().next().is_none())
    }

    fn name(&self, source: &Source<'_>) -> Said {
        match self {
            Self::Section(section) => chart::name(source, *section),
            Self::Term(term) => source.voices.terms(std::slice::from_ref(term)),
        }
    }
}

/// The document for an addressee.
pub(super) fn outline(source: &Source<'_>, name: &str) -> Result<Outline, Refusal> {
    let addressee = Addressee::of(name, source.voices.vocabulary())?;
    let items = source.items_for(&addressee, name)?;
    let event = title(source);
    let called = addressee.name(source);
    let mut heading = event.clone();
    heading.0.retain(|phrase| !phrase.is_empty());
    let title = source.voices.say(|voice| {
        let of = |said: &Said| {
            let own = said.0.iter().find(|phrase| phrase.lang == voice.lang);
            own.or(said.0.first()).map(Phrase::text).unwrap_or_default()
        };
        let named = [
            ("title", of(&heading).into()),
            ("addressee", of(&called).into()),
        ];
        voice.phrase("report-name-pack", &named)
    });
    let mut blocks = title_block(source, &title);
    let intro = source.voices.fixed("report-pack-intro");
    blocks.push(Block::Paragraph(Style::Body, intro));
    for held in &items {
        blocks.push(Block::Item(item(source, held)));
        blocks.push(Block::Table(slip(source, held)));
    }
    let mut parts = vec![Part {
        paper: Paper::Portrait,
        blocks,
    }];
    let heading = Block::Heading(1, source.voices.fixed("report-annex-tracking"));
    parts.extend(tracking::table(source, &items).map(|table| Part {
        paper: Paper::Landscape,
        blocks: vec![heading, Block::Table(table)],
    }));
    Ok(Outline {
        lang: source.voices.leading().lang,
        name: title.0.into_iter().next().unwrap_or_default(),
        parts,
    })
}

/// What the addressee fills in: the answer, why, when, and which office gives it.
fn slip(source: &Source<'_>, item: &Final) -> Table {
    let voices = &source.voices;
    let choices = voices.say(|voice| {
        let text = |key| Named::from(voice.text(key, &[]));
        let named = [
            ("accepted", text("report-slip-accepted")),
            ("partly", text("report-slip-partly-accepted")),
            ("rejected", text("report-slip-rejected")),
        ];
        voice.phrase("report-slip-choices", &named)
    });
    let empty = |key| vec![voices.fixed(key), Said::nothing()];
    Table {
        caption: voices.sentence("report-slip", &[("number", Named::from(&item.number))]),
        head: vec![
            voices.fixed("report-slip-field"),
            voices.fixed("report-slip-answer"),
        ],
        widths: vec![25, 75],
        rows: vec![
            vec![voices.fixed("report-slip-response"), choices],
            empty("report-slip-reason"),
            empty("report-slip-date"),
            empty("report-slip-office"),
        ],
    }
}
