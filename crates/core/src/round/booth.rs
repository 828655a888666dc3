//! The booth: what one voter goes through with the laptop before them. Pure: keys go in, the paper comes out.
//!
//! One recommendation a page in this voter's own order, its questions one after the other, each answered by one key; then
//! the ranking, where the card asks for one; then a review, from which any answer can be changed. Begin, ten answers and
//! "done": twelve interactions for ten items and one question.

mod written;

use super::Round;
use super::card::{Card, Method, rank_digits};
use crate::item::ItemId;

/// What the voter has before them. Turns count the items in the voter's order, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A question about an item.
    Question {
        /// Which item of the voter's order.
        turn: usize,
        /// Which question of those asked by item.
        question: usize,
    },
    /// The reason of an answer that withholds support.
    Reason {
        /// Which item of the voter's order.
        turn: usize,
    },
    /// The best ones, best first.
    Ranking,
    /// All answers; "done" casts them.
    Review,
}

/// What came of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// It was an answer, or a step.
    Taken,
    /// It means nothing here.
    Nothing,
    /// So many dots are not left.
    TooManyDots,
}

/// A voter's way through the questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booth {
    card: Card,
    items: Vec<ItemId>,
    /// Places of `items`, as this voter meets them.
    order: Vec<usize>,
    questions: Vec<Method>,
    /// By question, by place of `items`.
    answers: Vec<Vec<Option<i64>>>,
    reasons: Vec<String>,
    /// Places of `items`, best first.
    ranked: Vec<usize>,
    /// The first digits of a number in the ranking, where numbers have several.
    typed: Vec<u8>,
    place: Place,
    /// Whether the review was reached: an answer changed from there leads back to it.
    reviewed: bool,
}

impl Booth {
    /// The booth of a round for one voter, who meets the items in that order (places in the list; what is missing from it
    /// comes last).
    pub fn new(round: &Round, order: Vec<usize>) -> Self {
        let items: Vec<ItemId> = round.items.iter().map(|voted| voted.item).collect();
        let mut order: Vec<usize> = order.into_iter().filter(|at| *at < items.len()).collect();
        for at in 0..items.len() {
            if !order.contains(&at) {
                order.push(at);
            }
        }
        order.truncate(items.len());
        let questions: Vec<Method> = round.card.by_item().collect();
        let ranks = round.card.asks(Method::Ranking) && round.card.k > 0;
        let place = match (questions.is_empty(), ranks) {
            (false, _) => Place::Question {
                turn: 0,
                question: 0,
            },
            (true, true) => Place::Ranking,
            (true, false) => Place::Review,
        };
        Self {
            answers: vec![vec![None; items.len()]; questions.len()],
            reasons: vec![String::new(); items.len()],
            ranked: Vec::new(),
            typed: Vec::new(),
            card: round.card.clone(),
            order,
            questions,
            items,
            place,
            reviewed: false,
        }
    }

    /// What the voter has before them.
    pub fn place(&self) -> Place {
        self.place
    }

    /// The card.
    pub fn card(&self) -> &Card {
        &self.card
    }

    /// The items, in this voter's order.
    pub fn items(&self) -> impl Iterator<Item = ItemId> + '_ {
        self.order
            .iter()
            .filter_map(|at| self.items.get(*at))
            .copied()
    }

    /// The item at that turn.
    pub fn item(&self, turn: usize) -> Option<ItemId> {
        self.items.get(*self.order.get(turn)?).copied()
    }

    /// The questions asked by item.
    pub fn questions(&self) -> &[Method] {
        &self.questions
    }

    /// The answer to a question about the item at that turn; none where it was passed, or not reached yet.
    pub fn answer(&self, turn: usize, question: usize) -> Option<i64> {
        *self.answers.get(question)?.get(*self.order.get(turn)?)?
    }

    /// The reason given at that turn.
    pub fn reason(&self, turn: usize) -> &str {
        let at = self.order.get(turn).and_then(|at| self.reasons.get(*at));
        at.map_or("", String::as_str)
    }

    /// Which place the item at that turn has in the ranking, from 1.
    pub fn rank(&self, turn: usize) -> Option<usize> {
        let at = self.order.get(turn)?;
        let place = self.ranked.iter().position(|held| held == at)?;
        Some(place.saturating_add(1))
    }

    /// How many are ranked.
    pub fn ranked(&self) -> usize {
        self.ranked.len()
    }

    /// The number of the item at that turn in the ranking, as it is pressed: of up to ten items one digit, the tenth 0; of
    /// more all have equally many digits.
    pub fn number(&self, turn: usize) -> String {
        let digits = rank_digits(self.items.len());
        match (digits, turn) {
            (1, 9) => String::from("0"),
            _ => format!("{:0digits$}", turn.saturating_add(1)),
        }
    }

    /// How many digits a number in the ranking has.
    pub fn digits(&self) -> usize {
        rank_digits(self.items.len())
    }

    /// What is pressed so far of a number in the ranking.
    pub fn typed(&self) -> String {
        self.typed.iter().map(u8::to_string).collect()
    }

    /// Dots that are left.
    pub fn dots_left(&self) -> u64 {
        let of_dots = self
            .questions
            .iter()
            .position(|method| *method == Method::Dots);
        let given = of_dots
            .and_then(|at| self.answers.get(at))
            .into_iter()
            .flatten()
            .flatten();
        let given = given.fold(0_u64, |sum, dots| {
            sum.saturating_add(u64::try_from(*dots).unwrap_or(0))
        });
        self.card.dots.saturating_sub(given)
    }

    /// A digit was pressed, or a choice clicked that says the same. 0 passes, or gives no dot; in a ranking
    /// of ten it is the tenth, and among more the digits of one number are pressed one after the other.
    pub fn press(&mut self, digit: u8) -> Pressed {
        match self.place {
            Place::Question { turn, question } => {
                self.answer_with(turn, question, i64::from(digit))
            }
            Place::Ranking => {
                let digits = self.digits();
                if digits == 1 {
                    let turn = usize::from(digit).checked_sub(1).unwrap_or(9);
                    return self.pick(turn);
                }
                self.typed.push(digit);
                match self.typed.len() < digits {
                    true => Pressed::Taken,
                    false => self.pick_typed(),
                }
            }
            Place::Reason { .. } | Place::Review => Pressed::Nothing,
        }
    }

    fn answer_with(&mut self, turn: usize, question: usize, answer: i64) -> Pressed {
        let Some(method) = self.questions.get(question).copied() else {
            return Pressed::Nothing;
        };
        let (least, greatest) = self.card.ends(method);
        let answered = match answer {
            0 if method != Method::Dots => None,
            _ if !(least..=greatest).contains(&answer) => return Pressed::Nothing,
            _ => Some(answer),
        };
        let before = self.answer(turn, question);
        self.put(turn, question, None);
        let wanted = answered
            .and_then(|dots| u64::try_from(dots).ok())
            .unwrap_or(0);
        if method == Method::Dots && wanted > self.dots_left() {
            self.put(turn, question, before);
            return Pressed::TooManyDots;
        }
        self.put(turn, question, answered);
        if method == Method::Gradients {
            if answered.is_some_and(|step| step > 4) {
                self.place = Place::Reason { turn };
                return Pressed::Taken;
            }
            self.put_reason(turn, String::new());
        }
        self.forward();
        Pressed::Taken
    }

    fn put(&mut self, turn: usize, question: usize, answer: Option<i64>) {
        let at = self.order.get(turn).copied().unwrap_or(usize::MAX);
        if let Some(cell) = self
            .answers
            .get_mut(question)
            .and_then(|row| row.get_mut(at))
        {
            *cell = answer;
        }
    }

    fn put_reason(&mut self, turn: usize, reason: String) {
        let at = self.order.get(turn).copied().unwrap_or(usize::MAX);
        if let Some(cell) = self.reasons.get_mut(at) {
            *cell = reason;
        }
    }

    /// Passes what is asked: no answer, no further rank.
    pub fn pass(&mut self) -> Pressed {
        match self.place {
            Place::Question { .. } => self.press(0),
            // A number without its leading noughts.
            Place::Ranking if !self.typed.is_empty() => self.pick_typed(),
            Place::Ranking => {
                self.place = Place::Review;
                self.reviewed = true;
                Pressed::Taken
            }
            Place::Reason { .. } | Place::Review => Pressed::Nothing,
        }
    }

    /// The reason of an answer that withholds support; an empty one is none.
    pub fn give_reason(&mut self, reason: &str) -> Pressed {
        let Place::Reason { turn } = self.place else {
            return Pressed::Nothing;
        };
        let reason = reason.trim();
        if reason.is_empty() {
            return Pressed::Nothing;
        }
        self.put_reason(turn, reason.to_owned());
        self.place = Place::Question {
            turn,
            question: self.gradients().unwrap_or(0),
        };
        self.forward();
        Pressed::Taken
    }

    fn pick_typed(&mut self) -> Pressed {
        let number = self.typed.drain(..).fold(0_usize, |number, digit| {
            number.saturating_mul(10).saturating_add(digit.into())
        });
        match number.checked_sub(1) {
            Some(turn) => self.pick(turn),
            None => Pressed::Nothing,
        }
    }

    /// Puts the item at that turn next in the ranking, or takes it out of it. The last place ends the ranking.
    pub fn pick(&mut self, turn: usize) -> Pressed {
        self.typed.clear();
        let Some(at) = self
            .order
            .get(turn)
            .copied()
            .filter(|_| self.place == Place::Ranking)
        else {
            return Pressed::Nothing;
        };
        if let Some(held) = self.ranked.iter().position(|held| *held == at) {
            self.ranked.remove(held);
            return Pressed::Taken;
        }
        if self.ranked.len() >= self.card.k {
            return Pressed::Nothing;
        }
        self.ranked.push(at);
        if self.ranked.len() >= self.card.k.min(self.items.len()) {
            self.place = Place::Review;
            self.reviewed = true;
        }
        Pressed::Taken
    }

    /// One step on.
    fn forward(&mut self) {
        let Place::Question { turn, question } = self.place else {
            return;
        };
        let next_question = question.saturating_add(1);
        let next_turn = turn.saturating_add(1);
        self.place = if self.reviewed {
            Place::Review
        } else if next_question < self.questions.len() {
            Place::Question {
                turn,
                question: next_question,
            }
        } else if next_turn < self.items.len() {
            Place::Question {
                turn: next_turn,
                question: 0,
            }
        } else if self.ranks() {
            Place::Ranking
        } else {
            Place::Review
        };
        self.reviewed = self.reviewed || self.place == Place::Review;
    }

    /// One step back, or one digit of a number that is not whole yet; whether there was one.
    pub fn back(&mut self) -> bool {
        if self.typed.pop().is_some() {
            return true;
        }
        let last_question = self.questions.len().checked_sub(1);
        let end = self.items.len().checked_sub(1).zip(last_question);
        let end = end.map(|(turn, question)| Place::Question { turn, question });
        let before = match self.place {
            Place::Question { turn, question } => {
                match (turn.checked_sub(1), question.checked_sub(1)) {
                    (_, Some(question)) => Some(Place::Question { turn, question }),
                    (Some(turn), None) => {
                        last_question.map(|question| Place::Question { turn, question })
                    }
                    (None, None) => None,
                }
            }
            Place::Reason { turn } => self
                .gradients()
                .map(|question| Place::Question { turn, question }),
            Place::Ranking => end,
            Place::Review if self.ranks() => Some(Place::Ranking),
            Place::Review => end,
        };
        let Some(before) = before else {
            return false;
        };
        if self.place == Place::Review {
            self.reviewed = false;
        }
        self.place = before;
        true
    }

    /// From the review to a question, and from there back to the review.
    pub fn change(&mut self, turn: usize, question: usize) {
        if turn < self.items.len() && question < self.questions.len() {
            self.place = Place::Question { turn, question };
        }
    }

    /// From the review to the ranking, which is begun anew.
    pub fn rank_anew(&mut self) {
        if self.ranks() {
            self.ranked.clear();
            self.typed.clear();
            self.place = Place::Ranking;
        }
    }

    /// Answers that withhold support and have no reason yet: turns.
    pub fn reasons_missing(&self) -> Vec<usize> {
        let Some(question) = self.gradients() else {
            return Vec::new();
        };
        let missing = |turn: &usize| {
            self.answer(*turn, question).is_some_and(|step| step > 4)
                && self.reason(*turn).is_empty()
        };
        (0..self.items.len()).filter(missing).collect()
    }

    /// Of one item there is nothing to rank.
    fn ranks(&self) -> bool {
        self.card.asks(Method::Ranking) && self.card.k > 0
    }

    fn gradients(&self) -> Option<usize> {
        self.questions
            .iter()
            .position(|method| *method == Method::Gradients)
    }
}
