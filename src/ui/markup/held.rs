//! Markup that was drawn: it keeps its nodes as long as its plan stays, and its listeners and effects as long as it is there.

use leptos::prelude::*;
use leptos::tachys::renderer::types::{Element, Event, Node, Text};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::wasm_bindgen::JsValue;

use super::drawn::Drawn;
use super::value::{Value, Work};
use super::{Markup, Part, mark};

/// Markup that was drawn.
pub(crate) struct State {
    plan: &'static str,
    roots: Vec<Root>,
    held: Vec<Held>,
}

/// What stands directly where the markup does.
enum Root {
    Element(Element),
    Text(Text),
    /// The part at this place.
    Part(usize),
}

/// A part that was drawn.
enum Held {
    Value(Target, Value),
    Work(Target, RenderEffect<Value>),
    Listener {
        target: Target,
        /// Removes it when it is dropped.
        _remover: RemoveEventHandler<Element>,
    },
    Kid(Drawn),
}

/// What a value belongs to.
#[derive(Clone)]
struct Target {
    element: Element,
    mark: u8,
    name: &'static str,
}

/// The next mark of a plan, and its text.
fn next(plan: &mut &'static str) -> Option<(u8, &'static str)> {
    let mark = *plan.as_bytes().first()?;
    let rest = plan.get(1..)?;
    let end = rest
        .bytes()
        .position(|byte| matches!(byte, 1..=8 | 14 | 15))
        .unwrap_or(rest.len());
    let (text, rest) = rest.split_at(end);
    *plan = rest;
    Some((mark, text))
}

/// A new element: `svg:rect` is one of a drawing, everything else of a page.
fn named(name: &str) -> Element {
    match name.strip_prefix("svg:") {
        Some(name) => Rndr::create_element(name, Some("http://www.w3.org/2000/svg")),
        None => Rndr::create_element(name, None),
    }
}

impl State {
    pub(super) fn build(markup: Markup) -> Self {
        let mut state = Self {
            plan: markup.plan,
            roots: Vec::new(),
            held: Vec::with_capacity(markup.parts.len()),
        };
        let mut parts = markup.parts.into_iter();
        let mut open: Vec<Element> = Vec::new();
        let (mut plan, mut name) = (markup.plan, "");
        while let Some((mark, text)) = next(&mut plan) {
            match (mark, open.last()) {
                (mark::OPEN, _) => open.push(named(text)),
                (mark::CLOSE, _) => {
                    if let Some(element) = open.pop() {
                        match open.last() {
                            Some(parent) => Rndr::insert_node(parent, &element, None),
                            None => state.roots.push(Root::Element(element)),
                        }
                    }
                }
                (mark::NAME, _) => name = text,
                (mark::VALUE, Some(element)) => Rndr::set_attribute(element, name, text),
                (mark::TEXT, parent) => {
                    let text = Rndr::create_text_node(text);
                    match parent {
                        Some(parent) => Rndr::insert_node(parent, &text, None),
                        None => state.roots.push(Root::Text(text)),
                    }
                }
                (mark::PART, parent) => {
                    let Some(Part::Kid(kid)) = parts.next() else {
                        break;
                    };
                    let mut drawn = Drawn::build(kid);
                    match parent {
                        Some(parent) => drawn.mount(parent, None),
                        None => state.roots.push(Root::Part(state.held.len())),
                    }
                    state.held.push(Held::Kid(drawn));
                }
                (mark::ATTRIBUTE..=mark::LISTENER, Some(element)) => {
                    let Some(part) = parts.next() else {
                        break;
                    };
                    let target = Target {
                        element: element.clone(),
                        mark,
                        name: text,
                    };
                    if let Some(held) = Held::build(target, part, None) {
                        state.held.push(held);
                    }
                }
                // An attribute outside of an element: `view!` writes no such plan.
                _ => {}
            }
        }
        state
    }

    pub(super) fn rebuild(&mut self, markup: Markup) {
        if self.plan != markup.plan {
            let mut new = Self::build(markup);
            self.insert_before_this(&mut new);
            self.unmount();
            *self = new;
            return;
        }
        for (held, part) in self.held.iter_mut().zip(markup.parts) {
            held.rebuild(part);
        }
    }
}

impl Mountable for State {
    fn unmount(&mut self) {
        for root in &mut self.roots {
            match root {
                Root::Element(element) => element.unmount(),
                Root::Text(text) => text.unmount(),
                Root::Part(place) => {
                    if let Some(Held::Kid(drawn)) = self.held.get_mut(*place) {
                        drawn.unmount();
                    }
                }
            }
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for root in &mut self.roots {
            match root {
                Root::Element(element) => element.mount(parent, marker),
                Root::Text(text) => text.mount(parent, marker),
                Root::Part(place) => {
                    if let Some(Held::Kid(drawn)) = self.held.get_mut(*place) {
                        drawn.mount(parent, marker);
                    }
                }
            }
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.roots.iter().any(|root| match root {
            Root::Element(element) => element.insert_before_this(child),
            Root::Text(text) => text.insert_before_this(child),
            Root::Part(place) => match self.held.get(*place) {
                Some(Held::Kid(drawn)) => drawn.insert_before_this(child),
                _ => false,
            },
        })
    }

    fn elements(&self) -> Vec<Element> {
        let elements = self.roots.iter().map(|root| match root {
            Root::Element(element) => vec![element.clone()],
            Root::Text(_) => Vec::new(),
            Root::Part(place) => match self.held.get(*place) {
                Some(Held::Kid(drawn)) => drawn.elements(),
                _ => Vec::new(),
            },
        });
        elements.flatten().collect()
    }
}

impl Held {
    /// Puts a part in its place, where another value may stand already.
    fn build(target: Target, part: Part, before: Option<Value>) -> Option<Self> {
        Some(match part {
            Part::Value(value) => {
                target.write(before.as_ref(), &value);
                Self::Value(target, value)
            }
            Part::Work(work) => {
                let effect = target.clone().follow(work, before);
                Self::Work(target, effect)
            }
            Part::Listener(act) => {
                let _remover = target.listen(act);
                Self::Listener { target, _remover }
            }
            Part::Kid(_) => return None,
        })
    }

    fn rebuild(&mut self, part: Part) {
        let (target, before) = match self {
            Self::Kid(drawn) => {
                if let Part::Kid(kid) = part {
                    drawn.rebuild(kid);
                }
                return;
            }
            Self::Listener { target, .. } => (target.clone(), None),
            Self::Value(target, value) => (target.clone(), Some(value.clone())),
            Self::Work(target, effect) => (target.clone(), effect.take_value()),
        };
        if let Some(new) = Self::build(target, part, before) {
            *self = new;
        }
    }
}

impl Target {
    /// Writes a value, where it is another than before.
    fn write(&self, before: Option<&Value>, value: &Value) {
        let Self {
            element,
            mark,
            name,
        } = self;
        if *mark == mark::PROPERTY {
            // People change properties too, so what was written before says nothing.
            let value = match value {
                Value::Absent if before.is_none() => return,
                Value::Absent => JsValue::UNDEFINED,
                Value::Flag(flag) => JsValue::from_bool(*flag),
                Value::Text(text) => JsValue::from_str(text),
            };
            Rndr::set_property_or_value(element, name, &value);
            return;
        }
        let (before, value) = (before.and_then(Value::text), value.text());
        if before == value {
            return;
        }
        match (*mark == mark::CLASS, value) {
            (true, Some(_)) => Rndr::add_class(&Rndr::class_list(element), name),
            (true, None) => Rndr::remove_class(&Rndr::class_list(element), name),
            (false, Some(value)) => Rndr::set_attribute(element, name, value),
            (false, None) => Rndr::remove_attribute(element, name),
        }
    }

    /// Writes what is worked out, each time it changes.
    fn follow(self, mut work: Work, before: Option<Value>) -> RenderEffect<Value> {
        let write = move |before: Option<Value>| {
            let value = work();
            self.write(before.as_ref(), &value);
            value
        };
        RenderEffect::new_with_value(write, before)
    }

    fn listen(&self, act: Box<dyn FnMut(Event)>) -> RemoveEventHandler<Element> {
        Rndr::add_event_listener(&self.element, self.name, act)
    }
}
