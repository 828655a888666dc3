//! What taking files in would do: new recommendations by group, every value that would be replaced, what would have to be
//! decided. Long lists open on request, and are complete.

use std::sync::Arc;

use leptos::prelude::*;
use rapporteur_core::intake::{Change, GroupCount, Preview};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::text::direction_of;

use super::AT_ONCE;
use crate::pages::naming::{Said, Text, field_name, item_name, said, sort_by_place};
use crate::session::{Taking, session};
use crate::ui::{Disclosure, Markup, view};
use crate::words::{Words, words};

#[component]
pub(super) fn Changes(foreseen: Arc<Preview>, taking: Arc<Taking>) -> impl IntoView {
    let (words, session) = (words(), session());
    let here = session.peek(|book| book.workbook.items().next().is_some());
    let mut groups: Vec<(Option<ItemId>, GroupCount)> = foreseen
        .groups
        .iter()
        .filter(|(_, count)| count.new > 0 || count.changed > 0 || count.conflicts > 0)
        .map(|(group, count)| (*group, count.clone()))
        .collect();
    if let Some(book) = taking.after.as_deref() {
        let nobody = ItemId::new(Kind::REC, 0);
        sort_by_place(book, &mut groups, |(group, _)| group.unwrap_or(nobody));
    }
    let groups: Vec<_> = groups
        .into_iter()
        .map(|(group, count)| view! { <OneGroup group count foreseen=foreseen.clone() taking=taking.clone()/> })
        .collect();
    // New groups and the events of an empty workbook are no news beside their recommendations.
    let others = foreseen
        .new_items
        .iter()
        .filter(|item| ![Kind::REC, Kind::GROUP, Kind::EVENT].contains(&item.kind))
        .count();
    let changes = foreseen.changes.clone();
    let mut conflicts = foreseen.conflicts.clone();
    if let Some(book) = taking.after.as_deref() {
        sort_by_place(book, &mut conflicts, |(item, _)| *item);
    }
    let (changed, undecided) = (changes.len(), conflicts.len());
    let kept = taking.clone();
    view! {
        <ul class="groups-coming" role="list">{groups}</ul>
        {(others > 0).then(|| view! { <p>{move || words.with("take-others", &[("count", others.into())])}</p> })}
        {(changed > 0).then(|| view! {
            <h4>{move || words.with("take-changes", &[("count", changed.into())])}</h4>
            <ChangeList changes=changes.clone() taking=kept.clone()/>
        })}
        {(changed == 0 && here).then(|| view! { <p>{move || words.t("take-no-changes")}</p> })}
        {(undecided > 0).then(|| {
            let lines = move |from: usize, most: usize| {
                let lines = conflicts.iter().skip(from).take(most).map(|(item, field)| {
                    let name = place_name(words, &taking, *item, field);
                    view! { <li><bdi dir=direction_of(words.lang()).as_str()>{name}</bdi></li> }
                });
                lines.collect::<Vec<_>>()
            };
            view! {
                <h4 class="ask">{move || words.with("take-conflicts", &[("count", undecided.into())])}</h4>
                <p class="hint">{move || words.t("take-conflicts-hint")}</p>
                <Long count=undecided lines=Arc::new(lines)/>
            }
        })}
    }
}

/// A group's counts, and its new recommendations on request.
#[component]
fn OneGroup(
    group: Option<ItemId>,
    count: GroupCount,
    foreseen: Arc<Preview>,
    taking: Arc<Taking>,
) -> impl IntoView {
    let words = words();
    let open = RwSignal::new(false);
    let new = count.new;
    let kept = taking.clone();
    let name = move || match (group, kept.after.as_deref()) {
        (Some(group), Some(book)) => item_name(words, book, group),
        _ => words.t("take-no-group"),
    };
    let line = move || counted(words, &count);
    let recs = move || {
        let Some(book) = taking.after.as_deref() else {
            return Vec::new();
        };
        let of_group = |item: &&ItemId| {
            item.kind == Kind::REC
                && book
                    .register
                    .row(**item)
                    .is_some_and(|row| row.group == group)
        };
        let mut new: Vec<ItemId> = foreseen
            .new_items
            .iter()
            .filter(of_group)
            .copied()
            .collect();
        sort_by_place(book, &mut new, |item| *item);
        let recs = new.iter().map(|item| {
            let rec = Recommendation::read(&book.workbook, *item);
            let (lang, text) = rec.original_text().unwrap_or_default();
            let said = Said {
                text: text.to_owned(),
                lang: Some(lang.to_owned()),
                written: true,
            };
            view! { <li><bdi class="num">{book.register.number(*item)}</bdi> <Text said/></li> }
        });
        recs.collect::<Vec<_>>()
    };
    view! {
        <li>
            <p><b><bdi>{name}</bdi></b> " " <span>{line}</span></p>
            {(new > 0).then(|| view! {
                <Disclosure label=Signal::derive(move || words.with("take-new-recs", &[("count", new.into())])) open>
                    <ol class="recs" role="list">{recs()}</ol>
                </Disclosure>
            })}
        </li>
    }
}

/// Values before and after: the first few at once, all on request.
#[component]
pub(super) fn ChangeList(changes: Vec<Change>, taking: Arc<Taking>) -> impl IntoView {
    let words = words();
    let count = changes.len();
    let mut changes = changes;
    if let Some(book) = taking.after.as_deref() {
        sort_by_place(book, &mut changes, |change| change.item);
    }
    let lines = move |from: usize, most: usize| {
        let lines = changes.iter().skip(from).take(most).map(|change| {
            let name = place_name(words, &taking, change.item, &change.field);
            let told = |values: &[rapporteur_core::value::Value]| {
                let told: Vec<Said> = match (values, taking.after.as_deref()) {
                    ([], _) | (_, None) => vec![Said { text: words.t("value-none"), lang: None, written: false }],
                    (values, Some(book)) => {
                        let kind = change.item.kind;
                        values.iter().map(|value| said(words, book, kind, &change.field, value)).collect()
                    }
                };
                told.into_iter().map(|said| view! { <p><Text said/></p> }).collect::<Vec<_>>()
            };
            view! {
                <li class="change">
                    <b><bdi dir=direction_of(words.lang()).as_str()>{name}</bdi></b>
                    <div class="before"><span class="hint">{words.t("take-before")}</span>{told(&change.before)}</div>
                    <div class="after">
                        <span class="hint">
                            {words.t(if change.after.len() > 1 { "take-after-several" } else { "take-after" })}
                        </span>
                        {told(&change.after)}
                    </div>
                </li>
            }
        });
        lines.collect::<Vec<_>>()
    };
    view! { <Long count lines=Arc::new(lines)/> }
}

/// What is new, changed and to be decided, as far as there is any.
pub(super) fn counted(words: Words, count: &GroupCount) -> String {
    let parts = [
        ("take-new", count.new),
        ("take-changed", count.changed),
        ("take-undecided", count.conflicts),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(key, count)| words.with(key, &[("count", count.into())]))
        .collect();
    parts.join(&words.t("list-comma"))
}

/// Lines from a place, at most so many.
type Lines = Arc<dyn Fn(usize, usize) -> Vec<Markup> + Send + Sync>;

/// A list of which the first few are in sight and the others open on request.
#[component]
fn Long(count: usize, lines: Lines) -> impl IntoView {
    let words = words();
    let open = RwSignal::new(false);
    let rest = count.saturating_sub(AT_ONCE);
    let first = lines.clone();
    view! {
        <ul class="changes" role="list">{move || first(0, AT_ONCE)}</ul>
        {(rest > 0).then(|| view! {
            <Disclosure label=Signal::derive(move || words.with("take-show-rest", &[("count", rest.into())])) open>
                <ul class="changes" role="list">{lines(AT_ONCE, usize::MAX)}</ul>
            </Disclosure>
        })}
    }
}

fn place_name(words: Words, taking: &Taking, item: ItemId, field: &str) -> String {
    let name = taking
        .after
        .as_deref()
        .map_or_else(String::new, |book| item_name(words, book, item));
    words.with(
        "conflicts-field",
        &[
            ("item", name.into()),
            ("field", field_name(words, item.kind, field).into()),
        ],
    )
}
