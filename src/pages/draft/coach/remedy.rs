//! What one button does about a piece of advice: one act, which can be taken back.

use leptos::prelude::*;
use rapporteur_core::advice::{Advice, Remedy};
use rapporteur_core::command::wording;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::value::Value;

use super::super::desk::{Desk, focus_soon};
use crate::browser::ids;

/// What the second of two recommendations has in common with the first.
const SHARED: [&str; 14] = [
    "addressees",
    "lead",
    "themes",
    "theme",
    "issue",
    "horizon",
    "due",
    "urgency",
    "affected",
    "instruments",
    "levels",
    "sdg",
    "action",
    "evidence",
];

/// What the button says; follows a change of language.
pub(super) fn label(desk: Desk, remedy: &Remedy) -> String {
    let words = desk.words;
    match remedy {
        Remedy::Tag { field, term } => {
            let named = [("term", desk.label(term).into())];
            match *field {
                "lead" => words.with("advice-do-lead", &named),
                "instruments" => words.with("advice-do-instruments", &named),
                "issue" => words.with("advice-do-issue", &named),
                _ => words.with("advice-do-addressees", &named),
            }
        }
        Remedy::Split { .. } => words.t("advice-do-split"),
        Remedy::Replace(text) => words.with("advice-do-replace", &[("words", text.into())]),
        Remedy::TakeOut => words.t("advice-do-take-out"),
        Remedy::Indicator(indicator) => words.with(
            &format!("advice-level-{}", indicator.level.name()),
            &[("text", indicator.text.into())],
        ),
        Remedy::Fill(_) => words.t("advice-do-fill"),
    }
}

/// Does it, says so, and returns whether the focus went elsewhere.
pub(super) fn apply(desk: Desk, item: ItemId, advice: &Advice, remedy: &Remedy) -> bool {
    let mut done = true;
    match remedy {
        Remedy::Tag { field, term } => match *field {
            "addressees" => desk.ask(item, term, true),
            "lead" => desk.lead(item, term),
            "instruments" => desk.toggle(item, field, term, true),
            _ => desk.set_term(item, field, Some(term)),
        },
        Remedy::Split { first, second } => return part(desk, item, advice, first, second),
        Remedy::Replace(text) => done = rewrite(desk, item, advice, Some(text)),
        Remedy::TakeOut => done = rewrite(desk, item, advice, None),
        Remedy::Indicator(indicator) => {
            let lang = desk
                .session
                .peek(|book| book.workbook.text(item, "original").map(str::to_owned));
            let lang = lang.unwrap_or_else(|| desk.lang.get_untracked());
            desk.act(item, |act, book| {
                let value = wording(&lang, indicator.text);
                act.set(&book.workbook, item, "indicator", value);
            });
            // What stands in brackets is to be filled in.
            focus_soon("indicator");
        }
        Remedy::Fill(field) => {
            if ["instruments", "rationale"].contains(field) {
                desk.open.more.set(true);
            }
            focus_soon(*field);
            return true;
        }
    }
    say(desk, done);
    matches!(remedy, Remedy::Indicator(_))
}

fn say(desk: Desk, done: bool) {
    let key = if done {
        "advice-done"
    } else {
        "advice-changed"
    };
    desk.session.say(untrack(|| desk.words.t(key)));
}

/// Writes something else in place of the words, or takes them out; false where they are no longer there.
fn rewrite(desk: Desk, item: ItemId, advice: &Advice, with: Option<&String>) -> bool {
    let field = advice.place.field.as_str();
    desk.session.leave_text();
    let held = desk.session.peek(|book| {
        let value = book.workbook.value(item, field)?;
        let part = |name: &str| value.get(name).and_then(Value::as_text).map(str::to_owned);
        Some((part("lang")?, part("text")?))
    });
    let new = held.and_then(|(lang, text)| {
        let there = text.get(advice.place.range.clone()) == Some(advice.words.as_str());
        let start = match there {
            true => advice.place.range.start,
            false => text.find(advice.words.as_str())?,
        };
        let (before, rest) = text.split_at_checked(start)?;
        let after = rest.strip_prefix(advice.words.as_str())?;
        let text = match with {
            Some(with) => format!("{before}{with}{after}"),
            None => without(before, after),
        };
        Some((lang, text))
    });
    let Some((lang, text)) = new else {
        return false;
    };
    desk.act(item, |act, book| match field.strip_prefix("wording/") {
        Some(lang) => {
            let seen = book.workbook.reach(item, field);
            act.word(&book.workbook, item, lang, &text, seen);
        }
        None => act.set(&book.workbook, item, field, wording(&lang, &text)),
    });
    true
}

/// A text without the words between: no two spaces, no space before a stop, and a capital where it begins.
fn without(before: &str, after: &str) -> String {
    let before = before.trim_end();
    let after = after.trim_start();
    if before.is_empty() {
        let after = after.trim_start_matches([',', '،', ':', ' ']);
        let mut letters = after.chars();
        let first = letters.next().map(char::to_uppercase);
        return first.into_iter().flatten().chain(letters).collect();
    }
    match after.is_empty() || after.starts_with(['.', ',', ';', ':', ')', '۔', '،', '؛']) {
        true => format!("{before}{after}"),
        false => format!("{before} {after}"),
    }
}

/// Two recommendations in place of one; the second takes over whom it is asked of and what it is about.
fn part(desk: Desk, item: ItemId, advice: &Advice, first: &str, second: &str) -> bool {
    desk.session.leave_text();
    let field = advice.place.field.as_str();
    let held = desk.session.peek(|book| {
        let row = book.register.row(item)?;
        let value = book.workbook.value(item, field)?;
        let text = value.get("text").and_then(Value::as_text)?;
        // The text must still be the one that was looked at.
        let same = text.get(advice.place.range.clone()) == Some(advice.words.as_str());
        row.group.filter(|_| same)
    });
    let lang = field.strip_prefix("wording/");
    let new = held.zip(lang).zip(ids::random_u128().ok());
    let Some(((group, lang), bits)) = new else {
        say(desk, false);
        return false;
    };
    let other = ItemId::new(Kind::REC, bits);
    desk.act(item, |act, book| {
        let workbook = &book.workbook;
        act.word(workbook, item, lang, first, workbook.reach(item, field));
        act.add_recommendation(workbook, &book.register, group, other);
        act.word(workbook, other, lang, second, workbook.reach(other, field));
        for field in SHARED {
            if let Some(value) = workbook.value(item, field) {
                act.set(workbook, other, field, value.clone());
            }
        }
    });
    desk.say_number("advice-parted", other);
    false
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn what_is_taken_out_leaves_no_gap() {
        assert_eq!(without("Call ", " before May."), "Call before May.");
        assert_eq!(without("Call ", ", please."), "Call, please.");
        assert_eq!(without("", ", the FIA should"), "The FIA should");
        assert_eq!(without("فون ", "۔"), "فون۔");
        assert_eq!(without("", ""), "");
    }
}
