//! A group prioritises: a card is locked, eight people vote on one laptop by keys alone, the round is closed and read.

mod people;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use people::booth::{answer, cast, close, lock, vote};
use people::{MOST, arrive, begin, book, export, focused, go, take_in, write};
use rapporteur_e2e::{Look, Result, Site, axe};
use serde_json::Value;

/// Ten recommendations of the sample workshop, short ones: typing is not what is shown here.
fn ten() -> Result<Vec<String>> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/core/data/sample-workshop.json");
    let sample: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let all = sample["recommendations"]
        .as_array()
        .ok_or("no recommendations")?;
    let texts = all.iter().filter_map(|rec| rec["text"].as_str());
    let mut texts: Vec<String> = texts
        .filter(|text| text.is_ascii())
        .map(str::to_owned)
        .collect();
    texts.sort_by_key(String::len);
    texts.truncate(10);
    assert_eq!(texts.len(), 10);
    Ok(texts)
}

/// The records of a kind in a file.
fn records<'a>(file: &'a Value, kind: &str) -> Vec<&'a Value> {
    let prefix = format!("{kind}:");
    let all = file["records"].as_array().into_iter().flatten();
    all.filter(|record| {
        record["id"]
            .as_str()
            .is_some_and(|id| id.starts_with(&prefix))
    })
    .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_voters_of_five_categories_and_an_honest_result() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    let texts = ten()?;
    write(
        &browser,
        &texts.iter().map(String::as_str).collect::<Vec<_>>(),
    )
    .await?;
    let who = [
        ("cat-government", "1"),
        ("cat-law-enforcement", "4"),
        ("cat-justice", "1"),
        ("cat-academia", "1"),
        ("cat-media", "1"),
    ];
    lock(&browser, 1, "8", &who).await?;
    // Four categories of one person each are one: nobody is found out by choosing theirs.
    assert_eq!(browser.count_of(".hand-over .press").await?, 2);
    for voter in 0..8 {
        let rating = ["8", "7", "9", "2"][voter % 4];
        let answers: Vec<&str> = [[rating; 10].as_slice(), &["1", "2", "3", "4", "5"]].concat();
        let taken = vote(&browser, if voter < 4 { "1" } else { "2" }, &answers).await?;
        assert_eq!(taken, 17, "begin, ten ratings, five places, done");
        // What was cast cannot be opened again, and shows nothing.
        browser.press("Backspace").await?;
        assert_eq!(browser.count_of("#ballot-text, .review-list").await?, 0);
        cast(&browser, voter + 1).await?;
    }
    // Before it closes, no paper is in the workbook.
    let open: Value = serde_json::from_str(&fs::read_to_string(export(&browser).await?)?)?;
    assert_eq!(records(&open, "ballot").len(), 0);
    assert_eq!(records(&open, "round").len(), 1);
    // Papers outlive the page.
    browser.reload().await?;
    cast(&browser, 8).await?;
    close(&browser).await?;
    assert_eq!(browser.count_of(".result").await?, 10);
    assert_eq!(browser.count_of(".result .strip").await?, 10);
    let verdicts = browser.texts(".result .verdict b").await?;
    assert!(
        verdicts.iter().any(|verdict| verdict == "Supported"),
        "{verdicts:?}"
    );
    assert_eq!(browser.count_of(".chart table").await?, 1);
    let file = export(&browser).await?;
    let closed: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
    let ballots = records(&closed, "ballot");
    assert_eq!(ballots.len(), 16, "one a voter and question");
    let mut categories: BTreeMap<String, usize> = BTreeMap::new();
    for ballot in ballots {
        let told = ballot["plain"]["category"].to_string();
        let known = ["cat-law-enforcement", "other"];
        let category = known.into_iter().find(|known| told.contains(known));
        *categories
            .entry(category.unwrap_or(&told).to_owned())
            .or_default() += 1;
    }
    assert_eq!(
        categories,
        BTreeMap::from([("cat-law-enforcement".into(), 8), ("other".into(), 8)])
    );
    let mut found = Vec::new();
    for (lang, theme, width) in [("en", "light", 1280), ("ur", "dark", 320)] {
        browser
            .look(Look {
                width,
                height: 900,
                lang,
                theme,
            })
            .await?;
        browser.wait_for(".result").await?;
        let sideways = axe::scrolls_sideways(&browser).await?;
        assert!(!sideways, "the results scroll sideways at {width}");
        if let Err(error) = axe::check(&browser)
            .await?
            .nothing_found(&format!("results {lang} {theme} {width}"))
        {
            found.push(error.to_string());
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));

    // Another group votes by dots on another laptop; whoever merges both sees both results.
    let (_second, other) = arrive(&site, "en").await?;
    begin(&other, "QTA", 2).await?;
    write(
        &other,
        &["Embassies print helpline cards.", "Airports post notices."],
    )
    .await?;
    lock(&other, 0, "3", &[]).await?;
    for dots in [["1", "0"], ["0", "1"], ["1", "0"]] {
        assert_eq!(
            vote(&other, "Enter", &dots).await?,
            4,
            "two items and one question"
        );
    }
    close(&other).await?;
    let theirs = export(&other).await?;
    let (_third, desk) = arrive(&site, "en").await?;
    take_in(&desk, &[&file, &theirs]).await?;
    go(&desk, &site, "rounds").await?;
    desk.wait_until("both rounds", async || {
        Ok(desk.count_of(".round-list li").await? == 2)
    })
    .await?;
    assert_eq!(desk.count_of(".overview tbody tr").await?, 2);
    let rounds = book(&desk).await?;
    assert!(!rounds.is_empty());
    desk.click(".round-list a").await?;
    desk.wait_for(".result").await?;
    for held in [&browser, &other, &desk] {
        held.assert_clean().await?;
    }
    desk.close().await?;
    other.close().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_booth() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(
        &browser,
        &[
            "Schools teach safe migration.",
            "یونین کونسلیں پیدائش کا اندراج کریں۔",
        ],
    )
    .await?;
    lock(&browser, 2, "5", &[]).await?;
    let mut found = Vec::new();
    for (lang, theme, width) in [("en", "dark", 320), ("ur", "light", 1280)] {
        // The page is loaded anew, so each look has a ballot of its own.
        browser
            .look(Look {
                width,
                height: 900,
                lang,
                theme,
            })
            .await?;
        browser.wait_for(".hand-over").await?;
        let check = async |name: &str, found: &mut Vec<String>| {
            let name = format!("{name} {lang} {theme} {width}");
            axe::collect(&browser, &name, found).await
        };
        check("hand-over", &mut found).await?;
        browser.click("#booth-begin").await?;
        browser.wait_for("#ballot-text").await?;
        check("question", &mut found).await?;
        for answer in ["5", "4", "8", "8"] {
            focused(&browser, "#page-title").await?;
            browser.press(answer).await?;
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        focused(&browser, "#ballot-reason").await?;
        check("reason", &mut found).await?;
        browser.type_text("Too dear").await?;
        browser.press("Enter").await?;
        for answer in ["1", "1", "1", "1"] {
            focused(&browser, "#page-title").await?;
            browser.press(answer).await?;
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        browser.wait_for(".review-list").await?;
        check("review", &mut found).await?;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}

/// What has the focus is what Enter presses, where Enter is a short way too: a link between two voters, a place, and the way
/// out without casting.
#[tokio::test(flavor = "multi_thread")]
async fn enter_presses_what_has_the_focus() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    let texts = ten()?;
    let texts: Vec<&str> = texts.iter().map(String::as_str).take(4).collect();
    write(&browser, &texts).await?;
    lock(&browser, 1, "5", &[]).await?;
    let booth: String = browser.script("return location.href", vec![]).await?;
    browser.tab_to(".steps a[href^='#/rounds/']", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#round-present").await?;
    browser.goto(&booth).await?;
    browser.wait_for(".hand-over").await?;
    for key in ["Enter", "7", "8", "2", "5"] {
        answer(&browser, key).await?;
    }
    browser.wait_for(".rank-list").await?;
    let second = ".rank-list li:nth-child(2) .press";
    browser.tab_to(second, MOST).await?;
    browser.press("Enter").await?;
    browser
        .wait_for(&format!("{second}[aria-pressed=true]"))
        .await?;
    browser
        .tab_to(".ballot .foot .btn:last-child", MOST)
        .await?;
    browser.press("Enter").await?;
    browser.wait_for(".review-list").await?;
    browser.tab_to(".leave .btn", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for(".hand-over").await?;
    let told = browser.text("#papers-cast").await?;
    assert_eq!(told, "No ballot has been cast yet.");
    browser.assert_clean().await?;
    browser.close().await
}
