//! More figures of a round for those who want to check: how close, how split, how far across categories, and two other ways to
//! count the same ballots. What a formula does not define is a dash, never a zero.

use leptos::prelude::*;
use rapporteur_core::round::{Answers, Results};

use super::number_of;
use crate::ui::{Disclosure, Markup, all, view};
use crate::words::{Words, words};

/// A column: the key of its name, which with `-hint` says what it means, and of each row what stands there.
#[derive(Clone, PartialEq)]
struct Column {
    key: &'static str,
    cells: Vec<String>,
}

/// The table behind its button; nothing where no question has such figures.
pub(super) fn more(words: Words, results: &Results) -> Option<Markup> {
    let order = results.order();
    let columns = columns(words, results, &order);
    let items = order.iter().filter_map(|at| results.items.get(*at));
    let numbers: Vec<String> = items.map(|item| number_of(words, *item)).collect();
    let open = RwSignal::new(false);
    let label = Signal::derive(move || words.t("figures-more"));
    (!columns.is_empty()).then(|| {
        view! {
            <section class="more-figures">
                <Disclosure label open id="figures-more"><Table numbers=numbers.clone() columns=columns.clone()/></Disclosure>
            </section>
        }
    })
}

#[component]
fn Table(numbers: Vec<String>, columns: Vec<Column>) -> impl IntoView {
    let words = words();
    let keys: Vec<&'static str> = columns.iter().map(|column| column.key).collect();
    let heads = keys.clone();
    let rows: Vec<(String, Vec<String>)> = numbers
        .into_iter()
        .enumerate()
        .map(|(at, number)| {
            let cells = columns.iter().map(|column| column.cells.get(at));
            let cells = cells.map(|cell| cell.cloned().unwrap_or_default());
            (number, cells.collect())
        })
        .collect();
    view! {
        <p class="hint">{move || words.t("figures-hint")}</p>
        <dl class="told">
            {all(move || keys.clone(), move |key| view! {
                <div><dt>{words.t(key)}</dt><dd>{words.t(&format!("{key}-hint"))}</dd></div>
            })}
        </dl>
        <div class="wide" tabindex="0" role="region" aria-labelledby="figures-caption">
            <table class="figures" id="figures-table">
                <caption id="figures-caption">{move || words.t("figures-more")}</caption>
                <thead><tr>
                    <th scope="col">{move || words.t("results-item")}</th>
                    {all(move || heads.clone(), move |key| view! { <th scope="col" class="number">{words.t(key)}</th> })}
                </tr></thead>
                <tbody>
                    {all(move || rows.clone(), |(number, cells)| {
                        let cells = cells.into_iter().map(|cell| view! { <td class="number"><bdi>{cell}</bdi></td> });
                        view! { <tr><th scope="row"><bdi class="num">{number}</bdi></th>{cells.collect::<Vec<_>>()}</tr> }
                    })}
                </tbody>
            </table>
        </div>
    }
}

/// The columns that the questions asked have, in the order of the questions.
fn columns(words: Words, results: &Results, order: &[usize]) -> Vec<Column> {
    let column = |key: &'static str, cell: &dyn Fn(usize) -> Option<String>| {
        let cells = order.iter().map(|at| match cell(*at) {
            Some(told) => words.figures(told),
            None => String::from("–"),
        });
        let cells = cells.collect();
        Column { key, cells }
    };
    let share = |of: Option<f64>| of.map(|of| format!("{of:.2}"));
    let mut columns = Vec::new();
    for answers in &results.answers {
        match answers {
            Answers::Rating(rated) => {
                let of = |list: &[Option<f64>], at: usize| share(list.get(at).copied().flatten());
                columns.push(column("figures-consensus", &|at| of(&rated.consensus, at)));
                columns.push(column("figures-controversy", &|at| {
                    of(&rated.controversy, at)
                }));
                if !results.sectors.is_empty() {
                    columns.push(column("figures-bridging", &|at| {
                        share(rated.sectors.get(at)?.bridging)
                    }));
                }
            }
            Answers::Ranking(ranked) => {
                columns.push(column("figures-first", &|at| {
                    ranked.top.top_votes.get(at).map(u64::to_string)
                }));
                columns.push(column("figures-borda", &|at| {
                    ranked.borda.order.as_ref()?;
                    ranked.borda.score.get(at).map(f64::to_string)
                }));
                let ranks = ranked.schulze.as_ref().and_then(|of| of.rank.as_ref());
                columns.push(column("figures-schulze", &|at| {
                    ranks?.get(at).map(u64::to_string)
                }));
            }
            _ => {}
        }
    }
    columns
}
