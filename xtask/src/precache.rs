//! Writes into the built service worker which files it keeps: all of the site, each with its digest.

use std::fs;
use std::path::Path;

use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::Outcome;

/// Fills the worker of a built site in.
pub(crate) fn fill(site: &Path) -> Outcome {
    let mut files = Vec::new();
    list(site, site, &mut files)?;
    files.sort();
    let kept: Vec<_> = files
        .iter()
        .map(|(name, digest)| json!([name, digest]))
        .collect();
    let kept = json!(kept).to_string();
    let worker = site.join("sw.js");
    let told = |error| format!("{}: {error}", worker.display());
    let script = fs::read_to_string(&worker).map_err(told)?;
    let version = version(&kept, &script);
    let (list, name) = ("var FILES = [];", "\"unbuilt\"");
    if !script.contains(list) || !script.contains(name) {
        return Err(format!("{} has no place for its files", worker.display()));
    }
    let script = script
        .replace(list, &format!("var FILES = {kept};"))
        .replace(name, &format!("\"{version}\""));
    fs::write(&worker, script).map_err(told)?;
    println!(
        "the service worker keeps {} files, version {version}",
        files.len()
    );
    Ok(())
}

/// The name of a version: of its files, and of the worker too, for one that changes only the worker is another version, and
/// must not work upon the files of the one in use.
fn version(kept: &str, worker: &str) -> String {
    let mut version = hex(format!("{kept}\n{worker}").as_bytes());
    version.truncate(16);
    version
}

/// All files with their digests; the page by the address it is asked for, and the worker itself not.
fn list(site: &Path, folder: &Path, files: &mut Vec<(String, String)>) -> Outcome {
    let told = |error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        if path.is_dir() {
            list(site, &path, files)?;
            continue;
        }
        let name = path.strip_prefix(site).unwrap_or(&path);
        let name = name.to_string_lossy().replace('\\', "/");
        let name = match name.as_str() {
            "sw.js" => continue,
            "index.html" => String::from("./"),
            _ => name,
        };
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        files.push((name, hex(&bytes)));
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_worker_is_another_version() {
        let folder = std::env::temp_dir().join(format!("precache-{}", std::process::id()));
        let name = |worker: &str| {
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("index.html"), "a page").unwrap();
            let places = "var FILES = [];\nvar CACHE = \"unbuilt\";\n";
            fs::write(folder.join("sw.js"), format!("{places}{worker}")).unwrap();
            fill(&folder).unwrap();
            let script = fs::read_to_string(folder.join("sw.js")).unwrap();
            let (_, rest) = script.split_once("var CACHE = \"").unwrap();
            rest.split_once('"').unwrap().0.to_owned()
        };
        let (one, again, other) = (name("// one"), name("// one"), name("// other"));
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(one, again);
        assert_ne!(one, other);
        assert_eq!(one.len(), 16);
    }
}
