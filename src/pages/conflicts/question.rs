//! One field, its values side by side with who wrote them and when, and the ways to decide.

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::command::wording;
use rapporteur_core::event::{Group, pointer};
use rapporteur_core::field::{Field, Shape, rule_of};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::recommendation::{Recommendation, judged_wording};
use rapporteur_core::sorted;
use rapporteur_core::text::{Difference, clean_input, difference, direction_of};
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Current;

use super::{Open, focus_soon};
use crate::app::navigation;
use crate::browser::{clock, page, text};
use crate::pages::naming::{Said, Text, field_name, group_name, item_name, said};
use crate::route::Route;
use crate::session::{Book, TextField, session};
use crate::ui::{Disclosure, MOST_LETTERS, Shown, all, effect, is_full, memo, view};
use crate::words::{Words, words};

/// One of the values.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sheet {
    value: Value,
    said: Said,
    /// The text in pieces, where somebody wrote it: those that the other one does not say are marked.
    pieces: Vec<(String, bool)>,
    /// Who wrote it: a group's session, and when.
    by: Vec<String>,
}

#[component]
pub(crate) fn Question(
    asked: Open,
    /// A value was chosen or written.
    decide: Callback<Value>,
    /// Digits choose here, and are shown.
    #[prop(optional)]
    numbered: bool,
) -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let item = asked.item;
    let heading = asked.id();
    let asked = StoredValue::new(asked);
    let sheets = memo(move || {
        session.read(|book| asked.with_value(|asked| sheets(words, book, asked.item, &asked.field)))
    });
    let name = memo(move || {
        session.read(|book| {
            let field = asked.with_value(|asked| field_name(words, item.kind, &asked.field));
            words.with(
                "conflicts-field",
                &[
                    ("item", item_name(words, book, item).into()),
                    ("field", field.into()),
                ],
            )
        })
    });
    // The wording beside which a question about something else is understood.
    let about = memo(move || {
        let is_text = asked.with_value(|asked| asked.field.starts_with("wording/"));
        let wanted = [Kind::REC, Kind::COMBINATION].contains(&item.kind) && !is_text;
        wanted
            .then(|| session.read(|book| original(book, item)))
            .flatten()
    });
    let draft = move || {
        let book = navigation.book();
        Route::Draft {
            book,
            group: None,
            rec: Some(item),
        }
        .address()
    };
    let writable = asked.with_value(|asked| {
        Field::new(&asked.field)
            .and_then(|field| rule_of(asked.item.kind, &field))
            .is_some_and(|rule| {
                rule.shape == Shape::Wording
                    || (rule.shape == Shape::Text && !["form", "original"].contains(&rule.name))
            })
    });
    view! {
        <section class="question" aria-labelledby=heading.clone()>
            <h2 id=heading.clone() tabindex="-1">{move || name.get()}</h2>
            {move || about.get().map(|said| view! { <p class="about"><Text said/></p> })}
            <div class="pair">
                {all(move || sheets.get().into_iter().zip(1_usize..).collect(), move |(sheet, place)| view! {
                    {
                        let (value, spoken, none) = (sheet.value.clone(), sheet.said.text.clone(), sheet.value.is_none());
                        let key = (numbered && place < 10).then(|| view! { <kbd aria-hidden="true">{place.to_string()}</kbd> });
                        let by = sheet.by.into_iter().map(|by| view! { <span class="hint">{by}</span> });
                        view! {
                            <article>
                                {by.collect::<Vec<_>>()}
                                <p class="value" class:nothing=none><Compared said=sheet.said pieces=sheet.pieces/></p>
                                <button type="button" class="btn key" on:click=move |_| decide.run(value.clone())>
                                    {move || words.t("conflicts-choose")} " " {key}
                                    <span class="unseen">" "<bdi translate="no">{spoken}</bdi></span>
                                </button>
                            </article>
                        }
                    }
                })}
            </div>
            {writable.then(|| view! { <Another asked sheets decide/> })}
            <Shown when=move || item.kind == Kind::REC>
                <p><a href=draft>{move || words.t("conflicts-open")}</a></p>
            </Shown>
        </section>
    }
}

/// A value, and of a text what the other one does not say.
#[component]
fn Compared(said: Said, pieces: Vec<(String, bool)>) -> impl IntoView {
    if pieces.is_empty() {
        return view! { <Text said/> };
    }
    let dir = said
        .lang
        .as_deref()
        .map_or("auto", |lang| direction_of(lang).as_str());
    let pieces = pieces.into_iter().map(|(text, differs)| match differs {
        true => view! { <mark>{text}</mark> },
        false => view! { {text} },
    });
    view! { <span class="words" translate="no" lang=said.lang dir=dir>{pieces.collect::<Vec<_>>()}</span> }
}

/// A text that is neither of them. What is typed is pending as in any field of texts, so it outlives the tab; it is not
/// decided by leaving the field alone, so that whoever writes can go back to the two.
#[component]
fn Another(
    asked: StoredValue<Open>,
    sheets: Memo<Vec<Sheet>>,
    decide: Callback<Value>,
) -> impl IntoView {
    let (words, session) = (words(), session());
    let open = RwSignal::new(false);
    let id = StoredValue::new(format!("{}-another", asked.with_value(Open::id)));
    let item = asked.with_value(|asked| asked.item);
    let lang =
        sheets.with_untracked(|sheets| sheets.iter().find_map(|sheet| sheet.said.lang.clone()));
    // Shared, not owned by the view: where it goes with its question, what was typed becomes an act after the view is gone.
    let field = Arc::new(asked.with_value(|asked| text_field(asked, lang)));
    let lang = match &*field {
        TextField::Wording(lang) | TextField::Amendment(lang) | TextField::InLanguage(_, lang) => {
            Some(lang.clone())
        }
        TextField::Plain(_) => None,
    };
    let dir = lang
        .as_deref()
        .map_or("auto", |lang| direction_of(lang).as_str());
    // Begins with one of the two, and with the focus in it.
    let first = {
        let field = Arc::clone(&field);
        move || {
            let held = |book: &Book| field.text_in(book.workbook.value(item, &field.name()));
            let typed = session.typed_text(item, &field);
            typed.unwrap_or_else(|| session.peek(held))
        }
    };
    let opened = Arc::clone(&field);
    effect(move || {
        if open.get() {
            if !session.is_open(item, &opened) {
                session.open_text(item, (*opened).clone());
            }
            focus_soon(id.get_value());
        }
    });
    let typed = {
        let field = Arc::clone(&field);
        Callback::new(move |text: String| {
            session.type_text(item, &field, &text);
            if is_full(&text) {
                session.say(words.t("text-full"));
            }
        })
    };
    let use_it = {
        let field = Arc::clone(&field);
        Callback::new(move |()| {
            let typed = id.with_value(|id| page::text_in(id)).unwrap_or_default();
            let text = clean_input(&text::nfc(&typed));
            if text.trim().is_empty() {
                session.say(words.t("conflicts-empty"));
                id.with_value(|id| page::focus(id));
                return;
            }
            // What was typed decides as it is left; a text that was left as it stood there is no act of its own.
            session.leave_text();
            let is_open = session.peek(|book| {
                let now = book.workbook.current(item, &field.name());
                matches!(now, Current::Conflict(_))
            });
            if !is_open {
                return;
            }
            decide.run(match &*field {
                TextField::Plain(_) => Value::text(&text),
                TextField::Wording(lang)
                | TextField::Amendment(lang)
                | TextField::InLanguage(_, lang) => wording(lang, &text),
            });
        })
    };
    on_cleanup(move || {
        if session.is_open(item, &field) {
            session.close_text();
        }
    });
    view! {
        <Disclosure label=Signal::derive(move || words.t("conflicts-another")) open>
            <div class="field">
                <label for=id.get_value()>{move || words.t("conflicts-another-text")}</label>
                <textarea class="writing" id=id.get_value() rows="3" maxlength=MOST_LETTERS lang=lang.clone() dir=dir spellcheck="false"
                    autocomplete="off" translate="no" prop:value=first() on:input=move |event| typed.run(event_target_value(&event))></textarea>
            </div>
            <button type="button" class="btn key" on:click=move |_| use_it.run(())>{move || words.t("conflicts-use")}</button>
        </Disclosure>
    }
}

/// What a text typed in answer to a question is of: its language is that of the field, or else of what is there.
fn text_field(asked: &Open, lang: Option<String>) -> TextField {
    let shape = Field::new(&asked.field)
        .and_then(|field| rule_of(asked.item.kind, &field))
        .map(|rule| rule.shape);
    match (shape, asked.field.split_once('/')) {
        (Some(Shape::Wording), Some(("wording", lang))) => TextField::Wording(lang.to_owned()),
        (Some(Shape::Wording), _) => {
            let lang = lang.unwrap_or_else(|| String::from("en"));
            TextField::InLanguage(asked.field.clone(), lang)
        }
        _ => TextField::Plain(asked.field.clone()),
    }
}

fn original(book: &Book, item: ItemId) -> Option<Said> {
    let rec = Recommendation::read(&book.workbook, item);
    let (lang, text) = rec.original_text()?;
    Some(Said {
        text: text.to_owned(),
        lang: Some(lang.to_owned()),
        written: true,
    })
}

fn sheets(words: Words, book: &Book, item: ItemId, field: &str) -> Vec<Sheet> {
    let Current::Conflict(values) = book.workbook.current(item, field) else {
        return Vec::new();
    };
    let heads = book
        .workbook
        .history(item, field)
        .map(|history| history.heads())
        .unwrap_or_default();
    let sheet = |value: &Value| {
        let by = heads
            .iter()
            .filter(|head| head.value.values().contains(value))
            .map(|head| {
                let group = pointer(&book.workbook, head.id.session.item(), "group");
                let group = group.map(|group| {
                    group_name(book, &Group::read(&book.workbook, group), words.lang())
                });
                let who = group
                    .filter(|name| !name.is_empty())
                    .unwrap_or_else(|| words.t("conflicts-no-group"));
                match head.at {
                    Some(at) => words.with(
                        "conflicts-by",
                        &[
                            ("who", who.into()),
                            ("when", words.figures(clock::day_and_minute(at)).into()),
                        ],
                    ),
                    None => who,
                }
            });
        let mut by: Vec<String> = by.collect();
        sorted::sort(&mut by);
        by.dedup();
        // Two that say the same may have been said of different texts.
        if value
            .get("of")
            .is_some_and(|of| of.as_text() != Some(&judged_wording(&book.workbook, item)))
        {
            by.push(words.t("value-on-earlier"));
        }
        Sheet {
            said: said(words, book, item.kind, field, value),
            value: value.clone(),
            pieces: Vec::new(),
            by,
        }
    };
    let mut sheets: Vec<Sheet> = values.into_iter().map(sheet).collect();
    compare(&mut sheets);
    sheets
}

/// Marks in each text what another one does not say: the first is held against the second, the others against the first.
fn compare(sheets: &mut [Sheet]) {
    let texts: Vec<String> = sheets
        .iter()
        .filter(|sheet| sheet.said.written)
        .map(|sheet| sheet.said.text.clone())
        .collect();
    let mut written = sheets.iter_mut().filter(|sheet| sheet.said.written);
    let others = texts
        .get(1)
        .into_iter()
        .chain(std::iter::repeat(&texts).flat_map(|texts| texts.first()));
    for (text, other) in texts.iter().zip(others) {
        // As if the other one were the earlier: what was added is what this one says alone.
        let stretches = difference(other, text).into_iter();
        if let Some(sheet) = written.next() {
            let pieces = stretches.filter_map(|stretch| match stretch {
                Difference::Same(text) => Some((text, false)),
                Difference::Added(text) => Some((text, true)),
                Difference::Removed(_) => None,
            });
            sheet.pieces = pieces.collect();
        }
    }
}
