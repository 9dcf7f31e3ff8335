//! Work that is done side by side.

use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};

/// Something to be done, on any thread.
pub(super) type Task<'t, E> = Box<dyn FnOnce() -> Result<(), E> + Send + 't>;

/// Does all tasks, the first ones first, so many at a time. One that fails keeps none from being done.
///
/// # Errors
/// One of those of the tasks.
pub(super) fn do_all<E: Send>(jobs: usize, tasks: Vec<Task<'_, E>>) -> Result<(), E> {
    let others = jobs.min(tasks.len()).saturating_sub(1);
    let tasks = Mutex::new(tasks.into_iter());
    // Nobody panics while the list is locked.
    let next = || tasks.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        let mut result = Ok(());
        while let Some(task) = next() {
            result = result.and(task());
        }
        result
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (0..others).map(|_| scope.spawn(work)).collect();
        let own = work();
        let results =
            others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        results.fold(own, Result::and)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_tasks_are_done_the_first_ones_first() {
        for jobs in [0, 1, 2, 3, 9] {
            let done = Mutex::new(Vec::new());
            let done = &done;
            let task = |number: usize| -> Task<'_, usize> {
                Box::new(move || {
                    done.lock().unwrap().push(number);
                    if number == 1 { Err(number) } else { Ok(()) }
                })
            };
            assert_eq!(do_all(jobs, (0..4).map(task).collect()), Err(1));
            let mut order = done.lock().unwrap().clone();
            assert!(jobs > 1 || order == [0, 1, 2, 3]);
            order.sort_unstable();
            assert_eq!(order, [0, 1, 2, 3]);
        }
        assert_eq!(do_all::<()>(2, Vec::new()), Ok(()));
    }

    #[test]
    fn a_panic_of_a_task_goes_on() {
        let tasks: Vec<Task<'_, ()>> = vec![Box::new(|| Ok(())), Box::new(|| panic!("enough"))];
        let end = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| do_all(2, tasks)));
        assert_eq!(end.unwrap_err().downcast_ref(), Some(&"enough"));
    }
}
