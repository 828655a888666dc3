//! Files whose records were changed at random (their structure, their values, single bytes) and whose digests and counts were
//! set right afterwards: what a program does that writes this format badly, or somebody who forges it well.

use rapporteur_core::item::ItemId;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::{Dice, TOKENS};

/// The records of a good file, to choose from.
pub(crate) struct Parts(Vec<Record>);

#[derive(Clone)]
struct Record {
    id: String,
    plain: Value,
    edits: Value,
}

/// A file that was made of them.
pub(crate) struct Sealed {
    pub(crate) bytes: Vec<u8>,
    /// Whether each part of each record is one JSON value.
    pub(crate) is_json: bool,
}

/// Where one thing can stand for another.
const KEYS: [&str; 24] = [
    "act", "at", "field", "item", "names", "seen", "seq", "session", "value", "values", "why",
    "of", "judged", "lang", "text", "id", "label", "conflict", "methods", "present", "quorum", "k",
    "zeal", "",
];

impl Parts {
    pub(crate) fn of(file: &[u8]) -> Self {
        let mut file: Value = serde_json::from_slice(file).unwrap();
        let records = file["records"].as_array_mut().unwrap().iter_mut();
        let record = |record: &mut Value| Record {
            id: record["id"].as_str().unwrap().to_owned(),
            plain: record["plain"].take(),
            edits: record["edits"].take(),
        };
        Self(records.map(record).collect())
    }

    /// A few of them, some changed, under digests that are right.
    pub(crate) fn changed(&self, dice: &mut Dice) -> Sealed {
        // Recommendations are many: as often one of the rest.
        let is_rec = |record: &&Record| record.id.starts_with("rec:");
        let (recs, rest): (Vec<&Record>, Vec<&Record>) = self.0.iter().partition(is_rec);
        let mut records: Vec<Record> = Vec::new();
        for _ in 0..3 + dice.below(10) {
            let all = if dice.one_in(2) { &recs } else { &rest };
            let chosen = all[dice.below(all.len())];
            // One of a name, nearly always.
            if dice.one_in(60) || records.iter().all(|record| record.id != chosen.id) {
                records.push(chosen.clone());
            }
        }
        for _ in 0..dice.below(6) {
            let other = self.0[dice.below(self.0.len())].edits.clone();
            let at = dice.below(records.len());
            match dice.below(8) {
                0 => change(&mut records[at].plain, dice, &other),
                1 => records[at].id = self.0[dice.below(self.0.len())].id.clone(),
                2 | 3 => swap_keys(&mut records[at].edits, dice, &other),
                4 => splice(&mut records[at].edits, dice, &other),
                _ => change(&mut records[at].edits, dice, &other),
            }
        }
        let mut texts: Vec<[Vec<u8>; 3]> = records
            .iter()
            .map(|record| {
                let parts = [&record.plain, &record.edits];
                let [plain, edits] = parts.map(|part| serde_json::to_vec(part).unwrap());
                [record.id.clone().into_bytes(), plain, edits]
            })
            .collect();
        if dice.one_in(3) {
            let at = dice.below(texts.len());
            let part = 1 + dice.below(2);
            change_bytes(&mut texts[at][part], dice);
        }
        seal(&texts, dice)
    }
}

/// Lays the file out and sets its digests and counts right.
pub(crate) fn seal(texts: &[[Vec<u8>; 3]], dice: &mut Dice) -> Sealed {
    let mut in_order: Vec<(ItemId, &[Vec<u8>; 3])> = texts
        .iter()
        .filter_map(|text| Some((std::str::from_utf8(&text[0]).ok()?.parse().ok()?, text)))
        .collect();
    in_order.sort_by_key(|(item, _)| *item);
    let digest = |part: usize| {
        let mut digest = Sha256::new();
        for (item, text) in &in_order {
            digest.update(format!("{item}\n"));
            digest.update(&text[part]);
            digest.update("\n");
        }
        let bytes = digest.finalize();
        bytes
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    let edits = texts.iter().map(|[_, _, edits]| {
        let list = serde_json::from_slice::<Vec<&RawValue>>(edits);
        list.map_or(0, |list| list.len())
    });
    let counts = json!({"records": texts.len(), "edits": edits.sum::<usize>()});
    let digests = json!({"edits": digest(2), "plain": digest(1)});
    let mut bytes = format!(
        "{{\"format\":\"rapporteur\",\"formatVersion\":1,\"minReader\":1,\"counts\":{counts},\"digests\":{digests},\"records\":["
    )
    .into_bytes();
    // As writers lay it out it is read in one pass; any other way key by key.
    let as_written = !dice.one_in(3);
    let between: &[u8] = if as_written {
        b",\n \"edits\":"
    } else {
        b", \"edits\" : "
    };
    for (at, [id, plain, edits]) in texts.iter().enumerate() {
        let before: &[u8] = if at == 0 { b"\n" } else { b",\n" };
        let parts: [&[u8]; 8] = [
            before,
            b"{\"id\":\"",
            id,
            b"\",\"plain\":",
            plain,
            between,
            edits,
            b"}",
        ];
        bytes.extend(parts.concat());
    }
    bytes.extend_from_slice(b"\n]}\n");
    let is_one = |text: &[u8]| {
        serde_json::from_slice::<&RawValue>(text).is_ok_and(|raw| raw.get().len() == text.len())
    };
    let is_json = texts
        .iter()
        .all(|[_, plain, edits]| is_one(plain) && is_one(edits));
    Sealed { bytes, is_json }
}

/// Every value within, the outermost first.
fn nodes(value: &Value) -> usize {
    let within: usize = match value {
        Value::Array(items) => items.iter().map(nodes).sum(),
        Value::Object(entries) => entries.values().map(nodes).sum(),
        _ => 0,
    };
    1 + within
}

/// The value at a place among them; the outermost where there are fewer.
fn node_mut(value: &mut Value, at: usize) -> &mut Value {
    if at == 0 || nodes(value) <= at {
        return value;
    }
    let mut left = at - 1;
    let within: Box<dyn Iterator<Item = &mut Value>> = match value {
        Value::Array(items) => Box::new(items.iter_mut()),
        Value::Object(entries) => Box::new(entries.values_mut()),
        _ => unreachable!("a single value is one node"),
    };
    for inner in within {
        let count = nodes(inner);
        if left < count {
            return node_mut(inner, left);
        }
        left -= count;
    }
    unreachable!("counted above")
}

fn any_node(value: &Value, dice: &mut Dice) -> Value {
    let at = dice.below(nodes(value));
    node_mut(&mut value.clone(), at).clone()
}

/// A value that does harm somewhere.
fn odd(dice: &mut Dice) -> Value {
    match dice.below(13) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(0),
        3 => json!(-1),
        4 => json!(9_007_199_254_740_991_i64),
        5 => json!(u64::MAX),
        6 => json!(dice.next() % 100),
        7 => json!([]),
        8 => json!({}),
        9 => json!("x".repeat(dice.below(300))),
        11 => (0..dice.below(16)).fold(json!(1), |within, _| json!([within])),
        10 => json!(dice.next() as f64 / 7.0),
        _ => json!(TOKENS[dice.below(TOKENS.len())]),
    }
}

/// One value of this one is changed, or what stands within it.
fn change(value: &mut Value, dice: &mut Dice, other: &Value) {
    let at = dice.below(nodes(value));
    let whole = value.clone();
    let node = node_mut(value, at);
    let from = if dice.one_in(2) { &whole } else { other };
    match (dice.below(4), &mut *node) {
        (0, node) => *node = odd(dice),
        (1, node) => *node = any_node(from, dice),
        (_, Value::Array(items)) => change_list(items, dice, from),
        (_, Value::Object(entries)) => change_map(entries, dice, from),
        (_, Value::String(text)) => {
            let mut letters: Vec<char> = text.chars().collect();
            let at = dice.below(letters.len() + 1);
            match dice.below(3) {
                0 => letters.truncate(at),
                1 => letters.insert(
                    at,
                    ['\u{202e}', '\0', 'ی', '\u{301}', '/', '😀'][dice.below(6)],
                ),
                _ => letters
                    .splice(at..at, TOKENS[dice.below(TOKENS.len())].chars())
                    .for_each(drop),
            }
            *text = letters.into_iter().collect();
        }
        (_, Value::Number(number)) => {
            let held = number.as_i64().unwrap_or(0);
            let near = [1, -1, 2, 1_000_000][dice.below(4)];
            *node = json!(held.wrapping_add(near));
        }
        (_, node) => *node = odd(dice),
    }
}

fn change_list(items: &mut Vec<Value>, dice: &mut Dice, from: &Value) {
    let at = dice.below(items.len());
    match dice.below(4) {
        0 if !items.is_empty() => drop(items.remove(at)),
        1 if !items.is_empty() => items.push(items[at].clone()),
        2 if !items.is_empty() => {
            let other = dice.below(items.len());
            items.swap(at, other);
        }
        _ => items.insert(at, any_node(from, dice)),
    }
}

fn change_map(entries: &mut Map<String, Value>, dice: &mut Dice, from: &Value) {
    let names: Vec<String> = entries.keys().cloned().collect();
    let name = names.get(dice.below(names.len())).cloned();
    let key = KEYS[dice.below(KEYS.len())].to_owned();
    match (dice.below(4), name) {
        (0, Some(name)) => drop(entries.remove(&name)),
        (1, Some(name)) => {
            let value = entries.remove(&name).unwrap();
            entries.insert(key, value);
        }
        (2, Some(name)) => drop(entries.insert(name, odd(dice))),
        _ => drop(entries.insert(key, any_node(from, dice))),
    }
}

/// Edits take keys of other edits: each is sound by itself, and together they say what nobody wrote.
fn swap_keys(edits: &mut Value, dice: &mut Dice, other: &Value) {
    let own = edits.clone();
    let from = if dice.one_in(2) { &own } else { other };
    let (Some(edits), Some(from)) = (edits.as_array_mut(), from.as_array()) else {
        return;
    };
    if edits.is_empty() || from.is_empty() {
        return;
    }
    for _ in 0..=dice.below(3) {
        let at = dice.below(edits.len());
        let key = KEYS[dice.below(11)];
        let taken = from[dice.below(from.len())].get(key).cloned();
        if let (Some(edit), Some(taken)) = (edits[at].as_object_mut(), taken) {
            edit.insert(key.to_owned(), taken);
        }
    }
}

/// Edits of another item stand among these, under their own names.
fn splice(edits: &mut Value, dice: &mut Dice, other: &Value) {
    if let (Some(edits), Some(other)) = (edits.as_array_mut(), other.as_array()) {
        let at = dice.below(edits.len() + 1);
        let from = dice.below(other.len() + 1);
        let to = (from + dice.below(5)).min(other.len());
        edits.splice(at..at, other[from..to].iter().cloned());
    }
}

fn change_bytes(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(3) {
        let at = dice.below(bytes.len());
        match dice.below(4) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << dice.below(8),
            1 if !bytes.is_empty() => drop(bytes.remove(at)),
            2 => {
                let token = TOKENS[dice.below(TOKENS.len())];
                bytes.splice(at..at, token.bytes());
            }
            _ => {
                // A number, a letter or white space in its place.
                let end = (at + 1).min(bytes.len());
                bytes.splice(at..end, [b"0123456789 \t\"eE.-\\uaf"[dice.below(21)]]);
            }
        }
    }
}
