//! The text in the focused field: what is typed is pending until the field is left, and survives the tab.
//!
//! `seen` is the field's reach when the editor was opened or last redrawn, so what arrives while one types is in conflict
//! with it and not silently replaced. The numbers of its edits are reserved, so whoever recovers it writes the same edits.

use leptos::prelude::*;
use rapporteur_core::command::{PLENARY, Pen, wording};
use rapporteur_core::edit::{Edit, Reach, Written};
use rapporteur_core::item::ItemId;
use rapporteur_core::text::{clean_input, guess_lang};
use rapporteur_core::value::Value;

use super::Session;
use crate::browser::{clock, text};

/// Enough numbers for the edits of any one text: a new recommendation, its wording, its original, its twin.
const NUMBERS: u64 = 16;

/// What a text field writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TextField {
    /// `wording/<lang>` of a recommendation.
    Wording(String),
    /// `wording/<lang>` of a recommendation that plenary amends while it is shown.
    Amendment(String),
    /// A field of the shape `{"lang", "text"}`, with its language; empty where the script of what is written tells it.
    InLanguage(String, String),
    /// A field that is one text without a language.
    Plain(String),
}

impl TextField {
    /// The name of the field.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Wording(lang) | Self::Amendment(lang) => format!("wording/{lang}"),
            Self::InLanguage(field, _) | Self::Plain(field) => field.clone(),
        }
    }

    /// The text that is in a value of the field.
    pub(crate) fn text_in(&self, value: Option<&Value>) -> String {
        let text = match self {
            Self::Plain(_) => value.and_then(Value::as_text),
            Self::Wording(_) | Self::Amendment(_) | Self::InLanguage(..) => value
                .and_then(|value| value.get("text"))
                .and_then(Value::as_text),
        };
        text.unwrap_or_default().to_owned()
    }
}

/// A text that is being typed.
pub(super) struct Writing {
    item: ItemId,
    field: TextField,
    /// The text when the editor was opened or last redrawn.
    before: String,
    seen: Reach,
    typed: Option<Typed>,
}

struct Typed {
    pen: Pen,
    at: i64,
    text: String,
}

impl Session {
    /// A text field got the focus, or was redrawn while nothing was typed in it: from now on its writer has seen what it
    /// holds. Returns the text to show.
    pub(crate) fn open_text(self, item: ItemId, field: TextField) -> String {
        let other = self.with_inner(|inner| {
            inner
                .writing
                .as_ref()
                .is_some_and(|held| held.item != item || held.field != field)
        });
        if other {
            self.leave_text();
        }
        let name = field.name();
        let (before, seen) = self.peek(|book| {
            (
                field.text_in(book.workbook.value(item, &name)),
                book.workbook.reach(item, &name),
            )
        });
        self.with_inner(|inner| {
            if inner
                .writing
                .as_ref()
                .is_none_or(|held| held.typed.is_none())
            {
                inner.writing = Some(Writing {
                    item,
                    field,
                    before: before.clone(),
                    seen,
                    typed: None,
                });
            }
        });
        before
    }

    /// The text in a field changed: it is pending, in the journal at once and in the store soon.
    pub(crate) fn type_text(self, item: ItemId, field: &TextField, text: &str) {
        // Text can come without the focus: from an input method that finishes late, from the browser itself.
        if !self.is_open(item, field) {
            self.open_text(item, field.clone());
        }
        self.introduce();
        let pending = self.with_inner(|inner| {
            let fresh = inner.fresh;
            let start = inner
                .writing
                .as_ref()
                .is_some_and(|writing| writing.typed.is_none());
            let pen = if start {
                Some(inner.pen.reserve(NUMBERS))
            } else {
                None
            };
            let writing = inner.writing.as_mut()?;
            if let Some(pen) = pen {
                writing.typed = Some(Typed {
                    pen,
                    at: clock::now(),
                    text: String::new(),
                });
            }
            if let Some(typed) = &mut writing.typed {
                typed.text = text.to_owned();
            }
            Some(self.pending_edits(writing, fresh))
        });
        let Some(edits) = pending else {
            return;
        };
        if let Err(error) = self.keep_typed(&edits) {
            self.show_saving(Some(error.into()));
        }
    }

    /// The workbook was read again: who writes in the open field has seen what it holds now.
    pub(super) fn see_anew(self) {
        let open = self.with_inner(|inner| {
            let held = inner.writing.as_ref()?;
            Some((held.item, held.field.clone()))
        });
        if let Some((item, field)) = open {
            self.open_text(item, field);
        }
    }

    /// The edits the pending text would make if it were left now.
    fn pending_edits(self, writing: &Writing, fresh: Option<(ItemId, ItemId)>) -> Vec<Edit> {
        let Some(typed) = &writing.typed else {
            return Vec::new();
        };
        let text = clean_input(&text::nfc(&typed.text));
        if text == writing.before {
            return Vec::new();
        }
        let mut pen = typed.pen.clone();
        let why = match &writing.field {
            TextField::Amendment(_) => PLENARY,
            _ => "typed",
        };
        let mut act = pen.act(why, Some(typed.at));
        let (item, seen) = (writing.item, writing.seen.clone());
        self.book.with_untracked(|book| {
            if let Some((_, group)) = fresh.filter(|(fresh, _)| *fresh == item) {
                act.add_recommendation(&book.workbook, &book.register, group, item);
            }
            match &writing.field {
                TextField::Wording(lang) => act.word(&book.workbook, item, lang, &text, seen),
                TextField::Amendment(lang) => act.amend(&book.workbook, item, lang, &text, seen),
                TextField::InLanguage(field, lang) => {
                    let lang = match lang.as_str() {
                        "" => guess_lang(&text).unwrap_or("en"),
                        lang => lang,
                    };
                    act.write(item, field, Written::One(wording(lang, &text)), seen);
                }
                TextField::Plain(field) => {
                    let value = if text.is_empty() {
                        Value::None
                    } else {
                        Value::text(&text)
                    };
                    act.write(item, field, Written::One(value), seen);
                }
            }
        });
        act.finish()
    }

    /// The field is left (or the page hidden, or an act comes): what was typed becomes an act. Typing may go on after it.
    pub(crate) fn leave_text(self) {
        let edits = self.with_inner(|inner| {
            let fresh = inner.fresh;
            let writing = inner.writing.as_mut()?;
            writing.typed.as_ref()?;
            let edits = self.pending_edits(writing, fresh);
            Some((writing.item, writing.field.clone(), edits))
        });
        let Some((item, field, edits)) = edits else {
            return;
        };
        if !edits.is_empty() {
            self.take_fresh(item);
        }
        // The act is in the journal before the pending text leaves it.
        let committed = self.commit_act(edits, true);
        let name = field.name();
        let (before, seen) = self.peek(|book| {
            (
                field.text_in(book.workbook.value(item, &name)),
                book.workbook.reach(item, &name),
            )
        });
        self.with_inner(|inner| {
            if let Some(writing) = &mut inner.writing {
                (writing.before, writing.seen, writing.typed) = (before, seen, None);
            }
        });
        self.forget_typed();
        if !committed {
            self.show_saving(None);
        }
    }

    /// The field lost the focus.
    pub(crate) fn close_text(self) {
        self.leave_text();
        self.with_inner(|inner| inner.writing = None);
    }

    /// The text that was typed into this field and not left yet; `None` where there is none.
    pub(crate) fn typed_text(self, item: ItemId, field: &TextField) -> Option<String> {
        self.with_inner(|inner| {
            let held = inner
                .writing
                .as_ref()
                .filter(|held| held.item == item && held.field == *field)?;
            held.typed.as_ref().map(|typed| typed.text.clone())
        })
    }

    /// The text of an item that was typed and not left yet, with its field.
    pub(crate) fn pending_text(self, item: ItemId) -> Option<(TextField, String)> {
        self.with_inner(|inner| {
            let held = inner.writing.as_ref().filter(|held| held.item == item)?;
            let typed = held.typed.as_ref()?;
            Some((held.field.clone(), typed.text.clone()))
        })
    }

    /// Whether this field is the one that is open: [`Self::open_text`] was called and it was not closed.
    pub(crate) fn is_open(self, item: ItemId, field: &TextField) -> bool {
        self.with_inner(|inner| {
            inner
                .writing
                .as_ref()
                .is_some_and(|held| held.item == item && held.field == *field)
        })
    }

    /// Whether this field has text that was typed and not left yet: it must not be redrawn.
    pub(crate) fn is_typing(self, item: ItemId, field: &TextField) -> bool {
        self.with_inner(|inner| {
            inner.writing.as_ref().is_some_and(|held| {
                held.item == item && held.field == *field && held.typed.is_some()
            })
        })
    }
}
