//! What is taken in: it can be stopped at any time and leaves all as it was, and every file stays as it came.

mod evening;
mod people;

use std::fs;
use std::path::PathBuf;

use evening::Sample;
use people::{MOST, arrive, begin, export, focused, go, rows, saved, take_in, write};
use rapporteur_e2e::{Browser, Result, Site, Temporary};
use serde_json::Value;

const OWN: &str = "Every district police office sets up an anti-trafficking cell.";
const STOPPED: &str = "Stopped. Nothing was taken in.";

/// Presses "Stop" at the first moment it can be pressed: whoever watches a clock is slower, and sometimes too late.
async fn stop_at_once(browser: &Browser) -> Result {
    browser
        .script::<Value>(
            "window.__stopped = 0;
             window.__stopper = new MutationObserver(() => {
                 const stop = document.querySelector('#stop');
                 if (stop && !window.__stopped) { window.__stopped = 1; stop.click(); }
             });
             window.__stopper.observe(document, { childList: true, subtree: true });
             return null",
            vec![],
        )
        .await?;
    Ok(())
}

async fn stop_no_more(browser: &Browser) -> Result {
    let stopped: usize = browser
        .script(
            "window.__stopper.disconnect(); return window.__stopped",
            vec![],
        )
        .await?;
    assert_eq!(stopped, 1, "there was something to stop");
    Ok(())
}

/// A file of so many recommendations that reading and taking it goes on for many slices.
fn large(folder: &Temporary) -> Result<PathBuf> {
    let file = folder.join("large.json");
    fs::write(&file, Sample::read()?.many("LHR", 1_500, 0x77).bytes())?;
    Ok(file)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_stopped_leaves_all_as_it_was() -> Result {
    let site = Site::open()?;
    let folder = Temporary::new("stopped")?;
    let file = large(&folder)?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "LHR", 2).await?;
    write(&browser, &[OWN]).await?;
    let before = fs::read(export(&browser).await?)?;
    go(&browser, &site, "files").await?;

    // While it is read.
    stop_at_once(&browser).await?;
    browser
        .choose_files("input[type=file][multiple]", &[&file])
        .await?;
    browser.wait_text("#status", STOPPED).await?;
    focused(&browser, "#pick-files").await?;
    assert_eq!(browser.count_of("#accept, #stop, progress").await?, 0);
    stop_no_more(&browser).await?;

    // While it is taken in.
    browser
        .choose_files("input[type=file][multiple]", &[&file])
        .await?;
    browser.wait_for("#accept").await?;
    stop_at_once(&browser).await?;
    browser.tab_to("#accept", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_gone("#accept").await?;
    browser.wait_gone("#stop").await?;
    browser.wait_text("#status", STOPPED).await?;
    stop_no_more(&browser).await?;
    assert_eq!(browser.count_of("#receipt").await?, 0);
    assert_eq!(fs::read(export(&browser).await?)?, before);
    // No earlier state was put aside for what did not happen, and no file kept.
    for show in ["#show-states", "#show-originals"] {
        browser.click(show).await?;
    }
    browser
        .wait_text(".originals", "There is none yet.")
        .await?;
    browser.wait_text(".earlier", "There is none yet.").await?;
    browser.reload().await?;
    assert_eq!(fs::read(export(&browser).await?)?, before);

    // Nothing of it stands in the way afterwards.
    take_in(&browser, &[&file]).await?;
    go(&browser, &site, "draft").await?;
    assert!(rows(&browser).await? > 1);
    browser.assert_clean().await
}

#[tokio::test(flavor = "multi_thread")]
async fn files_stay_as_they_came_until_the_workbook_is_erased() -> Result {
    let site = Site::open()?;
    let folder = Temporary::new("came")?;
    let sample = Sample::read()?;
    let whole = folder.join("group one.json");
    fs::write(&whole, sample.laptop("LHR", &[1], 0x11).bytes())?;
    // A file that was cut off, and a plain list with what no reader needs.
    let cut = folder.join("cut.json");
    let mut bytes = sample.laptop("LHR", &[2], 0x12).bytes();
    bytes.truncate(bytes.len() * 2 / 3);
    fs::write(&cut, &bytes)?;
    let list = folder.join("فہرست.csv");
    fs::write(
        &list,
        "text,note\r\nPolice register every case.,  kept?  \r\n",
    )?;

    let (_profile, browser) = arrive(&site, "en").await?;
    take_in(&browser, &[&whole, &cut]).await?;
    browser.choose_files("#pick-list", &[&list]).await?;
    browser.wait_for(".bring-list .coming").await?;
    browser
        .click(".coming .chips > label:nth-of-type(2)")
        .await?;
    browser.click("#accept-list").await?;
    browser
        .wait_until("two receipts", async || {
            Ok(browser.count_of(".receipt").await? == 2)
        })
        .await?;
    saved(&browser).await?;

    browser.reload().await?;
    browser.wait_for("#show-originals").await?;
    browser.click("#show-originals").await?;
    browser
        .wait_until("three files", async || {
            Ok(browser.count_of(".originals li").await? == 3)
        })
        .await?;
    let names = browser.texts(".originals .file-name").await?;
    assert_eq!(names, ["فہرست.csv", "group one.json", "cut.json"]);
    let kept = [
        ("فہرست.csv", &list),
        ("group one.json", &whole),
        ("cut.json", &cut),
    ];
    for (at, (name, file)) in (1..).zip(kept) {
        browser
            .click(&format!(".originals li:nth-child({at}) button"))
            .await?;
        let copy = browser.next_download().await?;
        assert!(
            fs::read(&copy)? == fs::read(file)?,
            "{name} is not as it came"
        );
    }
    browser.assert_clean().await?;

    assert_eq!(held(&browser).await?, 3);
    browser.goto(&site.url("#/laptop")).await?;
    browser.wait_for("#erase-all").await?;
    browser.click("#erase-all").await?;
    browser.click("#word-all").await?;
    browser.type_text("Erase").await?;
    browser.click("#erase-all-now").await?;
    browser
        .wait_text(".laptop", "is erased from this browser")
        .await?;
    assert_eq!(held(&browser).await?, 0);
    Ok(())
}

/// How many files this browser holds as they came.
async fn held(browser: &Browser) -> Result<usize> {
    let answer = browser
        .driver()
        .execute_async(
            "const done = arguments[0];
             const opening = indexedDB.open('rapporteur-originals');
             opening.onsuccess = () => {
                 const database = opening.result;
                 const end = (count) => { database.close(); done(count); };
                 if (!database.objectStoreNames.contains('bytes')) return end(0);
                 const asking = database.transaction('bytes').objectStore('bytes').count();
                 asking.onsuccess = () => end(asking.result);
             };",
            vec![],
        )
        .await?;
    Ok(serde_json::from_value(answer.json().clone())?)
}
