//! Runs of WordprocessingML: text cut where its script changes, so that each stretch has the font and direction of its own.

use crate::text::{Direction, direction_of};

use super::super::outline::{Phrase, strong};

/// The runs of a phrase.
pub(super) fn write_runs(xml: &mut String, phrase: &Phrase) {
    for run in &phrase.runs {
        let lang = run.lang.as_deref().unwrap_or(&phrase.lang);
        let text = run.set_apart(phrase.direction());
        for (direction, text) in stretches(&text, direction_of(lang)) {
            let rtl = direction == Direction::Rtl;
            xml.push_str("<w:r><w:rPr>");
            if run.strong {
                xml.push_str("<w:b/><w:bCs/>");
            }
            if rtl {
                xml.push_str("<w:rtl/>");
            }
            xml.push_str(&language(lang, rtl));
            xml.push_str("</w:rPr>");
            write_text(xml, text);
            xml.push_str("</w:r>");
        }
    }
}

/// The element for the language of a run.
pub(super) fn language(lang: &str, rtl: bool) -> String {
    let tag: &str = match lang {
        "ur" => "ur-PK",
        "en" => "en-GB",
        other => other,
    };
    let attribute = if rtl { "w:bidi" } else { "w:val" };
    // A run of Latin letters in an Urdu text is no Urdu.
    match rtl == (direction_of(lang) == Direction::Rtl) {
        true => format!("<w:lang {attribute}=\"{}\"/>", escaped(tag)),
        false => String::new(),
    }
}

/// Text with its line ends and tabs as elements.
fn write_text(xml: &mut String, text: &str) {
    let mut pieces = text.split_inclusive(['\n', '\t']);
    for piece in &mut pieces {
        let plain = piece.trim_end_matches(['\n', '\t']);
        if !plain.is_empty() {
            xml.push_str("<w:t xml:space=\"preserve\">");
            xml.push_str(&escaped(plain));
            xml.push_str("</w:t>");
        }
        if piece.ends_with('\n') {
            xml.push_str("<w:br/>");
        } else if piece.ends_with('\t') {
            xml.push_str("<w:tab/>");
        }
    }
}

/// Text between tags or in an attribute; what no XML may hold has been told by its number before.
pub(super) fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '"' => shown.push_str("&quot;"),
            _ => shown.push(letter),
        }
    }
    shown
}

/// The text in stretches of one direction. What has none of its own (digits, spaces, marks) stays with what is before and
/// behind it where they agree, else goes with the direction of the whole.
fn stretches(text: &str, base: Direction) -> Vec<(Direction, &str)> {
    let mut marks: Vec<(usize, Direction)> = Vec::new();
    let mut before = base;
    let mut neutral: Option<usize> = None;
    for (at, letter) in text.char_indices() {
        let Some(own) = strong(letter) else {
            neutral = neutral.or(Some(at));
            continue;
        };
        if let Some(start) = neutral.take() {
            let direction = if own == before { own } else { base };
            marks.push((start, direction));
        }
        marks.push((at, own));
        before = own;
    }
    if let Some(start) = neutral {
        let direction = if before == base { before } else { base };
        marks.push((start, direction));
    }
    marks.dedup_by(|later, earlier| later.1 == earlier.1);
    let ends = marks
        .iter()
        .skip(1)
        .map(|(at, _)| *at)
        .chain(std::iter::once(text.len()));
    marks
        .iter()
        .zip(ends)
        .filter_map(|((start, direction), end)| Some((*direction, text.get(*start..end)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{Ltr, Rtl};

    #[test]
    fn text_is_cut_where_its_script_changes() {
        for (text, base, cut) in [
            ("plain text 1.", Ltr, vec![(Ltr, "plain text 1.")]),
            ("", Ltr, vec![]),
            (
                "FIA اور پولیس",
                Rtl,
                vec![(Ltr, "FIA"), (Rtl, " اور پولیس")],
            ),
            (
                "اور FIA 2 SOP۔",
                Rtl,
                vec![(Rtl, "اور "), (Ltr, "FIA 2 SOP"), (Rtl, "۔")],
            ),
            (
                "see پولیس.",
                Ltr,
                vec![(Ltr, "see "), (Rtl, "پولیس"), (Ltr, ".")],
            ),
            ("2018", Rtl, vec![(Rtl, "2018")]),
        ] {
            assert_eq!(stretches(text, base), cut, "{text}");
        }
    }
}
