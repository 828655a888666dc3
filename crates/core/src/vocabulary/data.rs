//! The embedded vocabulary: read once, without copying a text.
//!
//! `data/vocabulary.json` is the source people edit; `data/vocabulary.txt` is made from it, half as large and read without a
//! JSON parser. A test holds that they agree, and writes the second one anew on request (`tests/vocabulary_data.rs`).

use std::borrow::Cow;

use super::label::Labels;
use super::{Scheme, SchemeId, Term};

/// First line: the languages of the labels. `=` begins a scheme: name, `*` for several, labels. Any other line is a term:
/// id, labels, broader, `!` with the replacement if deprecated, note; empty fields at the end are left out. Fields are
/// separated by tabs.
pub(super) const VOCABULARY: &str = include_str!("../../data/vocabulary.txt");

/// The schemes and terms of a text of this form. Lines it cannot read are left out; a test counts the embedded ones.
pub(super) fn read(data: &'static str) -> (Vec<Scheme>, Vec<Term>) {
    let mut lines = data.lines();
    let languages: Vec<&'static str> = lines.next().unwrap_or_default().split('\t').collect();
    let mut schemes = Vec::new();
    let mut terms = Vec::new();
    let mut scheme = None;
    for line in lines {
        if let Some(heading) = line.strip_prefix('=') {
            let mut fields = heading.split('\t');
            scheme = fields.next().and_then(SchemeId::parse);
            let multiple = fields.next() == Some("*");
            schemes.extend(scheme.map(|id| Scheme {
                id,
                labels: labels(&languages, &mut fields),
                multiple,
            }));
        } else if let Some(scheme) = scheme {
            terms.push(term(scheme, &languages, line));
        }
    }
    (schemes, terms)
}

fn term(scheme: SchemeId, languages: &[&'static str], line: &'static str) -> Term {
    let mut fields = line.split('\t');
    let id = fields.next().unwrap_or_default();
    let labels = labels(languages, &mut fields);
    let mut field = || fields.next().filter(|field| !field.is_empty());
    let broader = field();
    let replacement = field().and_then(|field| field.strip_prefix('!'));
    Term {
        id: Cow::Borrowed(id),
        scheme,
        labels,
        broader: broader.map(Cow::Borrowed),
        deprecated: replacement.is_some(),
        replaced_by: replacement.filter(|id| !id.is_empty()).map(Cow::Borrowed),
        note: field().map(Cow::Borrowed),
        added: false,
    }
}

fn labels(languages: &[&'static str], fields: &mut impl Iterator<Item = &'static str>) -> Labels {
    // In this order, else a field would be taken from `fields` after the last language.
    let pairs = languages.iter().zip(fields);
    pairs
        .map(|(lang, label)| (Cow::Borrowed(*lang), Cow::Borrowed(label)))
        .collect()
}
