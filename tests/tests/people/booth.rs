//! A group that votes: one locks the card, each votes by keys alone, one closes the round.

use rapporteur_e2e::{Browser, Result};

use super::{MOST, focused, saved};

/// Locks a card from the page of rounds, by keys; `who` are categories with their numbers.
pub(crate) async fn lock(
    browser: &Browser,
    preset: usize,
    present: &str,
    who: &[(&str, &str)],
) -> Result {
    browser.tab_to(".steps a[href^='#/rounds/']", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#round-present").await?;
    browser.tab_to("input[name=round-preset]", MOST).await?;
    let chosen = "return [...document.querySelectorAll('input[name=round-preset]')].findIndex((held) => held.checked)";
    let mut at: i64 = browser.script(chosen, vec![]).await?;
    while at != preset as i64 {
        let way = if at < preset as i64 {
            "ArrowDown"
        } else {
            "ArrowUp"
        };
        browser.press(way).await?;
        at = browser.script(chosen, vec![]).await?;
    }
    browser.tab_to("#round-present", MOST).await?;
    browser.type_text(present).await?;
    if !who.is_empty() {
        browser.tab_to(".disclosure > .btn", MOST).await?;
        browser.press("Enter").await?;
        for (category, count) in who {
            browser.tab_to(&format!("#round-{category}"), MOST).await?;
            browser.type_text(count).await?;
        }
    }
    browser.tab_to("#round-begin", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for(".hand-over").await?;
    focused(browser, "#page-title").await
}

/// Begins a show of hands of eight people, from the page of rounds.
pub(crate) async fn hands_of_eight(browser: &Browser) -> Result {
    browser.wait_for("#round-present").await?;
    browser.click("label.preset:nth-of-type(4)").await?;
    browser.click("#round-present").await?;
    browser.type_text("8").await?;
    browser.click("#round-begin").await?;
    browser.wait_for("#hands-keep").await.map(|_| ())
}

/// One voter: the key that begins, the answers, and Enter for "done". Returns the interactions it took.
pub(crate) async fn vote(browser: &Browser, first: &str, answers: &[&str]) -> Result<usize> {
    let before = browser.interactions();
    browser.press(first).await?;
    browser.wait_for("#ballot-text").await?;
    for (at, answer) in answers.iter().enumerate() {
        focused(browser, "#page-title").await?;
        browser.press(answer).await?;
        let shown = format!("the page after answer {at}");
        browser
            .wait_until(&shown, async || {
                let gone = browser.count_of(".review-list, .rank-list").await? > 0;
                let turn = browser.text(".ballot .foot .num").await?;
                let digits = turn.trim_matches(|letter: char| !letter.is_ascii_digit());
                Ok(gone || digits.starts_with(&(at + 2).to_string()))
            })
            .await?;
    }
    browser.wait_for("#cast").await?;
    focused(browser, "#page-title").await?;
    browser.press("Enter").await?;
    browser.wait_for(".hand-over").await?;
    focused(browser, "#page-title").await?;
    Ok(browser.interactions() - before)
}

/// Answers one question of a ballot, and waits for what comes next.
pub(crate) async fn answer(browser: &Browser, key: &str) -> Result {
    let shown = "return document.querySelector('main').innerText";
    let before: String = browser.script(shown, vec![]).await?;
    browser.press(key).await?;
    browser
        .wait_until("what comes after the answer", async || {
            let now: String = browser.script(shown, vec![]).await?;
            Ok(now != before)
        })
        .await
}

/// Waits until the page says how many papers are in the box.
pub(crate) async fn cast(browser: &Browser, papers: usize) -> Result {
    browser
        .wait_until(&format!("{papers} papers in the box"), async || {
            let told = browser.text("#papers-cast").await?;
            let digits: String = told.chars().filter(char::is_ascii_digit).collect();
            Ok(digits == papers.to_string())
        })
        .await
}

/// Closes the round and waits for its result.
pub(crate) async fn close(browser: &Browser) -> Result {
    browser.tab_to("#group-acts", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#round-close").await?;
    browser.tab_to("#round-close", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for(".results .tier").await?;
    saved(browser).await
}
