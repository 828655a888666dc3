//! The chart of impact and feasibility: each recommendation's number at its medians; and the same as a table.

use rapporteur_core::priority::rating::{Axis, Matrix, Quadrant};
use rapporteur_core::round::{Answers, Results};
use rapporteur_core::text::{Direction, direction_of};

use super::number_of;
use crate::pages::naming::short_name;
use crate::session::session;
use crate::ui::{Markup, view};
use crate::words::Words;

/// The side of the square, and its margin, in units of the drawing.
const SIDE: f64 = 320.0;
const MARGIN: f64 = 24.0;

/// The chart and its table; nothing where neither was asked.
pub(super) fn chart(words: Words, results: &Results) -> Option<Markup> {
    let items = results.answers.iter().find_map(|answers| match answers {
        Answers::Matrix(items) => Some(items),
        _ => None,
    })?;
    let session = session();
    let number = |at: usize| {
        let item = results.items.get(at);
        item.map(|item| number_of(words, *item)).unwrap_or_default()
    };
    // Within one group the last part of a number tells it from the others.
    let short = |at: usize| {
        let item = results.items.get(at);
        let short = item.map(|item| session.read(|book| short_name(book, *item)));
        let short = short.unwrap_or_default();
        match results.round.group.and_then(|_| short.rsplit('-').next()) {
            Some(serial) => serial.to_owned(),
            None => short,
        }
    };
    let mirrored = direction_of(words.lang()) == Direction::Rtl;
    let mut placed: Vec<(String, String)> = Vec::new();
    let points: Vec<Markup> = items
        .iter()
        .zip(0_usize..)
        .filter_map(|(of, at)| {
            let (x, y) = place(of, mirrored)?;
            let here = (format!("{x:.0}"), format!("{y:.0}"));
            // Those at one place are written below each other.
            let before = placed.iter().filter(|held| **held == here).count();
            placed.push(here.clone());
            let below = format!(
                "{:.0}",
                y + 4.0 + 12.0 * f64::from(u8::try_from(before).unwrap_or(u8::MAX))
            );
            let serial = short(at);
            Some(view! {
                <svg:circle class="point" cx=here.0 cy=here.1 r="3"></svg:circle>
                <svg:text class="label" x=format!("{:.0}", x + 6.0) y=below>{serial}</svg:text>
            })
        })
        .collect();
    let rows: Vec<Markup> = results
        .order()
        .into_iter()
        .filter_map(|at| Some(row(words, number(at), items.get(at)?)))
        .collect();
    let name = move |key: &'static str, x: &'static str, y: &'static str| {
        let end = if x == "26" { "start" } else { "end" };
        view! { <svg:text class="corner" x=x y=y text-anchor=end direction="ltr">{words.t(key)}</svg:text> }
    };
    let [easy, hard] = if mirrored {
        ["26", "342"]
    } else {
        ["342", "26"]
    };
    Some(view! {
        <figure class="chart" aria-labelledby="chart-matrix">
            <figcaption><h2 id="chart-matrix">{words.t("results-chart-matrix")}</h2>
                <p class="hint">{words.t("results-chart-matrix-hint")}</p></figcaption>
            <svg:svg class="matrix" viewBox="0 0 368 368" aria-hidden="true">
                <svg:rect class="ground" x="24" y="24" width="320" height="320"></svg:rect>
                <svg:line class="axis" x1="184" x2="184" y1="24" y2="344"></svg:line>
                <svg:line class="axis" x1="24" x2="344" y1="184" y2="184"></svg:line>
                {name("results-quadrant-do-now", easy, "40")}
                {name("results-quadrant-plan", hard, "40")}
                {name("results-quadrant-fill-in", easy, "338")}
                {name("results-quadrant-park", hard, "338")}
                {points}
            </svg:svg>
            <div class="wide" tabindex="0" role="region" aria-labelledby="matrix-table">
                <table class="figures">
                    <caption id="matrix-table">{words.t("results-table")}</caption>
                    <thead><tr>
                        <th scope="col">{words.t("results-item")}</th>
                        <th scope="col" class="number">{words.t("results-impact")}</th>
                        <th scope="col" class="number">{words.t("results-feasibility")}</th>
                        <th scope="col">{words.t("results-chart-matrix")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </figure>
    })
}

/// Where an item stands; nowhere where an axis has no rating.
fn place(of: &Matrix, mirrored: bool) -> Option<(f64, f64)> {
    let at = |axis: &Axis| {
        axis.quartiles
            .as_ref()
            .map(|held| (held.median - 1.0) / 4.0)
    };
    let (impact, feasibility) = (at(&of.impact)?, at(&of.feasibility)?);
    let along = if mirrored {
        1.0 - feasibility
    } else {
        feasibility
    };
    Some((MARGIN + SIDE * along, MARGIN + SIDE * (1.0 - impact)))
}

fn row(words: Words, number: String, of: &Matrix) -> Markup {
    let told = |axis: &Axis| {
        axis.quartiles
            .as_ref()
            .map(|held| words.figures(format!("{} ({}–{})", held.median, held.q1, held.q3)))
            .unwrap_or_else(|| String::from("–"))
    };
    let quadrant = of.quadrant.map(|quadrant| match quadrant {
        Quadrant::DoNow => "results-quadrant-do-now",
        Quadrant::Plan => "results-quadrant-plan",
        Quadrant::FillIn => "results-quadrant-fill-in",
        Quadrant::Park => "results-quadrant-park",
        Quadrant::Borderline => "results-quadrant-between",
    });
    let quadrant = quadrant.map_or_else(|| words.t("results-none-rated"), |key| words.t(key));
    view! {
        <tr>
            <th scope="row"><bdi class="num">{number}</bdi></th>
            <td class="number"><bdi>{told(&of.impact)}</bdi></td>
            <td class="number"><bdi>{told(&of.feasibility)}</bdi></td>
            <td>{quadrant}</td>
        </tr>
    }
}
