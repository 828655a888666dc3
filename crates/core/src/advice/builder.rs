//! A recommendation as a sentence made of its parts, in the word order of its language: English says who should do what by
//! when; Urdu puts the verb last.

/// `=` begins a language or the verbs: a name and a pattern, or a verb in English, then in Urdu of one, of several, and before
/// پر غور. In a pattern `{}` names a part, and `<>` goes with the part in it.
const SENTENCES: &str = include_str!("../../data/sentence.txt");

/// A verb the builder offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verb {
    /// In English; also its name.
    pub english: &'static str,
    /// In Urdu, with what ties it to its object: one body, several, and the form before پر غور.
    pub urdu: [&'static str; 3],
}

impl Verb {
    /// As the sentence needs it.
    fn form(self, parts: &Parts<'_>) -> &'static str {
        let [one, several, considered] = self.urdu;
        match (is_urdu(parts.lang), parts.inviting) {
            (false, _) => self.english,
            (true, true) => considered,
            (true, false) if parts.several => several,
            (true, false) => one,
        }
    }
}

/// The verbs to choose from, by their English names.
pub fn verbs() -> Vec<Verb> {
    let lines = SENTENCES
        .lines()
        .skip_while(|line| *line != "=verbs")
        .skip(1);
    lines
        .filter_map(|line| {
            let mut forms = line.split('\t');
            Some(Verb {
                english: forms.next()?,
                urdu: [forms.next()?, forms.next()?, forms.next()?],
            })
        })
        .collect()
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

/// A rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Every day.
    Day,
    /// Every week.
    Week,
    /// Every month.
    Month,
    /// Every three months.
    Quarter,
    /// Every year.
    Year,
}

/// By when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When<'a> {
    /// On a day at the latest, written `2027-12-31`; one that is no date is left out.
    By(&'a str),
    /// Within so many days, weeks, months or years.
    Within(u32, Span),
    /// Again and again.
    Every(Pace),
    /// In other words.
    Said(&'a str),
}

/// The parts of a sentence; empty ones are left out.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The language of the sentence: Urdu, or English for all others.
    pub lang: &'a str,
    /// Who.
    pub who: &'a str,
    /// Whether they are several, for the Urdu verb.
    pub several: bool,
    /// Whether they are invited rather than asked, as courts are.
    pub inviting: bool,
    /// What they do.
    pub verb: Verb,
    /// To what.
    pub object: &'a str,
    /// By when.
    pub when: Option<When<'a>>,
    /// How anyone will know.
    pub indicator: &'a str,
}

/// The sentence. White space at the ends of parts and full stops at the end of the last do not count.
pub fn sentence(parts: &Parts<'_>) -> String {
    let lang = if is_urdu(parts.lang) { "ur" } else { "en" };
    let pattern = match parts.inviting {
        true => entry(lang, "inviting"),
        false => entry(lang, "plain"),
    };
    let when = parts.when.and_then(|when| said(lang, when));
    let indicator = parts.indicator.trim().trim_end_matches(['.', '۔']);
    fill(
        pattern,
        &[
            ("who", parts.who.trim()),
            ("verb", parts.verb.form(parts)),
            ("object", parts.object.trim().trim_end_matches(['.', '۔'])),
            ("when", when.as_deref().unwrap_or_default()),
            ("indicator", indicator),
        ],
    )
}

/// What stands in place of "should" where somebody is invited, in English.
pub(super) fn invitation() -> &'static str {
    entry("en", "invitation")
}

fn is_urdu(lang: &str) -> bool {
    super::Grammar::of(lang) == super::Grammar::Urdu
}

fn entry(lang: &str, name: &str) -> &'static str {
    let lines = SENTENCES
        .lines()
        .skip_while(|line| line.strip_prefix('=') != Some(lang))
        .skip(1);
    let mut lines = lines.take_while(|line| !line.starts_with('='));
    lines
        .find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'))
        .unwrap_or_default()
}

fn said(lang: &str, when: When<'_>) -> Option<String> {
    match when {
        When::By(date) => by(lang, date),
        When::Within(count, span) => {
            let one = count == 1 && lang == "en";
            let span = match span {
                Span::Days if one => "day",
                Span::Weeks if one => "week",
                Span::Months if one => "month",
                Span::Years if one => "year",
                Span::Days => "days",
                Span::Weeks => "weeks",
                Span::Months => "months",
                Span::Years => "years",
            };
            let named = [
                ("count", count.to_string()),
                ("span", entry(lang, span).to_owned()),
            ];
            Some(fill(entry(lang, "within"), &borrowed(&named)))
        }
        When::Every(pace) => {
            let pace = match pace {
                Pace::Day => "day",
                Pace::Week => "week",
                Pace::Month => "month",
                Pace::Quarter => "quarter",
                Pace::Year => "year",
            };
            Some(fill(entry(lang, "every"), &[("span", entry(lang, pace))]))
        }
        When::Said(text) => Some(text.trim().to_owned()),
    }
}

fn by(lang: &str, date: &str) -> Option<String> {
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |text: &str| text.parse::<usize>().ok();
    let place = number(month)?.checked_sub(1)?;
    let month = entry(lang, "months-of-year").split('|').nth(place)?;
    let day = number(day).filter(|day| (1..=31).contains(day))?;
    number(year)?;
    let named = [
        ("day", day.to_string()),
        ("month", month.to_owned()),
        ("year", year.to_owned()),
    ];
    Some(fill(entry(lang, "by"), &borrowed(&named)))
}

fn borrowed<'a>(named: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    named
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect()
}

/// The pattern with its parts; a group in `<>` of which a part is empty goes. Parts are never read as patterns.
fn fill(pattern: &str, named: &[(&str, &str)]) -> String {
    let value = |name: &str| {
        let held = named.iter().find(|(held, _)| *held == name);
        held.map_or("", |(_, value)| value)
    };
    let mut filled = String::new();
    // Every second piece stands between < and >, as every second within stands between { and }.
    for (place, group) in pattern.split(['<', '>']).enumerate() {
        let names = || group.split(['{', '}']).skip(1).step_by(2);
        let is_group = place % 2 == 1;
        if is_group && names().any(|name| value(name).is_empty()) {
            continue;
        }
        for (place, piece) in group.split(['{', '}']).enumerate() {
            filled.push_str(if place % 2 == 1 { value(piece) } else { piece });
        }
    }
    filled
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn verb(name: &str) -> Verb {
        let mut verbs = verbs().into_iter();
        verbs.find(|verb| verb.english == name).unwrap()
    }

    #[test]
    fn the_verb_stands_where_the_language_has_it() {
        let english = Parts {
            lang: "en",
            who: "FIA",
            several: false,
            inviting: false,
            verb: verb("publish"),
            object: "arrests of organisers ",
            when: Some(When::Every(Pace::Quarter)),
            indicator: "reports published.",
        };
        assert_eq!(
            sentence(&english),
            "FIA should publish arrests of organisers every quarter, measured by reports published."
        );
        let urdu = Parts {
            lang: "ur",
            who: "محکمۂ داخلہ",
            object: "قواعد",
            when: Some(When::By("2027-12-31")),
            indicator: "نوٹیفکیشن کی تاریخ۔",
            ..english
        };
        assert_eq!(
            sentence(&urdu),
            "محکمۂ داخلہ 31 دسمبر 2027 تک قواعد شائع کرے، جس کا پیمانہ نوٹیفکیشن کی تاریخ ہو۔"
        );
        let several = Parts {
            several: true,
            indicator: "",
            when: Some(When::Within(6, Span::Months)),
            ..urdu
        };
        assert_eq!(
            sentence(&several),
            "محکمۂ داخلہ 6 ماہ کے اندر قواعد شائع کریں۔"
        );
    }

    #[test]
    fn courts_are_invited_and_empty_parts_leave_nothing_behind() {
        let parts = Parts {
            lang: "en",
            who: "High Courts",
            several: true,
            inviting: true,
            verb: verb("issue"),
            object: "{who} <a practice note>",
            when: Some(When::By("2027-13-01")),
            indicator: " ",
        };
        assert_eq!(
            sentence(&parts),
            "High Courts may wish to issue {who} <a practice note>."
        );
        let urdu = Parts {
            lang: "ur",
            who: "عدالتِ عالیہ",
            object: "ہدایات",
            when: Some(When::Within(1, Span::Years)),
            ..parts
        };
        assert_eq!(
            sentence(&urdu),
            "عدالتِ عالیہ 1 سال کے اندر ہدایات جاری کرنے پر غور فرمائیں۔"
        );
        let within = Parts {
            object: "",
            when: Some(When::Within(1, Span::Months)),
            ..parts
        };
        assert_eq!(
            sentence(&within),
            "High Courts may wish to issue within 1 month."
        );
    }

    #[test]
    fn every_verb_has_its_forms_and_every_entry_is_in_both_languages() {
        assert!(verbs().len() >= 20);
        for verb in verbs() {
            assert!(verb.urdu.iter().all(|form| !form.is_empty()), "{verb:?}");
        }
        for name in SENTENCES.lines().take_while(|line| *line != "=ur").skip(1) {
            let name = name.split('\t').next().unwrap();
            assert!(
                !entry("ur", name).is_empty() && !entry("en", name).is_empty(),
                "{name}"
            );
        }
    }
}
