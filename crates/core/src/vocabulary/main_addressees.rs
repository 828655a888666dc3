//! The addressees of one click: those the organisers of such dialogues name.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::label::Labels;

/// A choice that is always in sight on the draft page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MainAddressee {
    /// Its name in code and messages, such as `policy-makers`.
    pub name: &'static str,
    /// The id of the addressee it sets.
    pub term: &'static str,
    /// A label short enough for a button; the term's own may be longer.
    pub labels: Labels,
}

/// The seven choices in their order: parliamentarians, policy makers, police, FIA, other law enforcement, prosecution,
/// judiciary. The order gives the keys 1 to 7.
pub fn main_addressees() -> &'static [MainAddressee] {
    static CHOICES: OnceLock<Vec<MainAddressee>> = OnceLock::new();
    CHOICES.get_or_init(|| read(include_str!("../../data/main-addressees.txt")))
}

/// First line: `name`, `term` and the languages; then one choice a line; fields are separated by tabs.
fn read(data: &'static str) -> Vec<MainAddressee> {
    let mut lines = data.lines();
    let languages: Vec<&'static str> = lines
        .next()
        .unwrap_or_default()
        .split('\t')
        .skip(2)
        .collect();
    let choice = |line: &'static str| {
        let mut fields = line.split('\t');
        let (name, term) = (fields.next()?, fields.next()?);
        let labels = languages
            .iter()
            .zip(fields)
            .map(|(lang, label)| (Cow::Borrowed(*lang), Cow::Borrowed(label)));
        Some(MainAddressee {
            name,
            term,
            labels: labels.collect(),
        })
    };
    lines.filter_map(choice).collect()
}
