//! A document for Word and LibreOffice: real styles, lists and tables with heads, and right to left at the level of the
//! section, paragraph, run and table.
//!
//! Written by hand: a few parts of XML in a zip. So the bytes follow from the outline alone, whatever version of a library a
//! build has, and the module stays small. Numbers of recommendations are text, not automatic: they must not change when
//! somebody takes a paragraph out.

mod deflate;
mod parts;
mod runs;
mod styles;
mod table;
mod zip;

use crate::text::{Direction, direction_of};

use super::outline::{Block, Item, Outline, Paper, Part, Phrase, Said, Style};
use runs::{escaped, language, write_runs};

/// The document.
pub(super) fn write(outline: &Outline) -> Vec<u8> {
    let rtl = direction_of(outline.lang) == Direction::Rtl;
    let mut body = Body {
        xml: String::from(parts::DOCUMENT_START),
        rtl,
        bookmarks: 0,
    };
    let last = outline.parts.len().saturating_sub(1);
    for (at, part) in outline.parts.iter().enumerate() {
        body.part(part, at == last);
    }
    if outline.parts.is_empty() {
        body.section(Paper::Portrait);
    }
    body.xml.push_str(parts::DOCUMENT_END);
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::properties(outline)),
        (
            "word/_rels/document.xml.rels",
            parts::DOCUMENT_RELATIONS.to_owned(),
        ),
        ("word/document.xml", body.xml),
        ("word/fontTable.xml", parts::FONTS.to_owned()),
        ("word/footer1.xml", parts::footer(rtl)),
        ("word/header1.xml", parts::header(&outline.name)),
        ("word/numbering.xml", parts::NUMBERING.to_owned()),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/styles.xml", styles::styles(outline.lang)),
    ];
    zip::write(&files)
}

/// The main part while it is written.
struct Body {
    xml: String,
    rtl: bool,
    bookmarks: usize,
}

impl Body {
    fn part(&mut self, part: &Part, is_last: bool) {
        for (at, block) in part.blocks.iter().enumerate() {
            let next = part.blocks.get(at.saturating_add(1));
            // What introduces a table stays with it.
            let keep = matches!(next, Some(Block::Table(_) | Block::Chart(_)));
            self.block(block, keep);
        }
        match is_last {
            true => self.section(part.paper),
            false => {
                // What ends a section stands in its last paragraph.
                self.xml
                    .push_str("<w:p><w:pPr><w:pStyle w:val=\"SectionEnd\"/>");
                self.section(part.paper);
                self.xml.push_str("</w:pPr></w:p>");
            }
        }
    }

    /// A4 in twentieths of a point, with running head and page number.
    fn section(&mut self, paper: Paper) {
        let size = match paper {
            Paper::Portrait => "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
            Paper::Landscape => "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>",
        };
        let direction = if self.rtl { "<w:bidi/>" } else { "" };
        self.xml.push_str(&format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/><w:footerReference w:type=\"default\" r:id=\"rId6\"/>\
             <w:type w:val=\"nextPage\"/>{size}\
             <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
             {direction}</w:sectPr>"
        ));
    }

    fn block(&mut self, block: &Block, keep: bool) {
        match block {
            Block::Title(said) => self.said("Title", said, true),
            Block::Heading(1, said) => self.said("Heading1", said, true),
            Block::Heading(2, said) => self.said("Heading2", said, true),
            Block::Heading(_, said) => self.said("Heading3", said, true),
            Block::Paragraph(style, said) => self.said(
                match style {
                    Style::Body => "BodyText",
                    Style::Subtitle => "Subtitle",
                    Style::Note => "Note",
                    Style::Quote => "Quote",
                },
                said,
                keep,
            ),
            Block::List(items) => {
                for said in items {
                    self.said("ListBullet", said, false);
                }
            }
            Block::Item(item) => self.item(item),
            Block::Table(table) => table::write(&mut self.xml, table, self.rtl, None),
            Block::Chart(chart) => {
                let most = chart.most();
                let shades = chart.rows.iter().map(|(_, numbers)| {
                    let shade = |number: &usize| super::html::chart::shade(*number, most);
                    numbers.iter().map(shade).collect()
                });
                let shades: Vec<Vec<usize>> = shades.collect();
                let grid = chart.columns.len() > 1;
                let table = chart.table();
                table::write(&mut self.xml, &table, self.rtl, grid.then_some(&shades));
            }
        }
    }

    /// A paragraph for each language.
    fn said(&mut self, style: &str, said: &Said, keep: bool) {
        for phrase in &said.0 {
            paragraph(&mut self.xml, style, phrase, keep, "");
        }
    }

    fn item(&mut self, item: &Item) {
        self.bookmarks = self.bookmarks.saturating_add(1);
        let id = self.bookmarks;
        // Names of bookmarks have at most 40 letters: the digits of the item's name tell it alone.
        let digits: String = item.anchor.chars().rev().take(32).collect();
        let name: String = digits.chars().rev().collect();
        let number = format!(
            "<w:bookmarkStart w:id=\"{id}\" w:name=\"r_{name}\"/><w:r><w:rPr><w:rStyle w:val=\"Number\"/></w:rPr>\
             <w:t xml:space=\"preserve\">{}</w:t></w:r><w:r><w:tab/></w:r><w:bookmarkEnd w:id=\"{id}\"/>",
            escaped(&item.number),
        );
        for (at, phrase) in item.text.0.iter().enumerate() {
            match at {
                0 => paragraph(&mut self.xml, "Recommendation", phrase, true, &number),
                _ => paragraph(&mut self.xml, "RecommendationTwin", phrase, true, ""),
            }
        }
        let last = item.details.len().saturating_sub(1);
        for (at, said) in item.details.iter().enumerate() {
            self.said("Detail", said, at < last);
        }
    }
}

/// A paragraph in its direction, kept on the page of the next one where wanted; `before` stands before its text.
fn paragraph(xml: &mut String, style: &str, phrase: &Phrase, keep: bool, before: &str) {
    let rtl = phrase.direction() == Direction::Rtl;
    // Its bar stands where its text begins.
    let style = match style {
        "Quote" if rtl => "QuoteRight",
        _ => style,
    };
    xml.push_str("<w:p><w:pPr>");
    xml.push_str(&format!("<w:pStyle w:val=\"{style}\"/>"));
    if keep {
        xml.push_str("<w:keepNext/>");
    }
    // Said either way: the style of a document in Urdu is right to left.
    xml.push_str(if rtl {
        "<w:bidi/>"
    } else {
        "<w:bidi w:val=\"0\"/>"
    });
    xml.push_str("</w:pPr>");
    xml.push_str(before);
    write_runs(xml, phrase);
    xml.push_str("</w:p>");
}
