//! What the columns of a table and the keys of an object mean, by the names people give them.

use std::collections::BTreeMap;

use crate::field::is_language;
use crate::text::fold;
use crate::vocabulary::{SchemeId, Vocabulary};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Group,
    /// The original wording.
    Text,
    /// A wording in this language.
    Wording(String),
    /// Wordings by language, in JSON.
    Wordings,
    Lang,
    Lead,
    MainTheme,
    Terms(SchemeId),
    Deadline,
    Rationale,
    Indicator,
    Dissent,
}

/// Names as [`squeezed`] makes them. Running numbers ("No.", "S. No.") are no ids: they move when a row is put in between.
const NAMES: [(Column, &[&str]); 21] = [
    (
        Column::Id,
        &[
            "id",
            "ref",
            "reference",
            "code",
            "recommendationid",
            "حوالہ",
        ],
    ),
    (
        Column::Group,
        &[
            "group",
            "groupid",
            "breakoutgroup",
            "workinggroup",
            "گروپ",
            "گروہ",
            "ورکنگگروپ",
        ],
    ),
    (Column::Text, TEXT_NAMES),
    (Column::Wordings, &["wordings", "texts", "translations"]),
    (Column::Lang, &["lang", "language", "زبان"]),
    (
        Column::Lead,
        &[
            "lead",
            "leadbody",
            "قیادت",
            "leadagency",
            "leadaddressee",
            "responsible",
            "responsiblebody",
            "مرکزیادارہ",
            "ذمہدارادارہ",
        ],
    ),
    (
        Column::MainTheme,
        &[
            "theme",
            "maintheme",
            "primarytheme",
            "topic",
            "موضوع",
            "مرکزیموضوع",
        ],
    ),
    (
        Column::Terms(SchemeId::Addressees),
        &["addressee", "addressedto", "audience", "مخاطب"],
    ),
    (Column::Terms(SchemeId::Themes), &["topics"]),
    (Column::Terms(SchemeId::Issues), &["issues", "crime"]),
    (
        Column::Terms(SchemeId::AffectedGroups),
        &["affected", "affectedgroup", "beneficiaries"],
    ),
    (
        Column::Terms(SchemeId::Instruments),
        &["instrument", "legalbasis", "law", "laws", "قانون"],
    ),
    (Column::Terms(SchemeId::Levels), &["levels"]),
    (
        Column::Terms(SchemeId::SdgTargets),
        &["sdg", "sdgs", "sdgtarget"],
    ),
    (
        Column::Terms(SchemeId::ActionTypes),
        &["action", "actions", "typeofaction", "اقدام"],
    ),
    (
        Column::Terms(SchemeId::Horizons),
        &["horizon", "timeframe", "timeline"],
    ),
    (
        Column::Terms(SchemeId::EvidenceKinds),
        &["evidence", "kindofevidence", "شواہد"],
    ),
    (
        Column::Deadline,
        &["deadline", "due", "duedate", "آخریتاریخ"],
    ),
    (
        Column::Rationale,
        &[
            "rationale",
            "reason",
            "justification",
            "why",
            "وجہ",
            "دلیل",
            "جواز",
        ],
    ),
    (
        Column::Indicator,
        &["indicator", "indicators", "اشاریہ", "پیمانہ"],
    ),
    (
        Column::Dissent,
        &[
            "dissent",
            "minorityview",
            "minorityviews",
            "اختلاف",
            "اختلافیرائے",
        ],
    ),
];

const TEXT_NAMES: &[&str] = &[
    "text",
    "recommendation",
    "recommendations",
    "recommendationtext",
    "wording",
    "متن",
    "سفارش",
    "سفارشات",
    "تجویز",
];

/// The schemes of which a list may name terms, besides by [`NAMES`] under their own names and labels.
const SCHEMES: [SchemeId; 11] = [
    SchemeId::Addressees,
    SchemeId::Themes,
    SchemeId::Issues,
    SchemeId::AffectedGroups,
    SchemeId::Instruments,
    SchemeId::Levels,
    SchemeId::SdgTargets,
    SchemeId::ActionTypes,
    SchemeId::Urgency,
    SchemeId::Horizons,
    SchemeId::EvidenceKinds,
];

/// Languages by the names people write in a list.
const LANGUAGES: [(&str, &[&str]); 7] = [
    ("en", &["english", "انگریزی", "eng"]),
    ("ur", &["urdu", "اردو", "urd"]),
    ("ur-Latn", &["romanurdu", "رومناردو", "urlatn"]),
    ("sd", &["sindhi", "سندھی"]),
    ("ps", &["pashto", "پشتو"]),
    ("bal", &["balochi", "بلوچی"]),
    ("pa-Arab", &["punjabi", "پنجابی"]),
];

/// No name of a column is longer, in bytes: a text in its place need not be folded.
const MAX_NAME: usize = 400;

/// The meanings of names, made once for a list.
pub(super) struct Columns(BTreeMap<String, Column>);

impl Columns {
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let mut columns = BTreeMap::new();
        for (column, names) in NAMES {
            columns.extend(
                names
                    .iter()
                    .map(|name| ((*name).to_owned(), column.clone())),
            );
        }
        for scheme in SCHEMES {
            let labels = vocabulary
                .scheme(scheme)
                .into_iter()
                .flat_map(|scheme| scheme.labels.iter());
            let names = labels.map(|(_, label)| label).chain([scheme.as_str()]);
            for name in names.map(squeezed) {
                columns.entry(name).or_insert(Column::Terms(scheme));
            }
        }
        Self(columns)
    }

    /// What a column of that name holds; `None` where nobody knows.
    pub(super) fn find(&self, name: &str) -> Option<Column> {
        if name.len() > MAX_NAME {
            return None;
        }
        let squeezed = squeezed(name);
        if let Some(column) = self.0.get(&squeezed) {
            return Some(column.clone());
        }
        // "text_ur", "Recommendation (Urdu)", "Urdu text", "اردو".
        let by_text = TEXT_NAMES.iter().find_map(|text| {
            let rest = squeezed
                .strip_prefix(text)
                .or_else(|| squeezed.strip_suffix(text))?;
            language_of(rest)
        });
        by_text
            .or_else(|| named_language(&squeezed))
            .map(Column::Wording)
    }
}

impl Column {
    /// Whether it holds texts of recommendations.
    pub(super) fn is_text(&self) -> bool {
        matches!(self, Self::Text | Self::Wording(_) | Self::Wordings)
    }
}

/// The language tag that a tag or a name of a language means: `ur` for `UR`, `Urdu` or `اردو`.
pub(super) fn language(value: &str) -> Option<String> {
    named_language(&squeezed(value)).or_else(|| tag(value.trim()))
}

/// A name, or one of the tags in [`LANGUAGES`], squeezed.
fn language_of(squeezed: &str) -> Option<String> {
    let by_tag = LANGUAGES
        .iter()
        .find(|(tag, _)| self::squeezed(tag) == squeezed);
    by_tag
        .map(|(tag, _)| (*tag).to_owned())
        .or_else(|| named_language(squeezed))
}

fn named_language(squeezed: &str) -> Option<String> {
    LANGUAGES
        .iter()
        .find(|(_, names)| names.contains(&squeezed))
        .map(|(tag, _)| (*tag).to_owned())
}

/// A tag with the usual case of its parts.
fn tag(value: &str) -> Option<String> {
    let mut parts = value.split(['-', '_']);
    let mut tag = parts.next()?.to_ascii_lowercase();
    for part in parts {
        tag.push('-');
        let mut letters = part.chars();
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => {
                tag.extend(letters.next().map(|first| first.to_ascii_uppercase()));
                tag.push_str(&letters.as_str().to_ascii_lowercase());
            }
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    is_language(&tag).then_some(tag)
}

/// A name without case, space and punctuation: `leadBody`, `Lead body` and `lead_body` are one.
fn squeezed(name: &str) -> String {
    fold(name).replace(' ', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_squeezed_and_means_one_thing() {
        let vocabulary = Vocabulary::standard();
        let columns = Columns::new(vocabulary);
        for (column, names) in &NAMES {
            for name in *names {
                assert_eq!(squeezed(name), *name);
                assert_eq!(columns.find(name).as_ref(), Some(column), "{name}");
            }
        }
        for scheme in SCHEMES {
            assert_eq!(
                columns.find(scheme.as_str()),
                Some(Column::Terms(scheme)),
                "{scheme}"
            );
            for (_, label) in vocabulary
                .scheme(scheme)
                .expect("all schemes")
                .labels
                .iter()
            {
                assert_eq!(columns.find(label), Some(Column::Terms(scheme)), "{label}");
            }
        }
        for (tag, names) in LANGUAGES {
            assert_eq!(language(tag).as_deref(), Some(tag));
            for name in names {
                assert_eq!(squeezed(name), *name);
                assert_eq!(language(name).as_deref(), Some(tag));
            }
        }
    }

    #[test]
    fn columns() {
        let wording = |lang: &str| Some(Column::Wording(lang.to_owned()));
        let table = [
            ("Recommendation", Some(Column::Text)),
            (" TEXT: ", Some(Column::Text)),
            ("متن", Some(Column::Text)),
            ("leadBody", Some(Column::Lead)),
            ("Lead body", Some(Column::Lead)),
            ("قیادت", Some(Column::Lead)),
            ("پیمانہ", Some(Column::Indicator)),
            (
                "affectedGroups",
                Some(Column::Terms(SchemeId::AffectedGroups)),
            ),
            ("مخاطب ادارے", Some(Column::Terms(SchemeId::Addressees))),
            ("text_ur", wording("ur")),
            ("textUr", wording("ur")),
            ("text_ur-Latn", wording("ur-Latn")),
            ("Recommendation (Urdu)", wording("ur")),
            ("English text", wording("en")),
            ("اردو متن", wording("ur")),
            ("اردو", wording("ur")),
            ("Urdu", wording("ur")),
            ("en", None),
            ("No.", None),
            ("context", None),
            ("", None),
        ];
        let columns = Columns::new(Vocabulary::standard());
        for (name, column) in table {
            assert_eq!(columns.find(name), column, "{name:?}");
        }
    }

    #[test]
    fn languages() {
        let table = [
            ("ur", Some("ur")),
            ("UR-pk", Some("ur-PK")),
            ("ur_latn", Some("ur-Latn")),
            ("Roman Urdu", Some("ur-Latn")),
            ("Latin", None),
            ("", None),
            ("x", None),
            ("ur-", None),
        ];
        for (value, tag) in table {
            assert_eq!(language(value).as_deref(), tag, "{value:?}");
        }
    }
}
