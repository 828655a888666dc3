//! Measures, languages, cleaning and names.

use proptest::prelude::*;
use rapporteur_core::text::{
    Direction, Removed, beginning, clean, clean_input, direction_of, excerpt, file_name_part,
    graphemes, guess_lang, parse_digits, slug, words,
};

#[test]
fn lengths() {
    let table = [
        ("", 0, 0),
        ("FIA acts.", 9, 2),
        ("one — two", 9, 2),
        ("مُلزم ہے", 7, 2),
        ("👩‍👩‍👧 e\u{301}", 3, 1),
        ("a\r\nb", 3, 2),
    ];
    for (text, letters, count) in table {
        assert_eq!(graphemes(text), letters, "{text:?}");
        assert_eq!(words(text), count, "{text:?}");
    }
}

#[test]
fn beginnings() {
    for (text, max, cut) in [
        ("", 0, ""),
        ("one two", 7, "one two"),
        ("one two", 6, "one…"),
        ("one  two", 5, "one…"),
        ("onetwo", 3, "one…"),
        ("ہر ضلع میں سیل", 9, "ہر ضلع…"),
    ] {
        assert_eq!(beginning(text, max), cut, "{text:?} {max}");
    }
}

#[test]
fn excerpts() {
    let table = [
        ("short", 5, "short"),
        ("The police should act", 12, "The police…"),
        ("The police should act", 11, "The police…"),
        ("The police should act", 10, "The polic…"),
        ("The public should act", 14, "The public…"),
        ("Internationalisation", 10, "Internati…"),
        ("a internationalisation", 10, "a interna…"),
        ("پولیس کو چاہیے کہ", 10, "پولیس کو…"),
        ("abc", 0, ""),
        ("abc", 1, "…"),
        ("مُلزم", 4, "مُلزم"),
    ];
    for (text, max, cut) in table {
        assert_eq!(excerpt(text, max), cut, "{text:?} {max}");
    }
}

#[test]
fn directions() {
    let rtl = [
        "ur",
        "UR",
        "ur-PK",
        "sd",
        "ps",
        "pa-Arab",
        "pa_arab_PK",
        "pa-PK",
        "bal",
        "skr",
        "brh",
        "ar",
        "ur-x-latn",
    ];
    for tag in rtl {
        assert_eq!(direction_of(tag), Direction::Rtl, "{tag}");
    }
    for tag in [
        "en", "en-PK", "ur-Latn", "UR-LATN", "sd-Deva", "pa", "pa-IN", "und", "", "-", "x-ur", "de",
    ] {
        assert_eq!(direction_of(tag), Direction::Ltr, "{tag}");
    }
    assert_eq!(direction_of("ur").as_str(), "rtl");
}

#[test]
fn guesses() {
    let table = [
        ("FIA کو چاہیے کہ کارروائی کرے", Some("ur")),
        ("The term سوداگری is used", Some("en")),
        ("Police ko chahiye", Some("en")),
        ("2027 — 50%", None),
        ("", None),
        ("полиция", None),
    ];
    for (text, lang) in table {
        assert_eq!(guess_lang(text), lang, "{text:?}");
    }
}

#[test]
fn cleaning() {
    let (text, removed) = clean("a\r\nb\rc\u{b}d\u{2029}e\0\u{7}\u{202e}f\u{202c}\t g \n ");
    assert_eq!(text, "a\nb\nc\nd\nef\t g");
    let all = Removed {
        line_ends: true,
        controls: true,
        overrides: true,
        trailing_space: true,
    };
    assert_eq!(removed, all);
    assert!(removed.is_notable());
    let kept = " کر\u{200c}نے \u{2067}FIA\u{2069} \u{200f}- \u{200d}";
    assert_eq!(clean(kept), (kept.to_owned(), Removed::default()));
}

#[test]
fn numbers() {
    let table = [
        ("12", Some(12)),
        (" ۱۲ ", Some(12)),
        ("١٢", Some(12)),
        ("۱2", Some(12)),
        ("-۳", Some(-3)),
        ("\u{2212}3", Some(-3)),
        ("+7", Some(7)),
        ("\u{2067}۵\u{2069}", Some(5)),
        ("9223372036854775808", None),
        ("+-7", None),
        ("++7", None),
        ("", None),
        ("-", None),
        ("1.5", None),
        ("1,000", None),
    ];
    for (text, number) in table {
        assert_eq!(parse_digits(text), number, "{text:?}");
    }
}

#[test]
fn slugs() {
    let table = [
        (
            "Police, FIA & border investigation",
            "police-fia-border-investigation",
        ),
        ("Courts – Prosécution", "courts-prosecution"),
        ("پولیس اور عدلیہ", "پولیس-اور-عدلیہ"),
        ("FIA لاہور", "fia-لاہور"),
        ("محکمۂ تعلیم", "محکمۂ-تعلیم"),
        ("???", ""),
    ];
    for (title, name) in table {
        assert_eq!(slug(title), name);
    }
}

#[test]
fn file_names() {
    let table = [
        ("G2 police", "G2-police"),
        ("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j"),
        ("..hidden. .", "hidden"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("COM1", "_COM1"),
        ("com10", "com10"),
        ("contract", "contract"),
        ("lpt¹", "_lpt¹"),
        ("report\u{202e}fdp.exe", "reportfdp.exe"),
        ("پولیس گروپ", "پولیس-گروپ"),
        ("a\0\u{1f}b", "ab"),
        ("///", ""),
        ("- a - b", "a-b"),
    ];
    for (text, name) in table {
        assert_eq!(file_name_part(text), name, "{text:?}");
    }
    assert_eq!(
        graphemes(&file_name_part(&"abc ".repeat(40))),
        39,
        "cut before a dash"
    );
}

proptest! {
    #[test]
    fn excerpts_keep_their_limit(text in any::<String>(), max in 0_usize..40) {
        let cut = excerpt(&text, max);
        prop_assert!(graphemes(&cut) <= max);
        prop_assert!(cut == text || graphemes(&text) > max);
    }

    #[test]
    fn cleaning_twice_changes_nothing(text in "[a\\PC\r\n\t\u{0}-\u{1f}\u{7f}-\u{9f}\u{2028}-\u{202e}\u{feff} ]*") {
        let once = clean_input(&text);
        prop_assert_eq!(clean(&once), (once, Removed::default()));
    }

    #[test]
    fn file_names_are_always_good(text in any::<String>(), odd in "[a-c.\\-/:*? \u{202e}\u{301}COMNUL1-9]*") {
        for text in [text, odd] {
            let name = file_name_part(&text);
            prop_assert!(graphemes(&name) <= 40 && name.len() <= 160, "{name:?}");
            prop_assert!(!name.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*']), "{name:?}");
            prop_assert!(!name.chars().any(char::is_control), "{name:?}");
            prop_assert!(!name.starts_with(['.', ' ']) && !name.ends_with(['.', ' ']), "{name:?}");
            prop_assert_eq!(&file_name_part(&name), &name);
        }
    }

    #[test]
    fn the_rest_never_panics(text in any::<String>()) {
        let _ = (words(&text), direction_of(&text), guess_lang(&text), parse_digits(&text), slug(&text));
    }

    #[test]
    fn numbers_are_read_in_every_digit_set(number in any::<i64>(), zero in prop::sample::select(vec!['0', '٠', '۰'])) {
        let digit = |letter: char| match letter.to_digit(10) {
            Some(value) => char::from_u32(u32::from(zero).saturating_add(value)).unwrap_or(letter),
            None => letter,
        };
        let written: String = number.to_string().chars().map(digit).collect();
        prop_assert_eq!(parse_digits(&written), Some(number));
    }
}
