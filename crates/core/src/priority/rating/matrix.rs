//! Impact and feasibility: medians, quartiles, and the quadrant.

use std::cmp::Ordering;

use super::Distribution;

/// What is said of an item by its place in the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quadrant {
    /// High impact, feasible.
    DoNow,
    /// High impact, hard.
    Plan,
    /// Low impact, feasible.
    FillIn,
    /// Low impact, hard.
    Park,
    /// A median on the line of either axis.
    Borderline,
}

/// The ratings of an item on one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Ratings.
    pub n: u64,
    /// Median and quartiles; none without ratings.
    pub quartiles: Option<Quartiles>,
}

/// Median and quartiles, in points of the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Quartiles {
    /// The median.
    pub median: f64,
    /// The lower quartile.
    pub q1: f64,
    /// The upper quartile.
    pub q3: f64,
    /// `Q3 - Q1`.
    pub iqr: f64,
}

/// An item's place in the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// Impact.
    pub impact: Axis,
    /// Feasibility.
    pub feasibility: Axis,
    /// The quadrant; none where an axis has no rating.
    pub quadrant: Option<Quadrant>,
}

/// An item's place in the matrix, cut in the middle of each scale (3 of 1 to 5), never at the median of the sample.
///
/// Percentiles are of type 7. Source: impact-effort matrix (practice guides); the labels are a rule of this project.
pub fn impact_feasibility(impact: &Distribution, feasibility: &Distribution) -> Matrix {
    Matrix {
        impact: axis(impact),
        feasibility: axis(feasibility),
        quadrant: side(impact)
            .zip(side(feasibility))
            .map(|sides| match sides {
                (Ordering::Equal, _) | (_, Ordering::Equal) => Quadrant::Borderline,
                (Ordering::Greater, Ordering::Greater) => Quadrant::DoNow,
                (Ordering::Greater, Ordering::Less) => Quadrant::Plan,
                (Ordering::Less, Ordering::Greater) => Quadrant::FillIn,
                (Ordering::Less, Ordering::Less) => Quadrant::Park,
            }),
    }
}

/// On which side of the middle of the scale the median lies.
fn side(ratings: &Distribution) -> Option<Ordering> {
    let scale = ratings.scale();
    let middle = scale.least().saturating_add(scale.greatest());
    Some(ratings.quantile_times(1, 2)?.cmp(&middle))
}

fn axis(ratings: &Distribution) -> Axis {
    let quartiles = || {
        let (q1, q3) = (ratings.quantile(1, 4)?, ratings.quantile(3, 4)?);
        Some(Quartiles {
            median: ratings.median()?,
            q1,
            q3,
            iqr: q3 - q1,
        })
    };
    Axis {
        n: ratings.n(),
        quartiles: quartiles(),
    }
}
