//! Looking terms up, following wider terms, and adding terms.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rapporteur_core::text::fold;
use rapporteur_core::vocabulary::{
    Addition, SchemeId, Vocabulary, VocabularyFinding, main_addressees,
};

fn standard() -> &'static Vocabulary {
    Vocabulary::standard()
}

fn addition(scheme: &str, id: &str, labels: &[(&str, &str)], broader: Option<&str>) -> Addition {
    Addition {
        scheme: scheme.to_owned(),
        id: id.to_owned(),
        labels: labels
            .iter()
            .map(|(lang, label)| (lang.to_string(), label.to_string()))
            .collect(),
        broader: broader.map(str::to_owned),
    }
}

#[test]
fn the_standard_holds_together() {
    let all: Vec<_> = SchemeId::ALL
        .iter()
        .flat_map(|scheme| standard().terms(*scheme))
        .collect();
    let ids: BTreeSet<&str> = all.iter().map(|term| term.id.as_ref()).collect();
    assert_eq!(ids.len(), all.len(), "ids are unique across schemes");
    for term in all {
        assert_eq!(standard().scheme_of(&term.id), Some(term.scheme));
        for other in term.broader.iter().chain(&term.replaced_by) {
            assert_eq!(
                standard().scheme_of(other),
                Some(term.scheme),
                "{} of {}",
                other,
                term.id
            );
            assert!(
                !standard().is_within(other, &term.id),
                "{} leads back",
                term.id
            );
        }
        for lang in ["en", "ur"] {
            let label = term.labels.exact(lang).unwrap_or_default();
            assert!(!label.is_empty(), "{}", term.id);
            let found = standard()
                .find_by_label(label, Some(term.scheme))
                .map(|found| found.id.as_ref());
            assert_eq!(found, Some(term.id.as_ref()), "{label} is ambiguous");
        }
    }
}

#[test]
fn schemes_have_names() {
    for scheme in SchemeId::ALL {
        assert_eq!(SchemeId::parse(scheme.as_str()), Some(scheme));
        assert_eq!(
            standard().scheme(scheme).map(|found| found.id),
            Some(scheme)
        );
    }
    assert_eq!(SchemeId::parse("Themes"), None);
    assert_eq!(SchemeId::SdgTargets.to_string(), "sdgTargets");
}

#[test]
fn labels_fall_back() {
    let table = [
        ("fia", "en", "Federal Investigation Agency (FIA)"),
        ("judiciary", "ur", "عدلیہ"),
        ("judiciary", "ur-PK", "عدلیہ"),
        ("judiciary", "ur-Latn", "Judiciary (any)"),
        ("judiciary", "sd", "Judiciary (any)"),
        ("no-such-term", "ur", "no-such-term"),
        ("", "en", ""),
    ];
    for (id, lang, label) in table {
        assert_eq!(standard().label(id, lang), label, "{id} {lang}");
    }
    let (vocabulary, findings) =
        Vocabulary::with_additions([addition("levels", "pk-x", &[("sd", "سنڌ")], None)]);
    assert_eq!(findings, []);
    assert_eq!(vocabulary.label("pk-x", "en"), "سنڌ");
}

#[test]
fn filters_find_narrower_terms() {
    let table = [
        ("senate", "senate", true),
        ("senate", "parliament-federal", true),
        ("senate", "legislature", true),
        ("legislature", "senate", false),
        ("fia", "law-enforcement", true),
        ("fia", "police-provincial", false),
        ("tip-som", "tip", true),
        ("tip-som", "som", true),
        ("tip-som", "tip-som", true),
        ("tip", "tip-som", false),
        ("bonded-labour", "som", false),
        ("unknown", "unknown", true),
        ("unknown", "tip", false),
        ("tip", "unknown", false),
    ];
    for (term, filter, within) in table {
        assert_eq!(
            standard().is_within(term, filter),
            within,
            "{term} in {filter}"
        );
    }
    let below: Vec<_> = standard()
        .narrower("parliament-federal")
        .map(|term| term.id.as_ref())
        .collect();
    assert_eq!(below, ["national-assembly", "senate"]);
}

#[test]
fn terms_are_found_by_what_people_write() {
    use SchemeId::*;
    let table = [
        ("fia", Some(Addressees), Some("fia")),
        ("FIA", Some(Addressees), Some("fia")),
        ("ایف آئی اے", Some(Addressees), Some("fia")),
        ("Federal Investigation Agency", None, Some("fia")),
        ("Policy Makers", Some(Addressees), Some("executive")),
        ("Police", Some(Addressees), Some("police-provincial")),
        ("عدليه", Some(Addressees), Some("judiciary")),
        ("judiciary (ANY)", None, Some("judiciary")),
        ("محکمہ محنت", Some(Addressees), Some("labour-department")),
        (
            "Labor Department",
            Some(Addressees),
            Some("labour-department"),
        ),
        ("Prosecution", Some(Addressees), Some("prosecution")),
        ("PROSECUTION", Some(Themes), Some("prosecution-theme")),
        (
            "law enforcement",
            Some(StakeholderCategories),
            Some("cat-law-enforcement"),
        ),
        ("law enforcement", None, Some("law-enforcement")),
        ("8.7", Some(SdgTargets), Some("8.7")),
        ("8.7", Some(Themes), None),
        ("Short term", Some(Horizons), Some("short")),
        ("Urge", Some(Urgency), Some("urgency-urge")),
        ("تارکین وطن کی اسمگلنگ", Some(Issues), Some("som")),
        ("the moon", None, None),
        ("", None, None),
        ("؟", None, None),
    ];
    for (text, scheme, id) in table {
        let found = standard()
            .find_by_label(text, scheme)
            .map(|term| term.id.as_ref());
        assert_eq!(found, id, "{text:?} in {scheme:?}");
    }
}

#[test]
fn main_addressees_are_addressees() {
    let terms: Vec<_> = main_addressees().iter().map(|choice| choice.term).collect();
    let expected = [
        "legislature",
        "executive",
        "police-provincial",
        "fia",
        "law-enforcement",
        "prosecution",
        "judiciary",
    ];
    assert_eq!(terms, expected);
    for choice in main_addressees() {
        assert_eq!(
            standard().scheme_of(choice.term),
            Some(SchemeId::Addressees)
        );
        let langs: Vec<_> = choice.labels.iter().map(|(lang, _)| lang).collect();
        assert_eq!(langs, ["en", "ur"]);
    }
}

#[test]
fn additions_join_their_scheme() {
    let (vocabulary, findings) = Vocabulary::with_additions([
        addition(
            "addressees",
            "lahore-circle",
            &[("en", "Lahore circle"), ("ur", "لاہور سرکل")],
            Some("punjab-fia"),
        ),
        addition(
            "addressees",
            "punjab-fia",
            &[("en", "FIA Punjab"), ("ur", " ")],
            Some("fia"),
        ),
        addition(
            "addressees",
            "punjab-fia",
            &[("en", "FIA Punjab")],
            Some("fia"),
        ),
        addition(
            "issues",
            "both-abroad",
            &[("en", "Both, abroad")],
            Some("tip-som"),
        ),
    ]);
    assert_eq!(findings, []);
    let last: Vec<_> = vocabulary
        .terms(SchemeId::Addressees)
        .filter(|term| term.added)
        .map(|term| &*term.id)
        .collect();
    assert_eq!(last, ["lahore-circle", "punjab-fia"]);
    assert!(vocabulary.is_within("lahore-circle", "law-enforcement"));
    assert!(vocabulary.is_within("both-abroad", "som"));
    assert_eq!(
        vocabulary
            .find_by_label("لاهور سركل", None)
            .map(|term| &*term.id),
        Some("lahore-circle")
    );
    assert_eq!(vocabulary.label("punjab-fia", "ur"), "FIA Punjab");
    assert!(standard().term("punjab-fia").is_none());
}

#[test]
fn additions_that_cannot_be_taken_are_named() {
    use VocabularyFinding::*;
    let label = [("en", "A label")];
    let id = |id: &str| id.to_owned();
    let (vocabulary, findings) = Vocabulary::with_additions([
        addition("planets", "mars", &label, None),
        addition("themes", "Not Kebab", &label, None),
        addition("themes", "", &label, None),
        addition("themes", "double--dash", &label, None),
        addition("themes", &"x".repeat(65), &label, None),
        addition("themes", "fia", &label, None),
        addition("themes", "silent", &[("en", "")], None),
        addition("themes", "twice", &label, None),
        addition("themes", "twice", &[("en", "Another")], None),
        addition("themes", "orphan", &label, Some("nowhere")),
        addition("themes", "stranger", &label, Some("fia")),
        addition("themes", "round-a", &label, Some("round-b")),
        addition("themes", "round-b", &label, Some("round-a")),
        addition("themes", "itself", &label, Some("itself")),
    ]);
    let broader = |term: &str, broader: &str| BadBroader {
        id: id(term),
        broader: id(broader),
    };
    let expected = vec![
        UnknownScheme {
            id: id("mars"),
            scheme: id("planets"),
        },
        BadId {
            id: id("Not Kebab"),
        },
        BadId { id: id("") },
        BadId {
            id: id("double--dash"),
        },
        BadId { id: "x".repeat(65) },
        ShadowsStandard { id: id("fia") },
        NoLabel { id: id("silent") },
        Repeated { id: id("twice") },
        broader("orphan", "nowhere"),
        broader("stranger", "fia"),
        broader("round-a", "round-b"),
        broader("itself", "itself"),
    ];
    assert_eq!(findings, expected);
    assert_eq!(vocabulary.label("twice", "en"), "A label");
    assert_eq!(vocabulary.scheme_of("fia"), Some(SchemeId::Addressees));
    assert!(
        vocabulary.is_within("round-b", "round-a") && !vocabulary.is_within("round-a", "round-b")
    );
    assert!(
        vocabulary
            .term("stranger")
            .is_some_and(|term| term.broader.is_none())
    );
}

/// Ids from few letters, so that additions often meet.
fn additions() -> impl Strategy<Value = Vec<Addition>> {
    let id = || "[ab](-[ab])?|fia|tip-som|A ";
    let labels = prop::collection::btree_map("en|ur|", "[ab]{0,2}", 0..3);
    let scheme = prop::sample::select(vec!["issues", "addressees", "x"]);
    let one = (scheme, id(), labels, prop::option::of(id()));
    let one = one.prop_map(
        |(scheme, id, labels, broader): (_, _, BTreeMap<String, String>, _)| Addition {
            scheme: scheme.to_owned(),
            id,
            labels,
            broader,
        },
    );
    prop::collection::vec(one, 0..8)
}

proptest! {
    #[test]
    fn any_additions_end(additions in additions(), text in any::<String>()) {
        let count = additions.len();
        let (vocabulary, findings) = Vocabulary::with_additions(additions.clone());
        prop_assert!(findings.len() <= count.saturating_mul(2));
        for addition in &additions {
            for other in &additions {
                // No two terms are within each other: filters would not end otherwise.
                let both = vocabulary.is_within(&addition.id, &other.id) && vocabulary.is_within(&other.id, &addition.id);
                prop_assert!(!both || addition.id == other.id);
            }
            let _ = vocabulary.label(&addition.id, &text);
        }
        let found = vocabulary.find_by_label(&text, None);
        prop_assert!(found.is_none() || !fold(&text).is_empty());
        prop_assert_eq!(Vocabulary::with_additions(additions).1, findings);
    }
}
