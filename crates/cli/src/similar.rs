//! Which recommendations of a workbook look alike, and why.

use std::fmt::Write as _;

use rapporteur_core::event::vocabulary_of;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::register::Register;
use rapporteur_core::similar::{LookAlikes, Pair, Reason, Search, decided, entries};
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;
use serde::Serialize;

use crate::check::warned;
use crate::say::{Sentence, Voice};
use crate::{Outcome, Run, Similar};

/// How many pairs are shown where nobody says.
const SHOWN: usize = 20;
/// Recommendations done at a time; nothing happens in between here.
const STEP: usize = 1_000;

#[derive(Serialize)]
struct Told {
    a: Side,
    b: Side,
    score: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<rapporteur_core::similar::Decided>,
    reasons: Vec<ReasonTold>,
    sentence: String,
}

#[derive(Serialize)]
struct Side {
    id: String,
    source: Option<String>,
}

#[derive(Serialize)]
struct ReasonTold {
    kind: String,
    names: Vec<String>,
    against: bool,
    text: String,
}

pub(crate) fn run(asked: &Similar, voice: &Voice) -> Run {
    let (workbook, register) = warned(&asked.file, voice)?;
    let vocabulary = vocabulary_of(&workbook);
    let mut search = Search::new(entries(&workbook), decided(&workbook), &vocabulary);
    while !search.step(STEP).is_finished() {}
    let Some(found) = search.finish() else {
        return Ok(Outcome::Clean);
    };
    let most = asked
        .top
        .unwrap_or(if asked.json { usize::MAX } else { SHOWN });
    let text = match asked.json {
        true => {
            let pairs = found.pairs().iter().take(most);
            let told: Vec<Told> = pairs
                .map(|pair| Told::of(pair, &found, &workbook, &vocabulary, voice))
                .collect();
            serde_json::to_string_pretty(&told).unwrap_or_default() + "\n"
        }
        false => in_words(&found, most, &workbook, &register, &vocabulary, voice),
    };
    crate::print(&text);
    Ok(Outcome::Clean)
}

impl Told {
    fn of(
        pair: &Pair,
        found: &LookAlikes,
        workbook: &Workbook,
        vocabulary: &Vocabulary,
        voice: &Voice,
    ) -> Self {
        let reasons = found.reasons(pair);
        let side = |id: ItemId| Side {
            id: id.to_string(),
            source: workbook
                .entries(id, "source")
                .first()
                .map(|source| (*source).to_owned()),
        };
        Self {
            a: side(pair.a),
            b: side(pair.b),
            score: f64::from(pair.score) / 10_000.0,
            decided: pair.decided,
            sentence: voice.of_reasons(&reasons, vocabulary),
            reasons: reasons
                .iter()
                .map(|reason| ReasonTold::of(reason, vocabulary, voice))
                .collect(),
        }
    }
}

impl ReasonTold {
    fn of(reason: &Reason, vocabulary: &Vocabulary, voice: &Voice) -> Self {
        let key = reason.key();
        Self {
            kind: key.strip_prefix("similar-").unwrap_or(key).to_owned(),
            names: reason
                .names()
                .iter()
                .map(|name| name.id().to_owned())
                .collect(),
            against: reason.is_against(),
            text: voice.of_reasons(std::slice::from_ref(reason), vocabulary),
        }
    }
}

/// What nobody has decided yet.
fn in_words(
    found: &LookAlikes,
    most: usize,
    workbook: &Workbook,
    register: &Register,
    vocabulary: &Vocabulary,
    voice: &Voice,
) -> String {
    let mut text = String::new();
    let mut line = |said: String| {
        // Writing to a String cannot fail.
        writeln!(text, "{said}").ok();
    };
    let open = found.pairs().iter().filter(|pair| pair.decided.is_none());
    for (place, pair) in open.take(most).enumerate() {
        let head = Sentence::new(
            "cli-similar-pair",
            [
                ("place", (place + 1).to_string()),
                ("percent", (u32::from(pair.score) / 100).to_string()),
                (
                    "reasons",
                    voice.of_reasons(&found.reasons(pair), vocabulary),
                ),
            ],
        );
        line(voice.sentence(&head));
        for id in [pair.a, pair.b] {
            let held = Recommendation::read(workbook, id);
            let wording = held.text_for(voice.lang()).map_or("", |(_, text)| text);
            let named = [
                ("number", register.number(id)),
                ("text", wording.to_owned()),
            ];
            line(voice.sentence(&Sentence::new("cli-similar-item", named)));
        }
    }
    if text.is_empty() {
        return voice.sentence(&Sentence::plain("cli-similar-none")) + "\n";
    }
    for cluster in found.clusters() {
        let numbers: Vec<String> = cluster.iter().map(|id| register.number(*id)).collect();
        let named = [("numbers", numbers.join(" "))];
        writeln!(
            text,
            "{}",
            voice.sentence(&Sentence::new("cli-similar-cluster", named))
        )
        .ok();
    }
    text
}
