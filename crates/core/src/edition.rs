//! The final list as it is numbered and adopted: by addressee, each item with its number.
//!
//! A numbering is proposed here from what the workbook says, and stored in an `edition` item when it is adopted
//! ([`crate::command::Act::adopt`]); from then on its numbers stay as they are.

use std::collections::{BTreeMap, BTreeSet};

use crate::combination::Combinations;
use crate::file::limits;
use crate::item::ItemId;
use crate::judgement::wording_of;
use crate::sorted;
use crate::value::Value;
use crate::vocabulary::{SchemeId, Vocabulary, main_addressees};
use crate::workbook::Workbook;

/// A final list with its numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbering {
    /// By addressee.
    pub sections: Vec<Section>,
}

/// What is asked of one addressee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The term of the addressee; none where nobody is asked.
    pub addressee: Option<String>,
    /// Its items, in order.
    pub items: Vec<Numbered>,
}

/// An item with its final number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// A recommendation or combination.
    pub item: ItemId,
    /// Its number for people: the section and the place within it, `2.7`.
    pub number: String,
    /// It was adopted on an earlier wording than stands now.
    pub earlier: bool,
}

/// Where a body stands: main addressees, others of the vocabulary, those nobody knows, nobody; and its place among these.
type Rank = (usize, usize);

/// The items numbered by addressee, within each in the order given. An item stands under the body that leads, or else under
/// the first that is asked, or under the main addressee (as on the draft page) that this body belongs to. Main addressees come
/// in their order, then other bodies in that of the vocabulary, then what asks nobody.
pub fn numbering(
    workbook: &Workbook,
    vocabulary: &Vocabulary,
    all: &Combinations,
    items: &[ItemId],
) -> Numbering {
    let places = vocabulary.terms(SchemeId::Addressees).enumerate();
    let places: BTreeMap<&str, usize> =
        sorted::map(places.map(|(place, term)| (term.id.as_ref(), place)));
    // Main addressees before others; of others those nobody knows last, and nobody at all behind them.
    let rank = |term: &Option<String>| -> Rank {
        let Some(term) = term.as_deref() else {
            return (3, 0);
        };
        let mains = main_addressees().iter();
        let main = mains.map(|main| main.term).position(|main| main == term);
        let other = || places.get(term).map_or((2, 0), |place| (1, *place));
        main.map_or_else(other, |place| (0, place))
    };
    let mut sections: BTreeMap<(Rank, Option<String>), Vec<ItemId>> = BTreeMap::new();
    let mut met = BTreeSet::new();
    for item in items.iter().filter(|item| met.insert(**item)) {
        let body = addressed(workbook, all, &places, *item);
        let body = body.map(|body| main_of(vocabulary, &body));
        let section = sections.entry((rank(&body), body)).or_default();
        section.push(*item);
    }
    let numbered = |section: usize, items: Vec<ItemId>| {
        let items = items.into_iter().zip(1usize..);
        let number = |(item, place)| Numbered {
            item,
            number: format!("{section}.{place}"),
            earlier: false,
        };
        items.map(number).collect()
    };
    let sections = sections.into_iter().zip(1usize..);
    Numbering {
        sections: sections
            .map(|(((_, addressee), items), section)| Section {
                addressee,
                items: numbered(section, items),
            })
            .collect(),
    }
}

impl Numbering {
    /// The numbering that an edition holds; empty where it holds none.
    pub fn read(workbook: &Workbook, edition: ItemId) -> Self {
        let held = workbook.value(edition, "numbers");
        let mut sections: Vec<Section> = Vec::new();
        for part in held.map(Value::items).unwrap_or_default() {
            let text = |value: &Value, key| value.get(key)?.as_text().map(str::to_owned);
            let addressee = text(part, "addressee");
            let items = part.get("items").map(Value::items).unwrap_or_default();
            let items = items.iter().filter_map(|value| {
                let item: ItemId = text(value, "item")?.parse().ok()?;
                Some(Numbered {
                    item,
                    number: text(value, "number")?,
                    earlier: text(value, "of") != Some(wording_of(workbook, item)),
                })
            });
            // A section that is too long for one list goes on in the next.
            match sections
                .last_mut()
                .filter(|last| last.addressee == addressee)
            {
                Some(last) => last.items.extend(items),
                None => sections.push(Section {
                    addressee,
                    items: items.collect(),
                }),
            }
        }
        Self { sections }
    }

    /// The number of an item.
    pub fn number(&self, item: ItemId) -> Option<&str> {
        let mut items = self.sections.iter().flat_map(|section| &section.items);
        let found = items.find(|numbered| numbered.item == item);
        found.map(|numbered| numbered.number.as_str())
    }

    /// What an edition stores: sections, each item with its number and the digest of its wording.
    pub(crate) fn value(&self, workbook: &Workbook) -> Value {
        let numbered = |numbered: &Numbered| {
            Value::map([
                ("item", Value::text(&numbered.item.to_string())),
                ("number", Value::text(&numbered.number)),
                ("of", Value::text(&wording_of(workbook, numbered.item))),
            ])
        };
        let lists = self.sections.iter().flat_map(|section| {
            let lists = section.items.chunks(limits::ENTRIES);
            lists.map(|items| (section.addressee.as_deref(), items))
        });
        let lists = lists.map(|(addressee, items)| {
            let items = Value::List(items.iter().map(numbered).collect());
            let addressee = addressee.map(|term| ("addressee", Value::text(term)));
            Value::map(addressee.into_iter().chain([("items", items)]))
        });
        Value::List(lists.collect())
    }
}

/// The body an item is addressed to: its lead, or else the first of its addressees in the order of the vocabulary. For a
/// combination that says neither, what most of its originals say.
fn addressed(
    workbook: &Workbook,
    all: &Combinations,
    places: &BTreeMap<&str, usize>,
    item: ItemId,
) -> Option<String> {
    let place = |term: &str| places.get(term).copied().unwrap_or(usize::MAX);
    let own = |item: ItemId| {
        let lead = workbook.text(item, "lead").filter(|lead| !lead.is_empty());
        let asked = || {
            let asked = workbook.entries(item, "addressees").into_iter();
            asked.min_by_key(|term| place(term))
        };
        lead.or_else(asked)
    };
    if let Some(body) = own(item) {
        return Some(body.to_owned());
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for body in all.members(item).iter().filter_map(|member| own(*member)) {
        let count = counts.entry(body).or_default();
        *count = count.saturating_add(1);
    }
    let most = counts
        .into_iter()
        .max_by_key(|(term, count)| (*count, std::cmp::Reverse((place(term), *term))));
    most.map(|(term, _)| term.to_owned())
}

/// The main addressee that a body is or belongs to, the nearest; else the body itself.
fn main_of(vocabulary: &Vocabulary, body: &str) -> String {
    let is_main = |term: &str| main_addressees().iter().any(|main| main.term == term);
    let mut at = body;
    // Each step goes to a wider term; more steps than this would be a circle.
    for _ in 0..MOST_STEPS {
        if is_main(at) {
            return at.to_owned();
        }
        match vocabulary.term(at).and_then(|term| term.broader.as_deref()) {
            Some(broader) => at = broader,
            None => break,
        }
    }
    body.to_owned()
}

/// No term stands deeper below another.
const MOST_STEPS: usize = 16;
