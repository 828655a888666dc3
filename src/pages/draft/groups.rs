//! The groups of the event: tabs above the list, and the question which one to write for.

use leptos::prelude::*;
use rapporteur_core::event::{Group, events, groups};
use rapporteur_core::item::ItemId;
use rapporteur_core::text::guess_lang;

use super::desk::desk;
use crate::pages::waiting::Early;
use crate::session::Book;
use crate::ui::{Shown, all, memo, view};

/// A group as it is chosen.
#[derive(Clone, PartialEq)]
struct Line {
    id: ItemId,
    code: String,
    title: String,
}

fn lines(book: &Book, lang: &str) -> Vec<Line> {
    let line = |group: Group| Line {
        id: group.id,
        title: group.title(lang).to_owned(),
        code: group.code,
    };
    let events = events(&book.workbook);
    events
        .iter()
        .flat_map(|event| groups(&book.workbook, event.id))
        .map(line)
        .collect()
}

/// One link a group, and one for all; nothing where there is only one.
#[component]
pub(super) fn GroupTabs() -> impl IntoView {
    let desk = desk();
    let lines = memo(move || desk.session.read(|book| lines(book, desk.words.lang())));
    view! {
        <Shown when=move || lines.with(|lines| lines.len() > 1)>
            <nav class="tabs" aria-label=move || desk.words.t("draft-groups")>
                {all(move || lines.get(), move |line| {
                        let name = if line.code.is_empty() { line.title.clone() } else { line.code.clone() };
                        let rest = (!line.code.is_empty()).then(|| line.title.clone());
                        view! {
                            <a href=move || desk.group_route(Some(line.id)).address() title=line.title
                                aria-current=move || (desk.group.get() == Some(line.id)).then_some("true")>
                                <bdi>{name}</bdi>
                                {rest.map(|rest| view! { <span class="unseen">" " {rest}</span> })}
                            </a>
                        }
                })}
                <a href=move || desk.group_route(None).address()
                    aria-current=move || desk.group.get().is_none().then_some("true")>
                    {move || desk.words.t("draft-all")}
                </a>
            </nav>
        </Shown>
    }
}

/// Which group do you write for? The way into an empty workbook.
#[component]
pub(super) fn GroupChoice() -> impl IntoView {
    let desk = desk();
    let lines = memo(move || {
        let lang = desk.words.lang();
        desk.session.read(|book| {
            let counted = |line: Line| {
                let count = book.register.count(line.id);
                (line, count)
            };
            lines(book, lang)
                .into_iter()
                .map(counted)
                .collect::<Vec<_>>()
        })
    });
    let early = use_context::<Early>();
    let waiting = move || early.and_then(|early| early.text(&desk.book()));
    view! {
        <section class="ask-group">
            <h2 id="groups" tabindex="-1">{move || desk.words.t("draft-which-group")}</h2>
            {move || waiting().map(|text| view! {
                <p class="note">{desk.words.t("early-waits")}</p>
                <blockquote class="words" translate="no" dir="auto">{text}</blockquote>
            })}
            <ul class="cards" role="list">
                {all(move || lines.get(), move |(line, count): (Line, usize)| {
                        let id = line.id;
                        // A group may have a title in one language only.
                        let lang = guess_lang(&line.title);
                        // An empty group asks for its first recommendation at once.
                        let first = move |_| if count == 0 {
                            desk.begin_with(id);
                        };
                        view! {
                            <li>
                                <a class="card" href=move || desk.group_route(Some(id)).address() on:click=first>
                                    <span class="num"><bdi>{line.code}</bdi></span>
                                    <span class="card-title" lang=lang dir="auto">{line.title}</span>
                                    <span class="hint">
                                        {move || desk.words.with("draft-count", &[("count", count.into())])}
                                    </span>
                                </a>
                            </li>
                        }
                })}
            </ul>
            <Shown when=move || lines.with(Vec::is_empty)>
                <p>{move || desk.words.t("draft-no-groups")}</p>
            </Shown>
        </section>
    }
}
