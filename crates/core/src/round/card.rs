//! The method card: what is asked, on which scale, under which rule, of whom. Locked before the first ballot; another card
//! is another round.

use crate::priority::rank::usual_k;
use crate::priority::share::{PercentRule, dot_budget, dot_cap};
use crate::value::Value;

/// One question of a round, and how its answers are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Dots to spread over the items.
    Dots,
    /// Impact, 1 to 5.
    Impact,
    /// Feasibility, 1 to 5.
    Feasibility,
    /// Agreement, 1 to 9 (RAND/UCLA).
    Rating,
    /// The best k, best first.
    Ranking,
    /// Gradients of agreement, 1 to 8; from 5 on with a reason.
    Gradients,
    /// A show of hands: yes, no and abstentions, counted by somebody.
    Hands,
}

impl Method {
    /// All, in the order in which a voter meets them.
    pub const ALL: [Self; 7] = [
        Self::Dots,
        Self::Impact,
        Self::Feasibility,
        Self::Rating,
        Self::Ranking,
        Self::Gradients,
        Self::Hands,
    ];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dots => "dots",
            Self::Impact => "impact",
            Self::Feasibility => "feasibility",
            Self::Rating => "rating",
            Self::Ranking => "ranking",
            Self::Gradients => "gradients",
            Self::Hands => "hands",
        }
    }

    /// The method of that name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }

    /// Whether it is asked item by item, each with one key.
    pub const fn is_by_item(self) -> bool {
        !matches!(self, Self::Ranking | Self::Hands)
    }

    /// The least and the greatest answer to it by item; the greatest number of dots is on the card.
    pub const fn ends(self) -> (i64, i64) {
        match self {
            Self::Dots | Self::Hands | Self::Ranking => (0, 9),
            Self::Impact | Self::Feasibility => (1, 5),
            Self::Rating => (1, 9),
            Self::Gradients => (1, 8),
        }
    }
}

/// A card in one click.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Dots.
    Quick,
    /// Agreement from 1 to 9 and the best five.
    Standard,
    /// Impact, feasibility, agreement, then gradients for adoption.
    Thorough,
    /// Hands are raised and counted.
    Hands,
}

impl Preset {
    /// All, the shortest first.
    pub const ALL: [Self; 4] = [Self::Quick, Self::Standard, Self::Thorough, Self::Hands];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Standard => "standard",
            Self::Thorough => "thorough",
            Self::Hands => "hands",
        }
    }

    /// The questions it asks.
    pub const fn methods(self) -> &'static [Method] {
        match self {
            Self::Quick => &[Method::Dots],
            Self::Standard => &[Method::Rating, Method::Ranking],
            Self::Thorough => &[
                Method::Impact,
                Method::Feasibility,
                Method::Rating,
                Method::Gradients,
            ],
            Self::Hands => &[Method::Hands],
        }
    }
}

/// How many of those present have to vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quorum {
    /// Half of them.
    #[default]
    Half,
    /// Two thirds.
    TwoThirds,
    /// Three quarters.
    ThreeQuarters,
}

impl Quorum {
    /// All, the lowest first.
    pub const ALL: [Self; 3] = [Self::Half, Self::TwoThirds, Self::ThreeQuarters];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Half => "half",
            Self::TwoThirds => "two-thirds",
            Self::ThreeQuarters => "three-quarters",
        }
    }

    /// The fewest voters that meet it, of so many present: rounded up, and at least one.
    pub fn needed(self, present: u64) -> u64 {
        let (part, of) = match self {
            Self::Half => (1, 2),
            Self::TwoThirds => (2, 3),
            Self::ThreeQuarters => (3, 4),
        };
        present.saturating_mul(part).div_ceil(of).max(1)
    }
}

/// How many of the hands raised have to be in favour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// More than half.
    #[default]
    MoreThanHalf,
    /// More than two thirds.
    MoreThanTwoThirds,
    /// At least 70 of 100.
    AtLeast70,
    /// At least 75 of 100.
    AtLeast75,
}

impl Rule {
    /// All, the lowest first.
    pub const ALL: [Self; 4] = [
        Self::MoreThanHalf,
        Self::MoreThanTwoThirds,
        Self::AtLeast70,
        Self::AtLeast75,
    ];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MoreThanHalf => "more-than-half",
            Self::MoreThanTwoThirds => "more-than-two-thirds",
            Self::AtLeast70 => "at-least-70",
            Self::AtLeast75 => "at-least-75",
        }
    }

    /// The rule as it is counted.
    pub const fn percent(self) -> PercentRule {
        match self {
            Self::MoreThanHalf => PercentRule::MoreThanHalf,
            Self::MoreThanTwoThirds => PercentRule::MoreThanTwoThirds,
            Self::AtLeast70 => PercentRule::AtLeast70,
            Self::AtLeast75 => PercentRule::AtLeast75,
        }
    }
}

/// How many digits are pressed for one of so many items in the ranking: up to ten have a key each, more have numbers of
/// equally many digits.
pub(super) fn rank_digits(items: usize) -> usize {
    match items {
        ..=10 => 1,
        11..=99 => 2,
        100..=999 => 3,
        _ => 4,
    }
}

/// A method card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The questions, in the order of [`Method::ALL`], each once, at least one; a show of hands stands alone.
    pub methods: Vec<Method>,
    /// What is asked, in the group's own words; empty where the usual question stands.
    pub asked: String,
    /// Who is present: participants of all categories.
    pub present: u64,
    /// Participants by category, folded: none of one or two. Empty where nothing is left.
    pub categories: Vec<(String, u64)>,
    /// How many of them have to vote.
    pub quorum: Quorum,
    /// How many items a voter ranks.
    pub k: usize,
    /// Dots of a voter.
    pub dots: u64,
    /// The most dots of a voter on one item: one key, so at most 9.
    pub cap: u64,
    /// The rule of a show of hands.
    pub rule: Rule,
}

impl Card {
    /// The most participants: a group, not a country.
    pub const MOST_PRESENT: u64 = 100_000;

    /// The usual card of a preset for so many items.
    pub fn preset(preset: Preset, items: usize) -> Self {
        Self {
            methods: preset.methods().to_vec(),
            asked: String::new(),
            present: 0,
            categories: Vec::new(),
            quorum: Quorum::default(),
            k: usual_k(items),
            dots: dot_budget(items),
            cap: dot_cap(items),
            rule: Rule::default(),
        }
    }

    /// Whether it asks this.
    pub fn asks(&self, method: Method) -> bool {
        self.methods.contains(&method)
    }

    /// The questions asked item by item.
    pub fn by_item(&self) -> impl Iterator<Item = Method> + '_ {
        self.methods
            .iter()
            .copied()
            .filter(|method| method.is_by_item())
    }

    /// The least and the greatest answer to a question by item.
    pub fn ends(&self, method: Method) -> (i64, i64) {
        match method {
            Method::Dots => (0, i64::try_from(self.cap).unwrap_or(9).min(9)),
            _ => method.ends(),
        }
    }

    /// What a voter presses at most for so many items, reasons apart: beginning, one key an answer, the numbers of the best
    /// ones, "done". Nothing in a show of hands.
    pub fn interactions(&self, items: usize) -> usize {
        if self.asks(Method::Hands) {
            return 0;
        }
        let answers = self.by_item().count().saturating_mul(items);
        let ranked = match self.asks(Method::Ranking) {
            true => self.k.min(items).saturating_mul(rank_digits(items)),
            false => 0,
        };
        answers.saturating_add(ranked).saturating_add(2)
    }

    /// Whether so many hands can have been raised for one item: no more than people are present.
    pub fn holds(&self, counts: [u64; 3]) -> bool {
        let raised = counts.into_iter().fold(0_u64, u64::saturating_add);
        raised <= self.present
    }

    /// The fewest voters that make the quorum.
    pub fn quorum_needed(&self) -> u64 {
        self.quorum.needed(self.present)
    }

    /// What the field `card` holds. What the questions do not need is not written, so equal cards have equal bytes.
    pub fn value(&self) -> Value {
        let int = |number: u64| Value::Int(i64::try_from(number).unwrap_or(crate::value::MAX_INT));
        let mut entries = vec![
            (
                "methods",
                Value::texts(self.methods.iter().map(|method| method.name())),
            ),
            ("present", int(self.present)),
            ("quorum", Value::text(self.quorum.name())),
        ];
        if !self.asked.is_empty() {
            entries.push(("asked", Value::text(&self.asked)));
        }
        if !self.categories.is_empty() {
            let counts = self.categories.iter();
            let counts = counts.map(|(category, count)| (category.as_str(), int(*count)));
            entries.push(("participants", Value::map(counts)));
        }
        if self.asks(Method::Ranking) {
            entries.push(("k", int(u64::try_from(self.k).unwrap_or(u64::MAX))));
        }
        if self.asks(Method::Dots) {
            entries.extend([("dots", int(self.dots)), ("cap", int(self.cap))]);
        }
        if self.asks(Method::Hands) {
            entries.push(("rule", Value::text(self.rule.name())));
        }
        Value::map(entries)
    }

    /// The card a value holds; none where a number or a name is missing or beyond what a card may say.
    pub fn of(value: &Value) -> Option<Self> {
        let text = |key: &str| value.get(key).and_then(Value::as_text);
        let number = |key: &str, most: u64| {
            let number = u64::try_from(value.get(key)?.as_int()?).ok()?;
            (number <= most).then_some(number)
        };
        let named: Option<Vec<Method>> = value
            .get("methods")?
            .items()
            .iter()
            .map(|name| name.as_text().and_then(Method::of))
            .collect();
        let methods = named?;
        let in_order = methods.is_sorted_by(|a, b| a < b) && !methods.is_empty();
        let hands_alone = methods.len() == 1 || !methods.contains(&Method::Hands);
        if !in_order || !hands_alone {
            return None;
        }
        let asks = |method: Method| methods.contains(&method);
        let k = match asks(Method::Ranking) {
            true => usize::try_from(number("k", 100)?).ok()?,
            false => 0,
        };
        let (dots, cap) = match asks(Method::Dots) {
            true => (number("dots", 1_000)?, number("cap", 9)?),
            false => (0, 0),
        };
        let rule = match asks(Method::Hands) {
            true => Rule::ALL
                .into_iter()
                .find(|rule| Some(rule.name()) == text("rule"))?,
            false => Rule::default(),
        };
        let counts = value.get("participants").map_or(&[][..], Value::entries);
        let mut categories = Vec::with_capacity(counts.len());
        for (category, count) in counts {
            let count = u64::try_from(count.as_int()?).ok()?;
            categories.push((category.to_string(), count));
        }
        Some(Self {
            asked: text("asked").unwrap_or_default().to_owned(),
            present: number("present", Self::MOST_PRESENT)?,
            categories,
            quorum: Quorum::ALL
                .into_iter()
                .find(|quorum| Some(quorum.name()) == text("quorum"))?,
            k,
            dots,
            cap,
            rule,
            methods,
        })
    }
}
