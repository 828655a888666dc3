//! The desk and what is unfolded there, in both languages, light and dark, wide and narrow: axe finds nothing, and nothing
//! scrolls sideways. Every page and its states are in `states.rs`.

mod evening;
mod people;
use evening::{Sample, files};
use people::{MOST, arrive, book, focused, saved, take_in, to_wording};
use rapporteur_e2e::{Look, Result, Site, Temporary, axe};

/// Each language, theme and width with each other one somewhere.
const LOOKS: [(&str, &str, u32); 4] = [
    ("en", "light", 1280),
    ("ur", "dark", 1280),
    ("en", "dark", 320),
    ("ur", "light", 320),
];

/// The desk with something of each kind on it, what is combined, and the final list with all that can be unfolded.
#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_the_desk() -> Result {
    let site = Site::open()?;
    let folder = Temporary::new("access")?;
    let (paths, _) = files(&Sample::read()?, &folder)?;
    let (_profile, browser) = arrive(&site, "en").await?;
    let chosen: Vec<&std::path::Path> = paths.iter().map(AsRef::as_ref).collect();
    take_in(&browser, &chosen).await?;
    let book = book(&browser).await?;
    let mut found = Vec::new();
    for state in ["receipts", "conflict", "alike", "combine", "list", "chosen"] {
        for (lang, theme, width) in LOOKS {
            let page = match state {
                "receipts" => "files",
                "list" | "chosen" => "list",
                _ => "desk",
            };
            browser.goto(&site.url(&format!("#/{page}/{book}"))).await?;
            browser
                .look(Look {
                    width,
                    height: 900,
                    lang,
                    theme,
                })
                .await?;
            match state {
                "receipts" => {
                    browser.choose_files("#pick-files", &chosen).await?;
                    browser.wait_for(".receipt-sentence").await?;
                }
                "conflict" => drop(browser.wait_for(".need mark").await?),
                "alike" => drop(browser.wait_for("#answer-same").await?),
                "combine" => {
                    browser.wait_for("#answer-same, #pick-1").await?;
                    if browser.count_of("#pick-1").await? == 0 {
                        to_wording(&browser).await?;
                    }
                    browser.press("3").await?;
                    browser.wait_for("#combined-text").await?;
                }
                "list" => {
                    browser
                        .tab_to(".final-list > p > .choice > input", MOST)
                        .await?;
                    browser.press("Space").await?;
                    // A click might meet the status line that lies over the end of a small page.
                    browser.tab_to("[id^='origins-combination:']", MOST).await?;
                    browser.press("Enter").await?;
                    browser.wait_for(".origins").await?;
                }
                _ => {
                    browser.tab_to("#choose-all", MOST).await?;
                    browser.press("Enter").await?;
                    browser.tab_to("#chosen-tags", MOST).await?;
                    browser.press("Enter").await?;
                    browser.wait_for(".chosen .press").await?;
                }
            }
            let name = format!("{state} {lang} {theme} {width}");
            axe::collect(&browser, &name, &mut found).await?;
        }
        // From the two versions to the look-alikes, and from there to a combined text.
        if state == "conflict" {
            for left in [2, 1, 0] {
                browser.press("1").await?;
                browser
                    .wait_until("one less", async || {
                        let kinds = browser.texts("#needs .kind").await?;
                        let held = kinds.iter().filter(|kind| *kind == "دو صورتیں").count();
                        Ok(held == left)
                    })
                    .await?;
            }
        }
        if state == "combine" {
            focused(&browser, "#combined-text").await?;
            browser.press("Escape").await?;
            browser.wait_gone("#combined-text").await?;
            focused(&browser, "#pick-3").await?;
            browser.tab_to("#pick-1", MOST).await?;
            browser.press("Enter").await?;
            browser.wait_gone("#pick-1").await?;
            saved(&browser).await?;
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}
