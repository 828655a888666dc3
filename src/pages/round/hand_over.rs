//! Between two voters: a page that shows nothing of what was voted, and what the group can do with the round.

use leptos::prelude::*;

use super::booth::BoothDesk;
use super::{card, ending, name_of, on_paper};
use crate::pages::naming::category_name;
use crate::session::Saving;
use crate::ui::{Disclosure, Shown, all, memo, view};

#[component]
pub(super) fn HandOver(desk: BoothDesk) -> impl IntoView {
    let words = desk.words;
    let name = move || {
        desk.round
            .with(|round| round.as_ref().map(name_of).unwrap_or_default())
    };
    let categories = memo(move || desk.categories());
    let alone = memo(move || categories.with(Vec::is_empty));
    let open = RwSignal::new(false);
    let unsafe_here = memo(move || matches!(desk.session.status().saving, Saving::NotSaved(_)));
    view! {
        <main id="main" class="ballot hand-over">
            <p class="soft">{name}</p>
            <h1 id="page-title" tabindex="-1">{move || words.t("booth-hand-over")}</h1>
            <p>{move || words.t("booth-alone")}</p>
            <Shown when=move || unsafe_here.get()><p class="note bad">{move || words.t("booth-unsafe")}</p></Shown>
            <Shown when=move || alone.get()>
                <p><button type="button" class="btn key" id="booth-begin" on:click=move |_| desk.begin(None)>
                    {move || words.t("booth-begin")} " " <kbd aria-hidden="true">"Enter"</kbd>
                </button></p>
            </Shown>
            <Shown when=move || !alone.get()>
                <section aria-labelledby="booth-who">
                    <h2 id="booth-who">{move || words.t("booth-who")}</h2>
                    <p class="hint">{move || words.t("booth-who-hint")}</p>
                    <div class="chips">
                        {all(move || categories.get().into_iter().enumerate().collect(), move |(at, category): (usize, String)| {
                            let held = category.clone();
                            let label = move || desk.session.read(|book| category_name(words, book, &held));
                            let key = (at < 9).then(|| at.saturating_add(1).to_string());
                            view! {
                                <button type="button" class="press" on:click=move |_| desk.begin(Some(category.clone()))>
                                    {key.map(|key| view! { <kbd aria-hidden="true">{key}</kbd> })} {label}
                                </button>
                            }
                        })}
                    </div>
                </section>
            </Shown>
            <p class="soft" id="papers-cast">{move || words.with("booth-cast", &[("count", desk.cast.get().into())])}</p>
            <Disclosure label=Signal::derive(move || words.t("round-group-acts")) open id="group-acts">
                <card::MethodCard round=desk.round/>
                <ending::Close desk/>
                <on_paper::OnPaper desk/>
                <ending::Void id=desk.id/>
            </Disclosure>
            <on_paper::PrintedBallot round=desk.round/>
        </main>
    }
}
