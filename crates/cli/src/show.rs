//! What a workbook holds, in numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use rapporteur_core::event::{Event, Group, events};
use rapporteur_core::file::Header;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::register::Register;
use rapporteur_core::workbook::Workbook;
use serde::Serialize;

use crate::check::findings;
use crate::files;
use crate::say::{Sentence, Voice};
use crate::{Outcome, Run, Show};

/// A finding with its sentence, as `--json` gives it.
#[derive(Serialize)]
pub(crate) struct Told {
    #[serde(flatten)]
    sentence: Sentence,
    text: String,
}

impl Told {
    /// The ids as they stand in the file are named, the sentence calls items as people do.
    pub(crate) fn of(
        sentence: Sentence,
        workbook: &Workbook,
        register: &Register,
        voice: &Voice,
    ) -> Self {
        let text = voice.sentence(&sentence.clone().calling(workbook, register));
        Self { sentence, text }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    format_version: u64,
    app: String,
    kind: &'static str,
    digest: String,
    intact: bool,
    counts: Counts,
    events: Vec<EventTold>,
    groups: Vec<GroupTold>,
    ungrouped: Tally,
    findings: Vec<Told>,
}

#[derive(Serialize)]
struct Counts {
    recommendations: usize,
    live: usize,
    withdrawn: usize,
    conflicts: usize,
    clashes: usize,
    edits: usize,
    sessions: usize,
}

#[derive(Serialize)]
struct EventTold {
    id: String,
    code: String,
    title: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct GroupTold {
    id: String,
    event: Option<String>,
    code: String,
    title: BTreeMap<String, String>,
    #[serde(flatten)]
    tally: Tally,
}

#[derive(Clone, Default, Serialize)]
struct Tally {
    recommendations: usize,
    live: usize,
    withdrawn: usize,
    conflicts: usize,
}

pub(crate) fn run(show: &Show, voice: &Voice) -> Run {
    let opened = files::open(&show.file).map_err(|stop| vec![stop])?;
    let mut workbook = Workbook::new();
    workbook.join(opened.edits.iter().cloned());
    let register = Register::of(&workbook);
    let found = findings(&opened, &workbook)
        .into_iter()
        .map(|finding| Told::of(finding, &workbook, &register, voice))
        .collect();
    let summary = Summary::of(&workbook, &register, &opened.header, opened.intact, found);
    let text = match show.json {
        true => serde_json::to_string_pretty(&summary).unwrap_or_default() + "\n",
        false => summary.in_words(voice),
    };
    crate::print(&text);
    for finding in summary.findings.iter().filter(|_| !show.json) {
        let named = [
            ("file", show.file.display().to_string()),
            ("text", finding.text.clone()),
        ];
        voice.warn(&Sentence::new("cli-finding", named));
    }
    Ok(Outcome::Clean)
}

impl Summary {
    fn of(
        workbook: &Workbook,
        register: &Register,
        header: &Header,
        intact: bool,
        findings: Vec<Told>,
    ) -> Self {
        let mut tallies: BTreeMap<Option<ItemId>, Tally> = BTreeMap::new();
        let mut all = Tally::default();
        let events = events(workbook);
        let groups = groups_of(workbook, &events);
        let shown: BTreeSet<ItemId> = groups.iter().map(|group| group.id).collect();
        for row in register.all().filter_map(|id| register.row(id)) {
            let group = row.group.filter(|id| shown.contains(id));
            tallies
                .entry(group)
                .or_default()
                .add(row.withdrawn, row.conflicts);
            all.add(row.withdrawn, row.conflicts);
        }
        let told = |group: Group| GroupTold {
            tally: tallies.get(&Some(group.id)).cloned().unwrap_or_default(),
            id: group.id.to_string(),
            event: group.event.map(|event| event.to_string()),
            code: group.code,
            title: group.titles,
        };
        Self {
            format_version: header.version,
            app: header.app.clone(),
            kind: header.kind.name(),
            digest: header.digest.clone(),
            intact,
            counts: Counts {
                recommendations: all.recommendations,
                live: all.live,
                withdrawn: all.withdrawn,
                conflicts: workbook.conflicts().count(),
                clashes: workbook.clashes().len(),
                edits: workbook.len(),
                sessions: workbook.sessions().count(),
            },
            groups: groups.into_iter().map(told).collect(),
            events: events.into_iter().map(EventTold::of).collect(),
            ungrouped: tallies.get(&None).cloned().unwrap_or_default(),
            findings,
        }
    }

    fn in_words(&self, voice: &Voice) -> String {
        let mut text = String::new();
        let mut line = |sentence: Sentence| {
            // Writing to a String cannot fail.
            writeln!(text, "{}", voice.sentence(&sentence)).ok();
        };
        for event in &self.events {
            let title = event.title.get(voice.lang()).or(event.title.get("en"));
            let title = title.or(event.title.values().next());
            let named = [event.code.as_str(), title.map_or("", String::as_str)];
            let title = named.map(str::trim).join(" ");
            line(match title.trim() {
                "" => Sentence::plain("cli-show-untitled"),
                title => Sentence::new("cli-show-title", [("title", title)]),
            });
        }
        let counts = [
            ("cli-show-recommendations", self.counts.recommendations),
            ("cli-show-live", self.counts.live),
            ("cli-show-withdrawn", self.counts.withdrawn),
            ("cli-show-conflicts", self.counts.conflicts),
            ("cli-show-edits", self.counts.edits),
        ];
        for (key, count) in counts {
            line(Sentence::plain(key).counting("count", count));
        }
        let tally = |sentence: Sentence, tally: &Tally| {
            sentence
                .counting("live", tally.live)
                .counting("withdrawn", tally.withdrawn)
                .counting("conflicts", tally.conflicts)
        };
        for group in &self.groups {
            let title = group.title.get(voice.lang()).or(group.title.get("en"));
            let title = title.or(group.title.values().next());
            let named = [
                ("code", group.code.clone()),
                ("title", title.cloned().unwrap_or_default()),
            ];
            line(tally(Sentence::new("cli-show-group", named), &group.tally));
        }
        if self.ungrouped.recommendations > 0 {
            line(tally(Sentence::plain("cli-show-no-group"), &self.ungrouped));
        }
        text
    }
}

/// The groups of all events, event by event: read once, however many events there are.
fn groups_of(workbook: &Workbook, events: &[Event]) -> Vec<Group> {
    let places: BTreeMap<ItemId, usize> = events.iter().map(|event| event.id).zip(0..).collect();
    let all = workbook
        .of_kind(Kind::GROUP)
        .map(|(id, _)| Group::read(workbook, id))
        .filter(|group| !group.withdrawn);
    let mut groups: Vec<(usize, Group)> = all
        .filter_map(|group| Some((*places.get(&group.event?)?, group)))
        .collect();
    groups.sort_by(|(a_place, a), (b_place, b)| {
        (a_place, &a.order, &a.code, a.id).cmp(&(b_place, &b.order, &b.code, b.id))
    });
    groups.into_iter().map(|(_, group)| group).collect()
}

impl EventTold {
    fn of(event: Event) -> Self {
        Self {
            id: event.id.to_string(),
            code: event.code,
            title: event.titles,
        }
    }
}

impl Tally {
    fn add(&mut self, withdrawn: bool, conflicts: usize) {
        self.recommendations += 1;
        self.live += usize::from(!withdrawn);
        self.withdrawn += usize::from(withdrawn);
        self.conflicts += conflicts;
    }
}
