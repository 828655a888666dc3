//! Without a network: the site is kept whole after one visit, an update comes only when a person says so, and one that
//! fails leaves the version that works.

mod people;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use people::{MOST, arrive, begin, export, focused, rows, saved, take_in, write};
use rapporteur_e2e::{Browser, Result, Site, Temporary, axe};
use rapporteur_server::Headers;
use serde_json::Value;

const TEXT: &str = "Union councils register the birth of every child within sixty days.";

/// The files a worker keeps, with their digests, and its version.
fn kept(worker: &str) -> Result<(Vec<(String, String)>, String)> {
    let list = worker
        .split_once("var FILES = ")
        .and_then(|(_, rest)| rest.split_once(";\n"))
        .ok_or("no list")?
        .0;
    let version = worker
        .split_once("\"rapporteur-\" + \"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .ok_or("no version")?
        .0;
    Ok((serde_json::from_str(list)?, version.to_owned()))
}

fn files_below(folder: &Path, before: &str, names: &mut BTreeSet<String>) -> Result {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files_below(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.insert(name);
        }
    }
    Ok(())
}

/// Waits until the visit has kept the site.
async fn kept_by(browser: &Browser) -> Result {
    browser
        .wait_until("the site to be kept", async || {
            let answer = browser
                .driver()
                .execute_async(
                    "const done = arguments[arguments.length - 1];
                     navigator.serviceWorker.getRegistration().then((held) => done(Boolean(held && held.active)));",
                    vec![],
                )
                .await?;
            Ok(answer.json() == &Value::Bool(true))
        })
        .await
}

/// A copy of the built site that can be changed.
fn own_site() -> Result<(Temporary, Site)> {
    let folder = Temporary::new("offline")?;
    rapporteur_e2e::site::copy_folder(&rapporteur_e2e::site::dist(), &folder)?;
    let site = Site::open_folder(&folder, Headers::All)?;
    Ok((folder, site))
}

#[test]
fn the_worker_keeps_exactly_the_files_of_the_site() -> Result {
    let dist = rapporteur_e2e::site::dist();
    let (list, version) = kept(&fs::read_to_string(dist.join("sw.js"))?)?;
    let mut names = BTreeSet::new();
    files_below(&dist, "", &mut names)?;
    assert!(names.remove("sw.js"));
    assert!(names.remove("index.html"));
    names.insert("./".into());
    let listed: BTreeSet<String> = list.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(listed, names);
    assert_eq!(listed.len(), list.len(), "each once");
    assert_eq!(version.len(), 16);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn after_one_visit_nothing_needs_the_network() -> Result {
    let mut site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    kept_by(&browser).await?;
    site.stop();
    browser.reload().await?;
    browser.wait_for("#code").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[TEXT]).await?;
    let file = export(&browser).await?;
    // Fonts come with the other language, the sample with its button: both were kept too.
    browser.goto(&site.url("#/")).await?;
    browser.wait_for("#sample").await?;
    browser.click("#sample").await?;
    browser
        .wait_until("the sample", async || {
            Ok(rows(&browser).await? > 0 || browser.count_of(".ask-group a.card").await? > 0)
        })
        .await?;
    browser.goto(&site.url("#/")).await?;
    browser.wait_for("#code").await?;
    take_in(&browser, &[&file]).await?;
    let shown: String = browser.text("#main").await?;
    assert!(!shown.is_empty());
    browser
        .cdp("Page.printToPDF", serde_json::json!({}))
        .await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_that_fails_leaves_the_version_that_works() -> Result {
    let (folder, mut site) = own_site()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    kept_by(&browser).await?;
    let worker = folder.join("sw.js");
    let script = fs::read_to_string(&worker)?;
    let (list, version) = kept(&script)?;
    // Another version of which one file is not what it should be.
    let (_, digest) = list.last().ok_or("an empty list")?;
    let broken = script
        .replace(digest, &"0".repeat(64))
        .replace(&version, "0000000000000000");
    fs::write(&worker, broken)?;
    browser.reload().await?;
    browser.wait_for("#code").await?;
    assert_eq!(installed(&browser).await?, "redundant");
    assert_eq!(browser.count_of("#update").await?, 0);
    // The browser may try once more by itself after a visit: what that one kept goes as well.
    browser
        .wait_until("nothing kept of the version that failed", async || {
            Ok(caches(&browser).await? == [format!("rapporteur-{version}")])
        })
        .await?;
    assert_eq!(browser.count_of("#update").await?, 0);
    site.stop();
    browser.reload().await?;
    browser.wait_for("#code").await?;
    browser.close().await
}

/// A worker of which only its own words were changed may come under the name of the version that is in use.
#[tokio::test(flavor = "multi_thread")]
async fn an_update_of_the_same_name_that_fails_takes_nothing_away() -> Result {
    let (folder, mut site) = own_site()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    kept_by(&browser).await?;
    let worker = folder.join("sw.js");
    let script = fs::read_to_string(&worker)?;
    let (list, version) = kept(&script)?;
    let (_, digest) = list.last().ok_or("an empty list")?;
    fs::write(&worker, script.replace(digest, &"0".repeat(64)))?;
    browser.reload().await?;
    browser.wait_for("#code").await?;
    assert_eq!(installed(&browser).await?, "redundant");
    assert_eq!(caches(&browser).await?, [format!("rapporteur-{version}")]);
    site.stop();
    browser.reload().await?;
    browser.wait_for("#code").await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_while_somebody_writes_waits_and_loses_nothing() -> Result {
    let (folder, site) = own_site()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    kept_by(&browser).await?;
    browser.reload().await?;
    browser.wait_for("#code").await?;
    begin(&browser, "QTA", 1).await?;
    let (half, rest) = TEXT.split_at(30);
    browser.type_text(half).await?;
    // The next version: the same files under another name of the whole.
    let worker = folder.join("sw.js");
    let script = fs::read_to_string(&worker)?;
    let (_, version) = kept(&script)?;
    fs::write(&worker, script.replace(&version, "1111111111111111"))?;
    update(&browser).await?;
    browser.wait_for("#update").await?;
    // It waits: nothing happens to what is being written.
    focused(&browser, "#text").await?;
    browser.type_text(rest).await?;
    assert_eq!(browser.value("#text").await?, TEXT);
    let before: f64 = browser
        .script("return performance.timeOrigin", vec![])
        .await?;
    browser.click("#update").await?;
    browser
        .wait_until("another page", async || {
            let now: Option<f64> = browser
                .script("return performance.timeOrigin", vec![])
                .await
                .ok();
            Ok(now.is_some_and(|now| now > before))
        })
        .await?;
    saved(&browser).await?;
    browser.wait_for("#recs [data-rec]").await?;
    browser.click("#recs [data-rec]").await?;
    browser
        .wait_until("the whole text", async || {
            Ok(browser.value("#text").await? == TEXT)
        })
        .await?;
    browser
        .wait_until("the old version to be forgotten", async || {
            Ok(caches(&browser).await? == ["rapporteur-1111111111111111"])
        })
        .await?;
    assert_eq!(browser.count_of("#update").await?, 0);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_does_not_load_is_told_and_tried_again() -> Result {
    let (folder, site) = own_site()?;
    let away = Temporary::new("parts")?;
    let parts: Vec<_> = fs::read_dir(&*folder)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        // The program that starts has no name of a part in its own.
        .filter(|name| name.ends_with(".wasm") && name.split('-').count() > 2)
        .collect();
    assert!(parts.len() > 2, "{parts:?}");
    for part in &parts {
        fs::rename(folder.join(part), away.join(part))?;
    }
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[TEXT]).await?;
    for page in ["files", "rounds"] {
        browser
            .tab_to(&format!(".steps a[href^='#/{page}/']"), MOST)
            .await?;
        browser.press("Enter").await?;
        browser.wait_for("#part-again").await?;
        browser.wait_text("#main", "Nothing is lost").await?;
        focused(&browser, "#page-title").await?;
        axe::check(&browser).await?.nothing_found(page)?;
        if let Some(pictures) = std::env::var_os("RAPPORTEUR_PICTURES") {
            let picture = Path::new(&pictures).join(format!("part-missing-{page}.png"));
            browser.screenshot(&picture).await?;
        }
        // Still not there: said again, and nothing moves.
        browser.tab_to("#part-again", MOST).await?;
        browser.press("Enter").await?;
        focused(&browser, "#part-again").await?;
    }
    for part in &parts {
        fs::rename(away.join(part), folder.join(part))?;
    }
    // What was asked for before may still be on its way to failing: a person presses again.
    browser
        .wait_until("the part to be there", async || {
            if browser.count_of("#part-again").await? == 0 {
                return Ok(true);
            }
            browser.press("Enter").await?;
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            Ok(false)
        })
        .await?;
    browser
        .wait_text("#main", "Everyone votes in secret")
        .await?;
    focused(&browser, "#page-title").await?;
    // By now the last of what was asked for in vain has been answered.
    for problem in browser.take_problems().await? {
        let of_parts = problem.contains("404") || problem.contains("was not loaded");
        assert!(of_parts, "{problem}");
    }
    // What was written is there, and a page of another part comes without a word.
    browser.tab_to(".steps a[href^='#/files/']", MOST).await?;
    browser.press("Enter").await?;
    browser
        .wait_text("#main", "A file is the safe copy")
        .await?;
    focused(&browser, "#page-title").await?;
    browser.tab_to(".steps a[href^='#/draft/']", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#recs [data-rec]").await?;
    assert!(browser.texts("#recs").await?.join(" ").contains(TEXT));
    browser.close().await
}

async fn update(browser: &Browser) -> Result {
    browser
        .driver()
        .execute_async(
            "const done = arguments[arguments.length - 1];
             navigator.serviceWorker.getRegistration().then((held) => held.update()).then(() => done(), () => done());",
            vec![],
        )
        .await?;
    Ok(())
}

/// How the installation of the version that is being offered ends: `redundant` where it failed.
async fn installed(browser: &Browser) -> Result<String> {
    let answer = browser
        .driver()
        .execute_async(
            "const done = arguments[arguments.length - 1];
             const look = (held, left) => {
               const worker = held.installing || held.waiting;
               if (!worker && left) return held.update().catch(() => {}).then(() => look(held, left - 1));
               if (!worker) return done('none');
               const tell = () => {
                 if (worker.state !== 'installing') done(worker.state);
               };
               worker.addEventListener('statechange', tell);
               tell();
             };
             navigator.serviceWorker.getRegistration().then((held) => look(held, 20));",
            vec![],
        )
        .await?;
    Ok(serde_json::from_value(answer.json().clone())?)
}

async fn caches(browser: &Browser) -> Result<Vec<String>> {
    let answer = browser
        .driver()
        .execute_async(
            "const done = arguments[arguments.length - 1]; caches.keys().then(done);",
            vec![],
        )
        .await?;
    Ok(serde_json::from_value(answer.json().clone())?)
}
