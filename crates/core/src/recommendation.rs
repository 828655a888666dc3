//! A recommendation as it is shown: a typed reading of its fields, tolerant of odd values.

use std::collections::{BTreeMap, BTreeSet};

use crate::event::pointer;
use crate::field::is_language;
use crate::item::{Digest, ItemId};
use crate::sorted;
use crate::value::Value;
use crate::workbook::{Item, Workbook, digest_of};

/// How far a recommendation is; withdrawal is apart from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Being written.
    #[default]
    Draft,
    /// The group thinks it is complete.
    Ready,
    /// The group has agreed to it.
    Agreed,
}

impl State {
    /// All states, in order.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Ready, Self::Agreed];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Ready => "ready",
            Self::Agreed => "agreed",
        }
    }

    /// The state of that name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A text and its language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The language tag.
    pub lang: String,
    /// The text.
    pub text: String,
}

impl Wording {
    pub(crate) fn of(value: &Value) -> Option<Self> {
        let part = |key| value.get(key).and_then(Value::as_text).map(str::to_owned);
        Some(Self {
            lang: part("lang")?,
            text: part("text")?,
        })
    }
}

/// A recommendation, read. Where values conflict it shows the greatest (sets: all), and names the field in `conflicts`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// Its name.
    pub id: ItemId,
    /// The event.
    pub event: Option<ItemId>,
    /// The group.
    pub group: Option<ItemId>,
    /// The serial within the group.
    pub serial: Option<i64>,
    /// The language of the original wording.
    pub original: String,
    /// Texts by language tag.
    pub wordings: BTreeMap<String, String>,
    /// Languages other than the original whose text was written on an earlier original, or never compared with it.
    pub out_of_date: BTreeSet<String>,
    /// Who is asked: term ids.
    pub addressees: BTreeSet<String>,
    /// The body that leads.
    pub lead: Option<String>,
    /// Themes.
    pub themes: BTreeSet<String>,
    /// The main theme.
    pub theme: Option<String>,
    /// The crime or problem.
    pub issue: Option<String>,
    /// Whom it protects.
    pub affected: BTreeSet<String>,
    /// Laws and policies it rests on.
    pub instruments: BTreeSet<String>,
    /// Levels.
    pub levels: BTreeSet<String>,
    /// SDG targets.
    pub sdg: BTreeSet<String>,
    /// Type of action.
    pub action: Option<String>,
    /// How strongly it is asked.
    pub urgency: Option<String>,
    /// By when, roughly.
    pub horizon: Option<String>,
    /// By when, to the day; several where groups differ.
    pub due: BTreeSet<String>,
    /// How anyone will know.
    pub indicator: Option<Wording>,
    /// Why.
    pub rationale: Option<Wording>,
    /// What the rationale rests on.
    pub evidence: BTreeSet<String>,
    /// Minority statements by key.
    pub dissent: BTreeMap<String, Wording>,
    /// Category of who said it.
    pub speaker: Option<String>,
    /// How far it is.
    pub state: State,
    /// The state was given to an earlier wording.
    pub state_on_earlier: bool,
    /// Taken back.
    pub withdrawn: bool,
    /// Its ids in the lists it came from.
    pub source: BTreeSet<String>,
    /// Fields in which a person has to choose.
    pub conflicts: Vec<String>,
}

impl Recommendation {
    /// The recommendation as the workbook tells it; empty where it tells nothing.
    pub fn read(workbook: &Workbook, id: ItemId) -> Self {
        let text = |field: &str| {
            workbook
                .text(id, field)
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        let set =
            |field: &str| sorted::set(workbook.entries(id, field).into_iter().map(str::to_owned));
        let wording = |field: &str| workbook.value(id, field).and_then(Wording::of);
        let original = text("original").unwrap_or_default();
        let wordings = texts(workbook, id);
        let judged = judged_wording(workbook, id);
        let on = |field: &str| {
            let of = workbook
                .value(id, field)
                .and_then(|value| value.get("of"))
                .and_then(Value::as_text);
            of == Some(judged.as_str())
        };
        let verdict = |field: &str| {
            workbook
                .value(id, field)
                .and_then(|value| value.get("judged"))
        };
        let others = wordings.keys().filter(|lang| **lang != original);
        let out_of_date = others.filter(|lang| !on(&format!("twin/{lang}")));
        let out_of_date = sorted::set(out_of_date.cloned());
        let state = verdict("state")
            .and_then(Value::as_text)
            .and_then(State::of)
            .unwrap_or_default();
        Self {
            id,
            event: pointer(workbook, id, "event"),
            group: pointer(workbook, id, "group"),
            serial: workbook.value(id, "number").and_then(Value::as_int),
            out_of_date,
            addressees: set("addressees"),
            lead: text("lead"),
            themes: set("themes"),
            theme: text("theme"),
            issue: text("issue"),
            affected: set("affected"),
            instruments: set("instruments"),
            levels: set("levels"),
            sdg: set("sdg"),
            action: text("action"),
            urgency: text("urgency"),
            horizon: text("horizon"),
            due: set("due"),
            indicator: wording("indicator"),
            rationale: wording("rationale"),
            evidence: set("evidence"),
            dissent: dissent(workbook, id),
            speaker: text("speaker"),
            state,
            state_on_earlier: state != State::Draft && !on("state"),
            withdrawn: is_withdrawn(workbook, id),
            source: set("source"),
            conflicts: workbook
                .conflicts_of(id)
                .map(|(field, _)| field.name().to_owned())
                .collect(),
            original,
            wordings,
        }
    }

    /// The text to show somebody who reads that language, and its language: that one, else the original, else any.
    pub fn text_for(&self, lang: &str) -> Option<(&str, &str)> {
        let pick = |lang: &str| self.wordings.get_key_value(lang);
        let found = pick(lang)
            .or_else(|| pick(&self.original))
            .or_else(|| self.wordings.iter().next());
        found.map(|(lang, text)| (lang.as_str(), text.as_str()))
    }

    /// The original text and its language.
    pub fn original_text(&self) -> Option<(&str, &str)> {
        self.text_for(&self.original)
    }
}

/// Whether a recommendation is taken back.
pub fn is_withdrawn(workbook: &Workbook, id: ItemId) -> bool {
    let verdict = workbook
        .value(id, "withdrawn")
        .and_then(|value| value.get("judged"));
    verdict.and_then(Value::as_bool).unwrap_or(false)
}

/// The texts of an item by language tag.
pub fn texts(workbook: &Workbook, id: ItemId) -> BTreeMap<String, String> {
    let wordings = parts(workbook, id, "wording").filter(|(tag, _)| is_language(tag));
    sorted::map(wordings.map(|(tag, held)| (tag, held.text)))
}

/// The digest of the original wording as it stands, which judgements are made on: 32 digits, empty where there is none.
pub fn judged_wording(workbook: &Workbook, id: ItemId) -> String {
    let original = workbook.text(id, "original").unwrap_or_default();
    let value = workbook.value(id, &format!("wording/{original}"));
    value
        .map(|value| digest_of(value).to_string())
        .unwrap_or_default()
}

fn dissent(workbook: &Workbook, id: ItemId) -> BTreeMap<String, Wording> {
    sorted::map(parts(workbook, id, "dissent"))
}

fn parts<'a>(
    workbook: &'a Workbook,
    id: ItemId,
    stem: &'a str,
) -> impl Iterator<Item = (String, Wording)> + 'a {
    let fields = workbook.item(id).into_iter().flat_map(Item::fields);
    fields.filter_map(move |(field, _)| {
        let (_, part) = field
            .name()
            .split_once('/')
            .filter(|(held, _)| *held == stem)?;
        let wording = Wording::of(workbook.value(id, field.name())?)?;
        Some((part.to_owned(), wording))
    })
}

/// The digest by which a judgement names a wording.
pub fn digest_of_text(lang: &str, text: &str) -> Digest {
    digest_of(&crate::command::wording(lang, text))
}
