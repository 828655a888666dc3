//! What a laptop keeps: earlier states that can be had again, a word when a file is due, names that say nothing, a curtain,
//! and erasing that erases.

mod people;

use std::path::PathBuf;

use people::booth::{cast, close, lock, vote};
use people::{another, arrive, begin, book, export, focused, go, rows, saved, take_in, write};
use rapporteur_e2e::{Browser, Profile, Result, Site};
use serde_json::{Value, json};

const HERE: &str = "Union councils register the birth of every child within sixty days.";
const THERE: &str = "صوبائی پولیس ہر ضلع میں متاثرین کے لیے ایک سیل قائم کرے۔";
const SINCE: &str = "Courts hear survivors by video link where they ask for it.";

async fn shown(browser: &Browser, site: &Site) -> Result<String> {
    let book = book(browser).await?;
    browser.goto(&site.url(&format!("#/draft/{book}"))).await?;
    browser.wait_for(".ask-group a.card").await?;
    browser.click(".ask-group li:nth-child(1) a").await?;
    browser.wait_for("#recs [data-rec]").await?;
    Ok(browser.texts("#recs").await?.join(" "))
}

/// What another laptop made of the same event.
async fn file_of_another(site: &Site) -> Result<(Profile, PathBuf)> {
    let (profile, browser) = arrive(site, "ur").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[THERE]).await?;
    // A browser that closes may still take back what it just saved.
    let kept = profile.downloads().join("kept.json");
    std::fs::copy(export(&browser).await?, &kept)?;
    browser.close().await?;
    Ok((profile, kept))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_state_is_had_again_and_left_again() -> Result {
    let site = Site::open()?;
    let (_other, file) = file_of_another(&site).await?;

    let (profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[HERE]).await?;
    go(&browser, &site, "files").await?;
    take_in(&browser, &[&file]).await?;
    shown(&browser, &site).await?;
    assert_eq!(rows(&browser).await?, 2);
    another(&browser, SINCE).await?;
    saved(&browser).await?;

    // Back to the state before the file, by the keyboard.
    go(&browser, &site, "files").await?;
    browser.tab_to("#show-states", people::MOST).await?;
    browser.press("Enter").await?;
    browser
        .wait_text(".state-list", "before files were taken in")
        .await?;
    browser.wait_text(".state-list", "1 recommendation").await?;
    browser
        .tab_to(".state-list li:nth-child(1) button", people::MOST)
        .await?;
    browser.press("Enter").await?;
    browser
        .wait_text("#announcer", "The earlier state is here again")
        .await?;
    focused(&browser, "#states").await?;
    let text = shown(&browser, &site).await?;
    assert_eq!(rows(&browser).await?, 1, "{text}");
    assert!(text.contains(HERE), "{text}");

    // What is typed now stays, through a reload, and through going forth again.
    another(&browser, "After going back").await?;
    saved(&browser).await?;
    browser.reload().await?;
    browser
        .wait_until("two recommendations", async || {
            Ok(rows(&browser).await? == 2)
        })
        .await?;
    go(&browser, &site, "files").await?;
    browser.click("#show-states").await?;
    browser
        .wait_text(".state-list", "before going back")
        .await?;
    browser.click(".state-list li:nth-child(1) button").await?;
    browser
        .wait_text("#announcer", "The earlier state is here again")
        .await?;
    browser.close().await?;

    let browser = profile.open(&site.url("")).await?;
    browser.click(".books a.card").await?;
    browser.wait_for(".ask-group a.card").await?;
    let text = shown(&browser, &site).await?;
    for kept in [HERE, THERE, SINCE] {
        assert!(text.contains(kept), "{kept} is not in {text}");
    }
    assert!(!text.contains("After going back"), "{text}");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_voted_stays_whatever_state_is_had_again() -> Result {
    let site = Site::open()?;
    let (_other, file) = file_of_another(&site).await?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[HERE, SINCE]).await?;
    go(&browser, &site, "files").await?;
    take_in(&browser, &[&file]).await?;
    shown(&browser, &site).await?;
    lock(&browser, 0, "3", &[]).await?;
    for voter in 0..3 {
        vote(&browser, "Enter", &["1", "0", "0"]).await?;
        cast(&browser, voter + 1).await?;
    }
    close(&browser).await?;
    let round: String = browser.script("return location.hash", vec![]).await?;

    go(&browser, &site, "files").await?;
    browser.click("#show-states").await?;
    browser.click(".state-list li:last-child button").await?;
    browser
        .wait_text("#announcer", "The earlier state is here again")
        .await?;
    let text = shown(&browser, &site).await?;
    assert!(text.contains(HERE) && !text.contains(THERE), "{text}");
    // Through another loading too: what stands in the store, not only in memory.
    browser.goto(&site.url(&round)).await?;
    browser.reload().await?;
    browser.wait_for(".results .tier").await?;
    browser.wait_text(".turnout", "3").await?;
    let file = std::fs::read_to_string(export(&browser).await?)?;
    assert_eq!(file.matches("\"id\":\"ballot:").count(), 3);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_go_back_together_and_the_other_loses_nothing_unsaved() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[HERE]).await?;
    go(&browser, &site, "files").await?;
    let (_other, file) = file_of_another(&site).await?;
    take_in(&browser, &[&file]).await?;
    let here: String = browser.script("return location.hash", vec![]).await?;
    let draft = here.replace("files", "draft");
    browser.new_tab(&site.url(&draft)).await?;
    browser.wait_for(".ask-group a.card").await?;
    browser.click(".ask-group li:nth-child(1) a").await?;
    browser.wait_for("#recs [data-rec]").await?;
    // Here the disk is full, so that what is typed is not in the store when the other tab goes back.
    browser
        .script::<Value>(
            "window.__full = true;
             const put = IDBObjectStore.prototype.put;
             IDBObjectStore.prototype.put = function (...given) {
                 if (window.__full) throw new DOMException('no room', 'QuotaExceededError');
                 return put.apply(this, given);
             };
             return null",
            vec![],
        )
        .await?;
    // Both are the first of their laptop, so either may stand first here.
    let own: String = browser
        .script(
            "return [...document.querySelectorAll('#recs [data-rec]')]
                 .find((row) => row.textContent.includes(arguments[0])).dataset.rec",
            vec![HERE.into()],
        )
        .await?;
    browser.click(&format!("#recs [data-rec='{own}']")).await?;
    browser.click("#text").await?;
    browser.press("Control+End").await?;
    browser.type_text(" Typed there.").await?;
    browser.wait_text("#status b.bad", "NOT SAVED").await?;
    browser.switch_to(0).await?;
    browser.click("#show-states").await?;
    browser.click(".state-list li:last-child button").await?;
    browser
        .wait_text("#announcer", "The earlier state is here again")
        .await?;
    browser.switch_to(1).await?;
    browser
        .wait_until(
            "one recommendation",
            async || Ok(rows(&browser).await? == 1),
        )
        .await?;
    // The field is still open, and goes on.
    let whole = format!("{HERE} Typed there. And then.");
    browser.type_text(" And then.").await?;
    assert_eq!(browser.value("#text").await?, whole);
    browser
        .script::<Value>("window.__full = false; return null", vec![])
        .await?;
    browser.press("Tab").await?;
    saved(&browser).await?;
    browser.reload().await?;
    browser.wait_text("#recs", &whole).await?;
    assert_eq!(rows(&browser).await?, 1);
    browser.take_problems().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_is_captured_whole_though_another_tab_goes_back() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[HERE]).await?;
    go(&browser, &site, "files").await?;
    let (_other, file) = file_of_another(&site).await?;
    take_in(&browser, &[&file]).await?;
    let here: String = browser.script("return location.hash", vec![]).await?;
    let capture = here.replace("files", "capture");
    browser.new_tab(&site.url(&capture)).await?;
    focused(&browser, "#capture-line").await?;
    browser.type_text("Half of a line").await?;
    saved(&browser).await?;
    browser.switch_to(0).await?;
    browser.click("#show-states").await?;
    browser.click(".state-list li:last-child button").await?;
    browser
        .wait_text("#announcer", "The earlier state is here again")
        .await?;
    browser.switch_to(1).await?;
    // It is read again a moment later.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    browser.type_text(" and the rest").await?;
    browser.press("Enter").await?;
    let whole = "Half of a line and the rest";
    browser.wait_text(".captured-lines", whole).await?;
    assert_eq!(browser.value("#capture-line").await?, "");
    saved(&browser).await?;
    browser.reload().await?;
    browser.wait_text(".captured-lines", whole).await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_asked_for_in_time_and_only_then() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &["One.", "Two.", "Three.", "Four."]).await?;
    assert_eq!(browser.count_of("#reminder").await?, 0);
    another(&browser, "Five.").await?;
    browser
        .wait_text("#reminder", "Time to make a file")
        .await?;
    export(&browser).await?;
    browser.wait_gone("#reminder").await?;
    // By age: the clock goes on a quarter of an hour after one change.
    browser.click("#text").await?;
    browser.type_text(" More.").await?;
    browser.press("Tab").await?;
    saved(&browser).await?;
    browser
        .script::<Value>(
            "const real = Date.now; Date.now = () => real() + 16 * 60000; return null",
            vec![],
        )
        .await?;
    browser.wait_for("#reminder").await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_without_a_file_grows_old_whatever_page_is_loaded() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[HERE]).await?;
    let later = "const real = Date.now; Date.now = () => real() + 16 * 60000;";
    browser
        .cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": later}),
        )
        .await?;
    browser.reload().await?;
    browser.wait_for("#reminder").await?;
    // A file is of all that was there, and what is changed then is new.
    export(&browser).await?;
    browser.wait_gone("#reminder").await?;
    another(&browser, THERE).await?;
    saved(&browser).await?;
    browser.reload().await?;
    saved(&browser).await?;
    browser.wait_text("#status", "since").await?;
    assert_eq!(browser.count_of("#reminder").await?, 0);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_promises_nothing_is_told_of_where_the_workbooks_are() -> Result {
    let site = Site::open()?;
    for (answer, notes) in [(false, 1), (true, 0)] {
        let (_profile, browser) = arrive(&site, "en").await?;
        let promise = format!(
            "StorageManager.prototype.persist = StorageManager.prototype.persisted = async () => {answer};"
        );
        browser
            .cdp(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({"source": promise}),
            )
            .await?;
        browser.reload().await?;
        browser.wait_for("#code").await?;
        begin(&browser, "QTA", 1).await?;
        write(&browser, &[HERE]).await?;
        browser.goto(&site.url("#/")).await?;
        browser.wait_for("a.card").await?;
        assert_eq!(browser.count_of("#unpromised").await?, notes);
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn names_say_nothing_and_a_curtain_falls() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[HERE]).await?;
    let draft: String = browser.script("return location.hash", vec![]).await?;
    browser.goto(&site.url("#/laptop")).await?;
    browser.click("#neutral").await?;
    browser.goto(&site.url(&draft)).await?;
    browser.wait_for("#recs [data-rec]").await?;
    let title = async || {
        browser
            .script::<String>("return document.title", vec![])
            .await
    };
    assert_eq!(title().await?, "Document");
    let file = export(&browser).await?;
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    assert!(name.starts_with("document_"), "{name}");

    browser.click("#text").await?;
    browser.press("Control+.").await?;
    focused(&browser, "#curtain-open").await?;
    browser.wait_gone("#recs").await?;
    browser.wait_gone("#text").await?;
    // Nothing behind it is reached.
    browser.press("Tab").await?;
    assert!(!browser.is_focused("#text").await?);
    browser.press("Control+.").await?;
    browser.wait_for("#recs [data-rec]").await?;
    focused(&browser, "#text").await?;
    browser.close().await
}

/// Waits for a file whose name says nothing but when it was made.
async fn says_nothing(browser: &Browser, ending: &str) -> Result {
    let file = browser.next_download().await?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let plain = name.starts_with("document_2") && name.ends_with(ending);
    assert!(plain, "{name}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_new_file_has_a_name_that_says_nothing() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[HERE]).await?;
    let own = export(&browser).await?;
    let book = book(&browser).await?;
    browser.goto(&site.url("#/laptop")).await?;
    browser.click("#neutral").await?;
    browser
        .goto(&site.url(&format!("#/communique/{book}")))
        .await?;
    browser.wait_for(".document").await?;
    browser.click("#save-document").await?;
    says_nothing(&browser, ".docx").await?;
    go(&browser, &site, "files").await?;
    browser.choose_files("#pick-files", &[&own]).await?;
    browser.wait_for(".group-receipts").await?;
    browser
        .click_named(".group-receipts button", "Save the receipts")
        .await?;
    says_nothing(&browser, ".txt").await?;
    browser
        .cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject(new Error('no'));"}),
        )
        .await?;
    browser.reload().await?;
    browser.click("#rescue-books button").await?;
    says_nothing(&browser, ".json").await?;
    browser.take_problems().await?;
    browser.close().await
}

/// What is left in this browser: rows of both databases, keys of ours, caches, workers.
async fn left(browser: &Browser) -> Result<Value> {
    let script = "
        const done = arguments[arguments.length - 1];
        (async () => {
            const rows = [];
            for (const { name } of await indexedDB.databases()) {
                const database = await new Promise(opened => { indexedDB.open(name).onsuccess = event => opened(event.target.result); });
                for (const store of database.objectStoreNames) {
                    const all = database.transaction(store).objectStore(store).getAll();
                    await new Promise(read => { all.onsuccess = read; });
                    rows.push(...all.result.map(row => JSON.stringify(row)));
                }
                database.close();
            }
            done({
                rows, keys: Object.entries(localStorage).filter(([key]) => key.startsWith('rapporteur')),
                caches: await caches.keys(),
                workers: (await navigator.serviceWorker.getRegistrations()).length,
            });
        })();";
    Ok(browser
        .driver()
        .execute_async(script, vec![])
        .await?
        .json()
        .clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_erased_is_gone() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[HERE]).await?;
    let early = export(&browser).await?;
    another(&browser, THERE).await?;
    let late = export(&browser).await?;

    browser.goto(&site.url("#/laptop")).await?;
    browser
        .click(".laptop .entries .disclosure > button")
        .await?;
    let erase = ".laptop .entries .disclosed > button";
    browser.wait_for(erase).await?;
    let enabled = async || {
        browser
            .script::<bool>(
                &format!("return !document.querySelector({erase:?}).disabled"),
                vec![],
            )
            .await
    };
    assert!(!enabled().await?, "nothing was checked yet");
    let choose = ".laptop .entries input[type=file]";
    browser.choose_files(choose, &[&early]).await?;
    browser
        .wait_text(".laptop .entries", "does not hold everything")
        .await?;
    assert!(!enabled().await?, "that file lacks something");
    browser.choose_files(choose, &[&late]).await?;
    browser
        .wait_text(".laptop .entries", "holds everything")
        .await?;
    browser.click(erase).await?;
    browser
        .wait_text("#announcer", "Erased from this laptop")
        .await?;
    let rest = left(&browser).await?;
    assert!(!rest.to_string().contains("Union councils"), "{rest}");
    assert_eq!(rest["rows"], json!([]));
    browser.goto(&site.url("#/")).await?;
    browser.wait_for("#code").await?;
    assert_eq!(browser.count_of(".books a.card").await?, 0);

    // Everything, by the word alone, while another tab has the workbook open.
    begin(&browser, "LHE", 1).await?;
    write(&browser, &[SINCE]).await?;
    browser.new_tab(&site.url("#/laptop")).await?;
    browser.click("#erase-all").await?;
    browser.click("#word-all").await?;
    browser.type_text("Erase").await?;
    browser.click("#erase-all-now").await?;
    browser
        .wait_text(".laptop", "is erased from this browser")
        .await?;
    browser
        .wait_until("nothing to be left", async || {
            let rest = left(&browser).await?;
            Ok(rest == json!({"rows": [], "keys": [], "caches": [], "workers": 0}))
        })
        .await?;
    browser.take_problems().await?;
    browser.close().await
}
