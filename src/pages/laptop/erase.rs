//! Erasing: after the file in somebody's hand was found whole, or after the word was typed.

use leptos::prelude::*;

use crate::browser::files::picked;
use crate::browser::store::WorkbookMeta;
use crate::browser::{clock, page};
use crate::session::{Verdict, session};
use crate::ui::{Disclosure, Shown, view};
use crate::words::words;

/// One workbook, and what must be done before it can be erased.
#[component]
pub(super) fn EraseBook(meta: WorkbookMeta, again: Callback<()>) -> impl IntoView {
    let (words, session) = (words(), session());
    let open = RwSignal::new(false);
    let verdict = RwSignal::new(None::<Verdict>);
    let busy = RwSignal::new(false);
    let id = StoredValue::new(meta.id.clone());
    let field = format!("word-{}", meta.id);
    let name = move || match meta.label_in(words.lang()) {
        "" => words.t("start-untitled"),
        label => label.to_owned(),
    };
    let button = {
        let name = name.clone();
        Signal::derive(move || words.with("erase-book", &[("name", name().into())]))
    };
    let look = move |event: leptos::ev::Event| {
        let Some(file) = picked(&event).into_iter().next() else {
            return;
        };
        busy.set(true);
        leptos::task::spawn_local(async move {
            let found = session.verify(&id.get_value(), file).await;
            busy.try_set(false);
            session.say(untrack(|| words.t(sentence(found))));
            verdict.try_set(Some(found));
        });
    };
    let word = RwSignal::new(String::new());
    let may = move || {
        verdict.get() == Some(Verdict::Whole) || is_word(&word.get(), &words.t("erase-word"))
    };
    let erase = move |_| {
        if !untrack(may) || busy.get_untracked() {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let done = session.erase(&id.get_value()).await;
            busy.try_set(false);
            session.say(untrack(|| {
                words.t(if done { "erased" } else { "not-erased" })
            }));
            if done {
                again.run(());
                clock::pause().await;
                page::focus("erase");
            }
        });
    };
    let field = StoredValue::new(field);
    view! {
        <li class="entry">
            <Disclosure label=button open>
                <p>{move || words.t("erase-check-hint")}</p>
                <label class="btn file">
                    <input type="file" accept=".json" on:change=look/>
                    <span>{move || words.t("erase-check")}</span>
                </label>
                {move || verdict.get().map(|found| view! {
                    <p class=if found == Verdict::Whole { "good" } else { "wrong" }>{words.t(sentence(found))}</p>
                })}
                <div class="field">
                    <label for=field.get_value()>{move || words.with("erase-type", &[("word", words.t("erase-word").into())])}</label>
                    <input id=field.get_value() class="line short" type="text" dir="auto" autocomplete="off" spellcheck="false"
                        on:input=move |event| word.set(event_target_value(&event))/>
                </div>
                <button type="button" class="btn" disabled=move || !may() || busy.get() on:click=erase>
                    {move || words.t("erase-now")}
                </button>
            </Disclosure>
        </li>
    }
}

/// Everything of this program in this browser.
#[component]
pub(super) fn EraseAll(again: Callback<()>) -> impl IntoView {
    let (words, session) = (words(), session());
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let word = RwSignal::new(String::new());
    let done = RwSignal::new(false);
    let may = move || is_word(&word.get(), &words.t("erase-word"));
    let erase = move |_| {
        if !untrack(may) || busy.get_untracked() {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let erased = session.erase_all().await;
            busy.try_set(false);
            done.try_set(erased);
            session.say(untrack(|| {
                words.t(if erased { "erased-all" } else { "not-erased" })
            }));
            if erased {
                open.try_set(false);
                again.run(());
                page::focus("erase");
            }
        });
    };
    view! {
        <Disclosure label=words.label("erase-all") open id="erase-all">
            <p>{move || words.t("erase-all-hint")}</p>
            <div class="field">
                <label for="word-all">{move || words.with("erase-type-all", &[("word", words.t("erase-word").into())])}</label>
                <input id="word-all" class="line short" type="text" dir="auto" autocomplete="off" spellcheck="false"
                    on:input=move |event| word.set(event_target_value(&event))/>
            </div>
            <button type="button" class="btn" id="erase-all-now" disabled=move || !may() || busy.get() on:click=erase>
                {move || words.t("erase-all-now")}
            </button>
        </Disclosure>
        <Shown when=move || done.get()>
            <p class="good">{move || words.t("erased-all")}</p>
        </Shown>
    }
}

/// Whether somebody typed the word, however the letters are written.
fn is_word(typed: &str, word: &str) -> bool {
    use rapporteur_core::text::fold;
    !word.is_empty() && fold(typed.trim()) == fold(word)
}

const fn sentence(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Whole => "erase-file-whole",
        Verdict::Lacks => "erase-file-lacks",
        Verdict::Unusable => "erase-file-unusable",
    }
}
