//! Work spread over threads whose results come back in order, a few at a time.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::Builder;

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
    /// How many pieces there are.
    count: usize,
    /// How many may be in the making or waiting.
    window: usize,
    state: Mutex<State<T>>,
    changed: Condvar,
}

impl<T> Shared<T> {
    fn new(count: usize, window: usize) -> Self {
        let state = State { next: 0, taken: 0, ready: BTreeMap::new(), stopped: false };
        Self { count, window, state: Mutex::new(state), changed: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State<T>>) -> MutexGuard<'a, State<T>> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    /// The next piece, if one may be begun now.
    fn begin(&self, state: &mut State<T>) -> Option<usize> {
        let may = !state.stopped && state.next < self.count && state.next < state.taken + self.window;
        may.then(|| {
            state.next += 1;
            state.next - 1
        })
    }

    /// Makes pieces until there is no more to begin, or nobody waits for it.
    fn make_all(&self, make: impl Fn(usize) -> T) {
        let mut state = self.lock();
        while !state.stopped && state.next < self.count {
            match self.begin(&mut state) {
                Some(piece) => state = self.made(state, piece, &make),
                None => state = self.wait(state),
            }
        }
    }

    /// The state with one more result, which is made while others have the state.
    fn made<'a>(
        &'a self,
        state: MutexGuard<'a, State<T>>,
        piece: usize,
        make: impl Fn(usize) -> T,
    ) -> MutexGuard<'a, State<T>> {
        drop(state);
        let result = make(piece);
        let mut state = self.lock();
        state.ready.insert(piece, result);
        self.changed.notify_all();
        state
    }

    /// The next result in order. Where it is not there yet this thread makes one instead of waiting.
    fn take(&self, make: impl Fn(usize) -> T) -> T {
        let mut state = self.lock();
        loop {
            let piece = state.taken;
            if let Some(result) = state.ready.remove(&piece) {
                state.taken += 1;
                self.changed.notify_all();
                return result;
            }
            match self.begin(&mut state) {
                Some(piece) => state = self.made(state, piece, &make),
                None => state = self.wait(state),
            }
        }
    }
}

/// Ends the work of all threads when it goes, by a panic too.
struct Stopping<'a, T>(&'a Shared<T>);

impl<T> Drop for Stopping<'_, T> {
    fn drop(&mut self) {
        self.0.lock().stopped = true;
        self.0.changed.notify_all();
    }
}

/// Makes `count` results on `jobs` threads, one of which takes them in order: it makes results only while there is none to
/// take, so that no more than `jobs` threads are at work. At most `window` results are in the making or waiting at any
/// time. `make` must not panic.
pub(super) fn ordered<T: Send, B: Send>(
    count: usize,
    jobs: usize,
    window: usize,
    make: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(usize, T) -> ControlFlow<B> + Send,
) -> std::io::Result<ControlFlow<B>> {
    let shared = Shared::new(count, window);
    let (shared, make) = (&shared, &make);
    let take_all = move || {
        let _stopping = Stopping(shared);
        (0..count).try_for_each(|piece| take(piece, shared.take(make)))
    };
    std::thread::scope(|scope| {
        let thread = |job: usize| Builder::new().name(format!("reader {job}")).stack_size(STACK);
        let taker = thread(0).spawn_scoped(scope, take_all)?;
        for job in 1..jobs.min(count) {
            // Those that are there come to an end without it.
            let _ = thread(job).spawn_scoped(scope, || shared.make_all(make));
        }
        Ok(taker.join().unwrap_or_else(|panic| resume_unwind(panic)))
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
    fn a_panic_of_who_takes_stops_the_threads() {
        let take =
            |piece: usize, _| if piece == 3 { panic!("enough") } else { ControlFlow::<()>::Continue(()) };
        let end = std::panic::catch_unwind(|| ordered(1_000, 3, 5, |piece| piece, take));
        assert_eq!(end.unwrap_err().downcast_ref(), Some(&"enough"));
    }

    #[test]
    fn one_thread_is_enough() {
        let mut seen = Vec::new();
        let name = |_| std::thread::current().name().map(str::to_owned);
        let end = ordered(3, 1, 1, name, |_, name| {
            seen.push(name);
            ControlFlow::<()>::Continue(())
        });
        assert!(end.unwrap().is_continue());
        assert_eq!(seen, vec![Some("reader 0".to_owned()); 3]);
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
