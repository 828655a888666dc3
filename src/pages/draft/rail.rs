//! The list: find, filter, add, and a row for each recommendation.

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::{Recommendation, State};
use rapporteur_core::text::{beginning, direction_of};
use rapporteur_core::vocabulary::main_addressees;

use super::desk::{ADD, Desk, FIND, LIST, desk, row_id};
use crate::browser::{clock, page};
use crate::session::Book;
use crate::ui::{Check, Choices, Disclosure, Pick, Rows, Shown, memo, plain_label, view};

/// How much of a text a row shows, in letters.
const EXCERPT: usize = 110;
/// After how long without typing the number of finds is told, in milliseconds.
const TOLD_AFTER: u32 = 900;

/// The find box, and the button that adds.
#[component]
pub(super) fn Finder() -> impl IntoView {
    let desk = desk();
    // What was found is told when the person stops typing.
    let timer = StoredValue::new_local(None::<clock::Timer>);
    let tell = move || {
        timer.set_value(Some(clock::after(TOLD_AFTER, move || {
            let count = untrack(|| count(desk));
            desk.session
                .say_unseen(desk.words.with("draft-found", &[("count", count.into())]));
        })));
    };
    view! {
        <div class="finder" role="search">
            <label class="unseen" for=FIND>{move || desk.words.t("draft-find")}</label>
            <input id=FIND class="line" type="search" autocomplete="off" spellcheck="false" dir="auto"
                placeholder=move || desk.words.t("draft-find") prop:value=desk.query.get_untracked()
                on:input=move |event| { desk.query.set(event_target_value(&event)); tell(); }/>
            <button type="button" class="btn key" id=ADD on:click=move |_| desk.add()>
                {move || desk.words.t("draft-add")} " " <kbd aria-hidden="true">"N"</kbd>
            </button>
        </div>
    }
}

/// How many recommendations the list shows; a new, empty one does not count.
fn count(desk: Desk) -> usize {
    let fresh = desk.session.fresh().map(|(fresh, _)| fresh);
    desk.ids.with(|ids| {
        ids.len()
            .saturating_sub(usize::from(fresh.is_some() && ids.last().copied() == fresh))
    })
}

/// What the list is filtered by, and its rows.
#[component]
pub(super) fn List() -> impl IntoView {
    let desk = desk();
    let filtered = memo(move || {
        desk.query.with(|text| !text.trim().is_empty())
            || desk.state.get().is_some()
            || desk.term.get().is_some()
            || desk.undecided.get()
    });
    let said = move || {
        let key = if filtered.get() {
            "draft-found"
        } else {
            "draft-count"
        };
        desk.words.with(key, &[("count", count(desk).into())])
    };
    let clear = move |_| {
        desk.query.set(String::new());
        desk.state.set(None);
        desk.term.set(None);
        desk.undecided.set(false);
        page::put_text(FIND, "");
        page::focus(FIND);
    };
    view! {
        <div class="rail-body">
            <Filters/>
            <p class="found hint">
                <span>{said}</span>
                <Shown when=move || filtered.get()>
                    <button type="button" class="btn plain" on:click=clear>{move || desk.words.t("draft-show-all")}</button>
                </Shown>
            </p>
            <Rows id=LIST label=desk.words.label("draft-list") keys=Signal::from(desk.ids)
                current=Signal::from(desk.rec)
                changes=Signal::derive(move || desk.session.read(|_| ()))
                renews=Signal::derive(move || { desk.words.lang(); })
                row=move |id| view! { <Row id/> }/>
        </div>
    }
}

#[component]
fn Filters() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let undecided = memo(move || {
        let any = |book: &Book| book.register.conflicts(&book.workbook) > 0;
        desk.undecided.get() || desk.session.read(any)
    });
    view! {
        <Disclosure label=words.label("draft-filter") open=desk.open.filter>
            <Choices legend=words.label("state")>
                <Pick name="filter-state".into() label=words.label("state-any")
                    checked=Signal::derive(move || desk.state.get().is_none()) choose=Callback::new(move |()| desk.state.set(None))/>
                {State::ALL.map(|state| view! {
                    <Pick name="filter-state".into() label=Signal::derive(move || words.t(state_key(state)))
                        checked=Signal::derive(move || desk.state.get() == Some(state))
                        choose=Callback::new(move |()| desk.state.set(Some(state)))/>
                }).collect_view()}
            </Choices>
            <Choices legend=words.label("asked")>
                <Pick name="filter-body".into() label=words.label("asked-any")
                    checked=Signal::derive(move || desk.term.get().is_none()) choose=Callback::new(move |()| desk.term.set(None))/>
                {main_addressees().iter().map(|body| view! {
                    <Pick name="filter-body".into()
                        label=Signal::derive(move || body.labels.get(words.lang()).unwrap_or(body.term).to_owned())
                        checked=Signal::derive(move || desk.term.with(|term| term.as_deref() == Some(body.term)))
                        choose=Callback::new(move |()| desk.term.set(Some(body.term.to_owned())))/>
                }).collect_view()}
            </Choices>
            <Shown when=move || undecided.get()>
                <p><Check label=words.label("draft-undecided") checked=Signal::from(desk.undecided)
                    change=Callback::new(move |on| desk.undecided.set(on))/></p>
            </Shown>
        </Disclosure>
    }
}

/// What a row shows.
#[derive(Clone, PartialEq)]
struct Line {
    number: String,
    state: Option<State>,
    conflicts: usize,
    lang: String,
    text: String,
    tags: String,
}

impl Line {
    /// The row of a recommendation; of one that is new or gone, only that it is.
    fn of(book: &Book, id: ItemId, lang: &str) -> Self {
        let Some(row) = book.register.row(id) else {
            let (number, text) = (String::new(), String::new());
            return Self {
                number,
                state: None,
                conflicts: 0,
                lang: lang.to_owned(),
                text,
                tags: String::new(),
            };
        };
        let rec = Recommendation::read(&book.workbook, id);
        let (text_lang, text) = rec.text_for(lang).unwrap_or((lang, ""));
        let label = |term: &str| {
            let short = main_addressees()
                .iter()
                .find(|body| body.term == term)
                .and_then(|body| body.labels.get(lang));
            plain_label(short.unwrap_or_else(|| book.vocabulary.label(term, lang)))
        };
        // The lead body stands first; the main theme stands for all.
        let others = rec
            .addressees
            .iter()
            .filter(|term| rec.lead.as_ref() != Some(*term));
        let bodies: Vec<String> = rec
            .lead
            .iter()
            .chain(others)
            .take(3)
            .map(|term| label(term))
            .collect();
        let theme = rec
            .theme
            .as_ref()
            .or(rec.themes.first())
            .map(|term| label(term));
        let separator = if lang == "ur" { "، " } else { ", " };
        let tags: Vec<String> = [bodies.join(separator), theme.unwrap_or_default()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        Self {
            number: book.register.number(id),
            state: Some(row.state),
            conflicts: row.conflicts,
            lang: text_lang.to_owned(),
            text: beginning(text, EXCERPT).into_owned(),
            tags: tags.join(" · "),
        }
    }
}

#[component]
fn Row(id: ItemId) -> impl IntoView {
    let desk: Desk = desk();
    let words = desk.words;
    let line = memo(move || {
        let lang = words.lang();
        desk.session.read(|book| Line::of(book, id, lang))
    });
    let current = move || desk.rec.get() == Some(id);
    let state = move || line.with(|line| line.state.map(|state| words.t(state_key(state))));
    let text = move || {
        line.with(|line| {
            let dir = direction_of(&line.lang).as_str();
            match line.text.as_str() {
                "" => view! { <span class="words none">{words.t("draft-new-row")}</span> },
                text => {
                    view! { <span class="words" translate="no" lang=line.lang.clone() dir=dir>{text.to_owned()}</span> }
                }
            }
        })
    };
    view! {
        <button type="button" class="rec" data-rec=id.to_string() id=row_id(id) tabindex=move || if desk.entry.get() == Some(id) { "0" } else { "-1" }
            aria-current=move || current().then_some("true") on:click=move |_| desk.select(Some(id))>
            <span class="meta">
                <bdi class="num">{move || line.with(|line| line.number.clone())}</bdi>
                <span class="state" data-state=move || line.with(|line| line.state.map(State::name))>{state}</span>
                {move || line.with(|line| (line.conflicts > 0).then(|| view! {
                    <span class="ask">{words.t("two-versions")}</span>
                }))}
            </span>
            {text}
            {move || line.with(|line| (!line.tags.is_empty()).then(|| view! {
                <span class="meta">{line.tags.clone()}</span>
            }))}
        </button>
    }
}

/// The key of a state's name.
pub(super) const fn state_key(state: State) -> &'static str {
    match state {
        State::Draft => "state-draft",
        State::Ready => "state-ready",
        State::Agreed => "state-agreed",
    }
}
