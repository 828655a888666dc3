//! Why two look alike, typed; and the sentence for it by the messages of a language.

use super::entry::Entry;
use super::features::{Feature, Wording};
use super::found::LookAlikes;
use super::glossary::{Class, Concept, Glossary};
use super::score::{Item, LIGHT, apart};
use super::search::Pair;
use crate::message::{Messages, Named};
use crate::sorted;
use crate::vocabulary::Vocabulary;

/// Something that is named in a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A term of the vocabulary.
    Term(String),
    /// An idea of the glossary.
    Idea(&'static str),
    /// A word, a number or a date as it was written.
    Word(String),
}

/// One reason why two look alike, or why they may be two all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Texts that differ in nothing but spelling.
    SameText,
    /// Both ask this body to do this.
    Asks(Name, Name),
    /// Both ask these.
    SameBody(Vec<Name>),
    /// Both ask for this.
    SameAction(Name),
    /// What both speak of, the most telling first.
    Shared(Vec<Name>),
    /// Themes of both.
    SameTheme(Vec<Name>),
    /// Laws and policies of both.
    SameInstrument(Vec<Name>),
    /// Both by the same day or within the same time.
    SameDeadline(Vec<Name>),
    /// They are in two scripts and meet in the glossary.
    Translation,
    /// They ask different bodies.
    OtherBody(Name, Name),
    /// What one asks for undoes what the other does.
    Opposite(Name, Name),
    /// They speak of different places.
    OtherPlace(Name, Name),
}

impl Name {
    /// The id of the term or idea; the word.
    pub fn id(&self) -> &str {
        match self {
            Self::Term(id) | Self::Word(id) => id,
            Self::Idea(id) => id,
        }
    }

    /// What it is called in a language: by the vocabulary, else by the glossary, else as it was written.
    pub fn label(&self, vocabulary: &Vocabulary, lang: &str) -> String {
        match self {
            Self::Term(id) => vocabulary.label(id, lang).to_owned(),
            Self::Word(word) => word.clone(),
            Self::Idea(id) => {
                let concept = Glossary::standard()
                    .concepts()
                    .iter()
                    .find(|concept| concept.id == *id);
                match concept {
                    Some(concept) if lang == "ur" => concept.urdu.to_owned(),
                    Some(concept) => concept.english(),
                    None => (*id).to_owned(),
                }
            }
        }
    }
}

impl Reason {
    /// The key of its sentence; without `similar-` it is its name in JSON.
    pub fn key(&self) -> &'static str {
        match self {
            Self::SameText => "similar-same-text",
            Self::Asks(..) => "similar-asks",
            Self::SameBody(_) => "similar-same-body",
            Self::SameAction(_) => "similar-same-action",
            Self::Shared(_) => "similar-shared",
            Self::SameTheme(_) => "similar-same-theme",
            Self::SameInstrument(_) => "similar-same-instrument",
            Self::SameDeadline(_) => "similar-same-deadline",
            Self::Translation => "similar-translation",
            Self::OtherBody(..) => "similar-other-body",
            Self::Opposite(..) => "similar-opposite",
            Self::OtherPlace(..) => "similar-other-place",
        }
    }

    /// What it names.
    pub fn names(&self) -> Vec<&Name> {
        match self {
            Self::SameText | Self::Translation => Vec::new(),
            Self::Asks(a, b)
            | Self::OtherBody(a, b)
            | Self::Opposite(a, b)
            | Self::OtherPlace(a, b) => {
                vec![a, b]
            }
            Self::SameAction(name) => vec![name],
            Self::SameBody(names)
            | Self::Shared(names)
            | Self::SameTheme(names)
            | Self::SameInstrument(names)
            | Self::SameDeadline(names) => names.iter().collect(),
        }
    }

    /// Whether it speaks against their being the same.
    pub fn is_against(&self) -> bool {
        matches!(
            self,
            Self::OtherBody(..) | Self::Opposite(..) | Self::OtherPlace(..)
        )
    }

    /// The reason in words.
    pub fn text(&self, messages: &Messages, vocabulary: &Vocabulary) -> String {
        let label = |name: &Name| name.label(vocabulary, messages.lang());
        let labels: Vec<String> = self.names().into_iter().map(label).collect();
        let two = matches!(self, Self::Asks(..)) || self.is_against();
        match (two, labels.as_slice()) {
            (true, [a, b]) => {
                messages.text(self.key(), &[("a", Named::from(a)), ("b", Named::from(b))])
            }
            _ => {
                let list = joined(&labels, "similar-list", messages);
                messages.text(self.key(), &[("names", Named::from(list))])
            }
        }
    }

    /// Several reasons as one sentence.
    pub fn sentence(reasons: &[Self], messages: &Messages, vocabulary: &Vocabulary) -> String {
        let texts: Vec<String> = reasons
            .iter()
            .map(|reason| reason.text(messages, vocabulary))
            .collect();
        joined(&texts, "similar-and", messages)
    }
}

fn joined(parts: &[String], key: &str, messages: &Messages) -> String {
    let join = |all: String, part: &String| {
        messages.text(
            key,
            &[("before", Named::from(all)), ("next", Named::from(part))],
        )
    };
    let mut parts = parts.iter();
    let first = parts.next().cloned().unwrap_or_default();
    parts.fold(first, join)
}

/// How many shared things are named.
const NAMED: usize = 6;

impl LookAlikes {
    /// Why the two of a pair look alike: what speaks for it first, then what speaks against.
    pub fn reasons(&self, pair: &Pair) -> Vec<Reason> {
        let side = |(item, wording): (u32, u32)| {
            let held = self.items.get(item as usize)?;
            let entry = self.entries.get(item as usize)?;
            Some((entry, held, &held.wordings.get(wording as usize)?.said))
        };
        let [one, two] = pair.places;
        match (side(one), side(two)) {
            (Some(a), Some(b)) => self.between(a, b),
            _ => Vec::new(),
        }
    }

    fn between(&self, a: (&Entry, &Item, &Wording), b: (&Entry, &Item, &Wording)) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if a.2.key == b.2.key {
            reasons.push(Reason::SameText);
        }
        let bodies = self.same_bodies(a.1, b.1);
        let against = self.against(a, b);
        // Of two that ask for the opposite, what both also mention is not what both ask for.
        let opposite = against
            .iter()
            .any(|reason| matches!(reason, Reason::Opposite(..)));
        let action = self.same_action(a.2, b.2).filter(|_| !opposite);
        match (bodies.first().cloned(), &action) {
            (Some(body), Some(action)) => reasons.push(Reason::Asks(body, Name::Idea(action.id))),
            (None, Some(action)) => reasons.push(Reason::SameAction(Name::Idea(action.id))),
            (Some(_), None) => reasons.push(Reason::SameBody(bodies.clone())),
            (None, None) => {}
        }
        let told = |id: &str| {
            bodies.iter().any(|name| name.id() == id)
                || action.is_some_and(|action| action.id == id)
        };
        let mut shared = self.shared(a.2, b.2);
        shared.retain(|name| !told(name.id()));
        shared.truncate(NAMED);
        let named = |names: Vec<Name>, reason: fn(Vec<Name>) -> Reason| {
            (!names.is_empty()).then(|| reason(names))
        };
        reasons.extend(named(shared, Reason::Shared));
        reasons.extend(named(
            self.same_terms(a.1, b.1, "themes"),
            Reason::SameTheme,
        ));
        reasons.extend(named(
            self.same_terms(a.1, b.1, "instruments"),
            Reason::SameInstrument,
        ));
        reasons.extend(named(self.same_deadline(a, b), Reason::SameDeadline));
        if a.2.arabic != b.2.arabic {
            reasons.push(Reason::Translation);
        }
        reasons.extend(against);
        reasons
    }

    fn concept(&self, number: u16) -> Option<&'static Concept> {
        self.lexicon.glossary().concept(number)
    }

    /// A term of the vocabulary where one has the id, else an idea.
    fn name(&self, id: &str) -> Option<Name> {
        if self.terms.vocabulary().term(id).is_some() {
            return Some(Name::Term(id.to_owned()));
        }
        let mut concepts = self.lexicon.glossary().concepts().iter();
        concepts
            .find(|concept| concept.id == id)
            .map(|concept| Name::Idea(concept.id))
    }

    /// Bodies that both ask, by text or tags: those that a text names first.
    fn same_bodies(&self, a: &Item, b: &Item) -> Vec<Name> {
        let all = |item: &Item| -> Vec<u32> {
            item.asked
                .iter()
                .chain(&item.tags.bodies)
                .copied()
                .collect()
        };
        let others = all(b);
        let mut shared: Vec<u32> = Vec::new();
        for body in all(a) {
            if others.contains(&body) && !shared.contains(&body) {
                shared.push(body);
            }
        }
        // From either side the same.
        sorted::sort_by_key(&mut shared, |body| {
            let told = a.asked.contains(body) || b.asked.contains(body);
            (!told, self.terms.name(*body).to_owned())
        });
        shared
            .iter()
            .filter_map(|body| self.name(self.terms.name(*body)))
            .collect()
    }

    /// The main action of both, else one that both name; one that says what is to be done, where there is one.
    fn same_action(&self, a: &Wording, b: &Wording) -> Option<&'static Concept> {
        let head = a.head.filter(|_| a.head == b.head);
        let mut both: Vec<u16> = a
            .actions
            .iter()
            .copied()
            .filter(|held| b.actions.contains(held))
            .collect();
        sorted::sort(&mut both);
        let named: Vec<&'static Concept> = head
            .into_iter()
            .chain(both)
            .filter_map(|held| self.concept(held))
            .collect();
        let telling = named.iter().find(|concept| !LIGHT.contains(&concept.id));
        telling.or(named.first()).copied()
    }

    /// Ideas and words that both say, by what they bring to the likeness.
    fn shared(&self, a: &Wording, b: &Wording) -> Vec<Name> {
        let mut shared: Vec<(f32, u32)> = Vec::new();
        for (feature, weight) in &a.features {
            if let Ok(at) = b.features.binary_search_by_key(feature, |(held, _)| *held) {
                let other = b.features.get(at).map_or(0.0, |(_, weight)| *weight);
                shared.push((weight * other, *feature));
            }
        }
        sorted::sort_by(&mut shared, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut names: Vec<Name> = Vec::new();
        for (_, feature) in shared {
            let name = match self.lexicon.kind(feature) {
                Some(Feature::Idea(idea)) => match self.concept(idea) {
                    Some(concept) if concept.class == Class::Action => Some(Name::Idea(concept.id)),
                    Some(concept) => self.name(concept.id),
                    None => None,
                },
                Some(Feature::Number(number)) => Some(Name::Word(number.to_string())),
                Some(Feature::Word(word)) => {
                    Some(Name::Word(self.lexicon.spelling(word).to_owned()))
                }
                _ => None,
            };
            names.extend(name.filter(|name| !names.contains(name)));
        }
        names
    }

    fn same_terms(&self, a: &Item, b: &Item, field: &str) -> Vec<Name> {
        let place = super::tags::FIELDS
            .iter()
            .position(|(name, _)| *name == field);
        let of = |item: &Item| -> Vec<u32> {
            let held = item
                .tags
                .terms
                .iter()
                .filter(|(held, _)| Some(*held) == place);
            held.map(|(_, term)| *term).collect()
        };
        let others = of(b);
        let mut same: Vec<String> = of(a)
            .into_iter()
            .filter(|term| others.contains(term))
            .map(|term| self.terms.name(term).to_owned())
            .collect();
        sorted::sort(&mut same);
        same.into_iter().map(Name::Term).collect()
    }

    fn same_deadline(
        &self,
        a: (&Entry, &Item, &Wording),
        b: (&Entry, &Item, &Wording),
    ) -> Vec<Name> {
        let mut days: Vec<&String> = a.0.due.iter().filter(|day| b.0.due.contains(day)).collect();
        sorted::sort(&mut days);
        if !days.is_empty() {
            return days.into_iter().cloned().map(Name::Word).collect();
        }
        let mut horizons = self.same_terms(a.1, b.1, "horizon");
        horizons.retain(|name| name.id() != "unspecified");
        horizons
    }

    fn against(&self, a: (&Entry, &Item, &Wording), b: (&Entry, &Item, &Wording)) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let bodies = |item: &Item| match item.asked.is_empty() {
            true => item.tags.bodies.clone(),
            false => item.asked.clone(),
        };
        let (ours, theirs) = (bodies(a.1), bodies(b.1));
        let near = ours.iter().any(|one| {
            theirs
                .iter()
                .any(|two| self.terms.nearness(*one, *two) > 0.0)
        });
        let body = |all: &[u32]| self.name(self.terms.name(*all.first()?));
        if let (false, Some(one), Some(two)) = (near, body(&ours), body(&theirs)) {
            reasons.push(Reason::OtherBody(one, two));
        }
        let concepts = |all: &[u16]| -> Vec<&'static Concept> {
            all.iter().filter_map(|held| self.concept(*held)).collect()
        };
        let others = concepts(&b.2.actions);
        let undone = concepts(&a.2.actions).into_iter().find_map(|one| {
            let two = others
                .iter()
                .find(|two| one.opposite == two.id || two.opposite == one.id)?;
            Some(Reason::Opposite(Name::Idea(one.id), Name::Idea(two.id)))
        });
        reasons.extend(undone.filter(|_| a.2.head != b.2.head));
        if apart(&a.2.places, &b.2.places) {
            let place = |all: &[u16]| {
                self.concept(*all.first()?)
                    .and_then(|concept| self.name(concept.id))
            };
            if let (Some(one), Some(two)) = (place(&a.2.places), place(&b.2.places)) {
                reasons.push(Reason::OtherPlace(one, two));
            }
        }
        reasons
    }
}
