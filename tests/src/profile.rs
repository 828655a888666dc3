//! A person's own corner of a browser: what it stores and downloads, kept from one opening to the next.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::ops::Deref;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::{Browser, Engine, Result};

/// A browser profile with its folder of downloads. Both are removed with the last clone.
#[derive(Clone, Debug)]
pub struct Profile {
    folder: Arc<Temporary>,
    /// The downloads a test has been given already.
    given: Arc<Mutex<BTreeSet<PathBuf>>>,
    engine: Engine,
}

impl Profile {
    /// A profile nothing was ever stored in.
    pub fn new(engine: Engine) -> Result<Self> {
        let folder = Temporary::new("profile")?;
        fs::create_dir_all(folder.join("downloads"))?;
        Ok(Self {
            folder: Arc::new(folder),
            given: Arc::default(),
            engine,
        })
    }

    /// Opens the profile at an address. Only one browser may have it open at a time.
    pub async fn open(&self, url: &str) -> Result<Browser> {
        Browser::open(self.clone(), url).await
    }

    /// Which browser it belongs to.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Where the browser keeps what sites store.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Where downloads arrive.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// A finished download that was not given before, the first by name; none if there is none yet.
    pub(crate) fn take_download(&self) -> Result<Option<PathBuf>> {
        let mut finished = BTreeSet::new();
        for entry in fs::read_dir(self.downloads())? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // Something is still arriving: Chromium begins under a hidden name; then it has an extension of the engine.
            // Firefox holds the name with an empty file meanwhile, and WebKitGTK writes what a page made under its name.
            let arriving = [".crdownload", ".part", ".wkdownload"];
            if name.starts_with('.')
                || arriving.iter().any(|ending| name.ends_with(ending))
                || (self.engine != Engine::Chromium && fs::metadata(&path)?.len() == 0)
                || (self.engine == Engine::WebKit && held_open(&path)?)
            {
                return Ok(None);
            }
            finished.insert(path);
        }
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        let next = finished.difference(&given).next().cloned();
        if let Some(path) = &next {
            given.insert(path.clone());
            if self.engine.refuses_same_name() {
                let apart = self.folder.join(format!("given-{}", given.len()));
                fs::create_dir_all(&apart)?;
                let moved = apart.join(path.file_name().unwrap_or_default());
                fs::rename(path, &moved)?;
                given.remove(path);
                given.insert(moved.clone());
                return Ok(Some(moved));
            }
        }
        Ok(next)
    }
}

/// Whether some program has this file open: what is still written is not whole. It is known by its inode, as a program in a
/// room of its own may see it elsewhere. Where the system does not tell (only Linux does, as WebKitGTK needs), nobody has.
fn held_open(path: &Path) -> Result<bool> {
    let sought = fs::metadata(path)?;
    let (device, inode) = (sought.dev(), sought.ino());
    let Ok(programs) = fs::read_dir("/proc") else {
        return Ok(false);
    };
    // Programs end and files close while one looks: what is gone holds nothing.
    let held = programs
        .flatten()
        .filter_map(|program| fs::read_dir(program.path().join("fd")).ok())
        .flat_map(|held| held.flatten())
        .filter_map(|held| fs::metadata(held.path()).ok())
        .any(|held| (held.dev(), held.ino()) == (device, inode));
    Ok(held)
}

/// A folder in the system's temporary folder, removed when dropped.
#[derive(Debug)]
pub struct Temporary(PathBuf);

impl Temporary {
    /// A new, empty folder of this process.
    pub fn new(name: &str) -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("rapporteur-{name}-{}-{count}", process::id()));
        if path.exists() {
            fs::remove_dir_all(&path)?;
        }
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Deref for Temporary {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // A browser that was just killed may write a last file into a folder being removed.
        for _ in 0..40 {
            if fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            thread::sleep(Duration::from_millis(25));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_file_that_is_still_written_is_not_given() -> Result {
        for engine in [Engine::Firefox, Engine::WebKit] {
            let profile = Profile::new(engine)?;
            fs::create_dir_all(profile.downloads())?;
            let mut file = fs::File::create(profile.downloads().join("saved.json"))?;
            assert_eq!(profile.take_download()?, None, "{engine:?} holds a name");
            file.write_all(b"{")?;
            if engine == Engine::WebKit {
                assert_eq!(profile.take_download()?, None, "half of it is there");
            }
            file.write_all(b"}")?;
            drop(file);
            let given = profile.take_download()?.ok_or("it is whole")?;
            assert_eq!(fs::read_to_string(given)?, "{}");
            assert_eq!(profile.take_download()?, None, "it was given");
        }
        Ok(())
    }
}
