//! The final list as plenary sees it: one recommendation a page, by section, those that are ready to be shown.

use crate::item::ItemId;
use crate::judgement::Judged;
use crate::recommendation::State;
use crate::value::Value;

use super::communique::section_heading;
use super::items::{short, text};
use super::outline::Said;
use super::{Options, Refusal, Source};
use crate::workbook::Workbook;

/// A recommendation of the final list for the screen of a plenary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slide {
    /// The recommendation or combination.
    pub item: ItemId,
    /// Its final number.
    pub number: String,
    /// The heading of its section.
    pub section: Said,
    /// Its text.
    pub text: Said,
    /// Who leads, and by when.
    pub lines: Vec<Said>,
    /// Whether it is ready to be shown as it is worded now.
    pub ready: bool,
    /// It was marked ready on an earlier wording.
    pub was_ready: bool,
    /// Its group has agreed to it as it is worded now.
    pub agreed: bool,
}

/// The slides of all recommendations in the order of their numbers, whether ready or not.
///
/// # Errors
/// As [`super::outline`]: of several events one has to be chosen, and two languages have to be current.
pub fn slides(workbook: &Workbook, options: &Options) -> Result<Vec<Slide>, Refusal> {
    let source = Source::of(workbook, options)?;
    let items = source.items()?;
    let slide = |item: &&super::Final| {
        let ready = Judged::read(workbook, item.id, "vetted");
        let agreed = Judged::read(workbook, item.id, "state").standing();
        Slide {
            item: item.id,
            number: item.number.clone(),
            section: section_heading(&source, item.section),
            text: text(&source, item),
            lines: short(&source, item),
            ready: ready.standing() == Some(&Value::Bool(true)),
            was_ready: matches!(ready, Judged::One { earlier: true, .. }),
            agreed: agreed.and_then(Value::as_text) == Some(State::Agreed.name()),
        }
    };
    Ok(items.iter().map(slide).collect())
}
