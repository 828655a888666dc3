//! Reads the sources for what the compiler cannot forbid: markup made by script, inline styles, the browser's interfaces
//! outside their one folder, physical sides in style sheets. Each line it names can be found with an editor.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::tools;

use crate::{Outcome, dist};

/// What may not stand in a source, where, and why.
struct Rule {
    folder: &'static str,
    extension: &'static str,
    except: &'static str,
    forbidden: &'static [&'static str],
    why: &'static str,
}

const RULES: [Rule; 4] = [
    Rule {
        folder: "src",
        extension: "rs",
        except: "",
        forbidden: &[
            "inner_html",
            "set_inner_html",
            "insert_adjacent_html",
            "js_sys::eval",
            "Function::new_",
            "document().write",
        ],
        why: "text is never made into markup or code",
    },
    Rule {
        folder: "src",
        extension: "rs",
        except: "",
        forbidden: &["style=\"", "style=format!", "style=move"],
        why: "the content security policy blocks style attributes; use a class, or style:name=",
    },
    Rule {
        folder: "src",
        extension: "rs",
        except: "src/browser",
        forbidden: &["web_sys", "gloo_", "indexed_db_futures"],
        why: "only src/browser may touch the browser's own interfaces",
    },
    Rule {
        folder: "style",
        extension: "css",
        except: "",
        forbidden: &[
            "margin-left",
            "margin-right",
            "padding-left",
            "padding-right",
            "border-left",
            "border-right",
            "border-top-left",
            "border-top-right",
            "border-bottom-left",
            "border-bottom-right",
            "left:",
            "right:",
            "float: left",
            "float: right",
            "float:left",
            "float:right",
            "clear: left",
            "clear: right",
            "text-align: left",
            "text-align: right",
            "@import url(",
        ],
        why: "pages are read from both sides: logical properties only, and nothing from elsewhere",
    },
];

/// Passes if no source breaks a rule.
pub(crate) fn sources() -> Outcome {
    let root = tools::root();
    let mut broken = Vec::new();
    for rule in &RULES {
        for path in files(&root.join(rule.folder), rule.extension) {
            let shown = path.strip_prefix(&root).unwrap_or(&path);
            if !rule.except.is_empty() && shown.starts_with(rule.except) {
                continue;
            }
            let text = fs::read_to_string(&path)
                .map_err(|error| format!("{}: {error}", shown.display()))?;
            broken.extend(
                breaches(&text, rule.forbidden)
                    .into_iter()
                    .map(|(line, what)| {
                        format!("{}:{line}: {what}: {}", shown.display(), rule.why)
                    }),
            );
        }
    }
    none(&broken)
}

/// Passes if the built scripts evaluate no text as code.
pub(crate) fn built() -> Outcome {
    let mut broken = Vec::new();
    for path in files(&dist::folder(), "js") {
        let text =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        broken.extend(
            breaches(&text, &["eval(", "document.write"])
                .into_iter()
                .map(|(line, what)| format!("{}:{line}: {what}", path.display())),
        );
    }
    none(&broken)
}

fn none(broken: &[String]) -> Outcome {
    if broken.is_empty() {
        Ok(())
    } else {
        Err(broken.join("\n"))
    }
}

/// The lines of a text that hold something forbidden as a word of its own, comments left out.
fn breaches<'a>(text: &str, forbidden: &[&'a str]) -> Vec<(usize, &'a str)> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let start = line.trim_start();
        if ["//", "/*", "*"].iter().any(|mark| start.starts_with(mark)) {
            continue;
        }
        for what in forbidden {
            let inside = line.match_indices(what).any(|(at, _)| {
                let before = line.get(..at).and_then(|before| before.chars().next_back());
                !before.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_')
            });
            if inside {
                found.push((index + 1, *what));
            }
        }
    }
    found
}

/// The files below a folder with this extension, in order; none if there is no such folder.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .flat_map(|path| {
            if path.is_dir() {
                files(&path, extension)
            } else if path.extension().is_some_and(|found| found == extension) {
                vec![path]
            } else {
                Vec::new()
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaches_are_words_of_their_own_outside_comments() {
        let css = "a { left: 0; }\n/* left: 1 */\nb { inset-inline-start-left: 0; }\nc { scroll-left: 0 }";
        assert_eq!(breaches(css, &["left:"]), [(1, "left:")]);
        let code = "x.set_inner_html(y);\nlet inner_html = 1;\n// inner_html";
        assert_eq!(breaches(code, &["inner_html"]), [(2, "inner_html")]);
        assert_eq!(breaches("a <p style=\"x\">", &["style=\""]).len(), 1);
        assert_eq!(breaches("let medieval(x)", &["eval("]), []);
    }
}
