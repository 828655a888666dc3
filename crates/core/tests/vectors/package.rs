//! Reading a DOCX back without the code that wrote it: the files of the zip, and their XML.

use std::collections::BTreeMap;
use std::io::Read as _;

use quick_xml::Reader;
use quick_xml::events::Event;

/// The files of a zip by name; the directory at its end must agree with what stands before each of them.
pub fn files(zip: &[u8]) -> BTreeMap<String, String> {
    let u16_at = |at: usize| usize::from(u16::from_le_bytes([zip[at], zip[at + 1]]));
    let u32_at = |at: usize| u32::from_le_bytes(zip[at..at + 4].try_into().unwrap());
    let end = zip.len() - 22;
    assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
    let mut at = u32_at(end + 16) as usize;
    let mut files = BTreeMap::new();
    for _ in 0..u16_at(end + 10) {
        assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
        let (packed, length, name_length) =
            (u32_at(at + 20) as usize, u32_at(at + 24), u16_at(at + 28));
        let name = std::str::from_utf8(&zip[at + 46..at + 46 + name_length]).unwrap();
        let head = u32_at(at + 42) as usize;
        assert_eq!(&zip[head..head + 4], b"PK\x03\x04");
        assert_eq!(zip[head + 4..head + 30], zip[at + 6..at + 32], "{name}");
        let start = head + 30 + name_length;
        let mut content = Vec::new();
        flate2::read::DeflateDecoder::new(&zip[start..start + packed])
            .read_to_end(&mut content)
            .unwrap();
        assert_eq!(content.len() as u32, length);
        let mut sum = flate2::Crc::new();
        sum.update(&content);
        assert_eq!(sum.sum(), u32_at(at + 16), "{name}");
        files.insert(name.to_owned(), String::from_utf8(content).unwrap());
        at += 46 + name_length;
    }
    assert_eq!(at, end);
    files
}

/// A paragraph of WordprocessingML.
#[derive(Debug, Default)]
pub struct Paragraph {
    /// Its style.
    pub style: String,
    /// Whether it runs from right to left, where it says.
    pub bidi: Option<bool>,
    /// Its text; breaks as line ends, tabs as tabs.
    pub text: String,
    /// The runs: text, and whether from right to left.
    pub runs: Vec<(String, bool)>,
}

/// What a part of WordprocessingML holds. Stops where it is not well formed, or holds what no XML may.
#[derive(Debug, Default)]
pub struct Content {
    pub paragraphs: Vec<Paragraph>,
    pub tables: usize,
    pub visual_tables: usize,
    pub header_rows: usize,
    pub sections: usize,
    pub bidi_sections: usize,
}

pub fn content(xml: &str) -> Content {
    let legal = |letter: char| matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(xml.chars().all(legal));
    let mut reader = Reader::from_str(xml);
    let mut told = Content::default();
    let mut open: Vec<String> = Vec::new();
    let (mut rtl, mut run) = (false, String::new());
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().0.to_owned();
                let value = tag
                    .attributes()
                    .map(Result::unwrap)
                    .find_map(|held| (held.key.0 == "w:val").then(|| held.value.to_string()));
                let inside = open.last().map_or("", String::as_str);
                match name.as_str() {
                    "w:p" => told.paragraphs.push(Paragraph::default()),
                    "w:tbl" => told.tables += 1,
                    "w:bidiVisual" => told.visual_tables += 1,
                    "w:tblHeader" => told.header_rows += 1,
                    "w:sectPr" => told.sections += 1,
                    "w:bidi" if inside == "w:sectPr" => told.bidi_sections += 1,
                    "w:bidi" => {
                        told.paragraphs.last_mut().unwrap().bidi =
                            Some(value.as_deref() != Some("0"));
                    }
                    "w:pStyle" => told.paragraphs.last_mut().unwrap().style = value.unwrap(),
                    "w:r" => (rtl, run) = (false, String::new()),
                    "w:rtl" => rtl = true,
                    "w:br" => run.push('\n'),
                    "w:tab" if inside == "w:r" => run.push('\t'),
                    _ => {}
                }
                if matches!(event, Event::Start(_)) {
                    open.push(name);
                }
            }
            Event::End(_) => {
                if open.pop().unwrap() == "w:r"
                    && let Some(paragraph) = told.paragraphs.last_mut()
                {
                    paragraph.text.push_str(&run);
                    paragraph.runs.push((std::mem::take(&mut run), rtl));
                }
            }
            Event::Text(text) => run.push_str(text),
            Event::GeneralRef(name) => run.push(match &**name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                other => panic!("{other}"),
            }),
            _ => {}
        }
    }
    assert!(open.is_empty());
    told
}
