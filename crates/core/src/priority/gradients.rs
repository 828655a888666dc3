//! Gradients of agreement: eight steps from endorsing to blocking, for adoption.

use super::ratio;
use super::share::quorum;

/// What becomes of the item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adoption {
    /// Three quarters support it and nobody blocks.
    Adopted,
    /// More than half support it; dissent is recorded.
    AdoptedByMajority,
    /// Half or fewer support it.
    NotAdopted,
    /// Too few answered.
    NoQuorum,
}

/// The result of the gradients of agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Gradients {
    /// Answers at all steps.
    pub answered: u64,
    /// Answers at step 4.
    pub abstained: u64,
    /// Answers without step 4.
    pub cast: u64,
    /// Steps 1 to 3 of the answers cast, 0 to 1; none where none are cast.
    pub support_share: Option<f64>,
    /// Answers at steps 7 and 8.
    pub blocking: u64,
    /// Answers at steps 5 to 8: each needs a reason.
    pub reasons_required: u64,
    /// The fewest answers cast that make the quorum.
    pub quorum: u64,
    /// Whether they are reached.
    pub quorum_met: bool,
    /// What becomes of the item.
    pub result: Adoption,
}

/// Counts the answers at steps 1 to 8 of so many present: 1 endorse, 2 minor point, 3 support with reservations, 4 abstain,
/// 5 more discussion, 6 dislike but will support, 7 serious disagreement, 8 block.
///
/// Adopted where the quorum (half of those present, on answers cast) is met, nobody is at 7 or 8, and at least 3/4 are at 1
/// to 3; step 6 does not count as support. Else by majority where more than half support. Sources: "Facilitator's Guide to
/// Participatory Decision-Making"; thresholds, abstentions and majority are rules of this project.
pub fn gradients(present: u64, counts: [u64; 8]) -> Gradients {
    let [c1, c2, c3, c4, c5, c6, c7, c8] = counts;
    let support = c1.saturating_add(c2).saturating_add(c3);
    let blocking = c7.saturating_add(c8);
    let reasons_required = c5.saturating_add(c6).saturating_add(blocking);
    let cast = support.saturating_add(reasons_required);
    let quorum = quorum(present);
    let quorum_met = cast >= quorum;
    // As products, since shares are rounded.
    let of_cast = |parts: u64| u128::from(cast).saturating_mul(u128::from(parts));
    let of_support = |parts: u64| u128::from(support).saturating_mul(u128::from(parts));
    let result = if !quorum_met {
        Adoption::NoQuorum
    } else if blocking == 0 && of_support(4) >= of_cast(3) {
        Adoption::Adopted
    } else if of_support(2) > of_cast(1) {
        Adoption::AdoptedByMajority
    } else {
        Adoption::NotAdopted
    };
    Gradients {
        answered: cast.saturating_add(c4),
        abstained: c4,
        cast,
        support_share: ratio(support, cast),
        blocking,
        reasons_required,
        quorum,
        quorum_met,
        result,
    }
}
