//! Keys that are equal for texts people take for the same, in Latin and Arabic script.
//!
//! A key is for comparing: it is never shown and never stored in place of what people typed.

use std::borrow::Cow;

use super::fold_tables::{ALIASES, FORMS, LATIN, LATIN_ADDITIONAL};

const MADDAH: char = '\u{653}';
const HAMZA_ABOVE: char = '\u{654}';
const HAMZA_BELOW: char = '\u{655}';

/// The key for search: [`identity_key`] with the spelling aliases of the field applied (سمگلنگ for اسمگلنگ, ادارہ for ادارۂ).
///
/// Words are separated by one space, without space at the ends; an empty key means that the text has no letters or digits.
/// Folding a key gives the key. Rules: `notes/domain.md`, Urdu processing.
pub fn fold(text: &str) -> String {
    apply_aliases(identity_key(text))
}

/// The key by which an item of a plain list without an id is recognised, and from which slugs are made.
///
/// Case, accents, punctuation, white space, digit sets, vowel marks, tatweel, invisible marks, presentation forms and the
/// Arabic look-alikes of Urdu letters (ك ي ى ه ة) make no difference, nor does NFC or NFD. Letters that make another word
/// stay apart: آ and ا, ے and ی, ھ and ہ, and every hamza. Alef maksura (ى) counts as ی, since old keyboards type it for it.
///
/// These rules are part of the identity of listed items: a change gives lists already taken in new ids. New spellings go
/// into the aliases of [`fold`].
pub fn identity_key(text: &str) -> String {
    let mut key = Key {
        text: String::with_capacity(text.len()),
        gap: false,
    };
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        // English words go whole: letter by letter is slower.
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        if let Some((word, after)) = rest
            .split_at_checked(length)
            .filter(|(word, _)| !word.is_empty())
        {
            key.push_word(word);
            rest = after;
        } else {
            key.add(letter);
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
    }
    key.text
}

/// A key under construction. `gap`: a separator has been read since the last letter.
struct Key {
    text: String,
    gap: bool,
}

impl Key {
    fn add(&mut self, letter: char) {
        match letter {
            'a'..='z' | '0'..='9' => self.push(letter),
            'A'..='Z' => self.push(letter.to_ascii_lowercase()),
            '\0'..='\u{7f}' => self.gap = true,
            _ if is_dropped(letter) => {}
            MADDAH | HAMZA_ABOVE | HAMZA_BELOW => self.add_mark(letter),
            '\u{c0}'..='\u{17f}' => self.add_latin(letter, LATIN, 0xc0),
            '\u{1e00}'..='\u{1eff}' => self.add_latin(letter, LATIN_ADDITIONAL, 0x1e00),
            '\u{600}'..='\u{6ff}' => self.add_arabic(letter),
            '\u{fb50}'..='\u{fdfc}' | '\u{fe70}'..='\u{fefc}' => self.add_form(letter),
            _ if is_separator(letter) => self.gap = true,
            _ => {
                for lower in letter.to_lowercase() {
                    // Some lower-case letters are in a table: the Kelvin and Angstrom signs become k and å.
                    if lower == letter {
                        self.push(lower)
                    } else {
                        self.add(lower)
                    }
                }
            }
        }
    }

    fn add_latin(&mut self, letter: char, table: &str, start: u32) {
        let place = u32::from(letter)
            .checked_sub(start)
            .and_then(|place| usize::try_from(place).ok());
        match place.and_then(|place| table.as_bytes().get(place)) {
            Some(b'A') => self.push_str("ae"),
            Some(b'I') => self.push_str("ij"),
            Some(b'O') => self.push_str("oe"),
            Some(b'S') => self.push_str("ss"),
            Some(b'T') => self.push_str("th"),
            Some(base) if base.is_ascii_lowercase() => self.push(char::from(*base)),
            _ if matches!(letter, '×' | '÷') => self.gap = true,
            _ => letter.to_lowercase().for_each(|lower| self.push(lower)),
        }
    }

    fn add_arabic(&mut self, letter: char) {
        match letter {
            '٠'..='٩' => self.push_digit(letter, '٠'),
            '۰'..='۹' => self.push_digit(letter, '۰'),
            'ك' => self.push('ک'),
            'ي' | 'ى' => self.push('ی'),
            // U+06D5 is what U+06C0 decomposes to; in Urdu text both are slips for heh goal.
            'ه' | '\u{6d5}' => self.push('ہ'),
            'ۀ' => self.push('ۂ'),
            'ة' => self.push('ۃ'),
            'ٱ' => self.push('ا'),
            _ if is_separator(letter) => self.gap = true,
            _ => self.push(letter),
        }
    }

    /// Composes the mark with the letter before it, as NFC does, so that decomposed text has the same key. A hamza over any
    /// other letter becomes a letter of its own; a maddah there is decoration. So keys hold no marks.
    fn add_mark(&mut self, mark: char) {
        let Some(base) = self.text.chars().next_back().filter(|_| !self.gap) else {
            return;
        };
        let composed = match (base, mark) {
            ('ا', MADDAH) => 'آ',
            ('ا', HAMZA_ABOVE) => 'أ',
            ('ا', HAMZA_BELOW) => 'إ',
            ('و', HAMZA_ABOVE) => 'ؤ',
            ('ی', HAMZA_ABOVE) => 'ئ',
            ('ہ', HAMZA_ABOVE) => 'ۂ',
            ('ے', HAMZA_ABOVE) => 'ۓ',
            (_, MADDAH) => return,
            _ => return self.text.push('ء'),
        };
        self.text.pop();
        self.text.push(composed);
    }

    fn add_form(&mut self, form: char) {
        let code = u32::from(form);
        let range = FORMS.iter().rev().find(|(start, _)| *start <= code);
        let place = range.and_then(|(start, letters)| {
            Some((usize::try_from(code.checked_sub(*start)?).ok()?, letters))
        });
        let letters = place.and_then(|(place, letters)| letters.split(',').nth(place));
        match letters {
            // The table holds letters and spaces only, so this goes one level deep.
            Some(letters) => letters.chars().for_each(|letter| self.add(letter)),
            None => self.gap = true,
        }
    }

    fn push_digit(&mut self, digit: char, zero: char) {
        let value = u32::from(digit).checked_sub(u32::from(zero));
        if let Some(digit) = value.and_then(|value| char::from_digit(value, 10)) {
            self.push(digit);
        }
    }

    fn push(&mut self, letter: char) {
        if self.gap && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.gap = false;
        self.text.push(letter);
    }

    /// Letters and digits of ASCII.
    fn push_word(&mut self, word: &str) {
        if self.gap && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.gap = false;
        let start = self.text.len();
        self.text.push_str(word);
        if let Some(word) = self.text.get_mut(start..) {
            word.make_ascii_lowercase();
        }
    }

    fn push_str(&mut self, letters: &str) {
        letters.chars().for_each(|letter| self.push(letter));
    }
}

/// Marks that make no difference: vowel marks of both scripts, tatweel, joiners, direction marks, soft hyphen.
fn is_dropped(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{656}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}' | '\u{fbb2}'..='\u{fbc2}'
        | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// White space, punctuation and symbols beyond ASCII.
fn is_separator(letter: char) -> bool {
    let listed = matches!(letter,
        '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b1}' | '\u{b4}' | '\u{b6}'..='\u{b8}' | '\u{bb}' | '\u{bf}'
        | '\u{600}'..='\u{60f}' | '\u{61b}'..='\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}'
        | '\u{2010}'..='\u{205f}' | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}'
        | '\u{3000}'..='\u{303f}' | '\u{fe10}'..='\u{fe6f}' | '\u{fffd}');
    listed || letter.is_whitespace()
}

fn apply_aliases(key: String) -> String {
    if !key.split(' ').any(|word| alias(word).is_some()) {
        return key;
    }
    let mut folded = String::with_capacity(key.len());
    for word in key.split(' ') {
        if !folded.is_empty() {
            folded.push(' ');
        }
        // What follows one alias can complete another (ادارۂء); a test holds that each further step makes the word shorter.
        let mut word = Cow::Borrowed(word);
        while let Some((to, rest)) = alias(&word) {
            word = Cow::Owned([to, rest].concat());
        }
        folded.push_str(&word);
    }
    folded
}

/// What a word is searched as: another beginning, and the rest of the word.
fn alias(word: &str) -> Option<(&'static str, &str)> {
    let first = word.as_bytes().first()?;
    let mut aliases = ALIASES
        .iter()
        .filter(|(from, _)| from.as_bytes().first() == Some(first));
    aliases.find_map(|(from, to)| Some((*to, word.strip_prefix(from)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_come_to_an_end() {
        for (from, to) in ALIASES {
            assert_eq!(identity_key(from), from, "an alias is written as a key");
            assert_eq!(identity_key(to), to, "an alias is written as a key");
            for (next_from, next_to) in ALIASES {
                assert!(!to.starts_with(next_from), "{to} begins with {next_from}");
                let completes = next_from.starts_with(to);
                assert!(
                    !completes || next_to.len() < next_from.len(),
                    "{from} and {next_from} could go on for ever"
                );
            }
        }
        assert_eq!(fold("ادارۂء"), "ادارہ");
    }

    #[test]
    fn tables_cover_their_ranges() {
        assert_eq!(LATIN.len(), 0x17f - 0xc0 + 1);
        assert_eq!(LATIN_ADDITIONAL.len(), 0x1eff - 0x1e00 + 1);
        let ends = FORMS.map(|(start, letters)| start + letters.split(',').count() as u32 - 1);
        assert_eq!(ends, [0xfbb1, 0xfd3d, 0xfdc7, 0xfdfc, 0xfefc]);
    }

    #[test]
    fn every_character_folds_once() {
        for letter in '\0'..='\u{1ffff}' {
            let text = format!("ا{letter}ی\u{654} a{letter}\u{654}b");
            let once = fold(&text);
            assert_eq!(fold(&once), once, "U+{:04X} in {text:?}", u32::from(letter));
        }
    }
}
