//! Words without their endings, so that singular and plural, verb and noun meet. Light on purpose: a stem is only compared.

/// The word without its usual endings: English by Latin letters, Urdu by Arabic ones.
pub(super) fn stem(word: &str) -> &str {
    if word == "police" {
        // Else it would be one with "policy".
        word
    } else if word.is_ascii() {
        cut(cut(word, &ENGLISH, 4), &["e", "y"], 4)
    } else {
        cut(word, &URDU, 3)
    }
}

/// Longest first. Not a full stemmer (Porter, "An algorithm for suffix stripping", 1980): one ending goes, and a silent letter.
const ENGLISH: [&str; 22] = [
    "isations", "isation", "ations", "ments", "ation", "ings", "ment", "ions", "ance", "ence",
    "ing", "ion", "ies", "ers", "ors", "ed", "es", "er", "or", "al", "ly", "s",
];

/// Longest first: plurals and oblique forms of nouns, forms of verbs and adjectives.
const URDU: [&str; 15] = [
    "یاں", "یوں", "ئیں", "ؤں", "اؤں", "وں", "یں", "ات", "نے", "تے", "ہ", "ے", "ا", "ی", "و",
];

/// The word without the first of these endings it has, if so many letters stay.
fn cut<'a>(word: &'a str, endings: &[&str], least: usize) -> &'a str {
    let short = |ending: &&str| {
        word.strip_suffix(*ending)
            .filter(|rest| rest.chars().count() >= least)
    };
    endings.iter().find_map(short).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        for (a, b) in [
            ("officers", "officer"),
            ("inspection", "inspections"),
            ("notify", "notifies"),
            ("kilns", "kiln"),
            ("استعمال", "استعمال"),
            ("درخواست", "درخواستیں"),
            ("درخواستوں", "درخواست"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        assert_ne!(stem("police"), stem("policy"));
        assert_eq!(stem("fia"), "fia");
    }
}
