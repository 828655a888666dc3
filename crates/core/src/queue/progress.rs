//! How far one is.

/// How many decisions have been made and how many wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Fields in which a conflict was settled.
    pub conflicts: usize,
    /// Look-alikes with a verdict, or combined.
    pub look_alikes: usize,
    /// Combined texts that stand in the final list.
    pub combined: usize,
    /// Texts in another language that say what the original says now.
    pub texts: usize,
    /// Findings that somebody looked at: what was found may stay.
    pub findings: usize,
    /// What was decided on an earlier wording, and again on that of now.
    pub again: usize,
    /// What still waits.
    pub waiting: usize,
}

impl Progress {
    /// All that was decided.
    pub fn decided(&self) -> usize {
        let counts = [
            self.conflicts,
            self.look_alikes,
            self.combined,
            self.texts,
            self.findings,
            self.again,
        ];
        counts.into_iter().fold(0, usize::saturating_add)
    }

    /// What was decided and what waits.
    pub fn total(&self) -> usize {
        self.decided().saturating_add(self.waiting)
    }
}
