//! Trafficking and smuggling are two crimes in two Acts: the words, the law cited, and who usually acts on which.

use super::Page;
use super::finding::{Advice, Check, Remedy};
use super::lexicon::Sign;
use super::reading::{Grammar, Hit};

/// Laws about trafficking only, and about smuggling only; the Act to offer stands first.
const OF_TIP: [&str; 3] = ["ptpa-2018", "ptp-rules-2020", "palermo-tip-protocol"];
const OF_SOM: [&str; 2] = ["som-act-2018", "som-protocol"];

/// Acts of public power: they rest on a law.
const LEGAL: [&str; 5] = [
    "legislate",
    "make-rules",
    "enforce",
    "investigate-prosecute",
    "regulate-license",
];

/// Whoever has no public power regulates nobody but himself.
const NO_POWER: [&str; 4] = ["civil-society", "nhri", "media", "international-partner"];

/// Federal Acts, which no province amends.
const FEDERAL: [&str; 6] = [
    "ptpa-2018",
    "som-act-2018",
    "ptp-rules-2020",
    "emigration-ordinance-1979",
    "fia-act-1974",
    "mla-act-2020",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Crime {
    Tip,
    Som,
}

impl Page<'_> {
    pub(super) fn advise_law(&self, advice: &mut Vec<Advice>) {
        self.advise_basis(advice);
        self.advise_mismatch(advice);
        self.advise_jurisdiction(advice);
    }

    /// The crime the issue is about, where it is one of the two alone.
    fn crime(&self) -> Option<Crime> {
        let issue = self.draft.issue.as_deref()?;
        let is = |crime| self.coach.vocabulary().is_within(issue, crime);
        match (is("tip"), is("som")) {
            (true, false) => Some(Crime::Tip),
            (false, true) => Some(Crime::Som),
            _ => None,
        }
    }

    /// The laws that are tagged or named.
    fn cited(&self) -> Vec<(&str, Option<Hit>)> {
        let tags = self
            .draft
            .instruments
            .iter()
            .map(|term| (term.as_str(), None));
        let named = self.reading.of_sign(Sign::Instrument);
        let named = named.filter_map(|hit| Some((self.coach.term(hit.term?), Some(hit))));
        tags.chain(named).collect()
    }

    fn advise_basis(&self, advice: &mut Vec<Advice>) {
        let action = self.draft.action.as_deref();
        let legal = action.is_some_and(|action| LEGAL.contains(&action));
        let vocabulary = self.coach.vocabulary();
        let powerless =
            |term: &String| NO_POWER.iter().any(|wide| vocabulary.is_within(term, wide));
        let addressees = &self.draft.addressees;
        let nobody = !addressees.is_empty() && addressees.iter().all(powerless);
        let mut words = self.reading.of_sign(Sign::Law);
        let named = words.any(|hit| !self.reading.within(hit, Sign::NotLaw));
        if legal && !nobody && !named && self.cited().is_empty() {
            let found = Advice::of_field(Check::LegalBasis, "instruments");
            advice.push(found.with(Remedy::Fill("instruments")));
        }
    }

    fn advise_mismatch(&self, advice: &mut Vec<Advice>) {
        let cited = self.cited();
        let of = |laws: &[&str]| cited.iter().find(|(term, _)| laws.contains(term)).copied();
        let (wrong, offer) = match self.crime() {
            Some(Crime::Tip) if of(&OF_TIP).is_none() => (of(&OF_SOM), OF_TIP.first()),
            Some(Crime::Som) if of(&OF_SOM).is_none() => (of(&OF_TIP), OF_SOM.first()),
            _ => return,
        };
        let (Some((term, hit)), Some(offer)) = (wrong, offer) else {
            return;
        };
        let found = match hit {
            Some(hit) => self.words(Check::ActMismatch, self.reading.bytes(hit.first..hit.end)),
            None => Advice::of_field(Check::ActMismatch, "instruments"),
        };
        advice.push(found.about(term).with(Remedy::Tag {
            field: "instruments",
            term: (*offer).to_owned(),
        }));
    }

    /// Who usually acts: a note beside the tags, never a correction.
    fn advise_jurisdiction(&self, advice: &mut Vec<Advice>) {
        let draft = self.draft;
        let has = |term: &str| draft.addressees.contains(term);
        let federal = has("fia") || has("ministry-interior") || has("law-enforcement");
        let usual = match self.crime() {
            Some(Crime::Som) if has("police-provincial") && !federal => Some("fia"),
            Some(Crime::Tip)
                if draft.issue.as_deref() == Some("internal-trafficking")
                    && has("fia")
                    && !has("police-provincial")
                    && !has("law-enforcement") =>
            {
                Some("police-provincial")
            }
            _ => None,
        };
        let makes_law = draft.action.as_deref() == Some("legislate");
        let above = [
            "parliament-federal",
            "national-assembly",
            "senate",
            "legislature",
        ];
        let cited = self.cited();
        let federal_act = cited.iter().find(|(term, _)| FEDERAL.contains(term));
        let province = has("provincial-assembly") && !above.iter().any(|term| has(term));
        let usual = usual.or_else(|| {
            (makes_law && province && federal_act.is_some()).then_some("parliament-federal")
        });
        if let Some(usual) = usual {
            let tag = Remedy::Tag {
                field: "addressees",
                term: usual.to_owned(),
            };
            let found = Advice::of_field(Check::Jurisdiction, "addressees");
            advice.push(found.about(usual).with(tag));
        }
    }

    pub(super) fn advise_terms(&self, advice: &mut Vec<Advice>) {
        if self.grammar == Grammar::Other {
            return;
        }
        let reading = self.reading;
        let crime = self.crime();
        if let Some(hit) = reading.of_sign(Sign::Ambiguous).next() {
            let found = self.words(Check::Term, reading.bytes(hit.first..hit.end));
            let instead = crime.and_then(|crime| self.instead(hit, crime));
            advice.push(found.with_all(instead.map(Remedy::Replace)));
            return;
        }
        let untold = self.draft.issue.is_none();
        let told = reading.of_sign(Sign::HumanTrafficking);
        let mut told = told.filter(|hit| untold && hit.end > hit.first.saturating_add(1));
        if let Some(hit) = told.next() {
            let found = self.words(Check::Term, reading.bytes(hit.first..hit.end));
            advice.push(found.with(Remedy::Fill("issue")));
            return;
        }
        let clear = |sign| {
            let hits = reading.of_sign(sign);
            let mut hits = hits.filter(|hit| !reading.within(*hit, Sign::NoCrime));
            hits.find(|hit| !self.is_in_name(*hit))
        };
        let other = match crime {
            Some(Crime::Tip) => clear(Sign::SomWord),
            // Of smuggling and trafficking together only the second is beside the point.
            Some(Crime::Som) => clear(Sign::TipWord),
            None => None,
        };
        if let Some(hit) = other {
            let found = self.words(Check::Term, reading.bytes(hit.first..hit.end));
            advice.push(found.with(Remedy::Tag {
                field: "issue",
                term: String::from("tip-som"),
            }));
        }
    }

    /// Within the name of a body or law the word says nothing about the issue.
    fn is_in_name(&self, hit: Hit) -> bool {
        self.reading.within(hit, Sign::Body) || self.reading.within(hit, Sign::Instrument)
    }

    /// What the vocabulary calls the crime, in place of a name that means both; not in place of other words.
    fn instead(&self, hit: Hit, crime: Crime) -> Option<String> {
        let mut words = (hit.first..hit.end).map(|at| self.reading.word(at));
        if !words.any(|word| matches!(word, "smuggling" | "سمگلنگ")) {
            return None;
        }
        let last = self.reading.word(hit.end.saturating_sub(1));
        if matches!(last, "victims") || self.reading.word(hit.first) == "victims" {
            return None;
        }
        let (term, lang) = match (crime, self.grammar) {
            (Crime::Tip, Grammar::Urdu) => ("tip", "ur"),
            (Crime::Tip, _) => ("tip", "en"),
            (Crime::Som, Grammar::Urdu) => ("som", "ur"),
            (Crime::Som, _) => ("som", "en"),
        };
        Some(self.coach.vocabulary().label(term, lang).to_lowercase())
    }
}
