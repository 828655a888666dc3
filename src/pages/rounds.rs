//! The page of rounds: those of each group, a new one, and what all groups voted.

mod across;
mod alike;
mod new;
mod overview;

use leptos::prelude::*;
use rapporteur_core::event::{events, groups};
use rapporteur_core::item::ItemId;
use rapporteur_core::round::{Round, Stage, rounds};

use super::tour;
use crate::browser::clock;
use crate::pages::naming::{method_name, voters_name};
use crate::route::Route;
use crate::session::{Book, session};
use crate::ui::{Shown, all, memo, view};
use crate::words::{Words, words};

#[component]
pub(crate) fn Rounds() -> impl IntoView {
    let (words, session) = (words(), session());
    let list = memo(move || session.read(|book| by_group(words, book)));
    let none = memo(move || list.with(Vec::is_empty));
    view! {
        <main id="main" class="page desk rounds">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-rounds")}</h1>
            {tour::line()}
            <p class="lead">{move || words.t("rounds-lead")}</p>
            <Shown when=move || none.get()><p class="empty">{move || words.t("rounds-none")}</p></Shown>
            {all(move || list.get(), move |(name, rounds)| {
                let heading = words.with("rounds-group-heading", &[("group", name.into())]);
                let rows = rounds.into_iter().map(row).collect::<Vec<_>>();
                view! {
                    <section class="rounds-of">
                        <h2>{heading}</h2>
                        <ul class="round-list" role="list">{rows}</ul>
                    </section>
                }
            })}
            <new::NewRound/>
            <overview::Overview/>
        </main>
    }
}

/// A round, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Listed {
    stage: &'static str,
    link: &'static str,
    asked: String,
    when: String,
    mark: String,
    address: String,
}

fn row(listed: Listed) -> crate::ui::Markup {
    let words = words();
    view! {
        <li>
            <b>{words.t(listed.stage)}</b>
            <span>{listed.asked}</span>
            <span class="hint">{listed.when} " · " {words.t("card-mark")} " " <bdi class="num" dir="ltr">{listed.mark}</bdi></span>
            <a href=listed.address>{words.t(listed.link)}</a>
        </li>
    }
}

/// The rounds with the names of their groups, in the order of the groups; those in plenary and of no group in use come last.
fn by_group(words: Words, book: &Book) -> Vec<(String, Vec<Listed>)> {
    let all = rounds(&book.workbook);
    let events = events(&book.workbook);
    let order = events
        .iter()
        .flat_map(|event| groups(&book.workbook, event.id));
    let mut order: Vec<Option<ItemId>> = order.map(|group| Some(group.id)).collect();
    for round in &all {
        if !order.contains(&round.of()) {
            order.push(round.of());
        }
    }
    let listed = |round: &Round| Listed {
        stage: stage_key(&round.stage),
        link: match round.stage {
            Stage::Open => "round-open-link",
            Stage::Closed => "round-closed-link",
            Stage::Void(_) | Stage::Broken => "round-void-link",
        },
        asked: asked(words, round),
        when: words.figures(round.begun.map(clock::day_and_minute).unwrap_or_default()),
        mark: round.mark(),
        address: Route::Round {
            book: book.id.clone(),
            round: Some(round.id),
        }
        .address(),
    };
    let groups = order.into_iter().map(|group| {
        let name = voters_name(words, book, group);
        let of = all.iter().filter(|round| round.of() == group).map(listed);
        (name, of.collect::<Vec<_>>())
    });
    groups.filter(|(_, rounds)| !rounds.is_empty()).collect()
}

/// What a round asks, in a line.
fn asked(words: Words, round: &Round) -> String {
    let methods = round.card.methods.iter();
    let methods: Vec<String> = methods
        .map(|method| method_name(words, &round.card, *method))
        .collect();
    methods.join(" · ")
}

/// The key of a stage's name.
const fn stage_key(stage: &Stage) -> &'static str {
    match stage {
        Stage::Open => "round-stage-open",
        Stage::Closed => "round-stage-closed",
        Stage::Void(_) => "round-stage-void",
        Stage::Broken => "round-stage-broken",
    }
}
