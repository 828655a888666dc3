//! A field of several entries, each added and removed alone: days, organisers, partners.

use leptos::prelude::*;
use rapporteur_core::field::is_date;
use rapporteur_core::item::ItemId;
use rapporteur_core::text::clean_input;

use super::focus_soon;
use crate::browser::{page, text};
use crate::session::session;
use crate::ui::{each, memo, view};
use crate::words::{Words, words};

/// What the entries are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entries {
    /// Days of the calendar.
    Days,
    /// Names of organisations.
    Names,
}

#[component]
pub(super) fn Set(event: ItemId, field: &'static str, entries: Entries) -> impl IntoView {
    let (words, session) = (words(), session());
    let stem = format!("event-{}-{field}", event.short());
    let input = StoredValue::new(format!("{stem}-new"));
    let stem = StoredValue::new(stem);
    let held = memo(move || {
        session.read(|book| {
            let held = book.workbook.entries(event, field);
            held.into_iter().map(str::to_owned).collect::<Vec<_>>()
        })
    });
    let trouble = RwSignal::new(None::<&'static str>);
    let remove_id = move |entry: &str| stem.with_value(|stem| format!("{stem}-{entry}"));
    let add = move || {
        let typed = input.with_value(|id| page::text_in(id)).unwrap_or_default();
        let entry = clean_input(&text::nfc(&typed)).trim().to_owned();
        let wrong = match entries {
            _ if entry.is_empty() && entries == Entries::Days => Some("event-choose-day"),
            _ if entry.is_empty() => Some("event-type-name"),
            Entries::Days if !is_date(&entry) => Some("event-choose-day"),
            _ => None,
        };
        trouble.set(wrong);
        if let Some(wrong) = wrong {
            session.say(words.t(wrong));
        } else {
            session.act("event", |act, book| {
                act.toggle(&book.workbook, event, field, &entry, true)
            });
            input.with_value(|id| page::put_text(id, ""));
            session.say(words.with(
                "event-added",
                &[("entry", shown(words, entries, &entry).into())],
            ));
        }
        input.with_value(|id| page::focus(id));
    };
    let remove = move |entry: String| {
        let next = held.with_untracked(|held| {
            let place = held.iter().position(|other| *other == entry)?;
            held.get(place.saturating_add(1))
                .or_else(|| held.get(place.checked_sub(1)?))
                .cloned()
        });
        session.act("event", |act, book| {
            act.toggle(&book.workbook, event, field, &entry, false)
        });
        session.say(words.with(
            "event-removed",
            &[("entry", shown(words, entries, &entry).into())],
        ));
        focus_soon(next.map_or_else(|| input.get_value(), |next| remove_id(&next)));
    };
    let kind = if entries == Entries::Days {
        "date"
    } else {
        "text"
    };
    let error = stem.with_value(|stem| format!("{stem}-error"));
    let described = error.clone();
    view! {
        <fieldset class="set">
            <legend>{move || words.t(&format!("event-{field}"))}</legend>
            <ul class="entries" role="list">
                {each(move || held.get(), move |entry| view! {
                    {
                        let (id, kept, named) = (remove_id(&entry), entry.clone(), entry.clone());
                        view! {
                            <li>
                                <bdi>{move || shown(words, entries, &kept)}</bdi>
                                <button type="button" class="btn plain" id=id on:click=move |_| remove(entry.clone())>
                                    {move || words.t("event-remove")}
                                    <span class="unseen">" "<bdi>{move || shown(words, entries, &named)}</bdi></span>
                                </button>
                            </li>
                        }
                    }
                })}
            </ul>
            <div class="adding">
                <label for=input.get_value()>{move || words.t(&format!("event-{field}-new"))}</label>
                <input type=kind class="line" id=input.get_value() autocomplete="off" spellcheck="false" translate="no" dir="auto"
                    aria-describedby=described aria-invalid=move || trouble.get().is_some().then_some("true")
                    on:keydown=move |event| if event.key() == "Enter" && !event.is_composing() {
                        event.prevent_default();
                        add();
                    }/>
                <button type="button" class="btn" on:click=move |_| add()>{move || words.t("event-add")}</button>
                <span class="wrong" id=error>{move || trouble.get().map(|key| words.t(key))}</span>
            </div>
        </fieldset>
    }
}

/// An entry as people read it.
fn shown(words: Words, entries: Entries, entry: &str) -> String {
    let mut parts = entry.split('-');
    let (Entries::Days, true, (Some(year), Some(month), Some(day))) = (
        entries,
        is_date(entry),
        (parts.next(), parts.next(), parts.next()),
    ) else {
        return entry.to_owned();
    };
    let month = words.t(&format!("month-{}", month.trim_start_matches('0')));
    let day = day.trim_start_matches('0');
    words.with(
        "date-long",
        &[
            ("day", day.into()),
            ("month", month.into()),
            ("year", year.into()),
        ],
    )
}
