//! Views of the desk that no evening meets by itself, driven by keys: three that look alike, a contradiction, a
//! text that is missing in Urdu; and digits that tag in the final list.

mod people;

use std::fs;
use std::path::{Path, PathBuf};

use people::{MOST, arrive, export, focused, go, saved, take_in};
use rapporteur_core::combination::{Combinations, Pair, PairVerdict};
use rapporteur_core::command::{Act, Pen};
use rapporteur_core::edit::Reach;
use rapporteur_core::event::{coded, event_of_code, group_of_slug};
use rapporteur_core::file::{self, FileKind};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::recommendation::{Wording, texts};
use rapporteur_core::register::Register;
use rapporteur_core::value::Value;
use rapporteur_core::workbook::{Current, Workbook};
use rapporteur_e2e::{Browser, Profile, Result, Site, Temporary};

const CODE: &str = "VIEW";

fn rec(at: u128) -> ItemId {
    ItemId::new(Kind::REC, 0x100 + at)
}

/// A laptop with a workbook, as a page of the app would write it.
struct Laptop {
    book: Workbook,
    pen: Pen,
}

impl Laptop {
    /// One on which a group wrote these.
    fn of(texts: &[&str]) -> Self {
        let event = event_of_code(CODE);
        let mut laptop = Self {
            book: Workbook::new(),
            pen: Pen::new(SessionId(9)),
        };
        laptop.book.join(coded(CODE));
        let group = group_of_slug(event, "g1");
        laptop.act(|act, book| {
            act.set(book, group, "event", Value::text(&event.to_string()));
            act.set(book, group, "code", Value::text("G1"));
            act.set(book, group, "title/en", Value::text("First group"));
        });
        for (text, at) in texts.iter().zip(0..) {
            laptop.act(|act, book| {
                act.add_recommendation(book, &Register::of(book), group, rec(at));
                act.word(book, rec(at), "en", text, Reach::default());
            });
        }
        laptop
    }

    /// The same workbook on another laptop.
    fn copy(&self, session: u64) -> Self {
        Self {
            book: self.book.clone(),
            pen: Pen::new(SessionId(session)),
        }
    }

    fn act(&mut self, write: impl FnOnce(&mut Act<'_>, &Workbook)) {
        let mut act = self.pen.act("typed", Some(1_800_000_000));
        write(&mut act, &self.book);
        self.book.join(act.finish());
    }

    fn reword(&mut self, item: ItemId, text: &str) {
        self.act(|act, book| act.word(book, item, "en", text, book.reach(item, "wording/en")));
    }

    fn file(&self, folder: &Path, name: &str) -> Result<PathBuf> {
        let path = folder.join(name);
        fs::write(&path, file::write(&self.book, FileKind::Workbook, "0.1.0"))?;
        Ok(path)
    }
}

/// The desk with these files taken in, in English only.
async fn desk(site: &Site, laptops: &[&Laptop]) -> Result<(Profile, Browser)> {
    let folder = Temporary::new("views")?;
    let names = ["one.json", "two.json", "three.json"];
    let paths: Result<Vec<PathBuf>> = laptops
        .iter()
        .zip(names)
        .map(|(laptop, name)| laptop.file(&folder, name))
        .collect();
    let paths = paths?;
    let paths: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
    let (profile, browser) = arrive(site, "en").await?;
    take_in(&browser, &paths).await?;
    go(&browser, site, "desk").await?;
    browser.wait_for("#desk-progress").await?;
    Ok((profile, browser))
}

/// The kinds of what waits.
async fn kinds(browser: &Browser) -> Result<Vec<String>> {
    browser.texts("#needs .kind").await
}

async fn waits(browser: &Browser, kind: &str) -> Result {
    browser
        .wait_until(&format!("asked: {kind}"), async || {
            Ok(kinds(browser)
                .await?
                .first()
                .is_some_and(|first| first == kind))
        })
        .await
}

async fn waits_no_more(browser: &Browser, kind: &str) -> Result {
    browser
        .wait_until(&format!("no longer asked: {kind}"), async || {
            Ok(kinds(browser).await?.iter().all(|held| held != kind))
        })
        .await
}

/// What the workbook holds when it is made into a file.
async fn made(browser: &Browser) -> Result<Workbook> {
    let opened = file::read(&fs::read(export(browser).await?)?);
    let mut book = Workbook::new();
    book.join(opened.map_err(|refusal| format!("{refusal:?}"))?.edits);
    Ok(book)
}

const ALIKE: [&str; 3] = [
    "The Federal Judicial Academy should train judges on trafficking cases.",
    "The Federal Judicial Academy should train all judges on trafficking cases.",
    "Judges should be trained on trafficking cases by the Federal Judicial Academy.",
];

#[tokio::test(flavor = "multi_thread")]
async fn three_that_look_alike_are_combined_by_one_key() -> Result {
    let site = Site::open()?;
    let laptop = Laptop::of(&ALIKE);
    let (_profile, browser) = desk(&site, &[&laptop]).await?;
    waits(&browser, "Look alike").await?;
    browser.wait_for("#answer-all").await?;
    assert_eq!(
        browser.count_of(".cluster-list > li").await?,
        1,
        "the third of them"
    );
    browser.tab_to("#answer-all", MOST).await?;
    browser.press("4").await?;
    waits_no_more(&browser, "Look alike").await?;
    waits(&browser, "One text for several").await?;
    focused(&browser, "#need-title").await?;
    assert_eq!(
        browser.count_of(".combine article").await?,
        3,
        "the text of each"
    );
    // Another text, and back.
    browser.press("4").await?;
    focused(&browser, "#combined-text").await?;
    browser.press("Escape").await?;
    focused(&browser, "#pick-4").await?;
    // The third text, by its digit: that is all.
    browser.press("3").await?;
    waits_no_more(&browser, "One text for several").await?;
    focused(&browser, "#need-title").await?;
    // Taken back, it is asked again; that they are the same stands.
    browser.press("z").await?;
    waits(&browser, "One text for several").await?;
    browser.press("3").await?;
    waits_no_more(&browser, "One text for several").await?;
    let book = made(&browser).await?;
    let all = Combinations::of(&book);
    let combined: Vec<ItemId> = all.listed().collect();
    assert_eq!(combined.len(), 1);
    assert_eq!(all.members(combined[0]), [rec(0), rec(1), rec(2)]);
    let said = texts(&book, combined[0]);
    assert!(ALIKE.contains(&said["en"].as_str()), "{said:?}");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_combined_and_the_other_told_apart_is_settled() -> Result {
    let site = Site::open()?;
    let start = Laptop::of(&[
        "Banks should report transfers.",
        "Schools should teach rights.",
    ]);
    let (mut one, mut other) = (start.copy(1), start.copy(2));
    one.act(|act, book| {
        let all = Combinations::of(book);
        let wording = Wording {
            lang: String::from("en"),
            text: String::from("Banks report and schools teach."),
        };
        let items = [rec(0), rec(1)];
        let made = act.combine(book, &all, &items, &wording, Reach::default());
        assert!(made.is_ok());
    });
    other.act(|act, book| act.relate(book, rec(0), rec(1), Some(PairVerdict::Different)));
    let (_profile, browser) = desk(&site, &[&one, &other]).await?;
    // Two verdicts of two facilitators: a version each, the words of both in sight.
    waits(&browser, "Two versions").await?;
    let shown = browser.text(".need").await?.to_lowercase();
    assert!(
        shown.contains("different") && shown.contains("same"),
        "{shown}"
    );
    // Different stands: then they cannot stay in one text, and that is asked next.
    let values = browser.texts(".need article").await?;
    let place = values
        .iter()
        .position(|value| value.to_lowercase().contains("different"))
        .ok_or("no version says different")?;
    browser.press(&(place + 1).to_string()).await?;
    waits(&browser, "Combined, but said to differ").await?;
    // It came before what is asked now: up to it in the list.
    browser.tab_to("#needs [aria-current]", MOST).await?;
    for _ in 0..5 {
        if browser.count_of(".need article").await? == 2 {
            break;
        }
        browser.press("ArrowUp").await?;
    }
    browser
        .wait_until("the two of one text", async || {
            Ok(browser.count_of(".need article").await? == 2)
        })
        .await?;
    browser.press("2").await?;
    waits_no_more(&browser, "Combined, but said to differ").await?;
    let book = made(&browser).await?;
    let all = Combinations::of(&book);
    assert_eq!(all.listed().count(), 0, "each stands alone again");
    let verdict = Pair::read(&book, rec(0), rec(1)).verdict;
    assert_eq!(verdict, Some(PairVerdict::Different));
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_missing_in_urdu_is_taken_from_an_original_or_written() -> Result {
    let site = Site::open()?;
    let mut laptop = Laptop::of(&[
        "Banks should report transfers.",
        "Schools should teach rights.",
    ]);
    laptop.act(|act, book| {
        act.word(book, rec(1), "ur", "سکول حقوق پڑھائیں۔", Reach::default());
    });
    laptop.act(|act, book| {
        let all = Combinations::of(book);
        let wording = Wording {
            lang: String::from("en"),
            text: String::from("Schools teach rights and banks report."),
        };
        let made = act.combine(book, &all, &[rec(0), rec(1)], &wording, Reach::default());
        assert!(made.is_ok());
    });
    let (_profile, browser) = desk(&site, &[&laptop]).await?;
    waits(&browser, "Text is missing").await?;
    // One of its originals says it in Urdu already: one key takes that.
    let offered = browser.texts(".need article").await?;
    assert!(
        offered
            .iter()
            .any(|text| text.contains("سکول حقوق پڑھائیں۔")),
        "{offered:?}"
    );
    browser.press("1").await?;
    waits_no_more(&browser, "Text is missing").await?;
    saved(&browser).await?;
    // Taken back, it is asked again, and another text is written.
    focused(&browser, "#need-title").await?;
    browser.press("z").await?;
    waits(&browser, "Text is missing").await?;
    browser.tab_to("#wanted-text", MOST).await?;
    browser.type_text("سکول پڑھائیں، بینک بتائیں۔").await?;
    // Leaving the field is enough.
    browser.press("Tab").await?;
    waits_no_more(&browser, "Text is missing").await?;
    let book = made(&browser).await?;
    let combined = Combinations::of(&book)
        .listed()
        .next()
        .ok_or("nothing combined")?;
    assert_eq!(texts(&book, combined)["ur"], "سکول پڑھائیں، بینک بتائیں۔");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn digits_tag_what_is_ticked_in_the_final_list() -> Result {
    let site = Site::open()?;
    let laptop = Laptop::of(&[
        "Banks should report transfers.",
        "Schools should teach rights.",
    ]);
    let (_profile, browser) = desk(&site, &[&laptop]).await?;
    go(&browser, &site, "list").await?;
    browser.wait_for("#choose-all").await?;
    let themes = async || -> Result<Vec<Vec<String>>> {
        let book = made(&browser).await?;
        let of = |item| {
            book.entries(item, "themes")
                .into_iter()
                .map(str::to_owned)
                .collect()
        };
        Ok([rec(0), rec(1)].map(of).to_vec())
    };
    // Nothing is ticked: a digit does nothing.
    browser.tab_to("#choose-all", MOST).await?;
    browser.press("2").await?;
    assert_eq!(themes().await?, [vec![], Vec::<String>::new()]);
    // One is ticked by the space bar, and tagged by a digit.
    browser
        .tab_to(&format!("[id='final-{}']", rec(0)), MOST)
        .await?;
    browser.press("Space").await?;
    browser.wait_for("#chosen-tags").await?;
    browser.press("1").await?;
    assert_eq!(themes().await?, [vec![String::from("prevention")], vec![]]);
    // Both: the one that lacks it gets it, and then both lose it.
    browser.tab_to("#choose-all", MOST).await?;
    browser.press("Enter").await?;
    browser.press("1").await?;
    let both = vec![vec![String::from("prevention")]; 2];
    assert_eq!(themes().await?, both);
    browser.tab_to("#choose-all", MOST).await?;
    browser.press("1").await?;
    assert_eq!(themes().await?, [vec![], Vec::<String>::new()]);
    browser.close().await
}
#[tokio::test(flavor = "multi_thread")]
async fn a_copied_profile_is_told_and_settled() -> Result {
    let site = Site::open()?;
    let start = Laptop::of(&[
        "Banks should report transfers.",
        "Schools should teach rights.",
    ]);
    // Two laptops under one name: one act each on the same text, then one each in different places.
    let (mut one, mut other) = (start.copy(1), start.copy(1));
    one.reword(rec(0), "Banks should report suspicious transfers.");
    other.reword(rec(0), "Banks should report all transfers.");
    let (mut two, mut third) = (start.copy(2), start.copy(2));
    two.reword(rec(0), "Banks should report transfers to agents.");
    third.reword(rec(1), "Schools should teach children their rights.");
    let mut files = one.copy(3);
    files.book.join_shared(two.book.edits().cloned());
    let mut others = other.copy(3);
    others.book.join_shared(third.book.edits().cloned());
    let (_profile, browser) = desk(&site, &[&files, &others]).await?;
    waits(&browser, "Copied or changed file").await?;
    let shown = browser.text(".need").await?;
    assert!(shown.contains("A file was copied"), "{shown}");
    assert!(shown.contains("Nothing was lost"), "{shown}");
    for words in ["suspicious transfers", "all transfers"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    // One text is chosen; it has seen the others.
    browser.press("1").await?;
    browser
        .wait_until("one clash left", async || {
            let kinds = kinds(&browser).await?;
            Ok(kinds
                .iter()
                .filter(|kind| *kind == "Copied or changed file")
                .count()
                == 1)
        })
        .await?;
    // The other two stand in different places: nothing is to be chosen, and nothing is moved from one to the other.
    browser.wait_for("#answer-keep").await?;
    let shown = browser.texts(".need article").await?;
    assert_eq!(shown.len(), 2, "{shown:?}");
    browser.press("1").await?;
    waits_no_more(&browser, "Copied or changed file").await?;
    let book = made(&browser).await?;
    assert_eq!(book.clashes().len(), 2, "known as long as both are held");
    for item in [rec(0), rec(1)] {
        let held = book.current(item, "wording/en");
        assert!(matches!(held, Current::One(_)), "{item}: {held:?}");
    }
    assert!(texts(&book, rec(1))["en"].contains("children their rights"));
    browser.close().await
}

/// The row of that kind, chosen as a click does.
async fn choose(browser: &Browser, kind: &str) -> Result {
    let row = format!(
        "const row = [...document.querySelectorAll('#needs .rec')].find(row => row.querySelector('.kind').textContent === '{kind}');
        if (row) row.click(); return !!row"
    );
    browser
        .wait_until(&format!("a row: {kind}"), async || {
            browser.script(&row, vec![]).await
        })
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finding_that_may_stay_is_asked_no_more() -> Result {
    let site = Site::open()?;
    let laptop = Laptop::of(&["Print 0300 1234567 on every ticket."]);
    let (_profile, browser) = desk(&site, &[&laptop]).await?;
    choose(&browser, "Could point to a person").await?;
    browser.wait_for("#answer-fine").await?;
    browser.press("1").await?;
    waits_no_more(&browser, "Could point to a person").await?;
    // Not even when the page is opened again and all was read once more; taken back it is.
    go(&browser, &site, "list").await?;
    go(&browser, &site, "desk").await?;
    browser.wait_gone("#desk-looking").await?;
    waits_no_more(&browser, "Could point to a person").await?;
    let book = made(&browser).await?;
    let fields = book.item(rec(0)).ok_or("no item")?.fields();
    let checked = fields.filter(|(field, _)| field.name().starts_with("checked/"));
    assert_eq!(checked.count(), 1);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_search_finds_is_linked_and_combined_in_the_final_list() -> Result {
    let site = Site::open()?;
    let laptop = Laptop::of(&[
        "Banks should report transfers.",
        "Schools should teach rights.",
    ]);
    let (_profile, browser) = desk(&site, &[&laptop]).await?;
    go(&browser, &site, "list").await?;
    browser.tab_to("#choose-all", MOST).await?;
    browser.press("Enter").await?;
    browser.tab_to("#chosen-related", MOST).await?;
    for verdict in [Some(PairVerdict::Related), None, Some(PairVerdict::Related)] {
        browser.press("Enter").await?;
        let pressed = format!("#chosen-related[aria-pressed={}]", verdict.is_some());
        browser.wait_for(&pressed).await?;
        if verdict.is_none() {
            continue;
        }
        let pair = Pair::read(&made(&browser).await?, rec(0), rec(1));
        assert_eq!(pair.verdict, verdict);
        browser.tab_to("#chosen-related", MOST).await?;
    }
    browser.tab_to("#chosen-combine", MOST).await?;
    browser.press("Enter").await?;
    focused(&browser, "#together-title").await?;
    // Digits choose a text, and tag nothing meanwhile.
    browser.press("2").await?;
    browser.wait_for("[id^='final-combination:']").await?;
    focused(&browser, "[id^='final-combination:']").await?;
    let book = made(&browser).await?;
    let all = Combinations::of(&book);
    let combined: Vec<ItemId> = all.listed().collect();
    assert_eq!(combined.len(), 1);
    assert_eq!(all.members(combined[0]), [rec(0), rec(1)]);
    assert_eq!(
        texts(&book, combined[0])["en"],
        "Schools should teach rights."
    );
    assert!(book.entries(rec(0), "themes").is_empty());
    browser.close().await
}
