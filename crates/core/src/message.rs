//! Sentences for people: Fluent messages by key, in one language with another behind it.
//!
//! Which messages there are stands in `locales/`; a test there compares the languages. No sentence is written in code.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::text::urdu_digits;

/// The sentences of one language.
pub struct Messages {
    lang: Cow<'static, str>,
    urdu_digits: bool,
    bundle: FluentBundle<FluentResource>,
    broken: Vec<String>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Messages")
            .field("lang", &self.lang)
            .finish_non_exhaustive()
    }
}

/// What a sentence names.
#[derive(Clone, Debug, PartialEq)]
pub enum Named<'a> {
    /// Words, kept apart from the sentence in their own direction.
    Text(Cow<'a, str>),
    /// A number, which may choose the plural.
    Count(usize),
}

impl<'a> From<&'a str> for Named<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Named<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
impl<'a> From<&'a String> for Named<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<usize> for Named<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl Messages {
    /// The messages of these Fluent sources, in the language of that tag. `isolate` keeps what is named in its own
    /// direction by invisible marks (for pages, not for terminals). Lines that cannot be read are left out and told by
    /// [`Self::broken`].
    pub fn new(lang: &'static str, sources: &[&str], isolate: bool) -> Self {
        let tag: LanguageIdentifier = lang.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(isolate);
        let mut broken = Vec::new();
        for source in sources {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(
                |(resource, errors)| {
                    broken.extend(errors.iter().map(ToString::to_string));
                    resource
                },
            );
            if let Err(errors) = bundle.add_resource(resource) {
                broken.extend(errors.iter().map(ToString::to_string));
            }
        }
        Self {
            lang: lang.into(),
            urdu_digits: false,
            bundle,
            broken,
        }
    }

    /// The same with what the program itself says in digits written with ۰ to ۹. What it names stays as it was written.
    #[must_use]
    pub fn with_urdu_digits(mut self) -> Self {
        self.urdu_digits = true;
        self.bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(urdu_digits(&number.as_string())),
            _ => None,
        }));
        self
    }

    /// The language tag.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// What could not be read, or stands twice.
    pub fn broken(&self) -> &[String] {
        &self.broken
    }

    /// Whether there is a sentence under the key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The sentence under a key; the key itself where there is none.
    pub fn text(&self, key: &str, named: &[(&str, Named<'_>)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(named.len());
        for (name, value) in named {
            args.set(
                *name,
                match value {
                    Named::Text(text) => FluentValue::String(Cow::Borrowed(text.as_ref())),
                    #[allow(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
                    Named::Count(count) => FluentValue::from(*count as f64),
                },
            );
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors);
        if self.urdu_digits {
            return own_urdu_digits(&text);
        }
        text.into_owned()
    }
}

/// The text with Urdu digits in what is the sentence's own: not in what it names, which stands between two marks, nor in
/// words as `UTF-8` and `LHR-G2-07`.
fn own_urdu_digits(text: &str) -> String {
    let mut named = 0_usize;
    let mut made = String::with_capacity(text.len());
    for word in text.split_inclusive([' ', '\u{2068}', '\u{2069}']) {
        if named == 0 && !word.contains(|letter: char| letter.is_ascii_alphabetic()) {
            made.push_str(&urdu_digits(word));
        } else {
            made.push_str(word);
        }
        if word.ends_with('\u{2068}') {
            named = named.saturating_add(1);
        } else if word.ends_with('\u{2069}') {
            named = named.saturating_sub(1);
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_choose_their_plural_and_keep_what_they_name_apart() {
        let source = "count = { $n ->\n    [one] one file\n   *[other] { $n } files\n }\nname = Take { $file }\n";
        let messages = Messages::new("en", &[source], true);
        assert!(messages.broken().is_empty());
        assert_eq!(messages.text("count", &[("n", 1.into())]), "one file");
        assert_eq!(
            messages.text("name", &[("file", "a.json".into())]),
            "Take \u{2068}a.json\u{2069}"
        );
        assert_eq!(messages.text("nothing", &[]), "nothing");
        assert_eq!(Messages::new("ur", &["broken"], true).broken().len(), 1);
    }

    #[test]
    fn urdu_digits_are_the_programs_own_and_never_in_what_is_named() {
        let source = "count = { $n ->\n    [one] 1 فائل\n   *[other] { $n } فائلیں، 3 ماہ\n }\n\
                      name = 2 میں سے { $name }، UTF-8، مثلاً LHR-G2-07\nboth = { count } 4\n";
        let plain = || Messages::new("ur", &[source], true);
        let urdu = plain().with_urdu_digits();
        let text =
            |messages: &Messages, key: &str, n: usize| messages.text(key, &[("n", n.into())]);
        assert_eq!(text(&plain(), "count", 1), "1 فائل");
        assert_eq!(text(&urdu, "count", 1), "۱ فائل");
        assert_eq!(
            text(&urdu, "count", 1250),
            "\u{2068}۱۲۵۰\u{2069} فائلیں، ۳ ماہ"
        );
        assert_eq!(text(&urdu, "both", 1), "۱ فائل ۴");
        assert_eq!(
            urdu.text("name", &[("name", "5".into())]),
            "۲ میں سے \u{2068}5\u{2069}، UTF-8، مثلاً LHR-G2-07"
        );
    }
}
