//! Rounds of prioritising: the method card, ballots on one laptop, closing, results.
//!
//! A round is an item with a card and the items voted on; its papers lie outside the workbook, in a ballot box, until it
//! closes. Then they become ballots, shuffled, each method's apart, under fresh names ([`close`]), and results are computed
//! from those and nothing else ([`Results`]). What the methods compute is in [`crate::priority`]; where the box lies is the
//! app's.

mod across;
mod booth;
mod card;
mod closing;
mod fold;
mod paper;
mod results;

use crate::combination::Combinations;
use crate::event::pointer;
use crate::item::{Digest, ItemId, Kind};
use crate::recommendation::{judged_wording, texts};
use crate::register::Register;
use crate::value::Value;
use crate::workbook::{Current, Workbook, digest_of};

pub use across::{Across, Line};
pub use booth::{Booth, Place, Pressed};
pub use card::{Card, Method, Preset, Quorum, Rule};
pub use closing::{begin, close, void};
pub use fold::{OTHER, fold};
pub use paper::{Paper, shuffled};
pub use results::{
    Answers, BySector, Dots, Gradient, Hands, Ranked, Rated, Reason, Results, SectorRating,
};

/// How far a round is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Ballots can be cast.
    Open,
    /// Ended, and shown.
    Closed,
    /// Declared void, with the reason.
    Void(String),
    /// The card or the list of items is missing, odd, or there are two of them: nothing can be cast or counted.
    Broken,
}

/// An item voted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voted {
    /// The item.
    pub item: ItemId,
    /// The digest of its wording when the card was locked.
    pub of: String,
}

impl Voted {
    /// Whether its wording has changed since.
    pub fn is_outdated(&self, workbook: &Workbook) -> bool {
        judged_wording(workbook, self.item) != self.of
    }
}

/// A round, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its name.
    pub id: ItemId,
    /// The event.
    pub event: Option<ItemId>,
    /// The group that votes; none in plenary.
    pub group: Option<ItemId>,
    /// The method card; the usual one where it is broken.
    pub card: Card,
    /// The items, in the order of the list.
    pub items: Vec<Voted>,
    /// How far it is.
    pub stage: Stage,
    /// The fingerprint of card and items: equal where both are.
    pub fingerprint: Digest,
    /// When it was begun, seconds since 1970: to tell rounds of a group apart on screen, no more.
    pub begun: Option<i64>,
}

impl Round {
    /// The most items of a round.
    pub const MOST_ITEMS: usize = 1_000;

    /// The round as the workbook tells it; none where it tells of no such round.
    pub fn read(workbook: &Workbook, id: ItemId) -> Option<Self> {
        if id.kind != Kind::ROUND {
            return None;
        }
        workbook.item(id)?;
        let one = |field: &str| match workbook.current(id, field) {
            Current::One(value) => Some(value),
            _ => None,
        };
        let card = one("card").and_then(Card::of);
        let items = one("items").and_then(items_of);
        let void = workbook.text(id, "void").filter(|why| !why.is_empty());
        let closed = workbook.value(id, "closed").and_then(Value::as_bool);
        let stage = match (void, &card, &items) {
            (Some(why), ..) => Stage::Void(why.to_owned()),
            (None, Some(_), Some(_)) if closed == Some(true) => Stage::Closed,
            (None, Some(_), Some(_)) => Stage::Open,
            _ => Stage::Broken,
        };
        let heads = workbook.history(id, "card").map(|history| history.heads());
        let card = card.unwrap_or_else(|| Card::preset(Preset::Standard, 0));
        let items = items.unwrap_or_default();
        Some(Self {
            id,
            event: pointer(workbook, id, "event"),
            group: pointer(workbook, id, "group"),
            fingerprint: fingerprint(&card, &items),
            begun: heads.and_then(|heads| heads.iter().find_map(|head| head.at)),
            card,
            items,
            stage,
        })
    }

    /// Who votes: a group, or in plenary the event.
    pub fn of(&self) -> Option<ItemId> {
        self.group.or(self.event)
    }

    /// The first eight digits of the fingerprint, in two groups, for people who compare two printed cards.
    pub fn mark(&self) -> String {
        let digits = self.fingerprint.to_string();
        let (first, rest) = digits.split_at_checked(4).unwrap_or_default();
        format!("{first} {}", rest.get(..4).unwrap_or_default())
    }
}

/// What a plenary votes on: what stands on the final list of the event and has a text.
pub fn plenary_items(
    workbook: &Workbook,
    register: &Register,
    combinations: &Combinations,
    event: ItemId,
) -> Vec<ItemId> {
    let of_event = |item: &ItemId| {
        let originals = combinations.originals(*item);
        let told = originals.iter().find_map(|original| {
            let group = || pointer(workbook, pointer(workbook, *original, "group")?, "event");
            pointer(workbook, *original, "event").or_else(group)
        });
        told.is_none_or(|told| told == event)
    };
    let standing = combinations.standing(register).into_iter();
    standing
        .filter(|item| of_event(item) && !texts(workbook, *item).is_empty())
        .take(Round::MOST_ITEMS)
        .collect()
}

/// The rounds of a workbook, those of one group together, the later ones first.
pub fn rounds(workbook: &Workbook) -> Vec<Round> {
    let mut rounds: Vec<Round> = workbook
        .of_kind(Kind::ROUND)
        .filter_map(|(id, _)| Round::read(workbook, id))
        .collect();
    crate::sorted::sort_by(&mut rounds, |a, b| {
        (a.group, b.begun, a.id).cmp(&(b.group, a.begun, b.id))
    });
    rounds
}

/// What the items of a round are written as.
fn items_value(items: &[Voted]) -> Value {
    let item = |voted: &Voted| {
        Value::map([
            ("item", Value::text(&voted.item.to_string())),
            ("of", Value::text(&voted.of)),
        ])
    };
    Value::List(items.iter().map(item).collect())
}

/// The items of a round, each once; none where the value is no such list.
fn items_of(value: &Value) -> Option<Vec<Voted>> {
    let mut items: Vec<Voted> = Vec::with_capacity(value.items().len());
    for held in value.items() {
        let voted = Voted {
            item: held.get("item")?.as_text()?.parse().ok()?,
            of: held.get("of")?.as_text()?.to_owned(),
        };
        items.push(voted);
    }
    let each_once = crate::sorted::set(items.iter().map(|voted| voted.item)).len() == items.len();
    (!items.is_empty() && items.len() <= Round::MOST_ITEMS && each_once).then_some(items)
}

fn fingerprint(card: &Card, items: &[Voted]) -> Digest {
    let parts = [digest_of(&card.value()), digest_of(&items_value(items))];
    let [card, items] = parts.map(|part| part.to_string());
    Digest::of_parts("method-card", &[&card, &items])
}
