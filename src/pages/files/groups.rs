//! What became of each group's recommendations: worked out from what a file holds and the workbook as it is now, never stored.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::combination::Combinations;
use rapporteur_core::event::Group;
use rapporteur_core::receipt::{Entry, Fate, GroupReceipt, Receiving};

use crate::browser::{clock, files};
use crate::pages::naming::group_name;
use crate::session::{Before, session};
use crate::ui::{Disclosure, Shown, all, memo, view};
use crate::words::{Words, words};

/// A file, and the receipts of its groups.
type OfFile = (String, Vec<GroupReceipt>);

/// The receipts of files by their names; they follow what is decided.
#[component]
pub(super) fn GroupReceipts(befores: Vec<(String, Before)>) -> impl IntoView {
    let (words, session) = (words(), session());
    let receipts = RwSignal::new(Vec::<OfFile>::new());
    let working = RwSignal::new(true);
    let befores = StoredValue::new(befores);
    let run = StoredValue::new(0_usize);
    // In slices, so that the page stays awake; anew when something is written meanwhile.
    let size = memo(move || session.read(|book| book.workbook.len()));
    Effect::new(move || {
        size.track();
        let this = run.get_value().wrapping_add(1);
        run.set_value(this);
        spawn_local(async move {
            clock::pause().await;
            if run.try_get_value() != Some(this) {
                return;
            }
            let combinations = session.peek(|book| Combinations::of(&book.workbook));
            let mut made: Vec<OfFile> = Vec::new();
            let now = session.peek(|book| book.workbook.clone());
            let mut slice = clock::Slice::begin();
            for (name, before) in befores.try_get_value().unwrap_or_default() {
                let mut receiving = Receiving::new(&before.0, &now);
                while receiving.step(&combinations) {
                    slice.end().await;
                    if run.try_get_value() != Some(this) {
                        return;
                    }
                }
                made.push((name, receiving.finish().groups));
            }
            receipts.try_set(made);
            working.try_set(false);
        });
    });
    let saved = RwSignal::new(None::<String>);
    let save = move |_| {
        let text = untrack(|| text_of(words, &receipts.get_untracked()));
        let name = files::name_of(&["receipts"], "txt");
        let done = files::download(&name, "text/plain;charset=utf-8", text.as_bytes()).is_ok();
        session.say(untrack(|| match done {
            true => words.with("receipts-saved", &[("name", (&name).into())]),
            false => words.t("file-not-made"),
        }));
        saved.set(done.then_some(name));
    };
    view! {
        <div class="group-receipts">
            <h4>{move || words.t("receipts-title")}</h4>
            <Shown when=move || working.get()><p class="hint">{move || words.t("receipts-working")}</p></Shown>
            {all(move || receipts.get(), move |(name, groups)| {
                let groups = groups.into_iter().map(|group| view! { <OneGroup group/> });
                view! {
                    {(!name.is_empty()).then(|| view! { <p class="hint"><bdi>{name}</bdi></p> })}
                    <ul class="group-list" role="list">{groups.collect::<Vec<_>>()}</ul>
                }
            })}
            <Shown when=move || !receipts.with(Vec::is_empty)>
                <button type="button" class="btn" on:click=save>{move || words.t("receipts-save")}</button>
                {move || saved.get().map(|name| view! { <span class="hint">{words.with("receipts-saved", &[("name", name.into())])}</span> })}
            </Shown>
        </div>
    }
}

/// A group's sentence, and one for each of its recommendations that is not as it was.
#[component]
fn OneGroup(group: GroupReceipt) -> impl IntoView {
    let (words, session) = (words(), session());
    let of = group.group;
    let name = move || match of {
        Some(of) => {
            session.read(|book| group_name(book, &Group::read(&book.workbook, of), words.lang()))
        }
        None => words.t("receipt-no-group"),
    };
    let others: Vec<Entry> = group
        .recommendations
        .iter()
        .filter(|entry| entry.fate != Fate::Unchanged)
        .cloned()
        .collect();
    let count = others.len();
    let open = RwSignal::new(false);
    let sentence = move || words.read("receipt-sentence", |messages| group.sentence(messages));
    let lines = move || {
        let lines = others
            .iter()
            .map(|entry| view! { <li>{told(words, entry)}</li> });
        lines.collect::<Vec<_>>()
    };
    view! {
        <li class="group-row">
            <p><b><bdi>{name}</bdi></b></p>
            <p class="receipt-sentence">{sentence}</p>
            {(count > 0).then(|| view! {
                <Disclosure label=Signal::derive(move || words.with("receipts-others", &[("count", count.into())])) open>
                    <ul class="recs-told" translate="no">{lines()}</ul>
                </Disclosure>
            })}
        </li>
    }
}

/// Where one recommendation is.
fn told(words: Words, entry: &Entry) -> String {
    let wording = match &entry.fate {
        Fate::Combined { wording, .. } => wording.as_str(),
        _ => "",
    };
    let named = [
        ("number", (&entry.number).into()),
        ("text", (&entry.text).into()),
        ("wording", wording.into()),
    ];
    words.with(entry.fate.key(), &named)
}

/// All receipts as one text, file by file.
fn text_of(words: Words, receipts: &[OfFile]) -> String {
    words.read("receipt-sentence", |messages| {
        let files = receipts.iter().map(|(name, groups)| {
            let groups: Vec<String> = groups.iter().map(|group| group.text(messages)).collect();
            match name.as_str() {
                "" => groups.join("\n"),
                name => format!("{name}\n{}", groups.join("\n")),
            }
        });
        files.collect::<Vec<_>>().join("\n")
    })
}
