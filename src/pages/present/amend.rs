//! Amending a text while everybody reads along: the field, then what changed word by word, and the way back.

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::text::{Difference, difference, direction_of};

use super::Plenary;
use super::stage::focus_soon;
use crate::browser::page;
use crate::pages::draft::text::TextBox;
use crate::session::TextField;
use crate::ui::{Markup, Shown, memo, view};

/// The id of the field.
const FIELD: &str = "amend-text";

/// Opens the field for the text on the screen, or closes it and keeps what was written.
pub(super) fn toggle(plenary: Plenary) {
    if plenary.amending.get_untracked() {
        plenary.session.close_text();
        plenary.amending.set(false);
        untrack(|| {
            plenary.session.say(
                plenary.words.t(
                    match plenary
                        .slide()
                        .is_some_and(|slide| differs(plenary, slide.item))
                    {
                        true => "present-amended-said",
                        false => "present-not-amended",
                    },
                ),
            )
        });
        focus_soon("page-title");
        return;
    }
    let Some(slide) = plenary.slide() else {
        return;
    };
    let Some(text) = slide.text.0.first() else {
        return;
    };
    let before = now(plenary, slide.item, &text.lang);
    plenary.blank.set(false);
    // Amended a second time, it is still held against what stood when this page was opened.
    if plenary.amended.with_untracked(|held| {
        held.as_ref()
            .is_none_or(|(item, lang, _)| *item != slide.item || *lang != text.lang)
    }) {
        plenary
            .amended
            .set(Some((slide.item, text.lang.clone(), before)));
    }
    plenary.amending.set(true);
    focus_soon(FIELD);
}

/// Closes the field and leaves the text as it was when the field was opened.
pub(super) fn drop_it(plenary: Plenary) {
    let held = plenary.amended.get_untracked();
    if let Some((item, lang, _)) = held {
        let field = TextField::Amendment(lang.clone());
        if plenary.session.is_typing(item, &field) {
            let stored = now(plenary, item, &lang);
            page::put_text(FIELD, &stored);
            plenary.session.type_text(item, &field, &stored);
        }
    }
    plenary.session.close_text();
    plenary.amending.set(false);
    focus_soon("page-title");
}

/// The stored text in a language.
fn now(plenary: Plenary, item: ItemId, lang: &str) -> String {
    let field = TextField::Amendment(lang.to_owned());
    plenary
        .session
        .read(|book| field.text_in(book.workbook.value(item, &field.name())))
}

/// What was amended of this item on this page: its language, the text before and now.
fn change(plenary: Plenary, item: ItemId) -> Option<(String, String, String)> {
    let (held, lang, before) = plenary.amended.get()?;
    let after = now(plenary, item, &lang);
    (held == item && before != after).then_some((lang, before, after))
}

/// Whether the text on the screen was amended since its page was opened.
pub(super) fn differs(plenary: Plenary, item: ItemId) -> bool {
    change(plenary, item).is_some()
}

/// The field while it is open, else what changed.
#[component]
pub(super) fn Amended(plenary: Plenary, item: ItemId) -> impl IntoView {
    let words = plenary.words;
    let changed = memo(move || change(plenary, item).filter(|_| !plenary.amending.get()));
    let lang = move || {
        let held = plenary.amended.get_untracked();
        held.map(|(_, lang, _)| lang).unwrap_or_default()
    };
    let undo = move |_| {
        if plenary.session.undo() {
            plenary.session.say(untrack(|| words.t("present-undone")));
        }
        focus_soon("page-title");
    };
    view! {
        <Shown when=move || plenary.amending.get()>
            <div class="amending">
                <TextBox item field=TextField::Amendment(lang()) id=FIELD.into() lines=true
                    label=words.label("present-amend-label") hint=words.label("present-amend-hint")/>
                <div class="row">
                    <button type="button" class="btn key" id="slide-amend-done" on:click=move |_| toggle(plenary)>
                        {move || words.t("present-amend-done")}
                    </button>
                    <button type="button" class="btn" id="slide-amend-leave" on:click=move |_| drop_it(plenary)>
                        {move || words.t("present-amend-leave")}
                    </button>
                </div>
            </div>
        </Shown>
        {move || changed.get().map(|(lang, before, after)| {
            let dir = direction_of(&lang).as_str();
            let parts: Vec<Markup> = difference(&before, &after).into_iter().map(part).collect();
            view! {
                <blockquote class="words difference" translate="no" lang=lang dir=dir>{parts}</blockquote>
                <p class="amended">
                    <b>{words.t("present-amended")}</b> " "
                    <button type="button" class="btn" id="slide-undo" on:click=undo>{words.t("present-undo")}</button>
                </p>
            }
        })}
    }
}

fn part(part: Difference) -> Markup {
    match part {
        Difference::Same(text) => view! { <span>{text}</span> },
        Difference::Removed(text) => view! { <del>{text}</del> },
        Difference::Added(text) => view! { <ins>{text}</ins> },
    }
}
