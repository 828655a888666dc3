//! What stands in an element and was drawn. Where the same sort of thing comes again it stays and is changed, so that the
//! focus, the caret and the place in a list stay too.

use leptos::prelude::*;
use leptos::tachys::reactive_graph::RenderEffectState;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Placeholder, Text};
use leptos::tachys::view::any_view::AnyViewState;

use super::held::State;
use super::keyed::DrawnList;
use super::kid::Kid;

/// Something in an element that was drawn.
pub(super) enum Drawn {
    Nothing(Placeholder),
    Text(Text, String),
    Markup(State),
    View(AnyViewState),
    /// Behind the last of them stands where more would be.
    Many(Vec<Drawn>, Placeholder),
    List(DrawnList),
    Live(RenderEffectState<Drawn>),
}

impl Drawn {
    pub(super) fn build(kid: Kid) -> Self {
        match kid {
            Kid::Nothing => Self::Nothing(Rndr::create_placeholder()),
            Kid::Text(text) => Self::Text(Rndr::create_text_node(&text), text),
            Kid::Markup(markup) => Self::Markup(markup.build()),
            Kid::View(view) => Self::View(view.build()),
            Kid::Many(kids) => {
                let drawn = kids.into_iter().map(Self::build).collect();
                Self::Many(drawn, Rndr::create_placeholder())
            }
            Kid::List(list) => Self::List(DrawnList::build(list)),
            Kid::Live(mut work) => {
                let draw = move |before: Option<Self>| match (work(), before) {
                    (kid, Some(mut drawn)) => {
                        drawn.rebuild(kid);
                        drawn
                    }
                    (kid, None) => Self::build(kid),
                };
                Self::Live(RenderEffect::new(draw).into())
            }
        }
    }

    pub(super) fn rebuild(&mut self, kid: Kid) {
        match (&mut *self, kid) {
            (Self::Nothing(_), Kid::Nothing) => {}
            (Self::Text(node, held), Kid::Text(text)) => {
                if *held != text {
                    Rndr::set_text(node, &text);
                    *held = text;
                }
            }
            (Self::Markup(state), Kid::Markup(markup)) => state.rebuild(markup),
            (Self::View(state), Kid::View(view)) => view.rebuild(state),
            (Self::List(drawn), Kid::List(list)) => drawn.rebuild(list),
            (Self::Many(drawn, end), Kid::Many(kids)) => rebuild_many(drawn, end, kids),
            (_, kid) => {
                let mut new = Self::build(kid);
                self.insert_before_this(&mut new);
                self.unmount();
                *self = new;
            }
        }
    }

    /// What mounts it, without its sort.
    fn mountable(&mut self) -> Option<&mut dyn Mountable> {
        Some(match self {
            Self::Nothing(node) => node,
            Self::Text(node, _) => node,
            Self::Markup(state) => state,
            Self::View(state) => state,
            Self::List(list) => list,
            Self::Live(state) => state,
            Self::Many(..) => return None,
        })
    }
}

/// The first stay first; what is too many goes, what is missing comes at the end.
fn rebuild_many(drawn: &mut Vec<Drawn>, end: &Placeholder, kids: Vec<Kid>) {
    for superfluous in drawn.iter_mut().skip(kids.len()) {
        superfluous.unmount();
    }
    drawn.truncate(kids.len());
    let stay = drawn.len();
    for (place, kid) in kids.into_iter().enumerate() {
        match drawn.get_mut(place).filter(|_| place < stay) {
            Some(held) => held.rebuild(kid),
            None => {
                let mut new = Drawn::build(kid);
                Rndr::try_mount_before(&mut new, end);
                drawn.push(new);
            }
        }
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        if let Self::Many(drawn, end) = self {
            drawn.iter_mut().for_each(Self::unmount);
            end.unmount();
        } else if let Some(mountable) = self.mountable() {
            mountable.unmount();
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        if let Self::Many(drawn, end) = self {
            for drawn in drawn {
                drawn.mount(parent, marker);
            }
            end.mount(parent, marker);
        } else if let Some(mountable) = self.mountable() {
            mountable.mount(parent, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            Self::Nothing(node) => node.insert_before_this(child),
            Self::Text(node, _) => node.insert_before_this(child),
            Self::Markup(state) => state.insert_before_this(child),
            Self::View(state) => state.insert_before_this(child),
            Self::List(list) => list.insert_before_this(child),
            Self::Live(state) => state.insert_before_this(child),
            Self::Many(drawn, end) => {
                drawn.iter().any(|drawn| drawn.insert_before_this(child))
                    || end.insert_before_this(child)
            }
        }
    }

    fn elements(&self) -> Vec<Element> {
        match self {
            Self::Nothing(_) | Self::Text(..) => Vec::new(),
            Self::Markup(state) => state.elements(),
            Self::View(state) => state.elements(),
            Self::List(list) => list.elements(),
            Self::Live(state) => state.elements(),
            Self::Many(drawn, _) => drawn.iter().flat_map(Self::elements).collect(),
        }
    }
}
