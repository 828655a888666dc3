//! A table with a header row.

use super::ListFinding;
use super::column::Column;
use super::csv::Records;
use super::item::{Cell, Reader};
use super::node::Node;

/// A table whose header has been understood as far as it can be.
pub(super) struct Table<'a> {
    records: Records<'a>,
    names: Vec<String>,
    columns: Vec<Option<Column>>,
}

const DELIMITERS: [char; 3] = [',', ';', '\t'];

impl<'a> Table<'a> {
    /// The table in a text; `None` where the text is rather one of lines. `said`: somebody says that it is a table.
    pub(super) fn of(text: &'a str, said: bool, reader: &Reader<'_>) -> Option<Self> {
        // Excel writes and reads a first line that names the delimiter.
        let named = text.strip_prefix("sep=").and_then(|rest| {
            let delimiter = rest
                .chars()
                .next()
                .filter(|letter| !letter.is_alphanumeric())?;
            Some((delimiter, rest.split_once('\n')?.1))
        });
        let mut best = match named {
            Some((delimiter, rest)) => Self::with(rest, Some(delimiter), reader),
            None => Self::with(text, None, reader),
        };
        for delimiter in DELIMITERS.into_iter().filter(|_| named.is_none()) {
            let table = Self::with(text, Some(delimiter), reader);
            if table.score() > best.score() {
                best = table;
            }
        }
        let (known, cells) = best.score();
        let has_text = best.columns.iter().flatten().any(Column::is_text);
        let mostly_known = cells > 1 && has_text && known.saturating_mul(2) > cells;
        (mostly_known || (said && (has_text || cells > 1))).then_some(best)
    }

    fn with(text: &'a str, delimiter: Option<char>, reader: &Reader<'_>) -> Self {
        let mut records = Records::new(text, delimiter);
        let names = records.find(|record| record.cells.iter().any(|cell| !cell.trim().is_empty()));
        let names: Vec<String> = names.map(|record| record.cells).unwrap_or_default();
        let names: Vec<String> = names
            .into_iter()
            .map(|name| name.trim().to_owned())
            .collect();
        let mut columns: Vec<_> = names.iter().map(|name| reader.columns.find(name)).collect();
        let texts = columns
            .iter_mut()
            .zip(&names)
            .filter(|(column, _)| **column == Some(Column::Text));
        // Beside a column "text", a column "متن" is its Urdu.
        let (urdu, other): (Vec<_>, Vec<_>) = texts.partition(|(_, name)| !name.is_ascii());
        if !other.is_empty() {
            urdu.into_iter()
                .for_each(|(column, _)| *column = Some(Column::Wording("ur".to_owned())));
        }
        Self {
            records,
            names,
            columns,
        }
    }

    /// How many columns are known, and how many there are.
    fn score(&self) -> (usize, usize) {
        (self.columns.iter().flatten().count(), self.names.len())
    }

    /// Reads the rows below the header.
    pub(super) fn read(self, reader: &mut Reader<'_>) {
        let Self {
            records,
            names,
            columns,
        } = self;
        if !columns.iter().flatten().any(Column::is_text) {
            reader
                .findings
                .push(ListFinding::NoTextColumn { columns: names });
            return;
        }
        for record in records {
            let row = record.row;
            if record.unclosed {
                reader.findings.push(ListFinding::UnclosedQuote { row });
            }
            let mut values: Vec<Node> = record.cells.into_iter().map(Node::Text).collect();
            let extra = values.split_off(names.len().min(values.len()));
            let extra: Vec<String> = extra
                .iter()
                .filter(|value| !value.is_blank())
                .map(Node::to_string)
                .collect();
            if !extra.is_empty() {
                reader
                    .findings
                    .push(ListFinding::ExtraCells { row, values: extra });
            }
            let mut cells = Vec::with_capacity(values.len());
            for ((name, column), value) in names.iter().zip(&columns).zip(&values) {
                match column {
                    Some(column) => cells.push(Cell {
                        name,
                        column,
                        value,
                    }),
                    None => reader.unknown(name, value),
                }
            }
            if cells.iter().all(|cell| cell.value.is_blank())
                && values.iter().any(|value| !value.is_blank())
            {
                reader.findings.push(ListFinding::NoText { row });
            }
            reader.add(row, &cells);
        }
    }
}
