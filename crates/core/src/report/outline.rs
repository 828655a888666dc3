//! A document as data: parts, blocks, tables and charts, said in one language or in two.

use std::borrow::Cow;

use crate::text::{Direction, direction_of};

use super::visible::visible;

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text; never holds what would steer a document.
    pub text: String,
    /// Whether it stands out.
    pub strong: bool,
    /// Whether it keeps its own direction, apart from what surrounds it.
    pub apart: bool,
    /// Its language, where it is not that of the phrase.
    pub lang: Option<String>,
}

/// What is said at one place in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// The language tag, which gives the direction too.
    pub lang: String,
    /// The text, in stretches.
    pub runs: Vec<Run>,
}

/// What is said at one place: once, or once for each language of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said(pub Vec<Phrase>);

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Running text.
    Body,
    /// Below the title: form, place, days.
    Subtitle,
    /// A remark in small type.
    Note,
    /// A statement that is quoted.
    Quote,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The title of the document.
    Title(Said),
    /// A heading of level 1 to 3.
    Heading(u8, Said),
    /// A paragraph.
    Paragraph(Style, Said),
    /// A list, each entry with a bullet.
    List(Vec<Said>),
    /// A numbered recommendation.
    Item(Item),
    /// A table.
    Table(Table),
    /// A chart; formats that draw none show its table.
    Chart(Chart),
}

/// A recommendation as a document prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The final number, such as `A1`.
    pub number: String,
    /// A name for links, of letters, digits and hyphens; the same in every edition.
    pub anchor: String,
    /// Its text.
    pub text: Said,
    /// Lines below: lead body, day, indicator.
    pub details: Vec<Said>,
}

/// A table with one row of headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: Said,
    /// The headings of the columns.
    pub head: Vec<Said>,
    /// How wide the columns are, in parts of their sum.
    pub widths: Vec<u16>,
    /// The cells, row by row; the first of each row names it.
    pub rows: Vec<Vec<Said>>,
}

/// Numbers to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What it shows.
    pub caption: Said,
    /// What the rows are.
    pub corner: Said,
    /// The columns: one for bars, several for a grid of shades.
    pub columns: Vec<Said>,
    /// The rows with a number for each column.
    pub rows: Vec<(Said, Vec<usize>)>,
}

/// Which way the paper lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Upright.
    Portrait,
    /// On its side, for wide tables.
    Landscape,
}

/// Blocks on paper that lies one way; each part begins on a new page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which way.
    pub paper: Paper,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// A whole document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The leading language.
    pub lang: &'static str,
    /// What the file calls itself, and the head of every page.
    pub name: Phrase,
    /// The parts in order.
    pub parts: Vec<Part>,
}

impl Run {
    /// A stretch of plain text; what would steer the document is told by its number.
    pub fn new(text: &str) -> Self {
        Self {
            text: visible(text).into_owned(),
            strong: false,
            apart: false,
            lang: None,
        }
    }

    /// As it is, standing out.
    #[must_use]
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// As it is, in its own direction.
    #[must_use]
    pub fn apart(mut self) -> Self {
        self.apart = true;
        self
    }

    /// As it is, in a language of its own.
    #[must_use]
    pub fn in_lang(mut self, lang: &str) -> Self {
        self.lang = Some(lang.to_owned());
        self.apart = true;
        self
    }
}

impl Run {
    /// The text for formats without isolates: what keeps its own direction, and holds letters of the other one, stands
    /// between marks of the direction around it, so that it does not draw digits and signs beside it to itself.
    pub(super) fn set_apart(&self, around: Direction) -> Cow<'_, str> {
        let strays = |letter| strong(letter).is_some_and(|own| own != around);
        match self.apart && self.text.chars().any(strays) {
            true => {
                let mark = match around {
                    Direction::Ltr => '\u{200e}',
                    Direction::Rtl => '\u{200f}',
                };
                Cow::Owned(format!("{mark}{}{mark}", self.text))
            }
            false => Cow::Borrowed(&self.text),
        }
    }
}

impl Phrase {
    /// A text in a language.
    pub fn new(lang: &str, text: &str) -> Self {
        Self {
            lang: lang.to_owned(),
            runs: vec![Run::new(text)],
        }
    }

    /// The direction of its language.
    pub fn direction(&self) -> Direction {
        direction_of(&self.lang)
    }

    /// Its text without what stands out.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.is_empty())
    }
}

impl Said {
    /// Said once, in one language.
    pub fn once(lang: &str, text: &str) -> Self {
        Self(vec![Phrase::new(lang, text)])
    }

    /// Nothing.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Phrase::is_empty)
    }
}

impl Chart {
    /// The table of the same numbers.
    pub fn table(&self) -> Table {
        let width = |_: &Said| {
            100_u16.div_ceil(u16::try_from(self.columns.len()).unwrap_or(u16::MAX).max(1))
        };
        let first = std::iter::once(&self.corner);
        let lang = self.corner.0.first().map_or("en", |phrase| &phrase.lang);
        Table {
            caption: self.caption.clone(),
            head: first.chain(&self.columns).cloned().collect(),
            widths: std::iter::once(60)
                .chain(self.columns.iter().map(width))
                .collect(),
            rows: self
                .rows
                .iter()
                .map(|(name, numbers)| {
                    let cells = numbers
                        .iter()
                        .map(|number| Said::once(lang, &number.to_string()));
                    std::iter::once(name.clone()).chain(cells).collect()
                })
                .collect(),
        }
    }

    /// The greatest number, at least 1.
    pub fn most(&self) -> usize {
        let numbers = self.rows.iter().flat_map(|(_, numbers)| numbers);
        numbers.copied().max().unwrap_or(1).max(1)
    }
}

/// The direction of a letter, of those that have one.
pub(super) fn strong(letter: char) -> Option<Direction> {
    match letter {
        '\u{590}'..='\u{65f}'
        | '\u{66d}'..='\u{6ef}'
        | '\u{6fa}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
        | '\u{200f}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => Some(Direction::Rtl),
        '\u{200e}' => Some(Direction::Ltr),
        _ if letter.is_alphabetic() => Some(Direction::Ltr),
        _ => None,
    }
}
