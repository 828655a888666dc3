//! The final list for spreadsheets: one row a recommendation, and no cell that a spreadsheet would reckon.

use crate::recommendation::Wording;

use super::final_list::Final;
use super::voice::Voice;
use super::{Refusal, Source};

/// CSV (RFC 4180) in UTF-8 with the mark that spreadsheets want, every cell quoted.
pub(super) fn write(source: &Source<'_>) -> Result<Vec<u8>, Refusal> {
    let items = source.items()?;
    let voice = source.voices.leading();
    let langs = languages(source, &items);
    let mut text = String::from("\u{feff}");
    row(&mut text, header(source, &voice, &langs));
    for item in items {
        row(&mut text, cells(source, &voice, item, &langs));
    }
    Ok(text.into_bytes())
}

/// The columns of fields: key of the heading and field.
const FIELDS: [(&str, &str); 12] = [
    ("report-csv-lead", "lead"),
    ("report-csv-addressees", "addressees"),
    ("report-csv-action", "action"),
    ("report-csv-urgency", "urgency"),
    ("report-csv-horizon", "horizon"),
    ("report-csv-due", "due"),
    ("report-csv-legal", "instruments"),
    ("report-csv-issue", "issue"),
    ("report-csv-themes", "themes"),
    ("report-csv-affected", "affected"),
    ("report-csv-levels", "levels"),
    ("report-csv-sdg", "sdg"),
];

/// The columns of texts.
const TEXTS: [(&str, &str); 4] = [
    ("report-csv-indicator", "indicator"),
    ("report-csv-baseline", "baseline"),
    ("report-csv-target", "target"),
    ("report-csv-rationale", "rationale"),
];

/// The languages of the document, then all others that a text is in: nothing is left behind.
fn languages(source: &Source<'_>, items: &[&Final]) -> Vec<String> {
    let tags = source.options.language.tags().iter();
    let mut langs: Vec<String> = tags.map(|lang| String::from(*lang)).collect();
    let used = items.iter().flat_map(|item| item.wordings.texts.keys());
    for lang in crate::sorted::set(used) {
        if !langs.contains(lang) {
            langs.push(lang.clone());
        }
    }
    langs
}

fn header(source: &Source<'_>, voice: &Voice<'_>, langs: &[String]) -> Vec<String> {
    let all = |key: &str| {
        let said = source.voices.fixed(key);
        let texts = said.0.iter().map(super::outline::Phrase::text);
        texts.collect::<Vec<_>>().join(" / ")
    };
    let mut cells = vec![all("report-csv-number"), all("report-csv-section")];
    cells.extend(langs.iter().map(|lang| {
        let named = [("language", voice.language(lang).into())];
        voice.text("report-csv-text", &named)
    }));
    cells.push(all("report-csv-original"));
    cells.extend(FIELDS.iter().chain(&TEXTS).map(|(key, _)| all(key)));
    let last = [
        "report-csv-dissent",
        "report-csv-response",
        "report-csv-status",
        "report-csv-origins",
        "report-csv-id",
    ];
    cells.extend(last.map(all));
    cells
}

fn cells(source: &Source<'_>, voice: &Voice<'_>, item: &Final, langs: &[String]) -> Vec<String> {
    let vocabulary = source.voices.vocabulary();
    let terms = |terms: &std::collections::BTreeSet<String>| {
        let labels = terms.iter().map(|term| {
            let labels = source.options.language.tags().iter();
            let labels = labels.map(|lang| vocabulary.label(term, lang));
            let mut labels: Vec<&str> = labels.collect();
            labels.dedup();
            labels.join(" / ")
        });
        labels.collect::<Vec<_>>().join("; ")
    };
    let texts = |wordings: &[Wording]| {
        let texts = wordings.iter().map(|wording| wording.text.as_str());
        texts.collect::<Vec<_>>().join("\n")
    };
    let section = voice.text(&format!("report-section-{}", item.section.name()), &[]);
    let mut cells = vec![item.number.clone(), section];
    for lang in langs {
        let text = item.wordings.texts.get(lang).cloned().unwrap_or_default();
        let versions = item.wordings.versions.iter();
        let others = versions.filter(|version| version.lang == *lang);
        let all = std::iter::once(text).chain(others.map(|version| version.text.clone()));
        cells.push(all.collect::<Vec<_>>().join("\n"));
    }
    cells.push(voice.language(&item.wordings.original));
    cells.extend(FIELDS.iter().map(|(_, field)| match *field {
        "due" => {
            let days = item.tags.set("due").iter().map(String::as_str);
            days.collect::<Vec<_>>().join("; ")
        }
        field => terms(item.tags.set(field)),
    }));
    cells.extend(TEXTS.iter().map(|(_, field)| texts(item.tags.texts(field))));
    let dissent = item.dissent.iter().map(|told| told.wording.text.as_str());
    cells.push(dissent.collect::<Vec<_>>().join("\n"));
    let replies = super::tracking::replies(source, &item.tags);
    let replies = replies.0.iter().map(super::outline::Phrase::text);
    cells.push(replies.collect::<Vec<_>>().join("\n"));
    cells.push(terms(&item.tags.status));
    let originals = source.list.originals.iter();
    let origins = originals.filter(|original| item.origins.contains(&original.id));
    let origins = origins.map(|original| original.number.as_str());
    cells.push(origins.collect::<Vec<_>>().join("; "));
    cells.push(item.id.to_string());
    cells
}

fn row(text: &mut String, cells: Vec<String>) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        text.push('"');
        text.push_str(&safe(cell).replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}

/// The cell with an apostrophe before every sign that would begin a formula: at its start, and behind whatever a spreadsheet
/// that separates by other signs would take for the start of a cell. What no spreadsheet shows is told by its number.
fn safe(cell: &str) -> String {
    let cell = super::visible::visible(cell);
    let mut shown = String::with_capacity(cell.len());
    let mut starts = true;
    for letter in cell.chars() {
        let reckons = matches!(
            letter,
            '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '−' | '﹦' | '﹢' | '﹣' | '﹫'
        );
        if starts && reckons {
            shown.push('\'');
        }
        // What is not seen does not stand between the start of a cell and its sign.
        let unseen = letter.is_whitespace()
            || matches!(letter, '"' | '\'' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}');
        let separates = matches!(letter, '\n' | '\t' | ';' | ',' | '|');
        starts = separates || (starts && unseen);
        shown.push(letter);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_cell_begins_a_formula() {
        for (cell, shown) in [
            ("plain", "plain"),
            ("a-b = c", "a-b = c"),
            ("=1+1", "'=1+1"),
            ("  @SUM(A1)", "  '@SUM(A1)"),
            ("\u{200f}=1", "\u{200f}'=1"),
            ("a\n- b", "a\n'- b"),
            ("a;=cmd|' /C calc'!A0", "a;'=cmd|' /C calc'!A0"),
            ("a\";\"=1", "a\";\"'=1"),
            ("\u{0}=1", "[U+0000]=1"),
            ("＝1", "'＝1"),
        ] {
            assert_eq!(safe(cell), shown);
        }
    }
}
