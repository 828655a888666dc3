//! How far a long run is, on standard error, and only where that is a terminal.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

const WIDTH: usize = 30;
const PAUSE: Duration = Duration::from_millis(100);

/// A bar that is drawn over itself, and gone when it is dropped.
pub(crate) struct Progress {
    total: usize,
    done: usize,
    drawn: Option<Instant>,
    shown: bool,
}

impl Progress {
    pub(crate) fn new(total: usize) -> Self {
        Self {
            total,
            done: 0,
            drawn: None,
            shown: io::stderr().is_terminal(),
        }
    }

    /// One more is done.
    pub(crate) fn step(&mut self) {
        self.done += 1;
        let due = self.drawn.is_none_or(|drawn| drawn.elapsed() >= PAUSE);
        if self.shown && (due || self.done == self.total) {
            self.drawn = Some(Instant::now());
            write(&format!("\r{}", bar(self.done, self.total)));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.drawn.is_some() {
            write(&format!(
                "\r{}\r",
                " ".repeat(bar(self.total, self.total).len())
            ));
        }
    }
}

/// A terminal that is gone is no error.
fn write(text: &str) {
    let mut err = io::stderr().lock();
    err.write_all(text.as_bytes())
        .and_then(|()| err.flush())
        .ok();
}

fn bar(done: usize, total: usize) -> String {
    let full = done.min(total) * WIDTH / total.max(1);
    let digits = total.to_string().len();
    format!(
        "[{}{}] {done:>digits$}/{total}",
        "#".repeat(full),
        " ".repeat(WIDTH - full)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_has_one_width_from_beginning_to_end() {
        let at = |done| bar(done, 1_000);
        assert_eq!(at(0), format!("[{}]    0/1000", " ".repeat(WIDTH)));
        assert_eq!(at(1_000), format!("[{}] 1000/1000", "#".repeat(WIDTH)));
        assert!((0..=1_000).all(|done| at(done).len() == at(0).len()));
        assert_eq!(at(500).matches('#').count(), WIDTH / 2);
        assert_eq!(bar(0, 0), format!("[{}] 0/0", " ".repeat(WIDTH)));
    }
}
