//! Serves the built site from one fixed address, as long as a test needs it; can be stopped and started again, as a
//! network can.

use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_server::{Headers, Server};

use crate::Result;

/// The site at an address that stays the same while this exists, so that what a browser stored there is found again.
#[derive(Debug)]
pub struct Site {
    root: PathBuf,
    port: u16,
    headers: Headers,
    server: Option<Server>,
}

impl Site {
    /// `dist/` on a free port, with all headers it is meant to be hosted with.
    pub fn open() -> Result<Self> {
        let root = dist();
        if root.join("index.html").is_file() {
            Self::open_folder(&root, Headers::All)
        } else {
            Err("dist/ is not built: cargo xtask dist".into())
        }
    }

    /// Any folder on a free port, for a site changed on purpose.
    pub fn open_folder(root: &Path, headers: Headers) -> Result<Self> {
        let server = Server::start(root, 0, headers)?;
        Ok(Self {
            root: root.to_path_buf(),
            port: server.port(),
            headers,
            server: Some(server),
        })
    }

    /// The address of a place in the site: `""` is the start page, `"#/..."` a page of the app.
    #[must_use]
    pub fn url(&self, place: &str) -> String {
        format!("http://127.0.0.1:{}/{place}", self.port)
    }

    /// Takes the site away, as a network that went down.
    pub fn stop(&mut self) {
        self.server = None;
    }

    /// Brings the site back at the same address.
    pub fn start(&mut self) -> Result {
        if self.server.is_none() {
            self.server = Some(Server::start(&self.root, self.port, self.headers)?);
        }
        Ok(())
    }
}

/// Where the site is built.
#[must_use]
pub fn dist() -> PathBuf {
    xtask::tools::root().join("dist")
}

/// Copies the files of a folder into another, which is made.
pub fn copy_folder(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
