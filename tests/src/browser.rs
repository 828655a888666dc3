//! One open browser: a person's keys, clicks and files, the waiting between them, and everything the page complained of.
//!
//! **Interactions** are counted here, where they are made: a chord, a click, a choice of files each count one, typed text
//! counts none, and what a test only reads counts none. `Tab` is a chord too; how often it was pressed only to get somewhere
//! is counted besides ([`Browser::travelled`]).

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command as Order};
use thirtyfour::{By, WebDriver, WebElement, WindowHandle};

use crate::engine::{self, Driver};
use crate::{Engine, Profile, Result, keys};

/// How long something that must happen may take, on a slow machine that does other things too.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// The pause between two looks at something waited for.
const GLANCE: Duration = Duration::from_millis(15);

/// How a page is to look: the size of what is seen, and the preferences of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub width: u32,
    pub height: u32,
    /// `en` or `ur`.
    pub lang: &'static str,
    /// `light`, `dark` or `auto`.
    pub theme: &'static str,
}

/// A browser with one profile open. Dropping it without [`Browser::close`] kills it.
#[derive(Debug)]
pub struct Browser {
    driver: Option<WebDriver>,
    session: WebDriver,
    steering: Driver,
    pid: Option<u64>,
    profile: Profile,
    interactions: AtomicUsize,
    travelled: AtomicUsize,
    problems: Mutex<Vec<String>>,
    console: Mutex<Vec<String>>,
}

impl Browser {
    pub(crate) async fn open(profile: Profile, url: &str) -> Result<Self> {
        let steering = Driver::start(&profile)?;
        let address = format!("http://127.0.0.1:{}", steering.port);
        let driver = WebDriver::new(address, steering.capabilities.clone())
            .await
            .map_err(|error| format!("the browser did not start: {error}"))?;
        let pid = engine::process(driver.capabilities());
        let browser = Self {
            session: driver.clone(),
            driver: Some(driver),
            steering,
            pid,
            profile,
            interactions: AtomicUsize::new(0),
            travelled: AtomicUsize::new(0),
            problems: Mutex::default(),
            console: Mutex::default(),
        };
        browser.session.set_script_timeout(PATIENCE).await?;
        engine::listen(browser.engine(), &browser.session).await?;
        browser.goto(url).await?;
        Ok(browser)
    }

    /// The WebDriver session underneath. What is done through it is not counted as an interaction.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.session
    }

    /// The profile that is open.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Which browser it is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.profile.engine()
    }

    // Opening and closing.

    /// Goes to an address and returns when its document is loaded. The app may still be starting: wait for what it shows.
    pub async fn goto(&self, url: &str) -> Result {
        self.collect_here().await?;
        self.session.goto(url).await?;
        engine::listen_here(self.engine(), &self.session).await
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Result {
        self.collect_here().await?;
        self.session.refresh().await?;
        engine::listen_here(self.engine(), &self.session).await
    }

    /// Closes the browser as a person does, if nothing went wrong in it: see [`Browser::assert_clean`].
    pub async fn close(mut self) -> Result {
        let clean = self.assert_clean().await;
        if let Some(driver) = self.driver.take() {
            driver.quit().await?;
        }
        clean
    }

    /// Closes the browser as a person does and opens its profile again. Where the engine keeps nothing beyond that, only
    /// the page ends, and another begins: see [`Engine::keeps`].
    pub async fn reopen(self, url: &str) -> Result<Self> {
        if self.engine().keeps() {
            let profile = self.profile.clone();
            self.close().await?;
            return profile.open(url).await;
        }
        self.assert_clean().await?;
        self.goto("about:blank").await?;
        self.goto(url).await?;
        Ok(self)
    }

    /// Ends the browser at once, as a power cut would end it but for what the system had still to write.
    pub fn kill(self) {
        drop(self);
    }

    /// Opens another tab of the same profile, which becomes the one acted on.
    pub async fn new_tab(&self, url: &str) -> Result {
        let tab = self.session.new_tab().await?;
        self.session.switch_to_window(tab).await?;
        engine::listen(self.engine(), &self.session).await?;
        self.goto(url).await
    }

    /// Acts on another tab from now on; the first is 0.
    pub async fn switch_to(&self, tab: usize) -> Result {
        let tabs: Vec<WindowHandle> = self.session.windows().await?;
        let tab = tabs.get(tab).ok_or("there is no such tab")?;
        self.session.switch_to_window(tab.clone()).await?;
        Ok(())
    }

    // What a person does: each counts one, but typing.

    /// How many interactions were made since the browser was opened.
    #[must_use]
    pub fn interactions(&self) -> usize {
        self.interactions.load(Ordering::Relaxed)
    }

    /// How many of the interactions were `Tab` on the way to something: see [`Browser::tab_to`].
    #[must_use]
    pub fn travelled(&self) -> usize {
        self.travelled.load(Ordering::Relaxed)
    }

    /// Presses a key or a chord by name, to whatever has the focus: `Tab`, `Shift+Tab`, `Control+Enter`, `Space`, `z`.
    pub async fn press(&self, chord: &str) -> Result {
        let actions = keys::chord(chord)?;
        self.count();
        self.act(actions).await
    }

    /// Types text, key by key, to whatever has the focus. Line ends are keys: press `Enter`.
    pub async fn type_text(&self, text: &str) -> Result {
        self.act(keys::text(text)?).await
    }

    /// Presses `Tab` until an element that matches has the focus; fails after `most` presses.
    pub async fn tab_to(&self, css: &str, most: usize) -> Result {
        for _ in 0..most {
            if self.is_focused(css).await? {
                return Ok(());
            }
            self.press("Tab").await?;
            self.travelled.fetch_add(1, Ordering::Relaxed);
        }
        if self.is_focused(css).await? {
            return Ok(());
        }
        let focus = self.focus().await?;
        Err(format!("{most} times Tab do not reach {css}; the focus is on {focus}").into())
    }

    /// Clicks the first element that matches, when it is there and can be clicked.
    pub async fn click(&self, css: &str) -> Result {
        let element = self.wait_for(css).await?;
        self.click_element(&element).await
    }

    /// Clicks the element that matches and has exactly this name, when it is there: see [`Browser::named`].
    pub async fn click_named(&self, css: &str, name: &str) -> Result {
        let element = self.named(css, name).await?;
        self.click_element(&element).await
    }

    /// Clicks an element.
    pub async fn click_element(&self, element: &WebElement) -> Result {
        self.count();
        element.click().await?;
        Ok(())
    }

    /// Chooses files in a file field, which must be in the document but need not be seen.
    pub async fn choose_files(&self, css: &str, files: &[&Path]) -> Result {
        let field = self.present(css).await?;
        let paths: Vec<String> = absolute(files)?;
        self.count();
        field.send_keys(paths.join("\n")).await?;
        Ok(())
    }

    /// Drops files on an element, as from the desktop. In Chromium only.
    pub async fn drop_files(&self, css: &str, files: &[&Path]) -> Result {
        let target = self.wait_for(css).await?;
        target.scroll_into_view().await?;
        let rect = target.rect().await?;
        let data = json!({"items": [], "files": absolute(files)?, "dragOperationsMask": 1});
        self.count();
        for kind in ["dragEnter", "dragOver", "drop"] {
            let event = json!({
                "type": kind, "data": data,
                "x": rect.x + rect.width / 2.0, "y": rect.y + rect.height / 2.0,
            });
            self.cdp("Input.dispatchDragEvent", event).await?;
        }
        Ok(())
    }

    /// Waits for the next download of this profile to be complete. Starting it is the test's; each is given once.
    pub async fn next_download(&self) -> Result<PathBuf> {
        self.wait("a download", async || self.profile.take_download())
            .await
    }

    // What a person sees.

    /// The first element that matches, when there is one that is displayed.
    pub async fn wait_for(&self, css: &str) -> Result<WebElement> {
        self.wait(&format!("{css} to be seen"), async || {
            for element in self.session.find_all(By::Css(css)).await? {
                if element.is_displayed().await.unwrap_or(false) {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Returns when no element that matches is displayed.
    pub async fn wait_gone(&self, css: &str) -> Result {
        self.wait(&format!("{css} to be gone"), async || {
            for element in self.session.find_all(By::Css(css)).await? {
                if element.is_displayed().await.unwrap_or(false) {
                    return Ok(None);
                }
            }
            Ok(Some(()))
        })
        .await
    }

    /// Returns when an element that matches shows this text, perhaps among other text.
    pub async fn wait_text(&self, css: &str, text: &str) -> Result {
        self.wait(&format!("{css} to show {text:?}"), async || {
            let shown = self.texts(css).await?;
            Ok(shown.iter().any(|shown| shown.contains(text)).then_some(()))
        })
        .await
    }

    /// The element that matches and has exactly this name, when there is one that is displayed. Its name is its
    /// `aria-label`, or its label's text, or else its own text.
    pub async fn named(&self, css: &str, name: &str) -> Result<WebElement> {
        let script = "const [css, name] = arguments;
            const plain = text => (text || '').replace(/\\s+/g, ' ').trim();
            const named = element => plain(element.getAttribute('aria-label'))
                || plain(Array.from(element.labels || [], label => label.innerText).join(' '))
                || plain(element.innerText);
            return Array.from(document.querySelectorAll(css)).find(element =>
                element.checkVisibility() && named(element) === name) || null;";
        self.wait(&format!("{css} named {name:?}"), async || {
            let found = self
                .session
                .execute(script, vec![json!(css), json!(name)])
                .await?;
            Ok(if found.json().is_null() {
                None
            } else {
                Some(found.element()?)
            })
        })
        .await
    }

    /// The text shown by the first element that matches.
    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.wait_for(css).await?.text().await?)
    }

    /// The texts shown by all elements that match now, in order; none if there are none.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        self.script(
            "return Array.from(document.querySelectorAll(arguments[0]), element => element.innerText)",
            vec![json!(css)],
        )
        .await
    }

    /// What stands in the first field that matches.
    pub async fn value(&self, css: &str) -> Result<String> {
        Ok(self.present(css).await?.value().await?.unwrap_or_default())
    }

    /// How many elements match now.
    pub async fn count_of(&self, css: &str) -> Result<usize> {
        Ok(self.session.find_all(By::Css(css)).await?.len())
    }

    /// Whether an element that matches has the focus now.
    pub async fn is_focused(&self, css: &str) -> Result<bool> {
        self.script(
            "return document.activeElement.matches(arguments[0])",
            vec![json!(css)],
        )
        .await
    }

    /// The start tag of what has the focus now, for messages.
    pub async fn focus(&self) -> Result<String> {
        self.script(
            "return document.activeElement.cloneNode(false).outerHTML",
            vec![],
        )
        .await
    }

    /// Looks again and again until there is an answer; the error says what was waited for, and what the page complained of.
    pub async fn wait<T>(
        &self,
        what: &str,
        mut look: impl AsyncFnMut() -> Result<Option<T>>,
    ) -> Result<T> {
        let start = Instant::now();
        loop {
            if let Some(answer) = look().await? {
                return Ok(answer);
            }
            if start.elapsed() > PATIENCE {
                let told = self.take_problems().await.unwrap_or_default().join("\n");
                return Err(format!("waited {} s for {what}\n{told}", PATIENCE.as_secs()).into());
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Returns when a condition holds; the error says what was waited for.
    pub async fn wait_until(
        &self,
        what: &str,
        mut holds: impl AsyncFnMut() -> Result<bool>,
    ) -> Result {
        self.wait(what, async || Ok(holds().await?.then_some(())))
            .await
    }

    /// What a script returns: the body of a function, its `arguments` given. For reading; a person runs no scripts.
    pub async fn script<T: DeserializeOwned>(
        &self,
        body: &str,
        arguments: Vec<Value>,
    ) -> Result<T> {
        let answer = self.session.execute(body, arguments).await?;
        Ok(serde_json::from_value(answer.json().clone())?)
    }

    // How it looks.

    /// Sets the size of what is seen and the preferences of the app, and loads the page again.
    pub async fn look(&self, look: Look) -> Result {
        self.resize(look.width, look.height).await?;
        self.session
            .execute(
                "const key = 'rapporteur/preferences';
                 const stored = JSON.parse(localStorage.getItem(key)) || {};
                 const [lang, theme] = arguments;
                 localStorage.setItem(key, JSON.stringify({ ...stored, lang, theme }));",
                vec![json!(look.lang), json!(look.theme)],
            )
            .await?;
        self.reload().await
    }

    /// Gives what is seen a size, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Result {
        engine::resize(self.engine(), &self.session, width, height).await
    }

    /// Has everything drawn that the page leaves until it comes into sight: until then it has no place of its own, and seems
    /// to lie on other things.
    pub async fn draw_all(&self) -> Result {
        let draw = "for (const held of document.querySelectorAll('main *')) {
                if (getComputedStyle(held).contentVisibility === 'auto') held.style.contentVisibility = 'visible';
            }
            return null";
        self.script::<Value>(draw, vec![]).await.map(|_| ())
    }

    /// Writes what is seen into a PNG file, fonts loaded.
    pub async fn screenshot(&self, path: &Path) -> Result {
        self.session
            .execute_async(
                "const done = arguments[arguments.length - 1]; document.fonts.ready.then(() => done(null));",
                vec![],
            )
            .await?;
        Ok(self.session.screenshot(path).await?)
    }

    /// Sends a command of the Chrome DevTools Protocol: to throttle, to emulate, to provoke faults. In Chromium only.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        if self.engine() != Engine::Chromium {
            return Err(format!("{:?} does not know {method}", self.engine()).into());
        }
        Ok(self.session.cdp().send_raw(method, parameters).await?)
    }

    // What went wrong.

    /// Everything the console showed since the browser was opened, errors or not.
    pub async fn console(&self) -> Result<Vec<String>> {
        self.collect().await?;
        Ok(lock(&self.console).clone())
    }

    /// Takes what went wrong so far in any tab: console errors and warnings, policy violations, uncaught errors. A test
    /// that provokes them looks at what it took.
    pub async fn take_problems(&self) -> Result<Vec<String>> {
        self.collect().await?;
        Ok(std::mem::take(&mut *lock(&self.problems)))
    }

    /// Fails if anything went wrong that was not taken.
    pub async fn assert_clean(&self) -> Result {
        let problems = self.take_problems().await?;
        if problems.is_empty() {
            Ok(())
        } else {
            Err(format!("the page complained:\n{}", problems.join("\n")).into())
        }
    }

    async fn collect(&self) -> Result {
        let tabs = self.session.windows().await?;
        if tabs.len() > 1 {
            let here = self.session.window().await?;
            for tab in tabs {
                self.session.switch_to_window(tab).await?;
                self.collect_here().await?;
            }
            self.session.switch_to_window(here).await?;
            Ok(())
        } else {
            self.collect_here().await
        }
    }

    /// What one document saw goes with it, so it is read before every navigation too.
    async fn collect_here(&self) -> Result {
        let seen: Vec<String> = self
            .script(
                "return window.__seen ? window.__seen.splice(0) : []",
                vec![],
            )
            .await?;
        lock(&self.problems).extend(seen);
        for (level, message) in engine::recorded(self.engine(), &self.session).await? {
            let line = format!("{level}: {message}");
            if matches!(level.as_str(), "SEVERE" | "WARNING") {
                lock(&self.problems).push(line.clone());
            }
            lock(&self.console).push(line);
        }
        Ok(())
    }

    async fn present(&self, css: &str) -> Result<WebElement> {
        self.wait(&format!("{css} to be there"), async || {
            Ok(self
                .session
                .find_all(By::Css(css))
                .await?
                .into_iter()
                .next())
        })
        .await
    }

    async fn act(&self, actions: Value) -> Result {
        engine::return_to_page(self.engine(), &self.session).await?;
        self.session
            .cmd(Order::PerformActions(Actions::from(actions)))
            .await?;
        Ok(())
    }

    fn count(&self) {
        self.interactions.fetch_add(1, Ordering::Relaxed);
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            // Not closed: the driver would end without the browser, and thirtyfour would wait for both.
            let _ = driver.leak();
            if let Some(pid) = self.pid {
                let _ = Command::new("kill").args(["-9", &pid.to_string()]).status();
            }
        }
        self.steering.end();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn absolute(files: &[&Path]) -> Result<Vec<String>> {
    files
        .iter()
        .map(|file| Ok(file.canonicalize()?.to_string_lossy().into_owned()))
        .collect()
}
