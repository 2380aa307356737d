//! Values by name, within a number of bytes; the one that was not asked for longest goes first.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The cache.
#[derive(Debug)]
pub(super) struct Cache<T> {
    most: usize,
    state: Mutex<State<T>>,
}

#[derive(Debug)]
struct State<T> {
    slots: HashMap<String, Slot<T>>,
    /// Keys by when they were last asked for.
    order: BTreeMap<u64, String>,
    next: u64,
    bytes: usize,
}

#[derive(Debug)]
struct Slot<T> {
    value: Arc<T>,
    size: usize,
    used: u64,
}

impl<T> Cache<T> {
    pub(super) fn new(most: usize) -> Self {
        Self {
            most,
            state: Mutex::new(State {
                slots: HashMap::new(),
                order: BTreeMap::new(),
                next: 0,
                bytes: 0,
            }),
        }
    }

    fn state(&self) -> MutexGuard<'_, State<T>> {
        // At worst a value that nobody finds any more stays until it is the oldest.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn get(&self, key: &str) -> Option<Arc<T>> {
        let mut state = self.state();
        let now = state.next;
        state.next += 1;
        let slot = state.slots.get_mut(key)?;
        let before = std::mem::replace(&mut slot.used, now);
        let value = Arc::clone(&slot.value);
        if let Some(key) = state.order.remove(&before) {
            state.order.insert(now, key);
        }
        Some(value)
    }

    pub(super) fn remove(&self, key: &str) {
        self.state().remove(key);
    }

    /// Keeps a value, unless it is larger than the whole cache.
    pub(super) fn put(&self, key: String, value: Arc<T>, size: usize) {
        let mut state = self.state();
        state.remove(&key);
        if size > self.most {
            return;
        }
        while state.bytes + size > self.most {
            let Some((_, oldest)) = state.order.pop_first() else {
                break;
            };
            state.remove(&oldest);
        }
        let used = state.next;
        state.next += 1;
        state.bytes += size;
        state.order.insert(used, key.clone());
        state.slots.insert(key, Slot { value, size, used });
    }
}

impl<T> State<T> {
    fn remove(&mut self, key: &str) {
        if let Some(slot) = self.slots.remove(key) {
            self.order.remove(&slot.used);
            self.bytes -= slot.size;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_asked_for_longest_makes_room() {
        let cache = Cache::new(10);
        for key in ["a", "b"] {
            cache.put(key.to_owned(), Arc::new(key), 4);
        }
        assert!(cache.get("a").is_some());
        cache.put("c".to_owned(), Arc::new("c"), 4);
        assert!(cache.get("b").is_none());
        assert!(cache.get("a").is_some() && cache.get("c").is_some());
        cache.put("d".to_owned(), Arc::new("d"), 11);
        assert!(cache.get("d").is_none() && cache.get("a").is_some());
        cache.put("a".to_owned(), Arc::new("e"), 10);
        assert_eq!(cache.get("a").as_deref(), Some(&"e"));
        assert!(cache.get("c").is_none());
    }
}
