//! Where an English text asks for a second action.

use std::ops::Range;

use super::{Main, is_participle, is_past, is_verb, past_adverbs};
use crate::advice::Second;
use crate::advice::lexicon::Sign;
use crate::advice::reading::{Gap, Reading};

/// Where a second action begins within a sentence.
pub(super) fn second_in(
    reading: &Reading<'_>,
    sentence: &Range<usize>,
    mains: &[Main],
) -> Option<Second> {
    let main = mains.iter().find(|main| main.binds() || main.passive)?;
    let later = mains
        .iter()
        .filter(|later| later.verb > main.verb && later.binds());
    let with_own = later
        .filter_map(|later| second_demand(reading, sentence, main, later))
        .next();
    with_own.or_else(|| joined_verb(reading, sentence, main))
}

/// "... and should publish", "; the police should ..."
fn second_demand(
    reading: &Reading<'_>,
    sentence: &Range<usize>,
    main: &Main,
    later: &Main,
) -> Option<Second> {
    let between = main.verb.saturating_add(1)..later.modal.start.saturating_add(1);
    let gap = |at: usize| reading.gap(at.saturating_sub(1));
    // What follows a colon explains what stands before it.
    if between.clone().any(|at| gap(at) == Gap::Colon) {
        return None;
    }
    // "maliks and sardars should" begins with the maliks.
    let strong = between.clone().rev().find(|at| gap(*at) == Gap::Semicolon);
    let border = strong.or_else(|| {
        let mut places = between.rev();
        places.find(|at| reading.word(*at) == "and" || gap(*at) == Gap::Comma)
    })?;
    let begins = border.saturating_add(usize::from(reading.word(border) == "and"));
    let within = begins..later.modal.start;
    if within.clone().any(|at| is_subordinate(reading.word(at))) {
        return None;
    }
    let shared = match within.is_empty() && !later.modal.is_empty() {
        true => main.start..main.modal.start,
        false => 0..0,
    };
    Some(Second {
        from: begins,
        shared,
        until: border,
        to: sentence.end,
    })
}

fn is_subordinate(word: &str) -> bool {
    matches!(
        word,
        "that"
            | "which"
            | "who"
            | "whom"
            | "if"
            | "so"
            | "where"
            | "when"
            | "because"
            | "while"
            | "until"
            | "unless"
    )
}

/// "should request notices and publish the number"
fn joined_verb(reading: &Reading<'_>, sentence: &Range<usize>, main: &Main) -> Option<Second> {
    let opening = match main.passive {
        true => main.verb,
        false => main.modal.end.max(main.start),
    };
    for and in past_pairs(reading, main, sentence)..sentence.end {
        // From here on it is told what the first action is for.
        let purpose = reading.word(and) == "so"
            || (reading.word(and) == "to" && is_verb(reading, and.saturating_add(1)));
        if purpose {
            return None;
        }
        let from = past_adverbs(reading, and.saturating_add(1), sentence);
        if reading.word(and) != "and" || from >= sentence.end {
            continue;
        }
        let joined = match main.passive {
            true => is_participle(reading, from) && is_followed_by_place(reading, from, sentence),
            false => is_second_verb(reading, from),
        };
        if joined {
            return Some(Second {
                from: and.saturating_add(1),
                shared: main.start..opening,
                until: and,
                to: sentence.end,
            });
        }
    }
    None
}

/// The word after the first action's own verbs: "investigate and prosecute cases", "identified, referred and protected" have one
/// object.
fn past_pairs(reading: &Reading<'_>, main: &Main, sentence: &Range<usize>) -> usize {
    let mut end = main.verb.saturating_add(1);
    if matches!(reading.word(end), "up" | "out" | "down" | "off" | "over") {
        end = end.saturating_add(1);
    }
    loop {
        let join = past_adverbs(reading, end, sentence);
        let joined = matches!(reading.word(join), "and" | "or");
        if !joined && reading.gap(join.saturating_sub(1)) != Gap::Comma {
            return end;
        }
        let next = past_adverbs(reading, join.saturating_add(usize::from(joined)), sentence);
        let pairs = match main.passive {
            true => is_participle(reading, next),
            false => is_verb(reading, next) || reading.is(next, Sign::WeakVerb),
        };
        if next >= sentence.end || !pairs {
            return end;
        }
        end = next.saturating_add(1);
    }
}

/// "report" may be a thing: then what is reported follows.
fn is_second_verb(reading: &Reading<'_>, at: usize) -> bool {
    if is_past(reading, at) {
        return false;
    }
    let after = at.saturating_add(1);
    let object = reading.is(after, Sign::Object) || reading.is_figure(after);
    let ends = reading.gap(at) >= Gap::Comma;
    let sure = reading.is(at, Sign::Verb) && !ends;
    sure || (reading.is(at, Sign::VerbOrNoun) && object)
}

/// "compiled by ... and sent to all": not "trained and equipped staff".
fn is_followed_by_place(reading: &Reading<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let after = at.saturating_add(1);
    after >= sentence.end
        || matches!(
            reading.word(after),
            "to" | "by"
                | "in"
                | "with"
                | "at"
                | "on"
                | "within"
                | "every"
                | "each"
                | "before"
                | "from"
        )
}
