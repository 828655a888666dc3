//! The language-neutral vectors of the join (`vectors/join.json`, told in `docs/join.md`): every case, in every order of
//! its files, by the workbook and by the plain reading of the definition.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "tests: a failure is to stop the run"
)]

#[path = "vectors/oracle.rs"]
mod oracle;

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::edit::{Edit, Loose};
use rapporteur_core::item::{Digest, ItemId, SessionId};
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;
use serde::Deserialize;

use oracle::{Place, Reading, read, view};

const FILE: &str = include_str!("vectors/join.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vectors {
    format: String,
    version: u32,
    cases: Vec<Case>,
    contents: Vec<Content>,
    refused: Vec<Refused>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    note: String,
    sets: Vec<Vec<Loose>>,
    expected: Expected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    fields: Vec<ExpectedField>,
    clashes: Vec<(SessionId, u64)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedField {
    item: ItemId,
    field: String,
    heads: Vec<(SessionId, u64)>,
    values: Vec<Value>,
    conflict: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    edit: Loose,
    text: String,
    content: Digest,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refused {
    id: String,
    #[serde(default)]
    note: String,
    edit: serde_json::Value,
}

fn vectors() -> Vectors {
    let vectors: Vectors = serde_json::from_str(FILE).expect("the vectors are read");
    assert_eq!(vectors.format, "rapporteur join vectors");
    assert_eq!(vectors.version, 1);
    vectors
}

#[test]
fn every_case_in_every_order_of_its_files() {
    let vectors = vectors();
    let (mut run, mut orders) = (BTreeSet::new(), 0);
    for case in &vectors.cases {
        assert!(
            !case.note.is_empty(),
            "{}: a case says what it shows",
            case.id
        );
        let sets: Vec<Vec<Edit>> = case
            .sets
            .iter()
            .map(|set| set.iter().map(|loose| loose.0.clone()).collect())
            .collect();
        let expected = Told::expected(&case.expected);
        let by_definition = read(sets.iter().flatten());
        assert_eq!(
            Told::by(&by_definition),
            expected,
            "{}, by the definition",
            case.id
        );
        for order in orders_of(sets.len()) {
            let in_order: Vec<&Vec<Edit>> = order.iter().filter_map(|at| sets.get(*at)).collect();
            let mut file_by_file = Workbook::new();
            let mut edit_by_edit = Workbook::new();
            let mut backwards = Workbook::new();
            for set in &in_order {
                file_by_file.join(set.iter().cloned());
                for edit in *set {
                    edit_by_edit.join([edit.clone()]);
                }
                let mut merged = Workbook::new();
                merged.join(set.iter().cloned());
                merged.join_shared(backwards.edits().cloned());
                backwards = merged;
            }
            let mut at_once = Workbook::new();
            at_once.join(in_order.iter().copied().flatten().cloned());
            for (how, book) in [
                ("file by file", &file_by_file),
                ("edit by edit", &edit_by_edit),
                ("into the newest file", &backwards),
                ("at once", &at_once),
            ] {
                let told = view(book);
                assert_eq!(Told::by(&told), expected, "{}, {order:?}, {how}", case.id);
                assert_eq!(told, by_definition, "{}, {order:?}, {how}", case.id);
                assert_eq!(book, &at_once, "{}, {order:?}, {how}", case.id);
            }
            orders += 1;
        }
        assert!(
            run.insert(case.id.as_str()),
            "{}: an id stands once",
            case.id
        );
    }
    // Counted in the file itself, so that no case can be skipped by how it is read here.
    let raw: serde_json::Value = serde_json::from_str(FILE).unwrap();
    let held = raw
        .get("cases")
        .and_then(serde_json::Value::as_array)
        .unwrap();
    assert_eq!(run.len(), held.len());
    println!("{} cases, {orders} orders", run.len());
}

#[test]
fn contents_are_named_by_their_digest() {
    for row in vectors().contents {
        let edit = &row.edit.0;
        assert_eq!(serde_json::to_string(edit).unwrap(), row.text);
        assert_eq!(edit.content(), row.content, "{}", row.text);
    }
}

#[test]
fn what_breaks_a_promise_of_the_format_is_refused() {
    let vectors = vectors();
    assert!(!vectors.refused.is_empty());
    for row in vectors.refused {
        let read = serde_json::from_value::<Loose>(row.edit);
        assert!(read.is_err(), "{} is taken: {}", row.id, row.note);
    }
}

/// What the vectors tell of a field: the names of its heads, its values, and whether they are in conflict.
type ToldField = (Vec<(u64, u64)>, Vec<Value>, bool);

#[derive(Debug, PartialEq)]
struct Told {
    fields: BTreeMap<Place, ToldField>,
    clashes: BTreeSet<(u64, u64)>,
}

impl Told {
    fn expected(expected: &Expected) -> Self {
        let plain = |names: &[(SessionId, u64)]| names.iter().map(|(s, n)| (s.0, *n)).collect();
        let fields: BTreeMap<Place, ToldField> = expected
            .fields
            .iter()
            .map(|field| {
                let told = (plain(&field.heads), field.values.clone(), field.conflict);
                ((field.item, field.field.clone()), told)
            })
            .collect();
        assert_eq!(fields.len(), expected.fields.len(), "a field is told once");
        let clashes: Vec<(u64, u64)> = plain(&expected.clashes);
        Self {
            fields,
            clashes: clashes.into_iter().collect(),
        }
    }

    fn by(reading: &Reading) -> Self {
        let fields = reading.fields.iter().map(|(place, field)| {
            let heads = field.heads.iter();
            let names = heads.map(|head| (head.id.session.0, head.id.seq)).collect();
            let told = (names, field.values.clone(), field.values.len() > 1);
            (place.clone(), told)
        });
        Self {
            fields: fields.collect(),
            clashes: reading.clashes.clone(),
        }
    }
}

/// All orders of so many things.
fn orders_of(count: usize) -> Vec<Vec<usize>> {
    (0..count).fold(vec![vec![]], |orders, next| {
        orders
            .iter()
            .flat_map(|order| {
                (0..=order.len()).map(move |at| {
                    let mut longer = order.clone();
                    longer.insert(at, next);
                    longer
                })
            })
            .collect()
    })
}
