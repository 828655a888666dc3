//! What two texts say differently, word by word: for showing two versions side by side.

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its words, with the space behind them.
    pub text: &'a str,
    /// The other text does not say this here.
    pub differs: bool,
}

/// Above so many comparisons the middle of both texts differs as a whole.
const MOST: usize = 1_000_000;

/// The pieces of two texts, each text whole: alike are the words of a longest common subsequence.
pub fn differing<'a>(one: &'a str, other: &'a str) -> [Vec<Piece<'a>>; 2] {
    let a: Vec<&str> = one.split_inclusive(char::is_whitespace).collect();
    let b: Vec<&str> = other.split_inclusive(char::is_whitespace).collect();
    let ahead = alike(a.iter().zip(&b));
    let (left, right) = (rest(&a, ahead), rest(&b, ahead));
    let behind = alike(left.iter().rev().zip(right.iter().rev()));
    let (left, right) = (but(left, behind), but(right, behind));
    let (kept_left, kept_right) = common(left, right);
    [
        pieces(one, &a, ahead, &kept_left),
        pieces(other, &b, ahead, &kept_right),
    ]
}

fn same(one: &str, other: &str) -> bool {
    one.trim_end() == other.trim_end()
}

fn alike<'a>(pairs: impl Iterator<Item = (&'a &'a str, &'a &'a str)>) -> usize {
    pairs.take_while(|(one, other)| same(one, other)).count()
}

fn rest<'a, 'b>(words: &'b [&'a str], from: usize) -> &'b [&'a str] {
    words.get(from..).unwrap_or_default()
}

fn but<'a, 'b>(words: &'b [&'a str], last: usize) -> &'b [&'a str] {
    words
        .get(..words.len().saturating_sub(last))
        .unwrap_or_default()
}

/// Which words of each are in a longest common subsequence.
fn common(a: &[&str], b: &[&str]) -> (Vec<bool>, Vec<bool>) {
    let mut kept = (vec![false; a.len()], vec![false; b.len()]);
    if a.len().saturating_mul(b.len()) > MOST {
        return kept;
    }
    // Row n from the end: how many words the last n of `a` share with those of `b` from a place on.
    let mut table: Vec<Vec<u32>> = vec![vec![0; b.len().saturating_add(1)]];
    for word in a.iter().rev() {
        let below = table.last().map_or(&[][..], Vec::as_slice);
        let mut row = vec![0_u32; below.len()];
        for (place, other) in b.iter().enumerate().rev() {
            let next = place.saturating_add(1);
            let best = match same(word, other) {
                true => at(below, next).saturating_add(1),
                false => at(below, place).max(at(&row, next)),
            };
            if let Some(held) = row.get_mut(place) {
                *held = best;
            }
        }
        table.push(row);
    }
    let (mut x, mut y) = (0_usize, 0_usize);
    while let (Some(one), Some(other)) = (a.get(x), b.get(y)) {
        let shared = |x: usize, y: usize| {
            let row = table.get(a.len().saturating_sub(x));
            row.map_or(0, |row| at(row, y))
        };
        let (next_x, next_y) = (x.saturating_add(1), y.saturating_add(1));
        if same(one, other) {
            let both = [kept.0.get_mut(x), kept.1.get_mut(y)];
            both.into_iter().flatten().for_each(|kept| *kept = true);
            (x, y) = (next_x, next_y);
        } else if shared(next_x, y) >= shared(x, next_y) {
            x = next_x;
        } else {
            y = next_y;
        }
    }
    kept
}

fn at(row: &[u32], place: usize) -> u32 {
    row.get(place).copied().unwrap_or_default()
}

/// The words as pieces; those before and behind what was compared are alike.
fn pieces<'a>(text: &'a str, words: &[&'a str], ahead: usize, kept: &[bool]) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let (mut begin, mut end) = (0_usize, 0_usize);
    let mut differs = false;
    for (place, word) in words.iter().enumerate() {
        let middle = place.checked_sub(ahead).and_then(|place| kept.get(place));
        let now = middle.is_some_and(|kept| !kept);
        if now != differs {
            pieces.extend(piece(text, begin, end, differs));
            (begin, differs) = (end, now);
        }
        end = end.saturating_add(word.len());
    }
    pieces.extend(piece(text, begin, end, differs));
    pieces
}

fn piece(text: &str, begin: usize, end: usize, differs: bool) -> Option<Piece<'_>> {
    let text = text.get(begin..end).filter(|text| !text.is_empty())?;
    Some(Piece { text, differs })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(pieces: &[Piece<'_>]) -> String {
        let told = pieces.iter().map(|piece| match piece.differs {
            true => format!("[{}]", piece.text),
            false => piece.text.to_owned(),
        });
        told.collect()
    }

    #[test]
    fn words_that_differ_are_marked_in_both_scripts() {
        let [a, b] = differing("sign within 60 days.", "sign it within 120 days.");
        assert_eq!(marked(&a), "sign within [60 ]days.");
        assert_eq!(marked(&b), "sign [it ]within [120 ]days.");
        let [a, b] = differing("پولیس سیل قائم کرے۔", "ہر ضلع کی پولیس سیل قائم کرے۔");
        assert_eq!(marked(&a), "پولیس سیل قائم کرے۔");
        assert_eq!(marked(&b), "[ہر ضلع کی ]پولیس سیل قائم کرے۔");
        let [a, b] = differing("", "new");
        assert_eq!((marked(&a), marked(&b)), (String::new(), "[new]".into()));
    }

    proptest! {
        #[test]
        fn pieces_make_the_text_again_and_what_is_alike_is_alike(
            a in "[ab \n]{0,40}", b in "[ab \n]{0,40}",
        ) {
            let [one, other] = differing(&a, &b);
            let whole = |pieces: &[Piece<'_>]| pieces.iter().map(|piece| piece.text).collect::<String>();
            prop_assert_eq!(whole(&one), a.as_str());
            prop_assert_eq!(whole(&other), b.as_str());
            let alike = |pieces: &[Piece<'_>]| {
                let alike = pieces.iter().filter(|piece| !piece.differs);
                let words = alike.flat_map(|piece| piece.text.split_inclusive(char::is_whitespace));
                words.map(|word| word.trim_end().to_owned()).collect::<Vec<_>>()
            };
            prop_assert_eq!(alike(&one), alike(&other));
            let [same, _] = differing(&a, &a);
            prop_assert!(same.iter().all(|piece| !piece.differs));
        }
    }
}
