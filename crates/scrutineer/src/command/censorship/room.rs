//! How many bytes of lines wait or are judged at a time: long lines pass one after another, short ones
//! together.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// What is in the room, and how many bytes may be in it together. A share that is larger has it for itself.
pub(super) struct Room {
    most: usize,
    taken: Mutex<usize>,
    left: Condvar,
}

/// A part of the room, given back when it goes, also when a thread ends early.
pub(super) struct Share {
    room: Arc<Room>,
    bytes: usize,
}

impl Room {
    pub(super) fn new(most: usize) -> Arc<Self> {
        Arc::new(Self {
            most,
            taken: Mutex::default(),
            left: Condvar::new(),
        })
    }
}

impl Share {
    /// Waits until there is room for so many bytes, or nobody else in it.
    pub(super) fn of(room: &Arc<Room>, bytes: usize) -> Self {
        let taken = room.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |taken: &mut usize| *taken > 0 && *taken + bytes > room.most;
        let waited = room.left.wait_while(taken, is_full);
        *waited.unwrap_or_else(PoisonError::into_inner) += bytes;
        Self {
            room: Arc::clone(room),
            bytes,
        }
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut taken = self
            .room
            .taken
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *taken = taken.saturating_sub(self.bytes);
        self.room.left.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_share_waits_for_those_that_leave_it_no_room_and_is_never_refused() {
        const ROOM: usize = 100;
        let room = Room::new(ROOM);
        let (one, two) = (Share::of(&room, ROOM / 2), Share::of(&room, ROOM / 2));
        let (told, tells) = channel();
        let other = Arc::clone(&room);
        let waiting = thread::spawn(move || {
            // More than the whole room: it comes in once nobody else is there.
            let share = Share::of(&other, 2 * ROOM);
            told.send(*other.taken.lock().unwrap()).unwrap();
            drop(share);
        });
        drop(one);
        // Whether it waits long or not, it cannot be in while the second is.
        assert!(tells.recv_timeout(Duration::from_millis(50)).is_err());
        drop(two);
        assert_eq!(tells.recv().unwrap(), 2 * ROOM);
        waiting.join().unwrap();
        assert_eq!(*room.taken.lock().unwrap(), 0);
    }
}
