//! Final numbers: those of the adopted edition where there is one, else by section and place.

use std::collections::{BTreeMap, BTreeSet};

use crate::edition::Numbering;
use crate::event::pointer;
use crate::item::{ItemId, Kind};
use crate::sorted;
use crate::value::Value;
use crate::workbook::Workbook;

use super::final_list::Final;
use super::section::Section;

/// What is known of the numbers.
pub(super) struct Numbered {
    /// Whether an edition gave numbers.
    pub(super) adopted: bool,
    /// Whether all that it gave begin with the letter of a section.
    pub(super) lettered: bool,
}

/// Numbers the items and sorts them by section and number. The items are to stand in the order of the groups and their lists.
///
/// A combination that the edition does not number takes the first number of its originals, so that a number once adopted is
/// not lost by combining. What has no number goes on behind the greatest of its section. Of one number held twice each is
/// followed by the first letters of its item's name.
pub(super) fn number(workbook: &Workbook, event: Option<ItemId>, items: &mut [Final]) -> Numbered {
    let adopted = adopted(workbook, event);
    let lettered = adopted.values().all(|number| {
        parts(number).is_none_or(|(series, _)| series.starts_with(char::is_alphabetic))
    });
    let mut highest: BTreeMap<String, u64> = BTreeMap::new();
    for (series, serial) in adopted.values().filter_map(|number| parts(number)) {
        let most = highest.entry(series.to_owned()).or_default();
        *most = (*most).max(serial);
    }
    for item in items.iter_mut() {
        let origins = item.origins.iter().filter_map(|id| adopted.get(id));
        let first = origins.min_by(|a, b| key(a).cmp(&key(b)));
        let given = adopted.get(&item.id).or(first);
        item.number = given.cloned().unwrap_or_default();
    }
    let mut series_of: BTreeMap<Section, String> = BTreeMap::new();
    for item in items.iter() {
        // Of several series of a section new ones go on behind the last.
        if let Some((series, _)) = parts(&item.number) {
            let held = series_of.entry(item.section).or_default();
            if key_of_series(series) >= key_of_series(held) {
                series.clone_into(held);
            }
        }
    }
    for item in items.iter_mut().filter(|item| item.number.is_empty()) {
        let series = series_of
            .entry(item.section)
            .or_insert_with(|| new_series(lettered, item.section, &highest));
        let last = highest.entry(series.clone()).or_default();
        *last = last.saturating_add(1);
        item.number = format!("{series}{last}");
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
    Numbered {
        adopted: !adopted.is_empty(),
        lettered,
    }
}

/// What the numbers of a section begin with that has none yet: its letter, or the first number of a section left free.
fn new_series(lettered: bool, section: Section, highest: &BTreeMap<String, u64>) -> String {
    match lettered {
        true => section.letter().to_string(),
        false => {
            let last = highest.keys().map(|series| key_of_series(series)).max();
            format!("{}.", last.unwrap_or(0).saturating_add(1))
        }
    }
}

/// Numbers by item of the event's editions. Of several editions the one that numbers most goes first, and others fill up.
fn adopted(workbook: &Workbook, event: Option<ItemId>) -> BTreeMap<ItemId, String> {
    let mut editions: Vec<BTreeMap<ItemId, String>> = workbook
        .of_kind(Kind::EDITION)
        .filter(|(id, _)| event.is_none() || pointer(workbook, *id, "event") == event)
        .filter_map(|(id, _)| {
            let held = workbook.value(id, "numbers")?;
            Some(match held {
                // As an edition is adopted: sections in order, each with its items.
                Value::List(_) => of_numbering(&Numbering::read(workbook, id)),
                _ => numbers_of(held),
            })
        })
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

fn of_numbering(numbering: &Numbering) -> BTreeMap<ItemId, String> {
    let items = numbering.sections.iter().flat_map(|section| &section.items);
    let named = items.map(|held| {
        let number = super::visible::visible(held.number.trim()).into_owned();
        (held.item, number)
    });
    sorted::map(named.filter(|(_, number)| !number.is_empty()))
}

/// What a number begins with and its serial: `A` and 12 of `A12`, `2.` and 7 of `2.7`.
fn parts(number: &str) -> Option<(&str, u64)> {
    let serial = number
        .rfind(|letter: char| !letter.is_ascii_digit())
        .and_then(|at| number.get(at..))
        .and_then(|rest| rest.get(rest.chars().next()?.len_utf8()..))?;
    let series = number.strip_suffix(serial)?;
    let letter = series.len() == 1 && series.starts_with(|first: char| first.is_ascii_uppercase());
    let section = series
        .strip_suffix('.')
        .is_some_and(|section| section.parse::<u64>().is_ok());
    (letter || section)
        .then_some(())
        .and_then(|()| Some((series, serial.parse().ok()?)))
}

/// Where a series stands among others: by its letter or number.
fn key_of_series(series: &str) -> u64 {
    match series.strip_suffix('.') {
        Some(section) => section.parse().unwrap_or(u64::MAX),
        None => series
            .chars()
            .next()
            .map_or(0, |letter| u64::from(u32::from(letter))),
    }
}

/// Numbers in the order people expect: `A2` before `A10`, those of another form behind by their bytes.
fn key(number: &str) -> (u64, u64, &str) {
    parts(number).map_or((u64::MAX, u64::MAX, number), |(series, serial)| {
        (key_of_series(series), serial, number)
    })
}
