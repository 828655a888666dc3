//! The journeys of the users in the two other engines: scribes draft in both languages, a facilitator joins their files, a
//! group votes, a rapporteur saves the communiqué. In Chromium each has tests of its own, which go further.

mod people;

use std::fs;

use people::booth::{cast, close, lock, vote};
use people::{MOST, arrive_in, begin, export, go, laptop, rows, saved, take_in, write};
use rapporteur_e2e::{Engine, Look, Result, Site, axe};
use serde_json::Value;

const ENGLISH: [&str; 2] = [
    "Every district police office sets up an anti-trafficking cell.",
    "The National Police Bureau publishes the number of registered cases every quarter.",
];
const URDU: [&str; 2] = [
    "صوبائی پولیس ہر ضلع میں انسدادِ انسانی سوداگری سیل قائم کرے۔",
    "محکمۂ تعلیم بھٹوں کے قریب شام کی کلاسیں شروع کرے۔",
];

/// Two scribes write by keys alone, each finds all again and makes a file; a facilitator's laptop takes both in, in either
/// order, and holds the same bytes. WebKitGTK's browser forgets what it stored when it is closed, so there the scribe's page
/// ends and begins again instead.
async fn files_come_together(engine: Engine) -> Result {
    let site = Site::open()?;
    let mut files = Vec::new();
    let mut profiles = Vec::new();
    for (lang, group, texts) in [("en", 2, &ENGLISH), ("ur", 3, &URDU)] {
        let (profile, browser) = arrive_in(engine, &site, lang).await?;
        begin(&browser, "LHR", group).await?;
        write(&browser, texts).await?;
        browser.tab_to("input[type=checkbox]", MOST).await?;
        browser.press("Space").await?;
        saved(&browser).await?;
        let browser = browser.reopen(&site.url("")).await?;
        browser.wait_for("a.card").await?;
        browser.tab_to("a.card", MOST).await?;
        browser.press("Enter").await?;
        browser
            .tab_to(&format!(".ask-group li:nth-child({group}) a"), MOST)
            .await?;
        browser.press("Enter").await?;
        browser
            .wait_until("all that was written", async || {
                Ok(rows(&browser).await? == texts.len())
            })
            .await?;
        let direction: String = browser
            .script(
                "return getComputedStyle(document.documentElement).direction",
                vec![],
            )
            .await?;
        assert_eq!(direction, if lang == "ur" { "rtl" } else { "ltr" });
        files.push(export(&browser).await?);
        // The file is gone with the profile.
        profiles.push(profile);
        browser.close().await?;
    }
    let mut results = Vec::new();
    for order in [[0, 1], [1, 0]] {
        let (_profile, browser) = arrive_in(engine, &site, "en").await?;
        take_in(&browser, &[&files[order[0]], &files[order[1]]]).await?;
        let file = export(&browser).await?;
        results.push(fs::read(&file)?);
        go(&browser, &site, "draft").await?;
        browser.close().await?;
    }
    assert!(results[0] == results[1], "orders give different bytes");
    let file: Value = serde_json::from_slice(&results[0])?;
    assert_eq!(file["counts"]["recommendations"], 4);
    let text = String::from_utf8(results.remove(0))?;
    for written in ENGLISH.iter().chain(&URDU) {
        assert!(text.contains(written), "{written}");
    }
    Ok(())
}

/// A group of three votes on two recommendations; the round is closed and read, and the papers are in the file.
async fn a_group_votes(engine: Engine) -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive_in(engine, &site, "en").await?;
    begin(&browser, "QTA", 2).await?;
    write(&browser, &ENGLISH).await?;
    lock(&browser, 0, "3", &[]).await?;
    for (voter, dots) in [["1", "0"], ["0", "1"], ["1", "0"]].iter().enumerate() {
        assert_eq!(vote(&browser, "Enter", dots).await?, 4);
        cast(&browser, voter + 1).await?;
    }
    browser.reload().await?;
    cast(&browser, 3).await?;
    close(&browser).await?;
    assert_eq!(browser.count_of(".result").await?, 2);
    let file = fs::read_to_string(export(&browser).await?)?;
    assert_eq!(file.matches("\"id\":\"ballot:").count(), 3);
    browser.close().await
}

/// The sample workshop's communiqué in both languages, as Word and as data; no page scrolls sideways, wide or narrow.
async fn a_communique_is_saved(engine: Engine) -> Result {
    let site = Site::open()?;
    for (lang, data, page) in [("en", "Data (JSON)", "Communiqué"), ("ur", "", "اعلامیہ")] {
        let (_profile, browser) = arrive_in(engine, &site, lang).await?;
        browser.click("#sample").await?;
        browser.wait_for(".ask-group a.card").await?;
        saved(&browser).await?;
        browser.click_named(".steps a", page).await?;
        browser.wait_for(".document").await?;
        // The sample has texts that could lead to a person, so that this can be seen.
        browser.click("#held-confirm").await?;
        browser.click("#save-document").await?;
        let word = browser.next_download().await?;
        assert!(fs::read(&word)?.starts_with(b"PK"), "{}", word.display());
        if !data.is_empty() {
            browser
                .click_named(".documents-choice .choice input", data)
                .await?;
            browser.click("#save-document").await?;
            let json = fs::read(browser.next_download().await?)?;
            let json: Value = serde_json::from_slice(&json)?;
            assert_eq!(json["recommendations"].as_array().map(Vec::len), Some(72));
        }
        for width in [1280, 500] {
            let look = Look {
                width,
                ..laptop(lang)
            };
            browser.look(look).await?;
            browser.wait_for(".document").await?;
            let sideways = axe::scrolls_sideways(&browser).await?;
            assert!(!sideways, "the communiqué scrolls sideways at {width}");
        }
        browser.close().await?;
    }
    Ok(())
}

macro_rules! journeys {
    ($($journey:ident in $engine:ident as $name:ident;)*) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $name() -> Result {
            $journey(Engine::$engine).await
        }
    )*};
}

journeys! {
    files_come_together in Firefox as files_come_together_in_firefox;
    files_come_together in WebKit as files_come_together_in_webkit;
    a_group_votes in Firefox as a_group_votes_in_firefox;
    a_group_votes in WebKit as a_group_votes_in_webkit;
    a_communique_is_saved in Firefox as a_communique_is_saved_in_firefox;
    a_communique_is_saved in WebKit as a_communique_is_saved_in_webkit;
}
