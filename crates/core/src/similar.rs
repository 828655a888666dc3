//! Look-alikes: which recommendations may ask for the same, in either language, and why. People decide; nothing is merged.
//!
//! [`Search`] is a job in steps over [`Entry`]s, so that a page stays awake; dropping it cancels it. The method with its
//! formulas is in `docs/look-alikes.md`. Sentences for [`Reason`]s stand in `locales/`.

mod entry;
mod features;
mod found;
mod glossary;
mod index;
mod reason;
mod score;
mod search;
mod stem;
mod table;
mod tags;

pub use entry::{Decided, Entry, decided, entries};
pub use found::LookAlikes;
pub use glossary::{Class, Concept, Glossary};
pub use reason::{Name, Reason};
pub use search::{Pair, Progress, Search};
