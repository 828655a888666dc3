//! Text in two scripts: keys to search and recognise by, measures, languages, cleaning and names.
//!
//! Nothing here changes what people typed except [`clean_input`], which runs when a text is committed. NFC is the caller's
//! work (the browser has it built in); the keys made here are the same for NFC and NFD. Sorting for people is left to the
//! browser's `Intl.Collator`, drafting checks to `advice`.

mod clean;
mod difference;
mod fold;
mod fold_tables;
mod keyboard;
mod language;
mod measure;
mod name;
mod query;

pub use clean::{Removed, clean, clean_input};
pub use difference::{Difference, difference};
pub use fold::{fold, identity_key};
pub use keyboard::{Key, URDU_KEYS, ZWNJ, urdu_key};
pub use language::{Direction, direction_of, guess_lang};
pub use measure::{beginning, excerpt, graphemes, parse_digits, urdu_digits, words};
pub use name::{file_name_part, slug};
pub use query::Query;
