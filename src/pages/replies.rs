//! What addressees answered: the reply slips of the packs typed back in, and how far each recommendation is carried out.

use leptos::prelude::*;
use rapporteur_core::field::is_date;
use rapporteur_core::item::ItemId;
use rapporteur_core::report::{Final, FinalList, Slips, slips};
use rapporteur_core::text::{direction_of, excerpt};
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::SchemeId;

use super::communique::{addressee, events_of};
use super::draft::text::TextBox;
use crate::app::navigation;
use crate::route::Route;
use crate::session::{Book, Session, TextField, session};
use crate::ui::{Choices, Markup, Pick, Shown, all, each, memo, plain_label, view};
use crate::words::{LANGUAGES, Words, words};

/// Letters of a recommendation above its slip.
const LINE: usize = 240;

/// A recommendation as the slip names it.
#[derive(Clone, PartialEq, Eq)]
struct Asked {
    item: ItemId,
    number: String,
    /// The groups' numbers, as the slip has them behind its own.
    origins: String,
    lang: String,
    text: String,
}

#[component]
pub(crate) fn Replies() -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let event = RwSignal::new(None::<ItemId>);
    let who = RwSignal::new(None::<String>);
    on_cleanup(move || session.close_text());
    let events = memo(move || events_of(session, words.lang()));
    let chosen_event = memo(move || {
        let first = events.with(|events| events.first().map(|(event, _)| *event));
        event.get().or(first)
    });
    let list = memo(move || {
        let (event, lang) = (chosen_event.get(), words.lang());
        session.read(|book| {
            let list = FinalList::of(&book.workbook, event, &book.vocabulary);
            let asked = list.items.iter().map(|item| asked_of(&list, item, lang));
            let asked: Vec<Asked> = asked.collect();
            (asked, slips(&list, &book.vocabulary))
        })
    });
    let addressees = memo(move || {
        let named = |book: &Book, slips: &Slips| {
            let name = addressee(words, book, slips.section, &slips.who);
            (slips.who.clone(), name)
        };
        list.with(|(_, all)| {
            session.read(|book| {
                let named = all.iter().map(|slips| named(book, slips));
                named.collect::<Vec<(String, String)>>()
            })
        })
    });
    let items = memo(move || {
        let who = who.get();
        list.with(|(asked, all)| {
            let of = all.iter().find(|slips| who.as_ref() == Some(&slips.who));
            let of = asked
                .iter()
                .filter(|asked| of.is_some_and(|of| of.items.contains(&asked.item)));
            of.cloned().collect::<Vec<_>>()
        })
    });
    let back = move || {
        let book = navigation.book();
        Route::Communique { book }.address()
    };
    view! {
        <main id="main" class="page desk replies">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-replies")}</h1>
            <p><a href=back>{move || words.t("documents-back")}</a></p>
            <p>{move || words.t("replies-hint")}</p>
            <Shown when=move || events.with(|events| events.len() > 1)>
                <Choices legend=words.label("documents-event")>
                    {all(move || events.get(), move |(id, title): (ItemId, String)| view! {
                        <Pick name="replies-event".into() label=Signal::stored(title)
                            checked=Signal::derive(move || chosen_event.get() == Some(id))
                            choose=Callback::new(move |()| event.set(Some(id)))/>
                    })}
                </Choices>
            </Shown>
            <Shown when=move || addressees.with(Vec::is_empty)>
                <p class="empty">{move || words.t("replies-nobody")}</p>
            </Shown>
            <Shown when=move || !addressees.with(Vec::is_empty)>
                <div class="field">
                    <label for="replies-who">{move || words.t("replies-who")}</label>
                    <select class="line short" id="replies-who" on:change=move |event| {
                        session.close_text();
                        let term = event_target_value(&event);
                        who.set((!term.is_empty()).then_some(term));
                    }>
                        <option value="">{move || words.t("documents-choose")}</option>
                        {all(move || addressees.get(), move |(term, label): (String, String)| {
                            let held = term.clone();
                            let chosen = move || who.with(|who| who.as_ref() == Some(&held));
                            view! { <option value=term prop:selected=chosen>{label}</option> }
                        })}
                    </select>
                </div>
            </Shown>
            <ol class="show-list slips" role="list">
                {move || who.get().map(|who| each(move || items.get(), move |asked: Asked| slip(&asked, &who)))}
            </ol>
        </main>
    }
}

fn asked_of(list: &FinalList, item: &Final, lang: &str) -> Asked {
    let (lang, text) = item.wordings.text_for(lang);
    Asked {
        item: item.id,
        number: item.number.clone(),
        origins: list.numbers_of(item).join(", "),
        lang: lang.to_owned(),
        text: excerpt(text, LINE).into_owned(),
    }
}

/// The slip of one recommendation: the answer, why, when, and how far it is.
fn slip(asked: &Asked, who: &str) -> Markup {
    let (words, session) = (words(), session());
    let item = asked.item;
    let dir = direction_of(&asked.lang).as_str();
    let (lang, text, number) = (asked.lang.clone(), asked.text.clone(), asked.number.clone());
    let origins = asked.origins.clone();
    let heading = format!("slip-{item}");
    let [response, reason, answered] =
        ["response", "reason", "answered"].map(|stem| format!("{stem}/{who}"));
    // An addressee answers in its own language, whichever the page has: the script tells English from Urdu. A language that no
    // script tells, such as Roman Urdu of a file, stays.
    let reason_lang = untrack(|| {
        let held = session.peek(|book| {
            let value = book.workbook.value(item, &reason)?;
            value
                .get("lang")
                .and_then(Value::as_text)
                .map(str::to_owned)
        });
        let told = |lang: &String| !LANGUAGES.iter().any(|known| known.tag == lang);
        held.filter(told).unwrap_or_default()
    });
    let date = StoredValue::new(answered.clone());
    let shown = memo(move || {
        session.read(|book| {
            date.with_value(|field| book.workbook.text(item, field).map(str::to_owned))
                .unwrap_or_default()
        })
    });
    let changed = move |day: String| {
        let value = match is_date(&day) {
            true => Value::text(&day),
            false => Value::None,
        };
        session.act("reply", |act, book| {
            date.with_value(|field| act.set(&book.workbook, item, field, value))
        });
    };
    let date_id = format!("answered-{item}");
    let field = TextField::InLanguage(reason, reason_lang);
    let head = view! {
        <h2 id=heading.clone()><bdi>{number}</bdi> " (" <bdi>{origins}</bdi> ")"</h2>
        <p><span class="words" translate="no" lang=lang dir=dir>{text}</span></p>
    };
    view! {
        <li>
            <section class="slip" aria-labelledby=heading>
                {head}
                {terms(words, session, item, response, SchemeId::Responses, "replies-response")}
                <TextBox item field id=format!("reason-{item}") label=words.label("replies-reason") lines=true/>
                <div class="field">
                    <label for=date_id.clone()>{move || words.t("replies-date")}</label>
                    <input type="date" class="line short" id=date_id prop:value=move || shown.get()
                        on:change=move |event| changed(event_target_value(&event))/>
                </div>
                {terms(words, session, item, String::from("status"), SchemeId::Statuses, "replies-status")}
            </section>
        </li>
    }
}

/// A choice of one term, which can be taken back.
fn terms(
    words: Words,
    session: Session,
    item: ItemId,
    field: String,
    scheme: SchemeId,
    legend: &'static str,
) -> Markup {
    let name = format!("{legend}-{item}");
    let field = StoredValue::new(field);
    let held = memo(move || {
        session.read(|book| {
            field.with_value(|field| book.workbook.text(item, field).map(str::to_owned))
        })
    });
    let choices = session.peek(|book| {
        let terms = book.vocabulary.terms(scheme);
        terms.map(|term| term.id.to_string()).collect::<Vec<_>>()
    });
    let set = move |value: Value| {
        session.act("reply", |act, book| {
            field.with_value(|field| act.set(&book.workbook, item, field, value))
        });
    };
    let picks: Vec<Markup> = choices
        .into_iter()
        .map(|term| {
            let (own, label) = (term.clone(), term.clone());
            view! {
                <Pick name=name.clone()
                    label=Signal::derive(move || session.read(|book| plain_label(book.vocabulary.label(&label, words.lang()))))
                    checked=Signal::derive(move || held.with(|held| held.as_deref() == Some(own.as_str())))
                    choose=Callback::new(move |()| set(Value::text(&term)))/>
            }
        })
        .collect();
    let none = move |_| set(Value::None);
    view! {
        <Choices legend=words.label(legend)>
            {picks}
            <Shown when=move || held.with(Option::is_some)>
                <button type="button" class="btn plain" on:click=none>{move || words.t("replies-none")}</button>
            </Shown>
        </Choices>
    }
}
