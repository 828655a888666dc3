//! The booth on screen: one question and nothing else, answered by one key. What a key means is core's ([`round::Booth`]).

use leptos::prelude::*;
use leptos::task::spawn_local;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::round::{self, Card, Method, Place, Pressed, Round, shuffled};
use rapporteur_core::text::{clean_input, parse_digits};

use super::{Words as Text, focus_soon, many};
use crate::app::{Navigation, navigation};
use crate::browser::page::{self, Key};
use crate::browser::{ids, text};
use crate::pages::read_aloud::ReadAloud;
use crate::session::{Session, session};
use crate::ui::{MOST_LETTERS, Markup, Shown, all, memo, view};
use crate::words::{Words, words};

/// The id of the field for a reason.
const REASON: &str = "ballot-reason";

/// An open round on this laptop: nobody votes, or somebody does.
#[derive(Clone, Copy)]
pub(super) struct BoothDesk {
    pub(super) session: Session,
    pub(super) words: Words,
    pub(super) id: ItemId,
    pub(super) round: Memo<Option<Round>>,
    /// The voter's way; none at the hand-over.
    pub(super) booth: RwSignal<Option<round::Booth>>,
    category: RwSignal<Option<String>>,
    /// Papers in the box.
    pub(super) cast: RwSignal<usize>,
    /// A paper is on its way to the disk.
    casting: RwSignal<bool>,
    /// Why nothing was done: a booth has no status line.
    told: RwSignal<Option<String>>,
    navigation: Navigation,
}

impl BoothDesk {
    pub(super) fn new(id: ItemId) -> Self {
        let session = session();
        let desk = Self {
            session,
            words: words(),
            id,
            round: memo(move || session.read(|book| Round::read(&book.workbook, id))),
            booth: RwSignal::new(None),
            category: RwSignal::new(None),
            cast: RwSignal::new(0),
            casting: RwSignal::new(false),
            told: RwSignal::new(None),
            navigation: navigation(),
        };
        desk.count();
        desk
    }

    /// Counts what is in the box.
    pub(super) fn count(self) {
        spawn_local(async move {
            let count = self.session.papers_cast(self.id).await;
            self.cast.try_set(count);
        });
    }

    pub(super) fn is_voting(self) -> bool {
        self.booth.with(Option::is_some)
    }

    /// The categories a voter chooses among; empty where the card has none.
    pub(super) fn categories(self) -> Vec<String> {
        self.round.with(|round| {
            let categories = round.iter().flat_map(|round| &round.card.categories);
            categories.map(|(category, _)| category.clone()).collect()
        })
    }

    /// Tells why nothing was done, to ears and eyes.
    fn tell(self, why: String) {
        self.told.set(Some(why.clone()));
        self.session.say_unseen(why);
    }

    /// Somebody begins to vote.
    pub(super) fn begin(self, category: Option<String>) {
        let Some(round) = self.round.get_untracked() else {
            return;
        };
        let mut draw = || ids::random_u64().unwrap_or_default();
        let order = shuffled(round.items.len(), &mut draw);
        self.told.set(None);
        self.category.set(category);
        self.booth.set(Some(round::Booth::new(&round, order)));
        self.navigation.show_alone(true);
        focus_soon("page-title");
    }

    /// The ballot is forgotten, and the laptop handed on.
    pub(super) fn drop_ballot(self) {
        self.told.set(None);
        self.booth.set(None);
        self.category.set(None);
        self.navigation.show_alone(false);
        focus_soon("page-title");
    }

    /// Something is done in the booth; what changes the place takes the focus to its heading.
    pub(super) fn change(self, change: impl FnOnce(&mut round::Booth) -> Pressed) {
        self.told.set(None);
        let pressed = self.booth.try_update(|booth| {
            let booth = booth.as_mut()?;
            let before = booth.place();
            let pressed = change(booth);
            Some((pressed, before != booth.place()))
        });
        match pressed.flatten() {
            Some((Pressed::TooManyDots, _)) => {
                self.tell(self.words.t("booth-too-many-dots"));
            }
            Some((Pressed::Taken, true)) => focus_soon(match self.place() {
                Some(Place::Reason { .. }) => REASON,
                _ => "page-title",
            }),
            _ => {}
        }
    }

    pub(super) fn place(self) -> Option<Place> {
        self.booth
            .with_untracked(|booth| booth.as_ref().map(round::Booth::place))
    }

    pub(super) fn back(self) {
        self.change(|booth| match booth.back() {
            true => Pressed::Taken,
            false => Pressed::Nothing,
        });
    }

    /// The reason that stands in its field.
    fn give_reason(self) {
        let typed = page::text_in(REASON).unwrap_or_default();
        let reason = clean_input(&text::nfc(&typed));
        if reason.trim().is_empty() {
            self.tell(self.words.t("booth-reason-needed"));
            page::focus(REASON);
            return;
        }
        self.change(|booth| booth.give_reason(&reason));
    }

    /// The voter is done.
    pub(super) fn cast(self) {
        let missing = self.booth.with_untracked(|booth| {
            booth
                .as_ref()
                .is_some_and(|booth| !booth.reasons_missing().is_empty())
        });
        if missing {
            self.tell(self.words.t("booth-reasons-missing"));
            return;
        }
        let category = self.category.get_untracked();
        let paper = self
            .booth
            .with_untracked(|booth| booth.as_ref().map(|booth| booth.paper(category.as_deref())));
        let Some(paper) = paper.filter(|_| !self.casting.get_untracked()) else {
            return;
        };
        self.casting.set(true);
        spawn_local(async move {
            let cast = self.session.cast(self.id, &paper).await;
            self.casting.try_set(false);
            match cast {
                Ok(count) => {
                    self.cast.try_set(count);
                    self.drop_ballot();
                    self.session.say_unseen(self.words.t("booth-done-said"));
                }
                Err(trouble) => {
                    let why = self.words.t(trouble.key());
                    self.tell(self.words.with("booth-not-cast", &[("why", why.into())]));
                }
            }
        });
    }

    /// Listens for keys, as long as the page is there.
    pub(super) fn listen(self) {
        let listener = page::on_key(move |key| {
            let meant = !key.ctrl && !key.meta && !key.alt && !key.repeat && !key.composing;
            if meant && !key.in_text && untrack(|| self.press(&key)) {
                key.prevent();
            }
        });
        StoredValue::new_local(listener);
    }

    /// Whether the key meant something.
    fn press(self, key: &Key) -> bool {
        // What has the focus is pressed by Enter itself, and most of it has no id.
        let on_heading =
            page::nothing_focused() || page::focused().is_some_and(|id| id == "page-title");
        match (self.place(), digit(key)) {
            (None, Some(digit)) => self.begin_as(digit),
            (None, None) if key.key == "Enter" && on_heading => {
                let alone = self.categories().is_empty();
                if alone {
                    self.begin(None);
                }
                alone
            }
            (Some(Place::Question { .. } | Place::Ranking), Some(digit)) => {
                self.change(|booth| booth.press(digit));
                true
            }
            (Some(Place::Ranking), None) if key.key == "Enter" && on_heading => {
                self.change(round::Booth::pass);
                true
            }
            (Some(Place::Review), None) if key.key == "Enter" && on_heading => {
                self.cast();
                true
            }
            (Some(_), None) if key.key == "Backspace" => {
                self.back();
                true
            }
            _ => false,
        }
    }

    /// Begins as the category of that number; whether there is one.
    fn begin_as(self, digit: u8) -> bool {
        let chosen = usize::from(digit).checked_sub(1);
        let category = chosen.and_then(|at| self.categories().into_iter().nth(at));
        let known = category.is_some();
        if known {
            self.begin(category);
        }
        known
    }
}

/// The digit of a key, in any script and on any layout.
fn digit(key: &Key) -> Option<u8> {
    let typed = parse_digits(&key.key).or_else(|| {
        let place = key
            .code
            .strip_prefix("Digit")
            .or_else(|| key.code.strip_prefix("Numpad"));
        place.filter(|_| !key.shift).and_then(parse_digits)
    });
    typed
        .and_then(|digit| u8::try_from(digit).ok())
        .filter(|digit| *digit < 10)
}

#[component]
pub(super) fn Booth(desk: BoothDesk) -> impl IntoView {
    let words = desk.words;
    let place = memo(move || {
        desk.booth
            .with(|booth| booth.as_ref().map(round::Booth::place))
    });
    let progress = move || {
        let all = desk
            .round
            .with(|round| round.as_ref().map_or(0, |round| round.items.len()));
        match place.get() {
            Some(Place::Question { turn, .. } | Place::Reason { turn }) => words.with(
                "booth-progress",
                &[("turn", turn.saturating_add(1).into()), ("all", all.into())],
            ),
            _ => String::new(),
        }
    };
    view! {
        <main id="main" class="ballot">
            <div class="foot">
                <span>{move || words.t("booth-ballot")}</span>
                <span class="num">{progress}</span>
            </div>
            // For eyes: ears hear the announcer.
            {move || desk.told.get().map(|why| view! { <p class="note" id="booth-told" aria-hidden="true">{why}</p> })}
            {move || match place.get() {
                Some(Place::Question { turn, question }) => view! { <Question desk turn question/> },
                Some(Place::Reason { turn }) => view! { <Reason desk turn/> },
                Some(Place::Ranking) => view! { <super::ranking::Ranking desk/> },
                Some(Place::Review) => view! { <super::review::Review desk/> },
                None => view! { <p></p> },
            }}
        </main>
    }
}

/// One question about one recommendation.
#[component]
fn Question(desk: BoothDesk, turn: usize, question: usize) -> impl IntoView {
    let words = desk.words;
    let held = desk.booth.with_untracked(|booth| {
        let booth = booth.as_ref()?;
        let method = *booth.questions().get(question)?;
        Some((booth.item(turn)?, method, booth.card().clone()))
    });
    let Some((item, method, card)) = held else {
        return view! { <p></p> };
    };
    let (least, greatest) = card.ends(method);
    let answer = move || {
        desk.booth.with(|booth| {
            booth
                .as_ref()
                .and_then(|booth| booth.answer(turn, question))
        })
    };
    let choices = (least..=greatest).map(move |step| {
        let press = move |_| {
            let digit = u8::try_from(step).unwrap_or_default();
            desk.change(|booth| booth.press(digit));
        };
        let label = move || label(words, method, step);
        view! {
            <button type="button" class="step" aria-pressed=move || (answer() == Some(step)).to_string() on:click=press>
                <b>{move || words.figures(step.to_string())}</b> <span>{label}</span>
            </button>
        }
    });
    let asked = move || words.t(&format!("booth-question-{}", method.name()));
    let described = match card.asked.is_empty() {
        true => "ballot-text",
        false => "ballot-asked ballot-text",
    };
    let left = move || {
        let left = desk
            .booth
            .with(|booth| booth.as_ref().map_or(0, round::Booth::dots_left));
        words.with("booth-dots-left", &[("count", many(left).into())])
    };
    let keys = move || {
        words.with(
            "booth-keys-from",
            &[
                ("from", words.figures(least.to_string()).into()),
                ("to", words.figures(greatest.to_string()).into()),
            ],
        )
    };
    let steps = format!(
        "scale steps-{}",
        greatest.saturating_sub(least).saturating_add(1)
    );
    let own = card.asked.clone();
    let aloud = Signal::derive(move || {
        aloud(
            desk,
            item,
            [&own, asked().as_str()],
            method,
            least..=greatest,
        )
    });
    view! {
        {own_question(&card)}
        <blockquote id="ballot-text"><Text item/></blockquote>
        <div class="asked">
            <h1 id="page-title" tabindex="-1" aria-describedby=described>{asked}</h1>
            <Shown when=move || method == Method::Dots><p class="num">{left}</p></Shown>
            <ReadAloud texts=aloud/>
        </div>
        <div class=steps role="group" aria-labelledby="page-title">{choices.collect::<Vec<_>>()}</div>
        <div class="foot">
            <button type="button" class="btn" on:click=move |_| desk.back()>{move || words.t("booth-back")}</button>
            <span>{move || words.t("booth-hint")} " " <kbd>{keys}</kbd></span>
            <Shown when=move || method != Method::Dots>
                <button type="button" class="btn" on:click=move |_| desk.change(round::Booth::pass)>
                    {move || words.t("booth-pass")} " " <kbd aria-hidden="true">"0"</kbd>
                </button>
            </Shown>
        </div>
        <Leave desk/>
    }
}

/// The group's own question, above what is asked; nothing where the usual questions say it all.
pub(super) fn own_question(card: &Card) -> Option<Markup> {
    let asked = card.asked.clone();
    (!asked.is_empty()).then(|| view! { <p class="lead" id="ballot-asked" dir="auto">{asked}</p> })
}

/// What is read aloud: the recommendation, the group's own question, that of the method, and what the choices say.
fn aloud(
    desk: BoothDesk,
    item: ItemId,
    asked: [&str; 2],
    method: Method,
    steps: std::ops::RangeInclusive<i64>,
) -> Vec<(String, String)> {
    let words = desk.words;
    let lang = words.lang();
    let text = desk.session.read(|book| {
        let rec = Recommendation::read(&book.workbook, item);
        let text = rec.text_for(lang);
        text.map(|(lang, text)| (lang.to_owned(), text.to_owned()))
    });
    let choices = steps.map(|step| match method {
        Method::Dots => step.to_string(),
        _ => format!("{step}: {}", label(words, method, step)),
    });
    let choices = choices.collect::<Vec<_>>().join(". ");
    let ours = asked.into_iter().chain([choices.as_str()]);
    let ours = ours.filter(|said| !said.is_empty());
    let ours = ours.map(|said| (lang.to_owned(), said.to_owned()));
    text.into_iter().chain(ours).collect()
}

/// What a step of a scale says; most steps of the long scale say nothing.
pub(super) fn label(words: Words, method: Method, step: i64) -> String {
    let key = match (method, step) {
        (Method::Dots, 0) => "booth-dots-0".to_owned(),
        (Method::Dots, _) => return "●".repeat(usize::try_from(step).unwrap_or_default()),
        (Method::Rating, 1 | 5 | 9) => format!("booth-rating-{step}"),
        (Method::Rating, _) => return String::new(),
        (method, step) => format!("booth-{}-{step}", method.name()),
    };
    words.t(&key)
}

/// The reason of an answer that withholds support.
#[component]
fn Reason(desk: BoothDesk, turn: usize) -> impl IntoView {
    let words = desk.words;
    let held = desk.booth.with_untracked(|booth| {
        let booth = booth.as_ref()?;
        Some((booth.item(turn)?, booth.reason(turn).to_owned()))
    });
    let Some((item, reason)) = held else {
        return view! { <p></p> };
    };
    view! {
        <blockquote id="ballot-text"><Text item/></blockquote>
        <h1 id="page-title" tabindex="-1">{move || words.t("booth-reason")}</h1>
        <div class="field">
            <label class="unseen" for=REASON>{move || words.t("booth-reason")}</label>
            <textarea id=REASON class="writing" rows="3" maxlength=MOST_LETTERS dir="auto" autocomplete="off" spellcheck="false"
                translate="no" aria-describedby="reason-hint" prop:value=reason
                on:keydown=move |event| {
                    let composing = event.is_composing() || event.key_code() == 229;
                    if event.key() == "Enter" && !event.shift_key() && !composing {
                        event.prevent_default();
                        desk.give_reason();
                    }
                }></textarea>
            <span class="hint" id="reason-hint">{move || words.t("booth-reason-hint")}</span>
        </div>
        <div class="foot">
            <button type="button" class="btn" on:click=move |_| desk.back()>{move || words.t("booth-back")}</button>
            <button type="button" class="btn key" on:click=move |_| desk.give_reason()>
                {move || words.t("booth-reason-done")} " " <kbd aria-hidden="true">"Enter"</kbd>
            </button>
        </div>
        <Leave desk/>
    }
}

/// The way out without casting.
#[component]
pub(super) fn Leave(desk: BoothDesk) -> impl IntoView {
    let words = desk.words;
    let leave = move |_| {
        // A ballot on its way to the disk is the voter's still.
        if !desk.casting.get_untracked() {
            desk.drop_ballot();
        }
    };
    view! {
        <p class="leave">
            <button type="button" class="btn plain" aria-describedby="leave-hint" on:click=leave>
                {move || words.t("booth-drop")}
            </button>
            " " <span class="hint" id="leave-hint">{move || words.t("booth-drop-hint")}</span>
        </p>
    }
}

/// The items of the voter's order, with their turns.
pub(super) fn turns(desk: BoothDesk) -> Vec<(usize, ItemId)> {
    desk.booth.with_untracked(|booth| {
        let items = booth.iter().flat_map(round::Booth::items);
        (0..).zip(items).collect()
    })
}

/// A list whose parts are made once: of a voter's items, which do not change.
pub(super) fn of_turns(
    desk: BoothDesk,
    part: impl Fn(usize, ItemId) -> Markup + Send + Sync + 'static,
) -> Markup {
    all(move || turns(desk), move |(turn, item)| part(turn, item))
}
