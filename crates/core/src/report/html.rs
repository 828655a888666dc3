//! One file of HTML: its own strict policy, no script, nothing loaded, and pages of A4 when it is printed.
//!
//! Each part is a table of one cell below its running head, because every browser repeats the head of a table on every page
//! and few know the margin boxes of paper; those that do print page numbers too. The app shows its preview in the same style.

pub(super) mod chart;
mod policy;

use crate::text::direction_of;

use super::outline::{Block, Item, Outline, Paper, Phrase, Said, Style, Table};

/// The style, which is the only thing its policy lets in.
const STYLE: &str = include_str!("html/style.css");

/// The document.
pub(super) fn write(outline: &Outline) -> Vec<u8> {
    let mut out = Writer {
        text: String::new(),
        lang: outline.lang.to_owned(),
    };
    let direction = direction_of(outline.lang).as_str();
    let name = attribute(&outline.name.text());
    out.text.push_str(&format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <main class=\"document\" lang=\"{}\" dir=\"{direction}\">\n",
        outline.lang,
        policy::of_style(STYLE),
        outline.lang,
    ));
    for part in &outline.parts {
        let class = match part.paper {
            Paper::Portrait => "d-upright",
            Paper::Landscape => "d-wide",
        };
        out.text.push_str(&format!(
            "<table class=\"d-part {class}\" role=\"presentation\"><thead><tr><td class=\"d-head\" aria-hidden=\"true\">"
        ));
        out.phrase(&outline.name, "span", "");
        out.text.push_str("</td></tr></thead><tbody><tr><td>\n");
        for block in &part.blocks {
            out.block(block);
        }
        out.text.push_str("</td></tr></tbody></table>\n");
    }
    out.text.push_str("</main>\n</body>\n</html>\n");
    out.text.into_bytes()
}

pub(super) struct Writer {
    text: String,
    lang: String,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(said) => self.heading("h1", "d-t1", said),
            Block::Heading(1, said) => self.heading("h2", "d-t2", said),
            Block::Heading(2, said) => self.heading("h3", "d-t3", said),
            Block::Heading(_, said) => self.heading("h4", "d-t4", said),
            Block::Paragraph(style, said) => {
                let (tag, class) = match style {
                    Style::Body => ("p", ""),
                    Style::Subtitle => ("p", "d-subtitle"),
                    Style::Note => ("p", "d-note"),
                    Style::Quote => ("blockquote", ""),
                };
                for phrase in &said.0 {
                    self.phrase(phrase, tag, class);
                    self.text.push('\n');
                }
            }
            Block::List(items) => {
                self.text.push_str("<ul>\n");
                for said in items {
                    self.within("li", "", said);
                    self.text.push('\n');
                }
                self.text.push_str("</ul>\n");
            }
            Block::Item(item) => self.item(item),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
        }
    }

    fn heading(&mut self, tag: &str, class: &str, said: &Said) {
        self.within(tag, class, said);
        self.text.push('\n');
    }

    fn item(&mut self, item: &Item) {
        self.text.push_str(&format!(
            "<article class=\"d-item\" id=\"{}\">\n",
            item.anchor
        ));
        let number = attribute(&item.number);
        self.text.push_str(&format!(
            "<p class=\"d-number\"><bdi>{number}</bdi></p>\n<div>\n"
        ));
        for phrase in &item.text.0 {
            self.phrase(phrase, "p", "d-text");
            self.text.push('\n');
        }
        for said in &item.details {
            for phrase in &said.0 {
                self.phrase(phrase, "p", "d-detail");
                self.text.push('\n');
            }
        }
        self.text.push_str("</div>\n</article>\n");
    }

    fn table(&mut self, table: &Table) {
        self.text.push_str("<table class=\"d-grid\">\n");
        self.within("caption", "", &table.caption);
        self.text.push_str("\n<thead><tr>");
        for (said, class) in table.head.iter().zip(classes(&table.widths)) {
            self.cell("th", &format!(" scope=\"col\" class=\"{class}\""), said);
        }
        self.text.push_str("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.text.push_str("<tr>");
            for (at, said) in row.iter().enumerate() {
                match at {
                    0 => self.cell("th", " scope=\"row\"", said),
                    _ => self.cell("td", "", said),
                }
            }
            self.text.push_str("</tr>\n");
        }
        self.text.push_str("</tbody>\n</table>\n");
    }

    fn cell(&mut self, tag: &str, attributes: &str, said: &Said) {
        self.text.push_str(&format!("<{tag}{attributes}>"));
        for phrase in &said.0 {
            self.phrase(phrase, "div", "");
        }
        self.text.push_str(&format!("</{tag}>"));
    }

    /// All languages in one element, each in a block of its own where they are several.
    fn within(&mut self, tag: &str, class: &str, said: &Said) {
        match said.0.as_slice() {
            [phrase] => self.phrase(phrase, tag, class),
            several => {
                self.text.push_str(&format!("<{tag}{}>", classed(class)));
                for phrase in several {
                    self.phrase(phrase, "span", "d-language");
                }
                self.text.push_str(&format!("</{tag}>"));
            }
        }
    }

    fn phrase(&mut self, phrase: &Phrase, tag: &str, class: &str) {
        let (lang, class) = (self.language(&phrase.lang), classed(class));
        self.text.push_str(&format!("<{tag}{class}{lang}>"));
        for run in &phrase.runs {
            let (tag, lang) = match (run.strong, run.apart, &run.lang) {
                (true, ..) => ("b", String::new()),
                (_, _, Some(lang)) => ("bdi", spoken(lang)),
                (_, true, None) => ("bdi", String::new()),
                _ => ("", String::new()),
            };
            let text = content(&run.text);
            match tag {
                "" => self.text.push_str(&text),
                tag => self.text.push_str(&format!("<{tag}{lang}>{text}</{tag}>")),
            }
        }
        self.text.push_str(&format!("</{tag}>"));
    }

    /// Language and direction, where they are not those of the document.
    fn language(&self, lang: &str) -> String {
        match lang == self.lang || lang.is_empty() {
            true => String::new(),
            false => spoken(lang),
        }
    }
}

fn spoken(lang: &str) -> String {
    let direction = direction_of(lang).as_str();
    format!(" lang=\"{}\" dir=\"{direction}\"", attribute(lang))
}

fn classed(class: &str) -> String {
    match class {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    }
}

/// Classes for the widths of columns, in twentieths: a style attribute would be against the policy.
fn classes(widths: &[u16]) -> Vec<String> {
    let sum = widths
        .iter()
        .fold(0_u32, |sum, width| sum.saturating_add(u32::from(*width)))
        .max(1);
    let parts = widths.iter().map(|width| {
        let part = u32::from(*width).saturating_mul(20).saturating_add(sum / 2);
        format!("d-w{}", part.checked_div(sum).unwrap_or(1).max(1))
    });
    parts.collect()
}

/// Text between tags.
fn content(text: &str) -> String {
    attribute(text).replace('\n', "<br>")
}

/// Text with everything escaped that could end an attribute or begin a tag.
fn attribute(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '"' => shown.push_str("&quot;"),
            '\'' => shown.push_str("&#39;"),
            _ => shown.push(letter),
        }
    }
    shown
}
