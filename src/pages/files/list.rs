//! Bringing a plain list in: pasted lines, or a file of lines, CSV or JSON, as groups send them.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::event::{Group, events, groups};
use rapporteur_core::item::ItemId;
use rapporteur_core::list::{List, ListItem, ListLimits, ListOptions, read_list};

use super::first_event::FirstEvent;
use super::listed::Listed;
use super::receipts::LATEST;
use super::take::done;
use super::{Handed, focus_soon};
use crate::browser::files::{PickedFile, picked, read};
use crate::browser::{page, text};
use crate::pages::naming::group_name;
use crate::session::{Book, session};
use crate::ui::{Choices, Pick, Shown, each, effect, memo, view};
use crate::words::words;

/// The id of the field for pasted lines.
const PASTE: &str = "paste";
/// The id of the heading over what the list holds.
pub(super) const LISTED: &str = "listed";

/// Where a list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Target {
    /// To the groups it names; what names none, to the plenary of the event.
    AsListed(ItemId),
    /// All of it to one group of the event.
    Group(ItemId, ItemId),
}

impl Target {
    pub(super) const fn event(self) -> ItemId {
        match self {
            Self::AsListed(event) | Self::Group(event, _) => event,
        }
    }

    pub(super) const fn group(self) -> Option<ItemId> {
        match self {
            Self::AsListed(_) => None,
            Self::Group(_, group) => Some(group),
        }
    }

    /// The list as it goes there: where all goes to one group, what the list says of groups does not count.
    pub(super) fn apply(self, list: &List) -> List {
        match self {
            Self::AsListed(_) => list.clone(),
            Self::Group(..) => List {
                items: list
                    .items
                    .iter()
                    .map(|item| ListItem {
                        group: None,
                        ..item.clone()
                    })
                    .collect(),
                groups: Vec::new(),
                ..list.clone()
            },
        }
    }
}

/// A list that was read and waits.
#[derive(Clone)]
pub(super) struct Looked {
    pub(super) name: String,
    pub(super) list: Arc<List>,
}

impl Looked {
    fn names_groups(&self) -> bool {
        self.list.items.iter().any(|item| item.group.is_some())
    }
}

#[component]
pub(super) fn BringList(handed: Handed) -> impl IntoView {
    let (words, session) = (words(), session());
    let looked = RwSignal::new(None::<Looked>);
    // A list that names no groups goes to the plenary or to one group, and nobody can guess to which.
    let names_groups =
        memo(move || looked.with(|found| found.as_ref().is_some_and(|found| found.names_groups())));
    let targets = memo(move || {
        let as_listed = words.t(if names_groups.get() {
            "list-as-listed"
        } else {
            "list-plenary"
        });
        session.read(|book| targets(book, words.lang(), &as_listed))
    });
    let chosen = RwSignal::new(None::<Target>);
    let target = memo(move || {
        let known = |target: &Target| {
            targets.with(|targets| targets.iter().any(|(held, _)| held == target))
        };
        let first = || targets.with(|targets| targets.first().map(|(target, _)| *target));
        chosen
            .get()
            .filter(known)
            .or_else(|| first().filter(|_| names_groups.get()))
    });
    let trouble = RwSignal::new(None::<&'static str>);
    // The file the list was read from; nothing where it was pasted.
    let came = StoredValue::new_local(None::<PickedFile>);
    let look = move |name: String, bytes: &[u8]| {
        let list = session.peek(|book| read_list(bytes, ListOptions::default(), &book.vocabulary));
        session.say(untrack(|| {
            words.with("list-looked", &[("count", list.items.len().into())])
        }));
        trouble.try_set(None);
        chosen.try_set(None);
        looked.try_set(Some(Looked {
            name,
            list: Arc::new(list),
        }));
        focus_soon(LISTED);
    };
    let look_at_text = move |_| {
        let typed = page::text_in(PASTE).unwrap_or_default();
        if typed.trim().is_empty() {
            trouble.set(Some("list-nothing-pasted"));
            session.say(words.t("list-nothing-pasted"));
            page::focus(PASTE);
            return;
        }
        came.set_value(None);
        look(words.t("list-pasted"), text::nfc(&typed).as_bytes());
    };
    let look_at_file = move |mut file: PickedFile| {
        spawn_local(async move {
            let limit = u64::try_from(ListLimits::default().bytes).unwrap_or(u64::MAX);
            match read(&file, limit).await {
                Ok(bytes) => {
                    file.hold(&bytes);
                    let name = file.name.clone();
                    came.try_set_value(Some(file));
                    match std::str::from_utf8(&bytes) {
                        Ok(good) => look(name, text::nfc(good).as_bytes()),
                        // What is wrong with it the list says itself.
                        Err(_) => look(name, &bytes),
                    }
                }
                Err(_) => {
                    trouble.try_set(Some("list-unreadable"));
                    session.say(untrack(|| words.t("list-unreadable")));
                }
            }
        });
    };
    effect(move || {
        if let Some(file) = handed.get() {
            look_at_file(file);
        }
    });
    let leave = move || {
        looked.set(None);
        page::focus(PASTE);
    };
    let accept = move || {
        let (Some(target), Some(found)) = (target.get_untracked(), looked.get_untracked()) else {
            return;
        };
        let list = target.apply(&found.list);
        looked.set(None);
        let file = came.get_value();
        spawn_local(async move {
            let receipt = session
                .take_list(&found.name, target.event(), target.group(), &list)
                .await;
            session.say(untrack(|| match &receipt {
                Some(receipt) => done(words, receipt),
                None => words.t("take-left"),
            }));
            if let Some(receipt) = receipt {
                page::put_text(PASTE, "");
                focus_soon(LATEST);
                let files = file.map(|file| (0, file)).into_iter().collect();
                session.keep_originals(&receipt, files).await;
            }
        });
    };
    view! {
        <section class="bring-list" aria-labelledby="bring">
            <h2 id="bring">{move || words.t("list-title")}</h2>
            <p>{move || words.t("list-hint")}</p>
            <div class="field">
                <label for=PASTE>{move || words.t("list-paste")}</label>
                <textarea id=PASTE class="line lines" rows="5" dir="auto" autocomplete="off" spellcheck="false" translate="no"
                    aria-describedby="paste-wrong"
                    aria-invalid=move || trouble.get().is_some().then_some("true")></textarea>
                <span class="wrong" id="paste-wrong">{move || trouble.get().map(|key| words.t(key))}</span>
            </div>
            <div class="row">
                <button type="button" class="btn" on:click=look_at_text>{move || words.t("list-look")}</button>
                <label class="btn file">
                    <input type="file" id="pick-list" on:change=move |event| picked(&event).into_iter().for_each(look_at_file)/>
                    <span>{move || words.t("list-pick")}</span>
                </label>
            </div>
            {move || looked.get().map(|found| view! {
                <div class="coming">
                    <h3 id=LISTED tabindex="-1">
                        {words.with("list-found", &[("name", found.name.into()), ("count", found.list.items.len().into())])}
                    </h3>
                    <Shown when=move || targets.with(Vec::is_empty)>
                        <FirstEvent/>
                    </Shown>
                    <Shown when=move || !targets.with(Vec::is_empty)>
                        <Choices legend=Signal::derive(move || words.t("list-target"))>
                            {each(move || targets.get(), move |choice| view! {
                                <Pick name=String::from("list-target") label=Signal::stored(choice.1)
                                    checked=Signal::derive(move || target.get() == Some(choice.0))
                                    choose=Callback::new(move |()| chosen.set(Some(choice.0)))/>
                            })}
                        </Choices>
                    </Shown>
                    <Listed list=found.list target accept=Callback::new(move |()| accept()) leave=Callback::new(move |()| leave())/>
                </div>
            })}
        </section>
    }
}

/// Where a list can go: for each event to the groups the list names, or to one of the event's.
fn targets(book: &Book, lang: &str, as_listed: &str) -> Vec<(Target, String)> {
    let events = events(&book.workbook);
    let several = events.len() > 1;
    let of_event = events.iter().flat_map(|event| {
        let as_listed = match several {
            true => format!("{} · {as_listed}", event.title(lang)),
            false => as_listed.to_owned(),
        };
        let one = |group: Group| {
            (
                Target::Group(event.id, group.id),
                group_name(book, &group, lang),
            )
        };
        let groups = groups(&book.workbook, event.id).into_iter().map(one);
        [(Target::AsListed(event.id), as_listed)]
            .into_iter()
            .chain(groups)
            .collect::<Vec<_>>()
    });
    of_event.collect()
}
