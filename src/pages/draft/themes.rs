//! What it is about: the main groups in sight, the themes of a group once it is chosen, and which one is the main theme.

use std::collections::BTreeSet;

use leptos::prelude::*;
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::sorted;
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::{SchemeId, Vocabulary};

use super::desk::{Desk, desk};
use super::editor::Clash;
use crate::ui::{Check, Choices, Pick, Shown, all, each, memo, view};

/// A main group of themes and what is below it.
#[derive(Clone, PartialEq)]
struct Branch {
    term: String,
    below: Vec<String>,
}

fn branches(vocabulary: &Vocabulary) -> Vec<Branch> {
    let tops = vocabulary
        .terms(SchemeId::Themes)
        .filter(|term| term.broader.is_none() && !term.deprecated);
    let below = |top: &str| {
        let within = |id: &str| id != top && vocabulary.is_within(id, top);
        let terms = vocabulary
            .terms(SchemeId::Themes)
            .filter(|term| !term.deprecated && within(&term.id));
        terms.map(|term| term.id.to_string()).collect()
    };
    tops.map(|top| Branch {
        term: top.id.to_string(),
        below: below(&top.id),
    })
    .collect()
}

#[component]
pub(super) fn Themes(item: Memo<ItemId>, rec: Memo<Recommendation>) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let chosen = memo(move || rec.with(|rec| rec.themes.clone()));
    let main = memo(move || rec.with(|rec| rec.theme.clone()));
    let tops = memo(move || desk.session.read(|book| branches(&book.vocabulary)));
    let open = move || {
        let chosen = chosen.get();
        let is_open = |branch: &Branch| {
            chosen.contains(&branch.term) || branch.below.iter().any(|term| chosen.contains(term))
        };
        tops.with(|tops| {
            let open = tops
                .iter()
                .filter(|branch| is_open(branch) && !branch.below.is_empty());
            open.map(|branch| branch.term.clone())
                .collect::<Vec<String>>()
        })
    };
    view! {
        <Choices legend=words.label("themes")>
            {all(move || tops.get(), move |branch: Branch| {
                let label = branch.term.clone();
                let (tested, changed) = (branch.clone(), branch);
                let checked = Signal::derive(move || chosen.with(|chosen| {
                    chosen.contains(&tested.term) || tested.below.iter().any(|term| chosen.contains(term))
                }));
                view! {
                    <Check label=Signal::derive(move || desk.label(&label)) checked
                        change=Callback::new(move |on| write(desk, item.get_untracked(), &Change::Branch(changed.clone(), on)))/>
                }
            })}
        </Choices>
        {each(open, move |top: String| {
            let found = tops.with_untracked(|tops| tops.iter().find(|branch| branch.term == top).cloned());
            let branch = found.unwrap_or_else(|| Branch { term: top, below: Vec::new() });
            let label = branch.term.clone();
            let top = branch.clone();
            view! {
                <fieldset class="choices below">
                    <legend>{move || desk.label(&label)}</legend>
                    <div class="chips">
                        {branch.below.into_iter().map(|term| {
                            let (label, tested, top) = (term.clone(), term.clone(), top.clone());
                            view! {
                                <Check label=Signal::derive(move || desk.label(&label))
                                    checked=Signal::derive(move || chosen.with(|chosen| chosen.contains(&tested)))
                                    change=Callback::new(move |on| {
                                        write(desk, item.get_untracked(), &Change::Below(top.clone(), term.clone(), on));
                                    })/>
                            }
                        }).collect_view()}
                    </div>
                </fieldset>
            }
        })}
        <Shown when=move || chosen.with(|chosen| chosen.len() > 1)>
            <Choices legend=words.label("theme-main")>
                {each(move || chosen.with(|chosen| chosen.iter().cloned().collect()), move |term: String| {
                    let (label, tested) = (term.clone(), term.clone());
                    view! {
                        <Pick name="theme".into() label=Signal::derive(move || desk.label(&label))
                            checked=Signal::derive(move || main.with(|main| main.as_ref() == Some(&tested)))
                            choose=Callback::new(move |()| desk.set_term(item.get_untracked(), "theme", Some(&term)))/>
                    }
                })}
            </Choices>
        </Shown>
        <Clash rec field="theme"/>
    }
}

/// What a person did to the themes.
enum Change {
    /// A main group was chosen, or taken back with all below it.
    Branch(Branch, bool),
    /// A theme of a main group was chosen, or taken back.
    Below(Branch, String, bool),
}

fn write(desk: Desk, item: ItemId, change: &Change) {
    desk.act(item, |act, book| {
        let themes = book.workbook.entries(item, "themes");
        let before = sorted::set(themes.into_iter().map(str::to_owned));
        let (after, main) = changed(&before, book.workbook.text(item, "theme"), change);
        let value = if after.is_empty() {
            Value::None
        } else {
            Value::set(after.iter().map(String::as_str))
        };
        act.set(&book.workbook, item, "themes", value);
        act.set(
            &book.workbook,
            item,
            "theme",
            main.as_deref().map_or(Value::None, Value::text),
        );
    });
}

/// The themes and the main one after a change: a narrower theme takes the place of its group, and a group comes back when
/// its last narrower theme goes. The only theme is the main one; of several, a person says which.
fn changed(
    before: &BTreeSet<String>,
    main: Option<&str>,
    change: &Change,
) -> (BTreeSet<String>, Option<String>) {
    let mut after = before.clone();
    match change {
        Change::Branch(branch, true) => {
            after.insert(branch.term.clone());
        }
        Change::Branch(branch, false) => {
            after.retain(|term| *term != branch.term && !branch.below.contains(term))
        }
        Change::Below(branch, term, true) => {
            after.remove(&branch.term);
            after.insert(term.clone());
        }
        Change::Below(branch, term, false) => {
            after.remove(term);
            if !branch.below.iter().any(|other| after.contains(other)) {
                after.insert(branch.term.clone());
            }
        }
    }
    let stays = main.filter(|main| after.contains(*main)).map(str::to_owned);
    let follows = || match (change, main) {
        (Change::Below(branch, term, true), Some(main)) if main == branch.term => {
            Some(term.clone())
        }
        _ => None,
    };
    let only = || {
        if after.len() == 1 {
            after.first().cloned()
        } else {
            None
        }
    };
    let main = stays.or_else(follows).or_else(only);
    (after, main)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(terms: &[&str]) -> BTreeSet<String> {
        terms.iter().map(|term| (*term).to_owned()).collect()
    }

    fn prevention() -> Branch {
        Branch {
            term: "prevention".into(),
            below: vec!["awareness".into(), "skills".into()],
        }
    }

    #[test]
    fn the_first_theme_is_the_main_one_and_a_narrower_one_takes_its_place() {
        let (one, main) = changed(&set(&[]), None, &Change::Branch(prevention(), true));
        assert_eq!(
            (one.clone(), main.as_deref()),
            (set(&["prevention"]), Some("prevention"))
        );
        let (two, main) = changed(
            &one,
            main.as_deref(),
            &Change::Below(prevention(), "skills".into(), true),
        );
        assert_eq!(
            (two.clone(), main.as_deref()),
            (set(&["skills"]), Some("skills"))
        );
        let (three, main) = changed(
            &two,
            main.as_deref(),
            &Change::Below(prevention(), "awareness".into(), true),
        );
        assert_eq!(
            (three.clone(), main.as_deref()),
            (set(&["awareness", "skills"]), Some("skills"))
        );
        let (four, main) = changed(
            &three,
            main.as_deref(),
            &Change::Below(prevention(), "skills".into(), false),
        );
        assert_eq!(
            (four.clone(), main.as_deref()),
            (set(&["awareness"]), Some("awareness"))
        );
        let (five, main) = changed(
            &four,
            main.as_deref(),
            &Change::Below(prevention(), "awareness".into(), false),
        );
        assert_eq!(
            (five.clone(), main.as_deref()),
            (set(&["prevention"]), Some("prevention"))
        );
        let (none, main) = changed(&five, main.as_deref(), &Change::Branch(prevention(), false));
        assert_eq!((none, main), (set(&[]), None));
    }

    #[test]
    fn of_several_themes_a_person_says_which_is_the_main_one() {
        let held = set(&["awareness", "shelter"]);
        let (_, main) = changed(
            &held,
            None,
            &Change::Below(prevention(), "skills".into(), true),
        );
        assert_eq!(main, None);
        let (_, main) = changed(
            &held,
            Some("awareness"),
            &Change::Branch(prevention(), false),
        );
        assert_eq!(main.as_deref(), Some("shelter"), "the only one left");
    }
}
