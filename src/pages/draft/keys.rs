//! Keys on the draft page. Letters and digits only where nobody is typing, and by their place on the keyboard, so that
//! Urdu layouts work; chords anywhere.

use leptos::prelude::*;
use rapporteur_core::vocabulary::main_addressees;

use super::desk::{ADD, Desk, FIND, LIST, Step, TEXT, focus_soon};
use crate::browser::page::{self, Key};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Next,
    Undo,
    Redo,
    Add,
    Find,
    Help,
    MoveUp,
    MoveDown,
    Ask(usize),
    Lead(usize),
    Row(Step),
    Write,
    LeaveFind,
}

/// Listens as long as the page is shown.
pub(super) fn listen(desk: Desk) {
    let listener = page::on_key(move |key| {
        if key.composing {
            return;
        }
        let focused = page::focused();
        if let Some(wish) = wish(&key, focused.as_deref())
            && grant(desk, wish, key.repeat)
        {
            key.prevent();
        }
    });
    // Owned by the page: it goes with it.
    StoredValue::new_local(listener);
}

fn wish(key: &Key, focused: Option<&str>) -> Option<Wish> {
    let command = key.ctrl || key.meta;
    let code = key.code.as_str();
    match (command, key.alt, key.shift) {
        (true, false, false) if key.key == "Enter" => return Some(Wish::Next),
        (true, true, false) if code == "KeyZ" => return Some(Wish::Undo),
        (true, true, true) if code == "KeyZ" => return Some(Wish::Redo),
        (false, true, false) if code == "ArrowUp" => return Some(Wish::MoveUp),
        (false, true, false) if code == "ArrowDown" => return Some(Wish::MoveDown),
        _ => {}
    }
    if key.in_text {
        let leave = focused == Some(FIND)
            && matches!(code, "ArrowDown" | "Enter" | "NumpadEnter")
            && !command;
        return leave.then_some(Wish::LeaveFind);
    }
    if command {
        return match (key.alt, key.shift, code) {
            (false, false, "KeyZ") => Some(Wish::Undo),
            (false, true, "KeyZ") | (false, false, "KeyY") => Some(Wish::Redo),
            _ => None,
        };
    }
    if key.alt {
        return None;
    }
    if focused
        .and_then(|id| id.strip_prefix(LIST))
        .is_some_and(|rest| rest.starts_with('-'))
    {
        match code {
            "ArrowDown" => return Some(Wish::Row(Step::Down)),
            "ArrowUp" => return Some(Wish::Row(Step::Up)),
            "Home" => return Some(Wish::Row(Step::First)),
            "End" => return Some(Wish::Row(Step::Last)),
            "Enter" | "NumpadEnter" => return Some(Wish::Write),
            _ => {}
        }
    }
    if matches!(key.key.as_str(), "?" | "؟") || (key.shift && code == "Slash") {
        return Some(Wish::Help);
    }
    let digit = code
        .strip_prefix("Digit")
        .or_else(|| code.strip_prefix("Numpad"));
    if let Some(choice) = digit.and_then(|digit| digit.parse::<usize>().ok()?.checked_sub(1)) {
        return Some(if key.shift {
            Wish::Lead(choice)
        } else {
            Wish::Ask(choice)
        });
    }
    match (key.shift, code) {
        (false, "KeyN") => Some(Wish::Add),
        (false, "Slash") => Some(Wish::Find),
        _ => None,
    }
}

/// Does what a key asks for; returns whether the key was ours.
fn grant(desk: Desk, wish: Wish, repeat: bool) -> bool {
    let rec = desk
        .rec
        .get_untracked()
        .filter(|rec| untrack(|| desk.is_there(*rec)));
    // A key held down moves; it does not write.
    if repeat && !matches!(wish, Wish::Row(_)) {
        return matches!(wish, Wish::Next | Wish::Add);
    }
    match wish {
        Wish::Next | Wish::Add => desk.add(),
        Wish::Undo => desk.undo(),
        Wish::Redo => desk.redo(),
        Wish::Find => {
            page::focus(FIND);
        }
        Wish::Help => {
            desk.open.keys.update(|open| *open = !*open);
            focus_soon("keys");
        }
        Wish::MoveUp | Wish::MoveDown => match rec {
            Some(rec) => desk.move_by_one(rec, wish == Wish::MoveDown),
            None => return false,
        },
        Wish::Ask(choice) | Wish::Lead(choice) => {
            let (Some(rec), Some(main)) = (rec, main_addressees().get(choice)) else {
                return false;
            };
            if matches!(wish, Wish::Lead(_)) {
                desk.lead(rec, main.term);
                desk.say_term("said-leads", main);
            } else {
                let on = desk
                    .session
                    .peek(|book| !book.workbook.entries(rec, "addressees").contains(main.term));
                desk.ask(rec, main.term, on);
                desk.say_term(if on { "said-asked" } else { "said-not-asked" }, main);
            }
        }
        Wish::Row(step) => {
            if let Some(row) = desk.row_at(step) {
                desk.go_to_row(row);
            }
        }
        Wish::LeaveFind => match desk.row_at(Step::First) {
            Some(row) => desk.go_to_row(row),
            None => {
                page::focus(ADD);
            }
        },
        Wish::Write => {
            page::focus(TEXT);
        }
    }
    true
}
