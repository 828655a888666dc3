//! Talk between the tabs that have the same workbook open. What is said is text; what it means is the session's.

use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, Event, MessageEvent};

use super::listener::Listener;

/// A channel to the other tabs; closed when dropped.
pub(crate) struct Tabs {
    channel: BroadcastChannel,
    _listener: Listener,
}

impl Tabs {
    /// Joins the channel of a workbook and calls back with every text that another tab posts. `None` where the browser
    /// has no such channels: tabs then meet only in the store.
    pub(crate) fn join(workbook: &str, heard: impl Fn(String) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(&format!("rapporteur/{workbook}")).ok()?;
        let listener = Listener::new(&channel, "message", move |event: Event| {
            let event: MessageEvent = event.unchecked_into();
            if let Some(text) = event.data().as_string() {
                heard(text);
            }
        });
        Some(Self {
            channel,
            _listener: listener,
        })
    }

    /// Posts a text to all other tabs, and returns whether the browser took it; nobody may be listening.
    pub(crate) fn post(&self, text: &str) -> bool {
        self.channel.post_message(&text.into()).is_ok()
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.close();
    }
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use super::*;
    use crate::browser::clock::sleep;
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    async fn tabs_of_one_workbook_hear_each_other() {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let ear = |who: &'static str| {
            let heard = Rc::clone(&heard);
            move |text: String| heard.borrow_mut().push(format!("{who}: {text}"))
        };
        let one = Tabs::join("tabs", ear("one")).unwrap();
        let two = Tabs::join("tabs", ear("two")).unwrap();
        let _other = Tabs::join("another", ear("another")).unwrap();
        assert!(one.post("سلام"));
        sleep(50).await;
        assert!(two.post("and to you"));
        sleep(50).await;
        assert_eq!(*heard.borrow(), ["two: سلام", "one: and to you"]);
        drop(two);
        one.post("anybody?");
        sleep(50).await;
        assert_eq!(heard.borrow().len(), 2);
    }
}
