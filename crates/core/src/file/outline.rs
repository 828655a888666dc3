//! Where the parts of a file stand: one pass over the bytes that finds the header's values and the records, and bounds
//! nesting, so that a cut file still gives its whole records and a bad record is found alone.

use super::limits;

/// Byte ranges of a file's parts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    /// Keys and values of the outermost object, without `records`; keys as they stand between their quotes.
    pub(super) header: Vec<(Span, Span)>,
    /// The elements of `records`.
    pub(super) records: Vec<Span>,
    /// Whether there is such a list at all.
    pub(super) has_records: bool,
    /// Where the text stops being JSON, with what was whole until there; `None` where it is whole.
    pub(super) broken: Option<usize>,
    /// Bytes behind the end.
    pub(super) trailing: Option<usize>,
}

/// From (inclusive), to (exclusive).
pub(super) type Span = (usize, usize);

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stop {
    NotAnObject,
    TooDeep,
    TooManyRecords,
}

enum Miss {
    Broken(usize),
    Stop(Stop),
}

pub(super) fn outline(bytes: &[u8]) -> Result<Outline, Stop> {
    let mut found = Outline::default();
    let mut scan = Scan { bytes, at: 0 };
    scan.space();
    if scan.peek() != Some(b'{') {
        return Err(Stop::NotAnObject);
    }
    match scan.object(&mut found) {
        Ok(()) => {
            scan.space();
            found.trailing = (scan.at < scan.bytes.len()).then_some(scan.at);
        }
        Err(Miss::Broken(at)) => found.broken = Some(at),
        Err(Miss::Stop(stop)) => return Err(stop),
    }
    Ok(found)
}

/// The elements of a list that is known to be JSON.
pub(super) fn elements(list: &str) -> Vec<Span> {
    let mut scan = Scan {
        bytes: list.as_bytes(),
        at: 0,
    };
    let mut spans = Vec::new();
    scan.space();
    if scan.take(b'[').is_ok() {
        // What was found until an impossible break is still each an element.
        scan.list(&mut spans, limits::EDITS).ok();
    }
    spans
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.step();
        }
    }

    fn take(&mut self, byte: u8) -> Result<(), Miss> {
        if self.peek() == Some(byte) {
            self.step();
            return Ok(());
        }
        Err(Miss::Broken(self.at))
    }

    fn object(&mut self, found: &mut Outline) -> Result<(), Miss> {
        self.take(b'{')?;
        self.space();
        if self.peek() == Some(b'}') {
            self.step();
            return Ok(());
        }
        loop {
            self.space();
            let key = self.string()?;
            self.space();
            self.take(b':')?;
            self.space();
            // A key that stands twice: both lists are read, and the digests tell whether they belong together.
            if self.bytes.get(key.0..key.1) == Some(b"records") && self.peek() == Some(b'[') {
                self.step();
                found.has_records = true;
                self.records(&mut found.records)?;
            } else {
                let from = self.at;
                self.value()?;
                found.header.push((key, (from, self.at)));
            }
            self.space();
            match self.peek() {
                Some(b',') => self.step(),
                _ => return self.take(b'}'),
            }
        }
    }

    /// The records behind an opening bracket, up to and with the closing one.
    fn records(&mut self, spans: &mut Vec<Span>) -> Result<(), Miss> {
        let from = self.at;
        match self.list(spans, limits::RECORDS) {
            Err(Miss::Broken(at)) => {
                // The record that broke the list begins behind the last whole one.
                self.at = spans.last().map_or(from, |last| last.1.max(from));
                self.records_by_line(spans, at)
            }
            other => other,
        }
    }

    /// The rest of the records, where a quotation mark or bracket is missing or one too many: writers begin each with its
    /// id on a line of its own, and no text holds a line end, so that only the damaged ones are lost.
    fn records_by_line(&mut self, spans: &mut Vec<Span>, broken: usize) -> Result<(), Miss> {
        const BEGIN: &[u8] = b"\n{\"id\":\"";
        let start = self.at;
        let rest = self.bytes.get(start..).unwrap_or_default();
        let begins = memchr::memmem::find_iter(rest, BEGIN);
        let begins = begins.map(|found| start.saturating_add(found).saturating_add(1));
        for end in begins {
            let mut chunk = Scan {
                bytes: self.bytes.get(..end).unwrap_or_default(),
                at: self.at,
            };
            // What is no value, or is left over behind one, is a record that cannot be read.
            loop {
                chunk.between();
                let from = chunk.at;
                if from >= end {
                    break;
                }
                let whole = match chunk.value() {
                    Ok(()) => chunk.at,
                    Err(Miss::Broken(_)) => end,
                    Err(stop) => return Err(stop),
                };
                if spans.len() >= limits::RECORDS {
                    return Err(Miss::Stop(Stop::TooManyRecords));
                }
                spans.push((from, whole));
                chunk.at = whole;
            }
            self.at = end;
        }
        if self.at == start {
            return Err(Miss::Broken(broken));
        }
        self.between();
        self.list(spans, limits::RECORDS)
    }

    /// White space and commas.
    fn between(&mut self) {
        while matches!(self.peek(), Some(b',' | b' ' | b'\n' | b'\r' | b'\t')) {
            self.step();
        }
    }

    /// The elements behind an opening bracket, up to and with the closing one.
    fn list(&mut self, spans: &mut Vec<Span>, most: usize) -> Result<(), Miss> {
        self.space();
        if self.peek() == Some(b']') {
            self.step();
            return Ok(());
        }
        loop {
            self.space();
            let from = self.at;
            self.value()?;
            if spans.len() >= most {
                return Err(Miss::Stop(Stop::TooManyRecords));
            }
            spans.push((from, self.at));
            self.space();
            match self.peek() {
                Some(b',') => self.step(),
                _ => return self.take(b']'),
            }
        }
    }

    /// The inside of a string.
    fn string(&mut self) -> Result<Span, Miss> {
        self.take(b'"')?;
        let from = self.at;
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            // A line end within a text is no JSON: a quotation mark is missing.
            let Some(found) = stop_of_string(rest) else {
                return Err(Miss::Broken(self.bytes.len()));
            };
            if rest.get(found) == Some(&b'\n') {
                return Err(Miss::Broken(self.at.saturating_add(found)));
            }
            let quote = rest.get(found) == Some(&b'"');
            self.at = self
                .at
                .saturating_add(found)
                .saturating_add(if quote { 1 } else { 2 });
            if quote {
                return Ok((from, self.at.saturating_sub(1)));
            }
        }
    }

    /// One value, as far as brackets and strings go; the parser of its contents says whether it is JSON.
    fn value(&mut self) -> Result<(), Miss> {
        let mut depth = 0usize;
        // Which of the open brackets are lists, one bit each, the innermost last.
        let mut lists = 0u32;
        loop {
            if depth > 0 {
                // Within brackets all but quotation marks and brackets is passed over, and that is most of the bytes.
                let rest = self.bytes.get(self.at..).unwrap_or_default();
                let passed = rest.iter().position(|byte| is_structure(*byte));
                self.at = self.at.saturating_add(passed.unwrap_or(rest.len()));
            }
            match self.peek() {
                None => return Err(Miss::Broken(self.at)),
                Some(b'"') => {
                    self.string()?;
                }
                Some(bracket @ (b'{' | b'[')) => {
                    depth = depth.saturating_add(1);
                    lists = lists.wrapping_shl(1) | u32::from(bracket == b'[');
                    // The file's own object and list are two of the allowed brackets.
                    if depth.saturating_add(2) > limits::DEPTH {
                        return Err(Miss::Stop(Stop::TooDeep));
                    }
                    self.step();
                    continue;
                }
                Some(bracket @ (b'}' | b']')) => {
                    if depth == 0 || (bracket == b']') != (lists & 1 == 1) {
                        return Err(Miss::Broken(self.at));
                    }
                    depth = depth.saturating_sub(1);
                    lists = lists.wrapping_shr(1);
                    self.step();
                }
                Some(b',' | b':') => return Err(Miss::Broken(self.at)),
                Some(_) => self.word(),
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) {
        while !matches!(
            self.peek(),
            None | Some(
                b'{' | b'}' | b'[' | b']' | b',' | b':' | b'"' | b' ' | b'\n' | b'\r' | b'\t'
            )
        ) {
            self.step();
        }
    }
}

/// Whether a byte is a bracket or a quotation mark.
fn is_structure(byte: u8) -> bool {
    const STRUCTURE: [bool; 256] = {
        let mut all = [false; 256];
        let marks = *b"\"{}[]";
        let mut at = 0;
        #[allow(
            clippy::indexing_slicing,
            clippy::arithmetic_side_effects,
            reason = "evaluated while compiling"
        )]
        while at < marks.len() {
            all[marks[at] as usize] = true;
            at += 1;
        }
        all
    };
    STRUCTURE
        .get(usize::from(byte))
        .is_some_and(|is_structure| *is_structure)
}

/// Where a quotation mark, a stroke before a mark or a line end comes first. Names and keys end soon: they are not worth
/// a search in large steps.
fn stop_of_string(rest: &[u8]) -> Option<usize> {
    const SOON: usize = 20;
    let is_stop = |byte: &u8| matches!(byte, b'"' | b'\\' | b'\n');
    let (near, far) = rest.split_at(rest.len().min(SOON));
    near.iter().position(is_stop).or_else(|| {
        memchr::memchr3(b'"', b'\\', b'\n', far).map(|found| found.saturating_add(near.len()))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_wherever_they_stand() {
        let text =
            r#" {"records":[ {"a":"]\"}"} ,{}], "format" : "rapporteur","n":[1,{"records":[]}]} "#;
        let found = outline(text.as_bytes()).unwrap();
        let part = |span: Span| &text[span.0..span.1];
        assert_eq!(
            found
                .records
                .iter()
                .map(|span| part(*span))
                .collect::<Vec<_>>(),
            [r#"{"a":"]\"}"}"#, "{}"]
        );
        assert_eq!(part(found.header[0].0), "format");
        assert_eq!(part(found.header[1].1), r#"[1,{"records":[]}]"#);
        assert_eq!((found.broken, found.trailing), (None, None));
    }

    #[test]
    fn a_cut_file_gives_its_whole_records() {
        let text = r#"{"format":"x","records":[{"id":1},{"id":2},{"id":3}]}"#;
        for cut in 0..text.len() {
            match outline(&text.as_bytes()[..cut]) {
                Ok(found) => {
                    assert!(found.broken.is_some(), "{cut}");
                    let whole = text[..cut].matches("}").count();
                    assert_eq!(found.records.len(), whole.min(3), "{cut}");
                }
                Err(stop) => assert_eq!((stop, cut), (Stop::NotAnObject, 0)),
            }
        }
        assert_eq!(
            outline(format!("{text} x").as_bytes()).unwrap().trailing,
            Some(text.len() + 1)
        );
    }

    #[test]
    fn nesting_is_bounded_without_recursion() {
        assert_eq!(
            outline(format!(r#"{{"a":{}"#, "[".repeat(1_000_000)).as_bytes()).unwrap_err(),
            Stop::TooDeep
        );
    }
}
