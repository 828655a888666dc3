//! The fifteen schemes by name.

use std::fmt;

/// A scheme of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SchemeId {
    /// Whom a recommendation is for.
    Addressees,
    /// What it is about: four P and enablers.
    Themes,
    /// The crime or situation.
    Issues,
    /// Whom it should help.
    AffectedGroups,
    /// The laws and policies it rests on.
    Instruments,
    /// Where it applies, from international to community.
    Levels,
    /// Targets of the Sustainable Development Goals.
    SdgTargets,
    /// The kind of action asked for.
    ActionTypes,
    /// How specific the action is.
    Strength,
    /// How pressing people find it.
    Urgency,
    /// By when.
    Horizons,
    /// What a rationale rests on.
    EvidenceKinds,
    /// What an addressee answered.
    Responses,
    /// How far it has been carried out.
    Statuses,
    /// The categories of participants.
    StakeholderCategories,
}

impl SchemeId {
    /// All schemes in their order.
    pub const ALL: [Self; 15] = [
        Self::Addressees,
        Self::Themes,
        Self::Issues,
        Self::AffectedGroups,
        Self::Instruments,
        Self::Levels,
        Self::SdgTargets,
        Self::ActionTypes,
        Self::Strength,
        Self::Urgency,
        Self::Horizons,
        Self::EvidenceKinds,
        Self::Responses,
        Self::Statuses,
        Self::StakeholderCategories,
    ];

    /// Its stable name in files, such as `affectedGroups`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Addressees => "addressees",
            Self::Themes => "themes",
            Self::Issues => "issues",
            Self::AffectedGroups => "affectedGroups",
            Self::Instruments => "instruments",
            Self::Levels => "levels",
            Self::SdgTargets => "sdgTargets",
            Self::ActionTypes => "actionTypes",
            Self::Strength => "strength",
            Self::Urgency => "urgency",
            Self::Horizons => "horizons",
            Self::EvidenceKinds => "evidenceKinds",
            Self::Responses => "responses",
            Self::Statuses => "statuses",
            Self::StakeholderCategories => "stakeholderCategories",
        }
    }

    /// The scheme of that name in files; `None` for any other text.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.as_str() == name)
    }
}

impl fmt::Display for SchemeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
