//! The coach: advice beside the text while it is typed, in both languages; one click that can be taken back; and what could
//! lead to a person, which warns at once and holds what leaves the room.

mod people;

use people::{MOST, arrive, begin, focused, go, saved};
use rapporteur_e2e::{Browser, Look, Result, Site, axe};

const NUMBER: &str = "42101-1234567-1";

#[tokio::test(flavor = "multi_thread")]
async fn a_vague_sentence_gets_its_advice_in_either_language() -> Result {
    let site = Site::open()?;
    for (lang, text, hidden, vague) in [
        (
            "en",
            "Awareness should be raised in an effective manner.",
            "does not say who acts",
            "means something else to everyone",
        ),
        (
            "ur",
            "آگاہی موثر انداز میں بڑھائی جائے۔",
            "سے معلوم نہیں ہوتا کہ کام کون کرے",
            "کا مطلب ہر ایک کے لیے الگ ہے",
        ),
    ] {
        let (_profile, browser) = arrive(&site, lang).await?;
        begin(&browser, "COA", 1).await?;
        assert_eq!(browser.count_of("#advice").await?, 0, "nothing of no text");
        browser.type_text(text).await?;
        browser.wait_text(".coach", hidden).await?;
        browser.tab_to("#advice-more", MOST).await?;
        browser.press("Enter").await?;
        browser.wait_text(".coach", vague).await?;
        // What one reads beside the text is not read out with every word.
        let spoken = browser.text("#announcer").await?;
        assert!(!spoken.contains(hidden), "{spoken}");
        // Folded it stays folded, on the next visit too.
        browser.tab_to("#advice", MOST).await?;
        browser.press("Enter").await?;
        browser.wait_gone(".coach .advice").await?;
        saved(&browser).await?;
        browser.reload().await?;
        browser.wait_for("#advice[aria-expanded=false]").await?;
        browser.assert_clean().await?;
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_tags_a_named_body_and_undo_takes_it_back() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "COA", 1).await?;
    let text = "The FIA should publish a list of barred agents by June 2027.";
    browser.type_text(text).await?;
    browser.wait_text(".coach", "not marked as asked").await?;
    let asked = async || browser.count_of("#addressees input:checked").await;
    let tag = ".coach [aria-describedby^='advice-untagged-body']";
    assert_eq!(asked().await?, 0);
    browser.click(tag).await?;
    browser.wait_gone(tag).await?;
    assert_eq!(asked().await?, 1);
    // The button went away with what it was about.
    focused(&browser, "#advice").await?;
    // Whoever is asked may lead.
    browser
        .click(".coach [aria-describedby^='advice-lead']")
        .await?;
    browser
        .wait_gone(".coach [aria-describedby^='advice-lead']")
        .await?;
    browser.click("#undo").await?;
    browser.click("#undo").await?;
    browser.wait_for(tag).await?;
    assert_eq!(asked().await?, 0);
    assert_eq!(browser.value("#text").await?, text);
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_actions_become_two_recommendations() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "COA", 1).await?;
    let text =
        "The FIA should sign a case-transfer protocol, and publish its returns every quarter.";
    browser.type_text(text).await?;
    let split = ".coach [aria-describedby^='advice-split']";
    browser.wait_for(split).await?;
    browser.click(split).await?;
    browser
        .wait_until("two rows", async || Ok(people::rows(&browser).await? == 2))
        .await?;
    let first = browser.value("#text").await?;
    assert!(first.ends_with("protocol."), "{first}");
    browser.click("#undo").await?;
    browser
        .wait_until("one row", async || Ok(people::rows(&browser).await? == 1))
        .await?;
    assert_eq!(browser.value("#text").await?, text);
    browser.close().await
}

async fn with_number(browser: &Browser) -> Result {
    begin(browser, "COA", 1).await?;
    browser
        .type_text(&format!("The FIA should hear {NUMBER} as a witness."))
        .await?;
    browser.wait_text(".coach .note.bad", NUMBER).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_identity_card_warns_at_once_and_holds_the_communique() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    with_number(&browser).await?;
    browser.wait_text("#announcer", NUMBER).await?;
    // The warning stays where advice is folded away.
    browser.tab_to("#advice", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_gone(".disclosed .advice").await?;
    assert_eq!(browser.count_of(".coach .note.bad li").await?, 1);
    saved(&browser).await?;
    go(&browser, &site, "communique").await?;
    browser.wait_text(".held li", NUMBER).await?;
    browser.wait_for(".document").await?;
    browser.click("#save-document").await?;
    focused(&browser, "#held-confirm").await?;
    browser
        .wait_text("#announcer", "a person could be found")
        .await?;
    // Knowingly, it may be published.
    browser.press("Space").await?;
    browser.click("#save-document").await?;
    let made = browser.next_download().await?;
    assert!(made.extension().is_some_and(|ending| ending == "docx"));
    // Or it is changed: the link goes there, and one button takes it out.
    browser.click(".held li a").await?;
    browser.wait_for(".coach .note.bad button").await?;
    browser.click(".coach .note.bad button").await?;
    browser.wait_gone(".coach .note.bad").await?;
    assert_eq!(
        browser.value("#text").await?,
        "The FIA should hear as a witness."
    );
    saved(&browser).await?;
    go(&browser, &site, "communique").await?;
    browser.wait_for(".document").await?;
    assert_eq!(browser.count_of(".held").await?, 0);
    browser.click("#save-document").await?;
    browser.next_download().await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_where_advice_is_given() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "COA", 1).await?;
    browser
        .type_text(&format!(
            "Awareness should be raised in an effective manner, as {NUMBER} asked."
        ))
        .await?;
    saved(&browser).await?;
    let mut found = Vec::new();
    for page in ["draft", "communique"] {
        if page == "communique" {
            go(&browser, &site, page).await?;
        }
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
            let shown = match page {
                "draft" => ".coach .disclosed .advice > li",
                _ => ".held li",
            };
            browser.wait_for(shown).await?;
            if page == "draft" {
                browser.tab_to("#advice-more", MOST).await?;
                browser.press("Enter").await?;
                browser.wait_for(".disclosed .disclosed .advice").await?;
            }
            let name = format!("{page} {lang} {theme} {width}");
            if let Ok(folder) = std::env::var("RAPPORTEUR_PICTURES") {
                let file = format!("coach-{page}-{lang}-{theme}-{width}.png");
                browser
                    .screenshot(&std::path::Path::new(&folder).join(file))
                    .await?;
            }
            axe::collect(&browser, &name, &mut found).await?;
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}
