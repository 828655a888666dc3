//! Measures: the core natively, the built site in a browser. What is measured is written beside what it measures; this
//! only runs both, optimised.

use crate::dist::{self, Effort};
use crate::{Outcome, cargo, run, setup};

/// Runs all benchmarks and prints what they print; fails where one of them missed what it aims at.
pub(crate) fn bench() -> Outcome {
    setup::for_chromium()?;
    let native = ["bench", "methods", "look_alikes"].map(|example| {
        run(&mut cargo(&[
            "run",
            "--locked",
            "--release",
            "--package=rapporteur-core",
            "--example",
            example,
        ]))
    });
    dist::build(Effort::Release)?;
    dist::build_floor()?;
    let browser = run(&mut cargo(&[
        "test",
        "--locked",
        "--package=rapporteur-e2e",
        "--test=bench",
        "--",
        "--ignored",
        "--nocapture",
        "--test-threads=1",
    ]));
    // A missed target does not hide the next ones.
    native.into_iter().chain([browser]).collect()
}
