//! The method card as it is read and printed with the result.

use leptos::prelude::*;
use rapporteur_core::round::Round;

use crate::browser::clock;
use crate::pages::naming::{category_name, method_name};
use crate::session::session;
use crate::ui::{Markup, view};
use crate::words::words;

use super::many;

#[component]
pub(super) fn MethodCard(round: Memo<Option<Round>>) -> impl IntoView {
    Markup::live(move || round.get().map(shown))
}

fn shown(round: Round) -> Markup {
    let (words, session) = (words(), session());
    let card = &round.card;
    let methods = card
        .methods
        .iter()
        .map(|method| view! { <li>{method_name(words, card, *method)}</li> });
    let methods: Vec<Markup> = methods.collect();
    let categories = card.categories.iter().map(|(category, count)| {
        let name = session.read(|book| category_name(words, book, category));
        format!("{name} {}", words.figures(count.to_string()))
    });
    let categories = categories.collect::<Vec<_>>().join(&words.t("list-comma"));
    let quorum = words.with(
        "card-quorum-value",
        &[
            ("count", many(card.quorum_needed()).into()),
            (
                "rule",
                words.t(&format!("quorum-{}", card.quorum.name())).into(),
            ),
        ],
    );
    let asked = (!card.asked.is_empty()).then(|| card.asked.clone());
    let categories = (!categories.is_empty()).then_some(categories);
    let when = words.figures(round.begun.map(clock::day_and_minute).unwrap_or_default());
    view! {
        <section class="method-card" aria-labelledby="method-card">
            <h2 id="method-card">{words.t("card")}</h2>
            {asked.map(|asked| view! { <p class="words" translate="no" dir="auto">{asked}</p> })}
            <dl>
                <div><dt>{words.t("card-methods")}</dt><dd><ul>{methods}</ul></dd></div>
                <div><dt>{words.t("card-items")}</dt><dd>{words.figures(round.items.len().to_string())}</dd></div>
                <div><dt>{words.t("card-present")}</dt><dd>{words.figures(card.present.to_string())}</dd></div>
                <div><dt>{words.t("card-quorum")}</dt><dd>{quorum}</dd></div>
                {categories.map(|categories| view! { <div><dt>{words.t("card-categories")}</dt><dd>{categories}</dd></div> })}
                <div><dt>{words.t("card-locked")}</dt><dd>{when}</dd></div>
                <div><dt>{words.t("card-mark")}</dt><dd><bdi class="num" dir="ltr" id="card-mark">{round.mark()}</bdi> " "
                    <span class="hint">{words.t("card-mark-hint")}</span></dd></div>
            </dl>
        </section>
    }
}
