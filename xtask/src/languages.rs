//! Languages of the interface that are not in the program: each becomes one file of the site, fetched when somebody
//! chooses the language.

use std::fs;
use std::path::Path;

use crate::Outcome;
use xtask::tools;

/// The languages every part of the program brings along.
const WITHIN: [&str; 2] = ["en", "ur"];

/// Their tags.
pub(crate) fn tags() -> Outcome<Vec<String>> {
    let folder = tools::root().join("locales");
    let told = |error| format!("{}: {error}", folder.display());
    let mut tags = Vec::new();
    for entry in fs::read_dir(&folder).map_err(told)? {
        let name = entry.map_err(told)?.file_name();
        let tag = name.to_string_lossy().into_owned();
        if !WITHIN.contains(&tag.as_str()) {
            tags.push(tag);
        }
    }
    tags.sort();
    Ok(tags)
}

/// Puts them into a built site.
pub(crate) fn place(site: &Path) -> Outcome {
    for tag in tags()? {
        let folder = tools::root().join("locales").join(&tag);
        let told = |error| format!("{}: {error}", folder.display());
        let mut files = Vec::new();
        for entry in fs::read_dir(&folder).map_err(told)? {
            files.push(entry.map_err(told)?.path());
        }
        files.sort();
        let texts: Result<Vec<String>, _> = files.iter().map(fs::read_to_string).collect();
        let file = site.join(name(&tag));
        fs::write(&file, texts.map_err(told)?.join("\n"))
            .map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

/// The name of a language's file in the site.
pub(crate) fn name(tag: &str) -> String {
    format!("{tag}.ftl")
}
