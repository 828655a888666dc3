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
        let demands = demands(reading, sentence);
        if demands.is_empty() && asked.hidden.is_none() {
            asked.hidden = needed(reading, sentence);
        }
        for demand in demands {
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
    let end = match reading.word(at) {
        "ہوگا" | "ہوگی" | "ہونگے" if is_owed(reading, sentence, at) => {
            at.saturating_add(1)
        }
        "ہو" | "ہوں" if is_owed(reading, sentence, at) => at.saturating_add(2),
        _ if reading.is(at, Sign::Obliged) && ends_clause(reading, sentence, at) => {
            at.saturating_add(1)
        }
        _ => return None,
    };
    let before = |steps: usize| at.checked_sub(steps).filter(|at| *at >= sentence.start);
    let last = before(1).map_or("", |before| reading.word(before));
    let done = match (reading.word(at), last) {
        ("جائے" | "جائیں", _) => before(1),
        (_, "جانا" | "جانی" | "جانے") => before(2),
        _ => None,
    };
    let done = done.filter(|done| is_participle(reading, *done));
    // "قانون سازی ہونی چاہیے": it is to be, and nobody is told to do it.
    let must = matches!(reading.word(at), "چاہیے" | "چاہئیں" | "چاہییں");
    let is_to_be = must && matches!(last, "ہونا" | "ہونی" | "ہونے");
    let done = done.or_else(|| before(1).filter(|_| is_to_be));
    let considered = (at.saturating_sub(4).max(sentence.start)..at)
        .any(|word| reading.is(word, Sign::Considering));
    // "ججوں سے درخواست ہے کہ ..." is far from its verb.
    let requested =
        (sentence.start..at).any(|word| matches!(reading.word(word), "درخواست" | "گزارش"));
    Some(Demand {
        words: done.unwrap_or(at)..end,
        passive: done.is_some(),
        invites: considered || requested,
    })
}

/// "قانون بنانا ہوگا", "بنانا ہو گا": what somebody will have to do.
fn is_owed(reading: &Reading<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let will = match reading.word(at) {
        "ہوگا" | "ہوگی" | "ہونگے" => true,
        "ہو" | "ہوں" => matches!(reading.word(at.saturating_add(1)), "گا" | "گی" | "گے"),
        _ => false,
    };
    let before = at.checked_sub(1).filter(|at| *at >= sentence.start);
    will && before.is_some_and(|before| is_infinitive(reading.word(before)))
}

/// بنانا، کرنی، دینے
fn is_infinitive(word: &str) -> bool {
    word.chars().count() > 3 && ["نا", "نی", "نے"].iter().any(|end| word.ends_with(end))
}

/// "پناہ گاہوں کی ضرورت ہے": nobody is asked, unless a body has to do it ("حکومت کو قانون بنانے کی ضرورت ہے").
fn needed(reading: &Reading<'_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let mut needed = reading.of_sign(Sign::Needed);
    let hit = needed.find(|hit| sentence.contains(&hit.first))?;
    // What is demanded follows: "... ضرورت ہے کہ ایف آئی اے".
    let told = reading.is(hit.end, Sign::Subordinate) || names_actor(reading, sentence);
    (!told).then_some(hit.first..hit.end)
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

/// Whether a body is said to act: not whom or what it is done to, whose it is or where (پولیس کو، پولیس کی، عدالتوں میں), nor
/// what is done in a passive (عدالتیں قائم کی جائیں).
pub(super) fn acts(reading: &Reading<'_>, hit: Hit) -> bool {
    let end = after_list(reading, hit.end);
    if reading.is(end, Sign::AgentBody) || reading.is(end, Sign::Agent) {
        return true;
    }
    let mut sentences = reading.sentences.iter();
    let Some(sentence) = sentences.find(|sentence| sentence.contains(&hit.first)) else {
        return false;
    };
    if reading.word(end) == "کو" {
        return owes(reading, sentence, end);
    }
    if reading.is(end, Sign::Patient) || reading.is(end, Sign::Refer) {
        return false;
    }
    let demands = demands(reading, sentence);
    let mut needed = reading.of_sign(Sign::Needed);
    match demands.is_empty() {
        true => !needed.any(|hit| sentence.contains(&hit.first)),
        false => demands.iter().any(|demand| !demand.passive),
    }
}

/// "پولیس کو چاہیے", "حکومت کو قانون بنانا ہوگا", "حکومت کو قانون بنانے کی ضرورت ہے": the first body so named has to do it.
fn owes(reading: &Reading<'_>, sentence: &Range<usize>, to: usize) -> bool {
    let next = to.saturating_add(1);
    if reading.word(next).starts_with("چاہ") {
        return true;
    }
    let first = !(sentence.start..to).any(|at| reading.word(at) == "کو");
    let must = |at: usize| {
        let Some(before) = at.checked_sub(1).filter(|before| *before > to) else {
            return false;
        };
        let word = reading.word(before);
        let done = matches!(word, "جانا" | "جانی" | "جانے");
        let owed = reading.word(at).starts_with("چاہ") && is_infinitive(word);
        let needs = reading.is(at, Sign::Needed)
            && (to.max(at.saturating_sub(4))..at)
                .any(|at| is_infinitive(reading.word(at)) && reading.word(at).ends_with("نے"));
        !done && (owed || is_owed(reading, sentence, at) || needs)
    };
    first && (next..sentence.end).any(must)
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
