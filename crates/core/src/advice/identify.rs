//! Do no harm: what could lead to a person, in any language and all three digit sets.
//!
//! Patterns only. Names cannot be found by a program, so the page says so in words. A hit is a warning; publishing is what it
//! stops, until somebody takes the words out.

use std::ops::Range;
use std::sync::OnceLock;

use super::finding::{Advice, Check, Pattern, Remedy};
use super::lexicon::{Coach, Sign};
use super::reading::{Gap, Reading, snapped};
use crate::field::{Shape, rule_of};
use crate::item::{ItemId, Kind};
use crate::register::Register;
use crate::sorted;
use crate::value::Value;
use crate::vocabulary::Vocabulary;
use crate::workbook::{Current, Workbook};

mod numbers;

/// Something by which a person could be found, in a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identified {
    /// Whose text it is.
    pub item: ItemId,
    /// The field.
    pub field: String,
    /// The language of the text, where it has one.
    pub lang: Option<String>,
    /// What kind it is.
    pub pattern: Pattern,
    /// The bytes of the text, on grapheme borders.
    pub range: Range<usize>,
    /// The words.
    pub words: String,
}

/// What has to be taken out before a workbook may be published, item by item as files list them. Every current text is read,
/// also of withdrawn recommendations and those in conflict. Helplines are not among them.
pub fn identifying(workbook: &Workbook) -> Vec<Identified> {
    static COACH: OnceLock<Coach> = OnceLock::new();
    let coach = COACH.get_or_init(|| Coach::new(Vocabulary::standard()));
    let mut all = Vec::new();
    let items = workbook.items();
    for (id, item) in items.filter(|(id, _)| ![Kind::PAIR, Kind::SESSION].contains(&id.kind)) {
        for (field, history) in item.fields() {
            if !may_be_prose(id.kind, field) {
                continue;
            }
            let values = match history.current() {
                Current::None => Vec::new(),
                Current::One(value) => vec![value],
                Current::Conflict(values) => values,
            };
            let mut texts = Vec::new();
            values
                .iter()
                .for_each(|value| collect(value, None, &mut texts));
            for (lang, text) in texts {
                // Ids of items are hexadecimal digits.
                if text.parse::<ItemId>().is_ok() {
                    continue;
                }
                let found = found(&Reading::of(text, coach));
                all.extend(found.into_iter().filter_map(|(check, range)| {
                    let Check::Identifying(pattern) = check else {
                        return None;
                    };
                    Some(Identified {
                        item: id,
                        field: field.name().to_owned(),
                        lang: lang.map(str::to_owned),
                        pattern,
                        words: text.get(range.clone())?.to_owned(),
                        range,
                    })
                }));
            }
        }
    }
    all
}

/// Of those, what documents of an event could carry (of all events without one): what is in the bin or of another event is in
/// none.
pub fn identifying_in(
    workbook: &Workbook,
    register: &Register,
    event: Option<ItemId>,
) -> Vec<Identified> {
    let mut found = identifying(workbook);
    found.retain(|one| match register.row(one.item) {
        Some(row) => {
            !row.withdrawn && (event.is_none() || row.event.is_none() || row.event == event)
        }
        None => one.item.kind != Kind::EVENT || event.is_none_or(|event| event == one.item),
    });
    found
}

/// Whether people write sentences there; fields of later versions may hold them.
fn may_be_prose(kind: Kind, field: &crate::field::Field) -> bool {
    let codes = [
        "code",
        "order",
        "original",
        "originals",
        "source",
        "template",
        "form",
    ];
    let shape = rule_of(kind, field).map(|rule| rule.shape);
    let prose = matches!(
        shape,
        None | Some(Shape::Text | Shape::Wording | Shape::Texts | Shape::Open)
    );
    prose && !codes.contains(&field.name())
}

/// All texts of a value, with the language beside them.
fn collect<'a>(
    value: &'a Value,
    lang: Option<&'a str>,
    texts: &mut Vec<(Option<&'a str>, &'a str)>,
) {
    let beside = value.get("lang").and_then(Value::as_text).or(lang);
    texts.extend(value.as_text().map(|text| (lang, text)));
    let entries = value.entries().iter().map(|(_, value)| value);
    for inner in value.items().iter().chain(entries) {
        collect(inner, beside, texts);
    }
}

/// Advice about a text of that field.
pub(super) fn advise(reading: &Reading<'_>, field: &str, advice: &mut Vec<Advice>) {
    let found = found(reading);
    advice.extend(found.into_iter().map(|(check, range)| {
        let advice = Advice::of_words(check, field, reading.text, range);
        match check {
            Check::Identifying(_) => advice.with(Remedy::TakeOut),
            _ => advice,
        }
    }));
}

/// What was found, in the order of the text.
fn found(reading: &Reading<'_>) -> Vec<(Check, Range<usize>)> {
    let mut found = numbers::found(reading);
    found.extend(emails(reading.text));
    for hit in &reading.hits {
        let pattern = match hit.sign {
            Sign::Kinship => {
                kinship(reading, hit.first, hit.end).map(|end| (Pattern::Kinship, end))
            }
            Sign::KinOf => {
                let name = named(reading, hit.first);
                found.extend(name.map(|name| {
                    let range = reading.bytes(name..hit.end);
                    (Check::Identifying(Pattern::Kinship), range)
                }));
                None
            }
            Sign::Fir => fir(reading, hit.end).map(|end| (Pattern::FirNumber, end)),
            Sign::Passport => passport(reading, hit.end).map(|end| (Pattern::Passport, end)),
            Sign::Address => address(reading, hit.end).map(|end| (Pattern::Address, end)),
            _ => None,
        };
        if let Some((pattern, end)) = pattern {
            let range = reading.bytes(hit.first..end);
            found.push((Check::Identifying(pattern), range));
        }
    }
    for at in 0..reading.words.len() {
        if is_passport(reading.written(at)) {
            let range = reading.bytes(at..at.saturating_add(1));
            found.push((Check::Identifying(Pattern::Passport), range));
        }
        if let Some(end) = aged(reading, at) {
            let range = reading.bytes(at..end);
            found.push((Check::Identifying(Pattern::AgeWithPlace), range));
        }
    }
    sorted::sort_by(&mut found, |a, b| {
        (a.1.start, a.0, b.1.end).cmp(&(b.1.start, b.0, a.1.end))
    });
    // "passport no. AB1234567" is found by its word and by its form.
    found.dedup_by(|later, earlier| {
        later.0 == earlier.0 && later.1.start >= earlier.1.start && later.1.end <= earlier.1.end
    });
    found
}

/// `somebody@example.org`
fn emails(text: &str) -> Vec<(Check, Range<usize>)> {
    let of_name = |letter: char| letter.is_ascii_alphanumeric() || "._%+-".contains(letter);
    let of_host = |letter: char| letter.is_alphanumeric() || ".-".contains(letter);
    let ats = text.match_indices('@');
    let found = ats.filter_map(|(at, _)| {
        let name = text.get(..at)?;
        let host = text.get(at.saturating_add(1)..)?;
        let start = name.trim_end_matches(of_name).len();
        let length = host
            .len()
            .saturating_sub(host.trim_start_matches(of_host).len());
        let host = host.get(..length)?.trim_end_matches(['.', '-']);
        let (before, after) = host.rsplit_once('.')?;
        let end = at.saturating_add(1).saturating_add(host.len());
        let whole = start < at && !before.is_empty() && after.chars().count() >= 2;
        whole.then(|| {
            let range = snapped(text, start..end);
            (Check::Identifying(Pattern::Email), range)
        })
    });
    found.collect()
}

/// The word after "daughter of ...": the name or whoever stands for it. None for sayings, and where nothing follows.
fn kinship(reading: &Reading<'_>, first: usize, end: usize) -> Option<usize> {
    let hit = reading
        .hits
        .iter()
        .find(|hit| hit.first == first && hit.end == end && hit.sign == Sign::Kinship)?;
    let last = end.saturating_sub(1);
    if reading.within(*hit, Sign::NotKinship)
        || reading.is(first, Sign::NotKinship)
        || reading.gap(last) >= Gap::Comma
        || end >= reading.words.len()
    {
        return None;
    }
    // "S/o", "D/o", "W/o" stand between two names; "w/o" alone means without.
    if reading.word(last) == "o" {
        let between = reading.bytes(first..end);
        let slash = reading.text.get(between)?.contains('/');
        let name = |at: usize| reading.written(at).chars().next().is_some_and(is_initial);
        let before = first.checked_sub(1)?;
        if !(slash && name(before) && name(end)) {
            return None;
        }
    }
    Some(end.saturating_add(1))
}

/// The word before "کی بیٹی", where it may be a name: "اسلم کی بیٹی", not "مزدور کی بیٹی". Urdu has no capitals, so words that
/// stand there and are no names are listed.
fn named(reading: &Reading<'_>, kin: usize) -> Option<usize> {
    let name = kin.checked_sub(1)?;
    let other = [
        Sign::NoName,
        Sign::Person,
        Sign::PlaceWord,
        Sign::Patient,
        Sign::Number,
    ]
    .into_iter()
    .any(|sign| reading.is(name, sign));
    let many = reading.word(name).ends_with("وں");
    let figure = reading.is_figure(name);
    let apart = reading.gap(name) > Gap::Space;
    (!other && !many && !figure && !apart).then_some(name)
}

/// Capital letters, and letters of scripts that have none.
fn is_initial(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_lowercase()
}

/// Past "No.", "نمبر".
fn past_numbering(reading: &Reading<'_>, from: usize) -> usize {
    let limit = from.saturating_add(3);
    let mut places = from..limit;
    places
        .find(|at| !reading.is(*at, Sign::Numbering))
        .unwrap_or(limit)
}

/// "FIR No. 12/2027"; not "an FIR within 24 hours".
fn fir(reading: &Reading<'_>, from: usize) -> Option<usize> {
    let at = past_numbering(reading, from);
    let before = at.checked_sub(1)?;
    if !reading.is_figure(at) || reading.gap(before) >= Gap::Semicolon {
        return None;
    }
    let next = at.saturating_add(1);
    let joined = reading.is_figure(next) && {
        let between = reading.bytes(at..next.saturating_add(1));
        let between = reading.text.get(between).unwrap_or_default();
        between.contains(['/', '-']) && !between.contains(' ')
    };
    let numbered = at > from || reading.word(from.saturating_sub(1)) == "نمبر";
    let case = matches!(reading.word(before), "no" | "number");
    let bare = !reading.is(next, Sign::Unit) && reading.word(at).len() >= 3;
    let plain = reading.word(before) != "مقدمہ" && bare;
    let end = if joined { next.saturating_add(1) } else { next };
    let year = reading.word(at).len() == 4 && reading.word(at).starts_with("20");
    (numbered || case || joined || (plain && !year)).then_some(end)
}

fn passport(reading: &Reading<'_>, from: usize) -> Option<usize> {
    let mut at = past_numbering(reading, from);
    // "AB 1234567"
    let capitals = reading.written(at);
    let series = (1..=3).contains(&capitals.len())
        && capitals.bytes().all(|letter| letter.is_ascii_uppercase())
        && reading.gap(at) == Gap::Space
        && reading.is_figure(at.saturating_add(1));
    at = at.saturating_add(usize::from(series));
    let word = reading.word(at);
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let plain = word.bytes().all(|letter| letter.is_ascii_alphanumeric());
    (plain && (6..=9).contains(&digits) && word.len() <= 10).then(|| at.saturating_add(1))
}

/// Two capital letters and seven digits, the form of Pakistani passports.
fn is_passport(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_uppercase());
    capital(letters.next())
        && capital(letters.next())
        && letters.clone().count() == 7
        && letters.all(|letter| numbers::digit(letter).is_some())
}

fn address(reading: &Reading<'_>, from: usize) -> Option<usize> {
    let digit = |letter: char| numbers::digit(letter).is_some();
    reading
        .word(from)
        .contains(digit)
        .then(|| from.saturating_add(1))
}

/// "13-year-old girl ... from Village X": the word after the age, where a place is named in the same sentence.
fn aged(reading: &Reading<'_>, at: usize) -> Option<usize> {
    if !(reading.is_figure(at) || reading.is(at, Sign::Number)) {
        return None;
    }
    let place = |steps: usize| at.saturating_add(steps);
    let person = |from: usize, most: usize| {
        let mut places = from..from.saturating_add(most);
        places.find(|at| reading.is(*at, Sign::Person))
    };
    let english =
        matches!(reading.word(place(1)), "year" | "years") && reading.word(place(2)) == "old";
    let urdu = reading.word(place(1)) == "سالہ";
    let aged = at
        .checked_sub(1)
        .is_some_and(|before| matches!(reading.word(before), "aged" | "age"));
    let end = match (english, urdu, aged) {
        (true, _, _) => person(place(3), 2)?.saturating_add(1),
        (_, true, _) => person(place(2), 3)?.saturating_add(1),
        (_, _, true) => {
            person(at.saturating_sub(4), 3)?;
            place(1)
        }
        _ => return None,
    };
    let mut sentences = reading.sentences.iter();
    let sentence = sentences.find(|sentence| sentence.contains(&at))?;
    let mut places = reading.of_sign(Sign::PlaceWord);
    let named = match urdu {
        true => is_named_in_urdu,
        false => is_named,
    };
    places
        .any(|hit| sentence.contains(&hit.first) && named(reading, hit.first))
        .then_some(end)
}

/// "ضلع سکھر", "سکھر ضلعے", "سکھر کے گاؤں"; not "ہر ضلع میں", "ہر ضلع کے گاؤں".
fn is_named_in_urdu(reading: &Reading<'_>, at: usize) -> bool {
    let relation = |at: usize| reading.is(at, Sign::Patient) || reading.is(at, Sign::Refer);
    let after = at.saturating_add(1);
    let joins = matches!(reading.word(after), "اور" | "یا" | "سے") || reading.is_figure(after);
    let follows = reading.gap(at) == Gap::Space && !relation(after) && !joins;
    let Some(before) = at.checked_sub(1) else {
        return follows;
    };
    let is_name = |at: usize| named(reading, at.saturating_add(1)).is_some();
    let precedes = match reading.word(before) {
        "کے" | "کی" | "کا" => before.checked_sub(1).is_some_and(is_name),
        _ => is_name(before) && !relation(before),
    };
    let every = reading.is(before, Sign::NoName);
    precedes || (follows && !every)
}

/// "Village X", "Sukkur district"; not "every district".
fn is_named(reading: &Reading<'_>, at: usize) -> bool {
    let capital = |at: usize| {
        reading
            .written(at)
            .starts_with(|letter: char| letter.is_uppercase())
    };
    capital(at.saturating_add(1)) || at.checked_sub(1).is_some_and(capital)
}
