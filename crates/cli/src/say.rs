//! The sentences of the command line, by key, in the language asked for.

use std::collections::BTreeMap;
use std::path::Path;

use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::message::{Messages, Named};
use rapporteur_core::receipt::GroupReceipt;
use rapporteur_core::register::Register;
use rapporteur_core::similar::Reason;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;
use serde::Serialize;

/// A sentence yet to be said: its key and what it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Sentence {
    pub(crate) key: String,
    pub(crate) named: BTreeMap<String, String>,
    #[serde(skip)]
    counts: BTreeMap<&'static str, usize>,
    /// The file it is about.
    #[serde(skip)]
    file: Option<String>,
}

impl Sentence {
    pub(crate) fn plain(key: &str) -> Self {
        Self::new(key, [("", ""); 0])
    }

    pub(crate) fn new<'a>(
        key: &str,
        named: impl IntoIterator<Item = (&'a str, impl Into<String>)>,
    ) -> Self {
        let named = named
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.into()));
        Self {
            key: key.to_owned(),
            named: named.collect(),
            counts: BTreeMap::new(),
            file: None,
        }
    }

    /// What a finding or refusal of core says of itself.
    pub(crate) fn of(message: (&'static str, Vec<(&'static str, String)>)) -> Self {
        Self::new(message.0, message.1)
    }

    /// Names a number, which may choose the plural.
    pub(crate) fn counting(mut self, name: &'static str, count: usize) -> Self {
        self.counts.insert(name, count);
        self
    }

    /// Puts the name of the file in front.
    pub(crate) fn about(mut self, file: &Path) -> Self {
        self.file = Some(file.display().to_string());
        self
    }

    /// Without the name of the file.
    pub(crate) fn alone(mut self) -> Self {
        self.file = None;
        self
    }

    /// As it is, with the item called by its number where it has one.
    pub(crate) fn calling(mut self, workbook: &Workbook, register: &Register) -> Self {
        if let Some(held) = self.named.get_mut("item")
            && let Ok(item) = held.parse::<ItemId>()
        {
            let known = match item.kind {
                Kind::REC => register.number(item),
                _ => workbook.text(item, "code").unwrap_or_default().to_owned(),
            };
            if !known.is_empty() {
                *held = format!("{known} ({held})");
            }
        }
        self
    }
}

/// The sentence as a terminal shows it: texts of files may hold what would steer it, or turn a line round.
fn seen(text: &str) -> String {
    let steers = |letter: char| {
        (letter.is_control() && letter != '\n')
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}')
    };
    text.replace('\t', " ").replace(steers, "\u{fffd}")
}

/// Says sentences.
pub(crate) struct Voice(Messages);

impl Voice {
    pub(crate) fn new(lang: &str) -> Self {
        macro_rules! sources {
            ($lang:literal) => {
                [
                    include_str!(concat!("../../../locales/", $lang, "/cli.ftl")),
                    include_str!(concat!("../../../locales/", $lang, "/findings.ftl")),
                    include_str!(concat!("../../../locales/", $lang, "/rounds.ftl")),
                    include_str!(concat!("../../../locales/", $lang, "/desk.ftl")),
                    include_str!(concat!("../../../locales/", $lang, "/similar.ftl")),
                    include_str!(concat!("../../../locales/", $lang, "/advice.ftl")),
                ]
            };
        }
        // Terminals show marks of direction as boxes, so nothing is isolated.
        Self(match lang {
            "ur" => Messages::new("ur", &sources!("ur"), false),
            _ => Messages::new("en", &sources!("en"), false),
        })
    }

    /// The sentence, behind the name of the file it is about.
    pub(crate) fn sentence(&self, sentence: &Sentence) -> String {
        let texts = sentence.named.iter();
        let counts = sentence.counts.iter();
        let named: Vec<(&str, Named<'_>)> = texts
            .map(|(name, value)| (name.as_str(), Named::from(value)))
            .chain(counts.map(|(name, count)| (*name, Named::from(*count))))
            .collect();
        let text = seen(&self.0.text(&sentence.key, &named));
        match &sentence.file {
            None => text,
            Some(file) => self.0.text(
                "cli-finding",
                &[("file", Named::from(file)), ("text", Named::from(text))],
            ),
        }
    }

    /// What a group is told of its recommendations.
    pub(crate) fn receipt(&self, receipt: &GroupReceipt) -> String {
        receipt.sentence(&self.0)
    }

    /// Why two look alike.
    pub(crate) fn of_reasons(&self, reasons: &[Reason], vocabulary: &Vocabulary) -> String {
        seen(&Reason::sentence(reasons, &self.0, vocabulary))
    }

    /// The language tag.
    pub(crate) fn lang(&self) -> &str {
        self.0.lang()
    }

    /// Says it on standard output.
    pub(crate) fn tell(&self, sentence: &Sentence) {
        crate::print(&format!("{}\n", self.sentence(sentence)));
    }

    /// Says it on standard error.
    pub(crate) fn warn(&self, sentence: &Sentence) {
        eprintln!("{}", self.sentence(sentence));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur_core::combination::{PairVerdict, Trouble};
    use rapporteur_core::command::CannotCombine;
    use rapporteur_core::field::Shape;
    use rapporteur_core::file::{Encoding, Finding, Foreign, Limit, Refusal, Wrong};
    use rapporteur_core::intake::{Condition, Repeat, Verdict};
    use rapporteur_core::item::{EditId, SessionId};
    use rapporteur_core::list::{Encoding as ListEncoding, ListFinding};
    use rapporteur_core::queue::Need;
    use rapporteur_core::report;
    use rapporteur_core::vocabulary::VocabularyFinding;

    #[test]
    fn what_a_file_holds_does_not_steer_the_terminal() {
        let title = "a\u{1b}[31mb\u{202e}c\td\u{9b}";
        let told = Voice::new("en").sentence(&Sentence::new("cli-show-title", [("title", title)]));
        assert!(
            told.contains("a\u{fffd}[31mb\u{fffd}c d\u{fffd}"),
            "{told:?}"
        );
    }

    type Message = (&'static str, Vec<(&'static str, String)>);

    /// One of each. A new variant makes the matches below incomplete: add it there and here.
    fn all() -> Vec<Message> {
        let (text, item) = (String::new, ItemId::new(Kind::REC, 1));
        let refusals = [
            Refusal::Empty,
            Refusal::TooLarge { bytes: 2, limit: 1 },
            Refusal::NotUtf8(Encoding::Utf16),
            Refusal::NotUtf8(Encoding::Utf32),
            Refusal::NotUtf8(Encoding::Other),
            Refusal::NotJson { at: 1 },
            Refusal::NotOurs,
            Refusal::NoVersion { key: "minReader" },
            Refusal::NoRecords,
            Refusal::Newer {
                version: 2,
                app: text(),
            },
            Refusal::TooDeep,
            Refusal::TooManyRecords,
        ];
        let findings = [
            Finding::CutOff { records: 1 },
            Finding::Trailing { at: 1 },
            Finding::UnknownHeaderKey(text()),
            Finding::UnknownRecordKey {
                record: 1,
                key: text(),
            },
            Finding::RepeatedHeaderKey(text()),
            Finding::BadHeader { key: text() },
            Finding::UnknownTerm {
                item,
                field: text(),
                term: text(),
            },
            Finding::RepeatedRecord(item),
            Finding::Counts,
            Finding::EditsChanged,
            Finding::PlainChanged,
            Finding::Rescued { pieces: 3 },
            Finding::More { count: 1 },
            Finding::HandEdited { values: 1 },
            Finding::HandUnusable { item, key: text() },
            Finding::UnknownKind(text()),
            Finding::OddCharacters {
                item,
                field: text(),
                letter: '\u{202e}',
            },
        ];
        let faults = Wrong::ALL.iter().flat_map(|wrong| {
            let fault = wrong.at("seq");
            let record = Finding::BadRecord {
                record: 1,
                fault: fault.clone(),
            };
            let edit = Finding::BadEdit {
                item,
                edit: 1,
                fault,
            };
            [record, edit]
        });
        let over = Limit::ALL.iter().map(|limit| Finding::OverLimit {
            item,
            field: text(),
            limit: *limit,
        });
        let shapes = [
            Shape::Text,
            Shape::Wording,
            Shape::Int,
            Shape::Flag,
            Shape::Term("themes"),
            Shape::Terms("themes"),
            Shape::Texts,
            Shape::Date,
            Shape::Dates,
            Shape::Item("rec"),
            Shape::Judgement,
        ];
        let odd = shapes.iter().map(|shape| Finding::OddValue {
            item,
            field: text(),
            shape: *shape,
        });
        let chosen: Vec<Finding> = faults.chain(over).chain(odd).collect();
        let foreign = Foreign::ALL.map(Refusal::Foreign);
        let verdicts = [
            Verdict::Empty,
            Verdict::New,
            Verdict::Newer,
            Verdict::Same,
            Verdict::Older,
            Verdict::Both,
            Verdict::OtherEvent,
        ];
        let (row, column, value) = (0, text(), text());
        let lists = [
            ListFinding::TooLarge { bytes: 2, limit: 1 },
            ListFinding::NotUtf8 {
                encoding: ListEncoding::Utf16,
                at: 1,
            },
            ListFinding::NotUtf8 {
                encoding: ListEncoding::Other,
                at: 1,
            },
            ListFinding::BadJson {
                line: 1,
                column: 1,
                cut_off: false,
            },
            ListFinding::BadJson {
                line: 1,
                column: 1,
                cut_off: true,
            },
            ListFinding::NotAList,
            ListFinding::NoTextColumn { columns: vec![] },
            ListFinding::Empty,
            ListFinding::UnusedParts { names: vec![] },
            ListFinding::UnknownColumn {
                column: text(),
                values: 1,
            },
            ListFinding::ExtraCells {
                row,
                values: vec![],
            },
            ListFinding::UnclosedQuote { row: 2 },
            ListFinding::NotAnItem {
                row,
                value: value.clone(),
            },
            ListFinding::NoText { row },
            ListFinding::TooLong {
                row,
                column: column.clone(),
                length: 2,
                limit: 1,
            },
            ListFinding::TooManyItems { count: 2, limit: 1 },
            ListFinding::UnknownTerm {
                row,
                column: column.clone(),
                value: value.clone(),
            },
            ListFinding::SecondValue {
                row,
                column: column.clone(),
                value: value.clone(),
            },
            ListFinding::BadDate {
                row,
                column: column.clone(),
                value: value.clone(),
            },
            ListFinding::BadLanguage {
                row,
                column: column.clone(),
                value: value.clone(),
            },
            ListFinding::BadValue {
                row,
                column: column.clone(),
                value,
            },
            ListFinding::Cleaned { row, column },
            ListFinding::SameIdOtherText {
                row,
                first: 1,
                id: text(),
            },
            ListFinding::Repeated {
                row,
                first: 1,
                equal: true,
            },
            ListFinding::Repeated {
                row,
                first: 1,
                equal: false,
            },
        ];
        let id = text;
        let terms = [
            VocabularyFinding::UnknownScheme {
                id: id(),
                scheme: text(),
            },
            VocabularyFinding::BadId { id: id() },
            VocabularyFinding::ShadowsStandard { id: id() },
            VocabularyFinding::Repeated { id: id() },
            VocabularyFinding::NoLabel { id: id() },
            VocabularyFinding::BadBroader {
                id: id(),
                broader: text(),
            },
        ];
        let file = || vec![("file", text())];
        let repeats = [
            Repeat::Twice(0),
            Repeat::Renamed(0),
            Repeat::SaysTheSame(0),
            Repeat::OlderThan(0),
        ];
        let conditions = [
            Condition::Whole,
            Condition::HandEdited { values: 1 },
            Condition::CutOff { records: 1 },
            Condition::Damaged,
        ];
        let stops = [
            CannotCombine::TooFew,
            CannotCombine::TooMany { count: 2, limit: 1 },
            CannotCombine::NoText,
            CannotCombine::NotHere(item),
        ];
        let field = text;
        let items = [item, item];
        let needs = [
            Need::Trouble(Trouble::Cycle(vec![])),
            Need::Trouble(Trouble::Disputed { item, into: vec![] }),
            Need::Trouble(Trouble::Nowhere { item, into: None }),
            Need::Clash(EditId {
                session: SessionId(1),
                seq: 1,
            }),
            Need::Conflict {
                item,
                field: field(),
            },
            Need::Contradiction {
                combination: item,
                items,
                verdict: PairVerdict::Different,
            },
            Need::LookAlike {
                items,
                score: 0.0,
                earlier: None,
            },
            Need::Earlier {
                item,
                field: field(),
            },
            Need::OutOfDate { item, lang: text() },
            Need::Missing { item, lang: text() },
        ];
        let of_desk = conditions.iter().map(|condition| condition.message());
        let of_desk = of_desk
            .chain(stops.iter().map(|stop| stop.message()))
            .chain(repeats.iter().map(|repeat| (repeat.key(), file())))
            .chain(needs.iter().map(|need| (need.key(), vec![])));
        let reports = [
            report::Refusal::TwinsOutOfDate(vec![(text(), "ur")]),
            report::Refusal::WhichEvent(vec![]),
            report::Refusal::UnknownAddressee(text()),
            report::Refusal::NothingFor(text()),
        ];
        refusals
            .iter()
            .map(Refusal::message)
            .chain(of_desk)
            .chain(foreign.iter().map(Refusal::message))
            .chain(findings.iter().chain(&chosen).map(Finding::message))
            .chain(verdicts.iter().map(|verdict| (verdict.key(), vec![])))
            .chain(lists.iter().map(ListFinding::message))
            .chain(terms.iter().map(VocabularyFinding::message))
            .chain(reports.iter().map(report::Refusal::message))
            .collect()
    }

    #[test]
    fn everything_core_finds_has_a_sentence_that_names_only_what_it_is_given() {
        for lang in ["en", "ur"] {
            let voice = Voice::new(lang);
            assert_eq!(voice.0.broken(), Vec::<String>::new());
            for (key, named) in all() {
                assert!(voice.0.has(key), "{lang}: {key}");
                // What a sentence names and is not given stands in braces.
                let said = voice.sentence(&Sentence::of((key, named)));
                assert!(
                    !said.contains(['{', '}']) && said.len() > 10,
                    "{lang}: {said}"
                );
            }
        }
    }

    #[test]
    fn each_way_of_being_wrong_has_words_of_its_own() {
        for lang in ["en", "ur"] {
            let voice = Voice::new(lang);
            let mut said: BTreeMap<String, Message> = BTreeMap::new();
            for (key, named) in all() {
                let sentence = voice.sentence(&Sentence::of((key, named.clone())));
                let other = said.insert(sentence, (key, named.clone()));
                assert_eq!(other, None, "{lang}: {key} {named:?}");
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_sentences_naming_the_same() {
        let sources = |lang: &str| {
            let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales");
            ["cli", "findings", "desk", "report", "similar", "advice"]
                .map(|file| std::fs::read_to_string(format!("{root}/{lang}/{file}.ftl")).unwrap())
        };
        let keys = |source: &String| {
            let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
            let mut last = String::new();
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                if let Some((key, _)) = line.split_once(" = ")
                    && !line.starts_with(' ')
                {
                    last = key.to_owned();
                }
                let named = line.split('$').skip(1);
                let names = named.map(|rest| {
                    let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric());
                    rest[..end.unwrap_or(rest.len())].to_owned()
                });
                let held = keys.entry(last.clone()).or_default();
                held.extend(names);
                held.sort();
                held.dedup();
            }
            keys
        };
        for (en, ur) in sources("en").iter().zip(&sources("ur")) {
            assert!(ur.starts_with("# Urdu: awaiting native review"));
            assert_eq!(keys(en), keys(ur));
        }
    }

    #[test]
    fn every_key_said_here_has_a_sentence() {
        let voice = Voice::new("en");
        for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap() {
            let source = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            for start in ["\"cli-", "\"help-"] {
                for (at, _) in source.match_indices(start) {
                    let rest = &source[at + 1..];
                    let key = &rest[..rest.find('"').unwrap()];
                    let whole = !key.contains('{') && !key.ends_with('-');
                    assert!(!whole || voice.0.has(key), "{key}");
                }
            }
        }
    }
}
