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
    let answer = browser
        .driver()
        .execute_async(
            "const done = arguments[arguments.length - 1];
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
                 incomplete: found.incomplete.map(short),
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

/// Adds what is wrong with the open page to a list: what axe finds, and that it scrolls sideways.
pub async fn collect(browser: &Browser, page: &str, found: &mut Vec<String>) -> Result {
    if let Err(error) = check(browser).await?.nothing_found(page) {
        found.push(error.to_string());
    }
    if scrolls_sideways(browser).await? {
        found.push(format!("{page} scrolls sideways"));
    }
    Ok(())
}

/// Whether the open page is wider than what is seen of it.
pub async fn scrolls_sideways(browser: &Browser) -> Result<bool> {
    let wider = "return document.documentElement.scrollWidth > innerWidth + 1";
    browser.script(wider, vec![]).await
}
