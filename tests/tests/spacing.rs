//! WCAG 1.4.12: with the spacing of text that a reader may set, nothing is cut off and nothing scrolls sideways, on any page
//! and in the states in which pages say most.

mod evening;
mod pages;
mod people;
mod walk;

use pages::pages;
use people::{arrive, book, saved};
use rapporteur_e2e::{Browser, Result, Site, axe};

/// Sets the spacing, where it is not yet set. Letters that are joined stay joined: the criterion excepts what a script has
/// not, so Urdu gets the space between words and paragraphs and the height of lines, which it has by itself.
const SPACE: &str = "
    const sheet = [...document.styleSheets].find((sheet) => sheet.href);
    if (!window.__spaced) {
        window.__spaced = true;
        const rules = [
            '* { word-spacing: .16em !important; }',
            ':not(:lang(ur)) { letter-spacing: .12em !important; }',
            ':lang(ur) { letter-spacing: normal !important; }',
            'p { margin-block-end: 2em !important; }',
        ];
        for (const rule of rules) sheet.insertRule(rule, sheet.cssRules.length);
    }
    let low = 0;
    for (const held of document.querySelectorAll('body *')) {
        const style = getComputedStyle(held);
        if (parseFloat(style.lineHeight) >= 1.5 * parseFloat(style.fontSize)) continue;
        held.style.setProperty('line-height', '1.5', 'important');
        low += 1;
    }
    return low;";

/// What is larger than the box that cuts it off.
const CUT: &str = "
    return [...document.querySelectorAll('main *, .bar *, .steps *, .status *')]
        .filter((held) => held.clientWidth > 1 && !held.closest('.unseen, select, .document')
            && !(held instanceof HTMLInputElement) && ['hidden', 'clip'].includes(getComputedStyle(held).overflowX)
            && (held.scrollWidth > held.clientWidth + 1 || held.scrollHeight > held.clientHeight + 1))
        .map((held) => held.outerHTML.slice(0, 120));";

/// The texts that reach beyond the edge of the page.
const WIDE: &str = "
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange(), found = [];
    while (texts.nextNode()) {
        range.selectNodeContents(texts.currentNode);
        const box = range.getBoundingClientRect();
        if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)) found.push(texts.currentNode.data.trim());
    }
    return found.filter((text) => text).slice(0, 5);";

/// Spaces the open page, and notes what is lost in both widths.
async fn spaced(browser: &Browser, state: &str, lost: &mut Vec<String>) -> Result {
    browser.draw_all().await?;
    for width in [320, 1280] {
        browser.resize(width, 900).await?;
        let _: usize = browser.script(SPACE, vec![]).await?;
        let mut cut: Vec<String> = browser.script(CUT, vec![]).await?;
        cut.extend(axe::cut_off(browser).await?);
        lost.extend(cut.iter().map(|cut| format!("{state} {width}: {cut}")));
        if axe::scrolls_sideways(browser).await? {
            let wide: Vec<String> = browser.script(WIDE, vec![]).await?;
            lost.push(format!("{state} {width} scrolls sideways: {wide:?}"));
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn wider_spacing_of_text_loses_nothing() -> Result {
    let site = Site::open()?;
    let (mut lost, mut states) = (Vec::new(), 0);
    for lang in ["en", "ur"] {
        let (_profile, browser) = arrive(&site, lang).await?;
        browser.click("#sample").await?;
        browser.wait_for(".ask-group a.card").await?;
        saved(&browser).await?;
        for page in pages(&book(&browser).await?) {
            browser.goto(&site.url(&page.address())).await?;
            browser.wait_for("#page-title").await?;
            let name = format!("{} {lang}", page.title());
            spaced(&browser, &name, &mut lost).await?;
            states += 1;
        }
        browser.close().await?;
        let mut look = async |browser: &Browser, state: &str| -> Result {
            states += 1;
            spaced(browser, &format!("{state} {lang}"), &mut lost).await
        };
        walk::everywhere(&site, lang, &mut look).await?;
    }
    assert!(states > 80, "{states}");
    assert!(lost.is_empty(), "{}", lost.join("\n"));
    Ok(())
}
