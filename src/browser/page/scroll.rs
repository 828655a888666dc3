//! Where a list stands and how high its rows are: what a list that draws only the rows in sight needs. Each question
//! makes the browser lay the page out, so ask them together and before changing anything.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::super::listener::Listener;
use super::window;

/// A scrolling element, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Extent {
    /// How much is scrolled away above.
    pub(crate) top: f64,
    /// The height in sight.
    pub(crate) height: f64,
    /// The height of all there is.
    pub(crate) whole: f64,
}

/// Where a scrolling element stands.
pub(crate) fn extent(element: &Element) -> Extent {
    Extent {
        top: f64::from(element.scroll_top()),
        height: f64::from(element.client_height()),
        whole: f64::from(element.scroll_height()),
    }
}

/// The height of an element in CSS pixels, fractions included, without its margins.
pub(crate) fn height_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}

/// Scrolls an element so that `top` CSS pixels are away above.
pub(crate) fn scroll_to(element: &Element, top: f64) {
    element.set_scroll_top(top.round() as i32);
}

/// Scrolls as little as needed to bring an element into sight.
pub(crate) fn scroll_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Calls back when the window has another size.
pub(crate) fn on_resize(resized: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::new(&window()?, "resize", move |_| resized()))
}
