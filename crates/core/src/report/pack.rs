//! Packs: for one addressee a document with only its items, each with a reply slip.

use std::collections::BTreeSet;

use crate::item::ItemId;
use crate::message::Named;
use crate::vocabulary::{SchemeId, Vocabulary, main_addressees};

use super::communique::{standing, title, title_block};
use super::final_list::{Final, FinalList};
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

/// An addressee for whom there is a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// The name to ask for it by: of a section, or a term.
    pub name: String,
    /// The section, where it is for all of one.
    pub section: Option<Section>,
    /// How many recommendations it holds.
    pub items: usize,
}

/// The packs that hold anything: of the sections, then of the bodies that are asked, in the order of the vocabulary, and of
/// the main addressees that these belong to.
pub fn packs(list: &FinalList, vocabulary: &Vocabulary) -> Vec<Pack> {
    let mut asked: BTreeSet<&str> = BTreeSet::new();
    for item in &list.items {
        asked.extend(item.tags.asked().map(String::as_str));
    }
    let mains = main_addressees().iter().map(|main| main.term);
    let mains = mains.filter(|main| asked.iter().any(|term| vocabulary.is_within(term, main)));
    let mains: Vec<&str> = mains.collect();
    asked.extend(mains);
    asked.remove("all-stakeholders");
    let bodies = vocabulary.terms(SchemeId::Addressees);
    let bodies = bodies.filter(|term| asked.contains(term.id.as_ref()));
    let bodies = bodies.map(|term| {
        (
            Addressee::Term(term.id.to_string()),
            term.id.to_string(),
            None,
        )
    });
    let sections = Section::ALL.map(|section| {
        let name = section.name().to_owned();
        (Addressee::Section(section), name, Some(section))
    });
    let packs = sections
        .into_iter()
        .chain(bodies)
        .map(|(addressee, name, section)| {
            let concerned = list.items.iter();
            let concerned = concerned.filter(|item| addressee.concerns(&item.tags, vocabulary));
            Pack {
                name,
                section,
                items: concerned.count(),
            }
        });
    packs.filter(|pack| pack.items > 0).collect()
}

/// An addressee and what it can answer: the reply slips that are typed back in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slips {
    /// Whose answers they are, as fields name it: a term, or the name of a section.
    pub who: String,
    /// The section, where they are of all of one.
    pub section: Option<Section>,
    /// The recommendations, in the order of the list.
    pub items: Vec<ItemId>,
}

/// The slips of every pack, then those of bodies that the vocabulary does not know and of whoever answered without a pack.
/// What somebody answered stays among its slips when it is not asked any more.
pub fn slips(list: &FinalList, vocabulary: &Vocabulary) -> Vec<Slips> {
    let packs = packs(list, vocabulary).into_iter();
    let mut told: Vec<(String, Option<Section>)> =
        packs.map(|pack| (pack.name, pack.section)).collect();
    let items = || list.items.iter();
    let unknown = items().flat_map(|item| item.tags.asked());
    let unknown = unknown.filter(|term| vocabulary.term(term).is_none());
    let answered = items().flat_map(|item| item.tags.replies.keys());
    told.extend(unknown.chain(answered).map(|who| (who.clone(), None)));
    let mut all: Vec<Slips> = Vec::new();
    for (who, section) in told {
        // A section and its widest body may have one name, and then the same slips.
        if all.iter().any(|held| held.who == who) {
            continue;
        }
        let addressee = Addressee::of(&who, vocabulary).ok();
        let concerned = items().filter(|item| {
            let asked = addressee.as_ref().map_or_else(
                || item.tags.asked().any(|term| *term == who),
                |addressee| addressee.concerns(&item.tags, vocabulary),
            );
            asked || item.tags.replies.contains_key(&who)
        });
        all.push(Slips {
            items: concerned.map(|item| item.id).collect(),
            who,
            section,
        });
    }
    all
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
    blocks.push(standing(source));
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
    // A number may change until the list is adopted, and a slip comes back without the rest of the pack.
    let origins = source.list.numbers_of(item).join(", ");
    let named = [
        ("number", Named::from(&item.number)),
        ("origins", Named::from(&origins)),
    ];
    Table {
        caption: voices.sentence("report-slip", &named),
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
