//! The terms an event adds to the vocabulary, list by list, and what is wrong with some.

use leptos::prelude::*;
use rapporteur_core::event::{addition_of, events};
use rapporteur_core::item::ItemId;
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::{Addition, SchemeId, Vocabulary, VocabularyFinding};
use rapporteur_core::workbook::Item;

use super::focus_soon;
use super::new_term::NewTerm;
use crate::session::{Book, session};
use crate::ui::{Shown, all, each, memo, plain_label, view};
use crate::words::{LANGUAGES, Words, words};

#[component]
pub(super) fn Terms(event: ItemId) -> impl IntoView {
    let (words, session) = (words(), session());
    let added = memo(move || session.read(|book| additions(book, event)));
    let schemes = memo(move || {
        added.with(|added| {
            let used = |scheme: &SchemeId| added.iter().any(|term| term.scheme == scheme.as_str());
            SchemeId::ALL.into_iter().filter(used).collect::<Vec<_>>()
        })
    });
    // A term of an unknown list is shown with the others all the same.
    let stray = memo(move || {
        added.with(|added| {
            added
                .iter()
                .filter(|term| SchemeId::parse(&term.scheme).is_none())
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let findings = memo(move || session.read(wrong));
    let of_scheme = move |scheme: SchemeId| {
        let of = move |added: &Vec<Addition>| {
            added
                .iter()
                .filter(|term| term.scheme == scheme.as_str())
                .cloned()
                .collect::<Vec<_>>()
        };
        move || added.with(of)
    };
    view! {
        <section class="event-terms">
            <h3>{move || words.t("event-terms")}</h3>
            <p class="hint">{move || words.t("event-terms-hint")}</p>
            <Shown when=move || findings.with(|found| !found.is_empty())>
                <ul class="coming" role="list">
                    {all(move || findings.get(), move |found| view! {
                        <li class="ask">{move || words.found(found.message())}</li>
                    })}
                </ul>
            </Shown>
            {each(move || schemes.get(), move |scheme| view! {
                <h4>{move || scheme_name(words, scheme)}</h4>
                <TermList event terms=Signal::derive(of_scheme(scheme))/>
            })}
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
        session.act("event", |act, book| {
            act.set(&book.workbook, event, &field, Value::None)
        });
        session.say(words.with(
            "event-removed",
            &[("entry", one_label(&term, words.lang()).into())],
        ));
        focus_soon(new_id(event, "en"));
    };
    view! {
        <ul class="entries terms-of" role="list">
            {all(move || terms.get(), move |term| view! {
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
            })}
        </ul>
    }
}

pub(super) fn new_id(event: ItemId, name: &str) -> String {
    format!("event-{}-term-{name}", event.short())
}

pub(super) fn scheme_name(words: Words, scheme: SchemeId) -> String {
    let lang = words.lang();
    let found = Vocabulary::standard().scheme(scheme);
    found
        .and_then(|found| found.labels.get(lang))
        .map_or_else(|| scheme.to_string(), plain_label)
}

pub(super) fn one_label(term: &Addition, lang: &str) -> String {
    let label = term
        .labels
        .get(lang)
        .or_else(|| term.labels.values().next());
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
pub(super) fn wrong_with(book: &Book, addition: &Addition) -> Option<VocabularyFinding> {
    let events = events(&book.workbook);
    let held = events.iter().flat_map(|event| additions(book, event.id));
    let known = wrong(book);
    let after = Vocabulary::with_additions(held.chain([addition.clone()])).1;
    after.into_iter().find(|finding| !known.contains(finding))
}
