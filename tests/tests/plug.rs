//! Pull the plug: somebody types, and the page or the whole browser is killed at a moment nobody chose. What was shown as
//! saved is there again each time; of what was not, a killed page loses one keystroke at most, a killed browser half a second.
#![allow(clippy::print_stdout, reason = "the drill tells what it did")]

mod people;

use std::time::{Duration, Instant};

use people::{arrive, begin, saved};
use rapporteur_e2e::{Browser, Result, Site};
use serde_json::{Value, json};

/// What a killed browser may lose.
const HALF_A_SECOND: Duration = Duration::from_millis(500);

/// Numbers nobody chose, but the same in each run: a drill that fails can be held again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn letter(&mut self) -> char {
        let letters = ['a', 'e', 'r', 't', 's', ' ', 'پ', 'و', 'ل', 'ی'];
        letters[usize::try_from(self.below(10)).unwrap_or_default()]
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Plug {
    Page,
    Browser,
}

/// What a drill saw.
#[derive(Default)]
struct Seen {
    kills: usize,
    saved_lost: usize,
    /// The most keystrokes lost at once, of those a kill may not take.
    keystrokes_lost: usize,
    recovered: usize,
}

/// A store that says "done" and keeps nothing, and no journal: what the drill must notice.
const BROKEN: &str = "
    IDBObjectStore.prototype.put = function () { return this.count(); };
    Storage.prototype.setItem = function () {};
    return null";

async fn drill(plug: Plug, kills: usize, seed: u64, broken: bool) -> Result<Seen> {
    let site = Site::open()?;
    let mut chance = Chance(seed);
    let (profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "LHR", 1).await?;
    browser.type_text("Text").await?;
    saved(&browser).await?;
    let address: String = browser.script("return location.hash", vec![]).await?;
    browser.close().await?;
    let mut seen = Seen::default();
    // What was shown as saved, what the kill may not take, and all that was typed.
    let mut kept = String::from("Text");
    let mut due = kept.clone();
    let mut typed = kept.clone();
    for _ in 0..kills {
        let browser = profile.open(&site.url(&address)).await?;
        let text = opened(&browser, &kept).await?;
        seen.kills += 1;
        seen.saved_lost += usize::from(!text.starts_with(&kept));
        let lost = due.chars().count().saturating_sub(common(&due, &text));
        seen.keystrokes_lost = seen.keystrokes_lost.max(lost);
        seen.recovered += usize::from(text.len() > kept.len());
        assert!(
            typed.starts_with(&text),
            "nothing is invented: {text:?} of {typed:?}"
        );
        if broken {
            browser.script::<Value>(BROKEN, vec![]).await?;
        }
        (kept, due, typed) = pull(&browser, &text, plug, &mut chance).await?;
        assert!(typed.len() > kept.len() && kept.len() > text.len());
        end(browser, plug).await?;
    }
    Ok(seen)
}

/// The text in the editor once it stands there.
async fn opened(browser: &Browser, kept: &str) -> Result<String> {
    browser.wait_for("#text").await?;
    // Recovery comes with the opening: what stands there when the list does is what is left.
    browser.wait_for("#recs [data-rec]").await?;
    browser
        .wait_until("the text", async || {
            Ok(!browser.value("#text").await?.is_empty())
        })
        .await?;
    let text = browser.value("#text").await?;
    println!(
        "kept {}, found {}",
        kept.chars().count(),
        text.chars().count()
    );
    Ok(text)
}

/// Types until something is shown as saved, then on until a moment nobody chose. Returns what was saved, what may not be
/// lost, and all.
async fn pull(
    browser: &Browser,
    text: &str,
    plug: Plug,
    chance: &mut Chance,
) -> Result<(String, String, String)> {
    let mut typed = text.to_owned();
    browser.click("#text").await?;
    browser.press("Control+End").await?;
    for _ in 0..2 + chance.below(6) {
        type_letter(browser, &mut typed, chance).await?;
    }
    browser.type_text("v").await?;
    typed.push('v');
    // Half of the time as a text that is still open, half of the time as one that was left.
    if chance.below(2) == 0 {
        browser.press("Tab").await?;
    }
    settled(browser).await?;
    let kept = typed.clone();
    browser.click("#text").await?;
    browser.press("Control+End").await?;
    let mut keys = Vec::new();
    for _ in 0..1 + chance.below(10) {
        type_letter(browser, &mut typed, chance).await?;
        keys.push((Instant::now(), typed.clone()));
        tokio::time::sleep(Duration::from_millis(chance.below(90))).await;
    }
    tokio::time::sleep(Duration::from_millis(chance.below(700))).await;
    let now = Instant::now();
    let due = match plug {
        Plug::Page => keys.len().checked_sub(2).and_then(|last| keys.get(last)),
        Plug::Browser => keys.iter().rfind(|(at, _)| *at + HALF_A_SECOND <= now),
    };
    let due = due.map_or(kept.clone(), |(_, text)| text.clone());
    Ok((kept, due.trim_end().to_owned(), typed))
}

/// Types a letter nobody chose.
async fn type_letter(browser: &Browser, typed: &mut String, chance: &mut Chance) -> Result {
    // Spaces that follow each other, or end a text, would be cleaned when it is kept.
    let letter = if typed.ends_with(' ') {
        'k'
    } else {
        chance.letter()
    };
    browser.type_text(&letter.to_string()).await?;
    typed.push(letter);
    Ok(())
}

/// Waits for "saved", after the moment in which it may still say so of what was before.
async fn settled(browser: &Browser) -> Result {
    tokio::time::sleep(Duration::from_millis(60)).await;
    saved(browser).await
}

async fn end(browser: Browser, plug: Plug) -> Result {
    if plug == Plug::Page {
        // The command never answers: what should answer is gone.
        let crash = browser.cdp("Page.crash", json!({}));
        let _ = tokio::time::timeout(Duration::from_millis(400), crash).await;
        // The browser itself goes on, and is closed as a person closes it.
        let _ = tokio::time::timeout(Duration::from_secs(5), browser.driver().clone().quit()).await;
    }
    browser.kill();
    Ok(())
}

/// How many letters two texts begin with in common.
fn common(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

fn told(what: &str, seen: &Seen) {
    println!(
        "{what}: {} kills, {} saved texts lost, at most {} keystrokes beyond what may go, {} times more than was shown as saved",
        seen.kills, seen.saved_lost, seen.keystrokes_lost, seen.recovered
    );
    assert_eq!(seen.saved_lost, 0);
    assert_eq!(seen.keystrokes_lost, 0);
    assert!(
        seen.recovered > 0,
        "nothing was ever left to recover: the drill is too kind"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_browsers_lose_nothing_that_was_saved() -> Result {
    told(
        "browser killed",
        &drill(Plug::Browser, kills(60), 1, false).await?,
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_pages_lose_one_keystroke_at_most() -> Result {
    told(
        "page killed",
        &drill(Plug::Page, kills(40), 2, false).await?,
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_drill_notices_a_store_that_keeps_nothing() -> Result {
    for plug in [Plug::Browser, Plug::Page] {
        let seen = drill(plug, 3, 3, true).await?;
        assert!(seen.saved_lost > 0, "nothing was noticed");
    }
    Ok(())
}

/// How often, unless `RAPPORTEUR_KILLS` says otherwise.
fn kills(usual: usize) -> usize {
    std::env::var("RAPPORTEUR_KILLS")
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(usual)
}
