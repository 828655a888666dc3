//! The screen of the plenary: a number and a text, as large as the hall needs, and the keys of whoever stands beside it.

use leptos::prelude::*;
use rapporteur_core::report::{Language, Slide};
use rapporteur_core::text::{Direction, direction_of, fold};

use super::{Plenary, amend};
pub(super) use crate::browser::page::focus_soon;
use crate::browser::page::{self, Key};
use crate::pages::communique::paper::said;
use crate::pages::read_aloud::ReadAloud;
use crate::ui::{Markup, Shown, memo, view};

#[component]
pub(super) fn Stage(plenary: Plenary) -> impl IntoView {
    let words = plenary.words;
    let slide = memo(move || plenary.slide());
    let lang = move || plenary.language.get().name();
    let class = move || {
        let blank = if plenary.blank.get() { " blank" } else { "" };
        format!("stage size-{}{blank}", plenary.size.get())
    };
    view! {
        <main id="main" class=class>
            <div class="slide" lang=lang dir=move || direction_of(lang()).as_str()>
                {move || slide.get().map(|slide| shown(plenary, &slide))}
            </div>
            <p class="unseen">{move || plenary.blank.get().then(|| words.t("present-is-blank"))}</p>
            <Controls plenary/>
        </main>
    }
}

fn shown(plenary: Plenary, slide: &Slide) -> Markup {
    let text = slide.text.0.first().cloned().unwrap_or_default();
    let (lang, dir) = (text.lang.clone(), text.direction().as_str());
    let other = (lang != plenary.language.get_untracked().name() && !lang.is_empty())
        .then(|| view! { <p class="hint">{move || plenary.words.t("present-other-language")}</p> });
    let lines: Vec<Markup> = slide
        .lines
        .iter()
        .map(|line| view! { <p>{said(line)}</p> })
        .collect();
    let place = move || {
        let place = plenary.place().map_or(0, |place| place.saturating_add(1));
        let all = plenary.ready.with(|ready| ready.len());
        plenary.words.figures(format!("{place} / {all}"))
    };
    let (item, number, section) = (slide.item, slide.number.clone(), said(&slide.section));
    let words = text.text();
    view! {
        <header>
            <h1 id="page-title" tabindex="-1"><bdi class="slide-number">{number}</bdi> <span class="slide-section">{section}</span></h1>
            <bdi class="slide-place" dir="ltr">{place}</bdi>
        </header>
        <amend::Amended plenary item/>
        <Shown when=move || !plenary.amending.get() && !amend::differs(plenary, item)>
            <blockquote class="words" translate="no" lang=lang.clone() dir=dir>{words.clone()}</blockquote>
        </Shown>
        {other}
        <div class="slide-lines">{lines}</div>
    }
}

/// What whoever presents can press; the same by keys.
#[component]
fn Controls(plenary: Plenary) -> impl IntoView {
    let words = plenary.words;
    let first = memo(move || plenary.place() == Some(0));
    let last = memo(move || {
        let count = plenary.ready.with(|ready| ready.len());
        plenary
            .place()
            .is_none_or(|place| place.saturating_add(1) >= count)
    });
    let other = move || match plenary.language.get() {
        Language::Ur => ("en", "English"),
        _ => ("ur", "اردو"),
    };
    // What was just amended too: the slide is made of the workbook as it is.
    let aloud = Signal::derive(move || {
        let slide = plenary.slide().filter(|_| !plenary.blank.get());
        let phrases = slide.into_iter().flat_map(|slide| slide.text.0);
        phrases
            .map(|phrase| (phrase.lang.clone(), phrase.text()))
            .collect()
    });
    let blank = move || match plenary.blank.get() {
        true => "present-unblank",
        false => "present-blank",
    };
    view! {
        <nav class="stage-bar" aria-label=move || words.t("present-controls")>
            <button type="button" class="btn" id="slide-previous" aria-disabled=move || first.get().to_string()
                on:click=move |_| plenary.turn(-1)>{move || words.t("present-previous")}</button>
            <button type="button" class="btn key" id="slide-next" aria-disabled=move || last.get().to_string()
                on:click=move |_| plenary.turn(1)>{move || words.t("present-next")}</button>
            <Jump plenary/>
            <button type="button" class="btn" id="slide-blank" aria-pressed=move || plenary.blank.get().to_string()
                on:click=move |_| plenary.blank.update(|blank| *blank = !*blank)>{move || words.t(blank())} " " <kbd aria-hidden="true">"B"</kbd></button>
            <button type="button" class="btn" id="slide-language" lang=move || other().0 on:click=move |_| plenary.switch_language()>
                {move || other().1} " " <kbd aria-hidden="true">"L"</kbd>
            </button>
            <button type="button" class="btn" id="slide-smaller" on:click=move |_| plenary.resize(-1)>
                <span aria-hidden="true" dir="ltr">"A−"</span><span class="unseen">{move || words.t("present-smaller")}</span>
            </button>
            <button type="button" class="btn" id="slide-larger" on:click=move |_| plenary.resize(1)>
                <span aria-hidden="true" dir="ltr">"A+"</span><span class="unseen">{move || words.t("present-larger")}</span>
            </button>
            <ReadAloud texts=aloud/>
            <button type="button" class="btn" id="slide-amend" aria-pressed=move || plenary.amending.get().to_string()
                on:click=move |_| amend::toggle(plenary)>{move || words.t("present-amend")} " " <kbd aria-hidden="true">"E"</kbd></button>
            <button type="button" class="btn" id="slide-end" on:click=move |_| plenary.end()>
                {move || words.t("present-end")} " " <kbd aria-hidden="true">"Esc"</kbd>
            </button>
        </nav>
    }
}

/// A field for a number, when it is asked for.
#[component]
fn Jump(plenary: Plenary) -> impl IntoView {
    let words = plenary.words;
    let unknown = RwSignal::new(false);
    let open = move || {
        unknown.set(false);
        plenary.jumping.update(|jumping| *jumping = !*jumping);
        if plenary.jumping.get_untracked() {
            focus_soon("slide-number");
        }
    };
    let go = move || {
        let typed = fold(&page::text_in("slide-number").unwrap_or_default());
        let found = plenary.ready.with_untracked(|ready| {
            let held = ready.iter().find(|slide| fold(&slide.number) == typed);
            held.map(|slide| slide.item)
        });
        unknown.set(found.is_none());
        match found {
            Some(item) => {
                plenary.jumping.set(false);
                plenary.show(Some(item));
                focus_soon("page-title");
            }
            None => plenary
                .session
                .say(untrack(|| words.t("present-no-number"))),
        }
    };
    view! {
        <button type="button" class="btn" id="slide-jump" aria-expanded=move || plenary.jumping.get().to_string() on:click=move |_| open()>
            {move || words.t("present-jump")} " " <kbd aria-hidden="true">"J"</kbd>
        </button>
        <Shown when=move || plenary.jumping.get()>
            <span class="jump">
                <label for="slide-number">{move || words.t("present-number")}</label>
                <input type="text" class="line tiny" id="slide-number" autocomplete="off" dir="ltr"
                    aria-invalid=move || unknown.get().then_some("true") aria-describedby="slide-number-wrong"
                    on:keydown=move |event| if event.key() == "Enter" && !event.is_composing() {
                        event.prevent_default();
                        go();
                    }/>
                <span class="wrong" id="slide-number-wrong">{move || unknown.get().then(|| words.t("present-no-number"))}</span>
            </span>
        </Shown>
    }
}

/// The keys of a presentation.
pub(super) fn listen(plenary: Plenary) {
    let listener = page::on_key(move |key| {
        if plenary.at.get_untracked().is_some()
            && !key.composing
            && untrack(|| press(plenary, &key))
        {
            key.prevent();
        }
    });
    StoredValue::new_local(listener);
    // Escape out of the full screen is the browser's own in most: the page hears nothing of the key.
    let left = page::on_screen_left(move || {
        // Not only Escape ends the full screen: what is being typed stays.
        if plenary.at.get_untracked().is_some() && !plenary.amending.get_untracked() {
            untrack(|| escape(plenary));
        }
    });
    StoredValue::new_local(left);
}

/// Whether the key meant something.
fn press(plenary: Plenary, key: &Key) -> bool {
    if key.key == "Escape" {
        return escape(plenary);
    }
    if key.in_text {
        let done = plenary.amending.get() && (key.ctrl || key.meta) && key.key == "Enter";
        if done {
            amend::toggle(plenary);
        }
        return done;
    }
    if key.ctrl || key.meta || key.alt {
        return false;
    }
    let on_heading = page::focused().is_some_and(|id| id == "page-title");
    let on_button = !on_heading && !page::nothing_focused();
    let rtl = direction_of(plenary.language.get().name()) == Direction::Rtl;
    let on = |forward: bool| plenary.turn(if forward { 1 } else { -1 });
    // Letters by their place, so that they work in an Urdu layout too.
    match (key.key.as_str(), key.code.as_str()) {
        ("ArrowRight", _) => on(!rtl),
        ("ArrowLeft", _) => on(rtl),
        ("PageDown" | "ArrowDown", _) => on(true),
        ("PageUp" | "ArrowUp" | "Backspace", _) => on(false),
        (" ", _) if !on_button => on(!key.shift),
        ("Enter", _) if !on_button => on(true),
        ("Home", _) => plenary.turn(isize::MIN),
        ("End", _) => plenary.turn(isize::MAX),
        ("+" | "=", _) => plenary.resize(1),
        ("-", _) => plenary.resize(-1),
        _ if key.repeat => return false,
        (".", _) | (_, "KeyB") => plenary.blank.update(|blank| *blank = !*blank),
        (_, "KeyL") => plenary.switch_language(),
        (_, "KeyE") => amend::toggle(plenary),
        (_, "KeyJ") => {
            plenary.jumping.set(true);
            focus_soon("slide-number");
        }
        (_, "KeyF") => match page::fills_screen() {
            true => page::leave_screen(),
            false => page::fill_screen(),
        },
        _ => return false,
    }
    true
}

/// One step back: out of the text, the field, the blank screen, and at last out of the presentation.
fn escape(plenary: Plenary) -> bool {
    if plenary.amending.get() {
        amend::drop_it(plenary);
    } else if plenary.jumping.get() {
        plenary.jumping.set(false);
        focus_soon("page-title");
    } else if plenary.blank.get() {
        plenary.blank.set(false);
    } else {
        plenary.end();
    }
    true
}
