//! One text for several: one of theirs, or another. The originals stay, and point to it.

use leptos::prelude::*;
use rapporteur_core::combination::{Combinations, combination_of};
use rapporteur_core::command::{Act, CannotCombine, to_combine};
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::{Recommendation, Wording, texts};
use rapporteur_core::sorted;
use rapporteur_core::text::clean_input;
use rapporteur_core::value::Value;

use super::card::Card;
use super::state::{Desk, TITLE, focus_soon};
use crate::browser::{page, text};
use crate::pages::draft::text::{TextBox, own_name};
use crate::pages::naming::{Said, Text};
use crate::session::{Book, TextField};
use crate::ui::{Choices, Pick, Shown, each, memo, view};

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

#[component]
pub(super) fn Combine(desk: Desk, items: Vec<ItemId>) -> impl IntoView {
    let (words, session) = (desk.words, desk.session);
    desk.forget_answers();
    let items = StoredValue::new(items);
    let combination = items.with_value(|items| {
        let all = desk.all.get_untracked();
        session.peek(|book| to_combine(&book.workbook, &all, items).map(combination_of))
    });
    // What was written for the same ones before comes first, then the texts of those that are combined.
    let choices: Vec<Choice> = items.with_value(|items| {
        let all = desk.all.get_untracked();
        untrack(|| session.peek(|book| choices(desk, book, &all, items, combination.ok())))
    });
    let count = choices.len();
    let choices = StoredValue::new(choices);
    // The first text, unless somebody chooses; the one after the last is another one.
    let picked = RwSignal::new(0_usize);
    let wrong = RwSignal::new(None::<CannotCombine>);
    let first =
        choices.with_value(|choices| choices.first().and_then(|choice| choice.said.lang.clone()));
    let lang = RwSignal::new(first.unwrap_or_else(|| String::from("en")));
    let is_own = memo(move || picked.get() == count);
    for place in 0..=count {
        desk.answer(move || {
            picked.set(place);
            focus_soon(&if place == count {
                String::from(OWN)
            } else {
                pick_id(place)
            });
        });
    }
    let accept = move || {
        let wording = if is_own.get_untracked() {
            let typed = page::text_in(OWN).unwrap_or_default();
            Wording {
                lang: lang.get_untracked(),
                text: clean_input(&text::nfc(&typed)),
            }
        } else {
            let said = choices.with_value(|choices| {
                let choice = choices.get(picked.get_untracked());
                choice.map(|choice| choice.said.clone())
            });
            let said = said.unwrap_or(Said {
                text: String::new(),
                lang: None,
                written: true,
            });
            Wording {
                lang: said.lang.unwrap_or_default(),
                text: said.text,
            }
        };
        session.leave_text();
        let items = items.get_value();
        let mut refused = None;
        let all = desk.all.get_untracked();
        let can = session.peek(|book| to_combine(&book.workbook, &all, &items));
        if let Err(cannot) = can {
            refused = Some(cannot);
        } else if wording.text.trim().is_empty() {
            refused = Some(CannotCombine::NoText);
        }
        wrong.set(refused);
        if let Some(cannot) = refused {
            session.say(untrack(|| words.found(cannot.message())));
            focus_soon(if is_own.get_untracked() { OWN } else { FIRST });
            return;
        }
        let said = untrack(|| words.with("desk-said-combined", &[("count", items.len().into())]));
        desk.decide("combine", &said, |act, book, all| {
            write(act, book, all, &items, &wording)
        });
    };
    let leave = move || {
        session.leave_text();
        desk.combining.set(None);
        session.say(untrack(|| words.t("combine-left")));
        focus_soon(TITLE);
    };
    let own_text = move || {
        let combination = combination.ok()?;
        is_own.get().then(|| {
            let field = TextField::Wording(lang.get());
            view! { <TextBox item=combination field id=OWN.into() lines=true label=words.label("combine-own-text")/> }
        })
    };
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{move || words.t("combine-title")}</h2>
            <form class="combine" novalidate on:submit=move |event| { event.prevent_default(); accept(); }
                on:keydown=move |event| {
                    let command = event.ctrl_key() || event.meta_key();
                    match event.key().as_str() {
                        "Escape" if !event.is_composing() => leave(),
                        "Enter" if command => accept(),
                        _ => {}
                    }
                }>
                <fieldset class="picks">
                    <legend class="unseen">{move || words.t("combine-title")}</legend>
                    {choices.with_value(|choices| choices.iter().cloned().zip(0_usize..).map(|(choice, place)| view! {
                        <label class="pick-text">
                            <input type="radio" name="combined-pick" id=pick_id(place)
                                prop:checked=move || picked.get() == place on:change=move |_| picked.set(place)/>
                            <span>
                                <span class="meta"><bdi class="num">{choice.name}</bdi> <Digit desk digit=place.saturating_add(1)/></span>
                                <Text said=choice.said/>
                            </span>
                        </label>
                    }).collect::<Vec<_>>())}
                    <label class="pick-text">
                        <input type="radio" name="combined-pick" id=pick_id(count)
                            prop:checked=move || is_own.get() on:change=move |_| picked.set(count)/>
                        <span><span class="meta">{move || words.t("combine-own")} <Digit desk digit=count.saturating_add(1)/></span></span>
                    </label>
                </fieldset>
                <Shown when=move || is_own.get()>
                    <Choices legend=words.label("text-language")>
                        {each(|| OFFERED.to_vec(), move |tag: &'static str| {
                            let label = Signal::derive(move || own_name(words, tag));
                            let checked = Signal::derive(move || lang.with(|lang| lang.as_str() == tag));
                            let choose = Callback::new(move |()| lang.set(tag.to_owned()));
                            let name = String::from("combined-language");
                            view! { <Pick name label checked choose/> }
                        })}
                    </Choices>
                </Shown>
                {own_text}
                <p class="wrong" id="combine-wrong">{move || wrong.get().map(|cannot| words.found(cannot.message()))}</p>
                <p class="hint">{move || words.t("combine-hint")}</p>
                <div class="row answers">
                    <button type="submit" class="btn key" id="combine">{move || words.t("combine-do")} " " <kbd aria-hidden="true">"Enter"</kbd></button>
                    <button type="button" class="btn" id="combine-leave" on:click=move |_| leave()>
                        {move || words.t("combine-leave")} " " <kbd aria-hidden="true">"Esc"</kbd>
                    </button>
                </div>
            </form>
        </section>
    }
}

/// The key of a text, where single keys decide.
#[component]
fn Digit(desk: Desk, digit: usize) -> impl IntoView {
    view! {
        {move || (desk.keys_on.get() && digit < 10).then(|| view! { " " <kbd aria-hidden="true">{digit.to_string()}</kbd> })}
    }
}

fn pick_id(place: usize) -> String {
    format!("pick-{}", place.saturating_add(1))
}

/// The texts that can stand for all: each once.
fn choices(
    desk: Desk,
    book: &Book,
    all: &Combinations,
    items: &[ItemId],
    combination: Option<ItemId>,
) -> Vec<Choice> {
    let words = desk.words;
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
fn write(act: &mut Act<'_>, book: &Book, all: &Combinations, items: &[ItemId], wording: &Wording) {
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
