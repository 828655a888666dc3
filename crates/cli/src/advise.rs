//! What would help each recommendation of a workbook to be acted on, and what in it could lead to a person.

use std::fmt::Write as _;

use rapporteur_core::advice::{Advice, Coach, Draft, Remedy, Severity, advise};
use rapporteur_core::event::vocabulary_of;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::register::{Filter, Register};
use rapporteur_core::text::Query;
use rapporteur_core::vocabulary::Vocabulary;
use serde::Serialize;

use crate::check::warned;
use crate::say::{Sentence, Voice};
use crate::{Advise, Outcome, Run};

#[derive(Serialize)]
struct Told {
    id: String,
    number: String,
    source: Option<String>,
    advice: Vec<Said>,
}

#[derive(Serialize)]
struct Said {
    check: &'static str,
    severity: &'static str,
    field: String,
    start: usize,
    end: usize,
    words: String,
    term: Option<String>,
    text: String,
    remedies: Vec<Offer>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Offer {
    Tag {
        field: &'static str,
        term: String,
    },
    Split {
        first: String,
        second: String,
    },
    Replace {
        text: String,
    },
    TakeOut,
    Indicator {
        level: &'static str,
        text: &'static str,
    },
    Fill {
        field: &'static str,
    },
}

pub(crate) fn run(asked: &Advise, voice: &Voice) -> Run {
    let (workbook, register) = warned(&asked.file, voice)?;
    let vocabulary = vocabulary_of(&workbook);
    let coach = Coach::new(&vocabulary);
    let ids = register.find(&Filter::default(), &Query::new(""), &vocabulary);
    let told = ids.into_iter().map(|id| {
        let rec = Recommendation::read(&workbook, id);
        let advice = advise(&Draft::of(&rec), &coach);
        (id, rec, advice)
    });
    let told: Vec<(ItemId, Recommendation, Vec<Advice>)> =
        told.filter(|(_, _, advice)| !advice.is_empty()).collect();
    let mut all = told.iter().flat_map(|(_, _, advice)| advice);
    let outcome = match all.any(|advice| advice.severity == Severity::Harm) {
        true => Outcome::Findings,
        false => Outcome::Clean,
    };
    let text = match asked.json {
        true => {
            let told: Vec<Told> = told
                .iter()
                .map(|(id, _, advice)| Told {
                    id: id.to_string(),
                    number: register.number(*id),
                    source: workbook
                        .entries(*id, "source")
                        .first()
                        .map(|source| (*source).to_owned()),
                    advice: advice
                        .iter()
                        .map(|advice| Said::of(advice, &vocabulary, voice))
                        .collect(),
                })
                .collect();
            serde_json::to_string_pretty(&told).unwrap_or_default() + "\n"
        }
        false => in_words(&told, &register, &vocabulary, voice),
    };
    crate::print(&text);
    Ok(outcome)
}

impl Said {
    fn of(advice: &Advice, vocabulary: &Vocabulary, voice: &Voice) -> Self {
        Self {
            check: advice.check.name(),
            severity: match advice.severity {
                Severity::Harm => "harm",
                Severity::Ask => "ask",
                Severity::Hint => "hint",
            },
            field: advice.place.field.clone(),
            start: advice.place.range.start,
            end: advice.place.range.end,
            words: advice.words.clone(),
            term: advice.term.clone(),
            text: sentence(advice, vocabulary, voice),
            remedies: advice.remedies.iter().map(Offer::of).collect(),
        }
    }
}

impl Offer {
    fn of(remedy: &Remedy) -> Self {
        match remedy {
            Remedy::Tag { field, term } => Self::Tag {
                field,
                term: term.clone(),
            },
            Remedy::Split { first, second } => Self::Split {
                first: first.clone(),
                second: second.clone(),
            },
            Remedy::Replace(text) => Self::Replace { text: text.clone() },
            Remedy::TakeOut => Self::TakeOut,
            Remedy::Indicator(indicator) => Self::Indicator {
                level: indicator.level.name(),
                text: indicator.text,
            },
            Remedy::Fill(field) => Self::Fill { field },
        }
    }
}

/// What was noticed and why it matters.
fn sentence(advice: &Advice, vocabulary: &Vocabulary, voice: &Voice) -> String {
    let (key, named) = advice.message();
    let named = named.into_iter().map(|(name, text)| match name {
        "term" if !text.is_empty() => (name, vocabulary.label(&text, voice.lang()).to_owned()),
        _ => (name, text),
    });
    voice.sentence(&Sentence::new(&key, named))
}

fn in_words(
    told: &[(ItemId, Recommendation, Vec<Advice>)],
    register: &Register,
    vocabulary: &Vocabulary,
    voice: &Voice,
) -> String {
    if told.is_empty() {
        return voice.sentence(&Sentence::plain("cli-advise-none")) + "\n";
    }
    let mut text = String::new();
    for (id, rec, advice) in told {
        let wording = rec.text_for(voice.lang()).map_or("", |(_, text)| text);
        let named = [
            ("number", register.number(*id)),
            ("text", wording.to_owned()),
        ];
        let head = voice.sentence(&Sentence::new("cli-advise-item", named));
        // Writing to a String cannot fail.
        writeln!(text, "{head}").ok();
        for advice in advice {
            let key = match advice.severity {
                Severity::Harm => "cli-advise-warning",
                _ => "cli-advise-one",
            };
            let named = [("text", sentence(advice, vocabulary, voice))];
            writeln!(text, "{}", voice.sentence(&Sentence::new(key, named))).ok();
        }
    }
    text
}
