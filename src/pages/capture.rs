//! The capture page, for a plenary where people only speak: one line, Enter, the next. Who spoke (a category, never a name)
//! and who is asked take one key each; all else is left to the draft page.

mod choice;
mod lines;
mod taker;

use leptos::prelude::*;
use rapporteur_core::event::{Group, events, group_of_slug, groups};
use rapporteur_core::item::ItemId;
use rapporteur_core::text::direction_of;

use crate::app::navigation;
use crate::browser::{clock, page};
use crate::pages::naming::group_name;
use crate::route::Route;
use crate::session::{Book, session};
use crate::ui::{Choices, Disclosure, MOST_LETTERS, Pick, Shown, each, effect, memo, view};
use crate::words::{LANGUAGES, words};

use choice::Asked;
use taker::{LINE, Taker};

#[component]
pub(crate) fn Capture() -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let all = memo(move || session.read(|book| groups_of(book, words.lang())));
    let group = memo(move || {
        let wanted = match navigation.route() {
            Route::Capture { group, .. } => group,
            _ => None,
        };
        let known = |group: &ItemId| all.with(|all| all.iter().any(|(id, _)| id == group));
        wanted
            .filter(known)
            .or_else(|| session.writes_for().filter(known))
            .or_else(|| session.read(plenary))
            .or_else(|| all.with(|all| all.first().map(|(id, _)| *id)))
    });
    let taker = Taker::new(group);
    effect(move || session.write_for(group.get()));
    // What stands in the line when the page is left becomes a draft.
    on_cleanup(move || taker.leave());
    taker.listen();
    // Whoever comes here is about to type: the line has the focus, the page's title was told.
    leptos::task::spawn_local(async {
        clock::pause().await;
        to_the_line();
    });
    let groups_open = RwSignal::new(false);
    let group_label = Signal::derive(move || {
        let name = all.with(|all| {
            let held = all.iter().find(|(id, _)| Some(*id) == group.get());
            held.map(|(_, name)| name.clone()).unwrap_or_default()
        });
        words.with("capture-for", &[("group", name.into())])
    });
    let choose = move |chosen: ItemId| {
        if let Route::Capture { book, .. } = navigation.here() {
            taker.change(move || {
                navigation.turn(Route::Capture {
                    book,
                    group: Some(chosen),
                })
            });
        }
    };
    let label = move |key: &'static str| Signal::derive(move || words.t(key));
    let languages = LANGUAGES.map(|language| {
        view! {
            <Pick name=String::from("capture-lang") lang=language.tag
                label=Signal::derive(move || language.name.to_owned())
                checked=Signal::derive(move || taker.lang.get() == language.tag)
                choose=Callback::new(move |()| taker.change(move || taker.lang.set(language.tag)))/>
        }
    });
    view! {
        <main id="main" class="page desk capture">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-capture")}</h1>
            <Shown when=move || all.with(Vec::is_empty)>
                <p class="empty">{move || words.t("capture-no-group")}</p>
            </Shown>
            <Shown when=move || all.with(|all| all.len() > 1)>
                <Disclosure label=group_label open=groups_open>
                    <Choices legend=label("capture-group")>
                    {each(move || all.get(), move |choice| view! {
                        <Pick name=String::from("capture-group") label=Signal::stored(choice.1)
                            checked=Signal::derive(move || group.get() == Some(choice.0))
                            choose=Callback::new(move |()| choose(choice.0))/>
                    })}
                    </Choices>
                </Disclosure>
            </Shown>
            <Shown when=move || group.get().is_some()>
                <Asked taker/>
            </Shown>
            <div class="capture-line" class:closed=move || group.get().is_none()>
                <div class="field">
                    <label for=LINE>{move || words.t("capture-line")}</label>
                    <textarea id=LINE class="writing" rows="2" maxlength=MOST_LETTERS autocomplete="off" spellcheck="false" translate="no"
                        aria-describedby="capture-hint"
                        lang=move || taker.lang.get() dir=move || direction_of(taker.lang.get()).as_str()
                        on:input=move |event| taker.typed(&event_target_value(&event))
                        on:keydown=move |event| {
                            // An input method's Enter chooses a word; Safari tells it by the number.
                            let composing = event.is_composing() || event.key_code() == 229;
                            if event.key() == "Enter" && !event.shift_key() && !composing {
                                event.prevent_default();
                                taker.finish();
                            }
                        }></textarea>
                    <span class="hint" id="capture-hint">{move || words.t("capture-hint")}</span>
                </div>
                <div class="capture-acts">
                    <button type="button" class="btn key" on:click=move |_| taker.finish()>
                        {move || words.t("capture-next")} <kbd aria-hidden="true">"Enter"</kbd>
                    </button>
                    <Choices legend=label("capture-lang")>{languages}</Choices>
                </div>
            </div>
            <lines::Lines taker/>
        </main>
    }
}

/// The groups of all events, with their names.
fn groups_of(book: &Book, lang: &str) -> Vec<(ItemId, String)> {
    let events = events(&book.workbook);
    let groups = events
        .iter()
        .flat_map(|event| groups(&book.workbook, event.id));
    groups
        .map(|group| (group.id, group_name(book, &group, lang)))
        .collect()
}

/// The group that stands for everyone.
fn plenary(book: &Book) -> Option<ItemId> {
    let events = events(&book.workbook);
    let mut everyone = events
        .iter()
        .map(|event| group_of_slug(event.id, "plenary"));
    everyone
        .find(|id| book.workbook.item(*id).is_some() && !Group::read(&book.workbook, *id).withdrawn)
}

/// Puts the focus on the line.
fn to_the_line() {
    page::focus(LINE);
}
