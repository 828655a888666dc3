//! What plenary does with a recommendation: amends it while everybody reads along.

use super::{Act, wording};
use crate::edit::Reach;
use crate::item::ItemId;
use crate::judgement::Judged;
use crate::value::Value;
use crate::workbook::{Workbook, digest_of};

/// What an act of plenary is called in the history.
pub const PLENARY: &str = "plenary";

impl Act<'_> {
    /// The text that plenary amends, in its language. What was ready to be shown still is: everybody has the new words before
    /// them. Texts in other languages are behind from then on, and so is what a group judged of the old words.
    pub fn amend(
        &mut self,
        workbook: &Workbook,
        item: ItemId,
        lang: &str,
        text: &str,
        seen: Reach,
    ) {
        let shown = Judged::read(workbook, item, "vetted").standing() == Some(&Value::Bool(true));
        let original = workbook.text(item, "original").unwrap_or(lang);
        self.word(workbook, item, lang, text, seen);
        if shown && original == lang {
            let of = digest_of(&wording(lang, text)).to_string();
            let value = Value::map([("judged", Value::Bool(true)), ("of", Value::text(&of))]);
            self.set(workbook, item, "vetted", value);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::command::{Pen, undo};
    use crate::item::{Kind, SessionId};
    use crate::recommendation::Recommendation;

    #[test]
    fn an_amended_text_is_still_shown_and_one_undo_takes_all_of_it_back() {
        let item = ItemId::new(Kind::REC, 1);
        let mut workbook = Workbook::new();
        let mut pen = Pen::new(SessionId(1));
        let mut write = |workbook: &mut Workbook, act: &dyn Fn(&mut Act<'_>, &Workbook)| {
            let mut written = pen.act(PLENARY, Some(60));
            act(&mut written, workbook);
            let edits = written.finish();
            let first = edits.first().map(|edit| edit.act);
            workbook.join(edits);
            (first, pen.clone())
        };
        for (lang, text) in [("en", "Old words."), ("ur", "پرانے الفاظ۔")] {
            write(&mut workbook, &|act, workbook| {
                act.word(workbook, item, lang, text, Reach::default());
            });
        }
        write(&mut workbook, &|act, workbook| {
            act.vet(workbook, &[item], true)
        });
        let shown = |workbook: &Workbook| {
            Judged::read(workbook, item, "vetted").standing() == Some(&Value::Bool(true))
        };
        let behind = |workbook: &Workbook| {
            Recommendation::read(workbook, item)
                .out_of_date
                .contains("ur")
        };
        assert!(shown(&workbook) && !behind(&workbook));
        let (act, mut pen) = write(&mut workbook, &|act, workbook| {
            let seen = workbook.reach(item, "wording/en");
            act.amend(workbook, item, "en", "New words.", seen);
        });
        assert!(shown(&workbook) && behind(&workbook));
        let text = |workbook: &Workbook| {
            Recommendation::read(workbook, item)
                .wordings
                .get("en")
                .cloned()
                .unwrap()
        };
        assert_eq!(text(&workbook), "New words.");
        let undone = undo(&workbook, SessionId(1), act.unwrap(), &mut pen, None);
        workbook.join(undone);
        assert_eq!(text(&workbook), "Old words.");
        assert!(shown(&workbook) && !behind(&workbook));
    }
}
