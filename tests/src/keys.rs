//! Keys and chords by name, as WebDriver sends them.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::Result;

/// The actions of pressing a chord such as `Control+Enter`, `Shift+Tab`, `Escape`, `Control+z` or `?`: down in order, up in
/// reverse.
pub(crate) fn chord(name: &str) -> Result<Value> {
    // A plus is a key too: `Control++`.
    let (before, last) = match name.strip_suffix("++") {
        Some(before) => (Some(before), "+"),
        None if name == "+" => (None, "+"),
        None => match name.rsplit_once('+') {
            Some((before, last)) => (Some(before), last),
            None => (None, name),
        },
    };
    let mut keys = Vec::new();
    for key in before.iter().flat_map(|before| before.split('+')) {
        keys.push(value(key)?);
    }
    keys.push(value(last)?);
    let down = keys
        .iter()
        .map(|key| json!({"type": "keyDown", "value": key}));
    let up = keys
        .iter()
        .rev()
        .map(|key| json!({"type": "keyUp", "value": key}));
    Ok(sequence(down.chain(up).collect()))
}

/// The actions of typing a text, character by character.
pub(crate) fn text(text: &str) -> Result<Value> {
    if let Some(control) = text.chars().find(|c| c.is_control()) {
        return Err(format!("{control:?} is not text: press the key").into());
    }
    Ok(sequence(
        text.chars()
            .flat_map(|c| ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": c})))
            .collect(),
    ))
}

fn sequence(actions: Vec<Value>) -> Value {
    json!([{"type": "key", "id": "keyboard", "actions": actions}])
}

fn value(name: &str) -> Result<char> {
    let mut characters = name.chars();
    if let (Some(only), None) = (characters.next(), characters.next()) {
        return Ok(only);
    }
    let key = match name {
        "Alt" => Key::Alt,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F6" => Key::F6,
        "Home" => Key::Home,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Space" => return Ok(' '),
        "Tab" => Key::Tab,
        _ => return Err(format!("there is no key {name}").into()),
    };
    Ok(key.value())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(name: &str) -> Vec<String> {
        chord(name).unwrap()[0]["actions"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|action| action["type"] == "keyDown")
            .map(|action| action["value"].as_str().unwrap().to_owned())
            .collect()
    }

    #[test]
    fn chords_are_read() {
        assert_eq!(pressed("Control+Enter"), ["\u{e009}", "\u{e007}"]);
        assert_eq!(pressed("Control+Shift+z"), ["\u{e009}", "\u{e008}", "z"]);
        assert_eq!(pressed("?"), ["?"]);
        assert_eq!(pressed("+"), ["+"]);
        assert_eq!(pressed("Control++"), ["\u{e009}", "+"]);
        assert!(chord("Contrl+x").is_err());
        assert!(chord("").is_err());
    }

    #[test]
    fn text_holds_no_keys() {
        assert!(text("پولیس reports").is_ok());
        assert!(text("two\nlines").is_err());
    }
}
