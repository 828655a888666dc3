//! The direction of a language tag, and a guess at the language of a text.

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// `ltr` or `rtl`, the value of HTML's `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Languages written in Arabic script unless the tag says otherwise, those of Pakistan and its neighbours first.
const RTL_LANGUAGES: [&str; 28] = [
    "ur", "sd", "ps", "bal", "bgn", "skr", "pnb", "brh", "hnd", "hno", "phr", "scl", "khw", "trw",
    "bsk", "bft", "ks", "fa", "prs", "ug", "ckb", "glk", "mzn", "ar", "he", "yi", "dv", "syr",
];

const RTL_SCRIPTS: [&str; 8] = [
    "arab", "aran", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg",
];

/// The direction of a language tag (BCP 47, in any case, `-` or `_`), from a fixed table: a script in the tag decides
/// (`ur-Latn` is left to right, `pa-Arab` right to left), else the language, else the region (`pa-PK`); unknown tags are left
/// to right. Never guessed from a text: a sentence that starts with "FIA" would turn round.
pub fn direction_of(lang: &str) -> Direction {
    let tag = lang.trim().to_ascii_lowercase();
    let mut parts = tag.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.take_while(|part| part.len() > 1).collect();
    let script = rest
        .iter()
        .find(|part| part.len() == 4 && part.bytes().all(|letter| letter.is_ascii_alphabetic()));
    let rtl = match script {
        Some(script) => RTL_SCRIPTS.contains(script),
        None => {
            RTL_LANGUAGES.contains(&language)
                || (matches!(language, "pa" | "lah") && rest.contains(&"pk"))
        }
    };
    if rtl { Direction::Rtl } else { Direction::Ltr }
}

/// `ur` where most letters of the text are Arabic script, `en` where most are Latin, `None` otherwise.
///
/// Only an offer for a text without a language: Sindhi, Pashto and Roman Urdu cannot be told apart this way.
pub fn guess_lang(text: &str) -> Option<&'static str> {
    let mut arabic = 0_usize;
    let mut latin = 0_usize;
    let mut others = 0_usize;
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        let count = match letter {
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' => &mut arabic,
            '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => &mut arabic,
            '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => &mut latin,
            _ => &mut others,
        };
        *count = count.saturating_add(1);
    }
    if arabic > latin.saturating_add(others) {
        Some("ur")
    } else if latin > arabic.saturating_add(others) {
        Some("en")
    } else {
        None
    }
}
