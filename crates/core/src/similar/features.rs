//! What a wording says: its ideas by the glossary, its other words, and pieces of these; who is asked, to do what.

use super::glossary::{Class, Concept, Form, Glossary};
use super::stem::stem;
use super::table::{Table, hash, seed};
use crate::sorted;
use crate::text::fold;

/// What a feature is; how much it weighs before its rarity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feature {
    /// An idea of the glossary.
    Idea(u16),
    /// A number.
    Number(u32),
    /// A word the glossary does not know, by its place among the words.
    Word(u32),
    /// A word that the glossary knows: the same word says a little more than the same idea.
    Known(u32),
    /// Four letters of a word the glossary does not know.
    Piece,
}

/// A wording taken apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Wording {
    /// Written in Arabic letters for the most part.
    pub(super) arabic: bool,
    /// Features with how strongly they are said, sorted by feature.
    pub(super) features: Vec<(u32, f32)>,
    /// Ideas of bodies that are told to act.
    pub(super) bodies: Vec<u16>,
    /// The action in the main place.
    pub(super) head: Option<u16>,
    /// All actions.
    pub(super) actions: Vec<u16>,
    /// Ideas of places.
    pub(super) places: Vec<u16>,
    /// Something is denied.
    pub(super) denied: bool,
    /// The hash of the folded text.
    pub(super) key: u64,
}

/// What is known of a word.
#[derive(Clone, Debug)]
struct Known {
    empty: bool,
    forms: Box<[u32]>,
    /// The feature of its stem, alone and where an idea covers it.
    word: u32,
    covered: u32,
    pieces: Box<[u32]>,
    number: Option<u32>,
}

/// The features of all wordings, by number.
#[derive(Debug)]
pub(super) struct Lexicon {
    glossary: &'static Glossary,
    words: Table,
    known: Vec<Known>,
    /// A spelling for each word.
    spellings: Vec<Box<str>>,
    features: Table,
    kinds: Vec<Feature>,
}

/// A word and where an idea covers it.
struct Said {
    concept: u16,
    from: usize,
}

impl Lexicon {
    pub(super) fn new(glossary: &'static Glossary) -> Self {
        Self {
            glossary,
            words: Table::default(),
            known: Vec::new(),
            spellings: Vec::new(),
            features: Table::default(),
            kinds: Vec::new(),
        }
    }

    pub(super) fn glossary(&self) -> &'static Glossary {
        self.glossary
    }

    /// How many features there are.
    pub(super) fn len(&self) -> usize {
        self.features.len()
    }

    pub(super) fn kind(&self, feature: u32) -> Option<Feature> {
        self.kinds.get(feature as usize).copied()
    }

    pub(super) fn spelling(&self, word: u32) -> &str {
        self.spellings
            .get(word as usize)
            .map_or("", |spelling| spelling)
    }

    fn concept(&self, number: u16) -> Option<&'static Concept> {
        self.glossary.concept(number)
    }

    /// Takes a text apart. `aside` is said by the way (an indicator), a third as strongly.
    pub(super) fn read(&mut self, text: &str, aside: &str) -> Wording {
        let folded = fold(text);
        let mut wording = Wording {
            key: hash(seed(9), folded.as_bytes()),
            arabic: crate::text::guess_lang(text) == Some("ur"),
            ..Wording::default()
        };
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut features = Vec::new();
        let said = self.ideas(&words, 1.0, &mut features);
        self.who_and_what(&words, &said, &mut wording);
        if !aside.is_empty() {
            let folded = fold(aside);
            let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
            self.ideas(&words, ASIDE, &mut features);
        }
        sorted::sort_by_number(&mut features, |(feature, _)| u128::from(*feature));
        for (feature, weight) in features {
            match wording.features.last_mut() {
                Some((last, held)) if *last == feature => *held = held.max(weight),
                _ => wording.features.push((feature, weight)),
            }
        }
        wording
    }

    /// Finds the ideas, longest forms first from the left, and adds the features of the words.
    fn ideas(
        &mut self,
        words: &[&str],
        strength: f32,
        features: &mut Vec<(u32, f32)>,
    ) -> Vec<Said> {
        let mut said: Vec<Said> = Vec::new();
        let mut at = 0usize;
        while let Some(word) = words.get(at) {
            let number = self.word(word);
            let Some(known) = self.known.get(number as usize) else {
                break;
            };
            let rest = words.get(at..).unwrap_or_default();
            let fits = |form: &&Form| form.begins(rest.iter().copied());
            let mut forms = known
                .forms
                .iter()
                .filter_map(|form| self.glossary.form(*form));
            // Of forms equally long each is meant: one word can stand for two ideas.
            let longest = forms.find(fits);
            let others =
                forms.take_while(|form| longest.is_some_and(|held| held.size() == form.size()));
            let meant = longest.into_iter().chain(others.filter(fits));
            for form in meant {
                let again = |held: &&Said| held.from == at && held.concept == form.concept;
                if said.iter().rev().take(4).find(again).is_none() {
                    said.push(Said {
                        concept: form.concept,
                        from: at,
                    });
                }
            }
            let length = longest.map_or(0, |form| form.words.len());
            if length == 0 && !known.empty {
                let known = known.clone();
                match known.number {
                    Some(number) => features.push((number, strength)),
                    None => features.push((known.word, strength)),
                }
                let share = 1.0 / (known.pieces.len().max(1) as f32);
                features.extend(known.pieces.iter().map(|piece| (*piece, strength * share)));
            }
            let next = at.saturating_add(length.max(1));
            if length > 0 {
                for word in words.get(at..next).unwrap_or_default() {
                    let number = self.word(word);
                    if let Some(known) =
                        self.known.get(number as usize).filter(|known| !known.empty)
                    {
                        features.push((known.covered, strength));
                    }
                }
            }
            at = next;
        }
        for held in &said {
            if let Some(feature) = self.idea(held.concept) {
                features.push((feature, strength));
            }
        }
        said
    }

    fn who_and_what(&self, words: &[&str], said: &[Said], wording: &mut Wording) {
        let modal = words.iter().position(|word| MODAL.contains(word));
        let class = |held: &Said| self.concept(held.concept).map(|concept| concept.class);
        let asked = |held: &Said| {
            if wording.arabic {
                // The one who is to act stands first.
                return held.from.saturating_mul(5) < words.len().saturating_mul(2);
            }
            let by = (1..=2usize).any(|back| {
                held.from
                    .checked_sub(back)
                    .and_then(|place| words.get(place))
                    == Some(&"by")
            });
            by || modal.is_some_and(|modal| held.from < modal)
        };
        let bodies = said
            .iter()
            .filter(|held| class(held) == Some(Class::Body) && asked(held));
        let bodies: Vec<u16> = bodies.map(|held| held.concept).collect();
        let actions = || {
            said.iter()
                .filter(|held| class(held) == Some(Class::Action))
        };
        let head = match wording.arabic {
            true => actions().next_back(),
            false => actions()
                .find(|held| modal.is_none_or(|modal| held.from > modal))
                .or(actions().next()),
        };
        wording.head = head.map(|held| held.concept);
        wording.bodies = bodies;
        wording.actions = actions().map(|held| held.concept).collect();
        wording.places = said
            .iter()
            .filter(|held| class(held) == Some(Class::Place))
            .map(|held| held.concept)
            .collect();
        wording.denied = said.iter().any(|held| {
            let concept = self.concept(held.concept);
            concept.is_some_and(|concept| {
                concept.class == Class::Denial || DENYING.contains(&concept.id)
            })
        });
    }

    /// The feature of an idea; none for those that say nothing.
    fn idea(&mut self, number: u16) -> Option<u32> {
        let concept = self.concept(number)?;
        match concept.class {
            Class::Empty | Class::Denial => None,
            Class::Number if concept.id.bytes().all(|digit| digit.is_ascii_digit()) => {
                Some(self.numeral(concept.id))
            }
            _ => {
                let sum = hash(seed(3), &number.to_le_bytes());
                Some(self.feature(sum, Feature::Idea(number)))
            }
        }
    }

    fn numeral(&mut self, digits: &str) -> u32 {
        let value = digits.parse().unwrap_or(u32::MAX);
        let sum = hash(seed(4), digits.as_bytes());
        self.feature(sum, Feature::Number(value))
    }

    /// The number of a word; what is to be known of it is found out once.
    fn word(&mut self, word: &str) -> u32 {
        let (number, new) = self.words.number(hash(seed(5), word.as_bytes()));
        if new {
            let forms = self.glossary.begun_by(word);
            let single = |form: &u32| {
                let form = self.glossary.form(*form)?;
                let class = self.glossary.concept(form.concept)?.class;
                (form.words.len() == 1).then_some(class)
            };
            let empty = forms
                .iter()
                .filter_map(single)
                .any(|class| matches!(class, Class::Empty | Class::Denial))
                || word.chars().nth(1).is_none();
            let forms: Box<[u32]> = forms
                .iter()
                .copied()
                .filter(|form| single(form) != Some(Class::Empty))
                .collect();
            let stem = stem(word).as_bytes();
            let digits = word.bytes().all(|digit| digit.is_ascii_digit());
            let known = Known {
                empty,
                forms,
                word: self.feature(hash(seed(6), stem), Feature::Word(number)),
                covered: self.feature(hash(seed(7), stem), Feature::Known(number)),
                pieces: self.pieces(word),
                number: digits.then(|| self.numeral(word.trim_start_matches('0'))),
            };
            self.known.push(known);
            self.spellings.push(word.into());
        }
        number
    }

    /// Runs of four letters; shorter words have none.
    fn pieces(&mut self, word: &str) -> Box<[u32]> {
        let ends: Vec<usize> = word
            .char_indices()
            .map(|(at, _)| at)
            .chain([word.len()])
            .collect();
        let runs = ends
            .windows(5)
            .filter_map(|run| word.get(*run.first()?..*run.last()?));
        let sums: Vec<u64> = runs.map(|run| hash(seed(8), run.as_bytes())).collect();
        sums.into_iter()
            .map(|sum| self.feature(sum, Feature::Piece))
            .collect()
    }

    fn feature(&mut self, sum: u64, kind: Feature) -> u32 {
        let (number, new) = self.features.number(sum);
        if new {
            self.kinds.push(kind);
        }
        number
    }
}

/// How strongly an indicator says something.
const ASIDE: f32 = 0.3;

/// What the bodies asked stand before in English.
const MODAL: [&str; 9] = [
    "should", "must", "shall", "may", "could", "can", "need", "needs", "might",
];

/// Actions that deny what they are done to.
const DENYING: [&str; 4] = ["ban", "abolish", "non-punishment", "remove"];
