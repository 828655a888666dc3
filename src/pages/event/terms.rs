//! The terms an event adds to the vocabulary, list by list, and what is wrong with some.

use leptos::prelude::*;
use rapporteur_core::event::{addition_of, addition_value, events};
use rapporteur_core::item::{Digest, ItemId};
use rapporteur_core::text::{clean_input, slug};
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::{Addition, SchemeId, Vocabulary, VocabularyFinding};
use rapporteur_core::workbook::Item;

use super::focus_soon;
use crate::browser::{page, text};
use crate::session::{Book, session};
use crate::ui::plain_label;
use crate::words::{LANGUAGES, Words, words};

/// The longest id of a term.
const MAX_ID: usize = 64;

#[component]
pub(super) fn Terms(event: ItemId) -> impl IntoView {
    let (words, session) = (words(), session());
    let added = Memo::new(move |_| session.read(|book| additions(book, event)));
    let schemes = Memo::new(move |_| {
        added.with(|added| {
            let used = |scheme: &SchemeId| added.iter().any(|term| term.scheme == scheme.as_str());
            SchemeId::ALL.into_iter().filter(used).collect::<Vec<_>>()
        })
    });
    // A term of an unknown list is shown with the others all the same.
    let stray = Memo::new(move |_| {
        added.with(|added| added.iter().filter(|term| SchemeId::parse(&term.scheme).is_none()).cloned().collect::<Vec<_>>())
    });
    let findings = Memo::new(move |_| session.read(wrong));
    let of_scheme = move |scheme: SchemeId| {
        let of = move |added: &Vec<Addition>| {
            added.iter().filter(|term| term.scheme == scheme.as_str()).cloned().collect::<Vec<_>>()
        };
        move || added.with(of)
    };
    view! {
        <section class="event-terms">
            <h3>{move || words.t("event-terms")}</h3>
            <p class="hint">{move || words.t("event-terms-hint")}</p>
            <Show when=move || findings.with(|found| !found.is_empty())>
                <ul class="coming" role="list">
                    <For each=move || findings.get() key=|found| format!("{found:?}") let:found>
                        <li class="ask">{move || words.found(found.message())}</li>
                    </For>
                </ul>
            </Show>
            <For each=move || schemes.get() key=|scheme| *scheme let:scheme>
                <h4>{move || scheme_name(words, scheme)}</h4>
                <TermList event terms=Signal::derive(of_scheme(scheme))/>
            </For>
            <TermList event terms=Signal::derive(move || stray.get())/>
            <NewTerm event/>
        </section>
    }
}

#[component]
fn TermList(event: ItemId, terms: Signal<Vec<Addition>>) -> impl IntoView {
    let (words, session) = (words(), session());
    let remove = move |term: Addition| {
        let field = format!("term/{}", term.id);
        session.act("event", |act, book| act.set(&book.workbook, event, &field, Value::None));
        session.say(words.with("event-removed", &[("entry", one_label(&term, words.lang()).into())]));
        focus_soon(new_id(event, "en"));
    };
    view! {
        <ul class="entries terms-of" role="list">
            <For each=move || terms.get() key=|term| format!("{term:?}") let:term>
                {
                    let labels: Vec<_> = LANGUAGES
                        .iter()
                        .filter_map(|language| Some((language.tag, term.labels.get(language.tag)?.clone())))
                        .map(|(tag, label)| view! { <bdi lang=tag>{label}</bdi> })
                        .collect();
                    let broader = term.broader.clone();
                    let (named, removed) = (term.clone(), term.clone());
                    view! {
                        <li>
                            <span class="labels">{labels}</span>
                            {broader.map(|broader| view! {
                                <span class="hint">{move || {
                                    let lang = words.lang();
                                    let label = session.read(|book| book.vocabulary.label(&broader, lang).to_owned());
                                    words.with("event-term-within", &[("term", plain_label(&label).into())])
                                }}</span>
                            })}
                            <button type="button" class="btn plain" on:click=move |_| remove(removed.clone())>
                                {move || words.t("event-remove")}
                                <span class="unseen">" "<bdi>{move || one_label(&named, words.lang())}</bdi></span>
                            </button>
                        </li>
                    }
                }
            </For>
        </ul>
    }
}

#[component]
fn NewTerm(event: ItemId) -> impl IntoView {
    let (words, session) = (words(), session());
    let scheme = RwSignal::new(SchemeId::Addressees);
    let broader = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<VocabularyFinding>);
    let wider = Memo::new(move |_| {
        let (scheme, lang) = (scheme.get(), words.lang());
        session.read(|book| {
            let terms = book.vocabulary.terms(scheme).filter(|term| !term.deprecated);
            terms.map(|term| (term.id.to_string(), plain_label(term.label(lang)))).collect::<Vec<_>>()
        })
    });
    let add = move || {
        let typed = |lang: &str| {
            let typed = page::text_in(&new_id(event, lang)).unwrap_or_default();
            clean_input(&text::nfc(&typed)).trim().to_owned()
        };
        let labels = LANGUAGES.iter().map(|language| (language.tag.to_owned(), typed(language.tag)));
        let labels: std::collections::BTreeMap<String, String> = labels.filter(|(_, label)| !label.is_empty()).collect();
        let addition = Addition {
            scheme: scheme.get_untracked().as_str().to_owned(),
            id: id_of(labels.get("en").or_else(|| labels.values().next()).map_or("", String::as_str)),
            labels,
            broader: Some(broader.get_untracked()).filter(|broader| !broader.is_empty()),
        };
        let wrong = session.peek(|book| wrong_with(book, &addition));
        trouble.set(wrong.clone());
        match wrong {
            Some(wrong) => session.say(words.found(wrong.message())),
            None => {
                let field = format!("term/{}", addition.id);
                session.act("event", |act, book| act.set(&book.workbook, event, &field, addition_value(&addition)));
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
                <input type="text" class="line" id=id autocomplete="off" lang=language.tag dir="auto" aria-describedby=error.clone()
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
                        <For each=move || wider.get() key=Clone::clone let:choice>
                            <option value=choice.0>{choice.1}</option>
                        </For>
                    </select>
                </div>
                {lines}
            </div>
            <p class="wrong" id=new_id(event, "error")>{move || trouble.get().map(|wrong| words.found(wrong.message()))}</p>
            <button type="button" class="btn" on:click=move |_| add()>{move || words.t("event-term-add")}</button>
        </fieldset>
    }
}

fn new_id(event: ItemId, name: &str) -> String {
    format!("event-{}-term-{name}", event.short())
}

fn scheme_name(words: Words, scheme: SchemeId) -> String {
    let lang = words.lang();
    let found = Vocabulary::standard().scheme(scheme);
    found.and_then(|found| found.labels.get(lang)).map_or_else(|| scheme.to_string(), plain_label)
}

fn one_label(term: &Addition, lang: &str) -> String {
    let label = term.labels.get(lang).or_else(|| term.labels.values().next());
    label.unwrap_or(&term.id).clone()
}

/// The terms an event adds, by id.
fn additions(book: &Book, event: ItemId) -> Vec<Addition> {
    let fields = book.workbook.item(event).into_iter().flat_map(Item::fields);
    let terms = fields.filter_map(|(field, _)| {
        let id = field.name().strip_prefix("term/")?;
        addition_of(id, book.workbook.value(event, field.name())?)
    });
    terms.collect()
}

/// What is wrong with the additions of all events together, as the vocabulary takes them.
fn wrong(book: &Book) -> Vec<VocabularyFinding> {
    let events = events(&book.workbook);
    Vocabulary::with_additions(events.iter().flat_map(|event| additions(book, event.id))).1
}

/// What would be wrong with one more.
fn wrong_with(book: &Book, addition: &Addition) -> Option<VocabularyFinding> {
    let events = events(&book.workbook);
    let held = events.iter().flat_map(|event| additions(book, event.id));
    let known = wrong(book);
    let after = Vocabulary::with_additions(held.chain([addition.clone()])).1;
    after.into_iter().find(|finding| !known.contains(finding))
}

/// The id of a term, from its label: a name in small letters, or one that follows from a label in another script.
fn id_of(label: &str) -> String {
    let name = slug(label);
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if name.bytes().all(plain) {
        return name.chars().take(MAX_ID).collect::<String>().trim_end_matches('-').to_owned();
    }
    let digest = Digest::of(name.as_bytes()).to_string();
    format!("term-{}", digest.chars().take(8).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::id_of;

    #[test]
    fn terms_have_ids_in_small_letters() {
        assert_eq!(id_of("Overseas Workers Welfare"), "overseas-workers-welfare");
        assert!(id_of("سمندر پار پاکستانی").starts_with("term-"));
        assert_eq!(id_of("سمندر پار پاکستانی"), id_of(" سمندر پار پاكستانی "));
        assert_eq!(id_of(&"a b ".repeat(40)).len(), 63);
        assert_eq!(id_of(""), "");
    }
}
