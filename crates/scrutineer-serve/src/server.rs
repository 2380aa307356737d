//! Accepting connections, and how many.

use std::collections::BTreeMap;
use std::io;
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Answer, connection};

/// Stack of a thread; the system gives pages of it as they are used.
const STACK: usize = 512 * 1024;

/// How many connections there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// At once; a further one closes the one that has been without progress for longest. Each takes a
    /// thread and up to two of the files that the system lets a process have open, often 1,024.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 400 }
    }
}

/// A server that answers until it is stopped or the process ends. Dropping it does not stop it.
pub struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
}

struct Shared {
    answer: Arc<dyn Answer>,
    limits: Limits,
    start: Instant,
    is_ending: AtomicBool,
    lines: Mutex<BTreeMap<u64, Arc<Line>>>,
    gone: Condvar,
}

/// A connection as the server sees it.
pub(crate) struct Line {
    stream: TcpStream,
    shared: Arc<Shared>,
    /// Milliseconds from the start of the server to the last progress.
    last: AtomicU64,
    is_busy: AtomicBool,
}

impl Line {
    pub(crate) fn stream(&self) -> &TcpStream {
        &self.stream
    }

    pub(crate) fn is_ending(&self) -> bool {
        self.shared.is_ending.load(Ordering::Acquire)
    }

    /// A request has come.
    pub(crate) fn begin(&self) {
        self.is_busy.store(true, Ordering::Release);
        self.progress();
    }

    /// A response was sent.
    pub(crate) fn end(&self) {
        self.progress();
        self.is_busy.store(false, Ordering::Release);
        // The server may have looked between the two, and then nobody else closes this.
        if self.is_ending() {
            self.close();
        }
    }

    /// Some of a response was taken. Bytes of a head that is not whole are none.
    pub(crate) fn progress(&self) {
        self.last.store(self.shared.elapsed(), Ordering::Release);
    }

    fn close(&self) {
        // A connection that the other side closed is closed.
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

impl Shared {
    fn elapsed(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn lines(&self) -> MutexGuard<'_, BTreeMap<u64, Arc<Line>>> {
        // A thread that panicked left the map whole: each change is one call.
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes the connection without progress for longest.
    fn close_stalest(&self) {
        let lines = self.lines();
        let stalest = lines
            .values()
            .min_by_key(|line| line.last.load(Ordering::Acquire));
        if let Some(line) = stalest {
            line.close();
        }
    }

    /// Waits, not for long, until there is room.
    fn wait_for_room(&self) {
        const PATIENCE: Duration = Duration::from_millis(200);
        let most = self.limits.connections.max(1);
        let lines = self.lines();
        // Both a poisoned and a timed out wait end the waiting.
        let _ = self
            .gone
            .wait_timeout_while(lines, PATIENCE, |lines| lines.len() >= most);
    }
}

impl Server {
    /// Listens at an address and answers from then on, in threads of its own.
    pub fn start(address: SocketAddr, answer: Arc<dyn Answer>, limits: Limits) -> io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            answer,
            limits,
            start: Instant::now(),
            is_ending: AtomicBool::new(false),
            lines: Mutex::new(BTreeMap::new()),
            gone: Condvar::new(),
        });
        let accepting = Arc::clone(&shared);
        thread::Builder::new()
            .name("accept".to_owned())
            .spawn(move || accept(&listener, &accepting))?;
        Ok(Self { shared, address })
    }

    /// Where it listens, with the port that the system chose where it was 0.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Ends: connections that wait are closed, responses that are being sent get up to `grace` to
    /// finish. Gives whether all of them did. What comes later is not answered.
    pub fn stop(&self, grace: Duration) -> bool {
        self.shared.is_ending.store(true, Ordering::Release);
        let lines = self.shared.lines();
        for line in lines.values() {
            if !line.is_busy.load(Ordering::Acquire) {
                line.close();
            }
        }
        let waited = self
            .shared
            .gone
            .wait_timeout_while(lines, grace, |lines| !lines.is_empty());
        waited.is_ok_and(|(lines, _)| lines.is_empty())
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for number in 0.. {
        let Ok((stream, _)) = listener.accept() else {
            // Most often no file is left to be opened: one less connection, and again.
            shared.close_stalest();
            thread::sleep(Duration::from_millis(20));
            continue;
        };
        if shared.is_ending.load(Ordering::Acquire) {
            return;
        }
        let count = shared.lines().len();
        if count >= shared.limits.connections {
            shared.close_stalest();
            shared.wait_for_room();
        }
        let line = Arc::new(Line {
            stream,
            shared: Arc::clone(shared),
            last: AtomicU64::new(shared.elapsed()),
            is_busy: AtomicBool::new(false),
        });
        shared.lines().insert(number, Arc::clone(&line));
        let guard = Guard {
            shared: Arc::clone(shared),
            number,
        };
        let answer = Arc::clone(&shared.answer);
        // Where no thread can be had, the guard is dropped with the connection.
        let _ = thread::Builder::new().stack_size(STACK).spawn(move || {
            let _guard = guard;
            // Clients that go away, send nonsense or are too slow are everyday matters.
            let _ = connection::serve(&line, answer.as_ref());
        });
    }
}

/// Takes a connection off the list, also where its thread panicked.
struct Guard {
    shared: Arc<Shared>,
    number: u64,
}

impl Drop for Guard {
    fn drop(&mut self) {
        let line = self.shared.lines().remove(&self.number);
        if let Some(line) = line {
            line.close();
        }
        self.shared.gone.notify_all();
    }
}
