//! The controlled vocabulary: what a recommendation can be tagged with, in both languages.
//!
//! The standard terms are embedded; an event can add terms of its own. Terms are known by ids, which are stable and unique
//! across schemes; a term that is deprecated stays valid in old files. An id nobody knows is shown as it is, never dropped.
//! Wording of prompts and of pages is left to `locales/`.

mod additions;
mod data;
mod label;
mod main_addressees;
mod scheme;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::sorted;

pub use additions::{Addition, VocabularyFinding};
pub use label::Labels;
pub use main_addressees::{MainAddressee, main_addressees};
pub use scheme::SchemeId;

use label::LabelIndex;

/// The schemes and terms in force: the standard ones, and those an event adds.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    schemes: Vec<Scheme>,
    terms: Vec<Term>,
    places: BTreeMap<Cow<'static, str>, usize>,
    by_label: OnceLock<LabelIndex>,
}

/// One list to choose from, such as the addressees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Which one.
    pub id: SchemeId,
    /// What it is called.
    pub labels: Labels,
    /// Whether an item may carry several of its terms.
    pub multiple: bool,
}

/// One choice of a scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its id: kebab-case, or the official number of an SDG target.
    pub id: Cow<'static, str>,
    /// The scheme it belongs to.
    pub scheme: SchemeId,
    /// What it is called.
    pub labels: Labels,
    /// The id of the next wider term of the same scheme.
    pub broader: Option<Cow<'static, str>>,
    /// Whether it is kept for old files only.
    pub deprecated: bool,
    /// What to offer instead of a deprecated term.
    pub replaced_by: Option<Cow<'static, str>>,
    /// A hint for whoever chooses, in English; for addressees, themes and issues only.
    pub note: Option<Cow<'static, str>>,
    /// Whether the event added it.
    pub added: bool,
}

impl Term {
    /// What it is called in a language, or else in English, or in any language it has; at last its id.
    pub fn label(&self, lang: &str) -> &str {
        self.labels.get(lang).unwrap_or(&self.id)
    }
}

/// Terms that also stand for others, besides what `broader` says: "both" is found by a filter for either.
const ALSO_WITHIN: [(&str, [&str; 2]); 1] = [("tip-som", ["tip", "som"])];

/// No label is sought that is longer, in bytes.
const MAX_LABEL: usize = 2_000;

impl Vocabulary {
    /// The embedded vocabulary, the same for everyone.
    pub fn standard() -> &'static Self {
        static STANDARD: OnceLock<Vocabulary> = OnceLock::new();
        STANDARD.get_or_init(|| {
            let (schemes, terms) = data::read(data::VOCABULARY);
            Self::of(schemes, terms)
        })
    }

    fn of(schemes: Vec<Scheme>, terms: Vec<Term>) -> Self {
        let places = terms.iter().enumerate();
        let places = sorted::map(places.map(|(place, term)| (term.id.clone(), place)));
        Self {
            schemes,
            terms,
            places,
            by_label: OnceLock::new(),
        }
    }

    /// The schemes in their order.
    pub fn schemes(&self) -> &[Scheme] {
        &self.schemes
    }

    /// One scheme.
    pub fn scheme(&self, id: SchemeId) -> Option<&Scheme> {
        self.schemes.iter().find(|scheme| scheme.id == id)
    }

    /// The terms of a scheme in their order, added terms last; deprecated ones are among them.
    pub fn terms(&self, scheme: SchemeId) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| term.scheme == scheme)
    }

    /// The term of that id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.places.get(id).and_then(|place| self.terms.get(*place))
    }

    /// The scheme of the term of that id.
    pub fn scheme_of(&self, id: &str) -> Option<SchemeId> {
        self.term(id).map(|term| term.scheme)
    }

    /// What a term is called in a language, or else in English, or in any language; an id nobody knows is its own label.
    pub fn label<'a>(&'a self, id: &'a str, lang: &str) -> &'a str {
        self.term(id).map_or(id, |term| term.label(lang))
    }

    /// The terms directly below a term.
    pub fn narrower(&self, id: &str) -> impl Iterator<Item = &Term> {
        self.terms
            .iter()
            .filter(move |term| term.broader.as_deref() == Some(id))
    }

    /// Whether a filter for `filter` finds an item tagged `term`: the same id, a wider term in any number of steps, or, for
    /// `tip-som` and what is below it, `tip` and `som`. Ids nobody knows are within themselves only.
    pub fn is_within(&self, term: &str, filter: &str) -> bool {
        let mut at = term;
        // Each step goes to another term, so more steps than terms would be a cycle.
        for _ in 0..=self.terms.len() {
            let also = ALSO_WITHIN
                .iter()
                .any(|(id, wider)| *id == at && wider.contains(&filter));
            if at == filter || also {
                return true;
            }
            match self.term(at).and_then(|term| term.broader.as_deref()) {
                Some(broader) => at = broader,
                None => return false,
            }
        }
        false
    }

    /// The term somebody means by `text`: an id or a label in any language and spelling (as by [`crate::text::fold`]), a
    /// short label of the main addressees, or a label without what stands in brackets. The best match in this order, and of
    /// equal ones the first in the vocabulary; in one scheme only, where one is given.
    pub fn find_by_label(&self, text: &str, scheme: Option<SchemeId>) -> Option<&Term> {
        let fits = |term: &&Term| scheme.is_none_or(|scheme| term.scheme == scheme);
        if let Some(term) = self.term(text).filter(fits) {
            return Some(term);
        }
        if text.len() > MAX_LABEL {
            return None;
        }
        let index = self.by_label.get_or_init(|| LabelIndex::of(&self.terms));
        index
            .find(text)
            .filter_map(|place| self.terms.get(place))
            .find(fits)
    }
}
