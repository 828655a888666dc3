//! What the object stores hold, as it goes in and comes out.

use indexed_db_futures::KeyRange;
use js_sys::{Array, Object, Reflect};
pub(crate) use rapporteur_core::keep::StoredAct;
use rapporteur_core::keep::{Extent, Generation, Stretch};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::super::fields::Fields;

/// Earlier states held of one kind.
const OF_A_KIND: usize = 5;

/// What is known of a workbook without reading its edits.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct WorkbookMeta {
    /// The local container's id. Never exported.
    pub(crate) id: String,
    /// Counts the edit sets chosen since the workbook was made; see the module.
    pub(crate) generation: u64,
    /// What a person knows it by on this device.
    pub(crate) label: String,
    /// The same in Urdu; empty where it is no other.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) label_ur: String,
    /// The events in it, by their items' ids.
    pub(crate) events: Vec<String>,
    /// When it was made here, in seconds since 1970.
    pub(crate) created: i64,
    /// When it was last opened here, in seconds since 1970.
    pub(crate) opened: i64,
    /// The batches whose acts are not in the present generation.
    pub(crate) dropped: Vec<String>,
    /// What is left out of the typed acts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) without: Vec<Stretch>,
    /// The last file made from it.
    pub(crate) last_file: Option<LastFile>,
    /// Earlier states that can be had again, oldest first.
    pub(crate) ring: Vec<RingEntry>,
    /// What later versions wrote.
    #[serde(flatten)]
    pub(crate) other: Fields,
}

/// A file made from a workbook: handed to the browser, which is all that can be known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LastFile {
    /// Its name.
    pub(crate) name: String,
    /// When, in seconds since 1970.
    pub(crate) at: i64,
    /// How many edits were in it.
    pub(crate) edits: u64,
    /// How many recommendations were in it.
    #[serde(default)]
    pub(crate) recommendations: u64,
}

/// An earlier state of a workbook: what its generation held when the store reached that far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RingEntry {
    /// The number of its generation.
    pub(crate) generation: u64,
    /// The batches not in it.
    pub(crate) dropped: Vec<String>,
    /// What was left out of the typed acts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) without: Vec<Stretch>,
    /// How far the store reached; entries of the first version say nothing of it, and nothing came after them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) extent: Option<Extent>,
    /// When it was left, in seconds since 1970.
    pub(crate) at: i64,
    /// What was about to be done: a word for the session to know, as in an edit's `why`.
    pub(crate) why: String,
    /// Recommendations in it, with the withdrawn.
    #[serde(default)]
    pub(crate) recommendations: u64,
    /// Edits in it.
    #[serde(default)]
    pub(crate) edits: u64,
}

impl WorkbookMeta {
    /// What a person knows it by who reads that language.
    pub(crate) fn label_in(&self, lang: &str) -> &str {
        match lang {
            "ur" if !self.label_ur.is_empty() => &self.label_ur,
            _ => &self.label,
        }
    }

    /// Which acts are held.
    pub(crate) fn held(&self) -> Generation {
        Generation {
            dropped: self.dropped.clone(),
            without: self.without.clone(),
        }
    }

    /// Puts the present state into the ring, which holds the latest few, unless it stands there last already.
    pub(crate) fn remember(&mut self, moment: &Moment, extent: &Extent) {
        let is_held = self.ring.last().is_some_and(|last| {
            last.generation == self.generation && last.extent.as_ref() == Some(extent)
        });
        if is_held {
            return;
        }
        self.ring.push(RingEntry {
            generation: self.generation,
            dropped: self.dropped.clone(),
            without: self.without.clone(),
            extent: Some(extent.clone()),
            at: moment.at,
            why: moment.why.to_owned(),
            recommendations: moment.recommendations,
            edits: moment.edits,
        });
        // Many small ones do not push a large one out.
        let many = |ring: &[RingEntry]| ring.iter().filter(|one| one.why == moment.why).count();
        while many(&self.ring) > OF_A_KIND
            && let Some(oldest) = self.ring.iter().position(|one| one.why == moment.why)
        {
            self.ring.remove(oldest);
        }
    }

    /// Takes the state of an entry: what is typed from now on comes to it.
    pub(crate) fn restore(&mut self, entry: &RingEntry, now: &Extent) {
        let then = Generation {
            dropped: entry.dropped.clone(),
            without: entry.without.clone(),
        };
        let held = then.restored(entry.extent.as_ref().unwrap_or(now), now);
        self.dropped = held.dropped;
        self.without = held.without;
    }
}

/// What the ring says of a state.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    /// What is about to be done.
    pub(crate) why: &'static str,
    /// When, in seconds since 1970.
    pub(crate) at: i64,
    /// Recommendations, with the withdrawn.
    pub(crate) recommendations: u64,
    /// Edits.
    pub(crate) edits: u64,
}

/// All that is kept of a workbook.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Loaded {
    /// Its meta.
    pub(crate) meta: WorkbookMeta,
    /// Its acts by batch and key, those of dropped batches among them.
    pub(crate) acts: Vec<StoredAct>,
    /// The text in focused fields, by session.
    pub(crate) pending: Vec<(String, String)>,
    /// How many acts are there that are none of ours; they stay.
    pub(crate) unreadable: usize,
}

/// The meta in a value of the object store; `None` where it is none.
pub(super) fn meta_of(value: &JsValue) -> Option<WorkbookMeta> {
    let mut fields: Fields = serde_json::from_str(&value.as_string()?).ok()?;
    Some(WorkbookMeta {
        id: fields.take("id")??,
        generation: fields.take("generation")??,
        label: fields.take("label")?.unwrap_or_default(),
        label_ur: fields.take("label_ur")?.unwrap_or_default(),
        events: fields.take("events")?.unwrap_or_default(),
        created: fields.take("created")?.unwrap_or_default(),
        opened: fields.take("opened")?.unwrap_or_default(),
        dropped: fields.take("dropped")?.unwrap_or_default(),
        without: fields.take("without")?.unwrap_or_default(),
        last_file: fields.take("last_file")?.flatten(),
        ring: fields.take("ring")?.unwrap_or_default(),
        other: fields,
    })
}

pub(super) fn key_of_act(workbook: &str, act: &StoredAct) -> JsValue {
    Array::of3(
        &workbook.into(),
        &act.batch.as_str().into(),
        &act.key.as_str().into(),
    )
    .into()
}

pub(super) fn key_of_pending(workbook: &str, session: &str) -> JsValue {
    Array::of2(&workbook.into(), &session.into()).into()
}

/// All keys that begin with the workbook: arrays sort after any text.
pub(super) fn range_of(workbook: &str) -> KeyRange<JsValue> {
    let workbook = JsValue::from(workbook);
    KeyRange::Bound(
        Array::of1(&workbook).into(),
        false,
        Array::of2(&workbook, &Array::new()).into(),
        false,
    )
}

/// The text at an index of a key.
pub(super) fn text_of(key: &JsValue, index: u32) -> Option<String> {
    key.dyn_ref::<Array>()?.get(index).as_string()
}

/// An act as the object store holds it: legible in a browser's own tools, and for a rescue page.
pub(super) fn record_of(act: &StoredAct) -> JsValue {
    let record = Object::new();
    for (name, text) in [
        ("key", &act.key),
        ("batch", &act.batch),
        ("text", &act.text),
    ] {
        // Fails only for what is no object.
        let _ = Reflect::set(&record, &name.into(), &text.as_str().into());
    }
    record.into()
}

/// A reader of acts; it holds the names it asks for, so that ten thousand acts do not make them anew.
pub(super) fn stored_act() -> impl Fn(&JsValue) -> Option<StoredAct> {
    let [key, batch, text] = ["key", "batch", "text"].map(JsValue::from);
    move |record| {
        let get = |name: &JsValue| Reflect::get(record, name).ok()?.as_string();
        Some(StoredAct {
            key: get(&key)?,
            batch: get(&batch)?,
            text: get(&text)?,
        })
    }
}
