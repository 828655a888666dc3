//! Takes the program apart: what the first pages need starts alone, every other part is loaded when it is needed.
//!
//! trunk calls this (Trunk.toml, `[[hooks]]`) when all of the site is there but this. Which functions begin a part stands in
//! `src/pages.rs`; what only they reach goes along, and what several parts reach becomes a file that these share.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::json;
use sha2::{Digest as _, Sha256};
use wasm_split_cli_support::{Options, transform};
use xtask::tools;

use crate::{Outcome, border};

/// What the program imports its loaders from; it never becomes a file, since the glue has them in itself.
const LOADERS: &str = "./parts.js";
/// How the glue gets them.
const SCRIPT: &str = include_str!("parts.js");

/// What trunk leaves room for in the page it wrote.
pub(crate) fn named(page: &str, attribute: &str) -> Outcome<String> {
    page.split_once(&format!("{attribute}=\""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(found, _)| found.trim_start_matches("./").to_owned())
        .ok_or_else(|| format!("index.html has no {attribute}"))
}

/// Replaces the undivided program in the site that trunk is building.
pub(crate) fn split() -> Outcome {
    let told = "trunk calls this while it builds the site: cargo xtask dist";
    let site = PathBuf::from(env::var_os("TRUNK_STAGING_DIR").ok_or(told)?);
    let released = env::var_os("TRUNK_PROFILE").as_deref() == Some(OsStr::new("release"));
    let target = tools::root().join("target");
    let profile = if released { "wasm-release" } else { "debug" };
    let program = target
        .join("wasm32-unknown-unknown")
        .join(profile)
        .join("rapporteur-app.wasm");
    let work = target.join("parts").join(profile);
    // Nothing of an earlier build may stay.
    let _ = fs::remove_dir_all(&work);
    let (main, parts) = take_apart(&program, &work)?;
    let glue = bind(&main, &work)?;
    let main = work.join("rapporteur_bg.wasm");
    let (narrow, glue) = border::narrow(&bytes(&main)?, &glue)?;
    write(&main, &narrow)?;
    let files: BTreeSet<PathBuf> = parts.values().flatten().cloned().collect();
    if released {
        make_small(&main, &files)?;
    }
    let parts = parts
        .iter()
        .map(|(part, files)| {
            let placed: Outcome<Vec<String>> =
                files.iter().map(|file| place(file, &site)).collect();
            Ok((part.as_str(), placed?))
        })
        .collect::<Outcome<BTreeMap<_, _>>>()?;
    let glue = with_loaders(&glue, &json!(parts).to_string())?;
    let index = site.join("index.html");
    let mut page = text(&index)?;
    for (attribute, bytes, extension) in [
        ("data-js", glue.into_bytes(), "js"),
        ("data-wasm", self::bytes(&main)?, "wasm"),
    ] {
        let undivided = named(&page, attribute)?;
        let name = format!("rapporteur-{}.{extension}", digest(&bytes));
        page = page.replace(&undivided, &name);
        write(&site.join(&name), &bytes)?;
        remove(&site.join(&undivided))?;
    }
    write(&index, page.as_bytes())
}

/// The program that starts, and the files of each part.
fn take_apart(program: &Path, work: &Path) -> Outcome<(PathBuf, BTreeMap<String, Vec<PathBuf>>)> {
    let whole = bytes(program)?;
    let main = work.join("main.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = work;
    options.main_out_path = &main;
    options.link_name = LOADERS;
    let split = transform(options).map_err(|error| format!("{}: {error:#}", program.display()))?;
    let files = |names: Vec<String>| {
        let mut files: Vec<PathBuf> = names
            .iter()
            .map(|name| work.join(format!("{name}.wasm")))
            .collect();
        files.sort();
        files
    };
    let parts = split.prefetch_map.into_iter();
    Ok((
        main,
        parts.map(|(part, names)| (part, files(names))).collect(),
    ))
}

/// Makes the glue between the program that starts and the browser; returns its text.
fn bind(main: &Path, work: &Path) -> Outcome<String> {
    let version = tools::locked_version("wasm-bindgen")?;
    let program = tools::find_version("wasm-bindgen", &version)
        .ok_or("wasm-bindgen is missing: cargo xtask setup")?;
    let mut command = Command::new(program);
    command
        .args(["--target=web", "--no-typescript", "--out-name=rapporteur"])
        // The parts need the stack and the table of functions.
        .arg("--keep-lld-exports")
        .arg("--out-dir")
        .arg(work)
        .arg(main);
    quiet(&mut command)?;
    text(&work.join("rapporteur.js"))
}

/// What makes a program smallest as it is sent, found by trying: its flow is made anew, then it is made small twice, and large
/// functions stay functions though they are called once. Functions of like names, often made of one text, stand together.
const SMALL: [&str; 9] = [
    "--flatten",
    "--rereloop",
    "-Os",
    "-Os",
    "--one-caller-inline-max-function-size",
    "20",
    "--reorder-functions-by-name",
    "--strip-producers",
    // The first kilobyte of memory is the far end of the stack (`--stack-first`): no pointer and offset meet there.
    "--low-memory-unused",
];

/// As small as it gets: the program that starts beside the parts.
fn make_small(main: &Path, parts: &BTreeSet<PathBuf>) -> Outcome {
    let program = tools::find("wasm-opt").ok_or("wasm-opt is missing: cargo xtask setup")?;
    let smaller = |file: &Path| {
        let mut command = Command::new(&program);
        command.args(SMALL).arg(file).arg("--output").arg(file);
        quiet(&mut command)
    };
    std::thread::scope(|scope| {
        let beside = scope.spawn(|| smaller(main));
        parts.iter().try_for_each(|part| smaller(part))?;
        beside
            .join()
            .unwrap_or_else(|_| Err("wasm-opt was not waited for".into()))
    })
}

/// Puts a part into the site, under a name that changes with its contents.
fn place(file: &Path, site: &Path) -> Outcome<String> {
    let bytes = bytes(file)?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let part = stem.strip_prefix("split_").unwrap_or("shared");
    let name = format!("rapporteur-{part}-{}.wasm", digest(&bytes));
    write(&site.join(&name), &bytes)?;
    Ok(name)
}

/// The glue with the loaders in it, in place of importing them.
fn with_loaders(glue: &str, parts: &str) -> Outcome<String> {
    let mut imports = 0_usize;
    let mut given = 0_usize;
    let mut others = false;
    let mut made = String::with_capacity(glue.len());
    for line in glue.lines() {
        if line.starts_with("import ") {
            imports += 1;
            others |= !line.contains(LOADERS);
        } else if line.trim_start().starts_with(&format!("\"{LOADERS}\": ")) {
            given += 1;
            if given == 1 {
                made.push_str(&format!("        \"{LOADERS}\": loaders,\n"));
            }
        } else {
            made.push_str(line);
            made.push('\n');
        }
    }
    let hole = "const PARTS = {};";
    if imports == 0 || imports != given || others || !SCRIPT.contains(hole) {
        return Err("the glue has no place for the loaders of the parts".into());
    }
    made.push_str(&SCRIPT.replace(hole, &format!("const PARTS = {parts};")));
    Ok(made)
}

/// Runs a command; what it says is shown only if it fails.
fn quiet(command: &mut Command) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
    let said = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{name} could not be started: {error}"))?;
    if said.status.success() {
        return Ok(());
    }
    let told = String::from_utf8_lossy(&said.stderr).into_owned();
    Err(format!("{name} failed ({}): {told}", said.status))
}

fn digest(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| told(path, error))
}

fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| told(path, error))
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|error| told(path, error))
}

fn remove(path: &Path) -> Outcome {
    fs::remove_file(path).map_err(|error| told(path, error))
}

#[allow(clippy::needless_pass_by_value, reason = "it is what map_err gives")]
fn told(path: &Path, error: std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_gets_its_loaders() {
        let glue = "import * as import1 from \"./parts.js\"\nimport * as import2 from \"./parts.js\"\n\nfunction f() {\n    return {\n        \
                    \"./main_bg.js\": import0,\n        \"./parts.js\": import1,\n        \"./parts.js\": import2,\n    };\n}\n";
        let made = with_loaders(glue, "{\"files\":[\"a.wasm\"]}").unwrap();
        assert!(made.contains("import0,\n        \"./parts.js\": loaders,\n    };"));
        assert!(made.contains("const PARTS = {\"files\":[\"a.wasm\"]};"));
        assert!(!made.contains("import2"));
        assert!(with_loaders("no imports", "{}").is_err());
        assert!(with_loaders("import * as x from \"./snippets/x.js\"", "{}").is_err());
    }

    #[test]
    fn the_page_says_which_files_it_starts() {
        let page =
            "<script src=\"./boot.js\" data-js=\"./a-1.js\" data-wasm=\"./a-1_bg.wasm\"></script>";
        assert_eq!(named(page, "data-wasm").unwrap(), "a-1_bg.wasm");
        assert!(named(page, "data-none").is_err());
    }
}
