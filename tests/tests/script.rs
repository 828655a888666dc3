//! Both scripts, every hand: what the page looks like, Urdu digits, ways to type Urdu, a third language, reading aloud.

mod people;

use std::path::Path;

use people::{MOST, arrive, begin, focused, saved};
use rapporteur_e2e::{Browser, Look, Result, Site, axe};
use serde_json::{Value, json};

/// Presses the key on screen that gives a letter; with Shift where it is not there without.
async fn tap(browser: &Browser, letter: char) -> Result {
    let find = "const [letter] = arguments;
                const names = { ' ': '.cap.space', '\\u200c': null };
                const caps = [...document.querySelectorAll('.cap')];
                const found = names[letter] ? document.querySelector(names[letter])
                    : caps.find((cap) => cap.querySelector('span').textContent.replace('\\u25cc', '') === letter);
                return found ? '#' + found.id : '';";
    let key: String = browser.script(find, vec![json!(letter)]).await?;
    if !key.is_empty() {
        return browser.click(&key).await;
    }
    browser.click(".cap[aria-pressed]").await?;
    let key: String = browser.script(find, vec![json!(letter)]).await?;
    browser.click(&key).await
}

async fn unfold_display(browser: &Browser) -> Result {
    browser.click("#display").await?;
    browser.wait_for("#display-theme").await.map(drop)
}

/// Chooses by keys: so many steps down from what is chosen.
async fn choose(browser: &Browser, select: &str, down: usize) -> Result {
    browser.tab_to(select, MOST).await?;
    for _ in 0..down {
        browser.press("ArrowDown").await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_on_screen_types_a_sentence() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "ur").await?;
    begin(&browser, "KEY", 1).await?;
    browser.click("#keyboard-open").await?;
    browser.wait_for(".keyboard").await?;
    let sentence = "ٹیم، آج آئے۔";
    for letter in sentence.chars() {
        tap(&browser, letter).await?;
        focused(&browser, "#text").await?;
    }
    assert_eq!(browser.value("#text").await?, sentence);
    // The browser's own undo knows of it.
    browser.press("Control+z").await?;
    assert_ne!(browser.value("#text").await?, sentence);
    browser.press("Control+Shift+Z").await?;
    assert_eq!(browser.value("#text").await?, sentence);
    // By keys alone: one stop, arrows within, and back.
    browser.tab_to(".keyboard .cap[tabindex='0']", MOST).await?;
    assert_eq!(browser.count_of(".cap[tabindex='0']").await?, 1);
    // To the last row, whose first key gives no letter, and one up.
    for chord in ["Home", "ArrowDown", "ArrowDown", "ArrowUp", "Enter"] {
        browser.press(chord).await?;
    }
    let typed = browser.value("#text").await?;
    assert_eq!(
        typed.chars().count(),
        sentence.chars().count() + 1,
        "{typed}"
    );
    browser.press("Escape").await?;
    focused(&browser, "#text").await?;
    let mut found = Vec::new();
    axe::collect(&browser, "keyboard", &mut found).await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    // Large enough for a finger, on a phone too.
    browser
        .look(Look {
            width: 360,
            height: 800,
            lang: "ur",
            theme: "light",
        })
        .await?;
    browser.wait_for("#text").await?;
    assert_eq!(browser.value("#text").await?, typed);
    browser.click("#keyboard-open").await?;
    browser.wait_for(".keyboard").await?;
    let smallest: f64 = browser
        .script(
            "return Math.min(...[...document.querySelectorAll('.cap')].flatMap((cap) => [cap.offsetWidth, cap.offsetHeight]))",
            vec![],
        )
        .await?;
    assert!(smallest >= 24.0, "{smallest}");
    assert!(!axe::scrolls_sideways(&browser).await?);
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn latin_keys_give_urdu_letters_where_somebody_asked_for_it() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "ur").await?;
    begin(&browser, "KEY", 1).await?;
    browser.tab_to(".typing input", MOST).await?;
    browser.press("Space").await?;
    focused(&browser, ".typing input").await?;
    browser.press("Shift+Tab").await?;
    browser.tab_to("#text", MOST).await?;
    browser.type_text("pakstan, 2027 TA?").await?;
    assert_eq!(browser.value("#text").await?, "پاکستان، 2027 ٹآ؟");
    browser.press("Control+z").await?;
    assert_ne!(browser.value("#text").await?, "پاکستان، 2027 ٹآ؟");
    browser.press("Control+Shift+Z").await?;
    // A chord is still a chord, and it holds for the next text and the next visit.
    browser.press("Control+Enter").await?;
    browser
        .wait_until("an empty text", async || {
            Ok(browser.value("#text").await?.is_empty())
        })
        .await?;
    focused(&browser, "#text").await?;
    browser.type_text("kam").await?;
    assert_eq!(browser.value("#text").await?, "کام");
    saved(&browser).await?;
    browser.reload().await?;
    // The box itself is drawn by what stands beside it.
    browser
        .wait_until("the choice of last time", async || {
            Ok(browser.count_of(".typing input:checked").await? == 1)
        })
        .await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn single_keys_do_nothing_where_somebody_does_not_want_them() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "KEY", 1).await?;
    browser
        .type_text("Courts hear survivors by video link.")
        .await?;
    browser.press("Tab").await?;
    saved(&browser).await?;
    let rows = async || browser.count_of("#recs [data-rec]").await;
    let before = rows().await?;
    browser.wait_for("#add kbd").await?;
    unfold_display(&browser).await?;
    choose(&browser, "#display-keys", 1).await?;
    for visit in 0..2 {
        browser.tab_to("#recs [data-rec]", MOST).await?;
        browser.press("n").await?;
        browser.press("/").await?;
        browser.wait_gone("#add kbd").await?;
        // The second key would have gone to the search, had it been heard.
        assert_eq!(rows().await?, before, "visit {visit}");
        assert!(browser.is_focused("#recs [data-rec]").await?);
        browser.reload().await?;
        browser.wait_for("#recs [data-rec]").await?;
    }
    unfold_display(&browser).await?;
    browser.tab_to("#display-keys", MOST).await?;
    browser.press("ArrowUp").await?;
    browser.tab_to("#recs [data-rec]", MOST).await?;
    browser.press("n").await?;
    browser
        .wait_until("another recommendation", async || {
            Ok(rows().await? == before + 1)
        })
        .await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn urdu_digits_are_for_what_the_program_says() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "ur").await?;
    begin(&browser, "DIG", 1).await?;
    browser.type_text("2027 تک").await?;
    browser.press("Control+Enter").await?;
    saved(&browser).await?;
    let status = async || browser.text("#status").await;
    assert!(
        status()
            .await?
            .contains(|letter: char| letter.is_ascii_digit())
    );
    unfold_display(&browser).await?;
    choose(&browser, "#display-digits", 1).await?;
    let urdu = |letter: char| ('۰'..='۹').contains(&letter);
    browser
        .wait_until("Urdu digits", async || Ok(status().await?.contains(urdu)))
        .await?;
    browser.reload().await?;
    browser.wait_for("#recs [data-rec]").await?;
    browser
        .wait_until("Urdu digits after a reload", async || {
            let said = status().await?;
            Ok(said.contains(urdu) && !said.contains(|letter: char| letter.is_ascii_digit()))
        })
        .await?;
    let written = browser.text("#recs .words").await?;
    assert!(written.contains("2027"), "{written}");
    let number = browser.text("#recs .num").await?;
    assert!(!number.contains(urdu), "{number}");
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn looks_are_there_before_the_first_paint_and_fit_a_phone() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser
        .cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": "addEventListener('DOMContentLoaded', () => { window.looked = { ...document.documentElement.dataset }; });"}),
        )
        .await?;
    begin(&browser, "LKS", 1).await?;
    browser.type_text("Every district sets up a cell.").await?;
    unfold_display(&browser).await?;
    for (select, down) in [
        ("#display-theme", 2),
        ("#display-size", 2),
        ("#display-face", 1),
    ] {
        choose(&browser, select, down).await?;
    }
    saved(&browser).await?;
    // The theme of `look` is kept, so it is not asked here.
    browser.reload().await?;
    browser.wait_for("#text").await?;
    let looked: Value = browser.script("return window.looked", vec![]).await?;
    assert_eq!(looked["theme"], "contrast", "{looked}");
    assert_eq!(looked["size"], "projector", "{looked}");
    assert_eq!(looked["face"], "naskh", "{looked}");
    let mut found = Vec::new();
    for lang in ["en", "ur"] {
        for theme in ["contrast", "contrast-dark"] {
            for width in [1280, 360] {
                browser
                    .look(Look {
                        width,
                        height: 900,
                        lang,
                        theme,
                    })
                    .await?;
                browser.wait_for("#text").await?;
                unfold_display(&browser).await?;
                let name = format!("{lang} {theme} {width}");
                assert!(!axe::scrolls_sideways(&browser).await?, "{name}");
                axe::collect(&browser, &name, &mut found).await?;
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_third_language_is_chosen_kept_and_there_without_a_network() -> Result {
    let mut site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser
        .wait_until("the site to be kept", async || {
            browser
                .script("return Boolean(navigator.serviceWorker.controller) || navigator.serviceWorker.ready.then((held) => Boolean(held.active))", vec![])
                .await
        })
        .await?;
    begin(&browser, "PSH", 1).await?;
    unfold_display(&browser).await?;
    choose(&browser, "#display-language", 2).await?;
    let pashto = async || {
        browser.wait_for("html[lang=ps][dir=rtl]").await?;
        browser.wait_text("#incomplete", "نیمګړی").await?;
        browser.wait_text(".steps", "مسوده").await
    };
    pashto().await?;
    // What is missing is English, and kept in its direction.
    let undo: String = browser
        .script(
            "return document.querySelector('#undo').textContent.trim()",
            vec![],
        )
        .await?;
    assert_eq!(undo, "\u{2066}Undo\u{2069}");
    let mut found = Vec::new();
    axe::collect(&browser, "pashto", &mut found).await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    saved(&browser).await?;
    browser.reload().await?;
    pashto().await?;
    site.stop();
    browser.reload().await?;
    pashto().await?;
    // And back by the bar.
    browser.click_named(".bar > .btn", "English").await?;
    browser.wait_for("html[lang=en][dir=ltr]").await?;
    assert_eq!(browser.count_of("#incomplete").await?, 0);
    browser.close().await
}

/// A voice of this machine, for one language, that writes down what it says.
const VOICE: &str = "window.spoken = [];
    Object.defineProperty(window, 'speechSynthesis', { value: {
        getVoices: () => [{ lang: 'en-GB', localService: true }, { lang: 'ur-PK', localService: false }],
        speak: (said) => window.spoken.push(said.text), cancel: () => {}, addEventListener: () => {}, removeEventListener: () => {},
    } });
    window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };";

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_is_read_aloud_where_there_is_a_voice_for_it() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser
        .cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": VOICE}),
        )
        .await?;
    begin(&browser, "VOX", 1).await?;
    browser.type_text("Every district sets up a cell.").await?;
    browser.press("Control+Enter").await?;
    saved(&browser).await?;
    browser.reload().await?;
    browser.wait_for("#recs [data-rec]").await?;
    people::booth::lock(&browser, 0, "3", &[]).await?;
    browser.press("Enter").await?;
    browser.wait_for("#ballot-text").await?;
    browser.click(".read-aloud").await?;
    let spoken: Vec<String> = browser.script("return window.spoken", vec![]).await?;
    assert_eq!(
        spoken.first().map(String::as_str),
        Some("Every district sets up a cell.")
    );
    assert_eq!(spoken.len(), 3, "{spoken:?}");
    browser.wait_for(".read-aloud[aria-pressed=true]").await?;
    browser.click(".read-aloud").await?;
    browser.wait_for(".read-aloud[aria-pressed=false]").await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes pictures"]
async fn pictures() -> Result {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
    std::fs::create_dir_all(&folder)?;
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser.click("#sample").await?;
    browser.wait_for(".ask-group a.card").await?;
    saved(&browser).await?;
    browser.tab_to(".ask-group li:nth-child(5) a", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#recs [data-rec]").await?;
    let set = "const key = 'rapporteur/preferences'; const [size] = arguments;
               localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), size }))";
    for (name, lang, theme, size, display, keyboard) in [
        ("display", "en", "light", "normal", true, false),
        ("display", "ur", "light", "normal", true, false),
        ("display", "ps", "light", "normal", true, false),
        ("keyboard", "en", "light", "normal", false, true),
        ("keyboard", "ur", "dark", "normal", false, true),
        ("contrast", "en", "contrast", "normal", false, false),
        ("contrast", "ur", "contrast-dark", "normal", false, true),
        ("large", "en", "light", "large", false, false),
        ("projector", "en", "light", "projector", true, false),
        ("projector", "ur", "light", "projector", false, false),
    ] {
        for width in [1280, 360] {
            let _: Value = browser.script(set, vec![json!(size)]).await?;
            let wide = Look {
                width: 1280,
                height: 900,
                lang,
                theme,
            };
            browser.look(wide).await?;
            browser.click("#recs li:nth-child(5) [data-rec]").await?;
            browser.wait_for("#text").await?;
            browser.look(Look { width, ..wide }).await?;
            browser.wait_for("#text").await?;
            if display {
                unfold_display(&browser).await?;
            }
            if keyboard {
                browser.click("#keyboard-open").await?;
                browser.wait_for(".keyboard").await?;
                browser.click(".cap").await?;
                browser.press("Control+z").await?;
            }
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            browser
                .screenshot(&folder.join(format!("{name}-{lang}-{width}.png")))
                .await?;
        }
    }
    browser.close().await
}
