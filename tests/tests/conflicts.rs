//! Two versions of one text, and a text that is neither: what is typed in answer outlives the tab, and what another tab
//! decides meanwhile is not lost either.

mod evening;
mod people;

use std::fs;
use std::path::Path;

use evening::{Laptop, Sample};
use people::{MOST, arrive, go, saved, take_in};
use rapporteur_core::command::{Pen, wording};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::keep::text_of;
use rapporteur_e2e::{Browser, Profile, Result, Site, Temporary};
use serde_json::{Value, json};

const HERE: &str = "The first laptop's words for it.";
const THERE: &str = "The second laptop's words for it.";
const NEITHER: &str = "What both would have agreed to.";
const CHOSEN: &str = "What the other tab chose.";
const BOX: &str = "#main textarea.writing";

/// Two laptops that worded one recommendation.
fn laptops() -> Result<(Laptop, Laptop, ItemId)> {
    let mut one = Sample::read()?.laptop("DEMO", &[1], 0x11);
    let mut two = one.copy(0x12);
    let first = one.book.of_kind(Kind::REC).next().map(|(id, _)| id);
    let rec = first.ok_or("no recommendation")?;
    one.reword(rec, HERE);
    two.reword(rec, THERE);
    Ok((one, two, rec))
}

/// A workbook of both, on the page where somebody chooses.
async fn two_versions(site: &Site) -> Result<(Profile, Browser)> {
    let (one, two, _) = laptops()?;
    let folder = Temporary::new("conflicts")?;
    let paths = [folder.join("one.json"), folder.join("two.json")];
    fs::write(&paths[0], one.bytes())?;
    fs::write(&paths[1], two.bytes())?;
    let (profile, browser) = arrive(site, "en").await?;
    let chosen: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
    take_in(&browser, &chosen).await?;
    go(&browser, site, "conflicts").await?;
    browser.wait_text("#main", "Use this one").await?;
    Ok((profile, browser))
}

/// Types a text that is neither of the two, and stays in its field.
async fn write_another(browser: &Browser) -> Result {
    browser.tab_to("#main .disclosure > button", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for(BOX).await?;
    browser
        .wait_until("one of the two to begin with", async || {
            Ok([HERE, THERE].contains(&browser.value(BOX).await?.as_str()))
        })
        .await?;
    browser.click(BOX).await?;
    browser.press("Control+a").await?;
    browser.type_text(NEITHER).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_neither_is_decided_by_its_button_and_taken_back() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = two_versions(&site).await?;
    write_another(&browser).await?;
    // Going back to the two decides nothing.
    browser.press("Shift+Tab").await?;
    saved(&browser).await?;
    assert_eq!(browser.count_of("#main .question").await?, 1);
    browser.click_named("#main button", "Use this text").await?;
    browser.wait_text("#announcer", "Nothing is left").await?;
    browser.wait_gone(".steps a.ask").await?;
    browser
        .click_named("#main button", "Take the last decision back")
        .await?;
    browser.wait_for(".steps a.ask").await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_neither_outlives_the_browser() -> Result {
    let site = Site::open()?;
    let (profile, browser) = two_versions(&site).await?;
    let book = people::book(&browser).await?;
    write_another(&browser).await?;
    saved(&browser).await?;
    browser.kill();
    let browser = profile.open(&site.url(&format!("#/draft/{book}"))).await?;
    browser.wait_text("#status", "here again").await?;
    browser.click(".ask-group li:nth-child(1) a").await?;
    browser.wait_for("#recs [data-rec]").await?;
    browser.click("#find").await?;
    browser.type_text("both would have agreed").await?;
    browser.wait_text("#recs", NEITHER).await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_tab_decides_meanwhile_stands_beside_what_was_typed() -> Result {
    let site = Site::open()?;
    let (one, two, rec) = laptops()?;
    let (_profile, browser) = two_versions(&site).await?;
    write_another(&browser).await?;
    // As the other tab says it: to change to it would hide this one.
    let mut both = one.book;
    both.join_shared(two.book.edits().cloned());
    let mut act = Pen::new(SessionId(0xaa));
    let mut act = act.act("resolve", Some(1_800_000_900));
    act.resolve(&both, rec, "wording/en", wording("en", CHOSEN));
    let told = json!({"Act": text_of(&act.finish())}).to_string();
    let channel = format!("rapporteur/{}", people::book(&browser).await?);
    browser
        .script::<Value>(
            "new BroadcastChannel(arguments[0]).postMessage(arguments[1]); return null",
            vec![json!(channel), json!(told)],
        )
        .await?;
    browser.wait_text("#main", CHOSEN).await?;
    browser.wait_text("#main", NEITHER).await?;
    browser.close().await
}
