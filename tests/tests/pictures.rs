//! The pictures of the README, taken anew with `cargo test -p rapporteur-e2e --test pictures -- --ignored`.

mod people;

use std::path::Path;

use people::{MOST, arrive, saved};
use rapporteur_e2e::{Look, Result, Site};

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
