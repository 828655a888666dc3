//! A recommendation's place in its list, and the way into the bin.

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::text::parse_digits;

use super::acts::place_in;
use super::desk::desk;
use crate::browser::page;
use crate::ui::{memo, view};

/// The id of the box for a place.
const PLACE: &str = "place";

#[component]
pub(super) fn Place(item: Memo<ItemId>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let place = memo(move || {
        let item = item.get();
        desk.session.read(|book| place_in(book, item))
    });
    let said = move || {
        place.get().map(|(place, all)| {
            words.with(
                "place-of",
                &[
                    ("place", place.saturating_add(1).into()),
                    ("all", all.into()),
                ],
            )
        })
    };
    let move_there = move || {
        let wanted = page::text_in(PLACE).and_then(|text| parse_digits(&text));
        match wanted.and_then(|wanted| usize::try_from(wanted).ok()?.checked_sub(1)) {
            Some(wanted) => {
                desk.move_to(item.get_untracked(), wanted);
                page::put_text(PLACE, "");
            }
            None => {
                let all = place.get_untracked().map_or(0, |(_, all)| all);
                desk.session
                    .say(words.with("place-number", &[("all", all.into())]));
                page::focus(PLACE);
            }
        }
    };
    view! {
        <section class="place">
            <h3>{move || words.t("place")}</h3>
            <p>{said}</p>
            <div class="row">
                <button type="button" class="btn" id="move-up" on:click=move |_| desk.move_by_one(item.get_untracked(), false)>
                    <span class="up" aria-hidden="true"></span> {move || words.t("move-up")}
                </button>
                <button type="button" class="btn" id="move-down" on:click=move |_| desk.move_by_one(item.get_untracked(), true)>
                    <span class="down" aria-hidden="true"></span> {move || words.t("move-down")}
                </button>
            </div>
            <form class="row" novalidate on:submit=move |event| { event.prevent_default(); move_there(); }>
                <label for=PLACE>{move || words.t("move-to")}</label>
                <input id=PLACE class="line tiny" type="text" inputmode="numeric" autocomplete="off"/>
                <button type="submit" class="btn">{move || words.t("move")}</button>
            </form>
        </section>
        <p>
            <button type="button" class="btn" id="to-bin" on:click=move |_| desk.withdraw(item.get_untracked())>
                {move || words.t("to-bin")}
            </button>
        </p>
    }
}
