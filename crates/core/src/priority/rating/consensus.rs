//! The consensus of one rating item.

use super::super::real;
use super::Distribution;

/// The consensus of the ratings, from 0 (half at each end of the scale) to 1 (all at one point); none without ratings or
/// for a scale of one point.
///
/// `Cns = 1 + sum of p * log2(1 - |x - mean| / (greatest - least))`, points without ratings left out, the ends being those
/// of the scale. Source: "Consensus and dissention: a measure of ordinal dispersion", International Journal of Approximate
/// Reasoning (2007).
pub fn consensus(ratings: &Distribution) -> Option<f64> {
    let n = real(ratings.n());
    // Distances times n, so whole numbers: one rounding, and unanimity is exactly 1.
    let widest = ratings.scale().steps() as f64 * n;
    if widest <= 0.0 {
        return None;
    }
    let sum = real(ratings.sum_of_places());
    let spread: f64 = ratings
        .counts()
        .iter()
        .zip(0_u64..)
        .filter(|(at, _)| **at > 0)
        .map(|(&at, place)| {
            let away = (real(place) * n - sum).abs();
            real(at) / n * libm::log2((widest - away) / widest)
        })
        .sum();
    Some((1.0 + spread).clamp(0.0, 1.0))
}
