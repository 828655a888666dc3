//! What all groups voted: coverage, and who is asked about what. Each chart is a table that is shaded, so it is its own text.

use std::collections::BTreeMap;

use leptos::prelude::*;
use rapporteur_core::event::{events, groups};
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::round::{Results, Stage, rounds};
use rapporteur_core::sorted;
use rapporteur_core::vocabulary::Vocabulary;

use crate::pages::naming::group_name;
use crate::session::{Book, session};
use crate::ui::{Disclosure, Shown, all, memo, plain_label, view};
use crate::words::{Words, words};

/// A group's part in the voting.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Coverage {
    name: String,
    voted: usize,
    live: usize,
    voters: u64,
}

/// Counts of recommendations, by lead body and main theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Heat {
    themes: Vec<String>,
    /// A body, and of each theme how many.
    rows: Vec<(String, Vec<usize>)>,
    most: usize,
}

#[component]
pub(super) fn Overview() -> impl IntoView {
    let (words, session) = (words(), session());
    let any = memo(move || {
        session.read(|book| {
            rounds(&book.workbook)
                .iter()
                .any(|round| round.stage == Stage::Closed)
        })
    });
    let coverage = memo(move || session.read(|book| coverage(words, book)));
    let open = RwSignal::new(false);
    view! {
        <Shown when=move || any.get()>
            <section class="overview" aria-labelledby="rounds-overview">
                <h2 id="rounds-overview">{move || words.t("rounds-overview")}</h2>
                <div class="wide" tabindex="0" role="region" aria-labelledby="coverage-table">
                    <table class="figures">
                        <caption id="coverage-table">{move || words.t("rounds-coverage")} " " <span class="hint">{move || words.t("rounds-coverage-hint")}</span></caption>
                        <thead><tr>
                            <th scope="col">{move || words.t("rounds-group-column")}</th>
                            <th scope="col">{move || words.t("rounds-coverage")}</th>
                            <th scope="col" class="number">{move || words.t("rounds-coverage-voters")}</th>
                        </tr></thead>
                        <tbody>
                            {all(move || coverage.get(), move |of| {
                                let told = words.with("rounds-coverage-cell", &[("voted", of.voted.into()), ("all", of.live.into())]);
                                view! {
                                    <tr>
                                        <th scope="row"><bdi>{of.name}</bdi></th>
                                        <td><progress max=of.live.max(1) value=of.voted aria-hidden="true"></progress> {told}</td>
                                        <td class="number">{words.figures(of.voters.to_string())}</td>
                                    </tr>
                                }
                            })}
                        </tbody>
                    </table>
                </div>
                <super::across::AcrossGroups/>
                <Disclosure label=Signal::derive(move || words.t("rounds-heat")) open><HeatMap/></Disclosure>
            </section>
        </Shown>
    }
}

#[component]
fn HeatMap() -> impl IntoView {
    let (words, session) = (words(), session());
    let heat = memo(move || session.read(|book| heat(words, book)));
    // Five grounds, so that the table reads in black and white too; the number stands in each cell.
    let shade = move |count: usize| {
        let most = heat.with_untracked(|heat| heat.most).max(1);
        ["heat-0", "heat-1", "heat-2", "heat-3", "heat-4"]
            .get(count.saturating_mul(4).div_ceil(most))
            .copied()
            .unwrap_or("heat-4")
    };
    view! {
        <div class="wide" tabindex="0" role="region" aria-labelledby="heat-caption">
            <table class="figures heat">
                <caption id="heat-caption">{move || words.t("rounds-heat")} " " <span class="hint">{move || words.t("rounds-heat-hint")}</span></caption>
                <thead><tr>
                    <td></td>
                    {all(move || heat.with(|heat| heat.themes.clone()), |theme| view! { <th scope="col">{theme}</th> })}
                </tr></thead>
                <tbody>
                    {all(move || heat.with(|heat| heat.rows.clone()), move |(body, counts)| {
                        let cells = counts.into_iter().map(|count| {
                            let told = if count == 0 { String::new() } else { words.figures(count.to_string()) };
                            view! { <td class=shade(count)>{told}</td> }
                        });
                        view! { <tr><th scope="row">{body}</th>{cells.collect::<Vec<_>>()}</tr> }
                    })}
                </tbody>
            </table>
        </div>
    }
}

fn coverage(words: Words, book: &Book) -> Vec<Coverage> {
    let closed: Vec<_> = rounds(&book.workbook)
        .into_iter()
        .filter(|round| round.stage == Stage::Closed)
        .collect();
    let events = events(&book.workbook);
    let groups = events
        .iter()
        .flat_map(|event| groups(&book.workbook, event.id));
    let of = |group: rapporteur_core::event::Group| {
        let mine = || closed.iter().filter(|round| round.group == Some(group.id));
        let voted = mine().flat_map(|round| round.items.iter().map(|voted| voted.item));
        let voted = sorted::set(voted);
        let live: Vec<ItemId> = book.register.group(group.id).collect();
        let voters = mine().filter_map(|round| Results::read(&book.workbook, round.id));
        Coverage {
            name: group_name(book, &group, words.lang()),
            voted: live.iter().filter(|item| voted.contains(item)).count(),
            live: live.len(),
            voters: voters.map(|results| results.voters).max().unwrap_or(0),
        }
    };
    groups.map(of).filter(|of| of.live > 0).collect()
}

/// Bodies and themes at the top of their trees: what people know them by.
fn heat(words: Words, book: &Book) -> Heat {
    let lang = words.lang();
    let mut cells: BTreeMap<(String, String), usize> = BTreeMap::new();
    for id in book.register.all() {
        let live = book.register.row(id).is_some_and(|row| !row.withdrawn);
        if !live {
            continue;
        }
        let rec = Recommendation::read(&book.workbook, id);
        let body = rec.lead.or_else(|| rec.addressees.into_iter().next());
        let theme = rec.theme.or_else(|| rec.themes.into_iter().next());
        let top = |term: Option<String>| {
            term.map(|term| top_of(&book.vocabulary, &term))
                .unwrap_or_default()
        };
        let cell = cells.entry((top(body), top(theme))).or_default();
        *cell = cell.saturating_add(1);
    }
    let name = |term: &str| match term {
        "" => words.t("rounds-heat-none"),
        term => plain_label(book.vocabulary.label(term, lang)),
    };
    let themes: Vec<&String> = sorted::set(cells.keys().map(|(_, theme)| theme))
        .into_iter()
        .collect();
    let bodies = sorted::set(cells.keys().map(|(body, _)| body));
    let count = |body: &String, theme: &String| {
        cells
            .get(&(body.clone(), theme.clone()))
            .copied()
            .unwrap_or(0)
    };
    Heat {
        rows: bodies
            .iter()
            .map(|body| {
                (
                    name(body),
                    themes.iter().map(|theme| count(body, theme)).collect(),
                )
            })
            .collect(),
        most: cells.values().copied().max().unwrap_or(0),
        themes: themes.iter().map(|theme| name(theme)).collect(),
    }
}

fn top_of(vocabulary: &Vocabulary, term: &str) -> String {
    let mut at = term.to_owned();
    // Terms of a file may point round in a ring.
    for _ in 0..8 {
        match vocabulary
            .term(&at)
            .and_then(|term| term.broader.as_deref())
        {
            Some(broader) => at = broader.to_owned(),
            None => break,
        }
    }
    at
}
