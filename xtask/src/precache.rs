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
    let version = hex(kept.as_bytes());
    let version = version.get(..16).unwrap_or_default();
    let worker = site.join("sw.js");
    let told = |error| format!("{}: {error}", worker.display());
    let script = fs::read_to_string(&worker).map_err(told)?;
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
