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
}
