//! A show of hands: somebody types the counts, recommendation by recommendation; keeping them closes the round.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::item::ItemId;
use rapporteur_core::round::{Card, Method, Paper, Round};
use rapporteur_core::text::parse_digits;
use rapporteur_core::value::Value;

use super::{Words as Text, card, ending, focus_soon, many, name_of};
use crate::browser::page;
use crate::session::session;
use crate::ui::{Disclosure, all, memo, view};
use crate::words::words;

/// What is counted, in the order in which files hold it.
const COUNTED: [&str; 3] = ["hands-yes", "hands-no", "hands-abstain"];

#[component]
pub(super) fn HandsPage(id: ItemId) -> impl IntoView {
    let (words, session) = (words(), session());
    let round = memo(move || session.read(|book| Round::read(&book.workbook, id)));
    let items = memo(move || {
        let items = |round: &Round| {
            round
                .items
                .iter()
                .map(|voted| voted.item)
                .collect::<Vec<_>>()
        };
        round.with(|round| round.as_ref().map(items).unwrap_or_default())
    });
    let name = move || round.with(|round| round.as_ref().map(name_of).unwrap_or_default());
    let open = RwSignal::new(false);
    let keep = move |counts: Value| {
        let paper = Paper {
            category: None,
            choices: vec![(Method::Hands, counts)],
        };
        spawn_local(async move {
            let kept = match session.cast(id, &paper).await {
                Ok(_) => session.close_round(id).await,
                Err(trouble) => Err(trouble),
            };
            match kept {
                Ok(()) => {
                    session.say(words.t("round-closed-said"));
                    focus_soon("page-title");
                }
                Err(trouble) => {
                    let why = words.t(trouble.key());
                    session.say(words.with("round-not-closed", &[("why", why.into())]));
                }
            }
        });
    };
    let press = move |_| {
        let Some(card) = round.with_untracked(|round| round.as_ref().map(|of| of.card.clone()))
        else {
            return;
        };
        let present = many(card.present).into();
        match counted(&items.get_untracked(), &card) {
            Ok(counts) => keep(counts),
            Err((field, key)) => {
                session.say(words.with(key, &[("present", present)]));
                page::focus(&field);
            }
        }
    };
    view! {
        <main id="main" class="page desk hands">
            <p class="soft">{name}</p>
            <h1 id="page-title" tabindex="-1">{move || words.t("hands-heading")}</h1>
            <p>{move || words.t("hands-hint")}</p>
            <ol class="hands-list" role="list">
                {all(move || items.get(), move |item| {
                    let fields = COUNTED.map(|key| view! {
                        <div class="count-field">
                            <label for=field_id(item, key)>{move || words.t(key)}</label>
                            <input type="text" inputmode="numeric" class="line tiny" id=field_id(item, key) maxlength="6"
                                autocomplete="off" aria-describedby=format!("hands-{item}")/>
                        </div>
                    });
                    view! { <li><p id=format!("hands-{item}")><Text item/></p><div class="count-fields">{fields}</div></li> }
                })}
            </ol>
            <div><button type="button" class="btn key" id="hands-keep" on:click=press>{move || words.t("hands-keep")}</button>
                <p class="hint">{move || words.t("round-close-hint")}</p></div>
            <Disclosure label=Signal::derive(move || words.t("round-group-acts")) open>
                <card::MethodCard round/>
                <ending::Void id/>
            </Disclosure>
        </main>
    }
}

fn field_id(item: ItemId, key: &str) -> String {
    format!("{key}-{item}")
}

/// The counts of all items; else the id of the first field that does not hold, and the key of why: it is no count, or more
/// hands than people present. An empty field is nobody.
fn counted(items: &[ItemId], card: &Card) -> Result<Value, (String, &'static str)> {
    let mut counts = Vec::with_capacity(items.len());
    for item in items {
        let mut of = [0_u64; COUNTED.len()];
        for (key, held) in COUNTED.into_iter().zip(&mut of) {
            let id = field_id(*item, key);
            let typed = page::text_in(&id).unwrap_or_default();
            let count = match typed.trim() {
                "" => Some(0),
                typed => parse_digits(typed),
            };
            let count = count.and_then(|count| u64::try_from(count).ok());
            *held = count.ok_or((id, "hands-wrong"))?;
        }
        if !card.holds(of) {
            return Err((field_id(*item, COUNTED[0]), "hands-too-many"));
        }
        let of = of.map(|count| Value::Int(i64::try_from(count).unwrap_or_default()));
        counts.push((item.to_string(), Value::List(of.into())));
    }
    Ok(Value::map(
        counts.iter().map(|(item, of)| (item.as_str(), of.clone())),
    ))
}
