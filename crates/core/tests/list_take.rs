//! Taking a plain list in: the same list is the same edits, on any laptop and any number of times.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeSet;

use rapporteur_core::command::{Pen, Taken, take_list};
use rapporteur_core::event::{Event, event_of_code, group_of_slug, groups};
use rapporteur_core::file::{FileKind, write};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::list::{List, ListGroup, ListItem, ListOptions, read_list};
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::register::Register;
use rapporteur_core::template::templates;
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;

const SAMPLE: &str = include_str!("../data/sample-workshop.json");

fn event() -> ItemId {
    event_of_code("NAT")
}

fn list(text: &str) -> List {
    read_list(
        text.as_bytes(),
        ListOptions::default(),
        Vocabulary::standard(),
    )
}

fn take(workbook: &mut Workbook, list: &List, session: u64) -> Taken {
    let mut pen = Pen::new(SessionId(session));
    let at = Some(i64::try_from(session).unwrap());
    let taken = take_list(workbook, event(), None, list, &mut pen, at);
    let joined = workbook.join(taken.edits().cloned());
    assert!(joined.clashes.is_empty());
    taken
}

fn bytes(workbook: &Workbook) -> Vec<u8> {
    write(workbook, FileKind::Workbook, "0")
}

fn recommendations(workbook: &Workbook) -> Vec<Recommendation> {
    let register = Register::of(workbook);
    register
        .all()
        .map(|id| Recommendation::read(workbook, id))
        .collect()
}

#[test]
fn the_sample_workshop_is_72_recommendations_in_8_groups() {
    let mut workbook = Workbook::new();
    let taken = take(&mut workbook, &list(SAMPLE), 1);
    assert_eq!((taken.new, taken.known, taken.groups.len()), (72, 0, 8));
    assert!(taken.groups.iter().all(|group| group.new == 9));
    let groups = groups(&workbook, event());
    let codes: Vec<&str> = groups.iter().map(|group| group.code.as_str()).collect();
    assert_eq!(codes, ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8"]);
    assert_eq!(
        groups[1].title("en"),
        "Police, FIA and border investigation"
    );
    let told = Event::read(&workbook, event());
    assert!(told.titles["ur"].starts_with("انسانی سوداگری"));
    assert_eq!((told.place.as_str(), told.dates.len()), ("Islamabad", 2));
    assert_eq!(workbook.conflicts().count(), 0);
    let all = recommendations(&workbook);
    let first = &all[0];
    assert_eq!(first.source, BTreeSet::from([String::from("d01")]));
    assert_eq!(first.lead.as_deref(), Some("parliament-federal"));
    assert_eq!(first.theme.as_deref(), Some("monitoring-accountability"));
    assert_eq!(first.addressees.len(), 2);
    assert_eq!(first.horizon.as_deref(), Some("medium"));
    assert!(
        first
            .indicator
            .as_ref()
            .unwrap()
            .text
            .starts_with("Rapporteur appointed")
    );
    let sources: Vec<&str> = all
        .iter()
        .flat_map(|rec| &rec.source)
        .map(String::as_str)
        .collect();
    assert_eq!(sources.len(), 72);
    assert!(sources.is_sorted(), "groups and items keep their order");
    let register = Register::of(&workbook);
    let numbers: BTreeSet<String> = register.all().map(|id| register.number(id)).collect();
    assert!(numbers.len() == 72 && numbers.contains("G8-09"));
}

#[test]
fn every_value_a_list_gives_has_the_shape_of_its_field() {
    let mut workbook = Workbook::new();
    take(&mut workbook, &list(SAMPLE), 1);
    let opened = rapporteur_core::file::read(&bytes(&workbook)).unwrap();
    assert_eq!(opened.findings, []);
}

#[test]
fn a_list_taken_in_twice_changes_nothing() {
    let mut workbook = Workbook::new();
    take(&mut workbook, &list(SAMPLE), 1);
    let before = bytes(&workbook);
    let again = take(&mut workbook, &list(SAMPLE), 2);
    assert_eq!(again.acts, Vec::<Vec<_>>::new());
    assert_eq!((again.new, again.known), (0, 72));
    assert_eq!(bytes(&workbook), before);
}

#[test]
fn two_laptops_write_the_same_edits_but_for_numbers() {
    let (mut one, mut two) = (Workbook::new(), Workbook::new());
    take(&mut one, &list(SAMPLE), 1);
    take(&mut two, &list(SAMPLE), 2);
    let written = |workbook: &Workbook, session: u64| {
        workbook
            .edits()
            .filter(|edit| edit.id.session != SessionId(session))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(written(&one, 1), written(&two, 2));
    assert!(written(&one, 1).iter().all(|edit| edit.at.is_none()));
    let own = one.edits().filter(|edit| edit.id.session == SessionId(1));
    let fields: BTreeSet<String> = own.map(|edit| edit.field.name().to_owned()).collect();
    assert_eq!(fields, ["number", "order"].map(String::from).into());
    let edits: Vec<_> = two.edits().cloned().collect();
    assert!(one.join_shared(edits).clashes.is_empty());
    assert_eq!(one.conflicts().count(), 0);
    assert_eq!(one.of_kind(Kind::REC).count(), 72);
}

#[test]
fn a_changed_row_of_a_newer_list_is_a_conflict_in_that_field_only() {
    let mut workbook = Workbook::new();
    take(&mut workbook, &list(SAMPLE), 1);
    let newer = SAMPLE.replacen("create by law", "set up by law", 1);
    assert_ne!(newer, SAMPLE);
    let taken = take(&mut workbook, &list(&newer), 2);
    assert_eq!((taken.new, taken.known), (0, 72));
    let conflicts: Vec<_> = workbook
        .conflicts()
        .map(|(_, field, values)| (field.name().to_owned(), values.len()))
        .collect();
    assert_eq!(conflicts, [(String::from("wording/en"), 2)]);
    assert_eq!(taken.acts.len(), 1, "only the group with the changed row");
    // And a row more is one recommendation more, numbered behind the others.
    let longer = SAMPLE.replacen(
        r#""recommendations": ["#,
        r#""recommendations": [{"id": "new", "group": "bg1-parliament", "text": "A new one."},"#,
        1,
    );
    let taken = take(&mut workbook, &list(&longer), 3);
    assert_eq!((taken.new, taken.known), (1, 72));
    let register = Register::of(&workbook);
    let group = group_of_slug(event(), "bg1-parliament");
    assert_eq!(register.next_serial(group), 11);
    assert_eq!(workbook.conflicts().count(), 1);
}

#[test]
fn what_people_changed_stays_when_the_list_comes_again() {
    let mut workbook = Workbook::new();
    take(&mut workbook, &list(SAMPLE), 1);
    let rec = recommendations(&workbook)[0].id;
    let mut pen = Pen::new(SessionId(5));
    let mut act = pen.act("typed", None);
    let reach = workbook.reach(rec, "wording/en");
    act.word(&workbook, rec, "en", "Better words.", reach);
    act.withdraw(&workbook, rec, true);
    workbook.join(act.finish());
    let before = bytes(&workbook);
    take(&mut workbook, &list(SAMPLE), 2);
    assert_eq!(bytes(&workbook), before);
    assert_eq!(
        Recommendation::read(&workbook, rec).wordings["en"],
        "Better words."
    );
}

#[test]
fn a_list_joins_the_groups_of_a_template_by_their_short_names() {
    let mut workbook = Workbook::new();
    workbook.join(templates()[0].defaults(event()));
    let taken = take(
        &mut workbook,
        &list("id,group,recommendation\n1,G2,FIA should sign.\n2,Media,Papers should write.\n"),
        1,
    );
    let here = groups(&workbook, event());
    assert_eq!(here.len(), 7);
    assert_eq!(taken.groups[0].group, here[1].id);
    assert_eq!(here[1].title("en"), "Police, FIA and investigation");
    assert_eq!(
        (here[6].title("en"), here[6].code.as_str()),
        ("Media", "G7")
    );
}

#[test]
fn lines_without_a_group_go_to_the_plenary_or_the_chosen_group() {
    let lines = list("Parliament should act.\nپولیس کو تربیت دی جائے۔\n");
    let mut workbook = Workbook::new();
    let taken = take(&mut workbook, &lines, 1);
    let here = groups(&workbook, event());
    assert_eq!(
        (here.len(), here[0].code.as_str(), here[0].title("en")),
        (1, "P", "Plenary")
    );
    assert_eq!(taken.groups[0].group, here[0].id);
    let langs: Vec<String> = recommendations(&workbook)
        .into_iter()
        .map(|rec| rec.original)
        .collect();
    assert_eq!(langs, ["en", "ur"]);
    let chosen = group_of_slug(event(), "g2");
    let mut pen = Pen::new(SessionId(2));
    let taken = take_list(&workbook, event(), Some(chosen), &lines, &mut pen, None);
    assert_eq!((taken.new, taken.groups[0].group), (2, chosen));
    assert!(
        taken.edits().all(|edit| edit.item.kind == Kind::REC),
        "a chosen group is there already"
    );
}

#[test]
fn a_translation_beside_its_original_is_up_to_date() {
    let text = r#"[{"id": "7", "text": "FIA should sign.", "lang": "en", "text_ur": "ایف آئی اے دستخط کرے۔",
        "dissent": ["Some disagree."]}]"#;
    let mut workbook = Workbook::new();
    take(&mut workbook, &list(text), 1);
    let rec = &recommendations(&workbook)[0];
    assert_eq!(rec.wordings.len(), 2);
    assert!(rec.out_of_date.is_empty());
    assert_eq!(rec.dissent.values().next().unwrap().text, "Some disagree.");
}

#[test]
fn groups_spelt_in_two_ways_are_one_and_no_row_is_written_over_another() {
    let item = |row: usize, id: Option<&str>, group: &str, text: &str| ListItem {
        row,
        id: id.map(str::to_owned),
        group: Some(group.to_owned()),
        text: text.to_owned(),
        lang: String::from("en"),
        ..ListItem::default()
    };
    let mut given = list("One.");
    given.groups = vec![ListGroup {
        id: String::from("g-media"),
        titles: [(String::from("en"), String::from("Media"))].into(),
    }];
    given.items = vec![
        item(1, Some("1"), "g-media", "First."),
        item(2, Some("1"), "G-Media ", "Second."),
        item(3, Some("1"), "media", "first"),
        item(4, Some("1"), "g-media", "FIRST!"),
    ];
    let mut workbook = Workbook::new();
    let taken = take(&mut workbook, &given, 1);
    assert_eq!(groups(&workbook, event()).len(), 1);
    let mut texts: Vec<String> = recommendations(&workbook)
        .into_iter()
        .map(|rec| rec.wordings["en"].clone())
        .collect();
    texts.sort();
    assert_eq!(texts, ["First.", "Second.", "first"]);
    assert_eq!((taken.new, taken.repeated), (3, vec![4]));
}

#[test]
fn what_the_workbook_says_of_the_event_is_left_alone() {
    let mut workbook = Workbook::new();
    let mut pen = Pen::new(SessionId(9));
    let mut act = pen.act("typed", None);
    act.set(&workbook, event(), "title/en", Value::text("Our title"));
    act.set(&workbook, event(), "place", Value::text("Lahore"));
    workbook.join(act.finish());
    take(&mut workbook, &list(SAMPLE), 1);
    let told = Event::read(&workbook, event());
    assert_eq!(
        (told.title("ur"), told.place.as_str()),
        ("Our title", "Lahore")
    );
    assert_eq!(told.dates.len(), 2);
}

#[test]
fn a_long_list_is_taken_in_at_once() {
    let lines: String = (0..10_000)
        .map(|at| format!("Body {at} should do thing {at}.\n"))
        .collect();
    let given = list(&lines);
    assert_eq!(given.items.len(), 10_000);
    let mut workbook = Workbook::new();
    assert_eq!(take(&mut workbook, &given, 1).new, 10_000);
    assert_eq!(take(&mut workbook, &given, 2).known, 10_000);
}
