//! What the tags tell without the text: the lead body, resources, the reason.

use super::finding::{Advice, Check, Remedy};
use super::lexicon::Sign;
use super::reading::Reading;
use super::{EVERYONE, Page};
use crate::text::fold;

/// Actions that need money or staff.
const COSTLY: [&str; 3] = ["fund", "establish-body", "provide-service"];

impl Page<'_> {
    pub(super) fn advise_tags(&self, advice: &mut Vec<Advice>) {
        self.advise_lead(advice);
        self.advise_resources(advice);
        self.advise_rationale(advice);
    }

    fn advise_lead(&self, advice: &mut Vec<Advice>) {
        let addressees = &self.draft.addressees;
        let bodies: Vec<&String> = addressees.iter().filter(|term| *term != EVERYONE).collect();
        if bodies.is_empty() {
            return;
        }
        let found = match &self.draft.lead {
            Some(lead) if bodies.contains(&lead) => return,
            Some(lead) => Advice::of_field(Check::Lead, "lead").about(lead),
            None => Advice::of_field(Check::Lead, "lead"),
        };
        let offers = bodies.into_iter().map(|term| Remedy::Tag {
            field: "lead",
            term: term.clone(),
        });
        advice.push(found.with_all(offers));
    }

    fn advise_resources(&self, advice: &mut Vec<Advice>) {
        let draft = self.draft;
        let costly = draft
            .action
            .as_deref()
            .is_some_and(|action| COSTLY.contains(&action));
        if !costly || self.is_asked("finance-planning") {
            return;
        }
        let says = |text: &str| {
            let reading = Reading::of(text, self.coach);
            reading.of_sign(Sign::Cost).next().is_some()
        };
        let others = [draft.rationale.as_ref(), draft.indicator.as_ref()];
        let mut others = others.into_iter().flatten();
        if self.reading.of_sign(Sign::Cost).next().is_some()
            || others.any(|other| says(&other.text))
        {
            return;
        }
        advice
            .push(Advice::of_field(Check::Resources, "rationale").with(Remedy::Fill("rationale")));
    }

    fn advise_rationale(&self, advice: &mut Vec<Advice>) {
        let rationale = self.draft.rationale.as_ref();
        let rationale = rationale.map_or("", |rationale| rationale.text.trim());
        if rationale.is_empty() {
            let found = Advice::of_field(Check::Rationale, "rationale");
            advice.push(found.with(Remedy::Fill("rationale")));
        } else if fold(rationale) == fold(self.reading.text) {
            advice.push(Advice::of_field(Check::RationaleRepeats, "rationale"));
        }
    }
}
