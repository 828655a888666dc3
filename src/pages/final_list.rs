//! The final list as it stands: each recommendation, or the combined text that takes its place, numbered by whom it asks.
//! Several can be chosen and tagged, marked, shown, combined or linked at once; of a combined text one sees whose words it is made of.

mod chosen;
mod edition;
mod lineage;
mod row;
mod together;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::combination::Combinations;
use rapporteur_core::edition::{Numbering, numbering};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::vocabulary::main_addressees;

use super::tour;
use crate::app::navigation;
use crate::route::Route;
use crate::session::{Session, session};
use crate::ui::{Check, Rows, Shown, memo, plain_label, view};
use crate::words::{Words, words};

/// The id of the list; its rows are `final-{item}`.
const LIST: &str = "final";

/// The page's state, for its parts.
#[derive(Clone, Copy)]
struct Table {
    session: Session,
    words: Words,
    /// Which recommendation is part of what.
    all: Memo<Arc<Combinations>>,
    /// The list with the numbers it would have now.
    numbers: Memo<Arc<Numbering>>,
    /// Only what was combined is shown.
    only_combined: RwSignal<bool>,
    /// Its items in order, as far as they are shown.
    items: Memo<Arc<Vec<ItemId>>>,
    /// What is ticked, of all that was; what is no longer listed does not count.
    ticked: RwSignal<BTreeSet<ItemId>>,
    /// Those for which a text is chosen, and what the digits do meanwhile.
    combining: RwSignal<Option<Vec<ItemId>>>,
    answers: StoredValue<Vec<Callback<()>>>,
    /// The item whose origins were asked for last.
    open: RwSignal<Option<ItemId>>,
}

impl Table {
    fn new() -> Self {
        let (session, words) = (session(), words());
        let all = memo(move || session.read(|book| Arc::new(Combinations::of(&book.workbook))));
        let numbers = memo(move || {
            all.with(|all| {
                session.read(|book| {
                    let standing = all.standing(&book.register);
                    Arc::new(numbering(&book.workbook, &book.vocabulary, all, &standing))
                })
            })
        });
        let only_combined = RwSignal::new(false);
        let items = memo(move || {
            let only = only_combined.get();
            numbers.with(|numbers| {
                let items = numbers.sections.iter().flat_map(|section| &section.items);
                let items = items.map(|numbered| numbered.item);
                let shown = items.filter(|item| !only || item.kind == Kind::COMBINATION);
                Arc::new(shown.collect::<Vec<ItemId>>())
            })
        });
        Self {
            session,
            words,
            all,
            numbers,
            only_combined,
            items,
            ticked: RwSignal::new(BTreeSet::new()),
            combining: RwSignal::new(None),
            answers: StoredValue::new(Vec::new()),
            open: RwSignal::new(None),
        }
    }

    /// Whether an item is among those that are shown; follows what is.
    fn shows(self, item: ItemId) -> bool {
        !self.only_combined.get() || item.kind == Kind::COMBINATION
    }

    /// What is ticked and listed, in order; follows both.
    fn chosen(self) -> Vec<ItemId> {
        let items = self.items.get();
        self.ticked.with(|ticked| {
            let chosen = items.iter().filter(|item| ticked.contains(item));
            chosen.copied().collect()
        })
    }

    fn tick(self, items: &[ItemId], on: bool) {
        self.ticked.update(|ticked| {
            for item in items {
                match on {
                    true => ticked.insert(*item),
                    false => ticked.remove(item),
                };
            }
        });
    }

    /// What an addressee is called; that nobody is asked.
    fn addressee(self, term: Option<&str>) -> String {
        let lang = self.words.lang();
        let Some(term) = term else {
            return self.words.t("final-nobody");
        };
        let main = main_addressees().iter().find(|main| main.term == term);
        match main.and_then(|main| main.labels.get(lang)) {
            Some(label) => label.to_owned(),
            None => {
                let label =
                    |book: &crate::session::Book| plain_label(book.vocabulary.label(term, lang));
                self.session.read(label)
            }
        }
    }
}

#[component]
pub(crate) fn FinalList() -> impl IntoView {
    let navigation = navigation();
    let table = Table::new();
    let words = table.words;
    chosen::listen(table);
    let count = memo(move || {
        table.numbers.with(|numbers| {
            let sections = numbers.sections.iter();
            sections.map(|section| section.items.len()).sum::<usize>()
        })
    });
    let count = move || count.get();
    let any_combined = memo(move || table.all.with(|all| all.listed().next().is_some()));
    let desk = move || {
        let book = navigation.book();
        Route::Desk { book }.address()
    };
    view! {
        <main id="main" class="page desk final-list">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-list")}</h1>
            {tour::line()}
            <p>
                {move || words.with("final-count", &[("count", count().into())])} " "
                <a href=desk>{move || words.t("final-to-desk")}</a>
            </p>
            <Shown when=move || { count() > 0 }>
                <edition::Editions table/>
                <chosen::Chosen table/>
                <together::Together table/>
                <Shown when=move || any_combined.get() || table.only_combined.get()>
                    <p><Check label=words.label("final-only-combined") checked=Signal::from(table.only_combined)
                        change=Callback::new(move |on| table.only_combined.set(on))/></p>
                </Shown>
                <Rows id=LIST label=words.label("title-list") keys=Signal::from(table.items)
                    current=Signal::from(table.open)
                    changes=Signal::derive(move || { table.session.read(|_| ()); table.open.track(); })
                    renews=Signal::derive(move || { words.lang(); })
                    row=move |id| view! { <row::Row table id/> }/>
            </Shown>
        </main>
    }
}
