//! A voter's answers as a paper, as it lies in the ballot box.

use super::Booth;
use crate::item::ItemId;
use crate::round::card::Method;
use crate::round::paper::Paper;
use crate::value::Value;

impl Booth {
    /// The paper, to be cast by a voter of that category.
    pub fn paper(&self, category: Option<&str>) -> Paper {
        let names: Vec<String> = self.items.iter().map(ItemId::to_string).collect();
        let by_item = self
            .questions
            .iter()
            .zip(&self.answers)
            .map(|(method, answers)| {
                let given = names.iter().zip(answers.iter().zip(&self.reasons));
                let given = given.filter_map(|(name, (answer, reason))| {
                    let answer = answer.filter(|dots| *method != Method::Dots || *dots > 0)?;
                    let value = match method {
                        Method::Gradients => {
                            let reason = Some(("reason", Value::text(reason)));
                            let reason = reason.filter(|_| answer > 4 && !self.reasons.is_empty());
                            Value::map(reason.into_iter().chain([("step", Value::Int(answer))]))
                        }
                        _ => Value::Int(answer),
                    };
                    Some((name.as_str(), value))
                });
                (*method, Value::map(given))
            });
        let ranking = self.card.asks(Method::Ranking).then(|| {
            let best = self.ranked.iter().filter_map(|at| names.get(*at));
            (Method::Ranking, Value::texts(best.map(String::as_str)))
        });
        Paper {
            category: category.map(str::to_owned),
            choices: by_item.chain(ranking).collect(),
        }
    }
}
