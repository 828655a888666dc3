//! What a plain list holds, what of it could not be used, and what taking it in would do.

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::event::Group;
use rapporteur_core::list::{List, ListFinding, ListItem, ListKind};
use rapporteur_core::text::direction_of;

use super::AT_ONCE;
use super::list::Target;
use crate::pages::naming::group_name;
use crate::session::session;
use crate::ui::{Disclosure, Shown, memo, view};
use crate::words::words;

/// What a list brings of one group, with the group's name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Coming {
    name: String,
    new: usize,
    known: usize,
}

/// What taking the list would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Outcome {
    new: usize,
    known: usize,
    repeated: usize,
    writes: bool,
    groups: Vec<Coming>,
}

#[component]
pub(super) fn Listed(
    list: Arc<List>,
    target: Memo<Option<Target>>,
    accept: Callback<()>,
    leave: Callback<()>,
) -> impl IntoView {
    let (words, session) = (words(), session());
    let kept = list.clone();
    let outcome = memo(move || {
        let Some(target) = target.get() else {
            return Outcome::default();
        };
        let lang = words.lang();
        // Read, so that it follows what comes in meanwhile.
        session.read(|_| ());
        let taken = session.try_list(target.event(), target.group(), &target.apply(&kept));
        let groups = taken.groups.iter().map(|group| {
            let named = session
                .peek(|book| group_name(book, &Group::read(&book.workbook, group.group), lang));
            let told = kept.groups.iter().find(|told| told.id == group.name);
            let title = told.and_then(|told| {
                told.titles
                    .get(lang)
                    .or_else(|| told.titles.values().next())
                    .cloned()
            });
            let name = [Some(named), title, Some(group.name.clone())]
                .into_iter()
                .flatten()
                .find(|name| !name.is_empty());
            Coming {
                name: name.unwrap_or_else(|| words.t("name-group")),
                new: group.new,
                known: group.known,
            }
        });
        Outcome {
            new: taken.new,
            known: taken.known,
            repeated: taken.repeated.len(),
            writes: !taken.acts.is_empty(),
            groups: groups.collect(),
        }
    });
    let kind = match list.kind {
        ListKind::Json => "list-kind-json",
        ListKind::Csv => "list-kind-csv",
        ListKind::Lines => "list-kind-lines",
    };
    let counts = move || {
        outcome.with(|outcome| {
            let named = [
                ("new", outcome.new.into()),
                ("known", outcome.known.into()),
                ("repeated", outcome.repeated.into()),
            ];
            words.with("list-counts", &named)
        })
    };
    let any = !list.items.is_empty();
    let writes = move || any && outcome.with(|outcome| outcome.writes);
    let by_group = move || {
        outcome.with(|outcome| {
            let line = |group: &Coming| {
                let counts = words.with(
                    "list-group",
                    &[("new", group.new.into()), ("known", group.known.into())],
                );
                view! { <li><b><bdi>{group.name.clone()}</bdi></b> " " <span>{counts}</span></li> }
            };
            outcome.groups.iter().map(line).collect::<Vec<_>>()
        })
    };
    view! {
        <p class="hint">{move || words.t(kind)}</p>
        <Findings findings=Arc::from(list.findings.clone())/>
        {any.then(|| view! {
            <Shown when=move || target.get().is_some()>
                <p>{counts}</p>
            </Shown>
            <ul class="groups-coming" role="list">{by_group}</ul>
            <Items items=Arc::from(list.items.clone())/>
        })}
        <Shown when=move || any && target.get().is_none()>
            <p class="ask">{move || words.t("list-choose")}</p>
        </Shown>
        <Shown when=move || any && target.get().is_some() && !writes()>
            <p>{move || words.t("list-known")}</p>
        </Shown>
        <div class="row">
            <Shown when=writes>
                <button type="button" class="btn key" id="accept-list" on:click=move |_| accept.run(())>
                    {move || words.with("list-accept", &[("count", outcome.with(|outcome| outcome.new).into())])}
                </button>
            </Shown>
            <button type="button" class="btn" on:click=move |_| leave.run(())>
                {move || words.t(if writes() { "take-leave" } else { "take-close" })}
            </button>
        </div>
    }
}

/// What could not be used.
#[component]
fn Findings(findings: Arc<[ListFinding]>) -> impl IntoView {
    let words = words();
    let count = findings.len();
    let rest = count.saturating_sub(AT_ONCE);
    let open = RwSignal::new(false);
    let lines = move |from: usize, most: usize| {
        let found = findings.iter().skip(from).take(most);
        found
            .map(|found| view! { <li>{words.found(found.message())}</li> })
            .collect::<Vec<_>>()
    };
    let first = lines.clone();
    (count > 0).then(|| {
        view! {
            <h4>{move || words.with("list-findings", &[("count", count.into())])}</h4>
            <ul class="findings" role="list">{move || first(0, AT_ONCE)}</ul>
            {(rest > 0).then(move || view! {
                <Disclosure label=Signal::derive(move || words.with("take-more-findings", &[("count", rest.into())])) open>
                    <ul class="findings" role="list">{lines(AT_ONCE, usize::MAX)}</ul>
                </Disclosure>
            })}
        }
    })
}

/// The texts of the list: the first few at once, all on request.
#[component]
fn Items(items: Arc<[ListItem]>) -> impl IntoView {
    let words = words();
    let rest = items.len().saturating_sub(AT_ONCE);
    let open = RwSignal::new(false);
    let lines = move |from: usize, most: usize| {
        let lines = items.iter().skip(from).take(most).map(|item| {
            let dir = direction_of(&item.lang).as_str();
            view! {
                <li>
                    {item.id.clone().map(|id| view! { <bdi class="num">{id}</bdi> " " })}
                    <span class="words" translate="no" lang=item.lang.clone() dir=dir>{item.text.clone()}</span>
                </li>
            }
        });
        lines.collect::<Vec<_>>()
    };
    let first = lines.clone();
    view! {
        <ol class="recs" role="list">{first(0, AT_ONCE)}</ol>
        {(rest > 0).then(move || view! {
            <Disclosure label=Signal::derive(move || words.with("take-show-rest", &[("count", rest.into())])) open>
                <ol class="recs" role="list">{lines(AT_ONCE, usize::MAX)}</ol>
            </Disclosure>
        })}
    }
}
