//! Parts that are there or not, and parts that are there several times: one piece of machine code for all of them, where
//! leptos' own `Show` and `For` make one for each place they are used at.

use std::sync::Arc;

use leptos::prelude::*;

use super::{IntoKid, Kid, List, Listed, MakePart, Markup};

/// Something that is there while a condition holds.
#[component]
pub(crate) fn Shown(
    /// The condition.
    #[prop(into)]
    when: Signal<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    let when = Memo::new(move |_| when.get());
    Markup::live(move || when.get().then(|| children()))
}

/// One part for each item; an item that stays keeps its part, wherever it goes.
pub(crate) fn each<T>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    part: impl Fn(T) -> Markup + Send + Sync + 'static,
) -> Markup
where
    T: Clone + Eq + Send + 'static,
{
    // Parts outlive the run of the list that made them.
    let owner = Owner::current().unwrap_or_default();
    let part: MakePart<T> = Arc::new(part);
    Markup::live(move || {
        let (items, part) = (items(), Arc::clone(&part));
        Kid::List(List {
            items: Box::new(Listed { items, part }),
            owner: owner.clone(),
        })
    })
}

/// One part for each item, all made anew when the items change: for what seldom changes.
pub(crate) fn all<T: 'static, V: IntoKid>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    part: impl Fn(T) -> V + Send + Sync + 'static,
) -> Markup {
    Markup::live(move || {
        items()
            .into_iter()
            .map(|item| part(item).into_kid())
            .collect::<Vec<Kid>>()
    })
}

/// A value derived from others, compared when it is worked out anew: as [`Memo::new`], behind a pointer.
pub(crate) fn memo<T: PartialEq + Send + Sync + 'static>(
    work: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    derived(Box::new(work))
}

fn derived<T: PartialEq + Send + Sync + 'static>(
    work: Box<dyn Fn() -> T + Send + Sync>,
) -> Memo<T> {
    Memo::new(move |_| work())
}
