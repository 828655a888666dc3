//! How far the program meets the accessibility guidelines, criterion by criterion. `docs/accessibility.md` is made of the same
//! table and sentences.

#[cfg(test)]
mod tests;

use leptos::prelude::*;
use rapporteur_core::message::Named;

use super::help::back;
use crate::route::Route;
use crate::ui::{Markup, view};
use crate::words::words;

use Found::{Nothing, Partly, Yes};
use How::{Axe, Keys, Look, Read, Test};
use Level::{A, AA};

/// How demanding a criterion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    A,
    AA,
}

/// Whether the program does what a criterion asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    /// It does.
    Yes,
    /// Not everywhere, or not known everywhere.
    Partly,
    /// There is nothing the criterion could be about.
    Nothing,
}

impl Found {
    /// The key of its name.
    const fn key(self) -> &'static str {
        match self {
            Yes => "access-yes",
            Partly => "access-partly",
            Nothing => "access-none",
        }
    }
}

/// How it was found out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Axe,
    Keys,
    Test,
    Look,
    Read,
}

impl How {
    const ALL: [Self; 5] = [Axe, Keys, Test, Look, Read];

    /// The key of its name; what it means is behind `-is`.
    const fn key(self) -> &'static str {
        match self {
            Axe => "access-how-axe",
            Keys => "access-how-keys",
            Test => "access-how-test",
            Look => "access-how-look",
            Read => "access-how-read",
        }
    }
}

/// A criterion by its number, what was found and how.
type Criterion = (&'static str, Level, Found, &'static [How]);

/// The success criteria of WCAG 2.2 at levels A and AA. 4.1.1 is obsolete.
const CRITERIA: [Criterion; 55] = [
    ("1.1.1", A, Yes, &[Axe, Read]),
    ("1.2.1", A, Nothing, &[]),
    ("1.2.2", A, Nothing, &[]),
    ("1.2.3", A, Nothing, &[]),
    ("1.2.4", AA, Nothing, &[]),
    ("1.2.5", AA, Nothing, &[]),
    ("1.3.1", A, Yes, &[Axe, Read]),
    ("1.3.2", A, Yes, &[Keys, Read]),
    ("1.3.3", A, Yes, &[Read]),
    ("1.3.4", AA, Yes, &[Look, Read]),
    ("1.3.5", AA, Nothing, &[]),
    ("1.4.1", A, Yes, &[Look, Read]),
    ("1.4.2", A, Yes, &[Test]),
    ("1.4.3", AA, Yes, &[Axe]),
    ("1.4.4", AA, Yes, &[Axe, Look]),
    ("1.4.5", AA, Yes, &[Read]),
    ("1.4.10", AA, Yes, &[Axe, Test]),
    ("1.4.11", AA, Yes, &[Test]),
    ("1.4.12", AA, Yes, &[Test]),
    ("1.4.13", AA, Yes, &[Read]),
    ("2.1.1", A, Yes, &[Keys]),
    ("2.1.2", A, Yes, &[Keys]),
    ("2.1.4", A, Yes, &[Test]),
    ("2.2.1", A, Nothing, &[]),
    ("2.2.2", A, Yes, &[Read]),
    ("2.3.1", A, Yes, &[Read]),
    ("2.4.1", A, Yes, &[Axe, Keys]),
    ("2.4.2", A, Yes, &[Axe, Read]),
    ("2.4.3", A, Yes, &[Keys, Test]),
    ("2.4.4", A, Yes, &[Axe, Read]),
    ("2.4.5", AA, Yes, &[Read]),
    ("2.4.6", AA, Yes, &[Look, Read]),
    ("2.4.7", AA, Yes, &[Look, Read]),
    ("2.4.11", AA, Yes, &[Test]),
    ("2.5.1", A, Yes, &[Read]),
    ("2.5.2", A, Yes, &[Read]),
    ("2.5.3", A, Yes, &[Read]),
    ("2.5.4", A, Nothing, &[]),
    ("2.5.7", AA, Yes, &[Read]),
    ("2.5.8", AA, Yes, &[Axe]),
    ("3.1.1", A, Yes, &[Axe]),
    ("3.1.2", AA, Yes, &[Axe, Read]),
    ("3.2.1", A, Yes, &[Keys]),
    ("3.2.2", A, Yes, &[Keys, Read]),
    ("3.2.3", AA, Yes, &[Read]),
    ("3.2.4", AA, Yes, &[Test, Read]),
    ("3.2.6", A, Yes, &[Test]),
    ("3.3.1", A, Yes, &[Keys, Look]),
    ("3.3.2", A, Yes, &[Axe, Look]),
    ("3.3.3", AA, Yes, &[Look, Read]),
    ("3.3.4", AA, Yes, &[Keys, Read]),
    ("3.3.7", A, Yes, &[Read]),
    ("3.3.8", AA, Nothing, &[]),
    ("4.1.2", A, Yes, &[Axe, Read]),
    ("4.1.3", AA, Yes, &[Test, Read]),
];

/// The four parts of the guidelines, by the first digit of their criteria.
const PARTS: [&str; 4] = ["1", "2", "3", "4"];

/// The key of a criterion's name; what was found is behind `-so`.
fn key(number: &str) -> String {
    format!("wcag-{}", number.replace('.', "-"))
}

/// How many criteria have this result.
fn count(found: Found) -> usize {
    CRITERIA.iter().filter(|held| held.2 == found).count()
}

/// How many of each result there are, for the sentence that says it.
fn counts() -> [(&'static str, Named<'static>); 3] {
    [
        ("yes", count(Yes).into()),
        ("partly", count(Partly).into()),
        ("none", count(Nothing).into()),
    ]
}

#[component]
pub(crate) fn Access() -> impl IntoView {
    let words = words();
    let ways: Vec<Markup> = How::ALL
        .iter()
        .map(|how| {
            let (name, is) = (how.key(), format!("{}-is", how.key()));
            view! {
                <div>
                    <dt>{move || words.t(name)}</dt>
                    <dd>{move || words.t(&is)}</dd>
                </div>
            }
        })
        .collect();
    let parts: Vec<Markup> = PARTS
        .iter()
        .map(|part| {
            let id = format!("access-part-{part}");
            let (label, title) = (id.clone(), id.clone());
            let held = CRITERIA
                .iter()
                .filter(|(number, ..)| number.starts_with(part));
            let held: Vec<Markup> = held.map(|one| criterion(*one)).collect();
            view! {
                <section aria-labelledby=label>
                    <h2 id=id>{move || words.t(&title)}</h2>
                    <ul class="criteria" role="list">{held}</ul>
                </section>
            }
        })
        .collect();
    view! {
        <main id="main" class="page desk help">
            <h1 id="page-title" tabindex="-1">{move || words.t("title-access")}</h1>
            <p class="row">{back()} <a href=Route::Help.address()>{move || words.t("title-help")}</a></p>
            <p class="lead">{move || words.t("access-lead")}</p>
            <p class="note">{move || words.t("access-honest")}</p>
            <p>{move || words.t("access-scope")}</p>
            <p id="access-counts"><b>{move || words.with("access-counts", &counts())}</b></p>
            <section aria-labelledby="access-how">
                <h2 id="access-how">{move || words.t("access-how")}</h2>
                <dl class="told">{ways}</dl>
            </section>
            {parts}
        </main>
    }
}

/// One criterion: its number and name, the result, how it was tested, what was found.
fn criterion((number, level, found, how): Criterion) -> Markup {
    let words = words();
    let name = key(number);
    let so = format!("{name}-so");
    let level = match level {
        A => "A",
        AA => "AA",
    };
    let tested = move || {
        let ways: Vec<String> = how.iter().map(|how| words.t(how.key())).collect();
        let ways = ways.join(&words.t("list-comma"));
        words.with("access-tested", &[("how", ways.into())])
    };
    // What does not apply was not tested.
    let tested = (!how.is_empty()).then(|| view! { <span>{tested}</span> });
    view! {
        <li>
            <h3><span class="num">{number}</span> " " {move || words.t(&name)}</h3>
            <p class="meta">
                <b class="found-out" data-found=found.key()>{move || words.t(found.key())}</b>
                <span>{move || words.with("access-level", &[("level", level.into())])}</span>
                {tested}
            </p>
            <p>{move || words.t(&so)}</p>
        </li>
    }
}
