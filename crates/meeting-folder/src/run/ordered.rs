//! Work spread over threads whose results come back in order, a few at a time.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Nested tables and text boxes are read by recursion: as deep as the limits allow, on any thread.
const STACK: usize = 16 << 20;

/// Where the work stands.
struct State<T> {
    /// The first piece that nobody has begun.
    next: usize,
    /// The first piece whose result has not been taken.
    taken: usize,
    /// Results that wait for one before them.
    ready: BTreeMap<usize, T>,
    stopped: bool,
}

/// Shared by the threads.
struct Shared<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

impl<T> Shared<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State<T>>) -> MutexGuard<'a, State<T>> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    /// The next piece to work on; none where there is no more, or nobody waits for it.
    fn begin(&self, count: usize, window: usize) -> Option<usize> {
        let mut state = self.lock();
        while !state.stopped && state.next < count && state.next >= state.taken + window {
            state = self.wait(state);
        }
        if state.stopped || state.next >= count {
            return None;
        }
        state.next += 1;
        Some(state.next - 1)
    }

    fn finish(&self, piece: usize, result: T) {
        self.lock().ready.insert(piece, result);
        self.changed.notify_all();
    }

    fn take(&self) -> T {
        let mut state = self.lock();
        loop {
            let piece = state.taken;
            if let Some(result) = state.ready.remove(&piece) {
                state.taken += 1;
                drop(state);
                self.changed.notify_all();
                return result;
            }
            state = self.wait(state);
        }
    }

    fn stop(&self) {
        self.lock().stopped = true;
        self.changed.notify_all();
    }
}

/// Makes `count` results on `jobs` threads and takes them in order on this one. At most `window` results are in the
/// making or waiting at any time. `make` must not panic.
pub(super) fn ordered<T: Send, B>(
    count: usize,
    jobs: usize,
    window: usize,
    make: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(usize, T) -> ControlFlow<B>,
) -> std::io::Result<ControlFlow<B>> {
    let state = State { next: 0, taken: 0, ready: BTreeMap::new(), stopped: false };
    let shared = Shared { state: Mutex::new(state), changed: Condvar::new() };
    let work = || {
        while let Some(piece) = shared.begin(count, window) {
            shared.finish(piece, make(piece));
        }
    };
    std::thread::scope(|scope| {
        for job in 0..jobs.clamp(1, count.max(1)) {
            let thread = std::thread::Builder::new().name(format!("reader {job}")).stack_size(STACK);
            // One thread is enough to come to an end; none is not.
            if let Err(error) = thread.spawn_scoped(scope, work)
                && job == 0
            {
                return Err(error);
            }
        }
        for piece in 0..count {
            if let ControlFlow::Break(reason) = take(piece, shared.take()) {
                shared.stop();
                return Ok(ControlFlow::Break(reason));
            }
        }
        Ok(ControlFlow::Continue(()))
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_order_and_few_are_held() {
        let (made, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let most = AtomicUsize::new(0);
        let double = |piece: usize| {
            std::thread::sleep(Duration::from_micros((piece * 7919 % 13) as u64 * 50));
            made.fetch_add(1, Ordering::SeqCst);
            most.fetch_max(made.load(Ordering::SeqCst) - taken.load(Ordering::SeqCst), Ordering::SeqCst);
            piece * 2
        };
        let mut seen = Vec::new();
        let end = ordered(200, 4, 6, double, |piece, result| {
            taken.fetch_add(1, Ordering::SeqCst);
            seen.push((piece, result));
            ControlFlow::<()>::Continue(())
        });
        assert!(end.unwrap().is_continue());
        assert_eq!(seen, (0..200).map(|piece| (piece, piece * 2)).collect::<Vec<_>>());
        assert!(most.into_inner() <= 7);
    }

    #[test]
    fn a_break_stops_the_threads() {
        let made = AtomicUsize::new(0);
        let end = ordered(
            1_000,
            3,
            5,
            |_| made.fetch_add(1, Ordering::SeqCst),
            |piece, _| if piece == 10 { ControlFlow::Break(piece) } else { ControlFlow::Continue(()) },
        );
        assert_eq!(end.unwrap(), ControlFlow::Break(10));
        assert!(made.into_inner() <= 10 + 1 + 5 + 3);
        assert!(ordered(0, 3, 5, |_| 0, |_, _| ControlFlow::<()>::Continue(())).unwrap().is_continue());
    }
}
