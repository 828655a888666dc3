//! One text for several: one of theirs, or another. The originals stay, and point to it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::combination::{Combinations, combination_of};
use rapporteur_core::command::{Act, CannotCombine, to_combine};
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::{Recommendation, Wording, texts};
use rapporteur_core::sorted;
use rapporteur_core::text::clean_input;
use rapporteur_core::value::Value;

use super::card::Card;
use super::state::focus_soon;
use crate::browser::{page, text};
use crate::pages::draft::text::{TextBox, own_name};
use crate::pages::naming::{Said, Text};
use crate::session::{Book, TextField, session};
use crate::ui::{Choices, Markup, Pick, Shown, each, view};
use crate::words::{Words, words};

/// The id of the first text that can be chosen.
pub(super) const FIRST: &str = "pick-1";
/// The id of the field for another text.
const OWN: &str = "combined-text";
/// The languages of another text.
const OFFERED: [&str; 3] = ["en", "ur", "ur-Latn"];

/// A text that can stand for all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Choice {
    /// Whose it is.
    name: String,
    said: Said,
}

/// The texts of several, one of which stands for all, and a field for another one. Choosing combines at once.
#[component]
pub(in crate::pages) fn Combine(
    items: Vec<ItemId>,
    /// Which recommendation is part of what.
    all: Memo<Arc<Combinations>>,
    /// Single keys decide.
    keys_on: RwSignal<bool>,
    /// What the next digit does.
    answer: Callback<Callback<()>>,
    /// A text was chosen or written: it is to stand for all of them.
    take: Callback<Wording>,
) -> impl IntoView {
    let (words, session) = (words(), session());
    let items = StoredValue::new(items);
    let combination = items.with_value(|items| {
        let all = all.get_untracked();
        session.peek(|book| to_combine(&book.workbook, &all, items).map(combination_of))
    });
    // What was written for the same ones before comes first, then the texts of those that are combined.
    let choices: Vec<Choice> = items.with_value(|items| {
        let all = all.get_untracked();
        untrack(|| session.peek(|book| choices(words, book, &all, items, combination.ok())))
    });
    let count = choices.len();
    let first = choices.first().and_then(|choice| choice.said.lang.clone());
    let lang = RwSignal::new(first.unwrap_or_else(|| String::from("en")));
    let is_own = RwSignal::new(false);
    let wrong = RwSignal::new(None::<CannotCombine>);
    let busy = StoredValue::new(false);
    let accept = move |wording: Wording| {
        session.leave_text();
        let can = items.with_value(|items| {
            let all = all.get_untracked();
            session.peek(|book| to_combine(&book.workbook, &all, items))
        });
        let refused = match can {
            Err(cannot) => Some(cannot),
            Ok(_) => wording
                .text
                .trim()
                .is_empty()
                .then_some(CannotCombine::NoText),
        };
        wrong.set(refused);
        if let Some(cannot) = refused {
            session.say(untrack(|| words.found(cannot.message())));
            focus_soon(if is_own.get_untracked() { OWN } else { FIRST });
        } else if !busy.get_value() {
            busy.set_value(true);
            spawn_local(async move {
                // The state before it can be had again.
                session.remember("combine").await;
                busy.try_set_value(false);
                take.try_run(wording);
            });
        }
    };
    let choose = move |said: &Said| {
        accept(Wording {
            lang: said.lang.clone().unwrap_or_default(),
            text: said.text.clone(),
        });
    };
    let open = move || {
        is_own.set(true);
        focus_soon(OWN);
    };
    let close = move || {
        session.leave_text();
        is_own.set(false);
        focus_soon(pick_id(count));
    };
    let written = move || {
        accept(Wording {
            lang: lang.get_untracked(),
            text: clean_input(&text::nfc(&page::text_in(OWN).unwrap_or_default())),
        });
    };
    let sheets = choices.into_iter().zip(0_usize..).map(|(choice, place)| {
        let (by_key, by_button) = (choice.said.clone(), choice.said.clone());
        answer.run(Callback::new(move |()| choose(&by_key)));
        view! {
            <article>
                <p class="meta"><bdi class="num">{choice.name}</bdi></p>
                <p class="value"><Text said=choice.said/></p>
                <button type="button" class="btn answer" id=pick_id(place) on:click=move |_| choose(&by_button)>
                    {move || words.t("conflicts-use")} <Digit keys_on digit=place.saturating_add(1)/>
                </button>
            </article>
        }
    });
    let sheets: Vec<_> = sheets.collect();
    answer.run(Callback::new(move |()| open()));
    let own_text = move || {
        let combination = combination.ok()?;
        let field = TextField::Wording(lang.get());
        Some(
            view! { <TextBox item=combination field id=OWN.into() lines=true label=words.label("combine-own-text")/> },
        )
    };
    view! {
        <div class="combine">
            <div class="pair">{sheets}</div>
            <button type="button" class="btn answer" id=pick_id(count) aria-expanded=move || is_own.get().to_string()
                on:click=move |_| open()>
                {move || words.t("combine-own")} <Digit keys_on digit=count.saturating_add(1)/>
            </button>
            <Shown when=move || is_own.get()>
                <form class="combine" novalidate on:submit=move |event| { event.prevent_default(); written(); }
                    on:keydown=move |event| {
                        let command = event.ctrl_key() || event.meta_key();
                        match event.key().as_str() {
                            "Escape" if !event.is_composing() => close(),
                            "Enter" if command => written(),
                            _ => {}
                        }
                    }>
                    <Choices legend=words.label("text-language")>
                        {each(|| OFFERED.to_vec(), move |tag: &'static str| {
                            let label = Signal::derive(move || own_name(words, tag));
                            let checked = Signal::derive(move || lang.with(|lang| lang.as_str() == tag));
                            let choose = Callback::new(move |()| lang.set(tag.to_owned()));
                            let name = String::from("combined-language");
                            view! { <Pick name label checked choose/> }
                        })}
                    </Choices>
                    {Markup::live(own_text)}
                    <div class="row answers">
                        <button type="submit" class="btn key" id="combine">{move || words.t("combine-do")}</button>
                        <button type="button" class="btn" id="combine-leave" on:click=move |_| close()>
                            {move || words.t("combine-leave")} " " <kbd aria-hidden="true">"Esc"</kbd>
                        </button>
                    </div>
                </form>
            </Shown>
            <p class="wrong" id="combine-wrong">{move || wrong.get().map(|cannot| words.found(cannot.message()))}</p>
            <p class="hint">{move || words.t("combine-hint")}</p>
        </div>
    }
}

/// The key of a text, where single keys decide.
#[component]
fn Digit(keys_on: RwSignal<bool>, digit: usize) -> impl IntoView {
    view! {
        {move || (keys_on.get() && digit < 10).then(|| view! { " " <kbd aria-hidden="true">{digit.to_string()}</kbd> })}
    }
}

fn pick_id(place: usize) -> String {
    format!("pick-{}", place.saturating_add(1))
}

/// The texts that can stand for all: each once.
fn choices(
    words: Words,
    book: &Book,
    all: &Combinations,
    items: &[ItemId],
    combination: Option<ItemId>,
) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    let mut add = |name: String, said: Said| {
        if !said.text.is_empty() && !choices.iter().any(|choice| choice.said == said) {
            choices.push(Choice { name, said });
        }
    };
    let here = combination.filter(|made| !texts(&book.workbook, *made).is_empty());
    if let Some(made) = here {
        add(
            words.t("combine-before"),
            Card::of(words, book, all, made).text(),
        );
    }
    for item in items {
        let item = all.of_item(*item).unwrap_or(*item);
        let card = Card::of(words, book, all, item);
        add(card.name.clone(), card.text());
    }
    choices
}

/// Combines them; whom and what they all are about is said of the combination too.
pub(in crate::pages) fn write(
    act: &mut Act<'_>,
    book: &Book,
    all: &Combinations,
    items: &[ItemId],
    wording: &Wording,
) {
    let workbook = &book.workbook;
    let Ok(originals) = to_combine(workbook, all, items) else {
        return;
    };
    let combination = combination_of(originals.iter().copied());
    let seen = workbook.reach(combination, &format!("wording/{}", wording.lang));
    if act.combine(workbook, all, items, wording, seen).is_err() {
        return;
    }
    // The text that is chosen now is the original, whatever was written for the same ones before.
    act.set(
        workbook,
        combination,
        "original",
        Value::text(&wording.lang),
    );
    let lasts = items.iter().map(|item| all.of_item(*item).unwrap_or(*item));
    let parts: Vec<ItemId> = originals.iter().copied().chain(lasts).collect();
    for field in ["addressees", "themes"] {
        let terms = parts.iter().flat_map(|part| workbook.entries(*part, field));
        let terms = sorted::set(terms);
        if !terms.is_empty() {
            act.set(workbook, combination, field, Value::set(terms));
        }
    }
    let leads = originals
        .iter()
        .filter_map(|part| Recommendation::read(workbook, *part).lead);
    let leads = sorted::set(leads);
    if let (1, Some(lead)) = (leads.len(), leads.first()) {
        act.set(workbook, combination, "lead", Value::text(lead));
    }
}
