//! Do no harm: what could lead to a person is shown before anything leaves the room, and nothing does until it is changed or
//! somebody says knowingly that it may be published.

use leptos::prelude::*;
use rapporteur_core::advice::{Identified, identifying_in};
use rapporteur_core::item::{ItemId, Kind};

use super::Desk;
use crate::app::navigation;
use crate::browser::page;
use crate::route::Route;
use crate::session::Book;
use crate::ui::{Markup, Shown, all, view};

/// The id of what confirms.
const CONFIRM: &str = "held-confirm";

/// What could lead to a person in documents of an event.
pub(super) fn found(book: &Book, event: Option<ItemId>) -> Vec<Identified> {
    identifying_in(&book.workbook, &book.register, event)
}

impl Desk {
    /// Whether something is still to be changed or confirmed; a confirmation is of what was shown, and of nothing later.
    pub(super) fn is_held(self) -> bool {
        let found = self.found.get();
        !found.is_empty() && self.confirmed.with(|confirmed| *confirmed != found)
    }

    /// Says that something is held, and goes to where it can be let go.
    pub(super) fn say_held(self) {
        let count = self.found.with_untracked(Vec::len);
        let named = [("count", count.into())];
        self.session
            .say(untrack(|| self.words.with("documents-held", &named)));
        page::focus(CONFIRM);
    }
}

#[component]
pub(super) fn Held(desk: Desk) -> impl IntoView {
    let (words, navigation) = (desk.words, navigation());
    let book = move || navigation.book();
    let confirm = move |on| {
        desk.confirmed.set(match on {
            true => desk.found.get_untracked(),
            false => Vec::new(),
        });
    };
    view! {
        <Shown when=move || desk.found.with(|found| !found.is_empty())>
            <div class="note bad held">
                <p><b>{move || words.with("documents-held", &[("count", desk.found.with(Vec::len).into())])}</b></p>
                <ul class="entries" role="list">
                    {all(move || by_item(desk.found.get()), move |found: Vec<Identified>| view! {
                        <li>
                            {found.first().map(|one| place(desk, &book(), one.item))}
                            {found.iter().map(|one| view! { <span>{sentence(desk, one)}</span> }).collect::<Vec<_>>()}
                        </li>
                    })}
                </ul>
                <p class="hint">{move || words.t("advice-names")}</p>
                <label class="tick">
                    <input type="checkbox" id=CONFIRM prop:checked=move || !desk.is_held()
                        on:change=move |event| confirm(event_target_checked(&event))/>
                    <span>{move || words.t("documents-held-confirm")}</span>
                </label>
            </div>
        </Shown>
    }
}

/// What was found, by where it can be changed.
fn by_item(found: Vec<Identified>) -> Vec<Vec<Identified>> {
    let apart = |a: &Identified, b: &Identified| a.item == b.item;
    found.chunk_by(apart).map(<[Identified]>::to_vec).collect()
}

fn sentence(desk: Desk, one: &Identified) -> String {
    let key = format!("advice-{}", one.pattern.name());
    desk.words
        .with(&key, &[("words", one.words.as_str().into())])
}

/// Where it can be changed.
fn place(desk: Desk, book: &str, item: ItemId) -> Option<Markup> {
    let book = book.to_owned();
    let (route, name) = match item.kind {
        Kind::REC => {
            let number = desk.session.peek(|book| book.register.number(item));
            let rec = Some(item);
            let group = None;
            (Route::Draft { book, group, rec }, number)
        }
        Kind::EVENT | Kind::GROUP => (Route::Event { book }, desk.words.t("title-event")),
        Kind::COMBINATION => (Route::FinalList { book }, desk.words.t("title-list")),
        _ => return None,
    };
    Some(view! { <a href=route.address()><bdi>{name}</bdi></a> })
}
