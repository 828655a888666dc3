//! A rapporteur: presents to a plenary, and types in what addressees reply.

use rapporteur_e2e::{Browser, Result, Site};

use super::{MOST, focused, visit};

/// Begins to present; what is shown is marked where nothing is.
pub(crate) async fn to_a_slide(browser: &Browser, site: &Site) -> Result {
    visit(browser, site, "present", ".show-list").await?;
    if browser.count_of("#present-begin").await? == 0 {
        browser.click("#mark-all").await?;
    }
    browser.click("#present-begin").await?;
    browser.wait_for(".slide-number").await?;
    focused(browser, "#page-title").await
}

/// The page of replies with the slips of an addressee, in one of which a reply is typed.
pub(crate) async fn to_a_slip(browser: &Browser, site: &Site) -> Result {
    visit(browser, site, "replies", "#replies-who").await?;
    browser.tab_to("#replies-who", MOST).await?;
    browser.press("ArrowDown").await?;
    browser.wait_for(".slip").await?;
    browser.click(".slip .choice").await?;
    browser.click(".slip textarea").await?;
    browser
        .type_text("The budget is missing. بجٹ موجود نہیں۔")
        .await
}

/// The number on the screen.
pub(crate) async fn number(browser: &Browser) -> Result<String> {
    browser.text(".slide-number").await
}

/// Waits until another page is on the screen, and returns its number.
pub(crate) async fn turned(browser: &Browser, from: &str) -> Result<String> {
    browser
        .wait("another page", async || {
            let now = number(browser).await?;
            Ok((now != from).then_some(now))
        })
        .await
}
