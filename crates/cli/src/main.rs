//! `rapporteur`: workbooks from the command line. Arguments go to core, and what core makes goes to files.
//!
//! Ends with 0 where all went well, 1 where it did and something is to be looked at, 2 where nothing was done. Results go to
//! standard output, findings and errors to standard error.

mod advise;
mod ahead;
mod check;
mod files;
mod import;
mod inputs;
mod merge;
mod progress;
mod receipt;
mod report;
mod results;
mod say;
mod schema;
mod serve;
mod show;
mod similar;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgGroup, Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use say::{Sentence, Voice};

// The help stands in `locales/`, under `help-` and the names here.
#[derive(Parser)]
#[command(name = "rapporteur", version)]
struct Arguments {
    #[arg(long, global = true, value_name = "LANG", value_parser = ["en", "ur"], default_value = "en")]
    lang: String,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Import(Import),
    Merge(Merge),
    Show(Show),
    Check(Check),
    Results(ResultsOf),
    Report(Report),
    Similar(Similar),
    Advise(Advise),
    Serve(Serve),
    Schema(Schema),
}

#[derive(Args)]
#[command(group(ArgGroup::new("workbook").args(["into", "event"]).required(true).multiple(true)))]
struct Import {
    #[arg(value_name = "LIST")]
    list: PathBuf,
    #[arg(long, value_name = "FILE")]
    into: Option<PathBuf>,
    #[arg(long, value_name = "CODE")]
    event: Option<String>,
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

#[derive(Args)]
struct Merge {
    #[arg(value_name = "FILES", required = true)]
    files: Vec<PathBuf>,
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[arg(long)]
    take_hand_edits: bool,
    #[arg(long, value_name = "FILE")]
    receipt: Option<PathBuf>,
}

#[derive(Args)]
struct Show {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Check {
    #[arg(value_name = "FILES", required = true)]
    files: Vec<PathBuf>,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct ResultsOf {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Report {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "FORMAT", value_parser = ["md", "html", "docx", "csv", "json"])]
    format: Option<String>,
    // Not the language of the sentences, which is the other `--lang`: here it may also be both.
    #[arg(long, value_name = "LANG", value_parser = ["en", "ur", "both"])]
    lang: Option<String>,
    #[arg(long, value_name = "ADDRESSEE")]
    pack: Option<String>,
    #[arg(long, conflicts_with = "pack")]
    table: bool,
    #[arg(long, value_name = "CODE")]
    event: Option<String>,
    #[arg(long)]
    small_counts: bool,
    #[arg(long)]
    publish_identifying: bool,
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

#[derive(Args)]
struct Similar {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Advise {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Serve {
    #[arg(long, value_name = "PORT", default_value_t = 8080)]
    port: u16,
    #[arg(long)]
    no_open: bool,
}

#[derive(Args)]
struct Schema {
    #[arg(long)]
    fields: bool,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// All went well.
    Clean = 0,
    /// It went well, and there is something to look at.
    Findings = 1,
    /// Nothing was done, or a file could not be read.
    Stopped = 2,
}

/// What a command has to say in the end: the lines of its result, or why it did nothing.
type Run = Result<Outcome, Vec<Sentence>>;

fn main() -> ExitCode {
    let voice = Voice::new(&wanted_language());
    let matches = with_help(Arguments::command(), &voice).get_matches();
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let run = match &arguments.command {
        Command::Import(import) => import::run(import, &voice),
        Command::Merge(merge) => merge::run(merge, &voice),
        Command::Show(show) => show::run(show, &voice),
        Command::Check(check) => Ok(check::run(check, &voice)),
        Command::Results(asked) => results::run(asked, &voice),
        Command::Report(report) => report::run(report, &voice),
        Command::Similar(asked) => similar::run(asked, &voice),
        Command::Advise(asked) => advise::run(asked, &voice),
        Command::Serve(asked) => serve::run(asked, &voice),
        Command::Schema(schema) => Ok(schema::run(schema)),
    };
    let outcome = run.unwrap_or_else(|stops| {
        for stop in stops {
            voice.warn(&Sentence::new(
                "cli-error",
                [("text", voice.sentence(&stop))],
            ));
        }
        Outcome::Stopped
    });
    ExitCode::from(outcome as u8)
}

/// The language of the help is needed before the arguments are read.
fn wanted_language() -> String {
    let arguments: Vec<String> = std::env::args().collect();
    let after = arguments
        .iter()
        .position(|argument| argument == "--lang")
        .and_then(|at| arguments.get(at + 1));
    let joined = arguments
        .iter()
        .find_map(|argument| argument.strip_prefix("--lang="));
    joined.or(after.map(String::as_str)).unwrap_or("en").into()
}

fn with_help(command: clap::Command, voice: &Voice) -> clap::Command {
    let about = |key: &str| voice.sentence(&Sentence::plain(key));
    command
        .about(about("help-about"))
        .mut_arg("lang", |arg| arg.help(about("help-lang")))
        .mut_subcommands(|sub| {
            let key = format!("help-{}", sub.get_name());
            sub.about(about(&key)).mut_args(|arg| {
                let id = arg.get_id().as_str().replace('_', "-");
                let text = about(&format!("{key}-{id}"));
                arg.help(text)
            })
        })
}

/// Writes to standard output. Somebody who stops reading (`| head`) is no error.
fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .ok();
}
