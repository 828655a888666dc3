//! What changed between two texts, word by word.

/// A stretch of words of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It stands in both.
    Same(String),
    /// Only the earlier text has it.
    Removed(String),
    /// Only the later text has it.
    Added(String),
}

/// More pairs of words than this are not compared: what stands between equal ends is then one change.
const MOST: usize = 1 << 20;

/// The stretches in order; their words make up both texts again, with the spaces of the later one. What is removed stands
/// before what is added in its place. Source: the longest common subsequence of words.
pub fn difference(before: &str, after: &str) -> Vec<Difference> {
    let (before, after) = (pieces(before), pieces(after));
    let start = common(before.iter(), after.iter());
    let (_, before) = before.split_at_checked(start).unwrap_or_default();
    let (head, after) = after.split_at_checked(start).unwrap_or_default();
    let end = common(before.iter().rev(), after.iter().rev());
    let (before, _) = before
        .split_at_checked(before.len().saturating_sub(end))
        .unwrap_or_default();
    let (after, tail) = after
        .split_at_checked(after.len().saturating_sub(end))
        .unwrap_or_default();
    let mut found = Found::default();
    head.iter().for_each(|piece| found.same(piece));
    middle(&mut found, before, after);
    tail.iter().for_each(|piece| found.same(piece));
    found.finish()
}

/// Words, each with the spaces behind it.
fn pieces(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// Whether two pieces are one word: at the end of a text there is no space behind it.
fn alike(a: &str, b: &str) -> bool {
    a.trim_end() == b.trim_end()
}

fn common<'a>(
    before: impl Iterator<Item = &'a &'a str>,
    after: impl Iterator<Item = &'a &'a str>,
) -> usize {
    before.zip(after).take_while(|(a, b)| alike(a, b)).count()
}

fn middle(found: &mut Found, before: &[&str], after: &[&str]) {
    let width = after.len().saturating_add(1);
    let cells = before.len().saturating_add(1).saturating_mul(width);
    if cells > MOST {
        before.iter().for_each(|piece| found.removed(piece));
        after.iter().for_each(|piece| found.added(piece));
        return;
    }
    // By row and column, how many words the rests behind them have in common at most.
    let mut rests = vec![0_u32; cells];
    let at = |row: usize, column: usize| row.saturating_mul(width).saturating_add(column);
    for (row, a) in before.iter().enumerate().rev() {
        for (column, b) in after.iter().enumerate().rev() {
            let rest = |row, column| rests.get(at(row, column)).copied().unwrap_or(0);
            let (below, beside) = (row.saturating_add(1), column.saturating_add(1));
            let most = match alike(a, b) {
                true => rest(below, beside).saturating_add(1),
                false => rest(below, column).max(rest(row, beside)),
            };
            if let Some(cell) = rests.get_mut(at(row, column)) {
                *cell = most;
            }
        }
    }
    let (mut row, mut column) = (0_usize, 0_usize);
    loop {
        let rest = |row, column| rests.get(at(row, column)).copied().unwrap_or(0);
        let (below, beside) = (row.saturating_add(1), column.saturating_add(1));
        match (before.get(row), after.get(column)) {
            (Some(a), Some(b)) if alike(a, b) => {
                found.same(b);
                (row, column) = (below, beside);
            }
            (Some(a), Some(_)) if rest(below, column) >= rest(row, beside) => {
                found.removed(a);
                row = below;
            }
            (_, Some(b)) => {
                found.added(b);
                column = beside;
            }
            (Some(a), None) => {
                found.removed(a);
                row = below;
            }
            (None, None) => break,
        }
    }
}

/// Stretches as they grow.
#[derive(Default)]
struct Found {
    all: Vec<Difference>,
    removed: String,
    added: String,
}

impl Found {
    fn removed(&mut self, piece: &str) {
        self.removed.push_str(piece);
    }

    fn added(&mut self, piece: &str) {
        self.added.push_str(piece);
    }

    fn same(&mut self, piece: &str) {
        self.settle();
        match self.all.last_mut() {
            Some(Difference::Same(text)) => text.push_str(piece),
            _ => self.all.push(Difference::Same(piece.to_owned())),
        }
    }

    fn settle(&mut self) {
        for (text, make) in [
            (
                &mut self.removed,
                Difference::Removed as fn(String) -> Difference,
            ),
            (&mut self.added, Difference::Added),
        ] {
            if !text.is_empty() {
                self.all.push(make(std::mem::take(text)));
            }
        }
    }

    fn finish(mut self) -> Vec<Difference> {
        self.settle();
        self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> String {
        let parts = difference(before, after);
        let parts = parts.into_iter().map(|part| match part {
            Difference::Same(text) => text,
            Difference::Removed(text) => format!("[-{text}]"),
            Difference::Added(text) => format!("[+{text}]"),
        });
        parts.collect()
    }

    #[test]
    fn words_that_changed_are_told_and_the_rest_stays() {
        for (before, after, expected) in [
            ("", "", ""),
            ("one", "one", "one"),
            ("", "new words", "[+new words]"),
            ("old words", "", "[-old words]"),
            (
                "once a year",
                "once a year at least",
                "once a year [+at least]",
            ),
            (
                "Police should train.",
                "Police must train at once.",
                "Police [-should train.][+must train at once.]",
            ),
            (
                "FIA trains officers in May",
                "FIA trains all officers in June",
                "FIA trains [+all ]officers in [-May][+June]",
            ),
            (
                "پولیس تربیت دے۔",
                "پولیس فوراً تربیت دے۔",
                "پولیس [+فوراً ]تربیت دے۔",
            ),
        ] {
            assert_eq!(told(before, after), expected);
        }
    }

    #[test]
    fn the_later_text_is_what_stands_and_what_was_added() {
        let words = ["a ", "b ", "c ", "d ", "e\n"];
        let mut seed = 7_u32;
        let mut draw = |most: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) % most
        };
        for _ in 0..500 {
            let mut text = |_| {
                let length = draw(12);
                (0..length)
                    .filter_map(|_| words.get(usize::try_from(draw(5)).ok()?).copied())
                    .collect::<String>()
            };
            let (before, after) = (text(0), text(1));
            let parts = difference(&before, &after);
            let side = |later: bool| -> String {
                let parts = parts.iter().filter_map(|part| match part {
                    Difference::Same(text) => Some(text),
                    Difference::Added(text) => later.then_some(text),
                    Difference::Removed(text) => (!later).then_some(text),
                });
                parts.map(String::as_str).collect()
            };
            assert_eq!((side(false), side(true)), (before, after));
        }
    }

    #[test]
    fn long_texts_are_compared_at_their_ends() {
        let (before, after) = ("x ".repeat(5_000), "y ".repeat(5_000));
        let parts = difference(&format!("a {before}z"), &format!("a {after}z"));
        assert_eq!(parts.len(), 4);
    }
}
