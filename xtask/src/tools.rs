//! Finds the programs the build and the tests run, and says which version each must have. It installs nothing.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The bundler. 0.22 needs a newer Rust than rust-toolchain.toml names.
pub const TRUNK: &str = "0.21.14";

/// What steers Firefox.
pub const GECKODRIVER: &str = "0.37.1";

/// The top of the checkout.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The folder `cargo install` puts programs into.
#[must_use]
pub fn cargo_bin() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        env::var_os("HOME")
            .or_else(|| env::var_os("USERPROFILE"))
            .map(|home| PathBuf::from(home).join(".cargo"))
    })?;
    Some(home.join("bin"))
}

/// The folders searched for programs, in order: the checkout's npm packages, PATH, cargo's.
#[must_use]
pub fn folders() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    [root().join("node_modules").join(".bin")]
        .into_iter()
        .chain(env::split_paths(&path))
        .chain(cargo_bin())
        .collect()
}

/// Every program of this name, in the order of [`folders`].
#[must_use]
pub fn all(name: &str) -> Vec<PathBuf> {
    let names = if cfg!(windows) {
        vec![format!("{name}.exe"), format!("{name}.cmd")]
    } else {
        vec![name.to_owned()]
    };
    folders()
        .iter()
        .flat_map(|folder| names.iter().map(|name| folder.join(name)))
        .filter(|file| file.is_file())
        .collect()
}

/// The first program of this name.
#[must_use]
pub fn find(name: &str) -> Option<PathBuf> {
    all(name).into_iter().next()
}

/// The first program of this name that says it has this version.
#[must_use]
pub fn find_version(name: &str, version: &str) -> Option<PathBuf> {
    all(name)
        .into_iter()
        .find(|file| version_of(file).as_deref() == Some(version))
}

/// The version a program states when asked: the first word of its answer that starts with a digit.
#[must_use]
pub fn version_of(program: &Path) -> Option<String> {
    let answer = Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    first_version(&String::from_utf8_lossy(&answer.stdout))
}

fn first_version(text: &str) -> Option<String> {
    text.split_whitespace()
        .map(|word| word.trim_start_matches('v'))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
}

/// The version of a package in Cargo.lock, the only place where it is written.
///
/// # Errors
/// If the file cannot be read or does not hold the package.
pub fn locked_version(package: &str) -> Result<String, String> {
    let path = root().join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    locked_in(&text, package).ok_or_else(|| format!("Cargo.lock holds no package {package}"))
}

fn locked_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

/// A browser and the driver that steers it, of one major version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
    pub version: String,
}

/// The installed Chromium (or Chrome) and chromedriver; `CHROME` and `CHROMEDRIVER` name others than those on PATH.
///
/// # Errors
/// A sentence saying which is missing, or that their versions differ.
pub fn chromium() -> Result<Chromium, String> {
    let named = |variable: &str| env::var_os(variable).map(PathBuf::from);
    let browser = named("CHROME")
        .or_else(|| {
            let names = [
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
            ];
            names.iter().find_map(|name| find(name))
        })
        .ok_or("no chromium or google-chrome is on PATH")?;
    let driver = named("CHROMEDRIVER")
        .or_else(|| find("chromedriver"))
        .ok_or("no chromedriver is on PATH")?;
    let version = version_of(&browser)
        .ok_or_else(|| format!("{} does not state its version", browser.display()))?;
    let drives = version_of(&driver)
        .ok_or_else(|| format!("{} does not state its version", driver.display()))?;
    if major(&version) == major(&drives) {
        Ok(Chromium {
            browser,
            driver,
            version,
        })
    } else {
        Err(format!(
            "{} is version {version}, but {} is version {drives}: they must be of one major version",
            browser.display(),
            driver.display(),
        ))
    }
}

/// Firefox, the driver that steers it, and the driver's version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Firefox {
    pub browser: PathBuf,
    pub driver: PathBuf,
    pub drives: String,
}

/// The installed Firefox and geckodriver; `FIREFOX` and `GECKODRIVER` name others than those on PATH. A geckodriver steers
/// every newer Firefox.
///
/// # Errors
/// A sentence saying which is missing.
pub fn firefox() -> Result<Firefox, String> {
    let driver = env::var_os("GECKODRIVER")
        .map(PathBuf::from)
        .or_else(|| find_version("geckodriver", GECKODRIVER))
        .ok_or_else(|| format!("no geckodriver {GECKODRIVER} is on PATH"))?;
    let drives = version_of(&driver)
        .ok_or_else(|| format!("{} does not state its version", driver.display()))?;
    Ok(Firefox {
        browser: firefox_program()?,
        driver,
        drives,
    })
}

/// The version of the installed Firefox.
///
/// # Errors
/// A sentence saying that it is missing.
pub fn firefox_browser() -> Result<String, String> {
    let browser = firefox_program()?;
    version_of(&browser).ok_or_else(|| format!("{} does not state its version", browser.display()))
}

fn firefox_program() -> Result<PathBuf, String> {
    env::var_os("FIREFOX")
        .map(PathBuf::from)
        .or_else(|| {
            ["firefox-esr", "firefox"]
                .iter()
                .find_map(|name| find(name))
        })
        .ok_or_else(|| "no firefox-esr or firefox is on PATH".to_owned())
}

/// The driver of WebKitGTK, which knows its browser, and the display that browser needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebKit {
    pub driver: PathBuf,
    pub display: PathBuf,
}

/// The installed WebKitGTK and Xvfb.
///
/// # Errors
/// A sentence saying which is missing.
pub fn webkit() -> Result<WebKit, String> {
    Ok(WebKit {
        driver: find("WebKitWebDriver").ok_or("no WebKitWebDriver is on PATH")?,
        display: find("Xvfb").ok_or("no Xvfb is on PATH")?,
    })
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

/// The arguments a test browser starts with: no window, nothing from the network, no first-run pages.
#[must_use]
pub fn chromium_arguments() -> Vec<&'static str> {
    let mut arguments = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--no-default-browser-check",
        "--no-first-run",
    ];
    // Chromium's own sandbox starts neither for root nor in most containers.
    if is_root() || env::var_os("CI").is_some() {
        arguments.push("--no-sandbox");
    }
    arguments
}

/// Whether this process may do everything on the machine.
#[must_use]
pub fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_programs_say() {
        let says = |text| first_version(text);
        assert_eq!(says("trunk 0.21.14\n").as_deref(), Some("0.21.14"));
        assert_eq!(
            says("wasm-opt version 132 (version_132)").as_deref(),
            Some("132")
        );
        assert_eq!(says("v20.20.2").as_deref(), Some("20.20.2"));
        assert_eq!(
            says("Google Chrome for Testing 156.0.8078.79 beta").as_deref(),
            Some("156.0.8078.79")
        );
        assert_eq!(says("usage: ..."), None);
    }

    #[test]
    fn locked_versions_are_found() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n\n[[package]]\nname = \"a-b\"\nversion = \"4.5.6\"\n";
        assert_eq!(locked_in(lock, "a").as_deref(), Some("1.2.3"));
        assert_eq!(locked_in(lock, "a-b").as_deref(), Some("4.5.6"));
        assert_eq!(locked_in(lock, "b"), None);
    }
}
