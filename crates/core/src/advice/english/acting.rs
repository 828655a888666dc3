//! Which bodies an English text says to act.

use std::ops::Range;

use super::{before, bodies_in, is_past, is_verb, mains, rest};
use crate::advice::lexicon::Sign;
use crate::advice::reading::{Gap, Hit, Reading};

/// Whether a body is said to act: it stands before a demand ("FIA should", "courts in Sindh should"), after "by" or "with", or
/// is to do something ("that FIA publish", "urges FIA to publish"). What something is done to, where it is and whose it is does
/// not act.
pub(in crate::advice) fn acts(reading: &Reading<'_>, hit: Hit) -> bool {
    let mut sentences = reading.sentences.iter();
    let Some(sentence) = sentences.find(|sentence| sentence.contains(&hit.first)) else {
        return false;
    };
    let list = list_of(reading, hit, sentence);
    let before = before(reading, list.start).filter(|at| *at >= sentence.start);
    let word = before.map_or("", |at| reading.word(at));
    if matches!(word, "by" | "with" | "through" | "via") {
        return true;
    }
    let whole = Hit {
        first: list.start,
        end: list.end,
        ..hit
    };
    if is_to_do(reading, whole) {
        return true;
    }
    let staff = word == "of"
        && before
            .and_then(|at| at.checked_sub(1))
            .is_some_and(|at| is_staff(reading.word(at)));
    let refers = before.is_some_and(|at| reading.is(at, Sign::Refer));
    let placed = refers || matches!(word, "of" | "in" | "from" | "at" | "on" | "under" | "about");
    if (placed && !staff) || reading.word(list.end) == "s" {
        return false;
    }
    let mains = mains(reading, sentence);
    let mut later = mains.iter().filter(|main| main.modal.start >= list.end);
    let Some(main) = later.find(|main| !main.modal.is_empty()) else {
        return mains.is_empty() && before.is_none();
    };
    // Behind the verb of an earlier demand stands what that one is about, until the next begins.
    let earlier = mains.iter().rev().find(|earlier| earlier.verb < list.start);
    let border =
        |at: usize| reading.word(at) == "and" || reading.gap(at.saturating_sub(1)) >= Gap::Comma;
    let begins = match earlier {
        Some(earlier) => rest(
            earlier.verb,
            &(sentence.start..list.start.saturating_add(1)),
        )
        .any(|at| {
            border(at)
                && !(at..main.modal.start)
                    .skip(1)
                    .any(|at| is_verb(reading, at))
        }),
        None => true,
    };
    begins && !main.is_done_to(reading, sentence)
}

/// "officers of the police"
fn is_staff(word: &str) -> bool {
    matches!(
        word,
        "officers"
            | "officials"
            | "staff"
            | "inspectors"
            | "head"
            | "heads"
            | "director"
            | "general"
            | "members"
            | "representatives"
            | "chief"
            | "chiefs"
    )
}

/// "that FIA publish", "FIA to publish", "urges FIA to publish", "for FIA to publish".
pub(super) fn is_to_do(reading: &Reading<'_>, hit: Hit) -> bool {
    let before = before(reading, hit.first);
    let word = before.map_or("", |at| reading.word(at));
    let begins = reading.sentences.iter().any(|held| held.start == hit.first);
    let plain = hit
        .end
        .saturating_add(usize::from(reading.word(hit.end) == "not"));
    if word == "that" && is_verb(reading, plain) && !is_past(reading, plain) {
        return true;
    }
    let asks = matches!(
        word,
        "urge"
            | "urges"
            | "ask"
            | "asks"
            | "request"
            | "requests"
            | "invite"
            | "invites"
            | "direct"
            | "require"
            | "requires"
            | "instruct"
            | "oblige"
            | "order"
            | "upon"
            | "on"
    );
    let need =
        word == "for" && before.is_some_and(|at| reading.word(at.saturating_sub(1)) == "need");
    let to_do = reading.word(hit.end) == "to" && is_verb(reading, hit.end.saturating_add(1));
    to_do && (asks || need || begins)
}

/// Where the list of bodies in which this one stands begins and ends: "by FIA and police".
fn list_of(reading: &Reading<'_>, hit: Hit, sentence: &Range<usize>) -> Range<usize> {
    let bodies: Vec<Hit> = bodies_in(reading, sentence).collect();
    let mut list = hit.first..hit.end;
    for later in &bodies {
        if joins(reading, list.end, later.first) {
            list.end = later.end;
        }
    }
    for earlier in bodies.iter().rev() {
        if joins(reading, earlier.end, list.start) {
            list.start = earlier.first;
        }
    }
    list
}

/// Whether only "and", a comma and articles stand between two words.
fn joins(reading: &Reading<'_>, end: usize, next: usize) -> bool {
    let joined = |at: usize| matches!(reading.word(at), "and" | "or");
    let comma = end <= next && reading.gap(end.saturating_sub(1)) == Gap::Comma;
    (comma || (end..next).any(joined))
        && (end..next).all(|at| joined(at) || reading.is(at, Sign::Determiner))
}
