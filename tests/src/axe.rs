//! What axe finds on the page that is open: WCAG 2.0 to 2.2, levels A and AA.

use std::fmt;
use std::fs;

use serde::Deserialize;

use crate::{Browser, Result};

/// What was found, one readable line for each element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What breaks a rule.
    pub violations: Vec<String>,
    /// Text whose contrast axe could not decide, because of what lies behind it.
    pub undecided_contrast: Vec<String>,
    /// How many rules found something to check: none means that axe saw an empty page.
    pub rules_passed: usize,
}

impl Report {
    /// Passes if nothing was found; the error names every element.
    pub fn nothing_found(&self, page: &str) -> Result {
        if self.rules_passed == 0 {
            Err(format!("axe on {page}: nothing on the page was checked").into())
        } else if self.violations.is_empty() {
            Ok(())
        } else {
            Err(format!("axe on {page}:\n{self}").into())
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.violations.join("\n"))
    }
}

#[derive(Deserialize)]
struct Found {
    violations: Vec<Rule>,
    incomplete: Vec<Rule>,
    passes: usize,
}

#[derive(Deserialize)]
struct Rule {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    html: String,
    summary: String,
}

impl Rule {
    fn lines(&self) -> impl Iterator<Item = String> {
        self.nodes.iter().map(|node| {
            let summary = node
                .summary
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            format!(
                "{}: {}\n    {}\n    {summary}",
                self.id, self.help, node.html
            )
        })
    }
}

/// Checks the open page as it is now.
pub async fn check(browser: &Browser) -> Result<Report> {
    let path = xtask::tools::root().join("node_modules/axe-core/axe.min.js");
    let source = fs::read_to_string(&path)
        .map_err(|_| "axe-core is not installed: cargo xtask setup --for test")?;
    let there: bool = browser
        .script("return typeof window.axe === 'object'", vec![])
        .await?;
    if !there {
        browser.driver().execute(source.as_str(), vec![]).await?;
    }
    browser.draw_all().await?;
    let answer = browser
        .driver()
        .execute_async(
            "const done = arguments[arguments.length - 1];
             // What axe leaves undecided (a text of one letter, one that lies half behind the edge of what scrolls) is decided
             // by the colours themselves, where the ground is one plain colour.
             const parts = colour => (colour.match(/[0-9.]+/g) || []).map(Number);
             const light = colour => {
                 const [red, green, blue] = parts(colour).slice(0, 3).map(part => part / 255)
                     .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                 return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
             };
             const ground = element => {
                 for (let held = element; held; held = held.parentElement) {
                     const style = getComputedStyle(held);
                     if (style.backgroundImage !== 'none' || style.opacity !== '1') return null;
                     const alpha = parts(style.backgroundColor)[3] ?? 1;
                     if (alpha === 1 && style.backgroundColor.startsWith('rgb')) return style.backgroundColor;
                     if (alpha > 0) return null;
                 }
                 return null;
             };
             const enough = node => {
                 const element = document.querySelector(node.target[0]);
                 const behind = element && ground(element);
                 const ink = element && getComputedStyle(element).color;
                 if (!behind || !ink.startsWith('rgb') || (parts(ink)[3] ?? 1) !== 1) return false;
                 const [low, high] = [light(ink), light(behind)].sort((one, other) => one - other);
                 return (high + 0.05) / (low + 0.05) >= 4.5;
             };
             const short = rule => ({
                 id: rule.id, help: rule.help,
                 nodes: rule.nodes.map(node => ({ html: node.html, summary: node.failureSummary || '' })),
             });
             window.axe.run(document, {
                 runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
                 rules: { 'target-size': { enabled: true } },
                 resultTypes: ['violations', 'incomplete'],
             }).then(found => done({
                 violations: found.violations.map(short),
                 incomplete: found.incomplete.map(rule => ({
                     ...rule, nodes: rule.nodes.filter(node => rule.id !== 'color-contrast' || !enough(node)),
                 })).map(short),
                 passes: found.passes.length,
             }), reason => done(String(reason)));",
            vec![],
        )
        .await?;
    let found: Found = serde_json::from_value(answer.json().clone())
        .map_err(|_| format!("axe could not run: {}", answer.json()))?;
    Ok(Report {
        violations: found.violations.iter().flat_map(Rule::lines).collect(),
        undecided_contrast: found
            .incomplete
            .iter()
            .filter(|rule| rule.id == "color-contrast")
            .flat_map(Rule::lines)
            .collect(),
        rules_passed: found.passes,
    })
}

/// Adds what is wrong with the open page to a list: what axe finds, what it cannot decide of contrast, text that is cut off,
/// and that the page scrolls sideways.
pub async fn collect(browser: &Browser, page: &str, found: &mut Vec<String>) -> Result {
    let report = check(browser).await?;
    if let Err(error) = report.nothing_found(page) {
        found.push(error.to_string());
    }
    let undecided = report.undecided_contrast.iter();
    found.extend(undecided.map(|line| format!("undecided on {page}: {line}")));
    for text in cut_off(browser).await? {
        found.push(format!("{page} cuts off: {text}"));
    }
    if scrolls_sideways(browser).await? {
        found.push(format!("{page} scrolls sideways"));
    }
    Ok(())
}

/// Text that lies beyond the edge of what hides it, where nobody can scroll to it; what is hidden on purpose for those who
/// listen is not meant.
pub async fn cut_off(browser: &Browser) -> Result<Vec<String>> {
    let look = "
        const found = new Set();
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        while (walk.nextNode()) {
            const node = walk.currentNode;
            if (!node.data.trim() || node.parentElement.closest('.unseen, .skip, script, style, option')) continue;
            range.selectNodeContents(node);
            const box = range.getBoundingClientRect();
            if (!box.width || !box.height) continue;
            for (let held = node.parentElement; held && held !== document.body; held = held.parentElement) {
                const style = getComputedStyle(held);
                if (style.position === 'fixed') break;
                if (style.display === 'inline') continue;
                const flows = [style.overflowX, style.overflowY];
                if (flows.some((flow) => flow === 'auto' || flow === 'scroll')) break;
                if (flows.every((flow) => flow === 'visible')) continue;
                const edge = held.getBoundingClientRect();
                if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1) {
                    found.add(`${held.tagName.toLowerCase()}.${held.className} holds ${node.data.trim().slice(0, 60)}`);
                    break;
                }
            }
        }
        return [...found];";
    browser.script(look, vec![]).await
}

/// Whether the open page is wider than what is seen of it.
pub async fn scrolls_sideways(browser: &Browser) -> Result<bool> {
    let wider = "return document.documentElement.scrollWidth > innerWidth + 1";
    browser.script(wider, vec![]).await
}
