//! The document is made of the table and sentences of the page; what the table says of colours is worked out here.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::golden::{golden, project};
use crate::words::{LANGUAGES, Source, sources};
use rapporteur_core::message::Messages;

/// What the page says.
const SAID: &[Source] = sources!("access", "frame");

fn messages(lang: &'static str) -> Messages {
    let texts: Vec<&str> = SAID.iter().map(|(_, text)| text(lang)).collect();
    Messages::new(lang, &texts, false)
}

/// The document in one language.
fn document(lang: &'static str) -> String {
    let said = messages(lang);
    let say = |key: &str| said.text(key, &[]);
    let mut text = format!("{}\n\n**{}**\n\n", say("access-lead"), say("access-honest"));
    text += &format!(
        "{}\n\n{}\n\n",
        say("access-scope"),
        said.text("access-counts", &counts())
    );
    for how in How::ALL {
        let is = say(&format!("{}-is", how.key()));
        text += &format!("- **{}**: {is}\n", say(how.key()));
    }
    for part in PARTS {
        text += &format!("\n### {part}. {}\n\n", say(&format!("access-part-{part}")));
        let heads = [
            "access-criterion",
            "access-result",
            "access-how",
            "access-note",
        ];
        text += &format!("| {} |\n|---|---|---|---|\n", heads.map(say).join(" | "));
        let of_part = CRITERIA
            .iter()
            .filter(|(number, ..)| number.starts_with(part));
        for (number, level, found, how) in of_part {
            let ways: Vec<String> = how.iter().map(|how| say(how.key())).collect();
            let ways = match ways.is_empty() {
                true => String::from("–"),
                false => ways.join(&say("list-comma")),
            };
            let name = say(&key(number));
            let so = say(&format!("{}-so", key(number)));
            let result = say(found.key());
            text += &format!("| {number} {name} ({level:?}) | {result} | {ways} | {so} |\n");
        }
    }
    text
}

#[test]
fn the_document_is_what_the_page_says() {
    let mut text = String::from("# Accessibility\n\n");
    text += "Made of the table and sentences of the page *Accessibility* in the program; a test holds that they agree.\n\n";
    text += "## English\n\n";
    text += &document("en");
    text += "\n## اردو\n\n<div dir=\"rtl\" lang=\"ur\">\n\n";
    text += &document("ur");
    text += "\n</div>\n";
    golden("docs/accessibility.md", &text);
}

#[test]
fn all_criteria_are_there_in_their_order_and_say_something() {
    let numbers: Vec<Vec<u32>> = CRITERIA
        .iter()
        .map(|(number, ..)| {
            number
                .split('.')
                .map(|part| part.parse().unwrap())
                .collect()
        })
        .collect();
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]));
    assert_eq!(CRITERIA.iter().filter(|held| held.1 == A).count(), 31);
    assert_eq!(CRITERIA.iter().filter(|held| held.1 == AA).count(), 24);
    assert_eq!(count(Yes) + count(Partly) + count(Nothing), 55);
    for language in &LANGUAGES {
        let said = messages(language.tag);
        for (number, _, found, how) in CRITERIA {
            assert!(said.has(&key(number)), "{number}");
            assert!(said.has(&format!("{}-so", key(number))), "{number}");
            // Only what does not apply was not tested.
            assert_eq!(how.is_empty(), found == Nothing, "{number}");
        }
    }
}

/// The luminance of `#rrggbb`, by the formula of WCAG 2.2.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
        let value = f64::from(value) / 255.0;
        match value <= 0.04045 {
            true => value / 12.92,
            false => ((value + 0.055) / 1.055).powf(2.4),
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn controls_and_the_focus_stand_out_in_both_themes() {
    let css = std::fs::read_to_string(project("style/tokens.css")).unwrap();
    for begins in [":root {", ":root[data-theme=\"dark\"] {"] {
        let of = |begins: &str, name: &str| {
            let block = css.split_once(begins).unwrap().1;
            let block = block.split_once('}').unwrap().0;
            let (_, value) = block.split_once(&format!("--{name}: "))?;
            value.get(..7).map(str::to_owned)
        };
        // What a theme does not fill stays as in the first.
        let token = |name: &str| of(begins, name).or_else(|| of(":root {", name)).unwrap();
        for ground in ["paper", "sheet", "sunk"] {
            for mark in ["edge", "key", "warn", "bad"] {
                let there = contrast(&token(mark), &token(ground));
                assert!(there >= 3.0, "{begins} {mark} on {ground}: {there}");
            }
            let ring = ["focus", "focus-edge"].map(|ring| contrast(&token(ring), &token(ground)));
            assert!(
                ring.into_iter().any(|there| there >= 3.0),
                "{begins} focus on {ground}"
            );
        }
    }
}
