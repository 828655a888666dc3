//! The embedded vocabulary says what `data/vocabulary.json` says.
//!
//! After a change of the JSON: `RAPPORTEUR_BLESS=1 cargo test -p rapporteur-core --test vocabulary_data`.

#![allow(
    clippy::indexing_slicing,
    reason = "a missing key of a JSON value is null"
)]

use rapporteur_core::vocabulary::{SchemeId, Vocabulary};
use serde_json::Value;

const SOURCE: &str = include_str!("../data/vocabulary.json");

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// Schemes in the order of [`SchemeId::ALL`]: serde_json sorts the keys of an object.
fn schemes(source: &Value) -> Vec<(&'static str, &Value)> {
    SchemeId::ALL
        .map(|id| (id.as_str(), &source["schemes"][id.as_str()]))
        .into()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn languages(source: &Value) -> Vec<&str> {
    list(&source["language"])
        .filter_map(Value::as_str)
        .collect()
}

fn has_notes(scheme: &str) -> bool {
    matches!(scheme, "addressees" | "themes" | "issues")
}

fn compact(source: &Value) -> String {
    let languages = languages(source);
    let mut lines = vec![languages.join("\t")];
    for (name, scheme) in schemes(source) {
        let multiple = if scheme["multiple"] == true { "*" } else { "" };
        let mut fields = vec![name, multiple];
        fields.extend(languages.iter().map(|lang| text(scheme, lang)));
        lines.push(format!("={}", fields.join("\t")));
        for term in list(&scheme["terms"]) {
            let deprecated = format!("!{}", text(term, "replacedBy"));
            let mut fields = vec![text(term, "id")];
            fields.extend(languages.iter().map(|lang| text(term, lang)));
            fields.push(text(term, "broader"));
            fields.push(if term["deprecated"] == true {
                &deprecated
            } else {
                ""
            });
            fields.push(if has_notes(name) {
                text(term, "note")
            } else {
                ""
            });
            assert!(
                fields.iter().all(|field| !field.contains(['\t', '\n'])),
                "{fields:?}"
            );
            lines.push(fields.join("\t").trim_end_matches('\t').to_owned());
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn the_embedded_form_is_made_from_the_readable_one() {
    let source: Value = serde_json::from_str(SOURCE).unwrap();
    let compact = compact(&source);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/vocabulary.txt");
    if std::env::var_os("RAPPORTEUR_BLESS").is_some() {
        std::fs::write(path, &compact).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), compact);
}

#[test]
fn nothing_is_lost_in_reading() {
    let source: Value = serde_json::from_str(SOURCE).unwrap();
    let vocabulary = Vocabulary::standard();
    assert_eq!(
        source["schemes"].as_object().unwrap().len(),
        SchemeId::ALL.len()
    );
    assert_eq!(vocabulary.schemes().len(), SchemeId::ALL.len());
    let mut count = 0_usize;
    for (scheme, (name, expected)) in vocabulary.schemes().iter().zip(schemes(&source)) {
        assert_eq!(scheme.id.as_str(), name);
        assert_eq!(scheme.multiple, expected["multiple"] == true, "{name}");
        let expected_terms = expected["terms"].as_array().unwrap();
        assert_eq!(
            vocabulary.terms(scheme.id).count(),
            expected_terms.len(),
            "{name}"
        );
        for (term, expected) in vocabulary.terms(scheme.id).zip(expected_terms) {
            let some = |key: &str| expected[key].as_str();
            assert_eq!(term.id, text(expected, "id"));
            for lang in languages(&source) {
                assert_eq!(term.labels.exact(lang), some(lang), "{}", term.id);
                assert_eq!(
                    scheme.labels.exact(lang),
                    source["schemes"][name][lang].as_str()
                );
            }
            assert_eq!(term.broader.as_deref(), some("broader"), "{}", term.id);
            assert_eq!(
                term.deprecated,
                expected["deprecated"] == true,
                "{}",
                term.id
            );
            assert_eq!(
                term.replaced_by.as_deref(),
                some("replacedBy"),
                "{}",
                term.id
            );
            assert_eq!(
                term.note.as_deref(),
                some("note").filter(|_| has_notes(name)),
                "{}",
                term.id
            );
            assert!(!term.added);
            count = count.saturating_add(1);
        }
    }
    assert_eq!(count, 229);
}
