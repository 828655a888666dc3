//! Records of a separated text (RFC 4180), read as spreadsheets do.
//!
//! Written here rather than with `csv-core` because that skips blank lines, and a finding must name the row people see; a
//! test compares the two.

use std::iter::Peekable;
use std::str::Chars;

/// The records of a text, blank ones too.
pub(super) struct Records<'a> {
    letters: Peekable<Chars<'a>>,
    /// What separates cells; `None` where there is one cell a row.
    delimiter: Option<char>,
    row: usize,
}

/// One row.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    /// Its number, from 1, counting a row of several lines once.
    pub(super) row: usize,
    /// Its cells, without the quotation marks.
    pub(super) cells: Vec<String>,
    /// Whether a quotation mark was still open at the end of the text.
    pub(super) unclosed: bool,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, delimiter: Option<char>) -> Self {
        Self {
            letters: text.chars().peekable(),
            delimiter,
            row: 0,
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        self.letters.peek()?;
        self.row = self.row.saturating_add(1);
        let mut record = Record {
            row: self.row,
            ..Record::default()
        };
        let mut cell = String::new();
        let mut at_start = true;
        let mut quoted = false;
        while let Some(letter) = self.letters.next() {
            match letter {
                '"' if quoted && self.letters.next_if_eq(&'"').is_some() => cell.push('"'),
                '"' if quoted => quoted = false,
                _ if quoted => cell.push(letter),
                '"' if at_start => quoted = true,
                '\n' => break,
                '\r' => {
                    self.letters.next_if_eq(&'\n');
                    break;
                }
                _ if Some(letter) == self.delimiter => {
                    record.cells.push(std::mem::take(&mut cell));
                    at_start = true;
                    continue;
                }
                _ => cell.push(letter),
            }
            at_start = false;
        }
        record.unclosed = quoted;
        record.cells.push(cell);
        Some(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What `csv-core` makes of the text, which leaves blank lines out.
    fn by_csv_core(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
        let mut records = vec![vec![]];
        let mut input = text.as_bytes();
        let mut cell = Vec::new();
        loop {
            let mut output = [0; 8];
            let (result, read, written) = reader.read_field(input, &mut output);
            input = &input[read..];
            cell.extend_from_slice(&output[..written]);
            match result {
                csv_core::ReadFieldResult::InputEmpty | csv_core::ReadFieldResult::OutputFull => {}
                csv_core::ReadFieldResult::Field { record_end } => {
                    let text = String::from_utf8(std::mem::take(&mut cell))
                        .expect("cells are cut at ASCII");
                    records.last_mut().expect("there is one").push(text);
                    if record_end {
                        records.push(vec![]);
                    }
                }
                csv_core::ReadFieldResult::End => break,
            }
        }
        records.retain(|record| !record.is_empty());
        records
    }

    proptest! {
        #[test]
        fn as_csv_core_reads(text in "[ab,;\"\r\n\u{627}]{0,24}") {
            for delimiter in [',', ';'] {
                let records = Records::new(&text, Some(delimiter)).map(|record| record.cells);
                // A blank line is one empty cell here; `""` on a line of its own is a cell there.
                let theirs = by_csv_core(&text, delimiter as u8).into_iter();
                let empty = [String::new()];
                let ours: Vec<_> = records.filter(|cells| *cells != empty).collect();
                let theirs: Vec<_> = theirs.filter(|cells| *cells != empty).collect();
                prop_assert_eq!(ours, theirs);
            }
        }
    }

    #[test]
    fn rows_are_counted_as_people_see_them() {
        let text = "a,b\n\n\"x\ny\",\"say \"\"hi\"\"\"\r\nlast,\"open";
        let records: Vec<_> = Records::new(text, Some(',')).collect();
        let record = |row, cells: [&str; 2], unclosed| Record {
            row,
            cells: cells.map(str::to_owned).into(),
            unclosed,
        };
        assert_eq!(records[0], record(1, ["a", "b"], false));
        assert_eq!(records[1].cells, [""]);
        assert_eq!(records[2], record(3, ["x\ny", "say \"hi\""], false));
        assert_eq!(records[3], record(4, ["last", "open"], true));
        assert_eq!(records.len(), 4);
    }
}
