//! Everything continuous integration runs, step by step, with one summary at the end.
//!
//! A step is one thing that can fail for one reason. A failed step does not hide the next ones, unless they need what it
//! makes. What is tested is written beside what it tests; this only runs it.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::json;
use xtask::tools;

use crate::dist::{Effort, PARTS_BUDGET, WASM_BUDGET};
use crate::{Outcome, cargo, dist, gate, run, setup};

const WASM: &str = "wasm32-unknown-unknown";

struct Step {
    part: &'static str,
    name: &'static str,
    work: fn() -> Outcome,
    /// Without it this step has nothing to work on.
    needs: Option<&'static str>,
}

const fn step(part: &'static str, name: &'static str, work: fn() -> Outcome) -> Step {
    Step {
        part,
        name,
        work,
        needs: None,
    }
}

/// Cheap and frequent faults first; what takes a browser last.
const STEPS: [Step; 13] = [
    step("fmt", "formatting", || {
        run(&mut cargo(&["fmt", "--all", "--check"]))
    }),
    step("gate", "source gate", gate::sources),
    step("clippy", "clippy, native", || {
        run(&mut cargo(&[
            "clippy",
            "--locked",
            "--workspace",
            "--all-targets",
            "--",
            "-Dwarnings",
        ]))
    }),
    step("clippy", "clippy, wasm", || {
        run(&mut cargo(&[
            "clippy",
            "--locked",
            "--package=rapporteur-app",
            "--target",
            WASM,
            "--all-targets",
            "--",
            "-Dwarnings",
        ]))
    }),
    step("unit", "unit, property and golden tests", || {
        run(&mut cargo(&["test", "--locked", "--no-fail-fast"]))
    }),
    step("unit", "tests of the app, native", || {
        run(&mut cargo(&[
            "test",
            "--locked",
            "--package=rapporteur-app",
        ]))
    }),
    step("wasm", "tests of the app, in Chromium", wasm),
    step("dist", "the site is built", || dist::build(Effort::Release)),
    Step {
        needs: Some("the site is built"),
        ..step("dist", "size budget", budget)
    },
    Step {
        needs: Some("the site is built"),
        ..step("dist", "built scripts evaluate nothing", gate::built)
    },
    Step {
        needs: Some("the site is built"),
        ..step("e2e", "end to end, in Chromium", || {
            run(&mut cargo(&[
                "test",
                "--locked",
                "--no-fail-fast",
                "--package=rapporteur-e2e",
                "--",
                "--skip=in_firefox",
                "--skip=in_webkit",
                "--skip=killed_browsers",
                "--skip=killed_pages",
                "--skip=the_drill",
            ]))
        })
    },
    Step {
        needs: Some("the site is built"),
        // Apart, and with what it tells: how many kills there were and what was lost.
        ..step("e2e", "the plug is pulled a hundred times", || {
            run(&mut cargo(&[
                "test",
                "--locked",
                "--package=rapporteur-e2e",
                "--test=plug",
                "--",
                "--nocapture",
            ]))
        })
    },
    Step {
        needs: Some("the site is built"),
        ..step("engines", "end to end, in Firefox and WebKitGTK", engines)
    },
];

/// Runs all steps, or those of the given parts.
pub(crate) fn test(parts: &[&str]) -> Outcome {
    if let Some(part) = parts
        .iter()
        .find(|part| !STEPS.iter().any(|step| step.part == **part))
    {
        return Err(format!("there is no part {part} of the tests"));
    }
    let chosen: Vec<&Step> = STEPS
        .iter()
        .filter(|step| parts.is_empty() || parts.contains(&step.part))
        .collect();
    if chosen
        .iter()
        .any(|step| ["wasm", "dist", "e2e", "engines"].contains(&step.part))
    {
        header("tools");
        setup::for_chromium()?;
    }
    let mut results: Vec<(&Step, Outcome, Duration)> = Vec::new();
    for step in chosen {
        header(step.name);
        let start = Instant::now();
        let outcome = match step.needs {
            Some(needed) if failed(&results, needed) => {
                Err(format!("not run: failed before: {needed}"))
            }
            _ => (step.work)(),
        };
        if let Err(sentence) = &outcome {
            println!("{sentence}");
        }
        results.push((step, outcome, start.elapsed()));
    }
    summary(&results)
}

fn failed(results: &[(&Step, Outcome, Duration)], name: &str) -> bool {
    results
        .iter()
        .any(|(step, outcome, _)| step.name == name && outcome.is_err())
}

fn header(name: &str) {
    println!("\n=== {name} ===");
}

fn summary(results: &[(&Step, Outcome, Duration)]) -> Outcome {
    header("summary");
    for (step, outcome, time) in results {
        let verdict = if outcome.is_ok() { "passed" } else { "FAILED" };
        println!("{verdict}  {:<34} {:>7.1} s", step.name, time.as_secs_f64());
    }
    let failed = results
        .iter()
        .filter(|(_, outcome, _)| outcome.is_err())
        .count();
    let total: Duration = results.iter().map(|(_, _, time)| *time).sum();
    println!("        {:<34} {:>7.1} s", "together", total.as_secs_f64());
    println!("{} passed, {failed} failed", results.len() - failed);
    if failed == 0 {
        Ok(())
    } else {
        // The summary said it all, and its last line is the last.
        Err(String::new())
    }
}

/// The tests of the app that need a browser's interfaces, in one.
fn wasm() -> Outcome {
    let chromium = tools::chromium()?;
    let runner = tools::find_version(
        "wasm-bindgen-test-runner",
        &tools::locked_version("wasm-bindgen")?,
    )
    .ok_or("wasm-bindgen-test-runner is missing: cargo xtask setup")?;
    let capabilities = tools::root().join("target").join("webdriver.json");
    let options = json!({
        "goog:chromeOptions": {
            "binary": chromium.browser,
            "args": tools::chromium_arguments(),
        }
    });
    fs::create_dir_all(tools::root().join("target"))
        .and_then(|()| fs::write(&capabilities, options.to_string()))
        .map_err(|error| format!("{}: {error}", capabilities.display()))?;
    let mut command: Command = cargo(&[
        "test",
        "--locked",
        "--package=rapporteur-app",
        "--target",
        WASM,
    ]);
    run(command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", chromium.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        // On a busy machine loading the program alone, which is not optimised, took two minutes.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "600"))
}

/// The journeys in the two other browsers, which are installed only for them: where they cannot be, this alone fails.
fn engines() -> Outcome {
    setup::for_engines()?;
    run(&mut cargo(&[
        "test",
        "--locked",
        "--no-fail-fast",
        "--package=rapporteur-e2e",
        "--",
        "in_firefox",
        "in_webkit",
    ]))
}

fn budget() -> Outcome {
    let weight = dist::weigh()?;
    for (what, bytes, budget) in [
        ("the wasm that starts", weight.first, WASM_BUDGET),
        ("the wasm with all its parts", weight.all, PARTS_BUDGET),
    ] {
        if bytes > budget {
            let over = bytes - budget;
            return Err(format!(
                "{what} weighs {bytes} bytes, {over} more than allowed"
            ));
        }
    }
    Ok(())
}
