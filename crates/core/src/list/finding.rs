//! What could not be used of a list. The words for it are in `locales/`.

/// One thing in a list that a person should know of. `row` is counted as in [`super::ListItem::row`], 0 for the event; `column` is the name
/// the list gives it; `value` is what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListFinding {
    /// Nothing was read: the list has too many bytes.
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest size.
        limit: usize,
    },
    /// Nothing was read: the text is not UTF-8. To be saved again as UTF-8.
    NotUtf8 {
        /// What it looks like.
        encoding: Encoding,
        /// The first byte that does not fit.
        at: usize,
    },
    /// Nothing was read: not JSON, from this place on.
    BadJson {
        /// The line, from 1.
        line: usize,
        /// The byte in the line, from 1.
        column: usize,
        /// Whether the text ended too early, as a file cut off does.
        cut_off: bool,
    },
    /// Nothing was read: JSON, but neither an array nor an object with an array `recommendations`.
    NotAList,
    /// Nothing was read: a table in which no column is known to hold the texts.
    NoTextColumn {
        /// The names of its columns.
        columns: Vec<String>,
    },
    /// The list has no item.
    Empty,
    /// Parts of a JSON list that say nothing about recommendations, groups or the event, such as `event.level`.
    UnusedParts {
        /// Their names.
        names: Vec<String>,
    },
    /// A column or key nobody knows.
    UnknownColumn {
        /// Its name; empty where the header has none.
        column: String,
        /// How many values stand in it.
        values: usize,
    },
    /// More cells than the header has names for.
    ExtraCells {
        /// The row.
        row: usize,
        /// What stands there.
        values: Vec<String>,
    },
    /// A quotation mark is opened and never closed: this row reaches to the end of the file.
    UnclosedQuote {
        /// The row.
        row: usize,
    },
    /// Not taken: the element is neither an object nor a text.
    NotAnItem {
        /// The row.
        row: usize,
        /// What stands there, shortened.
        value: String,
    },
    /// Not taken: a row with values but without a text.
    NoText {
        /// The row.
        row: usize,
    },
    /// Not taken: the item, if its original text is too long, else this value.
    TooLong {
        /// The row.
        row: usize,
        /// The column.
        column: String,
        /// The length in Unicode scalar values.
        length: usize,
        /// The greatest length.
        limit: usize,
    },
    /// Items beyond the limit were not taken.
    TooManyItems {
        /// How many items the list has.
        count: usize,
        /// How many may be taken.
        limit: usize,
    },
    /// Not taken: neither the id nor a label of a term.
    UnknownTerm {
        /// The row.
        row: usize,
        /// The column.
        column: String,
        /// What stands there.
        value: String,
    },
    /// Not taken: there is room for one value, and an earlier one has it.
    SecondValue {
        /// The row.
        row: usize,
        /// The column.
        column: String,
        /// What stands there.
        value: String,
    },
    /// Not taken: not a date written year-month-day, or a day that does not exist.
    BadDate {
        /// The row.
        row: usize,
        /// The column.
        column: String,
        /// What stands there.
        value: String,
    },
    /// Not taken: not a language tag or the name of a language.
    BadLanguage {
        /// The row.
        row: usize,
        /// The column.
        column: String,
        /// What stands there.
        value: String,
    },
    /// Not taken: a text was expected.
    BadValue {
        /// The row.
        row: usize,
        /// The column.
        column: String,
        /// What stands there, shortened.
        value: String,
    },
    /// Control characters or overrides of direction were taken out of a text.
    Cleaned {
        /// The row.
        row: usize,
        /// The column.
        column: String,
    },
    /// Taken without its id, which an earlier item of the group has with another text.
    SameIdOtherText {
        /// The row.
        row: usize,
        /// The row of the earlier item.
        first: usize,
        /// The id.
        id: String,
    },
    /// Not taken: an earlier item of the group has the same id and text, or the same text where neither has an id.
    Repeated {
        /// The row.
        row: usize,
        /// The row of the earlier item.
        first: usize,
        /// Whether they are equal in everything; else the rest of this one is lost unless somebody looks.
        equal: bool,
    },
}

/// What a text that is not UTF-8 looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-16, such as Excel's "Unicode text".
    Utf16,
    /// Another, such as Latin-1 or Windows-1256.
    Other,
}

impl ListFinding {
    /// The row it is about, where it is about one.
    pub fn row(&self) -> Option<usize> {
        match self {
            Self::ExtraCells { row, .. }
            | Self::UnclosedQuote { row }
            | Self::NotAnItem { row, .. }
            | Self::NoText { row }
            | Self::TooLong { row, .. }
            | Self::UnknownTerm { row, .. }
            | Self::SecondValue { row, .. }
            | Self::BadDate { row, .. }
            | Self::BadLanguage { row, .. }
            | Self::BadValue { row, .. }
            | Self::Cleaned { row, .. }
            | Self::SameIdOtherText { row, .. }
            | Self::Repeated { row, .. } => Some(*row),
            _ => None,
        }
    }

    /// The key of its sentence, and what the sentence names; `row` is `event` where it is about the event.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let cell = |row: &usize, column: &str, value: &str| {
            vec![
                ("row", place(*row)),
                ("column", name(column)),
                ("value", value.to_owned()),
            ]
        };
        match self {
            Self::TooLarge { bytes, limit } => {
                let mebibytes = |bytes: usize| bytes.div_ceil(1024 * 1024).to_string();
                (
                    "list-finding-too-large",
                    vec![("size", mebibytes(*bytes)), ("limit", mebibytes(*limit))],
                )
            }
            Self::NotUtf8 { encoding, at } => (
                "list-finding-not-utf8",
                vec![("encoding", encoding.name().into()), ("at", at.to_string())],
            ),
            Self::BadJson {
                line,
                column,
                cut_off,
            } => (
                if *cut_off {
                    "list-finding-cut-off"
                } else {
                    "list-finding-bad-json"
                },
                vec![("line", line.to_string()), ("place", column.to_string())],
            ),
            Self::NotAList => ("list-finding-not-a-list", vec![]),
            Self::NoTextColumn { columns } => (
                "list-finding-no-text-column",
                vec![("columns", columns.join(", "))],
            ),
            Self::Empty => ("list-finding-empty", vec![]),
            Self::UnusedParts { names } => (
                "list-finding-unused-parts",
                vec![("names", names.join(", "))],
            ),
            Self::UnknownColumn { column, values } => (
                "list-finding-unknown-column",
                vec![("column", name(column)), ("values", values.to_string())],
            ),
            Self::ExtraCells { row, values } => (
                "list-finding-extra-cells",
                vec![("row", place(*row)), ("values", values.join(", "))],
            ),
            Self::UnclosedQuote { row } => {
                ("list-finding-unclosed-quote", vec![("row", place(*row))])
            }
            Self::NotAnItem { row, value } => (
                "list-finding-not-an-item",
                vec![("row", place(*row)), ("value", value.clone())],
            ),
            Self::NoText { row } => ("list-finding-no-text", vec![("row", place(*row))]),
            Self::TooLong {
                row,
                column,
                length,
                limit,
            } => (
                "list-finding-too-long",
                vec![
                    ("row", place(*row)),
                    ("column", name(column)),
                    ("length", length.to_string()),
                    ("limit", limit.to_string()),
                ],
            ),
            Self::TooManyItems { count, limit } => (
                "list-finding-too-many-items",
                vec![("count", count.to_string()), ("limit", limit.to_string())],
            ),
            Self::UnknownTerm { row, column, value } => {
                ("list-finding-unknown-term", cell(row, column, value))
            }
            Self::SecondValue { row, column, value } => {
                ("list-finding-second-value", cell(row, column, value))
            }
            Self::BadDate { row, column, value } => {
                ("list-finding-bad-date", cell(row, column, value))
            }
            Self::BadLanguage { row, column, value } => {
                ("list-finding-bad-language", cell(row, column, value))
            }
            Self::BadValue { row, column, value } => {
                ("list-finding-bad-value", cell(row, column, value))
            }
            Self::Cleaned { row, column } => (
                "list-finding-cleaned",
                vec![("row", place(*row)), ("column", name(column))],
            ),
            Self::SameIdOtherText { row, first, id } => (
                "list-finding-same-id",
                vec![
                    ("row", place(*row)),
                    ("first", place(*first)),
                    ("id", id.clone()),
                ],
            ),
            Self::Repeated { row, first, equal } => (
                if *equal {
                    "list-finding-repeated"
                } else {
                    "list-finding-repeated-differs"
                },
                vec![("row", place(*row)), ("first", place(*first))],
            ),
        }
    }
}

impl Encoding {
    /// Its name for people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf16 => "UTF-16",
            Self::Other => "?",
        }
    }
}

fn place(row: usize) -> String {
    match row {
        0 => String::from("event"),
        row => row.to_string(),
    }
}

/// A column's name; tables may leave it empty.
fn name(column: &str) -> String {
    match column.trim() {
        "" => String::from("?"),
        name => name.to_owned(),
    }
}
