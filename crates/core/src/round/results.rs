//! What a closed round says: computed from its ballots as they are written, and from nothing else.

mod read;

use serde::Serialize;

use super::closing::REASONS;
use super::{Card, Method, Round, Stage};
use crate::event::pointer;
use crate::item::{ItemId, Kind};
use crate::priority::bridging::{Bridging, Sector, bridging, controversy};
use crate::priority::gradients::{Adoption, Gradients, gradients};
use crate::priority::rank::{
    Borda, Concordance, Ranking, SchulzeResult, TopK, borda, kendall_w_top_k, schulze, top_k,
    top_k_points,
};
use crate::priority::rating::{
    Distribution, Ipras, Matrix, Scale, consensus, impact_feasibility, ipras,
};
use crate::priority::share::{Vote, dot_voting_within, vote};
use crate::priority::tiers::{FirmTiers, tiers_by_median, tiers_by_points};
use crate::priority::{Item, Tiers};
use crate::value::Value;
use crate::workbook::Workbook;

use read::Ballots;

/// The results of a round. Lists of items follow [`Results::items`].
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// The round.
    pub round: Round,
    /// The items, as the card lists them.
    pub items: Vec<ItemId>,
    /// By item, whether its wording has changed since the card was locked.
    pub outdated: Vec<bool>,
    /// Those who cast a paper, abstentions too. Of a show of hands, the most hands raised for one item.
    pub voters: u64,
    /// The fewest voters that make the quorum.
    pub quorum: u64,
    /// Voters by category as written, in the order of names; empty where none is written.
    pub sectors: Vec<(String, u64)>,
    /// By question of the card.
    pub answers: Vec<Answers>,
    /// Papers that do not fit the card and are left out: by hand, or by another program.
    pub refused: usize,
}

/// The answers to one question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answers {
    /// Dots.
    Dots(Dots),
    /// Agreement, 1 to 9.
    Rating(Rated),
    /// Impact and feasibility together, by item.
    Matrix(Vec<Matrix>),
    /// The best ones.
    Ranking(Box<Ranked>),
    /// Gradients of agreement, by item.
    Gradients(Vec<Gradient>),
    /// A show of hands, by item.
    Hands(Vec<Hands>),
}

/// Dots and the tiers they make.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// The count.
    pub count: crate::priority::share::Dots,
    /// Tiers that no single voter decides.
    pub tiers: FirmTiers,
}

/// Agreement, by item.
#[derive(Clone, Debug, PartialEq)]
pub struct Rated {
    /// How many ratings at each point.
    pub distributions: Vec<Distribution>,
    /// Median, spread, verdict.
    pub verdicts: Vec<Ipras>,
    /// How close together, 0 to 1.
    pub consensus: Vec<Option<f64>>,
    /// How evenly split, 0 to 1.
    pub controversy: Vec<Option<f64>>,
    /// Categories beside each other; nothing where no category is written.
    pub sectors: Vec<BySector>,
    /// Tiers by median that no single voter decides.
    pub tiers: FirmTiers,
}

/// One item as the categories rate it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BySector {
    /// By category of [`Results::sectors`]; nothing of one under three ratings.
    pub ratings: Vec<Option<SectorRating>>,
    /// How far all of them agree, 0 to 1.
    pub bridging: Option<f64>,
}

/// What one category says of one item.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SectorRating {
    /// Ratings.
    pub n: u64,
    /// Their median.
    pub median: f64,
}

/// The best ones, counted in three ways.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Points, frequency, first places.
    pub top: TopK,
    /// Tiers by points that no single voter decides.
    pub tiers: FirmTiers,
    /// How far the voters' orders agree.
    pub concordance: Concordance,
    /// Borda's count of the same papers.
    pub borda: Borda,
    /// Schulze's; none for more than 60 items.
    pub schulze: Option<SchulzeResult>,
}

/// One item's gradients of agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Gradient {
    /// Answers at steps 1 to 8.
    pub counts: [u64; 8],
    /// What becomes of it, by the method alone.
    pub result: Gradients,
    /// What becomes of it under the card's quorum.
    pub adoption: Adoption,
    /// The reasons given, by step, then by their letters: in no voter's order.
    pub reasons: Vec<Reason>,
}

/// A reason for withholding support.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Reason {
    /// The answer it was given with, 5 to 8.
    pub step: i64,
    /// The reason.
    pub text: String,
}

/// One item's show of hands.
#[derive(Clone, Debug, PartialEq)]
pub struct Hands {
    /// In favour.
    pub yes: u64,
    /// Against.
    pub no: u64,
    /// Neither.
    pub abstain: u64,
    /// The count under the card's rule.
    pub vote: Vote,
    /// Whether it passes, with the card's quorum.
    pub passes: bool,
}

impl Results {
    /// The results of a round that is closed; none of any other, and of what is no round.
    pub fn read(workbook: &Workbook, round: ItemId) -> Option<Self> {
        let round = Round::read(workbook, round).filter(|round| round.stage == Stage::Closed)?;
        let mut papers: Vec<(Method, Option<&str>, &Value)> = Vec::new();
        let mut reasons: Vec<&Value> = Vec::new();
        for (ballot, _) in workbook.of_kind(Kind::BALLOT) {
            if pointer(workbook, ballot, "round") != Some(round.id) {
                continue;
            }
            let method = workbook.text(ballot, "method");
            let choices = workbook.value(ballot, "choices");
            if method == Some(REASONS) {
                reasons.extend(choices);
                continue;
            }
            let method = method.and_then(Method::of);
            if let Some((method, choices)) = method.zip(choices) {
                papers.push((method, workbook.text(ballot, "category"), choices));
            }
        }
        Some(Self::of(workbook, round, &papers, &reasons))
    }

    fn of(
        workbook: &Workbook,
        round: Round,
        papers: &[(Method, Option<&str>, &Value)],
        reasons: &[&Value],
    ) -> Self {
        let items: Vec<ItemId> = round.items.iter().map(|voted| voted.item).collect();
        let reader = Ballots::new(&round.card, &items, papers, reasons);
        let (sectors, mut refused) = (reader.sectors(), 0);
        let quorum = round.card.quorum_needed();
        let mut voters = reader.voters();
        let mut answers = Vec::new();
        for method in &round.card.methods {
            answers.push(match method {
                Method::Dots => {
                    let papers = reader.points(*method, &mut refused);
                    Answers::Dots(dots(&round.card, items.len(), papers))
                }
                Method::Rating => Answers::Rating(rated(&reader, &sectors, &mut refused)),
                Method::Impact => {
                    let impact = reader.distributions(Method::Impact, Scale::FIVE, &mut refused);
                    let feasibility =
                        reader.distributions(Method::Feasibility, Scale::FIVE, &mut refused);
                    let pairs = impact.iter().zip(&feasibility);
                    Answers::Matrix(
                        pairs
                            .map(|(one, other)| impact_feasibility(one, other))
                            .collect(),
                    )
                }
                Method::Feasibility if round.card.asks(Method::Impact) => continue,
                Method::Feasibility => {
                    let feasibility =
                        reader.distributions(Method::Feasibility, Scale::FIVE, &mut refused);
                    let none = Distribution::none(Scale::FIVE);
                    Answers::Matrix(
                        feasibility
                            .iter()
                            .map(|held| impact_feasibility(&none, held))
                            .collect(),
                    )
                }
                Method::Ranking => Answers::Ranking(Box::new(ranked(
                    &round.card,
                    items.len(),
                    reader.rankings(&mut refused),
                ))),
                Method::Gradients => Answers::Gradients(graded(
                    &round.card,
                    voters >= quorum,
                    reader.steps(&mut refused),
                )),
                Method::Hands => {
                    let hands = reader.hands(&mut refused);
                    voters = hands
                        .iter()
                        .map(|[yes, no, abstain]| yes.saturating_add(*no).saturating_add(*abstain))
                        .max()
                        .unwrap_or(0);
                    Answers::Hands(
                        hands
                            .into_iter()
                            .map(|counts| raised(&round.card, counts))
                            .collect(),
                    )
                }
            });
        }
        Self {
            outdated: round
                .items
                .iter()
                .map(|voted| voted.is_outdated(workbook))
                .collect(),
            round,
            items,
            voters,
            quorum,
            sectors,
            answers,
            refused,
        }
    }

    /// The card.
    pub fn card(&self) -> &Card {
        &self.round.card
    }

    /// Whether enough voted.
    pub fn is_quorate(&self) -> bool {
        self.voters >= self.quorum
    }

    /// The tiers that order the items: of the ranking, else of the dots, else of the ratings; none where nothing of it was
    /// asked or nobody voted. What is in no tier is not compared.
    pub fn tiers(&self) -> Option<&Tiers> {
        let by = |pick: fn(&Answers) -> Option<&FirmTiers>| self.answers.iter().find_map(pick);
        let ranked = by(|answers| match answers {
            Answers::Ranking(ranked) => Some(&ranked.tiers),
            _ => None,
        });
        let dots = || {
            by(|answers| match answers {
                Answers::Dots(dots) => Some(&dots.tiers),
                _ => None,
            })
        };
        let rated = || {
            by(|answers| match answers {
                Answers::Rating(rated) => Some(&rated.tiers),
                _ => None,
            })
        };
        ranked.or_else(dots).or_else(rated)?.tiers.as_ref()
    }

    /// The places of the items in the order in which they are shown: by tier, then those in none, as the card lists them.
    pub fn order(&self) -> Vec<Item> {
        let mut order: Vec<Item> = self
            .tiers()
            .into_iter()
            .flatten()
            .flatten()
            .copied()
            .collect();
        let mut open = vec![true; self.items.len()];
        for item in &order {
            if let Some(open) = open.get_mut(*item) {
                *open = false;
            }
        }
        order.extend(
            open.iter()
                .zip(0..)
                .filter_map(|(open, item)| open.then_some(item)),
        );
        order
    }

    /// The tier of an item, from 1; none where it is in none.
    pub fn tier(&self, item: Item) -> Option<usize> {
        let at = self.tiers()?.iter().position(|tier| tier.contains(&item))?;
        Some(at.saturating_add(1))
    }
}

fn dots(card: &Card, items: usize, papers: Vec<Vec<(Item, i64)>>) -> Dots {
    let typed: Vec<Vec<(Item, f64)>> = papers
        .iter()
        .map(|paper| {
            paper
                .iter()
                .map(|(item, dots)| (*item, *dots as f64))
                .collect()
        })
        .collect();
    Dots {
        count: dot_voting_within(card.dots, card.cap, items, &typed),
        tiers: tiers_by_points(items, &papers),
    }
}

fn rated(reader: &Ballots<'_>, sectors: &[(String, u64)], refused: &mut usize) -> Rated {
    let papers = reader.points(Method::Rating, refused);
    let distributions = reader.distributions(Method::Rating, Scale::NINE, &mut 0);
    let by_sector = reader.by_sector(sectors);
    let sides = |of: &Distribution| Sector {
        agree: small(of.between(7, 9)),
        disagree: small(of.between(1, 3)),
        pass: small(of.between(4, 6)),
    };
    let beside = |item: usize| {
        let held: Vec<&Distribution> = by_sector.iter().filter_map(|of| of.get(item)).collect();
        let votes: Vec<Sector> = held.iter().map(|of| sides(of)).collect();
        let Bridging {
            shown, bridging, ..
        } = bridging(&votes);
        let ratings = held.iter().zip(shown).map(|(of, shown)| {
            let median = of.median().filter(|_| shown)?;
            Some(SectorRating { n: of.n(), median })
        });
        BySector {
            ratings: ratings.collect(),
            bridging: bridging.filter(|_| !sectors.is_empty()),
        }
    };
    Rated {
        verdicts: distributions.iter().map(ipras).collect(),
        consensus: distributions.iter().map(consensus).collect(),
        controversy: distributions
            .iter()
            .map(|of| controversy(sides(of)))
            .collect(),
        sectors: (0..distributions.len()).map(beside).collect(),
        tiers: tiers_by_median(distributions.len(), Scale::NINE, &papers),
        distributions,
    }
}

fn ranked(card: &Card, items: usize, papers: Vec<Vec<Item>>) -> Ranked {
    let points: Vec<Vec<(Item, i64)>> = papers
        .iter()
        .map(|paper| top_k_points(card.k, paper))
        .collect();
    let rankings: Vec<Ranking> = papers
        .iter()
        .filter(|paper| !paper.is_empty())
        .map(|paper| Ranking {
            count: 1,
            tiers: paper.iter().map(|item| vec![*item]).collect(),
        })
        .collect();
    Ranked {
        top: top_k(items, Some(card.k), &papers),
        tiers: tiers_by_points(items, &points),
        concordance: kendall_w_top_k(items, &papers),
        borda: borda(items, &rankings),
        schulze: schulze(items, &rankings),
    }
}

fn graded(card: &Card, quorate: bool, answers: Vec<([u64; 8], Vec<Reason>)>) -> Vec<Gradient> {
    let graded = answers.into_iter().map(|(counts, mut reasons)| {
        crate::sorted::sort(&mut reasons);
        let result = gradients(card.present, counts);
        let enough = quorate && result.cast >= card.quorum_needed();
        Gradient {
            adoption: if enough {
                result.result
            } else {
                Adoption::NoQuorum
            },
            counts,
            result,
            reasons,
        }
    });
    graded.collect()
}

fn raised(card: &Card, [yes, no, abstain]: [u64; 3]) -> Hands {
    let vote = vote(card.rule.percent(), card.present, yes, no);
    Hands {
        passes: vote.passes && vote.cast >= card.quorum_needed(),
        yes,
        no,
        abstain,
        vote,
    }
}

fn small(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
