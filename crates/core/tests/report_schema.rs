//! Every Word document of the golden files against the schema: which children an element may have, and in which order.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    unreachable_pub,
    missing_docs,
    dead_code,
    reason = "tests"
)]

#[path = "vectors/package.rs"]
mod package;

use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::Event;

/// Elements, and their children in the order in which they have to stand; those of one rank, parted by a bar, in any order.
///
/// Source: ECMA-376 part 1, annex A.1 (`wml.xsd`) with the transitional additions of part 4, all names that are allowed there
/// and not only those that are written here.
const ORDER: &[(&str, &str)] = &[
    ("w:document", "background body"),
    ("w:body", "p|tbl|bookmarkStart|bookmarkEnd sectPr"),
    ("w:hdr", "p|tbl"),
    ("w:ftr", "p|tbl"),
    ("w:p", "pPr r|hyperlink|fldSimple|bookmarkStart|bookmarkEnd"),
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
         suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid \
         spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl \
         divId cnfStyle rPr sectPr pPrChange",
    ),
    ("w:numPr", "ilvl numId"),
    ("w:pBdr", "top left bottom right between bar"),
    ("w:tabs", "tab"),
    ("w:r", "rPr t|tab|br|cr|noBreakHyphen|fldChar|instrText"),
    (
        "w:rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish \
         webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang \
         eastAsianLayout specVanish oMath",
    ),
    ("w:fldSimple", "r"),
    (
        "w:sectPr",
        "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols \
         formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    ),
    ("w:tbl", "tblPr tblGrid tr"),
    (
        "w:tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd \
         tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    ),
    (
        "w:tblBorders",
        "top start left bottom end right insideH insideV",
    ),
    ("w:tblCellMar", "top start left bottom end right"),
    ("w:tblGrid", "gridCol"),
    ("w:tr", "tblPrEx trPr tc"),
    (
        "w:trPr",
        "cnfStyle|divId|gridBefore|gridAfter|wBefore|wAfter|cantSplit|trHeight|tblHeader|tblCellSpacing|jc|hidden",
    ),
    ("w:tc", "tcPr p|tbl"),
    (
        "w:tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    ),
    ("w:styles", "docDefaults latentStyles style"),
    ("w:docDefaults", "rPrDefault pPrDefault"),
    ("w:rPrDefault", "rPr"),
    ("w:pPrDefault", "pPr"),
    (
        "w:style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal \
         personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    (
        "w:numbering",
        "numPicBullet abstractNum num numIdMacAtCleanup",
    ),
    (
        "w:abstractNum",
        "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    ),
    (
        "w:lvl",
        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    ),
    ("w:num", "abstractNumId lvlOverride"),
    ("w:fonts", "font"),
    (
        "w:font",
        "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
    ),
    // Of the settings only those that are written, in their order.
    ("w:settings", "defaultTabStop compat"),
    ("w:compat", "compatSetting"),
];

/// What stands in an element of that name, as ranks; `None` where the schema lets nothing in.
fn rank(parent: &str, child: &str) -> Option<usize> {
    let (_, children) = ORDER.iter().find(|(name, _)| *name == parent)?;
    let child = child.strip_prefix("w:")?;
    children
        .split_whitespace()
        .position(|rank| rank.split('|').any(|name| name == child))
}

/// Everything in a part that the schema does not let stand where it stands.
fn wrong(part: &str, xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    // The open elements, each with the rank that its last child had.
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut wrong = Vec::new();
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().0.to_owned();
                if let Some((parent, last)) = open.last_mut() {
                    match rank(parent, &name) {
                        None => wrong.push(format!("{part}: no {name} in {parent}")),
                        Some(rank) if rank < *last => {
                            wrong.push(format!("{part}: {name} too late in {parent}"));
                        }
                        Some(rank) => *last = rank,
                    }
                }
                if matches!(event, Event::Start(_)) {
                    open.push((name, 0));
                }
            }
            Event::End(_) => {
                open.pop();
            }
            _ => {}
        }
    }
    wrong.sort();
    wrong.dedup();
    wrong
}

#[test]
fn every_element_of_a_word_document_stands_where_the_schema_lets_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/report");
    let mut documents = 0;
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "docx") {
            continue;
        }
        documents += 1;
        let files = package::files(&std::fs::read(&path).unwrap());
        for (name, xml) in files
            .iter()
            .filter(|(name, _)| name.starts_with("word/") && name.ends_with(".xml"))
        {
            let told = wrong(name, xml).into_iter();
            found.extend(told.map(|told| format!("{}: {told}", path.display())));
        }
    }
    assert!(documents >= 4, "{documents}");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_the_schema_does_not_let_in_is_found() {
    for (xml, expected) in [
        ("<w:pPr><w:keepNext/><w:bidi/></w:pPr>", None),
        (
            "<w:pPr><w:bidi/><w:keepNext/></w:pPr>",
            Some("w:keepNext too late in w:pPr"),
        ),
        ("<w:pBdr><w:start/></w:pBdr>", Some("no w:start in w:pBdr")),
        ("<w:trPr><w:tblHeader/><w:cantSplit/></w:trPr>", None),
        ("<w:tcW><w:p/></w:tcW>", Some("no w:p in w:tcW")),
    ] {
        let told = wrong("part", xml);
        let expected = expected.map(|told| format!("part: {told}"));
        assert_eq!(told, Vec::from_iter(expected), "{xml}");
    }
}
