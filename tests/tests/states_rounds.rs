//! What a group and a plenary look at while something is going on (see `states.rs` for the pages as they are on arrival): each
//! screen of a ballot, results with their charts, hands, papers that are typed in, a slide, an amendment, a reply.

mod evening;
mod looks;
mod people;

use std::fs;

use evening::Sample;
use looks::in_every_look;
use people::booth::{answer, cast, close, hands_of_eight, lock};
use people::plenary::{to_a_slide, to_a_slip};
use people::{arrive, begin, book, focused, take_in, unfold, visit, write};
use rapporteur_e2e::{Browser, Profile, Result, Site, Temporary};

/// What the group votes on: in two scripts, one of them long.
const TEXTS: [&str; 3] = [
    "Schools teach safe migration.",
    "یونین کونسلیں پیدائش کا اندراج کریں۔",
    "The National Police Bureau and all provincial police forces publish the number of registered cases, of arrests and of \
     convictions every quarter, by district and by the law that was applied.",
];

/// A group that wrote.
async fn a_group(site: &Site) -> Result<(Profile, Browser)> {
    let (profile, browser) = arrive(site, "en").await?;
    begin(&browser, "LKS", 1).await?;
    write(&browser, &TEXTS).await?;
    Ok((profile, browser))
}

async fn address(browser: &Browser) -> Result<String> {
    browser.script("return location.href", vec![]).await
}

/// Begins a ballot on the page that is open by a key, and gives these answers.
async fn voting(browser: &Browser, first: &str, answers: &[&str]) -> Result {
    browser.wait_for(".hand-over").await?;
    for key in [first].iter().chain(answers) {
        answer(browser, key).await?;
    }
    Ok(())
}

/// The answers after which a screen is there, what is on it, and its name.
type Screen = (&'static [&'static str], &'static str, &'static str);

#[tokio::test(flavor = "multi_thread")]
async fn each_screen_of_a_ballot() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = a_group(&site).await?;
    let mut found = Vec::new();
    let screens: [(usize, &[Screen]); 3] = [
        (
            0,
            &[
                (&[], ".scale", "dots"),
                (&["1", "0", "0"], ".review-list", "review of dots"),
            ],
        ),
        (
            1,
            &[
                (&[], ".steps-9", "agreement"),
                (&["7", "8", "2"], ".rank-list", "places"),
                (&["7", "8", "2", "1"], ".review-list", "review of places"),
            ],
        ),
        (
            2,
            &[
                (&[], ".steps-5", "impact"),
                (&["5", "4", "8"], ".steps-8", "how far one goes along"),
                (&["5", "4", "8", "8"], "#ballot-reason", "a reason"),
            ],
        ),
    ];
    for (card, screens) in screens {
        lock(&browser, card, "5", &[]).await?;
        let booth = address(&browser).await?;
        for (answers, css, name) in screens {
            let come = async || {
                voting(&browser, "Enter", answers).await?;
                browser.wait_for(css).await.map(|_| ())
            };
            in_every_look(&browser, &booth, name, come, &mut found).await?;
        }
        visit(&browser, &site, "rounds", "#round-present").await?;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn results_hands_and_papers() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = a_group(&site).await?;
    let mut found = Vec::new();
    let who = [("cat-government", "3"), ("cat-media", "3")];
    lock(&browser, 2, "6", &who).await?;
    let round = address(&browser).await?;
    let papers = async || {
        browser.wait_for("#group-acts").await?;
        unfold(&browser).await?;
        let first = "[id^='paper-impact-']";
        browser.wait_for(first).await?;
        browser.click(first).await?;
        browser.type_text("9").await?;
        // It is refused, and said why.
        browser.click("#paper-add").await?;
        focused(&browser, "#paper-category").await
    };
    in_every_look(&browser, &round, "papers", papers, &mut found).await?;
    browser.goto(&round).await?;
    browser.reload().await?;
    browser.wait_for(".hand-over").await?;
    let ballots = [
        ("1", ["5", "5", "9", "1"]),
        ("1", ["4", "4", "8", "1"]),
        ("2", ["1", "2", "2", "1"]),
    ];
    for (papers, (as_what, answers)) in ballots.into_iter().enumerate() {
        voting(&browser, as_what, &answers.repeat(TEXTS.len())).await?;
        browser.wait_for(".review-list").await?;
        browser.press("Enter").await?;
        cast(&browser, papers + 1).await?;
    }
    close(&browser).await?;
    let results = async || {
        browser.wait_for(".results .matrix").await?;
        browser.wait_for(".results .bars").await?;
        unfold(&browser).await?;
        browser.wait_for("#figures-table").await.map(|_| ())
    };
    in_every_look(&browser, &round, "results", results, &mut found).await?;
    visit(&browser, &site, "rounds", ".overview").await?;
    let rounds = address(&browser).await?;
    let overview = async || {
        browser.wait_for(".overview").await?;
        unfold(&browser).await?;
        browser.wait_for(".heat").await.map(|_| ())
    };
    in_every_look(
        &browser,
        &rounds,
        "who is asked about what",
        overview,
        &mut found,
    )
    .await?;

    browser.reload().await?;
    hands_of_eight(&browser).await?;
    let hands = async || {
        browser.wait_for("#hands-keep").await?;
        unfold(&browser).await?;
        browser.click("[id^='hands-yes-']").await?;
        browser.type_text("50").await?;
        browser.click("#hands-keep").await?;
        focused(&browser, "[id^='hands-yes-']").await
    };
    let raised = address(&browser).await?;
    in_every_look(&browser, &raised, "hands", hands, &mut found).await?;
    browser.press("Control+a").await?;
    browser.type_text("5").await?;
    browser.click("#hands-keep").await?;
    browser.wait_for(".verdict").await?;
    let come = async || browser.wait_for(".verdict").await.map(|_| ());
    in_every_look(&browser, &raised, "hands counted", come, &mut found).await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slide_an_amendment_and_a_reply() -> Result {
    let site = Site::open()?;
    let folder = Temporary::new("looks")?;
    let file = folder.join("one.json");
    fs::write(&file, Sample::read()?.laptop("DEMO", &[5, 8], 0x22).bytes())?;
    let (_profile, browser) = arrive(&site, "en").await?;
    take_in(&browser, &[&file]).await?;
    let book = book(&browser).await?;
    let at = |page: &str| site.url(&format!("#/{page}/{book}"));
    let (present, replies) = (at("present"), at("replies"));
    let mut found = Vec::new();
    let slide = async || to_a_slide(&browser, &site).await;
    in_every_look(&browser, &present, "a slide", slide, &mut found).await?;
    let largest = async || {
        slide().await?;
        for _ in 0..4 {
            browser.press("+").await?;
        }
        browser.wait_for(".stage.size-6").await?;
        browser.press("j").await?;
        focused(&browser, "#slide-number").await?;
        browser.type_text("none").await?;
        browser.press("Enter").await?;
        browser.wait_for("[aria-invalid=true]").await.map(|_| ())
    };
    in_every_look(&browser, &present, "no such number", largest, &mut found).await?;
    let amending = async || {
        slide().await?;
        browser.press("e").await?;
        focused(&browser, "#amend-text").await
    };
    in_every_look(&browser, &present, "an amendment", amending, &mut found).await?;
    let amended = async || {
        amending().await?;
        browser.press("Control+End").await?;
        browser.type_text(" now").await?;
        browser.press("Control+Enter").await?;
        browser.wait_for(".difference ins").await.map(|_| ())
    };
    in_every_look(&browser, &present, "what it changed", amended, &mut found).await?;
    let slip = async || to_a_slip(&browser, &site).await;
    in_every_look(&browser, &replies, "a reply", slip, &mut found).await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}
