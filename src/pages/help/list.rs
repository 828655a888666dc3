//! The word list: a plain term in both languages and what it means. `docs/words.md` is made of it.

use leptos::prelude::*;

use crate::ui::{Markup, view};
use crate::words::{Source, sources, words};

/// The words, in the order in which one meets them; what each means is behind `-is`.
const WORDS: [&str; 29] = [
    "plain-workbook",
    "plain-file",
    "plain-group",
    "plain-recommendation",
    "plain-body",
    "plain-lead",
    "plain-addressee",
    "plain-minority",
    "plain-indicator",
    "plain-tag",
    "plain-ready",
    "plain-agreed",
    "plain-same-text",
    "plain-two-versions",
    "plain-alike",
    "plain-combine",
    "plain-round",
    "plain-card",
    "plain-vote",
    "plain-paper",
    "plain-quorum",
    "plain-plenary",
    "plain-list",
    "plain-show",
    "plain-communique",
    "plain-bin",
    "plain-state",
    "plain-tip",
    "plain-som",
];
/// The list alone, for the language the page is not in.
const SAID: &[Source] = sources!("words");

/// The list: the term, the same in the other language, the meaning in one line.
pub(super) fn word_list() -> Markup {
    let words = words();
    // The other language beside the one that is read: Urdu beside English, English beside all others.
    let other = move || match words.lang() {
        "en" => "ur",
        _ => "en",
    };
    let beside = words.together(other, SAID);
    let rows: Vec<Markup> = WORDS
        .iter()
        .map(|word| {
            let is = format!("{word}-is");
            view! {
                <div>
                    <dt>
                        <span>{move || words.t(word)}</span>
                        <span class="beside-word" lang=other>{move || beside.with(|said| said.text(word, &[]))}</span>
                    </dt>
                    <dd>{move || words.t(&is)}</dd>
                </div>
            }
        })
        .collect();
    view! {
        <section aria-labelledby="words">
            <h2 id="words" tabindex="-1">{move || words.t("words")}</h2>
            <p class="hint">{move || words.t("words-hint")}</p>
            <dl class="told word-list">{rows}</dl>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::golden::golden;
    use rapporteur_core::message::Messages;

    #[test]
    fn the_document_has_every_word_of_the_page() {
        let said = |lang| {
            let texts: Vec<&str> = SAID.iter().map(|(_, text)| text(lang)).collect();
            Messages::new(lang, &texts, false)
        };
        let (en, ur) = (said("en"), said("ur"));
        let mut text = String::from("# Words\n\n");
        text += "One word for one thing. Made of the list on the page *Help* of the program; tests hold that the two agree and that\n";
        text += "the interface keeps to it. The Urdu awaits review by native speakers.\n\n";
        text += "| term | اردو | what it means | مطلب |\n|---|---|---|---|\n";
        for word in WORDS {
            let is = format!("{word}-is");
            assert!(en.has(word) && ur.has(&is), "{word}");
            let cells = [&en, &ur].map(|said| said.text(word, &[]));
            let meanings = [&en, &ur].map(|said| said.text(&is, &[]));
            text += &format!("| {} | {} |\n", cells.join(" | "), meanings.join(" | "));
        }
        // No word is in the sentences and not in the list.
        let (_, sentences) = SAID.first().copied().unwrap_or(("", |_| ""));
        let said = sentences("en")
            .lines()
            .filter(|line| line.starts_with("plain-"));
        assert_eq!(said.count(), WORDS.len() * 2);
        golden("docs/words.md", &text);
    }
}
