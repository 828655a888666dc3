//! Effects of one kind: leptos makes a machine for each closure it is given.

use leptos::prelude::Effect;

/// Does something now, and again whenever something it reads changes.
pub(crate) fn effect(work: impl FnMut() + 'static) {
    boxed(Box::new(work));
}

fn boxed(work: Box<dyn FnMut()>) {
    Effect::new(work);
}
