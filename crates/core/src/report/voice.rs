//! The languages of a document: fixed sentences, labels of terms, days and lists, each said once in every language.

use crate::message::{Messages, Named};
use crate::recommendation::Wording;
use crate::vocabulary::Vocabulary;

use super::Language;
use super::outline::{Phrase, Run, Said};
use super::visible::visible;

/// The sentences of one language of a document.
pub(super) struct Voice<'a> {
    pub(super) lang: &'static str,
    messages: &'a Messages,
    vocabulary: &'a Vocabulary,
}

/// The languages of a document.
pub(super) struct Voices {
    leading: (&'static str, Messages),
    others: Vec<(&'static str, Messages)>,
    vocabulary: Vocabulary,
}

/// The fixed sentences of documents in a language, as Fluent reads them.
pub(super) const fn source(lang: &str) -> &'static str {
    match lang.as_bytes() {
        b"ur" => include_str!("../../../../locales/ur/report.ftl"),
        _ => include_str!("../../../../locales/en/report.ftl"),
    }
}

impl Voices {
    pub(super) fn of(language: Language, vocabulary: Vocabulary) -> Self {
        let read = |lang: &'static str| (lang, Messages::new(lang, &[source(lang)], true));
        let mut tags = language.tags().iter();
        Self {
            leading: read(tags.next().unwrap_or(&"en")),
            others: tags.map(|tag| read(tag)).collect(),
            vocabulary,
        }
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    fn voice<'a>(&'a self, (lang, messages): &'a (&'static str, Messages)) -> Voice<'a> {
        Voice {
            lang,
            messages,
            vocabulary: &self.vocabulary,
        }
    }

    /// The leading language.
    pub(super) fn leading(&self) -> Voice<'_> {
        self.voice(&self.leading)
    }

    /// What a function says in each language.
    pub(super) fn say(&self, phrase: impl Fn(&Voice<'_>) -> Phrase) -> Said {
        let all = std::iter::once(&self.leading).chain(&self.others);
        Said(all.map(|told| phrase(&self.voice(told))).collect())
    }

    /// A fixed sentence.
    pub(super) fn fixed(&self, key: &str) -> Said {
        self.say(|voice| voice.phrase(key, &[]))
    }

    /// A sentence that names something.
    pub(super) fn sentence(&self, key: &str, named: &[(&str, Named<'_>)]) -> Said {
        self.say(|voice| voice.phrase(key, named))
    }

    /// What terms are called, as a list.
    pub(super) fn terms<'t>(&self, ids: impl IntoIterator<Item = &'t String> + Clone) -> Said {
        self.say(|voice| Phrase {
            lang: voice.lang.to_owned(),
            runs: voice.terms(ids.clone()),
        })
    }

    /// A text that is the same in every language, such as a number.
    pub(super) fn bare(&self, text: &str) -> Said {
        Said(vec![Phrase {
            lang: self.leading.0.to_owned(),
            runs: vec![Run::new(text).apart()],
        }])
    }

    /// Texts that people wrote, each in its language, one after the other.
    pub(super) fn wordings<'t>(&self, wordings: impl IntoIterator<Item = &'t Wording>) -> Said {
        let phrases = wordings
            .into_iter()
            .map(|wording| Phrase::new(&wording.lang, &wording.text));
        Said(phrases.collect())
    }

    /// Days, as a list.
    pub(super) fn days<'t>(&self, days: impl IntoIterator<Item = &'t String> + Clone) -> Said {
        self.say(|voice| Phrase {
            lang: voice.lang.to_owned(),
            runs: voice.days(days.clone()),
        })
    }
}

impl Voice<'_> {
    /// Whether there is such a sentence.
    pub(super) fn has(&self, key: &str) -> bool {
        self.messages.has(key)
    }

    /// The stock clauses of a stem.
    pub(super) fn stock(&self, stem: &str) -> Vec<String> {
        super::stock::stock_of(self.messages, stem)
    }

    /// A sentence as text, without marks of direction.
    pub(super) fn text(&self, key: &str, named: &[(&str, Named<'_>)]) -> String {
        self.phrase(key, named).text()
    }

    /// A sentence; what it names stands in runs of their own direction.
    pub(super) fn phrase(&self, key: &str, named: &[(&str, Named<'_>)]) -> Phrase {
        let safe = |value: &Named<'_>| match value {
            Named::Text(text) => Named::from(visible(text).into_owned()),
            Named::Count(count) => Named::Count(*count),
        };
        let named: Vec<(&str, Named<'_>)> = named
            .iter()
            .map(|(name, value)| (*name, safe(value)))
            .collect();
        Phrase {
            lang: self.lang.to_owned(),
            runs: runs_of(&self.messages.text(key, &named)),
        }
    }

    /// What a term is called.
    pub(super) fn label<'t>(&'t self, id: &'t str) -> &'t str {
        self.vocabulary.label(id, self.lang)
    }

    /// What terms are called, as a list.
    pub(super) fn terms<'t>(&self, ids: impl IntoIterator<Item = &'t String>) -> Vec<Run> {
        let labels = ids.into_iter().map(|id| Run::new(self.label(id)).apart());
        self.list(labels)
    }

    /// Runs as a list.
    pub(super) fn list(&self, items: impl IntoIterator<Item = Run>) -> Vec<Run> {
        let separator = self.messages.text("report-list-separator", &[]);
        let mut runs = Vec::new();
        for item in items {
            if !runs.is_empty() {
                runs.push(Run::new(&separator));
            }
            runs.push(item);
        }
        runs
    }

    /// Days, as a list.
    pub(super) fn days<'t>(&self, days: impl IntoIterator<Item = &'t String>) -> Vec<Run> {
        self.list(days.into_iter().map(|day| Run::new(&self.day(day)).apart()))
    }

    /// A day such as `2027-02-17` in words; what is no day as it is.
    fn day(&self, day: &str) -> String {
        let mut parts = day.split('-');
        let mut part = || parts.next().and_then(|part| part.parse::<usize>().ok());
        match (part(), part(), part()) {
            (Some(year), Some(month), Some(of_month)) if crate::field::is_date(day) => {
                let month = self.messages.text(&format!("report-month-{month}"), &[]);
                let named = [
                    ("day", of_month.into()),
                    ("month", month.into()),
                    ("year", year.into()),
                ];
                self.text("report-day", &named)
            }
            _ => day.to_owned(),
        }
    }
}

/// A sentence of Fluent in runs: what stands between the marks of an isolate is a run of its own direction.
fn runs_of(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\u{2068}') {
        let (inner, after) = isolate_end(behind);
        if !before.is_empty() {
            runs.push(Run::new(before));
        }
        runs.push(Run::new(inner).apart());
        rest = after;
    }
    if !rest.is_empty() {
        runs.push(Run::new(rest));
    }
    runs
}

/// What stands before the end of the isolate that is open at the start, and what behind it.
fn isolate_end(text: &str) -> (&str, &str) {
    let mut open = 1_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '\u{2066}'..='\u{2068}' => open = open.saturating_add(1),
            '\u{2069}' => open = open.saturating_sub(1),
            _ => {}
        }
        if open == 0 {
            let (inner, after) = text.split_at(at);
            return (inner, after.strip_prefix('\u{2069}').unwrap_or(after));
        }
    }
    (text, "")
}
