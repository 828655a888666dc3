//! The styles: what headings, recommendations and tables look like, in both scripts.

use crate::text::{Direction, direction_of};

use super::language;

/// One style of paragraphs.
struct Look {
    id: &'static str,
    name: &'static str,
    /// Properties of the paragraph, in the order the schema has.
    paragraph: &'static str,
    /// Size in half points; Urdu is set larger, Nastaliq being small on its body.
    size: u16,
    bold: bool,
}

/// Styles whose Urdu is set in Naskh, as on a page: small type in narrow cells, for which Nastaliq is too tall.
const NASKH: [&str; 5] = ["Note", "Detail", "TableHead", "TableText", "TableBlank"];

const fn look(
    id: &'static str,
    name: &'static str,
    paragraph: &'static str,
    size: u16,
    bold: bool,
) -> Look {
    Look {
        id,
        name,
        paragraph,
        size,
        bold,
    }
}

/// `start` and `end`, so that one style serves both directions; borders know only `left` and `right`, so that the quote has two.
const LOOKS: [Look; 20] = [
    look(
        "Title",
        "Title",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"120\"/>",
        36,
        true,
    ),
    look(
        "Subtitle",
        "Subtitle",
        "<w:spacing w:after=\"120\"/>",
        24,
        false,
    ),
    look(
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"2\" w:color=\"666666\"/></w:pBdr><w:spacing w:before=\"360\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
        28,
        true,
    ),
    look(
        "Heading2",
        "heading 2",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
        24,
        true,
    ),
    look(
        "Heading3",
        "heading 3",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"160\" w:after=\"60\"/><w:outlineLvl w:val=\"2\"/>",
        22,
        true,
    ),
    look(
        "BodyText",
        "Body Text",
        "<w:spacing w:after=\"120\"/>",
        22,
        false,
    ),
    look("Note", "Note", "<w:spacing w:after=\"80\"/>", 18, false),
    look(
        "Quote",
        "Quote",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"8\" w:color=\"666666\"/></w:pBdr><w:spacing w:after=\"80\"/><w:ind w:start=\"425\"/>",
        22,
        false,
    ),
    look(
        "QuoteRight",
        "Quote Right",
        "<w:pBdr><w:right w:val=\"single\" w:sz=\"12\" w:space=\"8\" w:color=\"666666\"/></w:pBdr><w:spacing w:after=\"80\"/><w:ind w:start=\"425\"/>",
        22,
        false,
    ),
    look(
        "ListBullet",
        "List Bullet",
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/>",
        22,
        false,
    ),
    look(
        "Recommendation",
        "Recommendation",
        "<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val=\"start\" w:pos=\"680\"/></w:tabs><w:spacing w:before=\"160\" w:after=\"40\"/><w:ind w:start=\"680\" w:hanging=\"680\"/>",
        22,
        false,
    ),
    look(
        "RecommendationTwin",
        "Recommendation Twin",
        "<w:keepNext/><w:keepLines/><w:spacing w:after=\"40\"/><w:ind w:start=\"680\"/>",
        22,
        false,
    ),
    look(
        "Detail",
        "Recommendation Detail",
        "<w:keepLines/><w:spacing w:after=\"20\"/><w:ind w:start=\"680\"/>",
        18,
        false,
    ),
    look(
        "Caption",
        "caption",
        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>",
        20,
        true,
    ),
    look(
        "TableHead",
        "Table Head",
        "<w:keepNext/><w:spacing w:before=\"20\" w:after=\"20\"/>",
        18,
        true,
    ),
    look(
        "TableText",
        "Table Text",
        "<w:spacing w:before=\"20\" w:after=\"20\"/>",
        18,
        false,
    ),
    look(
        "TableBlank",
        "Table Blank",
        "<w:spacing w:before=\"160\" w:after=\"160\"/>",
        18,
        false,
    ),
    look(
        "AfterTable",
        "After Table",
        "<w:spacing w:after=\"60\"/>",
        8,
        false,
    ),
    look(
        "Header",
        "header",
        "<w:spacing w:after=\"120\"/>",
        17,
        false,
    ),
    look("Footer", "footer", "<w:jc w:val=\"center\"/>", 17, false),
];

/// The part of the styles, for a document whose leading language this is.
pub(super) fn styles(lang: &str) -> String {
    let rtl = direction_of(lang) == Direction::Rtl;
    let direction = if rtl { "<w:bidi/>" } else { "" };
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Noto Nastaliq Urdu\"/>\
         <w:sz w:val=\"22\"/><w:szCs w:val=\"26\"/><w:lang w:val=\"en-GB\" w:bidi=\"ur-PK\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:pPr>{direction}</w:pPr><w:rPr>{}</w:rPr></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>\
         <w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:start w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:end w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Number\"><w:name w:val=\"Recommendation Number\"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>",
        language(lang, rtl),
    );
    for look in &LOOKS {
        let bold = if look.bold { "<w:b/><w:bCs/>" } else { "" };
        let larger = look.size.saturating_add(look.size / 6);
        let font = match NASKH.contains(&look.id) {
            true => "<w:rFonts w:cs=\"Noto Naskh Arabic\"/>",
            false => "",
        };
        xml.push_str(&format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
             <w:pPr>{}</w:pPr><w:rPr>{font}{bold}<w:sz w:val=\"{}\"/><w:szCs w:val=\"{larger}\"/></w:rPr></w:style>",
            look.id, look.name, look.paragraph, look.size,
        ));
    }
    xml.push_str(
        "<w:style w:type=\"paragraph\" w:styleId=\"SectionEnd\"><w:name w:val=\"Section End\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/></w:pPr><w:rPr><w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>",
    );
    for side in ["top", "start", "bottom", "end", "insideH", "insideV"] {
        xml.push_str(&format!(
            "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"666666\"/>"
        ));
    }
    xml.push_str("</w:tblBorders></w:tblPr></w:style></w:styles>");
    xml
}
