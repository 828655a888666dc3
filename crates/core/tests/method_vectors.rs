//! The vectors of the methods (`vectors/methods.json`, `vectors/tier-vectors.json`): every case within the tolerance of its
//! method, every case of the file run, no method unknown.
//!
//! `RAPPORTEUR_METHOD_VECTORS=FILE cargo test -p rapporteur-core method_vectors` runs another file of that structure instead.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests: a failure is to stop the run"
)]

#[path = "vectors/method_cases.rs"]
mod method_cases;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use method_cases::actual;

const METHODS: &str = include_str!("vectors/methods.json");
const TIERS: &str = include_str!("vectors/tier-vectors.json");
const SCHEMA: &str = "policy-recommendation-method-vectors/1";

#[derive(Deserialize)]
struct Vectors {
    schema: String,
    methods: Vec<Method>,
}

#[derive(Deserialize)]
struct Method {
    id: String,
    tolerance: f64,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    note: String,
    input: Value,
    expected: Value,
}

#[test]
fn method_vectors() {
    let (name, text) = match env::var_os("RAPPORTEUR_METHOD_VECTORS") {
        Some(file) => {
            let file = found(Path::new(&file));
            let text = fs::read_to_string(&file).expect("the file of vectors is read");
            (file.display().to_string(), text)
        }
        None => ("methods.json".to_owned(), METHODS.to_owned()),
    };
    passes(&name, &text);
}

#[test]
fn method_vectors_of_the_tiers() {
    passes("tier-vectors.json", TIERS);
}

#[test]
fn method_vectors_that_are_wrong_fail() {
    let wrong = |from: &str, to: &str| {
        assert!(METHODS.contains(from), "{from} is in the file");
        run(&METHODS.replacen(from, to, 1)).unwrap_err()
    };
    let complaint = |failures: Vec<String>| failures.join("\n");
    // A method that is not known, though its cases are well.
    assert!(
        complaint(wrong(r#""id": "controversy""#, r#""id": "contro""#))
            .contains("unknown method contro")
    );
    // A value beyond the tolerance, a count by one, nothing for something, and something that is not asked for.
    assert_eq!(wrong("0.725687613959346", "0.72568762").len(), 1);
    assert_eq!(wrong("\"S\": 96", "\"S\": 96.5").len(), 1);
    assert_eq!(
        wrong("\"tieSum\": 180", "\"tieSum\": \"undefined\"").len(),
        1
    );
    assert_eq!(wrong("\"W\": \"undefined\"", "\"W\": 0").len().min(1), 1);
    assert_eq!(wrong("\"cast\": 8,", "").len(), 1);
    // The same case twice hides another.
    assert!(complaint(wrong("controversy-02", "controversy-01")).contains("twice"));
    // A file without cases shows nothing.
    assert!(run(&format!(r#"{{"schema":"{SCHEMA}","methods":[]}}"#)).is_err());
}

/// The path as given, else from where the command was typed, else from the root of the workspace: cargo runs tests in the
/// folder of the package.
fn found(file: &Path) -> PathBuf {
    let typed = env::var_os("PWD").map(PathBuf::from);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let places = [Some(PathBuf::new()), typed, Some(root)];
    let mut paths = places.into_iter().flatten().map(|place| place.join(file));
    paths
        .find(|path| path.exists())
        .unwrap_or_else(|| file.to_owned())
}

fn passes(name: &str, text: &str) {
    match run(text) {
        Ok(cases) => println!("{name}: {cases} cases pass"),
        Err(failures) => panic!(
            "{name}: {} failures\n{}",
            failures.len(),
            failures.join("\n")
        ),
    }
}

/// The number of cases, all of which pass; else what failed.
fn run(text: &str) -> Result<usize, Vec<String>> {
    let vectors: Vectors = serde_json::from_str(text).map_err(|error| vec![error.to_string()])?;
    let mut failures = Vec::new();
    if vectors.schema != SCHEMA {
        failures.push(format!("unknown schema {}", vectors.schema));
    }
    let mut ids = BTreeSet::new();
    let mut passed = 0;
    for method in &vectors.methods {
        for case in &method.cases {
            let Case {
                id,
                note,
                input,
                expected,
            } = case;
            if !ids.insert(id) {
                failures.push(format!("{id} is there twice"));
            }
            match actual(&method.id, input) {
                Ok(actual) => {
                    let mut differences = Vec::new();
                    compare(&actual, expected, method.tolerance, "", &mut differences);
                    if differences.is_empty() {
                        passed += 1;
                    } else {
                        failures.push(format!("{id} ({note}):{}", differences.concat()));
                    }
                }
                Err(error) => failures.push(format!("{id}: {error}")),
            }
        }
    }
    // Counted from the bare file, not from what was read of it.
    let bare: Value = serde_json::from_str(text).unwrap();
    let methods = bare["methods"].as_array().unwrap();
    let cases: usize = methods
        .iter()
        .map(|method| method["cases"].as_array().unwrap().len())
        .sum();
    if cases == 0 {
        failures.push("no cases".to_owned());
    }
    if failures.is_empty() && passed != cases {
        failures.push(format!("{passed} of {cases} cases ran"));
    }
    if failures.is_empty() {
        Ok(cases)
    } else {
        Err(failures)
    }
}

/// Adds where the two differ: whole numbers that are counts exactly, real numbers by the tolerance, all else exactly.
fn compare(
    actual: &Value,
    expected: &Value,
    tolerance: f64,
    at: &str,
    differences: &mut Vec<String>,
) {
    let mut differ = || differences.push(format!("\n    {at}: {actual}, expected {expected}"));
    match (actual, expected) {
        (Value::Object(a), Value::Object(e)) => {
            if a.keys().ne(e.keys()) {
                return differ();
            }
            for (key, actual) in a {
                compare(
                    actual,
                    &e[key],
                    tolerance,
                    &format!("{at}/{key}"),
                    differences,
                );
            }
        }
        (Value::Array(a), Value::Array(e)) => {
            if a.len() != e.len() {
                return differ();
            }
            for (place, (actual, expected)) in a.iter().zip(e).enumerate() {
                compare(
                    actual,
                    expected,
                    tolerance,
                    &format!("{at}/{place}"),
                    differences,
                );
            }
        }
        (Value::Number(a), Value::Number(e)) => {
            let allowed = if a.is_f64() { tolerance } else { 0.0 };
            let apart = (a.as_f64().unwrap() - e.as_f64().unwrap()).abs();
            if apart.is_nan() || apart > allowed {
                differ();
            }
        }
        (actual, expected) if actual == expected => {}
        _ => differ(),
    }
}
