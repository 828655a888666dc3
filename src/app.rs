//! The frame around every page: event and language, the steps, the status line that is always there, the announcer.
//! Which page is shown follows from the address.

mod curtain;
mod reminder;
mod update;

use leptos::prelude::*;
use rapporteur_core::event::events;
use rapporteur_core::item::ItemId;

use crate::browser::page;
use crate::pages;
use crate::route::Route;
use crate::session::{Saving, Session, Status, session};
use crate::ui::{Markup, Shown, clock_time, effect, view};
use crate::words::{LANGUAGES, Words, words};

/// The page that is shown, and going to another.
#[derive(Clone, Copy)]
pub(crate) struct Navigation {
    route: RwSignal<Route>,
    left: RwSignal<Route>,
    alone: RwSignal<bool>,
}

impl Navigation {
    /// The page; follows it.
    pub(crate) fn route(self) -> Route {
        self.route.get()
    }

    /// The page now, without following it.
    pub(crate) fn here(self) -> Route {
        self.route.get_untracked()
    }

    /// The workbook of the page now, by its local id; empty where it has none.
    pub(crate) fn book(self) -> String {
        self.here().book().unwrap_or_default().to_owned()
    }

    /// The page from which somebody went to look something up; follows it.
    pub(crate) fn left(self) -> Route {
        self.left.get()
    }

    /// Shows the page without the frame around it, or with it again: a voter sees one question and nothing else.
    pub(crate) fn show_alone(self, alone: bool) {
        self.alone.set(alone);
    }

    /// Goes to a page, which can be gone back from.
    pub(crate) fn go(self, route: Route) {
        page::set_hash(&route.address());
    }

    /// Changes the address of what is shown, without a step to go back to: the selection within a page.
    pub(crate) fn turn(self, route: Route) {
        page::replace_hash(route.address().trim_start_matches('#'));
        if self.route.get_untracked() != route {
            self.route.set(route);
        }
    }
}

/// Going to pages, within a view.
pub(crate) fn navigation() -> Navigation {
    expect_context()
}

#[component]
pub(crate) fn App() -> impl IntoView {
    let words = Words::new();
    let session = Session::new();
    let route = RwSignal::new(Route::read(&page::hash()));
    let left = RwSignal::new(Route::Start);
    let alone = RwSignal::new(false);
    let navigation = Navigation { route, left, alone };
    provide_context(navigation);
    page::guard_drops();
    pages::start::Handed::new();
    pages::waiting::Early::new();
    pages::lazy::load_ahead();
    if let Some(listener) = page::on_hash(move |hash| {
        let (here, there) = (route.get_untracked(), Route::read(&hash));
        if here != there {
            if !here.is_aside() {
                left.set(here);
            }
            route.set(there);
        }
    }) {
        listener.forever();
    }
    effect(move || {
        if let Some(book) = route.with(|route| route.book().map(str::to_owned)) {
            session.open(&book);
        }
    });
    // A change of the page (not of what is selected on it) is told, and the focus goes to its heading.
    let shown = Memo::new(move |_| route.with(Route::title));
    Effect::new(move |before: Option<&'static str>| {
        let title = shown.get();
        page::set_title(&if words.neutral() || words.curtain() {
            words.t("neutral-title")
        } else {
            format!("{} · {}", words.t(title), words.t("app-name"))
        });
        if before.is_some_and(|before| before != title) {
            session.say_unseen(words.t(title));
            page::focus("page-title");
        }
        title
    });
    view! {
        <a class="skip" href="#main" on:click=|event| { event.prevent_default(); page::focus("page-title"); }>
            {move || words.t("skip")}
        </a>
        <Shown when=move || !alone.get()><Bar/></Shown>
        <Shown when=move || !alone.get() && route.with(|route| route.book().is_some())>
            <Steps/>
            <StatusLine/>
        </Shown>
        {move || view! { <Page shown=shown.get()/> }}
        <curtain::Curtain/>
        <div class="unseen" role="status" aria-live="polite" id="announcer">{move || session.spoken().1}</div>
    }
}

/// The page of that title: it follows the rest of the route itself, so that selecting something does not rebuild it.
#[component]
fn Page(shown: &'static str) -> impl IntoView {
    let session = session();
    if shown == Route::Start.title() {
        return pages::start::Start().into_any();
    }
    let lazy = pages::lazy::Lazy::ask(shown);
    let view = move || match lazy {
        Some(page) => page.view(),
        None => pages::draft::Draft().into_any(),
    };
    // A page without a workbook waits for none.
    if navigation().here().book().is_none() {
        return view();
    }
    let ready = Memo::new(move |_| {
        let status = session.status();
        (status.open, status.failed)
    });
    Markup::live(move || match ready.get() {
        (true, _) => view(),
        (false, failed) => {
            pages::waiting::Waiting(pages::waiting::WaitingProps { failed }).into_any()
        }
    })
    .into_any()
}

#[component]
fn Bar() -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let event = move || {
        if navigation.route().book().is_none() {
            return String::new();
        }
        let lang = words.lang();
        session.read(|book| {
            let titles: Vec<String> = events(&book.workbook)
                .iter()
                .map(|event| event.title(lang).to_owned())
                .collect();
            titles.join(" · ")
        })
    };
    let sample = move || {
        navigation.route().book().is_some()
            && session.read(|book| events(&book.workbook).iter().any(|event| event.sample))
    };
    view! {
        <header class="bar">
            <a class="brand" href="#/" lang="en" dir="ltr">{move || words.t("app-name")}</a>
            <span class="event"><bdi>{event}</bdi></span>
            <Shown when=sample><span class="tag">{move || words.t("sample")}</span></Shown>
            <update::UpdateReady/>
            <a class="btn plain" id="help" href=Route::Help.address()>{move || words.t("title-help")}</a>
            <Shown when=move || words.incomplete()><span class="tag" id="incomplete">{move || words.t("incomplete")}</span></Shown>
            <LanguageChoice/>
            <Display/>
        </header>
    }
}

#[component]
fn LanguageChoice() -> impl IntoView {
    let words = words();
    view! {
        {LANGUAGES.map(|language| view! {
            <Shown when=move || words.lang() != language.tag>
                <button type="button" class="btn plain" lang=language.tag dir="auto"
                    on:click=move |_| words.set_lang(language.tag)>
                    {language.name}
                </button>
            </Shown>
        })}
    }
}

/// What the page looks like, when asked for.
#[component]
fn Display() -> impl IntoView {
    let words = words();
    let open = RwSignal::new(false);
    view! {
        <button type="button" class="btn plain" id="display" aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)>
            {move || words.t("display")}
        </button>
        <Shown when=move || open.get()>{pages::lazy::piece("display")}</Shown>
    }
}

/// The rooms of a workbook.
#[component]
fn Steps() -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let conflicts =
        Memo::new(move |_| session.read(|book| book.register.conflicts(&book.workbook)));
    // Whoever goes about comes back to the group they write for.
    let link = move |key: &'static str, make: fn(String, Option<ItemId>) -> Route| {
        let address = move || {
            let book = navigation.route().book().unwrap_or_default().to_owned();
            make(book, session.writes_for())
        };
        // A round is one of the page of rounds; what is shown and answered is of the communiqué.
        let here = move || match navigation.route().title() {
            "title-round" => "title-rounds",
            "title-present" | "title-replies" => "title-communique",
            title => title,
        };
        let current = move || (address().title() == here()).then_some("page");
        view! {
            <a href=move || address().address() aria-current=current>{move || words.t(key)}</a>
        }
    };
    view! {
        <nav class="steps" aria-label=move || words.t("steps")>
            {link("step-draft", |book, group| Route::Draft { book, group, rec: None })}
            {link("step-capture", |book, group| Route::Capture { book, group })}
            {link("step-desk", |book, _| Route::Desk { book })}
            {link("step-list", |book, _| Route::FinalList { book })}
            {link("step-rounds", |book, _| Route::Rounds { book })}
            {link("step-communique", |book, _| Route::Communique { book })}
            {link("step-event", |book, _| Route::Event { book })}
            {link("step-files", |book, _| Route::Files { book })}
            <Shown when=move || { conflicts.get() > 0 }>
                <a class="ask" href=move || Route::Conflicts { book: navigation.route().book().unwrap_or_default().to_owned() }.address()
                    aria-current=move || (navigation.route().title() == "title-conflicts").then_some("page")>
                    {move || words.with("step-conflicts", &[("count", conflicts.get().into())])}
                </a>
            </Shown>
            {link("step-bin", |book, _| Route::Bin { book })}
        </nav>
    }
}

/// Saved, saving or NOT SAVED; the last file and the changes since. Plain text: the announcer speaks, this does not.
#[component]
fn StatusLine() -> impl IntoView {
    let (words, session) = (words(), session());
    let status = Memo::new(move |_| session.status());
    let saving = move || {
        let (class, text) = status.with(|status: &Status| match status.saving {
            _ if status.opening => ("soft", words.t("status-opening")),
            Saving::Saved => ("good", words.t("status-saved")),
            Saving::Underway => ("soft", words.t("status-saving")),
            Saving::NotSaved(trouble) => (
                "bad",
                format!("{} {}", words.t("status-not-saved"), words.t(trouble.key())),
            ),
        });
        view! { <b class=class>{text}</b> }
    };
    let file = move || {
        status.with(|status| match &status.last_file {
            // What was open before is nobody's business there.
            _ if status.opening => String::new(),
            None if status.changes == 0 => String::new(),
            None => words.with("status-no-file", &[("changes", status.changes.into())]),
            Some(file) => {
                let time = words.figures(clock_time(file.at));
                words.with(
                    "status-last-file",
                    &[("time", time.into()), ("changes", status.changes.into())],
                )
            }
        })
    };
    let recovered = move || {
        status.with(|status| status.recovered).checked_sub(1).map(|more| {
            view! { <span class="note">{words.with("status-recovered", &[("count", more.saturating_add(1).into())])}</span> }
        })
    };
    // A trouble is said once, when it comes.
    Effect::new(move |before: Option<Saving>| {
        let now = status.with(|status| status.saving);
        if let Saving::NotSaved(trouble) = now
            && before != Some(now)
        {
            // The line shows it as long as it lasts.
            session.say_unseen(format!(
                "{} {}",
                words.t("status-not-saved"),
                words.t(trouble.key())
            ));
        }
        now
    });
    view! {
        <section class="status" id="status" aria-label=move || words.t("status")>
            {saving}
            <span>{file}</span>
            <reminder::Reminder/>
            {recovered}
            <Shown when=move || { status.with(|status| status.unreadable > 0) }>{pages::lazy::piece("damaged")}</Shown>
            // For eyes: ears hear the announcer.
            <span class="said" aria-hidden="true">{move || session.shown()}</span>
            <pages::draft::ExportButton/>
        </section>
    }
}
