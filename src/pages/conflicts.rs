//! The page of what people have to decide: every field that holds two values written without sight of each other, both side
//! by side. Choosing one, or writing another, is an act that has seen them all.

mod clashes;
pub(super) mod question;

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::value::Value;

use crate::app::navigation;
pub(super) use crate::browser::page::focus_soon;
use crate::browser::{clock, page};
use crate::pages::naming::sort_by_place;
use crate::route::Route;
use crate::session::session;
use crate::ui::{Shown, each, effect, memo, view};
use crate::words::words;

/// How many questions are in sight; the others follow as these are decided.
const SHOWN: usize = 20;

/// A field in which a person has to choose.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Open {
    pub(super) item: ItemId,
    pub(super) field: String,
}

impl Open {
    /// The id of its heading.
    fn id(&self) -> String {
        format!("ask-{}-{}", self.item, self.field)
    }
}

#[component]
pub(crate) fn Conflicts() -> impl IntoView {
    let (words, session, navigation) = (words(), session(), navigation());
    let open = memo(move || {
        session.read(|book| {
            let conflicts = book.workbook.conflicts();
            let mut open: Vec<Open> = conflicts
                .map(|(item, field, _)| Open {
                    item,
                    field: field.name().to_owned(),
                })
                .collect();
            sort_by_place(book, &mut open, |open| open.item);
            open
        })
    });
    // Acts of this visit that decided: they can be taken back.
    let decided = RwSignal::new(0_usize);
    let decide = move |asked: &Open, value: Value| {
        session.act("resolve", |act, book| {
            act.resolve(&book.workbook, asked.item, &asked.field, value);
        });
    };
    // A text is decided by its button, and by what makes an act of any text too (the page is hidden, a new version loaded).
    let (mut before, mut acts) = (open.get_untracked(), session.undoable());
    effect(move || {
        let now = open.get();
        let gone = before.iter().position(|asked| !now.contains(asked));
        let made = session.undoable().saturating_sub(acts);
        (before, acts) = (now, session.undoable());
        let Some(place) = gone else {
            return;
        };
        if made > 0 {
            decided.update(|decided| *decided = decided.saturating_add(made));
            let left = before.len().into();
            session.say(untrack(|| {
                words.with("conflicts-decided", &[("count", left)])
            }));
        }
        let next = before.get(place).or_else(|| before.last()).map(Open::id);
        // Whoever stood in what is gone stands at the next one.
        clock::next_frame(move || {
            if page::nothing_focused() {
                focus_soon(next.clone().unwrap_or_else(|| String::from("page-title")));
            }
        })
        .forever();
    });
    let count = move || open.with(Vec::len);
    let shown = move || open.with(|open| open.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let draft = move || {
        let book = navigation.book();
        Route::Draft {
            book,
            group: None,
            rec: None,
        }
        .address()
    };
    let take_back = move |_| {
        session.undo();
        decided.update(|decided| *decided = decided.saturating_sub(1));
        session.say(words.t("conflicts-taken-back"));
        focus_soon(String::from("page-title"));
    };
    view! {
        <main id="main" class="page desk conflicts">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-conflicts")}</h1>
            <Shown when=move || { count() > 0 }>
                <p>{move || words.with("conflicts-count", &[("count", count().into())])}</p>
            </Shown>
            <Shown when=move || count() == 0>
                <p class="empty">{move || words.t("conflicts-none")}</p>
                <p><a href=draft>{move || words.t("conflicts-to-draft")}</a></p>
            </Shown>
            <Shown when=move || { decided.get() > 0 }>
                <p><button type="button" class="btn" on:click=take_back>{move || words.t("conflicts-take-back")}</button></p>
            </Shown>
            {each(shown, move |asked: Open| {
                let of = asked.clone();
                view! { <question::Question asked decide=Callback::new(move |value| decide(&of, value))/> }
            })}
            <Shown when=move || { count() > SHOWN }>
                <p class="hint">
                    {move || words.with("conflicts-more", &[("count", count().saturating_sub(SHOWN).into())])}
                </p>
            </Shown>
            <clashes::Clashes/>
        </main>
    }
}
