//! The glossary as people extend it: what a line may not be.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeMap;

use rapporteur_core::similar::{Class, Glossary};
use rapporteur_core::text::fold;
use rapporteur_core::vocabulary::{SchemeId, Vocabulary};

const SOURCE: &str = include_str!("../data/glossary.txt");

fn lines() -> impl Iterator<Item = Vec<&'static str>> {
    SOURCE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

#[test]
fn every_line_is_read() {
    let glossary = Glossary::standard();
    assert_eq!(glossary.concepts().len(), lines().count());
    let ideas = glossary.concepts().iter();
    let ideas = ideas
        .filter(|concept| !matches!(concept.class, Class::Empty | Class::Denial | Class::Number));
    assert!(ideas.count() >= 250);
}

#[test]
fn ids_are_there_once_and_links_lead_somewhere() {
    let vocabulary = Vocabulary::standard();
    let glossary = Glossary::standard();
    let mut seen = BTreeMap::new();
    for concept in glossary.concepts() {
        assert_eq!(
            seen.insert(concept.id, ()),
            None,
            "{} stands twice",
            concept.id
        );
        let scheme = match concept.class {
            Class::Body => SchemeId::Addressees,
            Class::Action => SchemeId::ActionTypes,
            _ => {
                assert_eq!((concept.link, concept.opposite), ("", ""), "{}", concept.id);
                continue;
            }
        };
        let links = match concept.class {
            Class::Body => vec![concept.link],
            _ => vec![concept.link],
        };
        for link in links.into_iter().filter(|link| !link.is_empty()) {
            assert_eq!(
                vocabulary.scheme_of(link),
                Some(scheme),
                "{}: {link}",
                concept.id
            );
        }
        let undone = concept.opposite;
        assert!(
            undone.is_empty() || glossary.concepts().iter().any(|other| other.id == undone),
            "{}: {undone}",
            concept.id
        );
    }
}

#[test]
fn forms_are_written_as_texts_are_folded() {
    let mut wrong = Vec::new();
    for fields in lines() {
        for form in fields[2].split(',').chain(fields[3].split(',')) {
            let plain = form.replace('*', "");
            if fold(&plain) != plain || form.is_empty() {
                wrong.push(format!("{}: {form} -> {}", fields[1], fold(&plain)));
            }
            for word in form.split(' ') {
                // A beginning of one letter would take in half the language.
                let open = word.ends_with('*');
                assert!(!open || word.chars().count() > 2, "{}: {form}", fields[1]);
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_idea_is_said_in_both_scripts() {
    for fields in lines() {
        let latin = fields[2].chars().any(|letter| letter.is_ascii_alphabetic());
        let urdu = fields[3]
            .chars()
            .any(|letter| !letter.is_ascii() && letter.is_alphabetic());
        assert!(latin && urdu, "{}", fields[1]);
    }
}
