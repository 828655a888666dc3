//! The draft page: a group's list beside the sheet one writes on.

mod acts;
mod builder;
mod coach;
mod desk;
mod editor;
mod export;
mod groups;
mod help;
mod history;
mod keys;
mod more;
mod place;
mod rail;
mod rest;
mod tags;
pub(super) mod text;
mod themes;
mod typing;
mod when;
mod wordings;

use leptos::prelude::*;
use rapporteur_core::text::guess_lang;

use crate::session::session;
use crate::ui::{Shown, memo, view};
use crate::words::words;

pub(crate) use export::ExportButton;
pub(super) use help::KEYS;

use desk::Desk;

#[component]
pub(crate) fn Draft() -> impl IntoView {
    let (words, session) = (words(), session());
    let desk = Desk::new();
    keys::listen(desk);
    rest::load(desk);
    desk.on_group();
    // With no group chosen and nothing written the page asks one thing only.
    let empty = memo(move || {
        desk.group.get().is_none()
            && session.fresh().is_none()
            && session.read(|book| book.register.is_empty())
    });
    let title = move || match desk.group.get() {
        Some(group) => desk.group_title(group),
        None => words.t(if empty.get() {
            "title-draft"
        } else {
            "draft-all-groups"
        }),
    };
    view! {
        <main id="main" class="draft" class:on-sheet=move || desk.rec.get().is_some() class:empty=move || empty.get()
            class:bare=move || desk.group.get().is_none()>
            <section class="rail" aria-label=move || words.t("draft-list")>
                <div class="rail-head">
                    <groups::GroupTabs/>
                    <h1 id="page-title" tabindex="-1"><bdi lang=move || guess_lang(&title())>{title}</bdi></h1>
                    <Shown when=move || !empty.get()><rail::Finder/></Shown>
                </div>
                <Shown when=move || !empty.get()><rail::List/></Shown>
            </section>
            <section class="sheet" aria-label=move || words.t("draft-sheet")>
                <editor::Acts/>
                <div class="sheet-body" id=editor::BODY>
                    {rest::piece(|rest| (rest.tour)())}
                    <editor::Sheet/>
                    {rest::piece(|rest| (rest.keys)())}
                </div>
            </section>
        </main>
    }
}
