//! What leaves the room: a communiqué in three interactions, packs, a presentation by keys alone, replies; in both languages.

mod evening;
mod people;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use evening::Sample;
use people::plenary::{number, turned};
use people::{MOST, arrive, book, focused, saved, take_in};
use rapporteur_core::combination::Combinations;
use rapporteur_core::command::{Act, Pen};
use rapporteur_core::edit::Reach;
use rapporteur_core::event::events;
use rapporteur_core::file::{self, FileKind};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::recommendation::Wording;
use rapporteur_core::value::Value;
use rapporteur_core::workbook::Workbook;
use rapporteur_e2e::{Browser, Look, Result, Site, Temporary, axe};

/// A browser in which the files of two laptops of the sample workshop were merged, in a language.
async fn with_merged_sample(
    site: &Site,
    lang: &'static str,
) -> Result<(rapporteur_e2e::Profile, Browser)> {
    let sample = Sample::read()?;
    let laptops = [([1, 2, 3, 4], 0x11), ([5, 6, 7, 8], 0x22)];
    let files = laptops.map(|(groups, session)| sample.laptop("DEMO", &groups, session).bytes());
    with_files(site, lang, &files).await
}

/// A browser in which these files were taken in, in a language.
async fn with_files(
    site: &Site,
    lang: &'static str,
    files: &[Vec<u8>],
) -> Result<(rapporteur_e2e::Profile, Browser)> {
    let folder = Temporary::new("merged")?;
    let mut paths = Vec::new();
    for (at, bytes) in files.iter().enumerate() {
        let path = folder.join(format!("{at}.json"));
        fs::write(&path, bytes)?;
        paths.push(path);
    }
    let (profile, browser) = arrive(site, lang).await?;
    take_in(
        &browser,
        &paths.iter().map(AsRef::as_ref).collect::<Vec<&Path>>(),
    )
    .await?;
    let book = book(&browser).await?;
    browser.goto(&site.url(&format!("#/draft/{book}"))).await?;
    browser.wait_for(".ask-group a.card").await?;
    saved(&browser).await?;
    Ok((profile, browser))
}

/// The choice that says this.
async fn choose(browser: &Browser, name: &str) -> Result {
    browser
        .click_named(".documents-choice .choice input", name)
        .await
}

fn text(path: &Path) -> Result<String> {
    Ok(fs::read_to_string(path)?)
}

fn is_word(path: &Path) -> Result<bool> {
    let bytes = fs::read(path)?;
    Ok(bytes.starts_with(b"PK") && path.extension().is_some_and(|ending| ending == "docx"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_communique_takes_three_interactions_in_either_language() -> Result {
    let site = Site::open()?;
    for (lang, page, spreadsheet, heading) in [
        ("en", "Communiqué", "Spreadsheet", "Tracking table"),
        ("ur", "اعلامیہ", "اسپریڈ شیٹ", "پیش رفت کا جدول"),
    ] {
        let (_profile, browser) = with_merged_sample(&site, lang).await?;
        let before = browser.interactions();
        browser.click_named(".steps a", page).await?;
        browser.wait_for(".document").await?;
        // The sample has places by which a person could be found, to be let go knowingly.
        browser.click("#held-confirm").await?;
        browser.click("#save-document").await?;
        let word = browser.next_download().await?;
        assert_eq!(browser.interactions() - before, 3);
        assert!(is_word(&word)?, "{}", word.display());
        choose(&browser, spreadsheet).await?;
        browser.click("#save-document").await?;
        let table = browser.next_download().await?;
        let csv = text(&table)?;
        assert!(csv.starts_with('\u{feff}'));
        assert!(csv.lines().count() > 72, "{}", csv.lines().count());
        browser.wait_text(".document", heading).await?;
        browser.close().await?;
    }
    Ok(())
}

/// The same by the keyboard: three keys that do something. `Tab` leads from one to the next, and is counted as well.
#[tokio::test(flavor = "multi_thread")]
async fn a_communique_takes_three_keys_in_either_language() -> Result {
    let site = Site::open()?;
    for lang in ["en", "ur"] {
        let (_profile, browser) = with_merged_sample(&site, lang).await?;
        let (before, travelled) = (browser.interactions(), browser.travelled());
        for (css, key, there) in [
            (".steps a[href^='#/communique/']", "Enter", ".document"),
            ("#held-confirm", "Space", "#held-confirm:checked"),
            ("#save-document", "Enter", "#save-document"),
        ] {
            browser.tab_to(css, MOST).await?;
            browser.press(key).await?;
            browser.wait_for(there).await?;
        }
        let word = browser.next_download().await?;
        assert!(is_word(&word)?, "{}", word.display());
        let travelled = browser.travelled() - travelled;
        assert_eq!(browser.interactions() - before - travelled, 3);
        assert!(travelled <= 45, "{travelled} times Tab");
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_format_and_a_pack_are_saved_in_the_language_of_the_document() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = with_merged_sample(&site, "en").await?;
    browser.click_named(".steps a", "Communiqué").await?;
    browser.wait_for(".document").await?;
    choose(&browser, "اردو").await?;
    browser.wait_for(".document[dir=rtl]").await?;
    // The page itself stays English.
    browser.wait_text("#page-title", "Communiqué").await?;
    browser.click("#held-confirm").await?;
    let mut made: Vec<PathBuf> = Vec::new();
    for format in ["Word", "Web page", "Markdown", "Spreadsheet", "Data (JSON)"] {
        choose(&browser, format).await?;
        browser.click("#save-document").await?;
        made.push(browser.next_download().await?);
    }
    assert!(is_word(&made[0])?);
    let html = text(&made[1])?;
    assert!(
        html.contains("<html lang=\"ur\" dir=\"rtl\">") && html.contains("Content-Security-Policy")
    );
    assert!(text(&made[2])?.starts_with("<div dir=\"rtl\" lang=\"ur\">"));
    assert!(text(&made[3])?.starts_with('\u{feff}'));
    let json: serde_json::Value = serde_json::from_str(&text(&made[4])?)?;
    assert_eq!(json["languages"], serde_json::json!(["ur"]));
    assert_eq!(json["recommendations"].as_array().map(Vec::len), Some(72));
    // Both languages while texts of one are missing: a sentence, and a link to each.
    choose(&browser, "Both, side by side").await?;
    browser.wait_for(".refused a[href^='#/draft/']").await?;
    assert_eq!(browser.count_of(".document").await?, 0);
    browser.click("#save-document").await?;
    browser.wait_text("#announcer", "other language").await?;
    // A pack holds what its addressee is asked, each with a slip.
    choose(&browser, "English").await?;
    choose(&browser, "Pack for one addressee").await?;
    let addressee = browser.wait_for("#documents-addressee").await?;
    addressee.send_keys("Federal Investigation").await?;
    browser.wait_text(".document", "Reply slip for").await?;
    let items = browser.count_of(".document .d-item").await?;
    assert!(items > 5 && items < 40, "{items}");
    choose(&browser, "Markdown").await?;
    browser.click("#save-document").await?;
    let pack = text(&browser.next_download().await?)?;
    assert_eq!(pack.matches("Reply slip for").count(), items);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_documents_own_words_take_the_place_of_the_usual_ones() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = with_merged_sample(&site, "en").await?;
    browser.click_named(".steps a", "Communiqué").await?;
    browser
        .wait_text(".document", "Recalling Article 11")
        .await?;
    browser.click("#documents-texts").await?;
    browser.click("#preamble-en-own").await?;
    focused(&browser, "#preamble-en").await?;
    assert!(
        browser
            .value("#preamble-en")
            .await?
            .starts_with("Recalling Article 11")
    );
    browser.press("Control+a").await?;
    browser.type_text("Meeting in one room at last,").await?;
    browser.press("Tab").await?;
    browser
        .wait_text(".document", "Meeting in one room at last,")
        .await?;
    assert!(
        !browser
            .text(".document")
            .await?
            .contains("Recalling Article 11")
    );
    saved(&browser).await?;
    // Numbers of people: a category of three is folded until it may be told.
    browser.click("#documents-people").await?;
    for (at, number) in [(1, "12"), (2, "7"), (3, "3")] {
        browser
            .click(&format!(".count-field:nth-child({at}) input"))
            .await?;
        browser.type_text(number).await?;
        browser.press("Tab").await?;
    }
    browser.wait_text(".document", "Other categories").await?;
    choose(&browser, "Show numbers under five too").await?;
    browser
        .wait_until("the small number", async || {
            Ok(!browser
                .text(".document")
                .await?
                .contains("Other categories"))
        })
        .await?;
    browser.close().await
}

/// Waits until these promises that the screen stays on were given, and held or let go.
async fn awake(browser: &Browser, expected: &[&str]) -> Result {
    browser
        .wait_until(&format!("{expected:?}"), async || {
            let told: Vec<String> = browser
                .script(
                    "return window.locks.map(lock => lock.kind + (lock.let_go ? ' let go' : ' held'))",
                    vec![],
                )
                .await?;
            Ok(told == expected)
        })
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn plenary_is_led_by_keys_alone_and_amends_a_text() -> Result {
    let site = Site::open()?;
    for lang in ["en", "ur"] {
        let (_profile, browser) = with_merged_sample(&site, lang).await?;
        let here = book(&browser).await?;
        browser
            .goto(&site.url(&format!("#/present/{here}")))
            .await?;
        browser
            .look(Look {
                width: 800,
                height: 600,
                lang,
                theme: "light",
            })
            .await?;
        // Nothing is ready: there is nothing to begin, but a way to mark.
        browser.wait_for("#mark-all").await?;
        assert_eq!(browser.count_of("#present-begin").await?, 0);
        browser.tab_to("#mark-all", MOST).await?;
        browser.press("Enter").await?;
        focused(&browser, "#present-begin").await?;
        // What the browser is asked for so that the screen stays on.
        let _: bool = browser
            .script(
                "window.locks = [];
                const request = async kind => {
                    const lock = { kind, let_go: false, release: async () => { lock.let_go = true; } };
                    window.locks.push(lock);
                    return lock;
                };
                Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
                return true",
                vec![],
            )
            .await?;
        browser.press("Enter").await?;
        focused(&browser, "#page-title").await?;
        awake(&browser, &["screen held"]).await?;
        // The browser let go while the page was hidden; seen again, it is asked again.
        let _: bool = browser
            .script(
                "window.locks[0].let_go = true;
                return document.dispatchEvent(new Event('visibilitychange'))",
                vec![],
            )
            .await?;
        awake(&browser, &["screen let go", "screen held"]).await?;
        let first = number(&browser).await?;
        // Forward is where one reads on.
        let (on, back) = match lang {
            "ur" => ("ArrowLeft", "ArrowRight"),
            _ => ("ArrowRight", "ArrowLeft"),
        };
        browser.press(on).await?;
        let second = turned(&browser, &first).await?;
        browser.press("Space").await?;
        let third = turned(&browser, &second).await?;
        browser.press("PageUp").await?;
        assert_eq!(turned(&browser, &third).await?, second);
        browser.press(back).await?;
        assert_eq!(turned(&browser, &second).await?, first);
        browser.press("End").await?;
        let last = turned(&browser, &first).await?;
        browser.press("j").await?;
        focused(&browser, "#slide-number").await?;
        browser.type_text("c2").await?;
        browser.press("Enter").await?;
        assert_eq!(turned(&browser, &last).await?, "C2");
        focused(&browser, "#page-title").await?;
        browser.press("b").await?;
        browser.wait_gone(".slide-number").await?;
        browser.press("b").await?;
        browser.wait_for(".slide-number").await?;
        // Nothing is cut off at the largest type: the text scrolls, the keys stay in sight.
        for _ in 0..4 {
            browser.press("+").await?;
        }
        browser.wait_for(".stage.size-6").await?;
        let fits: bool = browser
            .script("return document.documentElement.scrollWidth <= innerWidth && document.querySelector('.stage-bar').getBoundingClientRect().bottom <= innerHeight + 1", vec![])
            .await?;
        assert!(fits);
        for _ in 0..4 {
            browser.press("-").await?;
        }
        let text = browser.text(".slide blockquote").await?;
        browser.press("l").await?;
        browser
            .wait_for(match lang {
                "ur" => ".slide[dir=ltr]",
                _ => ".slide[dir=rtl]",
            })
            .await?;
        browser.press("l").await?;
        // Plenary adds three words; what changed is shown, and can be taken back.
        browser.press("e").await?;
        focused(&browser, "#amend-text").await?;
        browser.press("End").await?;
        browser.press("Control+End").await?;
        browser.type_text(" as soon as possible").await?;
        browser.press("Control+Enter").await?;
        browser
            .wait_text(".difference ins", "as soon as possible")
            .await?;
        assert_eq!(browser.count_of(".difference del").await?, 0);
        browser.tab_to("#slide-undo", MOST).await?;
        browser.press("Enter").await?;
        browser.wait_gone(".difference").await?;
        assert_eq!(browser.text(".slide blockquote").await?, text);
        // Esc leaves the text as it was, then leaves the presentation.
        browser.press("e").await?;
        focused(&browser, "#amend-text").await?;
        browser.type_text("Nothing of this").await?;
        browser.press("Escape").await?;
        browser.wait_gone("#amend-text").await?;
        assert_eq!(browser.text(".slide blockquote").await?, text);
        browser.press("e").await?;
        focused(&browser, "#amend-text").await?;
        browser.press("Control+End").await?;
        browser.type_text(" at once").await?;
        browser.press("Control+Enter").await?;
        browser.wait_text(".difference ins", "at once").await?;
        browser.press(on).await?;
        turned(&browser, "C2").await?;
        browser.press("Escape").await?;
        browser.wait_for("#present-begin").await?;
        saved(&browser).await?;
        // The screen may sleep again.
        awake(&browser, &["screen let go", "screen let go"]).await?;
        // It is still shown, and the history says where it was changed.
        browser.reload().await?;
        browser.wait_for("#present-begin").await?;
        browser.wait_text(".show-list", "at once").await?;
        let ready: usize = browser.count_of(".show-list input:checked").await?;
        assert_eq!(ready, 72);
        let amended: String = browser
            .script(
                "const rows = [...document.querySelectorAll('.show-list li')];
                return rows.find(row => row.innerText.includes('at once')).querySelector('input').id",
                vec![],
            )
            .await?;
        let item = amended.trim_start_matches("show-");
        browser
            .goto(&site.url(&format!("#/draft/{here}/{item}")))
            .await?;
        browser.tab_to("#history", MOST).await?;
        browser.press("Enter").await?;
        let now = match lang {
            "ur" => "اجلاس میں · موجودہ",
            _ => "in plenary · as it is now",
        };
        browser.wait_text(".versions li:first-child", now).await?;
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn replies_are_typed_in_and_stand_in_the_tracking_table() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = with_merged_sample(&site, "en").await?;
    browser.click_named(".steps a", "Communiqué").await?;
    browser.click("#to-replies").await?;
    let who = browser.wait_for("#replies-who").await?;
    who.send_keys("Federal Investigation").await?;
    browser.wait_for(".slip").await?;
    browser
        .click_named(".slip .choice input", "Partly accepted")
        .await?;
    browser.click(".slip textarea").await?;
    browser.type_text("The budget is missing.").await?;
    browser.press("Tab").await?;
    saved(&browser).await?;
    browser.click_named(".steps a", "Communiqué").await?;
    browser.wait_text(".document", "Partly accepted").await?;
    browser
        .wait_text(".document", "The budget is missing.")
        .await?;
    // An addressee answers in its own language on an English page, and the document sets it as what it is.
    browser.click("#to-replies").await?;
    let who = browser.wait_for("#replies-who").await?;
    who.send_keys("Federal Investigation").await?;
    browser.wait_for(".slip").await?;
    browser.click(".slip textarea").await?;
    browser.press("Control+a").await?;
    browser.type_text("بجٹ موجود نہیں۔").await?;
    browser.press("Tab").await?;
    saved(&browser).await?;
    browser.click_named(".steps a", "Communiqué").await?;
    browser
        .wait_text(".document [lang=ur][dir=rtl]", "بجٹ موجود نہیں۔")
        .await?;
    browser.close().await
}

/// A workbook with something more written in it.
fn with_more(mut book: Workbook, write: impl FnOnce(&mut Act<'_>, &Workbook)) -> Workbook {
    let mut pen = Pen::new(SessionId(0x77));
    let mut act = pen.act("typed", Some(1_800_000_600));
    write(&mut act, &book);
    let edits = act.finish();
    book.join(edits);
    book
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_events_the_latest_is_open_and_a_missing_day_is_told() -> Result {
    let site = Site::open()?;
    let sample = Sample::read()?;
    let mut book = sample.laptop("DEMO", &[1], 0x11).book;
    book.join_shared(sample.laptop("KHI", &[2], 0x22).book.edits().cloned());
    // The later event is the one whose name sorts last, the other was answered and has no day.
    let all = events(&book);
    let [earlier, later] = all.as_slice() else {
        return Err("not two events".into());
    };
    let name = earlier.id.to_string();
    let of_earlier = |item: &ItemId| book.text(*item, "event") == Some(name.as_str());
    let mut recs = book.of_kind(Kind::REC).map(|(id, _)| id);
    let answered = recs.find(of_earlier).ok_or("no recommendation")?;
    let book = with_more(book.clone(), |act, book| {
        act.set(book, later.id, "dates", Value::set(["2027-05-01"]));
        act.set(book, earlier.id, "dates", Value::None);
        act.set(book, later.id, "title/en", Value::text("The later one"));
        act.set(book, earlier.id, "title/en", Value::text("The earlier one"));
        act.set(book, answered, "status", Value::text("in-progress"));
    });
    let bytes = file::write(&book, FileKind::Workbook, "0.1.0");
    let (_profile, browser) = with_files(&site, "en", &[bytes]).await?;
    let here = people::book(&browser).await?;
    for page in ["present", "replies", "communique"] {
        browser.goto(&site.url(&format!("#/{page}/{here}"))).await?;
        browser
            .wait_text(
                ".choice:has(input[name$='-event']:checked)",
                "The later one",
            )
            .await?;
    }
    browser.wait_text(".undated", "The earlier one").await?;
    assert_eq!(browser.count_of(".undated a[href^='#/event/']").await?, 1);
    // The event that has no day is the first as far as anybody knows: nothing came before it.
    choose(&browser, "The earlier one").await?;
    browser.wait_gone(".undated").await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_edition_leads_to_where_a_combined_text_is_written() -> Result {
    let site = Site::open()?;
    let book = Sample::read()?.laptop("DEMO", &[1], 0x11).book;
    let recs: Vec<ItemId> = book.of_kind(Kind::REC).map(|(id, _)| id).collect();
    let two = recs.get(..2).ok_or("too few recommendations")?;
    let wording = Wording {
        lang: String::from("en"),
        text: String::from("One text for both."),
    };
    let book = with_more(book.clone(), |act, book| {
        let all = Combinations::of(book);
        let combined = act.combine(book, &all, two, &wording, Reach::default());
        assert!(combined.is_ok());
    });
    let bytes = file::write(&book, FileKind::Workbook, "0.1.0");
    let (_profile, browser) = with_files(&site, "en", &[bytes]).await?;
    browser.click_named(".steps a", "Communiqué").await?;
    choose(&browser, "Both, side by side").await?;
    browser.click(".refused a[href^='#/desk/']").await?;
    browser.wait_text("#page-title", "To decide").await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_where_documents_are_made_and_shown() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = with_merged_sample(&site, "en").await?;
    let here = book(&browser).await?;
    let mut found = Vec::new();
    for (lang, theme, width) in [("en", "dark", 320), ("ur", "light", 1280)] {
        let look = Look {
            width,
            height: 900,
            lang,
            theme,
        };
        let check = async |name: &str, found: &mut Vec<String>| {
            let name = format!("{name} {lang} {theme} {width}");
            axe::collect(&browser, &name, found).await
        };
        browser
            .goto(&site.url(&format!("#/communique/{here}")))
            .await?;
        browser.look(look).await?;
        browser.wait_for(".document").await?;
        for disclosed in ["#documents-texts", "#documents-people"] {
            browser.tab_to(disclosed, MOST).await?;
            browser.press("Enter").await?;
        }
        check("communiqué", &mut found).await?;
        browser
            .click(".documents-choice fieldset:nth-of-type(2) .choice:nth-child(3)")
            .await?;
        browser.wait_for(".refused").await?;
        check("refused", &mut found).await?;
        browser
            .goto(&site.url(&format!("#/replies/{here}")))
            .await?;
        let who = browser.wait_for("#replies-who").await?;
        who.send_keys("F").await?;
        browser.press("ArrowDown").await?;
        browser.wait_for(".slip").await?;
        check("replies", &mut found).await?;
        browser
            .goto(&site.url(&format!("#/present/{here}")))
            .await?;
        browser.wait_for(".show-list").await?;
        check("preparing", &mut found).await?;
        if browser.count_of("#mark-all").await? > 0 {
            browser.click("#mark-all").await?;
        }
        browser.click("#present-begin").await?;
        browser.wait_for(".slide-number").await?;
        check("slide", &mut found).await?;
        browser.press("j").await?;
        browser.wait_for("#slide-number").await?;
        check("jump", &mut found).await?;
        browser.press("Escape").await?;
        browser.press("e").await?;
        focused(&browser, "#amend-text").await?;
        check("amending", &mut found).await?;
        browser.press("Control+End").await?;
        browser.type_text(" now").await?;
        browser.press("Control+Enter").await?;
        browser.wait_for(".difference ins").await?;
        check("difference", &mut found).await?;
        browser.press("b").await?;
        tokio::time::sleep(Duration::from_millis(100)).await;
        check("blank", &mut found).await?;
        browser.press("Escape").await?;
        browser.press("Escape").await?;
        browser.wait_for("#present-begin").await?;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}
