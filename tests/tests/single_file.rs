//! The whole app in one file, opened from a disk: a scribe's journey without any server.

mod people;

use std::fs;

use people::{MOST, begin, export, focused, laptop, rows, saved, take_in, write};
use rapporteur_e2e::{Engine, Profile, Result};

const TEXTS: [&str; 2] = [
    "Every district police office sets up an anti-trafficking cell.",
    "صوبائی پولیس ہر ضلع میں انسدادِ انسانی سوداگری سیل قائم کرے۔",
];

fn address() -> Result<String> {
    let file = xtask::tools::root().join("dist-file/rapporteur.html");
    if file.is_file() {
        Ok(format!("file://{}", file.display()))
    } else {
        Err("dist-file/ is not built: cargo xtask dist".into())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scribe_works_from_a_file_in_chromium() -> Result {
    scribe(Engine::Chromium).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scribe_works_from_a_file_in_firefox() -> Result {
    scribe(Engine::Firefox).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scribe_works_from_a_file_in_webkit() -> Result {
    scribe(Engine::WebKit).await
}

async fn scribe(engine: Engine) -> Result {
    let address = address()?;
    let profile = Profile::new(engine)?;
    let browser = profile.open(&address).await?;
    browser.look(laptop("en")).await?;
    browser.wait_for("#code").await?;
    browser.wait_text("#main", "the safe copy").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &TEXTS).await?;
    // The Urdu font is in the file.
    let fonts: usize = browser
        .script(
            "return [...document.fonts].filter((font) => font.status === 'loaded').length",
            vec![],
        )
        .await?;
    assert!(fonts > 0, "no font was loaded");
    let browser = browser.reopen(&address).await?;

    browser.wait_for("a.card").await?;
    browser.tab_to("a.card", MOST).await?;
    browser.press("Enter").await?;
    browser.tab_to(".ask-group li:nth-child(1) a", MOST).await?;
    browser.press("Enter").await?;
    browser
        .wait_until("all that was written", async || {
            Ok(rows(&browser).await? == TEXTS.len())
        })
        .await?;
    let file = export(&browser).await?;
    assert!(fs::read_to_string(&file)?.contains(TEXTS[1]));

    // The file goes into another workbook, and the sample is there without a network.
    browser.goto(&format!("{address}#/")).await?;
    browser.wait_for("#sample").await?;
    take_in(&browser, &[&file]).await?;
    browser.goto(&format!("{address}#/")).await?;
    browser.wait_for("#sample").await?;
    browser.click("#sample").await?;
    browser.wait_for(".ask-group a.card").await?;
    browser.tab_to(".ask-group li:nth-child(1) a", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#recs [data-rec]").await?;
    browser.click("#recs [data-rec]").await?;
    focused(&browser, "#recs [data-rec]").await.ok();
    saved(&browser).await?;
    browser.close().await
}
