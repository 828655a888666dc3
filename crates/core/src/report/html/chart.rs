//! Charts as tables one can see: a bar beside each number, or a shade behind it. Black and white is enough, and whoever
//! does not see them reads the same table.

use super::super::outline::Chart;
use super::Writer;

impl Writer {
    pub(super) fn chart(&mut self, chart: &Chart) {
        let grid = chart.columns.len() > 1;
        let class = if grid { "d-shades" } else { "d-bars" };
        self.text
            .push_str(&format!("<table class=\"d-grid {class}\">\n"));
        self.within("caption", "", &chart.caption);
        self.text.push_str("\n<thead><tr>");
        for said in std::iter::once(&chart.corner).chain(&chart.columns) {
            self.cell("th", " scope=\"col\"", said);
        }
        self.text.push_str("</tr></thead>\n<tbody>\n");
        for (name, numbers) in &chart.rows {
            self.text.push_str("<tr>");
            self.cell("th", " scope=\"row\"", name);
            for number in numbers {
                let text = match grid {
                    true => format!(
                        "<td class=\"d-s{}\">{number}</td>",
                        shade(*number, chart.most())
                    ),
                    false => bar(*number, chart.most()),
                };
                self.text.push_str(&text);
            }
            self.text.push_str("</tr>\n");
        }
        self.text.push_str("</tbody>\n</table>\n");
    }
}

/// A bar of at most 100 units, at least 1 where there is something to count.
fn bar(number: usize, most: usize) -> String {
    let width = number.saturating_mul(100).checked_div(most).unwrap_or(0);
    let width = width.max(usize::from(number > 0));
    format!(
        "<td><svg class=\"d-bar\" aria-hidden=\"true\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\">\
         <rect width=\"{width}\" height=\"8\"/></svg><bdi>{number}</bdi></td>"
    )
}

/// One of five shades, from nothing to the most; the darkest is light enough for black letters.
pub(in crate::report) fn shade(number: usize, most: usize) -> usize {
    number.saturating_mul(4).div_ceil(most.max(1)).min(4)
}
