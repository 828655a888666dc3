//! Every page in both languages, light and dark, wide and narrow: axe finds nothing, and nothing scrolls sideways.

mod people;
#[path = "../../src/route.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the app's own pages, so that none is forgotten"
)]
mod route;

use people::{arrive, book, saved};
use rapporteur_e2e::{Look, Result, Site, axe};
use route::Route;

/// Every page, once: a new variant does not compile until it is here.
fn pages(book: &str) -> Vec<Route> {
    let book = || book.to_owned();
    let all = vec![
        Route::Start,
        Route::Draft {
            book: book(),
            group: None,
            rec: None,
        },
        Route::Capture {
            book: book(),
            group: None,
        },
        Route::Bin { book: book() },
        Route::Event { book: book() },
        Route::Files { book: book() },
        Route::Conflicts { book: book() },
        Route::Rounds { book: book() },
        Route::Round {
            book: book(),
            round: None,
        },
        Route::Communique { book: book() },
        Route::Present { book: book() },
        Route::Replies { book: book() },
    ];
    for page in &all {
        match page {
            Route::Start
            | Route::Draft { .. }
            | Route::Capture { .. }
            | Route::Bin { .. }
            | Route::Event { .. }
            | Route::Files { .. }
            | Route::Conflicts { .. }
            | Route::Rounds { .. }
            | Route::Round { .. }
            | Route::Communique { .. }
            | Route::Present { .. }
            | Route::Replies { .. } => {}
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_any_page() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser.click("#sample").await?;
    browser.wait_for(".ask-group a.card").await?;
    saved(&browser).await?;
    let book = book(&browser).await?;
    let mut found = Vec::new();
    for page in pages(&book) {
        for (lang, theme, width) in [
            ("en", "light", 1280),
            ("ur", "dark", 1280),
            ("en", "dark", 320),
            ("ur", "light", 320),
        ] {
            browser.goto(&site.url(&page.address())).await?;
            browser
                .look(Look {
                    width,
                    height: 900,
                    lang,
                    theme,
                })
                .await?;
            browser.wait_for("#page-title").await?;
            let name = format!("{} {lang} {theme} {width}", page.title());
            if let Err(error) = axe::check(&browser).await?.nothing_found(&name) {
                found.push(error.to_string());
            }
            let sideways: bool = browser
                .script(
                    "return document.documentElement.scrollWidth > innerWidth + 1",
                    vec![],
                )
                .await?;
            if sideways {
                found.push(format!("{name} scrolls sideways"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_in_the_editor() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser.click("#sample").await?;
    browser.click(".ask-group a.card").await?;
    browser.click("#recs [data-rec]").await?;
    browser.wait_for("#text").await?;
    let mut found = Vec::new();
    for (lang, theme, width) in [
        ("en", "light", 1280),
        ("ur", "dark", 1280),
        ("en", "dark", 320),
        ("ur", "light", 320),
    ] {
        browser
            .look(Look {
                width,
                height: 900,
                lang,
                theme,
            })
            .await?;
        browser.wait_for("#text").await?;
        if let Err(error) = axe::check(&browser)
            .await?
            .nothing_found(&format!("editor {lang} {theme} {width}"))
        {
            found.push(error.to_string());
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}
