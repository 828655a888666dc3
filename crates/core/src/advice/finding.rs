//! A piece of advice: what was noticed, where, and what can be done about it.

use std::ops::Range;

use super::indicator::Indicator;

/// What was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// Something by which a person could be found.
    Identifying(Pattern),
    /// A number that looks like a helpline: to be confirmed, not taken out.
    Helpline,
    /// Nobody is asked.
    AddresseeMissing,
    /// Only "everyone" is asked.
    AddresseeEveryone,
    /// A body named in the text is not among the tags.
    UntaggedBody,
    /// The text does not say who acts.
    HiddenActor,
    /// No lead body, or one that is not asked.
    Lead,
    /// More than one action.
    Split,
    /// No date, period or rhythm.
    ByWhen,
    /// Nothing by which anyone will know.
    Indicator,
    /// A verb that names no step.
    WeakVerb,
    /// A word that means something else to everyone.
    VagueWord,
    /// A court is told rather than invited.
    CourtTone,
    /// A word that mixes up trafficking and smuggling, or does not go with the issue.
    Term,
    /// The Act cited is about the other crime.
    ActMismatch,
    /// No law or rule is named where the action rests on one.
    LegalBasis,
    /// The body asked does not usually act on this.
    Jurisdiction,
    /// Nothing about money or staff.
    Resources,
    /// No reason is given.
    Rationale,
    /// The reason repeats the text.
    RationaleRepeats,
    /// Too few words to say who does what.
    TooShort,
    /// Too many words to be read at once.
    TooLong,
    /// Begins with words that could go.
    LeadIn,
}

/// By what a person could be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// The 13 digits of an identity card (CNIC, NICOP, B-form).
    IdentityCard,
    /// A passport number.
    Passport,
    /// The number of a police report or case.
    FirNumber,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// "Daughter of", `بنت`.
    Kinship,
    /// The age of a person together with a place.
    AgeWithPlace,
    /// The number of a house.
    Address,
}

impl Pattern {
    /// All patterns.
    pub const ALL: [Self; 8] = [
        Self::IdentityCard,
        Self::Passport,
        Self::FirNumber,
        Self::Phone,
        Self::Email,
        Self::Kinship,
        Self::AgeWithPlace,
        Self::Address,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::IdentityCard => "identity-card",
            Self::Passport => "passport",
            Self::FirNumber => "fir-number",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Kinship => "kinship",
            Self::AgeWithPlace => "age-with-place",
            Self::Address => "address",
        }
    }
}

impl Check {
    /// All checks.
    pub const ALL: [Self; 30] = [
        Self::Identifying(Pattern::IdentityCard),
        Self::Identifying(Pattern::Passport),
        Self::Identifying(Pattern::FirNumber),
        Self::Identifying(Pattern::Phone),
        Self::Identifying(Pattern::Email),
        Self::Identifying(Pattern::Kinship),
        Self::Identifying(Pattern::AgeWithPlace),
        Self::Identifying(Pattern::Address),
        Self::Helpline,
        Self::AddresseeMissing,
        Self::AddresseeEveryone,
        Self::UntaggedBody,
        Self::HiddenActor,
        Self::Lead,
        Self::Split,
        Self::ByWhen,
        Self::Indicator,
        Self::WeakVerb,
        Self::VagueWord,
        Self::CourtTone,
        Self::Term,
        Self::ActMismatch,
        Self::LegalBasis,
        Self::Jurisdiction,
        Self::Resources,
        Self::Rationale,
        Self::RationaleRepeats,
        Self::TooShort,
        Self::TooLong,
        Self::LeadIn,
    ];

    /// Its name, the key of its sentence behind `advice-`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identifying(pattern) => pattern.name(),
            Self::Helpline => "helpline",
            Self::AddresseeMissing => "addressee-missing",
            Self::AddresseeEveryone => "addressee-everyone",
            Self::UntaggedBody => "untagged-body",
            Self::HiddenActor => "hidden-actor",
            Self::Lead => "lead",
            Self::Split => "split",
            Self::ByWhen => "by-when",
            Self::Indicator => "indicator",
            Self::WeakVerb => "weak-verb",
            Self::VagueWord => "vague-word",
            Self::CourtTone => "court-tone",
            Self::Term => "term",
            Self::ActMismatch => "act-mismatch",
            Self::LegalBasis => "legal-basis",
            Self::Jurisdiction => "jurisdiction",
            Self::Resources => "resources",
            Self::Rationale => "rationale",
            Self::RationaleRepeats => "rationale-repeats",
            Self::TooShort => "too-short",
            Self::TooLong => "too-long",
            Self::LeadIn => "lead-in",
        }
    }

    /// How much it matters.
    pub const fn severity(self) -> Severity {
        match self {
            Self::Identifying(_) => Severity::Harm,
            Self::Helpline
            | Self::AddresseeMissing
            | Self::AddresseeEveryone
            | Self::UntaggedBody
            | Self::HiddenActor
            | Self::Lead
            | Self::Split
            | Self::ByWhen
            | Self::Indicator
            | Self::ActMismatch
            | Self::Term => Severity::Ask,
            Self::WeakVerb
            | Self::VagueWord
            | Self::CourtTone
            | Self::LegalBasis
            | Self::Jurisdiction
            | Self::Resources
            | Self::Rationale
            | Self::RationaleRepeats
            | Self::TooShort
            | Self::TooLong
            | Self::LeadIn => Severity::Hint,
        }
    }
}

/// In which order advice is shown; never summed up, never shown as a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Somebody could come to harm: told at once.
    Harm,
    /// Without it nobody can act on the recommendation or tell later whether anybody did.
    Ask,
    /// It would help.
    Hint,
}

/// Where advice belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The field, as in the workbook: `wording/ur`, `rationale`, `lead`.
    pub field: String,
    /// The bytes of its text, on grapheme borders; empty where the whole field is meant.
    pub range: Range<usize>,
}

/// What one click can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Put this term into a field, besides what is there or, for a field of one term, in its place.
    Tag {
        /// The field: `addressees`, `instruments`, `lead`.
        field: &'static str,
        /// The term.
        term: String,
    },
    /// Two texts in place of one.
    Split {
        /// The first action.
        first: String,
        /// The second, with whoever is to act.
        second: String,
    },
    /// Write this in place of the words.
    Replace(String),
    /// Take the words out.
    TakeOut,
    /// Say how anyone will know, in the language of the text; brackets are to be filled in.
    Indicator(Indicator),
    /// Go to this field.
    Fill(&'static str),
}

/// A piece of advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What was noticed.
    pub check: Check,
    /// Its rank among the others.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// The words it is about; empty where the whole field is meant.
    pub words: String,
    /// The body or law it is about.
    pub term: Option<String>,
    /// What can be done, the likeliest first.
    pub remedies: Vec<Remedy>,
}

impl Advice {
    pub(super) fn of_field(check: Check, field: &str) -> Self {
        Self::of_words(check, field, "", 0..0)
    }

    /// The range is to lie on grapheme borders of the text.
    pub(super) fn of_words(check: Check, field: &str, text: &str, range: Range<usize>) -> Self {
        Self {
            check,
            severity: check.severity(),
            words: text.get(range.clone()).unwrap_or_default().to_owned(),
            place: Place {
                field: field.to_owned(),
                range,
            },
            term: None,
            remedies: Vec::new(),
        }
    }

    pub(super) fn about(mut self, term: &str) -> Self {
        self.term = Some(term.to_owned());
        self
    }

    pub(super) fn with(mut self, remedy: Remedy) -> Self {
        self.remedies.push(remedy);
        self
    }

    pub(super) fn with_all(mut self, remedies: impl IntoIterator<Item = Remedy>) -> Self {
        self.remedies.extend(remedies);
        self
    }

    /// The key of its sentence, and what the sentence names: the words, and the id of a term, for which its label is to be
    /// put by whoever says it.
    pub fn message(&self) -> (String, Vec<(&'static str, String)>) {
        let named = vec![
            ("words", self.words.clone()),
            ("term", self.term.clone().unwrap_or_default()),
        ];
        (format!("advice-{}", self.check.name()), named)
    }
}
