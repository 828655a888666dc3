//! What each room of a workbook is for, done by those whom it is for: capture in a plenary, lists brought in, the order of a
//! list, the bin, earlier wordings, the organiser's event, two tabs at once, files that are dropped.

mod people;

use std::fs;

use people::organiser::prepare;
use people::{MOST, arrive, begin, export, focused, go, rows, saved, write};
use rapporteur_e2e::{Browser, Result, Site};
use serde_json::Value;

const LINES: [&str; 3] = [
    "Union councils register every birth within sixty days.",
    "ہر ضلع میں متاثرین کے لیے پناہ گاہ قائم کی جائے۔",
    "Courts hear trafficking cases within six months.",
];

/// The file that the open workbook makes now.
async fn made(browser: &Browser) -> Result<Value> {
    Ok(serde_json::from_slice(&fs::read(export(browser).await?)?)?)
}

/// The readable part of all recommendations of a file.
fn recommendations(file: &Value) -> Vec<&Value> {
    let records = file["records"].as_array().map(Vec::as_slice);
    let records = records.unwrap_or_default().iter();
    records
        .filter(|record| {
            record["id"]
                .as_str()
                .is_some_and(|id| id.starts_with("rec:"))
        })
        .map(|record| &record["plain"])
        .collect()
}

/// The beginnings of the texts of the list, from its top.
async fn listed(browser: &Browser) -> Result<Vec<String>> {
    let rows = browser.texts("#recs [data-rec] .words").await?;
    Ok(rows
        .iter()
        .map(|row| row.chars().take(12).collect())
        .collect())
}

fn begins(texts: &[&str]) -> Vec<String> {
    texts
        .iter()
        .map(|text| text.chars().take(12).collect())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_plenary_each_line_takes_one_enter_with_who_spoke_and_who_is_asked() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    browser.tab_to(".steps a[href^='#/capture/']", MOST).await?;
    browser.press("Enter").await?;
    focused(&browser, "#capture-line").await?;
    let used = browser.interactions();
    for (at, line) in LINES.iter().enumerate() {
        browser.type_text(line).await?;
        // The speaker stays from line to line; who is asked is told anew.
        if at == 0 {
            browser.press("Alt+w").await?;
        }
        browser.press("Alt+2").await?;
        browser.press("Enter").await?;
        let wanted = at + 1;
        browser
            .wait_until("one line more", async || {
                Ok(browser.count_of(".captured-lines > li").await? == wanted)
            })
            .await?;
        focused(&browser, "#capture-line").await?;
        assert_eq!(browser.value("#capture-line").await?, "");
    }
    assert_eq!(
        browser.interactions() - used,
        7,
        "two a line, and one to say who speaks"
    );
    let file = made(&browser).await?;
    let recs = recommendations(&file);
    assert_eq!(recs.len(), LINES.len());
    let shown = file.to_string();
    for line in LINES {
        assert!(shown.contains(line), "{line}");
    }
    for rec in recs {
        let told = rec.to_string();
        assert!(told.contains("speaker"), "{told}");
        assert!(
            told.contains("addressees") && told.contains("lead"),
            "{told}"
        );
    }
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_list_and_a_table_come_in_once_however_often_they_are_brought() -> Result {
    let site = Site::open()?;
    let (profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "LHR", 2).await?;
    go(&browser, &site, "files").await?;
    for (round, new) in [(0, 3), (1, 0)] {
        browser.click("#paste").await?;
        for (at, line) in LINES.iter().enumerate() {
            browser.type_text(line).await?;
            if at + 1 < LINES.len() {
                browser.press("Enter").await?;
            }
        }
        browser
            .click_named("main button", "Look at the list")
            .await?;
        browser.wait_for("#listed").await?;
        // Lines name no group: nobody can guess whose they are.
        browser
            .click(".coming .chips > label:nth-of-type(2)")
            .await?;
        if new > 0 {
            browser.click("#accept-list").await?;
            browser.wait_for("#receipt").await?;
            saved(&browser).await?;
        } else {
            browser.wait_text(".coming", "All of it is here").await?;
            assert_eq!(browser.count_of("#accept-list").await?, 0, "round {round}");
            browser.click_named(".coming button", "Close").await?;
            browser.click("#paste").await?;
            browser.press("Control+a").await?;
            browser.press("Delete").await?;
        }
    }
    assert_eq!(recommendations(&made(&browser).await?).len(), 3);

    let table = profile.downloads().join("table.csv");
    fs::write(
        &table,
        "\u{feff}id,text,addressees\nA-1,\"Airlines check papers, and report.\",private-sector\nA-2,,\nA-3,بینک مشکوک رقوم کی اطلاع دیں۔,private-sector\n",
    )?;
    browser.choose_files("#pick-list", &[&table]).await?;
    browser.wait_for("#listed").await?;
    assert!(
        browser.count_of(".coming .findings > li").await? >= 1,
        "a row without a text is told"
    );
    browser
        .click(".coming .chips > label:nth-of-type(2)")
        .await?;
    browser.click("#accept-list").await?;
    browser
        .wait_until("five recommendations", async || {
            Ok(recommendations(&made(&browser).await?).len() == 5)
        })
        .await?;
    let file = made(&browser).await?.to_string();
    assert!(
        file.contains("A-1") && file.contains("A-3"),
        "the list's own ids are kept"
    );
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn order_bin_undo_and_earlier_wordings_are_one_key_or_button_each() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "LHR", 2).await?;
    write(&browser, &LINES).await?;
    let [one, two, three] = LINES;
    let wait_order = async |order: &[&str]| -> Result {
        let wanted = begins(order);
        browser
            .wait_until(&format!("the order {wanted:?}"), async || {
                Ok(listed(&browser).await? == wanted)
            })
            .await
    };
    wait_order(&[one, two, three]).await?;

    // By keys, by buttons, to a position.
    browser.click("#recs li:nth-child(3) [data-rec]").await?;
    browser.press("Alt+ArrowUp").await?;
    wait_order(&[one, three, two]).await?;
    browser.click("#move-up").await?;
    wait_order(&[three, one, two]).await?;
    browser.click("#place").await?;
    browser.type_text("۳").await?;
    browser.press("Enter").await?;
    wait_order(&[one, two, three]).await?;
    browser.click("#undo").await?;
    wait_order(&[three, one, two]).await?;
    browser.click("#redo").await?;
    wait_order(&[one, two, three]).await?;

    // Into the bin and back, once by undoing and once from the bin.
    browser.click("#to-bin").await?;
    wait_order(&[one, two]).await?;
    browser.click("#undo").await?;
    wait_order(&[one, two, three]).await?;
    browser.click("#recs li:nth-child(2) [data-rec]").await?;
    browser.click("#to-bin").await?;
    wait_order(&[one, three]).await?;
    go(&browser, &site, "bin").await?;
    browser.wait_text("#binned", "ہر ضلع").await?;
    browser.click("#binned button").await?;
    browser.wait_gone("#binned button").await?;
    browser.tab_to(".steps a[href^='#/draft/']", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#recs [data-rec]").await?;
    wait_order(&[one, two, three]).await?;

    // What it said before, and the way back to it.
    browser.click("#recs li:nth-child(1) [data-rec]").await?;
    browser.click("#text").await?;
    browser.press("Control+a").await?;
    browser.type_text("Union councils register births.").await?;
    browser.press("Tab").await?;
    saved(&browser).await?;
    browser.click("#history").await?;
    browser.wait_text(".versions", one).await?;
    browser.click(".versions button").await?;
    browser
        .wait_until("the text of before", async || {
            Ok(browser.value("#text").await? == one)
        })
        .await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_prepares_the_event_by_keyboard() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    prepare(&browser).await?;

    // What was prepared is there for the scribe: the title in the bar, the group, the term.
    let file = made(&browser).await?.to_string();
    for said in [
        "National dialogue",
        "قومی مکالمہ",
        "Islamabad",
        "Judges and prosecutors",
        "coastal-village-committees",
    ] {
        assert!(file.contains(said), "{said}");
    }
    browser
        .wait_text(".bar .event", "National dialogue")
        .await?;
    go(&browser, &site, "draft").await?;
    browser
        .wait_text(".ask-group", "Judges and prosecutors")
        .await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_in_one_tab_is_read_in_the_other() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "LHR", 2).await?;
    write(&browser, &LINES[..1]).await?;
    let here: String = browser.script("return location.hash", vec![]).await?;
    browser.new_tab(&site.url(&here)).await?;
    browser.wait_text("#recs", &LINES[0][..20]).await?;
    people::another(&browser, LINES[2]).await?;
    saved(&browser).await?;
    browser.switch_to(0).await?;
    browser.wait_text("#recs", &LINES[2][..20]).await?;
    assert_eq!(rows(&browser).await?, 2);
    // And back, while the other tab has its own one open.
    people::another(&browser, LINES[1]).await?;
    saved(&browser).await?;
    browser.switch_to(1).await?;
    browser
        .wait_until("three in the other tab", async || {
            Ok(rows(&browser).await? == 3)
        })
        .await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_may_be_dropped_on_the_start_page_and_on_the_place_for_files() -> Result {
    let site = Site::open()?;
    let (_profile, scribe) = arrive(&site, "en").await?;
    begin(&scribe, "LHR", 2).await?;
    write(&scribe, &LINES).await?;
    let file = export(&scribe).await?;
    let (_other, browser) = arrive(&site, "en").await?;
    browser.drop_files("#main", &[&file]).await?;
    browser.wait_for("#accept").await?;
    browser.click("#accept").await?;
    browser.wait_for("#receipt").await?;
    saved(&browser).await?;
    assert_eq!(recommendations(&made(&browser).await?).len(), 3);
    people::another(&scribe, "One more, after the file was made.").await?;
    let newer = export(&scribe).await?;
    browser.drop_files("#drop", &[&newer]).await?;
    browser.wait_text(".file-list", "Newer:").await?;
    browser.click("#accept").await?;
    browser
        .wait_until("four recommendations", async || {
            Ok(recommendations(&made(&browser).await?).len() == 4)
        })
        .await?;
    // Beside the place for files nothing happens: the page stays.
    browser.drop_files(".steps", &[&file]).await?;
    browser.wait_for("#drop").await?;
    scribe.close().await?;
    browser.close().await
}
