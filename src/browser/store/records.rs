//! What the object stores hold, as it goes in and comes out.

use indexed_db_futures::KeyRange;
use js_sys::{Array, Object, Reflect};
pub(crate) use rapporteur_core::keep::StoredAct;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::super::fields::Fields;

/// What is known of a workbook without reading its edits.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct WorkbookMeta {
    /// The local container's id. Never exported.
    pub(crate) id: String,
    /// Counts the edit sets chosen since the workbook was made; see the module.
    pub(crate) generation: u64,
    /// What a person knows it by on this device.
    pub(crate) label: String,
    /// The events in it, by their items' ids.
    pub(crate) events: Vec<String>,
    /// When it was made here, in seconds since 1970.
    pub(crate) created: i64,
    /// When it was last opened here, in seconds since 1970.
    pub(crate) opened: i64,
    /// The batches whose acts are not in the present generation.
    pub(crate) dropped: Vec<String>,
    /// The last file made from it.
    pub(crate) last_file: Option<LastFile>,
    /// Earlier generations that can be restored, oldest first.
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
}

/// An earlier generation: the acts of all batches but these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RingEntry {
    /// Its number.
    pub(crate) generation: u64,
    /// The batches not in it.
    pub(crate) dropped: Vec<String>,
    /// When it was left, in seconds since 1970.
    pub(crate) at: i64,
    /// Why: a word for the session to know, as in an edit's `why`.
    pub(crate) why: String,
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
        events: fields.take("events")?.unwrap_or_default(),
        created: fields.take("created")?.unwrap_or_default(),
        opened: fields.take("opened")?.unwrap_or_default(),
        dropped: fields.take("dropped")?.unwrap_or_default(),
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
