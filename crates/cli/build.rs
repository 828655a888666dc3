//! Lists the files of the built site, so that the command can hold them: only with the feature `site`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_SITE").is_none() {
        return Ok(());
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../dist");
    println!("cargo::rerun-if-changed={}", root.display());
    if !root.join("index.html").is_file() {
        println!(
            "cargo::error=the feature `site` holds the built site, and dist/ has none: cargo xtask dist"
        );
        return Ok(());
    }
    let root = root.canonicalize()?;
    let mut files = Vec::new();
    listed(&root, &mut files)?;
    files.sort();
    let mut text = String::from("&[\n");
    for file in files {
        let name: Vec<&str> = file
            .strip_prefix(&root)?
            .iter()
            .filter_map(|part| part.to_str())
            .collect();
        writeln!(
            text,
            "    ({:?}, include_bytes!({:?})),",
            name.join("/"),
            file
        )?;
    }
    text.push_str("]\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("site.rs"), text)?;
    Ok(())
}

fn listed(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            listed(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
