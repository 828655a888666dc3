//! What the parts of the draft page share: which group and recommendation are shown, what the list is filtered by, and the
//! acts that end in a sentence or move the focus.

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::event::{Group, events, groups};
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::{Recommendation, State};
use rapporteur_core::register::Filter;
use rapporteur_core::text::{Query, guess_lang};

use super::wordings::settle_script;
use crate::app::{Navigation, navigation};
use crate::browser::page;
pub(super) use crate::browser::page::focus_soon;
use crate::pages::waiting::Early;
use crate::route::Route;
use crate::session::{Session, TextField, session};
use crate::ui::{effect, memo, plain_label};
use crate::words::{Words, words};

/// The id of the list; its rows are `recs-{item}`.
pub(super) const LIST: &str = "recs";
/// The id of the field for the recommendation's text.
pub(super) const TEXT: &str = "text";
/// The id of the find box.
pub(super) const FIND: &str = "find";
/// The id of the button that adds.
pub(super) const ADD: &str = "add";

/// The draft page's state, for its parts.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) session: Session,
    pub(super) words: Words,
    navigation: Navigation,
    /// The group whose list is shown; `None` for all.
    pub(super) group: Memo<Option<ItemId>>,
    /// The recommendation on the sheet.
    pub(super) rec: Memo<Option<ItemId>>,
    /// What stands in the find box.
    pub(super) query: RwSignal<String>,
    /// Only those in this state.
    pub(super) state: RwSignal<Option<State>>,
    /// Only those asked of this body.
    pub(super) term: RwSignal<Option<String>>,
    /// Only those with a field in which somebody has to choose.
    pub(super) undecided: RwSignal<bool>,
    /// The list as it is filtered, a new recommendation last.
    pub(super) ids: Memo<Arc<Vec<ItemId>>>,
    /// The row that is in the order of the Tab key: the current one, or the first.
    pub(super) entry: Memo<Option<ItemId>>,
    /// The language new texts are written in.
    pub(super) lang: RwSignal<String>,
    /// What is unfolded, kept from one recommendation to the next.
    pub(super) open: Open,
    /// Counts what is typed on the sheet, for who reads along.
    pub(super) touched: RwSignal<u32>,
    /// What is loaded behind the rest, and whether it did not come.
    pub(super) rest: RwSignal<Option<super::rest::Rest>>,
    pub(super) rest_failed: RwSignal<bool>,
    /// The next sheet takes the focus into its text.
    focus_text: StoredValue<bool>,
    /// The empty group that is being gone to.
    begin: StoredValue<Option<ItemId>>,
}

/// What is unfolded.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) filter: RwSignal<bool>,
    pub(super) bodies: RwSignal<bool>,
    pub(super) builder: RwSignal<bool>,
    pub(super) issues: RwSignal<bool>,
    pub(super) more: RwSignal<bool>,
    pub(super) history: RwSignal<bool>,
    pub(super) keys: RwSignal<bool>,
}

impl Desk {
    pub(super) fn new() -> Self {
        let (session, words, navigation) = (session(), words(), navigation());
        let shown = memo(move || match navigation.route() {
            Route::Draft { group, rec, .. } => (group, rec),
            _ => (None, None),
        });
        let group = memo(move || shown.get().0.or_else(|| only_group(session)));
        let rec = memo(move || shown.get().1);
        let (query, undecided) = (RwSignal::new(String::new()), RwSignal::new(false));
        let (state, term) = (RwSignal::new(None), RwSignal::new(None));
        let ids = memo(move || {
            let group = group.get();
            let filter = Filter {
                group,
                term: term.get(),
                state: state.get(),
                withdrawn: false,
                conflicts: undecided.get(),
            };
            let query = query.with(|text| Query::new(text));
            let mut ids =
                session.read(|book| book.register.find(&filter, &query, &book.vocabulary));
            if let Some((fresh, of)) = session.fresh()
                && group.is_none_or(|group| group == of)
            {
                ids.push(fresh);
            }
            Arc::new(ids)
        });
        let entry = memo(move || {
            let rec = rec.get();
            ids.with(|ids| rec.filter(|rec| ids.contains(rec)).or(ids.first().copied()))
        });
        let closed = || RwSignal::new(false);
        let desk = Self {
            session,
            words,
            navigation,
            group,
            rec,
            query,
            state,
            term,
            undecided,
            ids,
            entry,
            lang: RwSignal::new(untrack(|| words.lang().to_owned())),
            open: Open {
                filter: closed(),
                bodies: closed(),
                builder: closed(),
                issues: closed(),
                more: closed(),
                history: closed(),
                keys: closed(),
            },
            touched: RwSignal::new(0),
            rest: RwSignal::new(None),
            rest_failed: RwSignal::new(false),
            focus_text: StoredValue::new(false),
            begin: StoredValue::new(None),
        };
        effect(move || session.write_for(group.get()));
        // A new recommendation is told when it has become one.
        Effect::new(move |before: Option<Option<ItemId>>| {
            let now = session.fresh().map(|(item, _)| item);
            if let Some(Some(was)) = before
                && now != Some(was)
                && session.peek(|book| book.register.row(was).is_some())
            {
                desk.say_number("said-added", was);
            }
            now
        });
        provide_context(desk);
        desk
    }

    /// The title of a group in the interface's language, behind its code; follows changes.
    pub(super) fn group_title(self, group: ItemId) -> String {
        let lang = self.words.lang();
        self.session.read(|book| {
            let group = Group::read(&book.workbook, group);
            match (group.code.as_str(), group.title(lang)) {
                ("", title) => title.to_owned(),
                (code, title) if code == title => title.to_owned(),
                (code, title) => format!("{code} · {title}"),
            }
        })
    }

    /// What a term is called in the interface's language; follows changes.
    pub(super) fn label(self, term: &str) -> String {
        let lang = self.words.lang();
        self.session
            .read(|book| plain_label(book.vocabulary.label(term, lang)))
    }

    /// Whether a recommendation can be shown on the sheet: it is in the workbook, or it is the new one.
    pub(super) fn is_there(self, item: ItemId) -> bool {
        self.session.fresh().is_some_and(|(fresh, _)| fresh == item)
            || self.session.read(|book| book.register.row(item).is_some())
    }

    /// A recommendation as it is now; follows its changes.
    pub(super) fn recommendation(self, item: Memo<ItemId>) -> Memo<Recommendation> {
        memo(move || {
            let item = item.get();
            self.session
                .read(|book| Recommendation::read(&book.workbook, item))
        })
    }

    /// The local id of the workbook.
    pub(super) fn book(self) -> String {
        self.session.peek(|book| book.id.clone())
    }

    /// Goes to a group's list.
    pub(super) fn group_route(self, group: Option<ItemId>) -> Route {
        let book = self
            .navigation
            .route()
            .book()
            .unwrap_or_default()
            .to_owned();
        Route::Draft {
            book,
            group,
            rec: None,
        }
    }

    /// Puts a recommendation on the sheet, or takes it off.
    pub(super) fn select(self, rec: Option<ItemId>) {
        self.session.leave_text();
        if let Route::Draft { book, group, .. } = self.navigation.here() {
            self.navigation.turn(Route::Draft { book, group, rec });
        }
    }

    /// This empty group is being gone to: it begins with a new recommendation.
    pub(super) fn begin_with(self, group: ItemId) {
        self.begin.set_value(Some(group));
    }

    /// A new recommendation, or the empty one that is there already; the focus goes to its text.
    pub(super) fn add(self) {
        let Some(group) = self.group_for_new() else {
            self.session.say(self.words.t("said-choose-group"));
            self.select(None);
            focus_soon("groups");
            return;
        };
        self.session.leave_text();
        if let Some(item) = self.rec.get_untracked() {
            settle_script(self, item);
        }
        let fresh = untrack(|| self.session.fresh())
            .filter(|(_, of)| *of == group)
            .map(|(item, _)| item);
        let Some(item) = fresh.or_else(|| self.session.new_recommendation(group)) else {
            return;
        };
        if self.rec.get_untracked() == Some(item) {
            page::focus(TEXT);
        } else {
            self.focus_text.set_value(true);
            self.select(Some(item));
        }
    }

    /// Whether the sheet that is being made is to take the focus; asked once.
    pub(super) fn takes_focus(self) -> bool {
        let takes = self.focus_text.get_value();
        self.focus_text.set_value(false);
        takes
    }

    fn group_for_new(self) -> Option<ItemId> {
        self.group.get_untracked().or_else(|| {
            let rec = self.rec.get_untracked()?;
            self.session
                .peek(|book| book.register.row(rec).and_then(|row| row.group))
        })
    }

    /// What happens when a group is shown: text typed while the workbook was being opened becomes its new recommendation,
    /// and an empty group chosen to write for begins with one.
    pub(super) fn on_group(self) {
        let early = use_context::<Early>();
        effect(move || {
            let Some(group) = self.group.get() else {
                return;
            };
            let begin = self.begin.get_value() == Some(group);
            self.begin.set_value(None);
            if let Some(text) = early.and_then(|early| early.take(&self.book())) {
                self.write_early(group, &text);
            } else if begin {
                self.add();
            }
        });
    }

    fn write_early(self, group: ItemId, text: &str) {
        self.session.leave_text();
        let Some(item) = self.session.new_recommendation(group) else {
            return;
        };
        if let Some(lang) = guess_lang(text) {
            self.lang.set(lang.to_owned());
        }
        let field = TextField::Wording(self.lang.get_untracked());
        self.session.type_text(item, &field, text);
        self.focus_text.set_value(true);
        self.select(Some(item));
    }

    /// The row beside the current one, or the first or last; `None` where the list is empty.
    pub(super) fn row_at(self, to: Step) -> Option<ItemId> {
        let here = self.rec.get_untracked();
        self.ids.with_untracked(|ids| {
            let last = ids.len().checked_sub(1)?;
            let place = ids.iter().position(|id| Some(*id) == here);
            let place = match (to, place) {
                (Step::First, _) | (Step::Down | Step::Up, None) => 0,
                (Step::Last, _) => last,
                (Step::Down, Some(place)) => place.saturating_add(1).min(last),
                (Step::Up, Some(place)) => place.saturating_sub(1),
            };
            ids.get(place).copied()
        })
    }

    /// Selects a row and puts the focus on it.
    pub(super) fn go_to_row(self, item: ItemId) {
        self.select(Some(item));
        focus_soon(row_id(item));
    }
}

/// A step in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    First,
    Last,
    Up,
    Down,
}

/// The draft page's state, within its parts.
pub(super) fn desk() -> Desk {
    expect_context()
}

/// The id of a row's button.
pub(super) fn row_id(item: ItemId) -> String {
    format!("{LIST}-{item}")
}

/// The group, where there is just one.
fn only_group(session: Session) -> Option<ItemId> {
    session.read(|book| {
        let events = events(&book.workbook);
        let mut all = events
            .iter()
            .flat_map(|event| groups(&book.workbook, event.id));
        all.next()
            .filter(|_| all.next().is_none())
            .map(|group| group.id)
    })
}
