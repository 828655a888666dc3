//! What was recommended, counted by terms: data for charts.

use std::collections::{BTreeMap, BTreeSet};

use crate::sorted;
use crate::vocabulary::SchemeId;

use super::Source;
use super::final_list::Final;
use super::outline::{Chart, Said};
use super::section::Section;

/// How many recommendations carry each term of a field, the most first; `None` where none does.
pub(super) fn bars(source: &Source<'_>, field: &str, caption: &str, corner: &str) -> Option<Chart> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for term in source
        .list
        .items
        .iter()
        .flat_map(|item| item.tags.set(field))
    {
        let count = counts.entry(term).or_default();
        *count = count.saturating_add(1);
    }
    let mut rows: Vec<(&str, usize)> = counts.into_iter().collect();
    sorted::sort_by(&mut rows, |a, b| b.1.cmp(&a.1));
    let rows: Vec<(Said, Vec<usize>)> = rows
        .into_iter()
        .map(|(term, count)| (label(source, term), vec![count]))
        .collect();
    (!rows.is_empty()).then(|| Chart {
        caption: source.voices.fixed(caption),
        corner: source.voices.fixed(corner),
        columns: vec![source.voices.fixed("report-column-recommendations")],
        rows,
    })
}

/// How many recommendations of each section are about each theme, themes in the order of the vocabulary.
pub(super) fn grid(source: &Source<'_>) -> Option<Chart> {
    let themes = |item: &Final| -> BTreeSet<String> {
        let tags = &item.tags;
        tags.set("themes")
            .union(tags.set("theme"))
            .cloned()
            .collect()
    };
    let used: BTreeSet<String> = sorted::set(source.list.items.iter().flat_map(themes));
    let vocabulary = source.voices.vocabulary();
    let known = vocabulary
        .terms(SchemeId::Themes)
        .map(|term| term.id.as_ref());
    let mut order: Vec<&str> = known.filter(|id| used.contains(*id)).collect();
    let strange = used.iter().map(String::as_str);
    let strange: Vec<&str> = strange.filter(|id| !order.contains(id)).collect();
    order.extend(strange);
    let rows = order.iter().map(|theme| {
        let numbers = Section::ALL.map(|section| {
            let items = source.list.of_section(section);
            items.filter(|item| themes(item).contains(*theme)).count()
        });
        (label(source, theme), numbers.to_vec())
    });
    let rows: Vec<(Said, Vec<usize>)> = rows.collect();
    (!rows.is_empty()).then(|| Chart {
        caption: source.voices.fixed("report-grid"),
        corner: source.voices.fixed("report-row-theme"),
        columns: Section::ALL.map(|section| name(source, section)).to_vec(),
        rows,
    })
}

/// What a section is called.
pub(super) fn name(source: &Source<'_>, section: Section) -> Said {
    source
        .voices
        .fixed(&format!("report-section-{}", section.name()))
}

fn label(source: &Source<'_>, term: &str) -> Said {
    source.voices.terms(&[term.to_owned()])
}
