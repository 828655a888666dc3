//! How the engines differ: which programs steer them, how they are started, how they are listened to, and what only some of
//! them can do. Everything else is the same WebDriver.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{Capabilities, RequestData, SessionId, WebDriver};
use xtask::tools;

use crate::{Profile, Result};

/// Which browser a test runs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// WebKitGTK's own small browser, in a display nobody sees.
    WebKit,
}

impl Engine {
    /// Whether a profile that is opened again holds what sites stored in it. WebKitGTK's browser, while it is steered, keeps
    /// everything in memory: there only a page can end, not the browser.
    #[must_use]
    pub fn keeps(self) -> bool {
        self != Self::WebKit
    }

    /// Whether downloads of one name must be moved apart: WebKitGTK's browser refuses a second one.
    pub(crate) fn refuses_same_name(self) -> bool {
        self == Self::WebKit
    }
}

/// Notes what goes wrong in a page, from before anything of the page ran where the engine allows it. The page's policy
/// forbids no listener of the browser's own driver.
const LISTEN: &str = "(() => {
    if (window.__seen) return;
    const seen = [];
    Object.defineProperty(window, '__seen', { value: seen });
    document.addEventListener('securitypolicyviolation', event => seen.push(
        `policy: ${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`.trim()), true);
    window.addEventListener('error', event => seen.push(event.message
        ? `error: ${event.message}`
        : `error: not loaded: ${event.target.src || event.target.href}`), true);
    window.addEventListener('unhandledrejection', event => seen.push(`rejection: ${event.reason}`));
})();";

/// Where the driver has no word of the console, what a page says there is noted as well.
const LISTEN_TO_CONSOLE: &str = "if (!window.__seen.console) {
    window.__seen.console = true;
    for (const level of ['error', 'warn']) {
        const plain = console[level];
        console[level] = (...said) => {
            window.__seen.push(`console ${level}: ${said.join(' ')}`);
            plain.apply(console, said);
        };
    }
}";

/// Listens to every page of a tab that is opened from now on, where the engine can be told beforehand.
pub(crate) async fn listen(engine: Engine, session: &WebDriver) -> Result {
    if engine == Engine::Chromium {
        let source = json!({"source": LISTEN});
        session
            .cdp()
            .send_raw("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
    }
    Ok(())
}

/// Listens to the page that was just loaded, where the engine could not be told before. What went wrong earlier is known in
/// Firefox from its own record; in WebKitGTK it shows only by what does not work then.
pub(crate) async fn listen_here(engine: Engine, session: &WebDriver) -> Result {
    if engine != Engine::Chromium {
        let source = format!("{LISTEN}\n{LISTEN_TO_CONSOLE}");
        session.execute(source, vec![]).await?;
    }
    Ok(())
}

/// What the engine itself recorded since it was last asked: levels and messages.
pub(crate) async fn recorded(engine: Engine, session: &WebDriver) -> Result<Vec<(String, String)>> {
    Ok(match engine {
        Engine::Chromium => {
            let log = session.browser_log().await?;
            log.into_iter()
                .map(|entry| (entry.level, entry.message))
                .collect()
        }
        Engine::Firefox => {
            // The browser's own record knows uncaught errors and the policy's, from the first line of a page on.
            let script = "const found = [];
                for (const said of Services.console.getMessageArray()) {
                    if (!(said instanceof Ci.nsIScriptError) || !/^(http|file|blob)/.test(said.sourceName)) continue;
                    const minor = said.flags & (Ci.nsIScriptError.warningFlag | Ci.nsIScriptError.infoFlag);
                    found.push([minor ? 'INFO' : 'SEVERE', `${said.category}: ${said.errorMessage}`]);
                }
                Services.console.reset();
                return found;";
            serde_json::from_value(in_firefox(session, script).await?)?
        }
        Engine::WebKit => Vec::new(),
    })
}

/// What scripts of Firefox's driver run in: the page or the browser.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("session/{session}/moz/context"))
            .add_body(json!({"context": self.0}))
    }
}

/// Runs a script in Firefox itself, not in the page.
async fn in_firefox(session: &WebDriver, script: &str) -> Result<Value> {
    session.cmd(Context("chrome")).await?;
    let answer = session.execute(script, vec![]).await;
    session.cmd(Context("content")).await?;
    Ok(answer?.json().clone())
}

/// Brings the focus back from Firefox's own bars, where `Tab` leads from the end of a page, and a download from anywhere. A
/// person goes on with `Tab` until the page is reached again; the driver's keys are for the page alone.
pub(crate) async fn return_to_page(engine: Engine, session: &WebDriver) -> Result {
    if engine == Engine::Firefox {
        let answer = session
            .execute("return document.hasFocus()", vec![])
            .await?;
        if answer.json() == &Value::Bool(false) {
            in_firefox(session, "gBrowser.selectedBrowser.focus()").await?;
        }
    }
    Ok(())
}

/// Gives what is seen a size.
pub(crate) async fn resize(engine: Engine, session: &WebDriver, width: u32, height: u32) -> Result {
    if engine == Engine::Chromium {
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        session
            .cdp()
            .send_raw("Emulation.setDeviceMetricsOverride", size)
            .await?;
        return Ok(());
    }
    // A window has a frame and bars, so it is made larger by what is missing.
    let seen = "return [innerWidth, innerHeight]";
    let (mut wide, mut high) = (width, height);
    for _ in 0..40 {
        let answer = session.execute(seen, vec![]).await?;
        let (now_wide, now_high): (u32, u32) = serde_json::from_value(answer.json().clone())?;
        if (now_wide, now_high) == (width, height) {
            return Ok(());
        }
        let window = session.get_window_rect().await?;
        wide = (i64::from(width) + window.width - i64::from(now_wide)).try_into()?;
        high = (i64::from(height) + window.height - i64::from(now_high)).try_into()?;
        session.set_window_rect(0, 0, wide, high).await?;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(format!("a window of {wide} by {high} does not show {width} by {height}").into())
}

/// The browser's own process, where its driver tells.
pub(crate) fn process(capabilities: &Capabilities) -> Option<u64> {
    ["goog:processID", "moz:processID"]
        .into_iter()
        .find_map(|name| capabilities.get(name).and_then(Value::as_u64))
}

/// A driver that listens, and what it is to start. Dropping it ends it, and with it the display it had.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    display: Option<Child>,
    pub(crate) capabilities: Capabilities,
    pub(crate) port: u16,
}

/// How many drivers are started before the run gives up.
const DRIVERS: usize = 8;
/// How long a driver may take until it listens.
const START: Duration = Duration::from_secs(20);

impl Driver {
    /// A driver picks a port of its own and now and then finds it taken in one of the two families of addresses: then it
    /// ends at once, and another is started.
    pub(crate) fn start(profile: &Profile) -> Result<Self> {
        let mut tries = 0;
        loop {
            let started = match profile.engine() {
                Engine::Chromium => chromium(profile),
                Engine::Firefox => firefox(profile),
                Engine::WebKit => webkit(profile),
            };
            tries += 1;
            match started {
                Err(_) if tries < DRIVERS => {}
                other => return other,
            }
        }
    }
}

impl Driver {
    /// Ends it at once.
    pub(crate) fn end(&mut self) {
        end(&mut self.process);
        if let Some(mut display) = self.display.take() {
            end(&mut display);
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.end();
    }
}

fn end(process: &mut Child) {
    let _ = process.kill();
    let _ = process.wait();
}

fn chromium(profile: &Profile) -> Result<Driver> {
    let found = tools::chromium()?;
    let mut arguments: Vec<String> = tools::chromium_arguments()
        .into_iter()
        .map(str::to_owned)
        .collect();
    arguments.push(format!("--user-data-dir={}", profile.data().display()));
    arguments.push("--window-size=1280,800".to_owned());
    arguments.push("--lang=en-US".to_owned());
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "chrome")?;
    capabilities.set("goog:loggingPrefs", json!({"browser": "ALL"}))?;
    capabilities.set(
        "goog:chromeOptions",
        json!({
            "binary": found.browser,
            "args": arguments,
            "prefs": {
                "download.default_directory": profile.downloads(),
                "download.prompt_for_download": false,
                "profile.default_content_setting_values.automatic_downloads": 1,
            },
        }),
    )?;
    let process = Command::new(found.driver)
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    telling(process, "started successfully on port ", capabilities)
}

fn firefox(profile: &Profile) -> Result<Driver> {
    let found = tools::firefox()?;
    fs::create_dir_all(profile.data())?;
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "firefox")?;
    capabilities.set(
        "moz:firefoxOptions",
        json!({
            "binary": found.browser,
            "args": ["-headless", "-profile", profile.data()],
            "prefs": {
                // Into the folder of this profile, and without asking.
                "browser.download.folderList": 2,
                "browser.download.dir": profile.downloads(),
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.download.alwaysOpenPanel": false,
                "intl.accept_languages": "en-US",
            },
        }),
    )?;
    let process = Command::new(found.driver)
        // The record of the browser is read in the browser, not in the page.
        .args(["--port=0", "--websocket-port=0", "--allow-system-access"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    telling(process, "Listening on 127.0.0.1:", capabilities)
}

fn webkit(profile: &Profile) -> Result<Driver> {
    let found = tools::webkit()?;
    let home = profile.data();
    fs::create_dir_all(&home)?;
    // Where the desktop's settings say downloads go is where this browser puts them.
    let downloads = profile.downloads();
    let told = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    fs::write(home.join("user-dirs.dirs"), told)?;
    let (mut display, name) = display(&found.display)?;
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port();
    let process = Command::new(found.driver)
        .arg(format!("--port={port}"))
        .env("DISPLAY", format!(":{name}"))
        .env("GDK_BACKEND", "x11")
        .env("HOME", &home)
        .env("XDG_CONFIG_HOME", &home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let process = process.inspect_err(|_| end(&mut display))?;
    let mut driver = Driver {
        process,
        display: Some(display),
        capabilities: Capabilities::new(),
        port,
    };
    driver.capabilities.set("browserName", "MiniBrowser")?;
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if driver.process.try_wait()?.is_some() || start.elapsed() > START {
            return Err("WebKitGTK's driver ended before it listened".into());
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(driver)
}

/// A display nobody sees, and its number.
fn display(program: &std::path::Path) -> Result<(Child, String)> {
    let mut process = Command::new(program)
        // It picks a number that is free, and says it.
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1600x1200x24",
            "-nolisten",
            "tcp",
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let output = process.stdout.take().ok_or("the display has no output")?;
    let mut name = String::new();
    BufReader::new(output).read_line(&mut name)?;
    let name = name.trim().to_owned();
    if name.is_empty() {
        end(&mut process);
        return Err("the display (Xvfb) did not start".into());
    }
    Ok((process, name))
}

/// A driver that says on which port it listens.
fn telling(mut process: Child, before: &str, capabilities: Capabilities) -> Result<Driver> {
    let output = process.stdout.take();
    let mut driver = Driver {
        process,
        display: None,
        capabilities,
        port: 0,
    };
    let mut lines = BufReader::new(output.ok_or("the driver has no output")?).lines();
    for line in lines.by_ref() {
        let line = line?;
        if let Some((_, port)) = line.split_once(before) {
            driver.port = port.trim().trim_end_matches('.').parse()?;
            // Nobody reads what else it says, but it must be able to say it.
            thread::spawn(move || lines.for_each(drop));
            return Ok(driver);
        }
    }
    Err("the driver ended before it listened".into())
}
