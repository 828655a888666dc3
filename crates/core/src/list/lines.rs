//! Pasted lines: one recommendation a line.

use super::column::Column;
use super::item::{Cell, Reader};
use super::node::Node;

/// Reads each line that is not blank as an item, without the bullet or number before it. A first line that only says
/// "Recommendations" is a heading.
pub(super) fn read(text: &str, reader: &mut Reader<'_>) {
    let mut first = true;
    for (row, line) in (1_usize..).zip(lines(text)) {
        if line.trim().is_empty() {
            continue;
        }
        let is_heading = first
            && reader
                .columns
                .find(line)
                .is_some_and(|column| column.is_text());
        first = false;
        if is_heading {
            continue;
        }
        let value = Node::Text(without_marker(line).to_owned());
        let cell = Cell {
            name: "text",
            column: &Column::Text,
            value: &value,
        };
        if value.is_blank() {
            reader.findings.push(super::ListFinding::NoText { row });
        }
        reader.add(row, &[cell]);
    }
}

/// Lines with any line end. Word's soft line end does not begin a new recommendation.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| {
        line.strip_suffix('\r')
            .unwrap_or(line)
            .split(['\r', '\u{2028}', '\u{2029}'])
    })
}

const BULLETS: &[char] = &[
    '•', '▪', '▫', '●', '○', '◦', '‣', '⁃', '∙', '·', '✓', '✔', '➢', '➤', '►', '▶', '■', '□', '◆',
    '★', '۝', '\u{f0b7}',
];
const DASHES: &[char] = &['-', '–', '—', '*', '+'];

/// The line without a bullet, and then without a number such as `1.`, `(2)`, `[3]`, `۴۔` or `5 -`. What could be part of the
/// text stays: "3.5 million", "10-year-olds", "15 - 20 officers".
pub(super) fn without_marker(line: &str) -> &str {
    let line = line.trim();
    let rest = match line.strip_prefix(BULLETS) {
        Some(rest) => rest.trim_start(),
        None => line
            .strip_prefix(DASHES)
            .filter(|rest| begins_with_space(rest))
            .map_or(line, str::trim_start),
    };
    without_number(rest).unwrap_or(rest)
}

fn without_number(line: &str) -> Option<&str> {
    let is_digit = |letter: char| matches!(letter, '0'..='9' | '٠'..='٩' | '۰'..='۹');
    let opened = line.strip_prefix(['(', '[']);
    let number = opened.unwrap_or(line);
    let rest = number.trim_start_matches(is_digit);
    let digits = number.strip_suffix(rest)?.chars().count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let text = match rest.strip_prefix([')', ']', '۔', '.']) {
        // "1.Parliament" is a number too, "3.5" and "8.7: Forced labour" are not.
        Some(text) => text,
        None if opened.is_some() => return None,
        None => match rest.strip_prefix(':') {
            Some(text) => Some(text).filter(|text| begins_with_space(text))?,
            None => rest
                .trim_start()
                .strip_prefix(['-', '–', '—'])
                .filter(|text| begins_with_space(text))?,
        },
    };
    let text = text.trim_start();
    (!text.starts_with(is_digit)).then_some(text)
}

fn begins_with_space(text: &str) -> bool {
    text.is_empty() || text.starts_with(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers() {
        let table = [
            ("1. Parliament should", "Parliament should"),
            ("1.Parliament should", "Parliament should"),
            ("12) Parliament", "Parliament"),
            ("(3) Parliament", "Parliament"),
            ("[1] Parliament", "Parliament"),
            ("۱۔ پارلیمنٹ", "پارلیمنٹ"),
            ("۲۔پارلیمنٹ", "پارلیمنٹ"),
            ("۳- پارلیمنٹ", "پارلیمنٹ"),
            ("4 – Parliament", "Parliament"),
            ("  • Parliament", "Parliament"),
            ("•Parliament", "Parliament"),
            ("- 1. Parliament", "Parliament"),
            ("* Parliament", "Parliament"),
            ("7: Parliament", "Parliament"),
            ("Parliament 1.", "Parliament 1."),
            ("3.5 million people", "3.5 million people"),
            ("8.7 should be met", "8.7 should be met"),
            ("10-year-olds need", "10-year-olds need"),
            ("15 - 20 officers", "15 - 20 officers"),
            ("2. 20 officers", "2. 20 officers"),
            ("10:30 is too late", "10:30 is too late"),
            ("2027. A year", "2027. A year"),
            ("15 days are enough", "15 days are enough"),
            ("-5 degrees", "-5 degrees"),
            ("(Federal) government", "(Federal) government"),
            ("1.", ""),
            ("-", ""),
            ("•", ""),
            ("", ""),
        ];
        for (line, text) in table {
            assert_eq!(without_marker(line), text, "{line:?}");
        }
    }
}
