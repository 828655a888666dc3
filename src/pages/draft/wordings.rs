//! The recommendation's text: the original, and the same in other languages.

use leptos::prelude::*;
use rapporteur_core::command::wording;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::sorted;
use rapporteur_core::text::{Direction, direction_of, guess_lang, words as count_words};
use rapporteur_core::value::Value;

use super::desk::{Desk, TEXT, desk, focus_soon};
use super::editor::Clash;
use super::rest;
use super::text::{TextBox, own_name};
use crate::browser::page;
use crate::pages::naming::language_name;
use crate::session::TextField;
use crate::ui::{Pick, Shown, each, effect, memo, view};

/// The languages that are offered.
const OFFERED: [&str; 3] = ["en", "ur", "ur-Latn"];
/// Letters before a guess at the language is worth anything, in bytes.
const ENOUGH: usize = 12;
/// More words than this may be two recommendations.
const LONG: usize = 45;

#[component]
pub(super) fn Wordings(item: Memo<ItemId>, rec: Memo<Recommendation>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let original = memo(move || match rec.with(|rec| rec.original.clone()) {
        held if held.is_empty() => desk.lang.get(),
        held => held,
    });
    let text = RwSignal::new(String::new());
    let typed = Callback::new(move |typed| text.set(typed));
    let added = RwSignal::new(Vec::<String>::new());
    // A language that was asked for and not written in is of one recommendation.
    effect(move || {
        item.with(|_| ());
        added.set(Vec::new());
    });
    let others = memo(move || {
        let original = original.get();
        let mut others: Vec<String> = rec.with(|rec| rec.wordings.keys().cloned().collect());
        others.extend(added.get());
        others.retain(|lang| *lang != original);
        sorted::sort(&mut others);
        others.dedup();
        others
    });
    let offered = move || -> Vec<String> {
        let (original, others) = (original.get(), others.get());
        let whole = rec.with(|rec| !rec.wordings.is_empty());
        let free = OFFERED
            .into_iter()
            .filter(|lang| *lang != original && !others.iter().any(|held| held == lang));
        // Roman Urdu is a way of typing; nobody translates into it.
        free.filter(|lang| whole && *lang != "ur-Latn")
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let count = memo(move || text.with(|text| count_words(text)));
    let hint = move || {
        let count = count.get();
        let key = if count > LONG {
            "text-long"
        } else {
            "text-words"
        };
        words.with(key, &[("count", count.into())])
    };
    view! {
        <div class="text-head">
            <label for=TEXT id=format!("{TEXT}-label")>{move || words.t("text")}</label>
            <LanguageChoice item rec original/>
        </div>
        {move || {
            let (item, field) = (item.get(), TextField::Wording(original.get()));
            effect(move || {
                if desk.takes_focus() {
                    page::focus(TEXT);
                }
            });
            view! { <TextBox item field id=TEXT.into() lines=true typed/> }
        }}
        {move || original.with(|lang| rest::typing_in(lang, TEXT))}
        <Offer item original text/>
        <p class="hint">{hint}</p>
        <Clash rec field="wording"/>
        <Clash rec field="original"/>
        {each(move || others.get(), move |lang| view! { <Other item rec lang original/> })}
        <p class="more-languages">
            {each(offered, move |lang: String| { let tag = lang.clone(); view! {
                <button type="button" class="btn plain" on:click=move |_| {
                    added.update(|added| added.push(tag.clone()));
                    focus_soon(format!("{TEXT}-{tag}"));
                }>
                    {move || words.with("text-add", &[("lang", language_name(words, &lang).into())])}
                </button>
            }})}
        </p>
    }
}

/// The language the text is written in.
#[component]
fn LanguageChoice(
    item: Memo<ItemId>,
    rec: Memo<Recommendation>,
    original: Memo<String>,
) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    // A language in which there is a text already is no choice for this one.
    let choices = memo(move || {
        let held = original.get();
        let mut choices: Vec<String> = OFFERED.map(str::to_owned).to_vec();
        rec.with(|rec| choices.retain(|lang| *lang == held || !rec.wordings.contains_key(lang)));
        if !choices.contains(&held) {
            choices.push(held);
        }
        choices
    });
    view! {
        <fieldset class="languages">
            <legend class="unseen">{move || desk.words.t("text-language")}</legend>
            {each(move || choices.get(), move |lang: String| {
                let (label, held) = (lang.clone(), lang.clone());
                let label = Signal::derive(move || own_name(words, &label));
                let checked = Signal::derive(move || original.with(|original| *original == held));
                let name = String::from("text-language");
                let shown = ["en", "ur"].into_iter().find(|tag| *tag == lang);
                let choose = Callback::new(move |()| write_in(desk, item.get_untracked(), original, &lang));
                match shown {
                    Some(lang) => view! { <Pick name label checked choose lang/> },
                    None => view! { <Pick name label checked choose/> },
                }
            })}
        </fieldset>
    }
}

/// The text as it stands is in this language.
fn write_in(desk: Desk, item: ItemId, original: Memo<String>, lang: &str) {
    let from = original.get_untracked();
    desk.session.leave_text();
    desk.lang.set(lang.to_owned());
    let text = desk.session.peek(|book| {
        Recommendation::read(&book.workbook, item)
            .wordings
            .remove(&from)
            .filter(|_| from != lang)
    });
    if let Some(text) = text {
        rewrite_in(desk, item, &from, lang, &text);
    }
}

/// A text that is left in the other script than its language has is of the language that has it: nobody under pressure
/// looks at the offer. Only a text that stands alone, and the language for the next one stays.
pub(super) fn settle_script(desk: Desk, item: ItemId) {
    let rec = desk
        .session
        .peek(|book| Recommendation::read(&book.workbook, item));
    let Some((from, text)) = rec.original_text().filter(|_| rec.wordings.len() == 1) else {
        return;
    };
    let rtl = direction_of(from) == Direction::Rtl;
    let to = match (guess_lang(text), rtl) {
        (Some("ur"), false) => "ur",
        (Some("en"), true) => "en",
        _ => return,
    };
    let (from, text) = (from.to_owned(), text.to_owned());
    rewrite_in(desk, item, &from, to, &text);
    let named = [("lang", own_name(desk.words, to).into())];
    desk.session.say(desk.words.with("text-taken-as", &named));
}

fn rewrite_in(desk: Desk, item: ItemId, from: &str, lang: &str, text: &str) {
    desk.act(item, |act, book| {
        let mut set = |field: &str, value| act.set(&book.workbook, item, field, value);
        set(&format!("wording/{lang}"), wording(lang, text));
        set(&format!("wording/{from}"), Value::None);
        set("original", Value::text(lang));
    });
}

/// The text looks like another language: one click says so.
#[component]
fn Offer(item: Memo<ItemId>, original: Memo<String>, text: RwSignal<String>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let offers = memo(move || {
        let rtl = direction_of(&original.get()) == Direction::Rtl;
        let guess = text.with(|text| (text.len() >= ENOUGH).then(|| guess_lang(text)).flatten());
        match (guess, rtl) {
            (Some("ur"), false) => vec![String::from("ur")],
            (Some("en"), true) => vec![String::from("en"), String::from("ur-Latn")],
            _ => vec![],
        }
    });
    view! {
        <Shown when=move || offers.with(|offers| !offers.is_empty())>
            <p class="note">
                {move || desk.words.t("text-guess")}
                {each(move || offers.get(), move |lang: String| {
                    let tag = lang.clone();
                    view! {
                        " "
                        <button type="button" class="btn" on:click=move |_| {
                            write_in(desk, item.get_untracked(), original, &tag);
                            focus_soon(TEXT);
                        }>
                            {move || own_name(words, &lang)}
                        </button>
                    }
                })}
            </p>
        </Shown>
    }
}

/// The same in another language.
#[component]
fn Other(
    item: Memo<ItemId>,
    rec: Memo<Recommendation>,
    lang: String,
    original: Memo<String>,
) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let tag = StoredValue::new(lang.clone());
    let behind = memo(move || rec.with(|rec| tag.with_value(|tag| rec.out_of_date.contains(tag))));
    let label = Signal::derive(move || {
        let name = tag.with_value(|tag| language_name(words, tag));
        words.with("text-same-in", &[("lang", name.into())])
    });
    let same = move |_| {
        let item = item.get_untracked();
        desk.act(item, |act, book| {
            tag.with_value(|tag| act.confirm_twin(&book.workbook, item, tag))
        });
    };
    view! {
        {move || view! {
            <TextBox item=item.get() field=TextField::Wording(lang.clone()) id=format!("{TEXT}-{lang}") label lines=true/>
            {rest::typing_in(&lang, &format!("{TEXT}-{lang}"))}
        }}
        <Shown when=move || behind.get()>
            <p class="note">
                {move || words.with("text-behind", &[("lang", language_name(words, &original.get()).into())])} " "
                <button type="button" class="btn" on:click=same>{move || words.t("text-says-same")}</button>
            </p>
        </Shown>
    }
}
