//! Values of attributes, properties and classes, once or each time something changes.

use std::borrow::Cow;

use super::{Markup, Part};

/// A value.
#[derive(Clone, PartialEq)]
pub(crate) enum Value {
    /// The attribute is not there.
    Absent,
    /// It is there or not.
    Flag(bool),
    /// It says this.
    Text(Cow<'static, str>),
}

/// Works a value out.
pub(crate) type Work = Box<dyn FnMut() -> Value + Send>;

impl Value {
    /// What an attribute says; nothing where it is not there.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Absent | Self::Flag(false) => None,
            Self::Flag(true) => Some(""),
            Self::Text(text) => Some(text),
        }
    }
}

/// What is a value.
pub(crate) trait IntoValue {
    fn into_value(self) -> Value;
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(self.into())
    }
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Text(self.into())
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        Value::Flag(self)
    }
}

impl IntoValue for usize {
    fn into_value(self) -> Value {
        self.to_string().into_value()
    }
}

impl<V: IntoValue> IntoValue for Option<V> {
    fn into_value(self) -> Value {
        self.map_or(Value::Absent, V::into_value)
    }
}

/// What can be given where a value belongs: one, or what works it out.
pub(crate) trait IntoPart {
    fn add_to(self, markup: &mut Markup);
}

impl<F, V> IntoPart for F
where
    F: FnMut() -> V + Send + 'static,
    V: IntoValue,
{
    fn add_to(mut self, markup: &mut Markup) {
        let work: Work = Box::new(move || self().into_value());
        add_work(markup, work);
    }
}

fn add_work(markup: &mut Markup, work: Work) {
    markup.push(Part::Work(work));
}

macro_rules! plain {
    ($($value:ty),*) => {$(
        impl IntoPart for $value {
            fn add_to(self, markup: &mut Markup) {
                markup.push(Part::Value(self.into_value()));
            }
        }
    )*};
}

plain!(
    String,
    &'static str,
    bool,
    usize,
    Option<String>,
    Option<&'static str>
);
