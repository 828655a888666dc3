//! A final recommendation as documents print it: number, text, and the lines below.

use crate::recommendation::Wording;

use super::Source;
use super::final_list::Final;
use super::outline::{Item, Phrase, Run, Said};
use super::voice::Voice;

/// The recommendation with its text and the lines that a ministry needs to act.
pub(super) fn item(source: &Source<'_>, item: &Final) -> Item {
    Item {
        number: item.number.clone(),
        anchor: anchor(item),
        text: text(source, item),
        details: details(source, item),
    }
}

/// A name for links: the same in every edition of the document.
pub(super) fn anchor(item: &Final) -> String {
    format!("r-{}-{:032x}", item.id.kind.name(), item.id.bits)
}

/// The text in each language of the document, or in its own where there is none; one that two would show alike once.
pub(super) fn text(source: &Source<'_>, item: &Final) -> Said {
    once(source.voices.say(|voice| {
        let (lang, text) = item.wordings.text_for(voice.lang);
        Phrase::new(lang, text)
    }))
}

/// What is said twice alike, once.
pub(super) fn once(mut said: Said) -> Said {
    said.0.dedup();
    said
}

fn details(source: &Source<'_>, item: &Final) -> Vec<Said> {
    let tags = &item.tags;
    let origins: Vec<String> = source
        .list
        .originals
        .iter()
        .filter(|original| item.origins.contains(&original.id))
        .map(|original| original.number.clone())
        .filter(|number| !number.is_empty())
        .collect();
    let lines: [&dyn Fn(&Voice<'_>) -> Phrase; 3] = [
        &|voice| {
            voice.line(&[
                ("report-indicator", voice.foreign(tags.texts("indicator"))),
                ("report-baseline", voice.foreign(tags.texts("baseline"))),
                ("report-target", voice.foreign(tags.texts("target"))),
            ])
        },
        &|voice| {
            let versions = voice.foreign(&item.wordings.versions);
            voice.line(&[("report-version", versions)])
        },
        &|voice| {
            let origins = origins.iter().map(|number| Run::new(number).apart());
            let mut phrase = voice.line(&[("report-origin", voice.list(origins))]);
            let (lang, text) = item.wordings.text_for(voice.lang);
            if lang != voice.lang && !text.is_empty() {
                if !phrase.is_empty() {
                    let separator = voice.text("report-part-separator", &[]);
                    phrase.runs.push(Run::new(&separator));
                }
                let named = [("language", voice.language(lang).into())];
                phrase
                    .runs
                    .extend(voice.phrase("report-in-language", &named).runs);
            }
            phrase
        },
    ];
    let said = lines.iter().map(|line| source.voices.say(line));
    let mut all = short(source, item);
    all.extend(said.filter(|said| !said.is_empty()));
    all
}

/// Who leads, with whom; by when, and on which law.
pub(super) fn short(source: &Source<'_>, item: &Final) -> Vec<Said> {
    let tags = &item.tags;
    let leads = tags.set("lead");
    let lines = [
        source.voices.say(|voice| {
            let others = tags.asked().filter(|term| !leads.contains(*term));
            voice.line(&[
                ("report-lead", voice.terms(leads)),
                ("report-support", voice.terms(others)),
            ])
        }),
        source.voices.say(|voice| {
            voice.line(&[
                ("report-due", voice.days(tags.set("due"))),
                ("report-horizon", voice.terms(tags.set("horizon"))),
                ("report-urgency", voice.terms(tags.set("urgency"))),
                ("report-legal", voice.terms(tags.set("instruments"))),
            ])
        }),
    ];
    lines.into_iter().filter(|said| !said.is_empty()).collect()
}

impl Voice<'_> {
    /// Labels that stand out and what they name, those with nothing left out.
    pub(super) fn line(&self, parts: &[(&str, Vec<Run>)]) -> Phrase {
        let mut runs = Vec::new();
        for (key, named) in parts.iter().filter(|(_, named)| !named.is_empty()) {
            if !runs.is_empty() {
                runs.push(Run::new(&self.text("report-part-separator", &[])));
            }
            runs.push(Run::new(&self.text(key, &[])).strong());
            runs.push(Run::new(" "));
            runs.extend(named.iter().cloned());
        }
        Phrase {
            lang: self.lang.to_owned(),
            runs,
        }
    }

    /// Texts that people wrote, each a run in its language.
    pub(super) fn foreign(&self, wordings: &[Wording]) -> Vec<Run> {
        let separator = self.text("report-part-separator", &[]);
        let mut runs: Vec<Run> = Vec::new();
        for wording in wordings {
            if !runs.is_empty() {
                runs.push(Run::new(&separator));
            }
            runs.push(match wording.lang == self.lang {
                true => Run::new(&wording.text).apart(),
                false => Run::new(&wording.text).in_lang(&wording.lang),
            });
        }
        runs
    }

    /// The name of a language; its tag where it has none here.
    pub(super) fn language(&self, tag: &str) -> String {
        let key = format!("report-language-{tag}");
        match self.has(&key) {
            true => self.text(&key, &[]),
            false => tag.to_owned(),
        }
    }
}
