//! The facilitator's desk: what needs a person, in one list, and beside it the one thing that is asked now.
//!
//! The list is worked out from the workbook ([`rapporteur_core::queue`]), so it goes on where it was after the page was
//! closed; what is decided is an act. Only what was put off is of this visit alone.

mod alike;
mod card;
mod combine;
mod help;
mod keys;
mod list;
mod other;
mod search;
mod state;
mod texts;
mod unworded;
mod value;

use leptos::prelude::*;
use rapporteur_core::queue::Need;

use super::tour;
use crate::app::navigation;
use crate::route::Route;
use crate::ui::{Markup, Shown, memo, view};

pub(super) use card::{Card, CardView};
pub(super) use combine::{Combine, write};
pub(super) use help::KEYS;
pub(super) use state::{focus_soon, keys_on};

use state::{Desk, TITLE};

#[component]
pub(crate) fn DeskPage() -> impl IntoView {
    let navigation = navigation();
    let desk = Desk::new();
    let words = desk.words;
    search::begin(desk);
    keys::listen(desk);
    let progress = memo(move || desk.queue.with(|queue| queue.progress));
    let said = move || {
        let progress = progress.get();
        let named = [
            ("done", progress.decided().into()),
            ("total", progress.total().into()),
        ];
        words.with("desk-progress", &named)
    };
    let asked = memo(move || desk.shown_need());
    let empty = memo(move || asked.with(Option::is_none));
    let to_list = move || {
        let book = navigation.book();
        Route::FinalList { book }.address()
    };
    view! {
        <main id="main" class="page desk deciding">
            <div class="desk-head">
                <h1 id="page-title" tabindex="-1">{move || words.t("title-desk")}</h1>
                <p class="desk-progress">
                    <span id="desk-progress">{said}</span> " "
                    <progress aria-labelledby="desk-progress" value=move || progress.get().decided().to_string()
                        max=move || progress.get().total().max(1).to_string()></progress>
                </p>
                {tour::line()}
            </div>
            <div class="asking">
                <Shown when=move || empty.get()>
                    <section class="need" aria-labelledby=TITLE>
                        <h2 id=TITLE tabindex="-1">{move || words.t("desk-nothing")}</h2>
                        <p>{move || words.t("desk-nothing-hint")}</p>
                        <p><a href=to_list>{move || words.t("desk-to-list")}</a></p>
                    </section>
                </Shown>
                {Markup::live(move || {
                    // What is asked is read once for all; in another language it is asked anew.
                    words.lang();
                    asked.get().map(|need| untrack(|| ask(desk, need)))
                })}
            </div>
            <list::List desk/>
            <div class="desk-foot">
                <search::Looking desk/>
                <list::Wanted desk/>
                <help::Keys desk/>
            </div>
        </main>
    }
}

/// The view of one thing that needs a person.
fn ask(desk: Desk, need: Need) -> Markup {
    desk.forget_answers();
    match need {
        Need::LookAlike { items, earlier, .. } => {
            view! { <alike::Alike desk items earlier/> }
        }
        Need::Unworded { items } => view! { <unworded::Unworded desk items/> },
        Need::Conflict { item, field } => view! { <value::Conflict desk item field/> },
        Need::Clash(id) => view! { <value::Clash desk id/> },
        Need::Missing { item, lang } => view! { <texts::Missing desk item lang/> },
        Need::OutOfDate { item, lang } => view! { <texts::OutOfDate desk item lang/> },
        Need::Trouble(trouble) => view! { <other::Pointer desk trouble/> },
        Need::Contradiction { items, verdict, .. } => {
            view! { <other::Contradiction desk items verdict/> }
        }
        Need::Earlier { item, field } => view! { <other::Earlier desk item field/> },
        Need::Finding(noted) => view! { <other::Finding desk noted/> },
    }
}
