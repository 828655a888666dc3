//! What was promised of each act, told as saved or as taken out, and how its edits look.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::edit::{Edit, Reach, Written};
use rapporteur_core::field::Field;
use rapporteur_core::item::{EditId, ItemId, Kind};
use rapporteur_core::value::Value;

use crate::store::Name;

/// What the edits of one act must still say, by the version of its text: all of them the same.
#[derive(Clone, Debug, Default)]
pub(crate) struct Promise {
    pub(crate) edits: Vec<EditId>,
    pub(crate) name: Name,
    /// As it was typed last.
    pub(crate) version: u32,
    /// What was said to be saved: after anything.
    pub(crate) saved: u32,
    /// What stood in the journal: after a kill.
    pub(crate) journalled: u32,
}

/// All that was promised.
#[derive(Clone, Debug, Default)]
pub(crate) struct Promises {
    pub(crate) acts: BTreeMap<EditId, Promise>,
    /// The number of the generation that was told of last.
    pub(crate) number: u64,
    /// Imports of which it was told that they are out, in this generation.
    pub(crate) out: BTreeSet<String>,
    /// What the store confirmed: for ever the same.
    pub(crate) confirmed: BTreeMap<Name, String>,
}

pub(crate) fn edit(id: EditId, act: u64, version: u32) -> Edit {
    Edit {
        id,
        act,
        item: ItemId::new(Kind::REC, id.number()),
        field: Field::new("source").unwrap(),
        value: Written::One(Value::text(&version.to_string())),
        seen: Reach::default(),
        at: None,
        why: None,
        extra: vec![],
    }
}

impl Promise {
    pub(crate) fn made(&self) -> Vec<Edit> {
        let act = self.edits[0].seq;
        let edits = self.edits.iter();
        edits.map(|id| edit(*id, act, self.version)).collect()
    }
}

pub(crate) fn version(edit: &Edit) -> u32 {
    edit.value.values()[0].as_text().unwrap().parse().unwrap()
}
