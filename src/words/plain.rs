//! The interface is in plain words: none of the program's own notions, and in Urdu the word list's term where English has it.

use std::collections::BTreeMap;

use super::tests::everything;

/// What the program's makers say among themselves and nobody else has to know. `*` stands for any ending.
const NOTIONS: &[&str] = &[
    "edit",
    "edits",
    "edited",
    "editing",
    "join",
    "joins",
    "joined",
    "twin*",
    "generation*",
    "tombstone*",
    "vetted",
    "vetting",
    "supersede*",
    "quarantine*",
    "merge*",
    "merging",
    "digest*",
    "session*",
    "pointer*",
    "crdt",
    "hash*",
    "snapshot*",
    "schema*",
    "workflow*",
    "metadata",
    "sync*",
    "unicode",
    "transaction*",
    "indexeddb",
    "localstorage",
    "reach",
    "reaches",
];

/// Messages that use such a word in its everyday sense.
const EVERYDAY: &[(&str, &str)] = &[
    // Somebody changed the text of a recommendation.
    ("receipt-edited", "edited"),
    ("receipt-item-edited", "edited"),
    // A row goes on to the end of the list.
    ("list-finding-unclosed-quote", "reaches"),
    // A mouse, a finger: the criteria's own names.
    ("wcag-2-5-1", "pointer"),
    ("wcag-2-5-2", "pointer"),
];

/// A plain term in English and what its Urdu has in all its forms.
const TERMS: &[(&str, &[&str])] = &[
    ("combine*", &["یکجا"]),
    ("combining", &["یکجا"]),
    ("combination*", &["یکجا"]),
    ("communiqué*", &["اعلامی"]),
    ("recommendation*", &["سفارش"]),
    ("round", &["مرحل", "مراحل"]),
    ("rounds", &["مرحل", "مراحل"]),
    ("paper", &["کاغذ"]),
    ("vote", &["رائے", "آرا"]),
    ("votes", &["رائے", "آرا"]),
    ("voted", &["رائے", "آرا"]),
    ("plenary", &["اجلاس", "عمومی"]),
    ("workbook*", &["ورک بک"]),
    ("facilitator*", &["سہولت کار"]),
    ("two versions", &["دو صورت"]),
    ("final list", &["حتمی فہرست"]),
    ("trafficking", &["انسانی سوداگری"]),
    ("smuggling", &["سمگلنگ"]),
    ("leads", &["قیادت"]),
    ("minority", &["اختلافی رائے"]),
    ("addressee*", &["مخاطب"]),
    ("indicator*", &["پیمان"]),
    ("tags", &["ٹیگ"]),
    ("tagged", &["ٹیگ"]),
    ("other version", &["دوسری صورت"]),
    ("new version", &["نیا نسخ"]),
    ("newer version", &["نیا نسخ", "نئے نسخ"]),
    ("this version", &["نسخ"]),
    ("ballot", &["پرچہ", "پرچے", "رائے"]),
    ("ballots", &["پرچے", "آرا", "رائے"]),
    ("undecided", &["رائے قائم نہیں"]),
];

/// Spellings and other words for what has a name already.
const STRAY: &[&str] = &[
    "انھ",
    "ورژن",
    "اشاری",
    "رہنما ادار",
    "مرکزی ذمہ داری",
    "اقلیتی بیان",
    "اختلافی نوٹ",
    "متبادل ہیں",
    "دوسرا متبادل",
];

/// Messages whose Urdu says it in other words, with the reason.
const OTHERWISE: &[(&str, &str)] = &[
    ("finding-odd-characters", "characters that turn text round"),
    ("list-finding-cleaned", "characters that turn text round"),
    ("help-wrong-4-do", "a button leads somewhere"),
    ("access-how-axe-is", "a contrast is undecided"),
];

/// What each message says, without what it names.
fn said(lang: &str) -> BTreeMap<String, String> {
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    let mut key = String::new();
    for line in everything().iter().flat_map(|(_, text)| text(lang).lines()) {
        let text = match line.split_once('=') {
            Some((name, text)) if line.starts_with(|first: char| first.is_ascii_lowercase()) => {
                key = name.trim().to_owned();
                text
            }
            _ if line.starts_with('#') => continue,
            _ => line,
        };
        // What stands in braces is a name, and what stands in brackets chooses a form.
        let mut depth = 0_usize;
        let own: String = text
            .chars()
            .filter(|letter| {
                match letter {
                    '{' | '[' => depth += 1,
                    '}' | ']' => depth = depth.saturating_sub(1),
                    _ => return depth == 0,
                }
                false
            })
            .collect();
        // A form is opened on one line and its text follows the bracket.
        let all = said.entry(key.clone()).or_default();
        all.push(' ');
        all.push_str(&own);
    }
    said
}

/// Whether the text has the word, whole or with any ending.
fn has(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    let (begins, open) = match word.strip_suffix('*') {
        Some(begins) => (begins, true),
        None => (word, false),
    };
    text.match_indices(begins).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text
            .get(at + begins.len()..)
            .and_then(|after| after.chars().next());
        let letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        !letter(before) && (open || !letter(after))
    })
}

#[test]
fn no_message_has_a_notion_of_the_program() {
    let mut found = Vec::new();
    for (key, text) in said("en") {
        for notion in NOTIONS {
            let word = notion.trim_end_matches('*');
            let everyday = EVERYDAY
                .iter()
                .any(|(held, said)| *held == key && *said == word);
            if has(&text, notion) && !everyday {
                found.push(format!("{key}: {notion} in {text}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    for (key, word) in EVERYDAY {
        let text = said("en").remove(*key).unwrap_or_default();
        assert!(has(&text, word), "{key} needs no exception any more");
    }
}

#[test]
fn urdu_keeps_to_the_words_of_the_list() {
    let (en, ur) = (said("en"), said("ur"));
    let mut found = Vec::new();
    for (key, text) in &en {
        let urdu = ur.get(key).map(String::as_str).unwrap_or_default();
        for (term, forms) in TERMS {
            let otherwise = OTHERWISE.iter().any(|(held, _)| held == key);
            if has(text, term) && !otherwise && !forms.iter().any(|form| urdu.contains(form)) {
                found.push(format!("{key}: {term} in{text}\n    {urdu}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn one_thing_has_one_name_in_urdu() {
    let mut found = Vec::new();
    for (key, text) in said("ur") {
        let stray = STRAY.iter().filter(|stray| text.contains(**stray));
        found.extend(stray.map(|stray| format!("{key}: {stray} in{text}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn words_are_found_whole() {
    assert!(has("A round begins", "round") && !has("Turn it around", "round"));
    assert!(has("Combined texts", "combine*") && !has("edition", "edit"));
}
