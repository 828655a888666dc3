//! Help: what each of five people does, step by step, what to do when something goes wrong, and the keys. The names of pages
//! and buttons in it are the interface's own messages.

mod list;

use std::sync::Arc;

use leptos::prelude::*;

use super::{desk, draft};
use crate::app::navigation;
use crate::browser::page;
use crate::route::Route;
use crate::ui::{Markup, view};
use crate::words::{Sentences, Source, sources, words};

/// Help and what it names.
const SAID: &[Source] = sources!(
    "help",
    "access",
    "words",
    "frame",
    "start",
    "draft",
    "more",
    "advice",
    "rounds",
    "files",
    "desk",
    "deciding",
    "naming",
    "documents",
    "event",
    "conflicts",
    "laptop"
);

/// The five people, by the keys of their headings, with the number of their steps.
const PEOPLE: [(&str, usize); 5] = [
    ("help-scribe", 9),
    ("help-voter", 6),
    ("help-facilitator", 9),
    ("help-rapporteur", 8),
    ("help-organiser", 9),
];
/// What can go wrong, and how much of it there is.
const WRONG: (&str, usize) = ("help-wrong", 9);
/// The heading of the keys.
const KEYS: &str = "keys";
/// The heading of the word list.
const WORDS: &str = "words";

/// Sentences in which the names of the interface stand.
#[derive(Clone, Copy)]
struct Told(Memo<Arc<Sentences>>, Signal<String>);

impl Told {
    /// A sentence; follows a change of language.
    fn text(self, key: &str) -> String {
        let other = self.1.get();
        let named = [("count", 1.into()), ("lang", other.into())];
        self.0.with(|sentences| sentences.text(key, &named))
    }

    /// A sentence with the names in it set apart.
    fn line(self, key: String) -> Markup {
        Markup::live(move || marked(&self.text(&key)))
    }
}

/// Names stand between quotation marks, which are turned round in Urdu.
fn marked(text: &str) -> Vec<Markup> {
    let pieces = text.split(['“', '”']).map(str::to_owned);
    let marked = pieces.enumerate().map(|(place, piece)| match place % 2 {
        0 => view! { <span>{piece}</span> },
        _ => view! { <b>{piece}</b> },
    });
    marked.collect()
}

/// The way back to where one was before looking something up.
pub(super) fn back() -> Markup {
    let (words, navigation) = (words(), navigation());
    let page = move || {
        let title = words.t(navigation.left().title());
        words.with("help-back", &[("page", title.into())])
    };
    view! { <a id="help-back" href=move || navigation.left().address()>{page}</a> }
}

#[component]
pub(crate) fn Help() -> impl IntoView {
    let words = words();
    // The language a text is added in: the one the reader does not read this in.
    let other = Signal::derive(move || {
        words.t(match words.lang() {
            "en" => "lang-ur",
            _ => "lang-en",
        })
    });
    let told = Told(words.together(move || words.lang(), SAID), other);
    let headings = PEOPLE.iter().map(|(key, _)| *key);
    let contents: Vec<Markup> = headings
        .chain([WRONG.0, KEYS, WORDS])
        .map(|key| {
            view! {
                <li>
                    <a href="#/help" on:click=move |event| { event.prevent_default(); page::focus(key); }>
                        {move || told.text(key)}
                    </a>
                </li>
            }
        })
        .collect();
    let people: Vec<Markup> = PEOPLE
        .iter()
        .map(|(key, steps)| {
            let steps: Vec<Markup> = (1..=*steps)
                .map(|step| view! { <li>{told.line(format!("{key}-{step}"))}</li> })
                .collect();
            view! {
                <section aria-labelledby=*key>
                    <h2 id=*key tabindex="-1">{move || told.text(key)}</h2>
                    <ol class="told">{steps}</ol>
                </section>
            }
        })
        .collect();
    let (wrong, ways) = WRONG;
    let ways: Vec<Markup> = (1..=ways)
        .map(|way| {
            view! {
                <div>
                    <dt>{told.line(format!("{wrong}-{way}"))}</dt>
                    <dd>{told.line(format!("{wrong}-{way}-do"))}</dd>
                </div>
            }
        })
        .collect();
    view! {
        <main id="main" class="page desk help">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-help")}</h1>
            <p>{back()}</p>
            <p class="lead">{move || told.text("help-lead")}</p>
            <nav aria-labelledby="help-contents">
                <h2 id="help-contents">{move || told.text("help-contents")}</h2>
                <ul>{contents}</ul>
            </nav>
            {people}
            <section aria-labelledby=wrong>
                <h2 id=wrong tabindex="-1">{move || told.text(wrong)}</h2>
                <dl class="told">{ways}</dl>
            </section>
            <section aria-labelledby=KEYS>
                <h2 id=KEYS tabindex="-1">{move || told.text(KEYS)}</h2>
                <h3>{told.line("help-keys-everywhere".into())}</h3>
                <p>{told.line("help-keys-everywhere-how".into())}</p>
                <h3>{told.line("help-keys-draft".into())}</h3>
                <p class="hint">{move || told.text("keys-hint")}</p>
                <dl class="key-list">{draft::KEYS.iter().map(|(key, chords)| chord(told, key, chords)).collect::<Vec<_>>()}</dl>
                <h3>{told.line("help-keys-desk".into())}</h3>
                <dl class="key-list">{desk::KEYS.iter().map(|(key, keys)| chord(told, key, &[keys])).collect::<Vec<_>>()}</dl>
                <h3>{told.line("help-keys-vote".into())}</h3>
                <p>{told.line("help-keys-vote-how".into())}</p>
                <h3>{told.line("help-keys-show".into())}</h3>
                <p>{told.line("help-keys-show-how".into())}</p>
            </section>
            {list::word_list()}
            <section aria-labelledby="help-access">
                <h2 id="help-access">{move || words.t("title-access")}</h2>
                <p><a href=Route::Access.address()>{move || told.text("access-more")}</a></p>
            </section>
        </main>
    }
}

/// What keys do: those of a chord stand together.
fn chord(told: Told, does: &'static str, chords: &[&[&'static str]]) -> Markup {
    let chords: Vec<Markup> = chords
        .iter()
        .map(|keys| {
            let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd> " " });
            let keys: Vec<Markup> = keys.collect();
            view! { <span class="chord">{keys}</span> }
        })
        .collect();
    view! {
        <dt dir="ltr">{chords}</dt>
        <dd>{move || told.text(does)}</dd>
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;
    use crate::words::LANGUAGES;
    use rapporteur_core::message::Messages;
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    /// All that the program's sources say in quotation marks, but for help itself.
    fn sources_but_help() -> String {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let (mut places, mut text): (Vec<PathBuf>, _) = (vec![src.clone()], String::new());
        while let Some(place) = places.pop() {
            if place.is_dir() {
                let entries = std::fs::read_dir(&place).unwrap();
                places.extend(entries.map(|entry| entry.unwrap().path()));
            } else if !place.starts_with(src.join("pages/help"))
                && place != src.join("pages/help.rs")
            {
                text += &std::fs::read_to_string(&place).unwrap();
            }
        }
        text
    }

    /// The messages that help names.
    fn named(lang: &str) -> BTreeSet<&'static str> {
        let (_, text) = SAID[0];
        let parts = text(lang).split("{ ").skip(1);
        let names = parts.filter_map(|part| part.split_once(" }"));
        let names = names.map(|(name, _)| name);
        names.filter(|name| !name.starts_with('$')).collect()
    }

    #[test]
    fn help_names_only_what_the_interface_has() {
        let shown = sources_but_help();
        let names = named("en");
        assert!(names.len() > 80, "{}", names.len());
        assert_eq!(names, named("ur"), "both languages name the same");
        for name in names {
            // Some keys are put together in the sources, from a word and the name of a kind.
            let whole = shown.contains(&format!("\"{name}\""));
            let (begins, _) = name.rsplit_once('-').unwrap_or_default();
            assert!(
                whole || shown.contains(&format!("\"{begins}-{{")),
                "{name} is named by help and shown nowhere"
            );
        }
    }

    #[test]
    fn every_sentence_of_help_is_whole() {
        for language in &LANGUAGES {
            let texts: Vec<&str> = SAID.iter().map(|(_, text)| text(language.tag)).collect();
            let messages = Messages::new(language.tag, &texts, true);
            assert_eq!(messages.broken(), [] as [String; 0]);
            let named = [
                ("count", 1.into()),
                ("lang", "x".into()),
                ("page", "x".into()),
            ];
            let people = PEOPLE
                .iter()
                .flat_map(|(key, steps)| (1..=*steps).map(move |step| format!("{key}-{step}")));
            let ways = (1..=WRONG.1).flat_map(|way| {
                let key = format!("{}-{way}", WRONG.0);
                [format!("{key}-do"), key]
            });
            let mut said = 0;
            for key in people.chain(ways) {
                let text = messages.text(&key, &named);
                assert_ne!(text, key);
                assert!(!text.contains('{'), "{key}: {text}");
                assert_eq!(text.split(['“', '”']).count() % 2, 1, "{key}: {text}");
                said += 1;
            }
            // None of its sentences is left out.
            let (_, text) = SAID[0];
            let steps = text(language.tag).lines().filter_map(|line| {
                let (key, _) = line.split_once(" = ")?;
                key.trim_end_matches("-do").rsplit_once('-')?.1.parse().ok()
            });
            assert_eq!(steps.map(|_: usize| ()).count(), said);
        }
    }
}
