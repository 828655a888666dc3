//! Core's corpus of bad files, read in a browser: what is told is what the native reader tells, word for word.
#![allow(
    clippy::arithmetic_side_effects,
    unreachable_pub,
    dead_code,
    reason = "shared with core's tests"
)]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
wasm_bindgen_test_configure!(run_in_browser);

#[path = "../crates/core/tests/corpus/cases.rs"]
mod cases;

#[wasm_bindgen_test]
fn each_bad_file_is_told_as_natively() {
    let native = include_str!("../crates/core/tests/corpus/outcomes.txt");
    let cases = cases::cases();
    assert_eq!(cases.len(), native.lines().count());
    for (case, line) in cases.iter().zip(native.lines()) {
        let here = format!("{}\t{}", case.name, cases::outcome(&case.bytes).join(" | "));
        assert_eq!(here, line);
    }
}
