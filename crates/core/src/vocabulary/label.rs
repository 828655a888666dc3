//! Labels by language, and the way back from a label to its term.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Term, main_addressees};
use crate::sorted;
use crate::text::fold;

/// What something is called, by language tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels(Vec<(Cow<'static, str>, Cow<'static, str>)>);

impl Labels {
    /// The label in a language: in the tag itself, in the language without its region (`ur` for `ur-PK`, but not for
    /// `ur-Latn`), in English, in the first language there is. `None` where there is no label at all.
    pub fn get(&self, lang: &str) -> Option<&str> {
        let language = lang
            .split_once('-')
            .filter(|(_, rest)| rest.len() != 4 && !rest.contains('-'));
        self.exact(lang)
            .or_else(|| self.exact(language?.0))
            .or_else(|| self.exact("en"))
            .or_else(|| self.0.first().map(|(_, label)| label.as_ref()))
    }

    /// The label in exactly this language.
    pub fn exact(&self, lang: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(tag, _)| tag == lang)
            .map(|(_, label)| label.as_ref())
    }

    /// Language and label, in the order of the vocabulary or, for added terms, of the tags.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(lang, label)| (lang.as_ref(), label.as_ref()))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(Cow<'static, str>, Cow<'static, str>)> for Labels {
    fn from_iter<I: IntoIterator<Item = (Cow<'static, str>, Cow<'static, str>)>>(
        labels: I,
    ) -> Self {
        Self(labels.into_iter().collect())
    }
}

/// From the folded forms of ids and labels to places in the list of terms, the best match first.
#[derive(Clone, Debug)]
pub(super) struct LabelIndex(BTreeMap<String, Vec<(Rank, usize)>>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Id,
    Label,
    Short,
    WithoutBrackets,
}

impl LabelIndex {
    pub(super) fn of(terms: &[Term]) -> Self {
        let mut index = BTreeMap::<String, Vec<(Rank, usize)>>::new();
        let mut add = |text: &str, rank, place| {
            let key = fold(text);
            if !key.is_empty() {
                index.entry(key).or_default().push((rank, place));
            }
        };
        for (place, term) in terms.iter().enumerate() {
            add(&term.id, Rank::Id, place);
            for (_, label) in term.labels.iter() {
                add(label, Rank::Label, place);
                add(&without_brackets(label), Rank::WithoutBrackets, place);
            }
            for choice in main_addressees()
                .iter()
                .filter(|choice| choice.term == term.id)
            {
                choice
                    .labels
                    .iter()
                    .for_each(|(_, label)| add(label, Rank::Short, place));
            }
        }
        index.values_mut().for_each(|places| sorted::sort(places));
        Self(index)
    }

    pub(super) fn find(&self, text: &str) -> impl Iterator<Item = usize> {
        self.0
            .get(&fold(text))
            .into_iter()
            .flatten()
            .map(|(_, place)| *place)
    }
}

/// "Judiciary (any)" is what people write as "Judiciary".
fn without_brackets(label: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::with_capacity(label.len());
    for letter in label.chars() {
        match letter {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}
