//! What the page looks like, as a person likes it on this device. The style does it, by attributes of the root; this writes
//! them and keeps them, and `boot.js` sets them again before the first paint.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::preferences::Preferences;
use crate::browser::{fetch, page};
use crate::session::session;
use crate::ui::{Markup, Shown, view};
use crate::words::{LANGUAGES, MORE, Words, words};

/// A look: its name on the root and among the preferences, and its choices, of which the first holds where none is kept.
struct Look {
    name: &'static str,
    choices: &'static [&'static str],
}

/// `boot.js` has the same table; a test compares them.
const LOOKS: [Look; 4] = [
    Look {
        name: "theme",
        choices: &["auto", "light", "dark", "contrast", "contrast-dark"],
    },
    Look {
        name: "size",
        choices: &["normal", "large", "projector"],
    },
    Look {
        name: "face",
        choices: &["nastaliq", "naskh"],
    },
    // Whoever speaks to the machine, or trembles, presses single keys without meaning them.
    Look {
        name: "keys",
        choices: &["on", "off"],
    },
];

#[component]
pub(super) fn Display() -> impl IntoView {
    let words = words();
    view! {
        <section class="display" aria-label=move || words.t("display")>
            <LanguageChooser/>
            {LOOKS.map(chooser).into_iter().collect::<Vec<_>>()}
            <Shown when=move || words.lang() != "en"><Digits/></Shown>
        </section>
    }
}

/// The languages, those in the bar too; each in itself, and an incomplete one says so.
#[component]
fn LanguageChooser() -> impl IntoView {
    let words = words();
    let options: Vec<Markup> = LANGUAGES
        .iter()
        .chain(&MORE)
        .map(|language| {
            let tag = language.tag;
            let name = move || match MORE.contains(language) {
                true => format!("{} ({})", language.name, words.t("display-incomplete")),
                false => language.name.to_owned(),
            };
            view! {
                <option value=tag lang=tag selected=move || words.lang() == tag>{name}</option>
            }
        })
        .collect();
    let choose = move |chosen: String| {
        let languages = LANGUAGES.iter().chain(&MORE);
        if let Some(language) = languages
            .into_iter()
            .find(|language| language.tag == chosen)
        {
            speak(words, language.tag);
        }
    };
    view! {
        <div class="field">
            <label for="display-language">{move || words.t("display-language")}</label>
            <select class="line" id="display-language" on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </div>
    }
}

/// Changes the language; what it says is fetched where it is not in the program, and without it nothing changes.
fn speak(words: Words, tag: &'static str) {
    if LANGUAGES.iter().any(|within| within.tag == tag) {
        return words.set_lang(tag);
    }
    let (session, before) = (session(), untrack(|| words.lang()));
    spawn_local(async move {
        let fetched = fetch::bytes(&format!("{tag}.ftl")).await;
        // Another may have been chosen meanwhile.
        if untrack(|| words.lang()) != before {
            return;
        }
        match fetched {
            Some(bytes) => {
                words.set_fetched(tag, String::from_utf8_lossy(&bytes).into_owned());
                words.set_lang(tag);
            }
            None => session.say(untrack(|| words.t("display-not-fetched"))),
        }
    });
}

fn chooser(look: Look) -> Markup {
    let words = words();
    let Look { name, choices } = look;
    let kept = Preferences::read().other.get::<String>(name);
    let kept = choices
        .iter()
        .find(|choice| kept.as_deref() == Some(**choice));
    let held = kept.or(choices.first()).copied().unwrap_or_default();
    let id = format!("display-{name}");
    let options: Vec<Markup> = choices
        .iter()
        .map(|choice| {
            view! {
                <option value=*choice selected=(held == *choice).then_some("selected")>
                    {move || words.t(&format!("display-{name}-{choice}"))}
                </option>
            }
        })
        .collect();
    let choose = move |chosen: String| {
        page::set_look(name, &chosen);
        if !Preferences::keep(name, &chosen) {
            page::log("preferences are kept for this page only");
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{move || words.t(&format!("display-{name}"))}</label>
            <select class="line" id=id on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </div>
    }
}

/// The digits of numbers in what the program says; only where it says it in Urdu script.
#[component]
fn Digits() -> impl IntoView {
    let words = words();
    let urdu = words.urdu_digits();
    view! {
        <div class="field">
            <label for="display-digits">{move || words.t("display-digits")}</label>
            <select class="line" id="display-digits" dir="ltr"
                on:change=move |event| words.set_urdu_digits(event_target_value(&event) == "urdu")>
                <option value="latin" selected=(!urdu).then_some("selected")>"0 1 2 3 4 5 6 7 8 9"</option>
                <option value="urdu" selected=urdu.then_some("selected")>"۰ ۱ ۲ ۳ ۴ ۵ ۶ ۷ ۸ ۹"</option>
            </select>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str) -> String {
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/").to_owned() + path).unwrap()
    }

    /// What `boot.js` does not know would come after the first paint, and what the style does not know would do nothing.
    #[test]
    fn looks_are_set_before_the_first_paint_and_have_a_style() {
        let (boot, tokens) = (read("public/boot.js"), read("style/tokens.css"));
        for look in LOOKS {
            let choices: Vec<String> = look
                .choices
                .iter()
                .map(|each| format!("{each:?}"))
                .collect();
            let line = format!("{}: [{}],", look.name, choices.join(", "));
            assert!(boot.contains(&line), "{line}");
            for choice in look.choices.iter().filter(|each| !PLAIN.contains(each)) {
                let rule = format!(":root[data-{}=\"{choice}\"]", look.name);
                assert!(tokens.contains(&rule), "{rule}");
            }
        }
    }

    /// What the style has without being asked.
    const PLAIN: [&str; 4] = ["light", "normal", "nastaliq", "on"];

    /// The tokens of a rule, by name.
    fn tokens<'a>(style: &'a str, rule: &str) -> Vec<(&'a str, &'a str)> {
        let (_, rest) = style.split_once(&format!("{rule} {{")).expect(rule);
        let (body, _) = rest.split_once('}').unwrap();
        let lines = body.split(';').filter_map(|line| line.split_once(':'));
        lines
            .map(|(name, value)| (name.trim(), value.trim()))
            .collect()
    }

    /// The contrast of two colours `#rrggbb`, as WCAG 2 has it.
    fn contrast(one: &str, other: &str) -> f64 {
        let luminance = |colour: &str| -> f64 {
            let part = |at: usize| {
                let value = u8::from_str_radix(colour.get(at..at + 2).unwrap(), 16).unwrap();
                let value = f64::from(value) / 255.0;
                if value <= 0.04045 {
                    value / 12.92
                } else {
                    ((value + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
        };
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn high_contrast_is_high_on_every_ground() {
        let style = read("style/tokens.css");
        for theme in ["contrast", "contrast-dark"] {
            let tokens = tokens(&style, &format!(":root[data-theme=\"{theme}\"]"));
            let of = |name: &str| tokens.iter().find(|(held, _)| *held == name).unwrap().1;
            for ground in [
                "--paper",
                "--sheet",
                "--sunk",
                "--key-wash",
                "--warn-wash",
                "--bad-wash",
            ] {
                for ink in ["--ink", "--ink-soft", "--key", "--warn", "--bad", "--edge"] {
                    let found = contrast(of(ink), of(ground));
                    assert!(found >= 7.0, "{theme}: {ink} on {ground} is {found:.1}");
                }
            }
            assert!(contrast(of("--on-key"), of("--key")) >= 7.0);
        }
    }
}
