//! No letter is cut: every Urdu sentence of the program, and every Urdu term of its vocabulary, in each shape in which the
//! program shows words, in Nastaliq and in Naskh; and every page as it stands, in words taller than any of its own.

mod evening;
mod pages;
mod people;

use std::fs;
use std::path::Path;

use evening::{Sample, files};
use pages::pages;
use people::{arrive, book, laptop, take_in};
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_e2e::{Look, Pseudo, Result, Site, Temporary, ink};
use serde_json::{Value, json};

/// Every sentence in the files of a language, with something in the place of what is inserted; a sentence with variants is
/// as many.
fn sentences(lang: &str) -> Result<Vec<String>> {
    let folder = xtask::tools::root().join("locales").join(lang);
    let mut said = Vec::new();
    for file in fs::read_dir(folder)? {
        let text = fs::read_to_string(file?.path())?;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let part = match line.split_once(" = ") {
                Some((key, part)) if !key.contains([' ', '{']) => part,
                _ => line.trim_start_matches([' ', '*']),
            };
            let part = match part.split_once("] ") {
                Some((variant, part)) if variant.starts_with('[') => part,
                _ => part,
            };
            let mut plain = String::new();
            let mut depth = 0_usize;
            for letter in part.chars() {
                match letter {
                    '{' => {
                        depth += 1;
                        plain.push_str("۱۲ Ag");
                    }
                    '}' => depth = depth.saturating_sub(1),
                    _ if depth == 0 => plain.push(letter),
                    _ => {}
                }
            }
            if plain
                .chars()
                .any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter))
            {
                said.push(plain.trim().to_owned());
            }
        }
    }
    Ok(said)
}

/// Writes sentences into the open page in every shape the program has for words.
const SHAPES: &str = "
    const [sentences] = arguments;
    const main = document.querySelector('main');
    const page = document.createElement('div');
    page.id = 'shapes';
    page.className = 'page';
    const shapes = [['h1', ''], ['h2', ''], ['h3', ''], ['p', ''], ['p', 'words'], ['p', 'hint'], ['p', 'note'], ['p', 'wrong'],
        ['button', 'btn'], ['button', 'btn key'], ['button', 'btn plain'], ['a', 'btn'], ['label', 'choice'], ['label', ''],
        ['legend', ''], ['td', ''], ['th', ''], ['li', 'card'], ['span', 'chip'], ['b', 'tag']];
    for (const [name, kind] of shapes) {
        for (const sentence of sentences) {
            const held = document.createElement(name);
            if (kind) held.className = kind;
            held.textContent = sentence;
            let round = held;
            if (name === 'td' || name === 'th') {
                const row = document.createElement('tr');
                row.append(held);
                const body = document.createElement('tbody');
                body.append(row);
                round = document.createElement('table');
                round.append(body);
            }
            if (name === 'legend') {
                round = document.createElement('fieldset');
                round.append(held);
            }
            page.append(round);
        }
    }
    const steps = document.createElement('nav');
    steps.className = 'steps';
    for (const sentence of sentences) {
        const held = document.createElement('a');
        held.href = '#';
        held.textContent = sentence;
        steps.append(held);
    }
    main.replaceChildren(steps, page);
    return page.childElementCount";

#[tokio::test(flavor = "multi_thread")]
async fn every_urdu_sentence_has_room() -> Result {
    let mut said = sentences("ur")?;
    assert!(said.len() > 900, "only {} sentences", said.len());
    let vocabulary = Vocabulary::standard();
    for scheme in vocabulary.schemes() {
        let terms = vocabulary.terms(scheme.id);
        said.extend(terms.map(|term| term.label("ur").to_owned()));
    }
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "ur").await?;
    let mut found = Vec::new();
    for width in [1280, 360] {
        browser
            .look(Look {
                width,
                ..laptop("ur")
            })
            .await?;
        browser.wait_for("main h1").await?;
        for part in said.chunks(200) {
            let shapes: usize = browser.script(SHAPES, vec![json!(part)]).await?;
            assert!(shapes > part.len());
            let crowded = ink::crowded(&browser, "main").await?;
            found.extend(crowded.cut);
            found.extend(crowded.meeting);
        }
    }
    found.sort();
    found.dedup();
    assert!(
        found.is_empty(),
        "{}\n{} in all",
        found.join("\n"),
        found.len()
    );
    browser.take_problems().await?;
    browser.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn tall_words_have_room_on_every_page() -> Result {
    let site = Site::open()?;
    let folder = Temporary::new("clipping")?;
    let (paths, _) = files(&Sample::read()?, &folder)?;
    let (_profile, browser) = arrive(&site, "ur").await?;
    let chosen: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
    take_in(&browser, &chosen).await?;
    let book = book(&browser).await?;
    let mut found = Vec::new();
    for page in pages(&book) {
        for width in [1280, 360] {
            browser.goto(&site.url(&page.address())).await?;
            browser
                .look(Look {
                    width,
                    ..laptop("ur")
                })
                .await?;
            browser.wait_for("#page-title").await?;
            let real = ink::crowded(&browser, "body").await?;
            Pseudo::Tall.speak(&browser).await?;
            let tall = ink::crowded(&browser, "body").await?;
            let lost: Vec<String> = [real.cut, real.meeting, tall.cut].concat();
            let name = page.title();
            found.extend(lost.iter().map(|line| format!("{name} {width}: {line}")));
        }
    }
    assert!(
        found.is_empty(),
        "{}\n{} in all",
        found.join("\n"),
        found.len()
    );
    browser.close().await
}

/// Without room it is seen: the same words in a line and in a box that are too low.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_cut_is_seen() -> Result {
    let site = Site::open()?;
    let (_profile, browser) = arrive(&site, "ur").await?;
    let cut = "
        const shown = (text, line, border) => {
            const held = document.createElement('p');
            held.className = 'words';
            held.lang = 'ur';
            held.textContent = text;
            held.style.cssText = `line-height: ${line}; border-top: ${border}px solid; margin-block: 4rem`;
            return held;
        };
        const low = shown('مستقل مستقل', 1, 0);
        low.style.inlineSize = '3rem';
        document.querySelector('main').replaceChildren(
            shown('پہچکچٹّیے', 1, 1), low, shown('نستعلیق', 2.3, 0));
        return null";
    browser.script::<Value>(cut, vec![]).await?;
    let found = ink::crowded(&browser, "main").await?;
    assert_eq!(found.cut.len(), 1, "{found:#?}");
    assert_eq!(found.meeting.len(), 1, "{found:#?}");
    browser.take_problems().await?;
    browser.close().await
}
