//! `rapporteur serve`: the site from within the native command, without a server and without `dist/`.

mod people;

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use people::{begin, laptop, rows, saved, write};
use rapporteur_e2e::{Engine, Profile, Result};

/// Ends with the test.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_serves_the_whole_program() -> Result {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut running = Command::new(cargo)
        .args([
            "run",
            "--locked",
            "--quiet",
            "--package=rapporteur-cli",
            "--features=site",
            "--",
        ])
        .args(["serve", "--port", "0", "--no-open"])
        .current_dir(xtask::tools::root())
        .stdout(Stdio::piped())
        .spawn()?;
    let said = running.stdout.take().ok_or("nothing is said")?;
    let _running = Served(running);
    let mut line = String::new();
    BufReader::new(said).read_line(&mut line)?;
    let start = line.find("http://127.0.0.1:").ok_or("no address is said")?;
    let url = line.get(start..).unwrap_or_default();
    let url = url.split_whitespace().next().unwrap_or_default().to_owned();

    let profile = Profile::new(Engine::Chromium)?;
    let browser = profile.open(&url).await?;
    browser.look(laptop("en")).await?;
    browser.wait_for("#code").await?;
    begin(&browser, "QTA", 1).await?;
    write(&browser, &["Union councils register every birth."]).await?;
    browser.reload().await?;
    browser
        .wait_until(
            "the recommendation",
            async || Ok(rows(&browser).await? == 1),
        )
        .await?;
    saved(&browser).await?;
    browser.close().await
}
