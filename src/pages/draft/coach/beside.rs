//! What the coach says of the recommendation on the sheet, after each pause in typing; what can be done about it by a button.

use leptos::prelude::*;
use rapporteur_core::advice::{Advice, Coach, Draft, Severity, advise};
use rapporteur_core::event::additions_of;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::{Recommendation, Wording};
use rapporteur_core::text::clean_input;
use rapporteur_core::vocabulary::Addition;

use super::super::desk::{Desk, desk, focus_soon};
use super::remedy;
use crate::browser::clock::Timer;
use crate::browser::preferences::Preferences;
use crate::browser::{clock, text};
use crate::session::TextField;
use crate::ui::{Disclosure, Markup, Shown, each, memo, view};

/// Milliseconds without a keystroke after which the text is looked at.
const PAUSE: u32 = 350;
/// Milliseconds after which it is looked at although somebody types on: a warning is not to wait for the end.
const LONGEST: f64 = 2_000.0;
/// So much is in sight; the rest when asked for.
const IN_SIGHT: usize = 4;
/// The id of the button that folds the advice.
const FOLD: &str = "advice";
/// The preference under which it is kept that somebody folded it.
const FOLDED: &str = "adviceFolded";

/// The coach, with the terms of events it was made with.
type Held = StoredValue<Option<(Vec<Addition>, Coach)>>;

pub(in crate::pages::draft) fn beside(item: Memo<ItemId>, rec: Memo<Recommendation>) -> Markup {
    let desk = desk();
    let words = desk.words;
    // Nothing where there is no text to speak of.
    let found = RwSignal::new(None::<Vec<Advice>>);
    let coach: Held = StoredValue::new(None);
    let warned = StoredValue::new(0_usize);
    let tell = move |same: bool| {
        let advice = look(desk, coach, item.get_untracked());
        let harm = advice.iter().flatten().filter(|advice| is_harm(advice));
        let harm = harm.count();
        let before = warned.get_value();
        warned.set_value(harm);
        // Who does not see the page hears of a new warning once, and of nothing else.
        if same && harm > before {
            desk.session.say_unseen(untrack(|| {
                let first = advice.iter().flatten().find(|advice| is_harm(advice));
                let told = first.map(|advice| sentence(desk, advice));
                format!(
                    "{}: {}",
                    words.t("advice-warning"),
                    told.unwrap_or_default()
                )
            }));
        }
        if found.with_untracked(|held| *held != advice) {
            found.set(advice);
        }
    };
    let timer = StoredValue::new_local(None::<Timer>);
    let since = StoredValue::new(None::<f64>);
    let soon = move || {
        let now = clock::ticks();
        match since.get_value() {
            Some(since) if now - since > LONGEST => return,
            Some(_) => {}
            None => since.set_value(Some(now)),
        }
        timer.set_value(Some(clock::after(PAUSE, move || {
            since.set_value(None);
            tell(true);
        })));
    };
    Effect::new(move |before: Option<ItemId>| {
        desk.touched.get();
        rec.with(|_| ());
        let now = item.get();
        if before == Some(now) {
            // Never at once: leaving the text for a button must not draw the button anew under the pointer.
            soon();
        } else {
            since.set_value(None);
            timer.set_value(None);
            tell(false);
        }
        now
    });
    let done = Callback::new(move |()| tell(false));
    let open = RwSignal::new(
        !Preferences::read()
            .other
            .get::<bool>(FOLDED)
            .unwrap_or(false),
    );
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before.is_some_and(|before| before != now) {
            let mut preferences = Preferences::read();
            preferences.other.set(FOLDED, &!now);
            preferences.write();
        }
        now
    });
    let of = move |harm: bool| {
        found.with(|found| {
            let found = found.iter().flatten();
            let found = found.filter(|advice| is_harm(advice) == harm);
            found.cloned().collect::<Vec<Advice>>()
        })
    };
    let (harm, others) = (memo(move || of(true)), memo(move || of(false)));
    let further = RwSignal::new(false);
    let part = move |rest: bool| {
        others.with(|others| {
            let (first, last) = others.split_at(others.len().min(IN_SIGHT));
            if rest { last.to_vec() } else { first.to_vec() }
        })
    };
    let line = move |advice: Advice| line(desk, item, advice, done);
    view! {
        <section class="coach" aria-label=move || words.t("advice")>
            <Shown when=move || harm.with(|harm| !harm.is_empty())>
                <div class="note bad">
                    <p><b>{move || words.t("advice-warning")}</b></p>
                    <ul class="advice" role="list">{each(move || harm.get(), line)}</ul>
                    <p class="hint">{move || words.t("advice-names")}</p>
                </div>
            </Shown>
            <Shown when=move || found.with(Option::is_some)>
                <Disclosure label=words.label("advice") open id=FOLD>
                    <Shown when=move || others.with(Vec::is_empty)><p class="hint">{move || words.t("advice-none")}</p></Shown>
                    <ul class="advice" role="list">{each(move || part(false), line)}</ul>
                    <Shown when=move || others.with(|others| others.len() > IN_SIGHT)>
                        <Disclosure label=words.label("advice-more") open=further id="advice-more">
                            <ul class="advice" role="list">{each(move || part(true), line)}</ul>
                        </Disclosure>
                    </Shown>
                </Disclosure>
            </Shown>
        </section>
    }
}

fn is_harm(advice: &Advice) -> bool {
    advice.severity == Severity::Harm
}

/// The advice for a recommendation as it stands on the page, with what is being typed; nothing where it has no text.
fn look(desk: Desk, coach: Held, item: ItemId) -> Option<Vec<Advice>> {
    let (mut draft, additions) = desk.session.peek(|book| {
        let told = Recommendation::read(&book.workbook, item);
        (Draft::of(&told), additions_of(&book.workbook))
    });
    if let Some((field, typed)) = desk.session.pending_text(item) {
        put(&mut draft, field, clean_input(&text::nfc(&typed)));
    }
    coach.update_value(|held| {
        if held.as_ref().is_none_or(|(made, _)| *made != additions) {
            let coach = desk.session.peek(|book| Coach::new(&book.vocabulary));
            *held = Some((additions, coach));
        }
    });
    let advice = coach.with_value(|held| held.as_ref().map(|(_, coach)| advise(&draft, coach)));
    let blank = draft.wordings.values().all(|text| text.trim().is_empty());
    advice.filter(|advice| !blank || !advice.is_empty())
}

/// The text that is being typed takes the place of the one that is kept.
fn put(draft: &mut Draft, field: TextField, text: String) {
    match field {
        TextField::Wording(lang) | TextField::Amendment(lang) => {
            if draft.original.is_empty() {
                draft.original.clone_from(&lang);
            }
            draft.wordings.insert(lang, text);
        }
        TextField::InLanguage(field, lang) => {
            let wording = Wording { lang, text };
            match (field.as_str(), field.strip_prefix("dissent/")) {
                ("rationale", _) => draft.rationale = Some(wording),
                ("indicator", _) => draft.indicator = Some(wording),
                (_, Some(key)) => drop(draft.dissent.insert(key.to_owned(), wording)),
                _ => {}
            }
        }
        TextField::Plain(_) => {}
    }
}

/// What was noticed and why it matters; follows a change of language.
fn sentence(desk: Desk, advice: &Advice) -> String {
    let (key, named) = advice.message();
    let named = named.into_iter().map(|(name, text)| {
        let text = match name {
            "term" if !text.is_empty() => desk.label(&text),
            _ => text,
        };
        (name, text.into())
    });
    desk.words.with(&key, &named.collect::<Vec<_>>())
}

fn line(desk: Desk, item: Memo<ItemId>, advice: Advice, done: Callback<()>) -> Markup {
    let place = &advice.place;
    let id = format!(
        "advice-{}-{}-{}",
        advice.check.name(),
        place.field.replace('/', "-"),
        place.range.start
    );
    let buttons: Vec<Markup> = advice
        .remedies
        .iter()
        .map(|remedy| {
            let (told, asked, remedy) = (remedy.clone(), advice.clone(), remedy.clone());
            let described = id.clone();
            let act = move |_| {
                let moved = remedy::apply(desk, item.get_untracked(), &asked, &remedy);
                done.run(());
                // The button that had the focus goes away with what it was about.
                if !moved {
                    focus_soon(FOLD);
                }
            };
            // Pressing it must not leave the text before the click: what leaving adds to the page would move it away.
            view! {
                <button type="button" class="btn plain" aria-describedby=described
                    on:mousedown=|event| event.prevent_default() on:click=act>
                    {move || remedy::label(desk, &told)}
                </button>
            }
        })
        .collect();
    view! {
        <li>
            <p id=id>{move || sentence(desk, &advice)}</p>
            <div class="remedies">{buttons}</div>
        </li>
    }
}
