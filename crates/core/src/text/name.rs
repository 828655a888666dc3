//! Names made from titles: for identity (slugs) and for files.

use unicode_segmentation::UnicodeSegmentation;

use super::identity_key;

/// A short name for a title, from which ids of groups are derived: its [`identity_key`] with `-` between the words.
///
/// Titles in Latin letters give `a`-`z`, `0`-`9` and `-` only. A title with letters of another script keeps them, because two
/// titles that differ only there must not share a slug. Empty where the title has no letter or digit. Not shortened.
pub fn slug(title: &str) -> String {
    identity_key(title).replace(' ', "-")
}

/// The longest part, in graphemes; and in bytes, since file systems count those and a grapheme can have many.
const MAX_GRAPHEMES: usize = 40;
const MAX_BYTES: usize = 160;

/// A part of a file name that Windows, macOS, Linux and FAT sticks accept, of at most 40 graphemes and 160 bytes.
///
/// Case and script stay. White space and `<>:"/\|?*` become `-`, control and invisible direction characters go, and neither
/// dots, spaces nor dashes stand at the ends. Names Windows reserves (`CON`, `nul.txt`, `COM1`) get a `_` in front. Empty
/// where nothing is left: leave the part out then.
pub fn file_name_part(text: &str) -> String {
    let mut part = String::new();
    for letter in text.chars() {
        match letter {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' | '-' => push_dash(&mut part),
            _ if letter.is_whitespace() => push_dash(&mut part),
            _ if letter.is_control() || is_invisible(letter) => {}
            _ => part.push(letter),
        }
    }
    let ends = ['.', ' ', '-'];
    let whole = part.trim_matches(ends);
    let mut end = 0_usize;
    for (at, grapheme) in whole.grapheme_indices(true).take(MAX_GRAPHEMES) {
        let after = at.saturating_add(grapheme.len());
        if after > MAX_BYTES {
            break;
        }
        end = after;
    }
    let name = whole.get(..end).unwrap_or_default().trim_end_matches(ends);
    if is_reserved(name) {
        let shorter: String = name
            .graphemes(true)
            .take(MAX_GRAPHEMES.saturating_sub(1))
            .collect();
        return format!("_{}", shorter.trim_end_matches(ends));
    }
    name.to_owned()
}

fn push_dash(part: &mut String) {
    if !part.ends_with('-') {
        part.push('-');
    }
}

/// Direction marks and other characters that would make two names look alike; ZWNJ stays, Urdu words need it.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Whether Windows takes the name, or what comes before its first dot, for a device.
fn is_reserved(name: &str) -> bool {
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_lowercase();
    if matches!(
        stem.as_str(),
        "con" | "prn" | "aux" | "nul" | "conin$" | "conout$"
    ) {
        return true;
    }
    let port = stem
        .strip_prefix("com")
        .or_else(|| stem.strip_prefix("lpt"));
    port.is_some_and(|port| {
        matches!(
            port,
            "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
        )
    })
}
