//! The pictures of the README, taken anew with `cargo test -p rapporteur-e2e --test pictures -- --ignored`.

mod evening;
mod people;

use std::path::Path;

use evening::{Sample, files};
use people::{MOST, arrive, saved, take_in, to_wording};
use rapporteur_e2e::{Look, Result, Site, Temporary};

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes pictures"]
async fn the_draft_page_in_both_languages() -> Result {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/pictures");
    std::fs::create_dir_all(&folder)?;
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser.click("#sample").await?;
    browser.wait_for(".ask-group a.card").await?;
    saved(&browser).await?;
    browser.tab_to(".ask-group li:nth-child(5) a", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#recs [data-rec]").await?;
    for (name, lang, width, theme, row) in [
        ("draft-en", "en", 1280, "light", 3),
        ("draft-ur", "ur", 1280, "light", 5),
        ("draft-en-dark", "en", 1280, "dark", 3),
        ("draft-ur-360", "ur", 360, "light", 5),
    ] {
        browser
            .look(Look {
                width: 1280,
                height: 900,
                lang,
                theme,
            })
            .await?;
        browser
            .click(&format!("#recs li:nth-child({row}) [data-rec]"))
            .await?;
        browser.wait_for("#text").await?;
        browser
            .look(Look {
                width,
                height: 900,
                lang,
                theme,
            })
            .await?;
        browser.wait_for("#text").await?;
        browser
            .screenshot(&folder.join(format!("{name}.png")))
            .await?;
    }
    browser.close().await
}

/// Eight voters answer four questions about a group of the sample, each in their own way; then the round is closed.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes pictures"]
async fn ballot_results_and_matrix_in_both_languages() -> Result {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/pictures");
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser.click("#sample").await?;
    browser.wait_for(".ask-group a.card").await?;
    saved(&browser).await?;
    let book = people::book(&browser).await?;
    browser.goto(&site.url(&format!("#/rounds/{book}"))).await?;
    browser.wait_for("#round-present").await?;
    let look = |lang: &'static str, width: u32, theme: &'static str| Look {
        width,
        height: 900,
        lang,
        theme,
    };
    for (name, lang, width, theme) in [
        ("rounds-en", "en", 1280, "light"),
        ("rounds-ur-360", "ur", 360, "dark"),
    ] {
        browser.look(look(lang, width, theme)).await?;
        browser.wait_for("#round-present").await?;
        browser
            .screenshot(&folder.join(format!("{name}.png")))
            .await?;
    }
    browser.look(look("en", 1280, "light")).await?;
    browser.wait_for("#round-present").await?;
    browser.click(".preset:nth-of-type(3)").await?;
    browser.tab_to("#round-present", MOST).await?;
    browser.type_text("8").await?;
    browser.click("#round-begin").await?;
    browser.wait_for(".hand-over").await?;
    for (name, lang, width, theme) in [
        ("hand-over-en", "en", 1280, "light"),
        ("ballot-en", "en", 1280, "light"),
        ("ballot-ur", "ur", 1280, "light"),
        ("ballot-ur-360", "ur", 360, "dark"),
    ] {
        browser.look(look(lang, width, theme)).await?;
        browser.wait_for(".hand-over").await?;
        if name.starts_with("ballot") {
            browser.click("#booth-begin").await?;
            browser.wait_for("#ballot-text").await?;
        }
        browser
            .screenshot(&folder.join(format!("{name}.png")))
            .await?;
    }
    browser.look(look("en", 1280, "light")).await?;
    for voter in 0..8_usize {
        browser.wait_for("#booth-begin").await?;
        browser.click("#booth-begin").await?;
        browser.wait_for("#ballot-text").await?;
        let mut pressed = 0_usize;
        while browser.count_of("#cast").await? == 0 {
            if browser.count_of("#ballot-reason").await? > 0 {
                browser.type_text("Who pays for it?").await?;
                browser.press("Enter").await?;
                browser.wait_gone("#ballot-reason").await?;
                continue;
            }
            // The same text is answered alike by most; one of four is of another mind.
            let text = browser.text("#ballot-text").await?;
            let mind = text.len() % 5 + usize::from(voter % 4 == 3) * (text.len() % 3);
            let answer = match pressed % 4 {
                0 => mind % 5 + 1,
                1 => (mind * 3 + voter % 2) % 5 + 1,
                2 => 9 - (mind * 2 + voter % 2) % 9,
                _ => (mind + voter % 3) % 5 + 1,
            };
            browser.press(&answer.to_string()).await?;
            pressed += 1;
            tokio::time::sleep(std::time::Duration::from_millis(60)).await;
        }
        browser.click("#cast").await?;
    }
    browser.wait_for("#group-acts").await?;
    browser.click("#group-acts").await?;
    browser.click("#round-close").await?;
    browser.wait_for(".result").await?;
    saved(&browser).await?;
    for (name, lang, width, theme) in [
        ("results-en", "en", 1280, "light"),
        ("results-ur", "ur", 1280, "light"),
        ("results-en-360-dark", "en", 360, "dark"),
    ] {
        browser.look(look(lang, width, theme)).await?;
        browser.wait_for(".result").await?;
        browser
            .screenshot(&folder.join(format!("{name}.png")))
            .await?;
        if width == 1280 {
            for chart in ["agreement", "matrix"] {
                let _: serde_json::Value = browser
                    .script(
                        &format!(
                            "document.getElementById('chart-{chart}').scrollIntoView(); return null"
                        ),
                        vec![],
                    )
                    .await?;
                let name = name.replace("results", chart);
                browser
                    .screenshot(&folder.join(format!("{name}.png")))
                    .await?;
            }
        }
    }
    browser.close().await
}

/// Eight files of an evening on the desk: two versions, two that look alike, one text for both, the final list.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes pictures"]
async fn the_desk_and_the_final_list_in_both_languages() -> Result {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/pictures");
    let site = Site::open()?;
    let evening = Temporary::new("pictures")?;
    let (paths, _) = files(&Sample::read()?, &evening)?;
    let (_profile, browser) = arrive(&site, "en").await?;
    let chosen: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
    take_in(&browser, &chosen).await?;
    let book = people::book(&browser).await?;
    for (page, name, lang, width, theme) in [
        ("desk", "desk-versions-en", "en", 1280, "light"),
        ("desk", "desk-alike-en", "en", 1280, "light"),
        ("desk", "desk-alike-ur-360", "ur", 360, "dark"),
        ("desk", "desk-combine-ur", "ur", 1280, "light"),
        ("list", "list-en", "en", 1280, "dark"),
    ] {
        browser.goto(&site.url(&format!("#/{page}/{book}"))).await?;
        browser
            .look(Look {
                width,
                height: 900,
                lang,
                theme,
            })
            .await?;
        browser.wait_for("#page-title").await?;
        if page == "desk" {
            browser.wait_for("#needs .rec").await?;
            browser.wait_gone("#desk-looking").await?;
        }
        match name {
            "desk-versions-en" => {
                browser.wait_for(".need mark").await?;
            }
            "desk-combine-ur" => {
                to_wording(&browser).await?;
            }
            "list-en" => {
                browser
                    .tab_to(".final-list > p > .choice > input", MOST)
                    .await?;
                browser.press("Space").await?;
                browser.tab_to("[id^='origins-combination:']", MOST).await?;
                browser.press("Enter").await?;
                browser.wait_for(".origins").await?;
            }
            _ => {
                browser.wait_for("#answer-same").await?;
            }
        }
        browser
            .screenshot(&folder.join(format!("{name}.png")))
            .await?;
        if name == "desk-versions-en" {
            for _ in 0..3 {
                browser.wait_for(".need mark, .need .value").await?;
                browser.press("1").await?;
                tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            }
        }
        if name == "desk-combine-ur" {
            browser.press("1").await?;
            browser.wait_gone("#pick-1").await?;
            saved(&browser).await?;
        }
    }
    browser.close().await
}

/// The communiqué beside its choices, the presentation, the replies; and the preview on paper, as PDF files in `target/print`.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes pictures"]
async fn documents_presentation_and_replies_in_both_languages() -> Result {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/pictures");
    let print = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/print");
    std::fs::create_dir_all(&print)?;
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser.click("#sample").await?;
    browser.wait_for(".ask-group a.card").await?;
    saved(&browser).await?;
    let book = people::book(&browser).await?;
    for (lang, width, theme) in [
        ("en", 1280, "light"),
        ("ur", 1280, "light"),
        ("ur", 360, "light"),
        ("en", 360, "dark"),
    ] {
        let look = Look {
            width,
            height: 900,
            lang,
            theme,
        };
        let name = |page: &str| folder.join(format!("{page}-{lang}-{width}-{theme}.png"));
        browser
            .goto(&site.url(&format!("#/communique/{book}")))
            .await?;
        browser.look(look).await?;
        browser.wait_for(".document").await?;
        browser.screenshot(&name("communique-page")).await?;
        if width == 1280 {
            let made = browser
                .cdp(
                    "Page.printToPDF",
                    serde_json::json!({"preferCSSPageSize": true, "displayHeaderFooter": false}),
                )
                .await?;
            let data = made["data"].as_str().ok_or("no PDF")?;
            std::fs::write(print.join(format!("{lang}.pdf.base64")), data)?;
        }
        browser
            .goto(&site.url(&format!("#/replies/{book}")))
            .await?;
        let who = browser.wait_for("#replies-who").await?;
        who.send_keys("F").await?;
        browser.press("ArrowDown").await?;
        browser.wait_for(".slip").await?;
        browser.screenshot(&name("replies")).await?;
        browser
            .goto(&site.url(&format!("#/present/{book}")))
            .await?;
        browser.wait_for(".show-list").await?;
        browser.screenshot(&name("prepare")).await?;
        if browser.count_of("#mark-all").await? > 0 {
            browser.click("#mark-all").await?;
        }
        browser.click("#present-begin").await?;
        browser.wait_for(".slide-number").await?;
        browser.screenshot(&name("slide")).await?;
        browser.press("e").await?;
        people::focused(&browser, "#amend-text").await?;
        browser.press("Control+End").await?;
        browser.type_text(" at once").await?;
        browser.press("Control+Enter").await?;
        browser.wait_for(".difference ins").await?;
        browser.screenshot(&name("amended")).await?;
        browser.press("Escape").await?;
        browser.wait_for("#present-begin").await?;
    }
    browser.close().await
}

/// Help, the page of accessibility, the sentence builder and the way through the sample; to be looked at, in `target/pictures`.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes pictures"]
async fn help_and_what_leads_through_the_program() -> Result {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
    std::fs::create_dir_all(&folder)?;
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser.click("#sample").await?;
    browser.wait_for(".ask-group a.card").await?;
    saved(&browser).await?;
    let book = people::book(&browser).await?;
    for (lang, width, theme) in [
        ("en", 1280, "light"),
        ("ur", 1280, "dark"),
        ("ur", 360, "light"),
        ("en", 360, "dark"),
    ] {
        let look = |height| Look {
            width,
            height,
            lang,
            theme,
        };
        let name = |page: &str| folder.join(format!("{page}-{lang}-{width}-{theme}.png"));
        for (page, height) in [("help", 2600), ("access", 1800)] {
            browser.goto(&site.url(&format!("#/{page}"))).await?;
            browser.look(look(height)).await?;
            browser.wait_for("#help-back").await?;
            browser.screenshot(&name(page)).await?;
            let wide: Vec<String> = browser
                .script(
                    "return [...document.querySelectorAll('body *')]
                         .filter(found => { const box = found.getBoundingClientRect(); return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1); })
                         .map(found => found.outerHTML.slice(0, 90))",
                    vec![],
                )
                .await?;
            println!("{page} {lang} {width}: {wide:#?}");
        }
        for page in ["draft", "rounds", "desk", "list", "communique"] {
            browser.goto(&site.url(&format!("#/{page}/{book}"))).await?;
            browser.look(look(900)).await?;
            browser.wait_for("#page-title").await?;
            browser.screenshot(&name(page)).await?;
        }
        browser.look(look(1100)).await?;
        browser.goto(&site.url(&format!("#/draft/{book}"))).await?;
        browser.click(".ask-group a.card").await?;
        browser.wait_for("#add").await?;
        browser.click("#add").await?;
        browser.wait_for(".builder-door").await?;
        browser.screenshot(&name("builder-door")).await?;
        browser.click(".builder-door").await?;
        browser.wait_for("#builder-who").await?;
        browser.screenshot(&name("builder")).await?;
    }
    browser.close().await
}
