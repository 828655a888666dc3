//! The interface's language: sentences by key, the language a person chose. What only some pages say comes with
//! the part of the program they are in.

use std::sync::{Arc, PoisonError, RwLock};

use leptos::prelude::*;
use rapporteur_core::message::{Messages, Named};
use rapporteur_core::text::{Direction, direction_of, urdu_digits};

use crate::browser::{page, preferences::Preferences};
use crate::ui::effect;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Language {
    /// Its tag.
    pub(crate) tag: &'static str,
    /// Its name in itself.
    pub(crate) name: &'static str,
}

/// A file of `locales/` by its name, and its text in the language of a tag.
pub(crate) type Source = (&'static str, fn(&str) -> &'static str);

/// These files of `locales/`.
macro_rules! sources {
    ($($file:literal),+) => {
        &[$((
            $file,
            |tag| match tag {
                "ur" => include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/ur/", $file, ".ftl")),
                _ => include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/en/", $file, ".ftl")),
            },
        )),+]
    };
}
pub(crate) use sources;

/// What the program that starts says.
const FIRST: &[Source] = sources!("frame", "start", "draft");

/// The preference for Urdu digits.
const DIGITS: &str = "urduDigits";

/// The languages, the first being the one to begin with.
pub(crate) const LANGUAGES: [Language; 2] = [
    Language {
        tag: "en",
        name: "English",
    },
    Language {
        tag: "ur",
        name: "اردو",
    },
];

/// Languages that are not in the program: fetched when somebody chooses them. They may be incomplete; the rest is said in
/// English.
pub(crate) const MORE: [Language; 1] = [Language {
    tag: "ps",
    name: "پښتو",
}];

/// The words of the interface, for every view.
#[derive(Clone, Copy)]
pub(crate) struct Words(&'static Parts);

/// What they are made of.
struct Parts {
    language: RwSignal<&'static str>,
    /// Numbers in Urdu sentences are written with Urdu digits.
    urdu_digits: RwSignal<bool>,
    neutral: RwSignal<bool>,
    curtain: RwSignal<bool>,
    messages: Memo<Arc<Sentences>>,
    /// What was fetched for a language that is not in the program.
    fetched: RwSignal<Option<(&'static str, String)>>,
    /// All that can be said by now.
    sources: RwLock<Vec<Source>>,
}

/// The sentences of a language: more come, none change, so a memo compares them by what they are made of.
pub(crate) struct Sentences {
    lang: &'static str,
    urdu_digits: bool,
    /// The language was fetched; its sentences stand before the English ones.
    fetched: bool,
    held: RwLock<Vec<Messages>>,
}

impl Sentences {
    /// Those of a language from these files, behind what was fetched of it.
    fn of(lang: &'static str, urdu_digits: bool, own: Option<&str>, sources: &[Source]) -> Self {
        let sentences = Self {
            lang,
            urdu_digits,
            fetched: own.is_some(),
            held: RwLock::default(),
        };
        if let Some(text) = own {
            sentences.add(lang, &[text]);
        }
        sentences.add_sources(sources);
        sentences
    }

    /// What these texts say. One of a language that is not in the program is in English until its own words stand before it.
    fn add(&self, lang: &'static str, texts: &[&str]) {
        let mut messages = Messages::new(lang, texts, true);
        if self.urdu_digits && lang == self.lang {
            messages = messages.with_urdu_digits();
        }
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        held.push(messages);
    }

    fn add_sources(&self, sources: &[Source]) {
        let lang = if self.lang == "ur" { "ur" } else { "en" };
        let texts: Vec<&str> = sources.iter().map(|(_, text)| text(lang)).collect();
        self.add(lang, &texts);
    }

    /// The sentence under a key with what it names.
    pub(crate) fn text(&self, key: &str, named: &[(&str, Named<'_>)]) -> String {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        let found = held.iter().find(|messages| messages.has(key));
        found.map_or_else(
            || key.to_owned(),
            |messages| match messages.text(key, named) {
                text if messages.lang() == self.lang => text,
                // An English sentence in a page from right to left: its full stop stays at its end.
                text => format!("\u{2066}{text}\u{2069}"),
            },
        )
    }
}

impl PartialEq for Sentences {
    fn eq(&self, other: &Self) -> bool {
        let made_of = |sentences: &Self| (sentences.lang, sentences.urdu_digits, sentences.fetched);
        made_of(self) == made_of(other)
    }
}

impl Parts {
    fn sentences(&self) -> Arc<Sentences> {
        let (lang, urdu_digits) = (self.language.get(), self.writes_urdu_digits());
        let sources = self.sources.read().unwrap_or_else(PoisonError::into_inner);
        self.fetched.with(|fetched| {
            let own = fetched.as_ref().filter(|(tag, _)| *tag == lang);
            let own = own.map(|(_, text)| text.as_str());
            Arc::new(Sentences::of(lang, urdu_digits, own, &sources))
        })
    }

    fn writes_urdu_digits(&self) -> bool {
        self.urdu_digits.get() && self.language.get() != "en"
    }
}

impl Words {
    /// The words in the language this device is set to, else the browser's, else English.
    pub(crate) fn new() -> Self {
        let stored = Preferences::read();
        // An incomplete language is never chosen by the browser, only by a person.
        let more = MORE
            .iter()
            .find(|more| stored.lang.as_deref() == Some(more.tag));
        let wanted = stored.lang.into_iter().chain(page::languages());
        let find = |tag: String| {
            LANGUAGES
                .iter()
                .find(|language| tag.split('-').next() == Some(language.tag))
        };
        let language = RwSignal::new(
            more.or_else(|| wanted.filter_map(find).next())
                .map_or("en", |language| language.tag),
        );
        effect(move || {
            let tag = language.get();
            page::set_language(tag, direction_of(tag) == Direction::Rtl);
        });
        // As many as the page: never freed, and a pointer for whoever holds them.
        let words = Self(Box::leak(Box::new(Parts {
            language,
            urdu_digits: RwSignal::new(stored.other.get(DIGITS) == Some(true)),
            neutral: RwSignal::new(stored.neutral),
            curtain: RwSignal::new(false),
            // `boot.js` has put it on the page, in a delivery that has it and a browser that got it.
            fetched: RwSignal::new(more.and_then(|more| {
                let held = page::element(&format!("file:{}.ftl", more.tag))?;
                Some((more.tag, held.text_content()?))
            })),
            messages: Memo::new(move |_| words().0.sentences()),
            sources: RwLock::new(FIRST.to_vec()),
        })));
        provide_context(words);
        words
    }

    /// What a language that is not in the program says, when it has been fetched.
    pub(crate) fn set_fetched(self, tag: &'static str, text: String) {
        self.0.fetched.set(Some((tag, text)));
    }

    /// Whether some of it is said in English; follows a change.
    pub(crate) fn incomplete(self) -> bool {
        let tag = self.lang();
        MORE.iter().any(|more| more.tag == tag)
    }

    /// What a part of the program says can be said from now on.
    pub(crate) fn add(self, sources: &[Source]) {
        let held = self.0.messages.get_untracked();
        let mut known = self
            .0
            .sources
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        let new: Vec<Source> = sources
            .iter()
            .filter(|(name, _)| !known.iter().any(|(known, _)| known == name))
            .copied()
            .collect();
        if !new.is_empty() {
            held.add_sources(&new);
            known.extend(new);
        }
    }

    /// The sentences of these files alone in a language, which may name each other; follows what it reads.
    pub(crate) fn together(
        self,
        lang: impl Fn() -> &'static str + Send + Sync + 'static,
        sources: &'static [Source],
    ) -> Memo<Arc<Sentences>> {
        Memo::new(move |_| {
            let digits = self.0.writes_urdu_digits();
            Arc::new(Sentences::of(lang(), digits, None, sources))
        })
    }

    /// The language tag; follows a change.
    pub(crate) fn lang(self) -> &'static str {
        self.0.language.get()
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

    /// Whether numbers in Urdu sentences are written with Urdu digits; follows a change.
    pub(crate) fn urdu_digits(self) -> bool {
        self.0.urdu_digits.get()
    }

    /// Changes that, here and for later visits.
    pub(crate) fn set_urdu_digits(self, urdu: bool) {
        self.0.urdu_digits.set(urdu);
        self.note_kept(Preferences::keep(DIGITS, &urdu));
    }

    /// Whether titles and file names say nothing of what this is; follows a change.
    pub(crate) fn neutral(self) -> bool {
        self.0.neutral.get()
    }

    /// Changes that, here and for later visits.
    pub(crate) fn set_neutral(self, neutral: bool) {
        self.0.neutral.set(neutral);
        let kept = Preferences {
            neutral,
            ..Preferences::read()
        }
        .write();
        self.note_kept(kept);
    }

    /// Whether nothing of the page is to be seen; follows a change.
    pub(crate) fn curtain(self) -> bool {
        self.0.curtain.get()
    }

    /// Hides the page, or shows it again.
    pub(crate) fn draw_curtain(self, drawn: bool) {
        self.0.curtain.set(drawn);
    }

    /// A choice that does not outlast the page still holds on it; the status line tells that storage is blocked.
    fn note_kept(self, kept: bool) {
        if !kept {
            page::log("preferences are kept for this page only");
        }
    }

    /// The sentence under a key; follows a change of language.
    pub(crate) fn t(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The sentence under a key, to be handed to a piece of a page.
    pub(crate) fn label(self, key: &'static str) -> Signal<String> {
        Signal::derive(move || self.t(key))
    }

    /// The sentence under a key with what it names; follows a change of language.
    pub(crate) fn with(self, key: &str, named: &[(&str, Named<'_>)]) -> String {
        self.0.messages.with(|sentences| sentences.text(key, named))
    }

    /// A number, date or time of the program's own, with the digits a person likes; follows a change. Sentences do it
    /// themselves with their counts.
    pub(crate) fn figures(self, text: String) -> String {
        match self.0.writes_urdu_digits() {
            true => urdu_digits(&text),
            false => text,
        }
    }

    /// The sentences among which this key is, for what core says in its own words; follows a change of language. Nothing
    /// where no part that says it is loaded.
    pub(crate) fn read<T: Default>(self, key: &str, read: impl FnOnce(&Messages) -> T) -> T {
        self.0.messages.with(|sentences| {
            let held = sentences
                .held
                .read()
                .unwrap_or_else(PoisonError::into_inner);
            let found = held.iter().find(|messages| messages.has(key));
            found.map(read).unwrap_or_default()
        })
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
mod forms;

#[cfg(test)]
mod plain;

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// All files, each once.
    pub(super) fn everything() -> Vec<Source> {
        let mut all = FIRST.to_vec();
        for (_, _, sources) in crate::pages::parts() {
            for source in sources {
                if !all.iter().any(|(name, _)| *name == source.0) {
                    all.push(*source);
                }
            }
        }
        all
    }

    pub(super) fn messages(lang: &'static str) -> Messages {
        let texts: Vec<&str> = everything().iter().map(|(_, text)| text(lang)).collect();
        Messages::new(lang, &texts, false)
    }

    /// Keys of a language with the variables each names.
    pub(super) fn keys(lang: &str, sources: &[Source]) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut key = String::new();
        for line in sources.iter().flat_map(|(_, text)| text(lang).lines()) {
            read_line(line, &mut key, &mut keys);
        }
        keys
    }

    /// A line's key, if it begins a sentence, and the variables it names.
    fn read_line(line: &str, key: &mut String, keys: &mut BTreeMap<String, BTreeSet<String>>) {
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            *key = line.split('=').next().unwrap_or_default().trim().to_owned();
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

    #[test]
    fn both_languages_say_the_same_things() {
        let (en, ur) = (keys("en", &everything()), keys("ur", &everything()));
        assert!(en.len() > 50);
        for (key, named) in &en {
            assert_eq!(ur.get(key), Some(named), "{key} in Urdu");
        }
        assert_eq!(en.len(), ur.len());
    }

    /// The languages of `locales/`, with all their files.
    pub(super) fn folders() -> BTreeMap<String, BTreeMap<String, String>> {
        let locales = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let below = |folder: &std::path::Path| -> Vec<std::path::PathBuf> {
            let entries = std::fs::read_dir(folder).unwrap();
            entries.map(|entry| entry.unwrap().path()).collect()
        };
        let name =
            |path: &std::path::Path| path.file_name().unwrap().to_string_lossy().into_owned();
        let files = |folder: &std::path::Path| {
            let files = below(folder).into_iter();
            files
                .map(|file| (name(&file), std::fs::read_to_string(&file).unwrap()))
                .collect()
        };
        let folders = below(&locales).into_iter();
        folders
            .map(|folder| (name(&folder), files(&folder)))
            .collect()
    }

    /// Keys of a text with the variables each names.
    fn keys_in(text: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut key = String::new();
        for line in text.lines() {
            read_line(line, &mut key, &mut keys);
        }
        keys
    }

    #[test]
    fn a_folder_of_messages_is_a_language() {
        let folders = folders();
        let named = LANGUAGES.iter().chain(&MORE).map(|language| language.tag);
        let named: BTreeSet<String> = named.map(str::to_owned).collect();
        assert_eq!(folders.keys().cloned().collect::<BTreeSet<_>>(), named);
        let boot = concat!(env!("CARGO_MANIFEST_DIR"), "/public/boot.js");
        let boot = std::fs::read_to_string(boot).unwrap();
        for language in LANGUAGES.iter().chain(&MORE) {
            let (tag, direction) = (language.tag, direction_of(language.tag).as_str());
            assert!(
                boot.contains(&format!("{tag}: \"{direction}\"")),
                "{tag} in boot.js"
            );
        }
        let within = LANGUAGES.map(|language| language.tag);
        assert!(boot.contains(&format!("IN_PROGRAM = {within:?};")));
        let names = |tag: &str| folders[tag].keys().cloned().collect::<Vec<_>>();
        assert_eq!(names("en"), names("ur"));
    }

    /// What is missing is said in English; what nothing asks for would be lost work.
    #[test]
    fn languages_that_are_fetched_say_only_what_the_program_says() {
        let (en, folders) = (keys("en", &everything()), folders());
        for language in &MORE {
            let tag = language.tag;
            let text: Vec<&str> = folders[tag].values().map(String::as_str).collect();
            let text = text.join("\n");
            let own = keys_in(&text);
            assert!(
                own.contains_key("incomplete"),
                "{tag} says that it is incomplete"
            );
            for (key, named) in &own {
                assert_eq!(en.get(key), Some(named), "{key} in {tag}");
            }
            let messages = Messages::new(tag, &[&text], false);
            assert_eq!(messages.broken(), [] as [String; 0]);
            for key in own.keys() {
                let said = messages.text(key, &[]);
                let arabic = |letter| ('\u{600}'..='\u{6ff}').contains(&letter);
                assert!(said.contains(arabic), "{key} in {tag}: {said}");
            }
        }
    }

    #[test]
    fn every_sentence_can_be_read() {
        for language in &LANGUAGES {
            assert_eq!(messages(language.tag).broken(), [] as [String; 0]);
        }
    }

    #[test]
    fn urdu_sentences_are_in_urdu() {
        let (messages, english) = (messages("ur"), messages("en"));
        // Names and keys that are the same in both.
        let same = ["app-name"];
        for key in keys("ur", &everything())
            .keys()
            .filter(|key| !same.contains(&key.as_str()))
        {
            let text = messages.text(key, &[]);
            // What is made of named parts alone has no words of its own.
            let own: String = text
                .split('{')
                .map(|part| part.split_once('}').map_or(part, |(_, own)| own))
                .collect();
            if !own.chars().any(char::is_alphabetic) {
                continue;
            }
            assert_ne!(text, english.text(key, &[]), "{key}");
            assert!(
                text.chars()
                    .any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter)),
                "{key}: {text}"
            );
        }
    }

    /// The sources of a page, or of everything but the pages of parts.
    fn read(place: &std::path::Path, except: &[std::path::PathBuf]) -> Vec<(String, String)> {
        let mut read = Vec::new();
        let mut places = vec![place.to_path_buf(), place.with_extension("rs")];
        while let Some(place) = places.pop() {
            let stem = place.with_extension("");
            if except.contains(&stem) {
                continue;
            }
            if place.is_dir() {
                let entries = std::fs::read_dir(&place).unwrap();
                places.extend(entries.map(|entry| entry.unwrap().path()));
            } else if let Ok(text) = std::fs::read_to_string(&place) {
                read.push((place.display().to_string(), text));
            }
        }
        read
    }

    /// A page shows the key itself where its part does not bring the sentence along.
    #[test]
    fn each_part_brings_along_what_its_pages_say() {
        let src = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let all = keys("en", &everything());
        let mut asked = 0;
        let mut look = |place: std::path::PathBuf, except: &[_], says: &[Source]| {
            let said = |of: &BTreeMap<String, _>, begins: &str, whole: bool| {
                of.keys()
                    .any(|key| key == begins || !whole && key.starts_with(begins))
            };
            let said_here = keys("en", says);
            for (name, text) in read(&place, except) {
                for part in text.split('"').filter(|part| part.contains('-')) {
                    let (begins, whole) = match part.split_once('{') {
                        Some((begins, _)) if begins.ends_with('-') => (begins, false),
                        Some(_) => continue,
                        None => (part, true),
                    };
                    if said(&all, begins, whole) {
                        asked += 1;
                        assert!(said(&said_here, begins, whole), "{name}: {begins}");
                    }
                }
            }
        };
        // What naming gives words to depends on who asks, and so does who reads aloud; the way through the sample is in several
        // parts.
        let mut elsewhere = ["pages/naming", "pages/read_aloud", "pages/tour", "words"]
            .map(|place| src.join(place))
            .to_vec();
        for (_, pages, says) in crate::pages::parts() {
            let says: Vec<Source> = FIRST.iter().chain(says).copied().collect();
            for page in pages {
                let place = src.join("pages").join(page);
                elsewhere.push(place.clone());
                look(place, &[], &says);
            }
        }
        look(src.clone(), &elsewhere, FIRST);
        assert!(asked > 300, "{asked}");
    }
}
