//! The files a command is given: named, in folders, or by patterns with `*` and `?`.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::say::Sentence;

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    /// It was named itself, not found in a folder or by a pattern.
    pub(crate) named: bool,
}

/// The files that the arguments stand for, in their order; of a folder those that end in `.json`, without hidden ones and
/// without folders in it, by name. What is there under the very name of a pattern is that file.
pub(crate) fn find(arguments: &[PathBuf]) -> Result<Vec<Input>, Vec<Sentence>> {
    let (mut inputs, mut stops) = (Vec::new(), Vec::new());
    for argument in arguments {
        let found = match (argument.is_dir(), is_pattern(argument)) {
            (true, _) => in_folder(argument, |name| {
                name.to_ascii_lowercase().ends_with(".json")
            }),
            (false, true) if !argument.exists() => by_pattern(argument),
            _ => {
                inputs.push(Input {
                    path: argument.clone(),
                    named: true,
                });
                continue;
            }
        };
        match found {
            Ok(paths) if paths.is_empty() => {
                stops.push(Sentence::plain("cli-no-files").about(argument));
            }
            Ok(paths) => inputs.extend(paths.into_iter().map(|path| Input { path, named: false })),
            Err(error) => {
                let named = [("reason", error.to_string())];
                stops.push(Sentence::new("cli-cannot-read", named).about(argument));
            }
        }
    }
    match stops.is_empty() {
        true => Ok(inputs),
        false => Err(stops),
    }
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?'])
}

/// The files of a folder whose names fit, sorted.
fn in_folder(folder: &Path, fits: impl Fn(&str) -> bool) -> io::Result<Vec<PathBuf>> {
    let mut paths = entries(folder, fits)?;
    paths.retain(|path| !path.is_dir());
    Ok(paths)
}

fn entries(folder: &Path, fits: impl Fn(&str) -> bool) -> io::Result<Vec<PathBuf>> {
    let place = match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(place)? {
        let name = entry?.file_name();
        let text = name.to_string_lossy();
        if !text.starts_with('.') && fits(&text) {
            paths.push(folder.join(&name));
        }
    }
    paths.sort();
    Ok(paths)
}

/// The files that a pattern fits, part by part; folders in the last place are passed over.
fn by_pattern(pattern: &Path) -> io::Result<Vec<PathBuf>> {
    let mut places = vec![PathBuf::new()];
    let parts: Vec<Component<'_>> = pattern.components().collect();
    for (at, part) in parts.iter().enumerate() {
        let text = part.as_os_str().to_string_lossy();
        let is_last = at + 1 == parts.len();
        if !is_pattern(Path::new(part)) {
            places.iter_mut().for_each(|place| place.push(part));
            places.retain(|place| place.exists());
            continue;
        }
        let mut next = Vec::new();
        for place in places {
            let found = entries(&place, |name| fits(&text, name));
            next.extend(found?.into_iter().filter(|path| path.is_dir() != is_last));
        }
        places = next;
    }
    Ok(places)
}

/// Whether a name fits a pattern: `*` stands for any letters or none, `?` for one.
fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) =
        (pattern.chars().collect(), name.chars().collect());
    let (mut at, mut from) = (0, 0);
    // Where the last star stands, and from where on it was tried.
    let mut star: Option<(usize, usize)> = None;
    while from < name.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, from));
                at += 1;
            }
            Some(letter) if *letter == '?' || name.get(from) == Some(letter) => {
                at += 1;
                from += 1;
            }
            _ => {
                let Some((place, tried)) = star else {
                    return false;
                };
                star = Some((place, tried + 1));
                (at, from) = (place + 1, tried + 1);
            }
        }
    }
    pattern.iter().skip(at).all(|letter| *letter == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, name, wanted) in [
            ("*.json", "g1.json", true),
            ("*.json", ".json", true),
            ("*.json", "g1.json.bak", false),
            ("g?.json", "g1.json", true),
            ("g?.json", "g12.json", false),
            ("*a*b*", "xxaxxbxx", true),
            ("*a*b*", "xxbxxaxx", false),
            ("*ab", "aab", true),
            ("a*", "a", true),
            ("", "", true),
            ("?", "ع", true),
            ("گروپ*", "گروپ-2.json", true),
            ("**", "anything", true),
            ("a", "b", false),
        ] {
            assert_eq!(fits(pattern, name), wanted, "{pattern} {name}");
        }
    }
}
