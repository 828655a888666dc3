//! Builds the site into `dist/` and weighs it.
//!
//! How it is built is in Trunk.toml and index.html; this only starts trunk with the right tools, offline.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use xtask::tools;

use crate::{Outcome, languages, parts, precache, run, setup, single};

/// The most the wasm may weigh in bytes that the start page and the draft page need, compressed with brotli as a host would
/// send it: the aim of 350 kB, thousands counted as a thousand.
pub(crate) const WASM_BUDGET: u64 = 350_000;
/// The most that all parts of the program may weigh together, with what starts.
pub(crate) const PARTS_BUDGET: u64 = 1_235_000;

/// How much work goes into making the site small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// As it is shipped.
    Release,
    /// As fast as it can be had.
    Dev,
}

impl From<bool> for Effort {
    fn from(dev: bool) -> Self {
        if dev { Self::Dev } else { Self::Release }
    }
}

/// Sets up, builds and prints the weights.
pub(crate) fn dist(effort: Effort) -> Outcome {
    site(effort)?;
    command(effort)
}

/// The site alone, for this machine's own server.
pub(crate) fn site(effort: Effort) -> Outcome {
    setup::for_serve()?;
    build(effort)?;
    weigh().map(|_| ())
}

/// Builds the native command with the site in it.
fn command(effort: Effort) -> Outcome {
    let mut arguments = vec![
        "build",
        "--locked",
        "--package=rapporteur-cli",
        "--features=site",
    ];
    if effort == Effort::Release {
        arguments.push("--release");
    }
    run(&mut crate::cargo(&arguments))
}

/// Where the site is built.
pub(crate) fn folder() -> PathBuf {
    tools::root().join("dist")
}

/// Builds the site with tools that are there already.
pub(crate) fn build(effort: Effort) -> Outcome {
    trunk(&tools::root(), effort)?;
    languages::place(&folder())?;
    precache::fill(&folder())?;
    single::make(&folder())
}

/// Builds the empty page that benchmarks compare with.
pub(crate) fn build_floor() -> Outcome {
    trunk(&tools::root().join("tests/floor"), Effort::Release)
}

fn trunk(site: &Path, effort: Effort) -> Outcome {
    let start = Instant::now();
    let trunk =
        tools::find_version("trunk", tools::TRUNK).ok_or("trunk is missing: cargo xtask setup")?;
    let mut command = Command::new(trunk);
    command
        .arg("build")
        .current_dir(site)
        // trunk 0.21 takes only "true" or "false" there, where the convention is any value.
        .env_remove("NO_COLOR")
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    if effort == Effort::Dev {
        command.args(["--release", "false", "--cargo-profile", "dev"]);
    }
    run(setup::with_tools(&mut command)?)?;
    println!(
        "built {} in {} s",
        site.join("dist").display(),
        start.elapsed().as_secs()
    );
    Ok(())
}

/// What the wasm weighs in bytes, compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Weight {
    /// What the start page and the draft page need.
    pub(crate) first: u64,
    /// That and all parts that are loaded when they are needed.
    pub(crate) all: u64,
}

/// Prints what the site's files weigh, raw and compressed.
pub(crate) fn weigh() -> Outcome<Weight> {
    let page = fs::read_to_string(folder().join("index.html"))
        .map_err(|error| format!("dist/: {error}. Build it first: cargo xtask dist"))?;
    let main = parts::named(&page, "data-wasm")?;
    let mut files: Vec<PathBuf> = fs::read_dir(folder())
        .map_err(|error| format!("dist/: {error}. Build it first: cargo xtask dist"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| extension(path).is_some_and(|e| ["wasm", "js", "css", "html"].contains(&e)))
        .collect();
    files.sort();
    let mut weight = Weight { first: 0, all: 0 };
    println!("{:>12} {:>12}", "bytes", "brotli");
    for (path, [raw, packed]) in files.iter().zip(sizes(&files)?) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        println!("{raw:>12} {packed:>12}  {name}");
        if extension(path) == Some("wasm") {
            weight.all += packed;
        }
        if name == main {
            weight.first = packed;
        }
    }
    for (what, bytes, budget) in [
        ("wasm that starts", weight.first, WASM_BUDGET),
        ("wasm with all its parts", weight.all, PARTS_BUDGET),
    ] {
        println!(
            "{what}: {bytes} of {budget} bytes ({} %)",
            bytes * 100 / budget
        );
    }
    Ok(weight)
}

fn extension(path: &Path) -> Option<&str> {
    path.extension()?.to_str()
}

/// The sizes of files, raw and compressed. Node is there anyway and brings brotli.
fn sizes(files: &[PathBuf]) -> Outcome<Vec<[u64; 2]>> {
    let node = tools::find("node").ok_or("node is not on PATH")?;
    let script = "const { readFileSync } = require('fs'), { brotliCompressSync } = require('zlib');
        console.log(JSON.stringify(process.argv.slice(1).map(path => {
            const bytes = readFileSync(path);
            return [bytes.length, brotliCompressSync(bytes).length];
        })));";
    let answer = Command::new(node)
        .args(["-e", script, "--"])
        .args(files)
        .output()
        .map_err(|error| format!("node could not be started: {error}"))?;
    serde_json::from_slice(&answer.stdout).map_err(|_| {
        format!(
            "the files could not be weighed: {}",
            String::from_utf8_lossy(&answer.stderr)
        )
    })
}
