//! The site from within the command, for this machine only: no network, no other program.

use rapporteur_server::{Held, Server};

use crate::say::{Sentence, Voice};
use crate::{Outcome, Run, Serve};

#[cfg(feature = "site")]
const SITE: Option<Held> = Some(include!(concat!(env!("OUT_DIR"), "/site.rs")));
#[cfg(not(feature = "site"))]
const SITE: Option<Held> = None;

pub(crate) fn run(asked: &Serve, voice: &Voice) -> Run {
    let site = SITE.ok_or_else(|| vec![Sentence::plain("cli-serve-without")])?;
    let server = Server::start_held(site, asked.port).map_err(|error| {
        vec![Sentence::new(
            "cli-serve-port",
            [
                ("port", asked.port.to_string()),
                ("error", error.to_string()),
            ],
        )]
    })?;
    let url = server.url();
    let line = voice.sentence(&Sentence::new("cli-serving", [("url", url.clone())]));
    crate::print(&format!("{line}\n"));
    if !asked.no_open {
        rapporteur_server::show(&url);
    }
    server.wait();
    Ok(Outcome::Clean)
}
