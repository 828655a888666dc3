//! The sections of the final list: who is asked, in the order in which documents ask them.

use crate::vocabulary::Vocabulary;

/// A section of the final list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Federal and provincial legislators.
    Parliamentarians,
    /// Ministries, departments and administrations.
    PolicyMakers,
    /// Police, FIA and border forces.
    LawEnforcement,
    /// Prosecution service and courts.
    Justice,
    /// Everyone else, and those who ask nobody yet.
    Others,
}

impl Section {
    /// All sections in order.
    pub const ALL: [Self; 5] = [
        Self::Parliamentarians,
        Self::PolicyMakers,
        Self::LawEnforcement,
        Self::Justice,
        Self::Others,
    ];

    /// Its name on the command line, in messages and in public files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Parliamentarians => "parliamentarians",
            Self::PolicyMakers => "policy-makers",
            Self::LawEnforcement => "law-enforcement",
            Self::Justice => "prosecution-judiciary",
            Self::Others => "others",
        }
    }

    /// The letter its numbers begin with.
    pub const fn letter(self) -> char {
        match self {
            Self::Parliamentarians => 'A',
            Self::PolicyMakers => 'B',
            Self::LawEnforcement => 'C',
            Self::Justice => 'D',
            Self::Others => 'E',
        }
    }

    /// The section of an addressee: by its widest term.
    pub fn of(term: &str, vocabulary: &Vocabulary) -> Self {
        const ROOTS: [(&str, Section); 5] = [
            ("legislature", Section::Parliamentarians),
            ("executive", Section::PolicyMakers),
            ("law-enforcement", Section::LawEnforcement),
            ("prosecution", Section::Justice),
            ("judiciary", Section::Justice),
        ];
        let root = ROOTS
            .iter()
            .find(|(root, _)| vocabulary.is_within(term, root));
        root.map_or(Self::Others, |(_, section)| *section)
    }
}
