//! Sentences for people: Fluent messages by key, in one language with another behind it.
//!
//! Which messages there are stands in `locales/`; a test there compares the languages. No sentence is written in code.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The sentences of one language.
pub struct Messages {
    lang: Cow<'static, str>,
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
            bundle,
            broken,
        }
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
        self.bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned()
    }
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
}
