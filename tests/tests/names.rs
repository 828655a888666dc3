//! Help names pages, buttons, questions and headings: each name stands on a page, and on the page that help says it is on.
//! The way to all of them is walked.

mod evening;
mod people;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use people::arrive;
use rapporteur_e2e::{Browser, Result, Site};

/// What names a thing on the page that is open: the words of buttons, links, labels, questions and headings, whole and in
/// their parts, as far as they can be seen; keys and what is said of them are no part of a name. Before them the page, by its
/// address, and after them what pages are called where they are gone to.
const NAMES: &str = "
    const plain = (text) => text.replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').trim();
    const page = (address) => (address || '').split('/')[1] || 'start';
    const found = new Set(), pages = [];
    const css = ':is(main, .steps, .curtain) :is(button, a, label, legend, h1, h2, h3, h4), .bar :is(button, a), .status :is(b, button)';
    for (const held of document.querySelectorAll(css)) {
        if (!held.checkVisibility({ visibilityProperty: true })) continue;
        const copy = held.cloneNode(true);
        for (const beside of copy.querySelectorAll('kbd, .hint, .unseen, [aria-hidden]')) beside.remove();
        const names = new Set([plain(copy.textContent)]);
        const parts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
        while (parts.nextNode()) names.add(plain(parts.currentNode.data));
        const leads = held.matches('a[href^=\"#/\"]') ? held.hash : held.matches('h1') ? location.hash : null;
        for (const name of names) {
            found.add(name);
            if (leads !== null) pages.push([name, page(leads)]);
        }
    }
    return [page(location.hash), [...found].filter((name) => name), pages];";

/// The names in each step of help, in their order.
const STEPS: &str = "
    const plain = (text) => text.replace(/[\\u2066-\\u2069]/g, '').trim();
    return [...document.querySelectorAll('main :is(li, dt, dd, h3, p)')]
        .map((step) => [...step.querySelectorAll('b')].map((name) => plain(name.textContent)));";

/// What the walk read: what stands on each page, and what pages are called.
#[derive(Default)]
struct Read {
    names: BTreeMap<String, BTreeSet<String>>,
    pages: BTreeMap<String, String>,
}

impl Read {
    /// Whether a name stands on that page, or on any.
    fn has(&self, page: Option<&str>, name: &str) -> bool {
        let named = self.names.iter();
        let of_page = named.filter(|(of, _)| page.is_none_or(|page| page == *of));
        let mut words = of_page.flat_map(|(_, words)| words);
        words.any(|words| is(words, name))
    }
}

/// Whether these words are that name. The status line says after its name why.
fn is(words: &str, name: &str) -> bool {
    let after = words.strip_prefix(name);
    after.is_some_and(|after| {
        after.is_empty() || name.ends_with(['.', '۔']) && after.starts_with(' ')
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn the_names_in_help_stand_on_the_pages() -> Result {
    let site = Site::open()?;
    for lang in ["en", "ur"] {
        let mut read = Read::default();
        let mut look = async |browser: &Browser, _state: &str| -> Result {
            let (page, names, pages): (String, Vec<String>, Vec<(String, String)>) =
                browser.script(NAMES, vec![]).await?;
            read.names.entry(page).or_default().extend(names);
            read.pages.extend(pages);
            Ok(())
        };
        walk::everywhere(&site, lang, &mut look).await?;
        let (_profile, browser) = arrive(&site, lang).await?;
        browser.goto(&site.url("#/help")).await?;
        browser.wait_for("#help-scribe").await?;
        let steps: Vec<Vec<String>> = browser.script(STEPS, vec![]).await?;
        let named: BTreeSet<&String> = steps.iter().flatten().collect();
        assert!(named.len() > 80, "{}", named.len());
        let (mut missing, mut on_their_page) = (BTreeSet::new(), 0);
        for step in &steps {
            let mut page = None;
            for name in step {
                on_their_page += usize::from(page.is_some());
                if !read.has(page, name) {
                    missing.insert((page.unwrap_or("any page"), name));
                }
                page = read.pages.get(name).map(String::as_str).or(page);
            }
        }
        assert!(on_their_page > 20, "{on_their_page}");
        assert!(missing.is_empty(), "{lang}, not seen: {missing:#?}");
        browser.close().await?;
    }
    Ok(())
}
