//! Builds the site, serves it on this machine and opens it.

use rapporteur_server::{Headers, Server};
use std::io;

use crate::Outcome;
use crate::dist::{self, Effort};

/// Tried first, so that the address, and with it the browser's storage, is the same each time.
const PORT: u16 = 8080;
const TRIES: u16 = 20;

/// Serves until interrupted.
pub(crate) fn serve(effort: Effort, open: bool) -> Outcome {
    dist::site(effort)?;
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
        rapporteur_server::show(&server.url());
    }
    server.wait();
    Ok(())
}
