//! Terms an event adds: taken where they cannot be mistaken for another, reported otherwise.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{SchemeId, Term, Vocabulary};

/// A term as an event adds it, not yet checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addition {
    /// The name of its scheme, as [`SchemeId::as_str`] writes it.
    pub scheme: String,
    /// Its id: kebab-case, at most 64 bytes.
    pub id: String,
    /// Label by language tag.
    pub labels: BTreeMap<String, String>,
    /// The id of a wider term of the same scheme, standard or added.
    pub broader: Option<String>,
}

/// Why an addition was refused, or taken without its wider term. Tags with the id of a refused addition stay where they are
/// and show the id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VocabularyFinding {
    /// Refused: no such scheme.
    UnknownScheme {
        /// The id of the addition.
        id: String,
        /// What stands for the scheme.
        scheme: String,
    },
    /// Refused: the id is not kebab-case (`a`-`z`, `0`-`9`, single `-` between) or longer than 64 bytes.
    BadId {
        /// The id of the addition.
        id: String,
    },
    /// Refused: a standard term has this id, and keeps it.
    ShadowsStandard {
        /// The id of the addition.
        id: String,
    },
    /// Refused: an earlier addition with this id says something else.
    Repeated {
        /// The id of the addition.
        id: String,
    },
    /// Refused: it has no label in any language.
    NoLabel {
        /// The id of the addition.
        id: String,
    },
    /// Taken without its wider term, which is unknown, of another scheme, or leads back to it.
    BadBroader {
        /// The id of the addition.
        id: String,
        /// What stands for the wider term.
        broader: String,
    },
}

impl VocabularyFinding {
    /// The key of its sentence, and what the sentence names.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let term = |id: &String| vec![("term", id.clone())];
        match self {
            Self::UnknownScheme { id, scheme } => (
                "term-finding-unknown-scheme",
                vec![("term", id.clone()), ("scheme", scheme.clone())],
            ),
            Self::BadId { id } => ("term-finding-bad-id", term(id)),
            Self::ShadowsStandard { id } => ("term-finding-shadows-standard", term(id)),
            Self::Repeated { id } => ("term-finding-repeated", term(id)),
            Self::NoLabel { id } => ("term-finding-no-label", term(id)),
            Self::BadBroader { id, broader } => (
                "term-finding-bad-broader",
                vec![("term", id.clone()), ("broader", broader.clone())],
            ),
        }
    }
}

const MAX_ID: usize = 64;

impl Vocabulary {
    /// The standard vocabulary with the terms of an event, and what was wrong with those, in the order given. Where two
    /// additions differ the first stays, so give them in an order that is the same everywhere.
    pub fn with_additions(
        additions: impl IntoIterator<Item = Addition>,
    ) -> (Self, Vec<VocabularyFinding>) {
        let standard = Self::standard();
        let mut findings = Vec::new();
        let mut added: Vec<Term> = Vec::new();
        for addition in additions {
            match checked(addition, &added) {
                Ok(term) => added.extend(term),
                Err(finding) => findings.push(finding),
            }
        }
        let first_added = standard.terms.len();
        let terms = standard.terms.iter().cloned().chain(added).collect();
        let mut vocabulary = Self::of(standard.schemes.clone(), terms);
        for place in first_added..vocabulary.terms.len() {
            let bad = vocabulary
                .terms
                .get(place)
                .and_then(|term| vocabulary.bad_broader(term));
            if let (Some(finding), Some(term)) = (bad, vocabulary.terms.get_mut(place)) {
                term.broader = None;
                findings.push(finding);
            }
        }
        (vocabulary, findings)
    }

    fn bad_broader(&self, term: &Term) -> Option<VocabularyFinding> {
        let broader = term.broader.as_deref()?;
        let good =
            self.scheme_of(broader) == Some(term.scheme) && !self.is_within(broader, &term.id);
        (!good).then(|| VocabularyFinding::BadBroader {
            id: term.id.to_string(),
            broader: broader.to_owned(),
        })
    }
}

/// The term, or `None` where an earlier addition already says the same.
fn checked(addition: Addition, earlier: &[Term]) -> Result<Option<Term>, VocabularyFinding> {
    let Addition {
        scheme,
        id,
        labels,
        broader,
    } = addition;
    let Some(scheme) = SchemeId::parse(&scheme) else {
        return Err(VocabularyFinding::UnknownScheme { id, scheme });
    };
    if !is_kebab_case(&id) {
        return Err(VocabularyFinding::BadId { id });
    }
    if Vocabulary::standard().term(&id).is_some() {
        return Err(VocabularyFinding::ShadowsStandard { id });
    }
    let labels = labels
        .into_iter()
        .filter(|(_, label)| !label.trim().is_empty());
    let term = Term {
        id: Cow::Owned(id),
        scheme,
        labels: labels
            .map(|(lang, label)| (Cow::Owned(lang), Cow::Owned(label)))
            .collect(),
        broader: broader
            .filter(|broader| !broader.is_empty())
            .map(Cow::Owned),
        deprecated: false,
        replaced_by: None,
        note: None,
        added: true,
    };
    if term.labels.is_empty() {
        return Err(VocabularyFinding::NoLabel {
            id: term.id.into_owned(),
        });
    }
    match earlier.iter().find(|other| other.id == term.id) {
        Some(same) if *same == term => Ok(None),
        Some(_) => Err(VocabularyFinding::Repeated {
            id: term.id.into_owned(),
        }),
        None => Ok(Some(term)),
    }
}

fn is_kebab_case(id: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    id.len() <= MAX_ID && id.split('-').all(part)
}
