//! Who is to do what, as Urdu says it: the demand stands at the end of the clause (کرے، کی جائے، چاہیے), what depends on it after.
//!
//! No parser: a few patterns over known words. Where they cannot tell, nothing is said.

use std::ops::Range;

use super::lexicon::Sign;
use super::reading::{Gap, Hit, Reading};
use super::{Asked, Demand, Second};

/// What a text asks for.
pub(super) fn asked(reading: &Reading<'_>) -> Asked {
    let mut asked = Asked::default();
    let mut first: Option<Demand> = None;
    for sentence in &reading.sentences {
        for demand in demands(reading, sentence) {
            let hides = demand.passive && !names_actor(reading, sentence);
            if hides && asked.hidden.is_none() {
                asked.hidden = Some(demand.words.clone());
            }
            if let Some(first) = &first
                && asked.second.is_none()
            {
                asked.second = second(reading, sentence, first, &demand);
            }
            first = first.or_else(|| Some(demand.clone()));
            asked.demands.push(demand);
        }
    }
    let weak = reading.of_sign(Sign::WeakPhrase);
    asked.weak = weak.map(|hit| hit.first..hit.end).collect();
    asked
}

/// The demands of the main clauses.
fn demands(reading: &Reading<'_>, sentence: &Range<usize>) -> Vec<Demand> {
    let mut demands: Vec<Demand> = Vec::new();
    let mut described = false;
    for at in sentence.clone() {
        let after_that = reading.is(at, Sign::Subordinate) && !demands.is_empty();
        if after_that {
            break;
        }
        described |= is_relative(reading.word(at));
        let Some(demand) = demand_at(reading, sentence, at) else {
            continue;
        };
        // "جو ایجنٹ دھوکہ دے، اس کا ...": the first one belongs to the description.
        if described && reading.gap(at) == Gap::Comma {
            described = false;
        } else {
            demands.push(demand);
        }
    }
    demands
}

fn is_relative(word: &str) -> bool {
    matches!(
        word,
        "جو" | "جس" | "جن" | "جب" | "اگر" | "جہاں" | "جنہیں" | "جسے"
    )
}

fn demand_at(reading: &Reading<'_>, sentence: &Range<usize>, at: usize) -> Option<Demand> {
    if !reading.is(at, Sign::Obliged) || !ends_clause(reading, sentence, at) {
        return None;
    }
    let before = |steps: usize| at.checked_sub(steps).filter(|at| *at >= sentence.start);
    let (goes, done) = match reading.word(at) {
        "جائے" | "جائیں" => (true, before(1)),
        "چاہیے" | "چاہئیں" | "چاہییں" => {
            let goes = before(1).map_or("", |before| reading.word(before));
            (matches!(goes, "جانا" | "جانی" | "جانے"), before(2))
        }
        _ => (false, None),
    };
    let done = done.filter(|done| goes && is_participle(reading, *done));
    let considered = (at.saturating_sub(4).max(sentence.start)..at)
        .any(|word| reading.is(word, Sign::Considering));
    Some(Demand {
        words: done.unwrap_or(at)..at.saturating_add(1),
        passive: done.is_some(),
        invites: considered,
    })
}

/// Whether the clause ends with this word: دے in "دے کر" does not demand.
fn ends_clause(reading: &Reading<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let next = at.saturating_add(1);
    next >= sentence.end
        || reading.gap(at) >= Gap::Comma
        || matches!(reading.word(next), "اور" | "یا" | "نیز" | "تو")
        || matches!(reading.word(at), "چاہیے" | "چاہئیں" | "چاہییں")
        || reading.is(next, Sign::Subordinate)
}

/// کیا، کی، بنائی: the form that makes a passive of جائے. A stem (ہو جائے) does not.
fn is_participle(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    word.ends_with(['ا', 'ی', 'ے']) && !reading.is(at, Sign::NotParticiple)
}

fn names_actor(reading: &Reading<'_>, sentence: &Range<usize>) -> bool {
    let within = |hit: &Hit| sentence.contains(&hit.first);
    let bodies = reading.of_sign(Sign::Body);
    reading.of_sign(Sign::Agent).any(|hit| within(&hit))
        || bodies.filter(within).any(|hit| acts(reading, hit))
}

/// Whether a body is said to act: not whom or what it is done to (پولیس کو، پولیس کی).
pub(super) fn acts(reading: &Reading<'_>, hit: Hit) -> bool {
    let end = after_list(reading, hit.end);
    if reading.is(end, Sign::AgentBody) || reading.is(end, Sign::Agent) {
        return true;
    }
    let duty = reading.word(end) == "کو" && reading.word(end.saturating_add(1)).starts_with("چاہ");
    duty || !(reading.is(end, Sign::Patient) || reading.is(end, Sign::Refer))
}

/// Past further bodies: "پولیس اور ایف آئی اے کو".
fn after_list(reading: &Reading<'_>, mut end: usize) -> usize {
    while reading.word(end) == "اور" || reading.gap(end.saturating_sub(1)) == Gap::Comma {
        let next = end.saturating_add(usize::from(reading.word(end) == "اور"));
        match reading.after(next, Sign::Body) {
            Some(after) => end = after,
            None => break,
        }
    }
    end
}

fn second(
    reading: &Reading<'_>,
    sentence: &Range<usize>,
    first: &Demand,
    later: &Demand,
) -> Option<Second> {
    let until = first.words.end;
    // "... اور نہ کاٹا جائے" says how, not what else.
    let before = later.words.start.checked_sub(1)?;
    if matches!(reading.word(before), "نہ" | "نہیں") {
        return None;
    }
    let joined = matches!(reading.word(until), "اور" | "نیز");
    if !joined && reading.gap(until.saturating_sub(1)) < Gap::Comma {
        return None;
    }
    let from = until.saturating_add(usize::from(joined));
    let apart = reading.gap(until.saturating_sub(1)) == Gap::Stop;
    let mut bodies = reading.of_sign(Sign::Body);
    let who = bodies.find(|hit| hit.first >= sentence.start && hit.end <= until);
    let near_start = sentence.start.saturating_add(3);
    let who = who.filter(|hit| !apart && hit.first < near_start && acts(reading, *hit));
    (from < later.words.end).then(|| Second {
        from,
        shared: who.map_or(0..0, |hit| sentence.start..hit.end),
        until,
        to: sentence.end,
    })
}
