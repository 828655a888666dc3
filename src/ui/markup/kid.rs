//! What stands in an element: texts, markup, components, several of them, or what works them out.

use std::any::Any;

use leptos::prelude::*;

use super::keyed::List;
use super::{Markup, Part};

/// Something that stands in an element.
pub(crate) enum Kid {
    Nothing,
    Text(String),
    Markup(Markup),
    View(AnyView),
    Many(Vec<Kid>),
    List(List),
    /// Works it out, each time something it reads changes.
    Live(Box<dyn FnMut() -> Kid + Send>),
}

/// What can stand in an element.
pub(crate) trait IntoKid: Sized {
    fn into_kid(self) -> Kid;

    fn add_to(self, markup: &mut Markup) {
        markup.push(Part::Kid(self.into_kid()));
    }
}

impl<F, V> IntoKid for F
where
    F: FnMut() -> V + Send + 'static,
    V: IntoKid,
{
    fn into_kid(mut self) -> Kid {
        Kid::Live(Box::new(move || self().into_kid()))
    }

    fn add_to(mut self, markup: &mut Markup) {
        add_live(markup, Box::new(move || self().into_kid()));
    }
}

fn add_live(markup: &mut Markup, work: Box<dyn FnMut() -> Kid + Send>) {
    markup.push(Part::Kid(Kid::Live(work)));
}

impl IntoKid for String {
    fn into_kid(self) -> Kid {
        Kid::Text(self)
    }
}

impl IntoKid for &str {
    fn into_kid(self) -> Kid {
        Kid::Text(self.to_owned())
    }
}

impl IntoKid for usize {
    fn into_kid(self) -> Kid {
        Kid::Text(self.to_string())
    }
}

impl IntoKid for () {
    fn into_kid(self) -> Kid {
        Kid::Nothing
    }
}

impl IntoKid for Markup {
    fn into_kid(self) -> Kid {
        Kid::Markup(self)
    }
}

impl IntoKid for Kid {
    fn into_kid(self) -> Kid {
        self
    }
}

impl IntoKid for AnyView {
    fn into_kid(self) -> Kid {
        Kid::View(self)
    }
}

impl<V: IntoKid> IntoKid for Option<V> {
    fn into_kid(self) -> Kid {
        self.map_or(Kid::Nothing, V::into_kid)
    }
}

impl<V: IntoKid> IntoKid for Vec<V> {
    fn into_kid(self) -> Kid {
        Kid::Many(self.into_iter().map(V::into_kid).collect())
    }
}

impl<V: IntoKid, const N: usize> IntoKid for [V; N] {
    fn into_kid(self) -> Kid {
        Kid::Many(self.into_iter().map(V::into_kid).collect())
    }
}

/// A view without its type. What has none already (components, where they are erased) is not wrapped once more.
pub(super) fn any<V: IntoView + 'static>(view: V) -> AnyView {
    let mut view = Some(view);
    let erased: &mut dyn Any = &mut view;
    match erased
        .downcast_mut::<Option<AnyView>>()
        .and_then(Option::take)
    {
        Some(erased) => erased,
        None => match view {
            Some(view) => view.into_any(),
            None => ().into_any(),
        },
    }
}
