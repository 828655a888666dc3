//! A walk through the program in one language, by way of the states in which pages say most: everything unfolded, a ballot with
//! its reason, a round of each kind, files that were read and not accepted, questions of the desk, a slide that is amended.
//! Whoever needs all that can be read looks at each state on the way.

use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_core::item::Kind;
use rapporteur_e2e::{Browser, Result, Site, Temporary};
use serde_json::Value;

use crate::evening::Sample;
use crate::people::booth::{answer, cast, close, hands_of_eight, lock};
use crate::people::plenary::{to_a_slide, to_a_slip};
use crate::people::{arrive, begin, focused, saved, to_wording, unfold, visit, write};

/// Goes the whole way; each state is shown with its name.
pub(crate) async fn everywhere(
    site: &Site,
    lang: &'static str,
    look: &mut impl AsyncFnMut(&Browser, &str) -> Result,
) -> Result {
    a_group(site, lang, look).await?;
    an_evening(site, lang, look).await
}

/// A group writes, captures, puts away, and votes in each way.
async fn a_group(
    site: &Site,
    lang: &'static str,
    look: &mut impl AsyncFnMut(&Browser, &str) -> Result,
) -> Result {
    let (_profile, browser) = arrive(site, lang).await?;
    look(&browser, "start").await?;
    begin(&browser, "WLK", 1).await?;
    let texts = [
        "Schools teach safe migration.",
        "یونین کونسلیں پیدائش کا اندراج کریں۔",
        "Courts should hear somebody.",
    ];
    write(&browser, &texts).await?;
    unfold(&browser).await?;
    look(&browser, "draft").await?;
    browser.click("#to-bin").await?;
    saved(&browser).await?;
    visit(&browser, site, "bin", "#binned button").await?;
    look(&browser, "bin").await?;
    visit(&browser, site, "capture", "#page-title").await?;
    look(&browser, "capture").await?;
    visit(&browser, site, "event", ".one-event").await?;
    unfold(&browser).await?;
    look(&browser, "event").await?;
    visit(&browser, site, "rounds", "#round-present").await?;
    unfold(&browser).await?;
    look(&browser, "a new round").await?;

    // A voter says as what, and why not.
    browser.reload().await?;
    let who = [("cat-government", "3"), ("cat-media", "3")];
    lock(&browser, 2, "6", &who).await?;
    look(&browser, "hand-over with categories").await?;
    browser.press("1").await?;
    browser.wait_for("#ballot-text").await?;
    focused(&browser, "#page-title").await?;
    look(&browser, "a question").await?;
    for key in ["5", "4", "8"] {
        answer(&browser, key).await?;
    }
    look(&browser, "how far one goes along").await?;
    answer(&browser, "8").await?;
    focused(&browser, "#ballot-reason").await?;
    look(&browser, "a reason").await?;
    browser.press("Enter").await?;
    browser.wait_for("#booth-told").await?;
    look(&browser, "a reason that is missing").await?;
    browser.type_text("Too dear").await?;
    answer(&browser, "Enter").await?;
    for key in ["1", "2", "7", "1"] {
        answer(&browser, key).await?;
    }
    browser.wait_for(".review-list").await?;
    look(&browser, "the review").await?;
    browser.press("Enter").await?;
    cast(&browser, 1).await?;
    unfold(&browser).await?;
    browser.wait_for("#paper-add").await?;
    look(&browser, "a round for the group, and papers").await?;
    browser.click("#round-close").await?;
    browser.wait_for(".results .tier").await?;
    unfold(&browser).await?;
    look(&browser, "results").await?;
    visit(&browser, site, "rounds", ".overview").await?;
    unfold(&browser).await?;
    look(&browser, "rounds with results").await?;

    // Nobody says as what; dots and places.
    browser.reload().await?;
    lock(&browser, 0, "2", &[]).await?;
    look(&browser, "hand-over").await?;
    browser.press("Enter").await?;
    browser.wait_for("#ballot-text").await?;
    look(&browser, "dots").await?;
    browser.click(".leave .btn").await?;
    browser.wait_for(".hand-over").await?;
    close(&browser).await?;
    visit(&browser, site, "rounds", "#round-present").await?;
    browser.click("label.preset:nth-of-type(2)").await?;
    browser.click("#round-present").await?;
    browser.type_text("2").await?;
    browser.click("#round-begin").await?;
    browser.wait_for(".hand-over").await?;
    browser.press("Enter").await?;
    browser.wait_for("#ballot-text").await?;
    for key in ["7", "8"] {
        answer(&browser, key).await?;
    }
    browser.wait_for(".rank-list").await?;
    look(&browser, "places").await?;
    browser.click(".leave .btn").await?;
    browser.wait_for(".hand-over").await?;
    visit(&browser, site, "rounds", "#round-present").await?;
    hands_of_eight(&browser).await?;
    look(&browser, "hands").await?;

    // What lies over the page, and what is not on the disk.
    visit(&browser, site, "draft", ".ask-group a.card").await?;
    browser.click(".ask-group li:nth-child(1) a").await?;
    browser.click("#recs [data-rec]").await?;
    browser.wait_for("#text").await?;
    browser.press("Control+.").await?;
    browser.wait_for(".curtain").await?;
    look(&browser, "the curtain").await?;
    browser.press("Control+.").await?;
    browser.wait_gone(".curtain").await?;
    browser
        .script::<Value>(
            "IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError'); };
             return null",
            vec![],
        )
        .await?;
    browser.click("#text").await?;
    browser.type_text("And more. ").await?;
    browser.press("Tab").await?;
    browser.wait_for("#status b.bad").await?;
    look(&browser, "not saved").await?;
    // The disk is full on purpose.
    browser.take_problems().await?;
    browser.close().await
}

/// Files of two laptops with a field that both wrote, something that is no file, and two that ask for the same.
fn an_evenings_files(folder: &Path) -> Result<[PathBuf; 3]> {
    let sample = Sample::read()?;
    let older = sample.laptop("DEMO", &[5, 8], 0x22);
    let (mut newer, mut other) = (older.copy(0x23), older.copy(0x44));
    let recs: Vec<_> = older.book.of_kind(Kind::REC).map(|(id, _)| id).collect();
    let [first, second, ..] = recs.as_slice() else {
        return Err("too few recommendations".into());
    };
    newer.reword(*first, "One laptop says that lists are kept.");
    other.reword(*first, "The other one says that lists are kept for a year.");
    newer.set(*second, "lead", "ministry-interior");
    other.set(*second, "lead", "ministry-human-rights");
    let made = [
        ("one.json", newer.bytes()),
        ("two.json", other.bytes()),
        ("list.json", br#"[{"text": "Banks report."}]"#.to_vec()),
    ];
    for (name, bytes) in &made {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(made.map(|(name, _)| folder.join(name)))
}

/// A facilitator takes files in and decides; a rapporteur presents, hands over, types replies in.
async fn an_evening(
    site: &Site,
    lang: &'static str,
    look: &mut impl AsyncFnMut(&Browser, &str) -> Result,
) -> Result {
    let folder = Temporary::new("walk")?;
    let [one, two, list] = an_evenings_files(&folder)?;
    let (_profile, browser) = arrive(site, lang).await?;
    let picker = "input[type=file][multiple]";
    browser.choose_files(picker, &[&one]).await?;
    browser.wait_for("#accept").await?;
    look(&browser, "one file").await?;
    browser.click("#accept").await?;
    browser.wait_for("#receipt").await?;
    saved(&browser).await?;
    // What is here already tells what became of it; what is no file may be a list.
    let chosen = [one.as_path(), two.as_path(), list.as_path()];
    browser.choose_files(picker, &chosen).await?;
    browser.wait_for(".file-list > li:nth-child(3)").await?;
    browser.wait_for(".receipt-sentence").await?;
    unfold(&browser).await?;
    look(&browser, "several files").await?;
    browser.click("#accept").await?;
    browser.wait_gone("#accept").await?;
    saved(&browser).await?;
    unfold(&browser).await?;
    look(&browser, "receipts").await?;

    visit(&browser, site, "conflicts", ".question").await?;
    unfold(&browser).await?;
    look(&browser, "two versions").await?;
    visit(&browser, site, "desk", ".need .question").await?;
    for asked in 0..2 {
        unfold(&browser).await?;
        look(&browser, "two versions on the desk").await?;
        let before: String = browser.script(ASKED, vec![]).await?;
        browser.click(".need .pair .btn").await?;
        let what = format!("what comes after version {asked}");
        browser
            .wait_until(&what, async || {
                let now: String = browser.script(ASKED, vec![]).await?;
                Ok(now != before)
            })
            .await?;
    }
    browser.wait_for("#answer-same").await?;
    look(&browser, "two that look alike").await?;
    to_wording(&browser).await?;
    look(&browser, "one text for several").await?;
    browser.press("1").await?;
    browser.wait_gone("#pick-1").await?;
    look(&browser, "the desk further on").await?;
    visit(&browser, site, "list", "#choose-all").await?;
    browser.click("#choose-all").await?;
    unfold(&browser).await?;
    look(&browser, "the list").await?;
    visit(&browser, site, "communique", ".document").await?;
    unfold(&browser).await?;
    look(&browser, "the communiqué").await?;
    to_a_slip(&browser, site).await?;
    look(&browser, "replies").await?;
    presenting(&browser, site, look).await?;
    browser.goto(&site.url("#/laptop")).await?;
    browser.wait_for("#promise").await?;
    unfold(&browser).await?;
    look(&browser, "this laptop").await?;
    browser.goto(&site.url("")).await?;
    browser.wait_for("a.card").await?;
    look(&browser, "workbooks").await?;
    browser.close().await
}

/// The row of what the desk asks.
const ASKED: &str =
    "const row = document.querySelector('#needs [aria-current]'); return row ? row.id : ''";

/// The presentation: what is shown, a slide, going to a number, an amendment and what it changed.
async fn presenting(
    browser: &Browser,
    site: &Site,
    look: &mut impl AsyncFnMut(&Browser, &str) -> Result,
) -> Result {
    to_a_slide(browser, site).await?;
    look(browser, "a slide").await?;
    browser.press("j").await?;
    focused(browser, "#slide-number").await?;
    look(browser, "going to a number").await?;
    browser.press("Escape").await?;
    focused(browser, "#page-title").await?;
    browser.press("e").await?;
    focused(browser, "#amend-text").await?;
    look(browser, "an amendment").await?;
    browser.press("Control+End").await?;
    browser.type_text(" now").await?;
    browser.press("Control+Enter").await?;
    browser.wait_for(".difference ins").await?;
    look(browser, "what it changed").await?;
    browser.press("Escape").await?;
    browser.wait_for("#present-begin").await?;
    look(browser, "what is shown").await
}
