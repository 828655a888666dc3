//! One recommendation's results: what was said of it, in words and figures, its distribution, its dissent.

use rapporteur_core::item::Kind;
use rapporteur_core::priority::gradients::Adoption;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::round::{Answers, Dots, Gradient, Hands, Ranked, Rated, Results};

use super::results::verdict_key;
use super::{Words as Text, many, number_of};
use crate::app::navigation;
use crate::pages::naming::{Said, Text as Saying, category_name};
use crate::route::Route;
use crate::session::session;
use crate::ui::{Markup, view};
use crate::words::Words;

/// The row of an item.
pub(super) fn row(words: Words, results: &Results, at: usize) -> Markup {
    let (session, navigation) = (session(), navigation());
    let Some(item) = results.items.get(at).copied() else {
        return view! { <li></li> };
    };
    let number = number_of(words, item);
    let dissent = session.read(|book| Recommendation::read(&book.workbook, item).dissent);
    let lines: Vec<Markup> = results
        .answers
        .iter()
        .filter_map(|answers| line(words, results, answers, at))
        .collect();
    let dissent = dissent.into_values().map(|said| {
        let said = Said {
            text: said.text,
            lang: Some(said.lang),
            written: true,
        };
        view! { <p class="dissent"><b>{words.t("results-dissent")}</b> " " <Saying said/></p> }
    });
    // A combination has no page of its own: what is to be said against it is said of one of its originals.
    let attach = (item.kind == Kind::REC).then(|| {
        let address = Route::Draft {
            book: navigation.book(),
            group: None,
            rec: Some(item),
        };
        view! { <p class="no-print"><a href=address.address()>{words.t("results-attach")}</a></p> }
    });
    let outdated = results.outdated.get(at).copied().unwrap_or(false);
    view! {
        <li>
            <article class="result">
                <p class="meta"><bdi class="num">{number}</bdi></p>
                <p><Text item/></p>
                {outdated.then(|| view! { <p class="ask">{words.t("results-outdated")}</p> })}
                {lines}
                {dissent.collect::<Vec<_>>()}
                {attach}
            </article>
        </li>
    }
}

fn line(words: Words, results: &Results, answers: &Answers, at: usize) -> Option<Markup> {
    match answers {
        Answers::Dots(of) => Some(dots(words, of, at)),
        Answers::Rating(rated) => rating(words, results, rated, at),
        // It has a chart and a table of its own.
        Answers::Matrix(_) => None,
        Answers::Ranking(ranked) => Some(points(words, ranked, at)),
        Answers::Gradients(of) => of.get(at).map(|of| gradients(words, of)),
        Answers::Hands(of) => of.get(at).map(|of| hands(words, of)),
    }
}

fn dots(words: Words, dots: &Dots, at: usize) -> Markup {
    let of = |counts: &[u64]| many(counts.get(at).copied().unwrap_or(0));
    let (count, voters) = (of(&dots.count.dots), of(&dots.count.distinct_voters));
    let told = match count {
        0 => words.t("results-no-dots"),
        _ => words.with(
            "results-dots",
            &[("dots", count.into()), ("voters", voters.into())],
        ),
    };
    view! { <p>{told}</p> }
}

fn points(words: Words, ranked: &Ranked, at: usize) -> Markup {
    let of = |counts: &[u64]| many(counts.get(at).copied().unwrap_or(0));
    let (points, voters) = (of(&ranked.top.score), of(&ranked.top.frequency));
    let told = match points {
        0 => words.t("results-no-points"),
        _ => words.with(
            "results-points",
            &[("points", points.into()), ("voters", voters.into())],
        ),
    };
    let peculiar = ranked
        .top
        .peculiar
        .as_ref()
        .is_some_and(|held| held.contains(&at));
    view! {
        <p>{told}</p>
        {peculiar.then(|| view! { <p class="ask">{words.t("results-peculiar")}</p> })}
    }
}

fn rating(words: Words, results: &Results, rated: &Rated, at: usize) -> Option<Markup> {
    let (distribution, verdict) = rated.distributions.get(at).zip(rated.verdicts.get(at))?;
    let Some(figures) = &verdict.figures else {
        return Some(view! { <p class="soft">{words.t("results-none-rated")}</p> });
    };
    let median = words.with(
        "results-median",
        &[
            ("median", words.figures(figures.median.to_string()).into()),
            ("n", many(verdict.n).into()),
        ],
    );
    let disagreement = figures
        .disagreement
        .then(|| words.t("results-disagreement"));
    let sectors = rated
        .sectors
        .get(at)
        .map(|of| sectors(words, results, of))
        .unwrap_or_default();
    Some(view! {
        <p class="verdict"><b>{words.t(verdict_key(verdict.verdict))}</b> " " <span class="soft">{median}</span>
            {disagreement.map(|told| view! { " " <b class="ask">{told}</b> })}</p>
        {strip(words, distribution.counts())}
        {sectors}
    })
}

/// Nine bars; what they show stands in their name too.
fn strip(words: Words, counts: &[u64]) -> Markup {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let told: Vec<String> = counts.iter().map(u64::to_string).collect();
    let named = words.with(
        "results-strip",
        &[("counts", words.figures(told.join(" ")).into())],
    );
    let bars = counts.iter().zip(0_usize..).map(|(count, place)| {
        let height = 24 * count / most;
        view! {
            <svg:rect class="bar" x=place * 14 y=(26 - many(height)).to_string() width="11" height=(many(height) + 2).to_string()></svg:rect>
        }
    });
    view! {
        <svg:svg class="strip" viewBox="0 0 123 28" role="img" aria-label=named>{bars.collect::<Vec<_>>()}</svg:svg>
    }
}

/// Which categories are in favour, against, undecided; nothing of those too small to be shown.
fn sectors(words: Words, results: &Results, of: &rapporteur_core::round::BySector) -> Vec<Markup> {
    let session = session();
    let mut sides: [Vec<String>; 3] = Default::default();
    for ((category, _), rating) in results.sectors.iter().zip(&of.ratings) {
        let Some(rating) = rating else {
            continue;
        };
        let name = session.read(|book| category_name(words, book, category));
        let [favour, against, split] = &mut sides;
        match rating.median {
            median if median >= 7.0 => favour.push(name),
            median if median <= 3.0 => against.push(name),
            _ => split.push(name),
        }
    }
    let keys = ["results-agree", "results-against", "results-split"];
    let told = keys
        .into_iter()
        .zip(sides)
        .filter(|(_, names)| !names.is_empty());
    told.map(|(key, names)| {
        let who = names.join(&words.t("list-comma"));
        view! { <p class="soft">{words.with(key, &[("who", who.into())])}</p> }
    })
    .collect()
}

fn gradients(words: Words, of: &Gradient) -> Markup {
    let adoption = words.t(match of.adoption {
        Adoption::Adopted => "results-adopted",
        Adoption::AdoptedByMajority => "results-adopted-by-majority",
        Adoption::NotAdopted => "results-not-adopted",
        Adoption::NoQuorum => "results-no-quorum",
    });
    let counts = of
        .counts
        .iter()
        .zip(1_usize..)
        .filter(|(count, _)| **count > 0)
        .map(|(count, step)| {
            let label = words.t(&format!("booth-gradients-{step}"));
            view! { <li>{format!("{} × {label}", words.figures(count.to_string()))}</li> }
        });
    let reasons = of.reasons.iter().map(|reason| {
        let label = words.t(&format!("booth-gradients-{}", reason.step));
        view! { <li><span class="words" translate="no" dir="auto">{reason.text.clone()}</span> " · " <span class="hint">{label}</span></li> }
    });
    let (counts, reasons): (Vec<Markup>, Vec<Markup>) = (counts.collect(), reasons.collect());
    let heading = (!reasons.is_empty()).then(|| words.t("results-reasons"));
    view! {
        <p class="verdict"><b>{adoption}</b></p>
        <ul class="soft">{counts}</ul>
        {heading.map(|heading| view! { <p><b>{heading}</b></p> })}
        <ul class="reasons">{reasons}</ul>
    }
}

fn hands(words: Words, of: &Hands) -> Markup {
    let key = if of.passes {
        "results-passes"
    } else {
        "results-fails"
    };
    let named = [
        ("yes", many(of.yes).into()),
        ("no", many(of.no).into()),
        ("abstain", many(of.abstain).into()),
    ];
    view! { <p class="verdict">{words.with(key, &named)}</p> }
}
