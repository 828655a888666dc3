//! Who speaks and who is asked: choices in sight, each with its key. They are buttons, so that pressing one can bring the
//! caret back to the line at once.

use leptos::prelude::*;

use super::taker::{Keyed, Taker, addressees, speakers};
use crate::ui::{Choices, view};

#[component]
pub(super) fn Asked(taker: Taker) -> impl IntoView {
    let words = taker.words;
    let label = move |key: &'static str| Signal::derive(move || words.t(key));
    let speaker_keys = speakers().map(move |choice| {
        let pressed = Signal::derive(move || taker.speaker.get() == Some(choice.term));
        view! { <Press taker choice pressed act=Callback::new(move |()| taker.speak(choice.term))/> }
    });
    let addressee_keys = addressees().map(move |choice| {
        let pressed = Signal::derive(move || taker.asked.with(|asked| asked.contains(choice.term)));
        view! { <Press taker choice pressed act=Callback::new(move |()| taker.ask(choice.term))/> }
    });
    view! {
        <div class="capture-who">
            <Choices legend=label("capture-speaker") hint=label("capture-speaker-hint")>
                {speaker_keys.collect::<Vec<_>>()}
            </Choices>
            <Choices legend=label("capture-asked") hint=label("capture-asked-hint")>
                {addressee_keys.collect::<Vec<_>>()}
            </Choices>
        </div>
    }
}

#[component]
fn Press(taker: Taker, choice: Keyed, pressed: Signal<bool>, act: Callback<()>) -> impl IntoView {
    view! {
        <button type="button" class="press" aria-pressed=move || pressed.get().to_string()
            aria-keyshortcuts=format!("Alt+{}", choice.key) on:click=move |_| act.run(())>
            <kbd aria-hidden="true">{choice.key}</kbd>
            {move || taker.label(choice.term)}
        </button>
    }
}
