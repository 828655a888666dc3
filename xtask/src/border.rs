//! The border between the program and the glue: what the program asks of the browser gets short names on both sides, and what
//! nobody calls goes.
//!
//! wasm-bindgen names each function it imports by what it does and sixteen digits that tell it from others of that name, and
//! these digits cannot be compressed. What leptos would need of streams for a server is exported for a page that never asks
//! for it, and keeps its code alive.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Reencode as _, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Import, Imports, Parser, Payload};

use crate::Outcome;

/// The module that the glue is to the program.
const GLUE: &str = "./rapporteur_bg.js";
/// What the names of functions for streams have in common, in the program and in the glue.
const UNUSED: [&str; 2] = ["intounderlying", "IntoUnderlying"];

/// The program and its glue, made smaller.
pub(crate) fn narrow(program: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let told = |error: &dyn std::fmt::Display| format!("the bound program: {error}");
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut made = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload.map_err(|error| told(&error))?;
        match &payload {
            Payload::ImportSection(section) => {
                let mut imports = ImportSection::new();
                for group in section.clone() {
                    let Imports::Single(_, import) = group.map_err(|error| told(&error))? else {
                        return Err("the bound program has imports in groups".into());
                    };
                    let name = short(&import, &mut names);
                    let kind = RoundtripReencoder.entity_type(import.ty);
                    let kind = kind.map_err(|error| told(&error))?;
                    imports.import(import.module, &name, kind);
                }
                made.section(&imports);
            }
            Payload::ExportSection(section) => {
                let mut exports = ExportSection::new();
                for export in section.clone() {
                    let export = export.map_err(|error| told(&error))?;
                    if !is_unused(export.name) {
                        let kind = RoundtripReencoder.export_kind(export.kind);
                        let kind = kind.map_err(|error| told(&error))?;
                        exports.export(export.name, kind, export.index);
                    }
                }
                made.section(&exports);
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    let cut = "a section of the bound program is cut off";
                    let place = |at: u64| usize::try_from(at).map_err(|_| cut);
                    let data = program.get(place(range.start)?..place(range.end)?);
                    let data = data.ok_or(cut)?;
                    made.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok((made.finish(), renamed(glue, &names)?))
}

/// The name of an import from now on: of one by the glue a short one, in the order in which they are asked for.
fn short(import: &Import<'_>, names: &mut BTreeMap<String, String>) -> String {
    if import.module != GLUE {
        return import.name.to_owned();
    }
    let next = format!("_{}", in_letters(names.len()));
    let held = names.entry(import.name.to_owned()).or_insert(next);
    held.clone()
}

/// A number in small letters: few, and no two alike.
fn in_letters(mut number: usize) -> String {
    const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
    let mut said = String::new();
    loop {
        said.push(
            LETTERS
                .get(number % 26)
                .map_or('a', |letter| char::from(*letter)),
        );
        number /= 26;
        if number == 0 {
            return said;
        }
    }
}

fn is_unused(name: &str) -> bool {
    UNUSED.iter().any(|unused| name.contains(unused))
}

/// The glue with the short names, and without the classes that nobody makes.
fn renamed(glue: &str, names: &BTreeMap<String, String>) -> Outcome<String> {
    let mut made = String::with_capacity(glue.len());
    let mut found = 0_usize;
    let mut end_of_unused: Option<&str> = None;
    for line in glue.lines() {
        if let Some(end) = end_of_unused {
            if line.contains(end) {
                end_of_unused = None;
            }
            continue;
        }
        end_of_unused = match line.split_once(' ') {
            Some(("export", rest)) if is_unused(rest) => Some("if (Symbol.dispose)"),
            Some(("const", rest)) if is_unused(rest) => Some("new FinalizationRegistry"),
            _ => None,
        };
        if end_of_unused.is_some() {
            continue;
        }
        let start = line.trim_start();
        let name = start.split_once(": function(").map(|(name, _)| name);
        if let Some((name, short)) = name.and_then(|name| names.get_key_value(name)) {
            found += 1;
            made.push_str(&line.replacen(name.as_str(), short, 1));
        } else {
            made.push_str(line);
        }
        made.push('\n');
    }
    if found != names.len() || end_of_unused.is_some() {
        let asked = names.len();
        return Err(format!(
            "the glue has {found} of {asked} functions that the program asks for"
        ));
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, TypeSection};

    const JS: &str = "export class IntoUnderlyingSink {\n    free() {}\n}\nif (Symbol.dispose) IntoUnderlyingSink.x = 1;\nfunction f() {\n    \
                      return {\n        __wbg_add_0123456789abcdef: function(arg0) {\n        },\n        __wbg_get_00000000000000ff: \
                      function() { return 1; },\n    };\n}\nconst IntoUnderlyingSinkFinalization = (x)\n    ? 1\n    : new \
                      FinalizationRegistry(1);\nend\n";

    fn program(names: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in names {
            imports.import(GLUE, name, EntityType::Function(0));
        }
        imports.import("./parts.js", "load", EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export("main", ExportKind::Func, 0);
        exports.export("intounderlyingsink_close", ExportKind::Func, 0);
        let mut made = Module::new();
        made.section(&types).section(&imports).section(&exports);
        made.finish()
    }

    #[test]
    fn both_sides_have_the_same_short_names_and_nothing_that_nobody_calls() {
        let names = ["__wbg_add_0123456789abcdef", "__wbg_get_00000000000000ff"];
        let (wasm, glue) = narrow(&program(&names), JS).unwrap();
        let mut held = Vec::new();
        for payload in Parser::new(0).parse_all(&wasm) {
            match payload.unwrap() {
                Payload::ImportSection(section) => held.extend(
                    section
                        .into_imports()
                        .map(|import| import.unwrap().name.to_owned()),
                ),
                Payload::ExportSection(section) => {
                    held.extend(
                        section
                            .into_iter()
                            .map(|export| export.unwrap().name.to_owned()),
                    );
                }
                _ => {}
            }
        }
        assert_eq!(held, ["_a", "_b", "load", "main"]);
        assert_eq!(
            glue,
            "function f() {\n    return {\n        _a: function(arg0) {\n        },\n        _b: function() { return 1; },\n    };\n}\nend\n"
        );
    }

    #[test]
    fn a_function_that_the_glue_has_not_is_told() {
        let names = ["__wbg_add_0123456789abcdef", "__wbg_other_0"];
        assert!(narrow(&program(&names), JS).unwrap_err().contains("1 of 2"));
    }

    #[test]
    fn no_two_numbers_have_the_same_letters() {
        let all: std::collections::BTreeSet<String> = (0..2_000).map(in_letters).collect();
        assert_eq!(all.len(), 2_000);
    }
}
