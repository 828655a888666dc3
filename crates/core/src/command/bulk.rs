//! One decision about many items, in one act: one unit of undo.

use super::Act;
use crate::edit::Written;
use crate::edition::Numbering;
use crate::field::{Field, Policy, Shape, rule_of};
use crate::item::ItemId;
use crate::judgement::wording_of;
use crate::recommendation::State;
use crate::sorted;
use crate::value::Value;
use crate::workbook::{Current, Workbook};

impl Act<'_> {
    /// Adds terms to a set of terms of many items and takes others out; what is both added and taken out is in. Fields that
    /// hold no set are passed over, and so are items in which nothing would change.
    pub fn retag(
        &mut self,
        workbook: &Workbook,
        items: &[ItemId],
        field: &str,
        add: &[&str],
        remove: &[&str],
    ) {
        let Some(field) = Field::new(field) else {
            return;
        };
        let is_set = |item: &ItemId| {
            let rule = rule_of(item.kind, &field);
            rule.is_some_and(|rule| matches!(rule.shape, Shape::Terms(_) | Shape::Texts))
                && rule.is_some_and(|rule| rule.policy == Policy::List)
        };
        for item in sorted::set(items.iter().copied().filter(is_set)) {
            let before = workbook.entries(item, field.name());
            let mut terms = before.clone();
            terms.retain(|term| !remove.contains(term));
            terms.extend(add.iter().copied());
            if terms != before {
                let value = match terms.is_empty() {
                    true => Value::None,
                    false => Value::set(terms),
                };
                self.renew(workbook, item, &field, value);
            }
        }
    }

    /// Says of many items how far they are, each on its wording as it stands.
    pub fn set_states(&mut self, workbook: &Workbook, items: &[ItemId], state: State) {
        self.judge_all(workbook, items, "state", &Value::text(state.name()));
    }

    /// Says of many items that they may be shown in plenary as they are worded now, or no longer.
    pub fn vet(&mut self, workbook: &Workbook, items: &[ItemId], vetted: bool) {
        let judged = match vetted {
            true => Value::Bool(true),
            false => Value::None,
        };
        self.judge_all(workbook, items, "vetted", &judged);
    }

    /// Adopts a numbering as an edition: its items in order, each with its final number and the digest of its wording.
    pub fn adopt(
        &mut self,
        workbook: &Workbook,
        edition: ItemId,
        event: Option<ItemId>,
        numbering: &Numbering,
    ) {
        if let Some(event) = event {
            self.set(workbook, edition, "event", Value::text(&event.to_string()));
        }
        self.set(workbook, edition, "numbers", numbering.value(workbook));
    }

    fn judge_all(&mut self, workbook: &Workbook, items: &[ItemId], field: &str, judged: &Value) {
        let Some(field) = Field::new(field) else {
            return;
        };
        for item in sorted::set(items.iter().copied()) {
            let value = match judged.is_none() {
                true => Value::None,
                false => Value::map([
                    ("judged", judged.clone()),
                    ("of", Value::text(&wording_of(workbook, item))),
                ]),
            };
            self.renew(workbook, item, &field, value);
        }
    }

    /// As [`Self::set`], for a field that this act has not written: many items stay linear.
    fn renew(&mut self, workbook: &Workbook, item: ItemId, field: &Field, value: Value) {
        let same = match workbook.current(item, field.name()) {
            Current::None => value.is_none(),
            Current::One(held) => *held == value,
            Current::Conflict(_) => false,
        };
        if !same {
            let reach = workbook.reach(item, field.name());
            self.append(item, field.clone(), Written::One(value), reach);
        }
    }
}
