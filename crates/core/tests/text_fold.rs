//! What the keys of two scripts take for the same, and what they keep apart.

use proptest::prelude::*;
use rapporteur_core::text::{Query, fold, identity_key};

#[test]
fn keys() {
    let table = [
        // Latin: case, accents, marks, punctuation, white space.
        ("  The FIA —\tshould:\n act! ", "the fia should act"),
        (
            "Café CAFE\u{301} Łódź straße STRASSE Æsir œuvre",
            "cafe cafe lodz strasse strasse aesir oeuvre",
        ),
        ("Ṣaḥīḥ Ẓulm", "sahih zulm"),
        (
            "co\u{ad}operate non-profit 50% (see 8.7)",
            "cooperate non profit 50 see 8 7",
        ),
        (
            "\u{212b}ngstrom 300\u{212a} İstanbul",
            "angstrom 300k istanbul",
        ),
        // Arabic code points of Urdu letters.
        ("كتاب ىقين يقين", "کتاب یقین یقین"),
        ("هم رسالة", "ہم رسالۃ"),
        // Vowel marks, tatweel, joiners, direction marks.
        (
            "مُحَمَّد شــرط کر\u{200c}نا \u{200f}الف\u{200e}",
            "محمد شرط کرنا الف",
        ),
        ("قائمۂ مجلسِ شوریٰ", "قائمۂ مجلس شوری"),
        // Presentation forms and ligatures; vowel marks in presentation form are marks.
        ("\u{fe8e}\u{fefb}\u{fb8e}\u{fbfe}", "الاکی"),
        ("\u{fdf2} \u{fdfa}", "اللہ صلی اللہ علیہ وسلم"),
        ("\u{fe8d}\u{653}", "آ"),
        ("\u{fc00} \u{fd50} \u{fbea}", "ئج تجم ئا"),
        ("ب\u{fe76}ب\u{fc60}ب", "ببب"),
        // Digits of three sets are one.
        ("۲۰۲۷ ٢٠٢٧ 2027", "2027 2027 2027"),
        // Urdu punctuation.
        ("«پولیس»، عدلیہ؛ کیوں؟ ختم۔", "پولیس عدلیہ کیوں ختم"),
        ("", ""),
        ("۔ ، ؟ — …", ""),
        ("\u{654}\u{653}", ""),
    ];
    for (text, key) in table {
        assert_eq!(identity_key(text), key, "{text:?}");
    }
}

#[test]
fn different_words_stay_apart() {
    let pairs = [
        ("آم", "ام"),
        ("ہے", "ہی"),
        ("بھائی", "بہائی"),
        ("مؤثر", "موثر"),
        ("أ", "ا"),
        ("ؤ", "و"),
        ("مسئلہ", "مسیلہ"),
        ("قائمۂ", "قائمہ"),
        ("ۓ", "ے"),
        ("جرأت", "جرات"),
        ("ٹ", "ت"),
        ("ں", "ن"),
        ("ڑ", "ر"),
    ];
    for (one, other) in pairs {
        assert_ne!(fold(one), fold(other), "{one} and {other}");
    }
}

#[test]
fn spelling_aliases_are_for_search_only() {
    let pairs = [
        ("انسانی اسمگلنگ", "انسانی سمگلنگ"),
        ("اسمگل شدہ", "سمگل شدہ"),
        ("ادارۂ تحفظ", "ادارہ تحفظ"),
        ("محکمۂ داخلہ", "محکمہ داخلہ"),
        ("محکمہء داخلہ", "محکمہ داخلہ"),
        ("کے لئے", "کے لیے"),
        ("Bonded labor", "bonded labour"),
        ("organized", "Organised"),
    ];
    for (one, other) in pairs {
        assert_eq!(fold(one), fold(other), "{one} and {other}");
        assert_ne!(identity_key(one), identity_key(other), "{one} and {other}");
    }
    assert_ne!(fold("اسم"), fold("سم"));
}

/// Ids of items taken in from lists are made from these: see [`identity_key`].
#[test]
fn identity_is_frozen() {
    let text = "The FIA's (Lahore) circle – “within 90 days” – مُلزم کے خلاف كارروائي کرے؛ ۲۰۲۷ تک، ان شاء اللہ۔";
    let key = "the fia s lahore circle within 90 days ملزم کے خلاف کارروائی کرے 2027 تک ان شاء اللہ";
    assert_eq!(identity_key(text), key);
}

#[test]
fn queries() {
    let text = fold(
        "Prosecutors should attach the property of smugglers within sixty days، سمگلروں کی جائیداد ضبط کریں۔",
    );
    for found in [
        "",
        "  ",
        "smuggl",
        "SIXTY prosecutor",
        "جائيداد",
        "اسمگل",
        "اسمگ",
        "days within",
        "property، ضبط",
        "؟!",
    ] {
        assert!(Query::new(found).matches(&text), "{found:?}");
    }
    for missed in ["smugglers police", "جایداد", "sixtydays"] {
        assert!(!Query::new(missed).matches(&text), "{missed:?}");
    }
    assert!(Query::new(" ؟ ").is_empty());
    assert!(!Query::new("a").is_empty());
}

/// Letters that meet in Urdu text, so that marks often follow letters they compose with.
fn urdu() -> impl Strategy<Value = String> {
    let letters = "اآأإوؤیيىئہهۂۀۃةےۓھکكسمگلنبءۂ \u{653}\u{654}\u{655}\u{64e}\u{640}\u{200c}۔۱٢x";
    let letter = prop::sample::select(letters.chars().collect::<Vec<_>>());
    prop::collection::vec(letter, 0..24).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in any::<String>(), urdu in urdu()) {
        for text in [&text, &urdu, &format!("{text}{urdu}"), &format!("{urdu} ادارۂ{urdu} اسمگ{text}")] {
            let key = identity_key(text);
            prop_assert_eq!(&identity_key(&key), &key);
            let folded = fold(text);
            prop_assert_eq!(&fold(&folded), &folded);
            prop_assert_eq!(&fold(&key), &folded);
            prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "));
        }
    }

    #[test]
    fn a_text_is_found_by_itself_and_its_words(text in any::<String>(), urdu in urdu()) {
        let both = format!("{text} {urdu}");
        let folded = fold(&both);
        prop_assert!(Query::new(&both).matches(&folded));
        prop_assert!(Query::new(&urdu).matches(&folded));
    }
}
