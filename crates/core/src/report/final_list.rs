//! The final list: what is recommended in the end, numbered, and what every group's words became.

use std::collections::{BTreeMap, BTreeSet};

use crate::item::{ItemId, Kind};
use crate::recommendation::{Recommendation, Wording, is_withdrawn, texts};
use crate::register::Register;
use crate::sorted;
use crate::vocabulary::Vocabulary;
use crate::workbook::{Current, Workbook};

use super::concordance::{Fate, Original, Reason};
use super::section::Section;
use super::tags::{Tags, wordings};
use super::{concordance, numbers};

/// The texts of a recommendation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wordings {
    /// The language of the original.
    pub original: String,
    /// Texts by language tag.
    pub texts: BTreeMap<String, String>,
    /// Languages whose text is missing the word that it says the same as the original does now.
    pub out_of_date: BTreeSet<String>,
    /// Other versions between which a person has to choose.
    pub versions: Vec<Wording>,
}

/// A minority statement and the number of the recommendation it was made on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The group's number, such as `LHR-G2-07`.
    pub on: String,
    /// What it says.
    pub wording: Wording,
}

/// A recommendation of the final list: one of a group's, or several combined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Final {
    /// The recommendation or the combination.
    pub id: ItemId,
    /// Its final number, such as `A1`.
    pub number: String,
    /// Who is asked first.
    pub section: Section,
    /// Its texts.
    pub wordings: Wordings,
    /// Its tags, or those of the originals.
    pub tags: Tags,
    /// Minority statements, those on the originals too.
    pub dissent: Vec<Statement>,
    /// What it was made of, in the order of the groups; itself where it was not combined.
    pub origins: Vec<ItemId>,
}

/// The final list of an event.
#[derive(Clone, Debug, Default)]
pub struct FinalList {
    /// By section, then by number.
    pub items: Vec<Final>,
    /// What became of every recommendation of every group, by group and in its order.
    pub originals: Vec<Original>,
    /// Whether an edition has been adopted.
    pub adopted: bool,
    /// Whether numbers begin with the letter of their section, as they do until an edition is adopted in another form.
    pub lettered: bool,
    /// Fields of the event's recommendations in which a person has to choose.
    pub undecided: usize,
}

impl FinalList {
    /// The list of an event, or of what belongs to none.
    pub fn of(workbook: &Workbook, event: Option<ItemId>, vocabulary: &Vocabulary) -> Self {
        let register = Register::of(workbook);
        let ids: Vec<ItemId> = register
            .all()
            .filter(|id| concordance::belongs(workbook, *id, event))
            .collect();
        let mut combined: BTreeMap<ItemId, Vec<ItemId>> = BTreeMap::new();
        let mut ends: Vec<(ItemId, Result<ItemId, Reason>)> = Vec::new();
        for id in &ids {
            let end = concordance::end_of(workbook, *id);
            if let Ok(end) = end {
                combined.entry(end).or_default().push(*id);
            }
            ends.push((*id, end));
        }
        let mut items: Vec<Final> = Vec::new();
        for (_, end) in &ends {
            // In the order of the groups, each where its first original stands.
            if let Ok(end) = end
                && let Some(origins) = combined.remove(end)
            {
                items.push(Final::read(workbook, &register, *end, origins, vocabulary));
            }
        }
        let numbered = numbers::number(workbook, event, &mut items);
        let originals = originals_of(workbook, &register, &ends, &items);
        let undecided = ids.iter().map(|id| workbook.conflicts_of(*id).count());
        Self {
            undecided: undecided.sum(),
            originals,
            items,
            adopted: numbered.adopted,
            lettered: numbered.lettered,
        }
    }

    /// The items of a section, in their order.
    pub fn of_section(&self, section: Section) -> impl Iterator<Item = &Final> {
        self.items
            .iter()
            .filter(move |item| item.section == section)
    }

    /// The groups' numbers of what an item was made of, such as `LHR-G2-07`: they stay when final numbers change. The first
    /// letters of its name where no group gave it one.
    pub fn numbers_of(&self, item: &Final) -> Vec<String> {
        let originals = self.originals.iter();
        let of = originals.filter(|original| item.origins.contains(&original.id));
        let numbers = of.map(|original| original.number.clone());
        let numbers: Vec<String> = numbers.filter(|number| !number.is_empty()).collect();
        match numbers.is_empty() {
            true => vec![item.id.short()],
            false => numbers,
        }
    }
}

fn originals_of(
    workbook: &Workbook,
    register: &Register,
    ends: &[(ItemId, Result<ItemId, Reason>)],
    items: &[Final],
) -> Vec<Original> {
    let numbers: BTreeMap<ItemId, &str> =
        sorted::map(items.iter().map(|item| (item.id, item.number.as_str())));
    let told = ends.iter().map(|(id, end)| {
        let fate = match end {
            Err(reason) => Fate::NotTaken(*reason),
            Ok(end) => {
                let number = numbers.get(end).copied().unwrap_or_default().to_owned();
                match end == id {
                    true => Fate::Final(number),
                    false => Fate::Combined {
                        into: number,
                        on_earlier: concordance::is_on_earlier(workbook, *id),
                    },
                }
            }
        };
        Original {
            id: *id,
            group: register.row(*id).and_then(|row| row.group),
            number: register.number(*id),
            fate,
        }
    });
    told.collect()
}

impl Final {
    fn read(
        workbook: &Workbook,
        register: &Register,
        id: ItemId,
        origins: Vec<ItemId>,
        vocabulary: &Vocabulary,
    ) -> Self {
        let mut tags = Tags::read(workbook, id);
        if id.kind == Kind::COMBINATION {
            let originals: Vec<Tags> = origins
                .iter()
                .map(|origin| Tags::read(workbook, *origin))
                .collect();
            tags.fill(&originals);
        }
        let own = std::iter::once(&id).filter(|_| !origins.contains(&id));
        let statements = own.chain(&origins).flat_map(|item| {
            let on = register.number(*item);
            let dissent = dissent(workbook, *item).into_iter();
            dissent.map(move |wording| Statement {
                on: on.clone(),
                wording,
            })
        });
        Self {
            number: String::new(),
            section: section_of(&tags, vocabulary),
            wordings: Wordings::read(workbook, id),
            dissent: statements.collect(),
            tags,
            origins,
            id,
        }
    }
}

/// The section of those who lead, else of those who are asked; of several the first.
fn section_of(tags: &Tags, vocabulary: &Vocabulary) -> Section {
    let leads = tags.set("lead");
    let asked = match leads.is_empty() {
        true => tags.set("addressees"),
        false => leads,
    };
    let sections = asked.iter().map(|term| Section::of(term, vocabulary));
    sections.min().unwrap_or(Section::Others)
}

/// The minority statements of an item; of values in conflict all.
fn dissent(workbook: &Workbook, id: ItemId) -> Vec<Wording> {
    let fields = workbook
        .item(id)
        .into_iter()
        .flat_map(crate::workbook::Item::fields);
    let fields = fields.filter(|(field, _)| field.name().starts_with("dissent/"));
    fields
        .flat_map(|(field, _)| wordings(workbook, id, field.name()))
        .collect()
}

impl Wordings {
    fn read(workbook: &Workbook, id: ItemId) -> Self {
        let read = Recommendation::read(workbook, id);
        let all: BTreeMap<String, String> = read.wordings;
        let mut texts = BTreeMap::new();
        for (lang, text) in all {
            if !text.trim().is_empty() {
                texts.insert(lang, text);
            }
        }
        // Combinations that name no original were worded in all their languages at once.
        let together = read.original.is_empty();
        let original = match texts.contains_key(&read.original) {
            true => read.original,
            false => {
                let known = ["en", "ur"]
                    .into_iter()
                    .find(|lang| texts.contains_key(*lang));
                let first = known.or(texts.keys().next().map(String::as_str));
                first.unwrap_or_default().to_owned()
            }
        };
        let versions = texts.keys().flat_map(|lang| {
            let field = format!("wording/{lang}");
            let shown = texts.get(lang).cloned().unwrap_or_default();
            match workbook.current(id, &field) {
                Current::Conflict(_) => wordings(workbook, id, &field),
                _ => vec![],
            }
            .into_iter()
            .filter(move |version| version.text != shown)
        });
        Self {
            versions: versions.collect(),
            out_of_date: match together {
                true => BTreeSet::new(),
                false => read.out_of_date,
            },
            original,
            texts,
        }
    }

    /// Whether there is a text in this language that says what the original says now.
    pub fn is_current(&self, lang: &str) -> bool {
        self.texts.contains_key(lang) && (lang == self.original || !self.out_of_date.contains(lang))
    }

    /// The text for readers of a language, and its language: in that one where it is current, else the original.
    pub fn text_for(&self, lang: &str) -> (&str, &str) {
        let lang = match self.is_current(lang) {
            true => lang,
            false => &self.original,
        };
        self.texts
            .get_key_value(lang)
            .map_or(("", ""), |(lang, text)| (lang, text))
    }
}

/// Whether an item has a text at all.
pub(super) fn has_text(workbook: &Workbook, id: ItemId) -> bool {
    texts(workbook, id)
        .values()
        .any(|text| !text.trim().is_empty())
}

/// Whether an item can stand in the list.
pub(super) fn is_live(workbook: &Workbook, id: ItemId) -> bool {
    !is_withdrawn(workbook, id) && has_text(workbook, id)
}
