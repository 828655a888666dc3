//! What the people of the journeys do again and again. Keys only, where a keyboard can.
#![allow(dead_code, reason = "each journey uses some of it")]

pub(crate) mod booth;
pub(crate) mod deciding;
pub(crate) mod organiser;
pub(crate) mod plenary;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rapporteur_e2e::{Browser, Engine, Look, Profile, Result, Site};

/// Most presses of Tab from anywhere to anywhere.
pub(crate) const MOST: usize = 120;

/// A page as wide as a laptop's, in a language.
pub(crate) fn laptop(lang: &'static str) -> Look {
    Look {
        width: 1280,
        height: 900,
        lang,
        theme: "light",
    }
}

/// A new profile with the start page open in a language.
pub(crate) async fn arrive(site: &Site, lang: &'static str) -> Result<(Profile, Browser)> {
    arrive_in(Engine::Chromium, site, lang).await
}

/// The same in any engine.
pub(crate) async fn arrive_in(
    engine: Engine,
    site: &Site,
    lang: &'static str,
) -> Result<(Profile, Browser)> {
    let profile = Profile::new(engine)?;
    let browser = profile.open(&site.url("")).await?;
    browser.look(laptop(lang)).await?;
    browser.wait_for("#code").await?;
    Ok((profile, browser))
}

/// Makes a workbook by its code and begins the first recommendation of its n-th group.
pub(crate) async fn begin(browser: &Browser, code: &str, group: usize) -> Result {
    browser.tab_to("#code", MOST).await?;
    browser.type_text(code).await?;
    browser.press("Enter").await?;
    browser.wait_for(".ask-group a.card").await?;
    browser
        .tab_to(&format!(".ask-group li:nth-child({group}) a"), MOST)
        .await?;
    browser.press("Enter").await?;
    focused(browser, "#text").await
}

/// Writes recommendations one after the other; the last one's text is left too. Each is in the list when it is finished.
pub(crate) async fn write(browser: &Browser, texts: &[&str]) -> Result {
    for (at, text) in texts.iter().enumerate() {
        focused(browser, "#text").await?;
        browser.type_text(text).await?;
        if at + 1 < texts.len() {
            browser.press("Control+Enter").await?;
            browser
                .wait_until("an empty text field", async || {
                    Ok(browser.value("#text").await?.is_empty())
                })
                .await?;
        }
    }
    browser.press("Tab").await?;
    saved(browser).await
}

/// Waits until the status line says that all is on the disk.
pub(crate) async fn saved(browser: &Browser) -> Result {
    browser.wait_for("#status b.good").await.map(|_| ())
}

/// Waits until something has the focus.
pub(crate) async fn focused(browser: &Browser, css: &str) -> Result {
    let wanted = format!("the focus on {css}");
    browser
        .wait_until(&wanted, async || browser.is_focused(css).await)
        .await
}

/// Makes a file by the keyboard and returns where it is.
pub(crate) async fn export(browser: &Browser) -> Result<PathBuf> {
    saved(browser).await?;
    browser.tab_to("#export", MOST).await?;
    browser.press("Enter").await?;
    browser.next_download().await
}

/// Takes files in, from the start page into a new workbook or on the files page into the open one.
pub(crate) async fn take_in(browser: &Browser, files: &[&Path]) -> Result {
    browser
        .choose_files("input[type=file][multiple]", files)
        .await?;
    browser.wait_for("#accept").await?;
    browser.tab_to("#accept", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#receipt").await?;
    saved(browser).await
}

/// Goes to a page of the open workbook.
pub(crate) async fn go(browser: &Browser, site: &Site, page: &str) -> Result {
    let book = book(browser).await?;
    browser.goto(&site.url(&format!("#/{page}/{book}"))).await?;
    browser
        .wait_for(&format!(
            ".steps a[aria-current=page][href='#/{page}/{book}']"
        ))
        .await
        .map(|_| ())
}

/// Goes to a page of the open workbook, and waits for something of it.
pub(crate) async fn visit(browser: &Browser, site: &Site, page: &str, css: &str) -> Result {
    let book = book(browser).await?;
    browser.goto(&site.url(&format!("#/{page}/{book}"))).await?;
    browser.wait_for(css).await.map(|_| ())
}

/// Opens everything that is folded on the page, and what is folded in there.
pub(crate) async fn unfold(browser: &Browser) -> Result {
    let click = "
        window.__unfolded ??= new Set();
        const folded = [...document.querySelectorAll('main button[aria-expanded=false]')]
            .filter((held) => held.offsetParent && !held.disabled && !window.__unfolded.has(held));
        for (const held of folded.slice(0, 40)) { window.__unfolded.add(held); held.click(); }
        return folded.length";
    for _ in 0..4 {
        let folded: usize = browser.script(click, vec![]).await?;
        if folded == 0 {
            break;
        }
        // What unfolds may be in a part that is loaded first; what is folded in there is looked for then.
        tokio::time::sleep(Duration::from_millis(150)).await;
    }
    Ok(())
}

/// On the desk: the two that are asked are the same, all others that look alike are not; then one text is asked for.
pub(crate) async fn to_wording(browser: &Browser) -> Result {
    const ASKED: &str =
        "const row = document.querySelector('#needs [aria-current]'); return row ? row.id : ''";
    browser.wait_for("#answer-same").await?;
    browser.wait_gone("#desk-looking").await?;
    let mut key = "1";
    while browser.count_of("#pick-1").await? == 0 {
        let before: String = browser.script(ASKED, vec![]).await?;
        browser.press(key).await?;
        key = "3";
        browser
            .wait_until("another to be asked", async || {
                let now: String = browser.script(ASKED, vec![]).await?;
                Ok(now != before)
            })
            .await?;
    }
    Ok(())
}

/// The local id of the open workbook.
pub(crate) async fn book(browser: &Browser) -> Result<String> {
    let address: String = browser.script("return location.hash", vec![]).await?;
    Ok(address
        .split('/')
        .nth(2)
        .ok_or("no workbook in the address")?
        .to_owned())
}

/// How many recommendations the list shows.
pub(crate) async fn rows(browser: &Browser) -> Result<usize> {
    browser.count_of("#recs [data-rec]").await
}

/// Begins another recommendation from wherever the list is, and leaves it.
pub(crate) async fn another(browser: &Browser, text: &str) -> Result {
    browser.click("#recs [data-rec]").await?;
    browser.click("#text").await?;
    browser.press("Control+Enter").await?;
    browser
        .wait_until("an empty text field", async || {
            Ok(browser.is_focused("#text").await? && browser.value("#text").await?.is_empty())
        })
        .await?;
    browser.type_text(text).await?;
    browser.press("Tab").await
}
