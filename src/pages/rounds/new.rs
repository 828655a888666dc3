//! A new round: a preset in one click, who is present, and the details for those who want them. Locking the card begins it.

use leptos::prelude::*;
use rapporteur_core::combination::Combinations;
use rapporteur_core::event::{Event, Group, events, groups};
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::recommendation::{Recommendation, State};
use rapporteur_core::round::{Card, Preset, Quorum, Round, Rule, plenary_items};
use rapporteur_core::text::{clean_input, parse_digits};
use rapporteur_core::vocabulary::{SchemeId, Vocabulary};

use crate::app::navigation;
use crate::browser::{page, text};
use crate::pages::naming::group_name;
use crate::route::Route;
use crate::session::{Book, Session, session};
use crate::ui::{Choices, Disclosure, Pick, Shown, all, memo, view};
use crate::words::{Words, words};

/// The ids of the fields.
const PRESENT: &str = "round-present";
const ASKED: &str = "round-asked";
const RANKED: &str = "round-k";
const DOTS: &str = "round-dots";
const CAP: &str = "round-cap";

/// What is chosen so far.
#[derive(Clone, Copy)]
struct Form {
    session: Session,
    words: Words,
    group: RwSignal<Option<ItemId>>,
    preset: RwSignal<Preset>,
    ready: RwSignal<bool>,
    quorum: RwSignal<Quorum>,
    rule: RwSignal<Rule>,
    /// What was typed into the fields of numbers; none where nobody did.
    k: RwSignal<Option<String>>,
    dots: RwSignal<Option<String>>,
    cap: RwSignal<Option<String>>,
    /// What can be voted on: all of it, and what is ready or agreed.
    listed: [Memo<Vec<ItemId>>; 2],
    /// What keeps the card from being locked: a key.
    wrong: RwSignal<Option<&'static str>>,
}

#[component]
pub(super) fn NewRound() -> impl IntoView {
    let (words, session) = (words(), session());
    let group = RwSignal::new(None);
    let listed = [false, true].map(|ready| {
        memo(move || match who_votes(session, group) {
            Some(of) => session.read(|book| items(book, of, ready)),
            None => Vec::new(),
        })
    });
    let form = Form {
        session,
        words,
        group,
        listed,
        k: RwSignal::new(None),
        dots: RwSignal::new(None),
        cap: RwSignal::new(None),
        preset: RwSignal::new(Preset::Standard),
        ready: RwSignal::new(false),
        quorum: RwSignal::new(Quorum::default()),
        rule: RwSignal::new(Rule::default()),
        wrong: RwSignal::new(None),
    };
    let label = move |key: &'static str| Signal::derive(move || words.t(key));
    let names = memo(move || session.read(|book| who_can(words, book)));
    let several = move || names.with(|names| names.len() > 1);
    let [all_items, _] = listed;
    let empty = memo(move || all_items.with(Vec::is_empty));
    let (who_open, details_open) = (RwSignal::new(false), RwSignal::new(false));
    let presets = move || Preset::ALL.map(|preset| view! { <PresetChoice form preset/> });
    view! {
        <section class="new-round" aria-labelledby="new-round">
            <h2 id="new-round" tabindex="-1">{move || words.t("rounds-new")}</h2>
            <Shown when=several>
                <Choices legend=label("rounds-group")>
                    {all(move || names.get(), move |(group, name)| view! {
                        <Pick name=String::from("round-group") label=Signal::stored(name)
                            checked=Signal::derive(move || who_votes(session, form.group) == Some(group))
                            choose=Callback::new(move |()| form.group.set(Some(group)))/>
                    })}
                </Choices>
            </Shown>
            <Shown when=move || empty.get()><p class="empty">{move || words.t("rounds-no-recs")}</p></Shown>
            <Shown when=move || !empty.get()>
                <Choices legend=label("rounds-preset")>{presets()}</Choices>
                <WhichOnes form/>
                <super::alike::Alike items=Signal::derive(move || form.items())/>
                <div class="field">
                    <label for=PRESENT>{move || words.t("rounds-present")}</label>
                    <input type="text" inputmode="numeric" class="line tiny" id=PRESENT maxlength="6" autocomplete="off"
                        aria-describedby="round-wrong" aria-invalid=move || form.wrong.get().map(|_| "true")/>
                    <span class="ask" id="round-wrong">{move || form.wrong.get().map(|key| words.t(key))}</span>
                </div>
                <Disclosure label=label("rounds-categories") open=who_open><WhoTheyAre/></Disclosure>
                <Disclosure label=label("rounds-details") open=details_open><Details form/></Disclosure>
                <div class="field">
                    <p class="hint" id="round-begin-hint">{move || words.t("rounds-begin-hint")}</p>
                    <div><button type="button" class="btn key" id="round-begin" aria-describedby="round-begin-hint"
                        on:click=move |_| form.begin()>{move || words.t("rounds-begin")}</button></div>
                </div>
            </Shown>
        </section>
    }
}

#[component]
fn PresetChoice(form: Form, preset: Preset) -> impl IntoView {
    let words = form.words;
    let hint = move || {
        let items = form.items().len();
        let card = form.card(preset, items);
        // Reading takes the time: seconds for each recommendation.
        let seconds = items.saturating_mul(match preset {
            Preset::Quick => 6,
            Preset::Standard => 9,
            Preset::Thorough | Preset::Hands => 24,
        });
        words.with(
            &format!("preset-{}-hint", preset.name()),
            &[
                ("interactions", card.interactions(items).into()),
                ("minutes", seconds.div_ceil(60).into()),
                ("k", card.k.into()),
            ],
        )
    };
    view! {
        <label class="choice preset">
            <input type="radio" name="round-preset" prop:checked=move || form.preset.get() == preset
                on:change=move |_| form.preset.set(preset)/>
            <span><span><b>{move || words.t(&format!("preset-{}", preset.name()))}</b> " " <span class="hint">{hint}</span></span></span>
        </label>
    }
}

#[component]
fn WhichOnes(form: Form) -> impl IntoView {
    let words = form.words;
    let [of_all, of_ready] = form.listed;
    let counts = memo(move || (of_all.with(Vec::len), of_ready.with(Vec::len)));
    let label = move |key: &'static str, ready: bool| {
        Signal::derive(move || {
            let (of_all, of_ready) = counts.get();
            let count = if ready { of_ready } else { of_all };
            words.with(key, &[("count", count.into())])
        })
    };
    view! {
        <Shown when=move || counts.with(|(of_all, of_ready)| *of_ready > 0 && of_ready < of_all)>
            <Choices legend=Signal::derive(move || words.t("rounds-which"))>
                <Pick name=String::from("round-which") label=label("rounds-which-all", false)
                    checked=Signal::derive(move || !form.ready.get()) choose=Callback::new(move |()| form.ready.set(false))/>
                <Pick name=String::from("round-which") label=label("rounds-which-ready", true)
                    checked=Signal::derive(move || form.ready.get()) choose=Callback::new(move |()| form.ready.set(true))/>
            </Choices>
        </Shown>
    }
}

#[component]
fn WhoTheyAre() -> impl IntoView {
    let (words, session) = (words(), session());
    let fields = categories().map(move |term| {
        let name = move || {
            session.read(|book| book.vocabulary.label(term, words.lang()).to_owned())
        };
        view! {
            <div class="count-field">
                <label for=category_id(term)>{name}</label>
                <input type="text" inputmode="numeric" class="line tiny" id=category_id(term) maxlength="4" autocomplete="off"/>
            </div>
        }
    });
    view! {
        <p class="hint">{move || words.t("rounds-categories-hint")}</p>
        <div class="count-fields">{fields.collect::<Vec<_>>()}</div>
    }
}

#[component]
fn Details(form: Form) -> impl IntoView {
    let words = form.words;
    let usual = move |value: fn(&Card) -> String| {
        value(&Card::preset(form.preset.get(), form.items().len()))
    };
    let number = move |id: &'static str,
                       key: &'static str,
                       preset: Preset,
                       typed: RwSignal<Option<String>>,
                       value: fn(&Card) -> String| {
        view! {
            <Shown when=move || form.preset.get() == preset>
                <div class="count-field">
                    <label for=id>{move || words.t(key)}</label>
                    <input type="text" inputmode="numeric" class="line tiny" id=id maxlength="4" autocomplete="off"
                        prop:value=move || typed.get().unwrap_or_else(|| usual(value))
                        on:input=move |event| typed.set(Some(event_target_value(&event)))/>
                </div>
            </Shown>
        }
    };
    let quorum = Quorum::ALL.map(move |quorum| view! {
        <Pick name=String::from("round-quorum") label=Signal::derive(move || words.t(&format!("quorum-{}", quorum.name())))
            checked=Signal::derive(move || form.quorum.get() == quorum)
            choose=Callback::new(move |()| form.quorum.set(quorum))/>
    });
    let rules = move || {
        Rule::ALL.map(move |rule| view! {
        <Pick name=String::from("round-rule") label=Signal::derive(move || words.t(&format!("rule-{}", rule.name())))
            checked=Signal::derive(move || form.rule.get() == rule)
            choose=Callback::new(move |()| form.rule.set(rule))/>
    })
    };
    view! {
        <div class="field">
            <label for=ASKED>{move || words.t("rounds-asked")}</label>
            <input type="text" class="line" id=ASKED maxlength="300" dir="auto" autocomplete="off" spellcheck="false" translate="no"
                aria-describedby="round-asked-hint"/>
            <span class="hint" id="round-asked-hint">{move || words.t("rounds-asked-hint")}</span>
        </div>
        <div class="count-fields">
            {number(DOTS, "rounds-dots", Preset::Quick, form.dots, |card| card.dots.to_string())}
            {number(CAP, "rounds-cap", Preset::Quick, form.cap, |card| card.cap.to_string())}
            {number(RANKED, "rounds-k", Preset::Standard, form.k, |card| card.k.to_string())}
        </div>
        <Choices legend=Signal::derive(move || words.t("rounds-quorum"))>{quorum}</Choices>
        <Shown when=move || form.preset.get() == Preset::Hands>
            <Choices legend=Signal::derive(move || words.t("rounds-rule"))>{rules()}</Choices>
        </Shown>
    }
}

impl Form {
    /// What is voted on.
    fn items(self) -> Vec<ItemId> {
        let [of_all, of_ready] = self.listed;
        let ready = self.ready.get() && of_ready.with(|items| !items.is_empty());
        if ready { of_ready } else { of_all }.get()
    }

    /// The card of a preset with the numbers typed, as far as a card may say them.
    fn card(self, preset: Preset, items: usize) -> Card {
        let usual = Card::preset(preset, items);
        let number = |typed: RwSignal<Option<String>>, most: u64| {
            let typed = typed.get();
            let number = typed
                .as_deref()
                .and_then(|typed| parse_digits(typed.trim()));
            let number = number.and_then(|number| u64::try_from(number).ok());
            number.filter(|number| (1..=most).contains(number))
        };
        let most = u64::try_from(items).unwrap_or(u64::MAX).min(100);
        Card {
            k: number(self.k, most)
                .and_then(|k| usize::try_from(k).ok())
                .unwrap_or(usual.k),
            dots: number(self.dots, 1_000).unwrap_or(usual.dots),
            cap: number(self.cap, 9).unwrap_or(usual.cap),
            ..usual
        }
    }

    fn begin(self) {
        let number = |id: &str| typed_number(id);
        let present = number(PRESENT).filter(|present| (1..=Card::MOST_PRESENT).contains(present));
        let Some(present) = present else {
            self.wrong.set(Some("rounds-present-needed"));
            self.session.say(self.words.t("rounds-present-needed"));
            page::focus(PRESENT);
            return;
        };
        let items = untrack(|| self.items());
        let Some(of) = untrack(|| who_votes(self.session, self.group)) else {
            return;
        };
        let preset = self.preset.get_untracked();
        let usual = untrack(|| self.card(preset, items.len()));
        let categories = categories().filter_map(|term| {
            let count = number(&category_id(term)).filter(|count| *count > 0)?;
            Some((term.to_owned(), count))
        });
        let asked = page::text_in(ASKED).unwrap_or_default();
        let card = Card {
            asked: clean_input(&text::nfc(&asked)).trim().to_owned(),
            present,
            categories: categories.collect(),
            quorum: self.quorum.get_untracked(),
            rule: self.rule.get_untracked(),
            ..usual
        };
        match self.session.begin_round(of, &card, &items) {
            None => self.session.say(self.words.t("rounds-not-begun")),
            Some(round) => {
                self.session.say_unseen(self.words.t("rounds-begun"));
                let navigation = navigation();
                let book = navigation.book();
                navigation.go(Route::Round {
                    book,
                    round: Some(round),
                });
            }
        }
    }
}

/// Who votes: the group or plenary chosen, else the group this session writes for, else the first with something to vote on.
fn who_votes(session: Session, chosen: RwSignal<Option<ItemId>>) -> Option<ItemId> {
    let chosen = chosen.get().or_else(|| session.writes_for());
    chosen.or_else(|| {
        session.read(|book| {
            let mut groups = groups_of(book, "en").into_iter().map(|(group, _)| group);
            groups.find(|group| book.register.count(*group) > 0)
        })
    })
}

/// What is voted on: live recommendations of the group with a text, in their order; in plenary the final list.
fn items(book: &Book, of: ItemId, ready: bool) -> Vec<ItemId> {
    if of.kind == Kind::EVENT {
        let combinations = Combinations::of(&book.workbook);
        return plenary_items(&book.workbook, &book.register, &combinations, of);
    }
    let items = book.register.group(of).filter(|item| {
        let rec = Recommendation::read(&book.workbook, *item);
        !rec.wordings.is_empty() && (!ready || rec.state != State::Draft)
    });
    items.take(Round::MOST_ITEMS).collect()
}

fn categories() -> impl Iterator<Item = &'static str> {
    let terms = Vocabulary::standard().terms(SchemeId::StakeholderCategories);
    terms
        .filter(|term| !term.deprecated)
        .map(|term| term.id.as_ref())
}

fn category_id(term: &str) -> String {
    format!("round-{term}")
}

/// The whole number in a field, in any digits.
pub(super) fn typed_number(id: &str) -> Option<u64> {
    let typed = page::text_in(id)?;
    parse_digits(typed.trim()).and_then(|number| u64::try_from(number).ok())
}

/// The groups, and the plenary of each event.
fn who_can(words: Words, book: &Book) -> Vec<(ItemId, String)> {
    let events = events(&book.workbook);
    let several = events.len() > 1;
    let plenary = |event: Event| {
        let name = words.t("rounds-plenary");
        let name = match several {
            true => format!("{} · {name}", event.code),
            false => name,
        };
        (event.id, name)
    };
    let groups = groups_of(book, words.lang());
    groups
        .into_iter()
        .chain(events.into_iter().map(plenary))
        .collect()
}

fn groups_of(book: &Book, lang: &str) -> Vec<(ItemId, String)> {
    let events = events(&book.workbook);
    let groups = events
        .iter()
        .flat_map(|event| groups(&book.workbook, event.id));
    let named = |group: Group| (group.id, group_name(book, &group, lang));
    groups.map(named).collect()
}
