//! How many took part, by category; and whether numbers under five may be told.

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::text::parse_digits;
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::SchemeId;

use crate::session::session;
use crate::ui::{Check, all, memo, view};
use crate::words::words;

/// More than any hall holds.
const MOST: i64 = 100_000;

#[component]
pub(super) fn Participants(event: ItemId, small: RwSignal<bool>) -> impl IntoView {
    let (words, session) = (words(), session());
    let categories = memo(move || {
        session.read(|book| {
            let terms = book.vocabulary.terms(SchemeId::StakeholderCategories);
            terms.map(|term| term.id.to_string()).collect::<Vec<_>>()
        })
    });
    let wrong = RwSignal::new(false);
    view! {
        <p class="hint">{move || words.t("documents-people-hint")}</p>
        <div class="count-fields">
            {all(move || categories.get(), move |category: String| {
                let field = format!("participants/{category}");
                let (held, read) = (StoredValue::new(field.clone()), field);
                let shown = move || session.read(|book| {
                    let number = book.workbook.value(event, &read).and_then(Value::as_int);
                    number.map(|number| number.to_string()).unwrap_or_default()
                });
                let label = {
                    let category = category.clone();
                    move || session.read(|book| book.vocabulary.label(&category, words.lang()).to_owned())
                };
                let changed = move |typed: String| {
                    let number = parse_digits(typed.trim()).filter(|number| *number >= 0);
                    let fits = typed.trim().is_empty() || number.is_some_and(|number| number <= MOST);
                    wrong.set(!fits);
                    if fits {
                        let value = number.filter(|number| *number > 0).map_or(Value::None, Value::Int);
                        session.act("event", |act, book| {
                            held.with_value(|field| act.set(&book.workbook, event, field, value));
                        });
                    } else {
                        session.say(words.t("documents-people-wrong"));
                    }
                };
                let id = format!("people-{category}");
                view! {
                    <div class="count-field">
                        <label for=id.clone()>{label}</label>
                        <input type="text" inputmode="numeric" class="line tiny" id=id autocomplete="off" prop:value=shown
                            on:change=move |event| changed(event_target_value(&event))/>
                    </div>
                }
            })}
        </div>
        {move || wrong.get().then(|| view! { <p class="wrong">{words.t("documents-people-wrong")}</p> })}
        <Check label=words.label("documents-small") checked=Signal::derive(move || small.get())
            change=Callback::new(move |on| small.set(on))/>
    }
}
