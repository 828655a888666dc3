//! Markdown, as GitHub and Pandoc read it: texts of people are escaped, so that none of them is markup.

use crate::text::{Direction, direction_of};

use super::outline::{Block, Item, Outline, Phrase, Said, Style, Table};

/// The document.
pub(super) fn write(outline: &Outline) -> Vec<u8> {
    let mut out = Writer {
        text: String::new(),
        lang: outline.lang.to_owned(),
    };
    let rtl = direction_of(outline.lang) == Direction::Rtl;
    if rtl {
        out.line(&format!("<div dir=\"rtl\" lang=\"{}\">", outline.lang));
    }
    for block in outline.parts.iter().flat_map(|part| &part.blocks) {
        out.block(block);
    }
    if rtl {
        out.line("</div>");
    }
    while out.text.ends_with("\n\n") {
        out.text.pop();
    }
    out.text.into_bytes()
}

struct Writer {
    text: String,
    lang: String,
}

impl Writer {
    /// A line and an empty one.
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push_str("\n\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(said) => self.heading(1, said),
            Block::Heading(level, said) => self.heading(level.saturating_add(1), said),
            Block::Paragraph(style, said) => {
                for phrase in &said.0 {
                    let text = self.in_its_direction(phrase);
                    match style {
                        Style::Quote => self.line(&format!("> {text}")),
                        Style::Note => self.line(&format!("_{}_", text.trim())),
                        Style::Body | Style::Subtitle => self.line(&text),
                    }
                }
            }
            Block::List(items) => {
                for said in items {
                    let text = self.joined(said);
                    self.text.push_str(&format!("- {text}\n"));
                }
                self.text.push('\n');
            }
            Block::Item(item) => self.item(item),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.table(&chart.table()),
        }
    }

    fn heading(&mut self, level: u8, said: &Said) {
        let marks = "#".repeat(usize::from(level));
        let text = said.0.iter().map(|phrase| self.in_its_direction(phrase));
        let text: Vec<String> = text.filter(|text| !text.is_empty()).collect();
        self.line(&format!("{marks} {}", text.join(" / ").replace('\n', " ")));
    }

    fn item(&mut self, item: &Item) {
        let number = escaped(&item.number, true);
        self.line(&format!("<a id=\"{}\"></a>", item.anchor));
        for (place, phrase) in item.text.0.iter().enumerate() {
            let text = self.in_its_direction(phrase);
            match place {
                0 => self.line(&format!("**{number}** {text}")),
                _ => self.line(&text),
            }
        }
        for said in &item.details {
            self.text.push_str(&format!("- {}\n", self.joined(said)));
        }
        if !item.details.is_empty() {
            self.text.push('\n');
        }
    }

    fn table(&mut self, table: &Table) {
        let cells = |row: &[Said]| {
            let cells: Vec<String> = row
                .iter()
                .map(|cell| self.joined(cell).replace('\n', " "))
                .collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let mut text = cells(&table.head);
        text.push_str(&format!("|{}\n", " --- |".repeat(table.head.len())));
        for row in &table.rows {
            text.push_str(&cells(row));
        }
        if !table.caption.is_empty() {
            let caption = self.joined(&table.caption).replace('\n', " ");
            self.line(&format!("**{caption}**"));
        }
        self.line(text.trim_end());
    }

    /// All languages in one place.
    fn joined(&self, said: &Said) -> String {
        let texts = said.0.iter().map(|phrase| self.in_its_direction(phrase));
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        texts.join("<br>")
    }

    /// A phrase, in a span of its own where its language is not that of the document.
    fn in_its_direction(&self, phrase: &Phrase) -> String {
        let mut text = String::new();
        for run in &phrase.runs {
            // Only at its start a phrase must not look like code or a list.
            let starts = text.is_empty() || text.ends_with("<br>");
            let shown = escaped(&run.set_apart(phrase.direction()), starts);
            match &run.lang {
                Some(lang) => text.push_str(&span(lang, &shown)),
                None if run.strong => text.push_str(&format!("**{shown}**")),
                None => text.push_str(&shown),
            }
        }
        match phrase.lang == self.lang || text.is_empty() {
            true => text,
            false => span(&phrase.lang, &text),
        }
    }
}

fn span(lang: &str, text: &str) -> String {
    let direction = direction_of(lang).as_str();
    let lang: String = lang
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
        .collect();
    format!("<span dir=\"{direction}\" lang=\"{lang}\">{text}</span>")
}

/// The text with every letter that could be markup escaped, at the start of a line or within one; line ends become `<br>`.
fn escaped(text: &str, starts: bool) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut at_start = starts;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\n' => {
                shown.push_str("<br>");
                at_start = true;
                continue;
            }
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '&' => shown.push_str("&amp;"),
            // A tab or several spaces at the start would be code.
            '\t' => shown.push(' '),
            ' ' if at_start => {}
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                shown.push('\\');
                shown.push(letter);
            }
            // These mean something at the start of a line only.
            '#' | '+' | '-' | '=' if at_start => {
                shown.push('\\');
                shown.push(letter);
            }
            // Addresses would become links.
            ':' if letters.peek() == Some(&'/') => shown.push_str("\\:"),
            '.' if ends_with_www(&shown) => shown.push_str("\\."),
            '@' => shown.push_str("\\@"),
            '.' | ')' if is_number(&shown) => {
                shown.push('\\');
                shown.push(letter);
            }
            _ => shown.push(letter),
        }
        at_start = at_start && letter == ' ';
    }
    shown
}

/// Whether so far there is nothing but digits: with a dot they would begin a list.
fn is_number(text: &str) -> bool {
    let last = text.rsplit("<br>").next().unwrap_or(text);
    !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit())
}

fn ends_with_www(text: &str) -> bool {
    let mut last = text.bytes().rev();
    std::array::from_fn::<_, 3, _>(|_| last.next())
        .iter()
        .all(|byte| byte.is_some_and(|byte| byte.eq_ignore_ascii_case(&b'w')))
}
