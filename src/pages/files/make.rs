//! Making a file: the whole workbook, or a small copy without its history.

use leptos::prelude::*;
use rapporteur_core::file::FileKind;

use crate::browser::clock;
use crate::session::session;
use crate::ui::view;
use crate::words::words;

#[component]
pub(super) fn Make() -> impl IntoView {
    let (words, session) = (words(), session());
    let progress = RwSignal::new(None::<(usize, usize)>);
    let busy = RwSignal::new(false);
    let outcome = RwSignal::new(None::<Result<String, ()>>);
    let make = move |kind: FileKind| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let told = move |done, all| {
                progress.try_set(Some((done, all)));
            };
            let made = session.export(None, kind, told).await.map_err(|_| ());
            progress.try_set(None);
            busy.try_set(false);
            session.say(untrack(|| match &made {
                Ok(name) => words.with("file-made", &[("name", name.into())]),
                Err(()) => words.t("file-not-made"),
            }));
            outcome.try_set(Some(made));
        });
    };
    let last = move || {
        let status = session.status();
        let changes = status.changes.into();
        match status.last_file {
            Some(file) => {
                let when = words.figures(clock::day_and_minute(file.at));
                let named = [
                    ("name", file.name.into()),
                    ("when", when.into()),
                    ("changes", changes),
                ];
                words.with("files-last", &named)
            }
            None => words.with("files-no-last", &[("changes", changes)]),
        }
    };
    let told = move || {
        outcome.get().map(|made| match made {
            Ok(name) => {
                view! { <p class="good">{words.with("file-made", &[("name", name.into())])}</p> }
            }
            Err(()) => view! { <p class="wrong">{words.t("file-not-made")}</p> },
        })
    };
    view! {
        <section aria-labelledby="make">
            <h2 id="make">{move || words.t("files-make")}</h2>
            <p>{move || words.t("files-make-hint")}</p>
            <p class="hint">{last}</p>
            <div class="two-ways">
                <div>
                    <button type="button" class="btn key" id="make-whole" on:click=move |_| make(FileKind::Workbook)>
                        {move || words.t("files-make-whole")}
                    </button>
                    <span class="hint">{move || words.t("files-make-whole-hint")}</span>
                </div>
                <div>
                    <button type="button" class="btn" id="make-lean" on:click=move |_| make(FileKind::Lean)>
                        {move || words.t("files-make-lean")}
                    </button>
                    <span class="hint">{move || words.t("files-make-lean-hint")}</span>
                </div>
            </div>
            {move || progress.get().map(|(done, all)| view! {
                <progress aria-label=words.t("files-making") value=done max=all.max(1)></progress>
            })}
            {told}
        </section>
    }
}
