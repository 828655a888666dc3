//! The looks in which a page is shown to axe: both languages and one nobody speaks, the colours the system asks for, wide and
//! narrow.

#![allow(dead_code, reason = "pictures use some of it")]

use rapporteur_e2e::{Browser, Look, Pseudo, Result, axe};
use serde_json::json;

use crate::people::laptop;

/// The languages, the last being one that nobody speaks.
const LANGUAGES: [&str; 3] = ["en", "ur", "pseudo"];
/// What the system asks for: the theme is left to it.
const COLOURS: [(&str, &str, &str); 3] = [
    ("light", "light", "none"),
    ("dark", "dark", "none"),
    ("forced", "dark", "active"),
];
pub(crate) const WIDTHS: [u32; 2] = [1280, 320];

/// Shows a page to axe in every look. What is done to come to its state is done once a language.
pub(crate) async fn in_every_look(
    browser: &Browser,
    address: &str,
    state: &str,
    come: impl AsyncFn() -> Result,
    found: &mut Vec<String>,
) -> Result {
    for lang in LANGUAGES {
        browser.goto(address).await?;
        let look = Look {
            theme: "auto",
            ..laptop(if lang == "ur" { "ur" } else { "en" })
        };
        browser.look(look).await?;
        come()
            .await
            .map_err(|error| format!("{state} {lang}: {error}"))?;
        if lang == "pseudo" {
            Pseudo::Long.speak(browser).await?;
        }
        for width in WIDTHS {
            browser.resize(width, 900).await?;
            for (name, scheme, forced) in COLOURS {
                colours(browser, scheme, forced).await?;
                let name = format!("{state} {lang} {name} {width}");
                axe::collect(browser, &name, found).await?;
            }
        }
        colours(browser, "light", "none").await?;
    }
    // What follows is done on a page as wide as it was.
    browser.resize(1280, 900).await
}

/// What the system tells pages of its colours.
pub(crate) async fn colours(browser: &Browser, scheme: &str, forced: &str) -> Result {
    let features = json!({"features": [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "forced-colors", "value": forced},
        // What fades in is judged as it will be.
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]});
    browser
        .cdp("Emulation.setEmulatedMedia", features)
        .await
        .map(|_| ())
}
