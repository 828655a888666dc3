//! The facilitator's evening: eight files become one workbook, by keyboard, and nothing of it is lost when the tab dies.

mod evening;
mod people;

use std::fs;
use std::path::Path;

use evening::{Sample, files, source};
use people::deciding::{current, decide, kinds, progress, to_desk};
use people::{MOST, arrive, focused, laptop, saved};
use rapporteur_core::combination::{Combinations, Pair, PairVerdict, pairs};
use rapporteur_core::file;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::receipt::receipt;
use rapporteur_core::workbook::{Current, Workbook};
use rapporteur_e2e::{Browser, Result, Site, Temporary};
use serde_json::json;

async fn made(browser: &Browser) -> Result<Workbook> {
    saved(browser).await?;
    browser.tab_to("#export", MOST).await?;
    browser.press("Enter").await?;
    let bytes = fs::read(browser.next_download().await?)?;
    let opened = file::read(&bytes).map_err(|refusal| format!("{refusal:?}"))?;
    let mut book = Workbook::new();
    book.join(opened.edits);
    Ok(book)
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_files_become_one_workbook_by_keyboard() -> Result {
    let site = Site::open()?;
    let folder = Temporary::new("evening")?;
    let sample = Sample::read()?;
    let (paths, fields) = files(&sample, &folder)?;
    let (profile, browser) = arrive(&site, "en").await?;
    let chosen: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
    browser
        .choose_files("input[type=file][multiple]", &chosen)
        .await?;
    browser.wait_for("#found").await?;
    assert_eq!(browser.count_of(".file-list > li").await?, 8);
    let lines = browser.texts(".file-list > li").await?;
    let expected = [
        (0, "one.json"),
        (1, "The same file as"),
        (3, "newer"),
        (4, "by hand"),
        (6, "cut off"),
        (7, "another event"),
    ];
    for (place, words) in expected {
        let line = lines[place].to_lowercase();
        assert!(line.contains(&words.to_lowercase()), "{words}: {line}");
    }
    browser.tab_to("#accept", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#receipt").await?;
    saved(&browser).await?;
    to_desk(&browser).await?;

    // Three fields that two laptops wrote come first; one key each.
    for (at, key) in ["1", "2", "1"].into_iter().enumerate() {
        assert_eq!(kinds(&browser).await?[0], "Two versions", "conflict {at}");
        if at == 0 {
            assert!(
                browser.count_of(".need mark").await? > 1,
                "words that differ are marked"
            );
        }
        assert_eq!(decide(&browser, key).await?, 1);
    }
    assert_eq!(kinds(&browser).await?[0], "Look alike");

    // Pairs: one key each says what they are to each other. Which text stands for both is asked afterwards.
    for _ in 0..3 {
        assert_eq!(decide(&browser, "1").await?, 1);
    }
    saved(&browser).await?;
    let (before, asked) = (progress(&browser).await?, current(&browser).await?);
    browser.kill();

    // The tab died. The desk goes on where it was.
    let browser = profile.open(&site.url("")).await?;
    browser.look(laptop("en")).await?;
    browser.wait_for("a.card").await?;
    browser.tab_to("a.card", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for(".steps").await?;
    to_desk(&browser).await?;
    assert_eq!(progress(&browser).await?, before);
    assert_eq!(current(&browser).await?, asked);

    // Put off, related and taken back: one key each.
    let used = browser.interactions();
    browser.press("h").await?;
    browser
        .wait_until(
            "another one",
            async || Ok(current(&browser).await? != asked),
        )
        .await?;
    assert_eq!(browser.interactions() - used, 1);
    assert_eq!(decide(&browser, "2").await?, 1);
    let (done, _) = progress(&browser).await?;
    // Where an Urdu layout is set the key means another letter: its place counts.
    for kind in ["rawKeyDown", "keyUp"] {
        let key = json!({"type": kind, "code": "KeyZ", "key": "ز", "windowsVirtualKeyCode": 90});
        browser.cdp("Input.dispatchKeyEvent", key).await?;
    }
    browser
        .wait_until("one less", async || {
            Ok(progress(&browser).await?.0 == done - 1)
        })
        .await?;
    for _ in 0..3 {
        assert_eq!(decide(&browser, "1").await?, 1);
    }
    assert_eq!(decide(&browser, "2").await?, 1);
    let mut different = 0;
    while kinds(&browser).await?[0] == "Look alike" {
        assert_eq!(decide(&browser, "3").await?, 1);
        different += 1;
    }
    // What was called the same waits for one text each: one key chooses it. What came before the tab died is among it.
    let combined = Combinations::of(&made(&browser).await?).listed().count();
    assert_eq!(combined, 0, "nothing is combined without a text");
    for text in ["1", "2", "1", "1", "2", "1"] {
        assert_eq!(kinds(&browser).await?[0], "One text for several");
        assert_eq!(decide(&browser, text).await?, 1);
    }
    assert_ne!(kinds(&browser).await?[0], "One text for several");
    saved(&browser).await?;
    let book = made(&browser).await?;
    let all = Combinations::of(&book);
    assert_eq!(all.listed().count(), 6, "six were combined");
    for (item, field) in &fields {
        let held = book.current(*item, field);
        assert!(matches!(held, Current::One(_)), "{field} was chosen");
    }
    for combination in all.listed() {
        let mut sources: Vec<String> = all
            .members(combination)
            .iter()
            .map(|item| source(&book, *item))
            .collect();
        sources.sort();
        let known = |pair: &[String; 2]| {
            let mut pair = pair.clone();
            pair.sort();
            pair.as_slice() == sources.as_slice()
        };
        assert!(
            sample.pairs.iter().any(known),
            "{sources:?} ask for the same"
        );
    }
    let verdicts: Vec<PairVerdict> = pairs(&book).filter_map(|pair| pair.verdict).collect();
    let count = |verdict| verdicts.iter().filter(|held| **held == verdict).count();
    assert_eq!(count(PairVerdict::Different), different);
    assert_eq!(count(PairVerdict::Related), 1);

    // One is taken apart again, from the list of what is final.
    let split = split_one(&browser).await?;
    let book = made(&browser).await?;
    let all = Combinations::of(&book);
    assert_eq!(all.listed().count(), 5, "one was taken apart");
    assert!(all.members(split).is_empty());
    let originals = book.entries(split, "originals");
    let originals: Vec<ItemId> = originals.iter().filter_map(|id| id.parse().ok()).collect();
    assert!(
        !Pair::read(&book, originals[0], originals[1]).is_settled(),
        "it is asked again"
    );

    receipts_add_up(&browser, &chosen, &book).await?;
    browser.close().await
}

/// Takes the first combination of the final list apart, and returns it.
async fn split_one(browser: &Browser) -> Result<ItemId> {
    browser.tab_to(".steps a[href^='#/list/']", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("[id^='origins-combination:']").await?;
    browser
        .tab_to("[id^='origins-combination:']", MOST * 2)
        .await?;
    browser.press("Enter").await?;
    browser.wait_for(".origins").await?;
    assert!(browser.count_of(".origins > li").await? >= 2);
    browser.tab_to("[id^='split-combination:']", MOST).await?;
    let id: String = browser
        .script("return document.activeElement.id", vec![])
        .await?;
    browser.press("Enter").await?;
    let gone = format!("[id='{id}']");
    browser.wait_gone(&gone).await?;
    // The focus stands on what stands alone now.
    focused(browser, "[id^='final-rec:']").await?;
    Ok(id
        .trim_start_matches("split-")
        .parse()
        .map_err(|_| "no name")?)
}

/// The same files once more: all of it is here, and every receipt is the sum of its parts.
async fn receipts_add_up(browser: &Browser, chosen: &[&Path], book: &Workbook) -> Result {
    browser.tab_to(".steps a[href^='#/files/']", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for("#drop").await?;
    browser.choose_files("#pick-files", chosen).await?;
    browser.wait_for("#found").await?;
    let mut expected: Vec<[usize; 2]> = Vec::new();
    let all = Combinations::of(book);
    for (place, path) in chosen.iter().enumerate() {
        // The last is of another event, which was not taken in.
        if place == 7 {
            continue;
        }
        let opened = file::read(&fs::read(path)?).map_err(|refusal| format!("{refusal:?}"))?;
        let mut before = Workbook::new();
        before.join(opened.edits);
        for group in receipt(&before, book, &all).groups {
            let counts = group.counts;
            assert_eq!(counts.here, counts.total, "nothing is missing");
            let parts = counts.unchanged
                + counts.edited
                + counts.in_conflict
                + counts.withdrawn
                + counts.combined;
            assert_eq!(parts, counts.here, "each is one of them");
            expected.push([counts.here, counts.total]);
        }
    }
    browser
        .wait_until("all receipts", async || {
            Ok(browser.count_of(".file-list .receipt-sentence").await? == expected.len())
        })
        .await?;
    let sentences = browser.texts(".file-list .receipt-sentence").await?;
    let mut shown: Vec<[usize; 2]> = Vec::new();
    for sentence in &sentences {
        let plain: String = sentence
            .chars()
            .filter(|c| !('\u{2066}'..='\u{2069}').contains(c))
            .collect();
        let numbers: Vec<usize> = plain
            .split(|letter: char| !letter.is_ascii_digit())
            .filter_map(|part| part.parse().ok())
            .collect();
        let [here, total, parts @ ..] = numbers.as_slice() else {
            return Err(format!("no receipt: {sentence}").into());
        };
        assert_eq!(parts.iter().sum::<usize>(), *here, "{sentence}");
        shown.push([*here, *total]);
    }
    assert_eq!(shown, expected);
    assert!(
        sentences
            .iter()
            .any(|sentence| sentence.contains("combined"))
    );
    let recs = book.of_kind(Kind::REC).count();
    assert!(recs >= 72, "{recs} recommendations");
    Ok(())
}
