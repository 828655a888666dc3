//! What plenary does with a recommendation: amends it while everybody reads along.

use super::{Act, wording};
use crate::edit::{Reach, Written};
use crate::item::ItemId;
use crate::judgement::Judged;
use crate::value::Value;
use crate::workbook::{Workbook, digest_of};

/// What an act of plenary is called in the history.
pub const PLENARY: &str = "plenary";

impl Act<'_> {
    /// The text that plenary amends, in its language, which is the original from then on: what was agreed in the room is what
    /// documents print. What was ready to be shown still is: everybody has the new words before them. Texts in other languages,
    /// the former original among them, are behind until somebody compares them, and so is what a group judged of the old words.
    pub fn amend(
        &mut self,
        workbook: &Workbook,
        item: ItemId,
        lang: &str,
        text: &str,
        seen: Reach,
    ) {
        let shown = Judged::read(workbook, item, "vetted").standing() == Some(&Value::Bool(true));
        if text.trim().is_empty() {
            // A text that is taken away leaves the others as they are.
            return self.word(workbook, item, lang, text, seen);
        }
        let amended = wording(lang, text);
        let of = digest_of(&amended).to_string();
        self.write(
            item,
            &format!("wording/{lang}"),
            Written::One(amended),
            seen,
        );
        if workbook.text(item, "original") != Some(lang) {
            self.set(workbook, item, "original", Value::text(lang));
        }
        if shown {
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

    /// A recommendation in both languages, the English text first, and ready to be shown; with whoever writes on.
    fn written(item: ItemId) -> (Workbook, Pen) {
        let mut workbook = Workbook::new();
        let mut pen = Pen::new(SessionId(1));
        for (lang, text) in [("en", "Old words."), ("ur", "پرانے الفاظ۔")] {
            let mut act = pen.act("typed", Some(60));
            act.word(&workbook, item, lang, text, Reach::default());
            workbook.join(act.finish());
        }
        let mut act = pen.act("vet", Some(60));
        act.vet(&workbook, &[item], true);
        workbook.join(act.finish());
        (workbook, pen)
    }

    fn shown(workbook: &Workbook, item: ItemId) -> bool {
        Judged::read(workbook, item, "vetted").standing() == Some(&Value::Bool(true))
    }

    #[test]
    fn an_amended_text_is_still_shown_the_other_is_behind_and_one_undo_takes_all_of_it_back() {
        for (lang, other, new) in [("en", "ur", "New words."), ("ur", "en", "نئے الفاظ۔")]
        {
            let item = ItemId::new(Kind::REC, 1);
            let (mut workbook, mut pen) = written(item);
            let read = |workbook: &Workbook| Recommendation::read(workbook, item);
            let before = read(&workbook);
            assert!(shown(&workbook, item) && before.out_of_date.is_empty());
            let seen = workbook.reach(item, &format!("wording/{lang}"));
            let mut act = pen.act(PLENARY, Some(60));
            act.amend(&workbook, item, lang, new, seen);
            let edits = act.finish();
            let named = edits.first().unwrap().act;
            workbook.join(edits);
            let after = read(&workbook);
            assert!(shown(&workbook, item), "{lang}");
            assert_eq!(after.original_text(), Some((lang, new)));
            assert!(after.out_of_date.contains(other), "{lang}");
            assert_eq!(after.out_of_date.len(), 1, "{lang}");
            // Amended a second time in the other language, this one is behind.
            let mut again = workbook.clone();
            let mut act = pen.act(PLENARY, Some(60));
            let seen = again.reach(item, &format!("wording/{other}"));
            act.amend(&again, item, other, "Words / الفاظ", seen);
            again.join(act.finish());
            assert_eq!(read(&again).original, other);
            assert!(read(&again).out_of_date.contains(lang), "{lang}");
            let undone = undo(&workbook, SessionId(1), named, &mut pen, None);
            workbook.join(undone);
            assert_eq!(read(&workbook), before);
            assert!(shown(&workbook, item), "{lang}");
        }
    }

    #[test]
    fn a_text_that_plenary_takes_away_leaves_the_original_what_it_was() {
        let item = ItemId::new(Kind::REC, 1);
        let (mut workbook, mut pen) = written(item);
        let seen = workbook.reach(item, "wording/ur");
        let mut act = pen.act(PLENARY, Some(60));
        act.amend(&workbook, item, "ur", "", seen);
        workbook.join(act.finish());
        let read = Recommendation::read(&workbook, item);
        assert_eq!(read.original_text(), Some(("en", "Old words.")));
        assert!(shown(&workbook, item));
    }
}
