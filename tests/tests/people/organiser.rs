//! An organiser prepares the event, by keys alone.

use rapporteur_e2e::{Browser, Result};

use super::{MOST, focused, saved};

/// Begins a workbook; writes the title in both languages and the place, adds a group and a term of the event's own.
pub(crate) async fn prepare(browser: &Browser) -> Result {
    browser.tab_to("#code", MOST).await?;
    browser.type_text("ISB").await?;
    browser.press("Enter").await?;
    browser.wait_for(".ask-group a.card").await?;
    browser.tab_to(".steps a[href^='#/event/']", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for(".one-event").await?;
    let fill = async |css: &str, text: &str| -> Result {
        browser.tab_to(css, MOST * 2).await?;
        browser.press("Control+a").await?;
        browser.type_text(text).await?;
        browser.press("Enter").await
    };
    fill("[id$='-title-en']", "National dialogue").await?;
    fill("[id$='-title-ur']", "قومی مکالمہ").await?;
    fill("[id$='-place']", "Islamabad").await?;
    let groups = browser.count_of(".group-row").await?;
    browser.tab_to("[id$='-add-group']", MOST * 4).await?;
    browser.press("Enter").await?;
    browser
        .wait_until("a group more, open for its name", async || {
            Ok(browser.count_of(".group-row").await? == groups + 1
                && browser
                    .is_focused("[id^='group:'][id$='-title-en']")
                    .await?)
        })
        .await?;
    browser.type_text("Judges and prosecutors").await?;
    browser.press("Enter").await?;
    browser.tab_to("[id$='-term-en']", MOST).await?;
    browser.type_text("Coastal village committees").await?;
    browser.press("Enter").await?;
    browser
        .wait_text(".terms-of", "Coastal village committees")
        .await?;
    focused(browser, "[id$='-term-en']").await?;
    assert_eq!(browser.value("[id$='-term-en']").await?, "");
    saved(browser).await
}
