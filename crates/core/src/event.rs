//! Events and groups as they are shown: typed readings of their fields.

use crate::command::Pen;
use crate::edit::{Edit, Reach, Written};
use crate::sorted;
use std::collections::{BTreeMap, BTreeSet};

use crate::field::is_language;
use crate::item::{ItemId, Kind, SessionId};
use crate::value::Value;
use crate::vocabulary::{Addition, Vocabulary};
use crate::workbook::Workbook;

/// The form of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// One day in plenary; recommendations are captured as they are voiced.
    PlenaryDialogue,
    /// Panels, then breakout groups.
    #[default]
    ConferenceWithGroups,
    /// A conference of ministries and international organisations.
    MinistryConference,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 3] = [
        Self::PlenaryDialogue,
        Self::ConferenceWithGroups,
        Self::MinistryConference,
    ];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PlenaryDialogue => "plenary-dialogue",
            Self::ConferenceWithGroups => "conference-with-groups",
            Self::MinistryConference => "ministry-conference",
        }
    }

    /// The form of that name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }
}

/// The event that a code typed at the start names: the same code gives the same event on any laptop.
pub fn event_of_code(code: &str) -> ItemId {
    ItemId::derived(Kind::EVENT, &["code", &crate::text::identity_key(code)])
}

/// What a code says of the event it names, as edits without a time of a session derived from both: on any laptop the same,
/// so that no two of them differ for having typed it. Empty where the code is.
pub fn coded(code: &str) -> Vec<Edit> {
    let (event, code) = (event_of_code(code), code.trim().to_ascii_uppercase());
    let session = SessionId::derived(&["event-code", &event.to_string(), &code]);
    let mut pen = Pen::new(session);
    let mut act = pen.act("template", None);
    if !code.is_empty() {
        let code = Written::One(Value::text(&code));
        act.write(event, "code", code, Reach::default());
    }
    act.finish()
}

/// The group of an event that a slug names; never made from a title that may change.
pub fn group_of_slug(event: ItemId, slug: &str) -> ItemId {
    ItemId::derived(Kind::GROUP, &[&event.to_string(), slug])
}

/// An event, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name.
    pub id: ItemId,
    /// Title by language.
    pub titles: BTreeMap<String, String>,
    /// Short code, such as `LHR`.
    pub code: String,
    /// Its form.
    pub form: Form,
    /// Where.
    pub place: String,
    /// Days, sorted.
    pub dates: BTreeSet<String>,
    /// Organisations that hold it.
    pub organisers: BTreeSet<String>,
    /// Partners and funders.
    pub partners: BTreeSet<String>,
    /// Whether it is made of invented sample data.
    pub sample: bool,
}

impl Event {
    /// The event as the workbook tells it; empty where it tells nothing.
    pub fn read(workbook: &Workbook, id: ItemId) -> Self {
        let text = |field| workbook.text(id, field).unwrap_or_default().to_owned();
        let texts = |field| sorted::set(workbook.entries(id, field).into_iter().map(str::to_owned));
        Self {
            id,
            titles: by_language(workbook, id, "title"),
            code: text("code"),
            form: workbook
                .text(id, "form")
                .and_then(Form::of)
                .unwrap_or_default(),
            place: text("place"),
            dates: texts("dates"),
            organisers: texts("organisers"),
            partners: texts("partners"),
            sample: workbook
                .value(id, "sample")
                .and_then(Value::as_bool)
                .unwrap_or(false),
        }
    }

    /// The title in a language, else in English, else in any, else the code.
    pub fn title(&self, lang: &str) -> &str {
        in_language(&self.titles, lang).unwrap_or(&self.code)
    }
}

/// A group, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub id: ItemId,
    /// The event it belongs to.
    pub event: Option<ItemId>,
    /// Title by language.
    pub titles: BTreeMap<String, String>,
    /// Short code, such as `G2`.
    pub code: String,
    /// Its place among the groups.
    pub order: String,
    /// No longer used.
    pub withdrawn: bool,
}

impl Group {
    /// The group as the workbook tells it.
    pub fn read(workbook: &Workbook, id: ItemId) -> Self {
        let text = |field| workbook.text(id, field).unwrap_or_default().to_owned();
        Self {
            id,
            event: pointer(workbook, id, "event"),
            titles: by_language(workbook, id, "title"),
            code: text("code"),
            order: text("order"),
            withdrawn: workbook
                .value(id, "withdrawn")
                .and_then(Value::as_bool)
                .unwrap_or(false),
        }
    }

    /// The title in a language, else in English, else in any, else the code.
    pub fn title(&self, lang: &str) -> &str {
        in_language(&self.titles, lang).unwrap_or(&self.code)
    }
}

/// The events, those with a title or a code, as files list them.
pub fn events(workbook: &Workbook) -> Vec<Event> {
    workbook
        .of_kind(Kind::EVENT)
        .map(|(id, _)| Event::read(workbook, id))
        .collect()
}

/// The groups of an event that are in use, in their order.
pub fn groups(workbook: &Workbook, event: ItemId) -> Vec<Group> {
    let all = workbook
        .of_kind(Kind::GROUP)
        .map(|(id, _)| Group::read(workbook, id));
    let mut groups: Vec<Group> = all
        .filter(|group| group.event == Some(event) && !group.withdrawn)
        .collect();
    sorted::sort_by(&mut groups, |a, b| {
        (&a.order, &a.code, a.id).cmp(&(&b.order, &b.code, b.id))
    });
    groups
}

/// The item a field points to.
pub fn pointer(workbook: &Workbook, id: ItemId, field: &str) -> Option<ItemId> {
    workbook.text(id, field)?.parse().ok()
}

/// The texts of a field that has a part for each language.
pub(crate) fn by_language(workbook: &Workbook, id: ItemId, stem: &str) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for (field, _) in workbook
        .item(id)
        .into_iter()
        .flat_map(crate::workbook::Item::fields)
    {
        let Some((_, tag)) = field
            .name()
            .split_once('/')
            .filter(|(held, tag)| *held == stem && is_language(tag))
        else {
            continue;
        };
        if let Some(text) = workbook.text(id, field.name()) {
            texts.insert(tag.to_owned(), text.to_owned());
        }
    }
    texts
}

/// The text in a language, else in English, else in any.
pub(crate) fn in_language<'a>(texts: &'a BTreeMap<String, String>, lang: &str) -> Option<&'a str> {
    texts
        .get(lang)
        .or_else(|| texts.get("en"))
        .or_else(|| texts.values().next())
        .map(String::as_str)
}

/// The vocabulary with the terms that the workbook's events add (field `term/<id>`).
pub fn vocabulary_of(workbook: &Workbook) -> Vocabulary {
    let additions = additions_of(workbook);
    match additions.is_empty() {
        true => Vocabulary::standard().clone(),
        false => Vocabulary::with_additions(additions).0,
    }
}

/// The terms that the workbook's events add, at most [`MOST_ADDITIONS`]; the rest show their ids.
pub fn additions_of(workbook: &Workbook) -> Vec<Addition> {
    let mut additions = Vec::new();
    for (id, item) in workbook.of_kind(Kind::EVENT) {
        for (field, _) in item.fields() {
            let term = field.name().strip_prefix("term/");
            let value = workbook.value(id, field.name());
            let addition = term
                .zip(value)
                .and_then(|(term, value)| addition_of(term, value));
            additions.extend(addition);
            if additions.len() >= MOST_ADDITIONS {
                return additions;
            }
        }
    }
    additions
}

/// The terms events can add: more than any list of choices can hold.
pub const MOST_ADDITIONS: usize = 1_024;

/// An added term as its field holds it: `{"scheme", "labels", "broader"?}`.
pub fn addition_of(id: &str, value: &Value) -> Option<Addition> {
    let labels = value.get("labels")?.entries().iter();
    Some(Addition {
        scheme: value.get("scheme")?.as_text()?.to_owned(),
        id: id.to_owned(),
        labels: sorted::map(
            labels
                .filter_map(|(lang, label)| Some((lang.to_string(), label.as_text()?.to_owned()))),
        ),
        broader: value
            .get("broader")
            .and_then(Value::as_text)
            .map(str::to_owned),
    })
}

/// What the field of an added term holds.
pub fn addition_value(addition: &Addition) -> Value {
    let labels = addition
        .labels
        .iter()
        .map(|(lang, label)| (lang.as_str(), Value::text(label)));
    let broader = addition
        .broader
        .as_deref()
        .map(|broader| ("broader", Value::text(broader)));
    let fixed = [
        ("labels", Value::map(labels)),
        ("scheme", Value::text(&addition.scheme)),
    ];
    Value::map(fixed.into_iter().chain(broader))
}
