//! `cargo xtask ...`: sets the tools up, builds the site, serves it, tests everything and measures.
//!
//! One file a command. What the end-to-end tests share with them is the library of this package.

use std::env;
use std::process::{Command, ExitCode};

mod bench;
mod border;
mod dist;
mod gate;
mod languages;
mod parts;
mod precache;
mod serve;
mod setup;
mod single;
mod test;

const USAGE: &str = "\
cargo xtask <command>

  serve [--dev] [--no-open]  build the site, serve it on this machine and open it
  test [part]...             run everything continuous integration runs, or some parts of it:
                             fmt gate clippy unit wasm dist e2e engines
  dist [--dev]               build the site into dist/ and print what it weighs
  fuzz [seconds]             change files at random and read them, for five minutes unless told
  bench                      measure speed, natively and in a browser
  setup [--for serve|test]   install what the others need and is not there yet

--dev builds faster and larger, without optimisation.";

/// What a command comes to: nothing more, or the sentence to print.
type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["setup"] | ["setup", "--for", "test"] => setup::for_test(),
        ["setup", "--for", "serve"] => setup::for_serve(),
        ["dist", rest @ ..] => flags(rest, ["--dev"]).and_then(|[dev]| dist::dist(dev.into())),
        ["serve", rest @ ..] => flags(rest, ["--dev", "--no-open"])
            .and_then(|[dev, no_open]| serve::serve(dev.into(), !no_open)),
        ["test", parts @ ..] => test::test(parts),
        ["bench"] => bench::bench(),
        ["fuzz"] => fuzz("300"),
        ["fuzz", seconds] => fuzz(seconds),
        // Called by trunk.
        ["parts"] => parts::split(),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        [] => Err(USAGE.to_owned()),
        _ => Err(format!("unknown: {}\n\n{USAGE}", words.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            if !sentence.is_empty() {
                eprintln!("{sentence}");
            }
            ExitCode::FAILURE
        }
    }
}

/// The random changes of files that the tests make too, for longer and with optimisation.
fn fuzz(seconds: &str) -> Outcome {
    if seconds.parse::<u32>().is_err() {
        return Err(format!("{seconds} is no number of seconds"));
    }
    let mut command = cargo(&[
        "test",
        "--locked",
        "--release",
        "--package=rapporteur-core",
        "--test=fuzz",
        "--",
        "--nocapture",
    ]);
    run(command.env("RAPPORTEUR_FUZZ_SECONDS", seconds))
}

/// Which of the known flags were given.
fn flags<const N: usize>(given: &[&str], known: [&str; N]) -> Outcome<[bool; N]> {
    match given.iter().find(|flag| !known.contains(flag)) {
        Some(flag) => Err(format!("unknown: {flag}\n\n{USAGE}")),
        None => Ok(known.map(|flag| given.contains(&flag))),
    }
}

/// Cargo, as the one that started this.
fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(xtask::tools::root());
    command
}

/// Runs a command to its end with its output shown.
fn run(command: &mut Command) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .map_err(|error| format!("{name} could not be started: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{name} failed ({status})"))
    }
}
