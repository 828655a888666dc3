//! Texts made harmless before they go into a document: nothing is lost, nothing steers what stands beside it.

use std::borrow::Cow;

/// The text with every character that could steer or break a document told by its number, such as `[U+202E]`: controls,
/// embeddings and overrides of direction, marks that end an isolate they did not begin, and what no XML may hold. Isolates
/// that are not ended are ended at the end. Line ends become `\n`. Of a harmless text it changes nothing.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    let plain = |letter: char| !steers(letter) && !matches!(letter, '\u{2066}'..='\u{2069}' | '\r');
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut open = 0_usize;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                letters.next_if_eq(&'\n');
                shown.push('\n');
            }
            '\u{2066}'..='\u{2068}' => {
                open = open.saturating_add(1);
                shown.push(letter);
            }
            '\u{2069}' if open > 0 => {
                open = open.saturating_sub(1);
                shown.push(letter);
            }
            _ if steers(letter) || letter == '\u{2069}' => {
                shown.push_str(&format!("[U+{:04X}]", u32::from(letter)));
            }
            _ => shown.push(letter),
        }
    }
    shown.extend(std::iter::repeat_n('\u{2069}', open));
    Cow::Owned(shown)
}

fn steers(letter: char) -> bool {
    match letter {
        '\n' | '\t' | '\r' => false,
        '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => true,
        // Noncharacters: U+FFFE, U+FFFF and their like in every plane, and U+FDD0 to U+FDEF.
        '\u{fdd0}'..='\u{fdef}' => true,
        _ => letter.is_control() || u32::from(letter) & 0xfffe == 0xfffe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_told_and_what_does_not_stays() {
        for (text, shown) in [
            (
                "plain اردو \u{200c}\u{200d}\u{200f}",
                "plain اردو \u{200c}\u{200d}\u{200f}",
            ),
            ("a\u{202e}b\u{0}c", "a[U+202E]b[U+0000]c"),
            ("a\r\nb\rc\n", "a\nb\nc\n"),
            ("\u{2067}open", "\u{2067}open\u{2069}"),
            ("shut\u{2069}", "shut[U+2069]"),
            ("\u{2068}a\u{2069}", "\u{2068}a\u{2069}"),
            ("\u{ffff}\u{1fffe}\u{85}", "[U+FFFF][U+1FFFE][U+0085]"),
        ] {
            assert_eq!(visible(text), shown);
            assert_eq!(visible(&visible(text)), shown);
        }
    }
}
