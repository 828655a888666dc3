//! Texts in another language: one that is missing, and one that was not held against the original as it is now.

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::texts;

use super::alike::AnswerButton;
use super::card::{Card, CardView};
use super::state::{Desk, TITLE, focus_soon};
use crate::browser::page;
use crate::pages::draft::text::TextBox;
use crate::pages::naming::{Said, Text, language_name};
use crate::session::TextField;
use crate::ui::view;

/// The id of the field for the text.
const TEXT: &str = "wanted-text";

/// A text that is missing: it is written here, or taken from one of the originals.
#[component]
pub(super) fn Missing(desk: Desk, item: ItemId, lang: String) -> impl IntoView {
    let (words, session) = (desk.words, desk.session);
    let all = desk.all.get_untracked();
    let card = untrack(|| session.peek(|book| Card::of(words, book, &all, item)));
    let lang = StoredValue::new(lang);
    // A combined text has originals that may say it in this language already.
    let held: Vec<(String, String)> = untrack(|| {
        session.peek(|book| {
            let originals = all.members(item).iter().copied();
            let held = originals.filter_map(|original| {
                let text = lang.with_value(|lang| texts(&book.workbook, original).remove(lang))?;
                Some((book.register.number(original), text))
            });
            held.collect()
        })
    });
    let take = move |text: String| {
        let name = lang.with_value(|lang| untrack(|| language_name(words, lang)));
        let said = untrack(|| words.with("desk-said-written", &[("lang", name.into())]));
        desk.decide("typed", &said, |act, book, _| {
            lang.with_value(|lang| {
                let seen = book.workbook.reach(item, &format!("wording/{lang}"));
                act.word(&book.workbook, item, lang, &text, seen);
            });
        });
    };
    let offers = held.into_iter().map(|(number, text)| {
        let by_key = text.clone();
        let digit = desk.answer(move || take(by_key.clone()));
        let said = Said {
            text: text.clone(),
            lang: Some(lang.get_value()),
            written: true,
        };
        view! {
            <article>
                <p class="meta"><bdi class="num">{number}</bdi></p>
                <p class="value"><Text said/></p>
                <button type="button" class="btn" on:click=move |_| take(text.clone())>
                    {words.t("conflicts-use")} " " <kbd aria-hidden="true">{digit.to_string()}</kbd>
                </button>
            </article>
        }
    });
    let offers: Vec<_> = offers.collect();
    let label = Signal::derive(move || {
        let name = lang.with_value(|lang| language_name(words, lang));
        words.with("desk-missing-text", &[("lang", name.into())])
    });
    // Leaving the field is enough; the button is for those who look for one.
    let keep = move |_| {
        let empty = page::text_in(TEXT).is_none_or(|text| text.trim().is_empty());
        session.leave_text();
        if empty {
            session.say(untrack(|| words.t("conflicts-empty")));
            page::focus(TEXT);
        } else {
            focus_soon(TITLE);
        }
    };
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{move || words.t("queue-missing")}</h2>
            <div class="pair"><article><CardView words card/></article> {offers}</div>
            <TextBox item field=TextField::Wording(lang.get_value()) id=TEXT.into() lines=true label/>
            <div class="row answers">
                <button type="button" class="btn key" id="keep-text" on:click=keep>{move || words.t("desk-keep-text")}</button>
                <AnswerButton desk key="H" label="desk-later" id="answer-later" act=Callback::new(move |()| desk.put_off())/>
            </div>
        </section>
    }
}

/// Two texts of one recommendation: do they say the same?
#[component]
pub(super) fn OutOfDate(desk: Desk, item: ItemId, lang: String) -> impl IntoView {
    let (words, session) = (desk.words, desk.session);
    let all = desk.all.get_untracked();
    let card = untrack(|| session.peek(|book| Card::of(words, book, &all, item)));
    let name = card.name.clone();
    let original = card.text();
    let lang = StoredValue::new(lang);
    let same = move || {
        session.leave_text();
        let said = untrack(|| words.t("desk-said-compared"));
        desk.decide("typed", &said, |act, book, _| {
            lang.with_value(|lang| act.confirm_twin(&book.workbook, item, lang));
        });
    };
    desk.answer(same);
    let label = Signal::derive(move || {
        let name = lang.with_value(|lang| language_name(words, lang));
        words.with("desk-other-text", &[("lang", name.into())])
    });
    view! {
        <section class="need" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{move || words.t("queue-out-of-date")}</h2>
            <div class="pair"><article>
                <p class="meta"><bdi class="num">{name}</bdi> <span>{move || words.t("desk-original")}</span></p>
                <p class="value"><Text said=original/></p>
            </article></div>
            <TextBox item field=TextField::Wording(lang.get_value()) id=TEXT.into() lines=true label/>
            <div class="row answers">
                <AnswerButton desk key="1" label="desk-says-same" id="answer-same" act=Callback::new(move |()| same())/>
                <AnswerButton desk key="H" label="desk-later" id="answer-later" act=Callback::new(move |()| desk.put_off())/>
            </div>
        </section>
    }
}
