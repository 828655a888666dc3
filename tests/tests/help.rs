//! Help: reached by keyboard from every page and back to where one was; what it names is looked for in `names.rs`.

mod people;

use people::{MOST, arrive, begin, book, focused, saved};
use rapporteur_e2e::{Browser, Look, Result, Site, axe};

/// Goes to help by the link in the head of the page, and back by the link on top of it.
async fn there_and_back(browser: &Browser) -> Result {
    let from: String = browser
        .script("return location.hash || '#/'", vec![])
        .await?;
    browser.tab_to("#help", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#help-back").await?;
    focused(browser, "#page-title").await?;
    browser.press("Tab").await?;
    focused(browser, "#help-back").await?;
    browser.press("Enter").await?;
    browser
        .wait_until(&format!("{from} again"), async || {
            let here: String = browser.script("return location.hash", vec![]).await?;
            Ok(here == from)
        })
        .await?;
    // The heading has the focus, or the one field that its page is for.
    let within = "return !!document.activeElement.closest('main')";
    let wanted = format!("the focus on the page of {from}");
    browser
        .wait_until(&wanted, async || browser.script(within, vec![]).await)
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn help_is_reached_from_every_page_and_leads_back() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    there_and_back(&browser).await?;
    begin(&browser, "HLP", 2).await?;
    browser.type_text("FIA should publish a list.").await?;
    browser.press("Tab").await?;
    saved(&browser).await?;
    // The recommendation that was on the sheet is there again, and can still be taken back.
    there_and_back(&browser).await?;
    browser.wait_for("#text").await?;
    assert_eq!(browser.value("#text").await?, "FIA should publish a list.");
    assert_eq!(browser.count_of("#undo[aria-disabled=false]").await?, 1);
    let book = book(&browser).await?;
    for page in [
        "capture",
        "desk",
        "list",
        "rounds",
        "communique",
        "event",
        "files",
        "bin",
        "conflicts",
        "replies",
        "present",
    ] {
        browser.goto(&site.url(&format!("#/{page}/{book}"))).await?;
        browser.wait_for("#help").await?;
        browser.wait_for("#page-title").await?;
        there_and_back(&browser).await?;
    }
    browser.goto(&site.url("#/laptop")).await?;
    browser.wait_for("#promise").await?;
    there_and_back(&browser).await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_of_contents_takes_the_focus_along() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "ur").await?;
    browser
        .look(Look {
            width: 360,
            height: 800,
            lang: "ur",
            theme: "dark",
        })
        .await?;
    browser.tab_to("#help", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#help-contents").await?;
    focused(&browser, "#page-title").await?;
    for (place, section) in ["help-scribe", "help-voter", "help-facilitator"]
        .iter()
        .enumerate()
    {
        let link = format!(".help nav li:nth-child({}) a", place + 1);
        browser.click(&link).await?;
        focused(&browser, &format!("#{section}")).await?;
    }
    let address: String = browser.script("return location.hash", vec![]).await?;
    assert_eq!(address, "#/help");
    assert!(!axe::scrolls_sideways(&browser).await?);
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_accessibility_lists_all_criteria() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser.tab_to("#help", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#help-scribe").await?;
    browser.tab_to("main a[href='#/access']", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#access-counts").await?;
    focused(&browser, "#page-title").await?;
    for lang in ["en", "ur"] {
        browser.look(people::laptop(lang)).await?;
        browser.wait_for("#access-counts").await?;
        assert_eq!(browser.count_of(".criteria > li").await?, 55);
        let told = browser.text("#access-counts").await?;
        let counts = told
            .split(|letter: char| !letter.is_ascii_digit())
            .filter(|digits| !digits.is_empty())
            .map(str::parse::<usize>)
            .sum::<std::result::Result<usize, _>>()?;
        assert_eq!(counts, 55, "{told}");
    }
    // Help and this page are both beside the work: back is where the work is.
    browser.tab_to("#help-back", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#code").await?;
    browser.assert_clean().await?;
    browser.close().await
}

/// Chooses in a list by its value, by the keyboard as far as the keyboard of all systems is the same.
async fn choose(browser: &Browser, css: &str, value: &str) -> Result {
    browser.tab_to(css, MOST).await?;
    let place: i64 = browser
        .script(
            "return [...document.querySelector(arguments[0]).options].findIndex(option => option.value === arguments[1])",
            vec![css.into(), value.into()],
        )
        .await?;
    for _ in 0..place {
        browser.press("ArrowDown").await?;
    }
    assert_eq!(browser.value(css).await?, value);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sentence_is_built_of_its_parts_in_either_language() -> Result {
    let site = Site::open()?;
    for (lang, object, indicator, expected) in [
        (
            "en",
            "a list of barred agents",
            "lists published",
            "FIA should publish a list of barred agents every three months, measured by lists published.",
        ),
        (
            "ur",
            "ممنوعہ ایجنٹوں کی فہرست",
            "شائع شدہ فہرستیں",
            "ایف آئی اے ہر سہ ماہی ممنوعہ ایجنٹوں کی فہرست شائع کرے، جس کا پیمانہ شائع شدہ فہرستیں ہو۔",
        ),
    ] {
        let expected = expected.replace("every three months", "every quarter");
        let (_profile, browser) = arrive(&site, lang).await?;
        begin(&browser, "BLD", 1).await?;
        browser.tab_to(".builder-door", MOST).await?;
        browser.press("Enter").await?;
        focused(&browser, "#builder-who").await?;
        // Nothing is written of half a sentence: the field that is missing is gone to.
        browser.tab_to("#builder-use", MOST).await?;
        browser.press("Enter").await?;
        focused(&browser, "#builder-who").await?;
        choose(&browser, "#builder-who", "fia").await?;
        choose(&browser, "#builder-verb", "publish").await?;
        browser.tab_to("#builder-object", MOST).await?;
        browser.type_text(object).await?;
        choose(&browser, "#builder-when", "quarter").await?;
        browser.tab_to("#builder-indicator", MOST).await?;
        browser.type_text(indicator).await?;
        browser.wait_text("#builder-preview", &expected).await?;
        axe::check(&browser).await?.nothing_found("the builder")?;
        browser.tab_to("#builder-use", MOST).await?;
        browser.press("Enter").await?;
        // As if it had been typed: the text has it and the focus, its body is asked, and the builder is gone.
        focused(&browser, "#text").await?;
        assert_eq!(browser.value("#text").await?, expected);
        browser.wait_gone(".builder").await?;
        let asked = async || Ok(browser.count_of("#addressees input:checked").await? == 1);
        browser.wait_until("one body is asked", asked).await?;
        browser.press("Tab").await?;
        saved(&browser).await?;
        browser.reload().await?;
        browser.wait_for("#text").await?;
        assert_eq!(browser.value("#text").await?, expected);
        assert_eq!(browser.count_of(".builder-door").await?, 0);
        browser.assert_clean().await?;
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_built_sentence_is_taken_back_and_left() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "BLD", 1).await?;
    browser.tab_to(".builder-door", MOST).await?;
    browser.press("Enter").await?;
    focused(&browser, "#builder-who").await?;
    choose(&browser, "#builder-who", "judiciary").await?;
    choose(&browser, "#builder-verb", "issue").await?;
    browser.tab_to("#builder-object", MOST).await?;
    browser.type_text("a practice note").await?;
    // Courts are invited.
    let invited = "Judiciary may wish to issue a practice note.";
    browser.wait_text("#builder-preview", invited).await?;
    browser.click("#builder-use").await?;
    focused(&browser, "#text").await?;
    browser.press("Tab").await?;
    saved(&browser).await?;
    browser.click("#undo").await?;
    let asked = async || Ok(browser.count_of("#addressees input:checked").await? == 0);
    browser.wait_until("nobody is asked", asked).await?;
    assert_eq!(browser.value("#text").await?, invited);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_leads_through_the_main_pages_until_somebody_leaves_it() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    browser.click("#sample").await?;
    browser.wait_for(".tour").await?;
    saved(&browser).await?;
    let book = book(&browser).await?;
    for page in ["rounds", "desk", "list", "communique"] {
        browser.tab_to("#tour-next", MOST).await?;
        browser.press("Enter").await?;
        browser
            .wait_for(&format!(
                ".steps a[aria-current=page][href='#/{page}/{book}']"
            ))
            .await?;
        focused(&browser, "#page-title").await?;
        browser.wait_for(".tour").await?;
    }
    browser.wait_text(".tour", "5").await?;
    browser.tab_to("#tour-next", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#code").await?;
    // It is nowhere else, and gone for good when it was left.
    browser.goto(&site.url(&format!("#/event/{book}"))).await?;
    browser.wait_for("#page-title").await?;
    assert_eq!(browser.count_of(".tour").await?, 0);
    browser.goto(&site.url(&format!("#/list/{book}"))).await?;
    browser.tab_to("#tour-leave", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_gone(".tour").await?;
    focused(&browser, "#page-title").await?;
    browser.goto(&site.url(&format!("#/rounds/{book}"))).await?;
    browser.wait_for("#round-present").await?;
    assert_eq!(browser.count_of(".tour").await?, 0);
    browser.reload().await?;
    browser.wait_for("#round-present").await?;
    assert_eq!(browser.count_of(".tour").await?, 0);
    browser.assert_clean().await?;
    browser.close().await
}
