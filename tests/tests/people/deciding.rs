//! A facilitator at the desk: one key a question.

use rapporteur_e2e::{Browser, Result};

use super::{MOST, focused};

/// What the desk says of its progress: decided and all.
pub(crate) async fn progress(browser: &Browser) -> Result<(usize, usize)> {
    let text = browser.text("#desk-progress").await?;
    let mut numbers = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|part| part.parse().ok());
    Ok((
        numbers.next().ok_or("no number")?,
        numbers.next().ok_or("no second number")?,
    ))
}

/// Presses the key that decides one thing, and waits until it is done; returns how many interactions it took.
pub(crate) async fn decide(browser: &Browser, key: &str) -> Result<usize> {
    let (before, _) = progress(browser).await?;
    let asked = current(browser).await?;
    let used = browser.interactions();
    browser.press(key).await?;
    let used = browser.interactions() - used;
    browser
        .wait_until(
            "one more to be decided, and the next to be asked",
            async || {
                Ok(progress(browser).await?.0 == before + 1 && current(browser).await? != asked)
            },
        )
        .await?;
    focused(browser, "#need-title").await?;
    Ok(used)
}

/// The row of what is asked now.
pub(crate) async fn current(browser: &Browser) -> Result<String> {
    browser
        .script(
            "const row = document.querySelector('#needs [aria-current]'); return row ? row.id : ''",
            vec![],
        )
        .await
}

/// The kinds of what waits, as far as the list draws them.
pub(crate) async fn kinds(browser: &Browser) -> Result<Vec<String>> {
    browser.texts("#needs .kind").await
}

/// Goes to the desk by its step, and waits until what looks alike was found.
pub(crate) async fn to_desk(browser: &Browser) -> Result {
    browser.tab_to(".steps a[href^='#/desk/']", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#desk-progress").await?;
    browser
        .wait_until("look-alikes", async || {
            Ok(kinds(browser)
                .await?
                .iter()
                .any(|kind| kind == "Look alike"))
        })
        .await
}
