//! What the capture page does: a line that is typed, who spoke and who is asked, and the lines that were captured.
//!
//! The text is pending in the session from its first letter, as a new recommendation. Enter makes one act of it: the text
//! with both choices, so that one step takes it back. The speaker stays for the next line, because the same person often
//! goes on; who is asked does not, because a wrong addressee is worse than none.

use std::collections::BTreeSet;

use leptos::prelude::*;
use rapporteur_core::edit::Reach;
use rapporteur_core::item::ItemId;
use rapporteur_core::text::{clean_input, guess_lang};
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::{SchemeId, Vocabulary, main_addressees};

use super::to_the_line;
use crate::browser::page::{self, Key};
use crate::browser::text;
use crate::session::{Book, Session, TextField, session};
use crate::words::{LANGUAGES, Words, words};

/// The id of the line.
pub(super) const LINE: &str = "capture-line";

/// The keys of the speaker's categories: two rows as they lie on the keyboard, whatever its layout writes there.
const SPEAKER_KEYS: [&str; 12] = ["Q", "W", "E", "R", "T", "Y", "A", "S", "D", "F", "G", "H"];

/// A choice with the key that makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Keyed {
    /// The term.
    pub(super) term: &'static str,
    /// What stands on the key, in Latin.
    pub(super) key: &'static str,
}

/// The categories of those who speak.
pub(super) fn speakers() -> impl Iterator<Item = Keyed> {
    let terms = Vocabulary::standard()
        .terms(SchemeId::StakeholderCategories)
        .filter(|term| !term.deprecated);
    terms.zip(SPEAKER_KEYS).map(|(term, key)| Keyed {
        term: term.id.as_ref(),
        key,
    })
}

/// Those who are asked most often.
pub(super) fn addressees() -> impl Iterator<Item = Keyed> {
    const KEYS: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
    main_addressees()
        .iter()
        .zip(KEYS)
        .map(|(choice, key)| Keyed {
            term: choice.term,
            key,
        })
}

/// The page's state, for its parts.
#[derive(Clone, Copy)]
pub(super) struct Taker {
    pub(super) session: Session,
    pub(super) words: Words,
    /// Whose list the lines go to.
    pub(super) group: Memo<Option<ItemId>>,
    /// Who spoke: a category.
    pub(super) speaker: RwSignal<Option<&'static str>>,
    /// Who is asked.
    pub(super) asked: RwSignal<BTreeSet<&'static str>>,
    /// The language of the line.
    pub(super) lang: RwSignal<&'static str>,
    /// What was captured here and can be taken back, with its text.
    pub(super) captured: RwSignal<Vec<(ItemId, String)>>,
    /// The recommendation that the line becomes, and its field.
    item: StoredValue<Option<(ItemId, TextField)>>,
}

impl Taker {
    pub(super) fn new(group: Memo<Option<ItemId>>) -> Self {
        let words = words();
        Self {
            session: session(),
            words,
            group,
            speaker: RwSignal::new(None),
            asked: RwSignal::new(BTreeSet::new()),
            lang: RwSignal::new(untrack(|| words.lang())),
            captured: RwSignal::new(Vec::new()),
            item: StoredValue::new(None),
        }
    }

    /// The text in the line changed.
    pub(super) fn typed(self, text: &str) {
        if let Some((item, field)) = self.held().or_else(|| self.begin()) {
            self.session.type_text(item, &field, text);
        }
    }

    fn begin(self) -> Option<(ItemId, TextField)> {
        let group = self.group.get_untracked()?;
        let item = self.session.new_recommendation(group)?;
        let field = TextField::Wording(self.lang.get_untracked().to_owned());
        self.session.open_text(item, field.clone());
        let held = Some((item, field));
        self.item.set_value(held.clone());
        held
    }

    /// What the line becomes, where it is there still: going back to an earlier state takes along what came since.
    fn held(self) -> Option<(ItemId, TextField)> {
        let is_there = |item| {
            let is_kept = |book: &Book| book.workbook.item(item).is_some();
            self.is_pending(item) || self.session.peek(is_kept)
        };
        self.item.get_value().filter(|(item, _)| is_there(*item))
    }

    /// Whether the line is pending still: nothing (a hidden page, a file that was made) has made an act of it.
    fn is_pending(self, item: ItemId) -> bool {
        untrack(|| self.session.fresh()).is_some_and(|(fresh, _)| fresh == item)
    }

    /// The line is done: the text and both choices are one act, and the next line begins.
    pub(super) fn finish(self) {
        let text = clean_input(&text::nfc(&page::text_in(LINE).unwrap_or_default()));
        to_the_line();
        if text.trim().is_empty() {
            self.session.say(self.words.t("capture-empty"));
            return;
        }
        let Some((item, field)) = self.held().or_else(|| self.begin()) else {
            return;
        };
        let chosen = self.lang.get_untracked();
        let lang = guess_lang(&text).and_then(known_language).unwrap_or(chosen);
        let pending = self.is_pending(item);
        if pending {
            // The act has the text; what is pending would be a second one.
            self.session.type_text(item, &field, "");
        } else {
            // Some of it was typed before it became an act: all that stands in the line counts.
            self.session.type_text(item, &field, &text);
        }
        let (speaker, asked) = (self.speaker.get_untracked(), self.asked.get_untracked());
        self.session.act_on_as("plenary", item, |act, book| {
            if pending {
                act.word(&book.workbook, item, lang, &text, Reach::default());
            }
            if let Some(speaker) = speaker {
                act.set(&book.workbook, item, "speaker", Value::text(speaker));
            }
            if !asked.is_empty() {
                act.set(
                    &book.workbook,
                    item,
                    "addressees",
                    Value::set(asked.iter().copied()),
                );
            }
            // Of one there is no question who leads.
            if let (1, Some(only)) = (asked.len(), asked.first()) {
                act.set(&book.workbook, item, "lead", Value::text(only));
            }
        });
        self.session.close_text();
        self.item.set_value(None);
        page::put_text(LINE, "");
        self.asked.set(BTreeSet::new());
        // The script of what was typed tells the language of the next line too.
        self.lang.set(lang);
        self.captured.update(|captured| captured.push((item, text)));
        let number = self.session.peek(|book| book.register.number(item));
        self.session.say(
            self.words
                .with("capture-taken", &[("number", number.into())]),
        );
    }

    /// Changes something the line depends on: its language, its group. What is typed goes along. The focus stays, since
    /// arrow keys choose among such choices.
    pub(super) fn change(self, change: impl FnOnce()) {
        let text = page::text_in(LINE).unwrap_or_default();
        match self.held() {
            Some((item, field)) if self.is_pending(item) => {
                self.session.type_text(item, &field, "");
                self.session.close_text();
                self.item.set_value(None);
                change();
                if !text.trim().is_empty() {
                    self.typed(&text);
                }
            }
            Some(_) => {
                self.finish();
                change();
            }
            None => change(),
        }
    }

    /// The page is left: what stands in the line becomes a draft.
    pub(super) fn leave(self) {
        self.session.close_text();
    }

    /// Takes the last line back; its words stand in the line again where that is empty.
    pub(super) fn take_back(self) {
        let mut typed = page::text_in(LINE).unwrap_or_default();
        match self.held() {
            // Else the line being typed would become an act, and be taken back in place of the last one.
            Some((item, field)) if self.is_pending(item) => {
                self.session.type_text(item, &field, "");
            }
            // It has become an act: it is the last one.
            Some((item, _)) => {
                self.session.close_text();
                let text = std::mem::take(&mut typed);
                self.captured.update(|captured| captured.push((item, text)));
            }
            None => {}
        }
        let Some((_, text)) = self.captured.try_update(Vec::pop).flatten() else {
            return;
        };
        self.session.undo();
        self.item.set_value(None);
        let line = if typed.trim().is_empty() { text } else { typed };
        page::put_text(LINE, &line);
        self.typed(&line);
        self.session.say(self.words.t("capture-taken-back"));
        to_the_line();
    }

    /// Chooses who spoke, or nobody where they were chosen.
    pub(super) fn speak(self, term: &'static str) {
        self.speaker
            .update(|speaker| *speaker = (*speaker != Some(term)).then_some(term));
        let on = self.speaker.get_untracked().is_some();
        self.say_choice(term, on);
    }

    /// Chooses who is asked, or no longer.
    pub(super) fn ask(self, term: &'static str) {
        let on = self
            .asked
            .try_update(|asked| asked.insert(term) || !asked.remove(term))
            .unwrap_or_default();
        self.say_choice(term, on);
    }

    fn say_choice(self, term: &str, on: bool) {
        let label = self.label(term);
        let key = if on {
            "capture-chosen"
        } else {
            "capture-not-chosen"
        };
        self.session
            .say(self.words.with(key, &[("choice", label.into())]));
        to_the_line();
    }

    /// What a choice is called on its button; follows the language.
    pub(super) fn label(self, term: &str) -> String {
        let lang = self.words.lang();
        let short = main_addressees().iter().find(|choice| choice.term == term);
        let short = short
            .and_then(|choice| choice.labels.get(lang))
            .map(str::to_owned);
        short.unwrap_or_else(|| {
            self.session
                .read(|book| book.vocabulary.label(term, lang).to_owned())
        })
    }

    /// Listens for the keys: with Alt anywhere, alone where no text is typed.
    pub(super) fn listen(self) {
        let listener = page::on_key(move |key| {
            let meant = !key.ctrl
                && !key.meta
                && !key.repeat
                && !key.composing
                && (key.alt || !key.in_text);
            if meant && untrack(|| self.press(&key)) {
                key.prevent();
            }
        });
        // Kept as long as the page is.
        StoredValue::new_local(listener);
    }

    fn press(self, key: &Key) -> bool {
        let by_code =
            |prefix: &str, found: &Keyed| key.code.strip_prefix(prefix) == Some(found.key);
        if let Some(found) = addressees().find(|found| by_code("Digit", found)) {
            self.ask(found.term);
        } else if let Some(found) = speakers().find(|found| by_code("Key", found)) {
            self.speak(found.term);
        } else {
            return false;
        }
        true
    }
}

/// The language of the interface with that tag.
fn known_language(tag: &str) -> Option<&'static str> {
    LANGUAGES
        .iter()
        .map(|language| language.tag)
        .find(|known| *known == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_a_key_of_its_own() {
        assert_eq!(speakers().count(), 12);
        assert_eq!(addressees().count(), main_addressees().len());
        let mut keys: Vec<_> = speakers()
            .chain(addressees())
            .map(|choice| choice.key)
            .collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 12 + main_addressees().len());
    }
}
