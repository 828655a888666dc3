//! Pages that are in a part of the program which is loaded when it is needed: on going to one of them, or ahead, when the
//! page has come to rest. A part that cannot be loaded is told, nothing is lost, and it can be tried again.

use std::cell::RefCell;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use super::PAGES;
use crate::browser::{clock, page};
use crate::session::session;
use crate::ui::{Markup, Shown, view};
use crate::words::{Source, Words, words};

/// A page of a part. Whoever has it has the part: what it draws and says lies there.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    /// Draws it.
    pub(crate) draw: fn() -> AnyView,
    /// What its part says.
    pub(crate) says: &'static [Source],
}

/// A part was not there: no network, and not kept by this browser yet.
pub(crate) type NotLoaded = SplitLoaderError;
/// What comes when a part is there.
pub(crate) type Coming<T> = Pin<Box<dyn Future<Output = T>>>;

/// A function that lies in a part of the program: an `async fn` that loads the part, then does what stands here. Tests are one
/// program that nothing takes apart, and no browser would find its parts.
macro_rules! in_part {
    ($part:ident, fn $name:ident($($given:ident: $kind:ty),* $(,)?) -> $answer:ty { $($body:tt)* }) => {
        #[cfg(not(test))]
        #[::leptos::wasm_split::wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible)]
        fn $name($($given: $kind),*) -> $answer {
            $($body)*
        }
        #[cfg(test)]
        async fn $name($($given: $kind),*) -> $answer {
            $($body)*
        }
    };
}
pub(crate) use in_part;

/// The id of every page's heading.
const TITLE: &str = "page-title";
/// The id of the button that tries again.
const AGAIN: &str = "part-again";
/// A loading that takes less, in milliseconds, is not told.
const SOON: u32 = 350;

thread_local! {
    /// What has been loaded, by the key of the page's title.
    static LOADED: RefCell<Vec<(&'static str, Page)>> = const { RefCell::new(Vec::new()) };
}

fn loaded(title: &str) -> Option<Page> {
    LOADED.with_borrow(|pages| {
        let found = pages.iter().find(|(held, _)| *held == title);
        found.map(|(_, page)| *page)
    })
}

async fn load(title: &'static str, words: Words) -> Option<Page> {
    if let Some(page) = loaded(title) {
        return Some(page);
    }
    let (_, load) = PAGES.iter().find(|(held, _)| *held == title)?;
    let page = load().await.ok()?;
    words.add(page.says);
    LOADED.with_borrow_mut(|pages| pages.push((title, page)));
    Some(page)
}

/// Loads every part as soon as the page has come to rest, so that later nothing has to be waited for.
pub(crate) fn load_ahead() {
    let words = words();
    let ahead = move || {
        spawn_local(async move {
            for (title, _) in PAGES {
                if load(title, words).await.is_none() {
                    break;
                }
                clock::pause().await;
            }
        });
    };
    if let Some(listener) = page::on_rest(ahead) {
        listener.forever();
    }
}

/// A piece of a page that is in a part, for as long as it is wanted. Where it does not come, wanting it again is another try.
pub(crate) fn piece(name: &'static str) -> Markup {
    let lazy = Lazy::ask(name);
    Markup::live(move || lazy.map(Lazy::drawn))
}

/// A page of a part: asked for at once, drawn when it is there.
#[derive(Clone, Copy)]
pub(crate) struct Lazy {
    title: &'static str,
    page: RwSignal<Option<Page>>,
    busy: RwSignal<bool>,
    failed: RwSignal<bool>,
}

impl Lazy {
    /// The page whose title has this key; `None` where it is no page of a part.
    pub(crate) fn ask(title: &'static str) -> Option<Self> {
        PAGES.iter().find(|(held, _)| *held == title)?;
        let lazy = Self {
            title,
            page: RwSignal::new(loaded(title)),
            busy: RwSignal::new(false),
            failed: RwSignal::new(false),
        };
        if lazy.page.with_untracked(Option::is_none) {
            lazy.load();
        }
        Some(lazy)
    }

    fn load(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let (words, session) = (words(), session());
        spawn_local(async move {
            let loaded = load(self.title, words).await;
            // What has the focus goes away with what told of the loading; somebody may have gone elsewhere meanwhile.
            let follows = page::focused().is_some_and(|id| id == TITLE || id == AGAIN);
            if self.busy.try_set(false).is_some() {
                return;
            }
            match loaded {
                Some(_) => {
                    self.page.set(loaded);
                    clock::pause().await;
                    if follows {
                        page::focus(TITLE);
                    }
                }
                None => {
                    self.failed.set(true);
                    session.say_unseen(untrack(|| words.t("part-not-loaded")));
                }
            }
        });
    }

    /// The page, or that it is coming, or that it did not come.
    pub(crate) fn view(self) -> AnyView {
        Markup::live(move || match self.page.get() {
            Some(page) => (page.draw)(),
            None => NotThere(NotThereProps { lazy: self }).into_any(),
        })
        .into_any()
    }

    /// The same of what is no page.
    fn drawn(self) -> AnyView {
        if let Some(page) = self.page.get() {
            return (page.draw)();
        }
        let words = words();
        let told = move || self.failed.get().then(|| words.t("part-not-loaded"));
        view! { <p class="hint">{told}</p> }.into_any()
    }
}

#[component]
fn NotThere(lazy: Lazy) -> impl IntoView {
    let words = words();
    let slow = RwSignal::new(false);
    let timer = clock::after(SOON, move || {
        let _ = slow.try_set(true);
    });
    StoredValue::new_local(timer);
    view! {
        <main id="main" class="page">
            <h1 id=TITLE tabindex="-1">{move || words.t(lazy.title)}</h1>
            <Shown when=move || slow.get() && !lazy.failed.get()>
                <p class="hint">{move || words.t("part-loading")}</p>
            </Shown>
            <Shown when=move || lazy.failed.get()>
                <p class="note bad">{move || words.t("part-not-loaded")}</p>
                <p>
                    <button type="button" class="btn key" id=AGAIN aria-busy=move || lazy.busy.get().to_string()
                        on:click=move |_| lazy.load()>
                        {move || words.t("part-again")}
                    </button>
                </p>
            </Shown>
        </main>
    }
}
