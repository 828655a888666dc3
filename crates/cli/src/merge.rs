//! Joining files. It writes no edits of its own, so the same files give the same bytes in any order.

use rapporteur_core::file::Finding;
use rapporteur_core::register::Register;
use rapporteur_core::workbook::Workbook;

use crate::files;
use crate::say::{Sentence, Voice};
use crate::{Merge, Outcome, Run};

pub(crate) fn run(merge: &Merge, voice: &Voice) -> Run {
    let mut stops = Vec::new();
    let mut workbook = Workbook::new();
    let mut found = Vec::new();
    let (mut damaged, mut taken, mut left) = (0usize, 0usize, false);
    for path in &merge.files {
        let opened = match files::open(path) {
            Ok(opened) => opened,
            Err(stop) => {
                stops.push(stop);
                continue;
            }
        };
        let by_hand = !opened.by_hand.is_empty();
        damaged += usize::from(!opened.intact && !by_hand);
        for finding in opened.findings {
            let settled = matches!(finding, Finding::HandEdited { .. }) && merge.take_hand_edits;
            if !settled {
                found.push((path, finding));
            }
        }
        workbook.join(opened.edits);
        if merge.take_hand_edits {
            taken += opened.by_hand.len();
            workbook.join(opened.by_hand);
        } else {
            left |= by_hand;
        }
    }
    // A file left out unseen would be the worst result.
    if !stops.is_empty() {
        stops.push(Sentence::plain("cli-nothing-written"));
        return Err(stops);
    }
    let register = Register::of(&workbook);
    for (path, finding) in &found {
        let sentence = Sentence::of(finding.message()).calling(&workbook, &register);
        voice.warn(&sentence.about(path));
    }
    if damaged > 0 {
        voice.warn(&Sentence::plain("cli-damaged").counting("count", damaged));
    }
    if left {
        voice.warn(&Sentence::plain("cli-hand-edits-left"));
    }
    files::put(&merge.output, &workbook, "cli-would-lose", voice).map_err(|stop| vec![stop])?;
    if taken > 0 {
        voice.tell(&Sentence::plain("cli-hand-edits-taken").counting("values", taken));
    }
    voice.tell(
        &Sentence::plain("cli-merged")
            .counting("files", merge.files.len())
            .counting("recommendations", register.len())
            .counting("conflicts", workbook.conflicts().count()),
    );
    Ok(match found.is_empty() {
        true => Outcome::Clean,
        false => Outcome::Findings,
    })
}
