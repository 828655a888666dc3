//! The chart of agreement: for each recommendation a bar that goes to one side by those against, to the other by those in
//! favour; and the same numbers as a table.

use rapporteur_core::priority::rating::Distribution;
use rapporteur_core::round::{Answers, Results};
use rapporteur_core::text::{Direction, direction_of};

use super::{many, number_of};
use crate::pages::naming::short_name;
use crate::session::session;
use crate::ui::{Markup, view};
use crate::words::Words;

/// Half the width of the bars, and the height of a row, in units of the drawing.
const HALF: u64 = 150;
const ROW: usize = 22;

/// One item's sides.
struct Sides {
    number: String,
    /// What stands beside the bar.
    short: String,
    against: u64,
    between: u64,
    favour: u64,
}

impl Sides {
    fn of(number: String, short: String, ratings: &Distribution) -> Self {
        Self {
            number,
            short,
            against: ratings.between(1, 3),
            between: ratings.between(4, 6),
            favour: ratings.between(7, 9),
        }
    }
}

/// The chart and its table; nothing where agreement was not asked.
pub(super) fn chart(words: Words, results: &Results) -> Option<Markup> {
    let rated = results.answers.iter().find_map(|answers| match answers {
        Answers::Rating(rated) => Some(rated),
        _ => None,
    })?;
    let session = session();
    let sides = results.order().into_iter().filter_map(|at| {
        let item = results.items.get(at)?;
        let short = session.read(|book| short_name(book, *item));
        let number = number_of(words, *item);
        Some(Sides::of(number, short, rated.distributions.get(at)?))
    });
    let sides: Vec<Sides> = sides.collect();
    let voters = sides
        .iter()
        .map(|of| of.against + of.between + of.favour)
        .max()
        .unwrap_or(0)
        .max(1);
    let mirrored = direction_of(words.lang()) == Direction::Rtl;
    let bars: Vec<Markup> = sides
        .iter()
        .zip(0..)
        .map(|(of, row)| bar(of, row, voters, mirrored))
        .collect();
    let rows: Vec<Markup> = sides
        .iter()
        .map(|of| {
            view! {
                <tr>
                    <th scope="row"><bdi class="num">{of.number.clone()}</bdi></th>
                    <td class="number">{words.figures(of.against.to_string())}</td>
                    <td class="number">{words.figures(of.between.to_string())}</td>
                    <td class="number">{words.figures(of.favour.to_string())}</td>
                </tr>
            }
        })
        .collect();
    let height = sides.len() * ROW + 8;
    Some(view! {
        <figure class="chart" aria-labelledby="chart-agreement">
            <figcaption><h2 id="chart-agreement">{words.t("results-chart-agreement")}</h2>
                <p class="hint">{words.t("results-chart-agreement-hint")}</p></figcaption>
            <svg:svg class="bars" viewBox=format!("0 0 440 {height}") aria-hidden="true">
                {bars}
                <svg:line class="axis" x1=axis(mirrored) x2=axis(mirrored) y1="0" y2=height></svg:line>
            </svg:svg>
            <div class="wide" tabindex="0" role="region" aria-labelledby="agreement-table">
                <table class="figures">
                    <caption id="agreement-table">{words.t("results-table")}</caption>
                    <thead><tr>
                        <th scope="col">{words.t("results-item")}</th>
                        <th scope="col" class="number">{words.t("results-against-short")}</th>
                        <th scope="col" class="number">{words.t("results-between-short")}</th>
                        <th scope="col" class="number">{words.t("results-favour-short")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </figure>
    })
}

/// Where the bars meet: the numbers stand at the beginning of the line.
const fn axis(mirrored: bool) -> usize {
    match mirrored {
        false => 270,
        true => 170,
    }
}

/// Half of those in between stand on each side of the line. In a right-to-left page the sides change places.
fn bar(of: &Sides, row: usize, voters: u64, mirrored: bool) -> Markup {
    let wide = |count: u64| many(HALF * count / voters);
    let (against, favour) = (wide(of.against), wide(of.favour));
    let half = wide(of.between) / 2;
    let (before, behind, first, last) = match mirrored {
        false => (against, favour, "against", "favour"),
        true => (favour, against, "favour", "against"),
    };
    let y = row * ROW + 6;
    let rect = move |class: &'static str, x: usize, width: usize| {
        view! {
            <svg:rect class=class x=x y=y width=width height="14"></svg:rect>
        }
    };
    let number = of.short.clone();
    let axis = axis(mirrored);
    let (label, anchor) = match mirrored {
        false => ("0", "start"),
        true => ("440", "end"),
    };
    view! {
        <svg:text class="label" x=label y=y + 12 text-anchor=anchor>{number}</svg:text>
        {rect(first, axis.saturating_sub(half + before), before)}
        {rect("between", axis.saturating_sub(half), half * 2)}
        {rect(last, axis + half, behind)}
    }
}
