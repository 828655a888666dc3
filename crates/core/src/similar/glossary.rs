//! The field's glossary: which words stand for one idea, in English, Urdu and Roman Urdu.
//!
//! `data/glossary.txt` is the source, says how it is written, and is embedded as it is.

use std::sync::OnceLock;

use super::table::{hash, seed};
use crate::sorted;

/// What an idea is in a recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A body that is asked.
    Body,
    /// What it is asked to do.
    Action,
    /// What it is asked to do it with or to.
    Object,
    /// Persons concerned.
    Person,
    /// A crime.
    Crime,
    /// A law.
    Law,
    /// A place.
    Place,
    /// A number, a time, a rhythm.
    Number,
    /// Says nothing of the matter.
    Empty,
    /// Denies.
    Denial,
}

impl Class {
    fn of(letter: &str) -> Option<Self> {
        Some(match letter {
            "b" => Self::Body,
            "a" => Self::Action,
            "o" => Self::Object,
            "p" => Self::Person,
            "c" => Self::Crime,
            "l" => Self::Law,
            "g" => Self::Place,
            "n" => Self::Number,
            "-" => Self::Empty,
            "!" => Self::Denial,
            _ => return None,
        })
    }
}

/// One idea.
#[derive(Clone, Copy, Debug)]
pub struct Concept {
    /// What it is.
    pub class: Class,
    /// Its id: that of a term of the vocabulary where one says the same.
    pub id: &'static str,
    /// What it is called in Urdu.
    pub urdu: &'static str,
    /// The wider term of a body, the type of an action; may be empty.
    pub link: &'static str,
    /// The id of the action that undoes it; may be empty.
    pub opposite: &'static str,
}

impl Concept {
    /// What it is called in English, where no term of the vocabulary has its id.
    pub fn english(&self) -> String {
        self.id.replace('-', " ")
    }
}

/// A way to say an idea: words, each with whether longer words count too.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) concept: u16,
    pub(super) words: Box<[(&'static str, bool)]>,
}

/// The ideas and how they are said.
#[derive(Debug)]
pub struct Glossary {
    concepts: Vec<Concept>,
    forms: Vec<Form>,
    /// The hash of the first word of a form and whether longer words count, and the form; sorted.
    starts: Vec<(u64, u32)>,
}

const WHOLE: u64 = seed(1);
const BEGINNING: u64 = seed(2);

impl Glossary {
    /// The embedded glossary.
    pub fn standard() -> &'static Self {
        static STANDARD: OnceLock<Glossary> = OnceLock::new();
        STANDARD.get_or_init(|| Self::read(GLOSSARY))
    }

    /// The glossary of a text of this form. Lines it cannot read are left out; a test counts the embedded ones.
    fn read(data: &'static str) -> Self {
        let mut concepts = Vec::new();
        let mut forms = Vec::new();
        for line in data.lines() {
            let mut fields = line.split('\t');
            let class = fields.next().and_then(Class::of);
            let (Some(class), Some(id), Some(latin), Some(urdu)) =
                (class, fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let link = fields.next().unwrap_or_default();
            let (link, opposite) = link.split_once('/').unwrap_or((link, ""));
            let number = u16::try_from(concepts.len()).unwrap_or(u16::MAX);
            concepts.push(Concept {
                class,
                id,
                urdu: urdu
                    .split(',')
                    .next()
                    .unwrap_or_default()
                    .trim_end_matches('*'),
                link,
                opposite,
            });
            let said = latin.split(',').chain(urdu.split(','));
            forms.extend(said.filter(|form| !form.is_empty()).map(|form| Form {
                concept: number,
                words: words_of(form),
            }));
        }
        let first = |(form, number): (&Form, u32)| {
            let (word, open) = form.words.first().copied()?;
            let from = if open { BEGINNING } else { WHOLE };
            Some((hash(from, word.as_bytes()), number))
        };
        let mut starts: Vec<(u64, u32)> = forms.iter().zip(0..).filter_map(first).collect();
        sorted::sort_by_number(&mut starts, |(hash, form)| {
            u128::from(*hash) << 32 | u128::from(*form)
        });
        Self {
            concepts,
            forms,
            starts,
        }
    }

    /// The ideas, by their numbers.
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// One idea.
    pub(super) fn concept(&self, number: u16) -> Option<&Concept> {
        self.concepts.get(usize::from(number))
    }

    pub(super) fn form(&self, number: u32) -> Option<&Form> {
        self.forms.get(number as usize)
    }

    /// The forms that a word may begin, longest first.
    pub(super) fn begun_by(&self, word: &str) -> Box<[u32]> {
        let mut found: Vec<u32> = Vec::new();
        self.started(hash(WHOLE, word.as_bytes()), &mut found);
        let mut sum = BEGINNING;
        let mut at = 0usize;
        for letter in word.chars() {
            let end = at.saturating_add(letter.len_utf8());
            sum = hash(sum, word.as_bytes().get(at..end).unwrap_or_default());
            self.started(sum, &mut found);
            at = end;
        }
        sorted::sort_by_key(&mut found, |number| {
            std::cmp::Reverse(self.form(*number).map(Form::size))
        });
        found.into()
    }

    fn started(&self, sum: u64, found: &mut Vec<u32>) {
        let from = self.starts.partition_point(|(held, _)| *held < sum);
        let same = self
            .starts
            .iter()
            .skip(from)
            .take_while(|(held, _)| *held == sum);
        found.extend(same.map(|(_, form)| *form));
    }
}

impl Form {
    /// How long it is: words, then letters.
    pub(super) fn size(&self) -> (usize, usize) {
        let letters = self.words.iter().map(|(word, _)| word.len()).sum();
        (self.words.len(), letters)
    }

    /// Whether these words begin with it.
    pub(super) fn begins<'a>(&self, words: impl Iterator<Item = &'a str>) -> bool {
        let mut words = words;
        self.words.iter().all(|(wanted, open)| {
            words.next().is_some_and(|word| match open {
                true => word.starts_with(wanted),
                false => word == *wanted,
            })
        })
    }
}

fn words_of(form: &'static str) -> Box<[(&'static str, bool)]> {
    let word = |word: &'static str| {
        word.strip_suffix('*')
            .map_or((word, false), |word| (word, true))
    };
    form.split(' ').map(word).collect()
}

const GLOSSARY: &str = include_str!("../../data/glossary.txt");
