//! A way through the sample: on each main page a line of what to try there, and where to go next. It is beside the page, holds
//! nothing up, and is gone for good when somebody leaves it.

use leptos::prelude::*;
use rapporteur_core::event::events;

use crate::app::navigation;
use crate::browser::page;
use crate::browser::preferences::Preferences;
use crate::route::Route;
use crate::session::session;
use crate::ui::{Markup, Shown, memo, view};
use crate::words::words;

/// The preference under which it is kept that somebody left it.
const LEFT: &str = "tourLeft";

/// What is said on a page of the way, and the page of a workbook.
type Stop = (&'static str, fn(String) -> Route);

/// The way.
const WAY: [Stop; 5] = [
    ("tour-draft", |book| Route::Draft {
        book,
        group: None,
        rec: None,
    }),
    ("tour-rounds", |book| Route::Rounds { book }),
    ("tour-desk", |book| Route::Desk { book }),
    ("tour-list", |book| Route::FinalList { book }),
    ("tour-communique", |book| Route::Communique { book }),
];

/// The line on a page of the sample; nothing elsewhere, and nothing once it was left.
pub(super) fn line() -> Markup {
    let (session, navigation) = (session(), navigation());
    let left = RwSignal::new(Preferences::read().other.get(LEFT).unwrap_or(false));
    let sample =
        memo(move || session.read(|book| events(&book.workbook).iter().any(|event| event.sample)));
    let place = memo(move || {
        let title = navigation.route().title();
        let of = |make: &fn(String) -> Route| make(String::new()).title();
        WAY.iter().position(|(_, make)| of(make) == title)
    });
    view! {
        <Shown when=move || sample.get() && !left.get()>
            {move || place.get().map(|place| stop(place, left))}
        </Shown>
    }
}

/// One stop of the way.
fn stop(place: usize, left: RwSignal<bool>) -> Markup {
    let (words, navigation) = (words(), navigation());
    let to = move |key: &'static str, place: usize| {
        let (_, make) = WAY.get(place)?;
        let page = make(navigation.book());
        let title = page.title();
        let label = move || words.with(key, &[("page", words.t(title).into())]);
        Some((page.address(), label))
    };
    let back = place
        .checked_sub(1)
        .and_then(|before| to("tour-back", before));
    let next = to("tour-next", place.saturating_add(1));
    let at = move || {
        let place = place.saturating_add(1);
        words.with(
            "tour-at",
            &[("place", place.into()), ("all", WAY.len().into())],
        )
    };
    let what = move || WAY.get(place).map(|(key, _)| words.t(key));
    let leave = move |_| {
        let mut preferences = Preferences::read();
        preferences.other.set(LEFT, &true);
        preferences.write();
        page::focus("page-title");
        left.set(true);
    };
    view! {
        <section class="tour" aria-label=move || words.t("tour")>
            <p><b>{at}</b> " " {what}</p>
            <p class="row">
                {back.map(|(address, label)| view! { <a href=address>{label}</a> })}
                {match next {
                    Some((address, label)) => view! { <a class="btn" id="tour-next" href=address>{label}</a> },
                    None => view! { <a class="btn" id="tour-next" href=Route::Start.address()>{move || words.t("tour-own")}</a> },
                }}
                <button type="button" class="btn plain" id="tour-leave" on:click=leave>{move || words.t("tour-leave")}</button>
            </p>
        </section>
    }
}
