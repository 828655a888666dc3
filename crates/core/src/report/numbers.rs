//! Final numbers: those of the adopted edition where there is one, else by section and place.

use std::collections::{BTreeMap, BTreeSet};

use crate::event::pointer;
use crate::item::{ItemId, Kind};
use crate::sorted;
use crate::value::Value;
use crate::workbook::Workbook;

use super::final_list::Final;

/// Numbers the items and sorts them by section and number; whether an edition gave numbers. The items are to stand in the
/// order of the groups and their lists.
///
/// A combination that the edition does not number takes the first number of its originals, so that a number once adopted is
/// not lost by combining. What has no number goes on behind the greatest of its section. Of one number held twice each is
/// followed by the first letters of its item's name.
pub(super) fn number(workbook: &Workbook, event: Option<ItemId>, items: &mut [Final]) -> bool {
    let adopted = adopted(workbook, event);
    let mut highest: BTreeMap<char, u64> = BTreeMap::new();
    for (letter, serial) in adopted.values().filter_map(|number| parts(number)) {
        let most = highest.entry(letter).or_default();
        *most = (*most).max(serial);
    }
    for item in items.iter_mut() {
        let origins = item.origins.iter().filter_map(|id| adopted.get(id));
        let first = origins.min_by(|a, b| key(a).cmp(&key(b)));
        item.number = match adopted.get(&item.id).or(first) {
            Some(number) => number.clone(),
            None => {
                let letter = item.section.letter();
                let last = highest.entry(letter).or_default();
                *last = last.saturating_add(1);
                format!("{letter}{last}")
            }
        };
    }
    let mut once = BTreeSet::new();
    let mut twice = BTreeSet::new();
    for item in items.iter() {
        if !once.insert(item.number.clone()) {
            twice.insert(item.number.clone());
        }
    }
    sorted::sort_by(items, |a, b| {
        (a.section, key(&a.number), a.id).cmp(&(b.section, key(&b.number), b.id))
    });
    for item in items.iter_mut().filter(|item| twice.contains(&item.number)) {
        item.number.push('·');
        item.number.push_str(&item.id.short());
    }
    !adopted.is_empty()
}

/// Numbers by item of the event's editions. Of several editions the one that numbers most goes first, and others fill up.
fn adopted(workbook: &Workbook, event: Option<ItemId>) -> BTreeMap<ItemId, String> {
    let mut editions: Vec<BTreeMap<ItemId, String>> = workbook
        .of_kind(Kind::EDITION)
        .filter(|(id, _)| event.is_none() || pointer(workbook, *id, "event") == event)
        .filter_map(|(id, _)| workbook.value(id, "numbers").map(numbers_of))
        .collect();
    sorted::sort_by(&mut editions, |a, b| (b.len(), b).cmp(&(a.len(), a)));
    let mut numbers = BTreeMap::new();
    for (item, number) in editions.into_iter().flatten() {
        numbers.entry(item).or_insert(number);
    }
    numbers
}

/// A map from the names of items to their numbers, texts or whole numbers; what is neither is passed over.
fn numbers_of(value: &Value) -> BTreeMap<ItemId, String> {
    let entries = value.entries().iter().filter_map(|(item, number)| {
        let item = item.parse().ok()?;
        let number = match (number.as_text(), number.as_int()) {
            (Some(text), _) => super::visible::visible(text.trim()).into_owned(),
            (_, Some(number)) => number.to_string(),
            _ => return None,
        };
        (!number.is_empty()).then_some((item, number))
    });
    sorted::map(entries)
}

/// The letter and serial of a number such as `A12`.
fn parts(number: &str) -> Option<(char, u64)> {
    let letter = number.chars().next().filter(char::is_ascii_uppercase)?;
    let serial = number.strip_prefix(letter)?.parse().ok()?;
    Some((letter, serial))
}

/// Numbers in the order people expect: `A2` before `A10`, those of another form behind by their bytes.
fn key(number: &str) -> (char, u64, &str) {
    parts(number).map_or((char::MAX, u64::MAX, number), |(letter, serial)| {
        (letter, serial, number)
    })
}
