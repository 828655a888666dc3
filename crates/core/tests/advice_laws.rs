//! Laws of the coach: it never stops, points at whole letters, and looks only at what it says it looks at.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    reason = "tests"
)]

use proptest::prelude::*;
use rapporteur_core::advice::{Advice, Check, Coach, Draft, Remedy, Severity, advise};
use rapporteur_core::recommendation::Wording;
use rapporteur_core::vocabulary::{SchemeId, Vocabulary};
use std::sync::OnceLock;
use unicode_segmentation::UnicodeSegmentation;

fn coach() -> &'static Coach {
    static COACH: OnceLock<Coach> = OnceLock::new();
    COACH.get_or_init(|| Coach::new(Vocabulary::standard()))
}

/// Pieces of which texts are made that come close to what the coach knows, with marks that cut letters apart.
fn text() -> impl Strategy<Value = String> {
    let words: Vec<String> = include_str!("../data/advice.txt")
        .lines()
        .filter(|line| !line.starts_with('='))
        .flat_map(|line| line.split(['|', '\t', '*']))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let gaps = [
        " ",
        " ",
        " ",
        " and ",
        " should ",
        " be ",
        " اور ",
        "، ",
        "۔ ",
        ". ",
        ": ",
        "; ",
        "\u{301}",
        "\u{654}",
        "\u{200d}",
        "\u{200f}",
        "-",
        "0",
        "۴",
        "42101-1234567-1",
        "@",
        "a@b.cd",
        "👩‍👧",
        "\r\n",
        "/o ",
        "",
    ];
    let piece = prop_oneof![
        4 => prop::sample::select(words),
        4 => prop::sample::select(gaps.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn terms(scheme: SchemeId) -> Vec<String> {
    let terms = Vocabulary::standard().terms(scheme);
    terms.map(|term| term.id.to_string()).collect()
}

fn draft() -> impl Strategy<Value = Draft> {
    let some = |scheme| prop::option::of(prop::sample::select(terms(scheme)));
    let set = |scheme| prop::collection::btree_set(prop::sample::select(terms(scheme)), 0..3);
    let lang = prop::sample::select(vec!["en", "ur", "ur-Latn", "sd", ""]);
    let texts = (text(), text(), text(), lang);
    let tags = (
        set(SchemeId::Addressees),
        some(SchemeId::Addressees),
        some(SchemeId::Issues),
        set(SchemeId::Instruments),
        some(SchemeId::ActionTypes),
        some(SchemeId::Horizons),
    );
    (texts, tags).prop_map(
        |((one, two, three, lang), (to, lead, issue, laws, action, horizon))| {
            let wording = |text: String| Wording {
                lang: lang.to_owned(),
                text,
            };
            Draft {
                original: lang.to_owned(),
                wordings: [(lang.to_owned(), one), (String::from("ur"), two)].into(),
                addressees: to,
                lead,
                issue,
                instruments: laws,
                action,
                horizon,
                rationale: Some(wording(three)),
                ..Draft::default()
            }
        },
    )
}

fn text_of<'a>(draft: &'a Draft, field: &str) -> &'a str {
    match field.strip_prefix("wording/") {
        Some(lang) => &draft.wordings[lang],
        None if field == "rationale" => &draft.rationale.as_ref().unwrap().text,
        None => "",
    }
}

fn without(advice: Vec<Advice>, checks: &[Check]) -> Vec<Advice> {
    let kept = advice.into_iter();
    kept.filter(|advice| !checks.contains(&advice.check))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn places_are_whole_letters_and_the_words_stand_there(draft in draft()) {
        for advice in advise(&draft, coach()) {
            let text = text_of(&draft, &advice.place.field);
            let range = advice.place.range.clone();
            prop_assert_eq!(text.get(range.clone()), Some(advice.words.as_str()));
            let mut borders = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]);
            prop_assert!(range.is_empty() || borders.clone().any(|at| at == range.start));
            prop_assert!(range.is_empty() || borders.any(|at| at == range.end));
            prop_assert_eq!(advice.severity, advice.check.severity());
            prop_assert_eq!(advice.severity == Severity::Harm, matches!(advice.check, Check::Identifying(_)));
        }
    }

    #[test]
    fn the_same_draft_gives_the_same_advice_in_order(draft in draft()) {
        let advice = advise(&draft, coach());
        prop_assert_eq!(&advice, &advise(&draft.clone(), &Coach::new(Vocabulary::standard())));
        prop_assert!(advice.is_sorted_by_key(|advice| (advice.severity, advice.check, advice.place.range.start)));
    }

    #[test]
    fn advice_follows_only_the_tags_it_is_about(
        draft in draft(),
        horizon in prop::sample::select(terms(SchemeId::Horizons)),
        action in prop::sample::select(terms(SchemeId::ActionTypes)),
        issue in prop::sample::select(terms(SchemeId::Issues)),
        lead in prop::sample::select(terms(SchemeId::Addressees)),
    ) {
        let advice = advise(&draft, coach());
        let changed = |change: &dyn Fn(&mut Draft), checks: &[Check]| {
            let mut other = draft.clone();
            change(&mut other);
            (without(advice.clone(), checks), without(advise(&other, coach()), checks))
        };
        let (before, after) = changed(&|draft| draft.horizon = Some(horizon.clone()), &[Check::ByWhen]);
        prop_assert_eq!(before, after);
        let of_action = [Check::LegalBasis, Check::Resources, Check::Jurisdiction, Check::Indicator];
        let (before, after) = changed(&|draft| draft.action = Some(action.clone()), &of_action);
        prop_assert_eq!(before, after);
        let of_issue = [Check::Term, Check::ActMismatch, Check::Jurisdiction];
        let (before, after) = changed(&|draft| draft.issue = Some(issue.clone()), &of_issue);
        prop_assert_eq!(before, after);
        let (before, after) = changed(&|draft| draft.lead = Some(lead.clone()), &[Check::Lead]);
        prop_assert_eq!(before, after);
        let of_laws = [Check::LegalBasis, Check::ActMismatch, Check::Jurisdiction];
        let (before, after) = changed(&|draft| draft.instruments.clear(), &of_laws);
        prop_assert_eq!(before, after);
    }

    #[test]
    fn tagging_what_is_offered_ends_the_advice(mut draft in draft()) {
        let advice = advise(&draft, coach());
        for advice in advice {
            for remedy in advice.remedies {
                if let Remedy::Tag { field: "addressees", term } = remedy {
                    draft.addressees.insert(term);
                }
            }
        }
        let again = advise(&draft, coach());
        prop_assert!(again.iter().all(|advice| advice.check != Check::UntaggedBody));
    }
}

#[test]
fn a_long_text_takes_no_more_than_its_length() {
    let text =
        "FIA should and should be police اور کرے smuggling 0300 in letter and spirit, ".repeat(400);
    let draft = Draft {
        original: String::from("en"),
        wordings: [(String::from("en"), text)].into(),
        ..Draft::default()
    };
    assert!(advise(&draft, coach()).len() > 400);
}
