//! Pictures to be looked at one by one: every page of the facilitator's evening and every state of the walk, in both languages,
//! light and dark, wide and narrow, from their top to their end. They come to `target/pictures`.

mod evening;
mod looks;
mod pages;
mod people;
mod walk;

use std::fs;
use std::path::{Path, PathBuf};

use evening::{Sample, files};
use looks::colours;
use pages::pages;
use people::{arrive, book, laptop, take_in};
use rapporteur_e2e::{Browser, Look, Result, Site, Temporary};

/// As high as a picture gets: what comes after so much looks like what is on it.
const HIGHEST: u32 = 2_200;

fn folder(of: &str) -> Result<PathBuf> {
    let folder = xtask::tools::root().join("target/pictures").join(of);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Takes the open page as it is in four looks.
async fn pictures(browser: &Browser, folder: &Path, name: &str) -> Result {
    // The walk chose a theme; here the system's counts.
    browser
        .script::<serde_json::Value>(
            "document.documentElement.dataset.theme = 'auto'; return null",
            vec![],
        )
        .await?;
    for width in [1280, 360] {
        browser.resize(width, 900).await?;
        let whole: u32 = browser
            .script(
                "const highest = [...document.querySelectorAll('main, main *')].map((held) => held.scrollHeight - held.clientHeight);
                 return 900 + Math.max(0, ...highest, document.documentElement.scrollHeight - innerHeight)",
                vec![],
            )
            .await?;
        browser.resize(width, whole.min(HIGHEST)).await?;
        for theme in ["light", "dark"] {
            colours(browser, theme, "none").await?;
            let name = format!("{name} {width} {theme}.png");
            browser.screenshot(&folder.join(name)).await?;
        }
    }
    colours(browser, "light", "none").await?;
    browser.resize(1280, 900).await
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes pictures"]
async fn pictures_of_every_page() -> Result {
    let folder = folder("pages")?;
    let site = Site::open()?;
    let evening = Temporary::new("looking")?;
    let (paths, _) = files(&Sample::read()?, &evening)?;
    let (_profile, browser) = arrive(&site, "en").await?;
    let chosen: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
    take_in(&browser, &chosen).await?;
    let book = book(&browser).await?;
    for lang in ["en", "ur"] {
        for page in pages(&book) {
            browser.goto(&site.url(&page.address())).await?;
            let look = Look {
                theme: "auto",
                ..laptop(lang)
            };
            browser.look(look).await?;
            browser.wait_for("#page-title").await?;
            pictures(&browser, &folder, &format!("{} {lang}", page.title())).await?;
        }
    }
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes pictures"]
async fn pictures_of_every_state() -> Result {
    let folder = folder("states")?;
    let site = Site::open()?;
    for lang in ["en", "ur"] {
        let mut number = 0;
        let mut look = async |browser: &Browser, state: &str| -> Result {
            number += 1;
            pictures(browser, &folder, &format!("{number:02} {state} {lang}")).await
        };
        walk::everywhere(&site, lang, &mut look).await?;
    }
    Ok(())
}
