//! A phonetic keyboard for Urdu: each letter lies on the Latin key that sounds like it, as on the keyboards people know.

/// A key: what it gives alone, and with Shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// What stands on it on a Latin keyboard.
    pub latin: char,
    /// What it gives.
    pub plain: char,
    /// What it gives with Shift.
    pub shifted: Option<char>,
}

/// The non-joiner: no ink, it keeps two letters from joining.
pub const ZWNJ: char = '\u{200c}';

const fn key(latin: char, plain: char, shifted: char) -> Key {
    Key {
        latin,
        plain,
        shifted: Some(shifted),
    }
}

const fn mark(latin: char, plain: char) -> Key {
    Key {
        latin,
        plain,
        shifted: None,
    }
}

/// The rows from above, each from the left as on a Latin keyboard.
pub const URDU_KEYS: [&[Key]; 3] = [
    &[
        key('q', 'ق', '\u{652}'),
        key('w', 'و', 'ؤ'),
        key('e', 'ع', '\u{670}'),
        key('r', 'ر', 'ڑ'),
        key('t', 'ت', 'ٹ'),
        key('y', 'ے', '\u{64e}'),
        key('u', 'ء', 'ئ'),
        key('i', 'ی', '\u{650}'),
        key('o', 'ہ', 'ۃ'),
        key('p', 'پ', '\u{64f}'),
        mark('`', 'ۓ'),
    ],
    &[
        key('a', 'ا', 'آ'),
        key('s', 'س', 'ص'),
        key('d', 'د', 'ڈ'),
        key('f', 'ف', '\u{64b}'),
        key('g', 'گ', 'غ'),
        key('h', 'ح', 'ھ'),
        key('j', 'ج', 'ض'),
        key('k', 'ک', 'خ'),
        key('l', 'ل', 'ۂ'),
        mark(';', '؛'),
        mark('\\', ZWNJ),
    ],
    &[
        key('z', 'ز', 'ذ'),
        key('x', 'ش', 'ژ'),
        key('c', 'چ', 'ث'),
        key('v', 'ط', 'ظ'),
        key('b', 'ب', '\u{651}'),
        key('n', 'ن', 'ں'),
        key('m', 'م', '\u{654}'),
        mark(',', '،'),
        mark('.', '۔'),
        mark('?', '؟'),
    ],
];

/// What a Latin letter or mark, as it was typed, gives on this keyboard: `t` ت and `T` ٹ. `None` for what it leaves alone,
/// digits and most marks among them.
pub fn urdu_key(typed: char) -> Option<char> {
    let lower = typed.to_ascii_lowercase();
    let key = URDU_KEYS
        .iter()
        .copied()
        .flatten()
        .find(|key| key.latin == lower)?;
    match lower == typed {
        true => Some(key.plain),
        false => key.shifted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{fold, identity_key};

    /// The letters of Urdu, with those that bear a hamza or madda.
    const LETTERS: &str = "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےآؤئۂۃۓ";
    /// Vowel marks: zabar, zer, pesh, tashdid, jazm, khari zabar, do zabar, hamza above.
    const MARKS: &str = "\u{64e}\u{650}\u{64f}\u{651}\u{652}\u{670}\u{64b}\u{654}";

    fn given() -> Vec<char> {
        let keys = URDU_KEYS.iter().copied().flatten();
        keys.flat_map(|key| [Some(key.plain), key.shifted])
            .flatten()
            .collect()
    }

    #[test]
    fn every_letter_and_mark_is_on_one_key() {
        let wanted = format!("{LETTERS}{MARKS}،۔؟؛{ZWNJ}");
        let (mut wanted, mut given): (Vec<char>, Vec<char>) = (wanted.chars().collect(), given());
        wanted.sort_unstable();
        given.sort_unstable();
        assert_eq!(given, wanted);
    }

    #[test]
    fn what_it_gives_is_what_search_knows() {
        for letter in given() {
            let text = letter.to_string();
            if LETTERS.contains(letter) {
                // Its own letter, which no other key gives: not a look-alike of another alphabet.
                assert!(!identity_key(&text).is_empty(), "{letter}");
                let alike = given().into_iter().filter(|other| {
                    *other != letter && identity_key(&other.to_string()) == identity_key(&text)
                });
                let alike: Vec<char> = alike.collect();
                assert!(
                    alike.is_empty() || "ۃہۂت".contains(letter),
                    "{letter}: {alike:?}"
                );
            } else if letter != '\u{654}' {
                assert_eq!(fold(&format!("ب{letter}")), "ب", "{letter:?}");
            }
        }
    }

    #[test]
    fn each_latin_key_is_there_once_and_gives_its_letter() {
        let mut latin: Vec<char> = URDU_KEYS
            .iter()
            .copied()
            .flatten()
            .map(|key| key.latin)
            .collect();
        assert!(('a'..='z').all(|letter| latin.contains(&letter)));
        let all = latin.len();
        latin.sort_unstable();
        latin.dedup();
        assert_eq!(latin.len(), all);
        let typed = |text: &str| -> String { text.chars().filter_map(urdu_key).collect() };
        assert_eq!(typed("pakstan"), "پاکستان");
        assert_eq!(typed("aTTARh"), "اٹٹآڑح");
        assert_eq!(typed("kia?"), "کیا؟");
        assert_eq!(urdu_key('7'), None);
        assert_eq!(urdu_key('('), None);
        assert_eq!(urdu_key('ب'), None);
    }
}
