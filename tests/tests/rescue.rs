//! When the program dies: a panic, a stack that overflows and memory that runs out are provoked in the shipped program. The
//! rescue page is there within a second, saves what the browser holds without the program, and nothing is saved any more;
//! the page loaded again has everything.

mod people;

use std::path::Path;
use std::process::Command;

use people::{arrive, begin, focused, laptop, rows, saved, take_in, write};
use rapporteur_e2e::{Browser, Engine, Profile, Result, Site, axe};
use serde_json::{Value, json};

const KEPT: &str = "Union councils register the birth of every child within sixty days.";
const TYPING: &str = "صوبائی پولیس ہر ضلع میں سیل قائم کرے";

/// Before the page: keeps a hand on the program's memory and on one of its handlers, and notes when the rescue page comes.
const WATCH: &str = "
    const stream = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
        const made = await stream(...given);
        // Parts have none of their own.
        window.__memory ??= made.instance.exports.memory;
        return made;
    };
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (event, heard, ...rest) {
        if (event === 'dragover' && this === document) window.__handler = heard;
        return listen.call(this, event, heard, ...rest);
    };
    new MutationObserver(() => {
        if (document.documentElement.dataset.rescue) window.__rescued ??= performance.now();
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-rescue'] });";

/// Writing to the journal makes the page believe that it is left: the session is entered while it is changed.
const PANIC: &str = "
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...given) {
        set.apply(this, given);
        Storage.prototype.setItem = set;
        window.__provoked = performance.now();
        dispatchEvent(new Event('pagehide'));
    };";

/// A handler of the program that is called again by what it calls.
const OVERFLOW: &str = "
    const again = () => window.__handler(new Event('dragover'));
    Event.prototype.preventDefault = again;
    window.__provoked = performance.now();
    setTimeout(again);";

/// All memory there can be is taken, then the program is given a text that needs more.
const MEMORY: &str = "
    for (let pages = 16384; pages; pages >>= 1) {
        try {
            for (;;) window.__memory.grow(pages);
        } catch (full) { /* with fewer pages */ }
    }
    window.__provoked = performance.now();
    const field = document.querySelector('#text');
    setTimeout(() => {
        field.value = 'ا'.repeat(8_000_000);
        field.dispatchEvent(new Event('input', { bubbles: true }));
    });";

/// All that is kept, as text: what must not change any more.
const KEPT_NOW: &str = "
    const done = arguments[arguments.length - 1];
    const open = indexedDB.open('rapporteur');
    open.onsuccess = () => {
        const names = ['workbooks', 'acts', 'pending'];
        const reading = open.result.transaction(names);
        const asked = names.map((name) => reading.objectStore(name).getAll());
        reading.oncomplete = () => {
            open.result.close();
            done(JSON.stringify([asked.map((one) => one.result), Object.entries(localStorage).sort()]));
        };
    };";

async fn kept_now(browser: &Browser) -> Result<String> {
    let answer = browser.driver().execute_async(KEPT_NOW, vec![]).await?;
    Ok(answer.json().as_str().unwrap_or_default().to_owned())
}

/// A workbook with a recommendation that is saved and one that is being typed.
async fn at_work(site: &Site) -> Result<(Profile, Browser)> {
    let (profile, browser) = arrive(site, "en").await?;
    browser
        .cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": WATCH}),
        )
        .await?;
    browser.reload().await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[KEPT]).await?;
    Ok((profile, browser))
}

/// The command line's word on a file.
fn command(arguments: &[&str]) -> Result<(Option<i32>, String)> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let said = Command::new(cargo)
        .args(["run", "--locked", "--quiet", "-p", "rapporteur-cli", "--"])
        .args(arguments)
        .current_dir(xtask::tools::root())
        .output()?;
    Ok((said.status.code(), String::from_utf8(said.stdout)?))
}

async fn dies(provoke: &str, last_letter: bool) -> Result {
    let site = Site::open()?;
    let (_profile, browser) = at_work(&site).await?;
    new_text(&browser).await?;
    browser.type_text(TYPING).await?;
    saved(&browser).await?;
    browser
        .script::<Value>(&format!("{provoke} return null;"), vec![])
        .await?;
    if last_letter {
        // The letter is in the journal when the panic comes.
        browser.type_text("۔").await?;
    }
    browser.wait_for("#rescue").await?;
    let took: f64 = browser
        .script("return window.__rescued - window.__provoked", vec![])
        .await?;
    assert!(
        (0.0..1_000.0).contains(&took),
        "the rescue page took {took} ms"
    );
    browser
        .wait_text("#rescue", "Nothing more is saved")
        .await?;
    focused(&browser, "#rescue-title").await?;
    let shown = browser.value("#rescue-text").await?;
    // What stood in the field: where memory ends, the text that was too much.
    assert!(
        shown.is_empty() || shown.starts_with(TYPING) || shown.starts_with('ا'),
        "{}",
        shown.chars().take(80).collect::<String>()
    );
    browser.wait_for("#rescue-books button").await?;
    assert_eq!(browser.count_of("#rescue-books button").await?, 1);

    // Nothing is saved any more, whatever still happens.
    let before = kept_now(&browser).await?;
    browser
        .script::<Value>(
            "const field = document.querySelector('#text');
             if (field) { field.value = 'never'; field.dispatchEvent(new Event('input', { bubbles: true })); }
             dispatchEvent(new Event('pagehide'));
             return null;",
            vec![],
        )
        .await?;
    tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
    assert_eq!(kept_now(&browser).await?, before);

    browser.click("#rescue-books button").await?;
    let file = browser.next_download().await?;
    browser.wait_for("#rescue-saved").await?;
    browser.take_problems().await?;

    // The page loaded again has everything.
    browser.click("#rescue-reload").await?;
    browser.wait_for("#recs [data-rec]").await?;
    assert_eq!(browser.count_of("#rescue:not([hidden])").await?, 0);
    browser
        .wait_until("both texts", async || {
            let shown = browser.texts("#recs").await?.join(" ");
            Ok(shown.contains(KEPT) && shown.contains(TYPING))
        })
        .await?;
    saved(&browser).await?;
    browser.close().await?;

    imports(&file).await
}

/// A new recommendation, with the focus in its text.
async fn new_text(browser: &Browser) -> Result {
    browser.press("Control+Enter").await.ok();
    if !browser.is_focused("#text").await? || !browser.value("#text").await?.is_empty() {
        browser.click("#text").await?;
        browser.press("Control+Enter").await?;
    }
    browser
        .wait_until("an empty text field", async || {
            Ok(browser.is_focused("#text").await? && browser.value("#text").await?.is_empty())
        })
        .await
}

/// The rescue copy goes into the app and through the command line.
async fn imports(file: &Path) -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    take_in(&browser, &[file]).await?;
    let book = people::book(&browser).await?;
    browser.goto(&site.url(&format!("#/draft/{book}"))).await?;
    browser.wait_for(".ask-group a.card").await?;
    browser.click(".ask-group li:nth-child(1) a").await?;
    browser
        .wait_until("both recommendations", async || {
            Ok(rows(&browser).await? == 2)
        })
        .await?;
    let shown = browser.texts("#recs").await?.join(" ");
    assert!(shown.contains(KEPT) && shown.contains(TYPING), "{shown}");
    browser.close().await?;

    let path = file.to_str().ok_or("an odd path")?;
    let (code, said) = command(&["check", path])?;
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("rescue copy"), "{said}");
    let (_, said) = command(&["show", path, "--json"])?;
    let shown: Value = serde_json::from_str(&said)?;
    assert_eq!(shown["counts"]["live"], 2, "{said}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_is_survived() -> Result {
    dies(PANIC, true).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_overflow_of_the_stack_is_survived() -> Result {
    dies(OVERFLOW, false).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_memory_is_survived() -> Result {
    dies(MEMORY, false).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_never_starts_leaves_the_rescue() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = at_work(&site).await?;
    for (instead, why, shown) in [
        ("new Promise(() => {})", "slow", "You may go on waiting"),
        (
            "Promise.reject(new Error('not the program'))",
            "failed",
            "could not start",
        ),
        (
            "Promise.reject(new WebAssembly.CompileError('no such thing'))",
            "unsupported",
            "too old",
        ),
    ] {
        browser
            .cdp(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({"source": format!("WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => {instead};")}),
            )
            .await?;
        browser.reload().await?;
        browser.wait_for("#rescue").await?;
        browser.wait_text("#rescue", shown).await?;
        assert_eq!(
            browser
                .texts("#rescue [data-when]:not([hidden])")
                .await?
                .len(),
            2,
            "{why}, in both languages"
        );
        browser.wait_for("#rescue-books button").await?;
        browser.take_problems().await?;
    }
    browser.close().await
}

/// What a browser can do to its database, each with what the rescue page has to offer then.
const TROUBLES: [(&str, &str); 3] = [
    (
        "a database that does not answer",
        "IDBFactory.prototype.open = () => ({});",
    ),
    (
        "a database that is refused",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };",
    ),
    (
        "a reading that fails",
        "IDBDatabase.prototype.transaction = () => { throw new DOMException('no', 'NotFoundError'); };",
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_rescue_page_offers_the_journal_where_the_database_cannot_be_read() -> Result {
    let site = Site::open()?;
    for (name, trouble) in TROUBLES {
        let (_profile, browser) = arrive(&site, "en").await?;
        let before = format!(
            "localStorage.setItem('rapporteur/j1/s1/act/1', JSON.stringify({{batch: 'typed', text: '[]'}}));
             WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject(new Error('no'));
             {trouble}"
        );
        browser
            .cdp(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({"source": before}),
            )
            .await?;
        browser.reload().await?;
        browser
            .wait_for("#rescue-unread:not([hidden])")
            .await
            .map_err(|error| format!("{name}: {error}"))?;
        assert_eq!(browser.count_of("#rescue-nothing:not([hidden])").await?, 0);
        browser.click("#rescue-books button").await?;
        let file = std::fs::read_to_string(browser.next_download().await?)?;
        assert!(file.contains(r#""from":"journal""#), "{name}: {file}");
        browser.take_problems().await?;
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rescue_page_offers_what_is_left_of_a_database() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    let fails = "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject(new Error('no'));";
    browser
        .cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": fails}),
        )
        .await?;
    // Nothing was kept yet: that is said, and nothing else.
    browser.reload().await?;
    browser.wait_for("#rescue-nothing:not([hidden])").await?;
    assert_eq!(browser.count_of("#rescue-unread:not([hidden])").await?, 0);
    // A database that lacks two of its stores.
    let lacking = "
        const done = arguments[arguments.length - 1];
        indexedDB.deleteDatabase('rapporteur').onsuccess = () => {
            const open = indexedDB.open('rapporteur', 1);
            open.onupgradeneeded = () => {
                const acts = open.result.createObjectStore('acts');
                acts.put({key: 'k', batch: 'typed', text: '[]'}, ['b1', 'typed', 'k']);
            };
            open.onsuccess = () => { open.result.close(); done(null); };
        };";
    // On the rescue page nothing can be written any more; this is of the same site, and no page of the program.
    browser.goto(&site.url("manifest.webmanifest")).await?;
    browser.driver().execute_async(lacking, vec![]).await?;
    browser.goto(&site.url("")).await?;
    browser.wait_for("#rescue-unread:not([hidden])").await?;
    browser.click("#rescue-books button").await?;
    let file = std::fs::read_to_string(browser.next_download().await?)?;
    assert!(file.contains(r#""from":"store""#), "{file}");
    browser.take_problems().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rescue_page_is_for_everybody() -> Result {
    let site = Site::open()?;
    let profile = Profile::new(Engine::Chromium)?;
    let browser = profile.open(&site.url("")).await?;
    browser.look(laptop("en")).await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &[KEPT]).await?;
    for (lang, theme, width) in [
        ("en", "light", 1280),
        ("ur", "dark", 1280),
        ("en", "dark", 320),
        ("ur", "light", 320),
    ] {
        let stored = json!({"lang": lang, "theme": theme}).to_string();
        let before = format!(
            "localStorage.setItem('rapporteur/preferences', {});
             WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject(new Error('no'));",
            json!(stored)
        );
        browser
            .cdp(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({"source": before}),
            )
            .await?;
        browser
            .cdp(
                "Emulation.setDeviceMetricsOverride",
                json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false}),
            )
            .await?;
        browser.reload().await?;
        browser.wait_for("#rescue-books button").await?;
        let name = format!("rescue {lang} {theme} {width}");
        axe::check(&browser).await?.nothing_found(&name)?;
        let sideways = axe::scrolls_sideways(&browser).await?;
        assert!(!sideways, "{name} scrolls sideways");
        if let Some(folder) = std::env::var_os("RAPPORTEUR_PICTURES") {
            let path = Path::new(&folder).join(format!("{}.png", name.replace(' ', "-")));
            browser.screenshot(&path).await?;
        }
    }
    browser.take_problems().await?;
    browser.close().await
}
