//! Documents from a workbook: the communiqué, packs for addressees, tables for spreadsheets and for other programs.
//!
//! One outline (blocks, tables and charts as data) is made of the workbook and rendered by each format; CSV and JSON are
//! made of the same final list. Fixed sentences stand in `locales/*/report.ftl` and are read by this room alone, so that an
//! app that makes no documents carries none of it. What is left out of documents and why: `docs/report.md`.

mod annex;
mod chart;
mod communique;
mod concordance;
mod csv;
mod docx;
mod final_list;
mod html;
mod items;
mod json;
mod markdown;
mod numbers;
pub mod outline;
mod pack;
mod participants;
mod rounds;
mod section;
mod slides;
mod stock;
mod tags;
mod tracking;
mod visible;
mod voice;

use crate::event::{Event, events, vocabulary_of};
use crate::item::{ItemId, Kind};
use crate::workbook::Workbook;

pub use concordance::{Fate, Original, Reason};
pub use final_list::{Final, FinalList, Statement, Wordings};
pub use outline::Outline;
pub use pack::{Pack, Slips, packs, slips};
pub use section::Section;
pub use slides::{Slide, slides};
pub use stock::{Clauses, stock};
pub use tags::{Reply, Tags};
pub use tracking::without_day;

use voice::Voices;

/// The form of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown, as GitHub and Pandoc read it.
    Markdown,
    /// One file of HTML with a policy of its own and no script, which prints on A4.
    Html,
    /// A document for Word and LibreOffice.
    Docx,
    /// The tracking table for spreadsheets.
    Csv,
    /// The recommendations for other programs.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 5] = [
        Self::Markdown,
        Self::Html,
        Self::Docx,
        Self::Csv,
        Self::Json,
    ];

    /// Its name, which is also how its files end.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The format of that name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// What it is called among media types.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Html => "text/html;charset=utf-8",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

/// The language of a document, which is not that of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Urdu.
    Ur,
    /// Both, with shared numbers.
    Both,
}

impl Language {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::En, Self::Ur, Self::Both];

    /// Its name: a language tag, or `both`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ur => "ur",
            Self::Both => "both",
        }
    }

    /// The language of that name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.name() == name)
    }

    /// The tags, the leading language first.
    pub const fn tags(self) -> &'static [&'static str] {
        match self {
            Self::En => &["en"],
            Self::Ur => &["ur"],
            Self::Both => &["en", "ur"],
        }
    }
}

/// What a document is to be.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Its language or languages.
    pub language: Language,
    /// Only what concerns this addressee: the name of a [`Section`], of a main addressee, or the id or label of a term.
    pub pack: Option<String>,
    /// Only the tracking table.
    pub table: bool,
    /// The event, where the workbook has several.
    pub event: Option<ItemId>,
    /// Whether numbers of participants under five are shown by category.
    pub small_counts: bool,
}

/// Why there is no document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Texts of the other language are missing or were written on an earlier original: number and language of each.
    TwinsOutOfDate(Vec<(String, &'static str)>),
    /// The workbook has several events; their codes or titles.
    WhichEvent(Vec<String>),
    /// Nobody is called so.
    UnknownAddressee(String),
    /// No recommendation is for this addressee.
    NothingFor(String),
}

impl Refusal {
    /// The key of its sentence in `locales/*/findings.ftl`, and what it names.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::TwinsOutOfDate(missing) => {
                let told = missing
                    .iter()
                    .map(|(number, lang)| format!("{number} ({lang})"));
                let told: Vec<String> = told.collect();
                ("report-refused-twins", vec![("items", told.join(", "))])
            }
            Self::WhichEvent(codes) => ("report-refused-event", vec![("events", codes.join(", "))]),
            Self::UnknownAddressee(name) => {
                ("report-refused-addressee", vec![("name", name.clone())])
            }
            Self::NothingFor(name) => ("report-refused-nothing", vec![("name", name.clone())]),
        }
    }
}

/// The bytes of a document, the same for the same edits on any machine; or why there is none.
pub fn report(workbook: &Workbook, format: Format, options: &Options) -> Result<Vec<u8>, Refusal> {
    let source = Source::of(workbook, options)?;
    Ok(match format {
        Format::Markdown => markdown::write(&source.outline()?),
        Format::Html => html::write(&source.outline()?),
        Format::Docx => docx::write(&source.outline()?),
        Format::Csv => csv::write(&source)?,
        Format::Json => json::write(&source)?,
    })
}

/// The outline that Markdown, HTML and DOCX render, and that a page may show.
pub fn outline(workbook: &Workbook, options: &Options) -> Result<Outline, Refusal> {
    Source::of(workbook, options)?.outline()
}

/// The events, that of the latest day first and those without a day last: of several, a document is most likely about the first.
pub fn latest_first(workbook: &Workbook) -> Vec<Event> {
    let mut all = events(workbook);
    crate::sorted::sort_by(&mut all, |a, b| b.dates.last().cmp(&a.dates.last()));
    all
}

/// What all documents are made of.
struct Source<'a> {
    workbook: &'a Workbook,
    options: &'a Options,
    event: Option<Event>,
    list: FinalList,
    voices: Voices,
}

impl<'a> Source<'a> {
    fn of(workbook: &'a Workbook, options: &'a Options) -> Result<Self, Refusal> {
        let event = chosen_event(workbook, options)?;
        let vocabulary = vocabulary_of(workbook);
        let list = FinalList::of(workbook, event.as_ref().map(|event| event.id), &vocabulary);
        let voices = Voices::of(options.language, vocabulary);
        Ok(Self {
            workbook,
            options,
            event,
            list,
            voices,
        })
    }

    fn outline(&self) -> Result<Outline, Refusal> {
        match &self.options.pack {
            _ if self.options.table => tracking::outline(self),
            Some(name) => pack::outline(self, name),
            None => communique::outline(self),
        }
    }

    /// The final recommendations that the document is about.
    fn items(&self) -> Result<Vec<&Final>, Refusal> {
        match &self.options.pack {
            Some(name) => {
                let addressee = pack::Addressee::of(name, self.voices.vocabulary())?;
                self.items_for(&addressee, name)
            }
            None => self.current(self.list.items.iter().collect()),
        }
    }

    fn items_for(&self, addressee: &pack::Addressee, name: &str) -> Result<Vec<&Final>, Refusal> {
        let vocabulary = self.voices.vocabulary();
        let items = self.list.items.iter();
        let items: Vec<&Final> = items
            .filter(|item| addressee.concerns(&item.tags, vocabulary))
            .collect();
        match items.is_empty() {
            true => Err(Refusal::NothingFor(name.to_owned())),
            false => self.current(items),
        }
    }

    /// The items, unless two languages are wanted and one of them is missing or behind.
    fn current<'b>(&self, items: Vec<&'b Final>) -> Result<Vec<&'b Final>, Refusal> {
        let langs = self.options.language.tags();
        let mut missing = Vec::new();
        if langs.len() > 1 {
            for item in &items {
                let behind = langs.iter().filter(|lang| !item.wordings.is_current(lang));
                missing.extend(behind.map(|lang| (item.number.clone(), *lang)));
            }
        }
        match missing.is_empty() {
            true => Ok(items),
            false => Err(Refusal::TwinsOutOfDate(missing)),
        }
    }
}

/// The event asked for, else the only one; none where the workbook has none.
fn chosen_event(workbook: &Workbook, options: &Options) -> Result<Option<Event>, Refusal> {
    if let Some(id) = options.event.filter(|id| id.kind == Kind::EVENT) {
        return Ok(Some(Event::read(workbook, id)));
    }
    let mut all = events(workbook);
    match all.len() {
        0 | 1 => Ok(all.pop()),
        _ => {
            let names = all.iter().map(|event| match event.code.as_str() {
                "" => event.title("en").to_owned(),
                code => code.to_owned(),
            });
            Err(Refusal::WhichEvent(names.collect()))
        }
    }
}
