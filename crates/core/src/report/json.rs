//! The final list for other programs: no edits, sessions, ballots, names or small numbers.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::recommendation::Wording;
use crate::sorted;

use super::concordance::{Fate, Reason};
use super::final_list::Final;
use super::participants::Participants;
use super::{Refusal, Source};

/// The name of the format and the version of this shape, which counts up where a key goes or changes its meaning.
const FORMAT: (&str, u64) = ("rapporteur-report", 1);

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    format: &'static str,
    format_version: u64,
    languages: &'static [&'static str],
    adopted: bool,
    undecided: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<EventTold<'a>>,
    terms: BTreeMap<&'a str, BTreeMap<&'static str, &'a str>>,
    recommendations: Vec<Told<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    concordance: Vec<Row<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EventTold<'a> {
    id: String,
    code: &'a str,
    title: &'a BTreeMap<String, String>,
    form: &'static str,
    place: &'a str,
    dates: &'a BTreeSet<String>,
    organisers: &'a BTreeSet<String>,
    partners: &'a BTreeSet<String>,
    sample: bool,
    participants: People,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct People {
    total: u64,
    categories: BTreeMap<String, u64>,
    other: u64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told<'a> {
    number: &'a str,
    id: String,
    section: &'static str,
    text: &'a BTreeMap<String, String>,
    original: &'a str,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    out_of_date: &'a BTreeSet<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    versions: Vec<Text<'a>>,
    tags: BTreeMap<&'static str, &'a BTreeSet<String>>,
    texts: BTreeMap<&'static str, Vec<Text<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dissent: Vec<Text<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    replies: BTreeMap<&'a str, Answer<'a>>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    status: &'a BTreeSet<String>,
    origins: Vec<String>,
}

#[derive(Serialize)]
struct Answer<'a> {
    response: &'a BTreeSet<String>,
    reason: Vec<Text<'a>>,
    answered: &'a BTreeSet<String>,
}

#[derive(Serialize)]
struct Text<'a> {
    lang: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct Row<'a> {
    id: String,
    number: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    result: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    becomes: Option<&'a str>,
}

/// The fields of sets, as the public file names them.
const SETS: [&str; 13] = [
    "action",
    "addressees",
    "affected",
    "due",
    "horizon",
    "instruments",
    "issue",
    "lead",
    "levels",
    "sdg",
    "theme",
    "themes",
    "urgency",
];

const TEXTS: [&str; 4] = ["baseline", "indicator", "rationale", "target"];

/// The file, keys sorted within each object of terms and tags; the concordance is left out of packs.
pub(super) fn write(source: &Source<'_>) -> Result<Vec<u8>, Refusal> {
    let items = source.items()?;
    let report = Report {
        format: FORMAT.0,
        format_version: FORMAT.1,
        languages: source.options.language.tags(),
        adopted: source.list.adopted,
        undecided: source.list.undecided,
        event: source.event.as_ref().map(|event| EventTold {
            id: event.id.to_string(),
            code: &event.code,
            title: &event.titles,
            form: event.form.name(),
            place: &event.place,
            dates: &event.dates,
            organisers: &event.organisers,
            partners: &event.partners,
            sample: event.sample,
            participants: people(source, event.id),
        }),
        terms: terms(source, &items),
        recommendations: items.iter().map(|item| told(item)).collect(),
        concordance: match source.options.pack {
            None => concordance(source),
            Some(_) => vec![],
        },
    };
    let mut bytes = serde_json::to_vec_pretty(&report).unwrap_or_default();
    bytes.push(b'\n');
    Ok(bytes)
}

fn people(source: &Source<'_>, event: crate::item::ItemId) -> People {
    let told = Participants::of(source.workbook, event, source.options.small_counts);
    People {
        total: told.total,
        categories: sorted::map(told.categories),
        other: told.other,
    }
}

fn told(item: &Final) -> Told<'_> {
    let sets = SETS.map(|field| (field, item.tags.set(field)));
    let lists = TEXTS.map(|field| (field, texts(item.tags.texts(field))));
    Told {
        number: &item.number,
        id: item.id.to_string(),
        section: item.section.name(),
        text: &item.wordings.texts,
        original: &item.wordings.original,
        out_of_date: &item.wordings.out_of_date,
        versions: texts(&item.wordings.versions),
        tags: sorted::map(sets.into_iter().filter(|(_, set)| !set.is_empty())),
        texts: sorted::map(lists.into_iter().filter(|(_, list)| !list.is_empty())),
        dissent: item
            .dissent
            .iter()
            .map(|told| text(&told.wording))
            .collect(),
        replies: sorted::map(item.tags.replies.iter().map(|(who, reply)| {
            let answer = Answer {
                response: &reply.response,
                reason: texts(&reply.reason),
                answered: &reply.answered,
            };
            (who.as_str(), answer)
        })),
        status: &item.tags.status,
        origins: item.origins.iter().map(ToString::to_string).collect(),
    }
}

fn texts(wordings: &[Wording]) -> Vec<Text<'_>> {
    wordings.iter().map(text).collect()
}

fn text(wording: &Wording) -> Text<'_> {
    Text {
        lang: &wording.lang,
        text: &wording.text,
    }
}

/// Labels of the terms that are used, in the languages of the file.
fn terms<'a>(
    source: &'a Source<'_>,
    items: &[&'a Final],
) -> BTreeMap<&'a str, BTreeMap<&'static str, &'a str>> {
    let vocabulary = source.voices.vocabulary();
    let used = items.iter().flat_map(|item| {
        let sets = SETS.iter().filter(|field| **field != "due");
        let tags = sets.flat_map(|field| item.tags.set(field));
        let replies = item.tags.replies.iter();
        let replies = replies.flat_map(|(who, reply)| std::iter::once(who).chain(&reply.response));
        tags.chain(replies).chain(&item.tags.status)
    });
    sorted::map(used.map(|term| {
        let langs = source.options.language.tags().iter();
        let labels = langs.map(|lang| (*lang, vocabulary.label(term, lang)));
        (term.as_str(), sorted::map(labels))
    }))
}

fn concordance<'a>(source: &'a Source<'_>) -> Vec<Row<'a>> {
    let rows = source.list.originals.iter().map(|original| {
        let (result, becomes) = match &original.fate {
            Fate::Final(number) => ("taken", Some(number.as_str())),
            Fate::Combined { into, .. } => ("combined", Some(into.as_str())),
            Fate::NotTaken(Reason::Withdrawn) => ("withdrawn", None),
            Fate::NotTaken(Reason::Empty) => ("empty", None),
        };
        Row {
            id: original.id.to_string(),
            number: &original.number,
            group: original.group.map(|group| group.to_string()),
            result,
            becomes,
        }
    });
    rows.collect()
}
