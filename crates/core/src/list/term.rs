//! From what a list writes in a cell to the terms it means.

use crate::text::parse_digits;
use crate::vocabulary::{SchemeId, Vocabulary};

/// The terms of `scheme` in `value`, and the parts that are none. A cell may hold several terms, separated by `;`, `|`, `؛`
/// or line ends; commas and slashes separate too, but only where they are not part of a label.
pub(super) fn terms(
    value: &str,
    scheme: SchemeId,
    vocabulary: &Vocabulary,
) -> (Vec<String>, Vec<String>) {
    let term = |part: &str| {
        let term = vocabulary.find_by_label(part.trim(), Some(scheme));
        term.map(|term| term.id.to_string())
    };
    let mut found = Vec::new();
    let mut unknown = Vec::new();
    if let Some(id) = term(value) {
        return (vec![id], unknown);
    }
    for part in parts(value, &[';', '|', '؛', '\n']) {
        if let Some(id) = term(part) {
            found.push(id);
            continue;
        }
        let smaller = if scheme == SchemeId::SdgTargets {
            numbers(part)
        } else {
            names(part)
        };
        let smaller: Vec<_> = smaller
            .into_iter()
            .map(|part| (term(&part), part))
            .collect();
        if smaller.iter().all(|(id, _)| id.is_none()) {
            unknown.push(part.to_owned());
            continue;
        }
        for (id, part) in smaller {
            match id {
                Some(id) => found.push(id),
                None => unknown.push(part),
            }
        }
    }
    (found, unknown)
}

fn parts<'a>(value: &'a str, separators: &'static [char]) -> impl Iterator<Item = &'a str> {
    value
        .split(separators)
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

fn names(value: &str) -> Vec<String> {
    parts(value, &[',', '،', '/', '&', '+'])
        .map(str::to_owned)
        .collect()
}

/// The numbers like `8.7` in "SDG 8.7, 16.2" or "Target ۸.۷: forced labour".
fn numbers(value: &str) -> Vec<String> {
    let words = value.split(|letter: char| !letter.is_numeric() && letter != '.');
    let number = |word: &str| {
        let (goal, target) = word.trim_matches('.').split_once('.')?;
        Some(format!("{}.{}", parse_digits(goal)?, parse_digits(target)?))
    };
    words.filter_map(number).collect()
}

/// The day that `value` names, as `YYYY-MM-DD`: written year, month, day with `-`, `/` or `.`, in any digits. Other orders
/// are not read: 5/6 is May to some and June to others.
pub(super) fn date(value: &str) -> Option<String> {
    let mut parts = value
        .trim()
        .split(['-', '/', '.'])
        .map(|part| (part.chars().count(), parse_digits(part)));
    let (4, Some(year)) = parts.next()? else {
        return None;
    };
    let (1 | 2, Some(month)) = parts.next()? else {
        return None;
    };
    let (1 | 2, Some(day)) = parts.next()? else {
        return None;
    };
    let leap = year.checked_rem(4) == Some(0)
        && (year.checked_rem(100) != Some(0) || year.checked_rem(400) == Some(0));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    let good = parts.next().is_none() && year > 0 && (1..=days).contains(&day);
    good.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let table = [
            ("2027-05-31", Some("2027-05-31")),
            (" ۲۰۲۷-۵-۳ ", Some("2027-05-03")),
            ("2028/02/29", Some("2028-02-29")),
            ("2027-02-29", None),
            ("2100-02-29", None),
            ("2000-02-29", Some("2000-02-29")),
            ("2027-13-01", None),
            ("2027-00-10", None),
            ("2027-01-00", None),
            ("2027-01-01T00:00", None),
            ("2027-+1-01", Some("2027-01-01")),
            ("31.12.2027", None),
            ("27-01-01", None),
            ("2027-01", None),
            ("-027-01-01", None),
            ("", None),
        ];
        for (value, day) in table {
            assert_eq!(date(value).as_deref(), day, "{value:?}");
        }
    }

    #[test]
    fn cells() {
        use SchemeId::*;
        let table: [(&str, SchemeId, &[&str], &[&str]); 15] = [
            (
                "police-provincial; fia",
                Addressees,
                &["police-provincial", "fia"],
                &[],
            ),
            (
                "Police | FIA|عدلیہ",
                Addressees,
                &["police-provincial", "fia", "judiciary"],
                &[],
            ),
            (
                "پولیس، ایف آئی اے",
                Addressees,
                &["police-provincial", "fia"],
                &[],
            ),
            (
                "Police/FIA, the moon",
                Addressees,
                &["police-provincial", "fia"],
                &["the moon"],
            ),
            (
                "Employers, chambers, kiln owners",
                Addressees,
                &["employers-business"],
                &[],
            ),
            (
                "the sun, the moon; fia",
                Addressees,
                &["fia"],
                &["the sun, the moon"],
            ),
            (
                "SDG 8.7; Target 16.2: children",
                SdgTargets,
                &["8.7", "16.2"],
                &[],
            ),
            ("۸.۷", SdgTargets, &["8.7"], &[]),
            (
                "8.7, 16.2 and 99.9",
                SdgTargets,
                &["8.7", "16.2"],
                &["99.9"],
            ),
            ("8.7.1", SdgTargets, &[], &["8.7.1"]),
            ("5.1", SdgTargets, &[], &["5.1"]),
            ("8.7", Addressees, &[], &["8.7"]),
            ("TIP & SOM", Issues, &["tip-som"], &[]),
            ("Trafficking in persons; SOM", Issues, &["tip", "som"], &[]),
            (" ; ", Addressees, &[], &[]),
        ];
        for (value, scheme, found, unknown) in table {
            let (ids, rest) = terms(value, scheme, Vocabulary::standard());
            assert_eq!(
                (ids, rest),
                (
                    found.iter().map(|id| id.to_string()).collect(),
                    unknown.iter().map(|part| part.to_string()).collect()
                ),
                "{value:?}"
            );
        }
    }
}
