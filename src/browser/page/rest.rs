//! The page has come to rest: it has started, and this browser keeps the site or does not mean to. boot.js tells.

use web_sys::Event;

use super::super::listener::Listener;
use super::window;

/// Calls back once the page has come to rest.
pub(crate) fn on_rest(rests: impl Fn() + 'static) -> Option<Listener> {
    let heard = move |_: Event| rests();
    Some(Listener::new(&window()?, "rapporteur-rest", heard))
}
