//! The harness of the end-to-end tests: the built site, real browsers, and what went wrong in them.
//!
//! A test opens a [`Site`], gives each person a [`Profile`], opens a [`Browser`] on it, acts only as a person can (keys,
//! clicks, files) and closes it, which fails if the page logged an error or broke its policy. The harness knows nothing of
//! the app but where it keeps its preferences; what the app must do is said in `tests/tests/`.
//!
//! thirtyfour's WebDriver is used underneath; [`Browser::driver`] gives it where the harness has no word.

use std::error::Error;

pub mod axe;
pub mod browser;
pub mod engine;
pub mod ink;
mod keys;
pub mod profile;
pub mod pseudo;
pub mod site;

pub use browser::{Browser, Look, PATIENCE};
pub use engine::Engine;
pub use profile::{Profile, Temporary};
pub use pseudo::Pseudo;
pub use site::Site;

/// What a step of a test comes to. Any error ends the test with its sentence.
pub type Result<T = ()> = std::result::Result<T, Box<dyn Error + Send + Sync>>;
