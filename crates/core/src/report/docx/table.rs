//! Tables: head rows that repeat, rows that stay whole, columns from the right where the document is.

use super::super::outline::{Said, Table};
use super::{paragraph, runs};

/// Rows of a table that is kept together.
const SHORT: usize = 6;

/// Writes a table with its caption; `shades` of the numbers in it, row by row, from 0 to 4.
pub(super) fn write(xml: &mut String, table: &Table, rtl: bool, shades: Option<&Vec<Vec<usize>>>) {
    for phrase in &table.caption.0 {
        paragraph(xml, "Caption", phrase, true, "");
    }
    let named = table.caption.0.first().map(|phrase| phrase.text());
    let direction = if rtl { "<w:bidiVisual/>" } else { "" };
    // Whoever hears the document instead of seeing it is told what the table is.
    xml.push_str(&format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>{direction}<w:tblW w:w=\"5000\" w:type=\"pct\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
         <w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
        runs::escaped(&named.unwrap_or_default().replace('\n', " ")),
    ));
    let widths = fiftieths(&table.widths);
    for width in &widths {
        xml.push_str(&format!("<w:gridCol w:w=\"{}\"/>", width.saturating_mul(2)));
    }
    xml.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (said, width) in table.head.iter().zip(&widths) {
        cell(xml, ("TableHead", true), said, *width, "E7E7E7", rtl);
    }
    xml.push_str("</w:tr>");
    for (row, cells) in table.rows.iter().enumerate() {
        xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        // A short table, such as a reply slip, stays on one page.
        let keep = table.rows.len() <= SHORT && row.saturating_add(1) < table.rows.len();
        for (at, (said, width)) in cells.iter().zip(&widths).enumerate() {
            let shades = shades.and_then(|shades| shades.get(row));
            let shade = at
                .checked_sub(1)
                .and_then(|column| shades?.get(column))
                .and_then(|shade| ["", "F0F0F0", "DDDDDD", "C8C8C8", "B0B0B0"].get(*shade));
            cell(
                xml,
                ("TableText", keep),
                said,
                *width,
                shade.unwrap_or(&""),
                rtl,
            );
        }
        xml.push_str("</w:tr>");
    }
    // Two tables without a paragraph between them would be one.
    xml.push_str("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>");
}

fn cell(
    xml: &mut String,
    (style, keep): (&str, bool),
    said: &Said,
    width: u32,
    fill: &str,
    rtl: bool,
) {
    xml.push_str(&format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"pct\"/>"
    ));
    if !fill.is_empty() {
        xml.push_str(&format!(
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>"
        ));
    }
    xml.push_str("</w:tcPr>");
    for phrase in &said.0 {
        paragraph(xml, style, phrase, keep, "");
    }
    if said.0.is_empty() {
        let direction = if rtl { "<w:bidi/>" } else { "" };
        let keep = if keep { "<w:keepNext/>" } else { "" };
        xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"TableBlank\"/>{keep}{direction}</w:pPr></w:p>"
        ));
    }
    xml.push_str("</w:tc>");
}

/// Widths in fiftieths of a percent of the whole, as Word counts them.
fn fiftieths(widths: &[u16]) -> Vec<u32> {
    let sum = widths
        .iter()
        .fold(0_u32, |sum, width| sum.saturating_add(u32::from(*width)));
    let part = |width: &u16| {
        u32::from(*width)
            .saturating_mul(5_000)
            .checked_div(sum)
            .unwrap_or(5_000)
    };
    widths.iter().map(part).collect()
}
