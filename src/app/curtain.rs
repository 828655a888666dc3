//! The curtain: one key hides all that is written from whoever looks over a shoulder, and the tab's title with it.

use leptos::prelude::*;

use crate::browser::{clock, page};
use crate::ui::{Shown, view};
use crate::words::words;

/// The id of the button behind which everything is.
const OPEN: &str = "curtain-open";

#[component]
pub(super) fn Curtain() -> impl IntoView {
    let words = words();
    let before = StoredValue::new(None::<String>);
    let listener = page::on_key(move |key| {
        // By its place on the keyboard: the same in every layout.
        if key.ctrl && !key.alt && !key.shift && key.code == "Period" && !key.repeat {
            key.prevent();
            words.draw_curtain(!untrack(|| words.curtain()));
        }
    });
    if let Some(listener) = listener {
        listener.forever();
    }
    Effect::new(move |drawn: Option<bool>| {
        let now = words.curtain();
        if drawn.unwrap_or(false) != now {
            if now {
                before.set_value(page::focused());
            }
            page::set_curtain(now);
            leptos::task::spawn_local(async move {
                clock::pause().await;
                if now {
                    page::focus(OPEN);
                } else if let Some(id) = before.get_value() {
                    page::focus(&id);
                }
            });
        }
        now
    });
    view! {
        <Shown when=move || words.curtain()>
            <div class="curtain" role="dialog" aria-modal="true" aria-labelledby=OPEN>
                <button type="button" class="btn" id=OPEN on:click=move |_| words.draw_curtain(false)>
                    {move || words.t("curtain-open")}
                </button>
            </div>
        </Shown>
    }
}
