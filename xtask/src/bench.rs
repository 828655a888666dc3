//! Measures: the core natively, the built site in a browser. What is measured is written beside what it measures; this
//! only runs both, optimised.

use crate::dist::{self, Effort};
use crate::{Outcome, cargo, run, setup};
use xtask::tools;

/// Runs the benchmarks that exist and prints what they print.
pub(crate) fn bench() -> Outcome {
    setup::for_chromium()?;
    let root = tools::root();
    if root.join("crates/core/examples/bench.rs").is_file() {
        run(&mut cargo(&[
            "run",
            "--locked",
            "--release",
            "--package",
            "rapporteur-core",
            "--example",
            "bench",
        ]))?;
    }
    if root.join("tests/tests/bench.rs").is_file() {
        dist::build(Effort::Release)?;
        dist::build_floor()?;
        run(&mut cargo(&[
            "test",
            "--locked",
            "--package",
            "rapporteur-e2e",
            "--test",
            "bench",
            "--",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ]))?;
    }
    Ok(())
}
