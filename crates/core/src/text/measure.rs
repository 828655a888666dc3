//! Lengths as people count them, excerpts, and numbers in three digit sets.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

/// The number of user-perceived characters (extended grapheme clusters, UAX #29): a letter with its vowel marks is one.
pub fn graphemes(text: &str) -> usize {
    if text.is_ascii() && !text.contains('\r') {
        return text.len();
    }
    text.graphemes(true).count()
}

/// The number of words: what white space separates, if it holds a letter or digit. Urdu writers put spaces irregularly, so
/// for Urdu it is an estimate.
pub fn words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// The text where it has at most `max` graphemes, else its beginning with `…`, together at most `max` graphemes.
///
/// It is cut after a word where one ends in the second half of the room. Line ends stay; a cut may leave an isolate open, so
/// show an excerpt in an element of its own.
pub fn excerpt(text: &str, max: usize) -> Cow<'_, str> {
    // A grapheme has at least one byte.
    if text.len() <= max || text.graphemes(true).nth(max).is_none() {
        return Cow::Borrowed(text);
    }
    let Some(room) = max.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let end = text
        .grapheme_indices(true)
        .nth(room)
        .map_or(text.len(), |(at, _)| at);
    let (Some(kept), Some(cut)) = (text.get(..end), text.get(end..)) else {
        return Cow::Borrowed("");
    };
    let within_word = !cut.starts_with(char::is_whitespace);
    let word_end = kept
        .rfind(char::is_whitespace)
        .and_then(|at| kept.get(..at));
    let kept = match word_end {
        Some(words) if within_word && graphemes(words) >= room.div_ceil(2) => words,
        _ => kept,
    };
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// The text where it has at most `max` characters, else its first words that fit, and `…`: as [`excerpt`], by far quicker and
/// without its tables, where a letter that was cut from its marks is no harm (a text without white space).
pub fn beginning(text: &str, max: usize) -> Cow<'_, str> {
    let Some(kept) = text.char_indices().nth(max).map(|(end, _)| text.get(..end)) else {
        return Cow::Borrowed(text);
    };
    let kept = kept.unwrap_or_default();
    let words = kept.rsplit_once(char::is_whitespace);
    let kept = words.map_or(kept, |(words, _)| words).trim_end();
    Cow::Owned(format!("{kept}…"))
}

/// The integer written in `text` with the digits 0-9, ۰-۹ or ٠-٩, also mixed; `None` for anything else, an empty text, or a
/// number beyond `i64`. White space around it, a sign, and invisible direction marks are allowed; separators are not.
pub fn parse_digits(text: &str) -> Option<i64> {
    let invisible = |letter: &char| {
        matches!(
            letter,
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}'
        )
    };
    let plain: String = text
        .chars()
        .filter(|letter| !invisible(letter))
        .map(western_digit)
        .collect();
    let plain = plain.trim();
    let plain = plain
        .strip_prefix('+')
        .filter(|rest| !rest.starts_with(['+', '-']))
        .unwrap_or(plain);
    plain.parse().ok()
}

/// The text with the digits ۰ to ۹ in place of 0 to 9.
pub fn urdu_digits(text: &str) -> String {
    let urdu = |letter: char| {
        let value = letter.to_digit(10)?;
        char::from_u32(u32::from('۰').checked_add(value)?)
    };
    text.chars()
        .map(|letter| urdu(letter).unwrap_or(letter))
        .collect()
}

/// The digit 0-9 for a digit of the other two sets and `-` for the minus sign; any other character as it is.
pub(super) fn western_digit(letter: char) -> char {
    let value = match letter {
        '٠'..='٩' => u32::from(letter).checked_sub(u32::from('٠')),
        '۰'..='۹' => u32::from(letter).checked_sub(u32::from('۰')),
        '\u{2212}' => return '-',
        _ => None,
    };
    value
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(letter)
}
