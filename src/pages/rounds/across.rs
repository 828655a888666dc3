//! What all groups ranked, beside each other: nobody's votes are added to anybody's, and what a group did not see is no zero.

use leptos::prelude::*;
use rapporteur_core::combination::Combinations;
use rapporteur_core::item::Kind;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::round::{Across, Line};
use rapporteur_core::text::excerpt;

use crate::pages::naming::{item_name, voters_name};
use crate::session::{Book, session};
use crate::ui::{Shown, all, memo, view};
use crate::words::{Words, words};

/// The letters of a text shown in a line.
const LINE: usize = 120;

/// A row of the table, in words.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    number: String,
    text: String,
    lang: String,
    /// An original of the row above it.
    original: bool,
    /// Ordered by its originals only.
    ordered: bool,
    /// Ordered by what the plenary said.
    plenary: bool,
    cells: Vec<String>,
    value: String,
    coverage: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Table {
    /// Names of the groups and how many voted.
    groups: Vec<(String, String)>,
    rows: Vec<Row>,
}

#[component]
pub(super) fn AcrossGroups() -> impl IntoView {
    let (words, session) = (words(), session());
    let table = memo(move || session.read(|book| table(words, book)));
    let many = move || table.with(|table| table.groups.len() > 1);
    view! {
        <Shown when=many>
            <div class="wide" tabindex="0" role="region" aria-labelledby="across-caption">
                <table class="figures across">
                    <caption id="across-caption">{move || words.t("across")} " " <span class="hint">{move || words.t("across-hint")}</span></caption>
                    <thead><tr>
                        <th scope="col">{move || words.t("across-item")}</th>
                        <th scope="col" class="number">{move || words.t("across-value")}</th>
                        <th scope="col">{move || words.t("across-seen")}</th>
                        {all(move || table.with(|table| table.groups.clone()), |(name, voters)| view! {
                            <th scope="col" class="number"><bdi>{name}</bdi> <span class="hint">{voters}</span></th>
                        })}
                    </tr></thead>
                    <tbody>
                        {all(move || table.with(|table| table.rows.clone()), row)}
                    </tbody>
                </table>
            </div>
        </Shown>
    }
}

fn row(row: Row) -> crate::ui::Markup {
    let words = words();
    let cells = row
        .cells
        .into_iter()
        .map(|cell| view! { <td class="number">{cell}</td> })
        .collect::<Vec<_>>();
    let note = if row.original {
        words.t("across-original")
    } else if row.ordered {
        words.t("across-ordered")
    } else if row.plenary {
        words.t("across-plenary")
    } else {
        String::new()
    };
    let class = if row.original { "original" } else { "whole" };
    view! {
        <tr class=class>
            <th scope="row">
                <span class="num">{row.number}</span> " " <span translate="no" lang=row.lang dir="auto">{row.text}</span>
                " " <span class="hint">{note}</span>
            </th>
            <td class="number">{row.value}</td>
            <td>{row.coverage}</td>
            {cells}
        </tr>
    }
}

fn table(words: Words, book: &Book) -> Table {
    let combinations = Combinations::of(&book.workbook);
    let across = Across::read(&book.workbook, &book.register, &combinations);
    let of_groups = across.groups.iter();
    let of_groups = of_groups.filter(|(of, ..)| of.is_none_or(|of| of.kind != Kind::EVENT));
    let of_groups = of_groups.count();
    let groups = across.groups.iter().map(|(of, _, voters)| {
        let voters = usize::try_from(*voters).unwrap_or(usize::MAX);
        (
            voters_name(words, book, *of),
            words.with("across-voters", &[("count", voters.into())]),
        )
    });
    let mut rows = Vec::new();
    for line in &across.lines {
        rows.push(told(words, book, line, of_groups, false));
        rows.extend(
            line.origins
                .iter()
                .map(|origin| told(words, book, origin, of_groups, true)),
        );
    }
    Table {
        groups: groups.collect(),
        rows,
    }
}

/// A line in words; the first columns are those of the groups.
fn told(words: Words, book: &Book, line: &Line, of_groups: usize, original: bool) -> Row {
    // A combination has texts as a recommendation has.
    let rec = Recommendation::read(&book.workbook, line.item);
    let (lang, text) = rec.text_for(words.lang()).unwrap_or_default();
    let groups = line.by_group.iter().take(of_groups);
    let seen = groups.flatten().count();
    let percent = |value: f64| words.figures(percent(value));
    let cell = |value: &Option<f64>| value.map_or_else(|| words.t("across-not-seen"), percent);
    Row {
        number: match line.item.kind {
            Kind::COMBINATION => item_name(words, book, line.item),
            _ => book.register.number(line.item),
        },
        text: excerpt(text, LINE).into_owned(),
        lang: lang.to_owned(),
        original,
        ordered: line.is_of_original,
        plenary: line.is_of_plenary,
        cells: line.by_group.iter().map(cell).collect(),
        value: line.value.map(percent).unwrap_or_default(),
        coverage: words.with(
            "across-seen-cell",
            &[("seen", seen.into()), ("all", of_groups.into())],
        ),
    }
}

/// Points of all points it could have.
fn percent(value: f64) -> String {
    format!("{:.0} %", value * 100.0)
}
