//! An Urdu keyboard below a text: on screen, and on the keys of a Latin keyboard. Which key gives which letter is core's.

use leptos::prelude::*;
use rapporteur_core::text::{Key as LetterKey, URDU_KEYS, ZWNJ, urdu_key};

use crate::browser::page::{self, Insert};
use crate::ui::{Markup, Shown, view};
use crate::words::{Words, words};

/// What the keyboard writes into, and how; the page that asks for it provides it.
#[derive(Clone)]
pub(crate) struct Typing {
    /// The id of the field.
    pub(crate) field: String,
    /// The keys are on screen.
    pub(crate) open: RwSignal<bool>,
    /// Latin keys give Urdu letters in that field.
    pub(crate) phonetic: RwSignal<bool>,
}

/// A key on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cap {
    Letter(LetterKey),
    Digit(u8),
    Shift,
    Space,
    Erase,
}

/// The keys, row by row.
fn rows() -> Vec<Vec<Cap>> {
    let digits = (1..=9).chain([0]).map(Cap::Digit).collect();
    let letters = URDU_KEYS
        .iter()
        .map(|row| row.iter().copied().map(Cap::Letter).collect());
    let last = vec![Cap::Shift, Cap::Space, Cap::Erase];
    [digits].into_iter().chain(letters).chain([last]).collect()
}

/// What the parts of the keyboard share.
#[derive(Clone, Copy)]
struct Board {
    words: Words,
    field: StoredValue<String>,
    /// The next letter is the one with Shift.
    shifted: RwSignal<bool>,
    /// The key in the order of the Tab key, by row and place.
    at: RwSignal<(usize, usize)>,
}

#[component]
pub(super) fn Keyboard() -> impl IntoView {
    let Typing {
        field,
        open,
        phonetic,
    } = expect_context();
    let board = Board {
        words: words(),
        field: StoredValue::new(field),
        shifted: RwSignal::new(false),
        at: RwSignal::new((1, 0)),
    };
    let listener = page::on_key(move |key| {
        let chord = key.ctrl || key.alt || key.meta || key.composing;
        let here =
            || page::focused().is_some_and(|id| board.field.with_value(|field| *field == id));
        if chord || !phonetic.get_untracked() || !here() {
            return;
        }
        let mut letters = key.key.chars();
        let (Some(letter), None) = (letters.next().and_then(urdu_key), letters.next()) else {
            return;
        };
        key.prevent();
        board.write(letter);
    });
    StoredValue::new_local(listener);
    view! { <Shown when=move || open.get()>{keys(board)}</Shown> }
}

fn keys(board: Board) -> Markup {
    let words = board.words;
    let rows = rows().into_iter().zip(0..).map(|(row, down)| {
        let caps = row.into_iter().zip(0..);
        let caps: Vec<Markup> = caps
            .map(|(cap, along)| button(board, cap, (down, along)))
            .collect();
        view! { <div class="cap-row">{caps}</div> }
    });
    view! {
        // As a keyboard lies on the table, in any language; the focus stays in the text while keys are pressed.
        <div class="keyboard" role="group" dir="ltr" aria-label=move || words.t("keyboard") aria-describedby="keyboard-keys"
            on:mousedown=|event| event.prevent_default()
            on:keydown=move |event| if go(board, &event.key()) { event.prevent_default() }>
            {rows.collect::<Vec<_>>()}
            <p class="hint" id="keyboard-keys" dir="auto">{move || words.t("keyboard-keys")}</p>
        </div>
    }
}

/// The id of a key.
fn key_id((down, along): (usize, usize)) -> String {
    format!("key-{down}-{along}")
}

fn button(board: Board, cap: Cap, place: (usize, usize)) -> Markup {
    let words = board.words;
    let gives = move || board.gives(cap);
    // Letters are read as they are; a mark has a name.
    let name = move || {
        let named = |letter: &char| is_mark(*letter) || !letter.is_alphanumeric();
        let mark = gives().filter(|letter| cap != Cap::Space && named(letter))?;
        Some(words.t(&format!("keyboard-name-{:X}", u32::from(mark))))
    };
    let face = move || match (cap, gives()) {
        (Cap::Shift, _) => words.t("keyboard-shift"),
        (Cap::Space, _) => words.t("keyboard-space"),
        (Cap::Erase, _) => words.t("keyboard-erase"),
        // Two letters, kept apart.
        (_, Some(ZWNJ)) => String::from("\u{25cc}|\u{25cc}"),
        // A mark needs something to stand on.
        (_, Some(letter)) if is_mark(letter) => format!("\u{25cc}{letter}"),
        (_, Some(letter)) => letter.to_string(),
        (_, None) => String::new(),
    };
    let wide = matches!(cap, Cap::Shift | Cap::Space | Cap::Erase);
    let class = match cap {
        Cap::Space => "btn cap space",
        _ if wide => "btn cap wide",
        _ => "btn cap",
    };
    let lang = (!wide).then_some("ur");
    let latin = match cap {
        Cap::Letter(key) => Some(key.latin.to_string()),
        _ => None,
    };
    let pressed = move || matches!(cap, Cap::Shift).then(|| board.shifted.get().to_string());
    view! {
        <button type="button" class=class id=key_id(place) aria-label=name aria-pressed=pressed
            tabindex=move || if board.at.get() == place { "0" } else { "-1" }
            on:click=move |event| board.press(cap, place, event.detail() > 0)>
            <span lang=lang>{face}</span>
            {latin.map(|latin| view! { <kbd aria-hidden="true">{latin}</kbd> })}
        </button>
    }
}

/// Whether it is a mark that stands on a letter.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{64b}'..='\u{655}' | '\u{670}')
}

impl Board {
    /// What a key gives now; nothing for those that write nothing.
    fn gives(self, cap: Cap) -> Option<char> {
        let shifted = self.shifted.get();
        match cap {
            Cap::Letter(key) if shifted => key.shifted.or(Some(key.plain)),
            Cap::Letter(key) => Some(key.plain),
            Cap::Digit(digit) if shifted => char::from_u32(u32::from('۰') + u32::from(digit)),
            Cap::Digit(digit) => char::from_digit(digit.into(), 10),
            Cap::Space => Some(' '),
            Cap::Shift | Cap::Erase => None,
        }
    }

    fn write(self, letter: char) {
        let mut held = [0; 4];
        let text = Insert::Text(letter.encode_utf8(&mut held));
        self.field.with_value(|field| page::insert(field, text));
    }

    /// A key on screen was pressed: by a hand, after which the text has the focus; or by the keyboard, which stays on it.
    fn press(self, cap: Cap, place: (usize, usize), by_hand: bool) {
        self.at.set(place);
        if by_hand {
            self.field.with_value(|field| page::focus(field));
        }
        match cap {
            Cap::Shift => self.shifted.update(|shifted| *shifted = !*shifted),
            Cap::Erase => self
                .field
                .with_value(|field| page::insert(field, Insert::Erase)),
            _ => {
                if let Some(letter) = untrack(|| self.gives(cap)) {
                    self.write(letter);
                }
                if cap != Cap::Space {
                    self.shifted.set(false);
                }
            }
        }
    }
}

/// Goes about by the arrows; whether the key meant something.
fn go(board: Board, key: &str) -> bool {
    let rows = rows();
    let (down, along) = board.at.get_untracked();
    let length = |down: usize| rows.get(down).map_or(0, Vec::len);
    let last = |down: usize| length(down).saturating_sub(1);
    let to = match key {
        "ArrowRight" => (down, (along + 1).min(last(down))),
        "ArrowLeft" => (down, along.saturating_sub(1)),
        "ArrowDown" => {
            let below = (down + 1).min(rows.len().saturating_sub(1));
            (below, along.min(last(below)))
        }
        "ArrowUp" => {
            let above = down.saturating_sub(1);
            (above, along.min(last(above)))
        }
        "Home" => (down, 0),
        "End" => (down, last(down)),
        "Escape" => {
            board.field.with_value(|field| page::focus(field));
            return true;
        }
        _ => return false,
    };
    board.at.set(to);
    page::focus(&key_id(to));
    true
}
