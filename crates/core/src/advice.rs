//! Advice beside the text while drafting: what would help a recommendation to be acted on, and what must not be published.
//!
//! Each piece says what was noticed, where, and what can be done; nothing is forbidden here and nothing is counted up. The
//! checks, their sources and their limits stand in `docs/coach.md`, the sentences in `locales/`. Look-alikes are left to
//! others. Advice follows from the draft and the vocabulary alone.

mod bodies;
mod builder;
mod english;
mod finding;
mod identify;
mod indicator;
mod law;
mod lexicon;
mod measure;
mod reading;
mod tags;
mod urdu;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use crate::recommendation::{Recommendation, Wording};
use crate::sorted;

pub use builder::{Pace, Parts, Span, Verb, When, sentence, verbs};
pub use finding::{Advice, Check, Pattern, Place, Remedy, Severity};
pub use identify::{Identified, identifying, identifying_in};
pub use indicator::{Indicator, Level, indicators};
pub use lexicon::Coach;
pub use wording::invites;

use reading::{Grammar, Reading};

/// The term for everyone.
const EVERYONE: &str = "all-stakeholders";

/// What the coach reads of a recommendation: its texts and the tags that bear on them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The language of the original.
    pub original: String,
    /// Texts by language.
    pub wordings: BTreeMap<String, String>,
    /// Who is asked: term ids.
    pub addressees: BTreeSet<String>,
    /// Who leads.
    pub lead: Option<String>,
    /// The crime or problem.
    pub issue: Option<String>,
    /// Laws and policies it rests on.
    pub instruments: BTreeSet<String>,
    /// The type of action.
    pub action: Option<String>,
    /// By when, roughly.
    pub horizon: Option<String>,
    /// By when, to the day.
    pub due: BTreeSet<String>,
    /// How anyone will know.
    pub indicator: Option<Wording>,
    /// Why.
    pub rationale: Option<Wording>,
    /// Minority statements by key.
    pub dissent: BTreeMap<String, Wording>,
}

impl Draft {
    /// The draft of a recommendation. While somebody types, the text they type takes the place of the one that is kept.
    pub fn of(told: &Recommendation) -> Self {
        Self {
            original: told.original.clone(),
            wordings: told.wordings.clone(),
            addressees: told.addressees.clone(),
            lead: told.lead.clone(),
            issue: told.issue.clone(),
            instruments: told.instruments.clone(),
            action: told.action.clone(),
            horizon: told.horizon.clone(),
            due: told.due.clone(),
            indicator: told.indicator.clone(),
            rationale: told.rationale.clone(),
            dissent: told.dissent.clone(),
        }
    }

    /// The language and text the tags are read with: the original, or the first there is.
    fn main(&self) -> Option<(&str, &str)> {
        let original = self.wordings.get_key_value(&self.original);
        let (lang, text) = original.or_else(|| self.wordings.iter().next())?;
        Some((lang, text))
    }
}

/// The advice for a draft: what could harm somebody first, then what is asked, then what may help; within these in the order
/// of the text. Nothing for a draft without a text, but what could harm somebody in its other fields. The same draft gives the
/// same advice.
pub fn advise(draft: &Draft, coach: &Coach) -> Vec<Advice> {
    let mut advice = Vec::new();
    for (lang, text) in &draft.wordings {
        let reading = Reading::of(text, coach);
        let field = format!("wording/{lang}");
        identify::advise(&reading, &field, &mut advice);
        if text.trim().is_empty() {
            continue;
        }
        let grammar = Grammar::of(lang);
        let page = Page {
            draft,
            coach,
            grammar,
            reading: &reading,
            field: &field,
        };
        if draft.main() == Some((lang, text)) {
            page.advise(&mut advice);
        } else {
            page.advise_translation(&mut advice);
        }
    }
    let dissent = draft.dissent.iter();
    let dissent = dissent.map(|(key, text)| (format!("dissent/{key}"), Some(text)));
    let others = [
        (String::from("rationale"), draft.rationale.as_ref()),
        (String::from("indicator"), draft.indicator.as_ref()),
    ];
    for (field, wording) in others.into_iter().chain(dissent) {
        if let Some(wording) = wording {
            identify::advise(&Reading::of(&wording.text, coach), &field, &mut advice);
        }
    }
    sorted::sort_by(&mut advice, |a, b| {
        let key = |advice: &Advice| (advice.severity, advice.check, advice.place.range.start);
        key(a).cmp(&key(b))
    });
    advice
}

/// One text of a draft on the desk of the coach.
struct Page<'a> {
    draft: &'a Draft,
    coach: &'a Coach,
    grammar: Grammar,
    reading: &'a Reading<'a>,
    /// The field of the text.
    field: &'a str,
}

impl Page<'_> {
    fn advise(&self, advice: &mut Vec<Advice>) {
        let asked = self.asked();
        self.advise_bodies(advice);
        self.advise_actor(&asked, advice);
        self.advise_split(&asked, advice);
        self.advise_wording(&asked, advice);
        self.advise_length(advice);
        self.advise_courts(&asked, advice);
        self.advise_terms(advice);
        self.advise_law(advice);
        self.advise_tags(advice);
        self.advise_measure(advice);
    }

    /// A translation says what the original says: only words that are its own are looked at.
    fn advise_translation(&self, advice: &mut Vec<Advice>) {
        let asked = self.asked();
        self.advise_wording(&asked, advice);
        self.advise_courts(&asked, advice);
        self.advise_terms(advice);
    }

    fn asked(&self) -> Asked {
        match self.grammar {
            Grammar::English => english::asked(self.reading),
            Grammar::Urdu => urdu::asked(self.reading),
            Grammar::Other => Asked::default(),
        }
    }

    /// Whether the tags have this term or one below it.
    fn is_asked(&self, term: &str) -> bool {
        let vocabulary = self.coach.vocabulary();
        let mut tags = self.draft.addressees.iter();
        tags.any(|tag| vocabulary.is_within(tag, term))
    }
}

/// What the grammar of a text tells: ranges are of words.
#[derive(Debug, Default)]
struct Asked {
    /// A demand that does not say who acts.
    hidden: Option<std::ops::Range<usize>>,
    /// Where a second action begins.
    second: Option<Second>,
    /// Weak verbs in main position.
    weak: Vec<std::ops::Range<usize>>,
    /// Demands: the words of obligation, in order, and whether the demand is in the passive.
    demands: Vec<Demand>,
}

#[derive(Clone, Debug)]
struct Demand {
    /// "should", "کرے".
    words: std::ops::Range<usize>,
    passive: bool,
    /// Whether it only invites: "may", "غور".
    invites: bool,
}

#[derive(Clone, Debug)]
struct Second {
    /// The first word of the second action; what joins it stands before.
    from: usize,
    /// The words both actions share: who is to act.
    shared: std::ops::Range<usize>,
    /// The last word of the first action is the one before this.
    until: usize,
    to: usize,
}
