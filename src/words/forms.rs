//! Every form of a sentence is looked at: in Urdu it is in Urdu, and one thing is spoken of as one.

#![allow(clippy::indexing_slicing, reason = "tests")]

use super::Named;
use super::tests::{everything, folders, keys, messages};

/// Every form of every sentence, of the command line too: what stands in a line besides names and choices.
#[test]
fn every_line_of_urdu_is_in_urdu() {
    let own = |line: &str| -> String {
        let line = line.trim_start_matches(['*', ' ']);
        let line = line
            .strip_prefix('[')
            .and_then(|form| form.split_once(']'))
            .map_or(line, |(_, text)| text);
        let named = line.split('{').map(|part| match part.split_once('}') {
            Some((_, own)) => own,
            None if part.trim_end().ends_with("->") => "",
            None => part,
        });
        named.collect::<String>().trim().to_owned()
    };
    let lines = |text: &str| -> Vec<(String, String)> {
        let mut key = String::new();
        let said = text.lines().filter(|line| !line.starts_with('#'));
        let said = said.map(|line| match line.split_once('=') {
            Some((name, text)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                key = name.trim().to_owned();
                (key.clone(), own(text))
            }
            _ => (key.clone(), own(line)),
        });
        said.filter(|(_, own)| own.chars().any(char::is_alphabetic))
            .collect()
    };
    let folders = folders();
    let mut looked = 0;
    for (file, text) in &folders["ur"] {
        let english = lines(&folders["en"][file]);
        for (key, own) in lines(text).iter().filter(|(key, _)| key != "app-name") {
            let arabic = |letter| ('\u{600}'..='\u{6ff}').contains(&letter);
            assert!(own.contains(arabic), "{file}, {key}: {own}");
            let said = english.iter().any(|(_, english)| english == own);
            assert!(!said, "{file}, {key}: {own}");
            looked += 1;
        }
    }
    assert!(looked > 1500, "{looked}");
}

/// One of everything, in the forms of one.
#[test]
fn one_is_spoken_of_as_one() {
    let many = [
        (
            "en",
            [
                "1 recommendations",
                "1 changes",
                "1 people",
                "1 of 1 support it",
                "1 that are",
                "of 1 are",
            ]
            .as_slice(),
        ),
        (
            "ur",
            [
                "1 سفارشات",
                "1 تبدیلیاں",
                "1 لوگوں",
                "1 ساتھ ہیں",
                "1 واپس لی گئیں",
                "1 یکجا کی گئیں",
                "1 طے ہو گئے",
                "1 کو نمبر دیے",
                "1 جو تیار یا متفقہ ہیں",
                "1 دکھانے کے لیے تیار ہیں",
            ]
            .as_slice(),
        ),
    ];
    for (lang, many) in many {
        let messages = messages(lang);
        // Of these there are always several.
        let several = [
            "desk-cluster",
            "combine-too-many",
            "list-finding-too-many-items",
        ];
        for (key, named) in keys(lang, &everything()) {
            if several.contains(&key.as_str()) {
                continue;
            }
            let ones: Vec<(&str, Named<'_>)> = named
                .iter()
                .map(|name| (name.as_str(), Named::Count(1)))
                .collect();
            let said = messages.text(&key, &ones);
            for many in many {
                assert!(!said.contains(many), "{key}: {said}");
            }
        }
    }
}
