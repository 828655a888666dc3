//! What is shown and in which language, before it is shown.

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::report::{Language, Slide};

use super::Plenary;
use super::stage::focus_soon;
use crate::pages::communique::events_of;
use crate::pages::communique::paper::said;
use crate::route::Route;
use crate::ui::{Choices, Markup, Pick, Shown, all, memo, view};

#[component]
pub(super) fn Prepare(plenary: Plenary) -> impl IntoView {
    let words = plenary.words;
    let count = memo(move || plenary.ready.with(|ready| ready.len()));
    let all_count = memo(move || plenary.all.with(|all| all.len()));
    let back = move || {
        let book = plenary.navigation.book();
        Route::Communique { book }.address()
    };
    let draft = move || {
        let book = plenary.navigation.book();
        Route::Draft {
            book,
            group: None,
            rec: None,
        }
        .address()
    };
    // What one press marks: those the groups agreed to, or all that have a text.
    let unmarked = move |agreed: bool| -> Vec<ItemId> {
        plenary.all.with(|all| {
            let of = all
                .iter()
                .filter(|slide| !slide.ready && (slide.agreed || !agreed));
            of.map(|slide| slide.item).collect()
        })
    };
    let agreed = memo(move || unmarked(true).len());
    let others = memo(move || unmarked(false).len());
    let mark = move |agreed: bool| {
        let items = untrack(|| unmarked(agreed));
        set_ready(plenary, &items, true);
        // The button that was pressed has nothing more to do and is gone.
        focus_soon("present-begin");
    };
    view! {
        <main id="main" class="page desk present">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-present")}</h1>
            <p><a href=back>{move || words.t("documents-back")}</a></p>
            <Events plenary/>
            <Shown when=move || all_count.get() == 0>
                <p class="empty">{move || words.t("present-nothing")} " " <a href=draft>{move || words.t("title-draft")}</a></p>
            </Shown>
            <Shown when=move || { all_count.get() > 0 }>
                <section aria-labelledby="present-begin-heading">
                    <h2 id="present-begin-heading">{move || words.with("present-count", &[("count", count.get().into()), ("all", all_count.get().into())])}</h2>
                    <p class="hint">{move || words.t("present-hint")}</p>
                    <Choices legend=words.label("present-language")>
                        {[(Language::En, "en", "English"), (Language::Ur, "ur", "اردو")].map(|(language, lang, name)| view! {
                            <Pick name="present-language".into() label=Signal::stored(name.to_owned()) lang=lang
                                checked=Signal::derive(move || plenary.language.get() == language)
                                choose=Callback::new(move |()| plenary.language.set(language))/>
                        })}
                    </Choices>
                    <div class="row">
                        <Shown when=move || { count.get() > 0 }>
                            <button type="button" class="btn key" id="present-begin" on:click=move |_| plenary.begin(None)>
                                {move || words.t("present-begin")}
                            </button>
                        </Shown>
                        <Shown when=move || { agreed.get() > 0 }>
                            <button type="button" class="btn" id="mark-agreed" on:click=move |_| mark(true)>
                                {move || words.with("present-mark-agreed", &[("count", agreed.get().into())])}
                            </button>
                        </Shown>
                        <Shown when=move || { others.get() > 0 && others.get() != agreed.get() }>
                            <button type="button" class="btn" id="mark-all" on:click=move |_| mark(false)>
                                {move || words.with("present-mark-all", &[("count", others.get().into())])}
                            </button>
                        </Shown>
                        <Shown when=move || plenary.session.can_undo()>
                            <button type="button" class="btn plain" on:click=move |_| { plenary.session.undo(); }>
                                {move || words.t("undo")}
                            </button>
                        </Shown>
                    </div>
                </section>
                <section aria-labelledby="present-which">
                    <h2 id="present-which">{move || words.t("present-which")}</h2>
                    <ol class="show-list" role="list">
                        {all(move || plenary.all.with(|all| all.as_ref().clone()), move |slide: Slide| row(plenary, &slide))}
                    </ol>
                </section>
            </Shown>
        </main>
    }
}

/// Of which event, where there are several.
#[component]
fn Events(plenary: Plenary) -> impl IntoView {
    let words = plenary.words;
    let events = memo(move || events_of(plenary.session, words.lang()));
    let chosen = move || {
        let first = events.with(|events| events.first().map(|(event, _)| *event));
        plenary.event.get().or(first)
    };
    view! {
        <Shown when=move || events.with(|events| events.len() > 1)>
            <Choices legend=words.label("documents-event")>
                {all(move || events.get(), move |(event, title): (ItemId, String)| view! {
                    <Pick name="present-event".into() label=Signal::stored(title)
                        checked=Signal::derive(move || chosen() == Some(event))
                        choose=Callback::new(move |()| plenary.event.set(Some(event)))/>
                })}
            </Choices>
        </Shown>
    }
}

/// A recommendation with its mark, and a way to begin with it.
fn row(plenary: Plenary, slide: &Slide) -> Markup {
    let words = plenary.words;
    let (item, ready, number) = (slide.item, slide.ready, slide.number.clone());
    let named = number.clone();
    let text = slide.text.0.first().cloned().unwrap_or_default();
    let (lang, dir) = (text.lang.clone(), text.direction().as_str());
    let line = text.text();
    let change = move |event| set_ready(plenary, &[item], event_target_checked(&event));
    let note = match (slide.was_ready, slide.agreed) {
        (true, _) => Some("present-changed"),
        (false, true) => Some("state-agreed"),
        _ => None,
    };
    let note = note.map(|key| view! { " " <span class="hint">{move || words.t(key)}</span> });
    let section = said(&slide.section);
    let begin = ready.then(|| {
        view! {
            <button type="button" class="btn plain" on:click=move |_| plenary.begin(Some(item))>
                {move || words.with("present-from", &[("number", named.clone().into())])}
            </button>
        }
    });
    view! {
        <li>
            <label class="tick">
                <input type="checkbox" id=format!("show-{item}") prop:checked=ready on:change=change/>
                <bdi class="num">{number}</bdi> <span class="unseen">{section}</span>
            </label>
            <p><span class="words" translate="no" lang=lang dir=dir>{line}</span> {note}</p>
            {begin}
        </li>
    }
}

fn set_ready(plenary: Plenary, items: &[ItemId], ready: bool) {
    plenary
        .session
        .act("show", |act, book| act.vet(&book.workbook, items, ready));
    let key = match ready {
        true => "present-marked",
        false => "present-unmarked",
    };
    let named = [("count", items.len().into())];
    plenary
        .session
        .say(untrack(|| plenary.words.with(key, &named)));
}
