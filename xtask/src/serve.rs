//! Builds the site, serves it on this machine and opens it.

use std::io;
use std::process::{Command, Stdio};

use xtask::static_server::{Headers, Server};

use crate::Outcome;
use crate::dist::{self, Effort};

/// Tried first, so that the address, and with it the browser's storage, is the same each time.
const PORT: u16 = 8080;
const TRIES: u16 = 20;

/// Serves until interrupted.
pub(crate) fn serve(effort: Effort, open: bool) -> Outcome {
    dist::dist(effort)?;
    let server = (PORT..PORT + TRIES)
        .find_map(
            |port| match Server::start(&dist::folder(), port, Headers::All) {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => None,
                started => Some(started),
            },
        )
        .ok_or_else(|| format!("the ports {PORT} to {} are all taken", PORT + TRIES - 1))?
        .map_err(|error| format!("dist/ cannot be served: {error}"))?;
    if server.port() != PORT {
        println!(
            "port {PORT} is taken; workbooks kept under that address are not seen at this one"
        );
    }
    println!("\nRapporteur is at {}   (Ctrl+C ends it)", server.url());
    if open {
        show(&server.url());
    }
    server.wait();
    Ok(())
}

/// Opens the address in the browser of choice, where there is one.
fn show(url: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    // The address was printed: a machine without a desktop loses nothing.
    let _ = Command::new(program)
        .args(arguments)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}
