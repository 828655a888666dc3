//! Identity cards and telephones among all numbers: by the lengths of their groups of digits, never by size.

use std::ops::Range;

use crate::advice::finding::{Check, Pattern};
use crate::advice::lexicon::Sign;
use crate::advice::reading::{Reading, snapped};

/// A run of digits.
#[derive(Clone, Debug)]
struct Group {
    digits: String,
    at: Range<usize>,
    /// What stands before it: a dash, a space; `None` where something else does, and the group begins anew.
    joined: bool,
    plus: bool,
}

/// The most groups of one number: `0092-300-000-00-00`.
const MOST_GROUPS: usize = 5;

/// The value of a digit of any of the three sets.
pub(super) fn digit(letter: char) -> Option<char> {
    let zero = match letter {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    let value = u32::from(letter).checked_sub(u32::from(zero))?;
    char::from_digit(value, 10)
}

/// Identity cards, telephones and helplines.
pub(super) fn found(reading: &Reading<'_>) -> Vec<(Check, Range<usize>)> {
    let groups = groups(reading.text);
    let mut found = Vec::new();
    let mut from = 0;
    while from < groups.len() {
        let rest = groups.get(from..).unwrap_or_default();
        let joined = rest.iter().skip(1).take_while(|group| group.joined);
        let most = joined.count().saturating_add(1).min(MOST_GROUPS);
        let hit = (1..=most).rev().find_map(|count| {
            let window = rest.get(..count)?;
            Some((
                check(reading, window)?,
                window.first()?,
                window.last()?,
                count,
            ))
        });
        match hit {
            Some((check, first, last, count)) => {
                found.push((check, snapped(reading.text, first.at.start..last.at.end)));
                from = from.saturating_add(count);
            }
            None => from = from.saturating_add(1),
        }
    }
    found
}

/// Groups of digits that are no part of a word.
fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut between = String::new();
    let mut word_before = false;
    let mut open = false;
    for (at, letter) in text.char_indices() {
        let end = at.saturating_add(letter.len_utf8());
        if let Some(value) = digit(letter) {
            if open && let Some(last) = groups.last_mut() {
                last.digits.push(value);
                last.at.end = end;
            } else if !word_before {
                let plus = between.ends_with('+');
                let start = if plus { at.saturating_sub(1) } else { at };
                groups.push(Group {
                    digits: value.to_string(),
                    at: start..end,
                    joined: !groups.is_empty() && joins(&between),
                    plus,
                });
                open = true;
            }
            between.clear();
        } else if letter.is_alphabetic() {
            // "K-2027a": a letter behind digits makes them part of a word.
            if open && between.is_empty() {
                groups.pop();
            }
            (open, word_before) = (false, true);
            between.clear();
            between.push(letter);
        } else if !is_mark(letter) {
            (open, word_before) = (false, false);
            between.push(letter);
        }
    }
    groups
}

/// Marks of direction, which people paste along with numbers.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{640}')
}

/// Whether digits on both sides may be one number: dashes and spaces, brackets around an area code; one dot or slash.
fn joins(between: &str) -> bool {
    let dash = |letter: char| {
        matches!(
            letter,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '_'
        ) || (letter.is_whitespace() && letter != '\n')
            || matches!(letter, '(' | ')')
    };
    let written = !between.is_empty() && between.chars().all(dash);
    matches!(between, "." | "/") || (written && between.chars().count() <= 3)
}

fn check(reading: &Reading<'_>, window: &[Group]) -> Option<Check> {
    let lengths: Vec<usize> = window.iter().map(|group| group.digits.len()).collect();
    // From right to left some people type the last group first.
    if matches!(lengths.as_slice(), [5, 7, 1] | [1, 7, 5] | [13]) {
        return Some(Check::Identifying(Pattern::IdentityCard));
    }
    let all: String = window.iter().map(|group| group.digits.as_str()).collect();
    let first = window.first()?;
    let opens = lengths.first().copied().unwrap_or_default();
    let uan = |lengths: &[usize]| matches!(lengths, [3, 3, 3]) && first.digits == "111";
    let area_uan = matches!(lengths.as_slice(), [_, 3, 3, 3])
        && window.get(1).is_some_and(|group| group.digits == "111");
    if uan(&lengths) || area_uan || (all.starts_with("0800") && matches!(all.len(), 8..=10)) {
        return Some(Check::Helpline);
    }
    let abroad = first.plus && (8..=15).contains(&all.len());
    let dialled = all.starts_with("00") && (11..=16).contains(&all.len()) && opens >= 4;
    let country = all.starts_with("923") && all.len() == 12;
    let mobile = all.starts_with("03") && all.len() == 11;
    // Area codes have three to five digits with the zero, so no date is one.
    let landline = all.starts_with('0')
        && !all.starts_with("00")
        && (9..=11).contains(&all.len())
        && opens >= 3
        && (window.len() > 1 || all.len() >= 10);
    // A date is none either.
    let told = announced(reading, first.at.start, Sign::PhoneWord)
        && (7..=12).contains(&all.len())
        && !lengths.iter().all(|length| *length == 4)
        && !matches!(lengths.as_slice(), [1 | 2, 1 | 2, 4] | [4, 1 | 2, 1 | 2])
        && opens >= 2;
    if !(abroad || dialled || country || mobile || landline || told) {
        return None;
    }
    match announced(reading, first.at.start, Sign::HelplineWord) {
        true => Some(Check::Helpline),
        false => Some(Check::Identifying(Pattern::Phone)),
    }
}

/// Whether such a word stands among the four before.
fn announced(reading: &Reading<'_>, at: usize, sign: Sign) -> bool {
    let place = reading.words.partition_point(|word| word.at.start < at);
    (place.saturating_sub(4)..place).any(|word| reading.is(word, sign))
}
