//! Where a list stands and how high its rows are: what a list that draws only the rows in sight needs. Each question
//! makes the browser lay the page out, so ask them together and before changing anything.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::super::listener::Listener;
use super::{document, window};

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

/// How much of an element lies above what the window shows, and how far down the window reaches, both in CSS pixels from
/// the element's top; whichever of its ancestors scrolls.
pub(crate) fn sight(element: &Element) -> (f64, f64) {
    let top = element.get_bounding_client_rect().top();
    let height = window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64())
        .unwrap_or_default();
    (-top, height - top)
}

/// Puts space before each child of a list and after the last, in CSS pixels, and returns the children's heights without it.
pub(crate) fn space_out(list: &Element, before: &[f64], after: f64) -> Vec<f64> {
    let children = list.children();
    let rows: Vec<HtmlElement> = (0..children.length())
        .filter_map(|at| children.item(at)?.dyn_into().ok())
        .collect();
    let last = rows.len().saturating_sub(1);
    for (at, row) in rows.iter().enumerate() {
        set_space(
            row,
            "margin-block-start",
            before.get(at).copied().unwrap_or_default(),
        );
        set_space(
            row,
            "margin-block-end",
            if at == last { after } else { 0.0 },
        );
    }
    // All are written before any is read: the browser lays the page out once.
    rows.iter().map(|row| height_of(row)).collect()
}

fn set_space(row: &HtmlElement, name: &str, pixels: f64) {
    let style = row.style();
    let wanted = if pixels > 0.0 {
        format!("{pixels:.2}px")
    } else {
        String::new()
    };
    if style
        .get_property_value(name)
        .is_ok_and(|held| held == wanted)
    {
        return;
    }
    // Fails only for names that are none.
    let _ = style.set_property(name, &wanted);
}

/// Calls back when anything on the page was scrolled.
pub(crate) fn on_scroll(scrolled: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::capturing(&document()?, "scroll", move |_| {
        scrolled();
    }))
}

/// Calls back when the window has another size.
pub(crate) fn on_resize(resized: impl Fn() + 'static) -> Option<Listener> {
    Some(Listener::new(&window()?, "resize", move |_| resized()))
}
