//! Installs what building and testing need, each only if the right version is not there yet.
//!
//! Needs Rust (rust-toolchain.toml) and Node with npm. Everything after a complete set-up works without a network.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::Value;
use xtask::tools;

use crate::{Outcome, cargo, run};

/// Everything `serve` and `dist` need.
pub(crate) fn for_serve() -> Outcome {
    wasm_target()?;
    crates()?;
    packages()?;
    program(
        "trunk",
        tools::TRUNK,
        &["--no-default-features"],
        "about 5 minutes on two cores",
    )?;
    program(
        "wasm-bindgen",
        &tools::locked_version("wasm-bindgen")?,
        &[],
        "about 2 minutes on two cores",
    )
}

/// Everything `bench` needs, and those parts of `test` that need one browser.
pub(crate) fn for_chromium() -> Outcome {
    for_serve()?;
    chromium()
}

/// Everything `test` needs.
pub(crate) fn for_test() -> Outcome {
    for_chromium()?;
    for_engines()
}

/// The two other browsers of `test`. Without them the tests fail: what was not tried is not shown.
pub(crate) fn for_engines() -> Outcome {
    system(
        "Firefox",
        &["firefox-esr"],
        tools::firefox_browser,
        "Install Firefox, or name it in FIREFOX.",
    )?;
    if tools::firefox().is_err() {
        program(
            "geckodriver",
            tools::GECKODRIVER,
            &[],
            "about 2 minutes on two cores",
        )?;
    }
    let found = tools::firefox()?;
    present(&format!("geckodriver {}", found.drives))?;
    system(
        "WebKitGTK with its driver, and Xvfb",
        &["webkit2gtk-driver", "xvfb"],
        || tools::webkit().map(|found| format!("({})", found.driver.display())),
        "Install WebKitGTK with its WebKitWebDriver and MiniBrowser (Debian: webkit2gtk-driver), and Xvfb.",
    )
}

/// The compiler's own parts for wasm; rust-toolchain.toml names them, so they are missing only without rustup.
fn wasm_target() -> Outcome {
    let target = "wasm32-unknown-unknown";
    let answer = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", target])
        .current_dir(tools::root())
        .output()
        .map_err(|error| {
            format!("rustc could not be started: {error}. Install Rust with rustup.")
        })?;
    let folder = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
    if answer.status.success() && Path::new(&folder).is_dir() {
        return present("the wasm target of rustc");
    }
    installing("the wasm target of rustc", "a minute", || {
        run(Command::new("rustup")
            .args(["target", "add", target])
            .current_dir(tools::root()))
        .map_err(|error| format!("{error}. Install rustup, or the {target} target of this rustc."))
    })
}

/// The source of every crate of Cargo.lock, so that later builds may run offline.
fn crates() -> Outcome {
    let there = cargo(&["fetch", "--locked", "--offline", "--quiet"])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if there {
        return present("the crates of Cargo.lock");
    }
    installing("the crates of Cargo.lock", "a minute", || {
        run(&mut cargo(&["fetch", "--locked"]))
    })
}

/// The packages of package-lock.json: wasm-opt and the fonts for the site, axe for the tests.
fn packages() -> Outcome {
    let root = tools::root();
    let lock = read_json(&root.join("package-lock.json"))?;
    let wanted = lock.get("packages").and_then(Value::as_object);
    let wanted = wanted.ok_or("package-lock.json holds no packages")?;
    let there = wanted
        .iter()
        .filter(|(place, _)| !place.is_empty())
        .all(|(place, package)| {
            read_json(&root.join(place).join("package.json"))
                .is_ok_and(|found| found.get("version") == package.get("version"))
        });
    if there {
        return present("the packages of package-lock.json");
    }
    let npm = tools::find("npm").ok_or(
        "npm is not on PATH. Install Node 20 or newer (with npm); it runs wasm-opt and fetches the fonts.",
    )?;
    installing("the packages of package-lock.json", "a minute", || {
        run(Command::new(npm)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(root))
    })
}

/// A program of cargo's registry, built quickly rather than well: what it produces does not depend on it.
fn program(name: &str, version: &str, options: &[&str], time: &str) -> Outcome {
    let what = format!("{name} {version}");
    if tools::find_version(name, version).is_some() {
        return present(&what);
    }
    let package = match name {
        "wasm-bindgen" => "wasm-bindgen-cli",
        same => same,
    };
    installing(&what, time, || {
        run(
            cargo(&["install", package, "--version", version, "--locked"])
                .args(options)
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "32"),
        )
    })?;
    match tools::find_version(name, version) {
        Some(_) => Ok(()),
        None => Err(format!(
            "{what} was installed but is not found; put cargo's folder of programs on PATH"
        )),
    }
}

/// Chromium with its driver: the system's own.
fn chromium() -> Outcome {
    system(
        "Chromium with chromedriver",
        &["chromium", "chromium-driver"],
        || tools::chromium().map(|found| found.version),
        "Install Chromium (or Chrome) and a chromedriver of the same major version, or name them in CHROME and \
         CHROMEDRIVER.",
    )
}

/// Programs of the system's own packages, where there is apt and one may use it; the version is what is there.
fn system(
    what: &str,
    packages: &[&str],
    version: fn() -> Outcome<String>,
    by_hand: &str,
) -> Outcome {
    let missing = match version() {
        Ok(version) => return present(&format!("{what} {version}")),
        Err(missing) => missing,
    };
    let by_hand = format!("{missing}.\n{by_hand}");
    let Some(apt) = tools::find("apt-get") else {
        return Err(by_hand);
    };
    let mut prefix = Vec::new();
    if !tools::is_root() {
        let may = Command::new("sudo")
            .args(["-n", "true"])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if !may {
            return Err(by_hand);
        }
        prefix.extend(["sudo", "-n"].map(String::from));
    }
    prefix.push(apt.to_string_lossy().into_owned());
    let apt = |arguments: &[&str]| {
        let (program, before) = prefix.split_first().ok_or("no program")?;
        run(Command::new(program)
            .args(before)
            .args(arguments)
            .stdin(Stdio::null())
            .env("DEBIAN_FRONTEND", "noninteractive"))
    };
    installing(what, "two minutes", || {
        apt(&["update", "--quiet"])?;
        apt(&[["install", "--yes", "--quiet"].as_slice(), packages].concat())
    })
    .and_then(|()| version().map(|_| ()))
    .map_err(|error| format!("{error}\n{by_hand}"))
}

fn present(what: &str) -> Outcome {
    println!("     there  {what}");
    Ok(())
}

fn installing(what: &str, time: &str, work: impl FnOnce() -> Outcome) -> Outcome {
    println!("installing  {what} ({time})");
    let start = Instant::now();
    work().map_err(|error| {
        format!("{what} could not be installed: {error}\nThe first set-up needs a network; later builds do not.")
    })?;
    println!(" installed  {what} in {} s", start.elapsed().as_secs());
    Ok(())
}

fn read_json(path: &Path) -> Outcome<Value> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// A command that finds the tools this module installs, in the versions it installs.
pub(crate) fn with_tools(command: &mut Command) -> Outcome<&mut Command> {
    let path = env::join_paths(tools::folders()).map_err(|error| format!("PATH: {error}"))?;
    Ok(command.env("PATH", path))
}
