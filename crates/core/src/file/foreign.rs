//! Files of other programs, told by how they begin: whoever picked the wrong one is told which it is.

/// What a file is that is not ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Foreign {
    /// A Word document.
    Docx,
    /// An Excel workbook.
    Xlsx,
    /// A PowerPoint presentation.
    Pptx,
    /// A document of LibreOffice.
    OpenDocument,
    /// A document of an older Office.
    OldOffice,
    /// A document as rich text.
    Rtf,
    /// Another packed file: ZIP, gzip, 7z, RAR.
    Packed,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Sound or film.
    Media,
    /// A web page.
    Html,
    /// XML of some kind.
    Xml,
    /// A program or library.
    Program,
    /// A database file.
    Database,
    /// An encrypted file.
    Encrypted,
    /// A JSON list.
    JsonList,
    /// A table, as text.
    Table,
}

impl Foreign {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::OpenDocument,
        Self::OldOffice,
        Self::Rtf,
        Self::Packed,
        Self::Pdf,
        Self::Picture,
        Self::Media,
        Self::Html,
        Self::Xml,
        Self::Program,
        Self::Database,
        Self::Encrypted,
        Self::JsonList,
        Self::Table,
    ];

    /// Its name, by which a sentence chooses its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::OpenDocument => "opendocument",
            Self::OldOffice => "old-office",
            Self::Rtf => "rtf",
            Self::Packed => "packed",
            Self::Pdf => "pdf",
            Self::Picture => "picture",
            Self::Media => "media",
            Self::Html => "html",
            Self::Xml => "xml",
            Self::Program => "program",
            Self::Database => "database",
            Self::Encrypted => "encrypted",
            Self::JsonList => "json-list",
            Self::Table => "table",
        }
    }

    /// Whether it may be a plain list of recommendations.
    pub const fn may_be_list(self) -> bool {
        matches!(self, Self::JsonList | Self::Table)
    }
}

/// How files begin, and what they are then.
const BEGINNINGS: &[(&[u8], Foreign)] = &[
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::OldOffice),
    (b"{\\rtf", Foreign::Rtf),
    (b"\x1f\x8b", Foreign::Packed),
    (b"7z\xbc\xaf\x27\x1c", Foreign::Packed),
    (b"Rar!\x1a\x07", Foreign::Packed),
    (b"BZh", Foreign::Packed),
    (b"\xfd7zXZ\0", Foreign::Packed),
    (b"\x28\xb5\x2f\xfd", Foreign::Packed),
    (b"%PDF-", Foreign::Pdf),
    (b"\x89PNG\r\n\x1a\n", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"OggS", Foreign::Media),
    (b"ID3", Foreign::Media),
    (b"\x1a\x45\xdf\xa3", Foreign::Media),
    (b"MZ", Foreign::Program),
    (b"\x7fELF", Foreign::Program),
    (b"\0asm", Foreign::Program),
    (b"SQLite format 3\0", Foreign::Database),
    (b"age-encryption.org/", Foreign::Encrypted),
    (b"-----BEGIN ", Foreign::Encrypted),
];

/// What the file is, where its beginning tells; only asked for what is not ours.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    let start = bytes.get(..4096).unwrap_or(bytes);
    let has = |part: &[u8]| memchr::memmem::find(start, part).is_some();
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        // The first entries of the archive have their names in the clear.
        let inside: [(&[u8], Foreign); 4] = [
            (b"word/", Foreign::Docx),
            (b"xl/", Foreign::Xlsx),
            (b"ppt/", Foreign::Pptx),
            (
                b"mimetypeapplication/vnd.oasis.opendocument",
                Foreign::OpenDocument,
            ),
        ];
        let found = inside.iter().find(|(name, _)| has(name));
        return Some(found.map_or(Foreign::Packed, |(_, found)| *found));
    }
    if let Some((_, found)) = BEGINNINGS.iter().find(|(mark, _)| start.starts_with(mark)) {
        return Some(*found);
    }
    let after = start.get(4..12).unwrap_or_default();
    if start.starts_with(b"RIFF") {
        let picture = after.ends_with(b"WEBP");
        return Some(if picture {
            Foreign::Picture
        } else {
            Foreign::Media
        });
    }
    if after.starts_with(b"ftyp") {
        let picture = [b"heic", b"heix", b"mif1", b"avif"]
            .iter()
            .any(|brand| after.ends_with(*brand));
        return Some(if picture {
            Foreign::Picture
        } else {
            Foreign::Media
        });
    }
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let text = text.trim_ascii_start();
    match text.first()? {
        b'<' => {
            let lower = text.to_ascii_lowercase();
            let html = [b"<!doctype html".as_slice(), b"<html", b"<head", b"<body"]
                .iter()
                .any(|tag| memchr::memmem::find(&lower, tag).is_some());
            Some(if html { Foreign::Html } else { Foreign::Xml })
        }
        b'[' => Some(Foreign::JsonList),
        _ => is_table(text).then_some(Foreign::Table),
    }
}

/// Whether the first two lines have the same separators, and at least one.
fn is_table(text: &[u8]) -> bool {
    let mut lines = text.split(|byte| *byte == b'\n');
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
        return false;
    };
    [b',', b';', b'\t'].iter().any(|mark| {
        let count = |line: &[u8]| line.iter().filter(|byte| *byte == mark).count();
        count(first) > 0 && count(first) == count(second)
    })
}
