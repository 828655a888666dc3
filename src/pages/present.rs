//! Plenary: the final list on a large screen, one recommendation a page. First what is ready to be shown is chosen, then the
//! page fills the screen; what plenary amends meanwhile is an act of its own, with its difference and its way back.

mod amend;
mod prepare;
mod stage;

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::report::{Language, Options, Slide, slides};

use crate::app::{Navigation, navigation};
use crate::browser::page::{self, Awake};
use crate::session::{Session, session};
use crate::ui::{Markup, memo, view};
use crate::words::{Words, words};

/// How many sizes of type there are; the middle one is the first.
const SIZES: usize = 7;

/// A presentation, being prepared or shown.
#[derive(Clone, Copy)]
struct Plenary {
    words: Words,
    session: Session,
    navigation: Navigation,
    /// The event, where there are several.
    event: RwSignal<Option<ItemId>>,
    /// The language of what is shown, which is not the page's.
    language: RwSignal<Language>,
    /// Every recommendation of the final list.
    all: Memo<Arc<Vec<Slide>>>,
    /// Those that are shown.
    ready: Memo<Arc<Vec<Slide>>>,
    /// What is on the screen; none while it is being prepared.
    at: RwSignal<Option<ItemId>>,
    size: RwSignal<usize>,
    blank: RwSignal<bool>,
    jumping: RwSignal<bool>,
    amending: RwSignal<bool>,
    /// What was amended last: the item, its language, the text before.
    amended: RwSignal<Option<(ItemId, String, String)>>,
}

impl Plenary {
    fn new() -> Self {
        let (words, session) = (words(), session());
        let language = RwSignal::new(untrack(|| Language::of(words.lang())).unwrap_or_default());
        let event = RwSignal::new(None::<ItemId>);
        let all = memo(move || {
            let events = super::communique::events_of(session, words.lang());
            let held = event
                .get()
                .filter(|id| events.iter().any(|(held, _)| held == id));
            let options = Options {
                language: language.get(),
                event: held.or_else(|| events.first().map(|(event, _)| *event)),
                ..Options::default()
            };
            // Refused are only two languages at once and an event nobody chose.
            Arc::new(
                session
                    .read(|book| slides(&book.workbook, &options))
                    .unwrap_or_default(),
            )
        });
        Self {
            words,
            session,
            navigation: navigation(),
            event,
            language,
            all,
            ready: memo(move || {
                all.with(|all| Arc::new(all.iter().filter(|slide| slide.ready).cloned().collect()))
            }),
            at: RwSignal::new(None),
            size: RwSignal::new(SIZES / 2),
            blank: RwSignal::new(false),
            jumping: RwSignal::new(false),
            amending: RwSignal::new(false),
            amended: RwSignal::new(None),
        }
    }

    /// Where the page on the screen stands among those that are shown.
    fn place(self) -> Option<usize> {
        let at = self.at.get()?;
        self.ready
            .with(|ready| ready.iter().position(|slide| slide.item == at))
    }

    /// The page on the screen.
    fn slide(self) -> Option<Slide> {
        let at = self.at.get()?;
        let find = |slides: &Arc<Vec<Slide>>| slides.iter().find(|slide| slide.item == at).cloned();
        // What somebody else took out meanwhile stays until the page is turned.
        self.ready.with(find).or_else(|| self.all.with(find))
    }

    /// Shows a page; the first where none is named.
    fn begin(self, from: Option<ItemId>) {
        let first = || {
            self.ready
                .with_untracked(|ready| ready.first().map(|slide| slide.item))
        };
        if let Some(item) = from.or_else(first) {
            self.at.set(Some(item));
            self.navigation.show_alone(true);
            page::fill_screen();
            stage::focus_soon("page-title");
        }
    }

    /// Back to what is shown.
    fn end(self) {
        self.session.close_text();
        self.amending.set(false);
        self.jumping.set(false);
        self.blank.set(false);
        self.amended.set(None);
        self.at.set(None);
        self.navigation.show_alone(false);
        page::leave_screen();
        stage::focus_soon("page-title");
    }

    /// Goes so many pages on; stays at the ends.
    fn turn(self, by: isize) {
        let to = untrack(|| {
            let here = self.place().unwrap_or(0);
            self.ready.with(|ready| {
                let last = ready.len().checked_sub(1)?;
                ready
                    .get(here.saturating_add_signed(by).min(last))
                    .map(|slide| slide.item)
            })
        });
        self.show(to);
    }

    /// Shows the page of an item, told to those who listen.
    fn show(self, item: Option<ItemId>) {
        let Some(item) = item.filter(|item| self.at.get_untracked() != Some(*item)) else {
            return;
        };
        self.session.close_text();
        self.amending.set(false);
        self.blank.set(false);
        self.amended.set(None);
        self.at.set(Some(item));
        self.session.say_unseen(untrack(|| self.told()));
    }

    /// Number and place of the page on the screen.
    fn told(self) -> String {
        let number = self.slide().map(|slide| slide.number).unwrap_or_default();
        let place = self.place().map_or(0, |place| place.saturating_add(1));
        let named = [
            ("number", number.into()),
            ("place", place.into()),
            ("count", self.ready.with(|ready| ready.len()).into()),
        ];
        self.words.with("present-place", &named)
    }

    fn switch_language(self) {
        self.session.close_text();
        self.amending.set(false);
        self.amended.set(None);
        self.language.update(|language| {
            *language = match language {
                Language::Ur => Language::En,
                _ => Language::Ur,
            };
        });
    }

    fn resize(self, by: isize) {
        self.size
            .update(|size| *size = size.saturating_add_signed(by).min(SIZES - 1));
    }
}

#[component]
pub(crate) fn Present() -> impl IntoView {
    let plenary = Plenary::new();
    let session = plenary.session;
    stage::listen(plenary);
    let shown = memo(move || plenary.at.get().is_some());
    // While it is shown the screen stays on.
    let awake = StoredValue::new_local(None::<Awake>);
    Effect::new(move || awake.set_value(shown.get().then(page::stay_awake)));
    on_cleanup(move || {
        session.close_text();
        plenary.navigation.show_alone(false);
        page::leave_screen();
    });
    Markup::live(move || match shown.get() {
        true => view! { <stage::Stage plenary/> },
        false => view! { <prepare::Prepare plenary/> },
    })
}
