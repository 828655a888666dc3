//! Work done ahead on all cores, and its results taken in order: what waits to be taken is bounded.

use std::sync::mpsc::sync_channel;
use std::thread;

/// How many results of one thread may wait.
const WAITING: usize = 1;

/// As many threads as the machine runs at once.
pub(crate) fn threads() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Does the work for each item and takes the results in the order of the items. Thread `k` of `n` has every `n`th item from
/// the `k`th on, and waits where its results are not taken: at most `n` times one waiting and one in work are held.
pub(crate) fn in_order<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(&T, R),
) {
    let threads = threads.clamp(1, items.len().max(1));
    thread::scope(|scope| {
        let work = &work;
        let results: Vec<_> = (0..threads)
            .map(|first| {
                let (give, got) = sync_channel(WAITING);
                scope.spawn(move || {
                    for item in items.iter().skip(first).step_by(threads) {
                        // Nobody takes any more.
                        if give.send(work(item)).is_err() {
                            return;
                        }
                    }
                });
                got
            })
            .collect();
        for (item, got) in items.iter().zip(results.iter().cycle()) {
            // A thread that ended early has panicked, and the scope says so.
            let Ok(result) = got.recv() else { break };
            take(item, result);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn results_come_in_order_and_few_wait() {
        let items: Vec<usize> = (0..200).collect();
        for threads in [1, 2, 3, 7, 500] {
            let (begun, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
            let most = AtomicUsize::new(0);
            let mut got = Vec::new();
            in_order(
                &items,
                threads,
                |item| {
                    let held = begun.fetch_add(1, Ordering::SeqCst) + 1;
                    most.fetch_max(held - taken.load(Ordering::SeqCst), Ordering::SeqCst);
                    // The first threads are slow: order must not come from speed.
                    if item % threads == 0 {
                        thread::yield_now();
                    }
                    item * 2
                },
                |item, result| {
                    taken.fetch_add(1, Ordering::SeqCst);
                    got.push((*item, result));
                },
            );
            let wanted: Vec<(usize, usize)> = items.iter().map(|item| (*item, item * 2)).collect();
            assert_eq!(got, wanted);
            let bound = threads.min(items.len()) * (WAITING + 2);
            assert!(most.load(Ordering::SeqCst) <= bound, "{threads}");
        }
        in_order(&[] as &[u8], 4, |item| *item, |_, _| unreachable!());
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_does_not_hang() {
        in_order(&[1, 2, 3], 2, |item| assert!(*item < 2), |_, ()| ());
    }
}
