//! Adding a term to the vocabulary: in which list, under which wider term, what it is called.

use std::collections::BTreeMap;

use leptos::prelude::*;
use rapporteur_core::event::addition_value;
use rapporteur_core::item::{Digest, ItemId};
use rapporteur_core::sorted;
use rapporteur_core::text::{clean_input, slug};
use rapporteur_core::vocabulary::{Addition, SchemeId, VocabularyFinding};

use super::terms::{new_id, one_label, scheme_name, wrong_with};
use crate::browser::{page, text};
use crate::session::{Book, session};
use crate::ui::{each, memo, plain_label, view};
use crate::words::{LANGUAGES, Words, words};

/// The longest id of a term.
const MAX_ID: usize = 64;

#[component]
pub(super) fn NewTerm(event: ItemId) -> impl IntoView {
    let (words, session) = (words(), session());
    let scheme = RwSignal::new(SchemeId::Addressees);
    let broader = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<Trouble>);
    let wider = memo(move || {
        let (scheme, lang) = (scheme.get(), words.lang());
        session.read(|book| {
            let terms = book
                .vocabulary
                .terms(scheme)
                .filter(|term| !term.deprecated);
            terms
                .map(|term| (term.id.to_string(), plain_label(term.label(lang))))
                .collect::<Vec<_>>()
        })
    });
    let add = move || {
        let typed = |lang: &str| {
            let typed = page::text_in(&new_id(event, lang)).unwrap_or_default();
            clean_input(&text::nfc(&typed)).trim().to_owned()
        };
        let labels = LANGUAGES
            .iter()
            .map(|language| (language.tag.to_owned(), typed(language.tag)));
        let labels: BTreeMap<String, String> =
            sorted::map(labels.filter(|(_, label)| !label.is_empty()));
        let addition = Addition {
            scheme: scheme.get_untracked().as_str().to_owned(),
            id: id_of(
                labels
                    .get("en")
                    .or_else(|| labels.values().next())
                    .map_or("", String::as_str),
            ),
            labels,
            broader: Some(broader.get_untracked()).filter(|broader| !broader.is_empty()),
        };
        if addition.labels.is_empty() {
            session.say(words.t("event-term-empty"));
            page::focus(&new_id(event, "en"));
            return;
        }
        let wrong = session.peek(|book| {
            known(book, &addition, words.lang())
                .or_else(|| wrong_with(book, &addition).map(Trouble::Found))
        });
        trouble.set(wrong.clone());
        match wrong {
            Some(wrong) => session.say(wrong.said(words)),
            None => {
                let field = format!("term/{}", addition.id);
                session.act("event", |act, book| {
                    act.set(&book.workbook, event, &field, addition_value(&addition))
                });
                for language in LANGUAGES {
                    page::put_text(&new_id(event, language.tag), "");
                }
                let label = one_label(&addition, words.lang());
                session.say(words.with("event-added", &[("entry", label.into())]));
            }
        }
        page::focus(&new_id(event, "en"));
    };
    let error = new_id(event, "error");
    let lines = LANGUAGES.map(|language| {
        let id = new_id(event, language.tag);
        view! {
            <div class="field">
                <label for=id.clone()>{move || words.t(&format!("event-term-{}", language.tag))}</label>
                <input type="text" class="line" id=id maxlength="300" autocomplete="off" spellcheck="false" translate="no" lang=language.tag dir="auto"
                    aria-describedby=error.clone()
                    on:keydown=move |event| if event.key() == "Enter" && !event.is_composing() {
                        event.prevent_default();
                        add();
                    }/>
            </div>
        }
    });
    let (scheme_id, broader_id) = (new_id(event, "scheme"), new_id(event, "broader"));
    view! {
        <fieldset class="new-term">
            <legend>{move || words.t("event-term-new")}</legend>
            <div class="beside">
                <div class="field">
                    <label for=scheme_id.clone()>{move || words.t("event-term-list")}</label>
                    <select class="line" id=scheme_id
                        on:change=move |event| if let Some(chosen) = SchemeId::parse(&event_target_value(&event)) {
                            scheme.set(chosen);
                            broader.set(String::new());
                        }>
                        {SchemeId::ALL.map(|choice| view! {
                            <option value=choice.as_str() selected=move || scheme.get() == choice>
                                {move || scheme_name(words, choice)}
                            </option>
                        })}
                    </select>
                </div>
                <div class="field">
                    <label for=broader_id.clone()>{move || words.t("event-term-broader")}</label>
                    <select class="line" id=broader_id on:change=move |event| broader.set(event_target_value(&event))>
                        <option value="" selected=move || broader.with(String::is_empty)>
                            {move || words.t("event-term-no-broader")}
                        </option>
                        {each(move || wider.get(), move |choice| view! {
                            <option value=choice.0>{choice.1}</option>
                        })}
                    </select>
                </div>
                {lines}
            </div>
            <p class="wrong" id=new_id(event, "error")>{move || trouble.get().map(|wrong| wrong.said(words))}</p>
            <button type="button" class="btn" on:click=move |_| add()>{move || words.t("event-term-add")}</button>
        </fieldset>
    }
}

/// Why a term cannot be added.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Trouble {
    /// The list has a term that people call so.
    Known(String),
    /// The vocabulary would not take it.
    Found(VocabularyFinding),
}

impl Trouble {
    fn said(&self, words: Words) -> String {
        match self {
            Self::Known(label) => words.with("event-term-known", &[("term", label.into())]),
            Self::Found(finding) => words.found(finding.message()),
        }
    }
}

/// The term of the list that has one of these labels already.
fn known(book: &Book, addition: &Addition, lang: &str) -> Option<Trouble> {
    let scheme = SchemeId::parse(&addition.scheme);
    let found = addition
        .labels
        .values()
        .find_map(|label| book.vocabulary.find_by_label(label, scheme))?;
    Some(Trouble::Known(plain_label(found.label(lang))))
}

/// The id of a term, from its label: a name in small letters, or one that follows from a label in another script.
fn id_of(label: &str) -> String {
    let name = slug(label);
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if name.bytes().all(plain) {
        return name
            .chars()
            .take(MAX_ID)
            .collect::<String>()
            .trim_end_matches('-')
            .to_owned();
    }
    let digest = Digest::of(name.as_bytes()).to_string();
    format!("term-{}", digest.chars().take(8).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::id_of;

    #[test]
    fn terms_have_ids_in_small_letters() {
        assert_eq!(
            id_of("Overseas Workers Welfare"),
            "overseas-workers-welfare"
        );
        assert!(id_of("سمندر پار پاکستانی").starts_with("term-"));
        assert_eq!(id_of("سمندر پار پاکستانی"), id_of(" سمندر پار پاكستانی "));
        assert_eq!(id_of(&"a b ".repeat(40)).len(), 63);
        assert_eq!(id_of(""), "");
    }
}
