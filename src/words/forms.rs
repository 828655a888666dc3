//! Every form of a sentence is looked at: one thing is spoken of as one.

use super::Named;
use super::tests::{everything, keys, messages};

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
