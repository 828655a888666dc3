//! The sheet: one recommendation, its text first.

use leptos::prelude::*;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::recommendation::{Recommendation, State};

use super::desk::desk;
use super::rail::state_key;
use super::{groups, place, rest, tags, themes, when, wordings};
use crate::browser::page;
use crate::route::Route;
use crate::ui::{Markup, Pick, Shown, effect, memo, view};

/// The id of what scrolls below the head of the sheet.
pub(super) const BODY: &str = "sheet-body";

/// What stands beside the list: a recommendation, or how to come to one.
#[component]
pub(super) fn Sheet() -> impl IntoView {
    let desk = desk();
    let shown = memo(move || desk.rec.get().filter(|item| desk.is_there(*item)));
    let there = memo(move || shown.with(Option::is_some));
    let bare = memo(move || desk.group.get().is_none());
    // The sheet stays from one recommendation to the next; only what differs is drawn anew.
    let item = memo(move || shown.get().unwrap_or(ItemId::new(Kind::REC, 0)));
    effect(move || {
        shown.with(|_| ());
        if let Some(body) = page::element(BODY) {
            page::scroll_to(&body, 0.0);
        }
    });
    Markup::live(move || match there.get() {
        true => view! { <Editor item/> },
        false if bare.get() => view! { <groups::GroupChoice/> },
        false => view! { <Nothing/> },
    })
}

/// Undo and redo, and on small screens the way back to the list.
#[component]
pub(super) fn Acts() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    view! {
        <div class="acts">
            <button type="button" class="btn plain to-list" on:click=move |_| desk.select(None)>
                <span class="back" aria-hidden="true"></span> {move || words.t("draft-to-list")}
            </button>
            <button type="button" class="btn plain" id="undo" aria-disabled=move || (!desk.session.can_undo()).to_string()
                on:click=move |_| desk.undo()>
                {move || words.t("undo")}
            </button>
            <button type="button" class="btn plain" id="redo" aria-disabled=move || (!desk.session.can_redo()).to_string()
                on:click=move |_| desk.redo()>
                {move || words.t("redo")}
            </button>
        </div>
    }
}

/// Nothing is chosen: what to do next.
#[component]
fn Nothing() -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let none = memo(move || desk.ids.with(|ids| ids.is_empty()));
    view! {
        <div class="blank">
            <h2>{move || words.t(if none.get() { "draft-none" } else { "draft-nothing-chosen" })}</h2>
            <p>{move || words.t(if none.get() { "draft-none-next" } else { "draft-nothing-next" })}</p>
            <p>
                <button type="button" class="btn key" on:click=move |_| desk.add()>
                    {move || words.t("draft-add-long")}
                </button>
            </p>
        </div>
    }
}

#[component]
fn Editor(item: Memo<ItemId>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let rec = desk.recommendation(item);
    let number = memo(move || desk.session.read(|book| book.register.number(item.get())));
    let withdrawn = memo(move || rec.with(|rec| rec.withdrawn));
    let new = memo(move || {
        desk.session
            .fresh()
            .is_some_and(|(fresh, _)| fresh == item.get())
    });
    let restore = move |_| desk.restore(item.get_untracked());
    view! {
        <article class="editor">
            <header class="sheet-head">
                <h2>
                    {move || match number.get() {
                        number if number.is_empty() => view! { <span>{words.t("draft-new-row")}</span> },
                        number => view! { <bdi class="num">{number}</bdi> },
                    }}
                </h2>
                <StateChoice item rec/>
            </header>
            <Shown when=move || withdrawn.get()>
                <p class="note">
                    {move || words.t("draft-in-bin")} " "
                    <button type="button" class="btn" on:click=restore>{move || words.t("restore")}</button>
                </p>
            </Shown>
            <div class="main-part" on:input=move |_| desk.touched.update(|count| *count = count.wrapping_add(1))>
                <wordings::Wordings item rec/>
                {rest::piece(move |rest| (rest.builder)(item, rec))}
                {rest::piece(move |rest| (rest.advice)(item, rec))}
                <rest::NotThere/>
                <tags::Addressees item rec/>
                <when::When item rec/>
                <themes::Themes item rec/>
                <when::Indicator item rec/>
                {rest::piece(move |rest| (rest.more)(item, rec))}
                <p class="next">
                    <button type="button" class="btn key" on:click=move |_| desk.add()>
                        {move || words.t("draft-next")}
                    </button>
                    " "
                    <span class="hint"><kbd>"Ctrl"</kbd> " " <kbd>"Enter"</kbd></span>
                </p>
            </div>
            <aside class="margin" aria-label=move || words.t("draft-about")>
                <Shown when=move || !new.get()>
                    <place::Place item/>
                    {rest::piece(move |rest| (rest.history)(item, rec))}
                </Shown>
            </aside>
        </article>
    }
}

/// Draft, ready or agreed.
#[component]
fn StateChoice(item: Memo<ItemId>, rec: Memo<Recommendation>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let state = memo(move || rec.with(|rec| rec.state));
    let earlier = memo(move || rec.with(|rec| rec.state_on_earlier));
    let pick = move |state: State| {
        let item = item.get_untracked();
        desk.act(item, |act, book| act.set_state(&book.workbook, item, state));
    };
    view! {
        <fieldset class="states">
            <legend class="unseen">{move || words.t("state")}</legend>
            {State::ALL.map(|each| view! {
                <Pick name="state".into() label=Signal::derive(move || words.t(state_key(each)))
                    checked=Signal::derive(move || state.get() == each) choose=Callback::new(move |()| pick(each))/>
            }).collect_view()}
        </fieldset>
        <Shown when=move || earlier.get()>
            <p class="note">
                {move || words.t("state-earlier")} " "
                <button type="button" class="btn" on:click=move |_| pick(state.get_untracked())>
                    {move || words.t("state-still")}
                </button>
            </p>
        </Shown>
        <Clash rec field="state"/>
    }
}

/// Two values stand in a field: where to choose.
#[component]
pub(super) fn Clash(
    /// The recommendation.
    rec: Memo<Recommendation>,
    /// The field, or the part of its name before the stroke.
    field: &'static str,
) -> impl IntoView {
    let desk = desk();
    let there = memo(move || {
        rec.with(|rec| {
            rec.conflicts
                .iter()
                .any(|held| held.split('/').next() == Some(field))
        })
    });
    let address = move || match desk.group_route(None) {
        Route::Draft { book, .. } => Route::Conflicts { book }.address(),
        other => other.address(),
    };
    view! {
        <Shown when=move || there.get()>
            <p class="note">
                {move || desk.words.t("two-versions")} " "
                <a href=address>{move || desk.words.t("choose")}</a>
            </p>
        </Shown>
    }
}
