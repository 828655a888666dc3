//! The interface's language: sentences by key, the language and theme a person chose.

use leptos::prelude::*;
use rapporteur_core::message::{Messages, Named};
use rapporteur_core::text::{Direction, direction_of};

use crate::browser::{page, preferences::Preferences};

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Language {
    /// Its tag.
    pub(crate) tag: &'static str,
    /// Its name in itself.
    pub(crate) name: &'static str,
    sources: &'static [&'static str],
}

macro_rules! sources {
    ($lang:literal) => {
        &[
            include_str!(concat!("../locales/", $lang, "/frame.ftl")),
            include_str!(concat!("../locales/", $lang, "/start.ftl")),
            include_str!(concat!("../locales/", $lang, "/draft.ftl")),
            include_str!(concat!("../locales/", $lang, "/event.ftl")),
            include_str!(concat!("../locales/", $lang, "/rounds.ftl")),
            include_str!(concat!("../locales/", $lang, "/documents.ftl")),
            include_str!(concat!("../locales/", $lang, "/files.ftl")),
            include_str!(concat!("../locales/", $lang, "/findings.ftl")),
        ]
    };
}

/// The languages, the first being the one to begin with.
pub(crate) const LANGUAGES: [Language; 2] = [
    Language {
        tag: "en",
        name: "English",
        sources: sources!("en"),
    },
    Language {
        tag: "ur",
        name: "اردو",
        sources: sources!("ur"),
    },
];

/// The words of the interface, for every view.
#[derive(Clone, Copy)]
pub(crate) struct Words(&'static Parts);

/// What they are made of.
struct Parts {
    language: RwSignal<&'static str>,
    theme: RwSignal<String>,
    messages: Memo<std::sync::Arc<Sentences>>,
}

/// Sentences that never change; a memo compares them by language.
pub(crate) struct Sentences(Messages);

impl PartialEq for Sentences {
    fn eq(&self, other: &Self) -> bool {
        self.0.lang() == other.0.lang()
    }
}

impl Words {
    /// The words in the language this device is set to, else the browser's, else English.
    pub(crate) fn new() -> Self {
        let stored = Preferences::read();
        let wanted = stored.lang.into_iter().chain(page::languages());
        let find = |tag: String| {
            LANGUAGES
                .iter()
                .find(|language| tag.split('-').next() == Some(language.tag))
        };
        let language = RwSignal::new(
            wanted
                .filter_map(find)
                .map(|language| language.tag)
                .next()
                .unwrap_or("en"),
        );
        let theme = RwSignal::new(stored.theme.unwrap_or_else(|| String::from("auto")));
        let messages = Memo::new(move |_| {
            let tag = language.get();
            let sources = LANGUAGES
                .iter()
                .find(|held| held.tag == tag)
                .map_or(&[] as &[&str], |held| held.sources);
            std::sync::Arc::new(Sentences(Messages::new(tag, sources, true)))
        });
        Effect::new(move || {
            let tag = language.get();
            page::set_language(tag, direction_of(tag) == Direction::Rtl);
        });
        Effect::new(move || theme.with(|theme| page::set_theme(theme)));
        // As many as the page: never freed, and a pointer for whoever holds them.
        let words = Self(Box::leak(Box::new(Parts {
            language,
            theme,
            messages,
        })));
        provide_context(words);
        words
    }

    /// The language tag; follows a change.
    pub(crate) fn lang(self) -> &'static str {
        self.0.language.get()
    }

    /// The theme: `auto`, `light` or `dark`; follows a change.
    pub(crate) fn theme(self) -> String {
        self.0.theme.get()
    }

    /// Changes the language, here and for later visits.
    pub(crate) fn set_lang(self, tag: &'static str) {
        self.0.language.set(tag);
        let kept = Preferences {
            lang: Some(tag.into()),
            ..Preferences::read()
        }
        .write();
        self.note_kept(kept);
    }

    /// Changes the theme, here and for later visits.
    pub(crate) fn set_theme(self, theme: &str) {
        self.0.theme.set(theme.into());
        let kept = Preferences {
            theme: Some(theme.into()),
            ..Preferences::read()
        }
        .write();
        self.note_kept(kept);
    }

    /// A choice that does not outlast the page still holds on it; the status line tells that storage is blocked.
    fn note_kept(self, kept: bool) {
        if !kept {
            page::log("preferences are kept for this page only");
        }
    }

    /// The sentence under a key; follows a change of language.
    pub(crate) fn t(self, key: &str) -> String {
        self.0.messages.with(|sentences| sentences.0.text(key, &[]))
    }

    /// The sentence under a key, to be handed to a piece of a page.
    pub(crate) fn label(self, key: &'static str) -> Signal<String> {
        Signal::derive(move || self.t(key))
    }

    /// The sentence under a key with what it names; follows a change of language.
    pub(crate) fn with(self, key: &str, named: &[(&str, Named<'_>)]) -> String {
        self.0
            .messages
            .with(|sentences| sentences.0.text(key, named))
    }

    /// The sentence of a finding or refusal, from its key and what it names.
    pub(crate) fn found(self, (key, named): (&str, Vec<(&'static str, String)>)) -> String {
        let named: Vec<(&str, Named<'_>)> = named
            .iter()
            .map(|(name, text)| (*name, text.into()))
            .collect();
        self.with(key, &named)
    }
}

/// The words, within a view.
pub(crate) fn words() -> Words {
    expect_context()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// Keys of a language with the variables each names.
    fn keys(language: &Language) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut key = String::new();
        for line in language.sources.iter().flat_map(|source| source.lines()) {
            if line.starts_with(|first: char| first.is_ascii_lowercase()) {
                key = line.split('=').next().unwrap_or_default().trim().to_owned();
                assert!(
                    keys.insert(key.clone(), BTreeSet::new()).is_none(),
                    "{key} stands twice"
                );
            }
            for part in line.split("{ $").skip(1).chain(line.split("{$").skip(1)) {
                let name: String = part
                    .chars()
                    .take_while(|letter| letter.is_ascii_alphanumeric())
                    .collect();
                keys.entry(key.clone()).or_default().insert(name);
            }
        }
        keys
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let (en, ur) = (keys(&LANGUAGES[0]), keys(&LANGUAGES[1]));
        assert!(en.len() > 50);
        for (key, named) in &en {
            assert_eq!(ur.get(key), Some(named), "{key} in Urdu");
        }
        assert_eq!(en.len(), ur.len());
    }

    #[test]
    fn every_sentence_can_be_read() {
        for language in &LANGUAGES {
            let messages = Messages::new(language.tag, language.sources, true);
            assert_eq!(messages.broken(), [] as [String; 0]);
        }
    }

    #[test]
    fn urdu_sentences_are_in_urdu() {
        let sources = LANGUAGES[1].sources;
        let messages = Messages::new("ur", sources, false);
        // Names and keys that are the same in both.
        let same = ["app-name"];
        for key in keys(&LANGUAGES[1])
            .keys()
            .filter(|key| !same.contains(&key.as_str()))
        {
            let text = messages.text(key, &[]);
            assert!(
                text.chars()
                    .any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter)),
                "{key}: {text}"
            );
        }
    }
}
