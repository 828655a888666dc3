//! What happens to a text when it is committed, besides NFC.

/// What [`clean`] took out or replaced, so that a page can say so. All false: the text is as it was typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Line ends of other systems became `\n`: CR LF, CR, vertical tab, form feed, NEL, U+2028 and U+2029.
    pub line_ends: bool,
    /// Control characters, U+0000 among them, and byte order marks.
    pub controls: bool,
    /// Embeddings and overrides of direction (U+202A to U+202E), which can make a text read as another.
    pub overrides: bool,
    /// White space at the end.
    pub trailing_space: bool,
}

impl Removed {
    /// Whether something was taken out that a person may have meant: line ends and space at the end do not count.
    pub fn is_notable(self) -> bool {
        self.controls || self.overrides
    }
}

/// The text as it is committed: see [`clean`].
pub fn clean_input(text: &str) -> String {
    clean(text).0
}

/// The text as it is committed, and what was removed.
///
/// Line ends become `\n`; control characters except line end and tab, and embeddings and overrides of direction go; white
/// space at the very end goes. Joiners (ZWNJ, ZWJ), LRM, RLM and isolates stay: they are part of how Urdu is written. NFC is
/// the caller's. Cleaning a clean text changes nothing.
pub fn clean(text: &str) -> (String, Removed) {
    let mut kept = String::with_capacity(text.len());
    let mut removed = Removed::default();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                letters.next_if_eq(&'\n');
                removed.line_ends = true;
                kept.push('\n');
            }
            // Word writes a soft line end as a vertical tab; dropped, it would join two words.
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                removed.line_ends = true;
                kept.push('\n');
            }
            '\u{202a}'..='\u{202e}' => removed.overrides = true,
            '\n' | '\t' => kept.push(letter),
            '\u{feff}' => removed.controls = true,
            _ if letter.is_control() => removed.controls = true,
            _ => kept.push(letter),
        }
    }
    let end = kept.trim_end().len();
    removed.trailing_space = end < kept.len();
    kept.truncate(end);
    (kept, removed)
}
