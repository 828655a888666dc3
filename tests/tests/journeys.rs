//! The journeys: scribes draft by keyboard, a facilitator joins their files, two versions of one text meet.

mod people;

use std::fs;
use std::path::Path;

use people::{MOST, arrive, begin, book, export, focused, go, laptop, rows, saved, take_in, write};
use rapporteur_e2e::{Browser, Engine, Profile, Result, Site};
use serde_json::{Value, json};

const ENGLISH: [&str; 3] = [
    "FIA circles and provincial police sign a case-transfer protocol within 90 days.",
    "Every district police office sets up an anti-trafficking cell.",
    "The National Police Bureau publishes the number of registered cases every quarter.",
];
const URDU: [&str; 3] = [
    "صوبائی پولیس ہر ضلع میں انسدادِ انسانی سوداگری سیل قائم کرے۔",
    "محکمۂ تعلیم بھٹوں کے قریب شام کی کلاسیں شروع کرے۔",
    "یونین کونسلیں سال میں دو بار بچوں کی پیدائش کا اندراج کریں۔",
];
const OTHERS: [&str; 2] = [
    "Tribal elders declare that no jirga settles a debt by handing over a girl.",
    "Media houses adopt a code that bars pictures of survivors.",
];

/// A scribe drafts a part of the workshop by keys alone, closes the browser without making a file, and finds all again.
async fn scribe(
    site: &Site,
    lang: &'static str,
    group: usize,
    texts: &[&str],
) -> Result<std::path::PathBuf> {
    let (profile, browser) = arrive(site, lang).await?;
    begin(&browser, "LHR", group).await?;
    write(&browser, texts).await?;
    // Whom it asks, by the key of the first choice.
    browser.tab_to("input[type=checkbox]", MOST).await?;
    browser.press("Space").await?;
    saved(&browser).await?;
    browser.close().await?;

    let browser = profile.open(&site.url("")).await?;
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
    let shown = browser.text("#recs").await?;
    for text in texts {
        let begin: String = text.chars().take(20).collect();
        assert!(shown.contains(&begin), "{begin} in {shown}");
    }
    let file = export(&browser).await?;
    let kept = profile.downloads().join(format!("kept-{group}.json"));
    fs::copy(&file, &kept)?;
    let bytes = fs::read(&kept)?;
    browser.close().await?;
    let place = std::env::temp_dir().join(format!(
        "rapporteur-journey-{}-{group}.json",
        std::process::id()
    ));
    fs::write(&place, bytes)?;
    Ok(place)
}

#[tokio::test(flavor = "multi_thread")]
async fn three_scribes_draft_by_keyboard_and_any_order_of_their_files_gives_the_same_bytes()
-> Result {
    let site = Site::open()?;
    let files = [
        scribe(&site, "en", 2, &ENGLISH).await?,
        scribe(&site, "ur", 3, &URDU).await?,
        scribe(&site, "en", 5, &OTHERS).await?,
    ];
    let orders = [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ];
    let mut results: Vec<Vec<u8>> = Vec::new();
    for (at, order) in orders.iter().enumerate() {
        let (_profile, browser) = arrive(&site, "en").await?;
        if at == 0 {
            // One file after the other, then all of them once more: nothing is new.
            let [a, b, c] = order.map(|file| files[file].as_path());
            take_in(&browser, &[a]).await?;
            take_in(&browser, &[b]).await?;
            take_in(&browser, &[c]).await?;
            let once = fs::read(export(&browser).await?)?;
            browser
                .choose_files("input[type=file][multiple]", &[a, b, c])
                .await?;
            browser.wait_for("#found").await?;
            let twice = fs::read(export(&browser).await?)?;
            assert!(once == twice, "taking in again changed something");
            results.push(once);
        } else {
            let paths: Vec<&Path> = order.iter().map(|file| files[*file].as_path()).collect();
            take_in(&browser, &paths).await?;
            results.push(fs::read(export(&browser).await?)?);
        }
        go(&browser, &site, "draft").await?;
        browser.close().await?;
    }
    let first = &results[0];
    assert!(
        results.iter().all(|result| result == first),
        "orders give different bytes"
    );
    let file: Value = serde_json::from_slice(first)?;
    assert_eq!(file["counts"]["recommendations"], 8);
    for file in &files {
        fs::remove_file(file)?;
    }
    Ok(())
}

/// Changes the text of the only recommendation that the list shows.
async fn reword(browser: &Browser, text: &str) -> Result {
    browser.wait_for("#recs [data-rec]").await?;
    browser.click("#recs [data-rec]").await?;
    browser.click("#text").await?;
    browser.press("Control+a").await?;
    browser.type_text(text).await?;
    browser.press("Tab").await?;
    saved(browser).await
}

async fn open_group(browser: &Browser, site: &Site, group: usize) -> Result {
    go(browser, site, "draft").await?;
    browser
        .click(&format!(".ask-group li:nth-child({group}) a"))
        .await?;
    browser.wait_for("#recs [data-rec]").await.map(|_| ())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_versions_of_one_text_wait_for_a_person_and_the_decision_holds_everywhere() -> Result {
    let site = Site::open()?;
    let (_one, here) = arrive(&site, "en").await?;
    begin(&here, "QTA", 1).await?;
    write(&here, &ENGLISH[..1]).await?;
    let first = export(&here).await?;
    let (_two, there) = arrive(&site, "ur").await?;
    take_in(&there, &[&first]).await?;
    open_group(&there, &site, 1).await?;
    reword(&there, "The protocol is signed within 60 days.").await?;
    let theirs = export(&there).await?;
    reword(&here, "The protocol is signed within 120 days.").await?;

    go(&here, &site, "files").await?;
    take_in(&here, &[&theirs]).await?;
    go(&here, &site, "conflicts").await?;
    let shown = here.text("main").await?;
    assert!(
        shown.contains("60 days") && shown.contains("120 days"),
        "{shown}"
    );
    let sheet = here.wait_for("main").await?;
    drop(sheet);
    here.tab_to("main button", MOST).await?;
    here.press("Enter").await?;
    here.wait_gone(".steps a.ask").await?;
    let decided = export(&here).await?;

    go(&there, &site, "files").await?;
    take_in(&there, &[&decided]).await?;
    assert_eq!(there.count_of(".steps a.ask").await?, 0);
    let a = fs::read(export(&here).await?)?;
    let b = fs::read(export(&there).await?)?;
    assert!(a == b, "both laptops hold the same");

    // Taking the decision out again brings both versions back; taking it in once more settles them.
    let label = there.wait_for("#receipt").await?;
    drop(label);
    here.close().await?;
    there.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_arrives_while_one_types_is_in_conflict_and_not_lost() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "ISB", 1).await?;
    write(&browser, &ENGLISH[..1]).await?;
    browser.click("#recs [data-rec]").await?;
    browser.click("#text").await?;
    browser.press("Control+a").await?;
    browser.type_text("What is being typed here").await?;
    let rec = browser
        .wait_for("#recs [data-rec]")
        .await?
        .attr("data-rec")
        .await?
        .ok_or("no id")?;
    let edit = json!([{
        "field": "wording/en", "item": rec, "seq": 1, "session": "00000000000000aa",
        "value": {"lang": "en", "text": "What arrived from elsewhere"}
    }]);
    let told = json!({"Act": edit.to_string()}).to_string();
    let channel = format!("rapporteur/{}", book(&browser).await?);
    browser
        .script::<Value>(
            "new BroadcastChannel(arguments[0]).postMessage(arguments[1]); return null",
            vec![json!(channel), json!(told)],
        )
        .await?;
    browser.wait_for(".steps a.ask").await?;
    assert_eq!(
        browser.value("#text").await?,
        "What is being typed here",
        "nothing is redrawn while one types"
    );
    browser.press("Tab").await?;
    saved(&browser).await?;
    go(&browser, &site, "conflicts").await?;
    let shown = browser.text("main").await?;
    assert!(
        shown.contains("What is being typed here") && shown.contains("What arrived from elsewhere"),
        "{shown}"
    );
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_taken_out_again_and_taken_in_once_more() -> Result {
    let site = Site::open()?;
    let (_one, scribe) = arrive(&site, "en").await?;
    begin(&scribe, "LHR", 1).await?;
    write(&scribe, &ENGLISH).await?;
    let file = export(&scribe).await?;
    let (profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "LHR", 2).await?;
    write(&browser, &OTHERS).await?;
    let before = fs::read(export(&browser).await?)?;
    go(&browser, &site, "files").await?;
    take_in(&browser, &[&file]).await?;
    let with = fs::read(export(&browser).await?)?;
    assert!(with != before);
    browser
        .tab_to(
            "#receipt ~ * button, .receipts button, [aria-labelledby=receipt] button",
            MOST,
        )
        .await?;
    browser.press("Enter").await?;
    saved(&browser).await?;
    browser
        .wait_until("the import to be out", async || {
            Ok(fs::read(export(&browser).await?)? == before)
        })
        .await?;
    browser.reload().await?;
    saved(&browser).await?;
    assert!(fs::read(export(&browser).await?)? == before, "it stays out");
    take_in(&browser, &[&file]).await?;
    assert!(
        fs::read(export(&browser).await?)? == with,
        "it is here again"
    );
    scribe.close().await?;
    browser.close().await?;
    drop(profile);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_browser_loses_nothing_that_was_shown_as_saved() -> Result {
    let site = Site::open()?;
    let profile = Profile::new(Engine::Chromium)?;
    let browser = profile.open(&site.url("")).await?;
    browser.look(laptop("en")).await?;
    begin(&browser, "LHR", 1).await?;
    browser.type_text(ENGLISH[0]).await?;
    // Not left: the text is pending only.
    saved(&browser).await?;
    browser.kill();
    let browser = profile.open(&site.url("")).await?;
    browser.wait_for("a.card").await?;
    browser.click("a.card").await?;
    browser.wait_for(".ask-group li:nth-child(1) a").await?;
    browser.click(".ask-group li:nth-child(1) a").await?;
    browser.wait_for("#recs [data-rec]").await?;
    browser.click("#recs [data-rec]").await?;
    browser
        .wait_until("the text", async || {
            Ok(browser.value("#text").await? == ENGLISH[0])
        })
        .await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_recommendations_take_at_most_sixty_interactions() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "LHR", 2).await?;
    let before = browser.interactions();
    for at in 0..8 {
        focused(&browser, "#text").await?;
        browser.type_text(ENGLISH[at % 3]).await?;
        // Out of the text, whom it asks by one key, the next.
        browser.press("Tab").await?;
        browser.press("3").await?;
        browser.press("Control+Enter").await?;
        browser
            .wait_until("an empty text field", async || {
                Ok(browser.value("#text").await?.is_empty())
            })
            .await?;
    }
    let used = browser.interactions() - before;
    assert!(used <= 60, "{used} interactions");
    browser
        .wait_until("eight in the list", async || Ok(rows(&browser).await? >= 8))
        .await?;
    let asked = browser.texts("#recs [data-rec]").await?;
    assert!(
        asked
            .iter()
            .filter(|row| row.contains("Police") || row.contains("police"))
            .count()
            >= 8,
        "{asked:?}"
    );
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_an_event_that_is_here_is_asked_about() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "LHR", 2).await?;
    write(&browser, &ENGLISH).await?;
    let here = book(&browser).await?;
    let file = export(&browser).await?;
    browser.goto(&site.url("#/")).await?;
    browser.wait_for("#code").await?;
    browser
        .choose_files("input[type=file][multiple]", &[&file])
        .await?;
    browser.wait_for("#elsewhere button").await?;
    let beside = book(&browser).await?;
    assert_ne!(beside, here, "it would be opened beside");
    browser.click("#elsewhere button").await?;
    browser
        .wait_until("the workbook of the event", async || {
            Ok(book(&browser).await? == here && browser.count_of("#found").await? == 1)
        })
        .await?;
    assert_eq!(browser.count_of("#elsewhere").await?, 0);
    assert_eq!(browser.count_of("#accept").await?, 0, "all of it is here");
    browser.goto(&site.url("#/")).await?;
    browser.wait_for("a.card").await?;
    assert_eq!(
        browser.count_of("a.card").await?,
        1,
        "nothing is left of the other"
    );
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_in_the_other_script_is_of_its_language_and_is_found_by_its_number() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "LHR", 2).await?;
    write(&browser, &[URDU[0], ENGLISH[0]]).await?;
    browser
        .wait_until("an Urdu row", async || {
            Ok(browser.count_of("#recs [lang=ur]").await? == 1)
        })
        .await?;
    browser.click("#find").await?;
    browser.type_text("g2-02").await?;
    browser
        .wait_until("one row", async || Ok(rows(&browser).await? == 1))
        .await?;
    assert!(browser.text("#recs").await?.contains(&ENGLISH[0][..20]));
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_none_leaves_nothing_behind_and_says_what_it_is() -> Result {
    let site = Site::open()?;
    let (profile, browser) = arrive(&site, "en").await?;
    let file = profile.downloads().join("notes.txt");
    fs::write(&file, "Minutes of the meeting\n")?;
    browser
        .choose_files("input[type=file][multiple]", &[&file])
        .await?;
    browser
        .wait_text("#main", "This is not a file of this program")
        .await?;
    browser.goto(&site.url("#/")).await?;
    browser.wait_for("#code").await?;
    // Deleting takes a moment; a list made before it is over would still show it.
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    browser.reload().await?;
    browser.wait_for("#code").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(browser.count_of("a.card").await?, 0);
    // What was done is seen, not only heard.
    begin(&browser, "LHR", 2).await?;
    write(&browser, &ENGLISH[..1]).await?;
    browser.click("#to-bin").await?;
    browser.wait_text("#status .said", "in the bin").await?;
    browser.close().await
}
