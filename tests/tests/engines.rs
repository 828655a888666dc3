//! The journeys of the users in the two other engines: an organiser prepares, scribes draft in both languages, a facilitator
//! joins their files and decides, a group votes, a rapporteur presents and saves the communiqué. In Chromium each has tests of
//! its own, which go further.

mod evening;
mod people;

use std::fs;
use std::path::{Path, PathBuf};

use evening::{Sample, source};
use people::booth::{cast, close, lock, vote};
use people::deciding::{current, decide, kinds, progress, to_desk};
use people::organiser::prepare;
use people::plenary::{number, turned};
use people::{MOST, arrive_in, begin, export, focused, go, laptop, rows, saved, take_in, write};
use rapporteur_core::combination::{Combinations, PairVerdict, pairs};
use rapporteur_core::file;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::workbook::{Current, Workbook};
use rapporteur_e2e::{Browser, Engine, Look, Result, Site, Temporary, axe};
use serde_json::Value;

const ENGLISH: [&str; 2] = [
    "Every district police office sets up an anti-trafficking cell.",
    "The National Police Bureau publishes the number of registered cases every quarter.",
];
const URDU: [&str; 2] = [
    "صوبائی پولیس ہر ضلع میں انسدادِ انسانی سوداگری سیل قائم کرے۔",
    "محکمۂ تعلیم بھٹوں کے قریب شام کی کلاسیں شروع کرے۔",
];

/// Two scribes write by keys alone, each finds all again and makes a file; a facilitator's laptop takes both in, in either
/// order, and holds the same bytes. WebKitGTK's browser forgets what it stored when it is closed, so there the scribe's page
/// ends and begins again instead.
async fn files_come_together(engine: Engine) -> Result {
    let site = Site::open()?;
    let mut files = Vec::new();
    let mut profiles = Vec::new();
    for (lang, group, texts) in [("en", 2, &ENGLISH), ("ur", 3, &URDU)] {
        let (profile, browser) = arrive_in(engine, &site, lang).await?;
        begin(&browser, "LHR", group).await?;
        write(&browser, texts).await?;
        browser.tab_to("input[type=checkbox]", MOST).await?;
        browser.press("Space").await?;
        saved(&browser).await?;
        let browser = browser.reopen(&site.url("")).await?;
        browser.wait_for("a.card").await?;
        browser.tab_to("a.card", MOST).await?;
        browser.press("Enter").await?;
        browser
            .tab_to(&format!(".ask-group li:nth-child({group}) a"), MOST)
            .await?;
        browser.press("Enter").await?;
        browser
            .wait_until("all that was written", async || {
                Ok(rows(&browser).await? == texts.len())
            })
            .await?;
        let direction: String = browser
            .script(
                "return getComputedStyle(document.documentElement).direction",
                vec![],
            )
            .await?;
        assert_eq!(direction, if lang == "ur" { "rtl" } else { "ltr" });
        files.push(export(&browser).await?);
        // The file is gone with the profile.
        profiles.push(profile);
        browser.close().await?;
    }
    let mut results = Vec::new();
    for order in [[0, 1], [1, 0]] {
        let (_profile, browser) = arrive_in(engine, &site, "en").await?;
        take_in(&browser, &[&files[order[0]], &files[order[1]]]).await?;
        let file = export(&browser).await?;
        results.push(fs::read(&file)?);
        go(&browser, &site, "draft").await?;
        browser.close().await?;
    }
    assert!(results[0] == results[1], "orders give different bytes");
    let file: Value = serde_json::from_slice(&results[0])?;
    assert_eq!(file["counts"]["recommendations"], 4);
    let text = String::from_utf8(results.remove(0))?;
    for written in ENGLISH.iter().chain(&URDU) {
        assert!(text.contains(written), "{written}");
    }
    Ok(())
}

/// A group of three votes on two recommendations; the round is closed and read, and the papers are in the file.
async fn a_group_votes(engine: Engine) -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive_in(engine, &site, "en").await?;
    begin(&browser, "QTA", 2).await?;
    write(&browser, &ENGLISH).await?;
    lock(&browser, 0, "3", &[]).await?;
    for (voter, dots) in [["1", "0"], ["0", "1"], ["1", "0"]].iter().enumerate() {
        assert_eq!(vote(&browser, "Enter", dots).await?, 4);
        cast(&browser, voter + 1).await?;
    }
    browser.reload().await?;
    cast(&browser, 3).await?;
    close(&browser).await?;
    assert_eq!(browser.count_of(".result").await?, 2);
    let file = fs::read_to_string(export(&browser).await?)?;
    assert_eq!(file.matches("\"id\":\"ballot:").count(), 3);
    browser.close().await
}

/// The sample workshop's communiqué in both languages, as Word and as data; no page scrolls sideways, wide or narrow.
async fn a_communique_is_saved(engine: Engine) -> Result {
    let site = Site::open()?;
    for (lang, data, page) in [("en", "Data (JSON)", "Communiqué"), ("ur", "", "اعلامیہ")] {
        let (_profile, browser) = arrive_in(engine, &site, lang).await?;
        browser.click("#sample").await?;
        browser.wait_for(".ask-group a.card").await?;
        saved(&browser).await?;
        browser.click_named(".steps a", page).await?;
        browser.wait_for(".document").await?;
        // The sample has texts that could lead to a person, so that this can be seen.
        browser.click("#held-confirm").await?;
        browser.click("#save-document").await?;
        let word = browser.next_download().await?;
        assert!(fs::read(&word)?.starts_with(b"PK"), "{}", word.display());
        if !data.is_empty() {
            browser
                .click_named(".documents-choice .choice input", data)
                .await?;
            browser.click("#save-document").await?;
            let json = fs::read(browser.next_download().await?)?;
            let json: Value = serde_json::from_slice(&json)?;
            assert_eq!(json["recommendations"].as_array().map(Vec::len), Some(72));
        }
        for width in [1280, 500] {
            let look = Look {
                width,
                ..laptop(lang)
            };
            browser.look(look).await?;
            browser.wait_for(".document").await?;
            let sideways = axe::scrolls_sideways(&browser).await?;
            assert!(!sideways, "the communiqué scrolls sideways at {width}");
        }
        browser.close().await?;
    }
    Ok(())
}

/// What the workbook holds when it is made into a file.
async fn made(browser: &Browser) -> Result<Workbook> {
    let opened = file::read(&fs::read(export(browser).await?)?);
    let mut book = Workbook::new();
    book.join(opened.map_err(|refusal| format!("{refusal:?}"))?.edits);
    Ok(book)
}

/// Files of two groups, of which one wrote a text on two laptops; and the recommendation of that text.
fn files_of_two_groups(folder: &Path) -> Result<(Vec<PathBuf>, ItemId)> {
    let sample = Sample::read()?;
    let first = sample.laptop("DEMO", &[5], 0x22);
    let (mut one, mut two) = (first.copy(0x23), first.copy(0x24));
    let paired = |rec: ItemId| {
        sample
            .pairs
            .iter()
            .flatten()
            .any(|id| *id == source(&first.book, rec))
    };
    let mut recs = first.book.of_kind(Kind::REC).map(|(id, _)| id);
    let twice = recs.find(|rec| !paired(*rec)).ok_or("no recommendation")?;
    one.reword(twice, "Labour officers visit every kiln once a year.");
    two.reword(twice, "Labour officers visit every kiln twice a year.");
    let laptops = [one, two, sample.laptop("DEMO", &[6, 8], 0x33)];
    let mut paths = Vec::new();
    for (laptop, name) in laptops.iter().zip(["one.json", "two.json", "other.json"]) {
        paths.push(folder.join(name));
        fs::write(folder.join(name), laptop.bytes())?;
    }
    Ok((paths, twice))
}

/// A facilitator decides by one key each: which of two versions stays, which two are the same and which are not, and which
/// text stands for both. What was decided is taken back by one key, and the tab may end in the middle.
async fn a_facilitator_decides(engine: Engine) -> Result {
    let site = Site::open()?;
    let folder = Temporary::new("desk")?;
    let (paths, twice) = files_of_two_groups(&folder)?;
    let paths: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
    let (_profile, browser) = arrive_in(engine, &site, "en").await?;
    take_in(&browser, &paths).await?;
    to_desk(&browser).await?;
    assert_eq!(kinds(&browser).await?[0], "Two versions");
    assert_eq!(decide(&browser, "2").await?, 1);
    assert_eq!(kinds(&browser).await?[0], "Look alike");
    let (pair, before) = (current(&browser).await?, progress(&browser).await?);
    assert_eq!(decide(&browser, "1").await?, 1);
    browser.press("z").await?;
    browser
        .wait_until("the pair to be asked again", async || {
            Ok(progress(&browser).await? == before && current(&browser).await? == pair)
        })
        .await?;
    assert_eq!(decide(&browser, "1").await?, 1);
    saved(&browser).await?;
    let (asked, before) = (current(&browser).await?, progress(&browser).await?);
    browser.reload().await?;
    browser.wait_for("#desk-progress").await?;
    browser
        .wait_until("the queue to go on where it was", async || {
            Ok(progress(&browser).await? == before && current(&browser).await? == asked)
        })
        .await?;
    let mut different = 0;
    while kinds(&browser).await?[0] == "Look alike" {
        assert_eq!(decide(&browser, "3").await?, 1);
        different += 1;
    }
    assert!(different > 0);
    assert_eq!(kinds(&browser).await?[0], "One text for several");
    assert_eq!(decide(&browser, "1").await?, 1);
    let book = made(&browser).await?;
    let all = Combinations::of(&book);
    let combined: Vec<ItemId> = all.listed().collect();
    assert_eq!(combined.len(), 1);
    assert_eq!(all.members(combined[0]).len(), 2);
    let chosen = book.current(twice, "wording/en");
    assert!(matches!(chosen, Current::One(_)), "a version was chosen");
    let verdicts = pairs(&book).filter(|pair| pair.verdict == Some(PairVerdict::Different));
    assert_eq!(verdicts.count(), different);
    browser.close().await
}

/// A rapporteur marks what is shown, begins, turns pages as a remote control does, and leaves.
async fn a_rapporteur_presents(engine: Engine) -> Result {
    let site = Site::open()?;
    let folder = Temporary::new("plenary")?;
    let path = folder.join("one.json");
    fs::write(&path, Sample::read()?.laptop("DEMO", &[5], 0x22).bytes())?;
    let (_profile, browser) = arrive_in(engine, &site, "en").await?;
    take_in(&browser, &[&path]).await?;
    for (link, there) in [
        (".steps a[href^='#/communique/']", ".document"),
        ("main a[href^='#/present/']", ".show-list"),
    ] {
        browser.tab_to(link, MOST).await?;
        browser.press("Enter").await?;
        browser.wait_for(there).await?;
    }
    assert_eq!(browser.count_of("#present-begin").await?, 0);
    browser.tab_to("#mark-all", MOST).await?;
    browser.press("Enter").await?;
    focused(&browser, "#present-begin").await?;
    saved(&browser).await?;
    browser.press("Enter").await?;
    browser.wait_for(".slide-number").await?;
    focused(&browser, "#page-title").await?;
    let first = number(&browser).await?;
    browser.press("PageDown").await?;
    let second = turned(&browser, &first).await?;
    browser.press("PageDown").await?;
    let third = turned(&browser, &second).await?;
    assert_ne!(third, first);
    browser.press("PageUp").await?;
    assert_eq!(turned(&browser, &third).await?, second);
    // These engines take Escape for leaving the full screen and tell the page nothing of the key; the show ends all the same.
    let full = "return !!document.fullscreenElement";
    assert!(browser.script::<bool>(full, vec![]).await?);
    browser.press("Escape").await?;
    browser.wait_for("#present-begin").await?;
    assert!(!browser.script::<bool>(full, vec![]).await?);
    browser.wait_for(".steps").await?;
    browser.reload().await?;
    browser.wait_for("#present-begin").await?;
    assert_eq!(browser.count_of(".show-list input").await?, 9);
    let marked = "return [...document.querySelectorAll('.show-list input')].filter((held) => held.checked).length";
    assert_eq!(browser.script::<usize>(marked, vec![]).await?, 9);
    browser.close().await
}

/// An organiser prepares the event and makes a file; another laptop takes it in and has the group and the term.
async fn an_event_is_prepared(engine: Engine) -> Result {
    let site = Site::open()?;
    let (_profile, organiser) = arrive_in(engine, &site, "en").await?;
    prepare(&organiser).await?;
    let file = export(&organiser).await?;
    let (_other, browser) = arrive_in(engine, &site, "ur").await?;
    take_in(&browser, &[&file]).await?;
    go(&browser, &site, "draft").await?;
    browser.wait_text(".bar .event", "قومی مکالمہ").await?;
    browser
        .wait_text(".ask-group", "Judges and prosecutors")
        .await?;
    go(&browser, &site, "event").await?;
    browser
        .wait_text(".terms-of", "Coastal village committees")
        .await?;
    organiser.close().await?;
    browser.close().await
}

macro_rules! journeys {
    ($($journey:ident in $engine:ident as $name:ident;)*) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $name() -> Result {
            $journey(Engine::$engine).await
        }
    )*};
}

journeys! {
    files_come_together in Firefox as files_come_together_in_firefox;
    files_come_together in WebKit as files_come_together_in_webkit;
    a_group_votes in Firefox as a_group_votes_in_firefox;
    a_group_votes in WebKit as a_group_votes_in_webkit;
    a_communique_is_saved in Firefox as a_communique_is_saved_in_firefox;
    a_communique_is_saved in WebKit as a_communique_is_saved_in_webkit;
    a_facilitator_decides in Firefox as a_facilitator_decides_in_firefox;
    a_facilitator_decides in WebKit as a_facilitator_decides_in_webkit;
    a_rapporteur_presents in Firefox as a_rapporteur_presents_in_firefox;
    a_rapporteur_presents in WebKit as a_rapporteur_presents_in_webkit;
    an_event_is_prepared in Firefox as an_event_is_prepared_in_firefox;
    an_event_is_prepared in WebKit as an_event_is_prepared_in_webkit;
}
