//! The communiqué: what leaves the room. What it is to be, in which language and as what kind of file, beside the document as
//! it will be; one button saves it.

mod clauses;
mod held;
pub(super) mod paper;
mod participants;
mod refused;
mod undated;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::advice::Identified;
use rapporteur_core::item::ItemId;
use rapporteur_core::report::{
    FinalList, Format, Language, Options, Outline, Refusal, Section, latest_first, outline, packs,
    report,
};

use super::tour;
use crate::app::navigation;
use crate::browser::{clock, files, page};
use crate::route::Route;
use crate::session::{Book, Session, session};
use crate::ui::{Choices, Disclosure, Markup, Pick, Shown, all, memo, view};
use crate::words::{Words, words};

/// What is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum What {
    /// The whole communiqué.
    #[default]
    Communique,
    /// Only what concerns one addressee, with reply slips; the name of a section or a term, empty until one is chosen.
    Pack(String),
    /// Who does what by when.
    Table,
}

/// The choices of the page.
#[derive(Clone, Copy)]
struct Desk {
    words: Words,
    session: Session,
    what: RwSignal<What>,
    format: RwSignal<Format>,
    language: RwSignal<Language>,
    small_counts: RwSignal<bool>,
    chosen_event: RwSignal<Option<ItemId>>,
    events: Memo<Vec<(ItemId, String)>>,
    busy: RwSignal<bool>,
    /// What could lead to a person.
    found: Memo<Vec<Identified>>,
    /// What somebody said may be published all the same.
    confirmed: RwSignal<Vec<Identified>>,
}

impl Desk {
    fn new() -> Self {
        let (words, session) = (words(), session());
        let language = untrack(|| Language::of(words.lang())).unwrap_or_default();
        let chosen_event = RwSignal::new(None);
        let events = memo(move || events_of(session, words.lang()));
        let event = memo(move || events.with(|events| event_of(events, chosen_event.get())));
        Self {
            words,
            session,
            what: RwSignal::new(What::default()),
            format: RwSignal::new(Format::Docx),
            language: RwSignal::new(language),
            small_counts: RwSignal::new(false),
            chosen_event,
            events,
            busy: RwSignal::new(false),
            found: memo(move || session.read(|book| held::found(book, event.get()))),
            confirmed: RwSignal::new(Vec::new()),
        }
    }

    /// The event the document is about: of several the first until another is chosen.
    fn event(self) -> Option<ItemId> {
        let chosen = self.chosen_event.get();
        self.events.with(|events| event_of(events, chosen))
    }

    fn options(self) -> Options {
        let (pack, table) = match self.what.get() {
            What::Communique => (None, false),
            What::Pack(name) => (Some(name), false),
            What::Table => (None, true),
        };
        Options {
            language: self.language.get(),
            pack,
            table,
            event: self.event(),
            small_counts: self.small_counts.get(),
        }
    }

    fn choose(self, what: What) {
        // A table goes to a spreadsheet, a text to a word processor, until something else is chosen.
        self.format.set(match what {
            What::Table => Format::Csv,
            _ if self.format.get_untracked() == Format::Csv => Format::Docx,
            _ => self.format.get_untracked(),
        });
        self.what.set(what);
    }

    /// Makes the document and hands it to the browser.
    fn save(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.session.leave_text();
        if untrack(|| self.is_held()) {
            self.say_held();
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            // The button says that it works before the work begins.
            clock::pause().await;
            let told = untrack(|| self.made());
            self.busy.try_set(false);
            self.session.say(told);
        });
    }

    /// Makes the document; what is to be said of it.
    fn made(self) -> String {
        let (format, options) = (self.format.get(), self.options());
        let made = self
            .session
            .peek(|book| report(&book.workbook, format, &options));
        let bytes = match made {
            Ok(bytes) => bytes,
            Err(refusal) => return refused::sentence(self.words, &refusal),
        };
        let name = self.file_name(format, &options);
        match files::download(&name, format.media_type(), &bytes) {
            Ok(()) => self.words.with("file-made", &[("name", name.into())]),
            Err(_) => self.words.t("file-not-made"),
        }
    }

    /// Event, what it is, language.
    fn file_name(self, format: Format, options: &Options) -> String {
        let event = options.event.and_then(|event| {
            self.session
                .peek(|book| book.workbook.text(event, "code").map(str::to_owned))
        });
        let what = match &options.pack {
            _ if options.table => self.words.t("documents-file-table"),
            Some(pack) => pack.clone(),
            None => self.words.t("documents-file-communique"),
        };
        let event = event.unwrap_or_default();
        files::name_of(&[&event, &what, options.language.name()], format.name())
    }
}

/// The one of these events that was chosen, or else the first.
fn event_of(events: &[(ItemId, String)], chosen: Option<ItemId>) -> Option<ItemId> {
    let held = |id: &ItemId| events.iter().any(|(event, _)| event == id);
    let first = || events.first().map(|(event, _)| *event);
    chosen.filter(held).or_else(first)
}

/// The events of the workbook with what they are called, the latest first.
pub(super) fn events_of(session: Session, lang: &str) -> Vec<(ItemId, String)> {
    let named = |book: &Book| {
        let events = latest_first(&book.workbook).into_iter();
        events
            .map(|event| (event.id, event.title(lang).to_owned()))
            .collect()
    };
    session.read(named)
}

/// What an addressee is called: a section by its sentence, a body by the vocabulary.
pub(super) fn addressee(words: Words, book: &Book, section: Option<Section>, name: &str) -> String {
    match section {
        Some(section) => words.t(&format!("documents-section-{}", section.name())),
        None => book.vocabulary.label(name, words.lang()).to_owned(),
    }
}

#[component]
pub(crate) fn Communique() -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let desk = Desk::new();
    // A text that goes away with its page does not always lose the focus first.
    on_cleanup(move || session.close_text());
    let made: Memo<Result<Arc<Outline>, Refusal>> = memo(move || {
        let options = desk.options();
        // Nothing is made for nobody: the choice is still open.
        if options.pack.as_deref() == Some("") {
            return Err(Refusal::NothingFor(String::new()));
        }
        session.read(|book| outline(&book.workbook, &options).map(Arc::new))
    });
    let book = move || navigation.book();
    let present = move || Route::Present { book: book() }.address();
    let replies = move || Route::Replies { book: book() }.address();
    view! {
        <main id="main" class="page documents">
            <section class="documents-choice" aria-labelledby="page-title">
                <h1 id="page-title" tabindex="-1">{move || words.t("title-communique")}</h1>
                {tour::line()}
                <WhichEvent desk/>
                <WhatToMake desk/>
                <Choices legend=words.label("documents-language")>
                    {Language::ALL.map(|language| {
                        let (name, lang) = match language {
                            Language::En => (Signal::stored(String::from("English")), Some("en")),
                            Language::Ur => (Signal::stored(String::from("اردو")), Some("ur")),
                            Language::Both => (words.label("documents-both"), None),
                        };
                        language_choice(desk, language, name, lang)
                    })}
                </Choices>
                <Choices legend=words.label("documents-format")>
                    {[Format::Docx, Format::Html, Format::Markdown, Format::Csv, Format::Json].map(|format| {
                        let key = match format {
                            Format::Docx => "documents-format-docx",
                            Format::Html => "documents-format-html",
                            Format::Markdown => "documents-format-md",
                            Format::Csv => "documents-format-csv",
                            Format::Json => "documents-format-json",
                        };
                        view! {
                            <Pick name="documents-format".into() label=words.label(key)
                                checked=Signal::derive(move || desk.format.get() == format)
                                choose=Callback::new(move |()| desk.format.set(format))/>
                        }
                    })}
                </Choices>
                <undated::Undated desk/>
                <held::Held desk/>
                <div class="row">
                    <button type="button" class="btn key" id="save-document" aria-busy=move || desk.busy.get().to_string()
                        on:click=move |_| desk.save()>
                        {move || words.t("documents-save")}
                    </button>
                    <Shown when=move || made.with(Result::is_ok)>
                        <button type="button" class="btn" id="print-document" on:click=move |_| match untrack(|| desk.is_held()) {
                            true => desk.say_held(),
                            false => page::print(),
                        }>
                            {move || words.t("documents-print")}
                        </button>
                    </Shown>
                </div>
                <ul class="entries ways-on" role="list">
                    <li><a href=present id="to-present">{move || words.t("documents-present")}</a></li>
                    <li><a href=replies id="to-replies">{move || words.t("documents-replies")}</a></li>
                </ul>
                <More desk/>
            </section>
            <section class="documents-paper" aria-label=move || words.t("documents-preview")>
                {move || made.with(|made| match made {
                    Ok(outline) => paper::paper(outline),
                    Err(refusal) => refused::refused(desk.session, words, &book(), desk.event(), refusal),
                })}
            </section>
        </main>
    }
}

fn language_choice(
    desk: Desk,
    language: Language,
    label: Signal<String>,
    lang: Option<&'static str>,
) -> Markup {
    let checked = Signal::derive(move || desk.language.get() == language);
    let choose = Callback::new(move |()| desk.language.set(language));
    let name = String::from("documents-language");
    match lang {
        Some(lang) => view! { <Pick name label checked choose lang/> },
        None => view! { <Pick name label checked choose/> },
    }
}

/// Of which event, where there are several.
#[component]
fn WhichEvent(desk: Desk) -> impl IntoView {
    let words = desk.words;
    view! {
        <Shown when=move || desk.events.with(|events| events.len() > 1)>
            <Choices legend=words.label("documents-event")>
                {all(move || desk.events.get(), move |(event, title): (ItemId, String)| view! {
                    <Pick name="documents-event".into() label=Signal::stored(title)
                        checked=Signal::derive(move || desk.event() == Some(event))
                        choose=Callback::new(move |()| desk.chosen_event.set(Some(event)))/>
                })}
            </Choices>
        </Shown>
    }
}

/// The communiqué, a pack for somebody, the tracking table.
#[component]
fn WhatToMake(desk: Desk) -> impl IntoView {
    let (words, session) = (desk.words, desk.session);
    let packed = memo(move || {
        let event = desk.event();
        session.read(|book| {
            let list = FinalList::of(&book.workbook, event, &book.vocabulary);
            let packs = packs(&list, &book.vocabulary);
            // Without marks of direction before it, so that typing its first letters finds it.
            let named = packs.into_iter().map(|pack| {
                let label = addressee(words, book, pack.section, &pack.name);
                (pack.name, label)
            });
            named.collect::<Vec<(String, String)>>()
        })
    });
    let is_pack = move || desk.what.with(|what| matches!(what, What::Pack(_)));
    let choose = move |name: String| desk.choose(What::Pack(name));
    let pick = move |key: &'static str, what: What| {
        let held = what.clone();
        let checked = Signal::derive(move || desk.what.get() == held);
        let choose = Callback::new(move |()| desk.choose(what.clone()));
        view! { <Pick name="documents-what".into() label=words.label(key) checked choose/> }
    };
    view! {
        <Choices legend=words.label("documents-what")>
            {pick("documents-communique", What::Communique)}
            <Pick name="documents-what".into() label=words.label("documents-pack") checked=Signal::derive(is_pack)
                choose=Callback::new(move |()| choose(String::new()))/>
            {pick("documents-table", What::Table)}
        </Choices>
        <Shown when=is_pack>
            <div class="field">
                <label for="documents-addressee">{move || words.t("documents-addressee")}</label>
                <select class="line" id="documents-addressee" on:change=move |event| choose(event_target_value(&event))>
                    <option value="">{move || words.t("documents-choose")}</option>
                    {all(move || packed.get(), move |(name, label): (String, String)| {
                        let held = name.clone();
                        let chosen = move || desk.what.with(|what| *what == What::Pack(held.clone()));
                        view! { <option value=name prop:selected=chosen>{label}</option> }
                    })}
                </select>
            </div>
        </Shown>
    }
}

/// What is seldom changed: the document's own words, who took part, small numbers.
#[component]
fn More(desk: Desk) -> impl IntoView {
    let words = desk.words;
    let (texts, people) = (RwSignal::new(false), RwSignal::new(false));
    let event = memo(move || desk.event());
    view! {
        <Shown when=move || event.get().is_some()>
            <Disclosure label=words.label("documents-texts") open=texts id="documents-texts">
                {move || event.get().map(|event| view! { <clauses::Texts event/> })}
            </Disclosure>
            <Disclosure label=words.label("documents-people") open=people id="documents-people">
                {move || event.get().map(|event| view! { <participants::Participants event small=desk.small_counts/> })}
            </Disclosure>
        </Shown>
    }
}
