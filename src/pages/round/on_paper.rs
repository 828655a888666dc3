//! Ballots on paper: one to print, and a form to type each in, out of a box in which they were mixed.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::item::ItemId;
use rapporteur_core::round::{self, Card, Method, Paper, Place, Pressed, Round};
use rapporteur_core::text::{clean_input, parse_digits};

use super::booth::{BoothDesk, label, own_question};
use super::{Words as Text, card, name_of};
use crate::browser::page;
use crate::browser::text::nfc;
use crate::pages::naming::{category_name, method_name};
use crate::session::session;
use crate::ui::{Disclosure, Markup, all, view};
use crate::words::{Words, words};

/// The id of the category's field.
const CATEGORY: &str = "paper-category";

#[component]
pub(super) fn OnPaper(desk: BoothDesk) -> impl IntoView {
    let words = desk.words;
    let open = RwSignal::new(false);
    view! {
        <section class="on-paper">
            <h2>{move || words.t("paper")}</h2>
            <p class="hint">{move || words.t("paper-hint")}</p>
            <button type="button" class="btn" on:click=move |_| page::print()>{move || words.t("paper-print")}</button>
            <Disclosure label=Signal::derive(move || words.t("paper-type")) open id="paper-type"><Form desk/></Disclosure>
        </section>
    }
}

/// One field for each answer, as they stand on the paper.
#[component]
fn Form(desk: BoothDesk) -> impl IntoView {
    let words = desk.words;
    let items = move || desk.round.with(|round| items_of(round.as_ref()));
    let methods = desk.round.with_untracked(|round| {
        round
            .as_ref()
            .map(|round| round.card.by_item().collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let k = desk.round.with_untracked(|round| {
        round
            .as_ref()
            .filter(|round| round.card.asks(Method::Ranking))
            .map_or(0, |round| round.card.k)
    });
    let ranks = (1..=k).map(move |place| view! {
        <div class="count-field">
            <label for=rank_id(place)>{move || words.with("paper-rank-field", &[("place", place.into())])}</label>
            <input type="text" inputmode="numeric" class="line tiny" id=rank_id(place) maxlength="4" autocomplete="off"/>
        </div>
    });
    let categories = move || desk.categories();
    let add = move |_| match typed(desk) {
        Ok(paper) => {
            spawn_local(async move {
                match desk.session.cast(desk.id, &paper).await {
                    Ok(count) => {
                        desk.cast.try_set(count);
                        clear(desk);
                        desk.session
                            .say(words.with("paper-added", &[("count", count.into())]));
                    }
                    Err(trouble) => {
                        let why = words.t(trouble.key());
                        desk.session
                            .say(words.with("booth-not-cast", &[("why", why.into())]));
                    }
                }
            });
        }
        Err(wrong) => {
            let answer = [("answer", wrong.answer.into())];
            desk.session.say(words.with(wrong.key, &answer));
            page::focus(&wrong.field);
        }
    };
    view! {
        <div class="paper-form">
            {(!categories().is_empty()).then(|| view! {
                <div class="field">
                    <label for=CATEGORY>{move || words.t("booth-who")}</label>
                    <select class="line short" id=CATEGORY>
                        <option value="">{move || words.t("paper-category-choose")}</option>
                        {all(categories, move |category| {
                            let name = desk.session.read(|book| category_name(words, book, &category));
                            view! { <option value=category>{name}</option> }
                        })}
                    </select>
                </div>
            })}
            <ol class="paper-items" role="list">
                {all(move || items().into_iter().zip(1_usize..).collect(), move |(item, number): (ItemId, usize)| {
                    let fields = methods.iter().map(|method| {
                        let method = *method;
                        let short = move || words.t(&format!("paper-short-{}", method.name()));
                        let name = move || words.with("paper-answer", &[
                            ("number", words.figures(number.to_string()).into()),
                            ("method", short().into()),
                        ]);
                        view! {
                            <label class="box">
                                <span class="hint" aria-hidden="true">{short}</span>
                                <input type="text" inputmode="numeric" class="line tiny" id=answer_id(method, item) maxlength="1"
                                    autocomplete="off" aria-label=name/>
                            </label>
                        }
                    });
                    let fields: Vec<Markup> = fields.collect();
                    let reason = methods.contains(&Method::Gradients).then(|| view! {
                        <label class="box">
                            <span class="hint">{move || words.t("paper-why")}</span>
                            <input type="text" class="line short" id=reason_id(item) maxlength="2000" dir="auto"
                                autocomplete="off" spellcheck="false" translate="no"/>
                        </label>
                    });
                    view! { <li><span class="num">{number}</span> <span><Text item/></span> <span class="row">{fields} {reason}</span></li> }
                })}
            </ol>
            <div class="count-fields">{ranks.collect::<Vec<_>>()}</div>
            <button type="button" class="btn key" id="paper-add" on:click=add>{move || words.t("paper-add")}</button>
        </div>
    }
}

fn items_of(round: Option<&Round>) -> Vec<ItemId> {
    let items = round.into_iter().flat_map(|round| &round.items);
    items.map(|voted| voted.item).collect()
}

fn answer_id(method: Method, item: ItemId) -> String {
    format!("paper-{}-{item}", method.name())
}

fn reason_id(item: ItemId) -> String {
    format!("paper-reason-{item}")
}

fn rank_id(place: usize) -> String {
    format!("paper-rank-{place}")
}

/// What keeps a paper out of the box.
struct Wrong {
    /// The field that does not fit.
    field: String,
    /// The key of why.
    key: &'static str,
    /// What stands there, or the answer that is meant.
    answer: String,
}

impl Wrong {
    fn new(field: String, key: &'static str, answer: String) -> Self {
        Self { field, key, answer }
    }
}

/// The paper that is typed in, through the same booth as on screen; else what does not fit.
fn typed(desk: BoothDesk) -> Result<Paper, Wrong> {
    let gone = || Wrong::new(String::new(), "round-is-gone", String::new());
    let round = desk.round.get_untracked().ok_or_else(gone)?;
    let category = page::text_in(CATEGORY).filter(|category| !category.is_empty());
    if category.is_none() && !desk.categories().is_empty() {
        let field = CATEGORY.to_owned();
        return Err(Wrong::new(field, "paper-category-needed", String::new()));
    }
    let mut booth = round::Booth::new(&round, Vec::new());
    let text = |id: &str| page::text_in(id).unwrap_or_default().trim().to_owned();
    for (turn, item) in items_of(Some(&round)).into_iter().enumerate() {
        for (question, method) in round.card.by_item().enumerate() {
            let id = answer_id(method, item);
            let answer = text(&id);
            if answer.is_empty() {
                continue;
            }
            booth.change(turn, question);
            let digit = parse_digits(&answer).and_then(|digit| u8::try_from(digit).ok());
            let pressed = digit.map(|digit| booth.press(digit));
            let key = match pressed {
                Some(Pressed::Taken) => None,
                Some(Pressed::TooManyDots) => Some("paper-too-many-dots"),
                _ => Some("paper-wrong"),
            };
            if let Some(key) = key {
                return Err(Wrong::new(id, key, answer));
            }
            if let Place::Reason { .. } = booth.place() {
                let id = reason_id(item);
                let reason = clean_input(&nfc(&text(&id)));
                if booth.give_reason(&reason) != Pressed::Taken {
                    return Err(Wrong::new(id, "paper-reason-needed", answer));
                }
            }
        }
    }
    if round.card.asks(Method::Ranking) {
        booth.rank_anew();
        for place in 1..=round.card.k {
            let id = rank_id(place);
            let number = text(&id);
            if number.is_empty() {
                continue;
            }
            let turn = parse_digits(&number).and_then(|number| usize::try_from(number).ok());
            let turn = turn.and_then(|number| number.checked_sub(1));
            // Once more would take it out of the ranking.
            let fresh = turn.filter(|turn| booth.rank(*turn).is_none());
            if fresh.map(|turn| booth.pick(turn)) != Some(Pressed::Taken) {
                return Err(Wrong::new(id, "paper-wrong", number));
            }
        }
    }
    Ok(booth.paper(category.as_deref()))
}

/// The fields, for the next paper.
fn clear(desk: BoothDesk) {
    let Some(round) = desk.round.get_untracked() else {
        return;
    };
    for item in items_of(Some(&round)) {
        for method in round.card.by_item() {
            page::put_text(&answer_id(method, item), "");
        }
        page::put_text(&reason_id(item), "");
    }
    for place in 1..=round.card.k {
        page::put_text(&rank_id(place), "");
    }
    if !desk.categories().is_empty() {
        page::put_text(CATEGORY, "");
        page::focus(CATEGORY);
        return;
    }
    if let Some((item, method)) = items_of(Some(&round))
        .first()
        .zip(round.card.by_item().next())
    {
        page::focus(&answer_id(method, *item));
    }
}

/// One ballot as it is printed; on screen it is not seen.
#[component]
pub(super) fn PrintedBallot(round: Memo<Option<Round>>) -> impl IntoView {
    let words = words();
    let ballot = move || {
        round.get().map(|held| {
            let methods: Vec<Method> = held.card.by_item().collect();
            let rows = items_of(Some(&held)).into_iter().zip(1_usize..).map(|(item, number)| {
                let boxes = methods.iter().map(|method| {
                    let (least, greatest) = held.card.ends(*method);
                    let steps: Vec<String> = (least..=greatest).map(|step| words.figures(step.to_string())).collect();
                    view! { <span class="boxes">{words.t(&format!("booth-question-{}", method.name()))} " " <bdi>{steps.join("  ")}</bdi></span> }
                });
                let reason = held.card.asks(Method::Gradients).then(|| view! {
                    <span class="boxes">{words.t("paper-why")} " " {"_".repeat(60)}</span>
                });
                let boxes: Vec<Markup> = boxes.collect();
                view! { <li><span class="num">{number}</span> <span><Text item/></span> {boxes} {reason}</li> }
            });
            let rows: Vec<Markup> = rows.collect();
            let meanings = methods.iter().filter_map(|method| meaning(words, &held.card, *method));
            let meanings: Vec<Markup> = meanings.collect();
            let ranks = held.card.asks(Method::Ranking).then(|| {
                let places: Vec<String> = (1..=held.card.k).map(|place| format!("{place}. ____")).collect();
                view! { <p>{words.with("booth-question-ranking", &[("k", held.card.k.into())])} " " <bdi>{places.join("  ")}</bdi></p> }
            });
            view! {
                <p>{name_of(&held)}</p>
                <p><b>{words.t("paper-number")}</b> " " {words.t("paper-fold-here")}</p>
                {own_question(&held.card)}
                {who(&held.card)}
                {meanings}
                <ol class="paper-items" role="list">{rows}</ol>
                {ranks}
            }
        })
    };
    view! {
        <div class="print-only" aria-hidden="true">
            {ballot}
            <card::MethodCard round/>
        </div>
    }
}

/// A box for each category; nothing where the card has none.
fn who(card: &Card) -> Option<Markup> {
    let (words, session) = (words(), session());
    let boxes = card.categories.iter().map(|(category, _)| {
        let name = session.read(|book| category_name(words, book, category));
        view! { <span class="boxes">"☐ " {name} " "</span> }
    });
    let boxes: Vec<Markup> = boxes.collect();
    (!boxes.is_empty())
        .then(|| view! { <p class="paper-who">{words.t("booth-who")} " " {boxes}</p> })
}

/// What the steps of a question mean, as far as they say something; of dots how many there are.
fn meaning(words: Words, card: &Card, method: Method) -> Option<Markup> {
    let (least, greatest) = card.ends(method);
    let told = match method {
        Method::Dots => method_name(words, card, method),
        _ => {
            let named = (least..=greatest).map(|step| (step, label(words, method, step)));
            let named = named.filter(|(_, name)| !name.is_empty());
            let named =
                named.map(|(step, name)| format!("{} = {name}", words.figures(step.to_string())));
            named.collect::<Vec<_>>().join(&words.t("list-comma"))
        }
    };
    let asked = words.t(&format!("booth-question-{}", method.name()));
    (!told.is_empty()).then(|| view! { <p class="paper-meaning"><b>{asked}</b> " " {told}</p> })
}
