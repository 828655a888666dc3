//! Joining files. It writes no edits of its own, so the same files give the same bytes in any order.
//!
//! Files are read ahead on all cores and joined in order: beside the result no more of them are held than there are
//! threads reading, and one waiting for each.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use rapporteur_core::edit::Edit;
use rapporteur_core::event::events;
use rapporteur_core::file::{Finding, Refusal};
use rapporteur_core::intake::{Condition, condition};
use rapporteur_core::register::Register;
use rapporteur_core::workbook::Workbook;

use crate::ahead::{in_order, threads};
use crate::files;
use crate::inputs::{self, Input};
use crate::progress::Progress;
use crate::receipt::{self, Received};
use crate::say::{Sentence, Voice};
use crate::{Merge, Outcome, Run};

/// A file as a thread has read it.
struct Arrived {
    edits: Vec<Arc<Edit>>,
    by_hand: Vec<Arc<Edit>>,
    findings: Vec<Finding>,
    condition: Condition,
    digest: String,
}

/// What the files brought, besides the workbook.
#[derive(Default)]
struct Brought {
    received: Vec<Received>,
    /// The first file of each digest, of those that are whole.
    firsts: BTreeMap<String, PathBuf>,
    findings: Vec<(PathBuf, Finding)>,
    passed_over: Vec<Sentence>,
    stops: Vec<Sentence>,
    damaged: usize,
    hand_edits: usize,
    hand_edits_left: bool,
}

pub(crate) fn run(merge: &Merge, voice: &Voice) -> Run {
    let mut found = inputs::find(&merge.files)?;
    if let Some(target) = &merge.receipt {
        receipt::check_target(target, &merge.output).map_err(|stop| vec![stop])?;
        // It stands among the files of a folder when the same is done again.
        found.retain(|input| input.named || !files::is_same(&input.path, target));
    }
    let (workbook, brought) = join(&found, merge.take_hand_edits);
    // A file left out unseen would be the worst result.
    if !brought.stops.is_empty() {
        let nothing_written = Sentence::plain("cli-nothing-written");
        return Err(brought.stops.into_iter().chain([nothing_written]).collect());
    }
    if brought.received.is_empty() {
        let passed_over = brought.passed_over.into_iter();
        return Err(passed_over
            .chain([Sentence::plain("cli-nothing-written")])
            .collect());
    }
    let register = Register::of(&workbook);
    for (path, finding) in &brought.findings {
        let sentence = Sentence::of(finding.message()).calling(&workbook, &register);
        voice.warn(&sentence.about(path));
    }
    for sentence in &brought.passed_over {
        voice.warn(sentence);
    }
    if brought.damaged > 0 {
        voice.warn(&Sentence::plain("cli-damaged").counting("count", brought.damaged));
    }
    if brought.hand_edits_left {
        voice.warn(&Sentence::plain("cli-hand-edits-left"));
    }
    files::put(&merge.output, &workbook, "cli-would-lose", voice).map_err(|stop| vec![stop])?;
    for received in &brought.received {
        if let Some(first) = &received.same_as {
            let named = [("first", first.display().to_string())];
            voice.tell(&Sentence::new("cli-same-file", named).about(&received.path));
        }
    }
    if brought.hand_edits > 0 {
        voice.tell(&Sentence::plain("cli-hand-edits-taken").counting("values", brought.hand_edits));
    }
    let events = events(&workbook);
    if events.len() > 1 {
        let codes: Vec<&str> = events
            .iter()
            .map(|event| event.title(voice.lang()))
            .collect();
        voice.tell(&Sentence::new(
            "cli-several-events",
            [("events", codes.join("; "))],
        ));
    }
    voice.tell(
        &Sentence::plain("cli-merged")
            .counting("files", brought.received.len())
            .counting("recommendations", register.len())
            .counting("conflicts", workbook.conflicts().count()),
    );
    if let Some(target) = &merge.receipt {
        receipt::write(target, merge, &workbook, &brought.received, voice)?;
    }
    let clean = brought.findings.is_empty() && brought.passed_over.is_empty();
    Ok(match clean {
        true => Outcome::Clean,
        false => Outcome::Findings,
    })
}

/// Reads and joins the files.
fn join(found: &[Input], take_hand_edits: bool) -> (Workbook, Brought) {
    let (mut workbook, mut brought) = (Workbook::new(), Brought::default());
    let mut progress = Progress::new(found.len());
    in_order(found, threads(), read, |input, arrived| {
        progress.step();
        match arrived {
            Ok(arrived) => brought.take(&mut workbook, input, arrived, take_hand_edits),
            // In a folder stands all kinds of things; what was named is wanted.
            Err(Stop::NotOurs(sentence)) if !input.named => brought.passed_over.push(sentence),
            Err(Stop::NotOurs(sentence) | Stop::Other(sentence)) => brought.stops.push(sentence),
        }
    });
    (workbook, brought)
}

/// Why nothing of a file can be taken.
enum Stop {
    /// It is whole, and no workbook.
    NotOurs(Sentence),
    Other(Sentence),
}

fn read(input: &Input) -> Result<Arrived, Stop> {
    let opened = files::open(&input.path).map_err(|sentence| {
        match sentence.key == Refusal::NotOurs.message().0 {
            true => Stop::NotOurs(sentence),
            false => Stop::Other(sentence),
        }
    })?;
    Ok(Arrived {
        condition: condition(&opened),
        edits: opened.edits.into_iter().map(Arc::new).collect(),
        by_hand: opened.by_hand.into_iter().map(Arc::new).collect(),
        findings: opened.findings,
        digest: opened.header.digest,
    })
}

impl Brought {
    fn take(&mut self, workbook: &mut Workbook, input: &Input, arrived: Arrived, by_hand: bool) {
        let path = || input.path.clone();
        let is_damaged = matches!(
            arrived.condition,
            Condition::CutOff { .. } | Condition::Damaged
        );
        self.damaged += usize::from(is_damaged);
        for finding in arrived.findings {
            let settled = matches!(finding, Finding::HandEdited { .. }) && by_hand;
            if !settled {
                self.findings.push((path(), finding));
            }
        }
        // What a file that is not whole says of itself is not true.
        let whole = arrived.condition == Condition::Whole;
        let same_as = match self.firsts.get(&arrived.digest).filter(|_| whole) {
            Some(first) => Some(first.clone()),
            None => {
                if whole {
                    self.firsts.insert(arrived.digest.clone(), path());
                }
                None
            }
        };
        workbook.join_shared(arrived.edits);
        if by_hand {
            self.hand_edits += arrived.by_hand.len();
            workbook.join_shared(arrived.by_hand);
        } else {
            self.hand_edits_left |= !arrived.by_hand.is_empty();
        }
        self.received.push(Received {
            path: path(),
            digest: arrived.digest,
            condition: arrived.condition,
            same_as,
        });
    }
}
