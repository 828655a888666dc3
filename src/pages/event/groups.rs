//! The groups of an event, in order: their codes and titles, their places, groups no longer used.

use leptos::prelude::*;
use rapporteur_core::command::{after, between};
use rapporteur_core::event::{Group, group_of_slug, groups};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::text::{direction_of, slug};
use rapporteur_core::value::Value;

use super::focus_soon;
use super::line::Line;
use crate::app::navigation;
use crate::pages::naming::{group_name, item_name};
use crate::route::Route;
use crate::session::{Book, Session, session};
use crate::ui::{Shown, each, memo, view};
use crate::words::{LANGUAGES, words};

#[component]
pub(super) fn Groups(event: ItemId) -> impl IntoView {
    let (words, session) = (words(), session());
    let list = memo(move || session.read(|book| in_use(book, event)));
    let unused = memo(move || {
        session.read(|book| {
            all(book, event)
                .filter(|group| group.withdrawn)
                .map(|group| group.id)
                .collect::<Vec<_>>()
        })
    });
    let twice = memo(move || session.read(|book| code_of_several(book, event)));
    let add_id = StoredValue::new(format!("event-{}-add-group", event.short()));
    // The row that is open for new names: the one added last opens by itself.
    let open = RwSignal::new(None::<ItemId>);
    let add = move |_| {
        let group = add_group(session, event);
        open.set(Some(group));
        session.say(words.with(
            "event-group-added",
            &[("group", name_of(session, words.lang(), group).into())],
        ));
        focus_soon(title_id(group, words.lang()));
    };
    view! {
        <section class="groups">
            <h3>{move || words.t("event-groups")}</h3>
            <ol class="group-list" role="list">
                {each(move || list.get(), move |group| view! {
                    <GroupRow event group list open add_id/>
                })}
            </ol>
            {move || twice.get().map(|code| view! {
                <p class="note">{move || words.with("event-code-twice", &[("code", code.clone().into())])}</p>
            })}
            <Shown when=move || list.with(Vec::is_empty)>
                <p class="empty">{move || words.t("event-no-groups")}</p>
            </Shown>
            <button type="button" class="btn" id=add_id.get_value() on:click=add>{move || words.t("event-add-group")}</button>
            <Shown when=move || !unused.with(Vec::is_empty)>
                <h4>{move || words.t("event-groups-unused")}</h4>
                <ul class="entries" role="list">
                    {each(move || unused.get(), move |group| view! {
                        <li>
                            <bdi>{move || session.read(|book| item_name(words, book, group))}</bdi>
                            <button type="button" class="btn plain" on:click=move |_| restore(session, group)>
                                {move || words.t("event-group-restore")}
                                <span class="unseen">" "<bdi>{move || session.read(|book| item_name(words, book, group))}</bdi></span>
                            </button>
                        </li>
                    })}
                </ul>
            </Shown>
        </section>
    }
}

/// A code that more than one group in use has: their recommendations would have the same numbers.
fn code_of_several(book: &Book, event: ItemId) -> Option<String> {
    let groups = groups(&book.workbook, event);
    let codes = || groups.iter().map(|group| group.code.as_str());
    let twice = |code: &&str| !code.is_empty() && codes().filter(|other| other == code).count() > 1;
    codes().find(twice).map(str::to_owned)
}

#[component]
fn GroupRow(
    event: ItemId,
    group: ItemId,
    list: Memo<Vec<ItemId>>,
    open: RwSignal<Option<ItemId>>,
    add_id: StoredValue<String>,
) -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let name = Signal::derive(move || session.read(|book| item_name(words, book, group)));
    let count = memo(move || session.read(|book| book.register.count(group)));
    let code = memo(move || session.read(|book| Group::read(&book.workbook, group).code));
    let shown = LANGUAGES.map(|language| {
        let title = move || {
            session
                .read(|book| {
                    Group::read(&book.workbook, group)
                        .titles
                        .get(language.tag)
                        .cloned()
                })
                .unwrap_or_default()
        };
        view! { <span lang=language.tag dir=direction_of(language.tag).as_str()>{title}</span> }
    });
    let is_open = memo(move || open.get() == Some(group));
    let rename = move |_| {
        open.update(|open| *open = (*open != Some(group)).then_some(group));
        if open.get_untracked() == Some(group) {
            focus_soon(title_id(group, words.lang()));
        }
    };
    let draft = move || {
        let book = navigation.book();
        Route::Draft {
            book,
            group: Some(group),
            rec: None,
        }
        .address()
    };
    let button = move |act: &str| format!("{group}-{act}");
    let shift = move |down: bool| {
        let moved = move_by_one(session, event, group, down);
        let (place, all) = list.with_untracked(|_| place_of(session, event, group));
        let key = match (moved, down) {
            (true, _) => "event-group-moved",
            (false, true) => "event-group-last",
            (false, false) => "event-group-first",
        };
        let name = name.get_untracked();
        session.say(words.with(
            key,
            &[
                ("group", name.into()),
                ("place", place.into()),
                ("all", all.into()),
            ],
        ));
        // A row that changes its place loses the focus.
        focus_soon(button(if down { "down" } else { "up" }));
    };
    let withdraw = move |_| {
        let next = list.with_untracked(|list| {
            let place = list.iter().position(|id| *id == group)?;
            list.get(place.saturating_add(1))
                .or_else(|| list.get(place.checked_sub(1)?))
                .copied()
        });
        let said = words.with(
            "event-group-withdrawn",
            &[("group", name.get_untracked().into())],
        );
        session.act("event", |act, book| {
            act.set(&book.workbook, group, "withdrawn", Value::Bool(true))
        });
        session.say(said);
        focus_soon(next.map_or_else(|| add_id.get_value(), |next| format!("{next}-withdraw")));
    };
    view! {
        <li>
            <div class="group-row">
                <p class="group-name"><b class="num"><bdi>{move || code.get()}</bdi></b> {shown}</p>
                <div class="group-acts">
                    <a href=draft>
                        {move || words.with("event-group-drafts", &[("count", count.get().into())])}
                        <span class="unseen">" "<bdi>{move || name.get()}</bdi></span>
                    </a>
                    <button type="button" class="btn plain" id=button("rename")
                        aria-expanded=move || is_open.get().to_string() on:click=rename>
                        {move || words.t("event-group-rename")}
                        <span class="unseen">" "<bdi>{move || name.get()}</bdi></span>
                    </button>
                    <button type="button" class="btn plain" id=button("up") on:click=move |_| shift(false)>
                        {move || words.t("event-up")}
                        <span class="unseen">" "<bdi>{move || name.get()}</bdi></span>
                    </button>
                    <button type="button" class="btn plain" id=button("down") on:click=move |_| shift(true)>
                        {move || words.t("event-down")}
                        <span class="unseen">" "<bdi>{move || name.get()}</bdi></span>
                    </button>
                    <button type="button" class="btn plain" id=button("withdraw") on:click=withdraw>
                        {move || words.t("event-group-withdraw")}
                        <span class="unseen">" "<bdi>{move || name.get()}</bdi></span>
                    </button>
                </div>
                <Shown when=move || is_open.get()>
                    <Names group/>
                </Shown>
            </div>
        </li>
    }
}

/// The code and titles of a group, to be written.
#[component]
fn Names(group: ItemId) -> impl IntoView {
    let words = words();
    let titles = LANGUAGES.map(|language| {
        let label = Signal::derive(move || words.t(&format!("event-title-{}", language.tag)));
        view! {
            <Line id=title_id(group, language.tag) label item=group field=format!("title/{}", language.tag) lang=language.tag/>
        }
    });
    view! {
        <div class="group-fields">
            <Line id=format!("{group}-code") label=Signal::derive(move || words.t("event-group-code")) item=group
                field=String::from("code")/>
            {titles}
        </div>
    }
}

fn title_id(group: ItemId, lang: &str) -> String {
    format!("{group}-title-{lang}")
}

fn name_of(session: Session, lang: &str, group: ItemId) -> String {
    session.peek(|book| group_name(book, &Group::read(&book.workbook, group), lang))
}

fn in_use(book: &Book, event: ItemId) -> Vec<ItemId> {
    groups(&book.workbook, event)
        .iter()
        .map(|group| group.id)
        .collect()
}

fn all(book: &Book, event: ItemId) -> impl Iterator<Item = Group> {
    let groups = book
        .workbook
        .of_kind(Kind::GROUP)
        .map(|(id, _)| Group::read(&book.workbook, id));
    groups.filter(move |group| group.event == Some(event))
}

/// The place of a group among those in use, counted from 1, and how many there are.
fn place_of(session: Session, event: ItemId, group: ItemId) -> (usize, usize) {
    session.peek(|book| {
        let list = in_use(book, event);
        let place = list.iter().position(|id| *id == group).unwrap_or_default();
        (place.saturating_add(1), list.len())
    })
}

/// A new group behind the others. Its id follows from a code that no group of the event was made with, so two laptops that
/// both add the next group mean the same one.
fn add_group(session: Session, event: ItemId) -> ItemId {
    let mut made = ItemId::new(Kind::GROUP, 0);
    session.act("event", |act, book| {
        let held: Vec<Group> = all(book, event).collect();
        let free = |number: &usize| {
            let code = format!("G{number}");
            let id = group_of_slug(event, &slug(&code));
            book.workbook.item(id).is_none() && held.iter().all(|group| group.code != code)
        };
        let number = (1..).find(free).unwrap_or_default();
        let code = format!("G{number}");
        made = group_of_slug(event, &slug(&code));
        let last = held
            .iter()
            .map(|group| group.order.as_str())
            .filter(|order| !order.is_empty())
            .max();
        act.set(
            &book.workbook,
            made,
            "event",
            Value::text(&event.to_string()),
        );
        act.set(&book.workbook, made, "code", Value::text(&code));
        act.set(&book.workbook, made, "order", Value::text(&after(last)));
    });
    made
}

fn restore(session: Session, group: ItemId) {
    session.act("event", |act, book| {
        act.set(&book.workbook, group, "withdrawn", Value::None)
    });
    focus_soon(format!("{group}-withdraw"));
}

/// Moves a group by one place; returns whether it could be moved. Where the keys of its new neighbours leave no room, all
/// groups get new keys.
fn move_by_one(session: Session, event: ItemId, group: ItemId, down: bool) -> bool {
    session.act("event", |act, book| {
        let mut list = groups(&book.workbook, event);
        let Some(place) = list.iter().position(|held| held.id == group) else {
            return;
        };
        let to = if down {
            place.saturating_add(1)
        } else {
            place.wrapping_sub(1)
        };
        if to >= list.len() {
            return;
        }
        let moved = list.remove(place);
        let before = to
            .checked_sub(1)
            .and_then(|at| list.get(at))
            .map(|held| held.order.clone());
        let behind = list.get(to).map(|held| held.order.clone());
        let key = match &behind {
            Some(behind) => between(before.as_deref(), behind),
            None => after(before.as_deref()),
        };
        let fits =
            before.is_none_or(|before| before < key) && behind.is_none_or(|behind| key < behind);
        if fits {
            act.set(&book.workbook, group, "order", Value::text(&key));
            return;
        }
        list.insert(to, moved);
        let mut last: Option<String> = None;
        for held in list {
            let key = after(last.as_deref());
            act.set(&book.workbook, held.id, "order", Value::text(&key));
            last = Some(key);
        }
    })
}
