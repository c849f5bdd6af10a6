//! What was made before, kept beside what it was made from.
//!
//! The law: [`Memo::again`] gives what calling `make` on each key gives, so a memo changes how long a run takes and
//! nothing else. It holds because a key is shared, immutable and known by its place in memory, because a memo keeps its
//! keys alive, so that no other value can come to lie in that place, and because `make` sees the key alone: whatever else
//! a result depends on belongs into the key, or the memo is thrown away when it changes.
//!
//! A memo is a value like any other: a stage takes the former one and gives the next one back, and nothing is hidden.

use std::hash::Hash;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// A shared value that can be known again without being compared.
pub trait Shared: Clone + Send + Sync {
    type Mark: Eq + Hash + Send + Sync;

    fn mark(&self) -> Self::Mark;
}

impl<T: Send + Sync> Shared for Arc<T> {
    type Mark = usize;

    fn mark(&self) -> usize {
        Arc::as_ptr(self).addr()
    }
}

impl<T: Shared> Shared for Option<T> {
    type Mark = Option<T::Mark>;

    fn mark(&self) -> Self::Mark {
        self.as_ref().map(Shared::mark)
    }
}

impl<A: Shared, B: Shared> Shared for (A, B) {
    type Mark = (A::Mark, B::Mark);

    fn mark(&self) -> Self::Mark {
        (self.0.mark(), self.1.mark())
    }
}

/// Results in the order of their keys.
#[derive(Debug, Clone)]
pub struct Memo<K, V>(Vec<(K, V)>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Memo<K, V> {
        Memo(Vec::new())
    }
}

impl<K: Shared, V: Clone + Send + Sync> Memo<K, V> {
    /// The results for `keys`, in their order, made in parallel where they are new.
    pub fn again(&self, keys: Vec<K>, make: impl Fn(&K) -> V + Sync) -> Memo<K, V> {
        self.again_where(keys, |_, _| true, |_, key| make(key))
    }

    /// As [`Memo::again`], for results that rest on more than their key: `fits` says of a former result whether `make` would
    /// give it again. Both are told which key it is.
    pub fn again_where(
        &self,
        keys: Vec<K>,
        fits: impl Fn(usize, &V) -> bool + Sync,
        make: impl Fn(usize, &K) -> V + Sync,
    ) -> Memo<K, V> {
        let known = self.known();
        let result = |(at, key): (usize, K)| {
            let former = known.get(&key.mark()).map(|at| &self.0[*at].1).filter(|value| fits(at, value));
            let value = former.map_or_else(|| make(at, &key), V::clone);
            (key, value)
        };
        Memo(keys.into_par_iter().enumerate().map(result).collect())
    }

    fn known(&self) -> FxHashMap<K::Mark, usize> {
        self.0.iter().zip(0..).map(|((key, _), at)| (key.mark(), at)).collect()
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    pub fn values(&self) -> impl ExactSizeIterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn only_new_keys_are_made_and_the_results_are_the_same() {
        let made = AtomicUsize::new(0);
        let double = |key: &Arc<u32>| {
            made.fetch_add(1, Ordering::Relaxed);
            **key * 2
        };
        let keys: Vec<Arc<u32>> = (0..4).map(Arc::new).collect();
        let first = Memo::default().again(keys.clone(), double);
        let next: Vec<Arc<u32>> = [keys[3].clone(), Arc::new(9), keys[0].clone()].into();
        let second = first.again(next.clone(), double);
        assert_eq!(second.values().copied().collect::<Vec<_>>(), [6, 18, 0]);
        assert_eq!(made.load(Ordering::Relaxed), 5);
        assert_eq!(Memo::default().again(next, double).values().copied().collect::<Vec<_>>(), [6, 18, 0]);
    }
}
