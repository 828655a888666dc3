//! The join as `docs/join.md` tells it, without any cleverness: every edit of a field is held against every other.
//!
//! It reads the edits alone and uses nothing of the workbook, so that the two can be held against each other.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_core::edit::Edit;
use rapporteur_core::field::{Policy, policy_of};
use rapporteur_core::item::ItemId;
use rapporteur_core::value::Value;
use rapporteur_core::workbook::{Current, Workbook};

/// An item and the name of a field.
pub(crate) type Place = (ItemId, String);

/// What a set of edits says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) fields: BTreeMap<Place, FieldReading>,
    /// Names that stand on several contents.
    pub(crate) clashes: BTreeSet<(u64, u64)>,
    /// Fields in which a person has to choose.
    pub(crate) asked: BTreeSet<Place>,
}

/// What one field holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FieldReading {
    pub(crate) heads: Vec<Edit>,
    pub(crate) superseded: Vec<Edit>,
    /// The different values of the heads, sorted; a cleared field holds `Value::None`.
    pub(crate) values: Vec<Value>,
}

/// One edit with everything the rule asks for, spelled out.
struct Known<'a> {
    edit: &'a Edit,
    reach: BTreeMap<u64, u64>,
    names: BTreeSet<u128>,
    /// The contents its name stands on, where these are several.
    twins: Option<BTreeSet<u128>>,
}

/// What the edits say, by the definition.
pub(crate) fn read<'a>(edits: impl IntoIterator<Item = &'a Edit>) -> Reading {
    let edits: BTreeSet<&Edit> = edits.into_iter().collect();
    let name = |edit: &Edit| (edit.id.session.0, edit.id.seq);
    let mut by_name: BTreeMap<(u64, u64), Vec<&Edit>> = BTreeMap::new();
    for edit in &edits {
        by_name.entry(name(edit)).or_default().push(edit);
    }
    by_name.retain(|_, contents| contents.len() > 1);
    let mut places: BTreeMap<Place, Vec<Known<'_>>> = BTreeMap::new();
    for edit in &edits {
        let (session, seq) = name(edit);
        let mut reach: BTreeMap<u64, u64> = edit.seen.seen.iter().map(|(s, n)| (s.0, *n)).collect();
        reach.insert(session, seq);
        let twins = by_name.get(&(session, seq));
        places
            .entry((edit.item, edit.field.name().to_owned()))
            .or_default()
            .push(Known {
                edit,
                reach,
                names: edit.seen.names.iter().map(|name| name.0).collect(),
                twins: twins.map(|all| all.iter().map(|twin| twin.content().0).collect()),
            });
    }
    let mut reading = Reading {
        clashes: by_name.keys().copied().collect(),
        ..Reading::default()
    };
    for (place, known) in places {
        let mut field = FieldReading::default();
        for old in &known {
            match known.iter().any(|new| supersedes(new, old)) {
                true => field.superseded.push(old.edit.clone()),
                false => field.heads.push(old.edit.clone()),
            }
        }
        let values: BTreeSet<Value> = field
            .heads
            .iter()
            .flat_map(|head| head.value.values().to_vec())
            .collect();
        field.values = values.into_iter().collect();
        let policy = known
            .first()
            .map(|one| policy_of(place.0.kind, &one.edit.field));
        if field.values.len() > 1 && policy == Some(Policy::Ask) {
            reading.asked.insert(place.clone());
        }
        reading.fields.insert(place, field);
    }
    reading
}

fn supersedes(new: &Known<'_>, old: &Known<'_>) -> bool {
    let same_name = new.edit.id == old.edit.id;
    let names_all_twins = old
        .twins
        .as_ref()
        .is_none_or(|twins| twins.is_subset(&new.names));
    !same_name && covers(new, old) && !covers(old, new) && names_all_twins
}

/// Whether the first reach holds everything of the second.
fn covers(a: &Known<'_>, b: &Known<'_>) -> bool {
    let of = |session: &u64| a.reach.get(session).copied().unwrap_or(0);
    b.reach.iter().all(|(session, seq)| of(session) >= *seq) && b.names.is_subset(&a.names)
}

/// What the workbook says of itself, in the same words.
pub(crate) fn view(book: &Workbook) -> Reading {
    let mut reading = Reading::default();
    for (id, item) in book.items() {
        for (field, history) in item.fields() {
            let owned = |edits: &[std::sync::Arc<Edit>]| -> Vec<Edit> {
                edits.iter().map(|edit| edit.as_ref().clone()).collect()
            };
            let values = match history.current() {
                Current::None => vec![Value::None],
                Current::One(value) => vec![value.clone()],
                Current::Conflict(values) => values.into_iter().cloned().collect(),
            };
            let field_reading = FieldReading {
                heads: owned(history.heads()),
                superseded: owned(history.superseded()),
                values,
            };
            reading
                .fields
                .insert((id, field.name().to_owned()), field_reading);
        }
    }
    reading.clashes = book
        .clashes()
        .keys()
        .map(|id| (id.session.0, id.seq))
        .collect();
    reading.asked = book
        .conflicts()
        .map(|(id, field, _)| (id, field.name().to_owned()))
        .collect();
    reading
}
