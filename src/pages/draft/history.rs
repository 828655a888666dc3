//! What the wording was before: every version with its time and the group that wrote it, and the way back to it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use rapporteur_core::command::PLENARY;
use rapporteur_core::event::{Group, pointer};
use rapporteur_core::item::{EditId, ItemId};
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::sorted;
use rapporteur_core::text::direction_of;
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;

use super::desk::{desk, focus_soon};
use crate::browser::clock;
use crate::ui::{Disclosure, Markup, Shown, all, memo, view};

/// A version of a wording.
#[derive(Clone, PartialEq)]
struct Version {
    id: EditId,
    at: Option<i64>,
    lang: String,
    text: String,
    group: Option<ItemId>,
    /// It was written while everybody read along.
    plenary: bool,
    current: bool,
}

/// All versions of all wordings, those that stand first, then the latest; each text once.
fn versions(workbook: &Workbook, item: ItemId) -> Vec<Version> {
    let fields = workbook
        .item(item)
        .into_iter()
        .flat_map(|held| held.fields());
    let wordings = fields.filter_map(|(field, history)| {
        let lang = field.name().strip_prefix("wording/")?;
        Some((lang.to_owned(), history))
    });
    let mut all: Vec<Version> = Vec::new();
    for (lang, history) in wordings {
        for edit in history.in_order() {
            let current = history.heads().iter().any(|head| head.id == edit.id);
            all.extend(edit.value.values().iter().map(|value| {
                Version {
                    id: edit.id,
                    at: edit.at,
                    lang: lang.clone(),
                    text: value
                        .get("text")
                        .and_then(Value::as_text)
                        .unwrap_or_default()
                        .to_owned(),
                    group: pointer(workbook, edit.id.session.item(), "group"),
                    plenary: edit.why.as_deref() == Some(PLENARY),
                    current,
                }
            }));
        }
    }
    all.reverse();
    // Of equal times the order within a field stays.
    sorted::sort_by_key(&mut all, |version| {
        std::cmp::Reverse(version.at.unwrap_or(i64::MIN))
    });
    // What was undone and done again stands once.
    let mut seen = BTreeSet::new();
    all.retain(|version| version.current || !version.text.is_empty());
    sorted::sort_by_key(&mut all, |version| !version.current);
    all.retain(|version| seen.insert((version.lang.clone(), version.text.clone())));
    all
}

pub(super) fn history(item: Memo<ItemId>, rec: Memo<Recommendation>) -> Markup {
    let desk = desk();
    let words = desk.words;
    let count = memo(move || {
        rec.with(|_| ());
        let item = item.get();
        desk.session.read(|book| {
            versions(&book.workbook, item)
                .iter()
                .filter(|version| !version.current)
                .count()
        })
    });
    let label = Signal::derive(move || words.with("history", &[("count", count.get().into())]));
    view! {
        <Shown when=move || { count.get() > 0 }>
            <Disclosure label open=desk.open.history id="history">
                <Versions item/>
            </Disclosure>
        </Shown>
    }
}

#[component]
fn Versions(item: Memo<ItemId>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let texts = memo(move || {
        let item = item.get();
        desk.session.read(|book| versions(&book.workbook, item))
    });
    let restore = move |lang: &str, text: &str| {
        let field = format!("wording/{lang}");
        let item = item.get_untracked();
        desk.act(item, |act, book| {
            let seen = book.workbook.reach(item, &field);
            act.word(&book.workbook, item, lang, text, seen);
        });
        desk.session.say(words.t("said-restored"));
        focus_soon("history");
    };
    let who = move |group: Option<ItemId>| {
        let lang = words.lang();
        group.map(|group| {
            desk.session
                .read(|book| Group::read(&book.workbook, group).title(lang).to_owned())
        })
    };
    view! {
        <ol class="versions">
            {all(move || texts.get(), move |version: Version| {
                    let (lang, text) = (version.lang.clone(), version.text.clone());
                    let may_return = !version.current && !version.text.is_empty();
                    view! {
                        <li>
                            <p class="hint">
                                {version.at.map(|at| view! { <time>{move || words.figures(clock::day_and_minute(at))}</time> " " })}
                                <bdi>{move || who(version.group)}</bdi>
                                {version.plenary.then(|| view! { " · " <span>{move || words.t("version-plenary")}</span> })}
                                {version.current.then(|| view! { " · " <b>{move || words.t("version-now")}</b> })}
                            </p>
                            {if version.text.is_empty() {
                                view! { <p class="hint">{move || words.t("version-none")}</p> }
                            } else {
                                let dir = direction_of(&version.lang).as_str();
                                view! { <p class="words" translate="no" lang=version.lang dir=dir>{version.text}</p> }
                            }}
                            {may_return.then(|| view! {
                                <button type="button" class="btn" on:click=move |_| restore(&lang, &text)>
                                    {move || words.t("version-restore")}
                                </button>
                            })}
                        </li>
                    }
            })}
        </ol>
    }
}
