//! Markup of one type, whatever it shows: a text that says all that is known beforehand, and the parts that go into it. Pages
//! write it with `view!`. leptos' own views have a type for each shape, and code for each type.
//!
//! A plan is a row of marks, each followed by a text that ends at the next mark; `crates/markup` writes the same ones.

mod drawn;
mod held;
mod keyed;
mod kid;
mod value;

use leptos::ev::EventDescriptor;
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::Event;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Position, PositionState};

use held::State;
pub(crate) use keyed::{List, Listed, MakePart};
pub(crate) use kid::{IntoKid, Kid};
pub(crate) use value::IntoPart;
use value::{Value, Work};

/// The marks of a plan.
mod mark {
    pub(super) const OPEN: u8 = 1;
    pub(super) const NAME: u8 = 2;
    pub(super) const VALUE: u8 = 3;
    pub(super) const ATTRIBUTE: u8 = 4;
    pub(super) const PROPERTY: u8 = 5;
    pub(super) const CLASS: u8 = 6;
    pub(super) const LISTENER: u8 = 7;
    pub(super) const TEXT: u8 = 8;
    pub(super) const PART: u8 = 14;
    pub(super) const CLOSE: u8 = 15;
}

/// What is drawn: a plan and its parts, in the order of the plan.
pub(crate) struct Markup {
    plan: &'static str,
    parts: Vec<Part>,
}

/// What a plan has a place for.
pub(crate) enum Part {
    /// Of an attribute, a property, a class.
    Value(Value),
    /// The same, which follows signals.
    Work(Work),
    /// What an event does.
    Listener(Box<dyn FnMut(Event) + Send>),
    /// What stands in an element.
    Kid(Kid),
}

impl Markup {
    /// A plan whose parts are still to come.
    pub(crate) fn new(plan: &'static str, parts: usize) -> Self {
        Self {
            plan,
            parts: Vec::with_capacity(parts),
        }
    }

    /// What is drawn anew whenever something it reads changes.
    pub(crate) fn live<V: IntoKid>(work: impl FnMut() -> V + Send + 'static) -> Self {
        let mut markup = Self::new("\u{e}", 1);
        markup.kid(work);
        markup
    }

    /// The next part is a value.
    pub(crate) fn set(&mut self, value: impl IntoPart) {
        value.add_to(self);
    }

    /// The next part stands in an element.
    pub(crate) fn kid(&mut self, kid: impl IntoKid) {
        kid.add_to(self);
    }

    /// The next part is a component.
    pub(crate) fn view(&mut self, view: impl IntoView + 'static) {
        self.push(Part::Kid(Kid::View(kid::any(view))));
    }

    /// The next part is what an event does.
    pub(crate) fn on<E>(&mut self, _: E, mut act: impl FnMut(E::EventType) + Send + 'static)
    where
        E: EventDescriptor,
        E::EventType: From<Event>,
    {
        self.listen(Box::new(move |event| act(event.into())));
    }

    fn listen(&mut self, mut act: Box<dyn FnMut(Event) + Send>) {
        // What an event does may look for what is provided where it was written.
        let owner = Owner::current().unwrap_or_default();
        let act = move |event| owner.with(|| act(event));
        self.push(Part::Listener(Box::new(act)));
    }

    fn push(&mut self, part: Part) {
        self.parts.push(part);
    }
}

impl Render for Markup {
    type State = State;

    fn build(self) -> State {
        State::build(self)
    }

    fn rebuild(self, state: &mut State) {
        state.rebuild(self);
    }
}

impl AddAnyAttr for Markup {
    type Output<A: Attribute> = Self;

    // Nobody can call this: `view!` gives a component props and nothing else.
    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

// A page is drawn in a browser and nowhere else, so the half of this trait that is about servers does nothing.
impl RenderHtml for Markup {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;
