//! The start page: my workbooks, a new one, a file, the sample.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::event::event_of_code;
use rapporteur_core::list::{ListOptions, read_list};
use rapporteur_core::text::{direction_of, guess_lang};
use rapporteur_core::vocabulary::Vocabulary;

use crate::app::{Navigation, navigation};
use crate::browser::files::{self, PickedFile};
use crate::browser::store::WorkbookMeta;
use crate::browser::{clock, fetch, page, text};
use crate::pages::lazy::{self, Coming, NotLoaded};
use crate::pages::waiting::{OnlyHere, show_only_here};
use crate::route::Route;
use crate::session::{APP, NewWorkbook, Saving, Session, session};
use crate::ui::{Choices, Pick, Shown, memo, view};
use crate::words::words;

/// The code of the sample's event, and its file.
const SAMPLE: (&str, &str) = ("DEMO", "sample-workshop.json");
/// The id of the field for the event's code.
const CODE: &str = "code";

/// Files chosen on this page, for the page that reads them.
#[derive(Clone, Copy)]
pub(crate) struct Handed(StoredValue<Vec<PickedFile>, LocalStorage>);

impl Handed {
    /// None yet.
    pub(crate) fn new() -> Self {
        let handed = Self(StoredValue::new_local(Vec::new()));
        provide_context(handed);
        handed
    }

    /// Files for the next page that reads some.
    pub(crate) fn give(self, picked: Vec<PickedFile>) {
        self.0.set_value(picked);
    }

    /// The files, once.
    pub(crate) fn take(self) -> Vec<PickedFile> {
        self.0.try_update_value(std::mem::take).unwrap_or_default()
    }
}

#[component]
pub(crate) fn Start() -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let handed: Handed = expect_context();
    let books = RwSignal::new(None::<Vec<WorkbookMeta>>);
    spawn_local(async move {
        let known = session.workbooks().await;
        let first = known.is_empty();
        let _ = books.try_set(Some(known));
        if first && page::nothing_focused() {
            page::focus(CODE);
        }
    });
    let trouble = memo(move || match session.status().saving {
        Saving::NotSaved(trouble) => Some(trouble),
        Saving::Saved | Saving::Underway => None,
    });
    let none = memo(move || books.with(|books| books.as_ref().is_none_or(Vec::is_empty)));
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        take_files(session, navigation, handed, files::dropped(&event));
    };
    view! {
        <main id="main" class="page start" on:dragover=|event| event.prevent_default() on:drop=dropped>
            <h1 id="page-title" tabindex="-1">{move || words.t("title-start")}</h1>
            {move || trouble.get().map(|trouble| view! {
                <p class="note bad"><b>{words.t("status-not-saved")}</b> " " {words.t(trouble.key())}</p>
            })}
            <OnlyHere/>
            {page::from_file().then(|| view! { <p class="note">{move || words.t("start-from-file")}</p> })}
            <div class="start-parts">
                <section class="books" aria-labelledby="page-title">
                    <Shown when=move || !session.damaged().is_empty()>{lazy::piece("damaged")}</Shown>
                    <Shown when=move || none.get()>
                        <p class="lead">{move || words.t("start-empty")}</p>
                    </Shown>
                    <Shown when=move || !none.get()>
                        <ul class="cards" role="list">
                            {move || books.get().unwrap_or_default().into_iter().map(|meta| view! {
                                <li><BookCard meta/></li>
                            }).collect_view()}
                        </ul>
                    </Shown>
                    <Others/>
                </section>
                <NewBook/>
            </div>
            <p>
                <a href=Route::Laptop.address()>{move || words.t("title-laptop")}</a>
                {move || session.unpromised().then(|| view! { " " <span class="hint" id="unpromised">{words.t("start-unpromised")}</span> })}
            </p>
            <p class="hint version">{move || words.with("version", &[("version", APP.into())])}</p>
        </main>
    }
}

/// A workbook of this laptop.
#[component]
fn BookCard(meta: WorkbookMeta) -> impl IntoView {
    let words = words();
    let address = Route::Draft {
        book: meta.id.clone(),
        group: None,
        rec: None,
    }
    .address();
    let file = meta.last_file.clone().map(|file| (file.name, file.at));
    let opened = meta.opened;
    let label = memo(move || meta.label_in(words.lang()).to_owned());
    let lang = move || label.with(|label| guess_lang(label));
    view! {
        <a class="card" href=address>
            <span class="card-title" lang=lang dir=move || direction_of(lang().unwrap_or("en")).as_str()>{move || if label.with(String::is_empty) { words.t("start-untitled") } else { label.get() }}</span>
            <span class="hint">
                {move || words.with("start-opened", &[("time", words.figures(clock::day_and_minute(opened)).into())])}
            </span>
            <span class="hint">
                {move || match &file {
                    Some((name, at)) => {
                        let time = words.figures(clock::day_and_minute(*at));
                        words.with("start-last-file", &[("name", name.into()), ("time", time.into())])
                    }
                    None => words.t("start-no-file"),
                }}
            </span>
        </a>
    }
}

/// Files and the sample.
#[component]
fn Others() -> impl IntoView {
    let (words, session) = (words(), session());
    let (navigation, handed) = (navigation(), expect_context::<Handed>());
    let failed = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let sample = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let lang = words.lang().to_owned();
        spawn_local(async move {
            let made = match sample(session, lang).await {
                Ok(making) => making.await,
                Err(_) => None,
            };
            let _ = busy.try_set(false);
            match made {
                Some(book) => navigation.go(Route::Draft {
                    book,
                    group: None,
                    rec: None,
                }),
                None if show_only_here(session, navigation) => {}
                None => {
                    let _ = failed.try_set(true);
                    session.say(words.t("start-sample-missing"));
                }
            }
        });
    };
    view! {
        <div class="ways">
            <div class="way">
                <label class="btn file">
                    <input type="file" multiple accept=".json,.csv,.txt"
                        on:change=move |event| take_files(session, navigation, handed, files::picked(&event))/>
                    <span>{move || words.t("start-open")}</span>
                </label>
                <p class="hint">{move || words.t("start-open-hint")}</p>
            </div>
            <div class="way">
                <button type="button" class="btn" id="sample" aria-busy=move || busy.get().to_string() on:click=sample>
                    {move || words.t("start-sample")}
                </button>
                <p class="hint">{move || words.t("start-sample-hint")}</p>
                <Shown when=move || failed.get()>
                    <p class="note">{move || words.t("start-sample-missing")}</p>
                </Shown>
            </div>
        </div>
    }
}

/// A new workbook: a code and Enter are enough.
#[component]
fn NewBook() -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let templates = StoredValue::new(Session::templates());
    let chosen = RwSignal::new(0_usize);
    let busy = RwSignal::new(false);
    let create = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let template =
            templates.with_value(|templates| templates.get(chosen.get_untracked()).cloned());
        let Some((_, template)) = template.filter(|_| !busy.get_untracked()) else {
            return;
        };
        busy.set(true);
        let new = NewWorkbook {
            code: page::text_in(CODE).unwrap_or_default(),
            title: text::nfc(&page::text_in("event-title").unwrap_or_default()),
            lang: words.lang().to_owned(),
            sample: false,
        };
        spawn_local(async move {
            let book = session.create(new, &template).await;
            let _ = busy.try_set(false);
            match book {
                Some(book) => navigation.go(Route::Draft {
                    book,
                    group: None,
                    rec: None,
                }),
                None => {
                    show_only_here(session, navigation);
                }
            }
        });
    };
    view! {
        <section class="new-book" aria-labelledby="new-book">
            <h2 id="new-book">{move || words.t("start-new")}</h2>
            <form novalidate on:submit=create>
                <div class="field">
                    <label for=CODE>{move || words.t("start-code")}</label>
                    <p class="hint" id="code-hint">{move || words.t("start-code-hint")}</p>
                    <input id=CODE class="line short code" type="text" dir="auto" maxlength="24" autocomplete="off"
                        autocapitalize="characters" spellcheck="false" aria-describedby="code-hint"/>
                </div>
                <div class="field">
                    <label for="event-title">{move || words.t("start-title")}</label>
                    <p class="hint" id="title-hint">{move || words.t("start-title-hint")}</p>
                    <input id="event-title" class="line" type="text" dir="auto" maxlength="300" autocomplete="off"
                        spellcheck="false" translate="no" aria-describedby="title-hint"/>
                </div>
                <Choices legend=words.label("start-form")>
                    {templates.with_value(|templates| templates.iter().enumerate().map(|(place, (form, template))| {
                        let (form, count) = (form.name(), template.groups.len());
                        view! {
                            <Pick name="form".into()
                                label=Signal::derive(move || {
                                    let groups = words.with("start-groups", &[("count", count.into())]);
                                    format!("{} ({groups})", words.t(&format!("form-{form}")))
                                })
                                checked=Signal::derive(move || chosen.get() == place)
                                choose=Callback::new(move |()| chosen.set(place))/>
                        }
                    }).collect_view())}
                </Choices>
                <p><button type="submit" class="btn key" id="create">{move || words.t("start-create")}</button></p>
            </form>
        </section>
    }
}

/// Files go into a new workbook, on the page that reads and compares them.
pub(crate) fn take_files(
    session: Session,
    navigation: Navigation,
    handed: Handed,
    picked: Vec<PickedFile>,
) {
    if picked.is_empty() {
        return;
    }
    handed.give(picked);
    spawn_local(async move {
        match session.begin("").await {
            Some(book) => navigation.go(Route::Files { book }),
            None => {
                show_only_here(session, navigation);
            }
        }
    });
}

// Making the sample: reading lists is in the part of the program that reads files.
lazy::in_part! {
    files,
    fn sample(session: Session, lang: String) -> Result<Coming<Option<String>>, NotLoaded> {
        Ok(Box::pin(make_sample(session, lang)))
    }
}

/// The sample as a new workbook; `None` where its file is not there.
async fn make_sample(session: Session, lang: String) -> Option<String> {
    let (code, path) = SAMPLE;
    let bytes = fetch::bytes(path).await?;
    let list = text::nfc(&String::from_utf8(bytes).ok()?);
    let list = read_list(
        list.as_bytes(),
        ListOptions::default(),
        Vocabulary::standard(),
    );
    // Of the template only the form is used: the groups are the list's.
    let (_, mut template) = Session::templates().into_iter().next()?;
    template.id = String::from("sample");
    template.groups.clear();
    let new = NewWorkbook {
        code: code.into(),
        title: String::new(),
        lang,
        sample: true,
    };
    let book = session.create(new, &template).await?;
    let taken = session.take_list(path, event_of_code(code), None, &list);
    taken.await?;
    Some(book)
}
