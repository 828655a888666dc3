//! What the browser does to what it keeps: a full disk, a database that is deleted underneath, blocked storage, a storage
//! process that dies, a clock that jumps. Each is done to the shipped program, and nothing that was shown as saved is lost.

mod people;

use people::{another, arrive, begin, export, laptop, rows, saved, write};
use rapporteur_e2e::{Browser, Engine, Profile, Result, Site};
use serde_json::{Value, json};

const FIRST: &str = "Union councils register the birth of every child within sixty days.";
const SECOND: &str = "صوبائی پولیس ہر ضلع میں متاثرین کے لیے ایک سیل قائم کرے۔";
const THIRD: &str = "Courts hear survivors by video link where they ask for it.";

/// Waits until the status line says that something is in memory only, with this among the words.
async fn not_saved(browser: &Browser, why: &str) -> Result {
    browser.wait_text("#status b.bad", "NOT SAVED").await?;
    browser.wait_text("#status b.bad", why).await
}

/// Loads the page again: these texts are there, and no others.
async fn only(browser: &Browser, texts: &[&str]) -> Result {
    browser.reload().await?;
    browser.wait_for("#recs [data-rec]").await?;
    browser
        .wait_until("as many recommendations", async || {
            Ok(rows(browser).await? == texts.len())
        })
        .await?;
    let shown = browser.texts("#recs").await?.join(" ");
    for text in texts {
        assert!(shown.contains(text), "{text} is not in {shown}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_and_forgotten_when_there_is_room() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[FIRST]).await?;
    // As a browser does it whose disk is full; the quota of its own tools takes effect only much later.
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
    another(&browser, SECOND).await?;
    not_saved(&browser, "disk is full").await?;
    // A file can be made of what is in memory.
    browser.click("#export").await?;
    let file = std::fs::read_to_string(browser.next_download().await?)?;
    assert!(file.contains(FIRST) && file.contains(SECOND));
    browser
        .script::<Value>("window.__full = false; return null", vec![])
        .await?;
    saved(&browser).await?;
    only(&browser, &[FIRST, SECOND]).await?;
    browser.take_problems().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_deleted_underneath_is_written_anew() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[FIRST, SECOND]).await?;
    let delete = "
        const done = arguments[arguments.length - 1];
        const asked = indexedDB.deleteDatabase('rapporteur');
        asked.onsuccess = () => done('deleted');
        asked.onerror = asked.onblocked = () => done('refused');";
    let answer = browser.driver().execute_async(delete, vec![]).await?;
    assert_eq!(answer.json(), &json!("deleted"));
    // Nothing is typed any more: what is in memory is kept all the same.
    browser
        .wait_until("the workbook in the store", async || {
            let count = "
                const done = arguments[arguments.length - 1];
                const open = indexedDB.open('rapporteur');
                open.onupgradeneeded = () => open.transaction.abort();
                open.onerror = event => { event.preventDefault(); done(0); };
                open.onsuccess = () => {
                    const all = open.result.transaction('acts').objectStore('acts').count();
                    all.onsuccess = () => { open.result.close(); done(all.result); };
                };";
            let acts = browser.driver().execute_async(count, vec![]).await?;
            Ok(acts.json().as_u64().unwrap_or(0) > 0)
        })
        .await?;
    only(&browser, &[FIRST, SECOND]).await?;
    browser.close().await
}

/// A browser that keeps nothing for the page.
async fn blocked(site: &Site) -> Result<(Profile, Browser)> {
    let profile = Profile::new(Engine::Chromium)?;
    let browser = profile.open(&site.url("")).await?;
    let blocked = "
        const refuse = { get() { throw new DOMException('no', 'SecurityError'); } };
        Object.defineProperty(window, 'localStorage', refuse);
        IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };";
    browser
        .cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": blocked}),
        )
        .await?;
    browser.reload().await?;
    browser.wait_for("#code").await?;
    browser.wait_text("main .note.bad", "NOT SAVED").await?;
    Ok((profile, browser))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_memory_only_gives_way_to_no_other_workbook() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = blocked(&site).await?;
    begin(&browser, "QTA", 1).await?;
    browser.type_text(FIRST).await?;
    browser.press("Tab").await?;
    not_saved(&browser, "keeps nothing").await?;

    browser.click(".brand").await?;
    browser.wait_text("#only-here", "Make a file of it").await?;
    browser.click("#code").await?;
    browser.type_text("LHE").await?;
    browser.press("Enter").await?;
    people::focused(&browser, "#only-here").await?;
    // By its address no other comes in between either.
    browser
        .script::<Value>(
            "location.hash = '#/draft/0123456789abcdef'; return null",
            vec![],
        )
        .await?;
    browser.wait_text("#only-here", "Make a file of it").await?;
    browser.wait_for("#open-again").await?;
    browser.click("#only-here a").await?;
    browser.wait_text("#recs", FIRST).await?;

    browser.click("#export").await?;
    let file = std::fs::read_to_string(browser.next_download().await?)?;
    assert!(file.contains(FIRST));
    browser.click(".brand").await?;
    browser.wait_for("#code").await?;
    assert_eq!(browser.count_of("#only-here").await?, 0);
    begin(&browser, "LHE", 1).await?;
    browser.take_problems().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn blocked_storage_is_told_and_a_file_can_be_made() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = blocked(&site).await?;
    begin(&browser, "QTA", 1).await?;
    browser.type_text(FIRST).await?;
    browser.press("Tab").await?;
    not_saved(&browser, "keeps nothing").await?;
    browser.click("#export").await?;
    let file = std::fs::read_to_string(browser.next_download().await?)?;
    assert!(file.contains(FIRST));
    browser.take_problems().await?;
    browser.close().await
}

/// Changes what is kept, as a disk does that is going bad.
async fn damage(browser: &Browser, how: &str) -> Result {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         const open = indexedDB.open('rapporteur');
         open.onsuccess = () => {{
             const writing = open.result.transaction(['workbooks', 'acts'], 'readwrite');
             const [books, acts] = [writing.objectStore('workbooks'), writing.objectStore('acts')];
             {how}
             writing.oncomplete = () => {{ open.result.close(); done(null); }};
         }};"
    );
    browser.driver().execute_async(&script, vec![]).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_cannot_be_read_is_told_and_goes_into_a_rescue_copy() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[FIRST, SECOND]).await?;
    let book = people::book(&browser).await?;
    damage(
        &browser,
        "acts.openCursor().onsuccess = (event) => {
             const found = event.target.result;
             if (!found) return;
             if (found.value.text.includes('Union councils')) found.update({...found.value, text: '[{' + found.value.text});
             found.continue();
         };",
    )
    .await?;
    browser.reload().await?;
    browser.wait_text("#unreadable", "1 change").await?;
    assert!(!browser.text("main").await?.contains(FIRST));
    browser.click("#unreadable button").await?;
    let file = std::fs::read_to_string(browser.next_download().await?)?;
    assert!(file.contains("Union councils"), "{file}");
    browser.wait_text("#status .said", "File made").await?;
    assert!(browser.count_of("#unreadable").await? == 1 && !book.is_empty());
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn workbooks_that_do_not_open_are_listed_and_rescued() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[FIRST]).await?;
    let whole = people::book(&browser).await?;
    browser.goto(&site.url("#/")).await?;
    browser.wait_for("a.card").await?;
    assert_eq!(browser.count_of("#damaged").await?, 0);
    // One whose store says nothing that can be read, and one of which only the journal is left.
    damage(
        &browser,
        &format!("books.put('{{', '{whole}'); acts.put(1, ['{whole}', 'typed', 'x']);"),
    )
    .await?;
    browser
        .script::<Value>(
            "localStorage.setItem('rapporteur/00000000000000ff/00000000000000aa/act/1',
                JSON.stringify({batch: 'typed', text: '[]'}));
             return null",
            vec![],
        )
        .await?;
    browser.reload().await?;
    browser.wait_for("#damaged li:nth-child(2)").await?;
    assert_eq!(browser.count_of("a.card").await?, 0);
    let named = browser.texts("#damaged li bdi").await?;
    assert_eq!(named, [whole.as_str(), "00000000000000ff"]);
    browser.click("#damaged li:nth-child(1) button").await?;
    let file = browser.next_download().await?;
    browser.wait_text("#announcer", "File made").await?;
    // The copy is as good as any file.
    people::take_in(&browser, &[&file]).await?;
    let book = people::book(&browser).await?;
    browser.goto(&site.url(&format!("#/draft/{book}"))).await?;
    browser.click(".ask-group li:nth-child(1) a").await?;
    browser.wait_for("#recs [data-rec]").await?;
    assert!(browser.texts("#recs").await?.join(" ").contains(FIRST));
    browser.close().await
}

/// Kills the process in which this browser keeps its databases.
fn kill_storage(profile: &std::path::Path) -> Result<usize> {
    let mut killed = 0;
    for entry in std::fs::read_dir("/proc")? {
        let path = entry?.path();
        let line = std::fs::read(path.join("cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line).replace('\0', " ");
        if line.contains("storage.mojom.StorageService")
            && line.contains(&*profile.to_string_lossy())
            && let Some(pid) = path.file_name().and_then(|name| name.to_str())
        {
            let status = std::process::Command::new("kill")
                .args(["-9", pid])
                .status()?;
            killed += usize::from(status.success());
        }
    }
    Ok(killed)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_connection_is_had_again() -> Result {
    let site = Site::open()?;
    let (profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[FIRST]).await?;
    if kill_storage(&profile.data())? == 0 {
        // Where the browser keeps its databases within itself, it is made to close them.
        browser
            .script::<Value>(
                "const close = IDBDatabase.prototype.close;
                 const begin = IDBDatabase.prototype.transaction;
                 IDBDatabase.prototype.transaction = function (...asked) {
                     IDBDatabase.prototype.transaction = begin;
                     close.call(this);
                     return begin.apply(this, asked);
                 };
                 return null",
                vec![],
            )
            .await?;
    }
    another(&browser, SECOND).await?;
    saved(&browser).await?;
    only(&browser, &[FIRST, SECOND]).await?;
    browser.take_problems().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_jumps_ten_years_changes_no_order_and_loses_nothing() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[FIRST]).await?;
    let jump = async |years: i32| {
        browser
            .script::<Value>(
                &format!(
                    "const real = window.__Date ??= Date, off = {years} * 31557600000;
                     window.Date = class extends real {{
                         constructor(...given) {{ given.length ? super(...given) : super(real.now() + off); }}
                         static now() {{ return real.now() + off; }}
                     }};
                     return null"
                ),
                vec![],
            )
            .await
    };
    jump(10).await?;
    another(&browser, SECOND).await?;
    saved(&browser).await?;
    jump(-10).await?;
    another(&browser, THIRD).await?;
    saved(&browser).await?;
    let file = export(&browser).await?;
    only(&browser, &[FIRST, SECOND, THIRD]).await?;
    let order = browser.texts("#recs").await?.join(" ");
    let place = |text: &str| order.find(text).unwrap_or(usize::MAX);
    assert!(
        place(FIRST) < place(SECOND) && place(SECOND) < place(THIRD),
        "{order}"
    );
    browser.close().await?;

    // And the file joins what somebody with a right clock has.
    let other = Profile::new(Engine::Chromium)?;
    let browser = other.open(&site.url("")).await?;
    browser.look(laptop("en")).await?;
    people::take_in(&browser, &[&file]).await?;
    let book = people::book(&browser).await?;
    browser.goto(&site.url(&format!("#/draft/{book}"))).await?;
    browser.click(".ask-group li:nth-child(1) a").await?;
    browser
        .wait_until("three recommendations", async || {
            Ok(rows(&browser).await? == 3)
        })
        .await?;
    browser.close().await
}
