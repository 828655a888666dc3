//! Parts that are there or not, and parts that are there several times. They take functions behind a pointer: one piece of
//! machine code for all of them, where leptos' own `Show` and `For` make one for each place they are used at.

use std::hash::Hash;
use std::sync::Arc;

use leptos::prelude::*;

/// Something that is there while a condition holds.
#[component]
pub(crate) fn Shown(
    /// The condition.
    #[prop(into)]
    when: Signal<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    let when = Memo::new(move |_| when.get());
    move || when.get().then(|| children())
}

/// One part for each item; an item that stays keeps its part, wherever it goes.
pub(crate) fn each<T, V>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    part: impl Fn(T) -> V + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Eq + Hash + Send + Sync + 'static,
    V: IntoView + 'static,
{
    parts(Box::new(items), Arc::new(move |item| part(item).into_any()))
}

/// One part for each item, all made anew when the items change: for what seldom changes.
pub(crate) fn all<T: 'static>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    part: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let parts = move || items().into_iter().map(&part).collect::<Vec<AnyView>>();
    let parts: Box<dyn Fn() -> Vec<AnyView> + Send + Sync> = Box::new(parts);
    view! { {move || parts()} }.into_any()
}

/// Gives the items there are.
type Items<T> = Box<dyn Fn() -> Vec<T> + Send + Sync>;
/// Makes the part of an item.
type Part<T> = Arc<dyn Fn(T) -> AnyView + Send + Sync>;

fn parts<T: Clone + Eq + Hash + Send + Sync + 'static>(items: Items<T>, part: Part<T>) -> AnyView {
    view! { <For each=items key=T::clone children=move |item| part(item)/> }.into_any()
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
