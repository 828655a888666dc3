//! One round: while it is open, ballots are cast here, one person after the other; when it is closed, what they say.

mod agreement;
mod booth;
mod card;
mod ending;
mod figures;
mod hand_over;
mod hands;
mod item;
mod matrix;
mod on_paper;
mod ranking;
mod results;
mod review;

use leptos::prelude::*;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::round::{Method, Round, Stage};
use rapporteur_core::text::direction_of;

use crate::app::navigation;
use crate::browser::clock;
use crate::browser::page::focus_soon;
use crate::pages::naming::{item_name, voters_name};
use crate::route::Route;
use crate::session::session;
use crate::ui::{Markup, memo, view};
use crate::words::{self, words};

#[component]
pub(crate) fn RoundPage() -> impl IntoView {
    let (session, navigation) = (session(), navigation());
    let round = memo(move || {
        let Route::Round { round, .. } = navigation.route() else {
            return None;
        };
        round.and_then(|id| session.read(|book| Round::read(&book.workbook, id)))
    });
    let shown = memo(move || {
        round.with(|round| {
            let round = round.as_ref()?;
            let by_hand = round.card.asks(Method::Hands);
            Some((round.id, round.stage.clone(), by_hand))
        })
    });
    Markup::live(move || match shown.get() {
        None => told("round-is-gone", None),
        Some((_, Stage::Broken, _)) => told("round-is-broken", None),
        Some((_, Stage::Void(reason), _)) => told("round-is-void", Some(reason)),
        Some((id, Stage::Closed, _)) => view! { <results::ResultsPage id/> },
        Some((id, Stage::Open, true)) => view! { <hands::HandsPage id/> },
        Some((id, Stage::Open, false)) => view! { <Ballots id/> },
    })
}

/// A round that nothing can be done with.
fn told(key: &'static str, reason: Option<String>) -> Markup {
    let (words, navigation) = (words(), navigation());
    let sentence = match reason {
        Some(reason) => words.with(key, &[("reason", reason.into())]),
        None => words.t(key),
    };
    let back = Route::Rounds {
        book: navigation.book(),
    };
    view! {
        <main id="main" class="page desk">
            <h1 id="page-title" tabindex="-1">{words.t("title-round")}</h1>
            <p class="note">{sentence}</p>
            <p><a href=back.address()>{words.t("rounds-back")}</a></p>
        </main>
    }
}

/// An open round: the hand-over, or a voter's booth.
#[component]
fn Ballots(id: ItemId) -> impl IntoView {
    let navigation = navigation();
    let desk = booth::BoothDesk::new(id);
    desk.listen();
    on_cleanup(move || navigation.show_alone(false));
    let voting = memo(move || desk.is_voting());
    Markup::live(move || match voting.get() {
        true => view! { <booth::Booth desk/> },
        false => view! { <hand_over::HandOver desk/> },
    })
}

/// The text of an item, in its own language.
#[component]
fn Words(item: ItemId) -> impl IntoView {
    let (words, session) = (words(), session());
    let text = move || {
        let lang = words.lang();
        session.read(|book| {
            let rec = Recommendation::read(&book.workbook, item);
            rec.text_for(lang)
                .map(|(lang, text)| (lang.to_owned(), text.to_owned()))
        })
    };
    Markup::live(move || {
        text().map(|(lang, text)| {
            let dir = direction_of(&lang).as_str();
            view! { <span class="words" translate="no" lang=lang dir=dir>{text}</span> }
        })
    })
}

/// Who votes in a round and when it was begun.
fn name_of(round: &Round) -> String {
    let (words, session) = (words(), session());
    let group = session.read(|book| voters_name(words, book, round.of()));
    let when = words.figures(round.begun.map(clock::day_and_minute).unwrap_or_default());
    words.with(
        "round-of",
        &[("group", group.into()), ("when", when.into())],
    )
}

/// The number of what was voted on, or the numbers of what was combined.
fn number_of(words: words::Words, item: ItemId) -> String {
    session().read(|book| match item.kind {
        Kind::COMBINATION => item_name(words, book, item),
        _ => book.register.number(item),
    })
}

/// A count as sentences take it.
fn many(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
