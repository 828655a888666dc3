//! Who is to do what, as English says it: the demand stands in the middle ("should"), what is asked follows it.
//!
//! No parser: a few patterns over known words. Where they cannot tell, nothing is said.

use std::ops::Range;

use super::lexicon::Sign;
use super::reading::{Gap, Hit, Reading};
use super::{Asked, Demand, Second};

mod acting;
mod splitting;

pub(super) use acting::acts;

/// What a text asks for.
pub(super) fn asked(reading: &Reading<'_>) -> Asked {
    let mut asked = Asked::default();
    let mut first: Option<usize> = None;
    for sentence in &reading.sentences {
        let mains = mains(reading, sentence);
        for main in &mains {
            main.tell(reading, sentence, &mut asked);
        }
        if mains.is_empty() {
            asked.hidden = asked.hidden.take().or_else(|| needed(reading, sentence));
        }
        if asked.second.is_none() {
            asked.second = splitting::second_in(reading, sentence, &mains);
        }
        if mains.iter().any(Main::binds) {
            if first.is_some() && asked.second.is_none() {
                asked.second = Some(Second {
                    from: sentence.start,
                    shared: 0..0,
                    until: sentence.start,
                    to: sentence.end,
                });
            }
            first = first.or(Some(sentence.start));
        }
    }
    asked
}

/// A demand of a sentence.
struct Main {
    /// Where its clause begins.
    start: usize,
    /// "should"; empty for a command.
    modal: Range<usize>,
    /// The verb that says what is asked.
    verb: usize,
    passive: bool,
    invited: bool,
}

impl Main {
    fn binds(&self) -> bool {
        !self.invited
    }

    /// "Agents should be inspected", "police should receive training"; but not "FIA should be asked to publish".
    fn is_done_to(&self, reading: &Reading<'_>, sentence: &Range<usize>) -> bool {
        (self.passive && !self.asks(reading)) || self.receives(reading, sentence)
    }

    /// "FIA should be required to publish": whoever is asked acts.
    fn asks(&self, reading: &Reading<'_>) -> bool {
        reading.word(self.verb.saturating_add(1)) == "to"
            && matches!(
                reading.word(self.verb),
                "asked"
                    | "requested"
                    | "required"
                    | "directed"
                    | "invited"
                    | "urged"
                    | "mandated"
                    | "obliged"
                    | "tasked"
                    | "encouraged"
                    | "instructed"
                    | "bound"
                    | "authorised"
            )
    }

    fn receives(&self, reading: &Reading<'_>, sentence: &Range<usize>) -> bool {
        reading.is(self.verb, Sign::Receiver)
            && !self.modal.is_empty()
            && !rest(self.verb, sentence).any(|at| matches!(reading.word(at), "from" | "by"))
    }

    /// "There should be a shelter": nobody is asked.
    fn exists(&self, reading: &Reading<'_>) -> bool {
        let before = self.modal.start.checked_sub(1);
        before.is_some_and(|before| reading.word(before) == "there")
            && reading.word(self.verb) == "be"
    }

    fn tell(&self, reading: &Reading<'_>, sentence: &Range<usize>, asked: &mut Asked) {
        let opening = self.modal.end;
        let continues = reading.word(opening) == "continue" && self.verb > opening;
        let weak = if continues { opening } else { self.verb };
        if reading.is(weak, Sign::WeakVerb) && !self.invited {
            asked.weak.push(weak..weak.saturating_add(1));
        }
        let hides = match self.exists(reading) {
            true => !is_done_by_somebody(reading, self.verb, sentence),
            false => {
                let hidden = self.passive && !self.asks(reading);
                self.receives(reading, sentence)
                    || (hidden && !names_actor(reading, self.verb, sentence))
            }
        };
        if hides && asked.hidden.is_none() {
            asked.hidden = Some(self.modal.start..self.verb.saturating_add(1));
        }
        if !self.modal.is_empty() {
            asked.demands.push(Demand {
                words: self.modal.clone(),
                passive: self.passive || self.exists(reading),
                invites: self.invited || reading.is(self.modal.start, Sign::Considering),
            });
        }
    }
}

fn rest(verb: usize, sentence: &Range<usize>) -> Range<usize> {
    verb.saturating_add(1)..sentence.end
}

fn mains(reading: &Reading<'_>, sentence: &Range<usize>) -> Vec<Main> {
    let mut mains = Vec::new();
    let mut start = sentence.start;
    for at in sentence.clone() {
        if at > sentence.start && reading.gap(at.saturating_sub(1)) >= Gap::Colon {
            start = at;
        }
        if is_modal(reading, at) && !is_of_relative(reading, start, at) {
            mains.push(with_modal(reading, start, at, sentence));
        } else if at == start && is_command(reading, at, sentence) {
            mains.push(Main {
                start,
                modal: at..at,
                verb: at,
                passive: false,
                invited: false,
            });
        }
    }
    mains
}

fn with_modal(reading: &Reading<'_>, start: usize, at: usize, sentence: &Range<usize>) -> Main {
    let obliged = reading.after(at, Sign::Obliged);
    let end = obliged.or_else(|| reading.after(at, Sign::Invited));
    let end = end
        .unwrap_or_else(|| at.saturating_add(1))
        .min(sentence.end);
    let mut verb = past_adverbs(reading, end, sentence);
    let next = verb.saturating_add(1);
    if reading.word(verb) == "continue" && reading.word(next) == "to" {
        let to_be = next.saturating_add(1);
        if reading.word(to_be) == "be" {
            verb = to_be;
        }
    }
    let done = past_adverbs(reading, verb.saturating_add(1), sentence);
    let passive = reading.word(verb) == "be" && done < sentence.end && is_participle(reading, done);
    Main {
        start,
        modal: at..end,
        verb: if passive { done } else { verb },
        passive,
        invited: obliged.is_none(),
    }
}

/// "May 2027" and "by the end of May" are months.
fn is_modal(reading: &Reading<'_>, at: usize) -> bool {
    let before = reading.word(at.saturating_sub(1));
    if reading.is(at, Sign::Obliged) {
        // "There is a need to ..."
        let noun = matches!(before, "a" | "the" | "is" | "urgent" | "dire");
        return reading.word(at) != "need" || !noun;
    }
    let month = reading.word(at) == "may"
        && (reading.is_figure(at.saturating_add(1))
            || matches!(before, "of" | "by" | "in" | "end" | "until" | "from")
            || reading.is_figure(at.saturating_sub(1)));
    reading.is(at, Sign::Invited) && !month
}

/// "Victims who should ...": the demand is within a description.
fn is_of_relative(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    match reading.word(before) {
        "who" | "which" | "that" | "whom" | "where" | "if" | "how" => true,
        "they" | "it" => before > start,
        _ => false,
    }
}

/// A verb in its plain form begins a clause in which nothing is demanded otherwise.
fn is_command(reading: &Reading<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let verb = [Sign::Verb, Sign::VerbOrNoun, Sign::WeakVerb];
    let plain = verb.into_iter().any(|sign| reading.is(at, sign)) && !is_past(reading, at);
    let mut clause = (at..sentence.end)
        .take_while(|place| *place == at || reading.gap(place.saturating_sub(1)) < Gap::Colon);
    plain && !clause.any(|place| is_modal(reading, place) || reading.is(place, Sign::Needed))
}

fn is_past(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    word.len() > 4 && word.ends_with("ed")
}

fn is_participle(reading: &Reading<'_>, at: usize) -> bool {
    is_past(reading, at) || reading.is(at, Sign::Participle)
}

fn past_adverbs(reading: &Reading<'_>, from: usize, sentence: &Range<usize>) -> usize {
    let adverb = |at: &usize| {
        let word = reading.word(*at);
        let listed = reading.is(*at, Sign::Adverb);
        listed || (word.len() > 4 && word.ends_with("ly") && !reading.is(*at, Sign::Verb))
    };
    let mut places = from..sentence.end;
    places.find(|at| !adverb(at)).unwrap_or(sentence.end)
}

/// "by the department", "at the Protectorates"; but not "by law", "by June".
fn names_actor(reading: &Reading<'_>, verb: usize, sentence: &Range<usize>) -> bool {
    let bodies = reading.of_sign(Sign::Body);
    let mut bodies = bodies.filter(|hit| sentence.contains(&hit.first));
    is_done_by_somebody(reading, verb, sentence)
        || bodies.any(|hit| {
            // "in police stations" is a place.
            let near = |at: usize| reading.is(at, Sign::Near) && reading.word(at) != "in";
            before(reading, hit.first).is_some_and(near)
        })
}

fn is_done_by_somebody(reading: &Reading<'_>, verb: usize, sentence: &Range<usize>) -> bool {
    rest(verb, sentence).any(|at| {
        let mut after = at.saturating_add(1)..sentence.end;
        let who = after.find(|who| !reading.is(*who, Sign::Determiner));
        let who = who.filter(|_| reading.word(at) == "by");
        who.is_some_and(|who| {
            let word = reading.word(who);
            let other = reading.is_figure(who)
                || reading.is(who, Sign::ByOther)
                || reading.is(who, Sign::Number)
                || (word.len() > 5 && word.ends_with("ing"));
            !other
        })
    })
}

fn bodies_in(reading: &Reading<'_>, sentence: &Range<usize>) -> impl Iterator<Item = Hit> {
    let bodies = reading.of_sign(Sign::Body);
    bodies.filter(|hit| sentence.contains(&hit.first))
}

/// The last word before this one that is no article or the like.
pub(super) fn before(reading: &Reading<'_>, at: usize) -> Option<usize> {
    (0..at)
        .rev()
        .find(|before| !reading.is(*before, Sign::Determiner))
}

fn needed(reading: &Reading<'_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let mut needed = reading.of_sign(Sign::Needed);
    let hit = needed.find(|hit| sentence.contains(&hit.first))?;
    let relative = is_of_relative(reading, sentence.start, hit.first);
    let last = hit.end.saturating_sub(1);
    let acts = match reading.word(hit.end) {
        "that" => tells_who(reading, hit.end, sentence),
        // "Commissioners are required to inspect"
        "to" if bodies_in(reading, sentence).any(|body| body.end == hit.first) => true,
        _ => bodies_in(reading, sentence).any(|body| acting::is_to_do(reading, body)),
    };
    (!relative && !acts && !names_actor(reading, last, sentence)).then_some(hit.first..hit.end)
}

/// "that the FIA publish ..." tells it, "that a list be published" does not.
fn tells_who(reading: &Reading<'_>, that: usize, sentence: &Range<usize>) -> bool {
    let mut clause = rest(that, sentence);
    !clause.any(|at| {
        let done = past_adverbs(reading, at.saturating_add(1), sentence);
        let passive = reading.word(at) == "be" && is_participle(reading, done);
        passive || reading.word(at) == "there"
    })
}

fn is_verb(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, Sign::Verb) || reading.is(at, Sign::VerbOrNoun)
}
