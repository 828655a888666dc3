//! Documents that are made of what the program holds: a test compares them.

use std::path::{Path, PathBuf};

/// A file of the project.
pub(crate) fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Holds a document to what the program says; BLESS=1 writes it anew.
pub(crate) fn golden(path: &str, text: &str) {
    if std::env::var_os("BLESS").is_some() {
        assert!(std::fs::write(project(path), text).is_ok(), "{path}");
    }
    let held = std::fs::read_to_string(project(path)).unwrap_or_default();
    assert!(
        held == text,
        "{path} is not what the program says; BLESS=1 writes it anew"
    );
}
