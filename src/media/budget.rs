//! How much memory pictures may take while they are decoded, whatever the number of threads.

use std::sync::{Condvar, Mutex, PoisonError};

/// Bytes of decoded pixels at a time: four photographs of 12 megapixels, or one of 40.
const MAX_IN_FLIGHT: u64 = 600 << 20;

/// Memory that several threads share.
#[derive(Debug)]
pub struct Budget {
    all: u64,
    left: Mutex<u64>,
    given_back: Condvar,
}

/// A part of the budget, given back when it is dropped.
#[derive(Debug)]
pub struct Share<'b> {
    budget: &'b Budget,
    bytes: u64,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget::of(MAX_IN_FLIGHT)
    }
}

impl Budget {
    pub fn of(bytes: u64) -> Budget {
        Budget { all: bytes, left: Mutex::new(bytes), given_back: Condvar::new() }
    }

    /// Waits until `bytes` are left and takes them; what asks for more than there is takes all, and is alone.
    pub fn take(&self, bytes: u64) -> Share<'_> {
        let bytes = bytes.min(self.all);
        let left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let mut left = self.given_back.wait_while(left, |left| *left < bytes).unwrap_or_else(PoisonError::into_inner);
        *left -= bytes;
        Share { budget: self, bytes }
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        *self.budget.left.lock().unwrap_or_else(PoisonError::into_inner) += self.bytes;
        self.budget.given_back.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn no_more_than_the_budget_is_out_at_a_time() {
        let (budget, out, most) = (Budget::of(100), AtomicU64::new(0), AtomicU64::new(0));
        thread::scope(|scope| {
            for at in 0..8 {
                let (budget, out, most) = (&budget, &out, &most);
                scope.spawn(move || {
                    for round in 0..200 {
                        let bytes = 10 + (at * 31 + round * 17) % 90;
                        let share = budget.take(bytes);
                        let now = out.fetch_add(share.bytes, Ordering::SeqCst) + share.bytes;
                        most.fetch_max(now, Ordering::SeqCst);
                        out.fetch_sub(share.bytes, Ordering::SeqCst);
                    }
                });
            }
        });
        assert!((10..=100).contains(&most.into_inner()));
        assert_eq!(*budget.left.lock().unwrap(), 100);
    }

    #[test]
    fn what_is_larger_than_the_budget_comes_when_it_is_alone() {
        let budget = Budget::of(100);
        assert_eq!(budget.take(1000).bytes, 100);
        assert_eq!(budget.take(100).bytes, 100);
    }
}
