//! The results of a closed round: tiers and verdicts in words, each item with its distribution, then the charts.

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::priority::rating::Verdict;
use rapporteur_core::round::{Answers, Results, Round};

use super::{agreement, card, figures, item, many, matrix, name_of};
use crate::browser::page;
use crate::session::session;
use crate::ui::{Markup, memo, view};
use crate::words::{Words, words};

#[component]
pub(super) fn ResultsPage(id: ItemId) -> impl IntoView {
    let (words, session) = (words(), session());
    let results = memo(move || session.read(|book| Results::read(&book.workbook, id)));
    let round = memo(move || session.read(|book| Round::read(&book.workbook, id)));
    let name = move || round.with(|round| round.as_ref().map(name_of).unwrap_or_default());
    view! {
        <main id="main" class="page desk results">
            <h1 id="page-title" tabindex="-1">{move || words.t("results-group-heading")}</h1>
            <p class="soft">{name}</p>
            {move || results.get().map(|results| shown(words, &results))}
            <card::MethodCard round/>
        </main>
    }
}

fn shown(words: Words, results: &Results) -> Markup {
    let quorum = [("quorum", many(results.quorum).into())];
    let (class, quorate) = match results.is_quorate() {
        true => ("soft", words.with("results-quorate", &quorum)),
        false => ("note", words.with("results-not-quorate", &quorum)),
    };
    let refused = (results.refused > 0)
        .then(|| words.with("results-refused", &[("count", results.refused.into())]));
    let concordance = results.answers.iter().find_map(|answers| match answers {
        Answers::Ranking(ranked) if ranked.concordance.show => ranked.concordance.w,
        _ => None,
    });
    let concordance = concordance.map(|w| {
        words.with(
            "results-concordance",
            &[("w", words.figures(format!("{w:.2}")).into())],
        )
    });
    let hint = match results.tiers() {
        Some(_) => words.t("results-tiers-hint"),
        None => words.t("results-no-tiers"),
    };
    view! {
        <section class="turnout">
            <p><b>{words.with("results-voters", &[("voters", many(results.voters).into())])}</b></p>
            <p class=class>{quorate}</p>
            {refused.map(|refused| view! { <p class="note">{refused}</p> })}
            {concordance.map(|told| view! { <p class="soft">{told}</p> })}
            <button type="button" class="btn" on:click=move |_| page::print()>{words.t("results-print")}</button>
        </section>
        <section class="tiers" aria-labelledby="results-tiers">
            <h2 id="results-tiers">{words.t("results-tiers")}</h2>
            <p class="hint">{hint}</p>
            {tiers(words, results)}
        </section>
        {agreement::chart(words, results)}
        {matrix::chart(words, results)}
        {figures::more(words, results)}
    }
}

/// Items by tier, then those in none.
fn tiers(words: Words, results: &Results) -> Vec<Markup> {
    let order = results.order();
    let same = order.chunk_by(|a, b| results.tier(*a) == results.tier(*b));
    let tier = |items: &[usize]| {
        let first = items.first().and_then(|item| results.tier(*item));
        let name = match (first, results.tiers()) {
            (Some(tier), _) => Some(words.with("results-tier", &[("tier", tier.into())])),
            (None, Some(_)) => Some(words.t("results-not-compared")),
            (None, None) => None,
        };
        let rows: Vec<Markup> = items
            .iter()
            .map(|at| item::row(words, results, *at))
            .collect();
        view! {
            <section class="tier">
                {name.map(|name| view! { <h3>{name}</h3> })}
                <ol class="result-list" role="list">{rows}</ol>
            </section>
        }
    };
    same.map(tier).collect()
}

/// The key of a verdict's name.
pub(super) const fn verdict_key(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Supported) => "results-verdict-supported",
        Some(Verdict::NotSupported) => "results-verdict-not-supported",
        Some(Verdict::Uncertain) => "results-verdict-uncertain",
        None => "results-no-verdict",
    }
}
