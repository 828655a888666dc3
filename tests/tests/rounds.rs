//! Rounds that no usual evening meets: a card of one's own and twelve recommendations, ballots on paper, hands, a plenary; and
//! that the page and the command tell the same figures.

mod people;

use std::fs;
use std::path::Path;
use std::process::Command;

use people::booth::{cast, close, lock, vote};
use people::{MOST, arrive, begin, export, focused, go, take_in, write};
use rapporteur_core::combination::Combinations;
use rapporteur_core::command::{Act, Pen};
use rapporteur_core::edit::Reach;
use rapporteur_core::event::{coded, event_of_code, group_of_slug};
use rapporteur_core::file::{self, FileKind};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::recommendation::Wording;
use rapporteur_core::register::Register;
use rapporteur_core::value::Value as Held;
use rapporteur_core::workbook::Workbook;
use rapporteur_e2e::{Browser, Result, Site, Temporary, axe};
use serde_json::Value;

/// Puts a text into a field.
async fn fill(browser: &Browser, css: &str, text: &str) -> Result {
    browser.click(css).await?;
    browser.press("Control+a").await?;
    browser.type_text(text).await
}

/// A text without the invisible marks around what sentences name.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// Waits until an element shows a text.
async fn shows(browser: &Browser, css: &str, part: &str) -> Result {
    browser
        .wait_until(&format!("{css} with \"{part}\""), async || {
            Ok(plain(&browser.texts(css).await?.join("\n")).contains(part))
        })
        .await
}

/// What was said last to those who listen.
async fn said(browser: &Browser, part: &str) -> Result {
    browser
        .wait_until(&format!("\"{part}\" to be said"), async || {
            Ok(plain(&contents(browser, "#announcer").await?).contains(part))
        })
        .await
}

/// All texts of what may be hidden.
async fn contents(browser: &Browser, css: &str) -> Result<String> {
    let script = "return [...document.querySelectorAll(arguments[0])].map((held) => held.textContent).join('\\n')";
    browser.script(script, vec![css.into()]).await
}

/// Opens what is behind the buttons that fold the page.
async fn unfold(browser: &Browser, css: &str) -> Result {
    browser.wait_for(css).await?;
    browser.tab_to(css, MOST).await?;
    browser.press("Enter").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_of_ones_own_for_twelve() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(
        &browser,
        &[
            "Union councils register every birth within thirty days.",
            "Union councils register each birth within thirty days.",
            "Airports post notices.",
            "Banks watch transfers.",
            "Courts hear cases by video.",
            "Doctors keep records.",
            "Embassies print cards.",
            "Farms hire by contract.",
            "Guards learn to ask.",
            "Hotels check documents.",
            "Islands patrol at night.",
            "Judges meet twice a year.",
        ],
    )
    .await?;
    go(&browser, &site, "rounds").await?;
    // Two of one meaning would share their votes.
    shows(&browser, "#round-alike", "1 pair looks alike").await?;
    assert_eq!(
        browser.count_of("#round-alike a[href^='#/desk/']").await?,
        1
    );
    browser
        .click_named(".new-round .disclosure > .btn", "Details of the method")
        .await?;
    fill(&browser, "#round-asked", "What comes first next year?").await?;
    fill(&browser, "#round-k", "3").await?;
    let hints = plain(&browser.texts(".preset .hint").await?.join("\n"));
    assert!(
        hints.contains("then the best 3. 20 answers from each voter"),
        "{hints}"
    );
    fill(&browser, "#round-present", "2").await?;
    browser.click("#round-begin").await?;
    browser.wait_for(".hand-over").await?;
    focused(&browser, "#page-title").await?;
    let asked = contents(&browser, ".print-only #ballot-asked").await?;
    assert_eq!(asked, "What comes first next year?");

    browser.press("Enter").await?;
    browser.wait_for("#ballot-text").await?;
    // The group's own question leads, and what is asked by which scale stays the heading.
    assert_eq!(
        browser.text(".ballot > #ballot-asked").await?,
        "What comes first next year?"
    );
    assert!(
        browser
            .text("h1")
            .await?
            .starts_with("How far do you agree")
    );
    browser
        .click_named(".leave .btn", "Stop without casting")
        .await?;
    browser.wait_for(".hand-over").await?;
    focused(&browser, "#page-title").await?;
    let answers = [["7"; 12].as_slice(), &["1", "2", "0", "1", "1", "0"]].concat();
    assert_eq!(vote(&browser, "Enter", &answers).await?, 20, "as stated");
    cast(&browser, 1).await?;
    let mut found = Vec::new();
    browser.press("Enter").await?;
    browser.wait_for("#ballot-text").await?;
    for _ in 0..12 {
        focused(&browser, "#page-title").await?;
        browser.press("5").await?;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    browser.wait_for(".rank-list").await?;
    assert!(plain(&browser.text("h1").await?).starts_with("Which 3 matter most"));
    assert_eq!(browser.count_of(".ballot > #ballot-asked").await?, 1);
    let keys = browser.texts(".rank-list kbd").await?;
    assert_eq!(
        (keys.len(), keys[0].as_str(), keys[11].as_str()),
        (12, "01", "12")
    );
    browser.press("1").await?;
    shows(&browser, "#rank-typed", "Pressed: 1").await?;
    axe::collect(&browser, "ranking of twelve", &mut found).await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.assert_clean().await?;
    browser.close().await
}

/// The rows of the table of more figures: of each the number and its cells.
async fn figures(browser: &Browser) -> Result<Vec<Vec<String>>> {
    let script = "return [...document.querySelectorAll('#figures-table tbody tr')].map((row) => \
        [...row.children].map((cell) => cell.textContent.trim()))";
    browser.script(script, vec![]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn ballots_on_paper_are_typed_in_and_the_page_tells_what_the_command_tells() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    let texts = [
        "Airports post notices.",
        "Banks watch transfers.",
        "Courts hear cases by video.",
        "Doctors keep records.",
    ];
    write(&browser, &texts).await?;
    let who = [("cat-government", "3"), ("cat-media", "3")];
    lock(&browser, 1, "6", &who).await?;
    // What is printed says who one is, what the ends of the scale mean, and which recommendation is which.
    let boxes = contents(&browser, ".print-only .paper-who").await?;
    assert_eq!(boxes.matches('☐').count(), 2, "{boxes}");
    let meaning = contents(&browser, ".print-only .paper-meaning").await?;
    assert!(meaning.contains("1 = Not at all") && meaning.contains("9 = Fully"));

    unfold(&browser, "#group-acts").await?;
    unfold(&browser, "#paper-type").await?;
    browser.wait_for("#paper-add").await?;
    let ids = "return [...document.querySelectorAll('.paper-items input')].map((held) => held.id)";
    let ids: Vec<String> = browser.script(ids, vec![]).await?;
    assert_eq!(ids.len(), 4);
    for voter in 0..6 {
        let media = voter >= 3;
        for (at, id) in ids.iter().enumerate() {
            let rating = match (media, at) {
                (true, 0) => "2",
                (false, 1) => "9",
                _ => "8",
            };
            fill(&browser, &format!("[id='{id}']"), rating).await?;
        }
        fill(&browser, "#paper-rank-1", if media { "2" } else { "1" }).await?;
        fill(&browser, "#paper-rank-2", "3").await?;
        // An untouched ballot is nobody's, not the first category's.
        assert_eq!(browser.value("#paper-category").await?, "");
        browser.click("#paper-add").await?;
        said(&browser, "Choose as what this ballot").await?;
        focused(&browser, "#paper-category").await?;
        for _ in 0..=usize::from(media) {
            browser.press("ArrowDown").await?;
        }
        assert_ne!(browser.value("#paper-category").await?, "");
        browser.click("#paper-add").await?;
        cast(&browser, voter + 1).await?;
        browser
            .wait_until("an empty form", async || {
                Ok(browser.value("#paper-category").await?.is_empty())
            })
            .await?;
    }
    browser.tab_to("#round-close", MOST).await?;
    browser.press("Enter").await?;
    browser.wait_for(".results .tier").await?;

    let file = export(&browser).await?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let told = Command::new(cargo)
        .args([
            "run",
            "--locked",
            "--quiet",
            "--package=rapporteur-cli",
            "--",
        ])
        .args(["results", "--json"])
        .arg(&file)
        .current_dir(xtask::tools::root())
        .output()?;
    let told: Value = serde_json::from_slice(&told.stdout)?;
    let round = &told[0];
    assert_eq!(round["voters"], 6);
    let sizes = round["categories"].as_array().into_iter().flatten();
    let sizes: Vec<&Value> = sizes.map(|category| &category["voters"]).collect();
    assert_eq!(sizes, [3, 3]);
    unfold(&browser, "#figures-more").await?;
    browser.wait_for("#figures-table").await?;
    let shown = figures(&browser).await?;
    let share = |value: &Value| format!("{:.2}", value.as_f64().unwrap_or(f64::NAN));
    let items = round["items"].as_array().into_iter().flatten();
    let told: Vec<Vec<String>> = items
        .map(|item| {
            let (rating, ranking) = (&item["rating"], &item["ranking"]);
            vec![
                item["number"].as_str().unwrap_or_default().to_owned(),
                share(&rating["consensus"]),
                share(&rating["controversy"]),
                share(&rating["bridging"]),
                ranking["firstPlaces"].to_string(),
                ranking["borda"].as_f64().unwrap_or(f64::NAN).to_string(),
                ranking["schulze"].to_string(),
            ]
        })
        .collect();
    assert_eq!(told.len(), 4);
    assert_eq!(shown, told);
    assert!(
        told.iter().any(|row| row[2] == "1.00"),
        "half against half: {told:?}"
    );
    let mut found = Vec::new();
    axe::collect(&browser, "more figures", &mut found).await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_says_why() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "en").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &["Airports post notices."]).await?;
    lock(&browser, 2, "3", &[]).await?;
    let room = contents(&browser, ".print-only .paper-items").await?;
    assert!(
        room.contains("With 5 to 8: why?"),
        "room for the reason: {room}"
    );
    let meaning = contents(&browser, ".print-only .paper-meaning").await?;
    assert!(meaning.contains("8 = I block it"), "{meaning}");
    unfold(&browser, "#group-acts").await?;
    unfold(&browser, "#paper-type").await?;
    browser.wait_for("#paper-add").await?;
    for (method, answer) in [
        ("impact", "3"),
        ("feasibility", "3"),
        ("rating", "5"),
        ("gradients", "7"),
    ] {
        fill(&browser, &format!("[id^='paper-{method}-']"), answer).await?;
    }
    browser.click("#paper-add").await?;
    said(&browser, "Answer 7 needs a reason").await?;
    focused(&browser, "[id^='paper-reason-']").await?;
    browser.type_text("Too dear").await?;
    browser.click("#paper-add").await?;
    cast(&browser, 1).await?;

    go(&browser, &site, "rounds").await?;
    lock_hands(&browser, "8").await?;
    fill(&browser, "[id^='hands-yes-']", "50").await?;
    browser.click("#hands-keep").await?;
    said(&browser, "more hands than people: 8 are present").await?;
    focused(&browser, "[id^='hands-yes-']").await?;
    browser.press("Control+a").await?;
    browser.type_text("5").await?;
    fill(&browser, "[id^='hands-no-']", "3").await?;
    browser.click("#hands-keep").await?;
    shows(&browser, ".verdict", "Passed: 5 for, 3 against").await?;
    browser.assert_clean().await?;
    browser.close().await
}

/// A show of hands of so many.
async fn lock_hands(browser: &Browser, present: &str) -> Result {
    browser.wait_for("#round-present").await?;
    browser.click("label.preset:nth-of-type(4)").await?;
    fill(browser, "#round-present", present).await?;
    browser.click("#round-begin").await?;
    browser.wait_for("#hands-keep").await.map(|_| ())
}

/// A workbook in which two of three recommendations were combined, and a group has ranked them before.
fn combined(folder: &Path) -> Result<std::path::PathBuf> {
    let event = event_of_code("QTA");
    let mut book = Workbook::new();
    book.join(coded("QTA"));
    let mut pen = Pen::new(SessionId(9));
    let mut act = |write: &mut dyn FnMut(&mut Act<'_>, &Workbook)| {
        let mut act = pen.act("typed", Some(1_800_000_000));
        write(&mut act, &book);
        book.join(act.finish());
    };
    let group = group_of_slug(event, "g1");
    act(&mut |act, book| {
        act.set(book, group, "event", Held::text(&event.to_string()));
        act.set(book, group, "code", Held::text("G1"));
        act.set(book, group, "title/en", Held::text("First group"));
    });
    let rec = |at: u128| ItemId::new(Kind::REC, 0x100 + at);
    for (at, text) in (0..).zip([
        "Airports post notices.",
        "Ports post notices.",
        "Banks watch transfers.",
    ]) {
        act(&mut |act, book| {
            act.add_recommendation(book, &Register::of(book), group, rec(at));
            act.word(book, rec(at), "en", text, Reach::default());
        });
    }
    let wording = Wording {
        lang: "en".into(),
        text: "Every port of entry posts notices.".into(),
    };
    act(&mut |act, book| {
        let all = Combinations::of(book);
        let made = act.combine(book, &all, &[rec(0), rec(1)], &wording, Reach::default());
        assert!(made.is_ok());
    });
    let path = folder.join("combined.json");
    fs::write(&path, file::write(&book, FileKind::Workbook, "0.1.0"))?;
    Ok(path)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plenary_votes_on_the_final_list() -> Result {
    let site = Site::open()?;
    let folder = Temporary::new("plenary")?;
    let file = combined(&folder)?;
    let (_profile, browser) = arrive(&site, "en").await?;
    take_in(&browser, &[&file]).await?;
    go(&browser, &site, "rounds").await?;
    browser.wait_for("#round-present").await?;
    browser
        .click_named(".new-round label.choice", "Plenary: the final list")
        .await?;
    let ranked = "return document.querySelectorAll('input[name=round-group]:checked').length";
    let chosen: i64 = browser.script(ranked, vec![]).await?;
    assert_eq!(chosen, 1);
    fill(&browser, "#round-present", "3").await?;
    browser.click("#round-begin").await?;
    browser.wait_for(".hand-over").await?;
    focused(&browser, "#page-title").await?;
    let items = contents(&browser, ".print-only .paper-items").await?;
    assert!(
        items.contains("Every port of entry") && items.contains("Banks watch"),
        "{items}"
    );
    assert!(
        !items.contains("Airports post"),
        "an original stands in its combination"
    );
    for voter in 0..3 {
        assert_eq!(vote(&browser, "Enter", &["7", "8", "1"]).await?, 5);
        cast(&browser, voter + 1).await?;
    }
    close(&browser).await?;
    assert!(plain(&browser.text(".results .soft").await?).starts_with("the plenary, "));
    let numbers = browser.texts(".result .meta").await?;
    assert!(
        numbers
            .iter()
            .any(|number| plain(number) == "Combined QTA-G1-01, QTA-G1-02"),
        "{numbers:?}"
    );
    go(&browser, &site, "rounds").await?;
    shows(&browser, ".rounds-of h2", "Rounds of the plenary").await?;
    browser.assert_clean().await?;
    browser.close().await
}
