//! Logs in folders, honest and forked, and web servers over such folders.
#![cfg_attr(
    not(feature = "network"),
    expect(dead_code, reason = "the web server serves the tests of the network")
)]

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

use scrutineer_logstore::{DiskHead, DiskObjects, LogReader, Remote, Writer, open_disk};
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::{CosigningKey, KeyName, Policy, SigningKey};

use crate::support::{ORIGIN, entry, key, open_or_create, verifier};

pub(crate) const WITNESS: &str = "witness.example/w1";

/// A log in a folder of its own.
pub(crate) struct Log {
    scratch: Scratch,
    /// What distinguishes the entries of a fork, and from which entry on.
    fork: Option<u64>,
}

impl Log {
    pub(crate) fn honest() -> Self {
        let scratch = Scratch::new();
        Self {
            scratch,
            fork: None,
        }
    }

    /// The same key over other entries from entry `at` on.
    pub(crate) fn forked(at: u64) -> Self {
        let scratch = Scratch::new();
        Self {
            scratch,
            fork: Some(at),
        }
    }

    pub(crate) fn bundle(&self) -> PathBuf {
        self.scratch.path().join("bundle")
    }

    pub(crate) fn state(&self) -> PathBuf {
        self.scratch.path().join("state")
    }

    pub(crate) fn writer(&self) -> Writer<DiskObjects, DiskHead> {
        let (bundle, state) = (self.bundle(), self.state());
        open_or_create(|| open_disk(&bundle, &state).unwrap())
            .unwrap()
            .0
    }

    pub(crate) fn entry(&self, index: u64) -> Vec<u8> {
        match self.fork {
            Some(at) if index >= at => format!("another entry {index}").into_bytes(),
            _ => entry(index),
        }
    }

    pub(crate) fn grow(&self, size: u64) {
        let mut writer = self.writer();
        let batch: Vec<_> = (writer.size()..size)
            .map(|index| self.entry(index))
            .collect();
        writer.append(&batch).unwrap();
        assert_eq!(writer.size(), size);
    }

    pub(crate) fn reader(&self) -> LogReader<Remote> {
        LogReader::new(Remote::folder(&self.bundle()).unwrap())
    }
}

/// A policy that knows the log and one witness, with a quorum of it or none.
pub(crate) fn policy(asks_for_witness: bool) -> Policy {
    let quorum = if asks_for_witness { "w1" } else { "none" };
    let witness = witness_key();
    let text = format!(
        "log {}\nwitness w1 {}\nquorum {quorum}\n",
        verifier(),
        witness.verifier()
    );
    text.parse().unwrap()
}

pub(crate) fn witness_key() -> CosigningKey {
    CosigningKey::from_seed(KeyName::parse(WITNESS).unwrap(), &[9; 32]).unwrap()
}

/// The seed of the log that another program keeps: this byte 32 times.
pub(crate) const OTHER_SEED: &str = "7";

/// The key of the log that another program keeps.
pub(crate) fn other_key() -> SigningKey {
    let name = KeyName::parse("other.example/log").unwrap();
    SigningKey::from_seed(name, &[OTHER_SEED.parse().unwrap(); 32]).unwrap()
}

/// The key of the log, which signs by itself what no writer would.
pub(crate) fn sign(size: u64, root: scrutineer_tlog::Hash) -> scrutineer_tlog::SignedNote {
    let name = KeyName::parse(ORIGIN).unwrap();
    let checkpoint = scrutineer_tlog::Checkpoint::new(&name, size, root).unwrap();
    checkpoint.sign(&key()).unwrap()
}

/// Copies a folder as somebody would onto a stick.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// What a web server does with a request for a path: the bytes of a whole reply, or as many as it sends.
pub(crate) type Reply = dyn Fn(&str, &mut TcpStream) -> io::Result<()> + Send + Sync;

/// A web server of the test on the loopback address; it serves until the process ends.
pub(crate) struct WebServer {
    pub address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl WebServer {
    pub(crate) fn start(
        reply: impl Fn(&str, &mut TcpStream) -> io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&asked);
        let reply: Arc<Reply> = Arc::new(reply);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (kept, reply) = (Arc::clone(&kept), Arc::clone(&reply));
                // A client that has what it wants closes early.
                thread::spawn(move || talk(stream, &kept, &*reply).ok());
            }
        });
        Self { address, asked }
    }

    /// The files below a folder.
    pub(crate) fn of_folder(folder: PathBuf) -> Self {
        Self::start(move |path, stream| {
            let bytes = fs::read(folder.join(path.trim_start_matches('/')));
            match bytes {
                Ok(bytes) => send(stream, "200 OK", "", &bytes),
                Err(_) => send(stream, "404 Not Found", "", b""),
            }
        })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The paths that were asked for.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn talk(stream: TcpStream, asked: &Mutex<Vec<String>>, reply: &Reply) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let mut first = String::new();
        if reader.read_line(&mut first)? == 0 {
            return Ok(());
        }
        let mut header = String::new();
        while reader.read_line(&mut header)? > 2 {
            header.clear();
        }
        let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
        asked.lock().unwrap().push(path.clone());
        reply(&path, reader.get_mut())?;
    }
}

pub(crate) fn send(
    stream: &mut TcpStream,
    status: &str,
    headers: &str,
    body: &[u8],
) -> io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\n\r\n"
    )?;
    stream.write_all(body)
}
