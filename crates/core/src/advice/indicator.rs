//! Templates for indicators: of structure (is it there?), process (is it done?) and outcome (did it help?), after the
//! human rights indicators of OHCHR (HR/PUB/12/5), by type of action.

/// A type of action or `*`, a language, three templates, separated by tabs.
const TEMPLATES: &str = include_str!("../../data/indicators.txt");

/// What an indicator tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Whether a law, body or rule is there.
    Structure,
    /// Whether it is done, and how much.
    Process,
    /// Whether it changed something for people.
    Outcome,
}

impl Level {
    /// All levels.
    pub const ALL: [Self; 3] = [Self::Structure, Self::Process, Self::Outcome];

    /// Its name, the key of its label behind `advice-level-`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Process => "process",
            Self::Outcome => "outcome",
        }
    }
}

/// A template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// What it tells.
    pub level: Level,
    /// The text; what stands in brackets is to be filled in.
    pub text: &'static str,
}

/// One template of each level for a type of action, in Urdu for texts in Urdu and in English for all others. Types nobody
/// knows get the general ones.
pub fn indicators(action: Option<&str>, lang: &str) -> Vec<Indicator> {
    let lang = match super::Grammar::of(lang) {
        super::Grammar::Urdu => "ur",
        _ => "en",
    };
    let of = |action: &str| {
        TEMPLATES.lines().find_map(|line| {
            let rest = line.strip_prefix(action)?.strip_prefix('\t')?;
            rest.strip_prefix(lang)?.strip_prefix('\t')
        })
    };
    let row = action.and_then(of).or_else(|| of("*")).unwrap_or_default();
    let texts = Level::ALL.into_iter().zip(row.split('\t'));
    texts
        .map(|(level, text)| Indicator { level, text })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{SchemeId, Vocabulary};

    #[test]
    fn every_action_has_its_own_in_both_languages() {
        let general = |lang| indicators(None, lang);
        for term in Vocabulary::standard().terms(SchemeId::ActionTypes) {
            for lang in ["en", "ur"] {
                let own = indicators(Some(&term.id), lang);
                assert_eq!(own.len(), 3, "{} {lang}", term.id);
                assert_ne!(own, general(lang), "{} {lang}", term.id);
                assert!(own.iter().all(|one| !one.text.is_empty()));
            }
        }
        assert_eq!(indicators(Some("dance"), "en"), general("en"));
        assert_eq!(general("ur-Latn"), general("en"));
    }
}
