//! The text of a file's bytes: bounded first, then told by its encoding. A few bytes that are no UTF-8 cost the records
//! they stand in, not the file.

use super::finding::{Encoding, Refusal};
use super::foreign::foreign;

/// The bytes of a file, without a byte order mark and without what copies leave behind the end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'a> {
    pub(super) bytes: &'a [u8],
    /// All of it, where all of it is UTF-8.
    text: Option<&'a str>,
}

impl<'a> Source<'a> {
    /// A part of it; `None` where that is not UTF-8.
    pub(super) fn part(&self, from: usize, to: usize) -> Option<&'a str> {
        match self.text {
            Some(text) => text.get(from..to),
            None => std::str::from_utf8(self.bytes.get(from..to)?).ok(),
        }
    }

    /// Where a part of it stands.
    pub(super) fn place(&self, part: &str) -> std::ops::Range<usize> {
        let from = (part.as_ptr() as usize).saturating_sub(self.bytes.as_ptr() as usize);
        from..from.saturating_add(part.len())
    }
}

/// Bounds and decodes.
///
/// # Errors
/// Where nothing of it can be taken.
pub(super) fn decode(bytes: &[u8], limit: usize) -> Result<Source<'_>, Refusal> {
    if bytes.len() > limit {
        return Err(Refusal::TooLarge {
            bytes: bytes.len(),
            limit,
        });
    }
    if let Some(encoding) = wide(bytes) {
        return Err(Refusal::NotUtf8(encoding));
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        // Cut off within a letter: what is before it is text.
        Err(error) if error.error_len().is_none() => {
            let whole = bytes.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(whole).ok()
        }
        Err(_) if is_damaged(bytes) => None,
        Err(_) => {
            return Err(match foreign(bytes) {
                Some(foreign) if !foreign.may_be_list() => Refusal::Foreign(foreign),
                _ => Refusal::NotUtf8(Encoding::Other),
            });
        }
    };
    // Some editors and copies leave NULs behind the end.
    let text = text.map(|text| text.trim_end_matches('\0'));
    let bytes = text.map_or(bytes, str::as_bytes);
    if text.is_some_and(|text| text.trim().is_empty()) {
        return Err(Refusal::Empty);
    }
    Ok(Source { bytes, text })
}

/// UTF-16 or UTF-32, by a mark or by the zeros beside the first letter.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some(Encoding::Utf32),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some(Encoding::Utf16),
        [1..0x80, 0, 0, 0, ..] | [0, 0, 0, 1..0x80, ..] => Some(Encoding::Utf32),
        [1..0x80, 0, 1..0x80, 0, ..] | [0, 1..0x80, 0, 1..0x80, ..] => Some(Encoding::Utf16),
        _ => None,
    }
}

/// Whether this is a file of ours that is UTF-8 but for a few bytes, and not text of another encoding: more of its letters
/// beyond ASCII are whole than broken, or a single one is broken.
fn is_damaged(bytes: &[u8]) -> bool {
    let start = bytes.get(..1024).unwrap_or(bytes);
    if memchr::memmem::find(start, b"\"rapporteur\"").is_none() {
        return false;
    }
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        let letters = chunk.valid().chars().filter(|letter| !letter.is_ascii());
        whole = whole.saturating_add(letters.count());
        broken = broken.saturating_add(usize::from(!chunk.invalid().is_empty()));
    }
    broken < whole || broken <= 1
}
