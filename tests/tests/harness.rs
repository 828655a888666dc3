//! The harness itself: a policy violation and an error are seen, a profile keeps what a site stores, and what a person does
//! is counted. Without these, the silence of the other tests would prove nothing.

use std::fs;

use rapporteur_e2e::{Browser, Engine, Look, Profile, Result, Site, Temporary, axe, site};
use rapporteur_server::Headers;
use serde_json::json;

/// Puts script into a page in the ways an attacker could, from a timer, so that the page does it and not the driver.
const INJECT: &str = "
    setTimeout(() => {
        const attempt = work => { try { work(); } catch (refused) { /* seen as a violation */ } };
        const canary = 'window.__canary = true';
        attempt(() => {
            const script = document.createElement('script');
            script.append(document.createTextNode(canary));
            document.body.append(script);
        });
        attempt(() => {
            const image = document.createElement('img');
            image.setAttribute('onerror', canary);
            image.src = 'data:,';
            document.body.append(image);
        });
        attempt(() => document.body.insertAdjacentHTML('beforeend', `<b onclick=\"${canary}\">x</b>`));
        attempt(() => eval(canary));
        attempt(() => setTimeout(canary, 0));
        setTimeout(() => { window.__tried = true; }, 50);
    }, 0)";

/// Whether any injected script ran.
async fn injected(browser: &Browser) -> Result<bool> {
    browser.driver().execute(INJECT, vec![]).await?;
    browser
        .wait_until("the attempts", async || {
            browser.script("return !!window.__tried", vec![]).await
        })
        .await?;
    browser.script("return !!window.__canary", vec![]).await
}

async fn started(browser: &Browser) -> Result {
    browser
        .wait_until("the app to show something", async || {
            browser
                .script(
                    "return document.readyState === 'complete'
                        && !!document.querySelector('main, [role=main], h1')
                        && !!document.body.innerText.trim()",
                    vec![],
                )
                .await
        })
        .await
}

#[tokio::test]
async fn injected_script_is_blocked_and_seen() -> Result {
    let site = Site::open()?;
    let browser = Profile::new(Engine::Chromium)?.open(&site.url("")).await?;
    started(&browser).await?;
    browser.assert_clean().await?;

    assert!(!injected(&browser).await?, "injected script ran");
    let problems = browser.take_problems().await?;
    let violations = problems
        .iter()
        .filter(|problem| problem.starts_with("policy: "))
        .count();
    assert!(violations >= 4, "only these were seen: {problems:#?}");
    browser.close().await
}

/// What was injected runs where no policy stands in its way.
#[tokio::test]
async fn injected_script_would_run_without_the_policy() -> Result {
    let folder = Temporary::new("open-site")?;
    fs::write(
        folder.join("index.html"),
        "<!DOCTYPE html><title>x</title><link rel=icon href='data:,'>",
    )?;
    let site = Site::open_folder(&folder, Headers::TypeOnly)?;
    let browser = Profile::new(Engine::Chromium)?.open(&site.url("")).await?;
    assert!(injected(&browser).await?);
    browser.take_problems().await?;
    browser.close().await
}

/// A script that stands in the page itself is blocked by the header, and by the page's own policy on a host that sends none.
#[tokio::test]
async fn inline_script_is_blocked_with_and_without_headers() -> Result {
    let folder = Temporary::new("changed-site")?;
    site::copy_folder(&site::dist(), &folder)?;
    let page = fs::read_to_string(folder.join("index.html"))?;
    let changed = page.replace("<body>", "<body><script>window.__canary = true</script>");
    assert_ne!(page, changed);
    fs::write(folder.join("index.html"), changed)?;

    for headers in [Headers::All, Headers::TypeOnly] {
        let site = Site::open_folder(&folder, headers)?;
        let browser = Profile::new(Engine::Chromium)?.open(&site.url("")).await?;
        started(&browser).await?;
        let ran: bool = browser.script("return !!window.__canary", vec![]).await?;
        assert!(!ran, "inline script ran ({headers:?})");
        let problems = browser.take_problems().await?;
        assert!(
            problems
                .iter()
                .any(|problem| problem.starts_with("policy: script-src-elem blocked inline")),
            "{headers:?}: {problems:#?}"
        );
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_start_page_is_clean_and_accessible() -> Result {
    let site = Site::open()?;
    let browser = Profile::new(Engine::Chromium)?.open(&site.url("")).await?;
    started(&browser).await?;
    axe::check(&browser)
        .await?
        .nothing_found("the start page")?;
    browser.close().await
}

#[tokio::test]
async fn errors_are_seen_in_every_tab_and_across_navigation() -> Result {
    let folder = Temporary::new("failing-site")?;
    fs::write(
        folder.join("index.html"),
        "<!DOCTYPE html><title>x</title><link rel=icon href='data:,'>
         <img src=missing.png><script src=fails.js></script>",
    )?;
    fs::write(
        folder.join("fails.js"),
        "console.error('loud'); Promise.reject('refused'); setTimeout(() => { throw new Error('uncaught'); }, 0);",
    )?;
    fs::write(
        folder.join("second.html"),
        "<script src=second.js></script>",
    )?;
    fs::write(folder.join("second.js"), "console.warn('second tab');")?;
    let site = Site::open_folder(&folder, Headers::TypeOnly)?;
    let browser = Profile::new(Engine::Chromium)?.open(&site.url("")).await?;
    browser
        .wait_until("the errors", async || {
            browser
                .script("return window.__seen.length >= 3", vec![])
                .await
        })
        .await?;
    browser.goto(&site.url("second.html")).await?;
    browser.new_tab(&site.url("second.html")).await?;
    browser.switch_to(0).await?;
    let problems = browser.take_problems().await?;
    let has = |text: &str| {
        problems
            .iter()
            .filter(|problem| problem.contains(text))
            .count()
    };
    for expected in [
        "loud",
        "error: Uncaught Error: uncaught",
        "rejection: refused",
        "error: not loaded: ",
    ] {
        assert_eq!(has(expected), 1, "{expected}: {problems:#?}");
    }
    assert_eq!(has("second tab"), 2, "{problems:#?}");
    browser.close().await
}

/// What goes wrong in a page that is open is seen in the other engines too, and in Firefox what went wrong before.
async fn errors_are_seen(engine: Engine) -> Result {
    let folder = Temporary::new("failing-site")?;
    fs::write(
        folder.join("index.html"),
        "<!DOCTYPE html><title>x</title><link rel=icon href='data:,'>
         <meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">
         <button id=fail>x</button><script src=fails.js></script>",
    )?;
    fs::write(
        folder.join("fails.js"),
        "document.getElementById('fail').onclick = () => {
             console.error('loud');
             Promise.reject('refused');
             const inline = document.createElement('script');
             inline.textContent = 'window.__canary = true';
             document.body.append(inline);
             setTimeout(() => { throw new Error('uncaught'); }, 0);
         };
         throw new Error('early');",
    )?;
    let site = Site::open_folder(&folder, Headers::TypeOnly)?;
    let browser = Profile::new(engine)?.open(&site.url("")).await?;
    browser.click("#fail").await?;
    browser
        .wait_until("the errors", async || {
            browser
                .script("return window.__seen.length >= 4", vec![])
                .await
        })
        .await?;
    let problems = browser.take_problems().await?;
    let mut wanted = vec![
        "loud",
        "uncaught",
        "rejection: refused",
        "policy: script-src",
    ];
    if engine == Engine::Firefox {
        wanted.push("early");
    }
    for expected in wanted {
        assert!(
            problems.iter().any(|problem| problem.contains(expected)),
            "{expected}: {problems:#?}"
        );
    }
    browser.close().await
}

#[tokio::test]
async fn errors_are_seen_in_firefox() -> Result {
    errors_are_seen(Engine::Firefox).await
}

#[tokio::test]
async fn errors_are_seen_in_webkit() -> Result {
    errors_are_seen(Engine::WebKit).await
}

#[tokio::test]
async fn axe_finds_what_is_wrong() -> Result {
    let folder = Temporary::new("wrong-site")?;
    fs::write(
        folder.join("index.html"),
        "<!DOCTYPE html><title>x</title><link rel=icon href='data:,'><img src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'><button></button>",
    )?;
    let site = Site::open_folder(&folder, Headers::TypeOnly)?;
    let browser = Profile::new(Engine::Chromium)?.open(&site.url("")).await?;
    let report = axe::check(&browser).await?;
    for rule in ["image-alt", "button-name", "html-has-lang"] {
        assert!(
            report.violations.iter().any(|line| line.starts_with(rule)),
            "{rule}: {report}"
        );
    }
    assert!(report.nothing_found("a wrong page").is_err());
    browser.close().await
}

/// A page of the harness's own, so that these hold whatever the app looks like.
const FORM: &str =
    "<!DOCTYPE html><html lang=en><title>Form</title><link rel=icon href='data:,'><main>
    <label>Words <textarea id=words></textarea></label>
    <button id=add>Add</button><p id=pressed>0</p>
    <label>Files <input id=files type=file multiple></label><p id=names></p>
    <p id=drop>Drop here</p>
    <a id=save href='saved.json' download>Save</a></main><script src='form.js'></script>";
const FORM_SCRIPT: &str = "
    const at = id => document.getElementById(id);
    at('words').value = localStorage.getItem('words') || '';
    at('words').addEventListener('input', () => localStorage.setItem('words', at('words').value));
    at('add').addEventListener('click', () => { at('pressed').textContent = +at('pressed').textContent + 1; });
    const show = list => { at('names').textContent = Array.from(list, file => `${file.name}:${file.size}`).join(' '); };
    at('files').addEventListener('change', () => show(at('files').files));
    at('drop').addEventListener('dragover', event => event.preventDefault());
    at('drop').addEventListener('drop', event => { event.preventDefault(); show(event.dataTransfer.files); });
    addEventListener('keydown', event => {
        if (event.ctrlKey && event.key === 'Enter') at('add').click();
    });";

#[tokio::test]
async fn a_person_is_counted_and_a_profile_remembers() -> Result {
    let folder = Temporary::new("form-site")?;
    fs::write(folder.join("index.html"), FORM)?;
    fs::write(folder.join("form.js"), FORM_SCRIPT)?;
    fs::write(folder.join("saved.json"), "{}")?;
    let mut site = Site::open_folder(&folder, Headers::TypeOnly)?;
    let profile = Profile::new(Engine::Chromium)?;
    let words = "پولیس report ۱۲ within 90 days";

    let browser = profile.open(&site.url("")).await?;
    browser.tab_to("#words", 3).await?;
    assert_eq!(browser.interactions(), 1);
    browser.type_text(words).await?;
    assert_eq!(browser.interactions(), 1, "typing is not counted");
    browser.press("Control+Enter").await?;
    browser.press("Tab").await?;
    browser.press("Space").await?;
    browser.click_named("button", "Add").await?;
    browser.wait_text("#pressed", "3").await?;
    assert_eq!(browser.interactions(), 5);
    assert_eq!(browser.travelled(), 1, "a Tab that is pressed is no travel");
    assert!(browser.is_focused("#add").await?);

    browser.click("#save").await?;
    let saved = browser.next_download().await?;
    assert_eq!(fs::read_to_string(&saved)?, "{}");
    browser.click("#save").await?;
    assert_ne!(browser.next_download().await?, saved);
    browser
        .choose_files("#files", &[&saved, &folder.join("form.js")])
        .await?;
    browser.wait_text("#names", "saved.json:2 form.js:").await?;
    browser.drop_files("#drop", &[&saved]).await?;
    browser
        .wait_until("the dropped file", async || {
            Ok(browser.text("#names").await? == "saved.json:2")
        })
        .await?;
    browser.close().await?;

    let browser = profile.open(&site.url("")).await?;
    assert_eq!(browser.value("#words").await?, words);
    assert_eq!(
        browser.named("textarea", "Words").await?.tag_name().await?,
        "textarea"
    );
    browser.kill();

    site.stop();
    assert!(profile.open(&site.url("")).await.is_err());
    site.start()?;
    let browser = profile.open(&site.url("")).await?;
    assert_eq!(browser.value("#words").await?, words);

    browser
        .look(Look {
            width: 390,
            height: 844,
            lang: "ur",
            theme: "dark",
        })
        .await?;
    let size: (u32, u32) = browser
        .script("return [innerWidth, innerHeight]", vec![])
        .await?;
    assert_eq!(size, (390, 844));
    let stored: String = browser
        .script(
            "return localStorage.getItem(arguments[0])",
            vec![json!("rapporteur/preferences")],
        )
        .await?;
    assert_eq!(stored, r#"{"lang":"ur","theme":"dark"}"#);
    let picture = folder.join("picture.png");
    browser.screenshot(&picture).await?;
    assert!(fs::metadata(picture)?.len() > 1000);
    browser.close().await?;
    Ok(())
}
