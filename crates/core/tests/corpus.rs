//! Bad files, each wrong in one way: what is told of each, and that nothing of it is lost or takes the reader down.
//!
//! What is told stands in `corpus/outcomes.txt` too, word for word: the tests of the app hold the browser against it.
//! `BLESS=1 cargo test -p rapporteur-core --test corpus` writes it anew.
#![allow(
    clippy::unwrap_used,
    unreachable_pub,
    missing_docs,
    clippy::arithmetic_side_effects,
    clippy::panic,
    reason = "tests"
)]

#[path = "corpus/cases.rs"]
mod cases;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use cases::{cases, is_told, outcome};

#[test]
fn each_way_of_being_wrong_is_told() {
    let mut wrong = Vec::new();
    let mut told = String::new();
    let (mut names, mut ways) = (BTreeSet::new(), BTreeSet::new());
    let all = cases();
    for case in &all {
        assert!(
            names.insert(case.name.clone()),
            "{} stands twice",
            case.name
        );
        let lines = outcome(&case.bytes);
        if !lines.iter().any(|line| is_told(line, &case.expect)) {
            wrong.push(format!(
                "{}: expected {}, told {lines:?}",
                case.name, case.expect
            ));
        }
        ways.insert(case.expect.clone());
        writeln!(told, "{}\t{}", case.name, lines.join(" | ")).unwrap();
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        all.len(),
        wrong.join("\n")
    );
    assert!(all.len() >= 300, "{} files", all.len());
    assert!(ways.len() >= 60, "{} distinct findings", ways.len());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/outcomes.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &told).unwrap();
    }
    assert!(
        std::fs::read_to_string(path).unwrap() == told,
        "BLESS=1 writes {path} anew"
    );
}
