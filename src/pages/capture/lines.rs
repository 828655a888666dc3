//! The lines captured last, and taking the last one back.

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::text::direction_of;

use super::taker::Taker;
use crate::app::navigation;
use crate::route::Route;
use crate::ui::{Shown, each, memo, view};

/// How many are in sight; the others are on the draft page.
const SHOWN: usize = 10;

#[component]
pub(super) fn Lines(taker: Taker) -> impl IntoView {
    let (words, session) = (taker.words, taker.session);
    let all = memo(move || {
        let group = taker.group.get();
        session.read(|book| {
            group.map_or_else(Vec::new, |group| {
                book.register.group(group).collect::<Vec<_>>()
            })
        })
    });
    let last = move || all.with(|all| all.iter().rev().take(SHOWN).copied().collect::<Vec<_>>());
    view! {
        <section class="captured" aria-labelledby="captured">
            <div class="captured-head">
                <h2 id="captured">{move || words.with("capture-list", &[("count", all.with(Vec::len).into())])}</h2>
                <Shown when=move || !taker.captured.with(Vec::is_empty)>
                    <button type="button" class="btn" on:click=move |_| taker.take_back()>
                        {move || words.t("capture-take-back")}
                    </button>
                </Shown>
            </div>
            <Shown when=move || all.with(Vec::is_empty)>
                <p class="empty">{move || words.t("capture-none")}</p>
            </Shown>
            <ol class="captured-lines" role="list">
                {each(last, move |item| view! {
                    <Captured taker item/>
                })}
            </ol>
        </section>
    }
}

#[component]
fn Captured(taker: Taker, item: ItemId) -> impl IntoView {
    let (words, session, navigation) = (taker.words, taker.session, navigation());
    let rec = memo(move || session.read(|book| Recommendation::read(&book.workbook, item)));
    let number = move || session.read(|book| book.register.number(item));
    let text = move || {
        let (lang, text) = rec.with(|rec| {
            let (lang, text) = rec.original_text().unwrap_or_default();
            (lang.to_owned(), text.to_owned())
        });
        let dir = direction_of(&lang).as_str();
        view! { <span class="words" translate="no" lang=lang dir=dir>{text}</span> }
    };
    let tags = move || {
        let (speaker, asked) = rec.with(|rec| (rec.speaker.clone(), rec.addressees.clone()));
        let asked: Vec<String> = asked.iter().map(|term| taker.label(term)).collect();
        let asked = (!asked.is_empty()).then(|| {
            words.with(
                "capture-asks",
                &[("asked", asked.join(&words.t("list-comma")).into())],
            )
        });
        let parts: Vec<String> = speaker
            .map(|term| taker.label(&term))
            .into_iter()
            .chain(asked)
            .collect();
        parts.join(" · ")
    };
    let draft = move || {
        let book = navigation.book();
        Route::Draft {
            book,
            group: taker.group.get(),
            rec: Some(item),
        }
        .address()
    };
    view! {
        <li>
            <a class="num" href=draft><bdi>{number}</bdi></a>
            {text}
            <span class="hint">{tags}</span>
        </li>
    }
}
