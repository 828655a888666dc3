//! Who is asked: nobody, everybody, or a body that is named and not tagged.

use super::finding::{Advice, Check, Remedy};
use super::lexicon::Sign;
use super::reading::{Grammar, Hit};
use super::{EVERYONE, Page, english, urdu};

impl Page<'_> {
    pub(super) fn advise_bodies(&self, advice: &mut Vec<Advice>) {
        let untagged = self.untagged();
        let named = !untagged.is_empty();
        advice.extend(untagged);
        let addressees = &self.draft.addressees;
        let everyone = self.reading.of_sign(Sign::Everyone).next();
        let everyone = everyone.filter(|_| self.grammar != Grammar::Other);
        if addressees.iter().any(|term| term != EVERYONE) {
            return;
        }
        match everyone {
            Some(hit) if !named || !addressees.is_empty() => {
                let range = self.reading.bytes(hit.first..hit.end);
                let found = self.words(Check::AddresseeEveryone, range);
                advice.push(found.with(Remedy::Fill("addressees")));
            }
            None if !addressees.is_empty() => {
                let found = Advice::of_field(Check::AddresseeEveryone, "addressees");
                advice.push(found.with(Remedy::Fill("addressees")));
            }
            _ if !named => {
                let found = Advice::of_field(Check::AddresseeMissing, "addressees");
                advice.push(found.with(Remedy::Fill("addressees")));
            }
            _ => {}
        }
    }

    /// One piece for each body that is named as acting and covered by no tag.
    fn untagged(&self) -> Vec<Advice> {
        let vocabulary = self.coach.vocabulary();
        let mut found: Vec<Advice> = Vec::new();
        for hit in self.reading.of_sign(Sign::Body) {
            let Some(named) = hit.term.map(|term| self.coach.term(term)) else {
                continue;
            };
            let replaced = vocabulary.term(named);
            let replaced = replaced.and_then(|term| term.replaced_by.as_deref());
            let term = replaced.unwrap_or(named);
            // A tag for a narrower body covers the wider name, not the other way round.
            let told = found.iter().any(|told| told.term.as_deref() == Some(term));
            if told || self.is_asked(term) || !self.acts(hit) {
                continue;
            }
            let range = self.reading.bytes(hit.first..hit.end);
            let tag = Remedy::Tag {
                field: "addressees",
                term: term.to_owned(),
            };
            found.push(self.words(Check::UntaggedBody, range).about(term).with(tag));
        }
        found
    }

    fn acts(&self, hit: Hit) -> bool {
        match self.grammar {
            Grammar::English => english::acts(self.reading, hit),
            Grammar::Urdu => urdu::acts(self.reading, hit),
            Grammar::Other => false,
        }
    }
}
