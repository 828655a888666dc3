//! Every page in every state a person meets it in (nothing there, a group's work, eighty recommendations, everything
//! unfolded, refusals, what lies over the page), in both languages and in one nobody speaks, light, dark and in the system's
//! forced colours, wide and narrow: axe finds nothing, no contrast is left undecided, nothing scrolls sideways or is cut off.

mod evening;
mod looks;
mod pages;
mod people;

use std::fs;
use std::path::Path;

use evening::{Sample, files};
use looks::{WIDTHS, in_every_look};
use pages::{Route, pages};
use people::{MOST, arrive, book, laptop as laptop_in, take_in, unfold};
use rapporteur_core::item::Kind;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_e2e::{Browser, Look, Pseudo, Result, Site, Temporary, axe};
use serde_json::json;

/// Every page of the open workbook as it is on arrival.
async fn every_page(browser: &Browser, site: &Site, state: &str, unfolded: bool) -> Result {
    let book = book(browser).await?;
    let mut found = Vec::new();
    for page in pages(&book) {
        let come = async || {
            browser.wait_for("#page-title").await?;
            if unfolded {
                unfold(browser).await?;
            }
            Ok(())
        };
        let name = format!("{} {state}", page.title());
        let address = site.url(&page.address());
        in_every_look(browser, &address, &name, come, &mut found).await?;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// Opens a file of a workbook from the start page.
async fn with(site: &Site, bytes: &[u8]) -> Result<(rapporteur_e2e::Profile, Browser)> {
    let folder = Temporary::new("states")?;
    let path = folder.join("states.json");
    fs::write(&path, bytes)?;
    let (profile, browser) = arrive(site, "en").await?;
    take_in(&browser, &[&path]).await?;
    Ok((profile, browser))
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_with_nothing_on_them() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser.tab_to("#code", MOST).await?;
    browser.type_text("QTA").await?;
    browser.press("Enter").await?;
    browser.wait_for(".ask-group a.card").await?;
    every_page(&browser, &site, "empty", false).await?;
    browser.close().await
}

/// What a browser would change of texts: what is shown of a recommendation and may be translated, and fields of texts that are
/// corrected, completed or translated. The texts are told by how they begin.
const CHANGED: &str = "
    const [begins] = arguments, found = [];
    const told = (what) => `${what.className || what.id || what.tagName}: ${what.textContent.trim().slice(0, 50)}`;
    const all = document.createTreeWalker(document.querySelector('#main'), NodeFilter.SHOW_TEXT);
    let seen = 0;
    while (all.nextNode()) {
        const holder = all.currentNode.parentElement;
        if (!begins.some((begin) => all.currentNode.data.includes(begin))) continue;
        seen += 1;
        if (holder.translate !== false) found.push(told(holder));
    }
    const fields = document.querySelectorAll('#main textarea, #main input.line[type=text]:not(.short, .tiny, [inputmode])');
    for (const field of fields) {
        if (field.spellcheck || field.autocomplete !== 'off' || field.translate) found.push(told(field));
    }
    return [seen + fields.length, found];";

/// A text that is put to the vote in one wording stays in it: no browser corrects, completes or translates it (see also
/// `the_rescue_page_is_for_everybody`).
#[tokio::test(flavor = "multi_thread")]
async fn no_browser_changes_a_text() -> Result {
    let site = Site::open()?;
    let folder = Temporary::new("states")?;
    let sample = Sample::read()?;
    let (paths, _) = files(&sample, &folder)?;
    let everyone = sample.laptop("DEMO", &[1, 2, 3, 4, 5, 6], 0x11).book;
    let recs = everyone.of_kind(Kind::REC);
    let begins: Vec<String> = recs
        .filter_map(|(rec, _)| {
            let rec = Recommendation::read(&everyone, rec);
            let (_, text) = rec.original_text()?;
            Some(text.chars().take(30).collect())
        })
        .collect();
    assert!(begins.len() > 20);
    let (_profile, browser) = arrive(&site, "en").await?;
    let chosen: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
    take_in(&browser, &chosen).await?;
    let book = book(&browser).await?;
    let (mut all, mut pages_with) = (Vec::new(), 0);
    for page in pages(&book) {
        browser.goto(&site.url(&page.address())).await?;
        browser.wait_for("#page-title").await?;
        if let Route::Draft { .. } = page {
            browser.click(".ask-group li:nth-child(1) a").await?;
            browser.click("#recs [data-rec]").await?;
            browser.wait_for("#text").await?;
        }
        unfold(&browser).await?;
        browser.draw_all().await?;
        let (seen, found): (usize, Vec<String>) =
            browser.script(CHANGED, vec![json!(begins)]).await?;
        pages_with += usize::from(seen > 0);
        let name = page.title();
        all.extend(found.into_iter().map(|what| format!("{name}: {what}")));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    // Not a page that shows none was looked at.
    assert!(pages_with > 9, "{pages_with}");
    browser.close().await
}

/// Files of several laptops have come together: something of each kind waits for a person.
#[tokio::test(flavor = "multi_thread")]
async fn pages_of_an_evening_unfolded() -> Result {
    let site = Site::open()?;
    let folder = Temporary::new("states")?;
    let (paths, _) = files(&Sample::read()?, &folder)?;
    let (_profile, browser) = arrive(&site, "en").await?;
    let chosen: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
    take_in(&browser, &chosen).await?;
    every_page(&browser, &site, "evening", true).await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_with_eighty_recommendations() -> Result {
    let site = Site::open()?;
    let sample = Sample::read()?;
    let laptop = sample.many("DEMO", 80, 0x80);
    let (_profile, browser) = with(&site, &laptop.bytes()).await?;
    every_page(&browser, &site, "eighty", false).await?;
    browser.close().await
}

/// What is refused, what is asked before something is gone, and what lies over the page.
#[tokio::test(flavor = "multi_thread")]
async fn refusals_and_dialogs() -> Result {
    let site = Site::open()?;
    let folder = Temporary::new("states")?;
    let cut = folder.join("cut.json");
    let sample = Sample::read()?.laptop("DEMO", &[1], 0x11);
    let whole = sample.bytes();
    fs::write(&cut, whole.get(..whole.len() / 2).unwrap_or_default())?;
    let (_profile, browser) = with(&site, &whole).await?;
    let book = book(&browser).await?;
    let mut found = Vec::new();
    let at = |route: Route| site.url(&route.address());
    let files = at(Route::Files { book: book.clone() });
    let draft = at(Route::Draft {
        book: book.clone(),
        group: None,
        rec: None,
    });
    let gone = at(Route::Draft {
        book: "0000000000000000".to_owned(),
        group: None,
        rec: None,
    });
    let rounds = at(Route::Rounds { book: book.clone() });
    let event = at(Route::Event { book });

    let come = async || browser.wait_for("main h1").await.map(|_| ());
    in_every_look(&browser, &gone, "no such workbook", come, &mut found).await?;

    let come = async || {
        browser.choose_files("#pick-files", &[&cut]).await?;
        browser
            .wait_for("main .findings, main .unusable")
            .await
            .map(|_| ())
    };
    in_every_look(&browser, &files, "a cut file", come, &mut found).await?;

    let come = async || {
        browser.tab_to("#round-begin", MOST).await?;
        browser.press("Enter").await?;
        browser.wait_for("[aria-invalid=true]").await.map(|_| ())
    };
    in_every_look(&browser, &rounds, "a round of nobody", come, &mut found).await?;

    let come = async || {
        // A day is added without one.
        browser.click(".adding .btn").await?;
        browser.wait_for("[aria-invalid=true]").await.map(|_| ())
    };
    in_every_look(&browser, &event, "no day to add", come, &mut found).await?;

    let come = async || {
        browser.wait_for("#page-title").await?;
        browser.press("Control+.").await?;
        browser.wait_for(".curtain").await.map(|_| ())
    };
    in_every_look(&browser, &draft, "curtain", come, &mut found).await?;

    let come = async || {
        browser.click("#recs [data-rec]").await?;
        browser.wait_for("#text").await?;
        unfold(&browser).await
    };
    in_every_look(&browser, &draft, "editor unfolded", come, &mut found).await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}

/// Right to left with every run of letters turned round: the page is the other way round as a whole, and nothing is pushed out.
#[tokio::test(flavor = "multi_thread")]
async fn pages_turned_round() -> Result {
    let site = Site::open()?;
    let laptop = Sample::read()?.laptop("DEMO", &[1, 2], 0x12);
    let (_profile, browser) = with(&site, &laptop.bytes()).await?;
    let book = book(&browser).await?;
    let mut found = Vec::new();
    for page in pages(&book) {
        browser.goto(&site.url(&page.address())).await?;
        for width in WIDTHS {
            browser
                .look(Look {
                    width,
                    ..laptop_in("en")
                })
                .await?;
            browser.wait_for("#page-title").await?;
            Pseudo::Turned.speak(&browser).await?;
            let name = format!("{} turned {width}", page.title());
            let cut = axe::cut_off(&browser).await?;
            found.extend(cut.iter().map(|text| format!("{name} cuts off: {text}")));
            if axe::scrolls_sideways(&browser).await? {
                found.push(format!("{name} scrolls sideways"));
            }
            let turned = "const brand = document.querySelector('.brand').getBoundingClientRect();
                return brand.left > innerWidth / 2";
            if !browser.script::<bool>(turned, vec![]).await? {
                found.push(format!("{name} begins on the left"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}

/// Whoever goes through a page by the Tab key sees where they are: nothing lies over all of what has the focus (WCAG 2.4.11).
#[tokio::test(flavor = "multi_thread")]
async fn what_has_the_focus_is_never_hidden() -> Result {
    let site = Site::open()?;
    let laptop = Sample::read()?.laptop("DEMO", &[1], 0x11);
    let (_profile, browser) = with(&site, &laptop.bytes()).await?;
    let book = book(&browser).await?;
    // Five points of it: one in front of everything is enough.
    let hidden = "
        const held = document.activeElement;
        if (!held || held === document.body) return '';
        const shape = held.closest('.choice, .tick, .btn') ?? held;
        const box = shape.getBoundingClientRect();
        const places = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
        const seen = places.some(([across, down]) => {
            const front = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
            return front && shape.contains(front);
        });
        return seen ? '' : held.outerHTML.slice(0, 120);";
    let (mut found, mut stops) = (Vec::new(), 0);
    for page in pages(&book) {
        browser.goto(&site.url(&page.address())).await?;
        for (width, height) in [(1280, 720), (360, 640)] {
            let look = Look {
                width,
                height,
                ..laptop_in("en")
            };
            browser.look(look).await?;
            browser.wait_for("#page-title").await?;
            for _ in 0..45 {
                browser.press("Tab").await?;
                stops += 1;
                let mut what: String = browser.script(hidden, vec![]).await?;
                if !what.is_empty() {
                    // The page may have been drawn further under the key; a page at rest has no such reason.
                    browser.press("Shift+Tab").await?;
                    browser.press("Tab").await?;
                    what = browser.script(hidden, vec![]).await?;
                }
                if !what.is_empty() {
                    found.push(format!("{} {width}: {what}", page.title()));
                }
            }
        }
    }
    assert!(stops > 1_000);
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}
