//! A document on the screen: the outline that every format is made of, drawn with the elements and the style of the HTML file.

use rapporteur_core::report::outline::{
    Block, Chart, Item, Outline, Paper, Phrase, Said, Style, Table,
};
use rapporteur_core::text::direction_of;

use crate::ui::{Markup, view};

/// The whole document.
pub(super) fn paper(outline: &Outline) -> Markup {
    let lang = outline.lang;
    let dir = direction_of(lang).as_str();
    let parts: Vec<Markup> = outline
        .parts
        .iter()
        .map(|part| {
            let class = match part.paper {
                Paper::Portrait => "d-part d-upright",
                Paper::Landscape => "d-part d-wide",
            };
            let head = phrase(&outline.name, "span");
            let blocks: Vec<Markup> = part.blocks.iter().map(block).collect();
            view! {
                <table class=class role="presentation">
                    <thead><tr><td class="d-head" aria-hidden="true">{head}</td></tr></thead>
                    <tbody><tr><td>{blocks}</td></tr></tbody>
                </table>
            }
        })
        .collect();
    view! { <div class="document" translate="no" lang=lang dir=dir>{parts}</div> }
}

fn block(block: &Block) -> Markup {
    match block {
        // One level below the page's own headings.
        Block::Title(told) => view! { <h2 class="d-t1">{said(told)}</h2> },
        Block::Heading(1, told) => view! { <h3 class="d-t2">{said(told)}</h3> },
        Block::Heading(2, told) => view! { <h4 class="d-t3">{said(told)}</h4> },
        Block::Heading(_, told) => view! { <h5 class="d-t4">{said(told)}</h5> },
        Block::Paragraph(style, told) => paragraph(*style, told),
        Block::List(items) => {
            let items: Vec<Markup> = items
                .iter()
                .map(|told| view! { <li>{said(told)}</li> })
                .collect();
            view! { <ul>{items}</ul> }
        }
        Block::Item(held) => item(held),
        Block::Table(held) => table(held),
        Block::Chart(held) => chart(held),
    }
}

fn paragraph(style: Style, told: &Said) -> Markup {
    let (tag, class) = match style {
        Style::Body => ("p", None),
        Style::Subtitle => ("p", Some("d-subtitle")),
        Style::Note => ("p", Some("d-note")),
        Style::Quote => ("blockquote", None),
    };
    let phrases: Vec<Markup> = told
        .0
        .iter()
        .map(|held| classed(held, tag, class))
        .collect();
    view! { {phrases} }
}

fn item(item: &Item) -> Markup {
    let lines = |said: &Said, class| -> Vec<Markup> {
        let phrases = said.0.iter();
        phrases
            .map(|held| classed(held, "p", Some(class)))
            .collect()
    };
    let details: Vec<Markup> = item
        .details
        .iter()
        .flat_map(|said| lines(said, "d-detail"))
        .collect();
    view! {
        <article class="d-item">
            <p class="d-number"><bdi>{item.number.clone()}</bdi></p>
            <div>{lines(&item.text, "d-text")} {details}</div>
        </article>
    }
}

fn table(table: &Table) -> Markup {
    let heads: Vec<Markup> = table
        .head
        .iter()
        .zip(&table.widths)
        .map(|(told, width)| {
            let class = width_class(*width, &table.widths);
            view! { <th scope="col" class=class>{cell(told)}</th> }
        })
        .collect();
    let rows: Vec<Markup> = table
        .rows
        .iter()
        .map(|row| {
            let first = row
                .first()
                .map(|told| view! { <th scope="row">{cell(told)}</th> });
            let rest: Vec<Markup> = row
                .iter()
                .skip(1)
                .map(|told| view! { <td>{cell(told)}</td> })
                .collect();
            view! { <tr>{first} {rest}</tr> }
        })
        .collect();
    view! {
        <table class="d-grid">
            <caption>{said(&table.caption)}</caption>
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// A column's width in twentieths, as the style has classes for them.
fn width_class(width: u16, all: &[u16]) -> String {
    let sum = all
        .iter()
        .map(|width| u32::from(*width))
        .sum::<u32>()
        .max(1);
    let part = (u32::from(width) * 20 + sum / 2) / sum;
    format!("d-w{}", part.max(1))
}

/// A chart as a table one can see: a bar beside each number, or a shade behind it.
fn chart(chart: &Chart) -> Markup {
    let grid = chart.columns.len() > 1;
    let class = if grid {
        "d-grid d-shades"
    } else {
        "d-grid d-bars"
    };
    let most = chart.most();
    let heads: Vec<Markup> = std::iter::once(&chart.corner)
        .chain(&chart.columns)
        .map(|told| view! { <th scope="col">{cell(told)}</th> })
        .collect();
    let rows: Vec<Markup> = chart
        .rows
        .iter()
        .map(|(name, numbers)| {
            let cells: Vec<Markup> = numbers
                .iter()
                .map(|number| match grid {
                    true => shaded(*number, most),
                    false => bar(*number, most),
                })
                .collect();
            view! { <tr><th scope="row">{cell(name)}</th> {cells}</tr> }
        })
        .collect();
    view! {
        <table class=class>
            <caption>{said(&chart.caption)}</caption>
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn shaded(number: usize, most: usize) -> Markup {
    let class = format!("d-s{}", (number * 4).div_ceil(most.max(1)).min(4));
    view! { <td class=class>{number}</td> }
}

fn bar(number: usize, most: usize) -> Markup {
    let width = (number * 100 / most.max(1)).max(usize::from(number > 0));
    view! {
        <td>
            <svg:svg class="d-bar" aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none">
                <svg:rect width=width height="8"></svg:rect>
            </svg:svg>
            <bdi>{number}</bdi>
        </td>
    }
}

/// All languages in one element, each in a block of its own where they are several.
pub(in crate::pages) fn said(said: &Said) -> Vec<Markup> {
    let class = (said.0.len() > 1).then_some("d-language");
    let phrases = said.0.iter();
    phrases.map(|held| classed(held, "span", class)).collect()
}

fn cell(said: &Said) -> Vec<Markup> {
    said.0
        .iter()
        .map(|held| classed(held, "div", None))
        .collect()
}

fn phrase(phrase: &Phrase, tag: &'static str) -> Markup {
    classed(phrase, tag, None)
}

fn classed(phrase: &Phrase, tag: &'static str, class: Option<&'static str>) -> Markup {
    let (lang, dir) = (phrase.lang.clone(), phrase.direction().as_str());
    let runs: Vec<Markup> = phrase
        .runs
        .iter()
        .map(|run| {
            let text = run.text.clone();
            match (run.strong, run.apart, &run.lang) {
                (true, ..) => view! { <b>{text}</b> },
                (_, _, Some(lang)) => {
                    let dir = direction_of(lang).as_str();
                    view! { <bdi lang=lang.clone() dir=dir>{text}</bdi> }
                }
                (_, true, None) => view! { <bdi>{text}</bdi> },
                _ => view! { {text} },
            }
        })
        .collect();
    match tag {
        "p" => view! { <p class=class lang=lang dir=dir>{runs}</p> },
        "div" => view! { <div class=class lang=lang dir=dir>{runs}</div> },
        "blockquote" => view! { <blockquote class=class lang=lang dir=dir>{runs}</blockquote> },
        _ => view! { <span class=class lang=lang dir=dir>{runs}</span> },
    }
}
