//! Lists whose items keep their parts wherever they go: what stays in order is not touched, so that it keeps the focus.

use std::any::Any;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Placeholder};

use super::Markup;
use super::held::State;

/// Makes the part of an item.
pub(crate) type MakePart<T> = Arc<dyn Fn(T) -> Markup + Send + Sync>;

/// The items of a list, and what makes their parts.
pub(crate) struct Listed<T> {
    pub(crate) items: Vec<T>,
    pub(crate) part: MakePart<T>,
}

/// The same without the type of the items.
pub(crate) trait Items: Send {
    fn count(&self) -> usize;
    /// Whether the item at a place is the one at a place of another list.
    fn same(&self, place: usize, other: &dyn Any, there: usize) -> bool;
    fn part(&self, place: usize) -> Option<Markup>;
    fn any(&self) -> &dyn Any;
}

impl<T: Clone + Eq + Send + 'static> Items for Listed<T> {
    fn count(&self) -> usize {
        self.items.len()
    }

    fn same(&self, place: usize, other: &dyn Any, there: usize) -> bool {
        let other = other.downcast_ref::<Self>();
        other.is_some_and(|other| self.items.get(place) == other.items.get(there))
    }

    fn part(&self, place: usize) -> Option<Markup> {
        self.items.get(place).map(|item| (self.part)(item.clone()))
    }

    fn any(&self) -> &dyn Any {
        self
    }
}

/// A list to be drawn; its parts live as long as they are in it, and no longer than their owner.
pub(crate) struct List {
    pub(crate) items: Box<dyn Items>,
    pub(crate) owner: Owner,
}

/// A list that was drawn.
pub(super) struct DrawnList {
    items: Box<dyn Items>,
    rows: Vec<Row>,
    /// Stands behind the last of them.
    end: Placeholder,
}

/// An item that was drawn. What was drawn goes first, then what it worked with.
struct Row {
    state: State,
    _owner: Owner,
}

impl DrawnList {
    pub(super) fn build(list: List) -> Self {
        let List { items, owner } = list;
        let rows = (0..items.count())
            .filter_map(|place| Row::build(&*items, place, &owner))
            .collect();
        Self {
            items,
            rows,
            end: Rndr::create_placeholder(),
        }
    }

    pub(super) fn rebuild(&mut self, list: List) {
        let List { items, owner } = list;
        let mut old: Vec<Option<Row>> = self.rows.drain(..).map(Some).collect();
        let (held, mut next) = (self.items.any(), 0_usize);
        let mut from = Vec::with_capacity(items.count());
        for place in 0..items.count() {
            // Most items come in the order they had.
            let mut order = (next..old.len()).chain(0..next.min(old.len()));
            let found = order.find(|there| {
                old.get(*there).is_some_and(Option::is_some) && items.same(place, held, *there)
            });
            let row = match found {
                Some(there) => {
                    next = there.saturating_add(1);
                    old.get_mut(there).and_then(Option::take)
                }
                None => Row::build(&*items, place, &owner),
            };
            if let Some(row) = row {
                self.rows.push(row);
                from.push(found);
            }
        }
        for row in old.iter_mut().flatten() {
            row.state.unmount();
        }
        let stays = staying(&from);
        let mut behind: Option<&Row> = None;
        for (row, stays) in self.rows.iter_mut().zip(stays).rev() {
            if !stays {
                let placed =
                    behind.is_some_and(|behind| behind.state.insert_before_this(&mut row.state));
                if !placed {
                    self.end.insert_before_this(&mut row.state);
                }
            }
            behind = Some(row);
        }
        self.items = items;
    }
}

impl Row {
    fn build(items: &dyn Items, place: usize, owner: &Owner) -> Option<Self> {
        let owner = owner.with(Owner::new);
        let state = owner.with(|| items.part(place).map(Markup::build))?;
        Some(Self {
            state,
            _owner: owner,
        })
    }
}

impl Mountable for DrawnList {
    fn unmount(&mut self) {
        for row in &mut self.rows {
            row.state.unmount();
        }
        self.end.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for row in &mut self.rows {
            row.state.mount(parent, marker);
        }
        self.end.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let mut rows = self.rows.iter();
        rows.any(|row| row.state.insert_before_this(child)) || self.end.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        let rows = self.rows.iter();
        rows.flat_map(|row| row.state.elements()).collect()
    }
}

/// The most items that are in the order they had: the longest row of growing places.
fn staying(from: &[Option<usize>]) -> Vec<bool> {
    // The ends of growing rows of each length, the smallest there are; and what stands before each item in its row.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(from.len());
    for (place, from) in from.iter().enumerate() {
        let Some(from) = *from else {
            before.push(None);
            continue;
        };
        let length = ends.partition_point(|(end, _)| *end < from);
        let last = length.checked_sub(1).and_then(|last| ends.get(last));
        before.push(last.map(|(_, place)| *place));
        match ends.get_mut(length) {
            Some(end) => *end = (from, place),
            None => ends.push((from, place)),
        }
    }
    let mut stays = vec![false; from.len()];
    let mut place = ends.last().map(|(_, place)| *place);
    while let Some(at) = place {
        if let Some(stays) = stays.get_mut(at) {
            *stays = true;
        }
        place = before.get(at).copied().flatten();
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::staying;

    fn stay(from: &[usize]) -> Vec<usize> {
        let from: Vec<Option<usize>> = from.iter().map(|from| Some(*from)).collect();
        let stays = staying(&from).into_iter().zip(from);
        stays
            .filter_map(|(stays, from)| from.filter(|_| stays))
            .collect()
    }

    #[test]
    fn one_that_moves_moves_alone() {
        assert_eq!(stay(&[0, 1, 2, 3]), [0, 1, 2, 3]);
        assert_eq!(stay(&[3, 0, 1, 2]), [0, 1, 2]);
        assert_eq!(stay(&[1, 2, 3, 0]), [1, 2, 3]);
        assert_eq!(stay(&[4, 0, 3, 1, 2]), [0, 1, 2]);
        assert_eq!(
            staying(&[None, Some(1), None, Some(0)])
                .iter()
                .filter(|stays| **stays)
                .count(),
            1
        );
        assert_eq!(staying(&[]), [false; 0]);
    }
}
