//! Participants by category, folded so that nobody can be told from a number.

use crate::item::ItemId;
use crate::value::Value;
use crate::workbook::{Item, Workbook};

/// Categories with fewer are not told apart.
const FEWEST: u64 = 5;

/// How many took part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Participants {
    /// Categories and numbers, the greatest first.
    pub(super) categories: Vec<(String, u64)>,
    /// All that are folded together.
    pub(super) other: u64,
    /// All of them.
    pub(super) total: u64,
}

impl Participants {
    /// Those of an event.
    pub(super) fn of(workbook: &Workbook, event: ItemId, small_counts: bool) -> Self {
        let mut categories = Vec::new();
        let fields = workbook.item(event).into_iter().flat_map(Item::fields);
        for (field, _) in fields {
            let category = field.name().strip_prefix("participants/");
            let number = workbook
                .value(event, field.name())
                .and_then(Value::as_int)
                .and_then(|number| u64::try_from(number).ok());
            if let (Some(category), Some(number)) = (category, number.filter(|number| *number > 0))
            {
                categories.push((category.to_owned(), number));
            }
        }
        folded(categories, 0, small_counts)
    }
}

/// Categories with their numbers, folded; `other` of them had been before. Unless small numbers are wanted, categories under
/// five are one, and as long as that one is under five too the smallest of the rest joins it: else it could be reckoned from
/// the total. Source: the rule for ballots, with five in place of three.
pub(super) fn folded(
    mut categories: Vec<(String, u64)>,
    mut other: u64,
    small_counts: bool,
) -> Participants {
    crate::sorted::sort_by(&mut categories, |a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
    let total = categories
        .iter()
        .fold(other, |sum, (_, number)| sum.saturating_add(*number));
    while let Some((_, number)) = categories.last() {
        let reckoned = other > 0 && other < FEWEST;
        if small_counts || (*number >= FEWEST && !reckoned) {
            break;
        }
        other = other.saturating_add(*number);
        categories.pop();
    }
    Participants {
        categories,
        other,
        total,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Pen;
    use crate::event::event_of_code;
    use crate::item::SessionId;

    fn of_event(numbers: &[i64], small: bool) -> (Vec<u64>, u64, u64) {
        let event = event_of_code("X");
        let mut workbook = Workbook::new();
        let mut pen = Pen::new(SessionId(1));
        let mut act = pen.act("typed", None);
        for (at, number) in numbers.iter().enumerate() {
            let field = format!("participants/cat-{at}");
            act.set(&workbook, event, &field, Value::Int(*number));
        }
        let edits = act.finish();
        workbook.join(edits);
        let told = Participants::of(&workbook, event, small);
        let shown = told.categories.iter().map(|(_, number)| *number).collect();
        (shown, told.other, told.total)
    }

    #[test]
    fn nobody_is_told_by_a_number_under_five() {
        for (numbers, shown) in [
            (&[12, 7, 4, 1][..], (vec![12, 7], 5, 24)),
            (&[12, 7, 3], (vec![12], 10, 22)),
            (&[12, 7, 5], (vec![12, 7, 5], 0, 24)),
            (&[4], (vec![], 4, 4)),
            (&[9, 2], (vec![], 11, 11)),
            (&[-3, 0], (vec![], 0, 0)),
        ] {
            assert_eq!(of_event(numbers, false), shown, "{numbers:?}");
        }
        assert_eq!(of_event(&[12, 7, 3], true), (vec![12, 7, 3], 0, 22));
    }

    #[test]
    fn what_was_folded_before_counts_among_the_others() {
        for (before, numbers, shown) in [
            (4, &[6, 5][..], (vec![6], 9, 15)),
            (3, &[9, 4], (vec![9], 7, 16)),
            (7, &[6, 5], (vec![6, 5], 7, 18)),
            (2, &[5], (vec![], 7, 7)),
        ] {
            let named = numbers.iter().map(|number| (number.to_string(), *number));
            let told = folded(named.collect(), before, false);
            let numbers = told.categories.iter().map(|(_, number)| *number).collect();
            assert_eq!((numbers, told.other, told.total), shown, "{before}");
        }
    }
}
